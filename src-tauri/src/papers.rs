//! Reports to hand on: looked at before, then saved where the user says.

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use tauri::{AppHandle, Manager as _, Wry};
use weekwise_engine::{Clock, Desk, EngineError, Opened, write_whole};
use weekwise_model::{
    EvidenceReport, EvidenceRequest, FileName, HiddenWord, PaperFormat, PaperPreview, Report,
    ReportRequest, Selection,
};
use weekwise_report::{PaperError, evidence_paper, look_back_paper, report_paper};

use crate::asking::{Answer, asked, asked_of_opened, told, worked_out};
use crate::dialog;

/// The file that was saved last.
#[derive(Default)]
pub(crate) struct Saved(Mutex<Option<PathBuf>>);

/// What a report would say, and what it would hide.
#[tauri::command]
pub(crate) async fn preview_report(
    app: AppHandle<Wry>,
    request: ReportRequest,
) -> Answer<PaperPreview> {
    asked(app, move |desk| {
        let (report, hidden, profile) = desk.ask(|opened, clock| found(opened, clock, &request))?;
        preview(|format| report_paper(&report, &profile, format), hidden)
    })
    .await
}

/// Shows the save dialog and writes the report; the file's name, or `None` when there is none.
#[tauri::command]
pub(crate) async fn save_report(
    app: AppHandle<Wry>,
    request: ReportRequest,
    format: PaperFormat,
) -> Answer<Option<FileName>> {
    let name = file_name("report", request.from, request.to, format);
    let Some(file) = dialog::save(&app, "Save the report", &name).await else {
        return asked(app, |_| Ok(None)).await;
    };
    let paper = worked_out(app.clone(), move |desk| {
        let (report, _, profile) = desk.ask(|opened, clock| found(opened, clock, &request))?;
        report_paper(&report, &profile, format).map_err(not_made)
    });
    let saved = paper.await.and_then(|paper| save(&app, file, &paper));
    told(saved.map(Some), &app.state::<Desk>())
}

/// The record of a period for my own eyes: with every title, to choose from.
#[tauri::command]
pub(crate) async fn evidence(
    app: AppHandle<Wry>,
    selection: Option<Selection>,
) -> Answer<EvidenceReport> {
    let selection = selection.unwrap_or_default();
    asked_of_opened(app, move |it, clock| it.own_evidence(&selection, clock)).await
}

/// What an evidence report would say.
#[tauri::command]
pub(crate) async fn preview_evidence(
    app: AppHandle<Wry>,
    request: EvidenceRequest,
) -> Answer<PaperPreview> {
    asked(app, move |desk| {
        let report = desk.ask(|opened, clock| opened.evidence_to_share(&request, clock))?;
        preview(|format| evidence_paper(&report, format), Vec::new())
    })
    .await
}

/// Shows the save dialog and writes the evidence report; the file's name, or `None` when there is none.
#[tauri::command]
pub(crate) async fn save_evidence(
    app: AppHandle<Wry>,
    request: EvidenceRequest,
    format: PaperFormat,
) -> Answer<Option<FileName>> {
    let name = file_name("evidence", request.from, request.to, format);
    let Some(file) = dialog::save(&app, "Save the evidence report", &name).await else {
        return asked(app, |_| Ok(None)).await;
    };
    let paper = worked_out(app.clone(), move |desk| {
        let report = desk.ask(|opened, clock| opened.evidence_to_share(&request, clock))?;
        evidence_paper(&report, format).map_err(not_made)
    });
    let saved = paper.await.and_then(|paper| save(&app, file, &paper));
    told(saved.map(Some), &app.state::<Desk>())
}

/// What a look back would say to others.
#[tauri::command]
pub(crate) async fn preview_look_back(
    app: AppHandle<Wry>,
    request: EvidenceRequest,
) -> Answer<PaperPreview> {
    asked(app, move |desk| {
        let report = desk.look_back_to_share(&request)?;
        preview(|format| look_back_paper(&report, format), Vec::new())
    })
    .await
}

/// Shows the save dialog and writes the look back; the file's name, or `None` when there is none.
#[tauri::command]
pub(crate) async fn save_look_back(
    app: AppHandle<Wry>,
    request: EvidenceRequest,
    format: PaperFormat,
) -> Answer<Option<FileName>> {
    let name = file_name("look-back", request.from, request.to, format);
    let Some(file) = dialog::save(&app, "Save the look back", &name).await else {
        return asked(app, |_| Ok(None)).await;
    };
    let paper = worked_out(app.clone(), move |desk| {
        let report = desk.look_back_to_share(&request)?;
        look_back_paper(&report, format).map_err(not_made)
    });
    let saved = paper.await.and_then(|paper| save(&app, file, &paper));
    told(saved.map(Some), &app.state::<Desk>())
}

/// Shows what was saved last in the file manager. The window never learns where that is.
#[tauri::command]
pub(crate) async fn show_saved(app: AppHandle<Wry>) -> Answer<()> {
    let saved = app.state::<Saved>();
    let file = saved
        .0
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    asked(app, move |_| match file {
        None => Ok(()),
        Some(file) => tauri_plugin_opener::reveal_item_in_dir(file)
            .map_err(|_| EngineError::Internal("the folder could not be opened".to_owned())),
    })
    .await
}

fn found(
    opened: &Opened,
    clock: &Clock,
    request: &ReportRequest,
) -> Result<(Report, Vec<HiddenWord>, String), EngineError> {
    let (report, hidden) = opened.report_to_share(request, clock)?;
    Ok((report, hidden, opened.settings().profile.name.clone()))
}

fn preview(
    paper: impl Fn(PaperFormat) -> Result<Vec<u8>, PaperError>,
    hidden: Vec<HiddenWord>,
) -> Result<PaperPreview, EngineError> {
    let said = |format| paper(format).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(PaperPreview {
        text: said(PaperFormat::Text).map_err(not_made)?,
        markdown: said(PaperFormat::Markdown).map_err(not_made)?,
        html: said(PaperFormat::Html).map_err(not_made)?,
        hidden,
    })
}

/// Writes the file, and remembers where it lies; its name.
fn save(app: &AppHandle<Wry>, file: PathBuf, paper: &[u8]) -> Result<FileName, EngineError> {
    write_whole(&file, |out| out.write_all(paper)).map_err(EngineError::Write)?;
    let name = dialog::name_of(&file);
    let saved = app.state::<Saved>();
    *saved.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
    Ok(name)
}

#[expect(clippy::needless_pass_by_value, reason = "it maps errors")]
fn not_made(error: PaperError) -> EngineError {
    EngineError::Internal(error.to_string())
}

/// `weekwise-report-2026-11-09-to-2026-11-15.pdf`
fn file_name(
    what: &str,
    from: chrono::NaiveDate,
    to: chrono::NaiveDate,
    format: PaperFormat,
) -> String {
    format!("weekwise-{what}-{from}-to-{to}.{}", format.ending())
}
