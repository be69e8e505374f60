use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Category, IsoWeek, PeriodJson, Report, Texts, TimeRange};

/// What the user wants of a plan (section 7 of docs/product.md). Whatever is left out takes the default.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct PlanWishes {
    /// The first day; `None` for today. Planning always starts with the week this day lies in, and never before now.
    pub from: Option<NaiveDate>,
    /// How many weeks, 1–8.
    pub weeks: u32,
    /// Mornings a week to protect.
    pub mornings: u32,
    /// The shortest block, in minutes.
    pub shortest_minutes: u32,
    /// The longest block, in minutes.
    pub longest_minutes: u32,
    /// Most blocks a day.
    pub most_per_day: u32,
    /// Most blocks a week.
    pub most_per_week: u32,
    /// Free minutes kept between a block and a meeting.
    pub breathing_minutes: u32,
    /// When nothing is planned at noon; `None` where lunch needs no keeping.
    pub lunch: Option<TimeRange>,
    /// Free working hours of each week that stay bookable for others.
    pub bookable_hours: f64,
    /// Whether the same weekdays are better, week after week.
    pub same_weekdays: bool,
    /// Leave every meeting as it is.
    pub no_changes: bool,
    /// Which of the ways to plan is wanted.
    pub choice: PlanChoice,
    /// Blocks that stay where they are.
    pub locked: Vec<PlanSlot>,
    /// Stretches the user does not want a block in.
    pub dismissed: Vec<PlanSlot>,
    /// Blocks the user placed.
    pub added: Vec<PlanSlot>,
    /// What may be done to a series, by UID, where the user knows better than the calendar.
    #[text(key)]
    pub overrides: BTreeMap<String, Touch>,
}

/// A stretch of time in a plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanSlot {
    /// RFC 3339; its first instant.
    #[text(own)]
    pub start: String,
    /// The first instant after it.
    #[text(own)]
    pub end: String,
    /// What it is for; deep work where nothing is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub category: Option<Category>,
}

/// What may be done to a meeting, the mildest of several that is needed.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Touch {
    /// Nothing.
    Fixed,
    /// Another time of the same week.
    MayMove,
    /// Half its length, 15 minutes at least.
    MayShorten,
    /// In writing, without a meeting.
    MayGoAsync,
    /// Without me.
    MayDecline,
}

/// The ways to plan that are compared.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PlanChoice {
    /// Focus and trouble weighed against each other.
    Balanced,
    /// Every meeting stays as it is.
    #[default]
    NoChanges,
    /// As few changes as the wishes allow.
    FewestChanges,
    /// As little trouble to others as the wishes allow.
    LeastSocialCost,
    /// As much focus time as there can be.
    MostFocus,
}

/// The blocks to protect, what must change for them, and what that buys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Plan {
    /// The weeks planned.
    pub period: PeriodJson,
    /// The wishes it answers, defaults filled in.
    pub wishes: PlanWishes,
    /// Every block, by start.
    pub blocks: Vec<PlanBlock>,
    /// What must change, by time.
    pub changes: Vec<PlanChange>,
    /// What can be done about each meeting of the period, by UID.
    pub negotiability: Vec<Negotiability>,
    /// What the plan amounts to.
    pub arithmetic: PlanArithmetic,
    /// The period as the calendar has it.
    pub before: Report,
    /// The period with the plan in it.
    pub after: Report,
    /// Whether no better plan exists under the wishes.
    pub optimal: bool,
    /// How much better another plan could at most be, as a share of this one's worth; 0 where `optimal`.
    pub gap: f64,
    /// The ways to plan, “no changes” first.
    pub alternatives: Vec<PlanAlternative>,
    /// What keeps the band out of reach; `None` where it is reached.
    #[text(quotation)]
    pub missing: Option<String>,
    /// Planned against kept, week by week, oldest first; of weeks before the plan.
    pub kept: Vec<KeptWeek>,
    /// Blocks the user placed that cannot be, each with the reason.
    pub refused: Vec<RefusedBlock>,
    /// What limits the answer, one sentence each.
    #[text(quotation)]
    pub notes: Vec<String>,
}

/// A block that cannot be where the user put it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RefusedBlock {
    /// Where it was put.
    pub slot: PlanSlot,
    /// Why it cannot be there, in words.
    #[text(quotation)]
    pub because: String,
}

