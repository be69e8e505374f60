//! Kinds in other categories than the usual ones.
//!
//! The evidence knows the usual categories only, and what corrections teach is about them too. Where the user puts a kind
//! elsewhere, the finished answer is moved, so that changing the mapping changes nothing that was learnt.

use std::sync::Arc;

use weekwise_model::{Category, Classification, Evidence, Kind, KindMapping};

use crate::Classifier;

impl Classifier {
    /// With kinds in other categories (section 2 of docs/product.md). What was given before is forgotten.
    #[must_use]
    pub fn with_kinds(mut self, kinds: &KindMapping) -> Self {
        self.kinds = Arc::new(kinds.clone());
        self
    }

    /// Where the time of a kind goes that was named outright. In another category than its own it stays there: the user's
    /// word counts.
    pub(crate) fn place(&self, category: Category, kind: Option<Kind>) -> (Category, Option<Kind>) {
        match kind {
            Some(kind) if kind.category() == category => (self.kinds.category(kind), Some(kind)),
            _ => (category, kind),
        }
    }

    /// An answer that rests on evidence alone, where its kind belongs.
    pub(crate) fn moved(&self, mut answer: Classification) -> Classification {
        let category = self.kinds.category(answer.kind);
        if category != answer.category {
            for evidence in &mut answer.because {
                evidence.category = category;
            }
            let text = format!("you count “{}” as {category}", answer.kind);
            let weight = answer.because.first().map_or(1.0, |first| first.weight);
            answer.because.insert(
                0,
                Evidence {
                    text,
                    category,
                    weight,
                },
            );
            answer.category = category;
        }
        self.with_next_moved(answer)
    }

    /// An answer whose runner-up is where its kind belongs. In the same category it is none: then it is only surer.
    pub(crate) fn with_next_moved(&self, mut answer: Classification) -> Classification {
        if let Some(next) = &mut answer.runner_up {
            next.category = self.kinds.category(next.kind);
            if next.category == answer.category {
                if answer.decided_by.is_none() {
                    answer.confidence = (answer.confidence + next.confidence).min(0.99);
                }
                answer.runner_up = None;
            }
        }
        answer
    }
}
