//! What a window showed last, kept beside the library: reading years of calendars takes longer than painting a week.
//!
//! It is no truth: it can be made anew at any time, is in no backup, and goes with the library. Nothing is read back that was
//! shown of a library which says something else by now: with it is kept which [state](Reader::state) it was shown of.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};

use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use crate::files::{Files, remove};
use crate::{Reader, Result, Store, journal, write_whole};

/// More than this was not written by us.
const LARGEST: u64 = 64 << 20;

impl Reader {
    /// What the library says now, as one word: everything the user decided, which imports hold, what can be undone. The same
    /// word is the same library.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn state(&self) -> Result<String> {
        let mut all = Sha256::new();
        let snapshots = "SELECT s.id, s.hash FROM calendar c JOIN snapshot s ON s.id = c.snapshot";
        let actions = "SELECT max(id), count(*), sum(undone), max(at) FROM action";
        let decided = journal::TABLES.map(|table| format!("SELECT * FROM {table}"));
        for sql in decided
            .iter()
            .map(String::as_str)
            .chain([snapshots, actions])
        {
            let mut rows = self.connection().prepare_cached(sql)?;
            let columns = rows.column_count();
            let mut rows = rows.query([])?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    part(&mut all, row.get_ref(column)?);
                }
            }
            all.update([0xff]);
        }
        let hash = all.finalize();
        let mut text = String::with_capacity(2 * hash.len());
        for byte in hash {
            // Writing into a string cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Ok(text)
    }

    /// What was shown last, where it was shown of the library as it is now.
    ///
    /// # Errors
    /// Where the library cannot be read; that nothing was kept is none.
    pub fn shown(&self) -> Result<Option<Vec<u8>>> {
        let file = self.files().shown();
        if fs::metadata(&file).map_or(0, |found| found.len()) > LARGEST {
            return Ok(None);
        }
        let Ok(kept) = fs::read(file) else {
            return Ok(None);
        };
        let state = self.state()?;
        let shown = kept
            .strip_prefix(state.as_bytes())
            .and_then(|rest| rest.strip_prefix(b"\n"));
        Ok(shown.map(<[u8]>::to_vec))
    }
}

impl Store {
    /// Keeps what is shown of the library as it is now, in the place of what was kept before.
    ///
    /// # Errors
    /// Where it cannot be written; the library is none the worse for it.
    pub fn keep_shown(&self, shown: &[u8]) -> Result<()> {
        self.must_be_writable()?;
        let state = self.state()?;
        Ok(write_whole::<_, io::Error>(&self.files().shown(), |out| {
            out.write_all(state.as_bytes())?;
            out.write_all(b"\n")?;
            out.write_all(shown)
        })?)
    }
}

/// Forgets what was shown, for a library that is another one now.
pub(crate) fn forget(files: &Files) -> Result<()> {
    remove(&files.shown())
}

/// A value with its sort and length, so that no two rows look alike.
fn part(all: &mut Sha256, value: ValueRef<'_>) {
    let (sort, bytes): (u8, &[u8]) = match &value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => (1, &number.to_le_bytes()),
        ValueRef::Real(number) => (2, &number.to_le_bytes()),
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    all.update([sort]);
    all.update((bytes.len() as u64).to_le_bytes());
    all.update(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Import, delete_all_data, start_anew};

    const NOW: &str = "2026-11-16T09:00:00Z";

    #[test]
    fn what_was_shown_is_there_until_the_library_says_something_else() {
        let folder = tempfile::tempdir().unwrap();
        let now = NOW.parse().unwrap();
        let (mut store, _) = Store::open(folder.path(), now).unwrap();
        assert_eq!(store.shown().unwrap(), None);
        store
            .act("Set", now, |act| act.set_setting("a", "1"))
            .unwrap();
        store.keep_shown(b"week 47").unwrap();
        assert_eq!(store.shown().unwrap().unwrap(), b"week 47");

        let mut states = vec![store.state().unwrap()];
        for what in ["a note", "an import", "undo", "redo"] {
            match what {
                "a note" => store.note("hides", &true).unwrap(),
                "an import" => {
                    let import = Import::of_file("a.ics", b"BEGIN:VCALENDAR");
                    let imported = store.act("Import", now, |act| act.import(&import));
                    imported.map(drop).unwrap();
                }
                "undo" => drop(store.undo().unwrap()),
                _ => drop(store.redo().unwrap()),
            }
            assert_eq!(store.shown().unwrap(), None, "{what}");
            let state = store.state().unwrap();
            // What is done again is what was there before it was taken back.
            assert_eq!(states.contains(&state), what == "redo", "{what}");
            states.push(state);
            store.keep_shown(what.as_bytes()).unwrap();
        }
        drop(store);
        let (store, _) = Store::open(folder.path(), now).unwrap();
        assert_eq!(
            store.shown().unwrap().unwrap(),
            b"redo",
            "also after a restart"
        );
    }

    #[test]
    fn it_goes_with_its_library() {
        let folder = tempfile::tempdir().unwrap();
        let now = NOW.parse().unwrap();
        let there = || folder.path().join("weekwise.shown").exists();
        let (store, _) = Store::open(folder.path(), now).unwrap();
        store.keep_shown(b"week 47").unwrap();
        drop(store);
        assert!(there());
        let (store, _) = start_anew(folder.path(), now).unwrap();
        assert!(!there());
        store.keep_shown(b"week 47").unwrap();
        drop(store);
        delete_all_data(folder.path()).unwrap();
        assert!(!folder.path().exists());
    }
}
