use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use crate::files::{Files, free_name, remove, stamp, sync_file, sync_folder};
use crate::{Reader, Result, check, private};

/// How many backups are kept.
const KEPT: usize = 5;

/// What a backup's name ends in until it is complete.
const PART: &str = "part";

/// Pages in one step: a copy of one moment, whoever writes meanwhile.
const ALL: i32 = i32::MAX;

/// The backups in a data folder, newest first. Only looks.
pub fn backups_in(folder: &Path) -> Vec<PathBuf> {
    list(&Files::in_folder(folder))
}

/// The backups of a library, newest first.
pub(crate) fn list(files: &Files) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(files.backups())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| taken_at(path).is_some())
        .collect();
    found.sort_by(|a, b| taken_at(b).cmp(&taken_at(a)));
    found
}

/// The backups of a library but for one that can be opened, newest first.
pub(crate) fn sound(files: &Files, but: &Path) -> Vec<PathBuf> {
    let mut found = list(files);
    found.retain(|path| path.file_name() != but.file_name() && check::library(path).is_ok());
    found
}

/// The moment in a backup's name, `weekwise-<version>-<moment>.db`, as text that sorts by time.
fn taken_at(path: &Path) -> Option<&str> {
    if path.extension()? != "db" {
        return None;
    }
    let rest = path.file_stem()?.to_str()?.strip_prefix("weekwise-")?;
    rest.split_once('-').map(|(_, moment)| moment)
}

/// Copies the library as it is now, its log included. The copy appears under its name only when it is complete.
pub(crate) fn take(connection: &Connection, files: &Files, now: DateTime<Utc>) -> Result<PathBuf> {
    let version = check::version(connection, &files.library())?;
    private::make_folder(&files.backups())?;
    let path = free_name(
        &files.backups(),
        &format!("weekwise-{version}-{}", stamp(now)),
    );
    sweep(files, now);
    let part = path.with_extension(PART);
    remove(&part)?;
    let copied = copy(connection, &part);
    if copied.is_err() {
        // What is left of it is worth nothing and may be what fills the disk.
        let _ = remove(&part);
    }
    copied?;
    fs::rename(&part, &path)?;
    sync_folder(&files.backups());
    for old in list(files).into_iter().skip(KEPT) {
        remove(&old)?;
    }
    Ok(path)
}

/// Removes copies that were never finished: their programs were killed. One of the last day may still be growing.
fn sweep(files: &Files, now: DateTime<Utc>) {
    let yesterday = stamp(now - TimeDelta::days(1));
    for entry in fs::read_dir(files.backups())
        .into_iter()
        .flatten()
        .flatten()
    {
        let path = entry.path();
        let name = path.with_extension("db");
        let is_part = path.extension().is_some_and(|end| end == PART);
        if is_part && taken_at(&name).is_some_and(|at| at < yesterday.as_str()) {
            // Where it cannot be removed it only takes room.
            let _ = remove(&path);
        }
    }
}

fn copy(connection: &Connection, to: &Path) -> Result<()> {
    drop(private::make_file(to)?);
    let mut target = Connection::open(to)?;
    Backup::new(connection, &mut target)?.run_to_completion(ALL, Duration::from_millis(5), None)?;
    target.close().map_err(|(_, error)| error)?;
    sync_file(to)
}

impl Reader {
    /// Copies the library into the folder `backups`, where the newest five are kept. One is taken before every
    /// migration; how often else is the caller's choice.
    pub fn back_up(&self, now: DateTime<Utc>) -> Result<PathBuf> {
        take(self.connection(), self.files(), now)
    }

    /// The backups there are, newest first.
    pub fn backups(&self) -> Vec<PathBuf> {
        list(self.files())
    }
}
