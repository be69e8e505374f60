//! Days that are too full: one line a day in a week, one line for all of them in a longer period.

use std::collections::BTreeMap;

use weekwise_model::Severity;

use super::weighed::{Observed, WeighedSignal};
use crate::book::{Claim, hours};
use crate::metrics::{Chain, Invasion, chains, invasions, overloaded_because};
use crate::seen::Seen;
use crate::words;

const OVERLOADED: &str = "More than 6 h or 75 % of the day in meetings, or no gap of an hour";
const BACK_TO_BACK: &str =
    "3 meetings or more than 2 h with at most 5 min between; more than 3 h is hard";
/// A focus block lost is worth this many hours of meetings.
const LOST_BLOCK: f64 = 4.0;
/// From this part of the working days on overloaded days hurt, and from this on they are worth an eye.
const OFTEN: f64 = 0.2;
const NOW_AND_THEN: f64 = 0.05;
const INVADED: &str = "A meeting made after the focus block it overlaps";

pub(super) fn days(seen: &Seen<'_>) -> Vec<WeighedSignal> {
    let (chains, invasions) = (chains(seen.ledger), invasions(seen.ledger));
    if seen.is_short() {
        (0..seen.ledger.days.len())
            .filter_map(|day| one_day(seen, day, &chains, &invasions))
            .collect()
    } else {
        let all = [
            overloaded_days(seen),
            back_to_back(seen, &chains),
            invaded(seen, &invasions),
        ];
        all.into_iter().flatten().collect()
    }
}

/// How much overloaded days matter that are this part of all working days.
fn severity_of(part: f64) -> Severity {
    match part {
        part if part >= OFTEN => Severity::Alarm,
        part if part >= NOW_AND_THEN => Severity::Watch,
        _ => Severity::Note,
    }
}

/// Everything about one day in one line.
fn one_day(
    seen: &Seen<'_>,
    at: usize,
    chains: &[Chain],
    invasions: &[Invasion],
) -> Option<WeighedSignal> {
    let ledger = seen.ledger;
    let (day, totals, cut) = (
        ledger.days.get(at)?,
        seen.totals.days.get(at)?,
        seen.cuts.get(at)?,
    );
    let starts_here = |start: i64| day.span.start <= start && start < day.span.end;
    let invaded: Vec<&Invasion> = invasions
        .iter()
        .filter(|invasion| starts_here(invasion.overlap.start))
        .collect();
    let invaders: Vec<&Claim> = invaded
        .iter()
        .map(|invasion| &ledger.claims[invasion.meeting])
        .collect();
    // Beside a lost focus block a short chain is not worth its words.
    let chain = chains
        .iter()
        .filter(|chain| starts_here(chain.span.start))
        .filter(|chain| invaded.is_empty() || chain.is_long())
        .max_by_key(|chain| chain.span.minutes());
    let overloaded = overloaded_because(ledger, day, totals, cut);
    let (mut said, mut thresholds, mut evidence) = (Vec::new(), Vec::new(), Vec::new());
    let mut severity = Severity::Note;
    if let Some(chain) = chain {
        said.push(format!(
            "{} back to back",
            words::length(chain.span.minutes())
        ));
        thresholds.push(BACK_TO_BACK);
        evidence.extend(chain.claims.iter().map(|&place| &ledger.claims[place]));
        severity = if chain.is_hard() {
            Severity::Alarm
        } else if chain.is_long() {
            Severity::Watch
        } else {
            Severity::Note
        };
    }
    if let Some(because) = &overloaded {
        said.push(because.clone());
        thresholds.insert(0, OVERLOADED);
        let meetings = day
            .claims
            .iter()
            .map(|&place| &ledger.claims[place])
            .filter(|c| c.meeting);
        evidence.extend(meetings);
        severity = Severity::Alarm;
    }
    let mut text = said.join(", ");
    if let Some(first) = invaders.first() {
        if !text.is_empty() {
            text.push_str("; ");
        }
        let more = match invaders.len() {
            1 => "was".to_owned(),
            n => format!("and {} more were", n - 1),
        };
        text.push_str(&format!(
            "{} {more} booked over a focus block",
            seen.title(first)
        ));
        thresholds.push(INVADED);
        severity = severity.max(Severity::Watch);
    }
    if text.is_empty() {
        return None;
    }
    let name = match (&overloaded, chain) {
        (Some(_), _) => "overloaded-day",
        (None, Some(_)) => "back-to-back",
        (None, None) => "invasion",
    };
    let lost = if invaders.is_empty() { 0.0 } else { LOST_BLOCK };
    evidence.extend(invaders);
    evidence.extend(
        invaded
            .iter()
            .map(|invasion| &ledger.claims[invasion.block]),
    );
    Some(WeighedSignal {
        weight: hours(totals.meetings) + lost,
        observed: Observed {
            id: format!("{name}:{}", day.date),
            severity,
            subject: words::weekday(day.date).to_owned(),
            text,
            threshold: thresholds.join("; "),
            evidence: seen.uids(evidence),
        },
    })
}

