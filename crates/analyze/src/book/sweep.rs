//! Each minute counts once: a day is cut where anything begins or ends, and each piece goes to the strongest claims
//! on it (product.md section 5).
//!
//! Equal claims share a piece. Minutes stay whole: of a piece of 5 min, two claims get 3 and 2, and at the next
//! piece the one that got less is served first (the largest remainder, carried through the day). So a claim
//! stays within two minutes of its exact share of a day, and the shares of a piece always add up to it.

use super::claim::Claim;
use super::day::Day;
use super::intervals::Interval;

/// A minute in parts: every number of claims up to 16 divides it without a remainder.
const MINUTE: i64 = 720_720;

/// A piece of a day in which nothing begins or ends.
pub(crate) struct Piece<'a> {
    pub(crate) span: Interval,
    /// Whether it is working time.
    pub(crate) inside: bool,
    /// Every claim that covers it; places among the claims.
    pub(crate) covering: &'a [usize],
    /// The strongest of them, with the minutes each gets.
    pub(crate) takers: &'a [(usize, i64)],
}

/// Shows `visit` every piece of a day that is working time or claimed, in order. `span_of` says where each claim is;
/// `None` for one that is gone.
pub(crate) fn sweep(
    day: &Day,
    claims: &[Claim],
    span_of: impl Fn(usize, &Claim) -> Option<Interval>,
    mut visit: impl FnMut(&Piece<'_>),
) {
    let mut parts: Vec<(usize, Interval)> = Vec::with_capacity(day.claims.len());
    for &place in &day.claims {
        let claim = &claims[place];
        let Some(part) = span_of(place, claim).and_then(|span| span.overlap(day.span)) else {
            continue;
        };
        if claim.is_of_whole_days() {
            // It takes working time only.
            let worked = day.work.iter().filter_map(|work| work.overlap(part));
            parts.extend(worked.map(|part| (place, part)));
        } else {
            parts.push((place, part));
        }
    }
    // One that was moved may come earlier than its place says.
    if !parts.is_sorted_by_key(|(_, part)| part.start) {
        parts.sort_by_key(|(_, part)| part.start);
    }
    let edges = edges(&parts, &day.work);
    let mut arriving = parts.iter().copied().enumerate().peekable();
    // Claims that cover the piece at hand, as places in `parts`; and what each is owed, in parts of a minute.
    let mut active: Vec<usize> = Vec::new();
    let mut owed: Vec<i64> = vec![0; parts.len()];
    let mut working = day.work.iter().copied().peekable();
    let (mut covering, mut takers) = (Vec::new(), Vec::new());
    for pair in edges.windows(2) {
        let &[start, end] = pair else { continue };
        let span = Interval { start, end };
        active.retain(|&at| parts[at].1.end > start);
        while let Some((at, _)) = arriving.next_if(|(_, (_, part))| part.start <= start) {
            active.push(at);
        }
        while working.next_if(|work| work.end <= start).is_some() {}
        let inside = working.peek().is_some_and(|work| work.start <= start);
        if active.is_empty() && !inside {
            continue;
        }
        covering.clear();
        covering.extend(active.iter().map(|&at| parts[at].0));
        // Who has a meeting on a day at an offsite has no conflict.
        if covering
            .iter()
            .any(|&place| !claims[place].is_of_whole_days())
        {
            covering.retain(|&place| !claims[place].is_of_whole_days());
        }
        share(
            span.minutes(),
            &active,
            &parts,
            claims,
            &mut owed,
            &mut takers,
        );
        visit(&Piece {
            span,
            inside,
            covering: &covering,
            takers: &takers,
        });
    }
}

/// Every minute at which something begins or ends, in order.
fn edges(parts: &[(usize, Interval)], work: &[Interval]) -> Vec<i64> {
    let spans = parts.iter().map(|(_, part)| part).chain(work);
    let mut edges: Vec<i64> = spans.flat_map(|span| [span.start, span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Shares the minutes of a piece among the strongest of `active`.
fn share(
    minutes: i64,
    active: &[usize],
    parts: &[(usize, Interval)],
    claims: &[Claim],
    owed: &mut [i64],
    takers: &mut Vec<(usize, i64)>,
) {
    takers.clear();
    let rank = |at: usize| claims[parts[at].0].rank;
    let Some(strongest) = active.iter().map(|&at| rank(at)).min() else {
        return;
    };
    let mut equals: Vec<usize> = active
        .iter()
        .copied()
        .filter(|&at| rank(at) == strongest)
        .collect();
    let count = i64::try_from(equals.len()).unwrap_or(i64::MAX);
    if let &[only] = equals.as_slice() {
        takers.push((parts[only].0, minutes));
        return;
    }
    for &at in &equals {
        owed[at] += minutes * MINUTE / count;
    }
    // Served in turn by what is owed; among equals the earlier one first.
    equals.sort_by_key(|&at| (std::cmp::Reverse(owed[at]), at));
    for (turn, &at) in (0_i64..).zip(&equals) {
        let given = minutes / count + i64::from(turn < minutes % count);
        owed[at] -= given * MINUTE;
        takers.push((parts[at].0, given));
    }
}
