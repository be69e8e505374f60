//! What a calendar is as far as days are concerned: the own one, a feed of holidays, one that tells who is away, a
//! colleague's.

use std::sync::Arc;

use chrono_tz::Tz;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use weekwise_model::{Calendar, CalendarId, Event, Me, WallSpan};

use super::countries::{countries_in, country_of};
use super::naming::{Naming, naming};
use super::words::{Role, read, said, said_elsewhere};
use crate::words::words;

/// What a calendar holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Nature {
    /// The own life, or nothing tells.
    Own,
    /// Public holidays: of these countries, as codes; of who knows which where none is known.
    Holidays(Vec<&'static str>),
    /// Who of many is away.
    WhoIsOut,
    /// School holidays.
    School,
    /// Birthdays.
    Birthdays,
    /// The days of somebody else.
    Colleague,
}

/// What days are judged by beside the event itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Surroundings {
    natures: HashMap<CalendarId, Nature>,
    /// The country whose clock is on the wall, as its code.
    pub(crate) country: Option<&'static str>,
    /// What I am called: parts of my name, my addresses, and of a calendar that bears my name.
    pub(crate) my_names: HashSet<String>,
}

/// Fewer whole-day events say nothing about what a calendar is.
const FEWEST: usize = 6;
/// So many people away make a list of who is away, where nothing else is in it.
const MANY_AWAY: usize = 4;

/// The whole days of one calendar, counted.
#[derive(Default)]
struct Counts {
    timed: usize,
    whole_days: usize,
    holidays: usize,
    birthdays: usize,
    away: usize,
    who: HashSet<String>,
    /// How many holidays each country has among them.
    countries: HashMap<&'static str, usize>,
}

impl Surroundings {
    /// Learns what each calendar is from its name and from what is in it.
    pub(crate) fn of(
        events: &[&Arc<Event>],
        calendars: &[Calendar],
        me: &Me,
        my_names: &HashSet<String>,
        known: &HashSet<String>,
        zone: Tz,
    ) -> Self {
        let mut all = Self {
            natures: HashMap::default(),
            country: country_of(zone),
            my_names: my_names.clone(),
        };
        let local = me
            .addresses
            .iter()
            .map(|a| a.split('@').next().unwrap_or_default());
        let parts = local.flat_map(words).map(|word| word.text);
        all.my_names
            .extend(parts.filter(|part| part.chars().count() > 1));
        if all.my_names.is_empty() {
            all.my_names
                .extend(calendars.iter().flat_map(|c| person_named(&c.name)));
        }
        let mut counts: HashMap<CalendarId, Counts> = HashMap::default();
        let mut seen: HashSet<(CalendarId, &str)> = HashSet::default();
        for event in events {
            let counts = counts.entry(event.calendar).or_default();
            if matches!(event.first, WallSpan::Timed { .. }) {
                counts.timed += 1;
            } else if seen.insert((event.calendar, &event.summary)) {
                counts.add(&event.summary, &all.my_names, known);
            }
        }
        for calendar in calendars {
            let counts = counts.remove(&calendar.id).unwrap_or_default();
            let nature = all.read_off(calendar, &counts, me, known);
            all.natures.insert(calendar.id, nature);
        }
        all
    }

    /// What a calendar is.
    pub(crate) fn nature(&self, calendar: CalendarId) -> &Nature {
        self.natures.get(&calendar).unwrap_or(&Nature::Own)
    }
}

impl Counts {
    fn add(&mut self, title: &str, mine: &HashSet<String>, known: &HashSet<String>) {
        let words = read(title);
        let found = said(&words);
        let says = |role: Role| found.iter().any(|said| said.role == role);
        self.whole_days += 1;
        self.holidays +=
            usize::from(says(Role::Named) || says(Role::Holiday) || says(Role::Observance));
        self.birthdays += usize::from(says(Role::Birthday));
        for code in found
            .iter()
            .filter(|s| s.role == Role::Named)
            .flat_map(|s| &s.countries)
        {
            for code in code.split(',').filter(|code| *code != "*") {
                *self.countries.entry(code).or_default() += 1;
            }
        }
        if says(Role::Leave) || says(Role::Half) || says(Role::PartTime) {
            let named = naming(title, &words, &found, mine, known);
            if let Naming::Known(who) | Naming::Likely(who) | Naming::Perhaps(who) = named {
                self.away += 1;
                self.who.insert(who);
            }
        }
    }

    /// The countries whose holidays these are: the one that has most of them, where it has nearly all that can be told.
    fn of_one_country(&self) -> Vec<&'static str> {
        let most = self
            .countries
            .iter()
            .max_by_key(|(code, times)| (**times, std::cmp::Reverse(**code)));
        let told: usize = self.countries.values().copied().max().unwrap_or(0);
        most.filter(|(_, times)| **times * 10 >= self.holidays * 6 && told > 0)
            .map(|(code, _)| vec![*code])
            .unwrap_or_default()
    }
}

impl Surroundings {
    fn read_off(
        &self,
        calendar: &Calendar,
        counts: &Counts,
        me: &Me,
        known: &HashSet<String>,
    ) -> Nature {
        let name = calendar.name.as_str();
        let words = read(name);
        let found = said_elsewhere(&words);
        let says = |role: Role| found.iter().any(|said| said.role == role);
        let nothing_timed = counts.timed == 0;
        let mostly =
            |part: usize| counts.whole_days >= FEWEST && part * 10 >= counts.whole_days * 7;
        if says(Role::FeedSchool) || says(Role::School) && nothing_timed {
            return Nature::School;
        }
        if says(Role::FeedBirthdays) || nothing_timed && mostly(counts.birthdays) {
            return Nature::Birthdays;
        }
        if says(Role::FeedOut) && counts.timed * 4 <= counts.whole_days
            || nothing_timed && mostly(counts.away) && counts.who.len() >= MANY_AWAY
        {
            return Nature::WhoIsOut;
        }
        let holidays = says(Role::FeedHolidays) || says(Role::Holiday);
        if holidays && counts.timed * 4 <= counts.whole_days
            || nothing_timed && mostly(counts.holidays)
        {
            let mut named = countries_in(name, &words);
            named.dedup();
            return Nature::Holidays(if named.is_empty() {
                counts.of_one_country()
            } else {
                named
            });
        }
        let person = person_named(name);
        let somebody = name.contains('@')
            && !me
                .addresses
                .iter()
                .any(|a| name.trim().eq_ignore_ascii_case(a))
            || person.len() > 1 && person.iter().all(|part| known.contains(part));
        if !me.is_unknown() && somebody && !person.iter().any(|part| self.my_names.contains(part)) {
            return Nature::Colleague;
        }
        Nature::Own
    }
}

/// The words of a calendar's name where it reads as a person's: two or three capitalised words, none of the day's.
fn person_named(name: &str) -> Vec<String> {
    if let Some((local, domain)) = name.split_once('@') {
        let personal = !domain.contains("calendar.google.com");
        let parts = words(local).into_iter().map(|word| word.text);
        return if personal {
            parts.collect()
        } else {
            Vec::new()
        };
    }
    let words = read(name);
    let plain = words
        .iter()
        .all(|w| w.capital && w.text.chars().all(char::is_alphabetic));
    if (2..=3).contains(&words.len()) && plain && said_elsewhere(&words).is_empty() {
        words.into_iter().map(|word| word.text).collect()
    } else {
        Vec::new()
    }
}
