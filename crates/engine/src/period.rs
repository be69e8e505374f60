use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Tz;
use weekwise_model::{FirstDay, IsoWeek, Period};

use crate::EngineError;

/// Which stretch of time an answer is asked about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum PeriodChoice {
    /// This week where it has events, else the nearest week that has.
    #[default]
    Default,
    /// One ISO week.
    Week(IsoWeek),
    /// From one moment to another, the second not included.
    Range {
        /// The beginning.
        from: Moment,
        /// The end.
        to: Moment,
    },
    /// From a moment on, for a week.
    From(Moment),
    /// The week up to a moment.
    To(Moment),
}

/// A local day (its first instant) or an instant, as `--from` and `--to` take them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Midnight of a local day.
    Day(NaiveDate),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl std::str::FromStr for Moment {
    type Err = EngineError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if let Ok(day) = text.parse::<NaiveDate>() {
            return Ok(Self::Day(day));
        }
        DateTime::parse_from_rfc3339(text)
            .map(|at| Self::Instant(at.with_timezone(&Utc)))
            .map_err(|_| {
                EngineError::Period(format!(
                    "a moment is written 2026-11-09 or 2026-11-09T08:00:00Z, not “{text}”"
                ))
            })
    }
}

impl Moment {
    fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Day(day) => Period::of_days(day, day, zone).from,
            Self::Instant(at) => at,
        }
    }

    fn days_later(self, days: u64) -> Option<Self> {
        match self {
            Self::Day(day) => day.checked_add_days(Days::new(days)).map(Self::Day),
            Self::Instant(at) => at.checked_add_days(Days::new(days)).map(Self::Instant),
        }
    }

    fn days_earlier(self, days: u64) -> Option<Self> {
        match self {
            Self::Day(day) => day.checked_sub_days(Days::new(days)).map(Self::Day),
            Self::Instant(at) => at.checked_sub_days(Days::new(days)).map(Self::Instant),
        }
    }
}

impl PeriodChoice {
    /// The period itself; `default_week` is asked only where the user did not choose.
    pub(crate) fn period(
        &self,
        zone: Tz,
        first_day: FirstDay,
        default_week: impl FnOnce() -> IsoWeek,
    ) -> Result<Period, EngineError> {
        let too_far = || EngineError::Period("this is too far away".to_owned());
        let (from, to) = match *self {
            Self::Default => return Ok(first_day.period(default_week(), zone)),
            Self::Week(week) => return Ok(first_day.period(week, zone)),
            Self::Range { from, to } => (from, to),
            Self::From(from) => (from, from.days_later(7).ok_or_else(too_far)?),
            Self::To(to) => (to.days_earlier(7).ok_or_else(too_far)?, to),
        };
        let period = Period {
            from: from.instant(zone),
            to: to.instant(zone),
            zone,
        };
        if period.from >= period.to {
            return Err(EngineError::Period(
                "the period ends before it starts".to_owned(),
            ));
        }
        Ok(period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_local_to_the_zone() {
        let choice = PeriodChoice::From("2026-03-29".parse().unwrap());
        let period = choice
            .period(
                chrono_tz::Europe::Berlin,
                FirstDay::Monday,
                || unreachable!(),
            )
            .unwrap();
        assert_eq!(period.from.to_rfc3339(), "2026-03-28T23:00:00+00:00");
        assert_eq!(period.to.to_rfc3339(), "2026-04-04T22:00:00+00:00");
    }

    #[test]
    fn a_period_that_ends_before_it_starts_is_refused() {
        let choice = PeriodChoice::Range {
            from: "2026-11-09".parse().unwrap(),
            to: "2026-11-09".parse().unwrap(),
        };
        assert!(
            choice
                .period(Tz::UTC, FirstDay::Monday, || unreachable!())
                .is_err()
        );
        assert!("yesterday".parse::<Moment>().is_err());
    }
}
