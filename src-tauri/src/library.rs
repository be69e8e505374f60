//! What the window may ask of the library: one thin command a use case.

use std::path::Path;

use serde::Deserialize;
use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::{Desk, EngineError, StoredLibrary, write_whole};
use weekwise_model::{
    Backup, CalendarSettings, FileName, Library, Marks, SearchHits, SnapshotChanges, SourcesView,
};

use crate::asking::{Answer, asked, asked_of_opened};
use crate::dialog;

/// What an export holds.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ExportFormat {
    /// Everything.
    Json,
    /// The calendars as they were imported.
    Ics,
}

/// Calendars, imports, history, copies.
#[tauri::command]
pub(crate) async fn sources(app: AppHandle<Wry>) -> Answer<SourcesView> {
    asked(app, Desk::sources).await
}

/// Sets what the user can set on a calendar.
#[tauri::command]
pub(crate) async fn set_calendar(
    app: AppHandle<Wry>,
    key: i64,
    settings: CalendarSettings,
) -> Answer<Library> {
    asked(app, move |desk| desk.set_calendar(key, &settings)).await
}

/// Removes a calendar.
#[tauri::command]
pub(crate) async fn remove_calendar(app: AppHandle<Wry>, key: i64) -> Answer<Library> {
    asked(app, move |desk| desk.remove_calendar(key)).await
}

/// Makes one calendar of two that are the same.
#[tauri::command]
pub(crate) async fn join_calendars(app: AppHandle<Wry>, key: i64, into: i64) -> Answer<Library> {
    asked(app, move |desk| desk.join_calendars(key, into)).await
}

/// Makes another import of a calendar the one that holds.
#[tauri::command]
pub(crate) async fn use_snapshot(app: AppHandle<Wry>, key: i64, snapshot: i64) -> Answer<Library> {
    asked(app, move |desk| desk.use_snapshot(key, snapshot)).await
}

/// What is different in a later import.
#[tauri::command]
pub(crate) async fn compare_snapshots(
    app: AppHandle<Wry>,
    earlier: i64,
    later: i64,
) -> Answer<SnapshotChanges> {
    asked(app, move |desk| {
        desk.ask_library(|stored, _| stored.compare_snapshots(earlier, later))
    })
    .await
}

/// Takes back the last change.
#[tauri::command]
pub(crate) async fn undo(app: AppHandle<Wry>) -> Answer<Library> {
    asked(app, Desk::undo).await
}

/// Does again what was taken back last.
#[tauri::command]
pub(crate) async fn redo(app: AppHandle<Wry>) -> Answer<Library> {
    asked(app, Desk::redo).await
}

/// What the user noted beside the calendars.
#[tauri::command]
pub(crate) async fn marks(app: AppHandle<Wry>) -> Answer<Marks> {
    asked_of_opened(app, |it, _| Ok(it.said().marks.clone())).await
}

/// Remembers what the user notes.
#[tauri::command]
pub(crate) async fn set_marks(app: AppHandle<Wry>, marks: Marks) -> Answer<Library> {
    asked(app, move |desk| desk.set_marks(&marks)).await
}

/// The events in whose texts every word occurs.
#[tauri::command]
pub(crate) async fn search(app: AppHandle<Wry>, text: String) -> Answer<SearchHits> {
    asked(app, move |desk| desk.search(&text)).await
}

/// Stops the import that is going on.
#[tauri::command]
pub(crate) async fn cancel_import(app: AppHandle<Wry>) -> Answer<()> {
    // Here and now: the import holds what every other question waits for.
    app.state::<Desk>().cancel_import();
    asked(app, |_| Ok(())).await
}

/// Copies the library.
#[tauri::command]
pub(crate) async fn back_up(app: AppHandle<Wry>) -> Answer<Backup> {
    asked(app, Desk::back_up).await
}

/// Puts a copy in the library's place.
#[tauri::command]
pub(crate) async fn restore_backup(app: AppHandle<Wry>, name: String) -> Answer<Library> {
    asked(app, move |desk| desk.restore_backup(&name)).await
}

/// Puts the library aside and makes a new one.
#[tauri::command]
pub(crate) async fn start_anew(app: AppHandle<Wry>) -> Answer<Library> {
    asked(app, Desk::start_anew).await
}

/// Deletes everything that is remembered.
#[tauri::command]
pub(crate) async fn delete_all_data(app: AppHandle<Wry>) -> Answer<Library> {
    asked(app, Desk::delete_all_data).await
}

/// Shows the save dialog and writes the library to what was chosen; says the file's name, `None` when nothing was chosen.
#[tauri::command]
pub(crate) async fn export_library(
    app: AppHandle<Wry>,
    format: ExportFormat,
) -> Answer<Option<FileName>> {
    let name = match format {
        ExportFormat::Json => "weekwise.json",
        ExportFormat::Ics => "weekwise.ics",
    };
    let Some(file) = dialog::save(&app, "Export the library", name).await else {
        return asked(app, |_| Ok(None)).await;
    };
    asked(app, move |desk| {
        desk.ask_library(|stored, _| write(stored, format, &file))?;
        Ok(Some(dialog::name_of(&file)))
    })
    .await
}

/// Lets the user choose an exported library and makes the library what it says; as it was when nothing was chosen. A copy
/// of what was there is made first, and undo brings it back.
#[tauri::command]
pub(crate) async fn import_library(app: AppHandle<Wry>) -> Answer<Library> {
    let chosen = dialog::choose_export(&app).await;
    asked(app, move |desk| match chosen {
        Some(file) => desk.import_library(&file),
        None => desk.library(),
    })
    .await
}

fn write(stored: &StoredLibrary, format: ExportFormat, file: &Path) -> Result<(), EngineError> {
    write_whole(file, |out| match format {
        ExportFormat::Json => stored.export_all(out),
        ExportFormat::Ics => stored.export_calendars(out),
    })
}
