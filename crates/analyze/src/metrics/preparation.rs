//! Reviews without time to prepare for them.

use weekwise_model::{Category, Counting, Kind, Shape};

use crate::book::{Claim, Interval, Ledger, interval_of};

/// A block for a review lies in the 48 h before it.
const BEFORE: i64 = 48 * 60;
/// What a review without one would take, in hours.
const DEFAULT_HOURS: f64 = 0.5;

/// Hours of preparation the period's reviews lack, 30 min each.
pub(super) fn debt(ledger: &Ledger<'_>) -> f64 {
    unprepared(ledger).len() as f64 * DEFAULT_HOURS
}

/// Design, RFC and architecture reviews without a block for them, by start.
///
/// A block for a review is an own counted block of the category review (its preparation, or reading) that begins in
/// the 48 h before the review. One block serves one review, the earliest that still lacks one.
pub(crate) fn unprepared<'a>(ledger: &'a Ledger<'_>) -> Vec<&'a Claim> {
    // Blocks of the days before the period count too.
    let mut blocks: Vec<Interval> = ledger
        .occurrences
        .iter()
        .zip(ledger.counting.iter())
        .filter(|(classified, counting)| {
            matches!(counting, Counting::Counted { .. })
                && classified.shape != Shape::Meeting
                && classified.category() == Category::Review
        })
        .map(|(classified, _)| interval_of(classified.occurrence.span.instants(ledger.period.zone)))
        .collect();
    blocks.sort_unstable();
    let mut serves_another = vec![false; blocks.len()];
    let mut lacking = Vec::new();
    for claim in ledger
        .meetings()
        .filter(|claim| wants_preparation(ledger, claim))
    {
        let start = claim.whole.start;
        let first = blocks.partition_point(|block| block.start < start - BEFORE);
        let end = blocks.partition_point(|block| block.start < start);
        match (first..end).find(|&block| !serves_another[block]) {
            Some(block) => serves_another[block] = true,
            None => lacking.push(claim),
        }
    }
    lacking
}

fn wants_preparation(ledger: &Ledger<'_>, claim: &Claim) -> bool {
    let kind = ledger.classified(claim).classification.kind;
    matches!(
        kind,
        Kind::DesignReview | Kind::RfcReview | Kind::ArchitectureReview
    )
}
