use std::path::{Path, PathBuf};

use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::{DialogExt as _, FilePath};
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

/// What the window hears of a file: never where it lies.
pub(crate) fn name_of(file: &Path) -> FileName {
    let name = file.file_name().unwrap_or(file.as_os_str());
    FileName(name.to_string_lossy().into_owned())
}
