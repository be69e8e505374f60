use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum, ValueHint};
use weekwise_engine::{Moment, PeriodChoice, SettingsChange};
use weekwise_model::{IsoWeek, PaperFormat, Stay, WorkingHours};

use crate::asks::AsksArguments;
use crate::assist::McpArguments;
use crate::papers::EvidenceArguments;
use crate::plan::PlanArguments;
use crate::questions::{AnswerArguments, QuestionsArguments};
use crate::review::{DiffArguments, ReviewArguments};

/// What your weeks are spent on, against the allocation a Staff+ role needs.
///
/// Reads calendar exports (.ics, .zip, folders), counts every minute once, and says why each event is counted the
/// way it is. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "weekwise", version, max_term_width = 100)]
pub struct Arguments {
    /// What to do; without a command the window opens
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Calendars to open in the window
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// The folder the library lies in [default: the system's folder for data]
    #[arg(long, global = true, env = "WEEKWISE_DATA", value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    pub data: Option<PathBuf>,
}

impl Arguments {
    /// What was given. Prints help, or what is wrong with the arguments, and ends the program where that is the answer.
    pub fn of_program() -> Self {
        Self::read(std::env::args_os()).unwrap_or_else(|error| error.exit())
    }

    /// What was given.
    ///
    /// # Errors
    /// What is wrong with the arguments, or the help that was asked for.
    pub fn read(
        arguments: impl IntoIterator<Item = impl Into<OsString> + Clone>,
    ) -> Result<Self, clap::Error> {
        let read = Self::try_parse_from(with_whole_hours(arguments))?;
        // A window for such a word could only say that there is no such file.
        let Some(word) = read.files.iter().find(|file| is_mistyped(file)) else {
            return Ok(read);
        };
        let word = word.to_string_lossy();
        let mut command = Self::command();
        let message = if command.find_subcommand(&*word).is_some() {
            format!("the command comes first, then calendars: `weekwise {word} FILES`")
        } else {
            let near = meant(&word);
            format!("there is neither a command nor a file “{word}”{near}")
        };
        Err(command.error(ErrorKind::InvalidSubcommand, message))
    }
}

/// The arguments with the ranges of working hours in one piece: in `--hours 8-12 13-17` the second is not a calendar, unless
/// there is a file of that name.
fn with_whole_hours(arguments: impl IntoIterator<Item = impl Into<OsString>>) -> Vec<OsString> {
    let is_range = |word: &OsString| {
        let text = word.to_string_lossy();
        text.starts_with(|c: char| c.is_ascii_digit())
            && text.parse::<WorkingHours>().is_ok()
            && !Path::new(word).exists()
    };
    let mut whole: Vec<OsString> = Vec::new();
    let mut in_hours = false;
    for word in arguments.into_iter().map(Into::into) {
        let text = word.to_string_lossy();
        let is_first = whole.last().is_some_and(|last| last == "--hours");
        let begins = is_first || text.starts_with("--hours=");
        if in_hours && !begins && is_range(&word) {
            if let Some(hours) = whole.last_mut() {
                hours.push(" ");
                hours.push(&word);
            }
            continue;
        }
        in_hours = begins;
        whole.push(word);
    }
    whole
}

/// Whether a word in the place of calendars can only be a command mistyped: one word, and nothing of that name is there.
fn is_mistyped(word: &Path) -> bool {
    let text = word.to_string_lossy();
    let is_plain = text.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    is_plain && text != "-" && !word.exists()
}

