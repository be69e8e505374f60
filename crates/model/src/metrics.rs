use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, Texts, Volatility};

/// Every metric of product.md section 5, by its name there. Hours are decimals, shares 0–1. Days are local.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Metrics {
    /// Working hours of the period, less breaks, time off and personal occurrences inside them.
    pub capacity_hours: f64,
    /// Union of meetings inside working time.
    pub meeting_hours: f64,
    /// `meeting_hours / capacity_hours`; 0 without capacity.
    pub meeting_load: f64,
    /// What the load amounts to: watch from 40 %, high from 50 %, overload from 60 %.
    pub load_level: LoadLevel,
    /// Working time of events of which nobody knows whether others were there: the calendar hides people, and their titles do
    /// not say. Meetings may take as much more.
    #[serde(default)]
    pub perhaps_meeting_hours: f64,
    /// Meetings counted.
    pub meetings: u32,
    /// Free-or-focus stretches of working time of at least 120 min, in sum.
    pub focus_time: f64,
    /// Free gaps shorter than the focus length.
    pub fragmented_time: FragmentedTime,
    /// Where counted occurrences overlap.
    pub conflicts: ConflictMetrics,
    /// The overlapping part of counted occurrences alone: `conflicts.hours` by the name section 5 gives it.
    pub conflict_hours: f64,
    /// Days whose first 3 working hours have 150 min in one free-or-focus stretch.
    pub protected_mornings: Vec<NaiveDate>,
    /// Those of them that a busy block defends.
    pub held_mornings: Vec<NaiveDate>,
    /// Chains of meetings with at most 5 min between them that are flagged: 3 or more, or over 2 h.
    pub back_to_back: Vec<BackToBackChain>,
    /// One entry a working day.
    pub days: Vec<DayMetrics>,
    /// Those of them with more than 6 h of meetings, more than 75 % in meetings, or no gap of an hour.
    pub overloaded_days: Vec<NaiveDate>,
    /// Meeting time outside working time.
    pub after_hours: f64,
    /// Meetings created less than 24 h before they start; of those whose file says when.
    pub short_notice: u32,
    /// Changes of category in a day's sequence of occurrences, summed over the days.
    pub switches: u32,
    /// Share of counted hours I organize or placed alone; `None` where it is not known of most of them who organizes them.
    pub control: Option<f64>,
    /// Meetings created after the focus block they overlap.
    pub invasions: u32,
    /// Un-invaded over booked focus hours; `None` without booked focus.
    pub survival: Option<f64>,
    /// Focus cost of every recurring meeting, greatest first.
    pub focus_cost: Vec<FocusCost>,
    /// Cost of every series, greatest of my hours first.
    pub series_cost: Vec<SeriesCost>,
    /// Meetings with 9 people or more; `None` where it is not known of most of them who was there.
    pub large: Option<u32>,
    /// Meetings longer than 60 min.
    pub long: u32,
    /// UIDs of series that look dead: endless and over 26 weeks old, or ≥ 30 % of the last 8 cancelled.
    #[text(uid)]
    pub zombies: Vec<String>,
    /// UIDs of series everybody else declined.
    #[text(uid)]
    pub abandoned: Vec<String>,
    /// Start − CREATED by category.
    pub lead_time: Vec<LeadTime>,
    /// How the free working time is cut.
    pub shape_of_free_time: FreeStretches,
    /// Hours of preparation that reviews of the period lack, 30 min each.
    pub prep_debt: f64,
    /// How much each measure swings over the last 12 whole, usual weeks up to the period's end.
    pub volatility: Vec<Volatility>,
    /// How far each category with a target is from its band.
    pub gap_to_band: Vec<GapToBand>,
    /// The least hours that must change category so that every band of the week mix holds.
    pub hours_to_move: f64,
}

/// What a meeting load amounts to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LoadLevel {
    /// Below 40 %.
    #[default]
    Fine,
    /// From 40 %.
    Watch,
    /// From 50 %.
    High,
    /// From 60 %.
    Overload,
}

/// Free gaps shorter than the focus length, in hours.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FragmentedTime {
    /// All of them.
    pub total: f64,
    /// Gaps under 30 min.
    pub under_30: f64,
    /// Gaps of 30 to 59 min.
    pub from_30_to_59: f64,
    /// Gaps of 60 min up to the focus length.
    pub from_60_to_119: f64,
}

/// Where counted occurrences overlap.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ConflictMetrics {
    /// Time with two or more counted occurrences: the overlapping part only, each minute once.
    pub hours: f64,
    /// UIDs of the occurrences that overlap.
    #[text(uid)]
    pub uids: Vec<String>,
}

/// Meetings that follow each other within 5 min.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BackToBackChain {
    /// The day it starts on.
    pub day: NaiveDate,
    /// When it starts, RFC 3339 in the report's zone.
    #[text(own)]
    pub start: String,
    /// When it ends.
    #[text(own)]
    pub end: String,
    /// From its start to its end.
    pub hours: f64,
    /// True over 3 h.
    pub hard: bool,
    /// Its meetings, in order.
    #[text(uid)]
    pub uids: Vec<String>,
}

/// One working day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayMetrics {
    /// The day.
    pub day: NaiveDate,
    /// Its working hours less breaks and time off.
    pub capacity_hours: f64,
    /// Counted time on it, blocks too, each minute once.
    pub booked_hours: f64,
    /// Union of its meetings inside working time.
    pub meeting_hours: f64,
    /// Its longest free-or-focus stretch of working time, in minutes.
    pub longest_stretch_minutes: i64,
    /// Meetings > 6 h, or > 75 % of the day, or no gap ≥ 60 min.
    pub overloaded: bool,
    /// Which of these holds, in words.
    #[text(quotation)]
    pub overloaded_because: Option<String>,
}

/// What one series costs in focus time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FocusCost {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// Its category.
    pub category: Category,
    /// Focus time without it − focus time with it, hours a week.
    pub hours_per_week: f64,
}

/// What one series costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesCost {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// Its category.
    pub category: Category,
    /// My hours a week.
    pub hours_per_week: f64,
    /// Length × people who have not declined × times, in hours a month of 30.44 days; `None` where people are not known.
    pub people_hours_per_month: Option<f64>,
    /// People who have not declined, me included; `None` where the calendar does not say.
    pub people: Option<u32>,
    /// Its occurrences in the period.
    pub times: u32,
}

/// How early the meetings of a category are put into the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LeadTime {
    /// The category.
    pub category: Category,
    /// Median of start − CREATED, in hours.
    pub median_hours: f64,
    /// Share created less than 24 h before.
    pub under_24_hours: f64,
    /// How many it rests on.
    pub meetings: u32,
}

/// How far a category is from its band: max(low − share, 0, share − high).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GapToBand {
    /// The category.
    pub category: Category,
    /// In percentage points of the week mix; 0 within the band.
    pub points: f64,
    /// In hours; 0 within the band.
    pub hours: f64,
}

/// How many free stretches of working time there are, by length; each counted in the longest class it reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FreeStretches {
    /// 4 h and longer.
    pub from_4_hours: u32,
    /// 3 h and longer.
    pub from_3_hours: u32,
    /// 2 h and longer.
    pub from_2_hours: u32,
    /// 1.5 h and longer.
    pub from_90_minutes: u32,
    /// 1 h and longer.
    pub from_1_hour: u32,
    /// Shorter than 1 h.
    pub shorter: u32,
    /// Neighbours that would merge if the one meeting between them moved by at most 60 min.
    pub mergeable: u32,
}
