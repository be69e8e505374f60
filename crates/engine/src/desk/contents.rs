use std::sync::Arc;

use weekwise_model::{Library, LibraryTrouble};

use crate::desk::trial::Trial;
use crate::{Clock, EngineError, Opened, SettingsChange, StoredLibrary, Veil};

/// What lies on the desk.
pub(super) enum OnDesk {
    /// There is no library to be used, or it is not open yet. What is opened is only read.
    ReadOnly(Option<Opened>),
    /// The library, and what was read from it: nothing while it is empty.
    Library(StoredLibrary, Option<Opened>),
    /// Something that is not kept, such as the demo, while the library waits.
    Beside(StoredLibrary, Opened),
}

impl Default for OnDesk {
    fn default() -> Self {
        Self::ReadOnly(None)
    }
}

impl OnDesk {
    pub(super) fn opened(&self) -> Option<&Opened> {
        match self {
            Self::ReadOnly(opened) | Self::Library(_, opened) => opened.as_ref(),
            Self::Beside(_, opened) => Some(opened),
        }
    }

    pub(super) fn opened_mut(&mut self) -> Option<&mut Opened> {
        match self {
            Self::ReadOnly(opened) | Self::Library(_, opened) => opened.as_mut(),
            Self::Beside(_, opened) => Some(opened),
        }
    }

    pub(super) fn stored(&self) -> Option<&StoredLibrary> {
        match self {
            Self::ReadOnly(_) => None,
            Self::Library(stored, _) | Self::Beside(stored, _) => Some(stored),
        }
    }

    pub(super) fn stored_mut(&mut self) -> Option<&mut StoredLibrary> {
        match self {
            Self::ReadOnly(_) => None,
            Self::Library(stored, _) | Self::Beside(stored, _) => Some(stored),
        }
    }

    /// Takes everything away: a library that is replaced must not be open.
    pub(super) fn clear(&mut self) -> Option<StoredLibrary> {
        match std::mem::take(self) {
            Self::ReadOnly(_) => None,
            Self::Library(stored, _) | Self::Beside(stored, _) => Some(stored),
        }
    }

    /// With something opened that is not kept.
    pub(super) fn put_beside(&mut self, opened: Opened) {
        *self = match self.clear() {
            Some(stored) => Self::Beside(stored, opened),
            None => Self::ReadOnly(Some(opened)),
        };
    }

    /// With what was read from the library; what lay beside it is put away. Gives back what was shown before: letting go of
    /// years of events takes its time, and nobody need wait for it.
    #[must_use]
    pub(super) fn show_library(&mut self, read: Option<Opened>) -> Option<Opened> {
        match std::mem::take(self) {
            Self::Library(stored, shown) => {
                *self = Self::Library(stored, read);
                shown
            }
            Self::Beside(stored, shown) => {
                *self = Self::Library(stored, read);
                Some(shown)
            }
            Self::ReadOnly(shown) => shown,
        }
    }
}

/// Everything the desk holds under its lock.
#[derive(Default)]
pub(super) struct Contents {
    pub(super) on: OnDesk,
    /// What keeps the library from being used, or from being read.
    pub(super) trouble: Option<LibraryTrouble>,
    /// What the user chose for what is not remembered.
    pub(super) chosen: SettingsChange,
    /// What is tried out on the demo.
    pub(super) trial: Trial,
    /// Titles and names are exchanged for neutral words in everything the window is told.
    pub(super) hides: bool,
    /// What stands for them, made when it is first needed after something changed.
    pub(super) veil: Option<Arc<Veil>>,
}

impl Contents {
    /// What is open. Whatever changes something ends with this.
    pub(super) fn library(&mut self, clock: &Clock) -> Result<Library, EngineError> {
        self.veil = None;
        let mut library = match &self.on {
            OnDesk::Library(stored, opened) => stored.library(opened.as_ref(), clock)?,
            OnDesk::ReadOnly(Some(opened)) | OnDesk::Beside(_, opened) => Library {
                undo: self.trial.undo(),
                redo: self.trial.redo(),
                ..opened.library(clock)
            },
            OnDesk::ReadOnly(None) => Opened::nothing(&self.chosen, &[]),
        };
        library.trouble.clone_from(&self.trouble);
        library.hides_titles = self.hides;
        Ok(library)
    }

    /// What stands for titles and names; `None` where they are shown.
    pub(super) fn veil(&mut self) -> Option<Arc<Veil>> {
        if !self.hides {
            return None;
        }
        let opened = self.on.opened();
        let make = || Arc::new(opened.map_or_else(Veil::default, Veil::over));
        Some(Arc::clone(self.veil.get_or_insert_with(make)))
    }
}
