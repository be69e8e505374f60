//! Occurrences put together to what one answer is about.

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use weekwise_classify::{Classifier, Common, Likeness};
use weekwise_model::{Category, Classified, DayEffect, DayJudgement};

/// What is asked about: occurrences, how they were counted, and who judged them.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// By start.
    pub occurrences: &'a [Classified],
    /// Of each, the counted minutes its category got.
    pub minutes: &'a [i64],
    /// Of each, the minutes of working time that what it does to the day decides about.
    pub day_minutes: &'a [i64],
    /// Who judged them.
    pub classifier: &'a Classifier,
}

/// A judgement of the day that is surer than this is not asked about.
const SURE: f64 = 0.98;

/// Whether what an event does to the day is open to a question: it is not sure, or something else was said against the evidence.
pub fn rests(judged: &DayJudgement) -> bool {
    judged.confidence < SURE || judged.decided_by.is_some() && !judged.because.is_empty()
}

/// A series, or singles of one title: what one correction of everything alike is about.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The key of that correction.
    pub key: String,
    /// Its occurrences, as places in [`Scene::occurrences`].
    pub places: Vec<usize>,
    /// The UIDs of its events.
    pub uids: Vec<String>,
    /// The occurrence whose judgement is least sure, which stands for all of them.
    pub least_sure: usize,
    /// Counted minutes of its category.
    pub minutes: i64,
    /// Working minutes that its effect on the day decides about.
    pub day_minutes: i64,
    /// Whether the category was decided outright.
    pub settled: bool,
    /// Whether the effect on the day was.
    pub day_settled: bool,
    /// What it shares with others.
    pub(crate) common: Vec<Common>,
}

/// All units among some occurrences, by their first occurrence.
pub(crate) fn units(scene: &Scene<'_>) -> Vec<Unit> {
    let mut first_of_each: HashMap<usize, usize> = HashMap::default();
    let place_of = |one: &Classified| Arc::as_ptr(&one.occurrence.event).addr();
    let wanted = |place: usize| {
        let of = |minutes: &[i64]| minutes.get(place).is_some_and(|minutes| *minutes > 0);
        of(scene.minutes) || of(scene.day_minutes)
    };
    let asked = || {
        let places = scene.occurrences.iter().enumerate();
        places.filter(|(place, _)| wanted(*place))
    };
    for (place, one) in asked() {
        first_of_each.entry(place_of(one)).or_insert(place);
    }
    let likeness = |(event, place): (usize, usize)| {
        let likeness = scene.classifier.likeness(scene.occurrences.get(place)?);
        Some((event, likeness))
    };
    let known: HashMap<usize, Likeness> = first_of_each
        .into_par_iter()
        .filter_map(likeness)
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    let mut by_key: HashMap<&str, usize> = HashMap::default();
    let mut units: Vec<Unit> = Vec::new();
    for (place, one) in asked() {
        let Some(likeness) = known.get(&place_of(one)) else {
            continue;
        };
        let at = *by_key.entry(&likeness.key).or_insert_with(|| {
            units.push(Unit {
                key: likeness.key.clone(),
                places: Vec::new(),
                uids: Vec::new(),
                least_sure: place,
                minutes: 0,
                day_minutes: 0,
                settled: true,
                day_settled: true,
                common: likeness.common.clone(),
            });
            units.len() - 1
        });
        if let Some(unit) = units.get_mut(at) {
            unit.add(scene, place, one);
        }
    }
    units
}

impl Unit {
    fn add(&mut self, scene: &Scene<'_>, place: usize, one: &Classified) {
        let sure = |place: usize| {
            let one = scene.occurrences.get(place);
            one.map_or(1.0, |one| one.classification.confidence)
        };
        // Of those that are as unsure, the latest: it is remembered best.
        if sure(place) <= sure(self.least_sure) {
            self.least_sure = place;
        }
        self.places.push(place);
        let uid = &one.occurrence.event.uid;
        if self.uids.last() != Some(uid) && !self.uids.contains(uid) {
            self.uids.push(uid.clone());
        }
        self.minutes += scene.minutes.get(place).copied().unwrap_or(0);
        self.day_minutes += scene.day_minutes.get(place).copied().unwrap_or(0);
        self.settled &= one.classification.decided_by.is_some();
        self.day_settled &= one.day.decided_by.is_some();
    }

    /// The occurrence that stands for it.
    pub fn shown<'a>(&self, scene: &Scene<'a>) -> Option<&'a Classified> {
        scene.occurrences.get(self.least_sure)
    }

    /// How likely it is of each category.
    pub(crate) fn likely(&self, scene: &Scene<'_>) -> Likely<Category> {
        let Some(one) = self.shown(scene) else {
            return Likely(Vec::new());
        };
        let answer = &one.classification;
        let next = answer.runner_up.as_ref();
        let next = next.map(|next| (next.category, next.confidence));
        Likely::of(&Category::ALL, (answer.category, answer.confidence), next)
    }

    /// How likely it does each thing to the day.
    pub(crate) fn likely_day(&self, scene: &Scene<'_>) -> Likely<DayEffect> {
        let Some(one) = self.shown(scene) else {
            return Likely(Vec::new());
        };
        let next = one.day.runner_up.as_ref();
        let next = next.map(|next| (next.effect, next.confidence));
        Likely::of(&DayEffect::ALL, (one.day.effect, one.day.confidence), next)
    }
}

/// How likely each answer is; together 1.
#[derive(Debug, Clone)]
pub(crate) struct Likely<T>(pub(crate) Vec<(T, f64)>);

impl<T: Copy + PartialEq> Likely<T> {
    /// What is left beside the guess and the runner-up is spread over all others.
    fn of(all: &[T], guess: (T, f64), next: Option<(T, f64)>) -> Self {
        let sure = guess.1.clamp(0.0, 1.0);
        let next = next.filter(|(next, _)| *next != guess.0);
        let second = next.map_or(0.0, |(_, likely)| likely.clamp(0.0, 1.0 - sure));
        let named = 1 + usize::from(next.is_some());
        let rest = (1.0 - sure - second) / (all.len().saturating_sub(named).max(1)) as f64;
        let likely = |one: &T| {
            if *one == guess.0 {
                (*one, sure)
            } else if next.is_some_and(|(next, _)| next == *one) {
                (*one, second)
            } else {
                (*one, rest)
            }
        };
        Self(all.iter().map(likely).collect())
    }

    /// The likeliest, and how likely it is.
    pub(crate) fn best(&self) -> Option<(T, f64)> {
        // Of those that are as likely, the first.
        self.0
            .iter()
            .copied()
            .rev()
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }
}
