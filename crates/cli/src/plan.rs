use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum, ValueHint};
use weekwise_engine::{EngineError, Opened, SettingsChange, write_whole};
use weekwise_model::{AskRequest, AskState, PlanChoice, PlanSlot, PlanWishes, Touch};
use weekwise_report::plan_text;

use crate::arguments::{Reading, Sources, TextFormat};
use crate::failure::Failure;
use crate::run::{Surroundings, exit_of, open};
use crate::sources::library_in;
use crate::{Exit, output};

/// Questions about a plan.
#[derive(Debug, Args)]
pub struct PlanArguments {
    /// Which calendars
    #[command(flatten)]
    sources: Sources,
    /// How time is read
    #[command(flatten)]
    reading: Reading,
    /// The first day; planning is by whole weeks and never before now [default: today]
    #[arg(long, value_name = "D")]
    from: Option<NaiveDate>,
    /// How many weeks
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=8))]
    weeks: u32,
    /// Mornings a week to protect
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u32).range(0..=7))]
    mornings: u32,
    /// The shortest block, in minutes
    #[arg(long, value_name = "MIN", default_value_t = 90, value_parser = clap::value_parser!(u32).range(30..=480))]
    shortest: u32,
    /// The longest block, in minutes
    #[arg(long, value_name = "MIN", default_value_t = 240, value_parser = clap::value_parser!(u32).range(30..=720))]
    longest: u32,
    /// Most blocks a day
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u32).range(0..=4))]
    most_per_day: u32,
    /// Most blocks a week
    #[arg(long, value_name = "N", default_value_t = 8)]
    most_per_week: u32,
    /// Free minutes between a block and a meeting
    #[arg(long, value_name = "MIN", default_value_t = 0)]
    breathing: u32,
    /// Free hours of each week that stay bookable for others
    #[arg(long, value_name = "H", default_value_t = 4.0)]
    bookable: f64,
    /// Plan over noon too
    #[arg(long)]
    no_lunch: bool,
    /// Any weekdays will do
    #[arg(long)]
    any_weekdays: bool,
    /// Leave every meeting as it is
    #[arg(long)]
    no_changes: bool,
    /// Which way to plan
    #[arg(long, value_enum, default_value_t)]
    choice: Choice,
    /// This series stays as it is
    #[arg(long, value_name = "UID")]
    fixed: Vec<String>,
    /// This series may move within its week
    #[arg(long, value_name = "UID")]
    may_move: Vec<String>,
    /// This series may be shorter
    #[arg(long, value_name = "UID")]
    may_shorten: Vec<String>,
    /// This series may go into writing
    #[arg(long, value_name = "UID")]
    may_go_async: Vec<String>,
    /// This series may do without you
    #[arg(long, value_name = "UID")]
    may_decline: Vec<String>,
    /// A block that stays where it is: two instants in RFC 3339 with a slash between them
    #[arg(long, value_name = "START/END", value_parser = slot)]
    lock: Vec<PlanSlot>,
    /// A stretch without blocks, written likewise
    #[arg(long, value_name = "START/END", value_parser = slot)]
    dismiss: Vec<PlanSlot>,
    /// Targets to compare with [default: the library's, else staff-plus]
    #[arg(long, value_name = "P")]
    profile: Option<String>,
    /// Makes an ask of this change, by its id: it is followed up from then on (see `asks`)
    #[arg(long, value_name = "ID")]
    ask: Option<String>,
    /// Writes the blocks as iCalendar; a file of an earlier plan is updated, so that importing it again moves its blocks
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    ics: Option<PathBuf>,
    /// How to print it
    #[arg(long, value_enum, default_value_t)]
    format: TextFormat,
}

/// The ways to plan.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum Choice {
    /// Every meeting stays as it is
    #[default]
    NoChanges,
    /// Focus and trouble weighed against each other
    Balanced,
    /// As few changes as the wishes allow
    FewestChanges,
    /// As little trouble to others as the wishes allow
    LeastSocialCost,
    /// As much focus time as there can be
    MostFocus,
}

