use std::io::{BufWriter, ErrorKind, Write};

use clap::CommandFactory as _;
use weekwise_engine::{Clock, EngineError, Opened, SettingsChange};
use weekwise_model::{Diagnostic, Outcome, ProfileId};
use weekwise_report::{
    CsvRows, TableError, check_text, events_table, explanation_text, report_markdown, report_text,
};

use crate::arguments::{
    Arguments, Asked, Command, EventsFormat, ReportFormat, Sources, TextFormat,
};
use crate::sources::SourcesError;
use crate::{Exit, output};

/// Why a command ended early.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Engine(#[from] EngineError),
    #[error(transparent)]
    Sources(#[from] SourcesError),
    #[error(transparent)]
    Rows(#[from] TableError),
    #[error("the answer could not be written: {0}")]
    Write(#[from] std::io::Error),
}

/// Runs one command: the answer to `out`, everything else to `err`.
pub fn run(command: &Command, clock: &Clock, out: impl Write, mut err: impl Write) -> Exit {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let done = answer(command, clock, &mut out, &mut err).and_then(|exit| {
        out.flush()?;
        Ok(exit)
    });
    match done {
        Ok(exit) => exit,
        Err(failure) if failure.is_closed_pipe() => Exit::Done,
        Err(failure) => {
            // Standard error may be closed as well; the exit code still tells.
            let _ = explain_failure(&failure, &mut err);
            failure.exit()
        }
    }
}

impl Failure {
    /// Whoever read the output has seen enough (`weekwise events … | head`).
    fn is_closed_pipe(&self) -> bool {
        let kind = match self {
            Self::Write(error) | Self::Rows(TableError::Flush(error)) => error.kind(),
            Self::Rows(TableError::Write(error)) => match error.kind() {
                weekwise_report::CsvErrorKind::Io(error) => error.kind(),
                _ => return false,
            },
            _ => return false,
        };
        kind == ErrorKind::BrokenPipe
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Engine(EngineError::NothingRead { .. })
            | Self::Sources(SourcesError::Stdin(_) | SourcesError::TooLarge) => Exit::NothingRead,
            _ => Exit::BadArguments,
        }
    }
}

fn explain_failure(failure: &Failure, err: &mut impl Write) -> std::io::Result<()> {
    writeln!(err, "weekwise: {failure}")?;
    if let Failure::Engine(error) = failure {
        // The first reason is in the message already.
        output::diagnostics(err, error.diagnostics().get(1..).unwrap_or_default())?;
    }
    Ok(())
}

fn answer(
    command: &Command,
    clock: &Clock,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    match command {
        Command::Report {
            asked,
            profile,
            format,
        } => report(asked, *profile, *format, clock, out, err),
        Command::Events { asked, format } => events(asked, *format, clock, out, err),
        Command::Explain {
            sources,
            reading,
            uid,
            at,
            format,
        } => {
            let opened = open(sources, &reading.change(), clock, err)?;
            let explanation = opened.explain(uid, *at, clock)?;
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
            let opened = Opened::read(asked.sources.source()?, &asked.reading.change(), clock)?;
            let report = opened.check(&asked.period(), clock)?;
            match format {
                TextFormat::Text => output::text(out, &check_text(&report, output::style()))?,
                TextFormat::Json => output::json(out, &report)?,
            }
            Ok(exit_after(&report.diagnostics))
        }
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

fn open(
    sources: &Sources,
    change: &SettingsChange,
    clock: &Clock,
    err: &mut impl Write,
) -> Result<Opened, Failure> {
    let opened = Opened::read(sources.source()?, change, clock)?;
    if !sources.quiet {
        output::diagnostics(err, opened.diagnostics())?;
    }
    Ok(opened)
}

fn exit_of(opened: &Opened) -> Exit {
    exit_after(opened.diagnostics())
}

fn exit_after<'a>(diagnostics: impl IntoIterator<Item = &'a Diagnostic>) -> Exit {
    let mut outcomes = diagnostics.into_iter().map(|diagnostic| diagnostic.outcome);
    if outcomes.any(|outcome| outcome == Outcome::LeftOut) {
        Exit::LeftOut
    } else {
        Exit::Done
    }
}

fn report(
    asked: &Asked,
    profile: ProfileId,
    format: ReportFormat,
    clock: &Clock,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let change = SettingsChange {
        profile: Some(profile.id().to_owned()),
        ..asked.reading.change()
    };
    let opened = open(&asked.sources, &change, clock, err)?;
    let report = opened.report(&asked.period(), clock)?;
    match format {
        ReportFormat::Text => {
            output::text(out, &report_text(&report, profile.label(), output::style()))?;
        }
        ReportFormat::Md => output::text(out, &report_markdown(&report, profile.label()))?,
        ReportFormat::Json => output::json(out, &report)?,
    }
    Ok(if report.trust.left_out > 0 {
        Exit::LeftOut
    } else {
        Exit::Done
    })
}

fn events(
    asked: &Asked,
    format: EventsFormat,
    clock: &Clock,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let opened = open(&asked.sources, &asked.reading.change(), clock, err)?;
    let rows = opened.events(&asked.period(), clock)?;
    match format {
        EventsFormat::Table => output::text(out, &events_table(rows.iter(), output::width()))?,
        EventsFormat::Json => output::json_rows(out, rows.len(), |index| rows.get(index))?,
        EventsFormat::Csv => {
            let mut csv = CsvRows::start(&mut *out)?;
            for row in rows.iter() {
                csv.row(&row)?;
            }
            csv.end()?;
        }
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
