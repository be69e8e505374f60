//! Categories out of their band, and droughts of review and strategy.

use weekwise_model::{BandStatus, Category, CategoryShare, Severity};

use super::weighed::{Observed, WeighedSignal};
use crate::book::interval_of;
use crate::seen::Seen;
use crate::words;

/// More than this many bands in a list of signals repeat what the mix shows.
const MOST: usize = 2;
/// Points outside a band that are worth an eye, and that hurt.
const POINTS: (f64, f64) = (3.0, 10.0);
/// Reviews and strategy need this many minutes at a stretch to count against a drought.
const DROUGHT: i64 = 90;

/// The categories farthest from their band, strongest first, without those a pattern explains.
pub(super) fn bands(seen: &Seen<'_>, explained: &[Category]) -> Vec<WeighedSignal> {
    let mut signals: Vec<WeighedSignal> = Category::TARGETED
        .into_iter()
        .filter(|category| !explained.contains(category))
        .filter_map(|category| seen.share(category))
        // What hours of unknown purpose may fill is neither missed nor dry.
        .filter(|share| seen.status_of(share) == share.status)
        .filter_map(|share| drought(seen, share).or_else(|| band(seen, share)))
        .collect();
    signals.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    signals.truncate(MOST);
    signals
}

/// Only what is bad for the person hurts: too little time to work in, or too much of what others hold. Much open time, or
/// few meetings of a sort, is worth an eye.
fn severity(share: &CategoryShare) -> Severity {
    let hurts = match share.category {
        Category::DeepWork => share.status == BandStatus::Under,
        _ => share.status == BandStatus::Over,
    };
    match share.gap_points.abs() {
        points if points >= POINTS.1 && hurts => Severity::Alarm,
        points if points >= POINTS.0 => Severity::Watch,
        _ => Severity::Note,
    }
}

fn range(share: &CategoryShare) -> String {
    let percent = |end: Option<f64>| format!("{:.0}", end.unwrap_or(0.0) * 100.0);
    format!("{}–{} %", percent(share.low), percent(share.high))
}

fn band(seen: &Seen<'_>, share: &CategoryShare) -> Option<WeighedSignal> {
    let side = match share.status {
        BandStatus::Over => "above",
        BandStatus::Under => "below",
        BandStatus::Within | BandStatus::Untargeted => return None,
    };
    let index = share.category.work_index()?;
    let claims = seen.by_minutes(|claim| claim.category == index);
    Some(WeighedSignal {
        weight: share.gap_hours.abs() / seen.ledger.period.weeks(),
        observed: Observed {
            id: format!("band:{}", share.category.id()),
            severity: severity(share),
            subject: format!("{} {}", share.category.label(), words::percent(share.share)),
            text: format!(
                "{} {side} its band of {}",
                words::hours(share.gap_hours.abs()),
                range(share)
            ),
            threshold: format!("A share outside {}", range(share)),
            evidence: seen.uids(claims.iter().map(|(claim, _)| *claim)),
        },
    })
}

/// No counted review or strategy of 1 h 30 min in the period: says when the last one was, where history knows.
fn drought(seen: &Seen<'_>, share: &CategoryShare) -> Option<WeighedSignal> {
    let category = share.category;
    let wanted = matches!(category, Category::Review | Category::Strategy);
    if !wanted || share.status != BandStatus::Under {
        return None;
    }
    let ledger = seen.ledger;
    let index = category.work_index()?;
    let any = ledger
        .claims
        .iter()
        .any(|c| c.category == index && c.whole.minutes() >= DROUGHT);
    if any {
        return None;
    }
    let last = ledger
        .occurrences
        .iter()
        .zip(ledger.counting.iter())
        .filter(|(c, counting)| {
            c.category() == category && matches!(counting, weekwise_model::Counting::Counted { .. })
        })
        .map(|(c, _)| {
            (
                interval_of(c.occurrence.span.instants(ledger.period.zone)),
                c,
            )
        })
        .filter(|(span, _)| span.minutes() >= DROUGHT && span.end <= ledger.span.start)
        .max_by_key(|(span, _)| *span);
    let name = category.id();
    let since = last.map(|(span, _)| (ledger.span.start - span.start) / (7 * 24 * 60) + 1);
    let before = match since {
        Some(weeks) => format!(
            "; the last was {} before",
            words::count(usize::try_from(weeks).unwrap_or(0), "week", "weeks")
        ),
        None => String::new(),
    };
    Some(WeighedSignal {
        weight: share.gap_hours.abs() / ledger.period.weeks(),
        observed: Observed {
            id: format!("{name}-drought"),
            severity: Severity::Watch,
            subject: format!("{} {}", category.label(), words::percent(share.share)),
            text: format!("no {name} of 1 h 30 min or more{before}"),
            threshold: format!(
                "None of 1 h 30 min or more in the period, and below {}",
                range(share)
            ),
            evidence: match last {
                Some((_, classified)) => vec![classified.series_uid().to_owned()],
                None => seen.uids(ledger.claims.iter().filter(|c| c.category == index)),
            },
        },
    })
}
