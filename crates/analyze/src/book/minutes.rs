//! Time as whole minutes.
//!
//! Everything is counted in minutes since 1970 in UTC. An instant is read as the *nearest* minute, and a span as
//! the minutes between the two: spans that touch still touch, spans that do not overlap still do not, and whatever
//! is cut from a span and what is left of it add up to the span. Elapsed time stays elapsed time across a change
//! of clocks.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

use super::intervals::Interval;

/// The minute nearest to an instant.
pub fn minute_of(at: DateTime<Utc>) -> i64 {
    (at.timestamp() + 30).div_euclid(60)
}

/// The instant a minute begins at.
pub fn instant_of(minute: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(minute.saturating_mul(60), 0).unwrap_or_default()
}

/// Two instants as minutes; empty where they are the wrong way round.
pub(crate) fn interval_of((start, end): (DateTime<Utc>, DateTime<Utc>)) -> Interval {
    let start = minute_of(start);
    Interval {
        start,
        end: minute_of(end).max(start),
    }
}

/// The minute at which a wall clock in `zone` first shows a time, or has skipped it.
pub(crate) fn minute_at_wall(day: NaiveDate, time: NaiveTime, zone: Tz) -> i64 {
    minute_of(weekwise_model::instant_at(day, time, zone))
}

/// Whole hours and parts of them.
pub(crate) fn hours(minutes: i64) -> f64 {
    minutes as f64 / 60.0
}

/// Where a part lies in a whole, 0–1; 0 of nothing.
pub(crate) fn ratio(part: i64, whole: i64) -> f64 {
    if whole > 0 {
        part as f64 / whole as f64
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn spans_that_touch_between_minutes_still_touch() {
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let first = interval_of((at(0), at(1830)));
        let second = interval_of((at(1830), at(3600)));
        assert_eq!(first.end, second.start);
        assert_eq!(first.minutes() + second.minutes(), 60);
    }

    #[test]
    fn a_time_the_clock_skips_is_the_first_moment_after_the_gap() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 29).unwrap();
        let at = |hour, minute| {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
            minute_at_wall(day, time, Berlin)
        };
        assert_eq!(at(2, 30), at(3, 0));
        assert_eq!(at(3, 0) - at(1, 59), 1);
    }

    #[test]
    fn a_time_the_clock_shows_twice_is_the_first_one() {
        let day = NaiveDate::from_ymd_opt(2026, 10, 25).unwrap();
        let at = |hour| minute_at_wall(day, NaiveTime::from_hms_opt(hour, 0, 0).unwrap(), Berlin);
        assert_eq!(at(2) - at(1), 60);
        assert_eq!(at(3) - at(2), 120);
    }
}
