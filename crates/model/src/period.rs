use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::occurrence::midnight;

/// The stretch of time an answer is about, `[from, to)`, and the zone its days are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The first instant.
    pub from: DateTime<Utc>,
    /// The first instant after it.
    pub to: DateTime<Utc>,
    /// The zone days and weeks are in.
    pub zone: Tz,
}

/// An ISO 8601 week: `2026-W46`, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(test, derive(ts_rs::TS), ts(type = "string"))]
pub struct IsoWeek {
    monday: NaiveDate,
}

/// A week that does not exist or is not written as ISO 8601 does.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a week is written 2026-W46, not “{0}”")]
pub struct IsoWeekError(pub String);

impl Period {
    /// Whole local days: `from` to the day before `to`.
    pub fn of_days(from: NaiveDate, to: NaiveDate, zone: Tz) -> Self {
        Self {
            from: midnight(from, zone),
            to: midnight(to, zone),
            zone,
        }
    }

    /// One week.
    pub fn of_week(week: IsoWeek, zone: Tz) -> Self {
        Self::of_days(week.monday(), week.next().monday(), zone)
    }

    /// The local days it touches, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let first = self.from.with_timezone(&self.zone).date_naive();
        let last = (self.to - TimeDelta::nanoseconds(1))
            .with_timezone(&self.zone)
            .date_naive();
        first.iter_days().take_while(move |day| *day <= last)
    }

    /// The first instant of a local day in the period's zone.
    pub fn midnight(&self, day: NaiveDate) -> DateTime<Utc> {
        midnight(day, self.zone)
    }

    /// Whole weeks in the period, at least one: what a weekly figure is divided by.
    pub fn weeks(&self) -> f64 {
        ((self.to - self.from).num_minutes() as f64 / (7.0 * 24.0 * 60.0)).max(1.0)
    }
}

impl IsoWeek {
    /// The week a day lies in.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            monday: day.week(Weekday::Mon).checked_first_day().unwrap_or(day),
        }
    }

    /// Its Monday.
    pub fn monday(self) -> NaiveDate {
        self.monday
    }

    /// Its Sunday.
    pub fn sunday(self) -> NaiveDate {
        self.monday + Days::new(6)
    }

    /// The week after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            monday: self.monday + Days::new(7),
        }
    }

    /// The week before it.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            monday: self.monday - Days::new(7),
        }
    }

    /// The number people say: 46.
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }
}

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.monday.iso_week();
        write!(f, "{:04}-W{:02}", week.year(), week.week())
    }
}

impl FromStr for IsoWeek {
    type Err = IsoWeekError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || IsoWeekError(text.to_owned());
        let (year, week) = text.trim().split_once(['-', ' ']).ok_or_else(wrong)?;
        let week = week.strip_prefix(['W', 'w']).ok_or_else(wrong)?;
        let year: i32 = year.parse().map_err(|_| wrong())?;
        let week: u32 = week.parse().map_err(|_| wrong())?;
        // Years outside these cannot be stepped through safely, and no calendar reaches them.
        if !(1000..=9999).contains(&year) {
            return Err(wrong());
        }
        NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
            .map(|monday| Self { monday })
            .ok_or_else(wrong)
    }
}

impl TryFrom<String> for IsoWeek {
    type Error = IsoWeekError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<IsoWeek> for String {
    fn from(week: IsoWeek) -> Self {
        week.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_week_of_2027_starts_in_january() {
        let week: IsoWeek = "2026-W53".parse().unwrap();
        assert_eq!(week.monday().to_string(), "2026-12-28");
        assert_eq!(week.next().to_string(), "2027-W01");
        assert!("2027-W53".parse::<IsoWeek>().is_err());
        assert!("2027-53".parse::<IsoWeek>().is_err());
    }

    #[test]
    fn a_week_with_a_clock_change_is_an_hour_longer() {
        let week: IsoWeek = "2026-W43".parse().unwrap();
        let period = Period::of_week(week, chrono_tz::Europe::Berlin);
        assert_eq!((period.to - period.from).num_hours(), 7 * 24 + 1);
        assert_eq!(period.days().count(), 7);
    }

    #[test]
    fn a_day_without_midnight_starts_after_the_gap() {
        // Beirut moved its clocks from 00:00 to 01:00.
        let day = NaiveDate::from_ymd_opt(2022, 3, 27).unwrap();
        assert_eq!(
            midnight(day, chrono_tz::Asia::Beirut).to_rfc3339(),
            "2022-03-26T22:00:00+00:00"
        );
    }
}
