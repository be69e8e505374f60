use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use weekwise_model::{
    Display, KindMapping, LocalModel, Me, Profile, Reminder, Settings, Stay, WorkingHours, visible,
};
use weekwise_subscribe::LoopbackAddress;

use crate::{EngineError, Said, model_name};

/// The shortest and the longest focus length, in minutes.
const FOCUS: std::ops::RangeInclusive<u32> = 60..=240;

/// What the user wants different from the defaults. `None` leaves a setting as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SettingsChange {
    /// My own addresses; an empty list means “guess again”.
    pub me: Option<Vec<String>>,
    /// An IANA name; upper and lower case do not matter.
    pub zone: Option<String>,
    /// `09:00-12:00,13:00-17:00`, or days with their own: `Mon-Thu 09:00-17:00; Fri 09:00-12:30`.
    pub hours: Option<String>,
    /// The name of a profile: one that ships, or one of the user's.
    pub profile: Option<String>,
    /// Whether tentative and unanswered meetings count.
    pub count_tentative: Option<bool>,
    /// Whether whole days of work, shown as busy, take the working hours nothing else claims.
    pub count_all_day_work: Option<bool>,
    /// The shortest free stretch that counts as open focus, 60 to 240 minutes.
    pub focus_minutes: Option<u32>,
    /// Which category kinds belong to: all that are not where they usually are.
    pub kinds: Option<KindMapping>,
    /// How times and weeks are written.
    pub display: Option<Display>,
    /// The model on this computer that may answer questions, and whether it may.
    pub local_model: Option<LocalModel>,
    /// Whether and when it is said that a week is ready to be reviewed.
    pub reminder: Option<Reminder>,
    /// Stays in other zones, in the place of those of the library. Only for this time: the library keeps its own among
    /// the marks.
    #[serde(skip)]
    pub stays: Option<Vec<Stay>>,
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
            count_all_day_work: later.count_all_day_work.or(self.count_all_day_work),
            focus_minutes: later.focus_minutes.or(self.focus_minutes),
            kinds: later.kinds.or_else(|| self.kinds.clone()),
            display: later.display.or(self.display),
            local_model: later.local_model.or_else(|| self.local_model.clone()),
            reminder: later.reminder.or(self.reminder),
            stays: later.stays.or_else(|| self.stays.clone()),
        }
    }

    /// This choice as it was before something was chosen: what is still as it was `written` then becomes what it was `before`.
    /// `None` where nothing of it is.
    pub(crate) fn without(&self, written: &Self, before: &Self) -> Option<Self> {
        fn back<T: Clone + PartialEq>(
            now: &mut Option<T>,
            written: Option<&T>,
            before: Option<&T>,
        ) -> bool {
            let is_as_written = written.is_some() && now.as_ref() == written;
            if is_as_written {
                *now = before.cloned();
            }
            is_as_written
        }
        let mut now = self.clone();
        let changed = [
            back(&mut now.me, written.me.as_ref(), before.me.as_ref()),
            back(&mut now.zone, written.zone.as_ref(), before.zone.as_ref()),
            back(
                &mut now.hours,
                written.hours.as_ref(),
                before.hours.as_ref(),
            ),
            back(
                &mut now.count_tentative,
                written.count_tentative.as_ref(),
                before.count_tentative.as_ref(),
            ),
            back(
                &mut now.count_all_day_work,
                written.count_all_day_work.as_ref(),
                before.count_all_day_work.as_ref(),
            ),
        ];
        changed.contains(&true).then_some(now)
    }

    /// What the user has said, with the stays of this time.
    pub(crate) fn with_stays(&self, mut said: Said) -> Result<Said, EngineError> {
        if let Some(stays) = &self.stays {
            said.marks.stays = Stay::all_checked(stays)?;
        }
        Ok(said)
    }

    /// The settings after the change. Nothing is changed where one part of it makes no sense. `custom`: the user's own
    /// profiles.
    pub(crate) fn applied_to(
        &self,
        settings: &Settings,
        custom: &[Profile],
    ) -> Result<Settings, EngineError> {
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
            changed.profile = Profile::named(profile, custom)?;
        }
        if let Some(count_tentative) = self.count_tentative {
            changed.count_tentative = count_tentative;
        }
        if let Some(count_all_day_work) = self.count_all_day_work {
            changed.count_all_day_work = count_all_day_work;
        }
        if let Some(minutes) = self.focus_minutes {
            if !FOCUS.contains(&minutes) {
                return Err(EngineError::FocusLength(minutes));
            }
            changed.focus_minutes = minutes;
        }
        if let Some(kinds) = &self.kinds {
            changed.kinds = kinds.tidied();
        }
        if let Some(display) = self.display {
            changed.display = display;
        }
        if let Some(model) = &self.local_model {
            changed.local_model = checked(model)?;
        }
        if let Some(reminder) = self.reminder {
            changed.reminder = reminder.bounded();
        }
        Ok(changed)
    }
}

/// A model with its name as it is shown; one that may be asked has one, and listens on this computer.
fn checked(model: &LocalModel) -> Result<LocalModel, EngineError> {
    let name = model_name(&model.name);
    if model.on {
        model.address.parse::<LoopbackAddress>()?;
        if name.is_empty() {
            return Err(EngineError::NamelessModel);
        }
    }
    Ok(LocalModel {
        on: model.on,
        address: visible(&model.address).trim().to_owned(),
        name,
    })
}

/// The zone of this name.
pub(crate) fn zone_named(name: &str) -> Result<Tz, EngineError> {
    Tz::from_str_insensitive(name.trim()).map_err(|_| EngineError::Zone(name.to_owned()))
}
