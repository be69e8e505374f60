use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::files::Files;
use crate::lock::{Lock, PATIENCE};
use crate::schema::{VERSION, migrate};
use crate::{
    Reader, Result, Store, StoreError, Unwritable, backup, check, journal, private, rescue,
};

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
    /// A library that cannot be written, or on a full disk, is opened all the same where it can be read
    /// ([`Store::unwritable`]). A file that is no library, is damaged or was written by a newer Weekwise is told apart and left as it is.
    pub fn open(folder: &Path, now: DateTime<Utc>) -> Result<(Self, OpenReport)> {
        let files = Files::in_folder(folder);
        opened(&files, now)
            .or_else(|error| match error {
                StoreError::ReadOnly => opened_to_read(&files, Unwritable::ReadOnly),
                StoreError::DiskFull => opened_to_read(&files, Unwritable::DiskFull),
                other => Err(other),
            })
            .map_err(|error| error.about(&files.library(), || backup::list(&files)))
    }
}

fn opened(files: &Files, now: DateTime<Utc>) -> Result<(Store, OpenReport)> {
    private::make_folder(files.folder())?;
    private::close_to_others(files);
    let (lock, alone) = Lock::for_opening(files)?;
    if alone {
        files.finish_exchange()?;
    }
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

/// Opens a library that cannot be written. An older one, which would have to be migrated, cannot be read so.
///
/// # Errors
/// Why it cannot be written, where there is no library or no way to read it either.
fn opened_to_read(files: &Files, why: Unwritable) -> Result<(Store, OpenReport)> {
    if !check::is_there(files)? {
        return Err(why.into());
    }
    let (connection, copy) = if has_log(files) {
        // What the log holds belongs to the library, and working it in is writing.
        let copy = tempfile::tempdir()?;
        let file = copy.path().join("weekwise.db");
        rescue::copy(&files.library(), &file).map_err(|_| StoreError::from(why))?;
        (Connection::open(file)?, Some(copy))
    } else {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(unchanging(&files.library()), flags)?;
        (connection, None)
    };
    if check::version(&connection, &files.library())? < VERSION {
        return Err(why.into());
    }
    check::structure(&connection)?;
    connection.set_prepared_statement_cache_capacity(64);
    let reader = Reader::new(connection, files.clone());
    let store = Store::only_to_read(reader, why, copy);
    Ok((store, OpenReport::default()))
}

/// A file as SQLite is told that nobody writes it, so that it needs neither locks nor files beside it
/// (<https://www.sqlite.org/uri.html>, *immutable*).
pub(crate) fn unchanging(file: &Path) -> String {
    let mut uri = "file:".to_owned();
    for letter in file.to_string_lossy().chars() {
        match letter {
            '%' | '?' | '#' => uri.push_str(&format!("%{:02X}", letter as u32)),
            '\\' if cfg!(windows) => uri.push('/'),
            _ => uri.push(letter),
        }
    }
    uri + "?immutable=1"
}

fn connect(files: &Files) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    // SQLite makes what it keeps beside the library as closed as the library is.
    drop(private::make_file(&files.library())?);
    let connection = Connection::open_with_flags(files.library(), flags)?;
    connection.busy_timeout(PATIENCE)?;
    if connection.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    Ok(connection)
}

/// A further connection to a library that is open.
pub(crate) fn connected(files: &Files) -> Result<Connection> {
    let connection = connect(files)?;
    configure(&connection)?;
    journal::watch(&connection)?;
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
