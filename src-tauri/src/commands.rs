//! What the window may ask: one thin command a use case.

use tauri::{AppHandle, Wry};
use weekwise_engine::{Desk, SettingsChange, Source, Told};
use weekwise_model::{CalendarId, IsoWeek, Library, WeekView};

use crate::asking::{Answer, asked, asked_at_once};
use crate::failure::Failure;
use crate::{dialog, opening};

/// What is open.
#[tauri::command]
pub(crate) async fn library(app: AppHandle<Wry>) -> Result<Told<Library>, Failure> {
    asked_at_once(app, Desk::told_library).await
}

/// Opens the demo calendar.
#[tauri::command]
pub(crate) async fn open_demo(app: AppHandle<Wry>) -> Answer<Library> {
    opening::open_source(&app, Source::Demo).await
}

/// Shows the open dialog and opens what was chosen; `None` when nothing was.
#[tauri::command]
pub(crate) async fn choose_files(app: AppHandle<Wry>) -> Answer<Option<Library>> {
    match dialog::choose(&app).await {
        Some(paths) if !paths.is_empty() => opening::open(&app, paths)
            .await
            .map(|library| library.map(Some)),
        _ => asked(app, |_| Ok(None)).await,
    }
}

/// Puts away the demo; the library is open again.
#[tauri::command]
pub(crate) async fn close_library(app: AppHandle<Wry>) -> Answer<Library> {
    asked(app, Desk::close).await
}

/// One week; without a name, this one or the nearest with events. `calendars`: of these only.
#[tauri::command]
pub(crate) async fn week(
    app: AppHandle<Wry>,
    week: Option<IsoWeek>,
    calendars: Option<Vec<CalendarId>>,
) -> Result<Told<WeekView>, Failure> {
    let calendars = calendars.unwrap_or_default();
    asked_at_once(app, move |desk| desk.told_week(week, &calendars)).await
}

/// Changes settings.
#[tauri::command]
pub(crate) async fn change_settings(
    app: AppHandle<Wry>,
    change: SettingsChange,
) -> Answer<Library> {
    asked(app, move |desk| desk.change_settings(&change)).await
}
