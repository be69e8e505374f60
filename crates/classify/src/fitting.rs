//! What fitting the weights needs to see: the features of an occurrence, without any weight.

use std::sync::Arc;

use weekwise_model::Occurrence;

use crate::ledger::{CATEGORIES, Ledger};
use crate::weights::{CATEGORY_COUNT, Weights};
use crate::{Classifier, features};

/// An occurrence as the fit sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct Traits {
    /// The lexicon's points for each category, in the order of `Category`.
    pub points: [f64; CATEGORY_COUNT],
    /// Numbers of features, as in [`feature_names`], and how much of each.
    pub features: Vec<(usize, f32)>,
}

/// The names of all features, by their numbers.
pub fn feature_names() -> &'static [String] {
    features::names()
}

impl Classifier {
    /// The features of an occurrence and what the lexicon says about it.
    pub fn traits(&self, occurrence: &Occurrence) -> Traits {
        let scene = self.scene(&occurrence.event, Some(occurrence.span));
        let ledger: Ledger = self.ledger(&scene);
        let features = self
            .features(&scene)
            .iter()
            .flat_map(|feature| feature.numbers().map(|number| (number, feature.amount)))
            .collect();
        Traits {
            points: CATEGORIES.map(|category| ledger.points(category)),
            features,
        }
    }

    /// The same with other weights.
    #[must_use]
    pub fn weighing(mut self, weights: Arc<Weights>) -> Self {
        self.weights = weights;
        self
    }
}
