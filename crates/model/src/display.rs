use chrono::{Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::{IsoWeek, Period, Texts};

/// How times and weeks are written (section 8 of docs/product.md). No figure of a day depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Display {
    /// `9:30 pm` instead of `21:30`.
    pub twelve_hours: bool,
    /// The day a week begins with.
    pub first_day: FirstDay,
    /// Whether weeks are called by their numbers.
    pub week_numbers: bool,
}

/// The day a week begins with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum FirstDay {
    /// As ISO 8601 has it.
    #[default]
    Monday,
    /// The day before the Monday whose number the week has.
    Sunday,
    /// Two days before it.
    Saturday,
}

impl Default for Display {
    fn default() -> Self {
        Self {
            twelve_hours: false,
            first_day: FirstDay::default(),
            week_numbers: true,
        }
    }
}

impl Display {
    /// `17:00`, or `5:00 pm`.
    pub fn clock(self, time: NaiveTime) -> String {
        let form = if self.twelve_hours {
            "%-I:%M %P"
        } else {
            "%H:%M"
        };
        time.format(form).to_string()
    }
}

impl FirstDay {
    /// How many days before its Monday a week begins.
    fn ahead(self) -> Days {
        Days::new(match self {
            Self::Monday => 0,
            Self::Sunday => 1,
            Self::Saturday => 2,
        })
    }

    /// The first of the seven days of a week.
    pub fn of(self, week: IsoWeek) -> NaiveDate {
        let monday = week.monday();
        monday.checked_sub_days(self.ahead()).unwrap_or(monday)
    }

    /// The last of them.
    pub fn last_of(self, week: IsoWeek) -> NaiveDate {
        let first = self.of(week);
        first.checked_add_days(Days::new(6)).unwrap_or(first)
    }

    /// The week a day lies in.
    pub fn week_of(self, day: NaiveDate) -> IsoWeek {
        IsoWeek::of(day.checked_add_days(self.ahead()).unwrap_or(day))
    }

    /// The seven days of a week.
    pub fn period(self, week: IsoWeek, zone: chrono_tz::Tz) -> Period {
        Period::of_days(self.of(week), self.of(week.next()), zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_has_the_number_of_its_monday_whatever_it_begins_with() {
        let week: IsoWeek = "2026-W46".parse().unwrap();
        for (first_day, first) in [
            (FirstDay::Monday, "2026-11-09"),
            (FirstDay::Sunday, "2026-11-08"),
            (FirstDay::Saturday, "2026-11-07"),
        ] {
            assert_eq!(first_day.of(week).to_string(), first);
            for days in 0..7 {
                assert_eq!(
                    first_day.week_of(first_day.of(week) + Days::new(days)),
                    week
                );
            }
            assert_eq!(
                first_day.week_of(first_day.last_of(week) + Days::new(1)),
                week.next()
            );
        }
    }

    #[test]
    fn noon_and_midnight_are_twelve() {
        let at = |hour| NaiveTime::from_hms_opt(hour, 5, 0).unwrap();
        let american = Display {
            twelve_hours: true,
            ..Display::default()
        };
        assert_eq!(american.clock(at(0)), "12:05 am");
        assert_eq!(american.clock(at(12)), "12:05 pm");
        assert_eq!(american.clock(at(17)), "5:05 pm");
        assert_eq!(Display::default().clock(at(7)), "07:05");
    }
}
