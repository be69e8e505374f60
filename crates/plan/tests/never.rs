//! What no plan may do, over random calendars.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_model::{BlockOrigin, ChangeAction, PlanChoice, PlanWishes, Settings, Stay};
use weekwise_plan::{Alternatives, Draft, Entry, Hold, PlanInput, plan};

use crate::world::{at, balanced, instant, meeting, slot, weeks};

fn calendar() -> impl Strategy<Value = PlanInput> {
    let starts = prop_oneof![
        // Clocks go back, forward, forward at midnight, and by half an hour.
        Just((
            Tz::Europe__Berlin,
            NaiveDate::from_ymd_opt(2026, 10, 19).unwrap()
        )),
        Just((
            Tz::America__New_York,
            NaiveDate::from_ymd_opt(2026, 3, 2).unwrap()
        )),
        Just((
            Tz::Africa__Cairo,
            NaiveDate::from_ymd_opt(2026, 4, 20).unwrap()
        )),
        Just((
            Tz::Australia__Lord_Howe,
            NaiveDate::from_ymd_opt(2026, 3, 30).unwrap()
        )),
    ];
    let may = proptest::collection::vec(
        prop_oneof![
            Just((ChangeAction::Move, 1.0)),
            Just((ChangeAction::Shorten, 1.0)),
            Just((ChangeAction::Async, 2.0)),
            Just((ChangeAction::Decline, 1.5)),
        ],
        0..3,
    );
    let entry = (0_u64..14, 0_u32..24, 0_u32..60, 5_i64..150, may, 0_u32..8);
    let wishes = (
        0_u32..6,
        60_u32..130,
        0_u32..200,
        0_u32..4,
        0_u32..10,
        0_u32..40,
        any::<bool>(),
        0_usize..5,
    );
    (
        starts,
        proptest::collection::vec(entry, 0..40),
        wishes,
        (0_i64..12_000, 0_u32..24),
        stay(),
    )
        .prop_map(|((zone, from), entries, wishes, (now, night), stay)| {
            let (mornings, shortest, more, day, week, bookable, same, choice) = wishes;
            let choice = [
                PlanChoice::Balanced,
                PlanChoice::NoChanges,
                PlanChoice::FewestChanges,
                PlanChoice::LeastSocialCost,
                PlanChoice::MostFocus,
            ][choice];
            let wishes = PlanWishes {
                mornings,
                shortest_minutes: shortest,
                longest_minutes: shortest + more,
                most_per_day: day,
                most_per_week: week,
                breathing_minutes: bookable % 20,
                bookable_hours: f64::from(bookable) / 4.0,
                same_weekdays: same,
                choice,
                ..balanced()
            };
            let mut input = weeks(from, 2, zone, wishes);
            let mut settings = Settings {
                zone,
                ..Settings::default()
            };
            settings.marks.stays = stay
                .into_iter()
                .map(|(first, days, place)| Stay {
                    first: from + Days::new(first),
                    last: from + Days::new(first + days),
                    zone: place.name().to_owned(),
                })
                .collect();
            input.whereabouts = settings.whereabouts();
            if !settings.marks.stays.is_empty() {
                for day in &mut input.days {
                    let working = input.whereabouts.working_on(day.date, &settings);
                    (day.work, day.begins) = (working.hours, working.begins);
                }
            }
            // Somebody who works on the nights the clocks change.
            for day in &mut input.days {
                if day.work.is_empty() {
                    day.begins = Some(at(zone, day.date, night.min(20), 0));
                    day.work.push((
                        at(zone, day.date, night.min(20), 0),
                        at(zone, day.date, night.min(20) + 3, 0),
                    ));
                }
            }
            input.now += TimeDelta::minutes(now);
            for (index, (day, hour, minute, length, may, kind)) in entries.into_iter().enumerate() {
                let start = at(zone, from + Days::new(day), hour.min(22), minute);
                let mut entry = meeting(&index.to_string(), start, length, &may);
                match kind {
                    0 => entry.claim = Hold::Focus,
                    1 => entry.claim = Hold::Busy,
                    2 => input.wishes.locked.push(slot(start, length)),
                    3 => input.wishes.dismissed.push(slot(start, length)),
                    _ => {}
                }
                if kind == 2 || kind == 3 {
                    continue;
                }
                input.entries.push(entry);
            }
            input
        })
}

/// A journey in one of the two weeks, more often none.
fn stay() -> impl Strategy<Value = Option<(u64, u64, Tz)>> {
    let places = vec![
        Tz::America__Los_Angeles,
        Tz::Asia__Tokyo,
        Tz::Asia__Kathmandu,
        Tz::Pacific__Auckland,
    ];
    proptest::option::of((0_u64..13, 0_u64..9, proptest::sample::select(places)))
}

