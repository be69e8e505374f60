use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// What this room returns.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Why the library could not be opened, read or written. Whichever it is, the file holds what it held before.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The file is no library: something else, or another program's database.
    #[error(
        "{} is not a Weekwise library; it was left as it is. Choose another data folder, or start a new library: \
         the file is then put aside", file.display()
    )]
    NotALibrary {
        /// The file in the library's place.
        file: PathBuf,
    },
    /// The library was written by a newer Weekwise.
    #[error(
        "this library was written by a newer Weekwise (library version {found}; this one knows up to {known}); it was \
         left as it is. Update Weekwise, or restore a backup made before the update"
    )]
    NewerVersion {
        /// The library's version.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The library's file is damaged.
    #[error(
        "the library is damaged and was left as it is. {} (The damaged file is put aside, not deleted.)",
        if backups.is_empty() {
            "Without a backup of it, start a new library and import your calendars again."
        } else {
            "Restore a backup, or start a new library."
        }
    )]
    Damaged {
        /// What SQLite found, one finding a line. Holds no text of the user's.
        details: Vec<String>,
        /// The backups it could be restored from, newest first. Looked for where a library is opened or an imported file is
        /// read; empty where the damage shows elsewhere.
        backups: Vec<PathBuf>,
    },
    /// A backup that was to be put in the library's place cannot be opened.
    #[error(
        "the backup {} {why}; nothing was changed. {}",
        backup.file_name().unwrap_or_default().to_string_lossy(),
        others(good)
    )]
    BadBackup {
        /// The backup.
        backup: PathBuf,
        /// What is wrong with it.
        why: &'static str,
        /// The others that can be opened, newest first.
        good: Vec<PathBuf>,
    },
    /// The library or its folder cannot be written.
    #[error(
        "the data folder cannot be written to; nothing was changed, and what is there can still be read. Give yourself write access to it, or choose another \
         data folder"
    )]
    ReadOnly,
    /// No space is left.
    #[error(
        "the disk is full; this change was not saved, everything before it was. Free some space and try again"
    )]
    DiskFull,
    /// Another program was writing for too long.
    #[error(
        "another Weekwise is busy writing to the library; nothing was changed. Try again in a moment"
    )]
    Locked,
    /// What was asked for needs the library for itself.
    #[error(
        "the library is open in another Weekwise; nothing was changed. Close it there and try again"
    )]
    InUse,
    /// The data folder could not be used.
    #[error("the data folder cannot be used: {0}. Nothing was changed")]
    Folder(#[source] io::Error),
    /// The caller stopped its own action, which was taken back completely.
    #[error("stopped; the library is as it was before")]
    Cancelled,
    /// There is no such calendar, snapshot or backup (any more).
    #[error("there is no such {0} in the library")]
    NoSuch(&'static str),
    /// Something that was stored does not have the form it should have.
    #[error(
        "{0} in the library cannot be read: it is damaged, or was written by another version of Weekwise. Restore a backup, \
         or update Weekwise"
    )]
    Unreadable(&'static str),
    /// Anything else SQLite reports.
    #[error("the library could not be used: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

impl StoreError {
    pub(crate) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged {
            details: vec![detail.into()],
            backups: Vec::new(),
        }
    }

    /// The same, where what cannot be opened is a backup; `good` finds the others that can.
    pub(crate) fn of_backup(self, backup: &Path, good: impl FnOnce() -> Vec<PathBuf>) -> Self {
        let why = match self {
            Self::NotALibrary { .. } => "is no Weekwise library",
            Self::Damaged { .. } | Self::Unreadable(_) => "is damaged",
            Self::NewerVersion { .. } => "was written by a newer Weekwise",
            other => return other,
        };
        Self::BadBackup {
            backup: backup.to_owned(),
            why,
            good: good(),
        }
    }

    /// The same, where it matters knowing which library it is about.
    pub(crate) fn about(self, file: &Path, found_backups: impl FnOnce() -> Vec<PathBuf>) -> Self {
        match self {
            Self::Damaged { details, .. } => Self::Damaged {
                details,
                backups: found_backups(),
            },
            Self::NotALibrary { .. } => Self::NotALibrary {
                file: file.to_owned(),
            },
            other => other,
        }
    }
}

/// Which backups can be taken instead, as a sentence.
fn others(good: &[PathBuf]) -> String {
    let names: Vec<String> = good
        .iter()
        .filter_map(|file| Some(file.file_name()?.to_string_lossy().into_owned()))
        .collect();
    match names.as_slice() {
        [] => "There is no other backup that can be opened".to_owned(),
        [one] => format!("This backup can be opened: {one}"),
        _ => format!(
            "These backups can be opened, newest first: {}",
            names.join(", ")
        ),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        // The shared-memory file beside the library could not grow: the one full disk SQLite has another word for.
        const SHARED_MEMORY_CANNOT_GROW: i32 = 4874;
        let Some(failure) = error.sqlite_error() else {
            return Self::Sqlite(error);
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            _ if failure.extended_code == SHARED_MEMORY_CANNOT_GROW => Self::DiskFull,
            ErrorCode::ReadOnly | ErrorCode::PermissionDenied => Self::ReadOnly,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
            // The caller has seen SQLite's mark at the start of the file: it is a database, or was one.
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                Self::damaged(error.to_string())
            }
            _ => Self::Sqlite(error),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            _ => Self::Unreadable("the layout"),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => Self::ReadOnly,
            _ => Self::Folder(error),
        }
    }
}