/// The command whose name is nearest to a word, as a question.
fn meant(word: &str) -> String {
    let command = Arguments::command();
    let names = command.get_subcommands().map(|c| c.get_name().to_owned());
    let near = names
        .map(|name| (strsim::jaro(word, &name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|(a, _), (b, _)| a.total_cmp(b));
    near.map_or(String::new(), |(_, name)| {
        format!("; did you mean `{name}`?")
    })
}

/// One question, or one use, of the command line.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The mix against the bands, the load, the signals
    Report {
        /// Which calendars, which time, whose
        #[command(flatten)]
        asked: Asked,
        /// Targets to compare with: staff-plus, tech-lead, architect, solver, right-hand, senior, principal, or one of the
        /// library's own
        /// [default: the library's, else staff-plus]
        #[arg(long, value_name = "P")]
        profile: Option<String>,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: ReportFormat,
        /// Without titles and names
        #[arg(long)]
        redact: bool,
        /// Where to, instead of standard output
        #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
    },
    /// A record for a talk about performance or promotion: reviews, mentoring, teams, strategy, focus blocks kept
    ///
    /// Without days it is about the last quarter of a year that has events. Titles stay hidden unless they are named:
    /// `weekwise events --format json` lists them with their UIDs.
    Evidence(EvidenceArguments),
    /// What was asked for, where it stands, and what came of it; with an id, where that stands from now on
    ///
    /// An ask is made of an advice. What an import shows of its meeting moves it by itself: held half as often, shorter,
    /// elsewhere, gone, without you, back again. `weekwise undo` takes that back too.
    Asks(AsksArguments),
    /// A week reviewed: what it was, what moved, what was kept and decided, what is next; as a note. Or a month, a quarter or a
    /// year looked back on
    ///
    /// The window's review leaves the same note. Of a library it holds what was guessed and decided there. A month, a quarter or a
    /// year is made for other eyes: titles stay hidden unless they are named, names unless they are asked for.
    Review(ReviewArguments),
    /// What the last import of a calendar changed
    Diff(DiffArguments),
    /// The occurrences, classified; cancelled and declined ones too
    Events {
        /// Which calendars, which time, whose
        #[command(flatten)]
        asked: Asked,
        /// How to print them
        #[arg(long, value_enum, default_value_t)]
        format: EventsFormat,
        /// Without titles and names
        #[arg(long)]
        redact: bool,
    },
    /// Why an occurrence has its category
    Explain {
        /// Which calendars, whose
        #[command(flatten)]
        sources: Sources,
        /// How time is read
        #[command(flatten)]
        reading: Reading,
        /// The event
        #[arg(long, value_name = "U")]
        uid: String,
        /// Which instance of a series: a day or an instant; without it, the one nearest to now
        #[arg(long, value_name = "T")]
        at: Option<Moment>,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: TextFormat,
    },
    /// What the import found: calendars, events, and every problem with its line
    Check {
        /// Which calendars, which time, whose
        #[command(flatten)]
        asked: Asked,
        /// How to print it
        #[arg(long, value_enum, default_value_t)]
        format: TextFormat,
    },
    /// The deep-work blocks to protect in the coming weeks, and what must change for them
    Plan(PlanArguments),
    /// Answers an assistant over standard input and output (Model Context Protocol)
    ///
    /// An assistant's program starts this; docs/assistants.md has the lines for the common ones. Titles and names are neutral
    /// words unless --titles allows them; descriptions and addresses are never told. It only reads, unless --answers lets it
    /// answer questions.
    Mcp(McpArguments),
    /// What the answers rest on, as questions: the one that sets most hours right first
    ///
    /// With JSON, answers can be written beside the questions and handed back:
    /// `weekwise questions cal.ics --format json | SCRIPT | weekwise report cal.ics --answers -`.
    Questions(QuestionsArguments),
    /// Answers questions about the library, as one step that `undo` takes back
    Answer(AnswerArguments),
    /// Keeps calendars in the library; what is there already is updated
    Import {
        /// Files, folders or zips; `-` reads standard input
        #[arg(value_name = "FILES", required = true, value_hint = ValueHint::AnyPath)]
        files: Vec<PathBuf>,
        /// The calendar of the library it is, by name or number, whatever its events say
        #[arg(long, value_name = "CALENDAR", conflicts_with = "new")]
        into: Option<String>,
        /// A calendar of its own, whatever its events say
        #[arg(long)]
        new: bool,
        /// How to print what it brought
        #[arg(long, value_enum, default_value_t)]
        format: TextFormat,
        /// No diagnostics on standard error
        #[arg(long, short)]
        quiet: bool,
    },
    /// Makes one calendar of two that are the same: what both hold adds up, and `undo` parts them again
    Join {
        /// The calendar that was imported as one of its own, by name or number
        calendar: String,
        /// The calendar it is
        into: String,
    },
    /// Writes what the library holds
    Export {
        /// json: all of it, for `restore`; csv, parquet: every occurrence, classified; ics: the calendars
        #[arg(long, value_enum, default_value_t)]
        format: ExportFormat,
        /// Where to, instead of standard output
        #[arg(long, short, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,
    },
    /// Makes the library what an export in json says; `undo` brings back what was there
    ///
    /// With --backup a copy that was made of the library is put in its place instead. What was there is put aside, not
    /// deleted.
    Restore {
        /// The export; `-` reads standard input
        #[arg(value_name = "FILE", value_hint = ValueHint::FilePath, required_unless_present = "backup")]
        file: Option<PathBuf>,
        /// One of the copies that `backups` lists, instead of an export [default: the newest]
        #[arg(long, value_name = "NAME", num_args = 0..=1, conflicts_with = "file")]
        backup: Option<Option<String>>,
    },
    /// The copies of the library that can be restored, newest first
    Backups {
        /// How to print them
        #[arg(long, value_enum, default_value_t)]
        format: TextFormat,
    },
    /// Takes back the last change to the library
    Undo,
    /// Does again what was taken back last
    Redo,
    /// Prints a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page
    Man,
}

/// Which calendars.
#[derive(Debug, Args)]
pub struct Sources {
    /// Files, folders or zips; `-` reads standard input [default: the library]
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    pub files: Vec<PathBuf>,
    /// The demo calendar instead of files
    #[arg(long, conflicts_with = "files")]
    pub demo: bool,
    /// Answers to what `questions` asks, as JSON; `-` reads standard input. For this time only
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub answers: Option<PathBuf>,
    /// No diagnostics on standard error
    #[arg(long, short)]
    pub quiet: bool,
}

/// How time is read.
#[derive(Debug, Args)]
pub struct Reading {
    /// Time zone of days and working hours, and of floating events: an IANA name [default: the one the calendar was
    /// written in, else this machine's]
    #[arg(long, value_name = "Z")]
    pub tz: Option<String>,
    /// An address of yours; several are allowed [default: guessed from the calendar]
    #[arg(long, value_name = "A")]
    pub me: Vec<String>,
    /// Working hours, Monday to Friday: 09:00-17:00, or 09:00-12:00,13:00-17:00 [default: as the
    /// calendar tells, else 09:00-17:00]
    #[arg(long, value_name = "H", value_parser = hours)]
    pub hours: Option<String>,
    /// Days in another zone, where working hours are on its wall clock: 2026-11-16..2026-11-20=Asia/Tokyo; may be
    /// repeated [default: the library's]
    #[arg(long, value_name = "DAYS=ZONE")]
    pub stay: Vec<Stay>,
}

/// Which calendars, which time, whose.
#[derive(Debug, Args)]
pub struct Asked {
    /// Which calendars
    #[command(flatten)]
    pub sources: Sources,
    /// How time is read
    #[command(flatten)]
    pub reading: Reading,
    /// An ISO week: 2026-W46 [default: this week, or the nearest with events]
    #[arg(long, value_name = "W", conflicts_with_all = ["from", "to"])]
    pub week: Option<IsoWeek>,
    /// The first day, or an instant in RFC 3339
    #[arg(long, value_name = "D")]
    pub from: Option<Moment>,
    /// The day after the last one, or an instant
    #[arg(long, value_name = "D")]
    pub to: Option<Moment>,
}

/// Forms of a report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For the terminal
    #[default]
    Text,
    /// For programs
    Json,
    /// Markdown
    Md,
    /// One HTML file without scripts, to send and to print
    Html,
    /// PDF, to hand on: A4, tagged for screen readers
    Pdf,
}

