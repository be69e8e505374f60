use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::{Clock, Desk, EngineError, Opened, Shown, Told};
use weekwise_model::Texts;

use crate::failure::Failure;

/// What a command answers: without titles and names where those are hidden.
pub(crate) type Answer<T> = Result<Shown<T>, Failure>;

/// Asks the desk on a thread of its own: an answer over years of events must not hold up the window.
pub(crate) async fn asked<T: Texts + Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<T, EngineError> + Send + 'static,
) -> Answer<T> {
    let answer = worked_out(app.clone(), question).await;
    told(answer, &app.state::<Desk>())
}

/// Asks the desk for what it tells a window by itself: at once what it was told last, where the library is being read.
pub(crate) async fn asked_at_once<T: Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<Told<T>, EngineError> + Send + 'static,
) -> Result<Told<T>, Failure> {
    Ok(worked_out(app, question).await?)
}

/// Asks what is open.
pub(crate) async fn asked_of_opened<T: Texts + Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Opened, &Clock) -> Result<T, EngineError> + Send + 'static,
) -> Answer<T> {
    asked(app, |desk| desk.ask(question)).await
}

/// What a question gives, for what the window is not told as it is.
pub(crate) async fn worked_out<T: Send + 'static>(
    app: AppHandle<Wry>,
    question: impl FnOnce(&Desk) -> Result<T, EngineError> + Send + 'static,
) -> Result<T, EngineError> {
    let answer = tauri::async_runtime::spawn_blocking(move || question(&app.state::<Desk>()));
    let stopped = |_| EngineError::Internal("the answer could not be worked out".to_owned());
    answer.await.map_err(stopped)?
}

/// An answer as the window gets it now.
pub(crate) fn told<T: Texts>(answer: Result<T, EngineError>, desk: &Desk) -> Answer<T> {
    Ok(desk.told(answer)?)
}
