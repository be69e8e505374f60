//! `weekwise mcp`.

use std::path::{Path, PathBuf};

use weekwise_assist::{Calendars, Wanted, serve};
use weekwise_engine::{SettingsChange, data_folder};

use crate::Exit;
use crate::arguments::Sources;
use crate::failure::Failure;
use crate::run::Surroundings;
use crate::sources::SourcesError;

/// Answers an assistant until it closes the conversation. Nothing else is written to standard output meanwhile.
pub(crate) fn serve_assistant(
    sources: &Sources,
    change: SettingsChange,
    titles: bool,
    around: Surroundings<'_>,
) -> Result<Exit, Failure> {
    let calendars = if sources.demo {
        Calendars::Demo
    } else if sources.files.iter().all(|file| is_nothing(file)) {
        Calendars::Library(data_folder(around.data.map(Path::to_owned))?)
    } else {
        Calendars::Files(there(&sources.files)?)
    };
    let wanted = Wanted {
        calendars,
        change,
        titles,
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
