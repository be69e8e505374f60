//! What the user says about events, and what that would change.

use tauri::{AppHandle, Wry};
use weekwise_model::{
    CorrectionPreview, CorrectionRequest, DayCorrectionRequest, Library, Rule, RuleMatches,
    RulesView,
};

use crate::asking::{Answer, asked, asked_of_opened};

/// What a correction would change.
#[tauri::command]
pub(crate) async fn preview_correction(
    app: AppHandle<Wry>,
    request: CorrectionRequest,
) -> Answer<CorrectionPreview> {
    asked_of_opened(app, move |it, clock| {
        it.preview_correction(&request, &it.lately(clock), clock)
    })
    .await
}

/// Remembers what an event really is.
#[tauri::command]
pub(crate) async fn correct(app: AppHandle<Wry>, request: CorrectionRequest) -> Answer<Library> {
    asked(app, move |desk| desk.correct(&request)).await
}

/// Remembers what an event does to the day.
#[tauri::command]
pub(crate) async fn correct_day(
    app: AppHandle<Wry>,
    request: DayCorrectionRequest,
) -> Answer<Library> {
    asked(app, move |desk| desk.correct_day(&request)).await
}

/// The user's rules, each with what it matches.
#[tauri::command]
pub(crate) async fn rules(app: AppHandle<Wry>) -> Answer<RulesView> {
    asked_of_opened(app, |it, clock| it.rules(&it.lately(clock), clock)).await
}

/// What a rule that is being written would match at a place in the order.
#[tauri::command]
pub(crate) async fn preview_rule(
    app: AppHandle<Wry>,
    rule: Rule,
    place: usize,
    replaces: bool,
) -> Answer<RuleMatches> {
    asked_of_opened(app, move |it, clock| {
        it.preview_rule(&rule, place, replaces, &it.lately(clock), clock)
    })
    .await
}

/// Makes these the user's rules.
#[tauri::command]
pub(crate) async fn save_rules(app: AppHandle<Wry>, rules: Vec<Rule>) -> Answer<Library> {
    asked(app, move |desk| desk.save_rules(&rules)).await
}
