use std::ops::Deref;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use tempfile::TempDir;

use crate::lock::Lock;
use crate::{ActionLine, Reader, Result, StoreError, journal, open};

/// An open library. Asking is done through [`Reader`], which it derefs to; writing through [`Store::act`].
#[derive(Debug)]
pub struct Store {
    // Before the lock, so that it is closed before others may come in.
    reader: Reader,
    /// Why it can only be read, where it can.
    unwritable: Option<Unwritable>,
    // Of what can only be read there may be none.
    _lock: Option<Lock>,
    /// Where the copy lies that is read, where it had to be copied.
    _copy: Option<TempDir>,
}

/// Why a library can be read and not written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unwritable {
    /// Its file or its folder must not be written.
    ReadOnly,
    /// There is no room left.
    DiskFull,
}

impl From<Unwritable> for StoreError {
    fn from(why: Unwritable) -> Self {
        match why {
            Unwritable::ReadOnly => Self::ReadOnly,
            Unwritable::DiskFull => Self::DiskFull,
        }
    }
}

/// A user's action while it happens. Its methods write; nothing is final before [`Store::act`] returns.
#[derive(Debug)]
pub struct Act<'s> {
    reader: &'s Reader,
    now: DateTime<Utc>,
}

impl Store {
    pub(crate) fn new(reader: Reader, lock: Lock) -> Self {
        Self {
            reader,
            unwritable: None,
            _lock: Some(lock),
            _copy: None,
        }
    }

    /// A library that can be asked, but takes no action. `copy` is where it lies, where it had to be copied.
    pub(crate) fn only_to_read(reader: Reader, why: Unwritable, copy: Option<TempDir>) -> Self {
        Self {
            reader,
            unwritable: Some(why),
            _lock: None,
            _copy: copy,
        }
    }

    /// The same library once more, for long work beside what this one is asked meanwhile. What one of the two has saved the
    /// other sees; their actions wait for one another.
    ///
    /// # Errors
    /// Where it cannot be opened, and of a library that can only be read.
    pub fn again(&self) -> Result<Self> {
        self.must_be_writable()?;
        let files = self.reader.files();
        let lock = Lock::shared(files)?;
        let connection = open::connected(files)?;
        Ok(Self::new(Reader::new(connection, files.clone()), lock))
    }

    /// Why this library can be read and not written; `None` where it can be written.
    pub fn unwritable(&self) -> Option<Unwritable> {
        self.unwritable
    }

    /// Does one action of the user's: everything `work` writes is saved together, or nothing is. When this returns `Ok`,
    /// it is on the disk. `label` is what undo shows (“Import work.ics”).
    ///
    /// An action that changed nothing does not appear in the history and leaves what can be redone.
    ///
    /// # Errors
    /// The error of `work`, after taking everything back ([`StoreError::Cancelled`](crate::StoreError::Cancelled) is
    /// there for work that is stopped), or why it could not be saved.
    pub fn act<T>(
        &mut self,
        label: &str,
        now: DateTime<Utc>,
        work: impl FnOnce(&Act<'_>) -> Result<T>,
    ) -> Result<T> {
        // Whoever comes second waits here and then sees what the first has written.
        let transaction = self.begin()?;
        let action = journal::begin(&transaction, label, now)?;
        let answer = work(&Act {
            reader: &self.reader,
            now,
        })?;
        journal::finish(&transaction, action)?;
        transaction.commit()?;
        Ok(answer)
    }

    /// Takes back the last action that is not taken back yet, and says which it was.
    pub fn undo(&mut self) -> Result<Option<ActionLine>> {
        let transaction = self.begin()?;
        let undone = journal::undo(&transaction)?;
        transaction.commit()?;
        Ok(undone)
    }

    /// Does the action taken back last once more, and says which it was.
    pub fn redo(&mut self) -> Result<Option<ActionLine>> {
        let transaction = self.begin()?;
        let redone = journal::redo(&transaction)?;
        transaction.commit()?;
        Ok(redone)
    }

    /// # Errors
    /// Where the library can only be read.
    pub(crate) fn must_be_writable(&self) -> Result<()> {
        self.unwritable.map_or(Ok(()), |why| Err(why.into()))
    }

    fn begin(&self) -> Result<Transaction<'_>> {
        self.must_be_writable()?;
        // Unchecked: `&mut self` in the public methods is what keeps transactions from nesting.
        Ok(Transaction::new_unchecked(
            self.reader.connection(),
            TransactionBehavior::Immediate,
        )?)
    }
}

impl Act<'_> {
    pub(crate) fn connection(&self) -> &Connection {
        self.reader.connection()
    }

    /// When the action happens.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

impl Deref for Store {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        &self.reader
    }
}

impl Deref for Act<'_> {
    type Target = Reader;

    fn deref(&self) -> &Reader {
        self.reader
    }
}

#[cfg(test)]
mod tests {
    use crate::{Import, Store, StoreError};

    #[test]
    fn where_no_page_is_left_the_action_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-16T09:00:00Z".parse().unwrap();
        let (mut store, _) = Store::open(folder.path(), now).unwrap();
        store
            .act("Set", now, |act| act.set_setting("a", "kept"))
            .unwrap();
        let limit = |pages: i64| {
            let set =
                store
                    .connection()
                    .pragma_update_and_check(None, "max_page_count", pages, |row| {
                        row.get::<_, i64>(0)
                    });
            set.unwrap()
        };
        // SQLite raises the limit to the pages there are.
        limit(1);
        let bytes: Vec<u8> = (0..200_000_u32)
            .flat_map(|i| i.wrapping_mul(i).to_le_bytes())
            .collect();
        let full = store.act("Import", now, |act| {
            act.set_setting("a", "lost")?;
            act.import(&Import::of_file("large.ics", &bytes))
        });
        assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
        assert_eq!(store.setting::<String>("a").unwrap().unwrap(), "kept");
        assert_eq!(store.next_undo().unwrap().unwrap().label, "Set");
        store
            .connection()
            .pragma_update_and_check(None, "max_page_count", i64::from(u32::MAX - 1), |_| Ok(()))
            .unwrap();
        store
            .act("Import", now, |act| {
                act.import(&Import::of_file("large.ics", &bytes))
            })
            .unwrap();
        assert!(store.check().unwrap().is_empty());
    }
}
