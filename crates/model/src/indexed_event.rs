use serde::{Deserialize, Serialize};

use crate::InstanceId;

/// What an index says about one VEVENT: enough to find it and to see that it changed. The rest is in the file's bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexedEvent {
    /// `UID`. Together with the recurrence id it names the event within its calendar.
    pub uid: String,
    /// `RECURRENCE-ID` of an override.
    pub recurrence_id: Option<InstanceId>,
    /// When it starts; a series: when its first instance does.
    pub start: InstanceId,
    /// Its title.
    pub title: String,
    /// Names and addresses of its people, one a line.
    pub people: String,
    /// Its description; a caller may leave out what nobody searches for, such as dial-in boilerplate.
    pub description: String,
    /// Stands for everything else a change of which the user should hear of (length, rule, place, answers): the same
    /// for the same event, today and in ten years.
    pub fingerprint: u64,
    /// Whether it is called off.
    pub cancelled: bool,
}
