use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, GapView, Metrics, Mix, PeriodJson, Texts};

/// Every figure of a period, when in the week it happens, and how the free time is cut (sections 5 and 8 of
/// docs/product.md).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FiguresView {
    /// What the figures are about.
    pub period: PeriodJson,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// Every metric.
    pub metrics: Metrics,
    /// The week mix, beside the bands.
    pub mix: Mix,
    /// When meetings are, and where they take focus time.
    pub heat: HeatMap,
    /// The free stretches of working time by length, the longest class first; always all six.
    pub free: Vec<StretchClass>,
    /// Neighbouring gaps that would be one if one meeting moved by at most 60 min, the longest result first; at most a
    /// hundred.
    pub merges: Vec<Merge>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// The weekdays by the hours of the day.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeatMap {
    /// By weekday, then hour: every hour from the first to the last of every weekday from Monday to the last.
    pub cells: Vec<HeatCell>,
    /// The first hour that any weekday has working time or a meeting in.
    pub first_hour: u32,
    /// The last one, included.
    pub last_hour: u32,
    /// The last weekday with working time or a meeting, at least Friday: 4 is Friday, 6 is Sunday.
    pub last_weekday: u32,
}

/// One hour of one weekday, on the wall clock, added up over the period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HeatCell {
    /// 0 is Monday, 6 is Sunday.
    pub weekday: u32,
    /// 0–23.
    pub hour: u32,
    /// How often the period has this weekday.
    pub days: u32,
    /// Minutes of working time.
    pub working_minutes: i64,
    /// Minutes in meetings, overlaps once.
    pub meeting_minutes: i64,
    /// Of all these hours, 0–1.
    pub meeting_share: f64,
    /// Minutes of working time that would lie in a stretch of the focus length without any meeting of their day, and do
    /// not with them: the meetings themselves and the fragments they leave.
    pub focus_lost_minutes: i64,
    /// Of all these hours, 0–1.
    pub focus_lost_share: f64,
    /// Meetings that reach into it.
    pub meetings: u32,
}

/// A class of free stretches.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StretchLength {
    /// 4 h and longer.
    #[serde(rename = "from_4_hours")]
    From4Hours,
    /// From 3 h up to 4 h.
    #[serde(rename = "from_3_hours")]
    From3Hours,
    /// From 2 h up to 3 h.
    #[serde(rename = "from_2_hours")]
    From2Hours,
    /// From 1.5 h up to 2 h.
    #[serde(rename = "from_90_minutes")]
    From90Minutes,
    /// From 1 h up to 1.5 h.
    #[serde(rename = "from_1_hour")]
    From1Hour,
    /// Under 1 h.
    Shorter,
}

/// The free stretches of one class.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct StretchClass {
    /// Which.
    pub length: StretchLength,
    /// How many there are.
    pub count: u32,
    /// Their minutes.
    pub minutes: i64,
    /// The stretches, the latest first; at most a hundred.
    pub stretches: Vec<GapView>,
}

/// Two gaps that one meeting keeps apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Merge {
    /// The meeting's series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// Its category.
    pub category: Category,
    /// When it is, on the wall clock.
    #[text(own)]
    pub start: String,
    /// When it ends.
    #[text(own)]
    pub end: String,
    /// By how many minutes it would have to move; negative: earlier.
    pub shift_minutes: i64,
    /// The gap before it, in minutes.
    pub before_minutes: i64,
    /// The gap after it, in minutes.
    pub after_minutes: i64,
}
