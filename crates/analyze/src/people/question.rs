use chrono::{DateTime, Utc};
use weekwise_model::Classified;

/// What is asked about people.
pub struct PeopleQuestion<'q> {
    /// What is still to come is told from then on.
    pub now: DateTime<Utc>,
    /// The occurrences from the Monday of this week on, for 26 weeks.
    pub ahead: &'q [Classified],
}
