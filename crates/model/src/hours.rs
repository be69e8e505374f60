use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use crate::Texts;

/// Part of a local day, on the wall clock; `end` not included.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimeRange {
    /// When it begins.
    pub start: NaiveTime,
    /// When it ends.
    pub end: NaiveTime,
}

/// Working hours of a week, on the wall clock. What lies between two ranges of a day is a break (lunch).
///
/// Written as `09:00-17:00`, or `09:00-12:00,13:00-17:30`: the same on Monday to Friday, none at the weekend. Where days
/// differ, each says its own: `Mon-Wed 09:00-17:00; Thu 09:00-12:30; Fri-Sun off`. A day that is not named is off.
/// Shorter forms are understood: `8-12 13-17`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WorkingHours {
    /// Ranges of each day from Monday (0) to Sunday (6), in order, not overlapping.
    pub days: [Vec<TimeRange>; 7],
}

/// Working hours that make no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "working hours look like 09:00-17:00, 09:00-12:00,13:00-17:00 or Mon-Thu 09:00-17:00; Fri 09:00-12:30, not “{text}”: {reason}"
)]
pub struct WorkingHoursError {
    /// What was given.
    pub text: String,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl TimeRange {
    /// When nothing is put at noon on days that have no lunch of their own, and nobody says otherwise: 12:00–13:00.
    pub fn noon() -> Self {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        Self {
            start: at(12),
            end: at(13),
        }
    }

    /// From midnight to a time.
    pub fn until(end: NaiveTime) -> Self {
        let start = NaiveTime::MIN;
        Self { start, end }
    }

    /// From a time to midnight.
    pub fn from(start: NaiveTime) -> Self {
        let end = MIDNIGHT.unwrap_or(NaiveTime::MIN);
        Self { start, end }
    }

    /// Whether it lasts until the day ends (`24:00`).
    pub fn is_to_midnight(self) -> bool {
        Some(self.end) == MIDNIGHT
    }
}

impl WorkingHours {
    /// The same ranges on Monday to Friday.
    pub fn weekdays(ranges: &[TimeRange]) -> Self {
        Self {
            days: std::array::from_fn(|day| if day < 5 { ranges.to_vec() } else { Vec::new() }),
        }
    }

    /// The hours of a usual day, less lunch, on these days (Monday as 1, Sunday as 7). Lunch outside of them is none.
    pub fn of(hours: TimeRange, lunch: Option<TimeRange>, days: &[u8]) -> Self {
        let inside = lunch.filter(|lunch| hours.start < lunch.start && lunch.end < hours.end);
        let ranges = match inside {
            Some(lunch) => vec![
                TimeRange {
                    end: lunch.start,
                    ..hours
                },
                TimeRange {
                    start: lunch.end,
                    ..hours
                },
            ],
            None => vec![hours],
        };
        let is_worked = |day: usize| days.iter().any(|number| usize::from(*number) == day + 1);
        Self {
            days: std::array::from_fn(|day| {
                if is_worked(day) {
                    ranges.clone()
                } else {
                    Vec::new()
                }
            }),
        }
    }

