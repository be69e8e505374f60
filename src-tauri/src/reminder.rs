//! Saying outside the window that a week is ready to be reviewed. When that is due the engine knows; only while the program runs.

use std::time::Duration;

use notify_rust::Notification;
use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::Desk;
use weekwise_model::Reminding;

use crate::asking::told;

/// How often it is looked at whether something is due.
const LOOK: Duration = Duration::from_mins(1);

/// Says what is due, again and again, until the program ends.
pub(crate) async fn keep_reminding(app: AppHandle<Wry>) {
    let mut often = tokio::time::interval(LOOK);
    loop {
        often.tick().await;
        let at_work = app.clone();
        let _ = tauri::async_runtime::spawn_blocking(move || say_due(&at_work)).await;
    }
}

/// Like everything else it passes the veil. What cannot be asked now is asked again.
fn say_due(app: &AppHandle<Wry>) {
    let desk = app.state::<Desk>();
    if let Ok(due) = told(desk.remind(), &desk) {
        due.map(|due| due.iter().for_each(show));
    }
}

/// Where nothing shows notifications, nothing is shown: what there is to review stands in the window.
fn show(said: &Reminding) {
    let _ = Notification::new()
        .appname("Weekwise")
        .summary(&said.title)
        .body(&said.text)
        .show();
}