/// What dropping a block somewhere would do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BlockTrial {
    /// Why it cannot be there; `None` where it can.
    #[text(quotation)]
    pub refused: Option<String>,
    /// What would have to change for it.
    pub changes: Vec<PlanChange>,
    /// In a sentence: `“Platform sync” moves to Tuesday, 14:00–14:30.`
    #[text(quotation)]
    pub text: String,
}

/// One block: of deep work, or of what else a week lacks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanBlock {
    /// Stays the same when the block moves within its day. Of a kept block: its event's.
    #[text(uid)]
    pub uid: String,
    /// RFC 3339 with offset.
    #[text(own)]
    pub start: String,
    /// The first instant after it.
    #[text(own)]
    pub end: String,
    /// Elapsed minutes.
    pub minutes: i64,
    /// What it is for: deep work, strategy, the preparation of a review, or an hour open for 1:1s and mentoring.
    pub category: Category,
    /// What it is called in the calendar.
    #[text(quotation)]
    pub title: String,
    /// Whether it protects the morning of its day.
    pub morning: bool,
    /// Where it comes from.
    pub origin: BlockOrigin,
    /// Why it is there, in words.
    #[text(quotation)]
    pub because: String,
}

/// Where a block comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BlockOrigin {
    /// It is in the calendar already.
    Kept,
    /// The plan proposes it.
    New,
    /// The user locked or placed it.
    Locked,
}

/// What is done to a meeting.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChangeAction {
    /// Another time of the same week.
    Move,
    /// It ends earlier.
    Shorten,
    /// In writing instead.
    Async,
    /// Without me.
    Decline,
}

/// One meeting that must change, what that takes and what it buys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanChange {
    /// Names the change, the same in advice and asks: `move:UID:2026-11-12T10:00:00+01:00`.
    #[text(uid)]
    pub id: String,
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Which instance: RFC 3339; `None` for a single event.
    #[text(own)]
    pub recurrence_id: Option<String>,
    /// Its title.
    #[text(title)]
    pub title: String,
    /// What to do.
    pub action: ChangeAction,
    /// When it starts now, RFC 3339 with offset.
    #[text(own)]
    pub from: String,
    /// When it ends now.
    #[text(own)]
    pub from_end: String,
    /// When it would start; `None` where it would not be held with me.
    #[text(own)]
    pub to: Option<String>,
    /// When it would end.
    #[text(own)]
    pub to_end: Option<String>,
    /// How much persuading it takes; 1 is a word to oneself.
    pub cost: f64,
    /// Focus minutes that need this change.
    pub gain_minutes: i64,
    /// Why this one, in words.
    #[text(quotation)]
    pub because: String,
    /// A message to copy, in the plain tone. Never sent.
    #[text(writing)]
    pub draft: String,
    /// The same in three tones.
    pub drafts: Drafts,
}

/// A message in three tones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Drafts {
    /// Matter of fact.
    #[text(writing)]
    pub plain: String,
    /// With more words.
    #[text(writing)]
    pub warm: String,
    /// One or two sentences.
    #[text(writing)]
    pub brief: String,
}

/// What can be done about a series, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Negotiability {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// Its title.
    #[text(title)]
    pub title: String,
    /// Everything that may be done to it; empty where it is fixed.
    pub may: Vec<ChangeAction>,
    /// How much persuading the mildest takes; 1 is a word to oneself, 5 is close to no.
    pub social_cost: f64,
    /// Why, in words.
    #[text(quotation)]
    pub because: String,
    /// Whether the user said so.
    pub overridden: bool,
}

