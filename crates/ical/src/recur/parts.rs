use super::day_set;
use super::rule::Frequency;
use super::walk::{Walk, positions};
use crate::time::{self, DAY, Wall};

impl Walk<'_> {
    /// FREQ=HOURLY, MINUTELY, SECONDLY: day by day, so that days a limit rules out cost one look.
    pub(super) fn parts_of_days(&mut self) {
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
