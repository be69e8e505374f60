//! Who wants minutes of a period.

use weekwise_model::Category;

use super::counting::WHOLE_DAYS;
use super::intervals::Interval;

/// How strongly an own block claims its minutes (product.md section 5, *Each minute counts once*).
pub(crate) const OWN_BLOCK: u8 = 3;

/// A counted occurrence that reaches into the period.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its place in the slice of occurrences.
    pub index: usize,
    /// All of it.
    pub whole: Interval,
    /// What lies in the period.
    pub span: Interval,
    /// How strong it is, 1 strongest; 4 takes only working time, and only what nothing else wants.
    pub rank: u8,
    /// Its category's place in [`Category::WORK`](weekwise_model::Category::WORK).
    pub category: usize,
    /// The runner-up's place there, where the category is a guess and the runner-up is work.
    pub runner_up: Option<usize>,
    /// Whether its category is a guess.
    pub uncertain: bool,
    /// Whether others are there.
    pub meeting: bool,
    /// Whether nobody knows if others are there: the calendar hides people, and the title says nothing.
    pub perhaps_meeting: bool,
    /// Whether nothing is known of it: it has no category.
    pub unknown: bool,
    /// An own block of deep work.
    pub focus: bool,
    /// Whether I organize it, or placed it alone.
    pub mine: bool,
    /// Whether the calendar tells who organizes it.
    pub organizer_known: bool,
    /// Whether it is tentative or unanswered.
    pub tentative: bool,
    /// Its place in `Ledger::series`.
    pub series: usize,
}

impl Claim {
    /// Whether it is work that lasts whole days.
    pub(crate) fn is_of_whole_days(&self) -> bool {
        self.rank >= WHOLE_DAYS
    }
}

/// The claims of one UID, or of the UIDs that are gathered into one series.
#[derive(Debug, Clone)]
pub struct Series {
    /// What names it.
    pub uid: String,
    /// Its title.
    pub summary: String,
    /// Whether it repeats.
    pub recurring: bool,
    /// By start; places in `Ledger::claims`. Never empty.
    pub claims: Vec<usize>,
}

impl Claim {
    /// A new own block; `None` for what is no work.
    pub(crate) fn block(span: Interval, category: Category) -> Option<Self> {
        Some(Self {
            index: usize::MAX,
            whole: span,
            span,
            rank: OWN_BLOCK,
            category: category.work_index()?,
            runner_up: None,
            uncertain: false,
            meeting: false,
            perhaps_meeting: false,
            unknown: false,
            focus: category == Category::DeepWork,
            mine: true,
            organizer_known: true,
            tentative: false,
            series: usize::MAX,
        })
    }
}
