//! The damaged calendars of the proof (tests/proof), read by this crate alone: of the events a person sees each is read or
//! told of. The proof does the same with the whole program; here many more are read in the same time.

use std::path::Path;

use super::damage::{FOLDERS, Unordered, calendars, mutant};
use super::support::{read, utc};
use super::visible::visible_events;
use chrono_tz::Tz;
use weekwise_model::{Diagnostic, Outcome};

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

/// What is wrong with the reading of a file, if anything is.
fn silent_loss(bytes: Vec<u8>) -> Option<String> {
    let visible = visible_events(&bytes);
    let imported = read(bytes);
    let expansion = imported.expand(utc(2020, 1, 1), utc(2026, 1, 1), Tz::UTC);
    let report = imported.check(&expansion);
    let events = report.files.iter().flat_map(|file| &file.calendars);
    let events: usize = events.map(|calendar| calendar.events).sum();
    let left_out = report.diagnostics.iter().filter(|d| is_left_out(d));
    let left_out: Vec<u32> = left_out.map(|d| d.line).collect();
    let is_told = left_out.contains(&0) || events + left_out.len() >= visible;
    (!is_told).then(|| format!("{visible} to be seen, {events} read, left out {left_out:?}"))
}

/// More of them: `WEEKWISE_MUTANTS=1-40`, a range of seeds.
#[test]
fn of_the_events_to_be_seen_each_is_read_or_told_of() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let calendars = calendars(&FOLDERS.map(|folder| root.join(folder)));
    let wanted = std::env::var("WEEKWISE_MUTANTS").unwrap_or_else(|_| "1-2".to_owned());
    let (first, last) = wanted.split_once('-').unwrap();
    let mut lost = Vec::new();
    for seed in first.parse::<u64>().unwrap()..=last.parse().unwrap() {
        let mut unordered = Unordered::new(seed);
        for number in 0..600 {
            let bytes = mutant(&calendars, &mut unordered);
            if let Some(why) = silent_loss(bytes.clone()) {
                let name = format!("lost-{seed}-{number}.ics");
                let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
                std::fs::write(&file, bytes).unwrap();
                lost.push(format!("{}: {why}", file.display()));
            }
        }
    }
    assert!(
        lost.is_empty(),
        "{} losses\n{}",
        lost.len(),
        lost.join("\n")
    );
}
