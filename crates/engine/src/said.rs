use crate::Answers;
use weekwise_model::{Correction, IsoWeek, Marks, Profile, Rule};
use weekwise_plan::Former;

use crate::Reviews;

/// What the user has said beside the calendars: it decides before anything that was guessed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Said {
    /// What something really is, oldest first (section 4 of docs/product.md).
    pub corrections: Vec<Correction>,
    /// The user's rules, in their order.
    pub rules: Vec<Rule>,
    /// What no calendar tells.
    pub marks: Marks,
    /// The user's own profiles, by name.
    pub profiles: Vec<Profile>,
    /// Who answered what, and what it replaced.
    pub answers: Answers,
    /// The blocks of exported plans whose fate the calendars can tell.
    pub planned: Vec<Former>,
    /// What mattered in reviewed weeks, by week.
    pub lines: Vec<SaidLine>,
    /// Reviews that are only tried out, of the demo; a library keeps its own.
    pub tried_reviews: Reviews,
}

/// The line for the record of one review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidLine {
    /// The week that was reviewed.
    pub week: IsoWeek,
    /// What mattered in it, in the user’s words.
    pub line: String,
    /// Whether the record of evidence quotes it.
    pub quoted: bool,
}
