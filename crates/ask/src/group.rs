//! Units that one question could be about.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use weekwise_classify::Common;
use weekwise_model::{Category, Correction, DayCorrection, DayEffect, QuestionKind, Scope};

use crate::unit::{Likely, Scene, Unit};
use crate::worth::{Worth, of_day, of_group, of_unit};

/// Where units of a group need not be of one sort: the option that says so.
pub const DIFFER: &str = "differ";

/// A group of more units is too mixed to be answered at once.
const MOST_UNITS: usize = 40;

/// What may be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// They are all of this category.
    Category(Category),
    /// They all do this to the day.
    Effect(DayEffect),
    /// They are not all of one sort: each is asked about by itself.
    Differ,
}

/// Something that can be asked.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What names it.
    pub id: String,
    /// Its sort.
    pub kind: QuestionKind,
    /// What its events share, where there are several units.
    pub common: Option<Common>,
    /// What it is about, most minutes first.
    pub units: Vec<Unit>,
    /// What may be answered, the guess first, each with how likely it is.
    pub choices: Vec<(Choice, f64)>,
    /// What it is worth.
    pub worth: Worth,
    /// Of each unit, the minutes that are expected to be set right.
    pub(crate) gains: Vec<f64>,
}

impl Choice {
    /// What names it within its question.
    pub fn id(self) -> &'static str {
        match self {
            Self::Category(category) => category.id(),
            Self::Effect(effect) => effect.id(),
            Self::Differ => DIFFER,
        }
    }
}

impl Asked {
    /// How likely the guess is wrong.
    pub fn doubt(&self) -> f64 {
        1.0 - self.choices.first().map_or(1.0, |(_, likely)| *likely)
    }

    /// Minutes it decides about.
    pub fn minutes(&self) -> i64 {
        let of = |unit: &Unit| match self.kind {
            QuestionKind::Day => unit.day_minutes,
            _ => unit.minutes,
        };
        self.units.iter().map(of).sum()
    }

    /// The choice of this name.
    pub fn choice(&self, id: &str) -> Option<Choice> {
        let mut choices = self.choices.iter().map(|(choice, _)| *choice);
        choices.find(|choice| choice.id() == id)
    }

    /// The corrections of the category that an answer means, for the units that `wanted` picks. None where they differ.
    pub fn corrections(
        &self,
        choice: Choice,
        made_at: DateTime<Utc>,
        wanted: impl Fn(&Unit) -> bool,
    ) -> Vec<Correction> {
        let Choice::Category(category) = choice else {
            return Vec::new();
        };
        let units = self.units.iter().filter(|unit| wanted(unit));
        units
            .map(|unit| Correction {
                scope: Scope::Alike,
                key: unit.key.clone(),
                category,
                kind: None,
                made_at,
            })
            .collect()
    }

    /// The corrections of what they do to the day that an answer means.
    pub fn day_corrections(
        &self,
        choice: Choice,
        made_at: DateTime<Utc>,
        wanted: impl Fn(&Unit) -> bool,
    ) -> Vec<DayCorrection> {
        let Choice::Effect(effect) = choice else {
            return Vec::new();
        };
        let units = self.units.iter().filter(|unit| wanted(unit));
        units
            .map(|unit| DayCorrection {
                scope: Scope::Alike,
                key: unit.key.clone(),
                effect,
                made_at,
            })
            .collect()
    }
}

/// Everything that could be asked; units of one group may be in others too.
pub(crate) fn candidates(scene: &Scene<'_>, units: &[Unit]) -> Vec<Asked> {
    let unsettled = || {
        units
            .iter()
            .filter(|unit| !unit.settled && unit.minutes > 0)
    };
    let mut found: Vec<Asked> = unsettled().filter_map(|unit| single(scene, unit)).collect();
    let days = units
        .iter()
        .filter(|unit| !unit.day_settled && unit.day_minutes > 0);
    found.extend(days.filter_map(|unit| day(scene, unit)));
    let mut shared: BTreeMap<&Common, Vec<&Unit>> = BTreeMap::new();
    for unit in unsettled() {
        for common in &unit.common {
            shared.entry(common).or_default().push(unit);
        }
    }
    let groups = shared
        .into_iter()
        .filter(|(_, units)| (2..=MOST_UNITS).contains(&units.len()));
    found.extend(groups.filter_map(|(common, units)| group(scene, common, units)));
    found
}

