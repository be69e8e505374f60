use serde::{Deserialize, Serialize};

use crate::{Classification, DayJudgement, EventRow, Texts};

/// Why an occurrence has its category: what `weekwise explain` prints.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Explanation {
    /// The occurrence as `weekwise events` prints it.
    pub event: EventRow,
    /// Category, confidence, evidence, runner-up.
    pub classification: Classification,
    /// What would change the answer, in words.
    #[text(quotation)]
    pub would_change: Vec<String>,
    /// What it does to the day, with evidence and runner-up.
    pub day: DayJudgement,
    /// What would change that, in words.
    #[text(quotation)]
    pub day_would_change: Vec<String>,
    /// How its minutes are counted, in words.
    #[text(quotation)]
    pub counting: String,
}
