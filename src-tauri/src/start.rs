//! What is done at start beside the window, whose frame is painted meanwhile: the library is opened and read, and files that
//! were given are imported once the window listens.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use serde::Deserialize;
use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::Desk;

use crate::asking::told;
use crate::{events, opening};

/// How long painting is waited for: slow machines take more than a second to draw their first frames, and reading beside that makes
/// it several.
const LONGEST: Duration = Duration::from_secs(3);

/// When the first questions of the window are answered.
const LATER: Duration = Duration::from_secs(2);

/// The files given at start, until the window listens.
pub(crate) struct GivenFiles(Mutex<Vec<PathBuf>>);

impl GivenFiles {
    pub(crate) fn new(files: Vec<PathBuf>) -> Self {
        Self(Mutex::new(files))
    }

    fn take(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What can be painted for the first time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Part {
    /// What screens stand in.
    Frame,
    /// A week.
    Week,
    /// How far files are read.
    Reading,
}

/// What was painted so far. Reading years of calendars takes all of the machine: what can be painted before is painted first.
#[derive(Default)]
pub(crate) struct Painted {
    parts: Mutex<HashSet<Part>>,
    more: Condvar,
}

impl Painted {
    fn note(&self, part: Part) {
        let mut parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        parts.insert(part);
        self.more.notify_all();
    }

    /// Waits until a part is painted, but no longer than is good for whoever waits for the rest: a window that is hidden
    /// paints nothing.
    fn wait_for(&self, part: Part) {
        let parts = self.parts.lock().unwrap_or_else(PoisonError::into_inner);
        let is_missing = |parts: &mut HashSet<Part>| !parts.contains(&part);
        drop(self.more.wait_timeout_while(parts, LONGEST, is_missing));
    }
}

/// Says that something is on the screen for the first time.
#[tauri::command]
pub(crate) async fn painted(app: AppHandle<Wry>, part: Part) {
    app.state::<Painted>().note(part);
}

/// Opens and reads the library. A window that was told what it showed last is told what is so.
pub(crate) fn open_library(app: AppHandle<Wry>) {
    // Before the window can ask anything.
    app.state::<Desk>().expect_library();
    tauri::async_runtime::spawn_blocking(move || {
        let desk = app.state::<Desk>();
        let painted_first = |is_known: bool| {
            let first = if is_known { Part::Week } else { Part::Frame };
            app.state::<Painted>().wait_for(first);
        };
        if !desk.open_library(painted_first) {
            // The window's own questions come first.
            thread::sleep(LATER);
            desk.keep_shown(Duration::from_mins(1));
        } else if let Ok(library) = told(desk.library(), &desk) {
            events::changed(&app, library);
        }
    });
}

/// Says that the window listens. The names of the files that were given at start, which are imported from now on: what became
/// of them is told as of files that were dropped.
#[tauri::command]
pub(crate) async fn begin(app: AppHandle<Wry>) -> Vec<String> {
    let files = app.state::<GivenFiles>().take();
    if files.is_empty() {
        return Vec::new();
    }
    let names = opening::names(&app, &files).await;
    tauri::async_runtime::spawn(async move {
        let waiting = app.clone();
        let painted = move || waiting.state::<Painted>().wait_for(Part::Reading);
        // Whatever became of the waiting, the files are read.
        let _ = tauri::async_runtime::spawn_blocking(painted).await;
        let result = opening::open_quietly(&app, files).await;
        events::opened(&app, result);
    });
    names
}
