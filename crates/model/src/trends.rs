use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, LoadLevel, Mix, PeriodJson, Profile, Stretch, Texts};

/// How long the periods of a trend are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Grain {
    /// ISO 8601 weeks.
    #[default]
    Week,
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
}

/// Everything the Trends screen draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrendsView {
    /// From the first period's start to the last one's end.
    pub period: PeriodJson,
    /// How long each period is.
    pub grain: Grain,
    /// Whose bands the mixes are compared with.
    pub profile: Profile,
    /// In order, without gaps; a period without events has an empty mix.
    pub periods: Vec<TrendPeriod>,
    /// Where a level changed for good, the greatest change first.
    pub change_points: Vec<ChangePoint>,
    /// What changed between two periods: the two asked for, else the last two whole ones.
    pub waterfall: Option<Waterfall>,
    /// The first and the last day the export tells all of, where it tells less than its series reach.
    pub told: Option<Stretch>,
    /// How much each measure swings over the last 12 whole weeks.
    pub volatility: Vec<Volatility>,
    /// What limits the answer, in words.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// One period of a trend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TrendPeriod {
    /// `2026-W46`, `2026-11` or `2026-Q4`.
    #[text(key)]
    pub id: String,
    /// `Week 46`, `Nov 2026`, `Q4 2026`.
    #[text(own)]
    pub label: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, included.
    pub to: NaiveDate,
    /// True where it is not over yet, or the calendar starts or ends inside it: not to be compared with whole ones.
    pub partial: bool,
    /// True where the export tells of its series only: what happened besides is not in it, so nothing is compared or claimed.
    pub series_only: bool,
    /// True where it is all still to come: what stands in it is promised, not spent.
    pub promised: bool,
    /// Why the user marked it as unusual (a week), or how many of its weeks are; `None` for a usual one.
    #[text(writing)]
    pub unusual: Option<String>,
    /// The week mix, beside the bands.
    pub mix: Mix,
    /// Working hours less breaks, time off and personal occurrences.
    pub capacity_hours: f64,
    /// Union of meetings inside working time.
    pub meeting_hours: f64,
    /// `meeting_hours / capacity_hours`; 0 without capacity.
    pub meeting_load: f64,
    /// What the load amounts to.
    pub load_level: LoadLevel,
    /// Free-or-focus stretches of at least the focus length, in minutes.
    pub focus_minutes: i64,
    /// Free gaps shorter than that, in minutes.
    pub fragmented_minutes: i64,
    /// Meeting time outside working time, in minutes.
    pub after_hours_minutes: i64,
    /// Un-invaded over booked focus time; `None` without booked focus.
    pub survival: Option<f64>,
    /// The least hours that must change category so that every band holds.
    pub hours_to_move: f64,
    /// Days whose morning is protected.
    pub mornings: u32,
    /// Meetings counted.
    pub meetings: u32,
}

/// What a change point or a volatility is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Booked deep work and open focus.
    DeepWork,
    /// 1:1s and mentoring.
    OneOnOne,
    /// Meetings with other teams.
    CrossTeam,
    /// Reviews.
    Review,
    /// Strategy.
    Strategy,
    /// Other work.
    OtherWork,
    /// Meetings inside working time.
    MeetingHours,
    /// Free-or-focus stretches.
    FocusTime,
    /// Short gaps.
    FragmentedTime,
    /// Meetings outside working time.
    AfterHours,
}

/// A period from which on a measure stays at another level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ChangePoint {
    /// What changed.
    pub measure: Measure,
    /// [`TrendPeriod::id`] of the first period at the new level.
    #[text(own)]
    pub at: String,
    /// The first day of that period.
    pub day: NaiveDate,
    /// The story: `Cross-team broke in week 9: +4.5 h a week, 3 h of it from “Platform sync”.`
    #[text(quotation)]
    pub text: String,
    /// The level before it, in hours a week (the median of its periods).
    pub before_hours: f64,
    /// The level since, in hours a week.
    pub after_hours: f64,
    /// Their difference.
    pub change_hours: f64,
    /// How many periods the level before lasted.
    pub before_periods: u32,
    /// How many periods the level since lasted so far.
    pub after_periods: u32,
    /// Whether it is for the worse, seen from the bands: `None` where it is neither.
    pub for_the_worse: Option<bool>,
    /// The series behind it, the greatest change in the same direction first; at most five.
    pub series: Vec<SeriesDifference>,
}

/// What one series took before and takes after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesDifference {
    /// The series; `None` for all the smaller ones together.
    #[text(uid)]
    pub uid: Option<String>,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// Its category.
    pub category: Category,
    /// Hours a week before.
    pub before_hours: f64,
    /// Hours a week after.
    pub after_hours: f64,
    /// Their difference.
    pub change_hours: f64,
}

/// What changed between two periods. All the steps together are the difference of the denominators, to the minute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Waterfall {
    /// What it starts from.
    pub before: WaterfallEnd,
    /// What it ends at.
    pub after: WaterfallEnd,
    /// The categories in the order of [`Category::WORK`], then open focus and fragments.
    pub steps: Vec<WaterfallStep>,
    /// The greatest change in one sentence.
    #[text(quotation)]
    pub text: String,
}

/// One end of a waterfall.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaterfallEnd {
    /// `Week 46`, or `1 Oct 2026 – 31 Oct 2026`.
    #[text(own)]
    pub label: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
    /// The week mix's denominator.
    pub denominator_minutes: i64,
}

/// What a step of a waterfall is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Booked time of a category.
    Category,
    /// Free time in stretches of the focus length.
    OpenFocus,
    /// Shorter free time.
    Fragments,
}

/// One part of the difference between two periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct WaterfallStep {
    /// What it is.
    pub kind: StepKind,
    /// Which category, where it is one.
    pub category: Option<Category>,
    /// `Cross-team`, `Open focus`, `Fragments`.
    #[text(quotation)]
    pub label: String,
    /// Minutes in the earlier period.
    pub before_minutes: i64,
    /// Minutes in the later one.
    pub after_minutes: i64,
    /// Their difference.
    pub change_minutes: i64,
    /// The same by series, the greatest change first; sums to `change_minutes`. Empty for free time.
    pub series: Vec<SeriesStep>,
}

/// One series' part of a step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesStep {
    /// The series; `None` for all the smaller ones together.
    #[text(uid)]
    pub uid: Option<String>,
    /// Its title.
    #[text(title)]
    pub summary: String,
    /// Minutes in the earlier period.
    pub before_minutes: i64,
    /// Minutes in the later one.
    pub after_minutes: i64,
    /// Their difference.
    pub change_minutes: i64,
}

/// How much a measure swings from week to week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Volatility {
    /// What swings.
    pub measure: Measure,
    /// Mean of the weeks, in hours.
    pub mean_hours: f64,
    /// Standard deviation ÷ mean; `None` where the mean is 0 or there are fewer than 4 weeks.
    pub volatility: Option<f64>,
    /// How many whole, usual weeks it rests on; at most 12.
    pub weeks: u32,
}
