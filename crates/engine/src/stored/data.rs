//! Copies of the library, and getting rid of it.

use std::path::Path;

use weekwise_model::{Backup, LibraryTrouble, TroubleKind};
use weekwise_store::{Store, StoreError};

use crate::stored::{BACKUP_DAYS, StoredLibrary};
use crate::{Clock, EngineError};

impl StoredLibrary {
    /// Copies the library into its folder `backups`, and says which file that is.
    pub fn back_up(&self, clock: &Clock) -> Result<Backup, EngineError> {
        let file = self.store.back_up(clock.now())?;
        Ok(backup(&file))
    }

    /// The copies there are, newest first.
    pub fn backups(&self) -> Vec<Backup> {
        self.store
            .backups()
            .iter()
            .map(|file| backup(file))
            .collect()
    }

    /// The copies of what is or was the library in this folder, newest first. Only looks.
    pub fn backups_in(folder: &Path) -> Vec<Backup> {
        let found = weekwise_store::backups_in(folder);
        found.iter().map(|file| backup(file)).collect()
    }

    /// Copies the library where the last copy is older than a week. A disk that is too full for a copy is no reason not to
    /// open the library.
    pub(super) fn back_up_now_and_then(&self, clock: &Clock) {
        let age = self
            .store
            .backups()
            .first()
            .and_then(|file| file.metadata().ok()?.modified().ok())
            .map(|at| clock.now() - chrono::DateTime::<chrono::Utc>::from(at));
        let is_empty = self
            .store
            .calendars()
            .map_or(true, |found| found.is_empty());
        if !is_empty && age.is_none_or(|age| age.num_days() >= BACKUP_DAYS) {
            let _ = self.store.back_up(clock.now());
        }
    }

    /// Puts a copy in the library's place, and opens it. What was there is put aside.
    ///
    /// # Errors
    /// [`EngineError::Library`] where there is no such copy, or the library is open elsewhere.
    pub fn restore(folder: &Path, name: &str, clock: &Clock) -> Result<Self, EngineError> {
        // A name, not a path: what is asked for lies in the folder of copies.
        let name = Path::new(name)
            .file_name()
            .ok_or(EngineError::Library(StoreError::NoSuch("backup")))?;
        let file = folder.join("backups").join(name);
        let (store, _) = weekwise_store::restore(folder, &file, clock.now())?;
        Ok(Self::in_folder(store, folder))
    }

    /// Puts aside what is in the library's place, and makes a new one.
    pub fn start_anew(folder: &Path, clock: &Clock) -> Result<Self, EngineError> {
        let (store, _) = weekwise_store::start_anew(folder, clock.now())?;
        Ok(Self::in_folder(store, folder))
    }

    /// Deletes the library and everything that was kept with it. This cannot be undone.
    pub fn delete_all_data(self) -> Result<(), EngineError> {
        let Self { store, folder } = self;
        drop(store);
        Ok(weekwise_store::delete_all_data(&folder)?)
    }

    /// Whether the error is one of a library that cannot be read, and there is a copy to put in its place.
    pub fn can_be_replaced_by_a_backup(folder: &Path, error: &EngineError) -> bool {
        let trouble = Self::trouble(folder, error);
        let unreadable = [
            TroubleKind::Newer,
            TroubleKind::Damaged,
            TroubleKind::NotALibrary,
        ];
        unreadable.contains(&trouble.kind) && !trouble.backups.is_empty()
    }

    /// What keeps the library in this folder from being used, as the window tells it.
    pub fn trouble(folder: &Path, error: &EngineError) -> LibraryTrouble {
        let kind = match error {
            EngineError::Library(error) => match error {
                StoreError::NotALibrary { .. } => TroubleKind::NotALibrary,
                StoreError::NewerVersion { .. } => TroubleKind::Newer,
                StoreError::Damaged { .. } | StoreError::Unreadable(_) => TroubleKind::Damaged,
                StoreError::ReadOnly => TroubleKind::ReadOnly,
                StoreError::DiskFull => TroubleKind::DiskFull,
                StoreError::Locked | StoreError::InUse => TroubleKind::InUse,
                _ => TroubleKind::Other,
            },
            _ => TroubleKind::Other,
        };
        LibraryTrouble {
            kind,
            message: error.to_string(),
            backups: Self::backups_in(folder),
        }
    }

    pub(super) fn in_folder(store: Store, folder: &Path) -> Self {
        Self {
            store,
            folder: folder.to_owned(),
        }
    }
}

fn backup(file: &Path) -> Backup {
    Backup {
        name: file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        bytes: file.metadata().map_or(0, |about| about.len()),
    }
}
