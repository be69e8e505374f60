//! One local day: when I work, and who wants the time.

use chrono::NaiveDate;

use super::claim::Claim;
use super::intervals::{Interval, intersect, longest, subtract, total, union};

/// A local day, or the part of one that lies in the period.
#[derive(Debug, Clone)]
pub struct Day {
    /// The date in the zone of the period.
    pub date: NaiveDate,
    /// From its first minute to its last.
    pub span: Interval,
    /// Whether the settings name working hours that lie in it.
    pub has_hours: bool,
    /// When the working day begins that begins on it; on a journey the work before it ends the day before.
    pub begins: Option<i64>,
    /// Working hours less time off.
    pub scheduled: Vec<Interval>,
    /// Working time: working hours less time off and less personal occurrences.
    pub work: Vec<Interval>,
    /// Minutes of short errands that come back, inside the hours and in no other absence: no working time, and no less capacity.
    pub made_up: i64,
    /// Claims that touch it, by start; places in `Ledger::claims`.
    pub claims: Vec<usize>,
}

/// How a day's working time is cut.
#[derive(Debug, Clone, Default)]
pub struct Cut {
    /// Working time nobody claims.
    pub free: Vec<Interval>,
    /// Working time that is free or held by own focus blocks: the stretches one can work in.
    pub stretches: Vec<Interval>,
}

impl Day {
    /// What of a claim lies on this day.
    pub(crate) fn part_of(&self, claim: &Claim) -> Interval {
        claim.span.overlap(self.span).unwrap_or(Interval {
            start: self.span.start,
            end: self.span.start,
        })
    }

    /// The set of minutes that those claims cover which `wanted` picks.
    pub(crate) fn covered(
        &self,
        claims: &[Claim],
        wanted: impl Fn(usize, &Claim) -> bool,
    ) -> Vec<Interval> {
        self.covered_where(claims, |place, claim| {
            wanted(place, claim).then_some(claim.span)
        })
    }

    /// The set of minutes that the claims cover where `span_of` puts them.
    fn covered_where(
        &self,
        claims: &[Claim],
        span_of: impl Fn(usize, &Claim) -> Option<Interval>,
    ) -> Vec<Interval> {
        union(
            self.claims
                .iter()
                .filter_map(|&place| span_of(place, &claims[place])?.overlap(self.span))
                .collect(),
        )
    }

    /// Its focus time in minutes when the claims are where `span_of` says; `None` for one that is gone. A claim that moves stays on
    /// its day. The same as [`Day::cut`] and [`Cut::focus_time`], without building the sets: it is asked for every
    /// series and every change to one.
    pub(crate) fn focus_time(
        &self,
        claims: &[Claim],
        focus_minutes: i64,
        scratch: &mut Vec<Interval>,
        span_of: impl Fn(usize, &Claim) -> Option<Interval>,
    ) -> i64 {
        scratch.clear();
        scratch.extend(
            self.claims
                .iter()
                .map(|&place| (place, &claims[place]))
                .filter(|(_, claim)| !claim.focus)
                .filter_map(|(place, claim)| span_of(place, claim)?.overlap(self.span)),
        );
        if !scratch.is_sorted() {
            scratch.sort_unstable();
        }
        let mut focus = 0;
        for work in &self.work {
            let mut free_from = work.start;
            for part in scratch.iter() {
                if part.start >= work.end {
                    break;
                }
                let stretch = part.start - free_from;
                if stretch >= focus_minutes {
                    focus += stretch;
                }
                free_from = free_from.max(part.end);
            }
            let stretch = work.end - free_from;
            if stretch >= focus_minutes {
                focus += stretch;
            }
        }
        focus
    }

    /// How its working time is cut by the claims where `span_of` puts them; [`as_is`] leaves them where they are.
    pub(crate) fn cut(
        &self,
        claims: &[Claim],
        span_of: impl Fn(usize, &Claim) -> Option<Interval>,
    ) -> Cut {
        let any = self.covered_where(claims, &span_of);
        // A focus block holds its minutes only where nothing else wants them: any meeting is a stronger claim, and
        // a block of other work shares them.
        let others = self.covered_where(claims, |place, claim| {
            (!claim.focus).then(|| span_of(place, claim)).flatten()
        });
        Cut {
            free: subtract(&self.work, &any),
            stretches: subtract(&self.work, &others),
        }
    }
}

/// A claim where the calendar has it.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it stands where a claim may be gone"
)]
pub(crate) fn as_is(_: usize, claim: &Claim) -> Option<Interval> {
    Some(claim.span)
}

impl Cut {
    /// The stretches long enough to focus in.
    pub fn focus(&self, focus_minutes: i64) -> impl Iterator<Item = Interval> {
        self.stretches
            .iter()
            .copied()
            .filter(move |stretch| stretch.minutes() >= focus_minutes)
    }

    /// Focus time in minutes.
    pub(crate) fn focus_time(&self, focus_minutes: i64) -> i64 {
        self.focus(focus_minutes).map(Interval::minutes).sum()
    }

    /// Whether a free gap lies in a stretch long enough to focus in.
    pub fn is_open_focus(&self, gap: Interval, focus_minutes: i64) -> bool {
        self.focus(focus_minutes)
            .any(|stretch| stretch.overlaps(gap))
    }

    /// Free minutes in stretches long enough to focus in, and the rest of the free minutes.
    pub(crate) fn open_and_fragments(&self, focus_minutes: i64) -> (i64, i64) {
        let focus: Vec<Interval> = self.focus(focus_minutes).collect();
        let open = total(&intersect(&self.free, &focus));
        (open, total(&self.free) - open)
    }

    /// The longest stretch in minutes.
    pub(crate) fn longest_stretch(&self) -> i64 {
        longest(&self.stretches)
    }
}
