use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use icalendar::parser::{read_calendar, unfold};

use super::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).unwrap()
}

fn wednesday() -> NaiveDate {
    day(2026, 11, 11)
}

fn count(text: &str, start: &str) -> usize {
    unfold(text)
        .lines()
        .filter(|l| l.starts_with(start))
        .count()
}

#[test]
fn every_day_of_a_week_gives_the_same_text() {
    let text = calendar(wednesday());
    let monday = day(2026, 11, 9);
    for days in 0..7 {
        assert_eq!(calendar(monday + Days::new(days)), text);
    }
    assert_ne!(calendar(monday + Days::new(7)), text);
}

#[test]
fn lines_are_folded_and_ended_as_the_rfc_says() {
    let text = calendar(wednesday());
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
}

#[test]
fn another_reader_understands_it() {
    let text = calendar(wednesday());
    let unfolded = unfold(&text);
    let read = read_calendar(&unfolded).unwrap();
    let events = read
        .components
        .iter()
        .filter(|c| c.name == "VEVENT")
        .count();
    assert_eq!(events, count(&text, "BEGIN:VEVENT"));
    for name in ["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CREATED"] {
        for event in read.components.iter().filter(|c| c.name == "VEVENT") {
            assert!(event.find_prop(name).is_some(), "{name} missing");
        }
    }
}

#[test]
fn what_is_in_it() {
    let text = calendar(wednesday());
    let counts = [
        "BEGIN:VEVENT",
        "RRULE:",
        "EXDATE",
        "RECURRENCE-ID",
        "STATUS:CANCELLED",
        "STATUS:TENTATIVE",
        "DTSTART;VALUE=DATE",
        "DTSTART;TZID=America/New_York",
    ]
    .map(|start| format!("{} {start}\n", count(&text, start)));
    assert_eq!(
        counts.concat(),
        "159 BEGIN:VEVENT\n\
         48 RRULE:\n\
         26 EXDATE\n\
         58 RECURRENCE-ID\n\
         23 STATUS:CANCELLED\n\
         2 STATUS:TENTATIVE\n\
         3 DTSTART;VALUE=DATE\n\
         2 DTSTART;TZID=America/New_York\n"
    );
}

#[test]
fn its_days_lie_in_its_26_weeks() {
    let monday = monday_of(wednesday());
    let first = monday - Days::new(22 * 7);
    let after = first + Days::new(26 * 7);
    let text = calendar(wednesday());
    let starts: BTreeSet<NaiveDate> = unfold(&text)
        .split("BEGIN:VEVENT")
        .skip(1)
        .filter(|event| !event.contains("UID:monolith-exit@"))
        .filter_map(|event| {
            let line = event.lines().find(|l| l.starts_with("DTSTART"))?;
            let date = line.rsplit(':').next()?.get(..8)?;
            NaiveDate::parse_from_str(date, "%Y%m%d").ok()
        })
        .collect();
    assert_eq!(starts.first(), Some(&first));
    assert!(starts.last().is_some_and(|last| *last < after));
}

#[test]
fn series_have_names_of_their_own() {
    let mut ids: Vec<_> = story::entries().map(|e| e.id).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn changes_meet_an_instance() {
    for entry in story::entries() {
        for change in entry.changes {
            let text = format!("{} in week {}", entry.id, change.week);
            assert!(change.week >= entry.week, "{text}");
            if let entry::Repeat::Weekly { every, last } = entry.repeat {
                assert_eq!((change.week - entry.week) % i64::from(every), 0, "{text}");
                assert!(last.is_none_or(|last| change.week <= last), "{text}");
            }
        }
    }
}

#[test]
fn every_address_is_an_example() {
    let text = calendar(wednesday());
    for part in unfold(&text).split("mailto:").skip(1) {
        let address = part.lines().next().unwrap_or_default();
        assert!(address.ends_with(".example"), "{address}");
    }
}
