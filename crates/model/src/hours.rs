use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

/// Part of a local day, on the wall clock; `end` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimeRange {
    /// When it begins.
    pub start: NaiveTime,
    /// When it ends.
    pub end: NaiveTime,
}

/// Working hours of a week, on the wall clock. What lies between two ranges of a day is a break (lunch).
///
/// Written as `09:00-17:00`, or `09:00-12:00,13:00-17:30`: the same on Monday to Friday, none at the weekend.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WorkingHours {
    /// Ranges of each day from Monday (0) to Sunday (6), in order, not overlapping.
    pub days: [Vec<TimeRange>; 7],
}

/// Working hours that make no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("working hours look like 09:00-17:00 or 09:00-12:00,13:00-17:00, not “{text}”: {reason}")]
pub struct WorkingHoursError {
    /// What was given.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl WorkingHours {
    /// The same ranges on Monday to Friday.
    pub fn weekdays(ranges: &[TimeRange]) -> Self {
        Self {
            days: std::array::from_fn(|day| if day < 5 { ranges.to_vec() } else { Vec::new() }),
        }
    }

    /// The ranges of one day.
    pub fn on(&self, day: NaiveDate) -> &[TimeRange] {
        &self.days[day.weekday().num_days_from_monday() as usize]
    }

    /// The ranges of one weekday.
    pub fn on_weekday(&self, day: Weekday) -> &[TimeRange] {
        &self.days[day.num_days_from_monday() as usize]
    }
}

impl Default for WorkingHours {
    /// Monday to Friday, 09:00 to 17:00: 40 hours.
    fn default() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self::weekdays(&[TimeRange {
            start: at(9),
            end: at(17),
        }])
    }
}

impl FromStr for WorkingHours {
    type Err = WorkingHoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = |reason| WorkingHoursError {
            text: text.to_owned(),
            reason,
        };
        let time = |part: &str| {
            let part = part.trim();
            // The end of the day is written 24:00 and means the last second we can name on a wall clock.
            if part == "24:00" {
                return NaiveTime::from_hms_opt(23, 59, 59);
            }
            NaiveTime::parse_from_str(part, "%H:%M").ok()
        };
        let mut ranges = Vec::new();
        for part in text.split(',') {
            let (start, end) = part
                .split_once(['-', '–'])
                .ok_or_else(|| wrong("a range needs a “-”"))?;
            let start = time(start).ok_or_else(|| wrong("a time is written HH:MM"))?;
            let end = time(end).ok_or_else(|| wrong("a time is written HH:MM"))?;
            if start >= end {
                return Err(wrong("a range ends after it starts"));
            }
            if ranges
                .last()
                .is_some_and(|last: &TimeRange| last.end > start)
            {
                return Err(wrong("ranges come in order and do not overlap"));
            }
            ranges.push(TimeRange { start, end });
        }
        Ok(Self::weekdays(&ranges))
    }
}

impl fmt::Display for WorkingHours {
    /// The ranges of Monday, as [`WorkingHours::from_str`] reads them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, range) in self.days[0].iter().enumerate() {
            let comma = if i > 0 { "," } else { "" };
            write!(
                f,
                "{comma}{}-{}",
                range.start.format("%H:%M"),
                range.end.format("%H:%M")
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_ranges_leave_a_lunch_break() {
        let hours: WorkingHours = "09:00-12:00,13:00-17:30".parse().unwrap();
        assert_eq!(hours.days[4].len(), 2);
        assert!(hours.days[5].is_empty());
        assert_eq!(hours.to_string(), "09:00-12:00,13:00-17:30");
    }

    #[test]
    fn nonsense_is_refused_with_its_reason() {
        for (text, reason) in [
            ("9", "a range needs a “-”"),
            ("09:00-08:00", "a range ends after it starts"),
            (
                "09:00-12:00,11:00-13:00",
                "ranges come in order and do not overlap",
            ),
            ("nine-five", "a time is written HH:MM"),
        ] {
            assert_eq!(
                text.parse::<WorkingHours>().unwrap_err().reason,
                reason,
                "{text}"
            );
        }
    }
}
