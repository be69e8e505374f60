use chrono::{DateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{Decision, Scope, Texts, TimeRange};

/// What an event does to the day it lies on: the second judgement beside its category (product.md section 5).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayEffect {
    /// It is worked: its time counts.
    Work,
    /// It takes its minutes from working time: lunch, a doctor, the school run.
    Break,
    /// It takes my working hours: my leave, a public holiday that applies to me, my part-time or half day.
    Off,
    /// It does nothing: colleagues' leave, school holidays, observances, birthdays, where I work, freezes.
    Note,
    /// It does not take place: cancelled, declined, called off.
    NotHeld,
}

/// What an event does to the day, how sure that is, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayJudgement {
    /// What it does.
    pub effect: DayEffect,
    /// How likely that is right, 0–1.
    pub confidence: f64,
    /// Everything that was weighed, for this effect and for others; strongest first, those for this effect before the
    /// others.
    pub because: Vec<DayEvidence>,
    /// The next likely effect, where there is one.
    pub runner_up: Option<DayRunnerUp>,
    /// The part of the day it takes, where time off is written on a whole day and takes only some of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub part: Option<DayPart>,
    /// What decided outright, where something did; else the evidence did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub decided_by: Option<Decision>,
}

/// The part of a working day that time off takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Until lunch, or to the middle of the working hours where there is none.
    FirstHalf,
    /// What is after that.
    SecondHalf,
    /// Until this time on the wall clock of where I am.
    Until(NaiveTime),
    /// From this time on.
    From(NaiveTime),
}

impl DayPart {
    /// The time of a day that it takes, from midnight or to midnight; `hours` are those that are worked on such a day.
    pub fn of(self, hours: &[TimeRange]) -> TimeRange {
        match self {
            Self::Until(time) => TimeRange::until(time),
            Self::From(time) => TimeRange::from(time),
            Self::FirstHalf => TimeRange::until(middle(hours)),
            Self::SecondHalf => TimeRange::from(middle(hours)),
        }
    }

    /// In words: `the first half`, `from 12:00 on`.
    pub fn words(self) -> String {
        match self {
            Self::FirstHalf => "the first half of the day".to_owned(),
            Self::SecondHalf => "the second half of the day".to_owned(),
            Self::Until(time) => format!("until {}", time.format("%-H:%M")),
            Self::From(time) => format!("from {} on", time.format("%-H:%M")),
        }
    }
}

/// Where a working day is cut in two: where lunch begins, or half-way through its minutes.
fn middle(hours: &[TimeRange]) -> NaiveTime {
    match hours {
        [] => NaiveTime::MIN,
        [only] => only.start + (only.end - only.start) / 2,
        [first, ..] => first.end,
    }
}

/// Why something is the break at noon.
pub const BREAK_AT_NOON: &str = "it is the break at noon";

impl DayJudgement {
    /// Whether this is the break at noon.
    pub fn is_break_at_noon(&self) -> bool {
        self.effect == DayEffect::Break && self.because.iter().any(|e| e.text == BREAK_AT_NOON)
    }
}

/// One thing that spoke for an effect.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayEvidence {
    /// In words: `somebody else's name stands in the title`.
    #[text(quotation)]
    pub text: String,
    /// The effect it speaks for.
    pub effect: DayEffect,
    /// How strongly, in logits; more than 0.
    pub weight: f64,
}

/// The effect that came second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayRunnerUp {
    /// Which.
    pub effect: DayEffect,
    /// How likely it is instead, 0–1.
    pub confidence: f64,
}

/// What the user said an event does to the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayCorrection {
    /// How far it reaches.
    pub scope: Scope,
    /// What it is about, as in [`Correction::key`](crate::Correction::key).
    #[text(writing)]
    pub key: String,
    /// What it does.
    pub effect: DayEffect,
    /// When the user said so.
    pub made_at: DateTime<Utc>,
}

/// A correction of the effect as a screen asks for it: this occurrence, so far, does that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayCorrectionRequest {
    /// The series of the occurrence it was asked from.
    #[text(uid)]
    pub uid: String,
    /// Which instance, as [`EventRow::recurrence_id`](crate::EventRow) gives it; `None` for a single event, or
    /// where the scope is wider than one occurrence.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// How far it is to reach.
    pub scope: Scope,
    /// What it does; `None` takes the correction of this scope back.
    pub effect: Option<DayEffect>,
}

impl DayEffect {
    /// All of them, in the order menus show them.
    pub const ALL: [Self; 5] = [
        Self::Work,
        Self::Break,
        Self::Off,
        Self::Note,
        Self::NotHeld,
    ];

    /// In one or two words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Break => "a break",
            Self::Off => "time off",
            Self::Note => "a note",
            Self::NotHeld => "not held",
        }
    }

    /// As JSON and rules write it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Break => "break",
            Self::Off => "off",
            Self::Note => "note",
            Self::NotHeld => "not_held",
        }
    }
}

impl DayJudgement {
    /// What needs no weighing: a timed event that is work.
    pub fn work() -> Self {
        Self::certain(DayEffect::Work)
    }

    /// One effect, beyond doubt and for no reason worth telling.
    pub fn certain(effect: DayEffect) -> Self {
        Self {
            effect,
            confidence: 1.0,
            because: Vec::new(),
            runner_up: None,
            part: None,
            decided_by: None,
        }
    }

    /// Whether it takes working hours and nothing but evidence says so.
    pub fn is_guess(&self) -> bool {
        self.decided_by.is_none()
    }
}
