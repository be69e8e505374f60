//! Series that a file writes one by one: each instance a single event with a UID of its own.
//!
//! Some exports (free/busy feeds, plug-ins, spreadsheets) know no rule. Counted by UID, a weekly meeting would be fifty
//! meetings that happen once. Here, and only here, such events are put together; everything that counts series
//! asks [`Classified::series_uid`](weekwise_model::Classified::series_uid) and
//! [`Classified::recurrence`](weekwise_model::Classified::recurrence).
//!
//! To be one series they must agree in calendar, title, organizer, length, time of day and people, and there must be
//! at least three of them on one weekday at a steady distance. What merely looks alike stays apart: another 1:1 at
//! the same hour, a guest talk with another guest, a title that says nothing.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;
use weekwise_model::{CalendarId, Event, Gathered, Me, Recurrence, Sameness, Span, WallSpan};

use super::joined::add_joined;
use super::numbers::place;
use super::split::add_split;

/// Fewer on a weekday are no rhythm.
const FEWEST: usize = 3;
/// From this part of the people in common on two meetings have the same people.
const SAME_PEOPLE: f64 = 0.75;
/// Up to so many other people, each of them matters.
const FEW_PEOPLE: usize = 2;
/// Weeks between two instances at most.
const SELDOM: i64 = 5;
/// An instance this long is a state, not an appointment.
const LONGEST: i64 = 12 * 60;
/// Titles under which anything can hide.
const SAYS_NOTHING: &[&str] = &[
    "",
    "busy",
    "private",
    "privat",
    "beschäftigt",
    "gebucht",
    "occupé",
    "ocupado",
    "occupato",
    "unavailable",
    "tentative",
    "hold",
    "blocked",
    "blocker",
    "meeting",
    "call",
    "termin",
    "no title",
    "(no title)",
    "untitled",
    "appointment",
    "reserved",
    "?",
    "tbd",
];

/// The gathered series of each event that belongs to one, by its calendar and UID.
pub type GatheredSeries = HashMap<CalendarId, HashMap<String, Arc<Gathered>>>;

/// What must be the same.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Likeness<'e> {
    calendar: CalendarId,
    title: String,
    organizer: &'e str,
    minutes: i64,
    time: NaiveTime,
}

/// One single event.
struct Single<'e> {
    uid: &'e str,
    day: NaiveDate,
    span: Span,
    /// Everybody but me, sorted.
    others: Vec<&'e str>,
}

/// Puts single events together that are instances of one series, the parts of a series that was split, and what is `said` to be
/// one series; `zone` is where their time of day is read.
pub fn gathered<'e>(
    events: impl Iterator<Item = &'e Arc<Event>>,
    me: &Me,
    zone: Tz,
    said: &[Sameness],
) -> GatheredSeries {
    let events: Vec<&'e Arc<Event>> = events.collect();
    let mut alike: BTreeMap<Likeness<'e>, Vec<Single<'e>>> = BTreeMap::new();
    let mut seen: HashMap<(CalendarId, &str), u32> = HashMap::new();
    for event in &events {
        *seen.entry((event.calendar, &event.uid)).or_default() += 1;
    }
    let singles: Vec<_> = events
        .par_iter()
        .with_min_len(256)
        .filter_map(|event| single(event, me, zone))
        .collect();
    for (likeness, single) in singles {
        alike.entry(likeness).or_default().push(single);
    }
    let all_of = |(likeness, mut singles): (Likeness<'e>, Vec<Single<'e>>)| {
        // A UID that is there twice is a series already.
        singles.retain(|single| seen.get(&(likeness.calendar, single.uid)) == Some(&1));
        singles.sort_by_key(|single| (single.day, single.uid));
        let groups = with_the_same_people(singles);
        let all: Vec<_> = groups.iter().flat_map(|members| series(members)).collect();
        (likeness.calendar, all)
    };
    let of_calendars: Vec<_> = alike.into_par_iter().map(all_of).collect();
    let mut found = GatheredSeries::new();
    for (calendar, all) in of_calendars {
        for (series, uids) in all {
            let series = Arc::new(series);
            let of_calendar = found.entry(calendar).or_default();
            of_calendar.extend(uids.into_iter().map(|uid| (uid, Arc::clone(&series))));
        }
    }
    add_split(&events, zone, &mut found);
    add_joined(&events, zone, said, &mut found);
    found
}

