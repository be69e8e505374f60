use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use weekwise_model::{Me, ProfileId, Settings, WorkingHours};

use crate::EngineError;

/// What the user wants different from the defaults. `None` leaves a setting as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsChange {
    /// My own addresses; an empty list means “guess again”.
    pub me: Option<Vec<String>>,
    /// An IANA name; upper and lower case do not matter.
    pub zone: Option<String>,
    /// `09:00-12:00,13:00-17:00`.
    pub hours: Option<String>,
    /// The name of a shipped profile.
    pub profile: Option<String>,
    /// Whether tentative and unanswered meetings count.
    pub count_tentative: Option<bool>,
}

impl SettingsChange {
    /// This choice, with a later one on top.
    #[must_use]
    pub fn then(&self, later: &Self) -> Self {
        let later = later.clone();
        Self {
            me: later.me.or_else(|| self.me.clone()),
            zone: later.zone.or_else(|| self.zone.clone()),
            hours: later.hours.or_else(|| self.hours.clone()),
            profile: later.profile.or_else(|| self.profile.clone()),
            count_tentative: later.count_tentative.or(self.count_tentative),
        }
    }

    /// The settings after the change. Nothing is changed where one part of it makes no sense.
    pub(crate) fn applied_to(&self, settings: &Settings) -> Result<Settings, EngineError> {
        let mut changed = settings.clone();
        if let Some(me) = &self.me {
            changed.me = Me::confirmed(me.iter().filter(|address| !address.trim().is_empty()));
        }
        if let Some(zone) = &self.zone {
            changed.zone = zone_named(zone)?;
        }
        if let Some(hours) = &self.hours {
            changed.hours = hours.parse::<WorkingHours>()?;
        }
        if let Some(profile) = &self.profile {
            changed.profile = profile.parse::<ProfileId>()?.profile();
        }
        if let Some(count_tentative) = self.count_tentative {
            changed.count_tentative = count_tentative;
        }
        Ok(changed)
    }
}

/// The zone of this name.
pub(crate) fn zone_named(name: &str) -> Result<Tz, EngineError> {
    Tz::from_str_insensitive(name.trim()).map_err(|_| EngineError::Zone(name.to_owned()))
}
