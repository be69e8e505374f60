use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{IsoWeek, PeriodJson, PersonHours, Texts};

/// A quarter's or year's record for a talk about performance or promotion (section 6 of docs/product.md).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceReport {
    /// What it is about.
    pub period: PeriodJson,
    /// True for the demo calendar.
    pub demo: bool,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// Reviews held, people mentored, teams bridged, strategy, focus.
    pub sections: Vec<EvidenceSection>,
    /// Who was mentored and for how long, the most hours first.
    pub mentored: Vec<PersonHours>,
    /// What mattered, week by week, in the user’s words: the lines of reviews. Handed on are those that are ticked.
    #[serde(default)]
    pub lines: Vec<EvidenceLine>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// The line of one review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceLine {
    /// The week that was reviewed.
    pub week: IsoWeek,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What mattered in it.
    #[text(writing)]
    pub line: String,
    /// Whether the record quotes it.
    pub ticked: bool,
}

/// One part of the record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceSection {
    /// A stable name: `reviews`, `mentoring`, `teams`, `strategy`, `focus`.
    #[text(key)]
    pub id: String,
    /// The name people read.
    #[text(own)]
    pub title: String,
    /// The figures in one sentence: `41 reviews in 38 h, 29 of them led.`
    #[text(quotation)]
    pub text: String,
    /// Hours of the period.
    pub hours: f64,
    /// How many: reviews, people, teams, blocks.
    pub count: u32,
    /// What it rests on, by day.
    pub items: Vec<EvidenceItem>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EvidenceItem {
    /// The series it belongs to; ticking it shows the titles of all its items.
    #[text(uid)]
    pub uid: String,
    /// The day.
    pub day: NaiveDate,
    /// Its title, where it is ticked; else its kind.
    #[text(title)]
    pub title: String,
    /// Whether the title is shown.
    pub ticked: bool,
    /// My hours.
    pub hours: f64,
}
