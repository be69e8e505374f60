//! Series that a file writes one by one are put together; what merely looks alike stays apart.

use std::sync::Arc;

use chrono::{DateTime, Days, Utc};
use chrono_tz::Tz;
use weekwise_analyze::{GatheredSeries, MeetingsQuestion, gathered, meetings};
use weekwise_model::{
    CalendarId, Category, Classified, Event, Me, Oddity, Period, Status, WallSpan,
};

use crate::support::{Build, ME, ZONE, counted, day, meeting, settings};

/// A single event as a file has it: the wall clock in UTC, as careless exports write it.
fn written(build: Build) -> Classified {
    let mut classified = build.build();
    let (start, end) = classified.occurrence.span.instants(ZONE);
    let mut event = Event::clone(&classified.occurrence.event);
    event.first = WallSpan::Timed {
        start: start.naive_utc(),
        end: end.naive_utc(),
        zone: Some(Tz::UTC),
    };
    classified.occurrence.event = Arc::new(event);
    classified
}

/// A meeting with two colleagues, every so many days, each time under another UID.
fn one_by_one(title: &str, first: &str, every: i64, times: i64) -> Vec<Classified> {
    (0..times)
        .map(|time| {
            let mut build = meeting("first", Category::CrossTeam, first)
                .title(title)
                .with(&["ana@example.org", "ben@example.org", "cem@example.org"])
                .days_later(every * time);
            build = build.uid(&format!("{title}-{time}"));
            written(build)
        })
        .collect()
}

fn series(events: &[Classified]) -> GatheredSeries {
    let events = events.iter().map(|classified| &classified.occurrence.event);
    gathered(events, &Me::confirmed([ME]), ZONE, &[])
}

fn put_together(mut events: Vec<Classified>) -> Vec<Classified> {
    let series = series(&events);
    for classified in &mut events {
        let event = &classified.occurrence.event;
        let of_calendar = series.get(&event.calendar);
        classified.gathered = of_calendar.and_then(|all| all.get(&event.uid)).cloned();
    }
    events
}

fn together(events: &[Classified]) -> usize {
    series(events)
        .values()
        .map(std::collections::HashMap::len)
        .sum()
}

#[test]
fn a_weekly_meeting_written_one_by_one_is_one_series() {
    // Over the change of clocks: the wall clock says 10:00 each time, UTC does not.
    let events = one_by_one("Platform sync", "2026-10-06 10:00", 7, 8);
    let found = series(&events);
    let of_calendar = &found[&CalendarId(0)];
    assert_eq!(of_calendar.len(), 8);
    let first = &of_calendar["Platform sync-0"];
    assert_eq!((first.uid.as_str(), first.events), ("Platform sync-0", 8));
    assert_eq!(first.recurrence.rules, ["FREQ=WEEKLY;INTERVAL=1;BYDAY=TU"]);
}

#[test]
fn several_weekdays_are_one_series_and_another_rhythm_is_another() {
    let mut daily = Vec::new();
    for (weekday, first) in ["2026-10-05 09:30", "2026-10-06 09:30", "2026-10-08 09:30"]
        .iter()
        .enumerate()
    {
        for (time, mut one) in (0..).zip(one_by_one("Stand-up", first, 7, 4)) {
            let mut event = Event::clone(&one.occurrence.event);
            event.uid = format!("stand-up-{weekday}-{time}");
            one.occurrence.event = Arc::new(event);
            daily.push(one);
        }
    }
    let found = series(&daily);
    let names: std::collections::HashSet<&str> = found[&CalendarId(0)]
        .values()
        .map(|gathered| gathered.uid.as_str())
        .collect();
    assert_eq!(names.len(), 1);
    let fortnightly = one_by_one("Guild", "2026-10-07 15:00", 14, 4);
    let gathered = &series(&fortnightly)[&CalendarId(0)]["Guild-0"];
    assert_eq!(
        gathered.recurrence.rules,
        ["FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"]
    );
}

