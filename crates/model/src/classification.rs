use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    Category, DayJudgement, Gathered, Kind, Me, Occurrence, Person, Recurrence, Response, Scope,
    Texts,
};

/// What an occurrence is, how sure that is, and why (product.md section 4).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Classification {
    /// The category its time goes to.
    pub category: Category,
    /// What it is, finely.
    pub kind: Kind,
    /// How likely the category is right, 0–1.
    pub confidence: f64,
    /// What decided, strongest first.
    pub because: Vec<Evidence>,
    /// The next likely category, where there is one.
    pub runner_up: Option<RunnerUp>,
    /// What decided outright, where something did; else the evidence did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub decided_by: Option<Decision>,
}

/// What decided outright, before any evidence was weighed (product.md section 4, *Order*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Decision {
    /// A correction.
    Correction {
        /// How far it reaches.
        scope: Scope,
    },
    /// One of the user's rules.
    Rule {
        /// Its place in the order, from 1.
        number: u32,
        /// What the user calls it.
        #[text(writing)]
        name: String,
        /// Whether it leaves the time out.
        leaves_out: bool,
    },
    /// A tag in the title.
    Tag {
        /// As written.
        #[text(writing)]
        written: String,
    },
}

/// One thing that spoke for a category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Evidence {
    /// In words: `title says “design review”`.
    #[text(quotation)]
    pub text: String,
    /// The category it speaks for.
    pub category: Category,
    /// How strongly, in the classifier's own points; more than 0.
    pub weight: f64,
}

/// The category that came second.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RunnerUp {
    /// Its category.
    pub category: Category,
    /// Its best kind.
    pub kind: Kind,
    /// How likely it is instead, 0–1.
    pub confidence: f64,
}

/// Whether somebody else is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// At least two people, me among them; or, where the export carries no attendees, one that reads as a meeting.
    Meeting,
    /// Nobody but me.
    Block,
    /// The calendar hides people, and nothing else says whether somebody is there. It claims its time as a block does.
    Unknown,
}

/// Whether an occurrence's time counts (product.md section 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Counting {
    /// It counts. `tentative`: STATUS is TENTATIVE, the busy status is, or I have not said yes.
    Counted {
        /// Counted but marked.
        tentative: bool,
    },
    /// It does not, and why.
    NotCounted(NotCounted),
}

/// Why an occurrence's time does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NotCounted {
    /// STATUS:CANCELLED.
    Cancelled,
    /// I declined.
    Declined,
    /// TRANSP:TRANSPARENT, or busy status FREE or WORKINGELSEWHERE.
    Free,
    /// Of whole days: matters only as time off.
    AllDay,
    /// Twelve hours or longer: matters only as time off.
    TwelveHoursOrLonger,
    /// Private life or leave: shrinks the capacity instead.
    Personal,
    /// It does not take place, as the user says.
    NotHeld,
    /// It does nothing to the day: somebody else's leave, a birthday, where I work.
    Note,
    /// The same meeting is already counted from another calendar.
    Duplicate,
    /// It has no length.
    NoLength,
    /// One of the user's rules leaves it out.
    LeftOut,
    /// Tentative or unanswered, and those are switched off ([`Settings::count_tentative`](crate::Settings)).
    Tentative,
}

/// An occurrence with everything said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Classified {
    /// The occurrence.
    pub occurrence: Occurrence,
    /// Meeting or block.
    pub shape: Shape,
    /// How many people, me included; 1 for a block. 2 at least for a meeting, also where the calendar hides who: a guess
    /// then, see [`Classified::people_told`].
    pub people: u32,
    /// False where the calendar hides who is there, or does not say it of something that reads as a meeting.
    pub people_known: bool,
    /// My own answer.
    pub response: Response,
    /// Whether I organize it, or placed it alone; false where nobody knows.
    pub mine: bool,
    /// Whether the calendar tells who organizes it.
    pub organizer_known: bool,
    /// What it is and why. Shared by the occurrences of a series.
    pub classification: Arc<Classification>,
    /// What it does to the day, and why.
    pub day: Arc<DayJudgement>,
    /// The series it belongs to although its file does not say so.
    pub gathered: Option<Arc<Gathered>>,
}

impl NotCounted {
    /// In words, to follow “not counted:”.
    pub fn text(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Declined => "declined",
            Self::Free => "shown as free",
            Self::AllDay => "all-day",
            Self::TwelveHoursOrLonger => "12 hours or longer",
            Self::Personal => "personal",
            Self::NotHeld => "not held",
            Self::Note => "a note",
            Self::Duplicate => "the same meeting is counted already",
            Self::NoLength => "without length",
            Self::LeftOut => "left out by a rule",
            Self::Tentative => "tentative or unanswered, which are switched off",
        }
    }
}

impl Classification {
    /// Of an hour of which the file says neither what it is nor who is there.
    ///
    /// Its category is the one that has no target, for those who have to put its minutes somewhere; whoever shows it says
    /// that it has none ([`Classification::told`]).
    pub fn unknown() -> Self {
        Self {
            category: Category::OtherWork,
            kind: Kind::Other,
            confidence: 0.0,
            because: vec![Evidence {
                text: "the calendar says neither what it is nor who is there".to_owned(),
                category: Category::OtherWork,
                weight: 1.0,
            }],
            runner_up: None,
            decided_by: None,
        }
    }

    /// Whether nothing is known of what it is for.
    pub fn is_unknown(&self) -> bool {
        self.confidence <= 0.0 && self.decided_by.is_none()
    }

    /// The category, where there is one to tell.
    pub fn told(&self) -> Option<Category> {
        (!self.is_unknown()).then_some(self.category)
    }

    /// Whether one of the user's rules leaves its time out.
    pub fn is_left_out(&self) -> bool {
        matches!(
            self.decided_by,
            Some(Decision::Rule {
                leaves_out: true,
                ..
            })
        )
    }
}

impl Classified {
    /// The category its time goes to.
    pub fn category(&self) -> Category {
        self.classification.category
    }

    /// What names its series: the UID, or that of the first instance where each has its own.
    pub fn series_uid(&self) -> &str {
        let uid = &self.occurrence.event.uid;
        self.gathered
            .as_ref()
            .map_or(uid.as_str(), |gathered| gathered.uid.as_str())
    }

    /// The other person, where it is known that exactly one other is there.
    pub fn only_other(&self, me: &Me) -> Option<&Person> {
        if self.people != 2 || !self.people_known {
            return None;
        }
        let people = self.occurrence.event.people();
        let mut others = people.into_iter().filter(|person| !me.is(person));
        others.next().filter(|_| others.next().is_none())
    }

    /// How its series repeats, all parts of it together: as the file says, else as its instances show; `None` for a single
    /// event.
    pub fn recurrence(&self) -> Option<&Recurrence> {
        let gathered = self.gathered.as_ref().map(|gathered| &gathered.recurrence);
        gathered.or(self.occurrence.event.recurrence.as_deref())
    }

    /// Whether its file writes the instances of its series one by one.
    pub fn is_written_one_by_one(&self) -> bool {
        self.gathered
            .as_ref()
            .is_some_and(|gathered| !gathered.split)
    }

    /// How many people, me included, where the file says so or the title reads as two people's; `None` where nobody knows.
    pub fn people_told(&self) -> Option<u32> {
        let pair = self.shape == Shape::Meeting && self.people == 2;
        (self.people_known || pair).then_some(self.people)
    }

    /// Whether it is a block of the category deep work. Where people are hidden, what is called that is taken for one.
    pub fn is_focus_block(&self) -> bool {
        self.shape != Shape::Meeting && self.category() == Category::DeepWork
    }
}
