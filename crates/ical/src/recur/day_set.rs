//! Which days of a year, month or week a rule names (the table of RFC 5545 section 3.3.10).

use super::Rule;
use super::rule::Frequency;
use crate::time::{self, Day};

/// The days a rule names in one year, in order.
pub(super) fn of_year(rule: &Rule, start: Day, year: i32, into: &mut Vec<Day>) {
    if !rule.by_week_no.is_empty() || !rule.by_year_day.is_empty() {
        of_year_by_number(rule, start, year, into);
        return;
    }
    if !rule.by_month.is_empty() {
        for month in &rule.by_month {
            of_month(rule, start, year, month.unsigned_abs(), into);
        }
        return;
    }
    let first = time::day(year, 1, 1);
    let last = first + time::days_in_year(year) - 1;
    if !rule.by_month_day.is_empty() {
        for month in 1..=12 {
            month_days(rule, year, month, into);
        }
        if !rule.by_day.is_empty() {
            into.retain(|day| is_named_weekday(rule, *day, first, last));
        }
    } else if rule.by_day.is_empty() {
        let (_, month, of_month) = time::civil(start);
        if of_month.cast_signed() <= time::days_in_month(year, month) {
            into.push(time::day(year, month, of_month));
        }
    } else {
        weekdays(rule, first, last, into);
    }
}

/// The days a rule names in one month, in order.
pub(super) fn of_month(rule: &Rule, start: Day, year: i32, month: u32, into: &mut Vec<Day>) {
    let first = time::day(year, month, 1);
    let last = first + time::days_in_month(year, month) - 1;
    let before = into.len();
    if !rule.by_month_day.is_empty() {
        month_days(rule, year, month, into);
        if !rule.by_day.is_empty() {
            let mut keep = before;
            for at in before..into.len() {
                if is_named_weekday(rule, into[at], first, last) {
                    into.swap(keep, at);
                    keep += 1;
                }
            }
            into.truncate(keep);
        }
    } else if rule.by_day.is_empty() {
        let of_month = time::civil(start).2.cast_signed();
        if first + of_month - 1 <= last {
            into.push(first + of_month - 1);
        }
    } else {
        weekdays(rule, first, last, into);
    }
}

/// The days a rule names in the week that starts on `first`, in order.
pub(super) fn of_week(rule: &Rule, start: Day, first: Day, into: &mut Vec<Day>) {
    for day in first..first + 7 {
        let named = if rule.by_day.is_empty() {
            time::weekday(day) == time::weekday(start)
        } else {
            has_weekday(rule, day)
        };
        if named && is_in_months_and_days(rule, day) {
            into.push(day);
        }
    }
}

/// Whether the limiting parts of a rule let a day pass (FREQ=DAILY and shorter).
pub(super) fn passes(rule: &Rule, day: Day) -> bool {
    (rule.by_day.is_empty() || has_weekday(rule, day)) && is_in_months_and_days(rule, day)
}

/// BYMONTH, BYMONTHDAY and BYYEARDAY as limits.
pub(super) fn is_in_months_and_days(rule: &Rule, day: Day) -> bool {
    if rule.by_month.is_empty() && rule.by_month_day.is_empty() && rule.by_year_day.is_empty() {
        return true;
    }
    let (year, month, of_month) = time::civil(day);
    (rule.by_month.is_empty() || rule.by_month.contains(&month.cast_signed()))
        && (rule.by_month_day.is_empty()
            || is_numbered(
                &rule.by_month_day,
                of_month.cast_signed(),
                time::days_in_month(year, month),
            ))
        && is_in_year_days(rule, day, year)
}

fn is_in_year_days(rule: &Rule, day: Day, year: i32) -> bool {
    rule.by_year_day.is_empty()
        || is_numbered(
            &rule.by_year_day,
            day - time::day(year, 1, 1) + 1,
            time::days_in_year(year),
        )
}

/// Whether a list names `n` of `total`, from the front or from the back.
fn is_numbered(list: &[i32], n: i32, total: i32) -> bool {
    list.contains(&n) || list.contains(&(n - total - 1))
}

