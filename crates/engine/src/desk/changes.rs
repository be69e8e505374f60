//! What the user changes: the library, what is said about events, settings.

use chrono::NaiveDate;
use weekwise_model::{
    CalendarSettings, CorrectionRequest, DayCorrectionRequest, DaysOff, IntroductionAnswer,
    Library, Marks, PlanWishes, Profile, Rule, Stay,
};

use crate::desk::Desk;
use crate::desk::contents::OnDesk;
use crate::desk::trial::{self, Trial};
use crate::stored::{changed_part, rules_label};
use crate::{Clock, EngineError, Opened, Said, SettingsChange, StoredLibrary};

/// What is kept in the library as it came.
impl Desk {
    /// Changes the library, and reads it again. What is open beside it stays open.
    pub(super) fn change_library(
        &self,
        change: impl FnOnce(&mut StoredLibrary, &Clock) -> Result<(), EngineError>,
    ) -> Result<Library, EngineError> {
        let _alone = self.alone();
        let mut library = self.library_again()?;
        change(&mut library, &self.clock)?;
        self.reread_where_shown(&library)?;
        self.lock_now().library(&self.clock)
    }

    /// Sets what the user can set on a calendar.
    ///
    /// # Errors
    /// [`EngineError::Hidden`] while titles are: it has a name.
    pub fn set_calendar(
        &self,
        key: i64,
        settings: &CalendarSettings,
    ) -> Result<Library, EngineError> {
        self.unless_hidden()?;
        self.change_library(|stored, clock| stored.set_calendar(key, settings, clock))
    }

    /// Removes a calendar.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is no such calendar.
    pub fn remove_calendar(&self, key: i64) -> Result<Library, EngineError> {
        self.change_library(|stored, clock| stored.remove_calendar(key, clock))
    }

    /// Makes one calendar of two: `key` was the calendar `into` all the time.
    ///
    /// # Errors
    /// [`EngineError::Library`] where one of them is not there.
    pub fn join_calendars(&self, key: i64, into: i64) -> Result<Library, EngineError> {
        self.change_library(|stored, clock| stored.join_calendars(key, into, clock))
    }

    /// Makes another import of a calendar the one that holds.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is no such import.
    pub fn use_snapshot(&self, key: i64, snapshot: i64) -> Result<Library, EngineError> {
        self.change_library(|stored, clock| stored.use_snapshot(key, snapshot, clock))
    }

    /// Takes back the last change: of what is tried out where something is, else of the library.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn undo(&self) -> Result<Library, EngineError> {
        let mut contents = self.change();
        if contents.step_trial(Trial::back) {
            return contents.library(&self.clock);
        }
        drop(contents);
        self.change_library(|stored, _| stored.undo().map(drop))
    }

    /// Does again what was taken back last.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn redo(&self) -> Result<Library, EngineError> {
        let mut contents = self.change();
        if contents.step_trial(Trial::forth) {
            return contents.library(&self.clock);
        }
        drop(contents);
        self.change_library(|stored, _| stored.redo().map(drop))
    }
}

/// What the user says about what the library holds.
impl Desk {
    /// Remembers what the user says; what is open hears it without being read again. What is said about the demo is tried
    /// out, and forgotten with it.
    fn say(
        &self,
        say: impl FnOnce(&mut StoredLibrary, &Opened, &Clock) -> Result<(), EngineError>,
        try_out: impl FnOnce(&Opened, &mut Said) -> Result<String, EngineError>,
    ) -> Result<Library, EngineError> {
        let mut contents = self.change();
        let OnDesk::Library(stored, Some(opened)) = &mut contents.on else {
            contents.try_out(&self.clock, try_out)?;
            return contents.library(&self.clock);
        };
        say(stored, opened, &self.clock)?;
        opened.hear(stored.said()?);
        contents.library(&self.clock)
    }

    /// Remembers what an event really is, or takes that back.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where nothing is open, [`EngineError::NoSuchEvent`].
    pub fn correct(&self, request: &CorrectionRequest) -> Result<Library, EngineError> {
        self.say(
            |stored, opened, clock| {
                let about = opened.title_of(&request.uid);
                match opened.correction(request, clock)? {
                    (_, Some(correction)) => stored.correct(&correction, &about, clock),
                    (key, None) => stored.uncorrect(request.scope, &key, &about, clock),
                }
            },
            |opened, said| trial::correct(opened, said, request, &self.clock),
        )
    }

    /// Remembers what an event does to the day, or takes that back.
    ///
    /// # Errors
    /// [`EngineError::NoSuchEvent`], [`EngineError::NotKept`] as for a correction of the category.
    pub fn correct_day(&self, request: &DayCorrectionRequest) -> Result<Library, EngineError> {
        self.say(
            |stored, opened, clock| {
                let about = opened.title_of(&request.uid);
                let (key, correction) = opened.day_correction(request, clock)?;
                stored.correct_day((request.scope, &key), correction, &about, clock)
            },
            |opened, said| trial::correct_day(opened, said, request, &self.clock),
        )
    }

