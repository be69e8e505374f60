//! The small binary: the commands of Weekwise without a window.

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};
use weekwise_cli::{Arguments, Exit};
use weekwise_engine::Clock;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let (out, err) = (std::io::stdout().lock(), std::io::stderr());
    if let Some(command) = &arguments.command {
        let data = arguments.data.as_deref();
        return weekwise_cli::run(command, data, &Clock::system(), out, err).into();
    }
    // Nothing to fall back on when even the help cannot be written.
    let _ = Arguments::command().write_long_help(&mut std::io::stderr());
    Exit::BadArguments.into()
}
