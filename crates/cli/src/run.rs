use std::io::{BufWriter, Write};
use std::path::Path;

use clap::CommandFactory as _;
use weekwise_engine::{Clock, Opened, SettingsChange, StoredLibrary, Veil, data_folder};
use weekwise_model::{Diagnostic, Outcome, visible};
use weekwise_report::{check_text, events_table, explanation_text};

use crate::arguments::{Arguments, Asked, Command, EventsFormat, Sources, TextFormat};
use crate::failure::Failure;
use crate::library::ImportWanted;
use crate::papers::{self, ReportWanted};
use crate::questions::{exit_after_answers, tell_refused};
use crate::{Exit, library, output};

/// Runs one command: the answer to `out`, everything else to `err`. `data` is the folder of the library, where one was
/// given.
pub fn run(
    command: &Command,
    data: Option<&Path>,
    clock: &Clock,
    out: impl Write,
    mut err: impl Write,
) -> Exit {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let around = Surroundings { data, clock };
    let done = answer(command, around, &mut out, &mut err).and_then(|exit| {
        out.flush()?;
        Ok(exit)
    });
    match done {
        Ok(exit) => exit,
        Err(failure) if failure.is_closed_pipe() => Exit::Done,
        Err(failure) => {
            // Standard error may be closed as well; the exit code still tells.
            let _ = explain_failure(&failure, around, &mut err);
            failure.exit()
        }
    }
}

/// What every command may need.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) data: Option<&'a Path>,
    pub(crate) clock: &'a Clock,
}

fn explain_failure(
    failure: &Failure,
    around: Surroundings<'_>,
    err: &mut impl Write,
) -> std::io::Result<()> {
    // It may name a file or repeat what was asked for.
    for line in format!("weekwise: {failure}").lines() {
        writeln!(err, "{}", visible(line))?;
    }
    let Failure::Engine(error) = failure else {
        return Ok(());
    };
    // The first reason is in the message already.
    if let Some((first, rest)) = error.diagnostics().split_first() {
        let others: Vec<Diagnostic> = rest.iter().filter(|d| *d != first).cloned().collect();
        output::diagnostics(err, &others)?;
    }
    if let Ok(folder) = data_folder(around.data.map(Path::to_owned))
        && StoredLibrary::can_be_replaced_by_a_backup(&folder, error)
    {
        writeln!(
            err,
            "`weekwise backups` lists the copies there are, `weekwise restore --backup NAME` puts one in the library's place"
        )?;
    }
    Ok(())
}

