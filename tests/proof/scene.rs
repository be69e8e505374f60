//! What the trials share: numbers, calendars, a library's state in words, and programs to kill.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use weekwise_engine::{Clock, Progress, Source, StoredLibrary};

/// A number in the environment.
pub fn number_of(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

pub fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

pub fn open(folder: &Path) -> StoredLibrary {
    StoredLibrary::open(folder, &clock()).unwrap()
}

/// A calendar of single events in November, `count` from a day on, whose titles say which version it is.
pub fn calendar(name: &str, day: usize, count: usize, version: usize) -> Vec<u8> {
    let events: Vec<String> = (0..count)
        .map(|n| {
            let (day, hour) = (day + n % 5, 8 + n % 9);
            format!(
                "BEGIN:VEVENT\r\nUID:{name}-{day}-{n}\r\nDTSTART:202611{day:02}T{hour:02}0000Z\r\nDURATION:PT45M\r\nSUMMARY:{name} {n} of version {version}\r\nEND:VEVENT\r\n"
            )
        })
        .collect();
    let events = events.concat();
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:{name}\r\n{events}END:VCALENDAR\r\n")
        .into_bytes()
}

pub fn source(name: &str, bytes: Vec<u8>) -> Source {
    Source::Bytes {
        name: name.to_owned(),
        bytes,
    }
}

pub fn import(library: &mut StoredLibrary, name: &str, bytes: Vec<u8>) {
    let progress = Progress::default();
    library
        .import(source(name, bytes), &clock(), &progress)
        .unwrap();
}

/// Everything that is in a library, every imported byte too, and what can be undone and redone. Which numbers calendars
/// have is not in it.
pub fn state(library: &StoredLibrary) -> String {
    let mut export = Vec::new();
    library.export_all(&mut export).unwrap();
    let mut export: Value = serde_json::from_slice(&export).unwrap();
    without_keys(&mut export);
    let shown = library.library(None, &clock()).unwrap();
    format!("{export} {:?} {:?}", shown.undo, shown.redo)
}

fn without_keys(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("key");
            fields.values_mut().for_each(without_keys);
        }
        Value::Array(values) => values.iter_mut().for_each(without_keys),
        _ => {}
    }
}

/// Whether a file is an export of a library, whole.
pub fn is_whole_export(file: &Path) -> bool {
    let bytes = std::fs::read(file).unwrap();
    let value: Option<Value> = serde_json::from_slice(&bytes).ok();
    value.is_some_and(|value| value.get("calendars").is_some()) && bytes.ends_with(b"\n")
}

/// This test binary once more, as a program of its own that runs the ignored test `test`.
pub fn program(test: &str, folder: &Path, argument: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env("WEEKWISE_PROOF_FOLDER", folder)
        .env("WEEKWISE_PROOF_ARGUMENT", argument)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// What a program was given; `None` where the test is run by hand.
pub fn given() -> Option<(PathBuf, String)> {
    let folder = std::env::var_os("WEEKWISE_PROOF_FOLDER")?;
    let argument = std::env::var("WEEKWISE_PROOF_ARGUMENT").ok()?;
    Some((PathBuf::from(folder), argument))
}
