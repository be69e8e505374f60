use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use weekwise_engine::{
    Clock, EngineError, Fetcher, Opened, Progress, SettingsChange, Source, StoredLibrary,
    Subscriptions, SystemKeyring, Veil, data_folder,
};
use weekwise_model::{
    Backup, CalendarId, ImportSummary, IsoWeek, Library, LibraryTrouble, Plan, PlanWishes,
    SearchHit, SourcesView, Subscription, WeekView,
};

use crate::failure::Failure;

/// What lies open in the window.
pub(crate) struct Desk {
    clock: Clock,
    folder: Result<PathBuf, String>,
    inner: Mutex<Inner>,
    subscriptions: Subscriptions,
    /// The import that is going on, so that it can be watched and cancelled while it holds everything else.
    importing: Mutex<Option<Arc<Progress>>>,
}

#[derive(Default)]
struct Inner {
    /// What is remembered; `None` where that cannot be used (`trouble` says why). Then calendars are only read.
    stored: Option<StoredLibrary>,
    trouble: Option<LibraryTrouble>,
    opened: Option<Opened>,
    /// What is open lies in the library: neither the demo nor a file read beside it.
    from_library: bool,
    /// What the user chose for what is not remembered.
    chosen: SettingsChange,
    /// Titles and names are exchanged for neutral words in everything the window is told.
    hides: bool,
    /// What stands for them, made when it is first needed after something changed.
    veil: Option<Arc<Veil>>,
    /// A file given at start that could not be opened: told to the window's first question.
    start_failure: Option<Failure>,
    /// What the import at start brought: told with the window's first question.
    start_summary: Option<ImportSummary>,
}

impl Desk {
    /// A desk over the library in the folder that was asked for, or the usual one. Nothing is opened yet.
    pub(crate) fn new(clock: Clock, asked: Option<PathBuf>) -> Self {
        Self {
            clock,
            folder: data_folder(asked).map_err(|error| error.to_string()),
            inner: Mutex::default(),
            subscriptions: Subscriptions::new(Fetcher::new(), Box::new(SystemKeyring::new())),
            importing: Mutex::default(),
        }
    }

    /// A command that failed half-way leaves what was open as it was, so a poisoned lock is no reason to stop.
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens the library, and imports what was given at start.
    pub(crate) fn start(&self, source: Option<Source>) {
        self.open_library(StoredLibrary::open);
        if let Some(source) = source {
            let result = self.open(source);
            let mut inner = self.lock();
            match result {
                Ok(library) => inner.start_summary = library.imported,
                Err(error) => inner.start_failure = Some(error.into()),
            }
        }
    }

    /// Opens the library in one way or another. Where it cannot be used, what was found is told instead.
    fn open_library(
        &self,
        open: impl FnOnce(&std::path::Path, &Clock) -> Result<StoredLibrary, EngineError>,
    ) {
        let mut inner = self.lock();
        // A library that is replaced must not be open.
        inner.stored = None;
        let folder = match &self.folder {
            Ok(folder) => folder,
            Err(message) => {
                inner.trouble = Some(LibraryTrouble {
                    kind: weekwise_model::TroubleKind::Other,
                    message: message.clone(),
                    backups: Vec::new(),
                });
                return;
            }
        };
        match open(folder, &self.clock) {
            Ok(stored) => {
                // What cannot be read must not be shown to the wrong people.
                inner.hides = stored.hides_titles().unwrap_or(true);
                inner.stored = Some(stored);
                inner.trouble = None;
                if let Err(error) = inner.reread() {
                    inner.trouble = Some(StoredLibrary::trouble(folder, &error));
                }
            }
            Err(error) => inner.trouble = Some(StoredLibrary::trouble(folder, &error)),
        }
    }

