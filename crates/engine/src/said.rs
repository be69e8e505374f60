use crate::Answers;
use weekwise_model::{Correction, Marks, Profile, Rule};

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
}
