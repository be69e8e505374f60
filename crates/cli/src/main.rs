//! The small binary: the commands of Weekwise without a window.

use std::io::Write as _;
use std::process::ExitCode;

use weekwise_cli::{Arguments, Exit};
use weekwise_engine::Clock;

fn main() -> ExitCode {
    let arguments = Arguments::of_program();
    // Not locked: an assistant is answered from another thread.
    let (out, err) = (std::io::stdout(), std::io::stderr());
    if let Some(command) = &arguments.command {
        let data = arguments.data.as_deref();
        return weekwise_cli::run(command, data, &Clock::system(), out, err).into();
    }
    // Where standard error is closed too the exit code still tells.
    let _ = writeln!(
        std::io::stderr(),
        "weekwise-cli: which command? There is no window here; `weekwise-cli --help` lists the commands"
    );
    Exit::BadArguments.into()
}
