//! Patterns of who is met again and again, and who is not: told of periods longer than a week, where they show.

use std::collections::{BTreeSet, HashMap};

use weekwise_model::{Kind, Severity};

use super::weighed::{Observed, WeighedSignal};
use crate::book::{Claim, Guests, hours, likeness, ratio};
use crate::meetings::duplicates;
use crate::people::{drifting, is_mentoring};
use crate::seen::Seen;
use crate::titles::topic;
use crate::words;

/// Meetings of the same people about the same topic that are a trap…
const AGAIN: usize = 4;
/// …where they lie within so many minutes.
const SOON: i64 = 8 * 7 * 24 * 60;
/// From this part of the people in common on they are the same people.
const SAME_PEOPLE: f64 = 0.7;
/// From this part of the mentoring with one person on it is concentrated…
const CONCENTRATED: f64 = 0.75;
/// …where there are at least so many minutes of it.
const ENOUGH: i64 = 4 * 60;

pub(super) fn all(seen: &Seen<'_>) -> Vec<WeighedSignal> {
    if seen.is_short() {
        return Vec::new();
    }
    let guests = Guests::of(seen.ledger);
    let found = [
        consensus_trap(seen, &guests),
        drift(seen),
        double(seen, &guests),
        concentrated(seen, &guests),
    ];
    found.into_iter().flatten().collect()
}

/// Single meetings of the same people about the same topic, several within weeks: a decision that does not come.
fn consensus_trap(seen: &Seen<'_>, guests: &Guests<'_>) -> Option<WeighedSignal> {
    let ledger = seen.ledger;
    let mut by_topic: HashMap<BTreeSet<String>, Vec<usize>> = HashMap::new();
    for (place, claim) in ledger.claims.iter().enumerate() {
        let single = ledger
            .series
            .get(claim.series)
            .is_some_and(|series| !series.recurring);
        // Interviews are alike because they are interviews.
        let kind = ledger.classified(claim).classification.kind;
        if !claim.meeting || !single || guests.at(place).len() < 2 || kind == Kind::Interview {
            continue;
        }
        let topic = topic(&ledger.classified(claim).occurrence.event.summary);
        if !topic.is_empty() {
            by_topic.entry(topic).or_default().push(place);
        }
    }
    let mut traps: Vec<Vec<usize>> = by_topic
        .into_values()
        .filter(|places| places.len() >= AGAIN)
        .filter_map(|places| {
            let last = *places.last()?;
            let same = |&place: &usize| likeness(guests.at(place), guests.at(last)) >= SAME_PEOPLE;
            let places: Vec<usize> = places.into_iter().filter(same).collect();
            let close = places.windows(AGAIN).any(|window| match window {
                [first, .., last] => {
                    ledger.claims[*last].span.start - ledger.claims[*first].span.start <= SOON
                }
                _ => false,
            });
            close.then_some(places)
        })
        .collect();
    traps.sort_by_key(|places| (std::cmp::Reverse(places.len()), places.first().copied()));
    let places = traps.first()?;
    let claims: Vec<&Claim> = places.iter().map(|&place| &ledger.claims[place]).collect();
    let minutes: i64 = claims.iter().map(|claim| claim.span.minutes()).sum();
    let title = seen.title(claims.last()?);
    Some(WeighedSignal {
        weight: hours(minutes) / ledger.period.weeks(),
        observed: Observed {
            id: "consensus-trap".to_owned(),
            severity: Severity::Watch,
            subject: "Consensus trap".to_owned(),
            text: format!(
                "{} meetings of the same people about {title}, {} together",
                claims.len(),
                words::amount(minutes)
            ),
            threshold: "4 single meetings of the same people about the same topic within 8 weeks"
                .to_owned(),
            evidence: seen.uids(claims),
        },
    })
}

