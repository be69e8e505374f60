//! What corrections teach: weights of this calendar's own, on top of those that are built in.
//!
//! A corrected event is a lesson. Its features, the words of its title (code names and abbreviations nobody else
//! knows), its people and its organizer get weights such that the lessons come out right; a quadratic penalty holds
//! them small, words and people looser than features everybody has. It is a pure function of the lessons: taking a
//! correction back is learning without it.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap as HashMap, FxHasher};
use weekwise_model::{Correction, Scope};

use crate::Classifier;
use crate::features::Feature;
use crate::findings::Findings;
use crate::scene::Scene;
use crate::weights::CATEGORY_COUNT;
use crate::words::{is_little, is_number};

/// How often the lessons are gone through.
const ROUNDS: usize = 80;

/// How far a round goes.
const STEP: f64 = 0.12;

/// How dear weights of features everybody has are: one person's corrections say little about them. With less of it events
/// nobody corrected were spoilt twice as often, and no more of them came right.
const COMMON_PENALTY: f64 = 12.0;

/// How dear weights of the calendar's own words and people are.
const OWN_PENALTY: f64 = 0.6;

/// People of large meetings say little about it.
const MOST_PEOPLE: usize = 12;

/// A corrected event.
#[derive(Debug, Clone)]
pub(crate) struct Lesson {
    /// The correction's key: lessons are learnt in its order.
    pub(crate) key: String,
    label: usize,
    weight: f64,
    sums: [f64; CATEGORY_COUNT],
    traits: Vec<(u64, f64)>,
}

impl Lesson {
    /// What a correction about this scene teaches.
    pub(crate) fn of(classifier: &Classifier, scene: &Scene<'_>, correction: &Correction) -> Self {
        let findings = classifier.findings(scene);
        let features = classifier.features(scene);
        Self {
            key: correction.key.clone(),
            label: correction.category.place(),
            weight: match correction.scope {
                Scope::Occurrence => 0.5,
                Scope::Series => 1.0,
                Scope::Alike => 1.5,
            },
            sums: findings.sums(),
            traits: traits(scene, &features),
        }
    }
}

/// Weights learnt from lessons.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Taught {
    weights: HashMap<u64, [f64; CATEGORY_COUNT]>,
}

/// Numbers below this are features everybody has.
const OWN: u64 = 1 << 32;

fn own(kind: &str, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    kind.hash(&mut hasher);
    text.hash(&mut hasher);
    hasher.finish() | OWN
}

/// Everything of a scene that lessons give weights to.
fn traits(scene: &Scene<'_>, features: &[Feature]) -> Vec<(u64, f64)> {
    let mut all: Vec<(u64, f64)> = features
        .iter()
        .flat_map(|f| f.numbers().map(|n| (n as u64, f64::from(f.amount))))
        .collect();
    let mut whole = String::new();
    for word in &scene.title.words {
        if is_number(&word.text) || is_little(&word.text) {
            continue;
        }
        all.push((own("word", &word.text), 1.0));
        whole.push_str(&word.text);
        whole.push(' ');
    }
    all.push((own("title", &whole), 1.0));
    if (1..=MOST_PEOPLE).contains(&scene.others.len()) {
        let share = 1.0 / (scene.others.len() as f64).sqrt();
        let mut together: Vec<&str> = Vec::with_capacity(scene.others.len());
        for person in &scene.others {
            all.push((own("person", &person.address), 0.7 * share));
            together.push(&person.address);
        }
        together.sort_unstable();
        all.push((own("people", &together.join(",")), 0.8));
    }
    if let Some(organizer) = &scene.event.organizer {
        all.push((own("organizer", &organizer.address), 0.4));
    }
    all
}

impl Taught {
    /// Learns from lessons, in their order.
    pub(crate) fn by(lessons: &[Lesson]) -> Self {
        let mut weights: HashMap<u64, [f64; CATEGORY_COUNT]> = HashMap::default();
        for lesson in lessons {
            for (number, _) in &lesson.traits {
                weights.entry(*number).or_default();
            }
        }
        for round in 0..ROUNDS {
            let step = STEP / (1.0 + round as f64 / 40.0);
            let mut slopes: HashMap<u64, [f64; CATEGORY_COUNT]> = HashMap::default();
            for lesson in lessons {
                let mut sums = lesson.sums;
                for (number, amount) in &lesson.traits {
                    if let Some(row) = weights.get(number) {
                        for (sum, weight) in sums.iter_mut().zip(row) {
                            *sum += weight * amount;
                        }
                    }
                }
                let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                let mut shares = sums.map(|s| (s - most).exp());
                let all: f64 = shares.iter().sum();
                for (place, share) in shares.iter_mut().enumerate() {
                    *share = *share / all - f64::from(u8::from(place == lesson.label));
                }
                for (number, amount) in &lesson.traits {
                    let slope = slopes.entry(*number).or_default();
                    for (cell, share) in slope.iter_mut().zip(shares) {
                        *cell += lesson.weight * share * amount;
                    }
                }
            }
            for (number, row) in &mut weights {
                let penalty = if *number < OWN {
                    COMMON_PENALTY
                } else {
                    OWN_PENALTY
                };
                let slope = slopes.get(number).copied().unwrap_or_default();
                for (weight, slope) in row.iter_mut().zip(slope) {
                    *weight -= step * (slope + penalty * *weight);
                }
            }
        }
        weights.retain(|_, row| row.iter().any(|w| w.abs() > 0.01));
        Self { weights }
    }

    /// Adds what the lessons say about a scene.
    pub(crate) fn tell(&self, scene: &Scene<'_>, features: &[Feature], findings: &mut Findings) {
        if self.weights.is_empty() {
            return;
        }
        let mut row = [0.0; CATEGORY_COUNT];
        for (number, amount) in traits(scene, features) {
            if let Some(weights) = self.weights.get(&number) {
                for (cell, weight) in row.iter_mut().zip(weights) {
                    *cell += weight * amount;
                }
            }
        }
        if row.iter().any(|w| w.abs() > 0.01) {
            findings
                .taught
                .push(("like what you corrected".to_owned(), row));
        }
    }
}
