//! What lies open in front of the user, and everything that can be done with it: the use cases of a window.
//!
//! There is one [`Desk`] for as long as a window is open. What lies on it is in one of three states ([`OnDesk`]); every
//! use case below asks it, changes it, or moves it from one state to another, and all of them work without a window.
//!
//! Many may ask at once: a lock lets one in after the other. Whoever changes something is alone in that from the first step
//! to the last, and takes long ones (importing, reading years of calendars, fetching) beside the desk: meanwhile it answers as
//! before. While the library is being opened, whoever asks waits, but for what was shown of it last ([`Told`]).
//!
//! What a window is told goes through [`Desk::told`]: while titles are hidden, nothing leaves the desk with one.

mod asks;
mod changes;
mod contents;
mod last_shown;
mod local_model;
mod open;
mod opening;
mod plan;
mod questions;
mod reminder;
mod review;
mod shown;
mod subscribe;
mod trial;

pub use last_shown::Told;
pub use shown::Shown;

use std::ops::{Deref, DerefMut};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use weekwise_model::{Backup, CalendarId, IsoWeek, Library, SearchHits, SourcesView, WeekView};

use crate::{Clock, EngineError, Opened, Progress, StoredLibrary, Subscriptions, data_folder};
use contents::{Contents, OnDesk};
use opening::Opening;

/// What lies open, and the library it came from.
pub struct Desk {
    clock: Clock,
    /// Where the library lies; `None` where the machine has no place for it and none was given.
    folder: Option<PathBuf>,
    contents: Mutex<Contents>,
    /// Held by whoever changes something, from the first step to the last; taken before the contents.
    changing: Mutex<()>,
    opening: Opening,
    subscriptions: Subscriptions,
    /// The import that is going on, so that it can be watched and cancelled.
    importing: Mutex<Option<Arc<Progress>>>,
}

impl Desk {
    /// A desk over the library in the folder that was asked for, or the usual one. Nothing is opened yet.
    pub fn new(clock: Clock, asked: Option<PathBuf>, subscriptions: Subscriptions) -> Self {
        Self {
            clock,
            folder: data_folder(asked).ok(),
            contents: Mutex::default(),
            changing: Mutex::default(),
            opening: Opening::default(),
            subscriptions,
            importing: Mutex::default(),
        }
    }

    /// What lies on the desk, for a question.
    fn lock(&self) -> MutexGuard<'_, Contents> {
        self.opening.wait();
        self.lock_now()
    }

    /// The same for whoever opens the library or is alone in changing something, and would wait for himself.
    fn lock_now(&self) -> MutexGuard<'_, Contents> {
        // A use case that failed half-way leaves what was open as it was, so a poisoned lock is no reason to stop.
        self.contents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Alone in changing something; questions are answered meanwhile.
    fn alone(&self) -> Alone<'_> {
        self.opening.wait();
        self.alone_now()
    }

    /// The same for whoever opens the library.
    fn alone_now(&self) -> Alone<'_> {
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What lies on the desk, for a change that takes no time.
    fn change(&self) -> Changing<'_> {
        let alone = self.alone();
        Changing {
            contents: self.lock_now(),
            _alone: alone,
        }
    }

    fn folder(&self) -> Result<&Path, EngineError> {
        self.folder.as_deref().ok_or(EngineError::NoDataFolder)
    }

    /// The import that is going on.
    pub fn importing(&self) -> Option<Arc<Progress>> {
        self.importing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Stops the import that is going on; the library stays as it is.
    pub fn cancel_import(&self) {
        if let Some(progress) = self.importing() {
            progress.cancel();
        }
    }

    /// What is open.
    ///
    /// # Errors
    /// What keeps the library from being asked.
    pub fn library(&self) -> Result<Library, EngineError> {
        self.lock().library(&self.clock)
    }

    /// Asks what is open.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where nothing is, and those of the question.
    pub fn ask<T>(
        &self,
        question: impl FnOnce(&Opened, &Clock) -> Result<T, EngineError>,
    ) -> Result<T, EngineError> {
        let contents = self.lock();
        let opened = contents.on.opened().ok_or(EngineError::NothingOpen)?;
        question(opened, &self.clock)
    }

    /// Asks the library, whatever lies beside it.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is none, and those of the question.
    pub fn ask_library<T>(
        &self,
        question: impl FnOnce(&StoredLibrary, &Clock) -> Result<T, EngineError>,
    ) -> Result<T, EngineError> {
        let contents = self.lock();
        let stored = contents.on.stored().ok_or(EngineError::NothingOpen)?;
        question(stored, &self.clock)
    }

    /// One week; without a name, this one or the nearest with events. Of some calendars only, where some are named.
    ///
    /// # Errors
    /// As [`Opened::week_of`].
    pub fn week(
        &self,
        week: Option<IsoWeek>,
        calendars: &[CalendarId],
    ) -> Result<WeekView, EngineError> {
        self.ask(|opened, clock| opened.week_of(week, calendars, clock))
    }

    /// Everything the Sources screen shows.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is no library.
    pub fn sources(&self) -> Result<SourcesView, EngineError> {
        self.ask_library(|stored, _| {
            Ok(SourcesView {
                subscriptions: stored.subscriptions(&self.subscriptions)?,
                ..stored.sources()?
            })
        })
    }

    /// The events of what is shown in whose texts every word occurs.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read.
    pub fn search(&self, text: &str) -> Result<SearchHits, EngineError> {
        match &self.lock().on {
            OnDesk::Library(stored, Some(opened)) => stored.search(text, opened, &self.clock),
            shown => Ok(shown.opened().map_or_else(SearchHits::default, |opened| {
                opened.search(text, &self.clock)
            })),
        }
    }

    /// Copies the library.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is none, [`EngineError::Library`] where the disk does not take it.
    pub fn back_up(&self) -> Result<Backup, EngineError> {
        self.ask_library(StoredLibrary::back_up)
    }
}

/// Being alone in changing something.
type Alone<'d> = MutexGuard<'d, ()>;

/// What lies on the desk, held by whoever changes it.
struct Changing<'d> {
    // Before the other, so that it is given back first.
    contents: MutexGuard<'d, Contents>,
    _alone: Alone<'d>,
}

impl Deref for Changing<'_> {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        &self.contents
    }
}

impl DerefMut for Changing<'_> {
    fn deref_mut(&mut self) -> &mut Contents {
        &mut self.contents
    }
}