pub(crate) fn plan(
    arguments: &PlanArguments,
    around: Surroundings<'_>,
    out: &mut impl Write,
    err: &mut impl Write,
) -> Result<Exit, Failure> {
    let change = SettingsChange {
        profile: arguments.profile.clone(),
        ..arguments.reading.change()
    };
    let opened = open(&arguments.sources, &change, around, err)?;
    let former = match &arguments.ics {
        Some(file) if file.exists() => opened.former_blocks(&std::fs::read(file)?, around.clock),
        _ => Vec::new(),
    };
    let plan = opened.plan_after(&arguments.wishes(), true, &former, around.clock)?;
    if let Some(file) = &arguments.ics {
        let calendar = opened.export_plan(&plan, &former, around.clock);
        write_whole(file, |out| out.write_all(calendar.as_bytes()))?;
    }
    ask_for(arguments, &opened, around)?;
    match arguments.format {
        TextFormat::Text => output::text(out, &plan_text(&plan, output::style()))?,
        TextFormat::Json => output::json(out, &plan)?,
    }
    Ok(exit_of(&opened))
}

/// Keeps the change that is named as an ask of the library.
fn ask_for(
    arguments: &PlanArguments,
    opened: &Opened,
    around: Surroundings<'_>,
) -> Result<(), Failure> {
    let Some(id) = &arguments.ask else {
        return Ok(());
    };
    if !arguments.sources.is_library() {
        return Err(EngineError::NotKept.into());
    }
    let request = AskRequest {
        wishes: Some(arguments.wishes()),
        ..AskRequest::of(id, AskState::ToAsk)
    };
    let mut library = library_in(around.data, around.clock)?;
    Ok(library.set_ask(opened, &request, around.clock)?)
}

impl PlanArguments {
    fn wishes(&self) -> PlanWishes {
        let defaults = PlanWishes::default();
        let said = [
            (&self.may_decline, Touch::MayDecline),
            (&self.may_go_async, Touch::MayGoAsync),
            (&self.may_shorten, Touch::MayShorten),
            (&self.may_move, Touch::MayMove),
            (&self.fixed, Touch::Fixed),
        ];
        let overrides = said
            .into_iter()
            .flat_map(|(uids, touch)| uids.iter().map(move |uid| (uid.clone(), touch)))
            .collect();
        PlanWishes {
            from: self.from,
            weeks: self.weeks,
            mornings: self.mornings,
            shortest_minutes: self.shortest,
            longest_minutes: self.longest,
            most_per_day: self.most_per_day,
            most_per_week: self.most_per_week,
            breathing_minutes: self.breathing,
            lunch: if self.no_lunch { None } else { defaults.lunch },
            bookable_hours: self.bookable,
            same_weekdays: !self.any_weekdays,
            no_changes: self.no_changes,
            choice: match self.choice {
                Choice::NoChanges => PlanChoice::NoChanges,
                Choice::Balanced => PlanChoice::Balanced,
                Choice::FewestChanges => PlanChoice::FewestChanges,
                Choice::LeastSocialCost => PlanChoice::LeastSocialCost,
                Choice::MostFocus => PlanChoice::MostFocus,
            },
            locked: self.lock.clone(),
            dismissed: self.dismiss.clone(),
            overrides,
            ..defaults
        }
    }
}

fn slot(text: &str) -> Result<PlanSlot, String> {
    let (start, end) = text
        .split_once('/')
        .ok_or("a stretch is written START/END, two instants in RFC 3339")?;
    for instant in [start, end] {
        chrono::DateTime::parse_from_rfc3339(instant)
            .map_err(|error| format!("“{instant}”: {error}"))?;
    }
    Ok(PlanSlot {
        start: start.to_owned(),
        end: end.to_owned(),
        category: None,
    })
}
