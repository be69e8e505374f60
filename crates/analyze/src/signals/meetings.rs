//! Meetings and series that cost more than they give.

use weekwise_model::Severity;

use super::weighed::{Observed, WeighedSignal};
use crate::book::{Claim, hours, ratio};
use crate::metrics::{LARGE, is_short, lead, stale, unprepared};
use crate::seen::Seen;
use crate::words;

/// Large meetings from this part of working time on are worth an eye.
const LARGE_SHARE: f64 = 0.15;
/// Short notice is a pattern from this many meetings and this part of them on.
const SHORT: (usize, f64) = (3, 0.3);

pub(super) fn all(seen: &Seen<'_>) -> Vec<WeighedSignal> {
    let found = [
        zombies(seen),
        abandoned(seen),
        large(seen),
        short_notice(seen),
        preparation(seen),
    ];
    found.into_iter().flatten().collect()
}

fn weight(seen: &Seen<'_>, uids: &[String]) -> f64 {
    let claims = seen.ledger.claims.iter().zip(&seen.totals.of_claim);
    let theirs =
        claims.filter(|(claim, _)| uids.iter().any(|uid| uid == seen.ledger.series_uid(claim)));
    hours(theirs.map(|(_, minutes)| minutes).sum()) / seen.ledger.period.weeks()
}

/// Series often cancelled come first; those that are only old are no more than a note, because a good 1:1 is
/// old too.
fn zombies(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let all = stale(seen.ledger);
    let dying = all
        .iter()
        .filter_map(|s| Some((s, s.cancelled?)))
        .max_by_key(|(s, (cancelled, of))| {
            (cancelled * 100 / of.max(&1), std::cmp::Reverse(s.uid))
        });
    let oldest = all
        .iter()
        .filter_map(|s| Some((s, s.weeks?)))
        .max_by_key(|(s, weeks)| (*weeks, std::cmp::Reverse(s.uid)));
    let evidence: Vec<String> = all.iter().map(|s| s.uid.to_owned()).collect();
    let (severity, text) = match (dying, oldest) {
        (Some((series, (cancelled, of))), _) => {
            let title = words::title(series.summary);
            let text = format!("{title} was cancelled {cancelled} of its last {of} times");
            (Severity::Watch, text)
        }
        (None, Some((series, weeks))) => {
            let title = words::title(series.summary);
            let text = match all.len() {
                1 => format!("{title} has run for {weeks} weeks and has no end"),
                n => format!(
                    "{n} series have run for half a year or more and have no end; {title} is the oldest, {weeks} weeks"
                ),
            };
            (Severity::Note, text)
        }
        (None, None) => return None,
    };
    Some(WeighedSignal {
        weight: weight(seen, &evidence),
        observed: Observed {
            id: "zombies".to_owned(),
            severity,
            subject: "Stale series".to_owned(),
            text,
            threshold: "30 % of the last 8 cancelled, or no end and more than 26 weeks old"
                .to_owned(),
            evidence,
        },
    })
}

fn abandoned(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let uids = &seen.metrics.abandoned;
    let first = uids.first()?;
    let series = seen
        .ledger
        .series
        .iter()
        .find(|series| series.uid == *first)?;
    let title = words::title(&series.summary);
    let more = match uids.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    Some(WeighedSignal {
        weight: weight(seen, uids),
        observed: Observed {
            id: "abandoned".to_owned(),
            severity: Severity::Watch,
            subject: "Nobody comes".to_owned(),
            text: format!("{title}{more}: everybody else has declined"),
            threshold: "All other people have declined".to_owned(),
            evidence: uids.clone(),
        },
    })
}

fn large(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let people = |claim: &Claim| seen.ledger.classified(claim).people;
    let large = seen.by_minutes(|claim| claim.meeting && people(claim) >= LARGE);
    let minutes: i64 = large.iter().map(|(_, minutes)| minutes).sum();
    if large.is_empty() {
        return None;
    }
    let share = ratio(minutes, seen.totals.sum(|day| day.capacity));
    let verb = if large.len() == 1 { "takes" } else { "take" };
    Some(WeighedSignal {
        // Some of them have to be large.
        weight: hours(minutes) / seen.ledger.period.weeks() / 2.0,
        observed: Observed {
            id: "large-meetings".to_owned(),
            severity: if share >= LARGE_SHARE {
                Severity::Watch
            } else {
                Severity::Note
            },
            subject: "Large meetings".to_owned(),
            text: format!(
                "{} with {LARGE} people or more {verb} {}",
                words::count(large.len(), "meeting", "meetings"),
                words::amount(minutes)
            ),
            threshold: "9 people or more; from 15 % of working time worth an eye".to_owned(),
            evidence: seen.uids(large.iter().map(|(claim, _)| *claim)),
        },
    })
}

fn short_notice(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let ledger = seen.ledger;
    let known = ledger
        .meetings()
        .filter(|claim| lead(ledger, claim).is_some())
        .count();
    let short: Vec<_> = ledger
        .meetings()
        .filter(|claim| is_short(ledger, claim))
        .collect();
    let share = short.len() as f64 / known.max(1) as f64;
    if short.len() < SHORT.0 || share < SHORT.1 {
        return None;
    }
    let minutes: i64 = short.iter().map(|claim| claim.span.minutes()).sum();
    Some(WeighedSignal {
        weight: hours(minutes) / ledger.period.weeks(),
        observed: Observed {
            id: "short-notice".to_owned(),
            severity: Severity::Watch,
            subject: "Short notice".to_owned(),
            text: format!(
                "{} of {known} new meetings were booked less than 24 h before",
                short.len()
            ),
            threshold: "3 or more, and 30 % of those whose file says when".to_owned(),
            evidence: seen.uids(short),
        },
    })
}

fn preparation(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let lacking = unprepared(seen.ledger);
    if lacking.len() < 2 {
        return None;
    }
    Some(WeighedSignal {
        weight: seen.metrics.prep_debt / seen.ledger.period.weeks(),
        observed: Observed {
            id: "prep-debt".to_owned(),
            severity: Severity::Note,
            subject: "Preparation".to_owned(),
            text: format!(
                "{} reviews have no block for them in the 48 h before; 30 min each are {}",
                lacking.len(),
                words::hours(seen.metrics.prep_debt)
            ),
            threshold: "2 or more design, RFC or architecture reviews without a block".to_owned(),
            evidence: seen.uids(lacking.iter().copied()),
        },
    })
}
