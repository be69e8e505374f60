use std::sync::{Mutex, MutexGuard, PoisonError};

use weekwise_engine::{Clock, EngineError, Opened, SettingsChange, Source};
use weekwise_model::{IsoWeek, Library, WeekView};

use crate::failure::Failure;

/// What lies open in the window.
pub(crate) struct Desk {
    clock: Clock,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    opened: Option<Opened>,
    /// What the user chose so far; kept from one calendar to the next.
    chosen: SettingsChange,
    /// A file given at start that could not be opened: told to the window's first question.
    start_failure: Option<Failure>,
}

impl Desk {
    pub(crate) fn new(clock: Clock) -> Self {
        Self {
            clock,
            inner: Mutex::default(),
        }
    }

    /// A command that failed half-way leaves what was open as it was, so a poisoned lock is no reason to stop.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn open_at_start(&self, source: Source) {
        if let Err(error) = self.open(source) {
            self.lock().start_failure = Some(error.into());
        }
    }

    /// Reads a source and puts it in the place of what was open. Nothing changes when it cannot be read.
    pub(crate) fn open(&self, source: Source) -> Result<Library, EngineError> {
        let mut chosen = self.lock().chosen.clone();
        // Whose calendar it is belongs to the calendar: the next one may be somebody else's.
        chosen.me = None;
        let opened = Opened::read(source, &chosen, &self.clock)?;
        let library = opened.library(&self.clock);
        let mut inner = self.lock();
        inner.opened = Some(opened);
        inner.chosen = chosen;
        Ok(library)
    }

    pub(crate) fn close(&self) -> Library {
        let mut inner = self.lock();
        inner.opened = None;
        Opened::nothing(&inner.chosen)
    }

    pub(crate) fn library(&self) -> Result<Library, Failure> {
        let mut inner = self.lock();
        if let Some(failure) = inner.start_failure.take() {
            return Err(failure);
        }
        Ok(match &inner.opened {
            Some(opened) => opened.library(&self.clock),
            None => Opened::nothing(&inner.chosen),
        })
    }

    pub(crate) fn week(&self, week: Option<IsoWeek>) -> Result<WeekView, EngineError> {
        let inner = self.lock();
        inner
            .opened
            .as_ref()
            .ok_or(EngineError::NothingOpen)?
            .week(week, &self.clock)
    }

    pub(crate) fn change_settings(&self, change: &SettingsChange) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        let library = match &mut inner.opened {
            Some(opened) => {
                opened.change_settings(change)?;
                opened.library(&self.clock)
            }
            None => Opened::nothing(&merged(&inner.chosen, change)),
        };
        inner.chosen = merged(&inner.chosen, change);
        Ok(library)
    }
}

/// What was chosen before, with the later choice on top.
fn merged(before: &SettingsChange, change: &SettingsChange) -> SettingsChange {
    let change = change.clone();
    SettingsChange {
        me: change.me.or_else(|| before.me.clone()),
        zone: change.zone.or_else(|| before.zone.clone()),
        hours: change.hours.or_else(|| before.hours.clone()),
        profile: change.profile.or_else(|| before.profile.clone()),
        count_tentative: change.count_tentative.or(before.count_tentative),
    }
}