fn single<'e>(event: &'e Arc<Event>, me: &Me, zone: Tz) -> Option<(Likeness<'e>, Single<'e>)> {
    let WallSpan::Timed {
        start, zone: own, ..
    } = event.first
    else {
        return None;
    };
    let minutes = event.first.minutes();
    let words: Vec<String> = event
        .summary
        .split_whitespace()
        .map(str::to_lowercase)
        .collect();
    let title = words.join(" ");
    let told = !SAYS_NOTHING.contains(&title.as_str());
    if event.recurrence.is_some() || !told || !(1..LONGEST).contains(&minutes) {
        return None;
    }
    let begin = own
        .unwrap_or(zone)
        .from_local_datetime(&start)
        .earliest()?
        .with_timezone(&Utc);
    let local = begin.with_timezone(&zone).naive_local();
    let mut others: Vec<&str> = event
        .people()
        .into_iter()
        .filter(|person| !me.is(person))
        .map(|person| person.address.as_str())
        .collect();
    others.sort_unstable();
    let organizer = event.organizer.as_ref();
    Some((
        Likeness {
            calendar: event.calendar,
            title,
            organizer: organizer.map_or("", |organizer| &organizer.address),
            minutes,
            time: local.time(),
        },
        Single {
            uid: &event.uid,
            day: local.date(),
            span: span(begin, minutes),
            others,
        },
    ))
}

fn span(start: DateTime<Utc>, minutes: i64) -> Span {
    Span::Timed {
        start,
        end: start + TimeDelta::minutes(minutes),
    }
}

/// By the people who are there; each instance beside the one before it, because people come and go.
fn with_the_same_people(singles: Vec<Single<'_>>) -> Vec<Vec<Single<'_>>> {
    let mut groups: Vec<Vec<Single<'_>>> = Vec::new();
    for single in singles {
        let same = groups.iter_mut().find(|group| {
            let last = group.last();
            last.is_some_and(|last| same_people(&last.others, &single.others))
        });
        match same {
            Some(group) => group.push(single),
            None => groups.push(vec![single]),
        }
    }
    groups
}

fn same_people(a: &[&str], b: &[&str]) -> bool {
    let (fewer, more) = (a.len().min(b.len()), a.len().max(b.len()));
    if fewer <= FEW_PEOPLE {
        return a == b;
    }
    if (fewer as f64) < SAME_PEOPLE * more as f64 {
        return false;
    }
    let both = a.iter().filter(|one| b.binary_search(one).is_ok()).count();
    let all = a.len() + b.len() - both;
    both as f64 >= SAME_PEOPLE * all as f64
}

/// The series among instances that are alike, one for each distance between two: every Monday and Thursday is one, every
/// second Friday beside it another.
fn series(members: &[Single<'_>]) -> Vec<(Gathered, Vec<String>)> {
    let mut by_weekday: BTreeMap<u32, Vec<&Single<'_>>> = BTreeMap::new();
    for single in members {
        let weekday = single.day.weekday().num_days_from_monday();
        by_weekday.entry(weekday).or_default().push(single);
    }
    let mut by_step: BTreeMap<i64, Vec<&Single<'_>>> = BTreeMap::new();
    for of_weekday in by_weekday.into_values() {
        if let Some(step) = step(&of_weekday) {
            by_step.entry(step).or_default().extend(of_weekday);
        }
    }
    by_step
        .into_iter()
        .filter_map(|(step, mut instances)| {
            instances.sort_by_key(|single| (single.day, single.uid));
            let first = *instances.first()?;
            let gathered = Gathered {
                uid: first.uid.to_owned(),
                recurrence: Recurrence {
                    rules: vec![rule(step, &instances)],
                    first: first.span,
                    endless: false,
                },
                events: place(instances.len()),
                split: false,
            };
            let uids = instances.iter().map(|single| single.uid.to_owned());
            Some((gathered, uids.collect()))
        })
        .collect()
}

/// The weeks between two instances on one weekday, where at least half of the distances are the same; once a month
/// is four weeks or five.
fn step(instances: &[&Single<'_>]) -> Option<i64> {
    let mut days: Vec<NaiveDate> = instances.iter().map(|single| single.day).collect();
    days.dedup();
    if days.len() < FEWEST || days.len() < instances.len() {
        // Two at once are two meetings, whatever they are called.
        return None;
    }
    let weeks = |(a, b): (&NaiveDate, &NaiveDate)| match (*b - *a).num_days() / 7 {
        5 => 4,
        weeks => weeks,
    };
    let gaps: Vec<i64> = days.iter().zip(days.iter().skip(1)).map(weeks).collect();
    (1..SELDOM).find(|step| {
        let same = gaps.iter().filter(|gap| *gap == step).count();
        same * 2 >= gaps.len()
    })
}

/// As a rule would say it.
fn rule(step: i64, instances: &[&Single<'_>]) -> String {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let on = |at: u32| {
        instances
            .iter()
            .any(|single| single.day.weekday().num_days_from_monday() == at)
    };
    let days: Vec<&str> = (0..)
        .zip(DAYS)
        .filter(|(at, _)| on(*at))
        .map(|(_, code)| code)
        .collect();
    format!("FREQ=WEEKLY;INTERVAL={step};BYDAY={}", days.join(","))
}
