use serde::{Deserialize, Serialize};

use crate::{Category, DayEffect, Kind, NotCounted, Response, Status, Texts};

/// One occurrence as `weekwise events --format json` prints it (product.md section 9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventRow {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Which instance: RFC 3339, or `YYYY-MM-DD`; `None` for a single event.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// RFC 3339 with offset in the asked-for zone; `YYYY-MM-DD` when `all_day`.
    #[text(own)]
    pub start: String,
    /// The same for its end, which is not included.
    #[text(own)]
    pub end: String,
    /// Of whole days.
    pub all_day: bool,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// `CONFIRMED`, `TENTATIVE`, `CANCELLED`.
    pub status: Status,
    /// My own answer.
    pub response: Response,
    /// Whether its time counts.
    pub counted: bool,
    /// Why not.
    pub not_counted_because: Option<NotCounted>,
    /// What it does to the day.
    pub effect: DayEffect,
    /// How many people, me included.
    pub people: u32,
    /// Its category.
    pub category: Category,
    /// Its kind.
    pub kind: Kind,
    /// How likely the category is right, 0–1.
    pub confidence: f64,
    /// What decided, strongest first, in words.
    #[text(quotation)]
    pub because: Vec<String>,
    /// The name of its calendar.
    #[text(calendar)]
    pub calendar: String,
    /// Minutes of travel before it, which are no working time; `None` without any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub travel_minutes: Option<u32>,
}
