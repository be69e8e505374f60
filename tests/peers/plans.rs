//! Exported plans, read by Python's icalendar and recurring-ical-events: exactly the planned blocks, and after a second
//! export exactly those of the second plan.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::generated::Dice;
use super::home;
use crate::program::weekwise;

/// Starts and ends, as UTC instants.
type Blocks = BTreeSet<(String, String)>;

/// Zones, and a Monday before a week in which their clocks change.
const CHANGES: [(&str, &str); 4] = [
    ("Europe/Berlin", "2026-10-19"),
    ("America/New_York", "2026-10-26"),
    ("Australia/Sydney", "2026-09-28"),
    ("Europe/London", "2027-03-22"),
];

fn python() -> Option<[PathBuf; 2]> {
    let found = [
        home().join("venv/bin/python"),
        home().join("oracle/oracle_py.py"),
    ];
    if found.iter().all(|part| part.exists()) {
        return Some(found);
    }
    println!(
        "skipped: exported plans are read by Python's icalendar, which {} has not",
        home().display()
    );
    None
}

/// Weeks of meetings, most of which may change, in a zone.
fn calendar(dice: &mut Dice, zone: &str, monday: &str) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//generated//EN\r\n");
    let first: chrono::NaiveDate = monday.parse().unwrap();
    for number in 0..14 {
        let day = first + chrono::Days::new(u64::try_from(dice.between(0, 4)).unwrap());
        let time = format!("{:02}{:02}00", dice.between(9, 16), 15 * dice.between(0, 3));
        let organizer = dice.pick(&["me", "other"]);
        let rule = dice.pick(&[
            "RRULE:FREQ=WEEKLY",
            "RRULE:FREQ=WEEKLY;INTERVAL=2",
            "CLASS:PUBLIC",
        ]);
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{number}@generated\r\nDTSTAMP:20260101T000000Z\r\nDTSTART;TZID={zone}:{}T{time}\r\nDURATION:PT{}M\r\n{rule}\r\nSUMMARY:Meeting {number}\r\nORGANIZER:mailto:{organizer}@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:other@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:third@example.com\r\nEND:VEVENT\r\n",
            day.format("%Y%m%d"),
            15 * dice.between(1, 5),
        );
    }
    text + "END:VCALENDAR\r\n"
}

/// Plans into `ics`; what was planned.
fn plan(file: &Path, ics: &Path, zone: &str, monday: &str, more: &[String]) -> Blocks {
    let mut command = weekwise();
    let output = command
        .env("WEEKWISE_NOW", "2026-09-01T06:00:00Z")
        .arg("plan")
        .arg(file)
        .args([
            "--from",
            monday,
            "--weeks",
            "4",
            "--tz",
            zone,
            "--me",
            "me@example.com",
        ])
        .args(["--format", "json", "--quiet", "--ics"])
        .arg(ics)
        .args(more)
        .output()
        .unwrap();
    let plan: Value = serde_json::from_slice(&output.stdout).unwrap();
    let blocks = plan["blocks"].as_array().unwrap();
    blocks
        .iter()
        .map(|block| (in_utc(&block["start"]), in_utc(&block["end"])))
        .collect()
}

fn in_utc(value: &Value) -> String {
    let instant = chrono::DateTime::parse_from_rfc3339(value.as_str().unwrap()).unwrap();
    instant.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// What Python reads in it; blocks that were called off left out.
fn read(python: &[PathBuf; 2], file: &Path) -> Blocks {
    let output = Command::new(&python[0])
        .args([&python[1], file])
        .args(["2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"])
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        answer["errors"].as_array().map(Vec::len),
        Some(0),
        "{answer}"
    );
    let found = answer["windows"][0]["occ"].as_array().unwrap();
    let standing = found.iter().filter(|row| row["status"] != "CANCELLED");
    let blocks: Vec<_> = standing
        .map(|row| {
            let text = |key: &str| row[key].as_str().unwrap().to_owned();
            (text("start"), text("end"))
        })
        .collect();
    let once: Blocks = blocks.iter().cloned().collect();
    assert_eq!(
        once.len(),
        blocks.len(),
        "two blocks at one time: {blocks:?}"
    );
    once
}

