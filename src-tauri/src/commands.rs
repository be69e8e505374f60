//! What the window may ask: one thin command a use case.

use serde::Deserialize;
use tauri::{AppHandle, Wry};
use weekwise_engine::{SettingsChange, Source};
use weekwise_model::{CalendarId, IsoWeek, Library, WeekView};

use crate::asking::asked;
use crate::failure::Failure;
use crate::state::Desk;
use crate::{dialog, opening};

/// Settings the window wants different; what is absent stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Change {
    me: Option<Vec<String>>,
    zone: Option<String>,
    hours: Option<String>,
    profile: Option<String>,
    count_tentative: Option<bool>,
}

/// What is open.
#[tauri::command]
pub(crate) async fn library(app: AppHandle<Wry>) -> Result<Library, Failure> {
    asked(app, Desk::library).await
}

/// Opens the demo calendar.
#[tauri::command]
pub(crate) async fn open_demo(app: AppHandle<Wry>) -> Result<Library, Failure> {
    opening::open_source(&app, Source::Demo).await
}

/// Shows the open dialog and opens what was chosen; `None` when nothing was.
#[tauri::command]
pub(crate) async fn choose_files(app: AppHandle<Wry>) -> Result<Option<Library>, Failure> {
    match dialog::choose(&app).await {
        Some(paths) if !paths.is_empty() => opening::open(&app, paths).await.map(Some),
        _ => Ok(None),
    }
}

/// Puts away the demo; the library is open again.
#[tauri::command]
pub(crate) async fn close_library(app: AppHandle<Wry>) -> Result<Library, Failure> {
    asked(app, |desk| Ok(desk.close()?)).await
}

/// One week; without a name, this one or the nearest with events. `calendars`: of these only.
#[tauri::command]
pub(crate) async fn week(
    app: AppHandle<Wry>,
    week: Option<IsoWeek>,
    calendars: Option<Vec<CalendarId>>,
) -> Result<WeekView, Failure> {
    let calendars = calendars.unwrap_or_default();
    asked(app, move |desk| Ok(desk.week(week, &calendars)?)).await
}

/// Changes settings.
#[tauri::command]
pub(crate) async fn change_settings(
    app: AppHandle<Wry>,
    change: Change,
) -> Result<Library, Failure> {
    let Change {
        me,
        zone,
        hours,
        profile,
        count_tentative,
    } = change;
    let change = SettingsChange {
        me,
        zone,
        hours,
        profile,
        count_tentative,
    };
    asked(app, move |desk| Ok(desk.change_settings(&change)?)).await
}