fn overloaded_days(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let days = &seen.metrics.days;
    let overloaded: Vec<_> = days.iter().filter(|day| day.overloaded).collect();
    let working = days.iter().filter(|day| day.capacity_hours > 0.0).count();
    if overloaded.is_empty() {
        return None;
    }
    let mut by_weekday: BTreeMap<u32, (usize, &str)> = BTreeMap::new();
    for day in &overloaded {
        let number = chrono::Datelike::weekday(&day.day).num_days_from_monday();
        by_weekday
            .entry(number)
            .or_insert((0, words::weekday(day.day)))
            .0 += 1;
    }
    let (_, (times, weekday)) = by_weekday
        .iter()
        .max_by_key(|(number, (times, _))| (*times, std::cmp::Reverse(*number)))?;
    let on_them = seen.by_minutes(|claim| {
        let range = seen.ledger.days_of(claim.span);
        let day = seen.ledger.days.get(range.start).map(|day| day.date);
        claim.meeting
            && overloaded
                .iter()
                .any(|o| Some(o.day) == day && words::weekday(o.day) == *weekday)
    });
    Some(WeighedSignal {
        weight: overloaded.iter().map(|day| day.meeting_hours).sum::<f64>()
            / seen.ledger.period.weeks(),
        observed: Observed {
            id: "overloaded-days".to_owned(),
            severity: severity_of(overloaded.len() as f64 / working.max(1) as f64),
            subject: "Overloaded days".to_owned(),
            text: format!(
                "{} of {working} working days are overloaded, most often {weekday}s ({times})",
                overloaded.len()
            ),
            threshold: OVERLOADED.to_owned(),
            evidence: seen.uids(on_them.iter().map(|(claim, _)| *claim)),
        },
    })
}

fn back_to_back(seen: &Seen<'_>, chains: &[Chain]) -> Option<WeighedSignal> {
    let hard: Vec<_> = chains.iter().filter(|chain| chain.is_hard()).collect();
    let longest = hard.iter().max_by_key(|chain| chain.span.minutes())?;
    let claims = hard
        .iter()
        .flat_map(|chain| &chain.claims)
        .map(|&place| &seen.ledger.claims[place]);
    Some(WeighedSignal {
        weight: hard.iter().map(|c| hours(c.span.minutes())).sum::<f64>()
            / seen.ledger.period.weeks(),
        observed: Observed {
            id: "back-to-back".to_owned(),
            severity: Severity::Watch,
            subject: "Back to back".to_owned(),
            text: format!(
                "{} of more than 3 h back to back, the longest {}",
                words::count(hard.len(), "chain", "chains"),
                words::length(longest.span.minutes())
            ),
            threshold: BACK_TO_BACK.to_owned(),
            evidence: seen.uids(claims),
        },
    })
}

fn invaded(seen: &Seen<'_>, invasions: &[Invasion]) -> Option<WeighedSignal> {
    if invasions.is_empty() {
        return None;
    }
    let survival = seen.metrics.survival.unwrap_or(1.0);
    let claims = invasions
        .iter()
        .flat_map(|i| [i.meeting, i.block])
        .map(|at| &seen.ledger.claims[at]);
    Some(WeighedSignal {
        weight: f64::from(seen.metrics.invasions) / seen.ledger.period.weeks(),
        observed: Observed {
            id: "invasions".to_owned(),
            severity: if survival < 0.75 {
                Severity::Watch
            } else {
                Severity::Note
            },
            subject: "Focus blocks".to_owned(),
            text: format!(
                "{} booked over them; {} of the booked focus survived",
                words::count(
                    seen.metrics.invasions as usize,
                    "meeting was",
                    "meetings were"
                ),
                words::percent(survival)
            ),
            threshold: INVADED.to_owned(),
            evidence: seen.uids(claims),
        },
    })
}
