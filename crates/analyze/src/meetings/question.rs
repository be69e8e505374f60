use std::collections::HashMap;

use chrono::{DateTime, Utc};
use weekwise_model::{CalendarId, Classified};

/// What is asked about meetings.
pub struct MeetingsQuestion<'q> {
    /// What is still to come is told from then on.
    pub now: DateTime<Utc>,
    /// The occurrences from the Monday of this week on, for 26 weeks.
    pub ahead: &'q [Classified],
    /// What the calendars are called.
    pub calendars: &'q HashMap<CalendarId, String>,
}
