use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::files::Files;
use crate::lock::{Lock, PATIENCE};
use crate::schema::{VERSION, migrate};
use crate::{Reader, Result, Store, StoreError, backup, check, journal};

/// What happened while a library was opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpenReport {
    /// There was none in this folder; this one is new.
    pub created: bool,
    /// The version it had before it was migrated, where it was.
    pub migrated_from: Option<i64>,
    /// The backup made before it was migrated.
    pub backup: Option<PathBuf>,
}

impl Store {
    /// Opens the library in `folder`; makes the folder and the library where there is none. Migrates an older library
    /// after making a backup.
    ///
    /// # Errors
    /// A file that is no library, is damaged or was written by a newer Weekwise is told apart and left as it is.
    pub fn open(folder: &Path, now: DateTime<Utc>) -> Result<(Self, OpenReport)> {
        let files = Files::in_folder(folder);
        opened(&files, now).map_err(|error| error.about(&files.library(), || backup::list(&files)))
    }
}

fn opened(files: &Files, now: DateTime<Utc>) -> Result<(Store, OpenReport)> {
    fs::create_dir_all(files.folder())?;
    let (lock, alone) = Lock::for_opening(files)?;
    let there = check::is_there(files)?;
    let mut connection = connect(files)?;
    // Until the file is known to be sound and ours, not even its log is worked into it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log(files))?;
    let version = check::version(&connection, &files.library())?;
    if there {
        check::structure(&connection)?;
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    configure(&connection)?;
    let mut report = OpenReport {
        created: version == 0,
        ..OpenReport::default()
    };
    if version < VERSION {
        // An older program that has it open would go on writing in the old layout.
        if !alone {
            return Err(StoreError::InUse);
        }
        if version > 0 {
            report.backup = Some(backup::take(&connection, files, now)?);
            report.migrated_from = Some(version);
        }
        migrate(&mut connection)?;
    }
    journal::watch(&connection)?;
    if alone {
        lock.share()?;
    }
    let reader = Reader::new(connection, files.clone());
    Ok((Store::new(reader, lock), report))
}

fn connect(files: &Files) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(files.library(), flags)?;
    connection.busy_timeout(PATIENCE)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    Ok(connection)
}

fn has_log(files: &Files) -> bool {
    files.log().metadata().is_ok_and(|log| log.len() > 0)
}

fn configure(connection: &Connection) -> Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    // What an action has confirmed survives a power cut too.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // 32 MiB: an import of ten years is indexed without going through the disk.
    connection.pragma_update(None, "cache_size", -32_768)?;
    // A log once grown by a large import does not stay so.
    connection.pragma_update_and_check(None, "journal_size_limit", 16 << 20, |_| Ok(()))?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}