    /// Makes these the user's rules.
    ///
    /// # Errors
    /// [`EngineError::Hidden`] while titles are: rules look for them. [`EngineError::NotKept`] as for a correction.
    pub fn save_rules(&self, rules: &[Rule]) -> Result<Library, EngineError> {
        self.unless_hidden()?;
        self.say(
            |stored, _, clock| stored.save_rules(rules, clock),
            |_, said| {
                let label = rules_label(&said.rules, rules);
                said.rules = rules.to_vec();
                Ok(label.to_owned())
            },
        )
    }

    /// Remembers what the user notes beside the calendars.
    ///
    /// # Errors
    /// [`EngineError::Hidden`] while titles are: teams and priorities have names. [`EngineError::NotKept`].
    pub fn set_marks(&self, marks: &Marks) -> Result<Library, EngineError> {
        self.unless_hidden()?;
        self.say(
            |stored, _, clock| stored.set_marks(marks, clock),
            |_, said| {
                let label = changed_part(&said.marks, marks);
                said.marks = marks.clone();
                Ok(label.to_owned())
            },
        )
    }

    /// Remembers wishes, locks and dismissed blocks; `label` says what was changed.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is not the library's.
    pub fn save_plan(&self, wishes: &PlanWishes, label: &str) -> Result<Library, EngineError> {
        self.say(
            |stored, _, clock| stored.save_plan_wishes(wishes, label, clock),
            |_, _| Err(EngineError::NotKept),
        )
    }
}

/// What is kept beside the calendars. It needs a library, but nothing in it.
impl Desk {
    fn keep(
        &self,
        keep: impl FnOnce(&mut StoredLibrary, &Clock) -> Result<(), EngineError>,
    ) -> Result<Library, EngineError> {
        let mut contents = self.change();
        let OnDesk::Library(stored, opened) = &mut contents.on else {
            return Err(EngineError::NotKept);
        };
        keep(stored, &self.clock)?;
        if let Some(opened) = opened {
            opened.hear(stored.said()?);
        }
        contents.library(&self.clock)
    }

    /// Keeps a profile of the user's; a new one where it has no id.
    ///
    /// # Errors
    /// [`EngineError::Profile`] where it is not valid, [`EngineError::NotKept`].
    pub fn save_profile(&self, profile: Profile) -> Result<Library, EngineError> {
        self.keep(|stored, clock| stored.save_profile(profile, clock))
    }

    /// Removes a profile of the user's.
    ///
    /// # Errors
    /// [`EngineError::Profile`] where there is none with this id, [`EngineError::NotKept`].
    pub fn remove_profile(&self, id: &str) -> Result<Library, EngineError> {
        self.keep(|stored, clock| stored.remove_profile(id, clock))
    }

    /// Marks days as off, or as working days again.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is not the library's.
    pub fn set_days_off(&self, change: &DaysOff) -> Result<Library, EngineError> {
        self.keep(|stored, clock| stored.set_days_off(change, clock))
    }

    /// Notes a stay in another zone.
    ///
    /// # Errors
    /// [`EngineError::Stay`] where it makes no sense beside the others, [`EngineError::NotKept`].
    pub fn add_stay(&self, stay: &Stay) -> Result<Library, EngineError> {
        self.keep(|stored, clock| stored.add_stay(stay, clock))
    }

    /// Takes back the stay that begins on a day.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is not the library's.
    pub fn remove_stay(&self, first: NaiveDate) -> Result<Library, EngineError> {
        self.keep(|stored, clock| stored.remove_stay(first, clock))
    }
}

/// Settings.
impl Desk {
    /// Changes settings: in the library where that is open, else for as long as the desk stands.
    ///
    /// # Errors
    /// Those of settings that make no sense, and [`EngineError::Hidden`] where addresses were to be changed while they
    /// are; then nothing is changed.
    pub fn change_settings(&self, change: &SettingsChange) -> Result<Library, EngineError> {
        if change.me.is_some() {
            self.unless_hidden()?;
        }
        let mut contents = self.change();
        if let OnDesk::Library(stored, _) = &mut contents.on {
            stored.choose(change, &self.clock)?;
        }
        if let Some(opened) = contents.on.opened_mut() {
            opened.change_settings(change)?;
        }
        contents.chosen = contents.chosen.then(change);
        contents.library(&self.clock)
    }

    /// Confirms the card that asks once who and when.
    ///
    /// # Errors
    /// As for any change of settings; then nothing is changed.
    pub fn confirm_introduction(
        &self,
        answer: &IntroductionAnswer,
    ) -> Result<Library, EngineError> {
        self.change_settings(&SettingsChange::confirmed(answer))
    }

    /// Hides titles and names from now on, or shows them again.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be remembered; then nothing is changed.
    pub fn hide_titles(&self, hide: bool) -> Result<Library, EngineError> {
        let mut contents = self.change();
        if let Some(stored) = contents.on.stored_mut() {
            stored.hide_titles(hide)?;
        }
        contents.hides = hide;
        contents.library(&self.clock)
    }

    /// Neutral words that came back from the window must not be kept in the place of what they stand for.
    fn unless_hidden(&self) -> Result<(), EngineError> {
        if self.hides_titles() {
            Err(EngineError::Hidden)
        } else {
            Ok(())
        }
    }
}
