use std::io::Read;
use std::path::{Path, PathBuf};

use weekwise_engine::{
    Clock, LARGEST_FILE, Opened, SettingsChange, Source, StoredLibrary, data_folder,
};

use crate::arguments::Sources;
use crate::failure::Failure;
use crate::questions::sheet;

/// Why there is nothing to read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SourcesError {
    #[error(
        "there is no library in {0}: give a calendar file, a folder or a zip (or `-` for standard input), or --demo for the \
         demo calendar, or keep calendars with `weekwise import FILES`"
    )]
    NoLibrary(String),
    #[error("standard input could not be read: {0}")]
    Stdin(#[from] std::io::Error),
    #[error("standard input is where the assistant speaks: give files instead of `-`")]
    StdinIsTaken,
    #[error("there is no file {0}")]
    NoFile(String),
    #[error("standard input is either a calendar or answers: name a file for one of them")]
    StdinTwice,
}

impl Sources {
    /// Whether nothing else than the library is asked about.
    pub(crate) fn is_library(&self) -> bool {
        !self.demo && self.files.is_empty()
    }

    /// The calendars asked about: the files, the demo, else those of the library in `data`. Standard input is read here
    /// and now.
    pub(crate) fn open(
        &self,
        change: &SettingsChange,
        data: Option<&Path>,
        clock: &Clock,
    ) -> Result<Opened, Failure> {
        let mut opened = self.unanswered(change, data, clock)?;
        if let Some(file) = &self.answers {
            opened.answer(&sheet(file)?, clock)?;
        }
        Ok(opened)
    }

    fn unanswered(
        &self,
        change: &SettingsChange,
        data: Option<&Path>,
        clock: &Clock,
    ) -> Result<Opened, Failure> {
        let is_stdin = |file: &PathBuf| file == Path::new("-");
        if self.answers.as_ref().is_some_and(is_stdin) && self.files.iter().any(is_stdin) {
            return Err(SourcesError::StdinTwice.into());
        }
        let source = if self.demo {
            Source::Demo
        } else if self.files.is_empty() {
            return Ok(library_in(data, clock)?.read(change)?);
        } else {
            files(&self.files)?
        };
        Ok(Opened::read(source, change, clock)?)
    }
}

/// The library, which must be there.
pub(crate) fn library_in(data: Option<&Path>, clock: &Clock) -> Result<StoredLibrary, Failure> {
    let folder = data_folder(data.map(Path::to_owned))?;
    if !StoredLibrary::is_in(&folder) {
        let shown = folder.display().to_string();
        return Err(SourcesError::NoLibrary(shown).into());
    }
    Ok(StoredLibrary::open(&folder, clock)?)
}

/// Files as they were given; standard input is read here and now.
pub(crate) fn files(files: &[PathBuf]) -> Result<Source, SourcesError> {
    let mut sources = Vec::new();
    for file in files {
        sources.push(if file == Path::new("-") {
            stdin()?
        } else {
            Source::Paths(vec![file.clone()])
        });
    }
    Ok(Source::Several(sources))
}

fn stdin() -> Result<Source, SourcesError> {
    let mut bytes = Vec::new();
    // One byte more than a file may have: the import says that it is too large, as it does of files.
    std::io::stdin()
        .lock()
        .take(LARGEST_FILE + 1)
        .read_to_end(&mut bytes)?;
    Ok(Source::Bytes {
        name: "standard input".to_owned(),
        bytes,
    })
}
