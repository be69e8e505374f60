//! A model on this computer that answers questions.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{AppHandle, Manager as _, State, Wry};
use weekwise_model::{AnswerOutcome, AnswerRequest, ModelProposal};

use crate::asking::{Answer, asked};
use crate::events;

/// Whether the asking that goes on shall stop.
#[derive(Debug, Default)]
pub(crate) struct Stop(AtomicBool);

/// Puts the questions to the model of the settings; the window hears how far that is. Nothing is kept.
#[tauri::command]
pub(crate) async fn ask_local_model(app: AppHandle<Wry>) -> Answer<ModelProposal> {
    app.state::<Stop>().0.store(false, Ordering::Relaxed);
    let teller = app.clone();
    asked(app, move |desk| {
        let stop = teller.state::<Stop>();
        desk.ask_local_model(&stop.0, &mut |through, of| {
            events::asking_model(&teller, events::AskingModel { through, of });
        })
    })
    .await
}

/// Sends the model nothing further.
#[tauri::command]
#[expect(
    clippy::needless_pass_by_value,
    reason = "Tauri gives commands their state by value"
)]
pub(crate) fn stop_local_model(stop: State<'_, Stop>) {
    stop.0.store(true, Ordering::Relaxed);
}

/// Takes answers of the model, under its name and as one step.
#[tauri::command]
pub(crate) async fn answer_by_local_model(
    app: AppHandle<Wry>,
    requests: Vec<AnswerRequest>,
) -> Answer<AnswerOutcome> {
    asked(app, move |desk| desk.answer_by_local_model(&requests)).await
}
