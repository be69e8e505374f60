//! Proleptic Gregorian arithmetic on whole numbers: days since 1970-01-01, seconds since its midnight.
//!
//! Recurrence is wall-clock arithmetic (RFC 5545 section 3.3.10), so no zone appears here. A [`Wall`] is what a
//! clock on the wall shows, as seconds since 1970-01-01T00:00:00 on that same clock.

use chrono::{DateTime, NaiveDate, Utc};

/// Days since 1970-01-01.
pub(crate) type Day = i32;
/// Seconds since 1970-01-01T00:00:00 on the same wall clock.
pub(crate) type Wall = i64;
/// Seconds since 1970-01-01T00:00:00Z.
pub(crate) type Instant = i64;

/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// The day of a civil date. Days beyond the month's end run on into the next month.
pub(crate) fn day(year: i32, month: u32, day_of_month: u32) -> Day {
    // Years start in March here, so that the leap day is a year's last.
    let y = year - i32::from(month <= 2);
    let era = y.div_euclid(400);
    let year_of_era = y.rem_euclid(400);
    let m = i32::try_from(month).unwrap_or(1);
    let d = i32::try_from(day_of_month).unwrap_or(1);
    let day_of_year = (153 * (if m > 2 { m - 3 } else { m + 9 }) + 2) / 5 + d - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month (1–12) and day of the month (1–31) of a day.
pub(crate) fn civil(day: Day) -> (i32, u32, u32) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let m = (5 * day_of_year + 2) / 153;
    let d = day_of_year - (153 * m + 2) / 5 + 1;
    let month = if m < 10 { m + 3 } else { m - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month.unsigned_abs(), d.unsigned_abs())
}

/// The weekday of a day, 0 for Monday.
pub(crate) fn weekday(day: Day) -> i32 {
    (day + 3).rem_euclid(7)
}

/// Whether a year has a 29 February.
pub(crate) fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// How many days a month has.
pub(crate) fn days_in_month(year: i32, month: u32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// How many days a year has.
pub(crate) fn days_in_year(year: i32) -> i32 {
    365 + i32::from(is_leap(year))
}

/// The day a wall time falls on.
pub(crate) fn day_of(wall: Wall) -> Day {
    i32::try_from(wall.div_euclid(DAY)).unwrap_or(if wall < 0 { DAY_MIN } else { DAY_MAX })
}

/// The second of its day (0–86399).
pub(crate) fn second_of_day(wall: Wall) -> i64 {
    wall.rem_euclid(DAY)
}

/// The first second of a day.
pub(crate) fn midnight(day: Day) -> Wall {
    i64::from(day) * DAY
}

/// -9999-01-01: a margin around the years 0 to 9999 that files can say.
pub(crate) const DAY_MIN: Day = -4_371_587;
/// 19999-12-31.
pub(crate) const DAY_MAX: Day = 6_585_321;

/// As a type of the model.
pub(crate) fn naive_date(day: Day) -> NaiveDate {
    let (year, month, of_month) = civil(day.clamp(DAY_MIN, DAY_MAX));
    NaiveDate::from_ymd_opt(year, month, of_month).unwrap_or_default()
}

/// As a type of the model.
pub(crate) fn utc(at: Instant) -> DateTime<Utc> {
    DateTime::from_timestamp(at.clamp(midnight(DAY_MIN), midnight(DAY_MAX)), 0).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn bounds_are_what_they_say() {
        assert_eq!(day(-9999, 1, 1), DAY_MIN);
        assert_eq!(day(19_999, 12, 31), DAY_MAX);
        assert_eq!(day(1970, 1, 1), 0);
        assert_eq!(weekday(day(2026, 11, 16)), 0, "a Monday");
    }

    proptest! {
        #[test]
        fn agrees_with_chrono(n in DAY_MIN..DAY_MAX) {
            let (year, month, of_month) = civil(n);
            prop_assert_eq!(day(year, month, of_month), n);
            let date = naive_date(n);
            prop_assert_eq!((date.year(), date.month(), date.day()), (year, month, of_month));
            prop_assert_eq!(date.weekday().num_days_from_monday().cast_signed(), weekday(n));
            prop_assert!(of_month.cast_signed() <= days_in_month(year, month));
        }
    }
}
