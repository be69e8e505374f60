//! The questions of the Trends, Meetings and People screens and of the lenses. Without a selection they are about the usual
//! days of all calendars.

use tauri::{AppHandle, Wry};
use weekwise_model::{
    Behind, EventsBehind, FiguresView, Grain, LensesView, MeetingsView, PeopleView, Selection,
    Stretch, TrendsView,
};

use crate::asking::{Answer, asked_of_opened};

/// How the weeks change; `compare`: the two stretches of days whose difference is asked for.
#[tauri::command]
pub(crate) async fn trends(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
    grain: Option<Grain>,
    compare: Option<[Stretch; 2]>,
) -> Answer<TrendsView> {
    let (selection, grain) = (selection.unwrap_or_default(), grain.unwrap_or_default());
    asked_of_opened(app, move |it, clock| {
        it.trends(&selection, grain, compare, clock)
    })
    .await
}

/// Every series, what could be done about it, and the forward book.
#[tauri::command]
pub(crate) async fn meetings(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
) -> Answer<MeetingsView> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.meetings(&selection, clock)).await
}

/// Who is met how.
#[tauri::command]
pub(crate) async fn people(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
) -> Answer<PeopleView> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.people(&selection, clock)).await
}

/// Every figure of the chosen days.
#[tauri::command]
pub(crate) async fn figures(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
) -> Answer<FiguresView> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.figures(&selection, clock)).await
}

/// The events behind a figure, a cell or a mark.
#[tauri::command]
pub(crate) async fn behind(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
    what: Behind,
) -> Answer<EventsBehind> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.behind(&selection, &what, clock)).await
}

/// The same minutes by purpose, scope and leverage, and the written priorities.
#[tauri::command]
pub(crate) async fn lenses(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
) -> Answer<LensesView> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.lenses(&selection, clock)).await
}
