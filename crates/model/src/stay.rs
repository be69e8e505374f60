//! Stays in another zone: where the user works on which dates (section 5 of docs/product.md, *travel*).

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::Texts;

/// The longest stay, in days: whoever is away for longer lives there, and chooses another home zone.
const LONGEST: i64 = 366;

/// Days on which the working hours are meant on the wall clock of another zone: a journey.
///
/// Written as `2026-11-16..2026-11-20=Asia/Tokyo`, or with one day alone: `2026-11-16=Asia/Tokyo`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Stay {
    /// The first day, a date at the place.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// The zone of the place, an IANA name.
    #[text(own)]
    pub zone: String,
}

/// A stay that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StayError {
    /// It is not written as one.
    #[error("a stay is written 2026-11-16..2026-11-20=Asia/Tokyo, not “{0}”")]
    Text(String),
    /// It ends before it begins.
    #[error("the last day of the stay, {last}, is before its first, {first}")]
    Order {
        /// The first day given.
        first: NaiveDate,
        /// The last day given.
        last: NaiveDate,
    },
    /// It is longer than a year.
    #[error("a stay is at most {LONGEST} days long, not {0}; choose another home zone instead")]
    TooLong(i64),
    /// No such zone.
    #[error("there is no time zone “{0}”; use an IANA name such as Asia/Tokyo")]
    Zone(String),
    /// One cannot be in two places.
    #[error(
        "you are in {there} from {first} to {last}; remove that stay first, or choose other days"
    )]
    Overlap {
        /// The zone of the stay that is there already.
        there: String,
        /// Its first day.
        first: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
}

impl Stay {
    /// Its zone; `None` where this program does not know the name.
    pub fn tz(&self) -> Option<Tz> {
        Tz::from_str_insensitive(self.zone.trim()).ok()
    }

    /// Its days, the last one too.
    pub fn days(&self) -> i64 {
        (self.last - self.first).num_days() + 1
    }

    /// Whether a date lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The same with its zone as the database writes it.
    ///
    /// # Errors
    /// Where it ends before it begins, is longer than a year, or its zone is unknown.
    pub fn checked(&self) -> Result<Self, StayError> {
        let (first, last) = (self.first, self.last);
        if last < first {
            return Err(StayError::Order { first, last });
        }
        if self.days() > LONGEST {
            return Err(StayError::TooLong(self.days()));
        }
        let zone = self
            .tz()
            .ok_or_else(|| StayError::Zone(self.zone.clone()))?;
        Ok(Self {
            first,
            last,
            zone: zone.name().to_owned(),
        })
    }

    /// Other stays and this one, by their days.
    ///
    /// # Errors
    /// Those of [`Stay::checked`], and where it has a day in common with another.
    pub fn beside(&self, others: &[Self]) -> Result<Vec<Self>, StayError> {
        let stay = self.checked()?;
        let shared = |other: &&Self| other.first <= stay.last && stay.first <= other.last;
        if let Some(other) = others.iter().find(shared) {
            return Err(StayError::Overlap {
                there: other.zone.clone(),
                first: other.first,
                last: other.last,
            });
        }
        let mut all = others.to_vec();
        all.push(stay);
        all.sort();
        Ok(all)
    }

    /// These stays by their days, each checked.
    ///
    /// # Errors
    /// Those of [`Stay::beside`].
    pub fn all_checked(stays: &[Self]) -> Result<Vec<Self>, StayError> {
        let mut stays = stays.iter();
        stays.try_fold(Vec::new(), |all, stay| stay.beside(&all))
    }

    /// Its days in words: `3–7 November 2026`, `30 November – 2 December 2026`.
    pub fn days_in_words(&self) -> String {
        let (first, last) = (self.first, self.last);
        let full = last.format("%-d %B %Y").to_string();
        let form = if first == last {
            return full;
        } else if first.format("%Y%m").to_string() == last.format("%Y%m").to_string() {
            return format!("{}–{full}", first.format("%-d"));
        } else if first.format("%Y").to_string() == last.format("%Y").to_string() {
            "%-d %B"
        } else {
            "%-d %B %Y"
        };
        format!("{} – {full}", first.format(form))
    }
}

impl FromStr for Stay {
    type Err = StayError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || StayError::Text(text.to_owned());
        let (days, zone) = text.split_once('=').ok_or_else(wrong)?;
        let (first, last) = days.split_once("..").unwrap_or((days, days));
        let day = |text: &str| text.trim().parse::<NaiveDate>().map_err(|_| wrong());
        Self {
            first: day(first)?,
            last: day(last)?,
            zone: zone.trim().to_owned(),
        }
        .checked()
    }
}

impl fmt::Display for Stay {
    /// As [`Stay::from_str`] reads it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}={}", self.first, self.last, self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stay(text: &str) -> Stay {
        text.parse().unwrap()
    }

    #[test]
    fn a_stay_reads_back_as_it_is_written() {
        let tokyo = stay("2026-11-16..2026-11-20=asia/tokyo");
        assert_eq!(tokyo.to_string(), "2026-11-16..2026-11-20=Asia/Tokyo");
        assert_eq!((tokyo.days(), tokyo.tz()), (5, Some(Tz::Asia__Tokyo)));
        assert_eq!(stay("2026-11-16=Asia/Tokyo").days(), 1);
    }

    #[test]
    fn nonsense_is_refused_in_words() {
        for (text, reason) in [
            ("Tokyo", "a stay is written"),
            ("16.11.2026..20.11.2026=Asia/Tokyo", "a stay is written"),
            ("2026-11-20..2026-11-16=Asia/Tokyo", "is before its first"),
            (
                "2026-11-16..2027-11-17=Asia/Tokyo",
                "at most 366 days long, not 367",
            ),
            ("2026-11-16..2026-11-20=Asia/Edo", "no time zone “Asia/Edo”"),
        ] {
            let said = text.parse::<Stay>().unwrap_err().to_string();
            assert!(said.contains(reason), "{text}: {said}");
        }
        assert_eq!(stay("2026-11-16..2027-11-16=Asia/Tokyo").days(), 366);
    }

    #[test]
    fn nobody_is_in_two_places() {
        let (there, next) = (
            stay("2026-11-16..2026-11-20=Asia/Tokyo"),
            stay("2026-11-21..2026-11-22=Asia/Seoul"),
        );
        let all = Stay::all_checked(&[next.clone(), there.clone()]).unwrap();
        assert_eq!(all, [there.clone(), next]);
        let same = stay("2026-11-20..2026-11-22=Asia/Seoul");
        let said = Stay::all_checked(&[there, same]).unwrap_err().to_string();
        assert!(
            said.starts_with("you are in Asia/Tokyo from 2026-11-16"),
            "{said}"
        );
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        for (text, said) in [
            ("2026-11-03..2026-11-07", "3–7 November 2026"),
            ("2026-11-03", "3 November 2026"),
            ("2026-11-30..2026-12-02", "30 November – 2 December 2026"),
            (
                "2026-12-30..2027-01-02",
                "30 December 2026 – 2 January 2027",
            ),
        ] {
            assert_eq!(stay(&format!("{text}=Asia/Tokyo")).days_in_words(), said);
        }
    }
}
