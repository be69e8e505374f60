//! What the user chooses beside the plain settings: profiles, days off, stays in other zones, and whether titles are shown.

use chrono::NaiveDate;
use tauri::{AppHandle, Wry};
use weekwise_model::{DaysOff, IntroductionAnswer, Library, Profile, Stay};

use crate::asking::{Answer, asked};

/// Keeps a profile of the user's; a new one where it has no id.
#[tauri::command]
pub(crate) async fn save_profile(app: AppHandle<Wry>, profile: Profile) -> Answer<Library> {
    asked(app, |desk| desk.save_profile(profile)).await
}

/// Removes a profile of the user's.
#[tauri::command]
pub(crate) async fn remove_profile(app: AppHandle<Wry>, id: String) -> Answer<Library> {
    asked(app, move |desk| desk.remove_profile(&id)).await
}

/// Marks days as off, or as working days again.
#[tauri::command]
pub(crate) async fn set_days_off(app: AppHandle<Wry>, change: DaysOff) -> Answer<Library> {
    asked(app, move |desk| desk.set_days_off(&change)).await
}

/// Notes a stay in another zone.
#[tauri::command]
pub(crate) async fn add_stay(app: AppHandle<Wry>, stay: Stay) -> Answer<Library> {
    asked(app, move |desk| desk.add_stay(&stay)).await
}

/// Takes back the stay that begins on a day.
#[tauri::command]
pub(crate) async fn remove_stay(app: AppHandle<Wry>, first: NaiveDate) -> Answer<Library> {
    asked(app, move |desk| desk.remove_stay(first)).await
}

/// Confirms the card that asks once who and when.
#[tauri::command]
pub(crate) async fn confirm_introduction(
    app: AppHandle<Wry>,
    answer: IntroductionAnswer,
) -> Answer<Library> {
    asked(app, move |desk| desk.confirm_introduction(&answer)).await
}

/// Exchanges titles, names and places for neutral words in everything the window is told, or shows them again.
#[tauri::command]
pub(crate) async fn hide_titles(app: AppHandle<Wry>, hide: bool) -> Answer<Library> {
    asked(app, move |desk| desk.hide_titles(hide)).await
}
