use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use weekwise_model::{Category, ChangeAction, Mix, PlanWishes, Whereabouts};

/// From when to before when.
pub(crate) type Span = (DateTime<Utc>, DateTime<Utc>);

/// Everything a plan is made of.
#[derive(Debug, Clone)]
pub struct PlanInput {
    /// Nothing is planned before this.
    pub now: DateTime<Utc>,
    /// The zone days are in, and wall-clock times of answers.
    pub zone: Tz,
    /// Where I am on which dates: lunch is at noon there.
    pub whereabouts: Whereabouts,
    /// What is wanted.
    pub wishes: PlanWishes,
    /// The low end of deep work's band, 0–1.
    pub low: f64,
    /// Every day of the horizon, whole weeks from a Monday, in order.
    pub days: Vec<WorkDay>,
    /// What lies in them: everything that takes time.
    pub entries: Vec<Entry>,
    /// The week mix of each week as the calendar has it. Where a week has none, nothing is known of its bands: only deep
    /// work is planned for, and its low end is a part of working time.
    pub mixes: Vec<Mix>,
    /// The shortest stretch that counts as open focus, in minutes.
    pub focus_minutes: i64,
    /// Reviews that nothing prepares, by start.
    pub unprepared: Vec<Unprepared>,
    /// Plan nothing but what takes open focus and asks nobody: that can push no band out.
    pub cautious: bool,
}

/// A review without a block before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unprepared {
    /// Its title.
    pub title: String,
    /// When it begins.
    pub start: DateTime<Utc>,
}

/// A day and its working time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkDay {
    /// The local day.
    pub date: NaiveDate,
    /// Working hours less time off and personal occurrences, in order, not overlapping.
    pub work: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// When the working day begins that begins on it: where its morning is.
    pub begins: Option<DateTime<Utc>>,
    /// Whether the working time has its break at noon already: no other noon is kept free then.
    pub has_lunch: bool,
}

/// Something that takes time.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The series.
    pub uid: String,
    /// Which instance, as answers write it.
    pub recurrence_id: Option<String>,
    /// Its title.
    pub title: String,
    /// Its first instant.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
    /// What its time counts as.
    pub category: Category,
    /// How it holds its time.
    pub claim: Hold,
}

/// How something holds its time.
#[derive(Debug, Clone, PartialEq)]
pub enum Hold {
    /// A meeting, with what may be done to it and what each costs; empty where it is fixed.
    Meeting {
        /// Each action once, with its social cost.
        may: Vec<(ChangeAction, f64)>,
        /// Why, in words.
        because: String,
        /// How many people, me included.
        people: u32,
        /// Whether I organize it.
        mine: bool,
        /// When people of it are elsewhere, as far as the calendar shows.
        elsewhere: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    },
    /// An own focus block: it stays and counts.
    Focus,
    /// An own block of other work: it stays.
    Busy,
    /// An own block that has no time of its own (mail, expenses): it moves first, and nobody is asked.
    Errand,
}

impl PlanInput {
    /// Weeks in the horizon.
    pub(crate) fn weeks(&self) -> usize {
        self.days.len().div_ceil(7)
    }
}
