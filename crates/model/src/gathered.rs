use serde::{Deserialize, Serialize};

use crate::Recurrence;

/// A series that the file writes as several events, each with a UID of its own.
///
/// Either its instances are written one by one: no rule says that they belong together; the same calendar, title, organizer,
/// people, length, weekday and time do. Or the program split it when it was changed from some day on, and the UIDs say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    /// The UID of its first instance or part, which names the series.
    pub uid: String,
    /// How it repeats: as its instances show, where nobody wrote an end, nor that there is none; else as its last part says,
    /// from the first instance of the first.
    pub recurrence: Recurrence,
    /// How many events it is made of.
    pub events: u32,
    /// Whether its program split it: then each of them is a series with a rule of its own.
    pub split: bool,
}
