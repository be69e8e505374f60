use chrono::{DateTime, NaiveDate, Utc};
use weekwise_model::{Grain, Stretch};

/// What is asked about the trends.
#[derive(Debug, Clone, Copy)]
pub struct TrendsQuestion {
    /// How it is cut.
    pub grain: Grain,
    /// Periods that are not over by then are partial.
    pub now: DateTime<Utc>,
    /// The first and the last day the calendars know of: a period that reaches beyond is partial.
    pub known: Option<(NaiveDate, NaiveDate)>,
    /// The days the export tells all of, where its series reach further: beyond, only they are known.
    pub told: Option<Stretch>,
    /// The two stretches of days (last ones included) whose difference is asked for; without them, the last two whole periods.
    pub compare: Option<[Stretch; 2]>,
}
