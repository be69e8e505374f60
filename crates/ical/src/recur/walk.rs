use super::rule::Frequency;
use super::{Rule, Until, day_set};
use crate::time::{self, DAY, Day, Instant, Wall};

/// What part of a rule is walked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    /// DTSTART.
    pub start: Wall,
    /// The first wall time of interest.
    pub from: Wall,
    /// The first wall time that is of no interest any more.
    pub to: Wall,
    /// How many candidates may be looked at.
    pub steps: u64,
}

/// How a walk ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Walked {
    /// The steps ran out before the window's end.
    pub cut: bool,
    /// Candidates looked at.
    pub steps: u64,
}

/// Walks the wall times a rule gives from DTSTART on, in order, and hands those of the window to `emit` until that
/// returns false. DTSTART itself is among them only where the rule gives it; where it does not, it does not count
/// towards COUNT either. `instant` turns wall times into instants, for an UNTIL in UTC.
pub(crate) fn each(
    rule: &Rule,
    all_day: bool,
    bounds: &Bounds,
    instant: &dyn Fn(Wall) -> Instant,
    emit: &mut dyn FnMut(Wall) -> bool,
) -> Walked {
    let mut walk = Walk {
        rule,
        bounds: *bounds,
        all_day,
        instant,
        emit,
        given: 0,
        walked: Walked::default(),
        skipping: rule.count.is_none(),
    };
    if rule.is_plain()
        && rule.frequency >= Frequency::Weekly
        && !(all_day && rule.frequency > Frequency::Daily)
    {
        walk.plain();
    } else if day_set::has_period_of_days(rule.frequency) {
        walk.periods_of_days();
    } else if rule.frequency == Frequency::Daily {
        walk.days();
    } else {
        walk.parts_of_days();
    }
    walk.walked
}

/// A rule being walked.
pub(super) struct Walk<'a> {
    pub rule: &'a Rule,
    pub bounds: Bounds,
    pub all_day: bool,
    instant: &'a dyn Fn(Wall) -> Instant,
    emit: &'a mut dyn FnMut(Wall) -> bool,
    /// Instances so far, for COUNT.
    given: u64,
    walked: Walked,
    /// Whether walking may begin at the window instead of at DTSTART.
    pub skipping: bool,
}

impl Walk<'_> {
    /// Counts the cost of `n` candidates. False where the walk must end.
    pub(super) fn step(&mut self, n: u64) -> bool {
        self.walked.steps += n;
        self.walked.cut = self.walked.steps > self.bounds.steps;
        !self.walked.cut
    }

    /// Takes the next wall time of the rule. False where the walk is over.
    pub(super) fn take(&mut self, wall: Wall) -> bool {
        if wall < self.bounds.start {
            return true;
        }
        if wall >= self.bounds.to || !self.step(1) {
            return false;
        }
        match self.rule.until {
            Some(Until::Day(last)) if time::day_of(wall) > last => return false,
            Some(Until::Wall(last)) if wall > last => return false,
            Some(Until::Instant(last)) => {
                // Far from the end the exact instant does not matter; close to it, a fold or a gap may reorder.
                if wall > last + 2 * DAY {
                    return false;
                }
                if wall > last - 2 * DAY && (self.instant)(wall) > last {
                    return true;
                }
            }
            _ => {}
        }
        if let Some(count) = self.rule.count {
            if self.given >= count {
                return false;
            }
            self.given += 1;
        }
        wall < self.bounds.from || (self.emit)(wall)
    }

    /// Rules that only add: the n-th instance is DTSTART plus n times a fixed length.
    fn plain(&mut self) {
        let unit = match self.rule.frequency {
            Frequency::Weekly => 7 * DAY,
            Frequency::Daily => DAY,
            Frequency::Hourly => 3600,
            Frequency::Minutely => 60,
            _ => 1,
        };
        let unit = unit.saturating_mul(self.rule.interval);
        let ahead = self.bounds.from - self.bounds.start;
        let mut n = if ahead > 0 {
            (ahead + unit - 1) / unit
        } else {
            0
        };
        self.given = n.unsigned_abs();
        while let Some(wall) = unit
            .checked_mul(n)
            .and_then(|o| o.checked_add(self.bounds.start))
        {
            // Skipped instances count as well.
            if self.rule.count.is_some_and(|count| self.given >= count) || !self.take(wall) {
                return;
            }
            n += 1;
        }
    }

    /// FREQ=DAILY.
    fn days(&mut self) {
        let start = i64::from(time::day_of(self.bounds.start));
        let from = i64::from(time::day_of(self.bounds.from.max(self.bounds.start)));
        let last = i64::from(time::day_of(self.bounds.to));
        let times = self.times();
        let interval = self.rule.interval;
        let mut day = if self.skipping {
            start + (from - start) / interval * interval
        } else {
            start
        };
        while day <= last {
            let Ok(number) = Day::try_from(day) else {
                return;
            };
            if !self.step(1) {
                return;
            }
            if day_set::passes(self.rule, number) && !self.take_set(&[number], &times) {
                return;
            }
            day += interval;
        }
    }

    /// Hands on the times of a period's days, after BYSETPOS. False where the walk is over.
    pub(super) fn take_set(&mut self, days: &[Day], times: &[i64]) -> bool {
        let size = days.len() * times.len();
        let nth = |n: usize| time::midnight(days[n / times.len()]) + times[n % times.len()];
        if self.rule.by_set_pos.is_empty() {
            return (0..size).all(|n| self.take(nth(n)));
        }
        let picked = positions(&self.rule.by_set_pos, size);
        picked.into_iter().all(|n| self.take(nth(n)))
    }

    /// The times of day BYHOUR, BYMINUTE and BYSECOND give, DTSTART's where they say nothing.
    pub(super) fn times(&self) -> Vec<i64> {
        if self.all_day {
            return vec![0];
        }
        let start = time::second_of_day(self.bounds.start);
        let or_start = |list: &[i32], value: i64| -> Vec<i64> {
            if list.is_empty() {
                vec![value]
            } else {
                list.iter().map(|n| i64::from(*n)).collect()
            }
        };
        let hours = or_start(&self.rule.by_hour, start / 3600);
        let minutes = or_start(&self.rule.by_minute, start / 60 % 60);
        let seconds = or_start(&self.rule.by_second, start % 60);
        let mut times = Vec::with_capacity(hours.len() * minutes.len() * seconds.len());
        for hour in &hours {
            for minute in &minutes {
                times.extend(
                    seconds
                        .iter()
                        .map(|second| hour * 3600 + minute * 60 + second),
                );
            }
        }
        times
    }
}

/// The places (from 0) of a set of `size` that BYSETPOS picks, in order.
pub(super) fn positions(picks: &[i32], size: usize) -> Vec<usize> {
    let mut places: Vec<usize> = picks
        .iter()
        .filter_map(|pick| {
            let distance = usize::try_from(pick.unsigned_abs()).ok()?;
            let place = if *pick > 0 {
                distance.checked_sub(1)?
            } else {
                size.checked_sub(distance)?
            };
            (place < size).then_some(place)
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
