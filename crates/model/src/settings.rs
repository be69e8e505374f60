use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::{Display, KindMapping, Marks, Me, Profile, Reminder, Texts, WorkingHours};

/// What the user chose, as every stage needs it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    /// My own addresses.
    pub me: Me,
    /// The home zone: days are in it, working hours but on a stay elsewhere, and floating times are meant in it. An IANA name.
    #[cfg_attr(test, ts(type = "string"))]
    pub zone: Tz,
    /// When I work, on the wall clock of [`Settings::zone`], or of where I am on a date: see [`Whereabouts`](crate::Whereabouts).
    pub hours: WorkingHours,
    /// The targets.
    pub profile: Profile,
    /// The shortest free stretch that counts as open focus, in minutes (product.md section 5).
    pub focus_minutes: u32,
    /// Whether tentative and unanswered meetings count.
    pub count_tentative: bool,
    /// Whether whole days of work (an offsite, a conference), shown as busy, take the working hours nothing else claims.
    #[serde(default = "yes")]
    pub count_all_day_work: bool,
    /// Which category kinds belong to.
    #[serde(default)]
    pub kinds: KindMapping,
    /// How times and weeks are written.
    #[serde(default)]
    pub display: Display,
    /// The model on this computer that may answer questions.
    #[serde(default)]
    pub local_model: LocalModel,
    /// Whether and when it is said that a week is ready to be reviewed.
    #[serde(default)]
    pub reminder: Reminder,
    /// What the user wrote beside the calendar.
    #[serde(default)]
    pub marks: Marks,
}

/// A model on this computer that may answer questions, where the user switched that on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct LocalModel {
    /// Whether it may be asked. Off until switched on.
    pub on: bool,
    /// Where it listens: on this computer and nowhere else, such as `http://localhost:11434`.
    #[text(own)]
    pub address: String,
    /// What it is called there.
    #[text(own)]
    pub name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            me: Me::default(),
            zone: Tz::UTC,
            hours: WorkingHours::default(),
            profile: Profile::default(),
            focus_minutes: 120,
            count_tentative: true,
            count_all_day_work: true,
            kinds: KindMapping::default(),
            display: Display::default(),
            local_model: LocalModel::default(),
            reminder: Reminder::default(),
            marks: Marks::default(),
        }
    }
}

/// What is counted by itself.
fn yes() -> bool {
    true
}
