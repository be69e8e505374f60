//! What is done at start beside the window, whose frame is painted meanwhile: the library is opened and read, and files that
//! were given are imported once the window listens.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::Desk;

use crate::asking::told;
use crate::{events, opening};

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

/// Opens and reads the library. A window that was told what it showed last is told what is so.
pub(crate) fn open_library(app: AppHandle<Wry>) {
    // Before the window can ask anything.
    app.state::<Desk>().expect_library();
    tauri::async_runtime::spawn_blocking(move || {
        let desk = app.state::<Desk>();
        if !desk.open_library() {
            // The window's own questions come first.
            thread::sleep(LATER);
            desk.keep_shown(Duration::from_secs(60));
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
        let result = opening::open_quietly(&app, files).await;
        events::opened(&app, result);
    });
    names
}
