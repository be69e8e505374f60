//! Load, after hours, fragments, conflicts: what a period carries as a whole.

use weekwise_model::{BandStatus, Category, LoadLevel, Severity};

use super::weighed::{Observed, WeighedSignal, milder};
use crate::book::{overlapping, ratio};
use crate::metrics::mergeable;
use crate::seen::Seen;
use crate::words;

/// Hours a week of meetings outside working time: worth an eye above, and hurting above.
const AFTER_HOURS: (f64, f64) = (1.0, 4.0);
/// Part of the week in fragments: worth an eye from, and hurting from.
const FRAGMENTS: (f64, f64) = (0.15, 0.25);
/// Hours of conflict a week worth an eye.
const CONFLICT: f64 = 0.5;

/// Judged against the bands first: where no category is above its band, the meetings are what the role asks for, and
/// the load weighs one step less.
pub(super) fn load(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let metrics = seen.metrics;
    let (severity, threshold) = match metrics.load_level {
        LoadLevel::Fine => return None,
        LoadLevel::Watch => (Severity::Note, "Watch from 40 % of working time"),
        LoadLevel::High => (Severity::Watch, "High from 50 % of working time"),
        LoadLevel::Overload => (Severity::Alarm, "Overload from 60 % of working time"),
    };
    let over = Category::TARGETED
        .iter()
        .any(|c| seen.status(*c) == BandStatus::Over);
    let severity = if over { severity } else { milder(severity)? };
    let meetings = seen.by_minutes(|claim| claim.meeting);
    let of = |index: usize| -> i64 {
        meetings
            .iter()
            .filter(|(c, _)| c.category == index)
            .map(|(_, minutes)| minutes)
            .sum()
    };
    let largest =
        (0..Category::WORK.len()).max_by_key(|&index| (of(index), std::cmp::Reverse(index)))?;
    let category = *Category::WORK.get(largest)?;
    let share = words::percent(ratio(of(largest), seen.mix.denominator_minutes));
    let all = if seen.is_short() {
        "the week"
    } else {
        "these weeks"
    };
    Some(WeighedSignal {
        weight: metrics.meeting_hours,
        observed: Observed {
            id: "load".to_owned(),
            severity,
            subject: format!("Load {}", words::percent(metrics.meeting_load)),
            text: format!(
                "{} of {} of working time in meetings; {} is the largest part, {share} of {all}",
                words::hours(metrics.meeting_hours),
                words::hours(metrics.capacity_hours),
                words::category(category),
            ),
            threshold: threshold.to_owned(),
            evidence: seen.uids(meetings.iter().map(|(claim, _)| *claim)),
        },
    })
}

pub(super) fn after_hours(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let hours = seen.metrics.after_hours;
    let weekly = hours / seen.ledger.period.weeks();
    if weekly <= AFTER_HOURS.0 {
        return None;
    }
    let mut outside: Vec<_> = seen
        .ledger
        .meetings()
        .map(|claim| (claim, seen.outside(claim)))
        .filter(|(_, minutes)| *minutes > 0)
        .collect();
    outside.sort_by_key(|(_, minutes)| -minutes);
    let (heaviest, _) = seen.heaviest(&outside)?;
    Some(WeighedSignal {
        weight: weekly,
        observed: Observed {
            id: "after-hours".to_owned(),
            severity: if weekly > AFTER_HOURS.1 {
                Severity::Alarm
            } else {
                Severity::Watch
            },
            subject: format!("After hours {}", words::hours(hours)),
            text: format!(
                "{} of meetings outside working time, most of it {heaviest}",
                words::hours(hours)
            ),
            threshold: "More than 1 h a week; more than 4 h hurts".to_owned(),
            evidence: seen.uids(outside.iter().map(|(claim, _)| *claim)),
        },
    })
}

pub(super) fn fragments(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let (fragments, all) = (seen.parts.fragments, seen.parts.denominator);
    let share = ratio(fragments, all);
    if share < FRAGMENTS.0 {
        return None;
    }
    let found = seen
        .ledger
        .days
        .iter()
        .zip(seen.cuts)
        .flat_map(|(day, cut)| mergeable(seen.ledger, day, cut));
    let movable: Vec<_> = found
        .map(|m| (&seen.ledger.claims[m.claim], m.shift))
        .collect();
    Some(WeighedSignal {
        weight: crate::book::hours(fragments) / seen.ledger.period.weeks(),
        observed: Observed {
            id: "fragments".to_owned(),
            severity: if share >= FRAGMENTS.1 {
                Severity::Alarm
            } else {
                Severity::Watch
            },
            subject: format!("Fragments {}", words::percent(share)),
            text: format!(
                "{} of free time lies in gaps shorter than {}",
                words::amount(fragments),
                words::length(seen.ledger.focus_minutes())
            ),
            threshold: "From 15 % of the week; from 25 % it hurts".to_owned(),
            evidence: seen.uids(movable.iter().map(|(claim, _)| *claim)),
        },
    })
}

pub(super) fn conflicts(seen: &Seen<'_>) -> Option<WeighedSignal> {
    let conflicts = &seen.metrics.conflicts;
    let weekly = conflicts.hours / seen.ledger.period.weeks();
    if weekly < CONFLICT {
        return None;
    }
    let overlapping = overlapping(seen.ledger);
    let claims = seen.ledger.claims.iter().zip(overlapping);
    let events: Vec<_> = claims.filter(|(_, overlaps)| *overlaps).collect();
    let by = match events.as_slice() {
        [(one, _), (other, _)] => format!("by {} and {}", seen.title(one), seen.title(other)),
        events => format!("by {} events", events.len()),
    };
    let time = words::amount(seen.totals.sum(|day| day.conflict));
    Some(WeighedSignal {
        weight: weekly,
        observed: Observed {
            id: "conflicts".to_owned(),
            severity: Severity::Watch,
            subject: format!("Conflicts {time}"),
            text: format!("claimed twice, {by}"),
            threshold: "Half an hour a week or more with two events at once".to_owned(),
            evidence: conflicts.uids.clone(),
        },
    })
}