    /// Imports a source into the library; the demo, and everything while there is no library, is only read. Nothing
    /// changes when it cannot be read.
    pub(crate) fn open(&self, source: Source) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        if matches!(source, Source::Demo) || inner.stored.is_none() {
            let mut chosen = inner.chosen.clone();
            // Whose calendar it is belongs to the calendar: the next one may be somebody else's.
            chosen.me = None;
            inner.opened = Some(Opened::read(source, &chosen, &self.clock)?);
            inner.chosen = chosen;
            inner.from_library = false;
            return inner.library(&self.clock);
        }
        let progress = Arc::new(Progress::default());
        self.set_importing(Some(Arc::clone(&progress)));
        let result = inner.import(source, &self.clock, &progress);
        self.set_importing(None);
        let summary = result?;
        inner.reread()?;
        let mut library = inner.library(&self.clock)?;
        library.imported = Some(summary);
        Ok(library)
    }

    fn set_importing(&self, progress: Option<Arc<Progress>>) {
        *self
            .importing
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = progress;
    }

    /// The import that is going on.
    pub(crate) fn importing(&self) -> Option<Arc<Progress>> {
        self.importing
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Puts away what is open beside the library, such as the demo.
    pub(crate) fn close(&self) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        inner.opened = None;
        inner.reread()?;
        inner.library(&self.clock)
    }

    pub(crate) fn library(&self) -> Result<Library, Failure> {
        let mut inner = self.lock();
        if let Some(failure) = inner.start_failure.take() {
            return Err(failure);
        }
        let mut library = inner.library(&self.clock)?;
        library.imported = inner.start_summary.take();
        Ok(library)
    }

    pub(crate) fn week(
        &self,
        week: Option<IsoWeek>,
        calendars: &[CalendarId],
    ) -> Result<WeekView, EngineError> {
        self.ask(|opened, clock| opened.week_of(week, calendars, clock))
    }

    /// Asks what is open.
    pub(crate) fn ask<T>(
        &self,
        question: impl FnOnce(&Opened, &Clock) -> Result<T, EngineError>,
    ) -> Result<T, EngineError> {
        let inner = self.lock();
        let opened = inner.opened.as_ref().ok_or(EngineError::NothingOpen)?;
        question(opened, &self.clock)
    }

    /// Asks the library.
    pub(crate) fn ask_library<T>(
        &self,
        question: impl FnOnce(&StoredLibrary, &Clock) -> Result<T, EngineError>,
    ) -> Result<T, EngineError> {
        let inner = self.lock();
        let stored = inner.stored.as_ref().ok_or(EngineError::NothingOpen)?;
        question(stored, &self.clock)
    }

    /// Changes the library, and reads it again. What is open beside it stays open.
    pub(crate) fn change_library(
        &self,
        change: impl FnOnce(&mut StoredLibrary, &Clock) -> Result<(), EngineError>,
    ) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        let stored = inner.stored.as_mut().ok_or(EngineError::NothingOpen)?;
        change(stored, &self.clock)?;
        if inner.from_library || inner.opened.is_none() {
            inner.reread()?;
        }
        inner.library(&self.clock)
    }

    /// Remembers what the user says; what is open hears it without being read again. What is said about the demo is
    /// not for keeping.
    pub(crate) fn say(
        &self,
        say: impl FnOnce(&mut StoredLibrary, &Opened, &Clock) -> Result<(), EngineError>,
    ) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        let Inner {
            stored,
            opened,
            from_library,
            ..
        } = &mut *inner;
        match (stored, opened) {
            (Some(stored), Some(opened)) if *from_library => {
                say(stored, opened, &self.clock)?;
                opened.hear(stored.said()?);
            }
            _ => return Err(EngineError::NotKept),
        }
        inner.library(&self.clock)
    }

    /// The plan under these wishes, with what became of the blocks of earlier ones.
    pub(crate) fn plan(&self, wishes: &PlanWishes) -> Result<Plan, EngineError> {
        let inner = self.lock();
        let opened = inner.opened.as_ref().ok_or(EngineError::NothingOpen)?;
        let former = match &inner.stored {
            Some(stored) if inner.from_library => stored.blocks_to_judge()?,
            _ => Vec::new(),
        };
        opened.plan_after(wishes, true, &former, &self.clock)
    }

    /// The wishes that are remembered.
    pub(crate) fn plan_wishes(&self) -> Result<Option<PlanWishes>, EngineError> {
        let inner = self.lock();
        match &inner.stored {
            Some(stored) if inner.from_library => stored.plan_wishes(&self.clock),
            _ => Ok(None),
        }
    }

    /// Hands the plan under these wishes to `write` as iCalendar, to update the file there is; what was written is
    /// remembered, so that later it can be told what was kept of it.
    pub(crate) fn export_plan(
        &self,
        wishes: &PlanWishes,
        file: &std::path::Path,
        write: impl FnOnce(&str) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        let mut inner = self.lock();
        let Inner {
            stored,
            opened,
            from_library,
            ..
        } = &mut *inner;
        let (opened, clock) = (
            opened.as_ref().ok_or(EngineError::NothingOpen)?,
            &self.clock,
        );
        let former =
            std::fs::read(file).map_or(Vec::new(), |text| opened.former_blocks(&text, clock));
        let plan = opened.plan(wishes, false, clock)?;
        match stored {
            Some(stored) if *from_library => {
                let text = stored.export_plan(opened, &plan, former, clock)?;
                write(&text)?;
                stored.note_export(opened, &text, clock)
            }
            _ => write(&opened.export_plan(&plan, &former, clock)),
        }
    }

    /// Changes what is kept beside the calendars; what is open hears it without being read again. It needs a library, but
    /// nothing in it.
    pub(crate) fn keep(
        &self,
        keep: impl FnOnce(&mut StoredLibrary, &Clock) -> Result<(), EngineError>,
    ) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        let Inner {
            stored,
            opened,
            from_library,
            ..
        } = &mut *inner;
        match stored {
            Some(stored) if *from_library || opened.is_none() => {
                keep(stored, &self.clock)?;
                if let Some(opened) = opened {
                    opened.hear(stored.said()?);
                }
            }
            _ => return Err(EngineError::NotKept),
        }
        inner.library(&self.clock)
    }

    /// Hides titles and names from now on, or shows them again.
    pub(crate) fn hide_titles(&self, hide: bool) -> Result<Library, EngineError> {
        let mut inner = self.lock();
        if let Some(stored) = &mut inner.stored {
            stored.hide_titles(hide)?;
        }
        inner.hides = hide;
        inner.library(&self.clock)
    }

    pub(crate) fn hides_titles(&self) -> bool {
        self.lock().hides
    }

    /// What stands for titles and names; `None` where they are shown.
    pub(crate) fn veil(&self) -> Option<Arc<Veil>> {
        let mut inner = self.lock();
        if !inner.hides {
            return None;
        }
        let opened = inner.opened.as_ref();
        let make = || Arc::new(opened.map_or_else(Veil::empty, Veil::over));
        let veil = inner.veil.clone().unwrap_or_else(make);
        inner.veil = Some(Arc::clone(&veil));
        Some(veil)
    }

    pub(crate) fn change_settings(&self, change: &SettingsChange) -> Result<Library, EngineError> {
        if change.me.is_some() {
            self.unless_hidden()?;
        }
        let mut inner = self.lock();
        let Inner {
            stored,
            opened,
            from_library,
            chosen,
            ..
        } = &mut *inner;
        if let Some(stored) = stored
            && (*from_library || opened.is_none())
        {
            stored.choose(change, &self.clock)?;
        }
        if let Some(opened) = opened {
            opened.change_settings(change)?;
        }
        *chosen = chosen.then(change);
        inner.library(&self.clock)
    }

    pub(crate) fn sources(&self) -> Result<SourcesView, EngineError> {
        self.ask_library(|stored, _| {
            Ok(SourcesView {
                subscriptions: stored.subscriptions(&self.subscriptions)?,
                ..stored.sources()?
            })
        })
    }

    /// Fetches from a new address, and remembers it where that went well.
    pub(crate) fn subscribe(&self, address: &str) -> Result<Subscription, EngineError> {
        let asking = self.ask_library(|stored, clock| stored.ask_new(address, clock))?;
        // The desk is free meanwhile: servers take their time.
        let answered = self.subscriptions.fetch(asking, &AtomicBool::new(false));
        let mut subscription = None;
        self.change_library(|stored, clock| {
            subscription = Some(stored.subscribe(address, answered, &self.subscriptions, clock)?);
            Ok(())
        })?;
        subscription.ok_or(EngineError::NothingOpen)
    }

    pub(crate) fn unsubscribe(&self, id: &str) -> Result<Library, EngineError> {
        self.change_library(|stored, clock| stored.unsubscribe(id, &self.subscriptions, clock))
    }

    /// Fetches one subscription; says whether something new came.
    pub(crate) fn refresh(&self, id: &str, is_cancelled: &AtomicBool) -> Result<bool, EngineError> {
        let asking = {
            let mut inner = self.lock();
            let stored = inner.stored.as_mut().ok_or(EngineError::NothingOpen)?;
            stored.ask_again(id, &self.subscriptions, &self.clock)?
        };
        let Some(asking) = asking else {
            return Ok(false);
        };
        let answered = self.subscriptions.fetch(asking, is_cancelled);
        let mut inner = self.lock();
        let stored = inner.stored.as_mut().ok_or(EngineError::NothingOpen)?;
        let summary = stored.take(answered, &self.subscriptions, &self.clock)?;
        let is_new = summary.is_some_and(|s| s.calendars.iter().any(|c| !c.identical));
        if is_new && (inner.from_library || inner.opened.is_none()) {
            inner.reread()?;
        }
        Ok(is_new)
    }

    pub(crate) fn due_subscriptions(&self, jitter: f64) -> Result<Vec<String>, EngineError> {
        self.ask_library(|stored, clock| {
            stored.due_subscriptions(&self.subscriptions, jitter, clock)
        })
    }

    pub(crate) fn search(&self, text: &str) -> Result<Vec<SearchHit>, EngineError> {
        let inner = self.lock();
        match (&inner.stored, &inner.opened) {
            (Some(stored), Some(opened)) if inner.from_library => {
                stored.search(text, opened, &self.clock)
            }
            _ => Ok(Vec::new()),
        }
    }

    pub(crate) fn back_up(&self) -> Result<Backup, EngineError> {
        self.ask_library(StoredLibrary::back_up)
    }

    /// Puts a copy in the library's place.
    pub(crate) fn restore_backup(&self, name: &str) -> Result<Library, Failure> {
        self.open_library(|folder, clock| StoredLibrary::restore(folder, name, clock));
        self.library()
    }

    /// Puts the library aside and makes a new one.
    pub(crate) fn start_anew(&self) -> Result<Library, Failure> {
        self.open_library(StoredLibrary::start_anew);
        self.library()
    }

    /// Deletes everything that is remembered, and starts with an empty library.
    pub(crate) fn delete_all_data(&self) -> Result<Library, Failure> {
        let stored = self.lock().stored.take();
        let deleted = stored.map_or(Ok(()), StoredLibrary::delete_all_data);
        if deleted.is_ok() {
            let mut inner = self.lock();
            inner.opened = None;
            inner.chosen = SettingsChange::default();
        }
        // Also where something could not be deleted: what is left goes on being used.
        self.open_library(StoredLibrary::open);
        deleted?;
        self.library()
    }
}

