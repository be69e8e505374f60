use tauri::{AppHandle, Manager as _, Wry};

use crate::failure::Failure;
use crate::shown::{Answer, Shown};
use crate::state::Desk;

/// Asks the desk on a thread of its own: an answer over years of events must not hold up the window.
pub(crate) async fn asked<T: Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<T, Failure> + Send + 'static,
) -> Answer<T> {
    let answer = worked_out(app.clone(), question).await;
    told(answer, &app.state::<Desk>())
}

/// The same for what the window is not told as it is.
pub(crate) async fn worked_out<T: Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let answer = tauri::async_runtime::spawn_blocking(move || question(&app.state::<Desk>()));
    answer
        .await
        .unwrap_or_else(|_| Err(Failure::internal("the answer could not be worked out")))
}

/// An answer as the window gets it now.
pub(crate) fn told<T>(answer: Result<T, Failure>, desk: &Desk) -> Answer<T> {
    let veil = desk.veil();
    match answer {
        Ok(answer) => Ok(Shown::new(answer, veil)),
        Err(failure) if veil.is_some() => Err(failure.without_names()),
        Err(failure) => Err(failure),
    }
}
