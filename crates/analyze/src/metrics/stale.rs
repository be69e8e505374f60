//! Series that look dead.

use std::collections::BTreeMap;

use weekwise_model::{Classified, DayEffect, Response, Shape, Status};

use crate::book::{Interval, Ledger, interval_of};

/// An endless series older than this is worth a question.
const OLD: i64 = 26 * 7 * 24 * 60;
/// How many of its last instances tell about a series.
const LAST: usize = 8;
/// Fewer tell nothing.
const FEWEST: usize = 4;
/// From this part of them cancelled, in tenths, the series looks dead.
const CANCELLED_TENTHS: usize = 3;

/// Why a series looks dead.
pub(crate) struct Staleness<'a> {
    pub(crate) uid: &'a str,
    pub(crate) summary: &'a str,
    /// How many of its last instances were cancelled, of how many; where those are too many.
    pub(crate) cancelled: Option<(usize, usize)>,
    /// How many weeks old it is, where it has no end and is too old.
    pub(crate) weeks: Option<i64>,
}

pub(super) fn zombies(ledger: &Ledger<'_>) -> Vec<String> {
    stale(ledger)
        .into_iter()
        .map(|s| s.uid.to_owned())
        .collect()
}

/// Recurring meetings of the period that look dead, by UID: endless, of more than two people and over 26 weeks old when the period ends, or
/// at least 30 % of their last 8 instances up to then cancelled (of 4 at least; history before the period counts).
pub(crate) fn stale<'a>(ledger: &Ledger<'a>) -> Vec<Staleness<'a>> {
    let mut series: BTreeMap<&str, Vec<(Interval, &Classified)>> = BTreeMap::new();
    for classified in ledger.occurrences {
        if classified.shape != Shape::Meeting || classified.recurrence().is_none() {
            continue;
        }
        let span = interval_of(classified.occurrence.span.instants(ledger.period.zone));
        if span.start < ledger.span.end {
            series
                .entry(classified.series_uid())
                .or_default()
                .push((span, classified));
        }
    }
    series
        .into_iter()
        .filter_map(|(uid, mut instances)| {
            instances.sort_by_key(|(span, _)| *span);
            let (last, newest) = instances.last()?;
            // A series that ended before the period is no trouble of it.
            if !last.overlaps(ledger.span) {
                return None;
            }
            let event = &newest.occurrence.event;
            let recurrence = newest.recurrence()?;
            let first = interval_of(recurrence.first.instants(ledger.period.zone));
            let age = ledger.span.end - first.start;
            let tail = &instances[instances.len().saturating_sub(LAST)..];
            let cancelled = tail.iter().filter(|(_, c)| is_called_off(c)).count();
            let dying = tail.len() >= FEWEST && cancelled * 10 >= tail.len() * CANCELLED_TENTHS;
            // Of a series that is written one by one nobody knows the end either.
            let endless = recurrence.endless || newest.is_written_one_by_one();
            // A conversation of two is old because it is good: it is held, so it lives.
            let two = newest.people_known && newest.people <= 2;
            let old = endless && age > OLD && !two;
            (dying || old).then(|| Staleness {
                uid,
                summary: &event.summary,
                cancelled: dying.then_some((cancelled, tail.len())),
                weeks: old.then_some(age / (7 * 24 * 60)),
            })
        })
        .collect()
}

/// Whether an instance was called off: by its status, or by its title alone.
fn is_called_off(classified: &Classified) -> bool {
    classified.occurrence.event.status == Status::Cancelled
        || classified.day.effect == DayEffect::NotHeld && classified.response != Response::Declined
}

/// UIDs of counted meetings of the period that everybody else declined, by first start.
pub(crate) fn abandoned(ledger: &Ledger<'_>) -> Vec<String> {
    let alone = |place: usize| {
        let claim = &ledger.claims[place];
        claim.meeting && everybody_else_declined(ledger, ledger.classified(claim))
    };
    ledger
        .series
        .iter()
        .filter(|series| series.claims.iter().all(|&place| alone(place)))
        .map(|series| series.uid.clone())
        .collect()
}

fn everybody_else_declined(ledger: &Ledger<'_>, classified: &Classified) -> bool {
    let event = &classified.occurrence.event;
    let me = &ledger.settings.me;
    let mut others = event
        .attendees
        .iter()
        .filter(|a| a.kind.is_person() && !me.is(&a.person))
        .peekable();
    let organizer_comes = event.organizer.as_ref().is_some_and(|organizer| {
        let listed = event
            .attendees
            .iter()
            .any(|a| a.person.address == organizer.address);
        !listed && !me.is(organizer)
    });
    others.peek().is_some() && !organizer_comes && others.all(|a| a.response == Response::Declined)
}