#[test]
fn what_merely_looks_alike_stays_apart() {
    let weekly = |title: &str| one_by_one(title, "2026-10-06 10:00", 7, 6);
    // Twice is no rhythm.
    assert_eq!(together(&weekly("Platform sync")[..2]), 0);
    // A title that says nothing.
    assert_eq!(together(&weekly("Busy")), 0);
    // No steady distance.
    let mut scattered = weekly("Review");
    scattered = [0, 1, 3, 7, 12, 20]
        .into_iter()
        .zip(scattered)
        .map(|(week, one)| {
            let uid = one.occurrence.event.uid.clone();
            let build = meeting("x", Category::Review, "2026-10-06 10:00").title("Review");
            written(build.days_later(7 * week).uid(&uid))
        })
        .collect();
    assert_eq!(together(&scattered), 0);
    // Another colleague each week, in the same hour.
    let office_hours: Vec<Classified> = (0..6)
        .map(|week| {
            let who = format!("guest{week}@example.org");
            let build = meeting("x", Category::OneOnOne, "2026-10-06 10:00").title("1:1");
            let build = build.with(&[&who]).uid(&format!("guest-{week}"));
            written(build.days_later(7 * week))
        })
        .collect();
    assert_eq!(together(&office_hours), 0);
    // Two at once are two meetings.
    let mut twice = weekly("Platform sync");
    twice.extend(weekly("Platform sync").into_iter().map(|mut one| {
        let mut event = Event::clone(&one.occurrence.event);
        event.uid += "-b";
        one.occurrence.event = Arc::new(event);
        one
    }));
    assert_eq!(together(&twice), 0);
    // Another length.
    let mut lengths = weekly("Platform sync");
    for (at, one) in lengths.iter_mut().enumerate() {
        if let WallSpan::Timed { start, end, zone } = one.occurrence.event.first {
            let mut event = Event::clone(&one.occurrence.event);
            let end = end + chrono::TimeDelta::minutes(15 * i64::try_from(at).unwrap());
            event.first = WallSpan::Timed { start, end, zone };
            one.occurrence.event = Arc::new(event);
        }
    }
    assert_eq!(together(&lengths), 0);
}

/// A weekly meeting of which Google wrote each part as a series of its own.
fn split(root: &str) -> Vec<Classified> {
    let part = |uid: &str, first: &str, endless: bool| {
        let build = meeting(uid, Category::CrossTeam, "2026-11-10 10:00").title("Round");
        let mut classified = build.repeats("FREQ=WEEKLY;BYDAY=TU", first).build();
        let mut event = Event::clone(&classified.occurrence.event);
        let recurrence = event.recurrence.as_mut().map(Arc::make_mut).unwrap();
        recurrence.endless = endless;
        classified.occurrence.event = Arc::new(event);
        classified
    };
    vec![
        part(&format!("{root}@google.com"), "2025-01-07 10:00", false),
        part(
            &format!("{root}_R20260106T100000@google.com"),
            "2026-01-06 10:00",
            false,
        ),
        part(
            &format!("{root}_R20261103T110000@google.com"),
            "2026-11-03 11:00",
            true,
        ),
        part("other@google.com", "2026-11-03 11:00", true),
    ]
}

#[test]
fn the_parts_of_a_series_that_google_split_are_one() {
    let found = series(&split("a1"));
    let of_calendar = &found[&CalendarId(0)];
    assert_eq!(of_calendar.len(), 3);
    let one = &of_calendar["a1_R20261103T110000@google.com"];
    assert_eq!(
        (one.uid.as_str(), one.events, one.split),
        ("a1@google.com", 3, true)
    );
    assert!(one.recurrence.endless, "as its last part says");
    let begins = one.recurrence.first.instants(ZONE).0;
    assert_eq!(
        begins.date_naive(),
        day("2025-01-07"),
        "as old as its first part"
    );
    let mut events = put_together(split("a1"));
    events.truncate(3);
    let uids: Vec<&str> = events.iter().map(Classified::series_uid).collect();
    assert_eq!(uids, ["a1@google.com"; 3]);
    let first = |c: &Classified| c.recurrence().unwrap().first;
    assert!(events.iter().all(|c| first(c) == one.recurrence.first));
    assert!(!events.iter().any(Classified::is_written_one_by_one));
}

#[test]
fn a_series_written_one_by_one_is_counted_as_one() {
    let mut events = one_by_one("Platform sync", "2026-04-07 10:00", 7, 34);
    for one in events.iter_mut().rev().take(4) {
        let mut event = Event::clone(&one.occurrence.event);
        event.status = Status::Cancelled;
        one.occurrence.event = Arc::new(event);
    }
    let events = put_together(events);
    let from = day("2026-10-12");
    let question = MeetingsQuestion {
        now: "2026-11-16T08:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        ahead: &events,
        calendars: &std::collections::HashMap::new(),
    };
    let period = Period::of_days(from, from + Days::new(56), ZONE);
    let view = meetings(&counted(&events, period, &settings()), &question).unwrap();
    let [row] = view.series.as_slice() else {
        panic!("one series, not {}", view.series.len());
    };
    assert_eq!(row.uid, "Platform sync-0");
    assert!(row.recurring);
    assert_eq!(row.cadence.as_deref(), Some("every week on Tuesday"));
    assert_eq!((row.times, row.gathered), (3, 34));
    assert!(row.marks.iter().any(|mark| mark.mark == Oddity::Zombie));
    assert!(!row.marks.iter().any(|mark| mark.mark == Oddity::NoEnd));
    assert!(
        view.notes
            .iter()
            .any(|note| note.contains("read as 1 series"))
    );
}
