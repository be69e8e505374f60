//! Reviews of a week and of longer, and what was asked for.

use tauri::{AppHandle, Wry};
use weekwise_engine::{Desk, EngineError};
use weekwise_model::{
    AskRequest, AsksView, FileName, IsoWeek, Library, LookBack, ReviewRequest, ReviewView, Stretch,
};

use crate::asking::{Answer, asked};
use crate::dialog;

/// A week as its review shows it.
#[tauri::command]
pub(crate) async fn review(app: AppHandle<Wry>, week: Option<IsoWeek>) -> Answer<ReviewView> {
    asked(app, move |desk| desk.review(week)).await
}

/// A month, a quarter or a year looked back on.
#[tauri::command]
pub(crate) async fn look_back(app: AppHandle<Wry>, days: Stretch) -> Answer<LookBack> {
    asked(app, move |desk| desk.look_back(days)).await
}

/// Keeps a step of a review.
#[tauri::command]
pub(crate) async fn save_review(app: AppHandle<Wry>, request: ReviewRequest) -> Answer<Library> {
    asked(app, move |desk| desk.save_review(&request)).await
}

/// Says whether the record of evidence quotes the line of a week’s review.
#[tauri::command]
pub(crate) async fn quote_line(
    app: AppHandle<Wry>,
    week: IsoWeek,
    quoted: bool,
) -> Answer<Library> {
    asked(app, move |desk| desk.quote_line(week, quoted)).await
}

/// Everything that was asked for.
#[tauri::command]
pub(crate) async fn asks(app: AppHandle<Wry>) -> Answer<AsksView> {
    asked(app, Desk::asks).await
}

/// Makes an ask of a change, or moves the one made of it.
#[tauri::command]
pub(crate) async fn set_ask(app: AppHandle<Wry>, request: AskRequest) -> Answer<Library> {
    asked(app, move |desk| desk.set_ask(&request)).await
}

/// Shows the dialog for folders, and chooses the one notes of reviews are written to; `None` when none was chosen.
#[tauri::command]
pub(crate) async fn choose_note_folder(app: AppHandle<Wry>) -> Answer<Option<Library>> {
    let Some(folder) = dialog::choose_folder(&app).await else {
        return asked(app, |_| Ok(None)).await;
    };
    asked(app, move |desk| {
        desk.set_note_folder(Some(&folder)).map(Some)
    })
    .await
}

/// Writes the note of a review; its file's name.
#[tauri::command]
pub(crate) async fn write_review_note(app: AppHandle<Wry>, week: IsoWeek) -> Answer<FileName> {
    asked(app, move |desk| {
        let file = desk.write_review_note(week, weekwise_report::review_note)?;
        Ok::<_, EngineError>(dialog::name_of(&file))
    })
    .await
}