    /// A day from 09:00 to 17:00.
    pub fn usual_day() -> TimeRange {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        TimeRange {
            start: at(9),
            end: at(17),
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
        Self::weekdays(&[Self::usual_day()])
    }
}

impl FromStr for WorkingHours {
    type Err = WorkingHoursError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = |reason| WorkingHoursError {
            text: text.to_owned(),
            reason,
        };
        let mut hours = Self {
            days: Default::default(),
        };
        let mut said = [false; 7];
        for part in text.split(';') {
            let part = part.trim();
            let (days, ranges) = match part.split_once(char::is_whitespace) {
                Some((days, ranges)) if days.starts_with(char::is_alphabetic) => {
                    (days_named(days).map_err(wrong)?, ranges)
                }
                _ if part.starts_with(char::is_alphabetic) => {
                    return Err(wrong("a day needs its hours, or “off”"));
                }
                _ if text.contains(';') => {
                    return Err(wrong("where days differ, each part begins with its days"));
                }
                _ => (vec![0, 1, 2, 3, 4], part),
            };
            let ranges = if ranges.trim() == "off" {
                Vec::new()
            } else {
                ranges_in(ranges).map_err(wrong)?
            };
            for day in days {
                if std::mem::replace(&mut said[day], true) {
                    return Err(wrong("a day is named once"));
                }
                hours.days[day].clone_from(&ranges);
            }
        }
        Ok(hours)
    }
}

/// `Mon-Thu`, `Sat`, `Mon,Wed,Fri`: from Monday (0).
fn days_named(text: &str) -> Result<Vec<usize>, &'static str> {
    let day = |name: &str| {
        let name = name.trim().to_lowercase();
        let at = DAYS
            .iter()
            .position(|day| name.len() >= 3 && name.starts_with(&day.to_lowercase()));
        at.ok_or("days are written Mon, Tue, Wed, Thu, Fri, Sat, Sun")
    };
    let mut days = Vec::new();
    for part in text.split(',') {
        match part.split_once(['-', '–']) {
            Some((from, to)) => {
                let (from, to) = (day(from)?, day(to)?);
                // Sun-Thu goes over the turn of the week.
                let length = (to + 7 - from) % 7;
                days.extend((0..=length).map(|after| (from + after) % 7));
            }
            None => days.push(day(part)?),
        }
    }
    Ok(days)
}

/// `09:00-12:00,13:00-17:00`, also `8-12 13-17` and `8.30 – 12`.
fn ranges_in(text: &str) -> Result<Vec<TimeRange>, &'static str> {
    let mut ranges: Vec<TimeRange> = Vec::new();
    for part in range_words(text) {
        let (start, end) = part.split_once('-').ok_or("a range needs a “-”")?;
        let start = time(start).ok_or("a time is written HH:MM")?;
        let end = time(end).ok_or("a time is written HH:MM")?;
        if start >= end {
            return Err("a range ends after it starts");
        }
        if ranges.last().is_some_and(|last| last.end > start) {
            return Err("ranges come in order and do not overlap");
        }
        ranges.push(TimeRange { start, end });
    }
    Ok(ranges)
}

/// The ranges of a day, each as one word with a `-` in it: commas part them, and blanks that are not around a dash.
fn range_words(text: &str) -> Vec<String> {
    let text = text.replace(['–', '—'], "-");
    let mut all = Vec::new();
    for part in text.split(',') {
        let mut words: Vec<String> = Vec::new();
        for word in part.split_whitespace() {
            match words.last_mut() {
                Some(last) if last.ends_with('-') || word.starts_with('-') => last.push_str(word),
                _ => words.push(word.to_owned()),
            }
        }
        if words.is_empty() {
            // Nothing between two commas is not what was meant.
            words.push(String::new());
        }
        all.append(&mut words);
    }
    all
}

/// `9:00`, `09.30`, `9`; `24:00` is the end of the day.
fn time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let number = |digits: &str| -> Option<u32> {
        let is_short = !digits.is_empty() && digits.len() <= 2;
        (is_short && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok())?
    };
    match (number(hour)?, number(minute)?) {
        (24, 0) => MIDNIGHT,
        (hour, minute) => NaiveTime::from_hms_opt(hour, minute, 0),
    }
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The end of the day is written 24:00 and means the last second we can name on a wall clock.
const MIDNIGHT: Option<NaiveTime> = NaiveTime::from_hms_opt(23, 59, 59);

