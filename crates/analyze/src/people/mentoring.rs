//! Who is mentored, and how evenly.

use std::collections::{BTreeMap, BTreeSet};

use weekwise_model::{Category, Kind, Mentoring, PersonHours};

use crate::book::{Book, Claim, Guests, Ledger, hours, place, ratio};
use crate::words;

/// From this part of the hours with one person on mentoring is concentrated…
const CONCENTRATED: f64 = 0.75;
/// …where it is at least so many hours.
const ENOUGH: f64 = 4.0;

/// Whether a claim is mentoring, coaching or pairing to teach: by its kind, or by whom I am alone with, as far as the user says
/// who that is.
pub(crate) fn is_mentoring(ledger: &Ledger<'_>, claim: &Claim) -> bool {
    let classified = ledger.classified(claim);
    let settings = ledger.settings;
    let colleagues = &settings.marks.colleagues;
    let is_called_so = || {
        let kind = classified.classification.kind;
        matches!(kind, Kind::Mentoring | Kind::Pairing)
    };
    match classified.only_other(&settings.me) {
        Some(other) if colleagues.leads(&other.address) => false,
        Some(other) if colleagues.mentors(&other.address) => {
            is_called_so() || classified.category() == Category::OneOnOne
        }
        _ => is_called_so(),
    }
}

/// The mentoring of a period. An hour with two people is an hour of each.
pub(crate) fn mentoring(book: &Book<'_>, guests: &Guests<'_>) -> Mentoring {
    let mut minutes = 0;
    let mut people: BTreeMap<usize, (i64, u32, Vec<String>)> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (place, claim) in book.ledger.claims.iter().enumerate() {
        if !is_mentoring(&book.ledger, claim) {
            continue;
        }
        let got = book.totals.of_claim.get(place).copied().unwrap_or(0);
        minutes += got;
        for &person in guests.at(place) {
            let entry = people.entry(person).or_default();
            entry.0 += got;
            entry.1 += 1;
            if seen.insert((person, claim.series)) {
                entry.2.push(book.ledger.series_uid(claim).to_owned());
            }
        }
    }
    let mut told: Vec<(i64, PersonHours)> = people
        .into_iter()
        .map(|(person, (minutes, times, evidence))| {
            let person = PersonHours {
                name: guests.name(person),
                address: guests.address(person).to_owned(),
                hours: hours(minutes),
                times,
                evidence,
            };
            (minutes, person)
        })
        .collect();
    told.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.address.cmp(&b.1.address)));
    let sum: i64 = told.iter().map(|(minutes, _)| minutes).sum();
    let top = told.first().map_or(0, |(minutes, _)| *minutes);
    let top_share = ratio(top, sum);
    let concentrated = top_share >= CONCENTRATED && hours(minutes) >= ENOUGH;
    let text = match told.len() {
        0 if minutes > 0 => format!(
            "{} of mentoring; the calendar hides with whom.",
            words::amount(minutes)
        ),
        0 => "There is no mentoring in this period.".to_owned(),
        1 => format!(
            "{} of mentoring, all of it in one conversation.",
            words::amount(minutes)
        ),
        n => format!(
            "{} of mentoring for {n} people; the longest conversation takes {}.",
            words::amount(minutes),
            words::percent(top_share)
        ),
    };
    Mentoring {
        hours: hours(minutes),
        reach: place(told.len()),
        top_share,
        concentrated,
        people: told.into_iter().map(|(_, person)| person).collect(),
        text,
    }
}
