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

use weekwise_model::{BandStatus, Category, CategoryShare, Metrics, Mix, Severity, Signal};

use crate::day::Cut;
use crate::intervals::Interval;
use crate::ledger::{Claim, Ledger};
use crate::mix::Parts;
use crate::totals::Totals;

/// More than this many signals are no help.
const MOST: usize = 8;
/// Up to this many days a period is told day by day.
const DAY_BY_DAY: usize = 8;

/// Everything signals look at.
pub(crate) struct Seen<'a> {
    pub(crate) ledger: &'a Ledger<'a>,
    pub(crate) totals: &'a Totals,
    pub(crate) cuts: &'a [Cut],
    pub(crate) parts: &'a Parts,
    pub(crate) mix: &'a Mix,
    pub(crate) metrics: &'a Metrics,
}

/// A signal and how much it weighs among those of its severity: roughly the hours a week it is about.
struct Draft {
    signal: Signal,
    weight: f64,
}

/// The signals of a period, most important first.
pub(crate) fn signals(seen: &Seen<'_>) -> Vec<Signal> {
    // Without a single event there is nothing to say about how time is spent.
    if seen.ledger.claims.is_empty() {
        return Vec::new();
    }
    // An almost empty calendar does not tell how the time is spent, only that it does not tell.
    let sparse = seen.totals.is_sparse(seen.mix.denominator_minutes);
    let (mut drafts, explained) = if sparse {
        Default::default()
    } else {
        patterns::patterns(seen)
    };
    drafts.extend(load::load(seen));
    drafts.extend(load::after_hours(seen));
    drafts.extend(load::fragments(seen));
    drafts.extend(load::conflicts(seen));
    drafts.extend(days::days(seen));
    if !sparse {
        drafts.extend(bands::bands(seen, &explained));
    }
    drafts.extend(meetings::all(seen));
    drafts.extend(people::all(seen));
    drafts.sort_by(|a, b| {
        let severity = b.signal.severity.cmp(&a.signal.severity);
        let weight = || b.weight.total_cmp(&a.weight);
        severity
            .then_with(weight)
            .then_with(|| a.signal.id.cmp(&b.signal.id))
    });
    drafts.truncate(MOST);
    drafts
        .into_iter()
        .map(|Draft { signal, .. }| Signal {
            text: crate::words::sentence(&signal.text),
            ..signal
        })
        .collect()
}

impl<'a> Seen<'a> {
    pub(crate) fn share(&self, category: Category) -> Option<&'a CategoryShare> {
        self.mix.of(category)
    }

    pub(crate) fn status(&self, category: Category) -> BandStatus {
        self.share(category)
            .map_or(BandStatus::Untargeted, |share| share.status)
    }

    /// Whether the period is told day by day.
    pub(crate) fn is_short(&self) -> bool {
        self.ledger.days.len() <= DAY_BY_DAY
    }

    pub(crate) fn title(&self, claim: &Claim) -> String {
        crate::words::title(&self.ledger.classified(claim).occurrence.event.summary)
    }

    /// Claims with the minutes they got, most first; ties by start.
    pub(crate) fn by_minutes(&self, wanted: impl Fn(&Claim) -> bool) -> Vec<(&'a Claim, i64)> {
        let claims = self
            .ledger
            .claims
            .iter()
            .zip(self.totals.of_claim.iter().copied());
        let mut found: Vec<_> = claims.filter(|(claim, _)| wanted(claim)).collect();
        found.sort_by_key(|(_, minutes)| -minutes);
        found
    }

    /// The UIDs behind some claims, each once.
    pub(crate) fn uids<'c>(&self, claims: impl IntoIterator<Item = &'c Claim>) -> Vec<String> {
        let mut uids: Vec<String> = Vec::new();
        let mut known = std::collections::HashSet::new();
        for claim in claims {
            let uid = self.ledger.uid(claim);
            if known.insert(uid) {
                uids.push(uid.to_owned());
            }
        }
        uids
    }

    /// The series with the most minutes among some claims: its title and its minutes. One that repeats comes before
    /// single events: it is there again next week.
    pub(crate) fn heaviest(&self, claims: &[(&Claim, i64)]) -> Option<(String, i64)> {
        let mut sums = std::collections::BTreeMap::new();
        for (claim, minutes) in claims {
            *sums.entry(claim.series).or_insert(0) += minutes;
        }
        let series = |at: usize| self.ledger.series.get(at);
        let (heaviest, minutes) = sums.into_iter().max_by_key(|&(at, minutes)| {
            let repeats = series(at).is_some_and(|series| series.recurring);
            (repeats, minutes, std::cmp::Reverse(at))
        })?;
        let title = crate::words::title(&series(heaviest)?.summary);
        Some((title, minutes))
    }

    /// The part of a claim that lies outside working time, in minutes.
    pub(crate) fn outside(&self, claim: &Claim) -> i64 {
        let days = self
            .ledger
            .days
            .get(self.ledger.days_of(claim.span))
            .unwrap_or_default();
        let inside: i64 = days
            .iter()
            .map(|day| {
                crate::intervals::total(&crate::intervals::intersect(
                    &day.work,
                    &[day.part_of(claim)],
                ))
            })
            .sum();
        Interval::minutes(claim.span) - inside
    }
}

/// One step milder; `None` below a note.
fn milder(severity: Severity) -> Option<Severity> {
    match severity {
        Severity::Alarm => Some(Severity::Watch),
        Severity::Watch => Some(Severity::Note),
        Severity::Note => None,
    }
}
