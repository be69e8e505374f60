//! When a folder is a calendar.
//!
//! A vdir has a file for every event; an exporter writes a file for every calendar. So a folder most of whose nameless
//! files hold no more than one event (a series with its overrides is one) *is* a calendar, made of those files; in any
//! other folder each file is a calendar of its own. Files that give their calendar a name share it with the files of
//! the folder that give the same, where each holds no more than one event.

use std::collections::HashMap;
use std::path::PathBuf;

/// What a file holds, as far as it matters to its folder.
pub(crate) enum Holds {
    /// No calendar.
    Nothing,
    /// One calendar of no more than one event or series, and its name.
    One(Option<String>),
    /// More.
    Several,
}

/// The files of a folder, as they are read.
pub(crate) struct Folder<F> {
    /// Which folder.
    pub path: Option<PathBuf>,
    files: Vec<(Holds, F)>,
}

/// What a file of a folder turned out to be.
pub(crate) struct InFolder<F> {
    pub file: F,
    /// Whether it shares its calendar with those of the folder that have the same name, or like it none.
    pub shares: bool,
}

impl<F> Default for Folder<F> {
    fn default() -> Self {
        Self {
            path: None,
            files: Vec::new(),
        }
    }
}

impl<F> Folder<F> {
    pub(crate) fn add(&mut self, path: PathBuf, holds: Holds, file: F) {
        self.path = Some(path);
        self.files.push((holds, file));
    }

    /// Which of the files share their calendar.
    pub(crate) fn decide(self) -> Vec<InFolder<F>> {
        let mut named: HashMap<String, usize> = HashMap::new();
        let (mut single, mut several) = (0_usize, 0_usize);
        for (holds, _) in &self.files {
            match holds {
                Holds::Nothing => {}
                Holds::One(Some(name)) => *named.entry(name.clone()).or_default() += 1,
                Holds::One(None) => single += 1,
                Holds::Several => several += 1,
            }
        }
        let shares = |holds: &Holds| match holds {
            Holds::One(Some(name)) => named.get(name).is_some_and(|files| *files > 1),
            Holds::One(None) => single > several,
            Holds::Nothing | Holds::Several => false,
        };
        self.files
            .into_iter()
            .map(|(holds, file)| InFolder {
                shares: shares(&holds),
                file,
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which files of a folder share their calendar. `*` holds several events, `-` one and no name, `?` nothing, else
    /// one and that name.
    fn shared(files: &[&str]) -> String {
        let mut folder = Folder::default();
        for file in files {
            let holds = match *file {
                "*" => Holds::Several,
                "-" => Holds::One(None),
                "?" => Holds::Nothing,
                name => Holds::One(Some(name.to_owned())),
            };
            folder.add(PathBuf::from("folder"), holds, ());
        }
        let decided = folder.decide();
        let letters = decided.iter().map(|f| if f.shares { 's' } else { '.' });
        letters.collect()
    }

    #[test]
    fn files_of_one_event_are_one_calendar() {
        assert_eq!(shared(&["-", "-", "-"]), "sss");
        assert_eq!(shared(&["-", "?"]), "s.");
        assert_eq!(shared(&["-", "-", "*"]), "ss.", "an export beside them");
    }

    #[test]
    fn files_of_many_events_are_many_calendars() {
        assert_eq!(shared(&["*", "*"]), "..");
        assert_eq!(shared(&["*", "-"]), "..", "one of the exports is short");
    }

    #[test]
    fn files_of_one_name_are_one_calendar() {
        assert_eq!(shared(&["Work", "Private"]), "..");
        assert_eq!(shared(&["Work", "Work", "Private"]), "ss.");
    }
}
