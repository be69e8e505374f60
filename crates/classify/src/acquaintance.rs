//! What else the calendar tells about people: who sends to everybody, who is met once and alone, whom I meet alone.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use weekwise_model::{CalendarUserType, Event, Me, Person, domain_of};

use crate::circles::Circles;
use crate::naming::{names_a_team, parts_of};
use crate::vocabulary::is_phrase;

/// From how many guests an invitation goes to everybody.
const MANY: usize = 15;

/// In how many events somebody may be who is met in passing.
const IN_PASSING: u32 = 3;

/// What was learnt about each person.
#[derive(Debug, Clone, Default)]
pub(crate) struct Acquaintance {
    /// Those who invite lists and crowds: heads of something.
    heads: HashSet<String>,
    /// People outside my company, the only ones of their domain, met in passing: candidates and users rather than
    /// partners.
    strangers: HashSet<String>,
    /// Parts of the names of strangers.
    stranger_names: HashSet<String>,
    /// Those who invite me, and only me, again and again.
    inviters: HashSet<String>,
    /// Those whom I invite alone, again and again.
    invited: HashSet<String>,
}

/// Counts while learning.
#[derive(Debug, Default)]
pub(crate) struct Counting<'a> {
    people: HashMap<&'a str, (&'a Person, u32)>,
    heads: HashMap<&'a str, u32>,
    inviters: HashSet<&'a str>,
    invited: HashSet<&'a str>,
}

impl<'a> Counting<'a> {
    /// Learns from one event.
    pub(crate) fn add(&mut self, event: &'a Event, me: &Me) {
        let people: Vec<&Person> = event.people().into_iter().filter(|p| !me.is(p)).collect();
        for person in &people {
            self.people
                .entry(person.address.as_str())
                .or_insert((person, 0))
                .1 += 1;
        }
        let list = event
            .attendees
            .iter()
            .any(|a| a.kind == CalendarUserType::Group);
        let Some(organizer) = &event.organizer else {
            return;
        };
        if (list || people.len() >= MANY) && !me.is(organizer) {
            *self.heads.entry(organizer.address.as_str()).or_default() += 1;
        }
        if let ([other], true, false) = (people.as_slice(), event.recurrence.is_some(), list) {
            if me.is(organizer) {
                self.invited.insert(other.address.as_str());
            } else {
                self.inviters.insert(other.address.as_str());
            }
        }
    }

    /// With what others have counted in other events.
    pub(crate) fn and(mut self, other: Self) -> Self {
        for (address, (person, times)) in other.people {
            self.people.entry(address).or_insert((person, 0)).1 += times;
        }
        for (address, times) in other.heads {
            *self.heads.entry(address).or_default() += times;
        }
        self.inviters.extend(other.inviters);
        self.invited.extend(other.invited);
        self
    }

    /// What follows from all of them.
    pub(crate) fn done(&self, circles: &Circles) -> Acquaintance {
        let mut of_domain: HashMap<&str, u32> = HashMap::default();
        for address in self.people.keys() {
            if let Some(domain) = domain_of(address) {
                *of_domain.entry(domain).or_default() += 1;
            }
        }
        let strangers: Vec<&Person> = self
            .people
            .values()
            .filter(|(person, times)| {
                *times <= IN_PASSING
                    && circles.is_outside(person)
                    && domain_of(&person.address)
                        .is_some_and(|d| of_domain.get(d).copied().unwrap_or(0) <= 2)
            })
            .map(|(person, _)| *person)
            .collect();
        let owned = |set: &HashSet<&str>| set.iter().map(|a| (*a).to_owned()).collect();
        Acquaintance {
            heads: self.heads.keys().map(|a| (*a).to_owned()).collect(),
            stranger_names: strangers
                .iter()
                .flat_map(|p| parts_of(p))
                .filter(|part| part.len() > 2 && !names_a_team(part) && !is_phrase(part))
                .collect(),
            strangers: strangers.iter().map(|p| p.address.clone()).collect(),
            inviters: owned(&self.inviters),
            invited: owned(&self.invited),
        }
    }
}

impl Acquaintance {
    /// Whether somebody invites lists and crowds.
    pub(crate) fn is_head(&self, person: &Person) -> bool {
        self.heads.contains(&person.address)
    }

    /// Whether somebody outside is met in passing, alone of the domain.
    pub(crate) fn is_stranger(&self, person: &Person) -> bool {
        self.strangers.contains(&person.address)
    }

    /// Whether a word is the name of a stranger.
    pub(crate) fn names_stranger(&self, word: &str) -> bool {
        self.stranger_names.contains(word)
    }

    /// Whether somebody invites me alone, again and again.
    pub(crate) fn invites_me(&self, person: &Person) -> bool {
        self.inviters.contains(&person.address)
    }

    /// Whether I invite somebody alone, again and again.
    pub(crate) fn is_invited(&self, person: &Person) -> bool {
        self.invited.contains(&person.address)
    }
}
