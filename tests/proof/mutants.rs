//! Real calendars, damaged: what looks like an event to a person is read or told of, nothing panics, nothing takes long,
//! and a library they are imported into is what it was once that is undone.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::{Duration, Instant};

use tempfile::TempDir;
use weekwise_engine::{EngineError, Opened, Progress, SettingsChange};
use weekwise_model::{Diagnostic, Outcome};

use crate::program::root;
use crate::proof::damage::{FOLDERS, Unordered, calendars, mutant};
use crate::proof::scene::{calendar, clock, import, open, source, state};
use crate::proof::visible::visible_events;

/// The longest that reading one may take, as on a slow machine and without optimisation.
const PATIENCE: Duration = Duration::from_secs(2);

/// One in so many is imported into a library as well.
const IMPORTED: u64 = 6;

/// Reads `count` of them; what is told.
pub fn run(seed: u64, count: u64) -> String {
    let mut unordered = Unordered::new(seed);
    let mut folders = FOLDERS.map(|folder| root().join(folder)).to_vec();
    folders.extend(std::env::var_os("WEEKWISE_CALENDARS").map(PathBuf::from));
    let calendars = calendars(&folders);
    assert!(calendars.len() >= 30, "there are calendars to damage");
    let place = TempDir::new().unwrap();
    let mut library = open(place.path());
    import(&mut library, "work.ics", calendar("Work", 2, 20, 1));
    let before = state(&library);
    let (mut told, mut slowest) = (0, Duration::ZERO);
    for number in 0..count {
        let bytes = mutant(&calendars, &mut unordered);
        let begun = Instant::now();
        let read = catch_unwind(AssertUnwindSafe(|| read(&bytes)));
        slowest = slowest.max(begun.elapsed());
        let name = kept_where(&bytes);
        let Ok((events, diagnostics)) = read else {
            panic!("mutant {number} panics: {name}")
        };
        assert!(
            begun.elapsed() < PATIENCE,
            "mutant {number} takes long: {name}"
        );
        let visible = visible_events(&bytes);
        let whole = diagnostics.iter().any(|d| is_left_out(d) && d.line == 0);
        let left_out = diagnostics.iter().filter(|d| is_left_out(d) && d.line > 0);
        let left_out = left_out.count();
        assert!(
            events + left_out >= visible || whole,
            "mutant {number}: {visible} events to be seen, {events} read and {left_out} told of: {name}"
        );
        told += u64::from(whole || left_out > 0);
        let _ = fs::remove_file(name);
        if number % IMPORTED == 0 {
            let source = source("mutant.ics", bytes);
            let imported = library.import(source, &clock(), &Progress::default());
            if imported.is_ok_and(|summary| summary.calendars.iter().any(|c| !c.identical)) {
                library.undo().unwrap();
            }
            let after = state(&library);
            assert!(
                same_but_redo(&after, &before),
                "mutant {number} changed the library"
            );
        }
    }
    format!(
        "{count} mutants of {} calendars: 0 panics, 0 silent losses ({told} told of what was left out), slowest {:.2} s",
        calendars.len(),
        slowest.as_secs_f64()
    )
}

/// Where a mutant lies while it is looked at, so that one that fails can be looked at again.
fn kept_where(bytes: &[u8]) -> String {
    let file = std::env::temp_dir().join(format!("weekwise-mutant-{}.ics", std::process::id()));
    fs::write(&file, bytes).unwrap();
    file.display().to_string()
}

/// What can be redone is the import that was undone.
fn same_but_redo(after: &str, before: &str) -> bool {
    let without = |state: &str| state.rsplit_once(" Some(").map(|(left, _)| left.to_owned());
    let plain = |state: &str| state.trim_end_matches(" None").to_owned();
    after == before || without(after) == Some(plain(before))
}

/// How many events were read, and every problem.
fn read(bytes: &[u8]) -> (usize, Vec<Diagnostic>) {
    let source = source("mutant.ics", bytes.to_vec());
    match Opened::read(source, &SettingsChange::default(), &clock()) {
        Ok(opened) => {
            let everything = opened.everything(&clock());
            let rows = opened.events(&everything, &clock());
            drop(rows.unwrap());
            let report = opened.check(&everything, &clock()).unwrap();
            let events = report
                .files
                .iter()
                .flat_map(|file| &file.calendars)
                .map(|calendar| calendar.events)
                .sum();
            (events, report.diagnostics)
        }
        Err(EngineError::NothingRead { diagnostics }) => (0, diagnostics),
        Err(error) => panic!("{error}"),
    }
}

/// Whether an event, or the whole file, is said to be left out. Older versions and copies of events are read ones.
fn is_left_out(diagnostic: &Diagnostic) -> bool {
    let read = [
        "superseded",
        "identical-copy",
        "too-many-duplicates",
        "excluded",
    ];
    diagnostic.outcome == Outcome::LeftOut && !read.contains(&diagnostic.code.as_str())
}
