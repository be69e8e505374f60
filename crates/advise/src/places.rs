//! Where something could be put.

use chrono::{NaiveTime, Timelike};
use weekwise_analyze::Interval;

use crate::scene::Scene;

/// Steps in which something is placed.
pub(crate) const STEP: i64 = 15;
/// Noon is kept free where nothing says when lunch is.
const LUNCH: (u32, u32) = (12, 13);

/// The free working time of a day that is still to come (all of it where the period is over), cut to full steps.
pub(crate) fn free(scene: &Scene<'_>, day: usize) -> Vec<Interval> {
    let now = if scene.is_over() {
        i64::MIN
    } else {
        weekwise_analyze::minute_of(scene.now)
    };
    let gaps = scene.trial.cuts().get(day).map(|cut| cut.free.as_slice());
    let gaps = gaps.unwrap_or_default().iter();
    let whole = gaps.map(|gap| Interval {
        start: up(gap.start.max(now)),
        end: gap.end.div_euclid(STEP) * STEP,
    });
    whole.filter(|gap| gap.minutes() > 0).collect()
}

/// Where in a gap something of a length can be: at its beginning and at its end, which leave the rest in one piece.
pub(crate) fn ends(scene: &Scene<'_>, gap: Interval, minutes: i64) -> Vec<Interval> {
    if gap.minutes() < minutes {
        return Vec::new();
    }
    let first = Interval {
        start: gap.start,
        end: gap.start + minutes,
    };
    let last = Interval {
        start: gap.end - minutes,
        end: gap.end,
    };
    let mut both = vec![first, last];
    both.dedup();
    both.retain(|span| !is_lunch(scene, *span));
    both
}

/// Whether a span takes some of noon.
fn is_lunch(scene: &Scene<'_>, span: Interval) -> bool {
    let at = |minute: i64| scene.local(minute).time();
    let noon = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
    let (start, end) = (at(span.start), at(span.end));
    let overlap_ends = end.min(noon(LUNCH.1)).num_seconds_from_midnight();
    let overlap_starts = start.max(noon(LUNCH.0)).num_seconds_from_midnight();
    overlap_ends > overlap_starts
}

fn up(minute: i64) -> i64 {
    minute.saturating_add(STEP - 1).div_euclid(STEP) * STEP
}
