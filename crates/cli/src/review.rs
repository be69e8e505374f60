//! Reviews without a window, for scripts: of a week, or of a month, a quarter or a year; and what two imports of a calendar
//! changed.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use weekwise_engine::{Reviews, write_note};
use weekwise_model::{
    EventDifference, EvidenceRequest, IsoWeek, NamedPeriod, SnapshotChanges, Stretch, words,
};
use weekwise_report::{look_back_paper, look_back_text, review_note};

use crate::arguments::{Reading, ReportFormat, Sources, TextFormat};
use crate::failure::Failure;
use crate::papers::{hand_out, refuse_terminal};
use crate::run::{Surroundings, exit_of, open};
use crate::sources::library_in;
use crate::{Exit, output};

/// What `review` is asked.
#[derive(Debug, Args)]
pub struct ReviewArguments {
    /// Which calendars
    #[command(flatten)]
    sources: Sources,
    /// How time is read
    #[command(flatten)]
    reading: Reading,
    /// Which week [default: this one, or the nearest with events]
    #[arg(long, value_name = "W")]
    week: Option<IsoWeek>,
    /// A month looked back on: 2026-10
    #[arg(long, value_name = "M", value_parser = month, conflicts_with_all = ["week", "quarter", "year"])]
    month: Option<NamedPeriod>,
    /// A quarter: 2026-Q3
    #[arg(long, value_name = "Q", value_parser = quarter, conflicts_with_all = ["week", "year"])]
    quarter: Option<NamedPeriod>,
    /// A year: 2026
    #[arg(long, value_name = "Y", value_parser = year, conflicts_with = "week")]
    year: Option<NamedPeriod>,
    /// Of a month, a quarter or a year: UIDs whose titles are shown; all others are told by kind
    #[arg(long, value_name = "UID", num_args = 1.., conflicts_with_all = ["week", "note"])]
    titles: Vec<String>,
    /// Of a month, a quarter or a year: name the people of 1:1s and mentoring
    #[arg(long, conflicts_with_all = ["week", "note"])]
    names: bool,
    /// Of a week: writes the note into this folder; what stands below its marker stays
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath, conflicts_with_all = ["month", "quarter", "year"])]
    note: Option<PathBuf>,
    /// How to print it; a week as md or json only
    #[arg(long, value_enum, default_value_t = ReportFormat::Md)]
    format: ReportFormat,
    /// Where to, instead of standard output
    #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "note")]
    output: Option<PathBuf>,
}

fn month(text: &str) -> Result<NamedPeriod, String> {
    of_months(1, text)
}

fn quarter(text: &str) -> Result<NamedPeriod, String> {
    of_months(3, text)
}

fn year(text: &str) -> Result<NamedPeriod, String> {
    of_months(12, text)
}

fn of_months(months: u32, text: &str) -> Result<NamedPeriod, String> {
    let read: Result<NamedPeriod, _> = text.parse();
    match read {
        Ok(named) if named.months() == months => Ok(named),
        Ok(_) => Err(match months {
            1 => "a month is written 2026-10",
            3 => "a quarter is written 2026-Q3",
            _ => "a year is written 2026",
        }
        .to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

/// Prints the review of a week, or writes its note; or looks back on longer.
pub(crate) fn review(
    arguments: &ReviewArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let longer = arguments.month.or(arguments.quarter).or(arguments.year);
    if let Some(named) = longer {
        return look_back(named.days(), arguments, around, out, err);
    }
    let is_note = matches!(arguments.format, ReportFormat::Md | ReportFormat::Json);
    if !is_note || arguments.names || !arguments.titles.is_empty() {
        return Err(Failure::OnlyOfLonger);
    }
    let (sources, clock) = (&arguments.sources, around.clock);
    let opened = open(sources, &arguments.reading.change(), around, err)?;
    let view = if sources.is_library() {
        library_in(around.data, clock)?.review(&opened, arguments.week, clock)?
    } else {
        opened.review(arguments.week, &Reviews::new(), &[], clock)?
    };
    if let Some(folder) = &arguments.note {
        let file = write_note(&review_note(&view), view.week, folder)?;
        output::text(out, &format!("{}\n", file.display()))?;
        return Ok(exit_of(&opened));
    }
    let note = |_| Ok(review_note(&view).into_bytes());
    let file = arguments.output.as_deref();
    hand_out(arguments.format, &view, note, file, out)?;
    Ok(exit_of(&opened))
}

/// Prints a month, a quarter or a year looked back on, as others may read it.
fn look_back(
    days: Stretch,
    arguments: &ReviewArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let (sources, clock, format) = (&arguments.sources, around.clock, arguments.format);
    let file = arguments.output.as_deref();
    refuse_terminal(format, file)?;
    let opened = open(sources, &arguments.reading.change(), around, err)?;
    let request = EvidenceRequest {
        from: days.from,
        to: days.to,
        ticked: arguments.titles.iter().cloned().collect(),
        names: arguments.names,
    };
    let answer = if sources.is_library() {
        library_in(around.data, clock)?.look_back_to_share(&opened, &request, clock)?
    } else {
        opened.look_back_to_share(&request, &Reviews::new(), clock)?
    };
    if format == ReportFormat::Text && file.is_none() {
        output::text(out, &look_back_text(&answer, output::style()))?;
    } else {
        let paper = |format| look_back_paper(&answer, format);
        hand_out(format, &answer, paper, file, out)?;
    }
    Ok(exit_of(&opened))
}

/// What `diff` is asked.
#[derive(Debug, Args)]
pub struct DiffArguments {
    /// The calendar, by name or number; not needed where there is one
    calendar: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: TextFormat,
}

/// Prints what the last import of a calendar changed.
pub(crate) fn diff(
    arguments: &DiffArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let library = library_in(around.data, around.clock)?;
    let changes = library.last_changes(arguments.calendar.as_deref())?;
    match arguments.format {
        TextFormat::Text => output::text(out, &text(&changes))?,
        TextFormat::Json => output::json(out, &changes)?,
    }
    Ok(Exit::Done)
}

fn text(changes: &SnapshotChanges) -> String {
    let parts: [(&str, &[EventDifference]); 5] = [
        ("added", &changes.added),
        ("moved", &changes.moved),
        ("cancelled", &changes.cancelled),
        ("changed", &changes.changed),
        ("removed", &changes.removed),
    ];
    let mut text = String::new();
    for (what, all) in parts {
        for one in all {
            let times = match (&one.before, &one.after) {
                (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
                (_, Some(at)) | (Some(at), None) => at.clone(),
                (None, None) => String::new(),
            };
            text.push_str(&format!("{what}  {times}  {}\n", words::title(&one.title)));
        }
    }
    if text.is_empty() {
        text.push_str("The last two imports say the same.\n");
    }
    text
}