impl Inner {
    fn import(
        &mut self,
        source: Source,
        clock: &Clock,
        progress: &Progress,
    ) -> Result<ImportSummary, EngineError> {
        let stored = self.stored.as_mut().ok_or(EngineError::NothingOpen)?;
        stored.import(source, clock, progress)
    }

    /// Reads the library again.
    fn reread(&mut self) -> Result<(), EngineError> {
        let Some(stored) = &self.stored else {
            return Ok(());
        };
        self.opened = match stored.read(&SettingsChange::default()) {
            Ok(opened) => Some(opened),
            Err(EngineError::NothingOpen) => None,
            Err(error) => return Err(error),
        };
        self.from_library = true;
        Ok(())
    }

    /// Whatever changes something ends with this.
    fn library(&mut self, clock: &Clock) -> Result<Library, EngineError> {
        self.veil = None;
        let mut library = match (&self.stored, &self.opened) {
            (Some(stored), opened) if self.from_library || opened.is_none() => {
                stored.library(opened.as_ref(), clock)?
            }
            (_, Some(opened)) => opened.library(clock),
            (_, None) => Opened::nothing(&self.chosen, &[]),
        };
        library.trouble.clone_from(&self.trouble);
        library.hides_titles = self.hides;
        Ok(library)
    }
}
