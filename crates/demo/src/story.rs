//! What happens to Sam in 26 weeks, as tables. Week 23 is today's.

mod absence;
mod milestones;
mod others;
mod own;
mod rituals;

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
    [
        rituals::ENTRIES,
        others::ENTRIES,
        own::ENTRIES,
        absence::ENTRIES,
        milestones::ENTRIES,
    ]
    .into_iter()
    .flatten()
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
