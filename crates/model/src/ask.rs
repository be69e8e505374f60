use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    AdviceAction, BandEffect, Category, Drafts, InstanceId, IsoWeek, PlanWishes, Selection, Texts,
};

/// A change somebody wants and follows up: what became of an advice, of a change a plan needs, or of one that was tried out
/// (product.md section 6, *Asks*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ask {
    /// The id of the change it was made of, the same in advice, plan and Meetings: `halve:UID`.
    #[text(uid)]
    pub id: String,
    /// What is to be done; `None` of one that was put aside before its action was kept.
    pub action: Option<AdviceAction>,
    /// The series or event it is about; `None` for a new block.
    #[text(uid)]
    pub uid: Option<String>,
    /// What to do, in the imperative: `Make “Platform sync” fortnightly`.
    #[text(quotation)]
    pub text: String,
    /// Where it stands.
    pub state: AskState,
    /// The last day of the trial, of what is on trial.
    pub until: Option<NaiveDate>,
    /// What the user wrote to it.
    #[text(writing)]
    pub note: String,
    /// How the series was when it was asked for; `None` where the change is about none.
    pub series: Option<SeriesShape>,
    /// Of what is done once: when it is and when it would be; `None` where it is about a whole series.
    #[serde(default)]
    pub once: Option<AskOnce>,
    /// The category it is about; `None` of one that was made before that was kept.
    #[serde(default)]
    pub category: Option<Category>,
    /// What the calendar of its series was called; `None` where it is about none.
    #[serde(default)]
    #[text(calendar)]
    pub calendar: Option<String>,
    /// A message to copy; `None` where nobody has to be told. Never sent.
    #[serde(default)]
    pub drafts: Option<Drafts>,
    /// Where it stood before, oldest first; the last one is where it stands.
    pub steps: Vec<AskStep>,
}

/// When something that is changed once is, and when it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskOnce {
    /// Which instance of its series, as answers write it; `None` for a single event and a new block.
    #[text(own)]
    pub instance: Option<String>,
    /// When it is; `None` for a new block.
    pub from: Option<AskSpan>,
    /// When it would be; `None` where it would not be held with me.
    pub to: Option<AskSpan>,
}

/// From an instant to before another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskSpan {
    /// The first instant.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
}

/// Where an ask stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AskState {
    /// Nobody was asked yet.
    ToAsk,
    /// Asked, without an answer.
    Asked,
    /// Tried out until a day.
    OnTrial,
    /// It is so, or will be.
    Agreed,
    /// Somebody said no.
    Refused,
    /// I do not want it any more.
    Dropped,
}

/// One step of an ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskStep {
    /// When.
    pub at: DateTime<Utc>,
    /// Where it stands since then.
    pub state: AskState,
    /// What the calendar showed that moved it, in words; `None` where the user did.
    #[text(own)]
    pub saw: Option<String>,
    /// Whether that was that it is as it was before.
    #[serde(default)]
    pub back: bool,
}

/// What a series is like, as far as a change to it can be seen: in the eight weeks after the one it
/// was looked at in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeriesShape {
    /// How often it is held with me.
    pub times: u32,
    /// How long the last one is, in minutes; 0 where there is none.
    pub minutes: i64,
    /// When the last one begins, in minutes after Monday's midnight on the home clock.
    pub begins: Option<i64>,
    /// Whether I am only optional in it.
    pub optional: bool,
    /// How often it is held without me: declined, or I am not among the people.
    pub without_me: u32,
}

/// Everything that was asked for, and what came of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AsksView {
    /// What is open first, then what was agreed, then the rest; the newest first in each.
    pub asks: Vec<AskView>,
    /// How many were ever asked: all but those never asked and those dropped before.
    pub asked: u32,
    /// How many of them were agreed, and hold.
    pub agreed: u32,
    /// How many came back.
    pub came_back: u32,
    /// Hours a week that those agreed give back, as the calendar shows it.
    pub hours_back: f64,
    /// All of it in a sentence: `Asked 6, agreed 4, 5.5 h a week back, one came back`; `None` where nothing was asked.
    #[text(own)]
    pub text: Option<String>,
    /// Protected mornings before and since the first exported plan; `None` where none was exported.
    #[serde(default)]
    pub mornings: Option<BeforeAfter>,
}

/// An ask, and what can be said of it now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskView {
    /// The ask.
    pub ask: Ask,
    /// Where it stands, in a few words: `asked 9 Nov, no answer yet`.
    #[text(own)]
    pub stands: String,
    /// Whether it was agreed and the meeting is as it was before.
    pub came_back: bool,
    /// What the weeks before and after it look like; `None` where it was not agreed.
    pub helped: Option<BeforeAfter>,
}

/// The four ordinary weeks before something changed, and the four after it. It says what changed along with it, never
/// that it did so because of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BeforeAfter {
    /// The day it changed.
    pub since: NaiveDate,
    /// The category the change is about; `None` where it is about none, or nobody knows.
    pub category: Option<Category>,
    /// The weeks before, each a Monday or the first day of a week.
    pub before: OrdinaryWeeks,
    /// The weeks after.
    pub after: OrdinaryWeeks,
    /// How many more weeks are needed before this says anything; 0 where it does.
    pub weeks_needed: u32,
    /// In a sentence: `4 weeks before: 9.1 h focus; since: 11.4 h; cross-team 30 → 24 %`.
    #[text(own)]
    pub text: String,
}

/// Weeks taken together, unusual ones and weeks away left out; figures are those of a middle week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OrdinaryWeeks {
    /// How many there are; around an ask, at most four.
    pub weeks: u32,
    /// Focus time, in hours a week.
    pub focus_hours: f64,
    /// Meetings inside working time ÷ capacity, 0–1.
    pub load: f64,
    /// The least hours that would have to change category, a week.
    pub hours_to_move: f64,
    /// The share of the category the change is about, 0–1; `None` where it is about none.
    pub share: Option<f64>,
    /// Mornings protected, a week.
    pub mornings: f64,
}

