//! Whether a morning is protected and held, as section 5 of docs/product.md counts it.
//!
//! The same rule as the report's metric: of the first 3 working hours, 150 minutes lie in one stretch that is free or
//! held by own focus blocks, and those blocks hold 90 minutes of it. So a plan and the report after it never differ.

use chrono::{DateTime, Utc};

use crate::input::{Span, WorkDay};

/// Minutes of a morning: the first 3 working hours.
const LENGTH: i64 = 180;

/// Minutes of it in one stretch that protect it.
const PROTECTED: i64 = 150;

/// Minutes of that stretch that own blocks have to hold.
pub(crate) const HELD: i64 = 90;

/// Minutes since the first instant of the day.
pub(crate) type Minutes = (i64, i64);

/// The part of a day's first working hours that is in one piece and long enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Morning {
    whole: Minutes,
}

impl Morning {
    /// `None` where the day has no 150 minutes in one piece among its first working hours.
    pub(crate) fn of(day: &WorkDay, origin: DateTime<Utc>) -> Option<Self> {
        let begins = day.begins?;
        let mut left = LENGTH;
        for &(from, to) in day.work.iter().filter(|(_, to)| *to > begins) {
            let (from, to) = minutes_since(origin, (from.max(begins), to));
            let end = to.min(from + left);
            if end - from >= PROTECTED {
                return Some(Self { whole: (from, end) });
            }
            left -= end - from;
        }
        None
    }

    pub(crate) fn whole(self) -> Minutes {
        self.whole
    }

    /// What of it stays in one stretch of at least 150 minutes when these take their time; `None` where nothing does.
    pub(crate) fn stretch(self, taken: impl IntoIterator<Item = Minutes>) -> Option<Minutes> {
        let (mut from, mut to) = self.whole;
        // Every stretch that is long enough has this in it.
        let core = (to - PROTECTED, from + PROTECTED);
        for (start, end) in taken {
            if start >= end || end <= from || to <= start {
                continue;
            }
            if end <= core.0 {
                from = from.max(end);
            } else if core.1 <= start {
                to = to.min(start);
            } else {
                return None;
            }
        }
        (to - from >= PROTECTED).then_some((from, to))
    }
}

/// Minutes of a stretch that blocks hold; of blocks that do not overlap each other.
pub(crate) fn held(stretch: Minutes, blocks: impl IntoIterator<Item = Minutes>) -> i64 {
    blocks
        .into_iter()
        .map(|(from, to)| (to.min(stretch.1) - from.max(stretch.0)).max(0))
        .sum()
}

pub(crate) fn minutes_since(origin: DateTime<Utc>, (from, to): Span) -> Minutes {
    let minute = |at: DateTime<Utc>| (at - origin).num_seconds().div_euclid(60);
    (minute(from), minute(to))
}

/// The same stretches in order, each minute once.
pub(crate) fn union(stretches: impl Iterator<Item = Minutes>) -> Vec<Minutes> {
    let mut all: Vec<Minutes> = stretches.collect();
    all.sort_unstable();
    let mut joined: Vec<Minutes> = Vec::new();
    for (from, to) in all {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
