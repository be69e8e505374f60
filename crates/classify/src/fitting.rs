//! What fitting the weights needs to see: the features of an occurrence, without any weight.

use std::sync::Arc;

use weekwise_model::Occurrence;

use crate::features::{Feature, situation};
use crate::vocabulary::{Group, Means, every_phrase};
use crate::weights::{Situation, Weights};
use crate::words::words;
use crate::{Classifier, features};

/// An occurrence as the fit sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Traits {
    /// Numbers of features, as in [`feature_names`], and how much of each.
    pub features: Vec<(usize, f32)>,
    /// How much there is to go by.
    pub situation: Situation,
}

/// The names of all features, by their numbers.
pub fn feature_names() -> &'static [String] {
    features::names()
}

impl Classifier {
    /// The features of an occurrence.
    pub fn traits(&self, occurrence: &Occurrence) -> Traits {
        let scene = self.scene(&occurrence.event, Some(occurrence.span));
        let found = self.features(&scene);
        let numbers = |feature: &Feature| {
            let amount = feature.amount;
            feature.numbers().map(|number| (number, amount))
        };
        Traits {
            features: found.iter().flat_map(numbers).collect(),
            situation: situation(&scene, &found),
        }
    }

    /// The same with other weights.
    #[must_use]
    pub fn weighing(mut self, weights: Arc<Weights>) -> Self {
        self.weights = weights;
        self
    }
}

/// What the scorer of letters is fitted on: phrases of the vocabulary with the number of the group each speaks for, and how surely, from 0 to 1.
pub fn lessons_of_letters() -> impl Iterator<Item = (Vec<String>, usize, f32)> {
    every_phrase().filter_map(|(phrase, entry)| {
        let outcome = match entry.means {
            Means::Kind(kind) => Group::of(kind) as usize,
            Means::Note => Group::Nothing as usize,
            _ => return None,
        };
        let texts = words(phrase).into_iter().map(|word| word.text).collect();
        Some((texts, outcome, f32::from(entry.sure) / 3.0))
    })
}
