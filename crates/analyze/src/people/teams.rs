//! Teams, found by who is met together: no directory is needed.
//!
//! Meetings that repeat with two to twelve others tell who works together. The one with the most time founds a
//! team; each further one joins the team it shares most people with, or founds another. A team's people are
//! those who are at a good part of its meetings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use weekwise_model::{Bridge, Kind, TeamMember, TeamView, company_domain_of};

use super::companies::home;
use crate::book::{Book, Guests, Series, hours, in_both, place, ratio};
use crate::metrics::LARGE;
use crate::titles::topic;
use crate::words;

/// How many others a meeting of a team has.
const SIZE: std::ops::RangeInclusive<usize> = 2..=12;
/// Fewer times with the same people are no team.
const TIMES: usize = 3;
/// From this part of the smaller group in common on, two meetings are of one team.
const JOINS: f64 = 0.6;
/// Who is at less than this part of a team's meetings is a guest.
const BELONGS: f64 = 0.34;
/// A word that is in the titles of this part of a team's meeting time may name it.
const NAMES: f64 = 0.5;
/// Words in a suggested name.
const LONGEST: usize = 3;
/// Teams told, those with the most of my hours first.
const MOST: usize = 12;
/// A named team is found again where this part of its people is the same.
const SAME: f64 = 0.5;

/// A group of people who are met together.
pub(crate) struct Team {
    pub(crate) id: String,
    /// What the user calls it.
    pub(crate) name: Option<String>,
    pub(crate) own: bool,
    /// Places in [`Guests::people`], the one met most first.
    pub(crate) members: Vec<usize>,
    /// Places in [`Ledger::series`](crate::book::Ledger::series), the most minutes first.
    pub(crate) series: Vec<usize>,
    /// What my calendar got from them.
    pub(crate) minutes: i64,
    suggested_name: String,
}

/// Meetings that grow into a team.
#[derive(Default)]
struct Core {
    /// Everybody of its founding meeting and of those that joined, sorted.
    people: Vec<usize>,
    /// Meetings with each.
    together: BTreeMap<usize, i64>,
    meetings: i64,
    series: Vec<(usize, i64)>,
    /// Minutes of the meetings that rehearse a team: stand-ups, plannings, retros.
    rituals: i64,
}

/// The teams of a period, the most of my hours first.
pub(crate) fn teams(book: &Book<'_>, guests: &Guests<'_>) -> Vec<Team> {
    let cores = cores(book, guests);
    let told = book.ledger.settings.marks.colleagues.team.as_deref();
    let own = match told {
        Some(team) => most_like(&cores, guests, team),
        None => cores
            .iter()
            .enumerate()
            .max_by_key(|(at, core)| (core.rituals, core.minutes(), std::cmp::Reverse(*at)))
            .map(|(at, _)| at),
    };
    let mut teams: Vec<Team> = cores
        .into_iter()
        .enumerate()
        .map(|(at, core)| core.team(book, guests, own == Some(at)))
        .filter(|team| team.members.len() >= *SIZE.start())
        .collect();
    teams.sort_by_key(|team| (std::cmp::Reverse(team.minutes), team.members.clone()));
    teams.truncate(MOST);
    teams
}

/// The one that has most people in common with the team the user names, where it is at least a half.
fn most_like(cores: &[Core], guests: &Guests<'_>, team: &[String]) -> Option<usize> {
    let like = |core: &Core| {
        let of_it = |person: &&usize| team.iter().any(|one| one == guests.address(**person));
        let both = core.people.iter().filter(of_it).count();
        both as f64 / (core.people.len() + team.len() - both).max(1) as f64
    };
    let likes = cores.iter().map(like).enumerate();
    let likes = likes.filter(|(_, like)| *like >= SAME);
    likes
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
        .map(|(at, _)| at)
}

/// Who is of my team: whom the user names, else whom I meet as a team most.
pub(crate) fn own_people(book: &Book<'_>, guests: &Guests<'_>) -> BTreeSet<usize> {
    if let Some(team) = &book.ledger.settings.marks.colleagues.team {
        let of_it = |person: &usize| team.iter().any(|one| one == guests.address(*person));
        return (0..guests.people.len()).filter(of_it).collect();
    }
    let own = teams(book, guests).into_iter().filter(|team| team.own);
    own.flat_map(|team| team.members).collect()
}

