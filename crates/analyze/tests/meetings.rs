//! Every series, what is odd about it, and the forward book.

use std::collections::HashMap;

use chrono::{DateTime, Days, Utc};
use weekwise_analyze::{MeetingsQuestion, meetings};
use weekwise_model::{
    BandStatus, CalendarId, Category, Classified, MeetingsView, Oddity, Period, Response,
    SeriesRow, Status,
};

use crate::support::{ZONE, counted, day, focus, meeting, settings};

fn four_weeks() -> Period {
    Period::of_days(day("2026-11-09"), day("2026-11-09") + Days::new(28), ZONE)
}

fn asked(events: &[Classified], ahead: &[Classified]) -> MeetingsView {
    let question = MeetingsQuestion {
        now: "2026-12-07T08:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        ahead,
        calendars: &HashMap::from([(CalendarId(0), "Work".to_owned())]),
    };
    meetings(&counted(events, four_weeks(), &settings()), &question).unwrap()
}

fn row<'v>(view: &'v MeetingsView, uid: &str) -> &'v SeriesRow {
    view.series.iter().find(|row| row.uid == uid).unwrap()
}

/// A weekly meeting of twelve in the middle of a free day, 11–12.
fn splitter() -> Vec<Classified> {
    let series = meeting("platform", Category::CrossTeam, "2026-11-10 11:00")
        .title("Platform sync")
        .people(12)
        .repeats("FREQ=WEEKLY;BYDAY=TU", "2026-10-06 11:00");
    (0..4)
        .map(|week| series.days_later(7 * week).build())
        .collect()
}

#[test]
fn a_series_is_told_with_its_rhythm_and_its_costs() {
    let view = asked(&splitter(), &[]);
    let row = row(&view, "platform");
    assert_eq!(
        (row.summary.as_str(), row.calendar.as_str()),
        ("Platform sync", "Work")
    );
    assert_eq!(row.cadence.as_deref(), Some("every week on Tuesday"));
    assert_eq!((row.times, row.minutes), (4, 240));
    assert!((row.hours_per_week - 1.0).abs() < 1e-9);
    assert!((row.people_hours_per_month - 12.0 * 30.44 / 7.0).abs() < 1e-9);
    // 9–11 and 12–17 are still focus time: only the hour itself is lost.
    assert!((row.focus_cost - 1.0).abs() < 1e-9);
    assert_eq!(row.last.as_deref(), Some("2026-12-01T11:00:00"));
    let marks: Vec<Oddity> = row.marks.iter().map(|mark| mark.mark).collect();
    assert_eq!(marks, [Oddity::Large, Oddity::NoEnd]);
}

#[test]
fn two_series_of_the_same_people_about_the_same_are_one_too_many() {
    let people = [Response::Accepted; 4];
    let weekly = |uid: &str, title: &str, start: &str| {
        let series = meeting(uid, Category::CrossTeam, start)
            .title(title)
            .attendees(&people)
            .repeats("FREQ=WEEKLY", start);
        (0..4)
            .map(move |week| series.days_later(7 * week).build())
            .collect::<Vec<_>>()
    };
    let mut events = weekly("a", "Platform sync", "2026-11-10 09:00");
    events.extend(weekly("b", "Platform weekly meeting", "2026-11-12 09:00"));
    events.extend(weekly("c", "Payments sync", "2026-11-13 09:00"));
    // The same meeting on another day is no second one.
    events.extend(weekly("d", "Payments sync", "2026-11-09 09:00"));
    let view = asked(&events, &[]);
    let doubles: Vec<(&str, Option<&str>)> = view
        .series
        .iter()
        .flat_map(|row| row.marks.iter().map(move |mark| (row, mark)))
        .filter(|(_, mark)| mark.mark == Oddity::Duplicate)
        .map(|(row, mark)| (row.uid.as_str(), mark.of.as_deref()))
        .collect();
    assert_eq!(doubles, [("b", Some("a"))]);
}

#[test]
fn cancelled_instances_are_not_the_next_one() {
    let series = meeting("platform", Category::CrossTeam, "2026-12-08 11:00")
        .repeats("FREQ=WEEKLY", "2026-10-06 11:00");
    let ahead = [
        series.clone().status(Status::Cancelled).build(),
        series.days_later(7).build(),
    ];
    let view = asked(&splitter(), &ahead);
    assert_eq!(
        row(&view, "platform").next.as_deref(),
        Some("2026-12-15T11:00:00")
    );
}

#[test]
fn the_forward_book_names_the_first_week_that_breaks() {
    let mut ahead = Vec::new();
    for (week, hours) in [(0, 6), (1, 12)] {
        for block in 0..hours / 6 {
            let workshop = meeting(
                &format!("w{week}{block}"),
                Category::CrossTeam,
                "2026-12-07 10:00",
            )
            .minutes(360);
            ahead.push(workshop.days_later(7 * week + block).build());
        }
    }
    let view = asked(&[], &ahead);
    let book = &view.forward;
    assert_eq!(book.weeks.len(), 8);
    assert!((book.weeks[0].promised_hours - 6.0).abs() < 1e-9);
    assert_eq!(book.weeks[0].breaks, []);
    let broken = book.first_break.as_ref().unwrap();
    assert_eq!(
        (broken.week.to_string().as_str(), broken.category),
        ("2026-W51", Category::CrossTeam)
    );
    assert_eq!(
        broken.text,
        "Week 51: cross-team is promised 4 h above its band."
    );
    assert_eq!(
        book.weeks[1].mix.of(Category::CrossTeam).unwrap().status,
        BandStatus::Over
    );
}

#[test]
fn a_band_out_of_reach_breaks_too() {
    // 32 of 40 h are promised to other work: of the 8 h left, deep work needs 12.
    let ahead: Vec<Classified> = (0..4)
        .map(|weekday| {
            meeting(
                &format!("x{weekday}"),
                Category::OtherWork,
                "2026-12-07 09:00",
            )
            .minutes(480)
            .days_later(weekday)
            .build()
        })
        .collect();
    let view = asked(&[], &ahead);
    let broken = view.forward.first_break.unwrap();
    assert_eq!(
        broken.text,
        "Week 50: deep work misses its band by 4 h even with all the time still free."
    );
    assert!(broken.hours < 0.0);
}

#[test]
fn hundreds_of_single_events_are_not_all_listed_and_still_add_up() {
    let events: Vec<Classified> = (0..300)
        .map(|n| {
            focus(&format!("n{n}"), "2026-11-09 00:00")
                .minutes(5)
                .days_later(n / 100)
                .build()
        })
        .enumerate()
        .map(|(n, mut c)| {
            let minutes = i64::try_from(n).unwrap() % 100 * 10;
            if let weekwise_model::Span::Timed { start, end } = &mut c.occurrence.span {
                *start += chrono::TimeDelta::minutes(minutes);
                *end += chrono::TimeDelta::minutes(minutes);
            }
            c
        })
        .collect();
    let view = asked(&events, &[]);
    assert_eq!((view.series.len(), view.unlisted), (200, 100));
    let listed: i64 = view.series.iter().map(|row| row.minutes).sum();
    assert_eq!(listed + view.unlisted_minutes, 1500);
}

#[test]
fn an_empty_period_says_so() {
    let view = asked(&[], &[]);
    assert_eq!(view.series, []);
    assert_eq!(view.notes, ["Nothing is booked in this period."]);
}
