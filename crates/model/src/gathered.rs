use serde::{Deserialize, Serialize};

use crate::Recurrence;

/// A series whose instances the file writes one by one, each as a single event with a UID of its own.
///
/// No rule says that they belong together; the same calendar, title, organizer, people, length, weekday and time do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gathered {
    /// The UID of its first instance, which names the series.
    pub uid: String,
    /// How it repeats, as its instances show. Nobody wrote an end, and nobody wrote that there is none.
    pub recurrence: Recurrence,
    /// How many single events it is made of.
    pub events: u32,
}
