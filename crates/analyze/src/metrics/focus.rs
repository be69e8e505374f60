//! Focus time, fragmented time, mornings, and the shape of free time.

use chrono::NaiveDate;
use weekwise_model::{FragmentedTime, FreeStretches};

use crate::book::{Claim, Cut, Day, Interval, Ledger, hours, intersect, place, total};

/// How long a morning is: the first 3 working hours of a day.
const MORNING: i64 = 180;
/// How much of it has to be in one stretch.
const PROTECTED: i64 = 150;
/// How much of that own focus blocks have to hold: the shortest block worth planning (product.md section 7).
const HELD: i64 = 90;
/// How far a meeting may move to join two gaps.
const MOVE: i64 = 60;

/// Free gaps that lie in no stretch of the focus length, by length.
///
/// A short gap beside an own focus block is not fragmented where both together are long enough: the same rule as the
/// mix, so the total is the mix's fragments.
pub(super) fn fragmented(cuts: &[Cut], focus_minutes: i64) -> FragmentedTime {
    let (mut short, mut middle, mut long) = (0, 0, 0);
    for cut in cuts {
        for gap in cut
            .free
            .iter()
            .filter(|gap| !cut.is_open_focus(**gap, focus_minutes))
        {
            match gap.minutes() {
                minutes @ ..30 => short += minutes,
                minutes @ 30..60 => middle += minutes,
                minutes => long += minutes,
            }
        }
    }
    FragmentedTime {
        total: hours(short + middle + long),
        under_30: hours(short),
        from_30_to_59: hours(middle),
        from_60_to_119: hours(long),
    }
}

/// Days whose morning is protected with the stretch it is, and those of them that own focus blocks hold.
pub(crate) fn mornings(
    ledger: &Ledger<'_>,
    cuts: &[Cut],
) -> (Vec<(NaiveDate, Interval)>, Vec<NaiveDate>) {
    let (mut protected, mut held) = (Vec::new(), Vec::new());
    for (day, cut) in ledger.days.iter().zip(cuts) {
        let Some(stretch) = protected_morning(day, cut) else {
            continue;
        };
        protected.push((day.date, stretch));
        let blocks = day.covered(&ledger.claims, |_, claim| claim.focus);
        if total(&intersect(&blocks, &[stretch])) >= HELD {
            held.push(day.date);
        }
    }
    (protected, held)
}

/// The part of a day's first working hours that is one long stretch. Work before the day begins, which on a journey can be
/// the end of the day before, is no morning.
pub(crate) fn protected_morning(day: &Day, cut: &Cut) -> Option<Interval> {
    let begins = day.begins?;
    let mut left = MORNING;
    let mut morning = Vec::new();
    for part in day.work.iter().filter(|part| part.end > begins) {
        let start = part.start.max(begins);
        let end = part.end.min(start + left);
        morning.push(Interval { start, end });
        left -= end - start;
        if left == 0 {
            break;
        }
    }
    intersect(&cut.stretches, &morning)
        .into_iter()
        .find(|stretch| stretch.minutes() >= PROTECTED)
}

/// How the free working time is cut: gaps that nobody claims, by length.
pub(super) fn shape(ledger: &Ledger<'_>, cuts: &[Cut]) -> FreeStretches {
    let mut shape = FreeStretches::default();
    for (day, cut) in ledger.days.iter().zip(cuts) {
        for gap in &cut.free {
            let class = match gap.minutes() {
                240.. => &mut shape.from_4_hours,
                180.. => &mut shape.from_3_hours,
                120.. => &mut shape.from_2_hours,
                90.. => &mut shape.from_90_minutes,
                60.. => &mut shape.from_1_hour,
                _ => &mut shape.shorter,
            };
            *class += 1;
        }
        shape.mergeable += place(mergeable(ledger, day, cut).len());
    }
    shape
}

/// A meeting between two gaps, and the minutes by which it would have to move to join them.
pub(crate) struct Mergeable {
    /// Its place in [`Ledger::claims`].
    pub(crate) claim: usize,
    /// Negative: earlier.
    pub(crate) shift: i64,
}

/// Pairs of neighbouring gaps that become one where the one meeting between them moves by at most 60 min, to the
/// far end of the shorter one.
pub(crate) fn mergeable(ledger: &Ledger<'_>, day: &Day, cut: &Cut) -> Vec<Mergeable> {
    let pair = |pair: &[Interval]| {
        let &[before, after] = pair else { return None };
        let between = Interval {
            start: before.end,
            end: after.start,
        };
        let claim = only_meeting(ledger, day, between)?;
        let shift = if before.minutes() <= after.minutes() {
            -before.minutes()
        } else {
            after.minutes()
        };
        (shift.abs() <= MOVE).then_some(Mergeable { claim, shift })
    };
    cut.free.windows(2).filter_map(pair).collect()
}

/// The one claim on an interval, where it is a meeting and fills it exactly.
fn only_meeting(ledger: &Ledger<'_>, day: &Day, between: Interval) -> Option<usize> {
    let claim = |place: &usize| -> &Claim { &ledger.claims[*place] };
    let mut there = day
        .claims
        .iter()
        .filter(|place| claim(place).span.overlaps(between));
    let only = there.next().filter(|_| there.next().is_none())?;
    let found = claim(only);
    (found.meeting && found.whole == between).then_some(*only)
}
