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

struct Walk<'a> {
    rule: &'a Rule,
    bounds: Bounds,
    all_day: bool,
    instant: &'a dyn Fn(Wall) -> Instant,
    emit: &'a mut dyn FnMut(Wall) -> bool,
    /// Instances so far, for COUNT.
    given: u64,
    walked: Walked,
    /// Whether walking may begin at the window instead of at DTSTART.
    skipping: bool,
}

impl Walk<'_> {
    /// Counts the cost of `n` candidates. False where the walk must end.
    fn step(&mut self, n: u64) -> bool {
        self.walked.steps += n;
        self.walked.cut = self.walked.steps > self.bounds.steps;
        !self.walked.cut
    }

    /// Takes the next wall time of the rule. False where the walk is over.
    fn take(&mut self, wall: Wall) -> bool {
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

    /// FREQ=YEARLY, MONTHLY, WEEKLY.
    fn periods_of_days(&mut self) {
        let start = time::day_of(self.bounds.start);
        let (start_year, start_month, _) = time::civil(start);
        let from = time::day_of(self.bounds.from.max(self.bounds.start));
        let (from_year, from_month, _) = time::civil(from);
        let last = time::day_of(self.bounds.to);
        let times = self.times();
        let interval = self.rule.interval;
        let (start_month, from_month) = (i64::from(start_month) - 1, i64::from(from_month) - 1);
        let week = start - (time::weekday(start) - self.rule.week_start).rem_euclid(7);
        // Periods are numbered from DTSTART's.
        let reached = match self.rule.frequency {
            Frequency::Yearly => i64::from(from_year - start_year),
            Frequency::Monthly => i64::from(from_year - start_year) * 12 + from_month - start_month,
            _ => i64::from((from - week).div_euclid(7)),
        };
        let mut period = if self.skipping {
            reached / interval * interval
        } else {
            0
        };
        let mut days = Vec::with_capacity(31);
        loop {
            days.clear();
            // The first day of the period tells when to stop: a period without days must end as well.
            let first = match self.rule.frequency {
                Frequency::Yearly => {
                    let Ok(year) = i32::try_from(i64::from(start_year) + period) else {
                        return;
                    };
                    if year > 20_000 {
                        return;
                    }
                    day_set::of_year(self.rule, start, year, &mut days);
                    time::day(year, 1, 1)
                }
                Frequency::Monthly => {
                    let months = start_month + period;
                    let Ok(year) = i32::try_from(i64::from(start_year) + months.div_euclid(12))
                    else {
                        return;
                    };
                    if year > 20_000 {
                        return;
                    }
                    let month = months.rem_euclid(12) + 1;
                    let number = i32::try_from(month).unwrap_or(1);
                    if self.rule.by_month.is_empty() || self.rule.by_month.contains(&number) {
                        day_set::of_month(self.rule, start, year, number.unsigned_abs(), &mut days);
                        if !self.rule.by_year_day.is_empty() {
                            days.retain(|day| day_set::is_in_months_and_days(self.rule, *day));
                        }
                    }
                    time::day(year, number.unsigned_abs(), 1)
                }
                _ => {
                    let Ok(first) = i32::try_from(i64::from(week) + 7 * period) else {
                        return;
                    };
                    if first > last {
                        return;
                    }
                    day_set::of_week(self.rule, start, first, &mut days);
                    first
                }
            };
            if first > last
                || !self.step(1 + self.cost_of_period())
                || !self.take_set(&days, &times)
            {
                return;
            }
            period += interval;
        }
    }

    /// About how many days are looked at in one period.
    fn cost_of_period(&self) -> u64 {
        match self.rule.frequency {
            Frequency::Yearly
                if !self.rule.by_week_no.is_empty() || !self.rule.by_year_day.is_empty() =>
            {
                366
            }
            Frequency::Yearly if !self.rule.by_day.is_empty() => 52,
            Frequency::Yearly => 12,
            _ => 4,
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
    fn take_set(&mut self, days: &[Day], times: &[i64]) -> bool {
        let size = days.len() * times.len();
        let nth = |n: usize| time::midnight(days[n / times.len()]) + times[n % times.len()];
        if self.rule.by_set_pos.is_empty() {
            return (0..size).all(|n| self.take(nth(n)));
        }
        let picked = positions(&self.rule.by_set_pos, size);
        picked.into_iter().all(|n| self.take(nth(n)))
    }

    /// The times of day BYHOUR, BYMINUTE and BYSECOND give, DTSTART's where they say nothing.
    fn times(&self) -> Vec<i64> {
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

    /// FREQ=HOURLY, MINUTELY, SECONDLY: day by day, so that days a limit rules out cost one look.
    fn parts_of_days(&mut self) {
        let start = time::day_of(self.bounds.start);
        let from = time::day_of(self.bounds.from.max(self.bounds.start));
        let last = time::day_of(self.bounds.to);
        let unit = match self.rule.frequency {
            Frequency::Hourly => 3600,
            Frequency::Minutely => 60,
            _ => 1,
        };
        let Some(stride) = self.rule.interval.checked_mul(unit) else {
            return;
        };
        // The start of DTSTART's own hour, minute or second: periods are counted from there.
        let origin = self.bounds.start.div_euclid(unit) * unit;
        let mut day = if self.skipping { from } else { start };
        while day <= last {
            if !self.step(1) {
                return;
            }
            let midnight = time::midnight(day);
            if day_set::passes(self.rule, day) {
                let mut at = origin + (midnight - origin + stride - 1).div_euclid(stride) * stride;
                while at < midnight + DAY {
                    if !self.step(1) {
                        return;
                    }
                    if let Some(next) = self.ruled_out_until(at, unit) {
                        at = origin + (next - origin + stride - 1).div_euclid(stride) * stride;
                    } else {
                        if !self.take_part(at, unit) {
                            return;
                        }
                        at += stride;
                    }
                }
                day += 1;
                // A stride of many days need not look at each.
                let next = time::day_of(at.min(time::midnight(last) + DAY));
                day = day.max(next);
            } else {
                day += 1;
            }
        }
    }

    /// Where a limiting part rules out the period at `at`: the next moment that may be ruled in.
    fn ruled_out_until(&self, at: Wall, unit: i64) -> Option<Wall> {
        if self.all_day {
            return None;
        }
        let of_day = time::second_of_day(at);
        let lacks = |list: &[i32], value: i64| {
            !list.is_empty() && !list.iter().any(|n| i64::from(*n) == value)
        };
        if lacks(&self.rule.by_hour, of_day / 3600) {
            return Some(at - of_day % 3600 + 3600);
        }
        if unit < 3600 && lacks(&self.rule.by_minute, of_day / 60 % 60) {
            return Some(at - of_day % 60 + 60);
        }
        if unit < 60 && lacks(&self.rule.by_second, of_day % 60) {
            return Some(at + 1);
        }
        None
    }

    /// The set of one hour, minute or second. False where the walk is over.
    fn take_part(&mut self, at: Wall, unit: i64) -> bool {
        if self.all_day {
            // Days have no hours: an hourly rule of whole days is a daily one.
            return self.take(time::midnight(time::day_of(at)));
        }
        let start = time::second_of_day(self.bounds.start);
        let seconds_of = |list: &[i32], default: i64| -> Vec<i64> {
            if list.is_empty() {
                vec![default]
            } else {
                list.iter().map(|n| i64::from(*n)).collect()
            }
        };
        let mut set = Vec::new();
        match unit {
            3600 => {
                for minute in seconds_of(&self.rule.by_minute, start / 60 % 60) {
                    for second in seconds_of(&self.rule.by_second, start % 60) {
                        set.push(at + minute * 60 + second);
                    }
                }
            }
            60 => {
                for second in seconds_of(&self.rule.by_second, start % 60) {
                    set.push(at + second);
                }
            }
            _ => set.push(at),
        }
        if self.rule.by_set_pos.is_empty() {
            return set.into_iter().all(|wall| self.take(wall));
        }
        let picked = positions(&self.rule.by_set_pos, set.len());
        picked.into_iter().all(|n| self.take(set[n]))
    }
}

/// The places (from 0) of a set of `size` that BYSETPOS picks, in order.
fn positions(picks: &[i32], size: usize) -> Vec<usize> {
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
