use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{CalendarId, Texts};

/// What a screen's question is about. What is absent is chosen for the asker; each screen says how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(test, ts(optional_fields = nullable))]
pub struct Selection {
    /// The first day, in the display zone.
    pub from: Option<NaiveDate>,
    /// The last day, included.
    pub to: Option<NaiveDate>,
    /// Which calendars; all of them where absent or empty.
    pub calendars: Option<Vec<CalendarId>>,
    /// The id of the profile to compare with, where it is not the chosen one.
    #[text(key)]
    pub profile: Option<String>,
}

/// Days from the first to the last one, included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// The first day, in the display zone.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
}
