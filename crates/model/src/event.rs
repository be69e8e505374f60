use std::collections::HashSet;
use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    Attendee, CalendarId, CalendarUserType, Me, Person, Response, Role, Span, Texts, WallSpan,
};

/// One VEVENT as read: a master, a single event, or the override of one instance.
///
/// Occurrences share their event, so it is held in an [`Arc`] and never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// `UID`. An event that has none gets one made of its content, so that it stays the same at the next import.
    pub uid: String,
    /// The calendar it came from.
    pub calendar: CalendarId,
    /// The line of its `BEGIN:VEVENT` in the file, from 1.
    pub line: u32,
    /// `SUMMARY`, as text.
    pub summary: String,
    /// `DESCRIPTION`, as text; HTML is stripped.
    pub description: String,
    /// `LOCATION`, as text.
    pub location: String,
    /// `STATUS`.
    pub status: Status,
    /// `TRANSP`.
    pub transparency: Transparency,
    /// `X-MICROSOFT-CDO-BUSYSTATUS` (or `-INTENDEDSTATUS`), where the file says so.
    pub busy_status: Option<BusyStatus>,
    /// `CLASS`.
    pub class: Class,
    /// `ORGANIZER`.
    pub organizer: Option<Person>,
    /// Every `ATTENDEE`, rooms and resources too.
    pub attendees: Vec<Attendee>,
    /// `CATEGORIES`, as written.
    pub categories: Vec<String>,
    /// `CREATED`.
    pub created: Option<DateTime<Utc>>,
    /// `LAST-MODIFIED`, else `DTSTAMP`.
    pub last_modified: Option<DateTime<Utc>>,
    /// `SEQUENCE`, 0 where absent.
    pub sequence: u32,
    /// `URL`.
    pub url: Option<String>,
    /// The conference link (RFC 7986 `CONFERENCE`, `X-GOOGLE-CONFERENCE`, Teams' and others' own properties).
    pub conference: Option<String>,
    /// RFC 7986 `COLOR`, as written.
    pub color: Option<String>,
    /// UIDs in `RELATED-TO`.
    pub related_to: Vec<String>,
    /// When it is, of a series: its first instance (`DTSTART` to the end of that), on its own clock.
    pub first: WallSpan,
    /// How its series repeats; `None` for a single event. An override carries its master's.
    pub recurrence: Option<Arc<Recurrence>>,
    /// Minutes of travel before each instance, as Apple's calendar has them (`X-APPLE-TRAVEL-DURATION`); 0 where there are
    /// none.
    pub travel_minutes: u32,
}

/// How a series repeats (RFC 5545 section 3.8.5), as later stages need to know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recurrence {
    /// The RRULE values as written, first one first; empty for a series made of RDATEs only.
    pub rules: Vec<String>,
    /// The first instance of the series (`DTSTART` to the end of its first instance).
    pub first: Span,
    /// True when a rule has neither COUNT nor UNTIL.
    pub endless: bool,
}

/// `STATUS` of a VEVENT (RFC 5545 section 3.8.1.11).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Status {
    /// Definite; also where the file says nothing.
    #[default]
    Confirmed,
    /// Not definite yet.
    Tentative,
    /// Called off.
    Cancelled,
}

/// `TRANSP` (RFC 5545 section 3.8.2.7).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Transparency {
    /// Takes time.
    #[default]
    Opaque,
    /// Takes no time.
    Transparent,
}

/// `X-MICROSOFT-CDO-BUSYSTATUS` (MS-OXCICAL section 2.1.3.1.1.20.31).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum BusyStatus {
    /// Free.
    Free,
    /// Tentative.
    Tentative,
    /// Busy.
    Busy,
    /// Out of office.
    #[serde(rename = "OOF")]
    OutOfOffice,
    /// Working elsewhere.
    #[serde(rename = "WORKINGELSEWHERE")]
    WorkingElsewhere,
}

/// `CLASS` (RFC 5545 section 3.8.1.3).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING-KEBAB-CASE")]
pub enum Class {
    /// For everybody.
    #[default]
    Public,
    /// For the owner.
    Private,
    /// For a few.
    Confidential,
}

