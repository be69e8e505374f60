//! The library as the use cases see it: what is remembered is read again, whole, into an [`Opened`].

mod answers;
mod asks;
mod data;
mod export;
mod history;
mod import;
mod matching;
mod plans;
mod profiles;
mod reviews;
mod said;
mod search;
mod sources;
mod subscriptions;
mod words;

pub(crate) use answers::put_off_label;
pub use import::Destination;
pub(crate) use said::{changed_part, correction_label, day_label, rules_label};
pub use subscriptions::{Answered, Asking, Subscriptions, subscribed_host};
pub(crate) use words::start as start_in_words;

use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use weekwise_ical::Input;
use weekwise_model::{Calendar, CalendarSettings, Library, Profile};
use weekwise_store::{Store, StoredCalendar};

use crate::opened::defaults;
use crate::{Clock, EngineError, Opened, SettingsChange};

/// What the user has chosen, as one setting of the library.
const CHOSEN: &str = "settings";

/// How often the library is copied into its folder `backups` of itself.
const BACKUP_DAYS: i64 = 7;

/// The library of one user, open.
#[derive(Debug)]
pub struct StoredLibrary {
    store: Store,
    folder: PathBuf,
}

/// Where the library lies: the folder that was asked for, else the one this platform keeps programs' data in (on Linux
/// `$XDG_DATA_HOME/weekwise`).
///
/// # Errors
/// [`EngineError::NoDataFolder`] where the platform has none.
pub fn data_folder(asked: Option<PathBuf>) -> Result<PathBuf, EngineError> {
    asked
        .filter(|folder| !folder.as_os_str().is_empty())
        .or_else(|| dirs::data_dir().map(|data| data.join("weekwise")))
        .ok_or(EngineError::NoDataFolder)
}

impl StoredLibrary {
    /// Whether there is a library in this folder. Only looks.
    pub fn is_in(folder: &Path) -> bool {
        weekwise_store::is_library_in(folder)
    }

    /// Opens the library in this folder, or makes a new one.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is something that cannot be used; it is left as it is.
    pub fn open(folder: &Path, clock: &Clock) -> Result<Self, EngineError> {
        let (store, report) = Store::open(folder, clock.now())?;
        let library = Self {
            store,
            folder: folder.to_owned(),
        };
        if !report.created && report.backup.is_none() {
            library.back_up_now_and_then(clock);
        }
        Ok(library)
    }

    /// The same library once more, for long work beside what this one is asked.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it can only be read.
    pub(crate) fn again(&self) -> Result<Self, EngineError> {
        Ok(Self::in_folder(self.store.again()?, &self.folder))
    }

    /// Reads every calendar that is switched on; `None` where there is none.
    ///
    /// # Errors
    /// What keeps them from being read.
    pub(crate) fn read_all(&self) -> Result<Option<Opened>, EngineError> {
        match self.read(&SettingsChange::default()) {
            Ok(opened) => Ok(Some(opened)),
            Err(EngineError::NothingOpen) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// What was shown last of the library as it is now.
    pub(crate) fn shown(&self) -> Option<Vec<u8>> {
        self.store.shown().ok().flatten()
    }

    /// Keeps what is shown of it. Where that is not possible the next start takes longer, and nothing else.
    pub(crate) fn keep_shown(&self, shown: &[u8]) {
        let _ = self.store.keep_shown(shown);
    }

    /// Reads every calendar that is switched on. `change` is for this time only and is not remembered.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is none.
    pub fn read(&self, change: &SettingsChange) -> Result<Opened, EngineError> {
        let chosen = self.chosen()?.then(change);
        let said = change.with_stays(self.said()?)?;
        let settings = chosen.applied_to(&defaults(false), &said.profiles)?;
        let calendars: Vec<StoredCalendar> = self
            .store
            .calendars()?
            .into_iter()
            .filter(|calendar| calendar.settings.included)
            .collect();
        if calendars.is_empty() {
            return Err(EngineError::NothingOpen);
        }
        let mut inputs = Vec::with_capacity(calendars.len());
        for calendar in &calendars {
            let zone = calendar.settings.zone.as_deref();
            inputs.push(Input::Kept {
                name: calendar.file.clone(),
                bytes: self.store.bytes_of(calendar.snapshot)?,
                zone: zone.and_then(|zone| Tz::from_str_insensitive(zone).ok()),
            });
        }
        let mut imported = weekwise_ical::import(inputs);
        let read: Vec<Calendar> = imported.calendars().to_vec();
        for (stored, calendar) in in_step(&calendars, &read) {
            let CalendarSettings {
                name,
                color,
                category,
                ..
            } = &stored.settings;
            imported.set_calendar(calendar.id, name, color.as_deref(), *category);
        }
        let files = calendars.into_iter().map(|c| c.file).collect();
        Opened::of(imported, (files, false), settings, said, &chosen)
    }

    /// What the user has chosen so far.
    pub fn chosen(&self) -> Result<SettingsChange, EngineError> {
        let mut chosen: SettingsChange = self.store.setting(CHOSEN)?.unwrap_or_default();
        // A profile that is gone is no reason not to open the library.
        if let Some(name) = &chosen.profile
            && Profile::named(name, &self.profiles()?).is_err()
        {
            chosen.profile = None;
        }
        Ok(chosen)
    }

    /// Remembers what the user has chosen now.
    ///
    /// # Errors
    /// The errors of settings that make no sense; then nothing is changed.
    pub fn choose(&mut self, change: &SettingsChange, clock: &Clock) -> Result<(), EngineError> {
        let before = self.chosen()?;
        let chosen = before.then(change);
        chosen.applied_to(&defaults(false), &self.profiles()?)?;
        if chosen != before {
            let label = words::of_choice(change, &before);
            self.store
                .act(&label, clock.now(), |act| act.set_setting(CHOSEN, &chosen))?;
        }
        Ok(())
    }

    /// What is open, and what of it can be undone. `opened` was read from this library; `None` where it is empty.
    pub fn library(&self, opened: Option<&Opened>, clock: &Clock) -> Result<Library, EngineError> {
        let mut library = match opened {
            Some(opened) => opened.library(clock),
            None => Opened::nothing(&self.chosen()?, &self.profiles()?),
        };
        let zone = library.settings.zone;
        library.stored = true;
        library.undo = self
            .store
            .next_undo()?
            .map(|line| words::action(&line, zone));
        library.redo = self
            .store
            .next_redo()?
            .map(|line| words::action(&line, zone));
        Ok(library)
    }

    /// The zone answers are given in.
    fn zone(&self) -> Result<Tz, EngineError> {
        let chosen = self.chosen()?;
        Ok(chosen.applied_to(&defaults(false), &self.profiles()?)?.zone)
    }
}

/// Each calendar of the library with the one its bytes were read as. Reading gives them in the same order; one whose bytes
/// give no calendar any more is passed over.
fn in_step<'a>(
    stored: &'a [StoredCalendar],
    read: &'a [Calendar],
) -> impl Iterator<Item = (&'a StoredCalendar, &'a Calendar)> {
    let mut rest = read.iter().peekable();
    stored.iter().filter_map(move |stored| {
        rest.next_if(|calendar| calendar.file == stored.file)
            .map(|calendar| (stored, calendar))
    })
}
