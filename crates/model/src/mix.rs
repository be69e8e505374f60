use serde::{Deserialize, Serialize};

use crate::{Category, Texts};

/// How a period's time divides among the categories (product.md section 5).
///
/// `Σ minutes + Σ open_focus_minutes + fragment_minutes = denominator_minutes`, to the minute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mix {
    /// What the shares are of, in minutes. Week mix: working time and counted work time together;
    /// booked mix: counted work time.
    pub denominator_minutes: i64,
    /// The six categories of work, always all of them, in the order of [`Category::WORK`].
    pub categories: Vec<CategoryShare>,
    /// Free working time in stretches shorter than the focus length. 0 in the booked mix.
    pub fragment_minutes: i64,
    /// Of the minutes of other work, those of which the calendar says neither what they are nor who was there. They have no
    /// category: they stand there because it has no target, and the range of every category reaches as far as they do.
    #[serde(default)]
    pub unknown_minutes: i64,
}

/// One category's part of a mix, beside its band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CategoryShare {
    /// The category.
    pub category: Category,
    /// Booked minutes, each minute counted once.
    pub minutes: i64,
    /// Free minutes in stretches of at least the focus length; only deep work has any, only in the week mix.
    pub open_focus_minutes: i64,
    /// `(minutes + open_focus_minutes) / denominator`, 0–1; 0 where the denominator is 0.
    pub share: f64,
    /// Lower end of the band; `None` for other work.
    pub low: Option<f64>,
    /// Upper end of the band.
    pub high: Option<f64>,
    /// The least share it could have if every uncertain event of this category belonged to its runner-up.
    pub range_low: f64,
    /// The greatest share it could have if every uncertain event with this runner-up, and all that is not known, belonged
    /// here.
    pub range_high: f64,
    /// How far the share lies outside the band, in percentage points: negative below, positive above, 0 within.
    pub gap_points: f64,
    /// The same in hours of this period.
    pub gap_hours: f64,
    /// Where the share lies.
    pub status: BandStatus,
}

/// Where a share lies, seen from its band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BandStatus {
    /// Below its low end.
    Under,
    /// Inside, ends included.
    Within,
    /// Above its high end.
    Over,
    /// It has no target.
    Untargeted,
}

impl Mix {
    /// One category's share; `None` for personal time, which is in no mix.
    pub fn of(&self, category: Category) -> Option<&CategoryShare> {
        self.categories
            .iter()
            .find(|share| share.category == category)
    }
}