/// 1:1s that are held half as often as they were meant, or less.
fn drift(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let drifting = drifting(seen.ledger);
    let first = drifting.first()?;
    let more = match drifting.len() {
        1 => String::new(),
        n => format!("; {} more drift", n - 1),
    };
    Some(WeighedSignal {
        weight: drifting.len() as f64 * 0.5,
        observed: Observed {
            id: "drifting-one-on-ones".to_owned(),
            severity: Severity::Watch,
            subject: "Drifting 1:1s".to_owned(),
            text: format!("{}{more}", first.story),
            threshold: "Held half as often as intended, or less".to_owned(),
            evidence: drifting.into_iter().map(|found| found.uid).collect(),
        },
    })
}

/// Two series of the same people about the same topic.
fn double(seen: &Seen<'_>, guests: &Guests<'_>) -> Option<WeighedSignal> {
    let pairs = duplicates(seen.ledger, guests);
    let weekly = |claims: &[usize]| {
        let minutes = |&at: &usize| seen.totals.of_claim.get(at).copied().unwrap_or(0);
        hours(claims.iter().map(minutes).sum()) / seen.ledger.period.weeks()
    };
    let first = pairs
        .iter()
        .max_by(|a, b| weekly(&a.series.claims).total_cmp(&weekly(&b.series.claims)))?;
    let (title, of) = (
        words::title(&first.series.summary),
        words::title(&first.of.summary),
    );
    let more = match pairs.len() {
        1 => String::new(),
        n => format!("; {} more series repeat another", n - 1),
    };
    Some(WeighedSignal {
        weight: pairs.iter().map(|pair| weekly(&pair.series.claims)).sum(),
        observed: Observed {
            id: "duplicate-series".to_owned(),
            severity: Severity::Watch,
            subject: "Duplicate series".to_owned(),
            text: format!("{title} has the same people and topic as {of}{more}"),
            threshold:
                "Three quarters of the people and the topic in common, side by side for 2 weeks"
                    .to_owned(),
            evidence: pairs
                .iter()
                .flat_map(|pair| [pair.series.uid.clone(), pair.of.uid.clone()])
                .collect(),
        },
    })
}

/// Most of the mentoring in one conversation. The conversation is named, not the person.
fn concentrated(seen: &Seen<'_>, guests: &Guests<'_>) -> Option<WeighedSignal> {
    let ledger = seen.ledger;
    let mut by_person: HashMap<usize, i64> = HashMap::new();
    let mut all: Vec<(usize, i64)> = Vec::new();
    for (place, claim) in ledger.claims.iter().enumerate() {
        if is_mentoring(ledger, claim) {
            let minutes = seen.totals.of_claim.get(place).copied().unwrap_or(0);
            for &person in guests.at(place) {
                *by_person.entry(person).or_default() += minutes;
            }
            all.push((place, minutes));
        }
    }
    let minutes: i64 = by_person.values().sum();
    let (&most, &theirs) = by_person
        .iter()
        .max_by_key(|&(person, minutes)| (*minutes, std::cmp::Reverse(*person)))?;
    if minutes < ENOUGH || ratio(theirs, minutes) < CONCENTRATED {
        return None;
    }
    let with = |place: usize| guests.at(place).contains(&most);
    let claims: Vec<&Claim> = all
        .iter()
        .filter(|(place, _)| with(*place))
        .map(|(place, _)| &ledger.claims[*place])
        .collect();
    let title = seen.title(claims.last()?);
    Some(WeighedSignal {
        weight: hours(theirs) / ledger.period.weeks() / 2.0,
        observed: Observed {
            id: "mentoring-concentrated".to_owned(),
            severity: Severity::Note,
            subject: "Mentoring".to_owned(),
            text: format!(
                "{} of the mentoring is {title}",
                words::percent(ratio(theirs, minutes))
            ),
            threshold: "Three quarters of at least 4 h with one person".to_owned(),
            evidence: seen.uids(claims),
        },
    })
}
