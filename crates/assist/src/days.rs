//! Periods as an assistant writes them.

use chrono::{Datelike, Days as Count, Months, NaiveDate};
use weekwise_engine::{Moment, PeriodChoice};
use weekwise_model::{FirstDay, IsoWeek, NamedPeriod, Selection, Stretch};

use crate::trouble::Trouble;

/// How a period is written.
pub(crate) const HOW: &str = "2026-W46, 2026-11, 2026-Q4, 2026, 2026-11-09 (one day), 2026-11-09..2026-11-15 (the last day \
                              included), or one of: this week, last week, next week, this month, last month, this quarter, \
                              last quarter, this year, last year";

/// The longest period.
const MOST_YEARS: i64 = 100;

/// A first and a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
}

impl Days {
    /// What a text means, seen from a day.
    ///
    /// # Errors
    /// [`Trouble::Arguments`] with how a period is written.
    pub(crate) fn read(text: &str, today: NaiveDate, first_day: FirstDay) -> Result<Self, Trouble> {
        let text = text.trim();
        let found = relative(text, today, first_day)
            .or_else(|| written(text, first_day))
            .ok_or_else(|| {
                let begin: String = text.chars().take(40).collect();
                Trouble::Arguments(format!("“{begin}” is no period; write {HOW}"))
            })?;
        // No calendar reaches as far, and a day for each of ten thousand years would take long to count.
        if found.last - found.first > chrono::TimeDelta::days(MOST_YEARS * 366) {
            return Err(Trouble::Arguments(format!(
                "a period has at most {MOST_YEARS} years"
            )));
        }
        if found.first > found.last {
            return Err(Trouble::Arguments(format!(
                "the period ends ({}) before it begins ({}); write the first day first",
                found.last, found.first
            )));
        }
        Ok(found)
    }

    pub(crate) fn choice(self) -> PeriodChoice {
        PeriodChoice::Range {
            from: Moment::Day(self.first),
            to: Moment::Day(self.last.succ_opt().unwrap_or(self.last)),
        }
    }

    pub(crate) fn stretch(self) -> Stretch {
        Stretch {
            from: self.first,
            to: self.last,
        }
    }

    pub(crate) fn selection(days: Option<Self>, profile: Option<String>) -> Selection {
        Selection {
            from: days.map(|days| days.first),
            to: days.map(|days| days.last),
            profile,
            calendars: None,
        }
    }

    fn week(week: IsoWeek, first_day: FirstDay) -> Self {
        Self {
            first: first_day.of(week),
            last: first_day.last_of(week),
        }
    }

    /// So many months from the first day of one on.
    fn months(first: NaiveDate, months: u32) -> Option<Self> {
        let next = first.checked_add_months(Months::new(months))?;
        Some(Self {
            first,
            last: next.pred_opt()?,
        })
    }
}

fn relative(text: &str, today: NaiveDate, first_day: FirstDay) -> Option<Days> {
    let (which, unit) = text.split_once([' ', '_', '-'])?;
    let which = which.to_ascii_lowercase();
    let is_last = which == "last";
    if !is_last && which != "this" && which != "next" {
        return None;
    }
    let back = |months| {
        let first = first_of_months(today, months)?;
        let back = Months::new(if is_last { months } else { 0 });
        let ahead = Months::new(if which == "next" { months } else { 0 });
        let first = first.checked_sub_months(back)?.checked_add_months(ahead)?;
        Days::months(first, months)
    };
    match unit.to_ascii_lowercase().as_str() {
        "week" => {
            let day = match which.as_str() {
                "last" => today.checked_sub_days(Count::new(7))?,
                "next" => today.checked_add_days(Count::new(7))?,
                _ => today,
            };
            Some(Days::week(first_day.week_of(day), first_day))
        }
        "month" => back(1),
        "quarter" => back(3),
        "year" => back(12),
        _ => None,
    }
}

/// The first day of the month, quarter or year a day lies in.
fn first_of_months(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)
}

fn written(text: &str, first_day: FirstDay) -> Option<Days> {
    if let Some((first, last)) = text.split_once("..").or_else(|| text.split_once('/')) {
        return Some(Days {
            first: first.trim().parse().ok()?,
            last: last.trim().parse().ok()?,
        });
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Days {
            first: day,
            last: day,
        });
    }
    if let Ok(week) = text.to_ascii_uppercase().parse::<IsoWeek>() {
        return Some(Days::week(week, first_day));
    }
    let Stretch { from, to } = text.parse::<NamedPeriod>().ok()?.days();
    Some(Days {
        first: from,
        last: to,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<String, String> {
        let today = NaiveDate::from_ymd_opt(2026, 11, 12).unwrap();
        Days::read(text, today, FirstDay::Monday)
            .map(|days| format!("{}..{}", days.first, days.last))
            .map_err(|trouble| trouble.to_string())
    }

    #[test]
    fn every_way_to_write_a_period_is_understood() {
        for (text, days) in [
            ("2026-W46", "2026-11-09..2026-11-15"),
            ("2026-w46", "2026-11-09..2026-11-15"),
            ("2026-11", "2026-11-01..2026-11-30"),
            ("2026-Q4", "2026-10-01..2026-12-31"),
            ("2026", "2026-01-01..2026-12-31"),
            ("2026-11-12", "2026-11-12..2026-11-12"),
            (" 2026-11-09 .. 2026-11-15 ", "2026-11-09..2026-11-15"),
            ("2026-11-09/2026-11-15", "2026-11-09..2026-11-15"),
            ("this week", "2026-11-09..2026-11-15"),
            ("Last Week", "2026-11-02..2026-11-08"),
            ("next week", "2026-11-16..2026-11-22"),
            ("last month", "2026-10-01..2026-10-31"),
            ("this quarter", "2026-10-01..2026-12-31"),
            ("last quarter", "2026-07-01..2026-09-30"),
            ("last year", "2025-01-01..2025-12-31"),
        ] {
            assert_eq!(read(text).as_deref(), Ok(days), "{text}");
        }
    }

    #[test]
    fn what_is_no_period_is_told_with_what_is() {
        for text in [
            "",
            "yesterday",
            "2026-13",
            "2026-W54",
            "26",
            "2026-11-31",
            "last decade",
            "2026-Q5",
        ] {
            let error = read(text).unwrap_err();
            assert!(error.contains("2026-W46"), "{error}");
        }
        let error = read("2026-11-15..2026-11-09").unwrap_err();
        assert!(error.contains("before it begins"), "{error}");
    }
}
