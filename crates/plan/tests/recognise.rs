//! What became of planned blocks when the calendar comes back.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use weekwise_model::{Category, Classified, IsoWeek, Kind, Status};
use weekwise_plan::{Fate, Former, kept_weeks, recognise, uid_of};

use crate::people::{self, block, vary, with};
use crate::world::{at, monday};

const ZONE: Tz = Tz::Europe__Berlin;

fn nine(day: u64) -> DateTime<Utc> {
    at(ZONE, monday() + Days::new(day), 9, 0)
}

/// Three hours from nine on, planned on the n-th day from Monday.
fn planned(day: u64) -> Former {
    Former {
        uid: uid_of(Category::DeepWork, monday() + Days::new(day), 1),
        start: nine(day),
        end: nine(day) + TimeDelta::hours(3),
        sequence: 0,
        cancelled: false,
    }
}

fn as_planned(day: u64) -> Classified {
    block(&planned(day).uid, nine(day), 180)
}

fn meeting(start: DateTime<Utc>, minutes: i64) -> Classified {
    people::at(with(Kind::TeamMeeting, &["a", "b"]), start, minutes)
}

#[track_caller]
fn assert_fate(calendar: &[Classified], fate: Fate, kept_minutes: i64) {
    let counted: Vec<&Classified> = calendar.iter().collect();
    let found = recognise(&[planned(0)], &counted, ZONE);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].fate, found[0].kept_minutes), (fate, kept_minutes));
}

#[test]
fn a_block_where_it_was_planned_is_kept() {
    assert_fate(&[as_planned(0)], Fate::Kept, 180);
    // A meeting that ends as it starts, and one that starts as it ends, take nothing.
    let before = meeting(nine(0) - TimeDelta::hours(1), 60);
    let after = meeting(nine(0) + TimeDelta::hours(3), 60);
    assert_fate(&[before, as_planned(0), after], Fate::Kept, 180);
}

#[test]
fn a_block_elsewhere_is_moved() {
    let later = nine(0) + TimeDelta::hours(4);
    assert_fate(&[block(&planned(0).uid, later, 180)], Fate::Moved, 180);
    assert_fate(&[block(&planned(0).uid, nine(0), 120)], Fate::Moved, 120);
    assert_fate(&[block(&planned(0).uid, nine(2), 180)], Fate::Moved, 180);
}

#[test]
fn a_block_with_meetings_over_it_is_invaded_and_their_minutes_count_once() {
    let one = meeting(nine(0) + TimeDelta::minutes(30), 60);
    let overlapping = meeting(nine(0) + TimeDelta::minutes(60), 60);
    assert_fate(&[as_planned(0), one.clone()], Fate::Invaded, 120);
    assert_fate(&[overlapping, as_planned(0), one], Fate::Invaded, 90);
    // Another block of mine is no meeting.
    assert_fate(&[as_planned(0), block("own", nine(0), 60)], Fate::Kept, 180);
}

#[test]
fn a_block_that_is_not_there_or_called_off_is_gone() {
    assert_fate(&[], Fate::Gone, 0);
    assert_fate(&[as_planned(1)], Fate::Gone, 0);
    let mut off = as_planned(0);
    vary(&mut off, |event| event.status = Status::Cancelled);
    assert_fate(&[off], Fate::Gone, 0);
    // An instance of a series a week later is another block.
    assert_fate(&[block(&planned(0).uid, nine(7), 180)], Fate::Gone, 0);
}

#[test]
fn a_block_the_plan_called_off_is_not_asked_about() {
    let off = Former {
        cancelled: true,
        ..planned(0)
    };
    let calendar = as_planned(0);
    assert!(recognise(&[off], &[&calendar], ZONE).is_empty());
}

#[test]
fn weeks_that_are_over_count_planned_against_kept() {
    let plan: Vec<Former> = [0, 1, 2, 3, 7, 14].map(planned).into();
    let calendar = [
        as_planned(0),
        block(&planned(1).uid, nine(1) + TimeDelta::hours(4), 240),
        as_planned(2),
        meeting(nine(2), 60),
        as_planned(7),
        as_planned(14),
    ];
    let counted: Vec<&Classified> = calendar.iter().collect();
    let found = recognise(&plan, &counted, ZONE);
    // In the third week, before its block is over.
    let weeks = kept_weeks(&found, ZONE, nine(14) + TimeDelta::hours(2));
    assert_eq!(weeks.len(), 2);
    let first = &weeks[0];
    assert_eq!(first.week, IsoWeek::of(monday()));
    assert_eq!(
        (first.kept, first.moved, first.invaded, first.gone),
        (1, 1, 1, 1)
    );
    // A moved block that became longer is worth no more than was planned.
    assert_eq!(
        (first.planned_minutes, first.kept_minutes),
        (720, 180 + 180 + 120)
    );
    let second = &weeks[1];
    assert_eq!(
        (second.kept, second.planned_minutes, second.kept_minutes),
        (1, 180, 180)
    );
    let later = kept_weeks(&found, ZONE, nine(14) + TimeDelta::hours(3));
    assert_eq!(later.len(), 3);
}

#[test]
fn an_open_hour_that_reads_as_a_meeting_invades_nothing() {
    // Where the calendar hides people, “Open for 1:1s and mentoring” reads as one.
    let hour = uid_of(Category::OneOnOne, monday(), 1);
    let mut open = meeting(nine(0), 60);
    let mut event = open.occurrence.event.as_ref().clone();
    event.uid.clone_from(&hour);
    open.occurrence.event = std::sync::Arc::new(event);
    let former = Former {
        uid: hour,
        end: nine(0) + TimeDelta::hours(1),
        ..planned(0)
    };
    let found = recognise(&[former], &[&open], ZONE);
    assert_eq!((found[0].fate, found[0].kept_minutes), (Fate::Kept, 60));
}