/// What a plan amounts to, in figures and in words. Minutes are a week's, on average.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanArithmetic {
    /// What shares are parts of, as in the week mix: working time and what was worked beside it, less lunch.
    pub week_minutes: i64,
    /// Minutes of blocks that protect mornings.
    pub morning_minutes: i64,
    /// Minutes of all blocks of deep work.
    pub block_minutes: i64,
    /// Minutes of open focus that stay beside them: free, in stretches long enough, and protected by nothing.
    pub open_minutes: i64,
    /// `morning_minutes / week_minutes`, 0–1.
    pub morning_share: f64,
    /// `block_minutes / week_minutes`, 0–1.
    pub share: f64,
    /// The low end of deep work's band, 0–1.
    pub low: f64,
    /// Deep work as the week mix counts it with the plan: protected and open, 0–1.
    pub deep_share: f64,
    /// Minutes both together lack to the low end, on average of all weeks; 0 where each reaches it.
    pub missing_minutes: i64,
    /// Each week for itself: one week's plenty fills no gap of another.
    pub weeks: Vec<PlanWeek>,
    /// Further blocks of the shortest length that would reach it.
    pub further_blocks: u32,
    /// What keeps the plan from reaching it; `None` where it is reached.
    pub stopped_by: Option<Stop>,
    /// The wish to relax first, in words; `None` where nothing is missing or no wish is in the way.
    #[text(quotation)]
    pub relax: Option<String>,
    /// The same in sentences: `3 × 3 h = 22 %; two more blocks of 90 min reach 30 %.`
    #[text(quotation)]
    pub sentences: Vec<String>,
}

/// The deep work of one week of a plan: protected and open together are its share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanWeek {
    /// The week.
    pub week: IsoWeek,
    /// What shares are parts of, in minutes.
    pub week_minutes: i64,
    /// Booked minutes of deep work, the plan's among them.
    pub protected_minutes: i64,
    /// Minutes of open focus beside them.
    pub open_minutes: i64,
    /// Both ÷ `week_minutes`, 0–1.
    pub share: f64,
    /// Minutes both lack to the low end of the band.
    pub missing_minutes: i64,
    /// In a sentence: `Week 50 lacks 2 h: 6 h protected and 4 h open are 25 %.`
    #[text(own)]
    pub text: String,
}

/// What stops a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// The horizon is over.
    Past,
    /// No working time is left in it.
    NoWorkingTime,
    /// Wishes that contradict each other.
    Contradiction,
    /// The hours that must stay bookable.
    Bookable,
    /// The most blocks a day.
    MostPerDay,
    /// The most blocks a week.
    MostPerWeek,
    /// The shortest block is longer than the gaps.
    Shortest,
    /// The longest block is too short.
    Longest,
    /// No meeting may change.
    NoChanges,
    /// The way to plan asks for fewer changes than would reach it.
    Choice,
    /// The breathing room.
    Breathing,
    /// Meetings that cannot change, or whose change costs more than it buys.
    Meetings,
}

/// One of the ways to plan, in figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanAlternative {
    /// Which; ask for it with [`PlanWishes::choice`].
    pub choice: PlanChoice,
    /// Its name.
    #[text(own)]
    pub title: String,
    /// Blocks in all weeks.
    pub blocks: u32,
    /// Mornings protected in all weeks.
    pub mornings: u32,
    /// Minutes of blocks, a week.
    pub block_minutes: i64,
    /// Their share of working time, 0–1.
    pub share: f64,
    /// Meetings that must change, in all weeks.
    pub changes: u32,
    /// What the changes cost together.
    pub social_cost: f64,
    /// The least hours that must change category so that every band holds, with it.
    pub hours_to_move: f64,
    /// The categories whose band it leaves or that it takes further from theirs.
    pub leaves: Vec<Category>,
    /// Whether no better one exists.
    pub optimal: bool,
    /// In a sentence.
    #[text(quotation)]
    pub text: String,
}

/// Planned against kept, of one week that is over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct KeptWeek {
    /// The week.
    pub week: IsoWeek,
    /// Minutes planned.
    pub planned_minutes: i64,
    /// Of them, minutes no meeting took and no move gave up.
    pub kept_minutes: i64,
    /// Blocks where they were planned.
    pub kept: u32,
    /// Blocks elsewhere.
    pub moved: u32,
    /// Blocks a meeting was booked over.
    pub invaded: u32,
    /// Blocks that are not in the calendar any more.
    pub gone: u32,
}

impl Default for PlanWishes {
    fn default() -> Self {
        Self {
            from: None,
            weeks: 1,
            mornings: 3,
            shortest_minutes: 90,
            longest_minutes: 240,
            most_per_day: 2,
            most_per_week: 8,
            breathing_minutes: 0,
            lunch: Some(TimeRange::noon()),
            bookable_hours: 4.0,
            same_weekdays: true,
            no_changes: false,
            choice: PlanChoice::default(),
            locked: Vec::new(),
            dismissed: Vec::new(),
            added: Vec::new(),
            overrides: BTreeMap::new(),
        }
    }
}
