use super::day_set;
use super::rule::Frequency;
use super::walk::Walk;
use crate::time;

impl Walk<'_> {
    /// FREQ=YEARLY, MONTHLY, WEEKLY.
    pub(super) fn periods_of_days(&mut self) {
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
}
