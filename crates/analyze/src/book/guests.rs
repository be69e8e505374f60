//! Who was there: the other people of each claim, as numbers.
//!
//! A VEVENT describes all of its occurrences, so its people are looked up once, however often it occurs.

use std::sync::Arc;

use hashbrown::HashMap;
use rayon::prelude::*;
use weekwise_model::{Event, Person};

use super::claim::Claim;
use super::ledger::Ledger;

/// The other people of every claim of a ledger.
pub(crate) struct Guests<'a> {
    /// Everybody but me, in the order they are first met.
    pub(crate) people: Vec<&'a Person>,
    /// The groups that were there; each sorted, each once an event.
    groups: Vec<Vec<usize>>,
    /// Of each claim, its place in `groups`.
    of_claim: Vec<usize>,
}

impl<'a> Guests<'a> {
    pub(crate) fn of(ledger: &Ledger<'a>) -> Self {
        Self::of_claims(ledger, |_| true)
    }

    /// Those of what repeats only: nobody is at a single event.
    pub(crate) fn of_recurring(ledger: &Ledger<'a>) -> Self {
        let recurring =
            |claim: &Claim| ledger.series.get(claim.series).is_some_and(|s| s.recurring);
        Self::of_claims(ledger, recurring)
    }

    fn of_claims(ledger: &Ledger<'a>, wanted: impl Fn(&Claim) -> bool) -> Self {
        let me = &ledger.settings.me;
        // Each VEVENT once, in the order they are first met. The first place is nobody's.
        let mut events: Vec<Option<&'a Event>> = vec![None];
        let mut seen: HashMap<*const Event, usize> = HashMap::new();
        let mut of_claim = Vec::with_capacity(ledger.claims.len());
        for claim in ledger.claims.iter() {
            let event = &ledger.classified(claim).occurrence.event;
            if !wanted(claim) {
                of_claim.push(0);
                continue;
            }
            of_claim.push(*seen.entry(Arc::as_ptr(event)).or_insert_with(|| {
                events.push(Some(event));
                events.len() - 1
            }));
        }
        let others = |event: Option<&'a Event>| -> Vec<&'a Person> {
            let people = event
                .map(Event::named_people)
                .unwrap_or_default()
                .into_iter();
            people.filter(|person| !me.is(person)).collect()
        };
        let groups: Vec<Vec<&'a Person>> = events.into_par_iter().map(others).collect();
        let mut people: Vec<&'a Person> = Vec::new();
        let mut known: HashMap<&'a str, usize> = HashMap::new();
        let mut place_of = |person: &'a Person| {
            *known.entry(&person.address).or_insert_with(|| {
                people.push(person);
                people.len() - 1
            })
        };
        let groups = groups.into_iter().map(|group| {
            let mut group: Vec<usize> = group.into_iter().map(&mut place_of).collect();
            group.sort_unstable();
            group
        });
        let groups: Vec<Vec<usize>> = groups.collect();
        Self {
            people,
            groups,
            of_claim,
        }
    }

    /// The other people of a claim, by its place in [`Ledger::claims`]; sorted. Nobody where the export hides them.
    pub(crate) fn at(&self, place: usize) -> &[usize] {
        let group = self.of_claim.get(place);
        group
            .and_then(|&group| self.groups.get(group))
            .map_or(&[], Vec::as_slice)
    }

    /// Each group that was there, and at how many claims.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&[usize], usize)> {
        let mut times = vec![0; self.groups.len()];
        for &group in &self.of_claim {
            if let Some(times) = times.get_mut(group) {
                *times += 1;
            }
        }
        self.groups.iter().map(Vec::as_slice).zip(times)
    }

    /// Somebody's name: the display name, else the address.
    pub(crate) fn name(&self, person: usize) -> String {
        self.people.get(person).map_or_else(String::new, |person| {
            let name = person.name.as_deref().map(str::trim).unwrap_or_default();
            if name.is_empty() {
                person.address.clone()
            } else {
                name.to_owned()
            }
        })
    }

    /// What a directory puts in brackets behind somebody's name.
    pub(crate) fn group(&self, person: usize) -> Option<&'a str> {
        self.people.get(person)?.group.as_deref()
    }

    /// Somebody's address.
    pub(crate) fn address(&self, person: usize) -> &'a str {
        self.people.get(person).map_or("", |person| &person.address)
    }
}

/// The part of two sorted groups that both have: |A ∩ B| ÷ |A ∪ B|; 0 of nobody.
pub(crate) fn likeness(a: &[usize], b: &[usize]) -> f64 {
    let both = in_both(a, b);
    let all = a.len() + b.len() - both;
    if all == 0 {
        0.0
    } else {
        both as f64 / all as f64
    }
}

/// How many two sorted groups share.
pub(crate) fn in_both(a: &[usize], b: &[usize]) -> usize {
    a.iter()
        .filter(|person| b.binary_search(person).is_ok())
        .count()
}
