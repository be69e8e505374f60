use serde::{Deserialize, Serialize};

use crate::Texts;

/// One thing about a period that deserves a look, with its evidence (product.md section 6).
///
/// Days and meetings are named as the problem, never a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Signal {
    /// A stable name, in kebab case; the day or series follows after a colon where there can be several:
    /// `overloaded-day:2026-11-10`.
    #[text(key)]
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// What it is about, in a word or two: `Tuesday`, `Load 52 %`.
    #[text(quotation)]
    pub subject: String,
    /// What was seen, in one sentence.
    #[text(quotation)]
    pub text: String,
    /// The threshold it crossed, in words.
    #[text(own)]
    pub threshold: String,
    /// Where that threshold comes from.
    #[serde(default)]
    pub basis: Basis,
    /// The same in words, with what was measured where something was.
    #[serde(default)]
    #[text(own)]
    pub source: String,
    /// UIDs of the events behind it.
    #[text(uid)]
    pub evidence: Vec<String>,
    /// One thing to do about it: the first advice that lessens its figure, in words; empty where none does.
    #[text(quotation)]
    pub next_step: String,
    /// That advice, by its id.
    #[serde(default)]
    #[text(uid)]
    pub step: Option<String>,
}

/// Where a threshold comes from.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Somebody measured it.
    Study,
    /// Many draw the line there, and nobody measured it.
    Convention,
    /// We draw it.
    #[default]
    Ours,
}

/// How much a signal matters.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Good to know.
    Note,
    /// Worth an eye.
    Watch,
    /// Hurts.
    Alarm,
}

/// The one change to make first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct NextStep {
    /// What to do, in the imperative: `Make “Platform sync” fortnightly.`
    #[text(quotation)]
    pub text: String,
    /// What it buys, in a sentence with numbers.
    #[text(quotation)]
    pub gain: String,
    /// UIDs of the events it is about.
    #[text(uid)]
    pub evidence: Vec<String>,
}
