use tauri::{AppHandle, Manager as _, Wry};

use crate::failure::Failure;
use crate::state::Desk;

/// Asks the desk on a thread of its own: an answer over years of events must not hold up the window.
pub(crate) async fn asked<T: Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let answer = tauri::async_runtime::spawn_blocking(move || question(&app.state::<Desk>()));
    answer
        .await
        .unwrap_or_else(|_| Err(Failure::internal("the answer could not be worked out")))
}
