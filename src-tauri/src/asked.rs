//! What an answer rests on, and settling it.

use tauri::{AppHandle, Wry};
use weekwise_model::{
    AnswerOutcome, AnswerPreview, AnswerRequest, Answerer, Library, Question, QuestionList,
};

use crate::asking::{Answer, asked, asked_of_opened};

/// The questions of the last year, the one that sets most right first.
#[tauri::command]
pub(crate) async fn questions(app: AppHandle<Wry>, most: usize) -> Answer<QuestionList> {
    asked_of_opened(app, move |it, clock| it.questions(most, clock)).await
}

/// One question by its id.
#[tauri::command]
pub(crate) async fn question(app: AppHandle<Wry>, id: String) -> Answer<Question> {
    asked_of_opened(app, move |it, clock| it.question(&id, clock)).await
}

/// What an answer would change, with what follows from it.
#[tauri::command]
pub(crate) async fn preview_answer(
    app: AppHandle<Wry>,
    request: AnswerRequest,
) -> Answer<AnswerPreview> {
    asked_of_opened(app, move |it, clock| it.preview_answer(&request, clock)).await
}

/// Takes the user's answers, as one step.
#[tauri::command]
pub(crate) async fn answer(
    app: AppHandle<Wry>,
    requests: Vec<AnswerRequest>,
) -> Answer<AnswerOutcome> {
    asked(app, move |desk| desk.answer(&requests, &Answerer::Me)).await
}

/// Puts a question off: to the end of the list, or for good.
#[tauri::command]
pub(crate) async fn put_off_question(
    app: AppHandle<Wry>,
    id: String,
    for_good: bool,
) -> Answer<Library> {
    asked(app, move |desk| desk.put_off_question(&id, for_good)).await
}

/// Takes back the answers of a step.
#[tauri::command]
pub(crate) async fn take_back_answers(app: AppHandle<Wry>, step: u32) -> Answer<Library> {
    asked(app, move |desk| desk.take_back_answers(step)).await
}
