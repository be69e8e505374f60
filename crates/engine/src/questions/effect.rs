//! What an answer would change: tried in the real counting.

use std::sync::Arc;

use weekwise_analyze::{Trial, mix_where};
use weekwise_ask::{Asked, Choice, Scene};
use weekwise_model::{
    Category, Classification, Classified, DayEffect, DayJudgement, Decision, Mix, QuestionOption,
    Scope, ShareChange,
};

/// A share that moves less than this is not told.
const LEAST: f64 = 0.0005;

/// What is less likely than this does not say how much hangs on a question.
const LIKELY: f64 = 0.05;

/// The shares an answer about events changes, largest change first.
pub(super) fn of_choice(
    asked: &Asked,
    choice: Choice,
    scene: &Scene<'_>,
    trial: &Trial<'_>,
) -> Vec<ShareChange> {
    let places = asked.units.iter().flat_map(|unit| &unit.places);
    let otherwise: Vec<(usize, Classified)> = places
        .filter_map(|&place| Some((place, judged(scene.occurrences.get(place)?, choice)?)))
        .collect();
    if otherwise.is_empty() {
        return Vec::new();
    }
    changes(trial.mix(), &mix_where(trial, &otherwise))
}

/// The same occurrence as an answer has it; `None` where it is that already.
fn judged(one: &Classified, choice: Choice) -> Option<Classified> {
    match choice {
        Choice::Category(category) => {
            let decided = one.classification.decided_by.is_some();
            if decided || one.category() == category {
                return None;
            }
            Some(with_category(one, category))
        }
        Choice::Effect(effect) => {
            let decided = one.day.decided_by.is_some();
            (!decided && one.day.effect != effect).then(|| with_effect(one, effect))
        }
        Choice::Differ => None,
    }
}

fn with_category(one: &Classified, category: Category) -> Classified {
    Classified {
        // Only counted: why it was judged as it is, nobody asks here.
        classification: Arc::new(Classification {
            category,
            kind: one.classification.kind,
            confidence: one.classification.confidence,
            because: Vec::new(),
            runner_up: None,
            decided_by: None,
        }),
        ..one.clone()
    }
}

fn with_effect(one: &Classified, effect: DayEffect) -> Classified {
    Classified {
        // What is said to be a break shortens the day, however short it is.
        day: Arc::new(DayJudgement {
            decided_by: Some(Decision::Correction {
                scope: Scope::Alike,
            }),
            ..DayJudgement::certain(effect)
        }),
        ..one.clone()
    }
}

/// The shares that differ, largest change first.
pub(super) fn changes(before: &Mix, after: &Mix) -> Vec<ShareChange> {
    let mut changes: Vec<ShareChange> = before
        .categories
        .iter()
        .zip(&after.categories)
        .map(|(before, after)| ShareChange {
            category: before.category,
            before: before.share,
            after: after.share,
        })
        .filter(|change| moved(change) >= LEAST)
        .collect();
    changes.sort_by(|a, b| moved(b).total_cmp(&moved(a)));
    changes
}

fn moved(change: &ShareChange) -> f64 {
    (change.after - change.before).abs()
}

/// By how many points the mix can change: half of what the likely option moves that moves most; where none is likely, what
/// the likeliest moves.
pub(super) fn points(options: &[QuestionOption]) -> f64 {
    let likely = |option: &&QuestionOption| option.likely.unwrap_or(1.0);
    let others = || {
        let others = options.iter();
        others.filter(|option| !option.shares.is_empty())
    };
    let moves = |option: &QuestionOption| option.shares.iter().map(moved).sum::<f64>();
    let most = others()
        .filter(|option| likely(option) >= LIKELY)
        .map(moves)
        .fold(0.0, f64::max);
    let likeliest = others().max_by(|a, b| likely(a).total_cmp(&likely(b)));
    50.0 * if most > 0.0 {
        most
    } else {
        likeliest.map_or(0.0, moves)
    }
}

/// Minutes that two mixes of the same time divide differently.
pub(super) fn minutes_moved(before: &Mix, after: &Mix) -> f64 {
    let categories = before.categories.iter().zip(&after.categories);
    let differences = categories.map(|(before, after)| {
        let whole =
            |share: &weekwise_model::CategoryShare| share.minutes + share.open_focus_minutes;
        (whole(before) - whole(after)).abs()
    });
    let fragments = (before.fragment_minutes - after.fragment_minutes).abs();
    let all = (before.denominator_minutes - after.denominator_minutes).abs();
    (differences.sum::<i64>() + fragments + all) as f64 / 2.0
}
