//! How early and late meetings are for people elsewhere.
//!
//! A calendar does not say where people are. The user may; and who organizes meetings writes them in their own zone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveTime;
use chrono_tz::Tz;
use weekwise_model::{WallSpan, ZoneFairness, company_domain_of};

use crate::book::{
    Book, Guests, Interval, hours, instant_of, intersect, minute_at_wall, place, total, union,
};
use crate::words;

/// Fewer meetings somebody wrote in a zone say nothing about where they are.
const ENOUGH: u32 = 2;

/// One entry for each zone that is not mine, the most of my hours first.
pub(super) fn fairness(book: &Book<'_>, guests: &Guests<'_>) -> Vec<ZoneFairness> {
    let ledger = &book.ledger;
    let zones = zones(book, guests);
    if zones.is_empty() {
        return Vec::new();
    }
    let mut found: BTreeMap<&str, (Tz, BTreeSet<usize>, [i64; 3])> = BTreeMap::new();
    for (place, claim) in ledger.claims.iter().enumerate() {
        let mut here: BTreeMap<&str, (Tz, Vec<usize>)> = BTreeMap::new();
        for &person in guests.at(place) {
            if let Some(&zone) = zones.get(&person) {
                here.entry(zone.name())
                    .or_insert((zone, Vec::new()))
                    .1
                    .push(person);
            }
        }
        for (name, (zone, people)) in here {
            let entry = found.entry(name).or_insert((zone, BTreeSet::new(), [0; 3]));
            entry.1.extend(people);
            let inside = total(&intersect(&office_hours(claim.span, zone), &[claim.span]));
            let mine: Vec<Interval> = ledger
                .days
                .get(ledger.days_of(claim.span))
                .unwrap_or_default()
                .iter()
                .flat_map(|day| day.scheduled.iter().copied())
                .collect();
            let minutes = claim.span.minutes();
            entry.2[0] += minutes;
            entry.2[1] += minutes - inside;
            entry.2[2] += minutes - total(&intersect(&union(mine), &[claim.span]));
        }
    }
    let mut all: Vec<(i64, ZoneFairness)> = found
        .into_iter()
        .map(|(name, (_, people, [minutes, theirs, mine]))| {
            let fairness = ZoneFairness {
                zone: name.to_owned(),
                people: place(people.len()),
                hours: hours(minutes),
                outside_theirs_hours: hours(theirs),
                outside_mine_hours: hours(mine),
                text: format!(
                    "Of {} with {name}, {} lie outside 9–17 there and {} outside the working hours here.",
                    words::amount(minutes),
                    words::amount(theirs),
                    words::amount(mine)
                ),
            };
            (minutes, fairness)
        })
        .collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.zone.cmp(&b.1.zone)));
    all.into_iter().map(|(_, fairness)| fairness).collect()
}

/// Where people are, as far as that is known and not where I am.
fn zones(book: &Book<'_>, guests: &Guests<'_>) -> HashMap<usize, Tz> {
    let ledger = &book.ledger;
    let mut written: BTreeMap<usize, BTreeMap<&str, (Tz, u32)>> = BTreeMap::new();
    let places: HashMap<&str, usize> = (0..guests.people.len())
        .map(|person| (guests.address(person), person))
        .collect();
    let mut seen = BTreeSet::new();
    for claim in ledger.claims.iter() {
        let classified = ledger.classified(claim);
        let event = &classified.occurrence.event;
        let (
            Some(organizer),
            WallSpan::Timed {
                zone: Some(zone), ..
            },
        ) = (&event.organizer, event.first)
        else {
            continue;
        };
        // A server that writes everything in UTC says nothing about anybody.
        if zone == Tz::UTC || !seen.insert(classified.series_uid()) {
            continue;
        }
        if let Some(&person) = places.get(organizer.address.as_str()) {
            let entry = written
                .entry(person)
                .or_default()
                .entry(zone.name())
                .or_insert((zone, 0));
            // Who holds a meeting again and again holds it where they are.
            entry.1 += if classified.recurrence().is_some() {
                ENOUGH
            } else {
                1
            };
        }
    }
    let mut zones: HashMap<usize, Tz> = HashMap::new();
    for (person, counts) in written {
        let all: u32 = counts.values().map(|(_, times)| times).sum();
        let most = counts.values().max_by_key(|(_, times)| *times);
        if let Some(&(zone, times)) = most
            && times >= ENOUGH
            && times * 3 >= all * 2
        {
            zones.insert(person, zone);
        }
    }
    // What the user says counts more.
    for place in &ledger.settings.marks.places {
        let Ok(zone) = Tz::from_str_insensitive(&place.zone) else {
            continue;
        };
        for person in 0..guests.people.len() {
            let address = guests.address(person);
            if address.eq_ignore_ascii_case(&place.who)
                || company_domain_of(address) == Some(place.who.as_str())
            {
                zones.insert(person, zone);
            }
        }
    }
    // Berlin and Paris are one clock.
    let now = instant_of(ledger.span.start);
    let offset = |zone: Tz| now.with_timezone(&zone).naive_local();
    zones.retain(|_, zone| offset(*zone) != offset(ledger.period.zone));
    zones
}

/// Nine to five of the days a span touches in a zone.
fn office_hours(span: Interval, zone: Tz) -> Vec<Interval> {
    let day = |minute: i64| instant_of(minute).with_timezone(&zone).date_naive();
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let last = day(span.end);
    let days = day(span.start).iter_days().take_while(|day| *day <= last);
    union(
        days.map(|day| Interval {
            start: minute_at_wall(day, at(9), zone),
            end: minute_at_wall(day, at(17), zone),
        })
        .collect(),
    )
}