fn single(scene: &Scene<'_>, unit: &Unit) -> Option<Asked> {
    let likely = unit.likely(scene);
    let guess = likely.best()?;
    let worth = of_unit(unit, guess.1);
    Some(Asked {
        id: named("like", &unit.key),
        kind: QuestionKind::Alike,
        common: None,
        worth,
        gains: vec![worth.minutes],
        units: vec![unit.clone()],
        choices: choices(&likely, guess.0, Choice::Category, None),
    })
}

fn day(scene: &Scene<'_>, unit: &Unit) -> Option<Asked> {
    let likely = unit.likely_day(scene);
    let guess = likely.best()?;
    let worth = of_day(unit, guess.1);
    Some(Asked {
        id: named("day", &unit.key),
        kind: QuestionKind::Day,
        common: None,
        worth,
        gains: vec![worth.minutes],
        units: vec![unit.clone()],
        choices: choices(&likely, guess.0, Choice::Effect, None),
    })
}

fn group(scene: &Scene<'_>, common: &Common, mut units: Vec<&Unit>) -> Option<Asked> {
    units.sort_by(|a, b| b.minutes.cmp(&a.minutes).then_with(|| a.key.cmp(&b.key)));
    let each: Vec<Likely<Category>> = units.iter().map(|unit| unit.likely(scene)).collect();
    let minutes: i64 = units.iter().map(|unit| unit.minutes).sum();
    let mut together = Likely(Category::ALL.map(|category| (category, 0.0)).to_vec());
    for (unit, likely) in units.iter().zip(&each) {
        let weight = unit.minutes as f64 / minutes.max(1) as f64;
        for ((_, sum), (_, one)) in together.0.iter_mut().zip(&likely.0) {
            *sum += weight * one;
        }
    }
    let guess = together.best()?.0;
    let (worth, gains) = of_group(common, &units, &each, guess);
    for (_, likely) in &mut together.0 {
        *likely *= worth.same;
    }
    let (kind, stem) = match common {
        Common::Word(_) => (QuestionKind::Word, "word"),
        _ => (QuestionKind::Pattern, "pattern"),
    };
    let differ = (Choice::Differ, 1.0 - worth.same);
    let of_guess = together
        .0
        .iter()
        .find(|(category, _)| *category == guess)?
        .1;
    // Whoever is asked about it would most likely say that they differ: they are asked about one by one. What a word stands
    // for is known to whoever uses it.
    if kind == QuestionKind::Pattern && of_guess < differ.1 {
        return None;
    }
    Some(Asked {
        id: named(stem, &format!("{common:?}")),
        kind,
        common: Some(common.clone()),
        choices: choices(&together, guess, Choice::Category, Some(differ)),
        units: units.into_iter().cloned().collect(),
        worth,
        gains,
    })
}

/// The guess, then the others from the likeliest on, then that they differ.
fn choices<T: Copy + PartialEq>(
    likely: &Likely<T>,
    guess: T,
    choice: impl Fn(T) -> Choice,
    differ: Option<(Choice, f64)>,
) -> Vec<(Choice, f64)> {
    let mut all = likely.0.clone();
    // Stable: what is as likely stays in the order of menus.
    all.sort_by(|a, b| {
        (b.0 == guess)
            .cmp(&(a.0 == guess))
            .then(b.1.total_cmp(&a.1))
    });
    let all = all.into_iter().map(|(one, likely)| (choice(one), likely));
    all.chain(differ).collect()
}

/// A name that stays as long as what it is about, on every machine: FNV-1a of what it is about.
pub fn named(stem: &str, what: &str) -> String {
    let hash = what.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{stem}-{:08x}", hash >> 32)
}
