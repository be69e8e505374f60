//! What was asked for: listing it, and moving it.

use std::io::Write;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use weekwise_engine::Opened;
use weekwise_model::{AskRequest, AskState, IsoWeek, Selection};
use weekwise_report::{asks_text, what_ifs_text};

use crate::arguments::TextFormat;
use crate::failure::Failure;
use crate::run::Surroundings;
use crate::sources::library_in;
use crate::{Exit, output};

/// What `asks` is asked, or told.
#[derive(Debug, Args)]
pub struct AsksArguments {
    /// The id of an advice, of a change `plan` or `--series` lists, or of an ask; without it, all of them are listed
    #[arg(requires = "state")]
    id: Option<String>,
    /// Where it stands from now on
    #[arg(value_enum)]
    state: Option<State>,
    /// The last day of a trial
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
    /// A note to it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The week whose advice is meant [default: this one, or the nearest with events]
    #[arg(long, value_name = "W")]
    week: Option<IsoWeek>,
    /// Lists what could be asked of each series whose title holds this, advised or not
    #[arg(long, value_name = "TITLE", conflicts_with = "id")]
    series: Option<String>,
    /// How to print them
    #[arg(long, value_enum, default_value_t)]
    format: TextFormat,
}

/// Where an ask stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum State {
    /// Nobody was asked yet
    ToAsk,
    /// Asked, without an answer
    Asked,
    /// Tried out until a day
    OnTrial,
    /// It is so, or will be
    Agreed,
    /// Somebody said no
    Refused,
    /// Not wanted any more
    Dropped,
}

impl From<State> for AskState {
    fn from(state: State) -> Self {
        match state {
            State::ToAsk => Self::ToAsk,
            State::Asked => Self::Asked,
            State::OnTrial => Self::OnTrial,
            State::Agreed => Self::Agreed,
            State::Refused => Self::Refused,
            State::Dropped => Self::Dropped,
        }
    }
}

/// Lists what the library was asked to follow up, after the step that is named.
pub(crate) fn asks(
    arguments: &AsksArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let mut library = library_in(around.data, around.clock)?;
    let mut opened = library.read(&weekwise_engine::SettingsChange::default())?;
    if let (Some(id), Some(state)) = (&arguments.id, arguments.state) {
        let request = AskRequest {
            week: arguments.week,
            until: arguments.until,
            note: arguments.note.clone(),
            ..AskRequest::of(id, state.into())
        };
        library.set_ask(&opened, &request, around.clock)?;
        opened.hear(library.said()?);
    }
    if let Some(title) = &arguments.series {
        return what_ifs(&opened, title, arguments.format, around, out);
    }
    let view = opened.asks(around.clock)?;
    match arguments.format {
        TextFormat::Text => {
            let advice = advice(&opened, arguments.week, around)?;
            output::text(out, &asks_text(&view, &advice, output::style()))?;
        }
        TextFormat::Json => output::json(out, &view)?,
    }
    Ok(Exit::Done)
}

/// What could be asked of a series, each with the id it is asked for by.
fn what_ifs(
    opened: &Opened,
    title: &str,
    format: TextFormat,
    around: Surroundings<'_>,
    out: &mut impl Write,
) -> Result<Exit, Failure> {
    let view = opened.meetings(&Selection::default(), around.clock)?;
    let wanted = title.to_lowercase();
    let mut rows = view.series;
    rows.retain(|row| row.summary.to_lowercase().contains(&wanted) && !row.changes.is_empty());
    match format {
        TextFormat::Text => output::text(out, &what_ifs_text(&rows, output::style()))?,
        TextFormat::Json => output::json(out, &rows)?,
    }
    Ok(Exit::Done)
}

fn advice(
    opened: &Opened,
    week: Option<IsoWeek>,
    around: Surroundings<'_>,
) -> Result<Vec<weekwise_model::Advice>, Failure> {
    Ok(opened.week(week, around.clock)?.report.advice.advice)
}
