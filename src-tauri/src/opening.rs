use std::path::{Path, PathBuf};
use std::time::Duration;

use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::{Desk, EngineError, Source};
use weekwise_model::Library;

use crate::asking::{Answer, told};
use crate::events;

/// How often the window hears how far an import is.
const OFTEN: Duration = Duration::from_millis(100);

/// Reads files without holding up the window, and tells it when that starts.
pub(crate) async fn open(app: &AppHandle<Wry>, paths: Vec<PathBuf>) -> Answer<Library> {
    let names = names(app, &paths).await;
    events::opening(app, names);
    open_quietly(app, paths).await
}

/// Reads files without telling the window that it starts: it knows.
pub(crate) async fn open_quietly(app: &AppHandle<Wry>, paths: Vec<PathBuf>) -> Answer<Library> {
    open_source(app, Source::Paths(paths)).await
}

/// What the window hears of files that are read.
pub(crate) async fn names(app: &AppHandle<Wry>, paths: &[PathBuf]) -> Vec<String> {
    let (app, paths) = (app.clone(), paths.to_vec());
    let named = tauri::async_runtime::spawn_blocking(move || {
        let hides = app.state::<Desk>().hides_titles();
        paths.iter().map(|path| name(path, hides)).collect()
    });
    named.await.unwrap_or_default()
}

/// Reads a source without holding up the window.
pub(crate) async fn open_source(app: &AppHandle<Wry>, source: Source) -> Answer<Library> {
    let app = app.clone();
    let watcher = tauri::async_runtime::spawn(watch(app.clone()));
    let read = tauri::async_runtime::spawn_blocking(move || {
        let desk = app.state::<Desk>();
        told(desk.open(source), &desk)
    });
    let result = read.await;
    watcher.abort();
    result.unwrap_or_else(|_| {
        let what = "reading stopped unexpectedly; what was open is unchanged";
        Err(EngineError::Internal(what.to_owned()).into())
    })
}

/// Tells the window how far the import is, until it is over.
async fn watch(app: AppHandle<Wry>) {
    let mut often = tokio::time::interval(OFTEN);
    loop {
        often.tick().await;
        if let Some(progress) = app.state::<Desk>().importing() {
            let (read, total) = (progress.read_bytes(), progress.total_bytes());
            events::progress(&app, events::Progress { read, total });
        }
    }
}

fn name(path: &Path, hides: bool) -> String {
    if hides {
        return "a file".to_owned();
    }
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}