impl Event {
    /// An event that says nothing and takes no time: for a reader to fill in, and for tests to vary
    /// (`Event { summary, ..Event::empty() }`).
    pub fn empty() -> Self {
        let midnight = NaiveDateTime::default();
        Self {
            uid: String::new(),
            calendar: CalendarId(0),
            line: 1,
            summary: String::new(),
            description: String::new(),
            location: String::new(),
            status: Status::default(),
            transparency: Transparency::default(),
            busy_status: None,
            class: Class::default(),
            organizer: None,
            attendees: Vec::new(),
            categories: Vec::new(),
            created: None,
            last_modified: None,
            sequence: 0,
            url: None,
            conference: None,
            color: None,
            related_to: Vec::new(),
            first: WallSpan::Timed {
                start: midnight,
                end: midnight,
                zone: None,
            },
            recurrence: None,
            travel_minutes: 0,
        }
    }

    /// The real attendees plus the organizer, each once; rooms and resources are not people
    /// (product.md section 2, *people*).
    pub fn people(&self) -> Vec<&Person> {
        /// From so many people on a table is faster than looking through the list; ten thousand must not take seconds.
        const FEW: usize = 24;
        let mut people: Vec<&Person> = Vec::with_capacity(self.attendees.len() + 1);
        let mut seen: HashSet<&str> = HashSet::new();
        let attendees = self
            .attendees
            .iter()
            .filter(|a| a.kind.is_person())
            .map(|a| &a.person);
        let organizer = self.organizer.iter().filter(|o| {
            // A room that books itself is named as the organizer too, and so is a shared calendar.
            let is_thing = self
                .attendees
                .iter()
                .any(|a| !a.kind.is_person() && a.person.address == o.address);
            !is_thing && o.thing_by_look().is_none()
        });
        for person in attendees.chain(organizer) {
            let new = if people.len() < FEW {
                !people.iter().any(|p| p.address == person.address)
            } else {
                if seen.is_empty() {
                    seen.extend(people.iter().map(|p| p.address.as_str()));
                }
                !seen.contains(person.address.as_str())
            };
            if new {
                people.push(person);
                if !seen.is_empty() {
                    seen.insert(&person.address);
                }
            }
        }
        people
    }

    /// The same without lists, of which nobody knows who is behind them.
    pub fn named_people(&self) -> Vec<&Person> {
        let mut people = self.people();
        let is_list = |person: &Person| {
            let attendee = self
                .attendees
                .iter()
                .find(|a| a.person.address == person.address);
            attendee.map_or_else(
                || person.is_list(),
                |attendee| attendee.kind == CalendarUserType::Group,
            )
        };
        if self
            .attendees
            .iter()
            .any(|a| a.kind == CalendarUserType::Group)
        {
            people.retain(|person| !is_list(person));
        } else if self.organizer.as_ref().is_some_and(Person::is_list) {
            let organizer = self.organizer.as_ref();
            people.retain(|person| organizer.is_none_or(|o| o.address != person.address));
        }
        people
    }

    /// Whether I organize it.
    pub fn organized_by(&self, me: &Me) -> bool {
        self.organizer.as_ref().is_some_and(|o| me.is(o))
    }

    /// My own entry among the attendees.
    pub fn my_attendance(&self, me: &Me) -> Option<&Attendee> {
        self.attendees.iter().find(|a| me.is(&a.person))
    }

    /// My own answer: my PARTSTAT; accepted where I organize it or nobody was asked.
    pub fn my_response(&self, me: &Me) -> Response {
        match self.my_attendance(me) {
            Some(mine) if mine.response == Response::NeedsAction && self.organized_by(me) => {
                Response::Accepted
            }
            Some(mine) => mine.response,
            // Mine, without guests, or with guests but without me: it is in my calendar because I put it there.
            None => Response::Accepted,
        }
    }

    /// My own role, where I am an attendee.
    pub fn my_role(&self, me: &Me) -> Option<Role> {
        self.my_attendance(me).map(|a| a.role)
    }
}
