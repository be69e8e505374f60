//! When a VEVENT is, as its file says it: before any window or reader's zone.

use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{Recurrence, Span, WallSpan};

use crate::recur::Rule;
use crate::time::{self, Day, Instant, Wall};
use crate::zone::Zone;

/// A DATE, or a DATE-TIME in its zone.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Moment {
    /// A whole day.
    Day(Day),
    /// A wall time.
    At {
        /// What the clock shows.
        wall: Wall,
        /// Whose clock.
        zone: Zone,
    },
}

/// How long an instance is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// From DTEND: elapsed seconds, the same for every instance; for whole days, days.
    Exact(i64),
    /// From DURATION: days on the calendar, then elapsed seconds.
    Nominal {
        /// Days.
        days: i32,
        /// Seconds.
        seconds: i64,
    },
}

/// When one VEVENT is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Schedule {
    /// DTSTART.
    pub start: Moment,
    /// How long; whole days where `start` is a day.
    pub length: Length,
    /// RECURRENCE-ID.
    pub instance: Option<Box<Instance>>,
    /// What makes it a series.
    pub repeat: Option<Box<Repeat>>,
}

/// RECURRENCE-ID: which instance this VEVENT describes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Instance {
    /// Its original start.
    pub at: Moment,
    /// `RANGE=THISANDFUTURE`: it describes the later ones as well.
    pub and_future: bool,
}

/// What makes a VEVENT a series.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Repeat {
    /// The RRULEs as written.
    pub written: Vec<String>,
    /// RRULEs.
    pub rules: Vec<Rule>,
    /// The EXRULEs as written.
    pub written_exceptions: Vec<String>,
    /// EXRULEs (RFC 2445).
    pub exception_rules: Vec<Rule>,
    /// RDATEs, with the length of a PERIOD.
    pub dates: Vec<(Moment, Option<Length>)>,
    /// EXDATEs.
    pub exceptions: Vec<Moment>,
}

impl Schedule {
    /// How it repeats, in the words of later stages; nothing for an override.
    pub(crate) fn recurrence(&self) -> Option<Arc<Recurrence>> {
        let repeat = self.repeat.as_deref()?;
        let is_series = repeat.makes_a_series() && self.instance.is_none();
        is_series.then(|| {
            Arc::new(Recurrence {
                rules: repeat.written.clone(),
                first: self.first(),
                endless: repeat.rules.iter().any(Rule::is_endless),
            })
        })
    }

    /// From DTSTART to the end of that instance. Floating times are taken for UTC.
    fn first(&self) -> Span {
        match &self.start {
            Moment::Day(day) => Span::AllDay {
                start: time::naive_date(*day),
                end: time::naive_date(day.saturating_add(self.length.days())),
            },
            Moment::At { wall, zone } => {
                let start = zone.instant(*wall, Tz::UTC);
                Span::Timed {
                    start: time::utc(start),
                    end: time::utc(self.length.end(*wall, start, zone, Tz::UTC)),
                }
            }
        }
    }

    /// The same, as the clock of DTSTART shows it.
    pub(crate) fn first_on_its_clock(&self) -> WallSpan {
        match &self.start {
            Moment::Day(day) => WallSpan::AllDay {
                start: time::naive_date(*day),
                end: time::naive_date(day.saturating_add(self.length.days())),
            },
            Moment::At { wall, zone } => {
                let start = zone.instant(*wall, Tz::UTC);
                let end = self.length.end(*wall, start, zone, Tz::UTC);
                WallSpan::Timed {
                    start: time::utc(*wall).naive_utc(),
                    end: time::utc(zone.wall(end, Tz::UTC)).naive_utc(),
                    zone: match zone {
                        Zone::Iana(zone) => Some(*zone),
                        Zone::Utc => Some(Tz::UTC),
                        Zone::Floating | Zone::Fixed(_) | Zone::Custom(_) => None,
                    },
                }
            }
        }
    }
}

impl Repeat {
    /// Whether it makes more than one instance.
    pub(crate) fn makes_a_series(&self) -> bool {
        !self.rules.is_empty() || !self.dates.is_empty()
    }
}

impl Moment {
    /// Its instant; a day's is the midnight it starts with in the reader's zone.
    pub(crate) fn instant(&self, floating: Tz) -> Instant {
        match self {
            Self::Day(day) => Zone::Floating.instant(time::midnight(*day), floating),
            Self::At { wall, zone } => zone.instant(*wall, floating),
        }
    }

    /// The day it falls on, on its own clock.
    pub(crate) fn day(&self) -> Day {
        match self {
            Self::Day(day) => *day,
            Self::At { wall, .. } => time::day_of(*wall),
        }
    }

    /// Which whole day it means as UNTIL, EXDATE or RECURRENCE-ID of an all-day series. Exporters write local
    /// midnight in UTC; exactly 00:00Z means that UTC date.
    pub(crate) fn whole_day(&self, local: &Zone, floating: Tz) -> Day {
        match self {
            Self::At {
                wall,
                zone: Zone::Utc,
            } => whole_day_of_instant(*wall, local, floating),
            _ => self.day(),
        }
    }
}

/// See [`Moment::whole_day`].
pub(crate) fn whole_day_of_instant(at: Instant, local: &Zone, floating: Tz) -> Day {
    if time::second_of_day(at) == 0 {
        time::day_of(at)
    } else {
        time::day_of(local.wall(at, floating))
    }
}

impl Length {
    /// The end of an instance that starts at a wall time.
    pub(crate) fn end(self, wall: Wall, start: Instant, zone: &Zone, floating: Tz) -> Instant {
        match self {
            Self::Exact(seconds) | Self::Nominal { days: 0, seconds } => start + seconds,
            Self::Nominal { days, seconds } => {
                zone.instant(wall + i64::from(days) * time::DAY, floating) + seconds
            }
        }
    }

    /// In days, for an instance of whole days; parts of a day count whole.
    pub(crate) fn days(self) -> i32 {
        match self {
            Self::Exact(days) => i32::try_from(days).unwrap_or(i32::MAX / 4),
            Self::Nominal { days, seconds } => {
                let more = (seconds + time::DAY - 1).div_euclid(time::DAY);
                days + i32::try_from(more).unwrap_or(0)
            }
        }
    }

    /// An upper bound in seconds.
    pub(crate) fn at_most(self, all_day: bool) -> i64 {
        match self {
            Self::Exact(days) if all_day => days.max(0).saturating_mul(time::DAY),
            Self::Exact(seconds) => seconds.max(0),
            Self::Nominal { days, seconds } => (i64::from(days) * time::DAY + seconds).max(0),
        }
    }
}
