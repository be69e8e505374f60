use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::Texts;
use crate::spoken_name::spoken;

/// Somebody named in a calendar. Two are the same person when their addresses are equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Person {
    /// The address in lower case, without `mailto:`. Where an export gives no address, the name in lower case.
    #[text(address)]
    pub address: String,
    /// What they are called, as it is said: `Ruth Okafor`, also where the file writes `Okafor, Ruth (Platform)`.
    #[text(name)]
    pub name: Option<String>,
    /// What a directory puts in brackets behind the name, where that can be a team. For those who look for teams; no answer
    /// has it.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    #[text(team)]
    pub group: Option<String>,
}

/// One ATTENDEE of an event (RFC 5545 section 3.8.4.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// Who.
    pub person: Person,
    /// `PARTSTAT`.
    pub response: Response,
    /// `ROLE`.
    pub role: Role,
    /// `CUTYPE`, or [`CalendarUserType::Room`] where the address reads like a room's.
    pub kind: CalendarUserType,
}

/// Participation status (`PARTSTAT`, RFC 5545 section 3.2.12).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Response {
    /// Not answered yet. Also the RFC's default where the parameter is absent.
    #[default]
    NeedsAction,
    /// Will come.
    Accepted,
    /// Will not come.
    Declined,
    /// May come.
    Tentative,
    /// Sends somebody else.
    Delegated,
}

/// Participation role (`ROLE`, RFC 5545 section 3.2.16).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Leads the meeting.
    Chair,
    /// Is needed.
    #[default]
    Required,
    /// May stay away.
    Optional,
    /// Is only told.
    NonParticipant,
}

/// Calendar user type (`CUTYPE`, RFC 5545 section 3.2.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalendarUserType {
    /// A person.
    #[default]
    Individual,
    /// A mailing list: people, but nobody knows how many.
    Group,
    /// A projector, a car.
    Resource,
    /// A place.
    Room,
    /// A shared calendar, which some servers name as who organizes what is in it.
    Calendar,
    /// A program: a bot, an address nobody answers from.
    Program,
    /// Said to be unknown; taken for a person.
    Unknown,
}

impl CalendarUserType {
    /// Whether an attendee of this type is a person, or stands for some (product.md section 2, *people*).
    pub fn is_person(self) -> bool {
        !matches!(
            self,
            Self::Room | Self::Resource | Self::Calendar | Self::Program
        )
    }
}

/// The user's own addresses (product.md section 2, *me*), in lower case and without `mailto:`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Me {
    /// Every address that is mine.
    #[text(address)]
    pub addresses: BTreeSet<String>,
    /// True when nobody confirmed them: they were guessed from the calendar.
    pub guessed: bool,
}

impl Me {
    /// The addresses a user confirmed.
    pub fn confirmed<S: AsRef<str>>(addresses: impl IntoIterator<Item = S>) -> Self {
        Self {
            addresses: addresses
                .into_iter()
                .map(|a| normal_address(a.as_ref()))
                .collect(),
            guessed: false,
        }
    }

    /// Whether this person is me.
    pub fn is(&self, person: &Person) -> bool {
        self.addresses.contains(&person.address)
    }

    /// Whether nobody is known to be me.
    pub fn is_unknown(&self) -> bool {
        self.addresses.is_empty()
    }
}

/// An address as [`Person::address`] holds it: trimmed, lower case, no `mailto:`.
fn normal_address(address: &str) -> String {
    let lower = address.trim().to_lowercase();
    lower
        .strip_prefix("mailto:")
        .map_or(lower.clone(), |rest| rest.trim().to_owned())
}

impl Person {
    /// A person by address (with or without `mailto:`) and display name.
    pub fn new(address: &str, name: Option<&str>) -> Self {
        let spoken = name.map(spoken);
        let (name, group) = spoken.map_or((None, None), |s| (Some(s.name), s.group));
        Self {
            address: normal_address(address),
            name,
            group,
        }
    }
}
