//! While a library is being opened: whoever asks waits, but for what was shown of it last.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::desk::last_shown::LastShown;

/// How far the opening is.
#[derive(Debug, Default, Clone)]
enum Stage {
    /// Nothing is being opened.
    #[default]
    Over,
    /// The library is looked at; nothing is known of it yet.
    Opening,
    /// It is being read. What was shown of it last is still true of it, where something was kept.
    Reading(Option<Arc<LastShown>>),
}

/// Says how far the opening of a library is, and lets others wait for it.
#[derive(Debug, Default)]
pub(super) struct Opening {
    stage: Mutex<Stage>,
    moved: Condvar,
}

impl Opening {
    /// From now on whoever asks waits.
    pub(super) fn begin(&self) {
        self.move_to(Stage::Opening);
    }

    /// The library could be opened, and is read next.
    pub(super) fn reading(&self, last: Option<LastShown>) {
        self.move_to(Stage::Reading(last.map(Arc::new)));
    }

    /// Ends the opening when it is dropped, however that comes about.
    pub(super) fn to_its_end(&self) -> ToItsEnd<'_> {
        ToItsEnd(self)
    }

    /// Waits until nothing is being opened.
    pub(super) fn wait(&self) {
        drop(self.wait_while(|stage| !matches!(stage, Stage::Over)));
    }

    /// Waits until something is known of the library.
    pub(super) fn wait_until_known(&self) {
        drop(self.wait_while(|stage| matches!(stage, Stage::Opening)));
    }

    /// What was shown of the library that is being read; `None` where nothing was kept, or nothing is being read.
    pub(super) fn last_shown(&self) -> Option<Arc<LastShown>> {
        match &*self.wait_while(|stage| matches!(stage, Stage::Opening)) {
            Stage::Reading(last) => last.clone(),
            Stage::Over | Stage::Opening => None,
        }
    }

    /// Whether somebody may have been told what was shown last.
    pub(super) fn knows_last_shown(&self) -> bool {
        matches!(&*self.stage(), Stage::Reading(Some(_)))
    }

    fn wait_while(&self, condition: impl Fn(&Stage) -> bool) -> MutexGuard<'_, Stage> {
        self.moved
            .wait_while(self.stage(), |stage| condition(stage))
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn move_to(&self, stage: Stage) {
        *self.stage() = stage;
        self.moved.notify_all();
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An opening that is going on.
pub(super) struct ToItsEnd<'o>(&'o Opening);

impl Drop for ToItsEnd<'_> {
    fn drop(&mut self) {
        self.0.move_to(Stage::Over);
    }
}
