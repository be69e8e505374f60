//! One window for one library: a second start hands its files to the first and ends.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};

use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager as _, Wry};
use weekwise_cli::Arguments;

use crate::{events, opening};

/// Finds out whether there is a window for this library already. `asked` is the folder that was asked for; another folder
/// is another library and has a window of its own.
pub(crate) fn plugin(identifier: &str, asked: Option<&Path>) -> TauriPlugin<Wry> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(name(identifier, asked))
        .callback(|app, arguments, folder| {
            show(app);
            let files = files(arguments, Path::new(&folder));
            if !files.is_empty() {
                open(app, files);
            }
        })
        .build()
}

/// Imports files as if they had been dropped onto the window.
pub(crate) fn open(app: &AppHandle<Wry>, files: Vec<PathBuf>) {
    let app = app.clone();
    tauri::async_runtime::spawn(async move {
        let result = opening::open(&app, files).await;
        events::opened(&app, result);
    });
}

/// Puts the window before the others. A system that does not let it has its reasons.
fn show(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// The files of a command line that was given in another folder.
fn files(arguments: Vec<String>, folder: &Path) -> Vec<PathBuf> {
    Arguments::read(arguments)
        .map(|arguments| arguments.files)
        .unwrap_or_default()
        .into_iter()
        .map(|file| folder.join(file))
        .collect()
}

/// The name the first window is known by.
fn name(identifier: &str, asked: Option<&Path>) -> String {
    match asked {
        None => identifier.to_owned(),
        Some(folder) => {
            let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
            // Both starts are the same program, so that its hasher need not be the same for ever.
            let mut hasher = DefaultHasher::new();
            folder.hash(&mut hasher);
            format!("{identifier}.of{:016x}", hasher.finish())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_looked_for_where_the_second_start_was() {
        let arguments = ["weekwise", "work.ics", "/else/where.ics"].map(str::to_owned);
        let found = files(arguments.to_vec(), Path::new("/here"));
        assert_eq!(
            found,
            [Path::new("/here/work.ics"), Path::new("/else/where.ics")]
        );
        let command = ["weekwise", "report"].map(str::to_owned);
        assert!(files(command.to_vec(), Path::new("/here")).is_empty());
    }

    #[test]
    fn another_library_is_another_name() {
        let id = "app.weekwise.desktop";
        assert_eq!(name(id, None), id);
        let (a, b) = (
            name(id, Some(Path::new("/a"))),
            name(id, Some(Path::new("/b"))),
        );
        assert_ne!(a, b);
    }
}
