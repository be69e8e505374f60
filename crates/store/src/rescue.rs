use std::fs::{self, File};
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::files::{Files, LOG, beside, remove, remove_database, sync_file, sync_folder};
use crate::lock::Lock;
use crate::{OpenReport, Result, Store, StoreError, backup, check, private, shown};

/// Puts a backup in the library's place and opens it. The library that was there is moved into the folder `put-aside`.
///
/// # Errors
/// [`StoreError::InUse`] while the library is open, here or elsewhere. A backup that is damaged, of a newer version or
/// no library is refused before anything is touched ([`StoreError::BadBackup`]).
pub fn restore(folder: &Path, wanted: &Path, now: DateTime<Utc>) -> Result<(Store, OpenReport)> {
    let files = Files::in_folder(folder);
    private::make_folder(folder)?;
    {
        let _alone = Lock::alone(&files)?;
        files.finish_exchange()?;
        if !wanted.is_file() {
            return Err(StoreError::NoSuch("backup"));
        }
        // The copy is checked, not the backup, which stays untouched.
        let arriving = files.arriving();
        remove_database(&arriving)?;
        if let Err(error) = copy(wanted, &arriving).and_then(|()| make_whole(&arriving)) {
            remove_database(&arriving)?;
            return Err(error.of_backup(wanted, || backup::sound(&files, wanted)));
        }
        sync_file(&arriving)?;
        shown::forget(&files)?;
        files.exchange(now)?;
    }
    Store::open(folder, now)
}

/// Opens a new, empty library. Whatever was in its place is moved into the folder `put-aside`, never deleted.
///
/// # Errors
/// [`StoreError::InUse`] while the library is open, here or elsewhere.
pub fn start_anew(folder: &Path, now: DateTime<Utc>) -> Result<(Store, OpenReport)> {
    let files = Files::in_folder(folder);
    private::make_folder(folder)?;
    {
        let _alone = Lock::alone(&files)?;
        files.finish_exchange()?;
        shown::forget(&files)?;
        files.move_library_aside(now)?;
    }
    Store::open(folder, now)
}

/// Deletes everything Weekwise keeps in `folder`: the library, its log, backups, what was put aside. Files of others
/// stay; the folder goes where nothing else is in it. This cannot be undone.
///
/// # Errors
/// [`StoreError::InUse`] while the library is open, here or elsewhere.
pub fn delete_all_data(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    let files = Files::in_folder(folder);
    {
        let _alone = Lock::alone(&files)?;
        remove_database(&files.library())?;
        remove_database(&files.arriving())?;
        remove(&files.ready())?;
        shown::forget(&files)?;
        for kept in [files.backups(), files.put_aside()] {
            if kept.exists() {
                fs::remove_dir_all(kept)?;
            }
        }
    }
    remove(&files.lock())?;
    sync_folder(folder);
    // Somebody else's files in it are the reason this may fail, and a good one.
    let _ = fs::remove_dir(folder);
    Ok(())
}

/// Copies a library together with the log it may have: what was put aside after a crash has one.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    copy_file(from, to)?;
    let log = beside(from, LOG);
    if log.exists() {
        copy_file(&log, &beside(to, LOG))?;
    }
    Ok(())
}

/// Its bytes alone: who may read the old one does not matter to the new one.
fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let mut copy = private::make_file(to)?;
    copy.set_len(0)?;
    std::io::copy(&mut File::open(from)?, &mut copy)?;
    Ok(())
}

/// Checks that a copy is a library this program can open, and works its log into it.
fn make_whole(file: &Path) -> Result<()> {
    check::has_mark(file)?;
    let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    if check::version(&connection, file)? == 0 {
        return Err(StoreError::NotALibrary {
            file: file.to_owned(),
        });
    }
    check::structure(&connection)?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}
