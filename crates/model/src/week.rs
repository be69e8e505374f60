use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    Action, CalendarName, Classification, DayJudgement, Diagnostic, EventRow, ImportSummary,
    Introduction, IsoWeek, KindView, LibraryTrouble, Mix, Profile, Report, Settings, Shape, Stay,
    Stretch, Texts, TimeRange, TitleTag,
};

/// Everything the Week screen draws.
///
/// Wall-clock times are strings `YYYY-MM-DDTHH:MM:SS` without an offset, already in the display zone: the window
/// never converts a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WeekView {
    /// The week shown.
    pub week: IsoWeek,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The week before.
    pub previous: IsoWeek,
    /// The week after.
    pub next: IsoWeek,
    /// Now, on the wall clock of the display zone.
    #[text(own)]
    pub now: String,
    /// The days the export tells all of, where none of this week's are among them: only its series are known.
    pub told: Option<Stretch>,
    /// What the mix of this week is compared with.
    pub profile: Profile,
    /// The report on this week.
    pub report: Report,
    /// The week before's mix, for comparison; `None` where it is empty.
    pub previous_mix: Option<Mix>,
    /// Its seven days.
    pub days: Vec<DayView>,
    /// Every occurrence that overlaps the week, by start.
    pub events: Vec<EventView>,
}

/// One day's column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DayView {
    /// The day.
    pub day: NaiveDate,
    /// Whether the user marked it as a day off.
    pub day_off: bool,
    /// The stay this date lies in: its working hours are meant on the wall clock there.
    pub stay: Option<Stay>,
    /// Counted hours on it, each minute once.
    pub booked_hours: f64,
    /// Meeting hours inside working time.
    pub meeting_hours: f64,
    /// Whether it is overloaded.
    pub overloaded: bool,
    /// Why, in words.
    #[text(quotation)]
    pub overloaded_because: Option<String>,
    /// Its working hours.
    pub working: Vec<TimeRange>,
    /// Its free stretches of working time.
    pub gaps: Vec<GapView>,
}

/// A free stretch of working time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GapView {
    /// When it begins, on the wall clock.
    #[text(own)]
    pub start: String,
    /// When it ends.
    #[text(own)]
    pub end: String,
    /// Elapsed minutes.
    pub minutes: i64,
    /// Whether it is long enough to work in.
    pub kind: GapKind,
}

/// What a free stretch is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Part of a free-or-focus stretch of at least the focus length.
    OpenFocus,
    /// Shorter.
    Fragment,
}

/// One occurrence in the window.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventView {
    /// Unique among the week's occurrences: UID, a space, and the start.
    #[text(uid)]
    pub key: String,
    /// What names its series: the UID, or that of its first instance where the file gives each its own.
    #[text(uid)]
    pub series: String,
    /// What the command line prints of it.
    pub row: EventRow,
    /// When it begins, on the wall clock (midnight for whole days).
    #[text(own)]
    pub start: String,
    /// When it ends.
    #[text(own)]
    pub end: String,
    /// Meeting or block.
    pub shape: Shape,
    /// Counted but not promised: tentative or unanswered.
    pub tentative: bool,
    /// Part of a series.
    pub recurring: bool,
    /// Whether the series repeats, in words: `every 2 weeks on Tuesday`; `None` for a single event.
    #[text(own)]
    pub cadence: Option<String>,
    /// Minutes of this week that its category gets from it, after conflicts.
    pub minutes: i64,
    /// It overlaps another counted occurrence.
    pub conflict: bool,
    /// Whether I organize it or placed it alone.
    pub mine: bool,
    /// Where it is.
    #[text(place)]
    pub location: String,
    /// Its description, as text.
    #[text(writing)]
    pub description: String,
    /// Who is in it, display name or address, me first.
    #[text(name)]
    pub people: Vec<String>,
    /// Its category, with evidence and runner-up.
    pub classification: Classification,
    /// What would change the category, in words.
    #[text(quotation)]
    pub would_change: Vec<String>,
    /// What it does to the day, with evidence and runner-up.
    pub day: DayJudgement,
    /// What would change that, in words.
    #[text(quotation)]
    pub day_would_change: Vec<String>,
}

/// What is open: the answer to “what did I import?”.
#[derive(Debug, Clone, PartialEq, Serialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Library {
    /// The files, as names to show; empty when nothing is open.
    #[text(file)]
    pub files: Vec<String>,
    /// Whether it is the demo calendar.
    pub demo: bool,
    /// The calendars in them.
    pub calendars: Vec<CalendarName>,
    /// VEVENTs read.
    pub events: usize,
    /// Problems found while reading.
    pub diagnostics: Vec<Diagnostic>,
    /// First day with an event.
    pub first_day: Option<NaiveDate>,
    /// Last day with an event, at most two years after today for series without end.
    pub last_day: Option<NaiveDate>,
    /// The week to show first: this one where it has events, else the nearest that has.
    pub week: Option<IsoWeek>,
    /// The settings in force.
    pub settings: Settings,
    /// Profiles to choose from: those that ship, then the user's own by name.
    pub profiles: Vec<Profile>,
    /// How many of them ship.
    pub shipped_profiles: usize,
    /// Every kind with its category.
    pub kinds: Vec<KindView>,
    /// What to write in a title for each category.
    pub tags: Vec<TitleTag>,
    /// Whether titles, names and places are exchanged for neutral words in every answer.
    pub hides_titles: bool,
    /// The addresses most often seen, likeliest “me” first, at most eight.
    #[text(address)]
    pub candidates: Vec<String>,
    /// The card that asks who and when; `None` where nothing is open.
    pub introduction: Option<Introduction>,
    /// Whether what is open is remembered; the demo is not.
    pub stored: bool,
    /// What undo would take back.
    pub undo: Option<Action>,
    /// What redo would do again.
    pub redo: Option<Action>,
    /// Why the library on the disk is not used, where it is not.
    pub trouble: Option<LibraryTrouble>,
    /// What the import that was just made brought; `None` where none was.
    pub imported: Option<ImportSummary>,
}