fn overlap(a: (DateTime<Utc>, DateTime<Utc>), b: (DateTime<Utc>, DateTime<Utc>)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

fn check(input: &PlanInput, draft: &Draft) -> Result<(), TestCaseError> {
    let wishes = &draft.wishes;
    let within = |span: (DateTime<Utc>, DateTime<Utc>)| {
        input
            .days
            .iter()
            .flat_map(|d| &d.work)
            .any(|w| w.0 <= span.0 && span.1 <= w.1)
    };
    // Each entry where the plan leaves it.
    let after = |index: usize, entry: &Entry| {
        draft
            .outcome
            .moved
            .iter()
            .find(|(moved, _)| *moved == index)
            .map_or(Some((entry.start, entry.end)), |(_, to)| *to)
    };
    let breathing = TimeDelta::minutes(i64::from(wishes.breathing_minutes));
    let mut before = None;
    for block in draft
        .blocks
        .iter()
        .filter(|b| b.origin != BlockOrigin::Kept)
    {
        let span = (instant(&block.start), instant(&block.end));
        let is_new = block.origin == BlockOrigin::New;
        prop_assert!(span.0 >= input.now, "in the past: {block:?}");
        prop_assert!(within(span), "outside working time: {block:?}");
        prop_assert_eq!((span.1 - span.0).num_minutes(), block.minutes);
        if is_new {
            prop_assert!(
                block.minutes >= i64::from(wishes.shortest_minutes),
                "too short: {block:?}"
            );
            prop_assert!(
                block.minutes <= i64::from(wishes.longest_minutes),
                "too long: {block:?}"
            );
            // Noon where I am, whichever date it is there.
            let day = span.0.date_naive();
            for date in (day - Days::new(2)).iter_days().take(5) {
                let noon = |hour| at(input.whereabouts.zone_on(date), date, hour, 0);
                prop_assert!(
                    !overlap(span, (noon(12), noon(13))),
                    "over lunch: {block:?}"
                );
            }
            for dismissed in &wishes.dismissed {
                prop_assert!(!overlap(
                    span,
                    (instant(&dismissed.start), instant(&dismissed.end))
                ));
            }
        }
        prop_assert!(
            before.is_none_or(|end| end <= span.0),
            "two blocks at once: {block:?}"
        );
        before = Some(span.1);
        for (index, entry) in input.entries.iter().enumerate() {
            // Who places a block says how near it may come to a meeting.
            let is_new = block.origin == BlockOrigin::New;
            let room = if is_new && matches!(entry.claim, Hold::Meeting { .. }) {
                breathing
            } else {
                TimeDelta::zero()
            };
            if let Some((from, to)) = after(index, entry) {
                prop_assert!(
                    !overlap(span, (from - room, to + room)),
                    "{block:?} over {entry:?}"
                );
            }
        }
    }
    for (index, to) in &draft.outcome.moved {
        let entry = &input.entries[*index];
        let Hold::Meeting { may, .. } = &entry.claim else {
            return Err(TestCaseError::fail("only meetings change"));
        };
        let change = draft.changes.iter().find(|c| c.uid == entry.uid).unwrap();
        prop_assert!(may.iter().any(|(action, _)| *action == change.action));
        prop_assert!(entry.start > input.now);
        let Some(span) = *to else { continue };
        if change.action != ChangeAction::Move {
            continue;
        }
        prop_assert!(
            span.0 >= input.now && within(span),
            "moved out of bounds: {change:?}"
        );
        for (other, theirs) in input
            .entries
            .iter()
            .enumerate()
            .filter(|(other, _)| other != index)
        {
            prop_assert!(
                !overlap(span, (theirs.start, theirs.end)),
                "moved onto another: {change:?}"
            );
            if let Some(theirs) = after(other, theirs) {
                prop_assert!(!overlap(span, theirs), "moved onto another: {change:?}");
            }
        }
    }
    if wishes.choice == PlanChoice::NoChanges && draft.wishes.locked.is_empty() {
        prop_assert!(draft.changes.is_empty());
    }
    for week in input.days.chunks(7) {
        let new = |day: NaiveDate| {
            let on = |b: &&weekwise_model::PlanBlock| {
                b.origin == BlockOrigin::New && b.start.starts_with(&day.to_string())
            };
            draft.blocks.iter().filter(on).count()
        };
        prop_assert!(
            week.iter().map(|d| new(d.date)).sum::<usize>() <= wishes.most_per_week as usize
        );
        for day in week {
            prop_assert!(new(day.date) <= wishes.most_per_day as usize);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn what_no_plan_may_do(input in calendar()) {
        let draft = plan(&input, Alternatives::None);
        check(&input, &draft)?;
        prop_assert_eq!(&draft, &plan(&input, Alternatives::None));
        prop_assert!(draft.optimal);
    }
}
