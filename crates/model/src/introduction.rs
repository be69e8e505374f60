use serde::{Deserialize, Serialize};

use crate::{Texts, TimeRange};

/// Where a setting comes from that nobody confirmed yet, or that somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GuessSource {
    /// The user said it.
    Said,
    /// A line of the calendar states it.
    Stated,
    /// It was read from when events are and who is in them.
    Events,
    /// Nothing tells; it is what Weekwise, or the machine, uses by itself.
    Usual,
}

/// One line of the card: a value, and where it comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Guess<T> {
    /// What is in force.
    pub value: T,
    /// Where it comes from.
    pub source: GuessSource,
    /// The same in words, to follow the value: `the zone most events were written in`.
    #[text(own)]
    pub because: String,
}

/// The card that asks once: “Is this you?” (product.md section 8). Everything in it is in force already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Introduction {
    /// My own addresses.
    #[text(address)]
    pub me: Guess<Vec<String>>,
    /// The home zone, an IANA name.
    #[text(own)]
    pub zone: Guess<String>,
    /// The zone of this machine.
    #[text(own)]
    pub machine_zone: String,
    /// Whether the calendar was written in a zone whose clock differs from this machine's: ask before anything is said.
    pub zone_differs: bool,
    /// The usual working day as this machine's clock shows it, where that differs: what it would be if the zone were
    /// this machine's.
    pub machine_hours: Option<TimeRange>,
    /// When a usual working day begins and ends.
    pub hours: Guess<TimeRange>,
    /// Working days, Monday as 1 and Sunday as 7.
    pub days: Guess<Vec<u8>>,
    /// When lunch is; `None` where none is kept.
    pub lunch: Guess<Option<TimeRange>>,
    /// The id of the profile.
    #[text(key)]
    pub profile: Guess<String>,
    /// The working hours in force as `--hours` takes them: hours, days and lunch together.
    #[text(own)]
    pub working_hours: String,
    /// Whether nobody confirmed it yet.
    pub open: bool,
}

/// What the user confirms: all of the card at once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct IntroductionAnswer {
    /// My own addresses.
    #[text(address)]
    pub me: Vec<String>,
    /// The home zone, an IANA name.
    #[text(own)]
    pub zone: String,
    /// When a usual working day begins and ends.
    pub hours: TimeRange,
    /// Working days, Monday as 1 and Sunday as 7.
    pub days: Vec<u8>,
    /// When lunch is; `None` where none is kept.
    pub lunch: Option<TimeRange>,
    /// The id of the profile.
    #[text(key)]
    pub profile: String,
}
