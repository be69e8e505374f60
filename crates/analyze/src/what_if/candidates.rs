//! Changes to one series.

use std::collections::BTreeMap;

use weekwise_model::{Category, SeriesAction};

use super::cost::{Cost, cost};
use crate::book::{Claim, Interval, Ledger, Series};
use crate::rhythm::days_between;
use crate::trial::{Change, Trial};
use crate::words;

/// Where claims would be instead.
type Edits = BTreeMap<usize, Option<Interval>>;

/// By how much a series may move.
const SHIFTS: [i64; 4] = [-60, -30, 30, 60];
/// Which part of its instances must find the new time free, in tenths, for a series to move.
const FREE_TENTHS: usize = 8;
/// A change and what it takes.
pub(crate) struct Candidate {
    /// What to do, in the imperative.
    pub(crate) text: String,
    pub(crate) action: SeriesAction,
    /// See [`SeriesChange::by_minutes`](weekwise_model::SeriesChange::by_minutes).
    pub(crate) by_minutes: i64,
    pub(crate) category: Category,
    /// The place in [`Ledger::series`].
    pub(crate) series: usize,
    /// How much persuading it takes; 1 is a word to oneself.
    pub(crate) cost: Cost,
    /// Which part of the effect an average week sees.
    pub(crate) every: f64,
    pub(crate) when: When,
    pub(crate) change: Change,
}

/// Which weeks the effect is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// The period as it would be.
    Always,
    /// A week that the series skips.
    WeeksWithout,
}

/// How often a series meets.
enum Rhythm {
    /// Several times a week.
    Often,
    Weekly,
    Fortnightly,
    Seldom,
}

fn is_recurring_meeting(ledger: &Ledger<'_>, series: &Series) -> bool {
    let first = series.claims.first().and_then(|&at| ledger.claims.get(at));
    series.recurring && first.is_some_and(|claim| claim.meeting)
}

/// Every change to a recurring meeting: drop it, end it earlier, hold it half as often, hold it at another time.
pub(crate) fn of_series(trial: &Trial<'_>, at: usize) -> Vec<Candidate> {
    let ledger = &trial.book.ledger;
    let Some(series) = ledger.series.get(at) else {
        return Vec::new();
    };
    let Some(first) = series.claims.first().and_then(|&at| ledger.claims.get(at)) else {
        return Vec::new();
    };
    if !is_recurring_meeting(ledger, series) {
        return Vec::new();
    }
    let start = |action, by_minutes, text, spans| Candidate {
        text,
        action,
        by_minutes,
        category: ledger.classified(first).category(),
        series: at,
        cost: cost(ledger, first, action),
        every: part_of_weeks(ledger, series, first),
        when: When::Always,
        change: Change {
            spans,
            ..Change::default()
        },
    };
    let title = words::title(&series.summary);
    let gone = |places: &mut dyn Iterator<Item = usize>| places.map(|at| (at, None)).collect();
    let mut all = Vec::new();
    all.push(start(
        SeriesAction::Drop,
        0,
        format!("Leave {title}."),
        gone(&mut series.claims.iter().copied()),
    ));
    all.push(halved(ledger, series, first, &title, start));
    all.extend(shortened(ledger, series, &title, start));
    // In a single week a meeting moves alone: see `moves`.
    if !trial.is_short() {
        all.extend(SHIFTS.into_iter().filter_map(|shift| {
            let edits = moved(ledger, series, shift)?;
            let text = format!("Hold {title} {}.", words::shift(shift));
            Some(start(SeriesAction::Move, shift, text, edits))
        }));
    }
    all
}

