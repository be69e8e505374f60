use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Category, Event, Kind, Texts};

/// How far a correction reaches (product.md section 4).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// One occurrence.
    Occurrence,
    /// Its series.
    Series,
    /// Everything like it: the same title but for numbers and dates; where the title says nothing, the same people.
    Alike,
}

/// What the user said something really is (product.md section 4).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Correction {
    /// How far it reaches.
    pub scope: Scope,
    /// What it is about: an occurrence's or a series' name, or what things alike have in common. Made by the
    /// classifier; everybody else hands it on as it is.
    #[text(writing)]
    pub key: String,
    /// What it is.
    pub category: Category,
    /// What it is, finely. A kind may stand in another category than its own: the user's word counts.
    pub kind: Option<Kind>,
    /// When the user said so.
    pub made_at: DateTime<Utc>,
}

/// A correction as a screen asks for it: this occurrence, so far, is that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CorrectionRequest {
    /// The series of the occurrence it was asked from.
    #[text(uid)]
    pub uid: String,
    /// Which instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it; `None` for a single event, or
    /// where the scope is wider than one occurrence.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// How far it is to reach.
    pub scope: Scope,
    /// What it is; `None` takes the correction of this scope back.
    pub category: Option<Category>,
    /// What it is, finely.
    pub kind: Option<Kind>,
}

/// What a correction would change, before it is saved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CorrectionPreview {
    /// What would be saved; `None` where a correction is taken back.
    pub correction: Option<Correction>,
    /// How many occurrences of the period it decides outright, changed or not.
    pub covers: u32,
    /// How many other occurrences would change their category because the classifier learns from it.
    pub others: u32,
    /// Counted minutes of the period that would change their category.
    pub minutes: i64,
    /// What would change, most minutes first.
    pub changes: Vec<CategoryChange>,
}

/// Occurrences of one series that would change their category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CategoryChange {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// How many of its occurrences in the period.
    pub count: u32,
    /// Their counted minutes.
    pub minutes: i64,
    /// What they are now.
    pub from: Category,
    /// What they would be.
    pub to: Category,
    /// Whether the correction says so itself; else the classifier learnt it from it.
    pub covered: bool,
}

impl CategoryChange {
    /// No occurrence of a series yet. `covered`: as [`CategoryChange::covered`].
    pub fn none_of(event: &Event, (from, to): (Category, Category), covered: bool) -> Self {
        Self {
            uid: event.uid.clone(),
            summary: event.summary.clone(),
            count: 0,
            minutes: 0,
            from,
            to,
            covered,
        }
    }

    /// One occurrence more, of so many counted minutes.
    pub fn add(&mut self, minutes: i64) {
        self.count += 1;
        self.minutes += minutes;
    }
}
