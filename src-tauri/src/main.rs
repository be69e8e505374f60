//! The desktop application: a window, or, when a command is given, the command line.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    weekwise_desktop::main(tauri::generate_context!())
}
