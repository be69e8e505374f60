//! Importing a week each week adds up, and two calendars stay two (product.md section 3, *the same calendar*).

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{
    Clock, Destination, EngineError, Progress, SettingsChange, Source, StoredLibrary,
};
use weekwise_model::ImportedCalendar;

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

fn library(folder: &Path) -> StoredLibrary {
    StoredLibrary::open(folder, &clock()).unwrap()
}

/// A calendar that calls itself “Calendar”, as those of Outlook do, with an event for each “UID DAY” or “UID DAY weekly”.
fn file(name: &str, events: &[&str]) -> Source {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Calendar\r\n".to_owned();
    for event in events {
        let parts: Vec<&str> = event.split(' ').collect();
        let rule = if parts.len() > 2 {
            "RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z\r\n"
        } else {
            ""
        };
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:2026{}T090000Z\r\nDURATION:PT1H\r\n{rule}SUMMARY:{}\r\nEND:VEVENT\r\n",
            parts[0], parts[1], parts[0]
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn import(library: &mut StoredLibrary, source: Source) -> ImportedCalendar {
    let progress = Progress::default();
    let summary = library.import(source, &clock(), &progress).unwrap();
    summary.calendars.into_iter().next().unwrap()
}

/// Day and title of every occurrence of November.
fn november(library: &StoredLibrary) -> Vec<String> {
    let change = SettingsChange {
        zone: Some("UTC".to_owned()),
        ..SettingsChange::default()
    };
    let opened = library.read(&change).unwrap();
    let rows = opened
        .events(&opened.everything(&clock()), &clock())
        .unwrap();
    let all = rows.iter().filter(|row| row.start.starts_with("2026-11"));
    let mut all: Vec<String> = all
        .map(|row| format!("{} {}", &row.start[8..10], row.summary))
        .collect();
    all.sort();
    all
}

#[test]
fn a_week_each_week_is_all_weeks() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let first = file(
        "calendar.ics",
        &[
            "standup 0907 weekly",
            "review 0908 weekly",
            "guild 0910 weekly",
            "a 1102",
            "b 1104",
        ],
    );
    let second = file(
        "calendar (1).ics",
        &[
            "standup 0907 weekly",
            "review 0908 weekly",
            "guild 0910 weekly",
            "c 1109",
            "d 1111",
        ],
    );
    let third = file(
        "calendar (2).ics",
        &[
            "standup 0907 weekly",
            "review 0908 weekly",
            "guild 0910 weekly",
            "e 1116",
            "f 1118",
        ],
    );
    assert!(import(&mut library, first).created);
    let brought = import(&mut library, second.clone());
    assert!(!brought.created);
    assert_eq!(
        (brought.added, brought.removed, brought.still_holding),
        (2, 0, 2)
    );
    import(&mut library, third);
    let singles = ["02 a", "04 b", "09 c", "11 d", "16 e", "18 f"];
    let mut all: Vec<String> = singles.map(str::to_owned).to_vec();
    for (day, series) in [(2, "standup"), (3, "review"), (5, "guild")] {
        let days = (day..=30).step_by(7);
        all.extend(days.map(|day: u32| format!("{day:02} {series}")));
    }
    all.sort();
    assert_eq!(november(&library), all);
    assert_eq!(library.sources().unwrap().calendars.len(), 1);
    // Once more, with what was planned for Wednesday gone.
    let again = import(&mut library, second);
    assert_eq!((again.added, again.removed), (0, 0));
    assert_eq!(november(&library), all);
    let replanned = file(
        "calendar (3).ics",
        &[
            "standup 0907 weekly",
            "review 0908 weekly",
            "guild 0910 weekly",
            "c 1109",
            "x 1113",
        ],
    );
    let brought = import(&mut library, replanned);
    assert_eq!((brought.added, brought.removed), (1, 1));
    assert!(!november(&library).contains(&"11 d".to_owned()));
    library.undo().unwrap();
    assert_eq!(november(&library), all);
}

#[test]
fn weeks_that_share_nothing_count_both_and_can_be_joined() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let first = import(&mut library, file("calendar.ics", &["a 1102", "b 1104"]));
    let second = import(
        &mut library,
        file("calendar (1).ics", &["c 1109", "d 1111"]),
    );
    assert!(second.created);
    let may_be = second.may_be.unwrap();
    assert_eq!((may_be.key, may_be.name.as_str()), (first.key, "Calendar"));
    let all = ["02 a", "04 b", "09 c", "11 d"];
    assert_eq!(november(&library), all);
    library
        .join_calendars(second.key, first.key, &clock())
        .unwrap();
    assert_eq!(november(&library), all);
    assert_eq!(library.sources().unwrap().calendars.len(), 1);
    library.undo().unwrap();
    assert_eq!(library.sources().unwrap().calendars.len(), 2);
    assert_eq!(november(&library), all);
}

#[test]
fn what_the_user_says_a_file_is_it_is() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let first = import(&mut library, file("calendar.ics", &["a 1102", "b 1104"]));
    let mut import_as = |source, destination| {
        let progress = Progress::default();
        let summary = library.import_as(source, destination, &clock(), &progress);
        summary.map(|mut summary| summary.calendars.remove(0))
    };
    let into = Destination::Calendar(first.key);
    let second = import_as(file("other.ics", &["c 1109"]), into).unwrap();
    assert_eq!(
        (second.key, second.added, second.removed),
        (first.key, 1, 0)
    );
    let third = import_as(
        file("calendar.ics", &["a 1102", "b 1104"]),
        Destination::New,
    )
    .unwrap();
    assert!(third.created && third.may_be.is_none());
    let gone = import_as(file("calendar.ics", &["a 1102"]), Destination::Calendar(99));
    assert!(matches!(gone, Err(EngineError::Library(_))));
    assert_eq!(library.calendar_called("2").unwrap(), third.key);
    let several = library.calendar_called("Calendar");
    assert!(matches!(several, Err(EngineError::SeveralCalendars)));
}

#[test]
fn two_accounts_whose_programs_call_both_calendar_are_two() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    import(
        &mut library,
        file("a/calendar.ics", &["a 1102", "b 1104", "c 1106"]),
    );
    import(
        &mut library,
        file("b/calendar.ics", &["x 1102", "y 1104", "z 1106"]),
    );
    assert_eq!(november(&library).len(), 6);
    // Each is known again by what it holds.
    let again = import(
        &mut library,
        file("calendar.ics", &["x 1102", "y 1104", "z 1106"]),
    );
    assert!(again.identical, "{again:?}");
    let moved = import(
        &mut library,
        file("calendar.ics", &["a 1102", "b 1105", "c 1106"]),
    );
    assert_eq!((moved.moved, moved.created), (1, false));
    assert_eq!(november(&library).len(), 6);
}
