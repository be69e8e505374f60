use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    AsksView, Category, EvidenceSection, IsoWeek, Mix, OrdinaryWeeks, PersonHours, Stretch, Texts,
};

/// A month, a quarter or a year as its review shows it: how it was spent (product.md section 8, *Looking back*).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBack {
    /// `How I spent the third quarter of 2026`.
    #[text(own)]
    pub title: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// The zone of its days: an IANA name.
    #[text(own)]
    pub tz: String,
    /// True for the demo calendar.
    pub demo: bool,
    /// The days of it that are counted: those that have been, and of which the export tells all. `None` where there are none.
    pub told: Option<Stretch>,
    /// What is to be read first: `5.2 h to move in a middle week`.
    #[text(own)]
    pub headline: String,
    /// The sentence below it.
    #[text(own)]
    pub lead: String,
    /// The week mix of all days that are counted, beside the bands; gaps in hours are of all of them together. `None` where
    /// nothing is told, or too little is booked to judge it.
    pub mix: Option<Mix>,
    /// How many weeks the days that are counted make up: what a figure of the mix is divided by to be one of a week.
    pub weeks_long: f64,
    /// What the days were like; `None` where the mix is.
    pub days: Option<LookBackDays>,
    /// The figures of a middle one of its ordinary weeks; `None` where they are fewer than three.
    pub middle: Option<OrdinaryWeeks>,
    /// Its weeks as far as the export tells of them, in order. A week belongs where its middle day lies.
    pub weeks: Vec<LookBackWeek>,
    /// How many of them are ordinary, and which are not.
    #[text(quotation)]
    pub weeks_text: String,
    /// The seasons the user named that lie in it or reach into it, in order.
    pub seasons: Vec<LookBackSeason>,
    /// Series that were held for the first time in it, the most hours first; only where the export tells the weeks before.
    pub began: Vec<LookBackSeries>,
    /// Series that were held for the last time in it; only where the export tells the weeks after, or the rule its end.
    pub ended: Vec<LookBackSeries>,
    /// Series that go on without me.
    pub left: Vec<LookBackSeries>,
    /// The three of them in a sentence.
    #[text(own)]
    pub series_text: String,
    /// What the record of evidence counts, each part in its sentence; what it rests on stands there.
    pub record: Vec<EvidenceSection>,
    /// Who was met.
    pub people: LookBackPeople,
    /// What was asked for, answered or seen to change in it, and where that stands now.
    pub asks: AsksView,
    /// How far the guesses of its reviews were off; `None` without one.
    pub guesses: Option<LookBackGuesses>,
    /// The lines of its reviews, in order.
    pub lines: Vec<LookBackLine>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// What the days of a period were like.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackDays {
    /// Working hours less breaks, time off and personal occurrences.
    pub capacity_hours: f64,
    /// Union of meetings inside working time.
    pub meeting_hours: f64,
    /// The second ÷ the first, 0–1.
    pub load: f64,
    /// Free-or-focus stretches of at least the focus length, in hours.
    pub focus_hours: f64,
    /// Meetings outside working time, in hours.
    pub after_hours: f64,
    /// Protected mornings.
    pub mornings: u32,
    /// Days with working time left: what the mornings are of.
    pub working_days: u32,
}

/// One week of a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackWeek {
    /// The week.
    pub week: IsoWeek,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// Whether it says what a usual week was like.
    pub standing: WeekStanding,
    /// Why the user marked it as unusual; empty elsewhere.
    #[text(writing)]
    pub why: String,
    /// The share of deep work in its week mix, 0–1.
    pub deep_work: f64,
    /// Meetings inside working time ÷ capacity.
    pub load: f64,
    /// The least hours that would have to change category.
    pub hours_to_move: f64,
}

/// What mattered in a week, as its review says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackLine {
    /// The week.
    pub week: IsoWeek,
    /// The line.
    #[text(writing)]
    pub line: String,
    /// Whether others may read it.
    pub quoted: bool,
}

/// Whether a week says what a usual one is like.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WeekStanding {
    /// It does.
    Ordinary,
    /// Less than half of a middle week's working time.
    Away,
    /// The user marked it.
    Unusual,
    /// It is not over, or the export does not tell all of it.
    Partly,
    /// Next to nothing is booked in it.
    Sparse,
}

/// A season: days the user gave a name, beside the whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackSeason {
    /// What the user calls it.
    #[text(writing)]
    pub name: String,
    /// Its first day, wherever it lies.
    pub from: NaiveDate,
    /// Its last day.
    pub to: NaiveDate,
    /// The days of it that are counted here; `None` where there are none.
    pub told: Option<Stretch>,
    /// Their week mix; `None` where nothing is told, or too little is booked.
    pub mix: Option<Mix>,
    /// A middle one of its ordinary weeks; `None` where they are fewer than three.
    pub middle: Option<OrdinaryWeeks>,
}

/// A series that began, ended, or goes on without me.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackSeries {
    /// The series; ticking it shows its title.
    #[text(uid)]
    pub uid: String,
    /// Its title, where it is ticked; else its kind.
    #[text(title)]
    pub title: String,
    /// Whether the title is shown.
    pub ticked: bool,
    /// Its category.
    pub category: Category,
    /// The day it was held first (of one that began) or last.
    pub day: NaiveDate,
    /// How often it was held in the period.
    pub times: u32,
    /// My hours a week in it, of the weeks of the period in which it ran.
    pub hours_per_week: f64,
}

/// Who was met in a period.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackPeople {
    /// People in meetings that are not large (section 5).
    pub met: u32,
    /// With whom there are recurring 1:1s, the most hours first.
    pub one_on_ones: Vec<PersonHours>,
    /// Who was mentored, the most hours first.
    pub mentored: Vec<PersonHours>,
    /// In a sentence.
    #[text(own)]
    pub text: String,
}

/// How far guesses were off, over all reviews of a period in which something was guessed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LookBackGuesses {
    /// Weeks with a guess, of which the export tells all.
    pub weeks: u32,
    /// By category, in the order of [`Category::WORK`]; those that were guessed.
    pub off: Vec<GuessOff>,
    /// In a sentence: `Review was guessed 12 points too low, deep work 9 points too high: the mean of 3 guesses.`
    #[text(own)]
    pub text: String,
}

/// How far the guesses of one category were off.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GuessOff {
    /// The category.
    pub category: Category,
    /// The mean share that was guessed, 0–1.
    pub guessed: f64,
    /// The mean share of the same weeks, 0–1.
    pub was: f64,
    /// By how many percentage points the guesses were too high (above 0) or too low.
    pub points: f64,
    /// How many guesses that is the mean of.
    pub times: u32,
}
