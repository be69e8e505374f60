//! Conversations of two: how often they were meant to be, and how often they are.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use weekwise_model::{Category, Counting, DayEffect, OneOnOne, Response, Status};

use super::question::PeopleQuestion;
use crate::book::{Book, Guests, Ledger, Series, counting, hours, median, minute_of, place};
use crate::rhythm::{cadence, days_between, every};
use crate::words;

/// From this many times the intended days between two on, a conversation drifts.
const DRIFTS: f64 = 2.0;
const DAY: i64 = 24 * 60;
/// A series with an end that was not held for so long is over.
const PAST: i64 = 60 * DAY;

/// Recurring conversations of two, the one that drifted farthest first.
pub(crate) fn one_on_ones(
    book: &Book<'_>,
    guests: &Guests<'_>,
    question: &PeopleQuestion<'_>,
) -> Vec<OneOnOne> {
    let ledger = &book.ledger;
    // By the other person; by series where the export hides them.
    let mut conversations: BTreeMap<(usize, &str), Vec<&Series>> = BTreeMap::new();
    for series in ledger.series.iter().filter(|series| series.recurring) {
        let Some(&last) = series.claims.last() else {
            continue;
        };
        let classified = ledger.classified(&ledger.claims[last]);
        if book.category_of(series) != Category::OneOnOne || classified.people > 2 {
            continue;
        }
        let key = match guests.at(last) {
            &[other] => (other, ""),
            _ => (usize::MAX, series.uid.as_str()),
        };
        conversations.entry(key).or_default().push(series);
    }
    let skipped = skipped(ledger);
    let now = minute_of(question.now).min(ledger.span.end);
    let mut all: Vec<OneOnOne> = conversations
        .into_iter()
        .filter_map(|((other, _), series)| {
            let main = series.iter().max_by_key(|series| series.claims.len())?;
            let skipped = series
                .iter()
                .map(|series| skipped.get(series.uid.as_str()).copied().unwrap_or(0))
                .sum();
            let next = next(question, ledger, &series);
            let known = (other != usize::MAX).then_some(other);
            Some(told(book, guests, &series, main, known, skipped, now, next))
        })
        .collect();
    all.sort_by(|a, b| {
        let drift = |one: &OneOnOne| one.drift.unwrap_or(0.0);
        drift(b)
            .total_cmp(&drift(a))
            .then_with(|| a.uid.cmp(&b.uid))
    });
    all
}

/// A conversation that drifts.
pub(crate) struct Drifting {
    pub(crate) uid: String,
    /// `“Ana / Sam” was meant every 2 weeks, and was held every 5 weeks`.
    pub(crate) story: String,
}

/// The conversations of a period that drift, the farthest first.
pub(crate) fn drifting(ledger: &Ledger<'_>) -> Vec<Drifting> {
    let now = ledger.span.end;
    let mut found: Vec<(f64, Drifting)> = ledger
        .series
        .iter()
        .filter(|series| series.recurring)
        .filter_map(|series| {
            let last = ledger.claims.get(*series.claims.last()?)?;
            let classified = ledger.classified(last);
            let event = &classified.occurrence.event;
            if classified.category() != Category::OneOnOne || classified.people > 2 {
                return None;
            }
            let recurrence = classified.recurrence()?;
            // A rule that has ended is no promise any more.
            if !recurrence.endless && last.span.end + PAST < now {
                return None;
            }
            let intended = days_between(recurrence)?;
            let real = real_days(&starts(ledger, &[series], now), now)?;
            (real / intended >= DRIFTS).then(|| {
                let story = format!(
                    "{} was meant {}, and was held {}",
                    words::title(&event.summary),
                    every(intended),
                    every(real)
                );
                let drifting = Drifting {
                    uid: series.uid.clone(),
                    story,
                };
                (real / intended, drifting)
            })
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.uid.cmp(&b.1.uid)));
    found.into_iter().map(|(_, drifting)| drifting).collect()
}

/// How often each series was cancelled or declined in the period.
fn skipped<'a>(ledger: &Ledger<'a>) -> BTreeMap<&'a str, u32> {
    let mut skipped = BTreeMap::new();
    let (from, to, zone) = (ledger.period.from, ledger.period.to, ledger.period.zone);
    for classified in ledger.occurrences {
        let event = &classified.occurrence.event;
        let off = event.status == Status::Cancelled
            || classified.response == Response::Declined
            || classified.day.effect == DayEffect::NotHeld;
        if off
            && classified.recurrence().is_some()
            && classified.occurrence.span.overlaps(from, to, zone)
        {
            *skipped.entry(classified.series_uid()).or_insert(0) += 1;
        }
    }
    skipped
}

