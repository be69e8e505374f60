//! What is odd about a series: dead, double, deserted, large, long, endless.

use std::collections::{BTreeSet, HashMap};

use weekwise_model::{Oddity, SeriesMark, Shape};

use crate::book::{Book, Claim, Guests, Interval, Ledger, Series, likeness};
use crate::metrics::{LARGE, LONG, abandoned, stale};
use crate::titles::{same_topic, topic};
use crate::words;

/// From this part of the people in common on two meetings have the same people.
const SAME_PEOPLE: f64 = 0.75;
/// Series that met side by side for less than this many minutes followed each other.
const SIDE_BY_SIDE: i64 = 2 * 7 * 24 * 60;

/// Marks by UID.
type Marks = HashMap<String, Vec<SeriesMark>>;

pub(super) fn marks(book: &Book<'_>) -> Marks {
    let ledger = &book.ledger;
    let mut marks = Marks::new();
    let mut add = |uid: &str, mark, text: String, of: Option<String>| {
        let mark = SeriesMark { mark, text, of };
        marks.entry(uid.to_owned()).or_default().push(mark);
    };
    for found in stale(ledger) {
        let text = match (found.cancelled, found.weeks) {
            (Some((cancelled, of)), _) => format!("{cancelled} of its last {of} were cancelled"),
            (None, Some(weeks)) => format!("It has run for {weeks} weeks and has no end"),
            (None, None) => continue,
        };
        add(found.uid, Oddity::Zombie, text, None);
    }
    for uid in abandoned(ledger) {
        add(
            &uid,
            Oddity::Abandoned,
            "Everybody else has declined".to_owned(),
            None,
        );
    }
    for pair in duplicates(ledger, &Guests::of_recurring(ledger)) {
        let title = words::title(&pair.of.summary);
        let text = format!("The same people and the same topic as {title}");
        add(
            &pair.series.uid,
            Oddity::Duplicate,
            text,
            Some(pair.of.uid.clone()),
        );
    }
    for series in ledger.series.iter() {
        let Some(claim) = book.claims_of(series).last().filter(|claim| claim.meeting) else {
            continue;
        };
        let classified = ledger.classified(claim);
        if classified.people >= LARGE {
            add(
                &series.uid,
                Oddity::Large,
                format!("{} people", classified.people),
                None,
            );
        }
        if claim.whole.minutes() > LONG {
            add(
                &series.uid,
                Oddity::Long,
                words::length(claim.whole.minutes()),
                None,
            );
        }
        let recurrence = classified.recurrence();
        if recurrence.is_some_and(|recurrence| recurrence.endless) {
            add(
                &series.uid,
                Oddity::NoEnd,
                "Its rule names no end".to_owned(),
                None,
            );
        }
    }
    marks
}

/// A series that repeats another one.
pub(crate) struct Pair<'l> {
    pub(crate) series: &'l Series,
    /// The one with more of my time.
    pub(crate) of: &'l Series,
}

/// Recurring meetings with the same people about the same topic, side by side.
///
/// The same title, organizer and length on different days is one meeting that is held several times a week, not
/// two.
pub(crate) fn duplicates<'l>(ledger: &'l Ledger<'_>, guests: &Guests<'_>) -> Vec<Pair<'l>> {
    struct Side<'l> {
        series: &'l Series,
        people: Vec<usize>,
        topic: BTreeSet<String>,
        span: Interval,
        minutes: i64,
        last: &'l Claim,
    }
    let mut sides: Vec<Side<'l>> = Vec::new();
    for series in ledger.series.iter().filter(|series| series.recurring) {
        let (Some(&first), Some(&last)) = (series.claims.first(), series.claims.last()) else {
            continue;
        };
        let (start, claim) = (&ledger.claims[first], &ledger.claims[last]);
        let people = guests.at(last).to_vec();
        let known = ledger.classified(claim).shape == Shape::Meeting && people.len() >= 2;
        if !known || series.claims.len() < 2 {
            continue;
        }
        let minutes = |&at: &usize| ledger.claims[at].span.minutes();
        sides.push(Side {
            series,
            people,
            topic: topic(&ledger.classified(claim).occurrence.event.summary),
            span: Interval {
                start: start.span.start,
                end: claim.span.end,
            },
            minutes: series.claims.iter().map(minutes).sum(),
            last: claim,
        });
    }
    let mut pairs = Vec::new();
    for (at, one) in sides.iter().enumerate() {
        let greater = |other: usize, side: &Side<'_>| {
            (side.minutes, std::cmp::Reverse(other)) > (one.minutes, std::cmp::Reverse(at))
        };
        let found = sides
            .iter()
            .enumerate()
            .filter(|(other, side)| greater(*other, side))
            .map(|(_, side)| side)
            .filter(|side| {
                let together = one.span.overlap(side.span).map_or(0, Interval::minutes);
                likeness(&one.people, &side.people) >= SAME_PEOPLE
                    && same_topic(&one.topic, &side.topic)
                    && together >= SIDE_BY_SIDE
                    && !is_same_meeting(ledger, one.last, side.last)
            })
            .max_by_key(|side| side.minutes);
        if let Some(of) = found {
            pairs.push(Pair {
                series: one.series,
                of: of.series,
            });
        }
    }
    pairs
}

/// Whether two series are one meeting held on several days.
fn is_same_meeting(ledger: &Ledger<'_>, one: &Claim, other: &Claim) -> bool {
    let event = |claim: &Claim| &ledger.classified(claim).occurrence.event;
    let (a, b) = (event(one), event(other));
    a.summary.trim().eq_ignore_ascii_case(b.summary.trim())
        && a.organizer.as_ref().map(|o| &o.address) == b.organizer.as_ref().map(|o| &o.address)
        && one.whole.minutes() == other.whole.minutes()
}
