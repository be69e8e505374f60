//! Reports: to read in the terminal, to hand on.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};
use serde::Serialize;
use weekwise_engine::{SettingsChange, write_whole};
use weekwise_model::{EvidenceRequest, PaperFormat};
use weekwise_report::{PaperError, evidence_paper, evidence_text, report_paper, report_text};

use crate::arguments::{Asked, Reading, ReportFormat, Sources};
use crate::failure::Failure;
use crate::run::{Surroundings, exit_of, open};
use crate::{Exit, output};

/// What `report` is asked.
pub(crate) struct ReportWanted<'a> {
    pub(crate) asked: &'a Asked,
    pub(crate) profile: Option<&'a str>,
    pub(crate) format: ReportFormat,
    pub(crate) redact: bool,
    pub(crate) file: Option<&'a Path>,
}

/// What `evidence` is asked.
#[derive(Debug, Args)]
pub struct EvidenceArguments {
    /// Which calendars
    #[command(flatten)]
    pub sources: Sources,
    /// How time is read
    #[command(flatten)]
    pub reading: Reading,
    /// The first day [default: of the quarter]
    #[arg(long, value_name = "DAY")]
    pub from: Option<chrono::NaiveDate>,
    /// The day after the last one [default: after the quarter]
    #[arg(long, value_name = "DAY")]
    pub to: Option<chrono::NaiveDate>,
    /// UIDs whose titles are shown; all others are told by kind
    #[arg(long, value_name = "UID", num_args = 1..)]
    pub titles: Vec<String>,
    /// Name the people who were mentored, not only how many
    #[arg(long)]
    pub names: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
    /// Where to, instead of standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

pub(crate) fn report(
    wanted: &ReportWanted<'_>,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let asked = wanted.asked;
    refuse_terminal(wanted.format, wanted.file)?;
    let change = SettingsChange {
        profile: wanted.profile.map(str::to_owned),
        ..asked.reading.change()
    };
    let opened = open(&asked.sources, &change, around, err)?;
    let report = if wanted.redact {
        opened.redacted_report(&asked.period(), around.clock)?
    } else {
        opened.report(&asked.period(), around.clock)?
    };
    let profile = &opened.settings().profile.name;
    if wanted.format == ReportFormat::Text && wanted.file.is_none() {
        output::text(out, &report_text(&report, profile, output::style()))?;
    } else {
        let paper = |format| report_paper(&report, profile, format);
        hand_out(wanted.format, &report, paper, wanted.file, out)?;
    }
    Ok(if report.trust.left_out > 0 {
        Exit::LeftOut
    } else {
        Exit::Done
    })
}

pub(crate) fn evidence(
    arguments: &EvidenceArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let file = arguments.output.as_deref();
    refuse_terminal(arguments.format, file)?;
    let opened = open(&arguments.sources, &arguments.reading.change(), around, err)?;
    let (from, to) = opened.evidence_days(arguments.from, arguments.to, around.clock)?;
    let request = EvidenceRequest {
        from,
        to,
        ticked: arguments.titles.iter().cloned().collect::<BTreeSet<_>>(),
        names: arguments.names,
    };
    let report = opened.evidence_to_share(&request, around.clock)?;
    if arguments.format == ReportFormat::Text && file.is_none() {
        output::text(out, &evidence_text(&report, output::style()))?;
    } else {
        let paper = |format| evidence_paper(&report, format);
        hand_out(arguments.format, &report, paper, file, out)?;
    }
    Ok(exit_of(&opened))
}

/// Before the work is done: its bytes would only confuse.
pub(crate) fn refuse_terminal(format: ReportFormat, file: Option<&Path>) -> Result<(), Failure> {
    let shown = file.is_none() && std::io::stdout().is_terminal();
    if format == ReportFormat::Pdf && shown {
        return Err(Failure::PdfOnTerminal);
    }
    Ok(())
}

/// To a file, or to `out`.
pub(crate) fn hand_out(
    format: ReportFormat,
    answer: &impl Serialize,
    paper: impl Fn(PaperFormat) -> Result<Vec<u8>, PaperError>,
    file: Option<&Path>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let bytes = if let Some(format) = format.paper() {
        paper(format)?
    } else {
        let mut bytes = Vec::new();
        output::json(&mut bytes, answer)?;
        bytes
    };
    match file {
        Some(file) => write_whole(file, |out| out.write_all(&bytes))?,
        None => out.write_all(&bytes)?,
    }
    Ok(())
}
