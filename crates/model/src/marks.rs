use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{DayCorrection, FocusHabit, IsoWeek, Scope, Stay, Texts};

/// What the user wrote beside the calendar, because no calendar tells it (sections 5, 6 and 8 of docs/product.md).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Marks {
    /// Days off that are in no calendar: they have no capacity.
    pub days_off: Vec<NaiveDate>,
    /// Stays in other zones, by their days, none overlapping another: there the working hours are meant on the wall clock of
    /// the place.
    pub stays: Vec<Stay>,
    /// What events do to the day where the user knows better, oldest first.
    pub day_corrections: Vec<DayCorrection>,
    /// Weeks that say nothing about how the time is usually spent.
    pub unusual_weeks: Vec<UnusualWeek>,
    /// Names given to teams found by co-attendance.
    pub team_names: Vec<TeamName>,
    /// Three to five things that matter, with words that mark them.
    pub priorities: Vec<Priority>,
    /// Series whose impact the user judged.
    pub impacts: Vec<SeriesImpact>,
    /// Where people or companies are, as far as the user says.
    pub places: Vec<Place>,
    /// Ids of advice that is not to be given again.
    #[text(uid)]
    pub refused: Vec<String>,
    /// What open focus holds as a habit, as far as the user says; else what the file says.
    pub focus_habits: Vec<FocusHabit>,
}

impl Marks {
    /// Whether the user does not want this change, by the id of its advice. Whoever does not want it together with a use of the
    /// time (`leave:UID:strategy`) does not want it without one either (`leave:UID`).
    pub fn refuses(&self, id: &str) -> bool {
        let of_it = |refused: &String| {
            refused
                .strip_prefix(id)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
        };
        self.refused.iter().any(of_it)
    }

    /// Notes what an event does to the day, in the place of what was said before about the same (a scope and its key); `None`
    /// takes that back.
    pub fn correct_day(&mut self, (scope, key): (Scope, &str), correction: Option<DayCorrection>) {
        self.day_corrections
            .retain(|said| said.scope != scope || said.key != key);
        self.day_corrections.extend(correction);
    }
}

/// Days that become days off, or working days again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DaysOff {
    /// The days.
    pub days: Vec<NaiveDate>,
    /// Whether they are off.
    pub off: bool,
}

/// A week marked as unusual: a conference, an incident, the end of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct UnusualWeek {
    /// The week.
    pub week: IsoWeek,
    /// Why, in the user's words; may be empty.
    #[text(writing)]
    pub why: String,
}

/// The name of a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TeamName {
    /// [`TeamView::id`](crate::TeamView::id).
    #[text(key)]
    pub team: String,
    /// What the user calls it.
    #[text(team)]
    pub name: String,
}

/// One thing that matters, and how to recognise time spent on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Priority {
    /// What the user calls it.
    #[text(priority)]
    pub name: String,
    /// Words that mark it in a title, a description or a category tag; upper and lower case do not matter.
    #[text(writing)]
    pub words: Vec<String>,
}

/// What the user thinks a series achieves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesImpact {
    /// The series.
    #[text(uid)]
    pub uid: String,
    /// How much it achieves.
    pub impact: Impact,
}

/// How much a series achieves.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Impact {
    /// Little.
    Low,
    /// Much.
    High,
}

/// Which zone somebody works in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Place {
    /// An address, or a domain such as `example.org`.
    #[text(address)]
    pub who: String,
    /// An IANA name.
    #[text(own)]
    pub zone: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_change_is_refused_with_and_without_a_use_of_its_time() {
        let marks = Marks {
            refused: vec![
                "leave:a:strategy".to_owned(),
                "block:review:2026-11-12T16:30".to_owned(),
            ],
            ..Marks::default()
        };
        assert!(marks.refuses("leave:a") && marks.refuses("leave:a:strategy"));
        assert!(!marks.refuses("leave:ab") && !marks.refuses("halve:a"));
        assert!(!marks.refuses("block:review:2026-11-12T17:00"));
    }
}
