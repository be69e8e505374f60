//! Meetings booked over focus blocks.

use crate::book::{Claim, Interval, Ledger, around, intersect, place, ratio, total, union};

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
    // A block that is only tried has no occurrence, and was made after everything.
    let created = |claim: &Claim| {
        ledger
            .occurrences
            .get(claim.index)?
            .occurrence
            .event
            .created
    };
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

/// Booked focus minutes of one day, and those of them that a meeting made later takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct BookedFocus {
    pub(crate) booked: i64,
    pub(crate) taken: i64,
}

/// The booked focus of each day, in the order of [`Ledger::days`].
pub(crate) fn booked_focus(ledger: &Ledger<'_>, invasions: &[Invasion]) -> Vec<BookedFocus> {
    let taken = union(invasions.iter().map(|invasion| invasion.overlap).collect());
    ledger
        .days
        .iter()
        .map(|day| {
            let booked = day.covered(&ledger.claims, |_, claim| claim.focus);
            BookedFocus {
                booked: total(&booked),
                taken: total(&intersect(&booked, around(&taken, day.span))),
            }
        })
        .collect()
}

/// How many meetings invade, and the part of the booked focus time that none of them takes; `None` where no focus
/// is booked.
pub(crate) fn survival(ledger: &Ledger<'_>) -> (u32, Option<f64>) {
    let invasions = invasions(ledger);
    let focus = booked_focus(ledger, &invasions);
    let booked: i64 = focus.iter().map(|day| day.booked).sum();
    let taken: i64 = focus.iter().map(|day| day.taken).sum();
    let mut meetings: Vec<usize> = invasions.iter().map(|invasion| invasion.meeting).collect();
    meetings.dedup();
    (
        place(meetings.len()),
        (booked > 0).then(|| ratio(booked - taken, booked)),
    )
}