/// What a period would be if everything that was asked for and has not happened yet came true: counted again with all of it,
/// as advice is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PendingAsks {
    /// How many asks change the period: asked, on trial, or agreed and not in the calendar yet.
    pub asks: u32,
    /// How many more there are whose series no calendar holds any more: what they would do is not known.
    pub unknown: u32,
    /// The least hours that would have to change category, with them.
    pub hours_to_move: f64,
    /// Meetings inside working time ÷ capacity, with them.
    pub load: f64,
    /// Focus time with them, in hours of the period.
    pub focus_hours: f64,
    /// Every category, without them and with them.
    pub bands: Vec<BandEffect>,
    /// In a sentence: `12.4 h to move; 9.8 h if the two pending asks come true`.
    #[text(own)]
    pub text: String,
}

/// A step of an ask that the user makes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct AskRequest {
    /// The id of the change, or of the ask made of it.
    #[text(uid)]
    pub id: String,
    /// The week whose advice it is; the one that is shown first where none is named.
    pub week: Option<IsoWeek>,
    /// The wishes of the plan that needs it, where it is a plan’s.
    #[serde(default)]
    pub wishes: Option<PlanWishes>,
    /// The days of Meetings it was tried out on, where it was.
    #[serde(default)]
    pub selection: Option<Selection>,
    /// Where it stands from now on.
    pub state: AskState,
    /// The last day of a trial.
    pub until: Option<NaiveDate>,
    /// What the user writes to it; `None` leaves what is there.
    #[text(writing)]
    pub note: Option<String>,
}

impl Ask {
    /// An advice nobody wants to hear again, as libraries kept it when its id was all they kept.
    pub fn put_aside(id: String) -> Self {
        Self {
            id,
            action: None,
            uid: None,
            text: String::new(),
            state: AskState::Dropped,
            until: None,
            note: String::new(),
            series: None,
            once: None,
            category: None,
            calendar: None,
            drafts: None,
            steps: Vec::new(),
        }
    }

    /// Whether an answer is still to come.
    pub fn is_pending(&self) -> bool {
        matches!(
            self.state,
            AskState::ToAsk | AskState::Asked | AskState::OnTrial
        )
    }

    /// Whether it may still come true, and the calendar does not show it yet: asked, on trial, or agreed.
    pub fn is_awaited(&self) -> bool {
        match self.state {
            AskState::Asked | AskState::OnTrial => true,
            AskState::Agreed => self.steps.iter().all(|step| step.saw.is_none()),
            AskState::ToAsk | AskState::Refused | AskState::Dropped => false,
        }
    }

    /// Whether a calendar can show what becomes of it.
    pub fn is_followed(&self) -> bool {
        self.once.is_some() || (self.series.is_some() && self.uid.is_some())
    }

    /// Whether it was agreed, and the calendar shows that it is as it was before.
    pub fn has_come_back(&self) -> bool {
        self.state == AskState::Agreed && self.steps.last().is_some_and(|step| step.back)
    }

    /// Whether it is about this time of its event: every one, or the one that was asked for, where it is or would be.
    pub fn is_about(&self, instance: Option<InstanceId>, start: DateTime<Utc>) -> bool {
        let Some(once) = &self.once else {
            return true;
        };
        let (from, to) = (
            once.from.map(|span| span.start),
            once.to.map(|span| span.start),
        );
        let named = |at: DateTime<Utc>| instance == Some(InstanceId::Instant(at));
        // A single event has one time, wherever it is now.
        if instance.is_none() && once.instance.is_none() && once.from.is_some() {
            return true;
        }
        from == Some(start) || to == Some(start) || from.is_some_and(named)
    }

    /// Whether it is about this change: whoever does not want it together with a use of its time (`leave:UID:strategy`) does
    /// not want it without one either (`leave:UID`).
    pub fn is_of(&self, advice: &str) -> bool {
        let rest = self.id.strip_prefix(advice);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    }

    /// Since when it stands where it stands.
    pub fn since(&self) -> Option<DateTime<Utc>> {
        self.steps.last().map(|step| step.at)
    }
}

impl AskRequest {
    /// A step without anything to say about it.
    pub fn of(id: &str, state: AskState) -> Self {
        Self {
            id: id.to_owned(),
            week: None,
            wishes: None,
            selection: None,
            state,
            until: None,
            note: None,
        }
    }
}

impl AskState {
    /// All of them, in the order they follow each other.
    pub const ALL: [Self; 6] = [
        Self::ToAsk,
        Self::Asked,
        Self::OnTrial,
        Self::Agreed,
        Self::Refused,
        Self::Dropped,
    ];

    /// As it is said to people.
    pub fn label(self) -> &'static str {
        match self {
            Self::ToAsk => "to ask",
            Self::Asked => "asked",
            Self::OnTrial => "on trial",
            Self::Agreed => "agreed",
            Self::Refused => "refused",
            Self::Dropped => "dropped",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Ask;

    #[test]
    fn an_ask_is_of_the_change_with_and_without_a_use_of_its_time() {
        let ask = Ask::put_aside("leave:a:strategy".to_owned());
        assert!(ask.is_of("leave:a") && ask.is_of("leave:a:strategy"));
        assert!(!ask.is_of("leave:ab") && !ask.is_of("halve:a"));
        let block = Ask::put_aside("block:review:2026-11-12T16:30".to_owned());
        assert!(!block.is_of("block:review:2026-11-12T17:00"));
    }
}
