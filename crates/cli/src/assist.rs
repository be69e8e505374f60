//! `weekwise mcp`.

use std::path::{Path, PathBuf};

use clap::builder::{OsStringValueParser, TypedValueParser as _};
use clap::{Args, ValueHint};
use weekwise_assist::{Calendars, Wanted, serve};
use weekwise_engine::{SettingsChange, data_folder};

use crate::Exit;
use crate::arguments::Reading;
use crate::failure::Failure;
use crate::run::Surroundings;
use crate::sources::SourcesError;

/// What a server is started with. Standard input is the assistant's, so neither calendars nor answers come from there.
#[derive(Debug, Args)]
pub struct McpArguments {
    /// Files, folders or zips [default: the library]
    // An assistant's program gives an empty one for a setting nobody filled in.
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath, value_parser = OsStringValueParser::new().map(PathBuf::from))]
    files: Vec<PathBuf>,
    /// The demo calendar instead of files
    #[arg(long, conflicts_with = "files")]
    demo: bool,
    /// How time is read
    #[command(flatten)]
    reading: Reading,
    /// Targets to compare with [default: the library's, else staff-plus]
    #[arg(long, value_name = "P")]
    profile: Option<String>,
    /// Tells titles and names too, in a field that says strangers wrote them
    #[arg(long, env = "WEEKWISE_TITLES")]
    titles: bool,
    /// Lets it answer the library's questions too; its answers are kept under its name, and can be taken back
    #[arg(long, conflicts_with_all = ["files", "demo"])]
    answers: bool,
}

/// Answers an assistant until it closes the conversation. Nothing else is written to standard output meanwhile.
pub(crate) fn serve_assistant(
    asked: &McpArguments,
    around: Surroundings<'_>,
) -> Result<Exit, Failure> {
    let calendars = if asked.demo {
        Calendars::Demo
    } else if asked.files.iter().all(|file| is_nothing(file)) {
        Calendars::Library(data_folder(around.data.map(Path::to_owned))?)
    } else {
        Calendars::Files(there(&asked.files)?)
    };
    let wanted = Wanted {
        calendars,
        change: SettingsChange {
            profile: asked.profile.clone(),
            ..asked.reading.change()
        },
        titles: asked.titles,
        answers: asked.answers,
    };
    serve(wanted, *around.clock)?;
    Ok(Exit::Done)
}

/// What an assistant's program gives for a setting nobody filled in.
fn is_nothing(file: &Path) -> bool {
    file.as_os_str().is_empty()
}

/// The files, all of which are there: an assistant's program shows why a server did not start, and hides what it says later.
fn there(files: &[PathBuf]) -> Result<Vec<PathBuf>, SourcesError> {
    let files: Vec<PathBuf> = files
        .iter()
        .filter(|file| !is_nothing(file))
        .cloned()
        .collect();
    for file in &files {
        if file == Path::new("-") {
            return Err(SourcesError::StdinIsTaken);
        }
        if !file.exists() {
            return Err(SourcesError::NoFile(file.display().to_string()));
        }
    }
    Ok(files)
}