/// A recurring meeting at half its frequency.
fn halved(
    ledger: &Ledger<'_>,
    series: &Series,
    first: &Claim,
    title: &str,
    start: impl Fn(SeriesAction, i64, String, Edits) -> Candidate,
) -> Candidate {
    let text = match rhythm(ledger, series, first) {
        Rhythm::Often => format!("Hold {title} every other time."),
        Rhythm::Weekly => format!("Make {title} fortnightly."),
        Rhythm::Fortnightly => format!("Make {title} monthly."),
        Rhythm::Seldom => format!("Hold {title} half as often."),
    };
    let all = series.claims.iter().map(|&at| (at, None));
    // Where the period holds one instance, the effect is told of a week without it.
    if series.claims.len() == 1 {
        let all = start(SeriesAction::Halve, 0, text, all.collect());
        Candidate {
            every: all.every / 2.0,
            when: When::WeeksWithout,
            ..all
        }
    } else {
        start(
            SeriesAction::Halve,
            0,
            text,
            all.skip(1).step_by(2).collect(),
        )
    }
}

/// The part of all weeks that holds what a short period shows: a fortnightly meeting that is in this week is in every other
/// one. A longer period shows what an average week holds by itself.
fn part_of_weeks(ledger: &Ledger<'_>, series: &Series, first: &Claim) -> f64 {
    if series.claims.len() > 1 {
        return 1.0;
    }
    match rhythm(ledger, series, first) {
        Rhythm::Often | Rhythm::Weekly => 1.0,
        Rhythm::Fortnightly => 0.5,
        Rhythm::Seldom => 0.25,
    }
}

/// The minutes a meeting of a length can well end earlier.
fn shorter_by(minutes: i64) -> i64 {
    match minutes {
        120.. => 30,
        45.. => 15,
        25.. => 5,
        _ => 0,
    }
}

fn shortened(
    ledger: &Ledger<'_>,
    series: &Series,
    title: &str,
    start: impl Fn(SeriesAction, i64, String, Edits) -> Candidate,
) -> Option<Candidate> {
    let last = ledger.claims.get(*series.claims.last()?)?;
    let length = last.whole.minutes();
    let by = shorter_by(length);
    let edits: Edits = series
        .claims
        .iter()
        .filter_map(|&at| {
            let span = ledger.claims.get(at)?.span;
            let end = span.end - by;
            (end > span.start).then_some((at, Some(Interval { end, ..span })))
        })
        .collect();
    let text = format!("End {title} after {}.", words::length(length - by));
    (by > 0).then(|| start(SeriesAction::Shorten, by, text, edits))
}

/// Every instance that finds the new time free, elsewhere; `None` where too few do.
fn moved(ledger: &Ledger<'_>, series: &Series, shift: i64) -> Option<Edits> {
    let edits: Edits = series
        .claims
        .iter()
        .filter_map(|&at| {
            let claim = ledger.claims.get(at)?;
            let span = Interval {
                start: claim.whole.start + shift,
                end: claim.whole.end + shift,
            };
            is_free(ledger, at, claim, span).then_some((at, Some(span)))
        })
        .collect();
    (edits.len() * 10 >= series.claims.len() * FREE_TENTHS).then_some(edits)
}

/// Whether a meeting could be at another time of its day: inside working time, and on no meeting of mine.
fn is_free(ledger: &Ledger<'_>, at: usize, claim: &Claim, span: Interval) -> bool {
    let days = ledger.days_of(claim.span);
    let Some(day) = ledger.days.get(days.start).filter(|_| days.len() == 1) else {
        return false;
    };
    let inside = day
        .work
        .iter()
        .any(|work| work.start <= span.start && span.end <= work.end);
    inside
        && day
            .claims
            .iter()
            .filter(|&&other| other != at)
            .filter_map(|&other| ledger.claims.get(other))
            .all(|other| other.focus || !other.span.overlaps(span))
}

/// How often a series meets: what its rule says, else how often it is in the period.
fn rhythm(ledger: &Ledger<'_>, series: &Series, first: &Claim) -> Rhythm {
    let recurrence = ledger.classified(first).recurrence();
    let days = recurrence.and_then(days_between);
    let days =
        days.unwrap_or_else(|| 7.0 * ledger.period.weeks() / series.claims.len().max(1) as f64);
    match days {
        ..5.0 => Rhythm::Often,
        ..10.0 => Rhythm::Weekly,
        ..18.0 => Rhythm::Fortnightly,
        _ => Rhythm::Seldom,
    }
}