fn cores(book: &Book<'_>, guests: &Guests<'_>) -> Vec<Core> {
    let mut cores: Vec<Core> = Vec::new();
    let home = home(book, guests);
    let meets = |series: &Series| series.claims.len() >= TIMES;
    for (place, series, minutes) in book.series_by_minutes(meets) {
        let Some(&last) = series.claims.last() else {
            continue;
        };
        let people = guests.at(last);
        let of_team = SIZE.contains(&people.len())
            && book.ledger.claims.get(last).is_some_and(|claim| {
                let kind = book.ledger.classified(claim).classification.kind;
                claim.meeting && kind != Kind::AllHands
            })
            && !is_outside(guests, &home, people);
        if !of_team || minutes == 0 {
            continue;
        }
        let share = |core: &Core| {
            let fewer = people.len().min(core.people.len()).max(1);
            in_both(people, &core.people) as f64 / fewer as f64
        };
        let best = cores
            .iter()
            .enumerate()
            .map(|(at, core)| (share(core), std::cmp::Reverse(at)))
            .filter(|(share, _)| *share >= JOINS)
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        let at = if let Some((_, std::cmp::Reverse(at))) = best {
            at
        } else {
            cores.push(Core {
                people: people.to_vec(),
                ..Core::default()
            });
            cores.len() - 1
        };
        if let Some(core) = cores.get_mut(at) {
            core.add(book, place, people, minutes);
        }
    }
    cores
}

/// Whether most of a group are of another company: such a group is told by its company.
fn is_outside(guests: &Guests<'_>, home: &BTreeSet<String>, people: &[usize]) -> bool {
    let outside = |&person: &usize| {
        let domain = company_domain_of(guests.address(person));
        domain.is_some_and(|domain| !home.contains(domain))
    };
    !home.is_empty() && people.iter().filter(|person| outside(person)).count() * 2 > people.len()
}

impl Core {
    fn minutes(&self) -> i64 {
        self.series.iter().map(|(_, minutes)| minutes).sum()
    }

    fn add(&mut self, book: &Book<'_>, series: usize, people: &[usize], minutes: i64) {
        self.series.push((series, minutes));
        let claims = book.ledger.series.get(series).map(|series| &series.claims);
        let times = claims.map_or(0, |claims| i64::from(place(claims.len())));
        self.meetings += times;
        for &person in people {
            *self.together.entry(person).or_default() += times;
        }
        let last = claims.and_then(|claims| claims.last());
        let kind = last
            .and_then(|&at| book.ledger.claims.get(at))
            .map(|claim| book.ledger.classified(claim).classification.kind);
        let ritual = matches!(
            kind,
            Some(Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::Demo | Kind::TeamMeeting)
        );
        self.rituals += if ritual { minutes } else { 0 };
    }

    fn team(self, book: &Book<'_>, guests: &Guests<'_>, own: bool) -> Team {
        let all = self.minutes();
        let mut members: Vec<(i64, usize)> = self
            .together
            .iter()
            .filter(|(_, times)| ratio(**times, self.meetings) >= BELONGS)
            .map(|(&person, &times)| (times, person))
            .collect();
        members.sort_by_key(|&(times, person)| (std::cmp::Reverse(times), guests.address(person)));
        let members: Vec<usize> = members.into_iter().map(|(_, person)| person).collect();
        let marks: BTreeSet<String> = members
            .iter()
            .map(|&person| mark(guests.address(person)))
            .collect();
        let (id, name) = named(book, &marks);
        Team {
            id,
            name,
            own,
            suggested_name: suggested_name(book, guests, &self.series, &members),
            members,
            minutes: all,
            series: self.series.into_iter().map(|(series, _)| series).collect(),
        }
    }
}

/// The name and id the user gave to a team with about these people; without one, an id made of them.
fn named(book: &Book<'_>, marks: &BTreeSet<String>) -> (String, Option<String>) {
    let likeness = |id: &str| {
        let theirs: BTreeSet<String> = id.split('.').map(str::to_owned).collect();
        let both = theirs.intersection(marks).count();
        both as f64 / (theirs.len() + marks.len() - both).max(1) as f64
    };
    let names = book.ledger.settings.marks.team_names.iter();
    let best = names
        .map(|name| (likeness(&name.team), name))
        .filter(|(likeness, _)| *likeness >= SAME)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((_, name)) => (name.team.clone(), Some(name.name.clone())),
        None => (marks.iter().cloned().collect::<Vec<_>>().join("."), None),
    }
}

/// A short mark of an address that stays the same (FNV-1a): an id that names nobody.
fn mark(address: &str) -> String {
    let hash = address.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("{hash:08x}")
}

