//! Meetings that move to another day of their week, own errands that move first, and blocks that cannot be where they are put.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use weekwise_model::{Category, ChangeAction, PlanWishes};
use weekwise_plan::{Alternatives, Entry, Hold, PlanInput, plan};

use crate::world::{at, balanced, instant, meeting, monday, slot, weeks};

const BERLIN: Tz = Tz::Europe__Berlin;

fn on(day: u64, hour: u32, minute: u32) -> DateTime<Utc> {
    at(BERLIN, monday() + Days::new(day), hour, minute)
}

/// Monday is free in the morning but for half an hour in its middle; on Tuesday one hour at noon is.
fn two_days(may: &[(ChangeAction, f64)]) -> PlanInput {
    let wishes = PlanWishes {
        mornings: 1,
        bookable_hours: 0.0,
        lunch: None,
        ..balanced()
    };
    let mut input = weeks(monday(), 1, BERLIN, wishes);
    for day in &mut input.days[2..] {
        (day.work, day.begins) = (Vec::new(), None);
    }
    input.entries = vec![
        meeting("sync", on(0, 10, 0), 30, may),
        meeting("workshop", on(0, 12, 0), 300, &[]),
        meeting("early", on(1, 9, 0), 180, &[]),
        meeting("late", on(1, 13, 0), 240, &[]),
    ];
    input
}

#[test]
fn a_meeting_moves_to_a_gap_of_another_day_where_its_own_has_none() {
    let input = two_days(&[(ChangeAction::Move, 1.0)]);
    let draft = plan(&input, Alternatives::None);
    assert_eq!(draft.changes.len(), 1, "{draft:?}");
    let change = &draft.changes[0];
    assert_eq!(instant(change.to.as_ref().unwrap()), on(1, 12, 0));
    assert!(
        (change.cost - 1.5).abs() < 1e-9,
        "another day takes more persuading"
    );
    assert!(
        change.draft.contains("Tuesday, 12:00–12:30"),
        "{}",
        change.draft
    );
    assert!(!change.draft.contains("same day"), "{}", change.draft);
    assert!(draft.optimal && draft.blocks.iter().any(|block| block.morning));
    assert_eq!(
        draft.outcome.moved,
        [(0, Some((on(1, 12, 0), on(1, 12, 30))))]
    );
}

#[test]
fn nobody_is_asked_to_be_where_they_are_known_not_to_be() {
    let mut input = two_days(&[(ChangeAction::Move, 1.0)]);
    let Hold::Meeting { elsewhere, .. } = &mut input.entries[0].claim else {
        unreachable!("it is a meeting");
    };
    elsewhere.push((on(1, 12, 0), on(1, 12, 30)));
    let draft = plan(&input, Alternatives::None);
    assert_eq!(
        instant(draft.changes[0].to.as_ref().unwrap()),
        on(1, 12, 30)
    );
    let Hold::Meeting { elsewhere, .. } = &mut input.entries[0].claim else {
        unreachable!("it is a meeting");
    };
    elsewhere.push((on(1, 12, 0), on(1, 13, 0)));
    let draft = plan(&input, Alternatives::None);
    // On its own day there is a place that is a little worse.
    assert_eq!(
        instant(draft.changes[0].to.as_ref().unwrap()),
        on(0, 11, 30)
    );
}

#[test]
fn a_meeting_that_would_break_focus_time_elsewhere_stays() {
    let mut input = two_days(&[(ChangeAction::Move, 1.0)]);
    // Two hours and a half are free on Tuesday: open focus.
    input.entries[2].end = on(1, 10, 30);
    let draft = plan(&input, Alternatives::None);
    let elsewhere = draft
        .changes
        .iter()
        .filter_map(|change| change.to.as_deref());
    assert!(
        elsewhere.map(instant).all(|to| to < on(1, 0, 0)),
        "{:?}",
        draft.changes
    );
}

#[test]
fn an_own_errand_moves_before_any_meeting() {
    let mut input = two_days(&[(ChangeAction::Move, 0.5)]);
    // Expenses on Monday, a meeting on Tuesday: one free morning is wanted, and the errand makes room for it.
    input.entries[0] = Entry {
        claim: Hold::Errand,
        category: Category::OtherWork,
        ..meeting("expenses", on(0, 10, 0), 30, &[])
    };
    let draft = plan(&input, Alternatives::None);
    assert_eq!(draft.changes.len(), 1, "{draft:?}");
    let change = &draft.changes[0];
    assert_eq!(change.uid, "expenses");
    assert!(
        change.because.contains("nobody has to be asked"),
        "{}",
        change.because
    );
    assert!(change.draft.is_empty(), "nobody has to be told");
}

#[test]
fn a_block_that_cannot_be_is_refused_with_what_stays_there() {
    let mut input = two_days(&[(ChangeAction::Move, 1.0)]);
    if let Hold::Meeting { because, .. } = &mut input.entries[1].claim {
        *because = "Somebody else organizes it.".to_owned();
    }
    input.wishes.added = vec![
        slot(on(0, 13, 0), 120),
        slot(on(0, 8, 0), 60),
        slot(on(0, 9, 0), 90),
    ];
    let draft = plan(&input, Alternatives::None);
    let reasons: Vec<&str> = draft
        .refused
        .iter()
        .map(|one| one.because.as_str())
        .collect();
    assert_eq!(
        reasons,
        [
            "“Meeting workshop” stays there: somebody else organizes it",
            "it does not lie within working time"
        ]
    );
    // What can be says what it takes: the meeting it lies on goes elsewhere.
    assert_eq!(draft.changes.len(), 1);
    assert!(draft.changes[0].gain_minutes >= 90, "{:?}", draft.changes);
    let now = instant(&draft.changes[0].from);
    assert!(now + TimeDelta::minutes(30) <= on(0, 10, 30));
}