impl fmt::Display for WorkingHours {
    /// As [`WorkingHours::from_str`] reads them: the ranges alone where Monday to Friday are the same and the weekend is
    /// free, else with their days; days in a row that are the same stand together.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ranges = &self.days[0];
        if !ranges.is_empty() && *self == Self::weekdays(ranges) {
            return write_ranges(f, ranges);
        }
        let mut from = 0;
        while from < 7 {
            let ranges = &self.days[from];
            let same = self.days[from..].iter().take_while(|day| *day == ranges);
            let to = from + same.count() - 1;
            let comma = if from > 0 { "; " } else { "" };
            write!(f, "{comma}{}", DAYS[from])?;
            if to > from {
                write!(f, "-{}", DAYS[to])?;
            }
            f.write_str(" ")?;
            write_ranges(f, ranges)?;
            from = to + 1;
        }
        Ok(())
    }
}

fn write_ranges(f: &mut fmt::Formatter<'_>, ranges: &[TimeRange]) -> fmt::Result {
    if ranges.is_empty() {
        return f.write_str("off");
    }
    for (place, range) in ranges.iter().enumerate() {
        let comma = if place > 0 { "," } else { "" };
        write!(f, "{comma}{}-", range.start.format("%H:%M"))?;
        if Some(range.end) == MIDNIGHT {
            f.write_str("24:00")?;
        } else {
            write!(f, "{}", range.end.format("%H:%M"))?;
        }
    }
    Ok(())
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
    fn days_may_differ_and_read_back_as_they_are_written() {
        let text =
            "Mon-Wed 09:00-12:00,13:00-17:30; Thu off; Fri 08:00-12:00; Sat off; Sun 20:00-24:00";
        let hours: WorkingHours = text.parse().unwrap();
        assert_eq!(hours.days[2].len(), 2);
        assert!(hours.days[3].is_empty() && hours.days[5].is_empty());
        assert_eq!(hours.to_string(), text);
        let sunday: WorkingHours = "sun-thu 09:00-17:00".parse().unwrap();
        assert!(sunday.days[4].is_empty() && sunday.days[5].is_empty());
        assert_eq!(sunday.days[6].len(), 1);
        let odd: WorkingHours = "Mon,Wed,Friday 09:00-10:00".parse().unwrap();
        assert_eq!(
            odd.to_string(),
            "Mon 09:00-10:00; Tue off; Wed 09:00-10:00; Thu off; Fri 09:00-10:00; Sat-Sun off"
        );
        let none: WorkingHours = "Mon-Sun off".parse().unwrap();
        assert_eq!(none.to_string(), "Mon-Sun off");
        assert_eq!(none.to_string().parse::<WorkingHours>().unwrap(), none);
    }

    #[test]
    fn hours_are_understood_as_people_write_them() {
        for (text, meant) in [
            ("8-12 13-17", "08:00-12:00,13:00-17:00"),
            ("8-12,13-17", "08:00-12:00,13:00-17:00"),
            ("8 - 12 , 13 – 17:30", "08:00-12:00,13:00-17:30"),
            ("9.30-24", "09:30-24:00"),
            ("9:00-13:00, 14:00-18:00", "09:00-13:00,14:00-18:00"),
            (
                "Mon-Thu 8-12 13-17; Fri 8-12",
                "Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-12:00; Sat-Sun off",
            ),
        ] {
            assert_eq!(
                text.parse::<WorkingHours>().unwrap().to_string(),
                meant,
                "{text}"
            );
        }
        for text in ["8-12,,13-17", "8-12 13", "8--12", "25-26", "8:5:0-9", "-"] {
            assert!(text.parse::<WorkingHours>().is_err(), "{text}");
        }
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
            ("nine-five", "a day needs its hours, or “off”"),
            ("9h-10h", "a time is written HH:MM"),
            ("Mon-Fri", "a day needs its hours, or “off”"),
            (
                "Mon 09:00-10:00; 11:00-12:00",
                "where days differ, each part begins with its days",
            ),
            ("Mon-Wed 09:00-10:00; Tue off", "a day is named once"),
            (
                "Mo 09:00-10:00",
                "days are written Mon, Tue, Wed, Thu, Fri, Sat, Sun",
            ),
        ] {
            assert_eq!(
                text.parse::<WorkingHours>().unwrap_err().reason,
                reason,
                "{text}"
            );
        }
    }
}
