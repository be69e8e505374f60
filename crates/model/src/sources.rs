use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, Diagnostic, IsoWeek, Texts};

/// Everything the Sources screen shows: what the library remembers, and the way back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourcesView {
    /// The calendars, in the order they came.
    pub calendars: Vec<SourceCalendar>,
    /// What the last undoable actions were, newest first.
    pub history: Vec<Action>,
    /// The folder the library lies in.
    #[text(place)]
    pub folder: String,
    /// Copies of the library that can be restored, newest first.
    pub backups: Vec<Backup>,
    /// Calendars that are fetched from an address.
    pub subscriptions: Vec<Subscription>,
}

/// A calendar the library remembers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SourceCalendar {
    /// Names it in the library, for ever.
    pub key: i64,
    /// What the user can change.
    pub settings: CalendarSettings,
    /// What its file calls it.
    #[text(calendar)]
    pub own_name: Option<String>,
    /// The file of the import that holds.
    #[text(file)]
    pub file: String,
    /// Its imports, newest first.
    pub snapshots: Vec<Snapshot>,
    /// What was wrong in the import that holds.
    pub diagnostics: Vec<Diagnostic>,
}

/// What the user can set on a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarSettings {
    /// What it is called.
    #[text(calendar)]
    pub name: String,
    /// Its colour, as CSS writes it.
    #[text(own)]
    pub color: Option<String>,
    /// IANA name of the zone its floating times are meant in.
    #[text(own)]
    pub zone: Option<String>,
    /// The category of events that nothing else says anything about.
    pub category: Option<Category>,
    /// Whether its events count.
    pub included: bool,
}

/// A calendar as one import brought it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Snapshot {
    /// Names it in the library, for ever.
    pub key: i64,
    /// When it was imported: the wall clock of the user's zone, `2026-11-12T09:30:00`.
    #[text(own)]
    pub imported_at: String,
    /// The file it came in.
    #[text(file)]
    pub file: String,
    /// How many events it has.
    pub events: u64,
    /// Whether it is the one that holds.
    pub current: bool,
}

/// What is different in a later snapshot. Each event is in one list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SnapshotChanges {
    /// Was not there, or was called off and is on again.
    pub added: Vec<EventDifference>,
    /// Starts at another time.
    pub moved: Vec<EventDifference>,
    /// Is called off.
    pub cancelled: Vec<EventDifference>,
    /// Starts when it did, but something else is different.
    pub changed: Vec<EventDifference>,
    /// Is not there any more.
    pub removed: Vec<EventDifference>,
}

/// One event that is different.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventDifference {
    /// Its UID.
    #[text(uid)]
    pub uid: String,
    /// Which instance, where it is about one of a series: wall clock of the user's zone, or a date.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// Its title, the later one where there are two.
    #[text(title)]
    pub title: String,
    /// When it started in the earlier snapshot: wall clock of the user's zone, or a date.
    #[text(own)]
    pub before: Option<String>,
    /// When it starts in the later one.
    #[text(own)]
    pub after: Option<String>,
}

/// What an import brought, a line for each calendar in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportSummary {
    /// The calendars that were imported.
    pub calendars: Vec<ImportedCalendar>,
    /// What was wrong in them.
    pub diagnostics: Vec<Diagnostic>,
}

/// What an import did to one calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ImportedCalendar {
    /// Names it in the library.
    pub key: i64,
    /// What it is called there.
    #[text(calendar)]
    pub name: String,
    /// It is new.
    pub created: bool,
    /// It held these very bytes already; nothing was written.
    pub identical: bool,
    /// Events that were not there before.
    pub added: usize,
    /// Events that start at another time.
    pub moved: usize,
    /// Events that are otherwise different.
    pub changed: usize,
    /// Events that are called off.
    pub cancelled: usize,
    /// Events that are not there any more.
    pub removed: usize,
    /// Events of earlier imports that stay because they lie outside the days this one tells of.
    #[serde(default)]
    pub still_holding: usize,
    /// The calendar it may be: nothing in the two tells, so that the user is asked. Until then they are two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub may_be: Option<MayBe>,
}

/// A calendar that another one may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MayBe {
    /// Names it in the library.
    pub key: i64,
    /// What it is called there.
    #[text(calendar)]
    pub name: String,
}

/// Something the user did, which can be undone or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Action {
    /// What it was, in words: “Import work.ics”.
    #[text(deed)]
    pub label: String,
    /// When it was done: the wall clock of the user's zone.
    #[text(own)]
    pub at: String,
}

/// A copy of the library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Backup {
    /// Its file's name, by which it is asked for.
    #[text(own)]
    pub name: String,
    /// How large it is, in bytes.
    pub bytes: u64,
}

/// A calendar that is fetched from an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Subscription {
    /// Names it.
    #[text(key)]
    pub id: String,
    /// The host of its address. The rest of the address is a secret and stays in the keyring.
    #[text(place)]
    pub host: String,
    /// Its calendar in the library, once there is one.
    pub calendar: Option<i64>,
    /// When it was last fetched: wall clock of the user's zone.
    #[text(own)]
    pub fetched_at: Option<String>,
    /// When it will be fetched next while the app runs.
    #[text(own)]
    pub due_at: Option<String>,
    /// How often it is fetched, in minutes, where the calendar itself asks for that.
    pub every_minutes: Option<u32>,
    /// What went wrong the last time, and what to do.
    #[text(quotation)]
    pub problem: Option<String>,
    /// The address is not in the keyring, so it will be forgotten when the app closes.
    pub until_close: bool,
}

/// An event found by search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchHit {
    /// Its UID.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub title: String,
    /// The name of its calendar.
    #[text(calendar)]
    pub calendar: String,
    /// When it starts; a series: when its first instance does. Wall clock of the user's zone, or a date.
    #[text(own)]
    pub start: String,
    /// The week to show it in: for a series, that of the instance nearest to now.
    pub week: IsoWeek,
    /// Whether it is called off.
    pub cancelled: bool,
    /// Who is in it, me first: the first few.
    #[text(name)]
    pub people: Vec<String>,
    /// What its description says around the first word that was looked for, where its title does not have all of them.
    #[text(writing)]
    pub excerpt: Option<String>,
    /// How often it is in the half years before and after now.
    pub times: usize,
    /// How long that is together, in minutes, whatever it counts for.
    pub minutes: i64,
}

/// A line of a review found by search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LineHit {
    /// The week that was reviewed.
    pub week: IsoWeek,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The line for the record.
    #[text(writing)]
    pub line: String,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchHits {
    /// The best of them, best first.
    pub hits: Vec<SearchHit>,
    /// How many events were found, listed or not; a thousand stands for that many or more.
    pub found: usize,
    /// How long all of them are in the half years before and after now, in minutes, whatever they count for.
    pub minutes: i64,
    /// The lines of reviews that have every word, the latest first.
    pub lines: Vec<LineHit>,
}

/// Why the library on the disk is not used. Nothing is written to it until the user has decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LibraryTrouble {
    /// What is wrong.
    pub kind: TroubleKind,
    /// What is wrong, in words, and what was kept.
    #[text(quotation)]
    pub message: String,
    /// Copies that can be restored, newest first.
    pub backups: Vec<Backup>,
}

/// What can be wrong with a library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TroubleKind {
    /// A newer Weekwise wrote it.
    Newer,
    /// It is damaged.
    Damaged,
    /// The file is no library.
    NotALibrary,
    /// Another program holds it.
    InUse,
    /// It, or its folder, cannot be written.
    ReadOnly,
    /// The disk is full.
    DiskFull,
    /// Anything else.
    Other,
}
