//! The window.
//!
//! A thin skin: each command asks the engine one question and hands the answer on. What the web view may do is as
//! little as works: it calls the commands of [`commands`] and hears the events of [`events`]. It never names a
//! path: files come from the command line, from the dialog that Rust shows ([`dialog`]), or from being dropped onto
//! the window ([`drops`]).

mod commands;
mod dialog;
mod display;
mod drops;
mod events;
mod failure;
mod opening;
mod state;

use std::process::ExitCode;

use clap::Parser as _;
use tauri::{Context, Manager as _, Wry};
use weekwise_cli::Arguments;
use weekwise_engine::{Clock, Source};

use crate::state::Desk;

/// Runs the command that was given, else opens the window.
pub fn main(context: Context<Wry>) -> ExitCode {
    let arguments = Arguments::parse();
    let clock = Clock::system();
    if let Some(command) = &arguments.command {
        return weekwise_cli::run(command, &clock, std::io::stdout().lock(), std::io::stderr())
            .into();
    }
    if let Err(reason) = display::present() {
        eprint(&format!("weekwise: {reason}"));
        return ExitCode::from(2);
    }
    let first = (!arguments.files.is_empty()).then(|| Source::Paths(arguments.files.clone()));
    match window(context, clock, first) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprint(&format!(
                "weekwise: the window could not be opened: {error}"
            ));
            ExitCode::FAILURE
        }
    }
}

fn window(context: Context<Wry>, clock: Clock, first: Option<Source>) -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(Desk::new(clock))
        .invoke_handler(tauri::generate_handler![
            commands::library,
            commands::open_demo,
            commands::choose_files,
            commands::close_library,
            commands::week,
            commands::change_settings,
        ])
        .on_window_event(drops::on_window_event)
        .setup(move |app| {
            if let Some(source) = first {
                // The first question of the window waits for this import, so there is no empty page in between.
                let desk = app.state::<Desk>();
                desk.open_at_start(source);
            }
            Ok(())
        })
        .run(context)
}

#[expect(clippy::print_stderr, reason = "there is no window to say it in")]
fn eprint(text: &str) {
    eprintln!("{text}");
}
