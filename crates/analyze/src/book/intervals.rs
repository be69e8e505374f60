//! Arithmetic of stretches of time: union, difference, intersection.
//!
//! A *set* of intervals is a sorted slice without overlaps, where neighbours that touch are joined.

/// From `start` to `end`, `end` not included, in minutes since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    /// The first minute.
    pub start: i64,
    /// The first minute after it.
    pub end: i64,
}

impl Interval {
    /// How long it is.
    pub fn minutes(self) -> i64 {
        self.end - self.start
    }

    /// Whether it has no minute.
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether both have a minute in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// What both cover; `None` where that is nothing.
    pub fn overlap(self, other: Self) -> Option<Self> {
        let both = Self {
            start: self.start.max(other.start),
            end: self.end.min(other.end),
        };
        (!both.is_empty()).then_some(both)
    }
}

/// The set of what any of them covers.
pub(crate) fn union(mut all: Vec<Interval>) -> Vec<Interval> {
    all.retain(|interval| !interval.is_empty());
    all.sort_unstable();
    let mut set: Vec<Interval> = Vec::with_capacity(all.len());
    for next in all {
        match set.last_mut() {
            Some(last) if next.start <= last.end => last.end = last.end.max(next.end),
            _ => set.push(next),
        }
    }
    set
}

/// What `set` covers and `holes` does not. Both are sets.
pub(crate) fn subtract(set: &[Interval], holes: &[Interval]) -> Vec<Interval> {
    let mut left = Vec::with_capacity(set.len() + holes.len());
    let mut first = 0;
    for &whole in set {
        // Both are in order, so a hole that ends before this interval is of no use to the later ones either.
        while holes.get(first).is_some_and(|hole| hole.end <= whole.start) {
            first += 1;
        }
        let mut start = whole.start;
        for hole in holes.iter().skip(first) {
            if hole.start >= whole.end {
                break;
            }
            if hole.start > start {
                left.push(Interval {
                    start,
                    end: hole.start,
                });
            }
            start = start.max(hole.end);
        }
        if start < whole.end {
            left.push(Interval {
                start,
                end: whole.end,
            });
        }
    }
    left
}

/// What both sets cover.
pub(crate) fn intersect(one: &[Interval], other: &[Interval]) -> Vec<Interval> {
    let (mut i, mut j) = (0, 0);
    let mut both = Vec::new();
    while let (Some(&a), Some(&b)) = (one.get(i), other.get(j)) {
        both.extend(a.overlap(b));
        if a.end < b.end { i += 1 } else { j += 1 }
    }
    both
}

/// The part of a set that can touch a stretch of time.
pub(crate) fn around(set: &[Interval], whole: Interval) -> &[Interval] {
    let first = set.partition_point(|i| i.end <= whole.start);
    let last = set.partition_point(|i| i.start < whole.end);
    set.get(first..last.max(first)).unwrap_or_default()
}

/// The minutes of a set.
pub(crate) fn total(set: &[Interval]) -> i64 {
    set.iter().map(|interval| interval.minutes()).sum()
}

/// The longest of a set, in minutes; 0 of none.
pub(crate) fn longest(set: &[Interval]) -> i64 {
    set.iter().map(|i| i.minutes()).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn set(pairs: &[(i64, i64)]) -> Vec<Interval> {
        union(
            pairs
                .iter()
                .map(|&(start, end)| Interval { start, end })
                .collect(),
        )
    }

    #[test]
    fn neighbours_that_touch_are_joined() {
        assert_eq!(
            set(&[(5, 9), (0, 5), (20, 20), (12, 15)]),
            set(&[(0, 9), (12, 15)])
        );
    }

    fn any_set() -> impl Strategy<Value = Vec<Interval>> {
        proptest::collection::vec((0_i64..60, 0_i64..15), 0..8).prop_map(|pairs| {
            union(
                pairs
                    .into_iter()
                    .map(|(start, length)| Interval {
                        start,
                        end: start + length,
                    })
                    .collect(),
            )
        })
    }

    fn covers(set: &[Interval], minute: i64) -> bool {
        set.iter().any(|i| i.start <= minute && minute < i.end)
    }

    proptest! {
        #[test]
        fn each_minute_is_where_logic_puts_it(a in any_set(), b in any_set()) {
            let joined = union(a.iter().chain(&b).copied().collect());
            let (rest, both) = (subtract(&a, &b), intersect(&a, &b));
            for minute in -1..80 {
                let (in_a, in_b) = (covers(&a, minute), covers(&b, minute));
                prop_assert_eq!(covers(&joined, minute), in_a || in_b);
                prop_assert_eq!(covers(&rest, minute), in_a && !in_b);
                prop_assert_eq!(covers(&both, minute), in_a && in_b);
            }
            prop_assert_eq!(total(&rest) + total(&both), total(&a));
        }
    }
}
