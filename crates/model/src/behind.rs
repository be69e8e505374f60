use serde::{Deserialize, Serialize};

use crate::{Category, EventView, Texts};

/// Whose events are asked for: what a mark, a cell or a figure rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "of", rename_all = "snake_case", deny_unknown_fields)]
pub enum Behind {
    /// Everything counted.
    Everything,
    /// The meetings in one hour of one weekday, on the wall clock.
    Hour {
        /// 0 is Monday, 6 is Sunday.
        weekday: u32,
        /// 0–23.
        hour: u32,
    },
    /// What is counted in a category.
    Category {
        /// Which.
        category: Category,
    },
    /// The counted occurrences of some series.
    Series {
        /// Their UIDs, as answers name them.
        #[text(uid)]
        uids: Vec<String>,
    },
    /// What a metric of section 5 rests on.
    Metric {
        /// Which.
        metric: Metric,
    },
}

/// A metric of section 5 of docs/product.md that events lie behind, by its name there.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// Meetings inside working time.
    MeetingLoad,
    /// Own focus blocks.
    FocusTime,
    /// Recurring meetings that cost focus time.
    FocusCost,
    /// Focus blocks that hold a protected morning.
    ProtectedMorning,
    /// Meetings of the flagged chains.
    BackToBack,
    /// Meetings of overloaded days.
    OverloadedDay,
    /// Meetings outside working time.
    AfterHours,
    /// Meetings made less than 24 h before their start.
    ShortNotice,
    /// Everything counted.
    Switches,
    /// What I organize or placed alone.
    Control,
    /// Meetings made later than the focus block they overlap.
    Invasion,
    /// Booked focus blocks.
    Survival,
    /// Recurring meetings.
    SeriesCost,
    /// Meetings with 9 people or more.
    Large,
    /// Meetings longer than 60 min.
    Long,
    /// Meetings of series that look dead.
    Zombie,
    /// Meetings everybody else declined.
    Abandoned,
    /// Meetings whose file says when they were made.
    LeadTime,
    /// Reviews without a block for them.
    PrepDebt,
    /// What overlaps something else.
    Conflicts,
}

/// The events behind a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct EventsBehind {
    /// The largest first; at most two hundred.
    pub events: Vec<EventView>,
    /// How many there are.
    pub count: u32,
    /// Minutes of the period that their categories get from all of them, after conflicts.
    pub minutes: i64,
}
