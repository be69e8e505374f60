//! Libraries to test with, and the second program.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;
use weekwise_model::InstanceId;
use weekwise_store::{Act, Import, ImportOutcome, IndexedEvent, Store, Target};

pub fn now() -> DateTime<Utc> {
    "2026-11-16T09:00:00Z".parse().unwrap()
}

pub fn at(text: &str) -> InstanceId {
    InstanceId::Instant(text.parse().unwrap())
}

pub fn hours_later(hours: i64) -> InstanceId {
    InstanceId::Instant(now() + TimeDelta::hours(hours))
}

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn open(folder: &Path) -> Store {
    Store::open(folder, now()).unwrap().0
}

pub fn library_file(folder: &Path) -> PathBuf {
    folder.join("weekwise.db")
}

/// The files of a folder, by name.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

pub fn event(uid: &str, title: &str, start: InstanceId) -> IndexedEvent {
    IndexedEvent {
        uid: uid.to_owned(),
        recurrence_id: None,
        start,
        title: title.to_owned(),
        people: "Ada Moreau <ada@example.org>\nSam Okafor <sam@example.org>".to_owned(),
        description: String::new(),
        fingerprint: 0,
        cancelled: false,
    }
}

/// The calendar that was imported from a file of this name, else a new one.
pub fn calendar_of(act: &Act<'_>, file: &str) -> Target {
    let calendars = act.calendars().unwrap();
    let known = calendars.iter().find(|calendar| calendar.file == file);
    known.map_or(Target::New, |calendar| Target::Calendar(calendar.key))
}

/// Imports `work.ics`, whose bytes are the number of its version.
pub fn import(store: &mut Store, version: u32, events: &[IndexedEvent]) -> ImportOutcome {
    let bytes = format!("version {version}");
    store
        .act("Import work.ics", now(), |act| {
            act.import(&Import {
                target: calendar_of(act, "work.ics"),
                events,
                ..Import::of_file("work.ics", bytes.as_bytes())
            })
        })
        .unwrap()
}

/// All rows of all tables that hold what the user decided, read by another hand than the store's.
pub fn decisions(folder: &Path) -> Vec<(String, Vec<Value>)> {
    let connection = Connection::open(library_file(folder)).unwrap();
    let mut rows = Vec::new();
    for table in [
        "calendar",
        "setting",
        "correction",
        "rule",
        "profile",
        "plan",
    ] {
        let mut statement = connection
            .prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2"))
            .unwrap();
        let columns = statement.column_count();
        let found = statement
            .query_map([], |row| (0..columns).map(|i| row.get(i)).collect())
            .unwrap();
        rows.extend(found.map(|row| (table.to_owned(), row.unwrap())));
    }
    rows
}

/// This test binary once more, as a program of its own that runs the ignored test `test` on a folder.
pub fn second_program(test: &str, folder: &Path, argument: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env("WEEKWISE_SECOND_PROGRAM", folder)
        .env("WEEKWISE_SECOND_PROGRAM_ARGUMENT", argument)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// The folder and the argument a second program was given; `None` where the test is run by hand.
pub fn given() -> Option<(PathBuf, String)> {
    let folder = std::env::var_os("WEEKWISE_SECOND_PROGRAM")?;
    let argument = std::env::var("WEEKWISE_SECOND_PROGRAM_ARGUMENT").ok()?;
    Some((PathBuf::from(folder), argument))
}
