use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{AskState, Category, Impact, IsoWeek, Kind, Mix, PeriodJson, Texts};

/// Everything the Meetings screen draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MeetingsView {
    /// What the figures are about.
    pub period: PeriodJson,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// Every series and single event with counted time in the period, the most of my hours first.
    pub series: Vec<SeriesRow>,
    /// Single events that are not listed, because there are hundreds: the shortest.
    pub unlisted: u32,
    /// Their minutes.
    pub unlisted_minutes: i64,
    /// All of them together.
    pub totals: SeriesTotals,
    /// The cheapest real changes, the most deep-work time for the least trouble first: the first is the one to make.
    pub changes: Vec<SeriesChange>,
    /// How much of the coming weeks is already promised.
    pub forward: ForwardBook,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// One series (or single event) of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesRow {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title, as its last occurrence has it.
    #[text(title)]
    pub summary: String,
    /// The name of its calendar.
    #[text(calendar)]
    pub calendar: String,
    /// Its category, as its last occurrence has it.
    pub category: Category,
    /// Its kind, likewise.
    pub kind: Kind,
    /// True where others are there; false for own blocks.
    pub meeting: bool,
    /// Whether it repeats.
    pub recurring: bool,
    /// How often, in words: `every 2 weeks on Tuesday`; `None` for a single event.
    #[text(own)]
    pub cadence: Option<String>,
    /// Its counted occurrences in the period.
    pub times: u32,
    /// Minutes my categories got from it, after conflicts.
    pub minutes: i64,
    /// The same in hours a week.
    pub hours_per_week: f64,
    /// Length × people who have not declined × times, in hours a month of 30.44 days.
    pub people_hours_per_month: f64,
    /// People who have not declined, me included; of the last occurrence.
    pub people: u32,
    /// False where the export hides who is there.
    pub people_known: bool,
    /// Whether I organize it, or placed it alone.
    pub mine: bool,
    /// Focus time without it − focus time with it, hours a week.
    pub focus_cost: f64,
    /// What each change to it would give back; empty for single events and own blocks.
    pub changes: Vec<SeriesChange>,
    /// What is odd about it.
    pub marks: Vec<SeriesMark>,
    /// Its first occurrence from now on, on the wall clock (`YYYY-MM-DDTHH:MM:SS`); `None` where there is none in the
    /// next 26 weeks.
    #[text(own)]
    pub next: Option<String>,
    /// Its last one in the period, on the wall clock.
    #[text(own)]
    pub last: Option<String>,
    /// What the user thinks it achieves.
    pub impact: Option<Impact>,
    /// How many single events of the file it is put together from; 0 where the file says that it repeats.
    pub gathered: u32,
}

/// All series of a period together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesTotals {
    /// Recurring meetings.
    pub recurring: u32,
    /// My hours in recurring meetings, a week.
    pub recurring_hours_per_week: f64,
    /// My hours in single meetings, a week.
    pub single_hours_per_week: f64,
    /// Everybody's hours in all meetings, a month of 30.44 days.
    pub people_hours_per_month: f64,
    /// Focus time without any recurring meeting − focus time as it is, hours a week.
    pub focus_cost: f64,
}

/// What can be done about a series.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SeriesAction {
    /// Stop going.
    Drop,
    /// End it earlier.
    Shorten,
    /// Hold every other one.
    Halve,
    /// Hold it at another time of the same day.
    Move,
}

/// One change to a series, what it gives back and what it takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesChange {
    /// Names the change, the same in advice and asks: `halve:UID`.
    #[text(uid)]
    pub id: String,
    /// Where it stands, where it was asked for.
    pub asked: Option<AskState>,
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// What to do.
    pub action: SeriesAction,
    /// Minutes taken off by [`SeriesAction::Shorten`], or the shift of [`SeriesAction::Move`] (negative: earlier); else 0.
    pub by_minutes: i64,
    /// In the imperative: `Make “Platform sync” fortnightly.`
    #[text(quotation)]
    pub text: String,
    /// What it buys, in a sentence with numbers.
    #[text(quotation)]
    pub gain: String,
    /// Focus time regained, hours a week.
    pub focus_hours_per_week: f64,
    /// Meeting time given back, hours a week.
    pub hours_per_week: f64,
    /// How many hours to move it saves, a week; negative where it adds some.
    pub hours_to_move_saved: f64,
    /// How much persuading it takes; 1 is a word to oneself.
    pub social_cost: f64,
    /// Why it takes that much, in words.
    #[text(quotation)]
    pub social_cost_because: String,
}

/// Something odd about a series.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesMark {
    /// What.
    pub mark: Oddity,
    /// In words: `8 of its last 8 instances were cancelled`.
    #[text(quotation)]
    pub text: String,
    /// The series it repeats, for [`Oddity::Duplicate`].
    #[text(uid)]
    pub of: Option<String>,
}

/// What can be odd about a series (section 5 of docs/product.md).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Oddity {
    /// Endless and over 26 weeks old, or ≥ 30 % of its last 8 instances cancelled.
    Zombie,
    /// Another series has the same people and the same topic.
    Duplicate,
    /// Everybody else declined.
    Abandoned,
    /// Nine people or more.
    Large,
    /// Longer than 60 min.
    Long,
    /// Its rule has neither COUNT nor UNTIL.
    NoEnd,
}

/// How much of the coming weeks is already promised.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForwardBook {
    /// The next eight weeks, this one first.
    pub weeks: Vec<ForwardWeek>,
    /// The first week in which a band can no longer hold.
    pub first_break: Option<BandBreak>,
}

/// One coming week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ForwardWeek {
    /// The week.
    pub week: IsoWeek,
    /// Its Monday.
    pub from: NaiveDate,
    /// Its Sunday.
    pub to: NaiveDate,
    /// Working hours less breaks, time off and personal occurrences.
    pub capacity_hours: f64,
    /// Counted hours already in the calendar.
    pub promised_hours: f64,
    /// `promised / (working time ∪ promised)`; 0 of nothing.
    pub promised_share: f64,
    /// The week mix as booked so far.
    pub mix: Mix,
    /// Bands that cannot hold any more, whatever fills the free time.
    pub breaks: Vec<BandBreak>,
}

/// A band that cannot hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BandBreak {
    /// The week.
    pub week: IsoWeek,
    /// The category.
    pub category: Category,
    /// Hours too many (positive) or out of reach (negative).
    pub hours: f64,
    /// In words: `Week 48: cross-team is promised 2.5 h above its band.`
    #[text(quotation)]
    pub text: String,
}
