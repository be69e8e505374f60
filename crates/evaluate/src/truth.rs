//! The truth about somebody's working time, as the comment lines at the end of a labelled calendar tell it.
//!
//! ```text
//! # hours: 09:00-17:00
//! # lunch: 12:00-13:00          or none
//! # days: Sun-Thu               where not Monday to Friday
//! # day: 3 Fri 3.5 half day     week, weekday, working hours, why
//! # not off: 2 Mon-Fri …        what takes nothing
//! ```

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow};
use chrono::{NaiveTime, Weekday};

/// Minutes of a day from one wall time to before another.
pub type Minutes = (i64, i64);

/// What a careful reader says about the working time of some weeks.
#[derive(Debug, Clone)]
pub struct Truth {
    /// The usual day.
    pub hours: Minutes,
    /// The break at noon; `None` where there is none.
    pub lunch: Option<Minutes>,
    /// Working days, Monday as 0.
    pub days: Vec<u32>,
    /// Minutes worked on the days that are no plain working days, by week and weekday.
    pub odd: BTreeMap<(u64, u32), i64>,
    /// The weeks the calendar tells of: the first and the last.
    pub weeks: (u64, u64),
}

/// Weeks where nothing says which.
const WEEKS: (u64, u64) = (1, 8);

impl Truth {
    /// Reads the comment lines of a calendar; `None` where they do not tell.
    pub fn read(text: &str) -> Result<Option<Self>> {
        let mut hours = None;
        let mut lunch = None;
        let mut days: Vec<u32> = (0..5).collect();
        let mut odd = BTreeMap::new();
        let mut weeks = None;
        for line in text.lines().filter_map(|line| line.strip_prefix('#')) {
            let line = line.trim();
            weeks = weeks.or_else(|| weeks_in(line));
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            match key.trim() {
                "hours" => hours = Some(range(value).context("hours")?),
                "lunch" if !value.starts_with("none") => {
                    lunch = Some(range(value).context("lunch")?);
                }
                "days" => days = weekdays(value).context("days")?,
                "day" => {
                    let (at, minutes) = odd_day(value).context("day")?;
                    odd.insert(at, minutes);
                }
                _ => {}
            }
        }
        Ok(hours.map(|hours| Self {
            hours,
            lunch,
            days,
            odd,
            weeks: weeks.unwrap_or(WEEKS),
        }))
    }

    /// Working minutes of a usual day.
    pub fn usual(&self) -> i64 {
        let length = |(from, to): Minutes| to - from;
        length(self.hours) - self.lunch.map_or(0, length)
    }

    /// Working minutes of a day that is asked about: one of the working days, or one that is told.
    pub fn minutes(&self, week: u64, weekday: u32) -> Option<i64> {
        let told = self.odd.get(&(week, weekday)).copied();
        told.or_else(|| self.days.contains(&weekday).then(|| self.usual()))
    }
}

/// `09:00-17:00`, whatever follows.
fn range(text: &str) -> Result<Minutes> {
    let first = text.split([' ', ',', '(', ';']).next().unwrap_or_default();
    let (from, to) = first.split_once(['-', '–']).context("no -")?;
    let at = |text: &str| -> Result<i64> {
        use chrono::Timelike;
        let time = NaiveTime::parse_from_str(text.trim(), "%H:%M")?;
        Ok(i64::from(time.hour() * 60 + time.minute()))
    };
    Ok((at(from)?, at(to)?))
}

fn weekday(text: &str) -> Result<u32> {
    let day: Weekday = text.trim().parse().map_err(|_| anyhow!("no weekday"))?;
    Ok(day.num_days_from_monday())
}

/// `Sun-Thu`, `Mon, Tue, Thu`, `Mon Tue Thu`.
fn weekdays(text: &str) -> Result<Vec<u32>> {
    let mut days = Vec::new();
    let text = text
        .split('(')
        .next()
        .unwrap_or_default()
        .replace(" to ", "-");
    for part in text
        .split([',', ' '])
        .filter(|part| !part.trim().is_empty())
    {
        match part.split_once(['-', '–']) {
            Some((from, to)) => {
                let (from, to) = (weekday(from)?, weekday(to)?);
                days.extend((0..=(to + 7 - from) % 7).map(|after| (from + after) % 7));
            }
            None => days.push(weekday(part)?),
        }
    }
    Ok(days)
}

/// `3 Fri 3.5 half day`
fn odd_day(text: &str) -> Result<((u64, u32), i64)> {
    let mut parts = text.split_whitespace();
    let week = parts.next().context("no week")?.parse()?;
    let day = weekday(parts.next().context("no weekday")?)?;
    let hours: f64 = parts
        .next()
        .context("no hours")?
        .trim_end_matches('h')
        .parse()?;
    #[expect(clippy::cast_possible_truncation, reason = "a day has 1440 minutes")]
    let minutes = (hours * 60.0).round() as i64;
    Ok(((week, day), minutes))
}

/// `Weeks 1 to 7`, `horizon: weeks 1-8`, `Horizon: weeks 5 to 12 (…)`.
fn weeks_in(line: &str) -> Option<(u64, u64)> {
    let lower = line.to_lowercase();
    let after = lower.split("weeks ").nth(1)?;
    let mut numbers = after
        .split(|c: char| !c.is_ascii_digit())
        .filter(|n| !n.is_empty());
    let begins = after.starts_with(|c: char| c.is_ascii_digit());
    let first: u64 = numbers.next().filter(|_| begins)?.parse().ok()?;
    let last: u64 = numbers.next()?.parse().ok()?;
    (first <= last && last <= 12).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comment_lines_are_read() {
        let text = "# Horizon: weeks 5 to 12 (October)\nother_work | Mon 09:00 15 | once | Focus | |\n\
                    # hours: 07:30-16:00\n# lunch: 12:00-12:30\n# day: 5 Fri 4.5 short\n# not off: 5 Mon anything";
        let truth = Truth::read(text).unwrap().unwrap();
        assert_eq!(truth.weeks, (5, 12));
        assert_eq!(truth.minutes(5, 0), Some(480));
        assert_eq!(truth.minutes(5, 4), Some(270));
        assert_eq!(truth.minutes(5, 6), None);
        assert!(Truth::read("# nothing").unwrap().is_none());
    }
}
