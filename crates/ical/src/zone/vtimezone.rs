use crate::limits;
use crate::recur::{self, Bounds, Rule};
use crate::time::{self, Instant, Wall};

/// A VTIMEZONE by its own rules (RFC 5545 section 3.6.5).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CustomZone {
    /// Seconds east before the first change.
    first: i32,
    /// The changes, by instant.
    changes: Vec<Change>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Change {
    at: Instant,
    before: i32,
    after: i32,
}

/// One STANDARD or DAYLIGHT of a VTIMEZONE.
#[derive(Debug, Clone)]
pub(crate) struct Observance {
    /// `DTSTART`, a wall time before the change.
    pub start: Wall,
    /// `TZOFFSETFROM`, seconds east.
    pub from: i32,
    /// `TZOFFSETTO`, seconds east.
    pub to: i32,
    /// `RRULE`s.
    pub rules: Vec<Rule>,
    /// `RDATE`s, wall times before the change.
    pub dates: Vec<Wall>,
    /// Whether it is DAYLIGHT.
    pub daylight: bool,
}

impl CustomZone {
    /// Follows the rules of its observances. Returns `None` where there is no observance, and whether a bound cut
    /// the changes short.
    pub(crate) fn of(observances: &[Observance]) -> Option<(Self, bool)> {
        let last = time::midnight(time::day(limits::ZONE_LAST_YEAR, 1, 1));
        let mut onsets: Vec<(Instant, bool, i32, i32)> = Vec::new();
        let mut cut = false;
        for observance in observances {
            let mut push = |wall: Wall| {
                onsets.push((
                    wall - i64::from(observance.from),
                    observance.daylight,
                    observance.from,
                    observance.to,
                ));
            };
            push(observance.start);
            observance
                .dates
                .iter()
                .take(limits::ZONE_ONSETS)
                .for_each(|wall| push(*wall));
            for rule in &observance.rules {
                let mut left = limits::ZONE_ONSETS;
                let bounds = Bounds {
                    start: observance.start,
                    from: observance.start,
                    to: last,
                    steps: limits::SERIES_STEPS,
                };
                let offset = i64::from(observance.from);
                let instant = |wall: Wall| wall - offset;
                cut |= recur::each(rule, false, &bounds, &instant, &mut |wall| {
                    push(wall);
                    left -= 1;
                    left > 0
                })
                .cut || left == 0;
            }
        }
        // Where two start at once, daylight first, so that standard time wins.
        onsets.sort_unstable_by_key(|(at, daylight, ..)| (*at, !daylight));
        onsets.dedup();
        let first = onsets.first()?.2;
        let mut before = first;
        let mut changes = Vec::with_capacity(onsets.len());
        for (at, _, _, after) in onsets {
            if after != before {
                changes.push(Change { at, before, after });
                before = after;
            }
        }
        Some((Self { first, changes }, cut))
    }

    /// Seconds east at an instant.
    pub(crate) fn offset(&self, at: Instant) -> i32 {
        let after = self.changes.partition_point(|change| change.at <= at);
        self.after(after)
    }

    /// Seconds east at a wall time: before a gap, and the first of a fold.
    pub(crate) fn offset_at_wall(&self, wall: Wall) -> i32 {
        let after = self.changes.partition_point(|change| {
            change.at + i64::from(change.before.max(change.after)) <= wall
        });
        self.after(after)
    }

    fn after(&self, changes: usize) -> i32 {
        match changes.checked_sub(1) {
            Some(last) => self.changes[last].after,
            None => self.first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Wall {
        let written = crate::value::date_time(text).unwrap();
        time::midnight(written.day) + written.second.unwrap()
    }

    fn outlook() -> CustomZone {
        let observance = |start, from, to, rule, daylight| Observance {
            start: at(start),
            from,
            to,
            rules: vec![Rule::parse(rule).unwrap().0],
            dates: Vec::new(),
            daylight,
        };
        let (zone, cut) = CustomZone::of(&[
            observance(
                "16010101T030000",
                7200,
                3600,
                "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
                false,
            ),
            observance(
                "16010101T020000",
                3600,
                7200,
                "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
                true,
            ),
        ])
        .unwrap();
        assert!(!cut);
        zone
    }

    #[test]
    fn rules_from_1601_hold_today() {
        let zone = outlook();
        assert_eq!(zone.offset_at_wall(at("20240331T015959")), 3600);
        assert_eq!(
            zone.offset_at_wall(at("20240331T023000")),
            3600,
            "gap: the offset before"
        );
        assert_eq!(zone.offset_at_wall(at("20240331T030000")), 7200);
        assert_eq!(
            zone.offset_at_wall(at("20241027T023000")),
            7200,
            "fold: the first"
        );
        assert_eq!(zone.offset_at_wall(at("20241027T030000")), 3600);
        assert_eq!(zone.offset(at("20241027T005959")), 7200);
        assert_eq!(zone.offset(at("20241027T010000")), 3600);
    }
}
