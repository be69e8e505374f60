use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};

use crate::Stretch;

/// A month, a quarter or a year of the calendar: `2026-10`, `2026-Q3`, `2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPeriod {
    first: NaiveDate,
    /// 1, 3 or 12.
    months: u32,
}

/// Something that is no month, quarter or year.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a month is written 2026-10, a quarter 2026-Q3 and a year 2026, not “{0}”")]
pub struct NamedPeriodError(pub String);

impl NamedPeriod {
    /// The one that has exactly these days; `None` where none has.
    pub fn of(days: Stretch) -> Option<Self> {
        let Stretch { from, to } = days;
        let of_months = |months: u32| Self::in_year(from.year(), from.month0() / months, months);
        [1, 3, 12]
            .into_iter()
            .filter_map(of_months)
            .find(|named| named.days() == Stretch { from, to })
    }

    /// `place`: the how manieth of its year, from 0 on.
    fn in_year(year: i32, place: u32, months: u32) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, place * months + 1, 1)?;
        // Its last day must exist too.
        first.checked_add_months(Months::new(months))?;
        Some(Self { first, months })
    }

    /// Its days, the last one included.
    pub fn days(self) -> Stretch {
        let next = self.first.checked_add_months(Months::new(self.months));
        let last = next.and_then(|next| next.pred_opt());
        Stretch {
            from: self.first,
            to: last.unwrap_or(self.first),
        }
    }

    /// How many months it has: 1, 3 or 12.
    pub fn months(self) -> u32 {
        self.months
    }

    /// As it stands in a sentence: `October 2026`, `the third quarter of 2026`, `2026`.
    pub fn words(self) -> String {
        let quarter = match self.first.month0() / 3 {
            0 => "first",
            1 => "second",
            2 => "third",
            _ => "fourth",
        };
        match self.months {
            1 => self.first.format("%B %Y").to_string(),
            3 => format!("the {quarter} quarter of {}", self.first.year()),
            _ => self.first.year().to_string(),
        }
    }
}

impl FromStr for NamedPeriod {
    type Err = NamedPeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NamedPeriodError(text.to_owned());
        let (year, rest) = text.trim().split_once('-').unwrap_or((text.trim(), ""));
        let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year: i32 = year.parse().ok().filter(|_| is_year).ok_or_else(wrong)?;
        let found = match rest.as_bytes() {
            [] if !text.contains('-') => Self::in_year(year, 0, 12),
            [b'Q' | b'q', quarter @ b'1'..=b'4'] => {
                Self::in_year(year, u32::from(quarter - b'1'), 3)
            }
            [_, _] => {
                let month: Option<u32> = rest.parse().ok();
                month.and_then(|month| Self::in_year(year, month.checked_sub(1)?, 1))
            }
            _ => None,
        };
        found.ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_a_quarter_and_a_year_are_read_named_and_found_again() {
        for (text, from, to, words) in [
            ("2026-10", "2026-10-01", "2026-10-31", "October 2026"),
            (
                "2026-Q3",
                "2026-07-01",
                "2026-09-30",
                "the third quarter of 2026",
            ),
            ("2028", "2028-01-01", "2028-12-31", "2028"),
            ("2028-02", "2028-02-01", "2028-02-29", "February 2028"),
        ] {
            let named: NamedPeriod = text.parse().unwrap();
            let days = Stretch {
                from: from.parse().unwrap(),
                to: to.parse().unwrap(),
            };
            assert_eq!(named.days(), days, "{text}");
            assert_eq!(named.words(), words);
            assert_eq!(NamedPeriod::of(days), Some(named));
        }
        let week = Stretch {
            from: "2026-11-09".parse().unwrap(),
            to: "2026-11-15".parse().unwrap(),
        };
        assert_eq!(NamedPeriod::of(week), None);
    }

    #[test]
    fn what_is_none_is_refused_with_how_it_is_written() {
        for text in [
            "", "2026-", "2026-13", "2026-00", "2026-Q5", "26", "2026-W46", "2026-1", "last",
        ] {
            let error = text.parse::<NamedPeriod>().unwrap_err();
            assert!(error.to_string().contains("2026-Q3"), "{text}");
        }
    }
}
