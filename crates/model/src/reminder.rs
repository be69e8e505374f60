use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::Texts;

/// Whether and when it is said that a week is ready to be reviewed (product.md section 8, *Review*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Reminder {
    /// Whether it is said. Off until switched on.
    pub on: bool,
    /// The weekday, from 1 for Monday to 7 for Sunday.
    pub weekday: u8,
    /// The hour on the home clock, 0 to 23.
    pub hour: u8,
}

/// What is said beside the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
pub struct Reminding {
    /// In a few words.
    #[text(own)]
    pub title: String,
    /// In a sentence: it names no event and nobody.
    #[text(own)]
    pub text: String,
}

impl Default for Reminder {
    fn default() -> Self {
        Self {
            on: false,
            weekday: 1,
            hour: 9,
        }
    }
}

impl Reminder {
    /// With a weekday and an hour there are.
    #[must_use]
    pub fn bounded(self) -> Self {
        Self {
            weekday: self.weekday.clamp(1, 7),
            hour: self.hour.min(23),
            ..self
        }
    }

    /// Whether it is said on this day.
    pub fn is_on(self, day: NaiveDate) -> bool {
        day.weekday().number_from_monday() == u32::from(self.weekday)
    }

    /// When on that day.
    pub fn time(self) -> NaiveTime {
        NaiveTime::from_hms_opt(u32::from(self.hour), 0, 0).unwrap_or_default()
    }
}
