//! What would be if a few claims were gone, shorter or elsewhere.
//!
//! Pieces and stretches end with the day, so only the days the change touches are counted again; the rest of the
//! period stands. The sums are plain Rust here and polars in [`Totals`](crate::book::Totals), and a test holds
//! them together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use weekwise_model::Mix;

use crate::book::{Claim, Cut, Interval, Ledger, Parts, as_is, hours_to_move, nothing, sweep};

/// Where claims would be instead; `None` for one that is gone. By their places in [`Ledger::claims`]. A claim that moves stays
/// on its days.
pub(crate) type Edits = BTreeMap<usize, Option<Interval>>;

/// A period as it is, ready to be asked what would be.
pub(crate) struct WhatIf<'a> {
    pub(crate) ledger: &'a Ledger<'a>,
    pub(crate) cuts: &'a [Cut],
    pub(crate) parts: &'a Parts,
    pub(crate) mix: &'a Mix,
    /// Each day's part of the week mix, worked out when it is first needed.
    days: Vec<OnceLock<Parts>>,
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

impl<'a> WhatIf<'a> {
    pub(crate) fn new(
        ledger: &'a Ledger<'a>,
        cuts: &'a [Cut],
        parts: &'a Parts,
        mix: &'a Mix,
    ) -> Self {
        Self {
            ledger,
            cuts,
            parts,
            mix,
            days: vec![OnceLock::new(); ledger.days.len()],
        }
    }

    /// What a change does.
    pub(crate) fn effect(&self, edits: &Edits) -> Effect {
        let ledger = self.ledger;
        let focus_minutes = ledger.focus_minutes();
        let span_of = |place: usize, claim: &Claim| match edits.get(&place) {
            Some(span) => *span,
            None => Some(claim.span),
        };
        let mut after = self.parts.clone();
        let mut days = Vec::new();
        for at in self.affected(edits) {
            let (day, before) = (&ledger.days[at], &self.cuts[at]);
            let cut = day.cut(&ledger.claims, span_of);
            let was = self.days[at].get_or_init(|| parts_of_day(ledger, at, as_is, before));
            add(&mut after, was, -1);
            add(&mut after, &parts_of_day(ledger, at, span_of, &cut), 1);
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
            moved: (hours_to_move(self.mix) - hours_to_move(&mix)) * 60.0,
            mix,
            days,
        }
    }

    fn affected(&self, edits: &Edits) -> BTreeSet<usize> {
        edits
            .keys()
            .filter_map(|&place| self.ledger.claims.get(place))
            .flat_map(|claim| self.ledger.days_of(claim.span))
            .collect()
    }
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
    span_of: impl Fn(usize, &Claim) -> Option<Interval>,
    cut: &Cut,
) -> Parts {
    let (open_focus, fragments) = cut.open_and_fragments(ledger.focus_minutes());
    let mut parts = Parts {
        open_focus,
        fragments,
        ..nothing()
    };
    sweep(&ledger.days[at], &ledger.claims, span_of, |piece| {
        parts.denominator += piece.span.minutes();
        for &(claim, minutes) in piece.takers {
            if let Some(sum) = parts.minutes.get_mut(ledger.claims[claim].category) {
                *sum += minutes;
            }
        }
    });
    parts
}
