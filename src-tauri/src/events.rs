//! What Rust tells the window without being asked.

use serde::Serialize;
use tauri::{AppHandle, Emitter as _, Wry};
use weekwise_engine::Shown;
use weekwise_model::Library;

use crate::asking::Answer;

/// Something is being dragged over the window.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case", tag = "phase")]
pub(crate) enum Drag {
    /// It hovers.
    Over,
    /// It went away again.
    Leave,
    /// It was let go.
    #[serde(rename = "drop")]
    Released,
}

#[derive(Debug, Clone, Serialize)]
struct Opening {
    files: Vec<String>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Progress {
    /// Bytes read.
    pub(crate) read: u64,
    /// Bytes there are.
    pub(crate) total: u64,
}

/// How far asking a model is.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct AskingModel {
    /// Questions that are through.
    pub(crate) through: usize,
    /// Questions there are.
    pub(crate) of: usize,
}

/// A window that closes while it is told something is no failure, so nobody is told of it.
fn tell(app: &AppHandle<Wry>, name: &str, payload: impl Serialize + Clone) {
    let _ = app.emit_to("main", name, payload);
}

/// Says what is dragged.
pub(crate) fn drag(app: &AppHandle<Wry>, phase: Drag) {
    tell(app, "drop", phase);
}

/// Says that an import started.
pub(crate) fn opening(app: &AppHandle<Wry>, files: Vec<String>) {
    tell(app, "opening", Opening { files });
}

/// Says how far an import is.
pub(crate) fn progress(app: &AppHandle<Wry>, progress: Progress) {
    tell(app, "progress", progress);
}

/// Says how far asking a model is.
pub(crate) fn asking_model(app: &AppHandle<Wry>, asking: AskingModel) {
    tell(app, "asking_model", asking);
}

/// Says that the library is another although nobody asked for it.
pub(crate) fn changed(app: &AppHandle<Wry>, library: Shown<Library>) {
    tell(app, "changed", library);
}

/// Says what an import brought.
pub(crate) fn opened(app: &AppHandle<Wry>, result: Answer<Library>) {
    match result {
        Ok(library) => tell(app, "opened", library),
        Err(failure) => tell(app, "failed", failure),
    }
}
