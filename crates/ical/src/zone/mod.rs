//! Time zones: which one a TZID means, and what its clocks show when.

mod names;
mod resolver;
mod vtimezone;

use std::sync::Arc;

use chrono::{Offset, TimeZone};
use chrono_tz::{GapInfo, Tz};

pub(crate) use names::{Named, zone_named};
pub(crate) use resolver::Zones;
pub(crate) use vtimezone::{CustomZone, Observance};

use crate::time::{self, Instant, Wall};

/// The zone a wall time is meant in.
#[derive(Debug, Clone)]
pub(crate) enum Zone {
    /// None: the same wall time wherever the reader is (RFC 5545 section 3.3.5, form 1).
    Floating,
    /// UTC (form 2).
    Utc,
    /// A zone of the IANA database.
    Iana(Tz),
    /// A fixed offset, seconds east.
    Fixed(i32),
    /// A VTIMEZONE of the file.
    Custom(Arc<CustomZone>),
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Floating, Self::Floating) | (Self::Utc, Self::Utc) => true,
            (Self::Iana(a), Self::Iana(b)) => a == b,
            (Self::Fixed(a), Self::Fixed(b)) => a == b,
            (Self::Custom(a), Self::Custom(b)) => a == b,
            _ => false,
        }
    }
}

impl Zone {
    /// The instant of a wall time. In a gap the offset before it counts, in a fold the first of the two
    /// (RFC 5545 section 3.3.5). `floating` is the reader's zone.
    pub(crate) fn instant(&self, wall: Wall, floating: Tz) -> Instant {
        match self {
            Self::Floating => wall - i64::from(iana_offset_at_wall(floating, wall)),
            Self::Utc => wall,
            Self::Iana(zone) => wall - i64::from(iana_offset_at_wall(*zone, wall)),
            Self::Fixed(offset) => wall - i64::from(*offset),
            Self::Custom(zone) => wall - i64::from(zone.offset_at_wall(wall)),
        }
    }

    /// The wall time at an instant.
    pub(crate) fn wall(&self, at: Instant, floating: Tz) -> Wall {
        match self {
            Self::Floating => at + i64::from(iana_offset(floating, at)),
            Self::Utc => at,
            Self::Iana(zone) => at + i64::from(iana_offset(*zone, at)),
            Self::Fixed(offset) => at + i64::from(*offset),
            Self::Custom(zone) => at + i64::from(zone.offset(at)),
        }
    }
}

fn iana_offset(zone: Tz, at: Instant) -> i32 {
    let naive = time::utc(at).naive_utc();
    zone.offset_from_utc_datetime(&naive)
        .fix()
        .local_minus_utc()
}

fn iana_offset_at_wall(zone: Tz, wall: Wall) -> i32 {
    let naive = time::utc(wall).naive_utc();
    let offset = zone.offset_from_local_datetime(&naive);
    if let Some(first) = offset.earliest() {
        return first.fix().local_minus_utc();
    }
    GapInfo::new(&naive, &zone)
        .and_then(|gap| gap.begin)
        .map_or(0, |(_, before)| before.fix().local_minus_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Wall {
        let written = crate::value::date_time(text).unwrap();
        time::midnight(written.day) + written.second.unwrap()
    }

    #[test]
    fn a_gap_takes_the_offset_before_it_and_a_fold_the_first() {
        let berlin = Zone::Iana(Tz::Europe__Berlin);
        // 02:30 does not exist: it is 02:30 at +01:00, which clocks call 03:30.
        assert_eq!(
            berlin.instant(at("20240331T023000"), Tz::UTC),
            at("20240331T013000")
        );
        // 02:30 is there twice: the first is at +02:00.
        assert_eq!(
            berlin.instant(at("20241027T023000"), Tz::UTC),
            at("20241027T003000")
        );
        assert_eq!(
            berlin.wall(at("20241027T003000"), Tz::UTC),
            at("20241027T023000")
        );
        assert_eq!(
            berlin.wall(at("20241027T013000"), Tz::UTC),
            at("20241027T023000")
        );
    }

    #[test]
    fn floating_time_is_the_readers() {
        let wall = at("20240701T090000");
        assert_eq!(
            Zone::Floating.instant(wall, Tz::Asia__Tokyo),
            at("20240701T000000")
        );
        assert_eq!(Zone::Utc.instant(wall, Tz::Asia__Tokyo), wall);
    }
}