impl ReportFormat {
    /// The form people read; none for programs.
    pub fn paper(self) -> Option<PaperFormat> {
        match self {
            Self::Text => Some(PaperFormat::Text),
            Self::Json => None,
            Self::Md => Some(PaperFormat::Markdown),
            Self::Html => Some(PaperFormat::Html),
            Self::Pdf => Some(PaperFormat::Pdf),
        }
    }
}

/// Forms of a list of occurrences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum EventsFormat {
    /// For the terminal
    #[default]
    Table,
    /// For programs
    Json,
    /// For spreadsheets
    Csv,
}

/// Forms of an export.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// Everything
    #[default]
    Json,
    /// Every occurrence, for spreadsheets
    Csv,
    /// Every occurrence, for data tools
    Parquet,
    /// The calendars
    Ics,
}

/// Forms of everything else.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum TextFormat {
    /// For the terminal
    #[default]
    Text,
    /// For programs
    Json,
}

impl Reading {
    /// The settings asked for.
    pub fn change(&self) -> SettingsChange {
        SettingsChange {
            me: (!self.me.is_empty()).then(|| self.me.clone()),
            zone: self.tz.clone(),
            hours: self.hours.clone(),
            stays: (!self.stay.is_empty()).then(|| self.stay.clone()),
            ..SettingsChange::default()
        }
    }
}

impl Asked {
    /// The period asked for.
    pub fn period(&self) -> PeriodChoice {
        match (self.week, self.from, self.to) {
            (Some(week), ..) => PeriodChoice::Week(week),
            (None, Some(from), Some(to)) => PeriodChoice::Range { from, to },
            (None, Some(from), None) => PeriodChoice::From(from),
            (None, None, Some(to)) => PeriodChoice::To(to),
            (None, None, None) => PeriodChoice::Default,
        }
    }
}

fn hours(text: &str) -> Result<String, String> {
    text.parse::<WorkingHours>()
        .map(|_| text.to_owned())
        .map_err(|error| error.to_string())
}
