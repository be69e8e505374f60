//! What would be if something were judged otherwise is what counting everything again gives.

use std::sync::Arc;

use proptest::prelude::*;
use weekwise_analyze::{Analysis, CountedPeriod, habit_shares, mix_of, mix_under, mix_where};
use weekwise_model::{
    Category, Classification, Classified, DayEffect, DayJudgement, FocusHabit, Kind, Mix, Response,
    Settings,
};

use crate::support::{all_day, block, focus, meeting, settings, week};

/// The shares of a mix without what only full counting tells.
fn minutes(mix: &Mix) -> (i64, i64, Vec<(i64, i64)>) {
    let categories = mix.categories.iter();
    let of_each = categories.map(|share| (share.minutes, share.open_focus_minutes));
    (
        mix.denominator_minutes,
        mix.fragment_minutes,
        of_each.collect(),
    )
}

fn category(one: &Classified, category: Category) -> Classified {
    Classified {
        classification: Arc::new(Classification {
            category,
            ..one.classification.as_ref().clone()
        }),
        ..one.clone()
    }
}

fn effect(one: &Classified, effect: DayEffect) -> Classified {
    Classified {
        day: Arc::new(DayJudgement::certain(effect)),
        ..one.clone()
    }
}

/// A week with meetings and blocks that overlap, and a day of leave.
fn events() -> Vec<Classified> {
    vec![
        focus("focus", "2026-11-09 09:00").minutes(180).build(),
        meeting("over", Category::CrossTeam, "2026-11-09 10:00").build(),
        meeting("one", Category::OneOnOne, "2026-11-10 09:30").build(),
        meeting("two", Category::Review, "2026-11-10 10:00").build(),
        block("mail", Category::OtherWork, "2026-11-11 09:00")
            .minutes(120)
            .build(),
        block("late", Category::Strategy, "2026-11-11 16:00")
            .minutes(120)
            .build(),
        all_day("leave", Kind::TimeOff, "2026-11-12", "2026-11-13").build(),
        meeting("friday", Category::Strategy, "2026-11-13 11:00").build(),
    ]
}

#[derive(Debug, Clone, Copy)]
enum Otherwise {
    Category(Category),
    Effect(DayEffect),
}

fn otherwise() -> impl Strategy<Value = Otherwise> {
    let categories = Category::WORK.into_iter().chain([Category::Personal]);
    let categories: Vec<Otherwise> = categories.map(Otherwise::Category).collect();
    let effects: Vec<Otherwise> = DayEffect::ALL.into_iter().map(Otherwise::Effect).collect();
    proptest::sample::select([categories, effects].concat())
}

proptest! {
    #[test]
    fn what_is_judged_otherwise_is_counted_as_if_it_had_been_so_from_the_start(
        changes in proptest::collection::btree_map(0_usize..8, otherwise(), 1..5),
    ) {
        let before = Arc::new(events());
        let settings = settings();
        let counted = CountedPeriod::of(&before, week(), &settings).unwrap();
        let changed: Vec<(usize, Classified)> = changes
            .iter()
            .map(|(&place, change)| {
                let one = &before[place];
                let one = match *change {
                    Otherwise::Category(to) => category(one, to),
                    Otherwise::Effect(to) => effect(one, to),
                };
                (place, one)
            })
            .collect();
        let mut after = before.as_ref().clone();
        for (place, one) in &changed {
            after[*place] = one.clone();
        }
        let whole = Analysis::of(&after, week(), &settings).unwrap();
        let tried = mix_where(&counted.whole_trial(), &changed);
        prop_assert_eq!(minutes(&tried), minutes(whole.week_mix()));
        prop_assert_eq!(minutes(&mix_of(&after, week(), &settings)), minutes(whole.week_mix()));
    }
}

#[test]
fn other_settings_are_counted_as_if_they_had_been_so_from_the_start() {
    let mut all = events();
    all.extend([
        meeting("perhaps", Category::Review, "2026-11-13 13:00")
            .response(Response::Tentative)
            .build(),
        effect(
            &all_day("offsite", Kind::Training, "2026-11-11", "2026-11-12").build(),
            DayEffect::Work,
        ),
    ]);
    let before = Arc::new(all);
    let now = settings();
    let counted = CountedPeriod::of(&before, week(), &now).unwrap();
    let trial = counted.whole_trial();
    let as_now = minutes(trial.mix());
    let shorter = Settings {
        hours: "10-15".parse().unwrap(),
        ..now.clone()
    };
    let uncertain = Settings {
        count_tentative: false,
        ..now.clone()
    };
    let no_whole_days = Settings {
        count_all_day_work: false,
        ..now.clone()
    };
    let elsewhere = Settings {
        zone: chrono_tz::America::New_York,
        ..now.clone()
    };
    for (other, differs) in [
        (&now, false),
        (&shorter, true),
        (&uncertain, true),
        (&no_whole_days, true),
        (&elsewhere, true),
    ] {
        let whole = minutes(&mix_of(&before, week(), other));
        assert_eq!(minutes(&mix_under(&trial, other)), whole);
        assert_eq!(whole != as_now, differs, "{other:?}");
    }
}

#[test]
fn a_habit_takes_from_open_focus_and_never_more_than_there_is() {
    let analysis = Analysis::of(&events(), week(), &settings()).unwrap();
    let mix = analysis.week_mix();
    let open = mix.of(Category::DeepWork).unwrap().open_focus_minutes;
    assert!(open > 120);
    let habit = |minutes_a_week| FocusHabit {
        category: Category::Review,
        minutes_a_week,
    };
    assert!(habit_shares(mix, &[], week()).is_empty());
    let shares = habit_shares(mix, &[habit(120)], week());
    let taken: Vec<(Category, i64)> = shares
        .iter()
        .map(|one| (one.category, one.minutes))
        .collect();
    assert_eq!(taken, [(Category::DeepWork, -120), (Category::Review, 120)]);
    let all = habit_shares(mix, &[habit(60 * 60)], week());
    assert_eq!(all.first().unwrap().minutes, -open);
    let sum = |with: bool| -> f64 {
        let shares = all.iter();
        shares
            .map(|one| if with { one.with } else { one.without })
            .sum()
    };
    assert!(
        (sum(true) - sum(false)).abs() < 1e-9,
        "what goes comes elsewhere"
    );
}