/// The days of a year that BYWEEKNO and BYYEARDAY name.
fn of_year_by_number(rule: &Rule, start: Day, year: i32, into: &mut Vec<Day>) {
    let first = time::day(year, 1, 1);
    let last = first + time::days_in_year(year) - 1;
    let by_weekday_of_start =
        rule.by_day.is_empty() && rule.by_month_day.is_empty() && rule.by_year_day.is_empty();
    for day in first..=last {
        if !is_in_months_and_days(rule, day) {
            continue;
        }
        if by_weekday_of_start && time::weekday(day) != time::weekday(start) {
            continue;
        }
        if !rule.by_day.is_empty() {
            let (year, month, _) = time::civil(day);
            let (from, to) = if rule.by_month.is_empty() {
                (first, last)
            } else {
                let from = time::day(year, month, 1);
                (from, from + time::days_in_month(year, month) - 1)
            };
            if !is_named_weekday(rule, day, from, to) {
                continue;
            }
        }
        if rule.by_week_no.is_empty() || is_in_weeks(rule, day, year) {
            into.push(day);
        }
    }
}

/// Whether the week of a day has a number that BYWEEKNO names. Week 1 is the first with at least four days in the
/// year; weeks start at WKST.
fn is_in_weeks(rule: &Rule, day: Day, year: i32) -> bool {
    let week_start = day - (time::weekday(day) - rule.week_start).rem_euclid(7);
    // The year of a week is that of its fourth day.
    let week_year = (year - 1..=year + 1)
        .rev()
        .find(|y| first_week(*y, rule.week_start) <= week_start)
        .unwrap_or(year);
    let first = first_week(week_year, rule.week_start);
    let weeks = (first_week(week_year + 1, rule.week_start) - first) / 7;
    is_numbered(&rule.by_week_no, (week_start - first) / 7 + 1, weeks)
}

/// The day on which a year's week 1 starts.
fn first_week(year: i32, week_start: i32) -> Day {
    let fourth = time::day(year, 1, 4);
    fourth - (time::weekday(fourth) - week_start).rem_euclid(7)
}

/// The days of a month that BYMONTHDAY names.
fn month_days(rule: &Rule, year: i32, month: u32, into: &mut Vec<Day>) {
    let first = time::day(year, month, 1);
    let total = time::days_in_month(year, month);
    let before = into.len();
    for n in &rule.by_month_day {
        let of_month = if *n < 0 { total + 1 + n } else { *n };
        if (1..=total).contains(&of_month) {
            into.push(first + of_month - 1);
        }
    }
    sort_tail(into, before);
}

/// The days from `first` to `last` that BYDAY names, ordinals counted in that range.
fn weekdays(rule: &Rule, first: Day, last: Day, into: &mut Vec<Day>) {
    let before = into.len();
    for (nth, weekday) in &rule.by_day {
        let earliest = first + (weekday - time::weekday(first)).rem_euclid(7);
        let latest = last - (time::weekday(last) - weekday).rem_euclid(7);
        match nth {
            0 => {
                let mut day = earliest;
                while day <= last {
                    into.push(day);
                    day += 7;
                }
            }
            1.. => {
                let day = earliest + 7 * (nth - 1);
                if day <= last {
                    into.push(day);
                }
            }
            _ => {
                let day = latest + 7 * (nth + 1);
                if day >= first {
                    into.push(day);
                }
            }
        }
    }
    sort_tail(into, before);
}

fn sort_tail(days: &mut Vec<Day>, from: usize) {
    days[from..].sort_unstable();
    let mut keep = from;
    for at in from..days.len() {
        if at == from || days[at] != days[keep - 1] {
            days[keep] = days[at];
            keep += 1;
        }
    }
    days.truncate(keep);
}

fn has_weekday(rule: &Rule, day: Day) -> bool {
    let weekday = time::weekday(day);
    rule.by_day.iter().any(|(_, named)| *named == weekday)
}

/// Whether BYDAY names a day, ordinals counted from `first` to `last`.
fn is_named_weekday(rule: &Rule, day: Day, first: Day, last: Day) -> bool {
    let weekday = time::weekday(day);
    rule.by_day.iter().any(|(nth, named)| {
        *named == weekday
            && match nth {
                0 => true,
                1.. => (day - first) / 7 + 1 == *nth,
                _ => -((last - day) / 7 + 1) == *nth,
            }
    })
}

/// Whether a rule's sets of days are of years, months or weeks.
pub(super) fn has_period_of_days(frequency: Frequency) -> bool {
    frequency <= Frequency::Weekly
}
