use chrono::Days;
use weekwise_model::{Library, ProfileId, Settings};

use crate::{Clock, Opened, SettingsChange};

/// How far ahead the end of an endless series is shown: two years.
const AHEAD: Days = Days::new(2 * 366);

impl Opened {
    /// What is open: files, calendars, problems, settings.
    pub fn library(&self, clock: &Clock) -> Library {
        let dates = self.imported.dates();
        let latest = clock.today(self.settings.zone) + AHEAD;
        Library {
            files: self.files.clone(),
            demo: self.demo,
            calendars: self
                .imported
                .calendars()
                .iter()
                .map(|calendar| calendar.name.clone())
                .collect(),
            events: self.imported.events().count(),
            diagnostics: self.diagnostics().to_vec(),
            first_day: dates.map(|(first, _)| first),
            last_day: dates.map(|(_, last)| last.min(latest)),
            week: Some(self.default_week(clock)),
            settings: self.settings.clone(),
            profiles: profiles(),
            candidates: self.candidates.clone(),
            stored: false,
            undo: None,
            redo: None,
            trouble: None,
            imported: None,
        }
    }

    /// What is open while nothing is.
    pub fn nothing(change: &SettingsChange) -> Library {
        let base = Settings {
            zone: Clock::machine_zone(),
            ..Settings::default()
        };
        Library {
            files: Vec::new(),
            demo: false,
            calendars: Vec::new(),
            events: 0,
            diagnostics: Vec::new(),
            first_day: None,
            last_day: None,
            week: None,
            settings: change.applied_to(&base).unwrap_or(base),
            profiles: profiles(),
            candidates: Vec::new(),
            stored: false,
            undo: None,
            redo: None,
            trouble: None,
            imported: None,
        }
    }
}

fn profiles() -> Vec<weekwise_model::Profile> {
    ProfileId::ALL.into_iter().map(ProfileId::profile).collect()
}
