//! Who works with whom, learnt from the calendar: no directory is needed.
//!
//! My company is the mail domain of most people I meet. My team are the people I meet most in rituals (stand-ups,
//! plannings, retros) and in small recurring groups. Everybody else of the company is of another team.

use std::sync::Arc;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use weekwise_model::{CalendarUserType, Event, Me, Person, domain_of, is_public_mail};

use crate::Telling;
use crate::cadence::per_week;
use crate::together::{Together, groups};

/// Everything that who is of my team changes about people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct PeopleView {
    circle: Circle,
    /// Nobody of my team, one, or two and more.
    team: usize,
    /// All of them are.
    all: bool,
    /// They are most of it.
    most: bool,
    /// There is a team.
    somebody: bool,
}

/// Where the people of a meeting come from, as far as the calendar tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Circle {
    /// Most of them are of my team.
    Own,
    /// Some of my team, and about as many others.
    Mixed,
    /// Most of them are of my company but not of my team.
    Crossing,
    /// Nobody is of my company but me.
    External,
    /// Nobody can tell.
    Unknown,
}

/// From how many points on rituals tell who the team is: three stand-ups of a flattened series, or a fortnightly retro.
const ENOUGH_RITUALS: f64 = 1.2;

/// The same for meetings that are no rituals: two weekly series with the same few people.
const ENOUGH_GROUPS: f64 = 15.0;

/// A group of the directory with more people is a department.
const LARGEST_GROUP: usize = 12;

/// What tells who my team is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TeamBasis {
    /// The user.
    Said,
    /// Whose stand-ups, plannings and retros I am in.
    Rituals,
    /// Who I meet most in small groups that come again.
    Groups,
    /// What the directory says behind names.
    Directory,
    /// Nothing: nobody is known to be of my team.
    #[default]
    Nothing,
}

/// My team, my company.
#[derive(Debug, Clone, Default)]
pub(crate) struct Circles {
    team: HashSet<String>,
    basis: TeamBasis,
    domains: HashSet<String>,
    /// Groups that are met together, the one met most first.
    groups: Arc<Vec<Vec<String>>>,
}

/// Counts who is met how.
#[derive(Debug, Default)]
pub(crate) struct Meetings<'a> {
    /// Meetings a week with each person, rituals counting most.
    ritual: HashMap<&'a str, f64>,
    group: HashMap<&'a str, f64>,
    domains: HashMap<&'a str, u32>,
    events: u32,
    /// Who is met together.
    together: Together<'a>,
    /// What a directory says behind the names of people I meet, and behind mine.
    groups: HashMap<&'a str, &'a str>,
    mine: Option<&'a str>,
}

impl<'a> Meetings<'a> {
    /// Learns from one event. `telling`: what its title says; `times`: how many single events share its title.
    pub(crate) fn add(&mut self, event: &'a Event, me: &Me, telling: Telling, times: u32) {
        let people = event.people();
        let (own, others): (Vec<&Person>, Vec<&Person>) =
            people.into_iter().partition(|p| me.is(p));
        if others.is_empty() {
            return;
        }
        self.mine = self.mine.or(own.iter().find_map(|me| me.group.as_deref()));
        for person in &others {
            if let Some(group) = &person.group {
                self.groups.insert(&person.address, group);
            }
        }
        self.events += 1;
        for person in &others {
            if let Some(domain) = domain_of(&person.address) {
                *self.domains.entry(domain).or_default() += 1;
            }
        }
        let lists = event
            .attendees
            .iter()
            .any(|a| a.kind == CalendarUserType::Group);
        if lists || telling == Telling::Across || !(2..=12).contains(&others.len()) {
            return;
        }
        // A series is one event; singles of the same title are a series flattened by the export.
        let often = match &event.recurrence {
            Some(recurrence) => 10.0 * per_week(recurrence),
            None if times >= 3 => 0.4,
            None => 0.1,
        };
        let small = 4.0 / f64::from(u32::try_from(others.len().max(4)).unwrap_or(u32::MAX));
        let people = others.iter().map(|person| person.address.as_str());
        self.together.add(people, often, telling == Telling::Ritual);
        let table = if telling == Telling::Ritual {
            &mut self.ritual
        } else {
            &mut self.group
        };
        for person in others {
            *table.entry(&person.address).or_default() += often * small;
        }
    }

    /// Learns from what others have learnt from other events.
    pub(crate) fn and(mut self, other: Self) -> Self {
        for (sums, more) in [
            (&mut self.ritual, other.ritual),
            (&mut self.group, other.group),
        ] {
            for (address, often) in more {
                *sums.entry(address).or_default() += often;
            }
        }
        for (domain, times) in other.domains {
            *self.domains.entry(domain).or_default() += times;
        }
        self.events += other.events;
        self.together = self.together.and(other.together);
        self.groups.extend(other.groups);
        self.mine = self.mine.or(other.mine);
        self
    }

    /// What follows from all of them.
    pub(crate) fn circles(&self, me: &Me) -> Circles {
        let (team, basis) = self.team();
        let mut circles = Circles {
            team,
            basis,
            domains: self.company(me),
            groups: Arc::default(),
        };
        circles.groups = Arc::new(groups(&self.together, |address| {
            circles.is_elsewhere(address)
        }));
        circles
    }

