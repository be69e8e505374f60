//! Who wants minutes of a period.

use super::intervals::Interval;

/// A counted occurrence that reaches into the period.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    /// Its place in the slice of occurrences.
    pub(crate) index: usize,
    /// All of it.
    pub(crate) whole: Interval,
    /// What lies in the period.
    pub(crate) span: Interval,
    /// How strong it is, 1 strongest.
    pub(crate) rank: u8,
    /// Its category's place in [`Category::WORK`](weekwise_model::Category::WORK).
    pub(crate) category: usize,
    /// The runner-up's place there, where the category is a guess and the runner-up is work.
    pub(crate) runner_up: Option<usize>,
    pub(crate) uncertain: bool,
    pub(crate) meeting: bool,
    /// An own block of deep work.
    pub(crate) focus: bool,
    pub(crate) mine: bool,
    pub(crate) tentative: bool,
    /// Its place in `Ledger::series`.
    pub(crate) series: usize,
}

/// The claims of one UID, or of the UIDs that are gathered into one series.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    pub(crate) uid: String,
    pub(crate) summary: String,
    /// Whether it repeats.
    pub(crate) recurring: bool,
    /// By start; places in `Ledger::claims`. Never empty.
    pub(crate) claims: Vec<usize>,
}
