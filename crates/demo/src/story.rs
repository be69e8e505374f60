//! What happens to Sam in 26 weeks, as tables. Week 23 is today's.

mod series;
mod singles;

use chrono::Weekday;

use crate::entry::Entry;

/// Why Sam was not at work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Away {
    /// The office was closed.
    Holiday,
    /// On leave.
    Leave,
    /// At a conference.
    Conference,
}

/// Everything there is.
pub(crate) fn entries() -> impl Iterator<Item = &'static Entry> {
    series::SERIES.iter().chain(singles::SINGLES)
}

/// Whether Sam was away on a day of the story.
pub(crate) fn away(week: i64, day: Weekday) -> Option<Away> {
    match (week, day) {
        (7, Weekday::Thu) => Some(Away::Holiday),
        (18, _) => Some(Away::Leave),
        (20, Weekday::Thu | Weekday::Fri) => Some(Away::Conference),
        _ => None,
    }
}