/// A word most of the meetings share, else what the directory calls most of them, else the first names.
fn suggested_name(
    book: &Book<'_>,
    guests: &Guests<'_>,
    series: &[(usize, i64)],
    members: &[usize],
) -> String {
    let mut words: HashMap<String, i64> = HashMap::new();
    let mut titled = 0;
    for &(place, minutes) in series {
        let Some(series) = book.ledger.series.get(place) else {
            continue;
        };
        titled += minutes;
        for word in topic(&series.summary) {
            if !RITUALS.contains(&word.as_str()) {
                *words.entry(word).or_default() += minutes;
            }
        }
    }
    // In the order and the letters of the title with the most time.
    let heaviest = series
        .first()
        .and_then(|(place, _)| book.ledger.series.get(*place));
    let title = heaviest.map_or("", |series| &series.summary);
    let named: Vec<&str> = title
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            let minutes = words.get(&word.to_lowercase()).copied().unwrap_or(0);
            ratio(minutes, titled) >= NAMES
        })
        .take(LONGEST)
        .collect();
    if !named.is_empty() {
        return words::capital(&named.join(" "));
    }
    if let Some(group) = shared_group(guests, members) {
        return words::capital(group);
    }
    let first = |person: usize| {
        let name = guests.name(person);
        let end = name.find([' ', '@', '.']).unwrap_or(name.len());
        words::capital(name.get(..end).unwrap_or_default())
    };
    match members {
        [] => String::new(),
        [a] => first(*a),
        [a, b] => format!("{} and {}", first(*a), first(*b)),
        [a, b, others @ ..] => format!(
            "{}, {} and {}",
            first(*a),
            first(*b),
            words::count(others.len(), "other", "others")
        ),
    }
}

/// What the directory says behind the names of most of them.
fn shared_group<'a>(guests: &Guests<'a>, members: &[usize]) -> Option<&'a str> {
    let mut times: BTreeMap<&'a str, usize> = BTreeMap::new();
    for &member in members {
        if let Some(group) = guests.group(member) {
            *times.entry(group).or_default() += 1;
        }
    }
    let (group, most) = times.into_iter().max_by_key(|(_, times)| *times)?;
    (most * 2 > members.len()).then_some(group)
}

/// Words for what a team does, which do not say which team it is.
const RITUALS: &[&str] = &[
    "stand",
    "standup",
    "planning",
    "sprint",
    "retro",
    "retrospective",
    "refinement",
    "grooming",
    "backlog",
    "demo",
    "review",
    "design",
    "architecture",
    "board",
    "triage",
    "status",
    "huddle",
    "update",
    "strategy",
    "roadmap",
    "guild",
    "leads",
    "staff",
];

impl Team {
    /// What it is called.
    pub(crate) fn called(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.suggested_name)
    }

    pub(crate) fn told(&self, book: &Book<'_>, guests: &Guests<'_>) -> TeamView {
        let ledger = &book.ledger;
        let series = || self.series.iter().filter_map(|&at| ledger.series.get(at));
        let places = || series().flat_map(|series| series.claims.iter().copied());
        let meetings = |person: usize| {
            places()
                .filter(|&at| guests.at(at).binary_search(&person).is_ok())
                .count()
        };
        let last = places()
            .filter_map(|at| ledger.claims.get(at))
            .map(|claim| claim.span)
            .max();
        TeamView {
            id: self.id.clone(),
            name: self.name.clone(),
            suggested_name: self.suggested_name.clone(),
            own: self.own,
            members: self
                .members
                .iter()
                .map(|&person| TeamMember {
                    name: guests.name(person),
                    address: guests.address(person).to_owned(),
                    meetings: place(meetings(person)),
                })
                .collect(),
            hours_per_week: hours(self.minutes) / ledger.period.weeks(),
            meetings: place(places().count()),
            evidence: series().map(|series| series.uid.clone()).collect(),
            last: last.map(|span| book.date_of(span)),
        }
    }
}

/// Meetings without which a team would not be met at all: not counting all-hands, and not my own team.
pub(super) fn bridges(book: &Book<'_>, guests: &Guests<'_>, teams: &[Team]) -> Vec<Bridge> {
    let ledger = &book.ledger;
    let own = match &ledger.settings.marks.colleagues.team {
        Some(_) => own_people(book, guests),
        None => teams
            .iter()
            .filter(|team| team.own)
            .flat_map(|team| team.members.iter().copied())
            .collect(),
    };
    let mut bridges = Vec::new();
    for team in teams.iter().filter(|team| !team.own) {
        let theirs: BTreeSet<usize> = team
            .members
            .iter()
            .copied()
            .filter(|p| !own.contains(p))
            .collect();
        let touching: Vec<usize> = (0..ledger.series.len())
            .filter(|&at| {
                let Some(&last) = ledger.series[at].claims.last() else {
                    return false;
                };
                let small = ledger.claims.get(last).is_some_and(|claim| {
                    claim.meeting && ledger.classified(claim).people < LARGE * 2
                });
                let repeats = ledger.series[at].recurring;
                small && repeats && guests.at(last).iter().any(|person| theirs.contains(person))
            })
            .collect();
        let &[only] = touching.as_slice() else {
            continue;
        };
        let Some(series) = ledger.series.get(only) else {
            continue;
        };
        bridges.push(Bridge {
            team: team.id.clone(),
            uid: series.uid.clone(),
            summary: series.summary.clone(),
            hours_per_week: hours(book.minutes_of(series)) / ledger.period.weeks(),
            text: format!(
                "{} is the only regular meeting with {}.",
                words::title(&series.summary),
                team.called()
            ),
        });
    }
    bridges
}
