//! The window.
//!
//! A thin skin: each command asks the engine one question and hands the answer on. What the web view may do is as
//! little as works: it calls the commands of [`commands`] and hears the events of [`events`]. It never names a
//! path: files come from the command line, from the dialog that Rust shows ([`dialog`]), or from being dropped onto
//! the window ([`drops`]). It shows its own page and can be led nowhere else ([`webview`]).

mod answers;
mod asked;
mod asking;
mod choices;
mod commands;
mod dialog;
mod display;
mod drops;
mod events;
mod failure;
mod instance;
mod library;
mod local_model;
mod opening;
#[cfg(target_os = "linux")]
mod painting;
mod papers;
mod plan;
mod reminder;
mod reviews;
mod saying;
mod start;
mod subscriptions;
mod webview;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use tauri::{Context, Manager as _, RunEvent, Wry};
use weekwise_cli::Arguments;
use weekwise_engine::{Clock, Desk, Fetcher, Subscriptions, SystemKeyring};

use crate::papers::Saved;
use crate::start::{GivenFiles, Painted};

/// How long closing the window may wait for what is kept for the next start.
const AT_THE_END: Duration = Duration::from_millis(300);

/// Runs the command that was given, else opens the window.
pub fn main(context: Context<Wry>) -> ExitCode {
    let arguments = Arguments::of_program();
    let clock = Clock::system();
    if let Some(command) = &arguments.command {
        let data = arguments.data.as_deref();
        // Not locked: an assistant is answered from another thread.
        let (out, err) = (std::io::stdout(), std::io::stderr());
        return weekwise_cli::run(command, data, &clock, out, err).into();
    }
    if let Err(reason) = display::present() {
        eprint(&format!("weekwise: {reason}"));
        return ExitCode::from(2);
    }
    match window(context, clock, arguments.data, arguments.files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprint(&format!(
                "weekwise: the window could not be opened: {error}"
            ));
            ExitCode::FAILURE
        }
    }
}

fn window(
    context: Context<Wry>,
    clock: Clock,
    data: Option<PathBuf>,
    files: Vec<PathBuf>,
) -> tauri::Result<()> {
    let identifier = &context.config().identifier;
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(SystemKeyring::new()));
    tauri::Builder::default()
        // Before everything else: a second start ends here.
        .plugin(instance::plugin(identifier, data.as_deref()))
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::new(clock, data, subscriptions))
        .manage(Saved::default())
        .manage(GivenFiles::new(files))
        .manage(Painted::default())
        .manage(local_model::Stop::default())
        .invoke_handler(tauri::generate_handler![
            start::begin,
            start::painted,
            commands::library,
            commands::open_demo,
            commands::choose_files,
            commands::close_library,
            commands::week,
            answers::trends,
            answers::meetings,
            answers::people,
            answers::figures,
            answers::behind,
            answers::lenses,
            papers::evidence,
            papers::preview_evidence,
            papers::save_evidence,
            papers::preview_look_back,
            papers::save_look_back,
            papers::preview_report,
            papers::save_report,
            papers::show_saved,
            commands::change_settings,
            choices::save_profile,
            choices::remove_profile,
            choices::set_days_off,
            choices::add_stay,
            choices::remove_stay,
            choices::confirm_introduction,
            choices::hide_titles,
            plan::plan,
            plan::try_block,
            plan::plan_wishes,
            plan::save_plan,
            plan::export_plan,
            library::sources,
            library::set_calendar,
            library::remove_calendar,
            library::join_calendars,
            library::use_snapshot,
            library::compare_snapshots,
            library::marks,
            library::set_marks,
            asked::questions,
            reviews::review,
            reviews::save_review,
            reviews::look_back,
            reviews::asks,
            reviews::quote_line,
            reviews::set_ask,
            reviews::choose_note_folder,
            reviews::write_review_note,
            asked::question,
            asked::preview_answer,
            asked::answer,
            asked::put_off_question,
            asked::take_back_answers,
            local_model::ask_local_model,
            local_model::stop_local_model,
            local_model::answer_by_local_model,
            saying::preview_correction,
            saying::correct,
            saying::correct_day,
            saying::rules,
            saying::preview_rule,
            saying::save_rules,
            subscriptions::subscribe,
            subscriptions::unsubscribe,
            subscriptions::refresh,
            library::undo,
            library::redo,
            library::search,
            library::cancel_import,
            library::back_up,
            library::restore_backup,
            library::start_anew,
            library::delete_all_data,
            library::export_library,
            library::import_library,
        ])
        .on_window_event(drops::on_window_event)
        .setup(|app| {
            start::open_library(app.handle().clone());
            webview::open(app.handle())?;
            tauri::async_runtime::spawn(subscriptions::keep_fresh(app.handle().clone()));
            tauri::async_runtime::spawn(reminder::keep_reminding(app.handle().clone()));
            Ok(())
        })
        .build(context)?
        .run(|app, event| {
            if matches!(event, RunEvent::Exit) {
                app.state::<Desk>().keep_shown(AT_THE_END);
            }
            opened_by_system(app, &event);
        });
    Ok(())
}

/// macOS names the files that are to be opened with a running program in an event of its own.
#[cfg(target_os = "macos")]
fn opened_by_system(app: &tauri::AppHandle<Wry>, event: &RunEvent) {
    if let RunEvent::Opened { urls } = event {
        let files: Vec<PathBuf> = urls
            .iter()
            .filter_map(|url| url.to_file_path().ok())
            .collect();
        if !files.is_empty() {
            instance::open(app, files);
        }
    }
}

/// Elsewhere a second start is made, which hands them over.
#[cfg(not(target_os = "macos"))]
fn opened_by_system(_: &tauri::AppHandle<Wry>, _: &RunEvent) {}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn eprint(text: &str) {
    eprintln!("{text}");
}
