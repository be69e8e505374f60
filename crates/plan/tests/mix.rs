//! What the bands of a week ask of a plan, and what they forbid.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_model::{
    BandStatus, BlockOrigin, Category, ChangeAction, Mix, PlanChoice, PlanWishes, Profile,
};
use weekwise_plan::{Alternatives, Draft, Entry, Hold, Outcome, PlanInput, Unprepared, plan};

use crate::world::{at, balanced, instant, meeting, mixes, monday, weeks};

const BERLIN: Tz = Tz::Europe__Berlin;

fn week(entries: Vec<Entry>, wishes: PlanWishes) -> PlanInput {
    let mut input = weeks(monday(), wishes.weeks, BERLIN, wishes);
    input.entries = entries;
    input.mixes = now(&input);
    input
}

fn now(input: &PlanInput) -> Vec<Mix> {
    let entries = &input.entries;
    mixes(
        input,
        &Profile::default(),
        |at| Some((entries[at].start, entries[at].end)),
        &[],
    )
}

fn after(input: &PlanInput, outcome: &Outcome) -> Vec<Mix> {
    let there = |place: usize| {
        let moved = outcome.moved.iter().find(|(entry, _)| *entry == place);
        let entry = &input.entries[place];
        moved.map_or(Some((entry.start, entry.end)), |(_, to)| *to)
    };
    mixes(input, &Profile::default(), there, &outcome.blocks)
}

fn entry(
    day: u64,
    hour: u32,
    minutes: i64,
    category: Category,
    may: &[(ChangeAction, f64)],
) -> Entry {
    let start = at(BERLIN, monday() + Days::new(day), hour, 0);
    Entry {
        category,
        ..meeting(&format!("{day}-{hour}"), start, minutes, may)
    }
}

fn of(draft: &Draft, category: Category) -> i64 {
    let new = draft.blocks.iter().filter(|b| b.origin == BlockOrigin::New);
    new.filter(|b| b.category == category)
        .map(|b| b.minutes)
        .sum()
}

#[test]
fn above_the_top_of_its_band_deep_work_asks_nobody() {
    // Half an hour each morning that may move; the rest of the week is open.
    let may = [(ChangeAction::Move, 0.5)];
    let syncs = (0..5).map(|day| entry(day, 11, 30, Category::CrossTeam, &may));
    for choice in [PlanChoice::Balanced, PlanChoice::MostFocus] {
        let wishes = PlanWishes {
            choice,
            ..balanced()
        };
        let input = week(syncs.clone().collect(), wishes);
        assert_eq!(
            input.mixes[0].of(Category::DeepWork).unwrap().status,
            BandStatus::Over
        );
        let draft = plan(&input, Alternatives::None);
        assert!(draft.changes.is_empty(), "{:?}", draft.changes);
        assert!(
            of(&draft, Category::DeepWork) >= 12 * 60,
            "open time is protected"
        );
        assert!(draft.missing.is_none());
    }
}

#[test]
fn strategy_below_its_band_gets_90_minutes_and_more_and_open_hours_are_offered() {
    let draft = plan(&week(Vec::new(), balanced()), Alternatives::All);
    assert!(of(&draft, Category::Strategy) >= 90);
    assert!(of(&draft, Category::OneOnOne) >= 30);
    let titles = |category: Category| {
        let mut blocks = draft.blocks.iter().filter(move |b| b.category == category);
        blocks.next().map(|b| (b.title.as_str(), b.uid.as_str()))
    };
    let (title, uid) = titles(Category::Strategy).unwrap();
    assert!(
        title == "Strategy" && uid.starts_with("strategy-2026-11-"),
        "{uid}"
    );
    assert!(
        titles(Category::OneOnOne)
            .unwrap()
            .0
            .starts_with("Open for 1:1s")
    );
    assert!(
        draft.alternatives[0].text.contains(" for strategy, "),
        "{:?}",
        draft.alternatives
    );
}

#[test]
fn deep_work_leaves_the_one_gap_that_strategy_needs() {
    // Open time over noon is no place for a block; the one that is lies on Tuesday afternoon.
    let booked = [Category::OneOnOne, Category::Review, Category::CrossTeam];
    let mut focus = entry(0, 9, 180, Category::DeepWork, &[]);
    focus.claim = Hold::Focus;
    let mut entries = vec![
        focus,
        entry(0, 13, 240, booked[0], &[]),
        entry(1, 9, 180, booked[1], &[]),
        entry(1, 13, 120, booked[2], &[]),
    ];
    for day in 2..5 {
        let category = booked[usize::try_from(day).unwrap() % 3];
        entries.push(entry(day, 9, 120, category, &[]));
        entries.push(entry(day, 14, 180, category, &[]));
    }
    let wishes = PlanWishes {
        bookable_hours: 1.0,
        ..balanced()
    };
    let draft = plan(&week(entries, wishes), Alternatives::None);
    assert!(of(&draft, Category::Strategy) >= 90, "{:?}", draft.blocks);
    assert!(draft.optimal);
}

#[test]
fn a_review_is_prepared_in_the_two_days_before_it() {
    let mut input = week(Vec::new(), balanced());
    let start = at(BERLIN, monday() + Days::new(3), 14, 0);
    input.unprepared.push(Unprepared {
        title: "Storage design".to_owned(),
        start,
    });
    let draft = plan(&input, Alternatives::None);
    let block = draft
        .blocks
        .iter()
        .find(|b| b.category == Category::Review)
        .unwrap();
    assert_eq!(block.title, "Prepare “Storage design”");
    assert_eq!(block.minutes, 30);
    let (from, to) = (instant(&block.start), instant(&block.end));
    assert!(
        to <= start && from >= start - TimeDelta::hours(48),
        "{block:?}"
    );
}

