use std::path::{Path, PathBuf};

use tauri::{AppHandle, Manager as _, Wry};
use tauri_plugin_dialog::{DialogExt as _, FilePath, MessageDialogButtons};
use tokio::sync::oneshot;
use weekwise_model::FileName;

/// Lets the user choose calendar files; `None` when they change their mind.
pub(crate) async fn choose(app: &AppHandle<Wry>) -> Option<Vec<PathBuf>> {
    let (send, receive) = oneshot::channel::<Option<Vec<FilePath>>>();
    app.dialog()
        .file()
        .set_title("Import calendars")
        .add_filter("Calendars", &["ics", "ical", "ifb", "zip"])
        .add_filter("All files", &["*"])
        .pick_files(move |chosen| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = send.send(chosen);
        });
    let chosen: Vec<FilePath> = receive.await.ok().flatten()?;
    Some(
        chosen
            .into_iter()
            .filter_map(|path| path.into_path().ok())
            .collect(),
    )
}

/// Lets the user choose a library that was exported; `None` when they change their mind.
pub(crate) async fn choose_export(app: &AppHandle<Wry>) -> Option<PathBuf> {
    let (send, receive) = oneshot::channel::<Option<FilePath>>();
    app.dialog()
        .file()
        .set_title("Restore an exported library")
        .add_filter("Exported libraries", &["json"])
        .pick_file(move |chosen| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = send.send(chosen);
        });
    receive.await.ok().flatten()?.into_path().ok()
}

/// Lets the user choose a folder; `None` when they change their mind.
pub(crate) async fn choose_folder(app: &AppHandle<Wry>) -> Option<PathBuf> {
    let (send, receive) = oneshot::channel::<Option<FilePath>>();
    app.dialog()
        .file()
        .set_title("Where notes of reviews are written")
        .pick_folder(move |chosen| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = send.send(chosen);
        });
    receive.await.ok().flatten()?.into_path().ok()
}

/// Lets the user say where something is saved; `None` when they change their mind.
pub(crate) async fn save(app: &AppHandle<Wry>, title: &str, name: &str) -> Option<PathBuf> {
    let (send, receive) = oneshot::channel::<Option<FilePath>>();
    app.dialog()
        .file()
        .set_title(title)
        .set_file_name(name)
        .save_file(move |chosen| {
            // The window may be gone by now; then nobody waits for the answer.
            let _ = send.send(chosen);
        });
    receive.await.ok().flatten()?.into_path().ok()
}

/// Asks whether calendars are to be fetched from a host. A window that is gone says no.
pub(crate) async fn confirm_subscription(app: &AppHandle<Wry>, host: &str) -> bool {
    let (send, receive) = oneshot::channel();
    let question = format!(
        "Fetch a calendar from {host}?\n\nWeekwise then asks this server now, and again from time to time while it is open. \
         It sends nothing but the address you gave."
    );
    let dialog = app
        .dialog()
        .message(question)
        .title("Subscribe to a calendar")
        .buttons(MessageDialogButtons::OkCancelCustom(
            "Subscribe".to_owned(),
            "Cancel".to_owned(),
        ));
    let dialog = match app.get_webview_window("main") {
        Some(window) => dialog.parent(&window),
        None => dialog,
    };
    dialog.show(move |agreed| {
        // The window may be gone by now; then nobody waits for the answer.
        let _ = send.send(agreed);
    });
    receive.await.unwrap_or(false)
}

/// What the window hears of a file: never where it lies.
pub(crate) fn name_of(file: &Path) -> FileName {
    let name = file.file_name().unwrap_or(file.as_os_str());
    FileName(name.to_string_lossy().into_owned())
}
