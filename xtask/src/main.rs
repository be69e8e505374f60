//! The project's own commands, as `cargo xtask COMMAND`.
//!
//! They wrap cargo, npm and the system's packages, so that a fresh checkout needs Rust, Node and one command. The
//! crate has no dependencies: it builds in a second, and cannot change the features the application is built with.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a tool for the terminal: what it prints is what it is for"
)]

mod bundle;
mod contradictions;
mod evaluate;
mod licences;
mod mcpb;
mod package_test;
mod peers;
mod proof;
mod run;
mod screenshots;
mod setup;
mod shell;
mod speed;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
The project's own commands.

Usage: cargo xtask COMMAND

  setup                   Install what building and testing need (Debian, Ubuntu), or say what is missing
  run [--release] [FILES] Build the application and open it, with calendars if you name some
  test                    Everything that has to hold: format, lints, tests, the window, licences
  evaluate [--fit]        How often the classifier is right on labelled calendars; --fit chooses its weights anew
  bundle [--debug]        Build the packages of this system, and try the .deb where that harms nobody; --only KIND (mcpb: for assistants)
  contradictions [FILES]  Search every week of calendars for advice that contradicts itself
  peers                   Set up other implementations to compare with, where their drivers are
  proof [--times N]       Damage calendars, kill programs, fill a disk: what is promised about data, tried
  screenshots             Rewrite docs/images from the demo calendar
  speed [--release]       Measure in the real window what one waits for; --release as it is shipped, with limits
  tidy                    Check the habits of this repository
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match command.as_str() {
        "setup" => setup::everything(),
        "run" => run::run(&rest),
        "test" => test::test(),
        "evaluate" => evaluate::evaluate(&rest),
        "bundle" => bundle::bundle(&rest),
        "contradictions" => contradictions::contradictions(&rest),
        "peers" => {
            peers::peers();
            Ok(())
        }
        "proof" => proof::proof(&rest),
        "speed" => speed::speed(&rest),
        "screenshots" => screenshots::screenshots(),
        "tidy" => tidy::tidy(),
        "" | "help" | "-h" | "--help" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(format!("There is no command “{other}”.\n\n{HELP}")),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            if !problem.is_empty() {
                eprintln!("{}", problem.trim_end());
            }
            ExitCode::FAILURE
        }
    }
}
