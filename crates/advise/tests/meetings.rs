//! What could be done about each series, as Meetings tells it.

use std::collections::HashMap;

use chrono::{DateTime, Days, TimeDelta, Utc};
use proptest::prelude::*;
use weekwise_advise::{Question, advise, quote_series};
use weekwise_analyze::{Analysis, MeetingsQuestion, meetings};
use weekwise_model::{
    Category, Classified, MeetingsView, Period, SeriesAction, SeriesChange, SeriesRow, Span,
};

use crate::promises::calendar;
use crate::support::{ZONE, counted, day, meeting, settings, week};

fn four_weeks() -> Period {
    Period::of_days(day("2026-11-09"), day("2026-11-09") + Days::new(28), ZONE)
}

fn asked(events: &[Classified], period: Period, now: DateTime<Utc>) -> MeetingsView {
    let calendars = HashMap::new();
    let counted = counted(events, period, &settings());
    let question = MeetingsQuestion {
        now,
        ahead: &[],
        calendars: &calendars,
    };
    let mut view = meetings(&counted, &question).unwrap();
    let question = Question {
        occurrences: counted.occurrences(),
        period,
        settings: counted.settings(),
        now,
    };
    quote_series(counted.trial().unwrap(), &question, &mut view);
    view
}

fn row<'v>(view: &'v MeetingsView, uid: &str) -> &'v SeriesRow {
    view.series.iter().find(|row| row.uid == uid).unwrap()
}

fn before() -> DateTime<Utc> {
    "2026-11-08T12:00:00Z".parse().unwrap()
}

/// A weekly meeting of twelve in the middle of Tuesday, 11–12, whose 12:30–17 is taken: without it 9–12:30 is one stretch, at
/// 11:30 it leaves 9–11:30.
fn splitter() -> Vec<Classified> {
    let series = meeting("platform", Category::CrossTeam, "2026-11-10 11:00")
        .title("Platform sync")
        .people(12)
        .repeats("FREQ=WEEKLY;BYDAY=TU", "2026-10-06 11:00");
    let mut events: Vec<Classified> = (0..4)
        .map(|week| series.days_later(7 * week).build())
        .collect();
    for week in 0..4 {
        let afternoon = meeting(
            &format!("afternoon{week}"),
            Category::CrossTeam,
            "2026-11-10 12:30",
        );
        events.push(afternoon.minutes(270).days_later(7 * week).build());
    }
    events
}

#[test]
fn each_change_tells_the_focus_time_it_gives_back() {
    let view = asked(&splitter(), four_weeks(), before());
    let changes = &row(&view, "platform").changes;
    let gain = |action, by| {
        let change = changes
            .iter()
            .find(|c| c.action == action && c.by_minutes == by);
        change.map(|change| (change.focus_hours_per_week * 60.0).round())
    };
    // 9–11 is focus time already: 2 h of 3.5 h.
    assert_eq!(gain(SeriesAction::Drop, 0), Some(90.0));
    assert_eq!(gain(SeriesAction::Halve, 0), Some(45.0));
    assert_eq!(gain(SeriesAction::Shorten, 15), Some(0.0));
    assert_eq!(gain(SeriesAction::Move, 30), Some(30.0));
    assert_eq!(gain(SeriesAction::Move, 60), None, "12–13 is taken");
    assert_eq!(
        gain(SeriesAction::Move, -60),
        Some(-120.0),
        "10–11 leaves an hour before and 90 min after"
    );
}

#[test]
fn what_is_not_advised_says_why() {
    let view = asked(&splitter(), four_weeks(), before());
    let changes = &row(&view, "platform").changes;
    let halved = changes.iter().find(|c| c.action == SeriesAction::Halve);
    let because = &halved.unwrap().social_cost_because;
    assert!(because.starts_with("not advised, because "), "{because}");
    assert!(view.changes.is_empty());
    assert!(
        view.notes.iter().any(|note| !note.is_empty()),
        "where no series should change, a note says so: {:?}",
        view.notes
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn each_row_tells_what_counting_anew_finds_and_the_first_changes_are_those_of_the_list((events, now, _) in calendar()) {
        let settings = settings();
        let view = asked(&events, week(), now);
        let question = Question { occurrences: &events, period: week(), settings: &settings, now };
        let list = advise(&question).unwrap();
        let about_series = |action: SeriesAction| action != SeriesAction::Move;
        for change in &view.changes {
            prop_assert!(about_series(change.action));
            let advice = list.advice.iter().find(|one| one.uid.as_ref() == Some(&change.uid)).unwrap();
            let saved = advice.effect.hours_to_move_before - advice.effect.hours_to_move_after;
            prop_assert_eq!(&change.text, &format!("{}.", advice.text));
            prop_assert_eq!(&change.gain, &advice.gain);
            prop_assert!((change.hours_to_move_saved - saved).abs() < 1e-9);
            prop_assert_eq!(row(&view, &change.uid).changes.first(), Some(change), "it comes first in its row");
        }
        let before = Analysis::of(&events, week(), &settings).unwrap();
        // What advice says to use the time for as well is counted with that.
        let uses = |change: &SeriesChange| change.text.contains(", and use the time for ");
        let all = view.series.iter().flat_map(|row| &row.changes);
        for change in all.filter(|change| !uses(change)) {
            let mut changed = events.clone();
            match change.action {
                SeriesAction::Drop => changed.retain(|c| c.occurrence.event.uid != change.uid),
                SeriesAction::Shorten => for c in &mut changed {
                    if c.occurrence.event.uid == change.uid && let Span::Timed { end, start } = &mut c.occurrence.span {
                        let inside = (*end).min(week().to) - TimeDelta::minutes(change.by_minutes);
                        *end = if inside > (*start).max(week().from) { inside } else { *end };
                    }
                },
                _ => continue,
            }
            let after = Analysis::of(&changed, week(), &settings).unwrap();
            let focus = after.metrics().focus_time - before.metrics().focus_time;
            prop_assert!((focus - change.focus_hours_per_week).abs() < 1e-6, "{focus} for {change:?}");
            let moved = before.hours_to_move() - after.hours_to_move();
            // An odd minute that two share goes to either.
            prop_assert!((moved - change.hours_to_move_saved).abs() < 0.02, "{moved} for {change:?}");
        }
    }
}
