//! Opening: the library, calendars, copies of the library.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use weekwise_model::{ImportSummary, Library, LibraryTrouble, TroubleKind};

use crate::desk::Desk;
use crate::desk::contents::OnDesk;
use crate::desk::last_shown::LastShown;
use crate::desk::trial::Trial;
use crate::{Clock, EngineError, Opened, Progress, SettingsChange, Source, StoredLibrary};

impl Desk {
    /// From now on whoever asks waits for [`open_library`](Self::open_library), which is called on a thread of its own.
    pub fn expect_library(&self) {
        self.opening.begin();
    }

    /// Opens the library and reads it. Where it cannot be used, what was found is kept, to be told. Says whether a window may
    /// have been told what was shown last, and has to ask again.
    ///
    /// In between `before_reading` is called, with whether there is something that was shown last: reading takes all of the
    /// machine, and a window may want to paint first.
    pub fn open_library(&self, before_reading: impl FnOnce(bool)) -> bool {
        let _end = self.opening.to_its_end();
        let _alone = self.alone_now();
        self.opening.begin();
        self.use_library(before_reading);
        self.opening.knows_last_shown()
    }

    /// Opens the library, for whoever is alone and has others wait.
    fn use_library(&self, before_reading: impl FnOnce(bool)) {
        if let Err(error) = self.put_in_place(StoredLibrary::open, before_reading) {
            self.lock_now().trouble = Some(match self.folder() {
                Ok(folder) => StoredLibrary::trouble(folder, &error),
                Err(error) => without_folder(&error),
            });
        }
    }

    /// Opens a library in one way or another; what was open is closed first. What it holds is shown.
    fn put_in_place(
        &self,
        open: impl FnOnce(&Path, &Clock) -> Result<StoredLibrary, EngineError>,
        before_reading: impl FnOnce(bool),
    ) -> Result<(), EngineError> {
        drop(self.lock_now().on.clear());
        let folder = self.folder()?;
        let stored = open(folder, &self.clock)?;
        // What cannot be read must not be shown to the wrong people.
        self.lock_now().hides = stored.hides_titles().unwrap_or(true);
        self.opening.reading(LastShown::of(&stored, &self.clock));
        before_reading(self.opening.knows_last_shown());
        let read = stored.read_all();
        let mut contents = self.lock_now();
        contents.trouble = None;
        let opened = read.unwrap_or_else(|error| {
            contents.trouble = Some(StoredLibrary::trouble(folder, &error));
            None
        });
        contents.on = OnDesk::Library(stored, opened);
        Ok(())
    }

    /// Replaces the library. Where that fails, the one there is goes on being used.
    fn replace_library(
        &self,
        replace: impl FnOnce(&Path, &Clock) -> Result<StoredLibrary, EngineError>,
    ) -> Result<Library, EngineError> {
        let before = self.subscription_ids();
        self.with_library_closed(|| {
            let replaced = self.put_in_place(replace, |_| {});
            if let Err(error) = &replaced {
                // Where there is none any more, none is made: what was put aside is the user's.
                let folder = self.folder()?;
                if StoredLibrary::is_in(folder) {
                    self.use_library(|_| {});
                } else {
                    self.lock_now().trouble = Some(StoredLibrary::trouble(folder, error));
                }
            }
            replaced
        })?;
        self.forget_those_gone(&before)?;
        self.library()
    }

    /// Does something with the library as a whole, which must not be open meanwhile: whoever asks waits.
    fn with_library_closed<T>(&self, work: impl FnOnce() -> T) -> T {
        let _alone = self.alone();
        let _end = self.opening.to_its_end();
        self.opening.begin();
        work()
    }

    /// The library once more, for long work beside the questions that are asked.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is none, [`EngineError::Library`] where it can only be read.
    pub(super) fn library_again(&self) -> Result<StoredLibrary, EngineError> {
        let contents = self.lock_now();
        contents
            .on
            .stored()
            .ok_or(EngineError::NothingOpen)?
            .again()
    }

    /// Shows what was read of the library anew, for whoever is alone.
    pub(super) fn show_library(&self, read: Option<Opened>) {
        let before = self.lock_now().on.show_library(read);
        drop(before);
    }

    /// Reads the library again where it is what is shown: what lies beside it stays. For whoever is alone.
    ///
    /// # Errors
    /// What keeps it from being read; then what was shown stays.
    pub(super) fn reread_where_shown(&self, library: &StoredLibrary) -> Result<(), EngineError> {
        if matches!(self.lock_now().on, OnDesk::Library(..)) {
            self.show_library(library.read_all()?);
        }
        Ok(())
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
        let _alone = self.alone();
        if matches!(source, Source::Demo) || self.lock_now().on.stored().is_none() {
            return self.open_beside(source);
        }
        let mut library = self.library_again()?;
        let summary = self.import(&mut library, source)?;
        self.show_library(library.read_all()?);
        self.follow_asks()?;
        let mut library = self.lock_now().library(&self.clock)?;
        library.imported = Some(summary);
        Ok(library)
    }

    /// Opens something that is not kept.
    fn open_beside(&self, source: Source) -> Result<Library, EngineError> {
        let mut chosen = self.lock_now().chosen.clone();
        // Whose calendar it is belongs to the calendar: the next one may be somebody else's.
        chosen.me = None;
        let opened = Opened::read(source, &chosen, &self.clock)?;
        let mut contents = self.lock_now();
        contents.chosen = chosen;
        contents.trial = Trial::default();
        contents.on.put_beside(opened);
        contents.library(&self.clock)
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
        let _alone = self.alone();
        let read = match self.library_again() {
            Ok(library) => library.read_all(),
            // It can only be read: then it is read here, and whoever asks waits.
            Err(_) => match self.lock_now().on.stored() {
                Some(stored) => stored.read_all(),
                None => Ok(None),
            },
        };
        let (read, failure) = match read {
            Ok(read) => (read, None),
            Err(error) => (None, Some(error)),
        };
        self.lock_now().trial = Trial::default();
        self.show_library(read);
        match failure {
            Some(error) => Err(error),
            None => self.lock_now().library(&self.clock),
        }
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
        let deleted = self.with_library_closed(|| {
            let stored = self.lock_now().on.clear();
            let deleted = stored.map_or(Ok(()), StoredLibrary::delete_all_data);
            if deleted.is_ok() {
                self.lock_now().chosen = SettingsChange::default();
            }
            self.use_library(|_| {});
            deleted
        });
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