/// Each event's text and its SEQUENCE, by UID.
fn events(text: &str) -> BTreeMap<String, (u32, String)> {
    text.split("BEGIN:VEVENT")
        .skip(1)
        .map(|event| {
            let event = event.split("END:VEVENT").next().unwrap();
            let value = |name: &str| {
                let line = event.lines().find_map(|line| line.strip_prefix(name));
                line.unwrap().trim().to_owned()
            };
            (
                value("UID:"),
                (value("SEQUENCE:").parse().unwrap(), event.to_owned()),
            )
        })
        .collect()
}

/// What a calendar holds that takes both files in: of each event the one with the higher SEQUENCE.
fn after_both(first: &str, second: &str) -> String {
    let mut all = events(first);
    for (uid, (sequence, event)) in events(second) {
        match all.get(&uid) {
            Some((known, before)) if *known >= sequence => {
                let same = |text: &str| {
                    let lines = text.lines().filter(|line| {
                        line.starts_with("DT")
                            || line.starts_with("RRULE")
                            || line.starts_with("EXDATE")
                    });
                    lines
                        .filter(|line| !line.starts_with("DTSTAMP"))
                        .map(str::to_owned)
                        .collect::<Vec<_>>()
                };
                assert_eq!(
                    same(before),
                    same(&event),
                    "changed, but SEQUENCE is {sequence}"
                );
            }
            _ => {
                all.insert(uid, (sequence, event));
            }
        }
    }
    let head = second.split("BEGIN:VEVENT").next().unwrap();
    let events = all.values().fold(String::new(), |events, (_, event)| {
        events + "BEGIN:VEVENT" + event + "END:VEVENT\r\n"
    });
    format!("{head}{events}END:VCALENDAR\r\n")
}

#[test]
fn python_reads_exactly_the_planned_blocks() {
    let Some(python) = python() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (mut series, mut exceptions) = (0, 0);
    for seed in 0..4_u64 {
        let (zone, monday) = CHANGES[usize::try_from(seed).unwrap() % CHANGES.len()];
        let file = folder.path().join(format!("{seed}.ics"));
        let ics = folder.path().join(format!("{seed}-plan.ics"));
        std::fs::write(&file, calendar(&mut Dice::of(seed), zone, monday)).unwrap();

        let planned = plan(&file, &ics, zone, monday, &[]);
        assert!(!planned.is_empty());
        assert_eq!(read(&python, &ics), planned, "seed {seed}");
        let first = std::fs::read_to_string(&ics).unwrap();
        assert!(first.contains(&format!("BEGIN:VTIMEZONE\r\nTZID:{zone}")));
        series += first.matches("RRULE").count()
            - first
                .split("END:VTIMEZONE")
                .next()
                .unwrap()
                .matches("RRULE")
                .count();
        exceptions += first.matches("EXDATE").count();

        // Without the first block there is another plan.
        let gone = planned.first().unwrap();
        let dismissed = ["--dismiss".to_owned(), format!("{}/{}", gone.0, gone.1)];
        let again = plan(&file, &ics, zone, monday, &dismissed);
        assert_ne!(planned, again);
        assert_eq!(read(&python, &ics), again, "seed {seed}, second export");
        let both = folder.path().join(format!("{seed}-both.ics"));
        let second = std::fs::read_to_string(&ics).unwrap();
        std::fs::write(&both, after_both(&first, &second)).unwrap();
        assert_eq!(read(&python, &both), again, "seed {seed}, both imported");
    }
    assert!(series > 0, "no block was the same every week");
    println!("{series} series, {exceptions} weeks left out of them");
}
