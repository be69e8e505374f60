//! The review of a week without a window, for scripts; and what two imports of a calendar changed.

use std::io::Write;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use weekwise_engine::{Reviews, write_note};
use weekwise_model::{EventDifference, IsoWeek, SnapshotChanges, words};
use weekwise_report::review_note;

use crate::arguments::{Reading, Sources, TextFormat};
use crate::failure::Failure;
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
    /// Writes the note into this folder; what stands below its marker stays
    #[arg(long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    note: Option<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: ReviewFormat,
}

/// How a review is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum ReviewFormat {
    /// The note
    #[default]
    Md,
    /// For programs
    Json,
}

/// Prints the review of a week, or writes its note.
pub(crate) fn review(
    arguments: &ReviewArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
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
    match arguments.format {
        ReviewFormat::Md => output::text(out, &review_note(&view))?,
        ReviewFormat::Json => output::json(out, &view)?,
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