fn answer(
    command: &Command,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    match command {
        Command::Report {
            asked,
            profile,
            format,
            redact,
            output,
        } => {
            let wanted = ReportWanted {
                asked,
                profile: profile.as_deref(),
                format: *format,
                redact: *redact,
                file: output.as_deref(),
            };
            papers::report(&wanted, around, out, err)
        }
        Command::Evidence(arguments) => papers::evidence(arguments, around, out, err),
        Command::Events {
            asked,
            format,
            redact,
        } => events(asked, *format, *redact, around, out, err),
        Command::Explain {
            sources,
            reading,
            uid,
            at,
            format,
        } => {
            let opened = open(sources, &reading.change(), around, err)?;
            let explanation = opened.explain(uid, *at, around.clock)?;
            match format {
                TextFormat::Text => {
                    output::text(out, &explanation_text(&explanation, output::style()))?;
                }
                TextFormat::Json => output::json(out, &explanation)?,
            }
            Ok(exit_of(&opened))
        }
        Command::Check { asked, format } => {
            // The problems are the answer here, so they are not told twice.
            let change = asked.reading.change();
            let opened = asked.sources.open(&change, around.data, around.clock)?;
            tell_refused(opened.refused_answers(), err)?;
            let report = opened.check(&asked.period(), around.clock)?;
            match format {
                TextFormat::Text => output::text(out, &check_text(&report, output::style()))?,
                TextFormat::Json => output::json(out, &report)?,
            }
            Ok(exit_after(&report.diagnostics))
        }
        Command::Plan(arguments) => crate::plan::plan(arguments, around, out, err),
        Command::Mcp(asked) => crate::assist::serve_assistant(asked, around),
        Command::Asks(arguments) => crate::asks::asks(arguments, around, out),
        Command::Review(arguments) => crate::review::review(arguments, around, out, err),
        Command::Diff(arguments) => crate::review::diff(arguments, around, out),
        Command::Questions(arguments) => crate::questions::questions(arguments, around, out, err),
        Command::Answer(arguments) => crate::questions::answer(arguments, around, out, err),
        Command::Import {
            files,
            into,
            new,
            format,
            quiet,
        } => {
            let wanted = ImportWanted {
                files,
                into: into.as_deref(),
                new: *new,
                format: *format,
                quiet: *quiet,
            };
            library::import(&wanted, around, out, err)
        }
        Command::Join { calendar, into } => library::join(calendar, into, around, out),
        Command::Export { format, output } => {
            library::export(*format, output.as_deref(), around, out)
        }
        Command::Restore { file, backup } => match (file, backup) {
            (Some(file), _) => library::restore(file, around, out),
            (None, name) => {
                let name = name.as_ref().and_then(Option::as_deref);
                library::restore_backup(name, around, out)
            }
        },
        Command::Backups { format } => library::backups(*format, around, out),
        Command::Undo => library::undo(around, out),
        Command::Redo => library::redo(around, out),
        Command::Completions { shell } => {
            clap_complete::generate(*shell, &mut Arguments::command(), "weekwise", out);
            Ok(Exit::Done)
        }
        Command::Man => {
            clap_mangen::Man::new(Arguments::command()).render(out)?;
            Ok(Exit::Done)
        }
    }
}

pub(crate) fn open(
    sources: &Sources,
    change: &SettingsChange,
    around: Surroundings<'_>,
    err: &mut impl Write,
) -> Result<Opened, Failure> {
    let opened = sources.open(change, around.data, around.clock)?;
    if !sources.quiet {
        output::diagnostics(err, opened.diagnostics())?;
    }
    tell_refused(opened.refused_answers(), err)?;
    Ok(opened)
}

pub(crate) fn exit_of(opened: &Opened) -> Exit {
    match exit_after(opened.diagnostics()) {
        Exit::Done => exit_after_answers(opened.refused_answers()),
        exit => exit,
    }
}

pub(crate) fn exit_after<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Exit {
    let mut outcomes = diagnostics.into_iter().map(|diagnostic| diagnostic.outcome);
    if outcomes.any(|outcome| outcome == Outcome::LeftOut) {
        Exit::LeftOut
    } else {
        Exit::Done
    }
}

fn events(
    asked: &Asked,
    format: EventsFormat,
    redact: bool,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let opened = open(&asked.sources, &asked.reading.change(), around, err)?;
    let rows = opened.events(&asked.period(), around.clock)?;
    let veil = redact.then(|| Veil::over_papers(&opened));
    let shown = |row| match &veil {
        Some(veil) => veil.row(row),
        None => row,
    };
    let all = || rows.iter().map(shown);
    match format {
        EventsFormat::Table => output::text(out, &events_table(all(), output::width()))?,
        EventsFormat::Json => {
            output::json_rows(out, rows.len(), |index| rows.get(index).map(shown))?;
        }
        EventsFormat::Csv => output::csv(out, all())?,
    }
    if !asked.sources.quiet {
        output::diagnostics(err, rows.diagnostics())?;
    }
    let exit = exit_after(opened.diagnostics().iter().chain(rows.diagnostics()));
    // The program ends here, and freeing a hundred thousand events takes longer than leaving them.
    std::mem::forget(rows);
    std::mem::forget(opened);
    Ok(exit)
}
