//! What is said where a plan cannot be what was wished for.

use chrono::{Days, TimeDelta};
use chrono_tz::Tz;
use weekwise_model::{BlockOrigin, ChangeAction, PlanWishes, Stop};
use weekwise_plan::{Alternatives, Hold, plan};

use crate::world::{at, balanced, instant, meeting, monday, slot, weeks};

const BERLIN: Tz = Tz::Europe__Berlin;

#[test]
fn an_empty_week_gets_three_mornings_and_reaches_the_band() {
    let input = weeks(monday(), 1, BERLIN, balanced());
    let draft = plan(&input, Alternatives::All);
    assert!(draft.optimal);
    assert_eq!(draft.missing, None);
    assert_eq!(draft.arithmetic.block_minutes, 720);
    assert!(draft.blocks.iter().filter(|b| b.morning).count() >= 3);
    assert!(draft.changes.is_empty());
    assert_eq!(draft.alternatives[0].title, "No changes");
}

#[test]
fn a_horizon_that_is_over_says_so() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    input.now += TimeDelta::weeks(3);
    let draft = plan(&input, Alternatives::None);
    assert!(draft.blocks.is_empty());
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::Past));
    let missing = draft.missing.unwrap();
    assert!(
        missing.contains("over") && missing.contains("plan from today or later"),
        "{missing}"
    );
    assert_eq!(draft.arithmetic.relax, Some(missing));
    assert!(draft.optimal && draft.changes.is_empty());
}

#[test]
fn a_week_off_says_so() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    input.days.iter_mut().for_each(|day| day.work.clear());
    let draft = plan(&input, Alternatives::None);
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::NoWorkingTime));
}

#[test]
fn five_mornings_of_four_hours_in_a_week_of_three_days_name_the_wish() {
    let wishes = PlanWishes {
        mornings: 5,
        shortest_minutes: 240,
        longest_minutes: 240,
        ..balanced()
    };
    let mut input = weeks(monday(), 1, BERLIN, wishes);
    input.days[3].work.clear();
    input.days[4].work.clear();
    let draft = plan(&input, Alternatives::None);
    let note = draft
        .notes
        .iter()
        .find(|n| n.contains("5 mornings are wanted"))
        .unwrap();
    assert!(
        note.contains("has 3 days to work on") && note.contains("fewer mornings"),
        "{note}"
    );
    assert!(draft.blocks.iter().all(|b| b.minutes == 240));
    // With lunch at noon three hours are all a morning has.
    assert!(
        draft.notes[0].contains("No block of 4 h fits into a morning")
            && draft.notes[0].ends_with("allow shorter blocks first."),
        "{:?}",
        draft.notes
    );
    input.wishes.lunch = None;
    let draft = plan(&input, Alternatives::None);
    assert!(draft.blocks.iter().any(|b| b.morning));
    assert!(
        draft.notes[0].ends_with("ask for fewer mornings first."),
        "{:?}",
        draft.notes
    );
}

#[test]
fn a_week_full_of_fixed_meetings_has_no_free_hour() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    for n in 0..5 {
        let start = at(BERLIN, monday() + Days::new(n), 9, 0);
        input.entries.push(meeting(&n.to_string(), start, 480, &[]));
    }
    let draft = plan(&input, Alternatives::None);
    assert!(draft.blocks.is_empty() && draft.optimal);
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::Meetings));
    assert!(
        draft.notes.iter().any(|n| n.contains("say which may")),
        "{:?}",
        draft.notes
    );
    let missing = draft.missing.unwrap();
    assert!(
        missing.contains("Week 48 lacks 12 h of the 30 % deep work needs at least")
            && missing.contains("may change"),
        "{missing}"
    );
}

#[test]
fn a_week_full_of_meetings_that_may_change_asks_to_let_them() {
    let wishes = PlanWishes {
        no_changes: true,
        ..balanced()
    };
    let mut input = weeks(monday(), 1, BERLIN, wishes);
    for n in 0..5 {
        let start = at(BERLIN, monday() + Days::new(n), 9, 0);
        let may = [(ChangeAction::Decline, 0.5)];
        input
            .entries
            .push(meeting(&n.to_string(), start, 480, &may));
    }
    let draft = plan(&input, Alternatives::None);
    assert!(draft.blocks.is_empty());
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::NoChanges));
    let relax = draft.arithmetic.relax.unwrap();
    assert!(
        relax.starts_with("Let meetings change: it brings ")
            && relax.contains(" a week and asks for "),
        "{relax}"
    );
    assert!(draft.missing.unwrap().contains(&relax));
}

#[test]
fn a_calendar_that_names_nobody_says_which_question_to_answer_first() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    for n in 0..5 {
        let start = at(BERLIN, monday() + Days::new(n), 9, 0);
        // Of who is not named nobody knows whom a change would touch: nothing may change.
        input.entries.push(meeting(&n.to_string(), start, 480, &[]));
    }
    let draft = plan(&input, Alternatives::All);
    assert!(draft.blocks.is_empty() && draft.changes.is_empty() && draft.optimal);
    let asks = "No meeting may change as far as the calendar tells; say which may";
    assert!(
        draft.notes.iter().any(|n| n.starts_with(asks)),
        "{:?}",
        draft.notes
    );
    assert!(
        draft
            .missing
            .unwrap()
            .contains("look at which of them may change")
    );
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::Meetings));
    assert!(draft.alternatives.iter().all(|a| a.changes == 0));
}

