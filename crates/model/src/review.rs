use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Advice, AskState, AsksView, BandStatus, Category, IsoWeek, KeptWeek, PendingAsks, PlanBlock,
    Question, Texts,
};

/// What somebody did in the review of a week (product.md section 8, *Review*). Kept with the week, step by step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Review {
    /// The shares guessed before they were shown, each 0–1; empty where nothing was guessed.
    pub guess: Vec<GuessedShare>,
    /// The steps that are behind: done or passed over.
    pub steps: Vec<ReviewStepTaken>,
    /// What was decided; `None` where nothing was.
    pub decision: Option<ReviewDecision>,
    /// What mattered, in a line.
    #[text(writing)]
    pub line: String,
    /// Whether others may read the line, where a month, a quarter or a year is handed on.
    pub quoted: bool,
    /// When the last step was taken.
    pub at: Option<DateTime<Utc>>,
}

/// What somebody guessed of a category.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GuessedShare {
    /// The category.
    pub category: Category,
    /// Its share of the week, 0–1.
    pub share: f64,
}

/// A step that is behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewStepTaken {
    /// Which.
    pub step: ReviewStep,
    /// What became of it.
    pub progress: ReviewProgress,
}

/// A step of the review, in their order.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewStep {
    /// Guess the shares before looking.
    Guess,
    /// What it was, and what moved since the week before.
    Mix,
    /// The questions most hangs on.
    Questions,
    /// What became of planned blocks and of asks.
    Kept,
    /// Keep, ask for or drop one thing.
    Decision,
    /// Blocks for the week to come.
    Blocks,
    /// One line for the record.
    Line,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewProgress {
    /// It was taken.
    Done,
    /// It was passed over.
    Skipped,
}

/// What was decided in a review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewDecision {
    /// The id of the advice.
    #[text(uid)]
    pub id: String,
    /// What it says.
    #[text(quotation)]
    pub text: String,
    /// What became of it: asked for, or dropped; `None` where it stays advice.
    pub state: Option<AskState>,
}

/// One step of a review that is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewRequest {
    /// The week that is reviewed.
    pub week: IsoWeek,
    /// Everything that was done in it so far.
    pub review: Review,
    /// The step that was just taken, as an undo names it.
    pub step: ReviewStep,
}

/// A week as its review shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewView {
    /// The week.
    pub week: IsoWeek,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// What was done so far.
    pub review: Review,
    /// Whether a guess is asked for: once in four weeks is enough.
    pub asks_guess: bool,
    /// Every category beside its band and the guess.
    pub shares: Vec<ReviewShare>,
    /// What it was, in a sentence: `You guessed 42 % deep work. It was 28 %.`
    #[text(own)]
    pub headline: String,
    /// By how much the guess was off, in a sentence; `None` without a guess.
    #[text(own)]
    pub off: Option<String>,
    /// The least hours that would have to change category.
    pub hours_to_move: f64,
    /// What it would be if everything that was asked for came true; `None` where nothing that is pending changes it.
    pub pending: Option<PendingAsks>,
    /// Meetings inside working time ÷ capacity.
    pub load: f64,
    /// Focus time, in hours.
    pub focus_hours: f64,
    /// Mornings protected.
    pub mornings: u32,
    /// What is different from the week before, the most time first.
    pub moved: Vec<ReviewMove>,
    /// The questions most hangs on, at most five.
    pub questions: Vec<Question>,
    /// What became of the blocks planned for it; `None` where none were.
    pub kept: Option<KeptWeek>,
    /// What was asked for.
    pub asks: AsksView,
    /// What there is to decide about, the best first; at most three.
    pub advice: Vec<Advice>,
    /// The week that blocks are planned for.
    pub next: IsoWeek,
    /// Blocks proposed for it, and those that stand.
    pub blocks: Vec<PlanBlock>,
    /// The hours to move of the last weeks, this one last.
    pub weeks: Vec<ReviewWeek>,
    /// Where its note is written; `None` where no folder was chosen.
    #[text(place)]
    pub note: Option<String>,
}

/// One category of a reviewed week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewShare {
    /// The category.
    pub category: Category,
    /// Its share of the week mix, 0–1.
    pub share: f64,
    /// What was guessed; `None` where nothing was.
    pub guess: Option<f64>,
    /// Lower end of the band; `None` for other work.
    pub low: Option<f64>,
    /// Upper end of the band.
    pub high: Option<f64>,
    /// Where the share lies.
    pub status: BandStatus,
    /// How far outside the band, in hours: negative below, positive above.
    pub gap_hours: f64,
}

/// One thing that is different from the week before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewMove {
    /// What happened.
    pub what: ReviewMoveKind,
    /// The event.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub title: String,
    /// More of it, in a few words: `now 75 min`.
    #[text(quotation)]
    pub more: String,
    /// Its category.
    pub category: Category,
    /// By how many minutes that category changed.
    pub minutes: i64,
}

/// What happened to an event from one week to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ReviewMoveKind {
    /// It was not there before.
    New,
    /// It took more time.
    Longer,
    /// It took less.
    Shorter,
    /// Own time that a meeting was booked over.
    Invaded,
    /// It was called off.
    Cancelled,
    /// It was not held.
    Away,
}

/// The hours to move of one week.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ReviewWeek {
    /// The week.
    pub week: IsoWeek,
    /// The least hours that would have to change category.
    pub hours_to_move: f64,
}

impl Review {
    /// Whether anything was done in it.
    pub fn is_begun(&self) -> bool {
        !self.steps.is_empty()
    }

    /// What was guessed of a category.
    pub fn guess_of(&self, category: Category) -> Option<f64> {
        let found = self.guess.iter().find(|guess| guess.category == category);
        found.map(|guess| guess.share)
    }

    /// What became of a step.
    pub fn progress_of(&self, step: ReviewStep) -> Option<ReviewProgress> {
        let found = self.steps.iter().find(|taken| taken.step == step);
        found.map(|taken| taken.progress)
    }
}

impl ReviewStep {
    /// All of them, in their order.
    pub const ALL: [Self; 7] = [
        Self::Guess,
        Self::Mix,
        Self::Questions,
        Self::Kept,
        Self::Decision,
        Self::Blocks,
        Self::Line,
    ];

    /// What it is called.
    pub fn label(self) -> &'static str {
        match self {
            Self::Guess => "your guess",
            Self::Mix => "what it was",
            Self::Questions => "questions",
            Self::Kept => "what was kept",
            Self::Decision => "one decision",
            Self::Blocks => "next week's blocks",
            Self::Line => "one line",
        }
    }
}
