//! What deserves a look (product.md section 6): each signal with its evidence, its threshold and one next step.
//!
//! Days and meetings are named as the problem, never a person. A week names its days one by one; a longer
//! period adds them up. What a pattern already explains is not told again category by category.

mod bands;
mod days;
mod load;
mod meetings;
mod patterns;
mod people;
mod sources;
mod weighed;

pub use days::DaySaid;
pub use sources::of as source_of;

pub(crate) use days::FullDays;

use weekwise_model::Signal;

use crate::seen::Seen;
use crate::words;
use weighed::WeighedSignal;

/// More than this many signals are no help.
const MOST: usize = 8;

/// The signals of a period, most important first.
pub(crate) fn signals(seen: &Seen<'_>) -> Vec<Signal> {
    // Without a single event there is nothing to say about how time is spent.
    if seen.ledger.claims.is_empty() {
        return Vec::new();
    }
    // An almost empty calendar does not tell how the time is spent, only that it does not tell.
    let sparse = seen.totals.is_sparse(seen.mix.denominator_minutes);
    let (mut signals, explained) = if sparse {
        Default::default()
    } else {
        patterns::patterns(seen)
    };
    signals.extend(load::load(seen));
    signals.extend(load::after_hours(seen));
    signals.extend(load::fragments(seen));
    signals.extend(load::conflicts(seen));
    signals.extend(days::days(seen));
    if !sparse {
        signals.extend(bands::bands(seen, &explained));
    }
    signals.extend(meetings::all(seen));
    signals.extend(people::all(seen));
    signals.sort_by(|a, b| {
        let severity = b.observed.severity.cmp(&a.observed.severity);
        let weight = || b.weight.total_cmp(&a.weight);
        severity
            .then_with(weight)
            .then_with(|| a.observed.id.cmp(&b.observed.id))
    });
    signals.truncate(MOST);
    signals
        .into_iter()
        .map(|WeighedSignal { observed, .. }| (sources::of(&observed.id), observed))
        .map(|((basis, source), observed)| Signal {
            id: observed.id,
            basis,
            source: source.to_owned(),
            severity: observed.severity,
            subject: observed.subject,
            text: words::capital(&observed.text),
            threshold: observed.threshold,
            evidence: observed.evidence,
            next_step: String::new(),
            step: None,
        })
        .collect()
}