/// The first one to come, by day.
fn next(
    question: &PeopleQuestion<'_>,
    ledger: &Ledger<'_>,
    series: &[&Series],
) -> Option<NaiveDate> {
    let zone = ledger.period.zone;
    question
        .ahead
        .iter()
        .filter(|c| series.iter().any(|series| series.uid == c.series_uid()))
        .filter(|c| matches!(counting(c, ledger.settings), Counting::Counted { .. }))
        .map(|c| c.occurrence.span.instants(zone).0)
        .filter(|start| *start >= question.now)
        .min()
        .map(|start| start.with_timezone(&zone).date_naive())
}

/// The starts of those held up to a minute, in order.
fn starts(ledger: &Ledger<'_>, series: &[&Series], now: i64) -> Vec<i64> {
    let mut starts: Vec<i64> = series
        .iter()
        .flat_map(|series| &series.claims)
        .filter_map(|&at| ledger.claims.get(at))
        .map(|claim| claim.whole.start)
        .filter(|start| *start < now)
        .collect();
    starts.sort_unstable();
    starts
}

/// The days between neighbours.
fn gaps(starts: &[i64]) -> Vec<f64> {
    let pairs = starts.iter().zip(starts.iter().skip(1));
    pairs.map(|(a, b)| (b - a) as f64 / DAY as f64).collect()
}

/// The median of the days between two, or the days since the last one where they are more.
fn real_days(starts: &[i64], now: i64) -> Option<f64> {
    let last = *starts.last()?;
    let since = (now - last) as f64 / DAY as f64;
    let gaps = gaps(starts);
    if gaps.is_empty() {
        return Some(since);
    }
    Some(median(gaps).max(since))
}

#[expect(clippy::too_many_arguments, reason = "each is one fact of the answer")]
fn told(
    book: &Book<'_>,
    guests: &Guests<'_>,
    series: &[&Series],
    main: &Series,
    other: Option<usize>,
    skipped: u32,
    now: i64,
    next: Option<NaiveDate>,
) -> OneOnOne {
    let ledger = &book.ledger;
    let last_claim = book.claims_of(main).last();
    let recurrence = last_claim.and_then(|claim| ledger.classified(claim).recurrence());
    let intended_days = recurrence.and_then(days_between);
    let starts = starts(ledger, series, now);
    let gaps = gaps(&starts);
    let real = (!gaps.is_empty()).then(|| median(gaps));
    let drift = intended_days
        .filter(|days| *days > 0.0)
        .and_then(|days| Some(real_days(&starts, now)? / days));
    let last = starts.last().copied();
    let minutes: i64 = series.iter().map(|series| book.minutes_of(series)).sum();
    OneOnOne {
        uid: main.uid.clone(),
        summary: main.summary.clone(),
        with: other.map(|other| guests.name(other)),
        address: other.map(|other| guests.address(other).to_owned()),
        intended: recurrence.and_then(cadence),
        intended_days,
        real_days: real,
        held: place(starts.len()),
        skipped,
        hours: hours(minutes),
        last: last.map(|start| ledger.day_of(start)),
        next,
        drift,
        drifting: drift.is_some_and(|drift| drift >= DRIFTS),
        text: text(intended_days, real, last.map(|last| (now - last) / DAY)),
    }
}

/// `19 days`, `5 weeks`.
fn ago(days: i64) -> String {
    if days < 21 {
        format!("{days} days")
    } else {
        format!("{} weeks", (days + 3) / 7)
    }
}

/// `Every 2 weeks intended, every 5 weeks held; the last was 6 weeks ago.` What was held as intended until the last one:
/// `Every week intended; none for 19 days.`
fn text(intended: Option<f64>, real: Option<f64>, since: Option<i64>) -> String {
    let drifts = |days: f64| intended.is_some_and(|intended| days / intended >= DRIFTS);
    let ceased = since.filter(|days| drifts(*days as f64) && !real.is_some_and(drifts));
    if let (Some(intended), Some(days)) = (intended, ceased) {
        let text = format!("{} intended; none for {}.", every(intended), ago(days));
        return words::capital(&text);
    }
    let intended = intended.map(|days| format!("{} intended", every(days)));
    let real = real.map(|days| format!("{} held", every(days)));
    let rhythm: Vec<String> = [intended, real].into_iter().flatten().collect();
    let since = match since {
        None => "none was held in this period".to_owned(),
        Some(..=0) => "the last was today".to_owned(),
        Some(1) => "the last was yesterday".to_owned(),
        Some(days) => format!("the last was {} ago", ago(days)),
    };
    let all = if rhythm.is_empty() {
        since
    } else {
        format!("{}; {since}", rhythm.join(", "))
    };
    format!("{}.", words::capital(&all))
}