    fn team(&self) -> (HashSet<String>, TeamBasis) {
        let strongest = |table: &HashMap<&str, f64>| table.values().copied().fold(0.0, f64::max);
        // Rituals name the team; without any, the small groups that meet most do.
        let (table, share, basis) = if strongest(&self.ritual) >= ENOUGH_RITUALS {
            (&self.ritual, 0.4, TeamBasis::Rituals)
        } else if strongest(&self.group) >= ENOUGH_GROUPS {
            (&self.group, 0.5, TeamBasis::Groups)
        } else {
            return with_basis(self.of_my_group(), TeamBasis::Directory);
        };
        let least = share * strongest(table);
        let often_met = table.iter().filter(|(_, often)| **often >= least);
        let mut met: HashSet<String> = often_met
            .map(|(address, _)| (*address).to_owned())
            .collect();
        met.extend(self.of_my_group());
        // Everybody is no team: then the calendar tells nothing.
        if met.len() > 20 {
            met.clear();
        }
        with_basis(met, basis)
    }

    /// Whom the directory puts where it puts me; nobody where those are too many for a team.
    fn of_my_group(&self) -> HashSet<String> {
        let of_mine = self
            .groups
            .iter()
            .filter(|(_, group)| Some(**group) == self.mine);
        let of_mine: HashSet<String> = of_mine.map(|(address, _)| (*address).to_owned()).collect();
        if of_mine.len() > LARGEST_GROUP {
            HashSet::default()
        } else {
            of_mine
        }
    }

    fn company(&self, me: &Me) -> HashSet<String> {
        let mine = me.addresses.iter().filter_map(|a| domain_of(a));
        let mut domains: HashSet<String> = mine
            .filter(|d| !is_public_mail(d))
            .map(str::to_owned)
            .collect();
        let all: u32 = self.domains.values().sum();
        let company = self
            .domains
            .iter()
            .filter(|(domain, _)| !is_public_mail(domain))
            .max_by_key(|(domain, times)| (**times, std::cmp::Reverse(**domain)));
        if let Some((domain, times)) = company
            && *times * 2 > all
            && (domains.is_empty() || self.events >= 10)
        {
            domains.insert((*domain).to_owned());
        }
        domains
    }
}

/// Nobody is no team.
fn with_basis(team: HashSet<String>, basis: TeamBasis) -> (HashSet<String>, TeamBasis) {
    if team.is_empty() {
        (team, TeamBasis::Nothing)
    } else {
        (team, basis)
    }
}

impl Circles {
    /// With the team the user names; nobody where there is none.
    pub(crate) fn with_team(&self, team: &[String]) -> Self {
        Self {
            team: team.iter().cloned().collect(),
            basis: TeamBasis::Said,
            ..self.clone()
        }
    }

    /// Who is of my team, in order, and what tells.
    pub(crate) fn my_team(&self) -> (Vec<String>, TeamBasis) {
        let mut team: Vec<String> = self.team.iter().cloned().collect();
        team.sort_unstable();
        (team, self.basis)
    }

    /// Groups that are met together, the one met most first; addresses in order.
    pub(crate) fn groups(&self) -> &[Vec<String>] {
        &self.groups
    }

    /// How many are of my team.
    pub(crate) fn team_size(&self) -> usize {
        self.team.len()
    }

    /// Whether somebody is of my team.
    pub(crate) fn is_team(&self, person: &Person) -> bool {
        self.team.contains(&person.address)
    }

    /// Whether somebody is surely of another company.
    pub(crate) fn is_outside(&self, person: &Person) -> bool {
        self.is_elsewhere(&person.address)
    }

    /// Whether an address is surely of another company.
    fn is_elsewhere(&self, address: &str) -> bool {
        let Some(domain) = domain_of(address) else {
            return false;
        };
        !self.domains.is_empty() && !self.domains.iter().any(|mine| is_within(domain, mine))
    }

    /// How these people look to whoever has this team; I am not among them.
    pub(crate) fn view(&self, others: &[&Person]) -> PeopleView {
        let team = others.iter().filter(|person| self.is_team(person)).count();
        PeopleView {
            circle: self.of(others),
            team: team.min(2),
            all: team == others.len(),
            most: self.is_most(team),
            somebody: !self.team.is_empty(),
        }
    }

    /// Whether so many of my team are most of it.
    pub(crate) fn is_most(&self, team: usize) -> bool {
        team * 10 >= self.team.len() * 6
    }

    /// Where these people come from; I am not among them.
    pub(crate) fn of(&self, others: &[&Person]) -> Circle {
        if others.is_empty() {
            return Circle::Unknown;
        }
        let outside = others.iter().filter(|p| self.is_outside(p)).count();
        // One recruiter's or assistant's colleague does not make a vendor's meeting an inner one.
        if outside == others.len() {
            return Circle::External;
        }
        // Who has no team meets others; where nothing tells, nobody knows.
        if self.team.is_empty() && self.basis != TeamBasis::Said {
            return Circle::Unknown;
        }
        let team = others.iter().filter(|p| self.is_team(p)).count();
        let share = team as f64 / others.len() as f64;
        if share >= 0.6 {
            Circle::Own
        } else if share > 0.4 {
            Circle::Mixed
        } else {
            Circle::Crossing
        }
    }
}

/// Whether `domain` is `mine` or a part of it.
pub(crate) fn is_within(domain: &str, mine: &str) -> bool {
    let part = |inner: &str, outer: &str| {
        inner
            .strip_suffix(outer)
            .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    part(domain, mine) || part(mine, domain)
}
