//! Real calendars, damaged: what looks like an event to a person is read or told of, nothing panics, nothing takes long,
//! and a library they are imported into is what it was once that is undone.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use weekwise_engine::{EngineError, Opened, Progress, SettingsChange};
use weekwise_model::{Diagnostic, Outcome};

use crate::program::root;
use crate::proof::scene::{Unordered, calendar, clock, import, open, source, state};

/// The longest that reading one may take, as on a slow machine and without optimisation.
const PATIENCE: Duration = Duration::from_secs(2);

/// Larger files only take longer.
const LARGEST: u64 = 48 << 10;

/// One in so many is imported into a library as well.
const IMPORTED: u64 = 6;

/// Calendars as programs write them: those of this project's tests, and those that `WEEKWISE_CALENDARS` leads to.
fn calendars() -> Vec<Vec<u8>> {
    let mut folders = vec![
        root().join("crates/ical/tests/fixtures"),
        root().join("tests/calendars"),
        root().join("tests/cases"),
    ];
    folders.extend(std::env::var_os("WEEKWISE_CALENDARS").map(PathBuf::from));
    let mut files = Vec::new();
    for folder in &folders {
        collect(folder, &mut files);
    }
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_calendar = path.extension().is_some_and(|end| end == "ics");
        if path.is_dir() {
            collect(&path, files);
        } else if is_calendar && path.metadata().is_ok_and(|found| found.len() <= LARGEST) {
            files.push(path);
        }
    }
}

/// Reads `count` of them; what is told.
pub fn run(seed: u64, count: u64) -> String {
    let mut unordered = Unordered::new(seed);
    let calendars = calendars();
    assert!(calendars.len() >= 30, "there are calendars to damage");
    let place = TempDir::new().unwrap();
    let mut library = open(place.path());
    import(&mut library, "work.ics", calendar("Work", 2, 20, 1));
    let before = state(&library);
    let (mut told, mut slowest) = (0, Duration::ZERO);
    for number in 0..count {
        let whole = &calendars[unordered.below(calendars.len())];
        let mut bytes = whole.clone();
        for _ in 0..=unordered.below(3) {
            damage(&mut bytes, &mut unordered);
        }
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

/// How many events a person would say there are: lines that begin as `BEGIN:VEVENT` does, give or take a letter, with a
/// property below; whatever stands before both as a mail quotes or as text is indented, and whether or not letters are two
/// bytes wide.
fn visible_events(bytes: &[u8]) -> usize {
    let letters: Vec<u8> = bytes.iter().copied().filter(|b| *b != 0).collect();
    let lines: Vec<&[u8]> = letters
        .split(|b| matches!(b, b'\n' | b'\r'))
        .map(without_margin)
        .filter(|line| !line.is_empty())
        .collect();
    let begins = |pair: &&[&[u8]]| begins_an_event(pair[0]) && is_a_property(pair[1]);
    lines.windows(2).filter(begins).count()
}

/// A line without blanks and quotation marks around it.
fn without_margin(line: &[u8]) -> &[u8] {
    let mut text = line.trim_ascii();
    while let Some(quoted) = text.strip_prefix(b">") {
        text = quoted.trim_ascii_start();
    }
    text
}

fn begins_an_event(line: &[u8]) -> bool {
    let letters: Vec<u8> = line
        .iter()
        .filter(|b| b.is_ascii_alphabetic())
        .take(11)
        .map(u8::to_ascii_uppercase)
        .collect();
    is_nearly(&letters, b"BEGINVEVENT")
}

/// Whether a line is a name, then a colon or a semicolon.
fn is_a_property(line: &[u8]) -> bool {
    let line = line.trim_ascii();
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-';
    let name = line.iter().take_while(|b| is_name(b)).count();
    name > 0 && matches!(line.get(name), Some(b':' | b';'))
}

/// Whether two words of one length differ in one letter at most, or in two that are swapped.
fn is_nearly(word: &[u8], like: &[u8]) -> bool {
    let differ: Vec<usize> = (0..like.len())
        .filter(|at| word.get(*at) != like.get(*at))
        .collect();
    match differ.as_slice() {
        [] | [_] => word.len() == like.len(),
        [a, b] => *b == a + 1 && word.get(*a) == like.get(*b) && word.get(*b) == like.get(*a),
        _ => false,
    }
}

/// Does to a file what programs, mail and hands do to files.
fn damage(bytes: &mut Vec<u8>, unordered: &mut Unordered) {
    let at = unordered.below(bytes.len());
    match unordered.below(15) {
        0 if at < bytes.len() => bytes[at] ^= 1 << unordered.below(8),
        1 if at + 1 < bytes.len() => bytes.swap(at, at + 1),
        2 => bytes.truncate(at),
        3 => insert(bytes, at, b"\0"),
        4 => insert(bytes, at, b"\r"),
        5 => insert(bytes, at, b"\r\n"),
        6 => insert(bytes, at, b"\xEF\xBB\xBF"),
        7 => insert(bytes, at, &[b'x'; 4_000]),
        8 => {
            let end = (at + unordered.below(120)).min(bytes.len());
            bytes.drain(at..end);
        }
        9 => {
            let end = (at + unordered.below(400)).min(bytes.len());
            let again = bytes.get(at..end).unwrap_or_default().to_vec();
            insert(bytes, at, &again);
        }
        10 => glue(bytes, at),
        11 => indent(bytes, at),
        12 => quote(bytes, at),
        13 => lose_letters(bytes, at, unordered),
        _ => bytes.retain(|b| *b != b'\r'),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    bytes.splice(at..at, what.iter().copied());
}

/// Takes away the next line end.
fn glue(bytes: &mut Vec<u8>, at: usize) {
    let end = bytes.iter().skip(at).position(|b| *b == b'\n');
    if let Some(end) = end.map(|end| at + end) {
        let begin = if end > 0 && bytes[end - 1] == b'\r' {
            end - 1
        } else {
            end
        };
        bytes.drain(begin..=end);
    }
}

/// Quotes all of it, or what follows, as mails do.
fn quote(bytes: &mut Vec<u8>, at: usize) {
    let from = if at.is_multiple_of(2) { 0 } else { at };
    let (kept, rest) = bytes.split_at(from);
    let mut quoted = kept.to_vec();
    for (number, line) in rest.split_inclusive(|b| *b == b'\n').enumerate() {
        if number > 0 || from == 0 {
            quoted.extend_from_slice(b"> ");
        }
        quoted.extend_from_slice(line);
    }
    *bytes = quoted;
}

/// Takes away a few letters of the next line that begins an event.
fn lose_letters(bytes: &mut Vec<u8>, at: usize, unordered: &mut Unordered) {
    let begin = b"BEGIN:VEVENT";
    let found = bytes.get(at..).unwrap_or_default();
    if let Some(place) = found.windows(begin.len()).position(|part| part == begin) {
        let from = at + place + unordered.below(begin.len());
        let end = (from + 1 + unordered.below(4)).min(bytes.len());
        bytes.drain(from..end);
    }
}

/// Puts blanks before some of the lines.
fn indent(bytes: &mut Vec<u8>, at: usize) {
    let (kept, rest) = bytes.split_at(at);
    let mut indented = kept.to_vec();
    for (number, line) in rest.split_inclusive(|b| *b == b'\n').enumerate() {
        if (1..40).contains(&number) {
            indented.extend_from_slice(b"  ");
        }
        indented.extend_from_slice(line);
    }
    *bytes = indented;
}
