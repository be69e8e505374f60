use serde::{Deserialize, Serialize};

use crate::{
    AdviceList, DoubtBehind, HabitShare, Metrics, Mix, NextStep, PendingAsks, Period, Reported,
    Signal, Texts, reported,
};

/// What `weekwise report --format json` prints (product.md section 9).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Report {
    /// What it is about.
    pub period: PeriodJson,
    /// True for the demo calendar, so that nobody takes it for their own.
    pub demo: bool,
    /// The id of the profile it is compared with.
    #[text(key)]
    pub profile: String,
    /// The mix targets are compared with: working time and counted work time together.
    pub week_mix: Mix,
    /// The mix of booked time only.
    pub booked_mix: Mix,
    /// The least hours that must change category so that every band of the week mix holds.
    pub hours_to_move: f64,
    /// Every metric.
    pub metrics: Metrics,
    /// What deserves a look, most important first.
    pub signals: Vec<Signal>,
    /// The one change to make first, where one helps.
    pub next_step: Option<NextStep>,
    /// Everything worth changing, the best first; the next step is its first.
    #[serde(default)]
    pub advice: AdviceList,
    /// What it would be if everything that was asked for came true; `None` where nothing that is pending changes it.
    #[serde(default)]
    pub pending: Option<PendingAsks>,
    /// What others reported about the categories with a target, and why it is none.
    #[serde(default = "reported::reported")]
    pub reported: Vec<Reported>,
    /// The shares that are different with what the user says open focus holds; empty where nothing was said.
    #[serde(default)]
    pub habits: Vec<HabitShare>,
    /// What limits the answer.
    pub trust: Trust,
}

impl Report {
    /// What others reported about the categories with a target: the same for every period.
    pub fn reported() -> Vec<Reported> {
        reported::reported()
    }
}

/// A period as answers carry it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PeriodJson {
    /// RFC 3339 with the zone's offset; the first instant.
    #[text(own)]
    pub from: String,
    /// The first instant after it.
    #[text(own)]
    pub to: String,
    /// IANA name.
    #[text(own)]
    pub tz: String,
}

/// What limits an answer (the data-trust line).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Trust {
    /// Occurrences counted.
    pub counted: u32,
    /// Occurrences in the period that are not counted.
    pub not_counted: u32,
    /// Share of counted occurrences that read as meetings but carry no attendees.
    pub without_people: f64,
    /// Counted hours that are tentative or unanswered.
    pub tentative_hours: f64,
    /// Counted hours whose category is a guess (confidence below 0.6).
    pub uncertain_hours: f64,
    /// Events the import left out.
    pub left_out: u32,
    /// Whether so little of the time is booked that the mix is not judged: nothing at all, or less than a tenth.
    pub too_little: bool,
    /// True when nobody confirmed who “me” is.
    pub me_guessed: bool,
    /// The questions behind its doubt, the one that sets most right first; three at most.
    #[serde(default)]
    pub questions: Vec<DoubtBehind>,
    /// The same in words, one sentence each; empty when nothing limits the answer.
    #[text(quotation)]
    pub notes: Vec<String>,
}

impl From<&Period> for PeriodJson {
    fn from(period: &Period) -> Self {
        Self {
            from: period.from.with_timezone(&period.zone).to_rfc3339(),
            to: period.to.with_timezone(&period.zone).to_rfc3339(),
            tz: period.zone.name().to_owned(),
        }
    }
}
