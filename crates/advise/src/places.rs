//! Where something could be put.

use weekwise_analyze::{Interval, minute_of};
use weekwise_model::TimeRange;

use crate::scene::Scene;

/// Steps in which something is placed.
pub(crate) const STEP: i64 = 15;

/// The free working time of a day that is still to come (all of it where the period is over), cut to full steps.
pub(crate) fn free(scene: &Scene<'_>, day: usize) -> Vec<Interval> {
    let now = if scene.is_over() {
        i64::MIN
    } else {
        minute_of(scene.now)
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

/// Whether a span takes some of noon on a day that has no lunch of its own: neither hours with a break, nor a break in the
/// calendar. Where I am on the date says when noon is.
fn is_lunch(scene: &Scene<'_>, span: Interval) -> bool {
    let date = scene.local(span.start).date();
    if scene.settings.hours.on(date).len() > 1 || scene.has_break(date) {
        return false;
    }
    let noon = [TimeRange::noon()];
    let noons = scene.settings.whereabouts().on(date, |_| noon.as_slice());
    noons.into_iter().any(|(start, end)| {
        let noon = Interval {
            start: minute_of(start),
            end: minute_of(end),
        };
        noon.overlaps(span)
    })
}

fn up(minute: i64) -> i64 {
    minute.saturating_add(STEP - 1).div_euclid(STEP) * STEP
}
