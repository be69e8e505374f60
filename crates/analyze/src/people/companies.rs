//! Companies by the domains of their addresses.

use std::collections::{BTreeMap, BTreeSet};

use weekwise_model::{Company, company_domain_of};

use crate::book::{Book, Guests, Interval, hours, place};

/// Companies told, those with the most of my hours first.
const MOST: usize = 20;

/// The domains of my company: those of my addresses, and the one most people are met at.
pub(crate) fn home(book: &Book<'_>, guests: &Guests<'_>) -> BTreeSet<String> {
    let mut home: BTreeSet<String> = book
        .ledger
        .settings
        .me
        .addresses
        .iter()
        .filter_map(|address| company_domain_of(address))
        .map(str::to_owned)
        .collect();
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    for (group, times) in guests.groups() {
        for &person in group {
            if let Some(domain) = company_domain_of(guests.address(person)) {
                *met.entry(domain).or_default() += times;
            }
        }
    }
    let most = met
        .into_iter()
        .max_by_key(|&(domain, times)| (times, std::cmp::Reverse(domain)));
    home.extend(most.map(|(domain, _)| domain.to_owned()));
    home
}

/// Of each person, the domain of their company where it is not mine.
pub(crate) fn outside<'a>(guests: &Guests<'a>, home: &BTreeSet<String>) -> Vec<Option<&'a str>> {
    (0..guests.people.len())
        .map(|person| {
            company_domain_of(guests.address(person)).filter(|domain| !home.contains(*domain))
        })
        .collect()
}

/// Companies outside mine, the most of my hours first.
pub(super) fn companies(book: &Book<'_>, guests: &Guests<'_>) -> Vec<Company> {
    #[derive(Default)]
    struct Met {
        people: BTreeSet<usize>,
        meetings: u32,
        minutes: i64,
        series: BTreeSet<usize>,
        evidence: Vec<String>,
        last: Option<Interval>,
    }
    let outside = outside(guests, &home(book, guests));
    let mut found: BTreeMap<&str, Met> = BTreeMap::new();
    for (place, claim) in book.ledger.claims.iter().enumerate() {
        let mut here: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for &person in guests.at(place) {
            if let Some(domain) = outside.get(person).copied().flatten() {
                here.entry(domain).or_default().push(person);
            }
        }
        for (domain, people) in here {
            let met = found.entry(domain).or_default();
            met.people.extend(people);
            met.meetings += 1;
            met.minutes += book.totals.of_claim.get(place).copied().unwrap_or(0);
            met.last = met.last.max(Some(claim.whole));
            if met.series.insert(claim.series) {
                met.evidence.push(book.ledger.series_uid(claim).to_owned());
            }
        }
    }
    let mut companies: Vec<(i64, Company)> = found
        .into_iter()
        .map(|(domain, met)| {
            let company = Company {
                domain: domain.to_owned(),
                people: place(met.people.len()),
                meetings: met.meetings,
                hours_per_week: hours(met.minutes) / book.ledger.period.weeks(),
                evidence: met.evidence,
                last: met.last.map(|span| book.date_of(span)),
            };
            (met.minutes, company)
        })
        .collect();
    companies.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.domain.cmp(&b.1.domain)));
    companies.truncate(MOST);
    companies.into_iter().map(|(_, company)| company).collect()
}
