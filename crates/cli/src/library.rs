//! Into the library, out of it, and back.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use weekwise_engine::{
    Destination, EngineError, Progress, Secrets as _, SettingsChange, StoredLibrary, SystemKeyring,
    data_folder, write_whole,
};
use weekwise_model::{ImportSummary, visible};

use crate::arguments::{ExportFormat, TextFormat};
use crate::failure::Failure;
use crate::run::{Surroundings, exit_after};
use crate::sources::{files, library_in};
use crate::{Exit, output};

/// What `import` is asked.
pub(crate) struct ImportWanted<'a> {
    pub(crate) files: &'a [PathBuf],
    pub(crate) into: Option<&'a str>,
    pub(crate) new: bool,
    pub(crate) format: TextFormat,
    pub(crate) quiet: bool,
}

/// Imports files; makes the library where there is none.
pub(crate) fn import(
    wanted: &ImportWanted<'_>,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let source = files(wanted.files)?;
    let folder = data_folder(around.data.map(Path::to_owned))?;
    let mut library = StoredLibrary::open(&folder, around.clock)?;
    let destination = match wanted.into {
        Some(calendar) => Destination::Calendar(library.calendar_called(calendar)?),
        None if wanted.new => Destination::New,
        None => Destination::AsItsEventsSay,
    };
    let progress = Progress::default();
    let summary = library.import_as(source, destination, around.clock, &progress)?;
    library.follow_asks_of_all(around.clock)?;
    match wanted.format {
        TextFormat::Text => output::text(out, &weekwise_report::import_text(&summary))?,
        TextFormat::Json => output::json(out, &summary)?,
    }
    if !wanted.quiet {
        output::diagnostics(err, &summary.diagnostics)?;
    }
    let ImportSummary { diagnostics, .. } = summary;
    Ok(exit_after(&diagnostics))
}

/// Makes one calendar of two.
pub(crate) fn join(
    calendar: &str,
    into: &str,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let mut library = library_in(around.data, around.clock)?;
    let (from, to) = (
        library.calendar_called(calendar)?,
        library.calendar_called(into)?,
    );
    library.join_calendars(from, to, around.clock)?;
    output::text(
        out,
        "They are one calendar now. `weekwise undo` parts them again.\n",
    )?;
    Ok(Exit::Done)
}

/// Writes what the library holds to a file or to `out`.
pub(crate) fn export(
    format: ExportFormat,
    file: Option<&Path>,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let library = library_in(around.data, around.clock)?;
    match file {
        Some(file) => write_whole(file, |out| export_to(out, format, &library, around)),
        None => export_to(out, format, &library, around),
    }
}

fn export_to(
    out: &mut impl Write,
    format: ExportFormat,
    library: &StoredLibrary,
    around: Surroundings<'_>,
) -> Result<Exit, Failure> {
    match format {
        ExportFormat::Json => library.export_all(out)?,
        ExportFormat::Ics => library.export_calendars(out)?,
        ExportFormat::Csv => {
            let opened = library.read(&SettingsChange::default())?;
            let rows = opened.events(&opened.everything(around.clock), around.clock)?;
            output::csv(out, rows.iter())?;
        }
        ExportFormat::Parquet => {
            let opened = library.read(&SettingsChange::default())?;
            let rows = opened.events(&opened.everything(around.clock), around.clock)?;
            weekwise_report::events_parquet(out, rows.iter())?;
        }
    }
    Ok(Exit::Done)
}

/// Makes the library what an export says; makes one where there is none.
pub(crate) fn restore(
    file: &Path,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let folder = data_folder(around.data.map(Path::to_owned))?;
    if file == Path::new("-") {
        let mut library = StoredLibrary::open(&folder, around.clock)?;
        library.import_all(std::io::stdin().lock(), around.clock)?;
    } else {
        // Before a library is made: a name mistyped should leave nothing behind.
        let export = BufReader::new(
            File::open(file)
                .map_err(|error| EngineError::NoExport(format!("{}: {error}", file.display())))?,
        );
        let mut library = StoredLibrary::open(&folder, around.clock)?;
        library.import_all(export, around.clock)?;
    }
    output::text(
        out,
        "Restored. `weekwise undo` brings back what was there.\n",
    )?;
    Ok(Exit::Done)
}

/// Lists the backups there are. The library need not be one that can be opened.
pub(crate) fn backups(
    format: TextFormat,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let folder = data_folder(around.data.map(Path::to_owned))?;
    let found = StoredLibrary::backups_in(&folder);
    match format {
        TextFormat::Text => output::text(out, &weekwise_report::backups_text(&found))?,
        TextFormat::Json => output::json(out, &found)?,
    }
    Ok(Exit::Done)
}

/// Puts a backup in the library's place: the one named, else the newest.
pub(crate) fn restore_backup(
    name: Option<&str>,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let folder = data_folder(around.data.map(Path::to_owned))?;
    let newest = || StoredLibrary::backups_in(&folder).into_iter().next();
    let name = match name {
        Some(name) => name.to_owned(),
        None => newest().ok_or(Failure::NoBackup)?.name,
    };
    let before = StoredLibrary::subscription_ids_in(&folder, around.clock);
    let now = StoredLibrary::restore(&folder, &name, around.clock)?.subscription_ids()?;
    for id in before.iter().filter(|id| !now.contains(id)) {
        // Where there is no keyring there is nothing in it.
        let _ = SystemKeyring::new().forget(id);
    }
    writeln!(
        out,
        "Restored {name}. What was in its place lies in {}.",
        folder.join("put-aside").display()
    )?;
    Ok(Exit::Done)
}

/// Takes back the last change.
pub(crate) fn undo(around: Surroundings<'_>, out: &mut impl Write) -> Result<Exit, Failure> {
    let undone = library_in(around.data, around.clock)?.undo()?;
    told(out, "Undid", undone.as_deref(), "There is nothing to undo.")
}

/// Does again what was taken back last.
pub(crate) fn redo(around: Surroundings<'_>, out: &mut impl Write) -> Result<Exit, Failure> {
    let redone = library_in(around.data, around.clock)?.redo()?;
    told(
        out,
        "Did again",
        redone.as_deref(),
        "There is nothing to do again.",
    )
}

fn told(
    out: &mut impl Write,
    verb: &str,
    label: Option<&str>,
    nothing: &str,
) -> Result<Exit, Failure> {
    match label {
        Some(label) => writeln!(out, "{verb}: {}", visible(label))?,
        None => writeln!(out, "{nothing}")?,
    }
    Ok(Exit::Done)
}
