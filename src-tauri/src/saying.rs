//! What the user says about events, and what that would change.

use tauri::{AppHandle, Wry};
use weekwise_model::{
    CorrectionPreview, CorrectionRequest, Library, ReviewQueue, Rule, RuleMatches, RulesView,
};

use crate::asking::asked;
use crate::shown::Answer;

/// What is worth a second look, most uncertain minutes first.
#[tauri::command]
pub(crate) async fn review_queue(app: AppHandle<Wry>) -> Answer<ReviewQueue> {
    asked(app, |desk| {
        Ok(desk.ask(|opened, clock| opened.review_queue(&opened.lately(clock), clock))?)
    })
    .await
}

/// What a correction would change.
#[tauri::command]
pub(crate) async fn preview_correction(
    app: AppHandle<Wry>,
    request: CorrectionRequest,
) -> Answer<CorrectionPreview> {
    asked(app, move |desk| {
        Ok(desk.ask(|opened, clock| {
            opened.preview_correction(&request, &opened.lately(clock), clock)
        })?)
    })
    .await
}

/// Remembers what an event really is.
#[tauri::command]
pub(crate) async fn correct(app: AppHandle<Wry>, request: CorrectionRequest) -> Answer<Library> {
    asked(app, move |desk| {
        Ok(desk.say(|stored, opened, clock| {
            let about = opened.title_of(&request.uid);
            match opened.correction(&request, clock)? {
                (_, Some(correction)) => stored.correct(&correction, &about, clock),
                (key, None) => stored.uncorrect(request.scope, &key, &about, clock),
            }
        })?)
    })
    .await
}

/// The user's rules, each with what it matches.
#[tauri::command]
pub(crate) async fn rules(app: AppHandle<Wry>) -> Answer<RulesView> {
    asked(app, |desk| {
        Ok(desk.ask(|opened, clock| opened.rules(&opened.lately(clock), clock))?)
    })
    .await
}

/// What a draft would match at a place in the order.
#[tauri::command]
pub(crate) async fn preview_rule(
    app: AppHandle<Wry>,
    rule: Rule,
    place: usize,
    replaces: bool,
) -> Answer<RuleMatches> {
    asked(app, move |desk| {
        Ok(desk.ask(|opened, clock| {
            opened.preview_rule(&rule, place, replaces, &opened.lately(clock), clock)
        })?)
    })
    .await
}

/// Makes these the user's rules.
#[tauri::command]
pub(crate) async fn save_rules(app: AppHandle<Wry>, rules: Vec<Rule>) -> Answer<Library> {
    asked(app, move |desk| {
        desk.unless_hidden()?;
        Ok(desk.say(|stored, _, clock| stored.save_rules(&rules, clock))?)
    })
    .await
}