#[test]
fn what_is_below_its_band_gives_nothing_up() {
    // 1:1s all morning, below their band, and nobody would mind: they stay.
    let may = [(ChangeAction::Decline, 0.1)];
    let ones = (0..2).map(|day| entry(day, 9, 180, Category::OneOnOne, &may));
    let most = PlanWishes {
        choice: PlanChoice::MostFocus,
        ..balanced()
    };
    let draft = plan(&week(ones.collect(), most.clone()), Alternatives::None);
    assert!(draft.changes.is_empty(), "{:?}", draft.changes);
    // Of other work nobody says how much there should be.
    let all = (0..5).map(|day| entry(day, 9, 360, Category::OtherWork, &may));
    let draft = plan(&week(all.collect(), most), Alternatives::None);
    assert!(!draft.changes.is_empty());
}

#[test]
fn each_week_says_what_it_lacks() {
    let wishes = PlanWishes {
        weeks: 2,
        ..balanced()
    };
    let full = (0..5).map(|day| entry(7 + day, 9, 420, Category::OtherWork, &[]));
    let draft = plan(&week(full.collect(), wishes), Alternatives::None);
    let weeks = &draft.arithmetic.weeks;
    assert_eq!(weeks.len(), 2);
    assert_eq!(weeks[0].missing_minutes, 0);
    assert!(weeks[1].text.starts_with("Week 49 lacks "), "{weeks:?}");
    let missing = draft.missing.unwrap();
    assert!(
        missing.starts_with("Week 49 lacks ") && !missing.contains("week 48"),
        "{missing}"
    );
    for week in weeks {
        let share = (week.protected_minutes + week.open_minutes) as f64 / week.week_minutes as f64;
        assert!((share - week.share).abs() < 1e-9, "{week:?}");
    }
}

/// A fortnight of entries that do not overlap, of every category, some of which may change.
fn calendar() -> impl Strategy<Value = PlanInput> {
    let may = proptest::collection::vec(
        prop_oneof![
            Just((ChangeAction::Move, 0.5)),
            Just((ChangeAction::Shorten, 0.5)),
            Just((ChangeAction::Decline, 0.5)),
        ],
        0..3,
    );
    let entry = (0_u64..12, 0_u32..32, 1_i64..13, 0_usize..7, may);
    let wishes = (0_u32..4, 0_u32..5, 0_usize..5, any::<bool>());
    (proptest::collection::vec(entry, 0..40), wishes).prop_map(|(entries, wishes)| {
        let (mornings, bookable, choice, same_weekdays) = wishes;
        let choice = [
            PlanChoice::NoChanges,
            PlanChoice::Balanced,
            PlanChoice::FewestChanges,
            PlanChoice::LeastSocialCost,
            PlanChoice::MostFocus,
        ][choice];
        let wishes = PlanWishes {
            weeks: 2,
            mornings,
            bookable_hours: f64::from(bookable),
            choice,
            same_weekdays,
            ..balanced()
        };
        let mut input = weeks(monday(), 2, BERLIN, wishes);
        for (number, (day, cell, cells, kind, may)) in entries.into_iter().enumerate() {
            let start = at(BERLIN, monday() + Days::new(day), 9, 0)
                + TimeDelta::minutes(i64::from(cell) * 15);
            let end = start + TimeDelta::minutes(cells * 15);
            let inside = |work: &(DateTime<Utc>, DateTime<Utc>)| work.0 <= start && end <= work.1;
            let taken = input.entries.iter().any(|e| e.start < end && start < e.end);
            if taken || !input.days.iter().flat_map(|day| &day.work).any(inside) {
                continue;
            }
            let mut entry = meeting(&number.to_string(), start, cells * 15, &may);
            entry.category = Category::WORK[kind.min(5)];
            if kind == 6 {
                (entry.claim, entry.category) = (Hold::Focus, Category::DeepWork);
            }
            input.entries.push(entry);
        }
        input.mixes = now(&input);
        input
    })
}

fn hours_to_move(mix: &Mix) -> f64 {
    let gaps = || mix.categories.iter().map(|share| share.gap_hours);
    let surplus: f64 = gaps().map(|gap| gap.max(0.0)).sum();
    let deficit: f64 = gaps().map(|gap| (-gap).max(0.0)).sum();
    surplus.max(deficit)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn no_plan_pushes_a_band_out_or_adds_hours_to_move(input in calendar()) {
        let mut draft = plan(&input, Alternatives::All);
        let ways = draft.outcomes.iter().chain([&draft.outcome]);
        for outcome in ways {
            for (before, after) in input.mixes.iter().zip(after(&input, outcome)) {
                prop_assert!(hours_to_move(&after) <= hours_to_move(before) + 1e-6);
                for (was, is) in before.categories.iter().zip(&after.categories) {
                    if was.status == BandStatus::Within {
                        prop_assert_eq!(is.status, BandStatus::Within, "{:?} {:?}", was, is);
                    }
                    prop_assert!(is.gap_hours.abs() <= was.gap_hours.abs() + 1e-6, "{was:?} {is:?}");
                }
            }
        }
        // The plan's own figures are those of counting.
        let mixes = after(&input, &draft.outcome);
        let own = draft.arithmetic.clone();
        draft.recount(&input, &mixes);
        prop_assert_eq!(own.weeks, draft.arithmetic.weeks);
    }
}
