//! The real program, run as a user runs it, with the clock standing still.

use std::path::{Path, PathBuf};

use assert_cmd::Command;

/// When every test takes place: a Thursday morning.
pub const NOW: &str = "2026-11-12T09:20:00Z";

/// The program with a fixed clock and zone.
pub fn weekwise() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_weekwise"));
    command
        .env("WEEKWISE_NOW", NOW)
        .env("TZ", "Europe/Berlin")
        .env("NO_COLOR", "1")
        // No test reads what the machine's user keeps.
        .env("WEEKWISE_DATA", root().join("target/no-library-here"));
    command.timeout(std::time::Duration::from_mins(1));
    command
}

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A calendar of this project's own.
pub fn calendar(name: &str) -> PathBuf {
    root().join("tests/calendars").join(name)
}
