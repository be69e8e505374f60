use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// When something is as the clock on its own wall shows it: from `start` to `end`, `end` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum WallSpan {
    /// Two wall times of one clock.
    Timed {
        /// What the clock shows first.
        start: NaiveDateTime,
        /// What it shows afterwards; `start` for an event without length.
        end: NaiveDateTime,
        /// Whose clock, where it is one of the IANA database; `None` for floating time and for zones only the file
        /// knows.
        zone: Option<Tz>,
    },
    /// Whole days (RFC 5545 `VALUE=DATE`).
    AllDay {
        /// The first day.
        start: NaiveDate,
        /// The first day after it.
        end: NaiveDate,
    },
}

/// What the clock on a wall in `zone` shows, as the window reads it: `YYYY-MM-DDTHH:MM:SS`. No offset, because the window
/// converts nothing.
pub fn wall(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone)
        .format("%Y-%m-%dT%H:%M:%S")
        .to_string()
}

/// When a wall clock in `zone` first shows a time; the first instant after the gap where a change of clocks skips it.
pub fn instant_at(day: NaiveDate, time: NaiveTime, zone: Tz) -> DateTime<Utc> {
    let mut wall = day.and_time(time);
    // No zone has ever skipped more than a day.
    for _ in 0..=24 * 60 {
        if let Some(at) = zone.from_local_datetime(&wall).earliest() {
            return at.with_timezone(&Utc);
        }
        wall += TimeDelta::minutes(1);
    }
    Utc.from_utc_datetime(&wall)
}

impl WallSpan {
    /// What the clock shows at the start; midnight for whole days.
    pub fn start(self) -> NaiveDateTime {
        match self {
            Self::Timed { start, .. } => start,
            Self::AllDay { start, .. } => start.into(),
        }
    }

    /// What the clock shows at the end; midnight for whole days.
    pub fn end(self) -> NaiveDateTime {
        match self {
            Self::Timed { end, .. } => end,
            Self::AllDay { end, .. } => end.into(),
        }
    }

    /// From what the clock shows at the start to what it shows at the end, in minutes: the length, but for spans across
    /// a clock change.
    pub fn minutes(self) -> i64 {
        (self.end() - self.start()).num_minutes()
    }

    /// Whether it is of whole days.
    pub fn is_all_day(self) -> bool {
        matches!(self, Self::AllDay { .. })
    }
}
