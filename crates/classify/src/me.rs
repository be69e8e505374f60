//! Who “me” is, guessed from the calendars.

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;
use std::sync::Arc;

use weekwise_model::{Calendar, CalendarUserType, Event};

use crate::TOGETHER;
use crate::scene::is_calendar;

/// Local parts of addresses that many people read.
const LISTS: &[&str] = &[
    "all",
    "everyone",
    "everybody",
    "team",
    "engineering",
    "eng",
    "dev",
    "devs",
    "staff",
    "company",
    "office",
    "info",
    "hello",
    "contact",
    "support",
    "list",
    "announce",
    "noreply",
    "no-reply",
    "calendar",
    "events",
    "room",
    "hr",
    "recruiting",
    "alle",
    "kontakt",
];

/// Marks inside of addresses of lists, rooms and machines.
const MARKS: &[&str] = &[
    "-all@",
    "-team@",
    "team-",
    "noreply",
    "no-reply",
    "-list@",
    "list-",
    "@resource.",
    "room-",
    "-room@",
    "@lists.",
    "@groups.",
    "notifications",
];

/// How much a calendar named by an address outweighs its events.
const NAMED: f64 = 2.0;

/// How much a calendar named after a person outweighs events: half of them. “Sam” may be a team's calendar too.
const NAMESAKE: f64 = 0.5;

/// How many of the likeliest are asked for their names.
const ASKED: usize = 24;

/// Guesses whose calendars these are: addresses, likeliest first, at most eight; none where nothing tells.
///
/// The owner is invited to nearly everything in the own calendar, so whoever is in most events is likeliest. A calendar
/// named after an address (as Google's export does) says it outright; one named after a person nearly so. Rooms,
/// resources and lists are no candidates.
pub fn guess_me<'a>(
    events: impl IntoIterator<Item = &'a Arc<Event>>,
    calendars: &[Calendar],
) -> Vec<String> {
    let all: Vec<&Arc<Event>> = events.into_iter().collect();
    let events = &all;
    let counted: Vec<Counted<'_>> = events.par_chunks(TOGETHER).map(Counted::of).collect();
    let counted = counted.into_iter().reduce(Counted::and).unwrap_or_default();
    let times = counted.times.into_iter().filter_map(|(a, n)| Some((a, n?)));
    let events = f64::from(counted.with_people.max(1));
    let named: Vec<String> = calendars
        .iter()
        .flat_map(|c| [address_in(&c.name), address_in(file_stem(&c.file))])
        .flatten()
        .filter(|address| may_be_somebody(address))
        .collect();
    let mut points: HashMap<&str, f64> = times.map(|(a, n)| (a, n / events)).collect();
    for address in &named {
        *points.entry(address).or_default() += NAMED;
    }
    let likeliest_first = |a: &(&str, f64), b: &(&str, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(b.0));
    let mut ranked: Vec<(&str, f64)> = points.into_iter().collect();
    ranked.sort_by(likeliest_first);
    ranked.truncate(ASKED);
    let names = names_of(&ranked, &all);
    for (address, points) in &mut ranked {
        let name = names.get(address).copied().unwrap_or_default();
        if calendars
            .iter()
            .any(|c| is_namesake(&c.name, name, address))
        {
            *points += NAMESAKE;
        }
    }
    ranked.sort_by(likeliest_first);
    ranked
        .into_iter()
        .take(8)
        .map(|(address, _)| address.to_owned())
        .collect()
}

/// The names of some addresses, where an event tells them.
fn names_of<'a>(asked: &[(&'a str, f64)], events: &[&'a Arc<Event>]) -> HashMap<&'a str, &'a str> {
    let mut names: HashMap<&str, &str> = HashMap::default();
    for event in events {
        let organizer = event.organizer.iter();
        let people = event.attendees.iter().map(|a| &a.person).chain(organizer);
        for person in people {
            if let Some(name) = &person.name
                && asked.iter().any(|(address, _)| *address == person.address)
            {
                names.entry(&person.address).or_insert(name);
            }
        }
        if names.len() == asked.len() {
            break;
        }
    }
    names
}

/// Whether every word of a calendar's name is one of a person's: “Sam” and “Sam Okafor”, “Maren Voss” and
/// `maren.voss@…`.
fn is_namesake(calendar: &str, name: &str, address: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let local = address.split('@').next().unwrap_or_default();
    let person: Vec<String> = words(name).into_iter().chain(words(local)).collect();
    let calendar = words(calendar);
    calendar.iter().any(|word| word.chars().count() > 2)
        && calendar.iter().all(|word| person.contains(word))
}

/// Who is in how many events.
#[derive(Default)]
struct Counted<'a> {
    /// By address; nothing for those that are nobody, so that each is looked at once.
    times: HashMap<&'a str, Option<f64>>,
    /// Events with somebody.
    with_people: u32,
}

impl<'a> Counted<'a> {
    fn of(events: &[&'a Arc<Event>]) -> Self {
        let mut counted = Self::default();
        for event in events {
            counted.add(event);
        }
        counted
    }

    fn add(&mut self, event: &'a Event) {
        let lists = |address: &str| {
            event
                .attendees
                .iter()
                .any(|a| a.kind == CalendarUserType::Group && a.person.address == address)
        };
        // Who organizes an event without guests put it there.
        let each = if event.attendees.is_empty() { 1.5 } else { 1.0 };
        let mut any = false;
        for person in event.people() {
            let address = person.address.as_str();
            if lists(address) {
                continue;
            }
            let times = self
                .times
                .entry(address)
                .or_insert_with(|| may_be_somebody(address).then_some(0.0));
            if let Some(times) = times {
                *times += each;
                any = true;
            }
        }
        self.with_people += u32::from(any);
    }

    fn and(mut self, other: Self) -> Self {
        for (address, times) in other.times {
            let sum = self.times.entry(address).or_insert(times.map(|_| 0.0));
            *sum = sum.zip(times).map(|(a, b)| a + b);
        }
        self.with_people += other.with_people;
        self
    }
}

/// The name of a file without folders and ending.
fn file_stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The text as an address, if it is one.
fn address_in(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.split_once('@')?;
    let plain =
        |part: &str| !part.is_empty() && !part.contains(char::is_whitespace) && !part.contains('@');
    (plain(local) && plain(domain) && domain.contains('.')).then(|| text.clone())
}

fn may_be_somebody(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default();
    // Some servers name an account by its page: nobody would know themselves by it.
    !address.contains("://")
        && !is_calendar(address)
        && !LISTS.contains(&local)
        && !MARKS.iter().any(|mark| address.contains(mark))
}