#[test]
fn the_wish_that_is_in_the_way_is_named() {
    let wishes = PlanWishes {
        bookable_hours: 34.0,
        ..balanced()
    };
    let draft = plan(&weeks(monday(), 1, BERLIN, wishes), Alternatives::None);
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::Bookable));
    let wishes = PlanWishes {
        most_per_week: 1,
        ..balanced()
    };
    let draft = plan(&weeks(monday(), 1, BERLIN, wishes), Alternatives::None);
    assert_eq!(draft.arithmetic.stopped_by, Some(Stop::MostPerWeek));
}

#[test]
fn a_meeting_moves_out_of_a_morning_and_says_what_that_buys() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    for n in 0..5 {
        let start = at(BERLIN, monday() + Days::new(n), 10, 0);
        input.entries.push(meeting(
            &n.to_string(),
            start,
            30,
            &[(ChangeAction::Move, 1.0)],
        ));
    }
    let draft = plan(&input, Alternatives::All);
    assert!(!draft.changes.is_empty());
    for change in &draft.changes {
        assert_eq!(change.action, ChangeAction::Move);
        assert!(change.gain_minutes >= 150);
        assert!(
            change.draft.contains("concentrated work")
                && change.drafts.brief.len() < change.drafts.warm.len()
        );
        let (from, to) = (instant(&change.from), instant(change.to.as_ref().unwrap()));
        assert_eq!(from.date_naive(), to.date_naive());
    }
    let no_changes = &draft.alternatives[0];
    assert_eq!((no_changes.changes, no_changes.mornings), (0, 0));
    input.wishes.no_changes = true;
    let draft = plan(&input, Alternatives::All);
    assert!(draft.changes.is_empty());
    assert_eq!(draft.alternatives.len(), 1);
}

#[test]
fn a_morning_that_is_over_is_not_too_short() {
    let wishes = PlanWishes {
        mornings: 1,
        ..balanced()
    };
    let mut input = weeks(monday(), 1, BERLIN, wishes);
    input.days.truncate(1);
    input.now = at(BERLIN, monday(), 11, 0);
    let draft = plan(&input, Alternatives::None);
    assert!(
        draft
            .notes
            .iter()
            .all(|n| !n.contains("fits into a morning")),
        "{:?}",
        draft.notes
    );
}

#[test]
fn own_focus_blocks_stay_and_count() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    let mut own = meeting("own", at(BERLIN, monday(), 9, 0), 180, &[]);
    own.claim = Hold::Focus;
    input.entries.push(own);
    let draft = plan(&input, Alternatives::None);
    let kept = draft
        .blocks
        .iter()
        .find(|b| b.origin == BlockOrigin::Kept)
        .unwrap();
    assert!(kept.morning && kept.minutes == 180 && kept.uid == "own");
    assert_eq!(draft.arithmetic.block_minutes, 720);
}

#[test]
fn what_is_locked_stays_and_what_is_dismissed_stays_away() {
    let mut input = weeks(monday(), 1, BERLIN, balanced());
    let first = plan(&input, Alternatives::None);
    let thursday = at(BERLIN, monday() + Days::new(3), 14, 0);
    input.wishes.locked.push(slot(thursday, 120));
    input
        .wishes
        .dismissed
        .push(slot(at(BERLIN, monday(), 9, 0), 480));
    let again = plan(&input, Alternatives::None);
    let locked = again
        .blocks
        .iter()
        .find(|b| b.origin == BlockOrigin::Locked)
        .unwrap();
    assert_eq!(instant(&locked.start), thursday);
    assert!(
        again
            .blocks
            .iter()
            .all(|b| !b.start.starts_with(&monday().to_string()))
    );
    assert_eq!(
        again.arithmetic.block_minutes,
        first.arithmetic.block_minutes
    );
}

#[test]
fn every_week_has_its_mornings_on_the_same_weekdays() {
    let mut input = weeks(
        monday(),
        3,
        BERLIN,
        PlanWishes {
            mornings: 2,
            ..balanced()
        },
    );
    // In the second week Monday's morning is held.
    input.entries.push(meeting(
        "x",
        at(BERLIN, monday() + Days::new(7), 10, 0),
        60,
        &[],
    ));
    let draft = plan(&input, Alternatives::None);
    for week in 0..3 {
        let on = |day: u64| {
            let date = (monday() + Days::new(week * 7 + day)).to_string();
            draft
                .blocks
                .iter()
                .any(|b| b.morning && b.start.starts_with(&date))
        };
        assert!((0..5).filter(|day| on(*day)).count() >= 2);
    }
    assert!(draft.optimal);
}
