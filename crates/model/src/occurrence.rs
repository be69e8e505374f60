use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Event, WallSpan, instant_at};

/// When something is: from `start` to `end`, `end` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Span {
    /// Two instants in UTC. `start == end` for an event without length.
    Timed {
        /// The first instant.
        start: DateTime<Utc>,
        /// The first instant after it.
        end: DateTime<Utc>,
    },
    /// Whole local days, in whatever zone one looks from (RFC 5545 `VALUE=DATE`).
    AllDay {
        /// The first day.
        start: NaiveDate,
        /// The first day after it.
        end: NaiveDate,
    },
}

/// Which instance of a series: its original start (`RECURRENCE-ID`, RFC 5545 section 3.8.4.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum InstanceId {
    /// Of a timed series, in UTC.
    Instant(DateTime<Utc>),
    /// Of an all-day series.
    Date(NaiveDate),
}

/// One instance of an event on the time line, after RRULE, RDATE, EXDATE and RECURRENCE-ID.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrence {
    /// The VEVENT that describes it: the override where there is one, else the master.
    pub event: Arc<Event>,
    /// Which instance of the series this is; `None` for a single event.
    pub recurrence_id: Option<InstanceId>,
    /// When it is. Floating times are already resolved in the zone the reader was given.
    pub span: Span,
}

impl Span {
    /// What a wall span is where its clock stands in its own zone, else in `zone`.
    pub fn of_wall(span: WallSpan, zone: Tz) -> Self {
        match span {
            WallSpan::Timed {
                start,
                end,
                zone: own,
            } => {
                let at =
                    |wall: NaiveDateTime| instant_at(wall.date(), wall.time(), own.unwrap_or(zone));
                Self::Timed {
                    start: at(start),
                    end: at(end),
                }
            }
            WallSpan::AllDay { start, end } => Self::AllDay { start, end },
        }
    }

    /// The instants it covers as seen from `zone`. An all-day span runs from local midnight to local midnight.
    pub fn instants(self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        match self {
            Self::Timed { start, end } => (start, end),
            Self::AllDay { start, end } => (midnight(start, zone), midnight(end, zone)),
        }
    }

    /// Whether it is of whole days.
    pub fn is_all_day(self) -> bool {
        matches!(self, Self::AllDay { .. })
    }

    /// Its length in elapsed minutes as seen from `zone`, rounded down.
    pub fn minutes(self, zone: Tz) -> i64 {
        let (start, end) = self.instants(zone);
        (end - start).num_minutes()
    }

    /// Whether it overlaps `[from, to)`. A span without length overlaps where its start lies inside.
    pub fn overlaps(self, from: DateTime<Utc>, to: DateTime<Utc>, zone: Tz) -> bool {
        let (start, end) = self.instants(zone);
        if start == end {
            from <= start && start < to
        } else {
            start < to && from < end
        }
    }
}

impl InstanceId {
    /// As RFC 3339 in `zone`, or `YYYY-MM-DD`.
    pub fn text(self, zone: Tz) -> String {
        match self {
            Self::Instant(at) => at
                .with_timezone(&zone)
                .to_rfc3339_opts(SecondsFormat::Secs, true),
            Self::Date(day) => day.to_string(),
        }
    }
}

/// The first instant of a local day. Where a DST gap swallows midnight, the first instant after the gap.
pub(crate) fn midnight(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    instant_at(day, chrono::NaiveTime::MIN, zone)
}
