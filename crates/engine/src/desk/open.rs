//! Opening: the library, calendars, copies of the library.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use weekwise_model::{ImportSummary, Library, LibraryTrouble, TroubleKind};

use crate::desk::Desk;
use crate::desk::contents::OnDesk;
use crate::desk::trial::Trial;
use crate::{Clock, EngineError, Opened, Progress, SettingsChange, Source, StoredLibrary};

impl Desk {
    /// Opens the library, and imports what was given at start.
    pub fn start(&self, source: Option<Source>) {
        self.open_library();
        if let Some(source) = source {
            let started = self.open(source).map(|library| library.imported);
            self.lock().started = Some(started);
        }
    }

    /// Opens the library. Where it cannot be used, what was found is kept, to be told.
    fn open_library(&self) {
        if let Err(error) = self.put_in_place(StoredLibrary::open) {
            self.lock().trouble = Some(match self.folder() {
                Ok(folder) => StoredLibrary::trouble(folder, &error),
                Err(error) => without_folder(&error),
            });
        }
    }

    /// Opens a library in one way or another; what was open is closed first. What it holds is shown.
    fn put_in_place(
        &self,
        open: impl FnOnce(&Path, &Clock) -> Result<StoredLibrary, EngineError>,
    ) -> Result<(), EngineError> {
        let mut contents = self.lock();
        contents.on.clear();
        let folder = self.folder()?;
        let stored = open(folder, &self.clock)?;
        // What cannot be read must not be shown to the wrong people.
        contents.hides = stored.hides_titles().unwrap_or(true);
        contents.on = OnDesk::Library(stored, None);
        let read = contents.reread();
        contents.trouble = read
            .err()
            .map(|error| StoredLibrary::trouble(folder, &error));
        Ok(())
    }

    /// Replaces the library. Where that fails, the one there is goes on being used.
    fn replace_library(
        &self,
        replace: impl FnOnce(&Path, &Clock) -> Result<StoredLibrary, EngineError>,
    ) -> Result<Library, EngineError> {
        let before = self.subscription_ids();
        if let Err(error) = self.put_in_place(replace) {
            // Where there is none any more, none is made: what was put aside is the user's.
            let folder = self.folder()?;
            if StoredLibrary::is_in(folder) {
                self.open_library();
            } else {
                self.lock().trouble = Some(StoredLibrary::trouble(folder, &error));
            }
            return Err(error);
        }
        self.forget_those_gone(&before)?;
        self.library()
    }

    fn subscription_ids(&self) -> Vec<String> {
        let ids = self.ask_library(|stored, _| stored.subscription_ids());
        ids.unwrap_or_default()
    }

    /// Forgets the addresses of subscriptions that were there before and are not any more.
    fn forget_those_gone(&self, before: &[String]) -> Result<(), EngineError> {
        let now = self.subscription_ids();
        let gone = before.iter().filter(|id| !now.contains(id));
        self.subscriptions
            .forget(&gone.cloned().collect::<Vec<_>>())
    }

    /// Imports a source into the library; the demo, and everything while there is no library, is only read. Nothing
    /// changes when it cannot be read.
    ///
    /// # Errors
    /// [`EngineError::NothingRead`], [`EngineError::Cancelled`], or what the library says.
    pub fn open(&self, source: Source) -> Result<Library, EngineError> {
        let mut contents = self.lock();
        if matches!(source, Source::Demo) || contents.on.stored().is_none() {
            let mut chosen = contents.chosen.clone();
            // Whose calendar it is belongs to the calendar: the next one may be somebody else's.
            chosen.me = None;
            let opened = Opened::read(source, &chosen, &self.clock)?;
            contents.chosen = chosen;
            contents.trial = Trial::default();
            contents.on.put_beside(opened);
            return contents.library(&self.clock);
        }
        let stored = contents.on.stored_mut().ok_or(EngineError::NothingOpen)?;
        let summary = self.import(stored, source)?;
        contents.reread()?;
        let mut library = contents.library(&self.clock)?;
        library.imported = Some(summary);
        Ok(library)
    }

    fn import(
        &self,
        stored: &mut StoredLibrary,
        source: Source,
    ) -> Result<ImportSummary, EngineError> {
        let progress = Arc::new(Progress::default());
        self.set_importing(Some(Arc::clone(&progress)));
        let summary = stored.import(source, &self.clock, &progress);
        self.set_importing(None);
        summary
    }

    fn set_importing(&self, progress: Option<Arc<Progress>>) {
        *self
            .importing
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = progress;
    }

    /// Puts away what is open beside the library, such as the demo.
    ///
    /// # Errors
    /// What keeps the library from being read.
    pub fn close(&self) -> Result<Library, EngineError> {
        let mut contents = self.lock();
        contents.trial = Trial::default();
        contents.on.show_library(None);
        contents.reread()?;
        contents.library(&self.clock)
    }

    /// Puts a copy in the library's place.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is no such copy or it cannot be used; then the library is as it was.
    pub fn restore_backup(&self, name: &str) -> Result<Library, EngineError> {
        self.replace_library(|folder, clock| StoredLibrary::restore(folder, name, clock))
    }

    /// Puts the library aside and makes a new one.
    ///
    /// # Errors
    /// [`EngineError::Library`] where that is not possible; then the library is as it was.
    pub fn start_anew(&self) -> Result<Library, EngineError> {
        self.replace_library(StoredLibrary::start_anew)
    }

    /// Deletes everything that is remembered, and starts with an empty library.
    ///
    /// # Errors
    /// [`EngineError::Library`] where something could not be deleted; what is left goes on being used.
    pub fn delete_all_data(&self) -> Result<Library, EngineError> {
        let before = self.subscription_ids();
        let stored = self.lock().on.clear();
        let deleted = stored.map_or(Ok(()), StoredLibrary::delete_all_data);
        if deleted.is_ok() {
            self.lock().chosen = SettingsChange::default();
        }
        self.open_library();
        deleted?;
        self.forget_those_gone(&before)?;
        self.library()
    }

    /// Makes the library what an exported file says. A copy of what was there is made first, and undo brings it back.
    ///
    /// # Errors
    /// [`EngineError::NoExport`] where it cannot be read as one; then nothing is changed.
    pub fn import_library(&self, file: &Path) -> Result<Library, EngineError> {
        let before = self.subscription_ids();
        let library = self.change_library(|stored, clock| {
            let export =
                File::open(file).map_err(|error| EngineError::NoExport(error.to_string()))?;
            stored.back_up(clock)?;
            stored.import_all(BufReader::new(export), clock)
        })?;
        self.forget_those_gone(&before)?;
        Ok(library)
    }
}

fn without_folder(error: &EngineError) -> LibraryTrouble {
    LibraryTrouble {
        kind: TroubleKind::Other,
        message: error.to_string(),
        backups: Vec::new(),
    }
}
