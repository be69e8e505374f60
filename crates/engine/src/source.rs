use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use weekwise_ical::Input;

use crate::Clock;

/// Where calendars come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// Files, folders and zips, read together.
    Paths(Vec<PathBuf>),
    /// What came through a pipe or another door, with a name to show.
    Bytes {
        /// The name diagnostics use.
        name: String,
        /// The file's content.
        bytes: Vec<u8>,
    },
    /// Both, in order: each entry is a path or bytes.
    Several(Vec<Source>),
    /// The demo calendar.
    Demo,
}

/// A source as the import takes it.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) inputs: Vec<Input>,
    /// The files' names, to show.
    pub(crate) files: Vec<String>,
}

impl Source {
    /// What the import is given. The demo is written for today in `zone`.
    pub(crate) fn inputs(self, clock: &Clock, zone: Tz) -> Inputs {
        let mut found = Inputs::default();
        found.add(self, clock, zone);
        found
    }
}

impl Inputs {
    fn add(&mut self, source: Source, clock: &Clock, zone: Tz) {
        match source {
            Source::Paths(paths) => {
                for path in paths {
                    self.files.push(file_name(&path));
                    self.inputs.push(Input::Path(path));
                }
            }
            Source::Bytes { name, bytes } => {
                self.files.push(name.clone());
                self.inputs.push(Input::Bytes { name, bytes });
            }
            Source::Several(sources) => {
                for source in sources {
                    self.add(source, clock, zone);
                }
            }
            Source::Demo => {
                self.files.push("demo.ics".to_owned());
                self.inputs.push(Input::Bytes {
                    name: "demo.ics".to_owned(),
                    bytes: weekwise_demo::calendar(clock.today(zone)).into_bytes(),
                });
            }
        }
    }
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
