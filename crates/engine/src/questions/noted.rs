//! What an answer notes beside settings and corrections.

use serde::{Deserialize, Serialize};
use weekwise_model::{Marks, SameWhat, Sameness};

/// One thing that is noted; `None` where nothing is said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Noted {
    /// Who is of my team.
    Team(Option<Vec<String>>),
    /// Who leads me.
    Managers(Option<Vec<String>>),
    /// Whom I mentor.
    Mentored(Option<Vec<String>>),
    /// Whether two things are one.
    Same {
        what: SameWhat,
        uids: Vec<String>,
        same: Option<bool>,
    },
    /// Whether all days are told.
    TellsAll(Option<bool>),
    /// Several at once.
    Several(Vec<Noted>),
}

impl Noted {
    /// Writes it down; returns what was there.
    pub(crate) fn note(&self, marks: &mut Marks) -> Self {
        let colleagues = &mut marks.colleagues;
        match self {
            Self::Team(people) => {
                Self::Team(std::mem::replace(&mut colleagues.team, people.clone()))
            }
            Self::Managers(people) => {
                Self::Managers(std::mem::replace(&mut colleagues.managers, people.clone()))
            }
            Self::Mentored(people) => {
                Self::Mentored(std::mem::replace(&mut colleagues.mentored, people.clone()))
            }
            Self::Same { what, uids, same } => {
                let before = said_of(marks, *what, uids);
                marks.sameness.retain(|one| !one.is_about(*what, uids));
                marks.sameness.extend(same.map(|same| Sameness {
                    what: *what,
                    uids: uids.clone(),
                    same,
                }));
                Self::Same {
                    what: *what,
                    uids: uids.clone(),
                    same: before,
                }
            }
            Self::TellsAll(all) => Self::TellsAll(std::mem::replace(&mut marks.tells_all, *all)),
            Self::Several(all) => Self::Several(all.iter().map(|one| one.note(marks)).collect()),
        }
    }

    /// Whether it is what is written down now.
    pub(crate) fn holds(&self, marks: &Marks) -> bool {
        let colleagues = &marks.colleagues;
        match self {
            Self::Team(people) => colleagues.team == *people,
            Self::Managers(people) => colleagues.managers == *people,
            Self::Mentored(people) => colleagues.mentored == *people,
            Self::Same { what, uids, same } => said_of(marks, *what, uids) == *same,
            Self::TellsAll(all) => marks.tells_all == *all,
            Self::Several(all) => all.iter().all(|one| one.holds(marks)),
        }
    }

    /// The same without some people, or pairs of what may be one.
    pub(crate) fn without(&self, gone: &[&str]) -> Self {
        let left = |people: &Option<Vec<String>>| {
            let people = people.as_ref()?.iter();
            Some(
                people
                    .filter(|one| !gone.contains(&one.as_str()))
                    .cloned()
                    .collect(),
            )
        };
        match self {
            Self::Team(people) => Self::Team(left(people)),
            Self::Managers(people) => Self::Managers(left(people)),
            Self::Mentored(people) => Self::Mentored(left(people)),
            Self::Several(all) => {
                let stays =
                    |one: &&Self| one.pair().is_none_or(|key| !gone.contains(&key.as_str()));
                Self::Several(all.iter().filter(stays).cloned().collect())
            }
            Self::Same { .. } | Self::TellsAll(_) => self.clone(),
        }
    }
}

impl Noted {
    /// What names the two it is about.
    fn pair(&self) -> Option<String> {
        match self {
            Self::Same { uids, .. } => Some(weekwise_ask::pair_named(uids)),
            _ => None,
        }
    }
}

fn said_of(marks: &Marks, what: SameWhat, uids: &[String]) -> Option<bool> {
    let mut said = marks.sameness.iter();
    Some(said.find(|one| one.is_about(what, uids))?.same)
}
