//! What would be if a few claims were gone or elsewhere.
//!
//! Pieces and stretches end with the day, so only the days the change touches are counted again; the rest of the
//! period stands. The sums are plain Rust here and polars in [`Totals`](crate::totals::Totals), and a test holds
//! them together.

use std::borrow::Cow;
use std::collections::BTreeSet;

use weekwise_model::Mix;

use crate::intervals::Interval;
use crate::ledger::{Claim, Ledger};
use crate::mix::{Parts, hours_to_move};
use crate::signals::Seen;
use crate::sweep::sweep;
use crate::totals::WORK;

/// A change to a period.
pub(crate) enum Change<'a> {
    /// These claims are gone; places in [`Ledger::claims`].
    Without(&'a BTreeSet<usize>),
    /// This claim is elsewhere on the same day, where nothing lay before.
    Moved { claim: usize, shift: i64 },
}

/// What a change does.
pub(crate) struct Effect {
    /// The week mix after it.
    pub(crate) mix: Mix,
    /// Focus minutes gained in the whole period.
    pub(crate) focus: i64,
    /// Hours to move that it saves, in minutes of the whole period; negative where it adds some.
    pub(crate) moved: f64,
    /// Days that gain focus time: the place in [`Ledger::days`], minutes gained, the longest new stretch.
    pub(crate) days: Vec<DayGain>,
}

pub(crate) struct DayGain {
    pub(crate) day: usize,
    pub(crate) minutes: i64,
    /// The longest stretch of the focus length that was not there before.
    pub(crate) stretch: i64,
}

pub(crate) fn effect(seen: &Seen<'_>, change: &Change<'_>) -> Effect {
    let ledger = seen.ledger;
    let focus_minutes = ledger.focus_minutes();
    let nothing = BTreeSet::new();
    let (claims, gone): (Cow<'_, [Claim]>, _) = match *change {
        Change::Without(gone) => (Cow::Borrowed(&ledger.claims), gone),
        Change::Moved { claim, shift } => {
            (Cow::Owned(moved(&ledger.claims, claim, shift)), &nothing)
        }
    };
    let kept = |place: usize| !gone.contains(&place);
    let mut after = seen.parts.clone();
    let mut days = Vec::new();
    for at in affected(ledger, change) {
        let (day, before) = (&ledger.days[at], &seen.cuts[at]);
        let cut = day.cut(&claims, kept);
        add(
            &mut after,
            &parts_of_day(ledger, at, &ledger.claims, |_| true, before),
            -1,
        );
        add(
            &mut after,
            &parts_of_day(ledger, at, &claims, kept, &cut),
            1,
        );
        let minutes = cut.focus_time(focus_minutes) - before.focus_time(focus_minutes);
        let new = |stretch: &Interval| !before.stretches.contains(stretch);
        let stretch = cut
            .focus(focus_minutes)
            .filter(new)
            .map(Interval::minutes)
            .max();
        days.push(DayGain {
            day: at,
            minutes,
            stretch: stretch.unwrap_or(0),
        });
    }
    let mix = after.mix(&ledger.settings.profile, &[], &[]);
    Effect {
        focus: days.iter().map(|gain| gain.minutes).sum(),
        moved: (hours_to_move(seen.mix) - hours_to_move(&mix)) * 60.0,
        mix,
        days,
    }
}

fn affected(ledger: &Ledger<'_>, change: &Change<'_>) -> BTreeSet<usize> {
    match change {
        Change::Without(places) => places
            .iter()
            .filter_map(|&place| ledger.claims.get(place))
            .flat_map(|claim| ledger.days_of(claim.span))
            .collect(),
        Change::Moved { claim, .. } => ledger.days_of(ledger.claims[*claim].span).collect(),
    }
}

fn moved(claims: &[Claim], place: usize, shift: i64) -> Vec<Claim> {
    let mut claims = claims.to_vec();
    if let Some(claim) = claims.get_mut(place) {
        for span in [&mut claim.span, &mut claim.whole] {
            span.start += shift;
            span.end += shift;
        }
    }
    claims
}

fn add(sum: &mut Parts, part: &Parts, sign: i64) {
    sum.denominator += sign * part.denominator;
    sum.open_focus += sign * part.open_focus;
    sum.fragments += sign * part.fragments;
    for (sum, minutes) in sum.minutes.iter_mut().zip(&part.minutes) {
        *sum += sign * minutes;
    }
}

/// One day's part of the week mix.
fn parts_of_day(
    ledger: &Ledger<'_>,
    at: usize,
    claims: &[Claim],
    kept: impl Fn(usize) -> bool,
    cut: &crate::day::Cut,
) -> Parts {
    let (open_focus, fragments) = cut.open_and_fragments(ledger.focus_minutes());
    let mut parts = Parts {
        denominator: 0,
        minutes: vec![0; WORK],
        open_focus,
        fragments,
    };
    sweep(&ledger.days[at], claims, kept, |piece| {
        parts.denominator += piece.span.minutes();
        for &(claim, minutes) in piece.takers {
            if let Some(sum) = parts.minutes.get_mut(claims[claim].category) {
                *sum += minutes;
            }
        }
    });
    parts
}
