//! What each occurrence got of a period.

use weekwise_model::Counting;

use super::ledger::Ledger;
use super::totals::Totals;

/// What one occurrence got of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OccurrenceShare {
    /// Minutes of the period that its category got from it, after conflicts; 0 where it does not count.
    pub minutes: i64,
    /// Whether it overlaps another counted occurrence within the period.
    pub conflict: bool,
    /// Whether it counts, and if not, why.
    pub counting: Counting,
}

/// The share of each occurrence of a ledger.
pub(crate) fn shares(ledger: &Ledger<'_>, totals: &Totals) -> Vec<OccurrenceShare> {
    let mut shares: Vec<OccurrenceShare> = ledger
        .counting
        .iter()
        .map(|&counting| OccurrenceShare {
            minutes: 0,
            conflict: false,
            counting,
        })
        .collect();
    let overlapping = overlapping(ledger);
    let claims = ledger.claims.iter().zip(&totals.of_claim).zip(overlapping);
    for ((claim, &minutes), conflict) in claims {
        shares[claim.index].minutes = minutes;
        shares[claim.index].conflict = conflict;
    }
    shares
}

/// Of each claim, whether it overlaps another one.
pub(crate) fn overlapping(ledger: &Ledger<'_>) -> Vec<bool> {
    let mut flags = vec![false; ledger.claims.len()];
    // The claims come by start, so whatever a claim overlaps before it includes the one that reaches furthest.
    let mut furthest: Option<(usize, i64)> = None;
    // Work of whole days gives way to everything.
    let claims = ledger.claims.iter().enumerate();
    for (place, claim) in claims.filter(|(_, claim)| !claim.is_of_whole_days()) {
        if let Some((other, end)) = furthest
            && end > claim.span.start
        {
            flags[place] = true;
            flags[other] = true;
        }
        if furthest.is_none_or(|(_, end)| claim.span.end > end) {
            furthest = Some((place, claim.span.end));
        }
    }
    flags
}
