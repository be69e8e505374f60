use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Ask, AskState, DayCorrection, FocusHabit, IsoWeek, Scope, Stay, Texts};

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
    /// Stretches of days that go by a name, such as a launch: looking back tells each beside the whole.
    pub seasons: Vec<Season>,
    /// Names given to teams found by co-attendance.
    pub team_names: Vec<TeamName>,
    /// Three to five things that matter, with words that mark them.
    pub priorities: Vec<Priority>,
    /// Series whose impact the user judged.
    pub impacts: Vec<SeriesImpact>,
    /// Where people or companies are, as far as the user says.
    pub places: Vec<Place>,
    /// What was asked for, and what is not wanted; the oldest first.
    pub asks: Vec<Ask>,
    /// What libraries kept before there were asks: ids of advice that is not to be given again. Read, never written.
    #[serde(skip_serializing)]
    #[cfg_attr(test, ts(skip))]
    #[text(uid)]
    pub refused: Vec<String>,
    /// What open focus holds as a habit, as far as the user says; else what the file says.
    pub focus_habits: Vec<FocusHabit>,
    /// Who is what to me.
    pub colleagues: Colleagues,
    /// What is one and what is two, oldest first.
    pub sameness: Vec<Sameness>,
    /// Whether the calendars tell all of the days outside the stretch that is read from their single events; `None` where nobody
    /// said, and then they do not.
    pub tells_all: Option<bool>,
}

impl Marks {
    /// Whether this change, by the id of its advice, is not to be offered: it was asked for already, or is not wanted.
    pub fn has_asked(&self, id: &str) -> bool {
        self.asks.iter().any(|ask| ask.is_of(id))
    }

    /// Whether a series stays as it is, because somebody refused to change it or the user dropped that.
    pub fn refuses(&self, id: &str) -> bool {
        let is_over = |ask: &&Ask| matches!(ask.state, AskState::Refused | AskState::Dropped);
        self.asks.iter().filter(is_over).any(|ask| ask.is_of(id))
    }

    /// With what was kept before there were asks as asks that were dropped.
    #[must_use]
    pub fn with_former(mut self) -> Self {
        for id in std::mem::take(&mut self.refused) {
            if !self.asks.iter().any(|ask| ask.id == id) {
                self.asks.push(Ask::put_aside(id));
            }
        }
        self
    }

    /// Notes what an event does to the day, in the place of what was said before about the same (a scope and its key); `None`
    /// takes that back.
    pub fn correct_day(&mut self, (scope, key): (Scope, &str), correction: Option<DayCorrection>) {
        self.day_corrections
            .retain(|said| said.scope != scope || said.key != key);
        self.day_corrections.extend(correction);
    }
}

/// Who is what to me, as far as the user says; what is not said is read from who meets whom. Addresses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(default)]
pub struct Colleagues {
    /// My team; nobody where I have none.
    #[text(address)]
    pub team: Option<Vec<String>>,
    /// Who leads me: their 1:1 with me stays as it is. Nobody where none of them does.
    #[text(address)]
    pub managers: Option<Vec<String>>,
    /// Whom I mentor: a meeting of us two is mentoring.
    #[text(address)]
    pub mentored: Option<Vec<String>>,
}

impl Colleagues {
    /// Whether somebody leads me, as far as the user says.
    pub fn leads(&self, address: &str) -> bool {
        is_among(self.managers.as_ref(), address)
    }

    /// Whether I mentor somebody, as far as the user says.
    pub fn mentors(&self, address: &str) -> bool {
        is_among(self.mentored.as_ref(), address)
    }
}

fn is_among(people: Option<&Vec<String>>, address: &str) -> bool {
    people.is_some_and(|people| people.iter().any(|one| one == address))
}

/// Whether two things are one, as the user says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Sameness {
    /// What they may be one of.
    pub what: SameWhat,
    /// The UIDs of both series, or single events.
    #[text(uid)]
    pub uids: Vec<String>,
    /// Whether they are one.
    pub same: bool,
}

/// What two things may be one of.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SameWhat {
    /// Two events at the same times are one meeting, counted once.
    Meeting,
    /// Two series of which one begins where the other ends are one: one age, one rhythm, one cost.
    Series,
}

impl Sameness {
    /// Whether it says something about these two.
    pub fn is_about(&self, what: SameWhat, uids: &[String]) -> bool {
        self.what == what && self.uids == uids
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

/// Days that go by a name: a launch, covering for somebody on parental leave. Seasons may overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Season {
    /// What the user calls it.
    #[text(writing)]
    pub name: String,
    /// The first day, on the home clock.
    pub from: NaiveDate,
    /// The last day, included.
    pub to: NaiveDate,
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
    fn what_was_put_aside_before_there_were_asks_is_still_not_wanted() {
        let kept = r#"{"refused": ["leave:a:strategy", "halve:b"]}"#;
        let marks: Marks = serde_json::from_str(kept).unwrap();
        let marks = marks.with_former();
        assert!(marks.refuses("leave:a") && marks.refuses("halve:b"));
        assert!(marks.has_asked("halve:b") && !marks.has_asked("halve:a"));
        let again = serde_json::to_string(&marks).unwrap();
        assert!(!again.contains("refused\":"), "{again}");
        assert_eq!(serde_json::from_str::<Marks>(&again).unwrap(), marks);
    }
}
