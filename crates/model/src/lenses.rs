use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, Impact, IsoWeek, PeriodJson, Texts};

/// The same minutes seen in other ways (section 6 of docs/product.md), and the written priorities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LensesView {
    /// What the figures are about.
    pub period: PeriodJson,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// Counted work minutes: what the shares are of, and what the parts of each lens sum to.
    pub counted_minutes: i64,
    /// Strategy, execution, good influence; other work beside them.
    pub purpose: Vec<LensPart>,
    /// Alone, own team, other teams, whole organisation, outside; unknown where the export hides who was there.
    pub scope: Vec<LensPart>,
    /// Time that helps others, own output; other work beside them.
    pub leverage: Vec<LensPart>,
    /// Series the user marked, by impact and effort.
    pub quadrant: Vec<QuadrantEntry>,
    /// The hours each written priority got.
    pub priorities: Vec<PriorityView>,
    /// Counted minutes no priority got.
    pub unserved_minutes: i64,
    /// Recurring meetings that serve no priority, the most of my hours first; empty without priorities.
    pub serve_none: Vec<SeriesHours>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// One part of a lens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LensPart {
    /// A stable name: `good_influence`, `own_team`.
    #[text(key)]
    pub id: String,
    /// The name people read.
    #[text(own)]
    pub label: String,
    /// Counted minutes.
    pub minutes: i64,
    /// Of all counted minutes, 0–1.
    pub share: f64,
    /// UIDs behind it, the most minutes first; at most twelve.
    #[text(uid)]
    pub evidence: Vec<String>,
}

/// A series by impact and effort.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct QuadrantEntry {
    /// The series.
    pub series: SeriesHours,
    /// What the user thinks it achieves.
    pub impact: Impact,
    /// Whether it takes an hour a week or more.
    pub much_effort: bool,
    /// `Snacking` for little impact and little effort; `Preening`, `Quick win`, `Worth it`.
    #[text(priority)]
    pub name: String,
}

/// One series' hours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesHours {
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
    /// Its counted occurrences in the period.
    pub times: u32,
}

/// What a written priority got.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PriorityView {
    /// What the user calls it.
    #[text(priority)]
    pub name: String,
    /// The words that mark it.
    #[text(writing)]
    pub words: Vec<String>,
    /// Counted minutes of occurrences it is named in; where one names several, each gets an equal part.
    pub minutes: i64,
    /// Of all counted minutes, 0–1.
    pub share: f64,
    /// Weeks of the period without any, in order.
    pub weeks_without: Vec<IsoWeek>,
    /// When it last got time.
    pub last: Option<NaiveDate>,
    /// The series that serve it, the most of my hours first; at most twelve.
    pub series: Vec<SeriesHours>,
    /// In one sentence: `6.5 h in 13 weeks; 8 weeks without.`
    #[text(quotation)]
    pub text: String,
}
