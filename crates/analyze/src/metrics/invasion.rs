//! Meetings booked over focus blocks.

use crate::intervals::{Interval, intersect, total, union};
use crate::ledger::{Claim, Ledger};
use crate::minutes::ratio;

/// A meeting that was put into the calendar after a focus block it overlaps.
pub(crate) struct Invasion {
    /// The meeting; a place in [`Ledger::claims`].
    pub(crate) meeting: usize,
    /// The block.
    pub(crate) block: usize,
    /// What both want.
    pub(crate) overlap: Interval,
}

/// Every pair of a focus block and a later-made meeting over it, by the meeting's start. A pair whose file does not
/// say when both were made is none.
pub(crate) fn invasions(ledger: &Ledger<'_>) -> Vec<Invasion> {
    let created = |claim: &Claim| ledger.classified(claim).occurrence.event.created;
    let mut found = Vec::new();
    for (block, focus) in ledger
        .claims
        .iter()
        .enumerate()
        .filter(|(_, claim)| claim.focus)
    {
        let days = ledger
            .days
            .get(ledger.days_of(focus.span))
            .unwrap_or_default();
        let mut meetings: Vec<usize> = days
            .iter()
            .flat_map(|day| day.claims.iter().copied())
            .collect();
        meetings.sort_unstable();
        meetings.dedup();
        for meeting in meetings {
            let other = &ledger.claims[meeting];
            let later = created(other)
                .zip(created(focus))
                .is_some_and(|(m, f)| m > f);
            if let Some(overlap) = other.span.overlap(focus.span)
                && other.meeting
                && later
            {
                found.push(Invasion {
                    meeting,
                    block,
                    overlap,
                });
            }
        }
    }
    found.sort_by_key(|invasion| (invasion.meeting, invasion.block));
    found
}

/// How many meetings invade, and the part of the booked focus time that none of them takes; `None` where no focus
/// is booked.
pub(super) fn survival(ledger: &Ledger<'_>) -> (u32, Option<f64>) {
    let invasions = invasions(ledger);
    let booked = union(
        ledger
            .claims
            .iter()
            .filter(|c| c.focus)
            .map(|c| c.span)
            .collect(),
    );
    let taken = union(invasions.iter().map(|invasion| invasion.overlap).collect());
    let booked_minutes = total(&booked);
    let left = booked_minutes - total(&intersect(&booked, &taken));
    let mut meetings: Vec<usize> = invasions.iter().map(|invasion| invasion.meeting).collect();
    meetings.dedup();
    (
        crate::frame::place(meetings.len()),
        (booked_minutes > 0).then(|| ratio(left, booked_minutes)),
    )
}
