use chrono::Days;
use weekwise_model::{CalendarName, Library, Profile, ProfileId};

use crate::{Clock, Moment, Opened, PeriodChoice, SettingsChange};

/// How far ahead the end of an endless series is shown: two years.
const AHEAD: Days = Days::new(2 * 366);

impl Opened {
    /// What is open: files, calendars, problems, settings.
    pub fn library(&self, clock: &Clock) -> Library {
        let dates = self.known_days();
        let latest = clock.today(self.settings.zone) + AHEAD;
        Library {
            files: self.files.clone(),
            demo: self.demo,
            calendars: self
                .imported
                .calendars()
                .iter()
                .map(|calendar| CalendarName {
                    id: calendar.id,
                    name: calendar.name.clone(),
                })
                .collect(),
            events: self.imported.events().count(),
            diagnostics: self.diagnostics().to_vec(),
            first_day: dates.map(|(first, _)| first),
            last_day: dates.map(|(_, last)| last.min(latest)),
            week: Some(self.default_week(clock)),
            settings: self.settings.clone(),
            profiles: profiles(&self.said.profiles),
            shipped_profiles: ProfileId::ALL.len(),
            kinds: self.settings.kinds.views(),
            tags: weekwise_classify::title_tags(),
            hides_titles: false,
            candidates: self.candidates.clone(),
            introduction: Some(self.introduction()),
            stored: false,
            undo: None,
            redo: None,
            trouble: None,
            imported: None,
        }
    }

    /// The time from the first day with an event to the last, at most two years after today.
    pub fn everything(&self, clock: &Clock) -> PeriodChoice {
        let today = clock.today(self.settings.zone);
        let (first, last) = self.known_days().unwrap_or((today, today));
        // Series without an end count with their start, but they go on.
        let last = last.max(today).min(today + AHEAD);
        PeriodChoice::Range {
            from: Moment::Day(first.min(last)),
            to: Moment::Day(last.succ_opt().unwrap_or(last)),
        }
    }

    /// What is open while nothing is. `custom`: the user's own profiles.
    pub fn nothing(change: &SettingsChange, custom: &[Profile]) -> Library {
        let base = crate::opened::defaults(false);
        let settings = change.applied_to(&base, custom).unwrap_or(base);
        Library {
            files: Vec::new(),
            demo: false,
            calendars: Vec::new(),
            events: 0,
            diagnostics: Vec::new(),
            first_day: None,
            last_day: None,
            week: None,
            kinds: settings.kinds.views(),
            settings,
            profiles: profiles(custom),
            shipped_profiles: ProfileId::ALL.len(),
            tags: weekwise_classify::title_tags(),
            hides_titles: false,
            candidates: Vec::new(),
            introduction: None,
            stored: false,
            undo: None,
            redo: None,
            trouble: None,
            imported: None,
        }
    }
}

fn profiles(custom: &[Profile]) -> Vec<Profile> {
    let shipped = ProfileId::ALL.into_iter().map(ProfileId::profile);
    shipped.chain(custom.iter().cloned()).collect()
}
