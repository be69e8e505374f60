//! How often a series repeats: in words, and in days.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use weekwise_model::Recurrence;

/// What an RRULE says about how often, as far as it matters to people.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    unit: Unit,
    /// At least 1.
    interval: u32,
    /// `BYDAY`, as written.
    days: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Year,
    Shorter(&'static str),
}

impl Rule {
    fn of(recurrence: &Recurrence) -> Option<Self> {
        let rule = recurrence.rules.first()?.to_ascii_uppercase();
        let part = |name: &str| {
            rule.split([';', ':']).find_map(|part| {
                part.trim()
                    .strip_prefix(name)?
                    .strip_prefix('=')
                    .map(str::trim)
            })
        };
        Some(Self {
            unit: match part("FREQ")? {
                "DAILY" => Unit::Day,
                "WEEKLY" => Unit::Week,
                "MONTHLY" => Unit::Month,
                "YEARLY" => Unit::Year,
                "HOURLY" => Unit::Shorter("hour"),
                "MINUTELY" => Unit::Shorter("minute"),
                _ => Unit::Shorter("second"),
            },
            interval: part("INTERVAL")
                .and_then(|text| text.parse().ok())
                .unwrap_or(1)
                .max(1),
            days: part("BYDAY")
                .into_iter()
                .flat_map(|days| days.split(','))
                .map(|day| day.trim().to_owned())
                .filter(|day| !day.is_empty())
                .collect(),
        })
    }
}

/// `every week on Tuesday`, `every 2 weeks`, `every month`; `None` for a series made of dates only.
pub fn cadence(recurrence: &Recurrence) -> Option<String> {
    let rule = Rule::of(recurrence)?;
    let days: Vec<&str> = rule.days.iter().filter_map(|code| weekday(code)).collect();
    let unit = match rule.unit {
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
        Unit::Shorter(unit) => unit,
    };
    let every = match (rule.unit, rule.interval, days.as_slice()) {
        (Unit::Week, 1, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) => {
            return Some("every weekday".to_owned());
        }
        (_, 1, _) => format!("every {unit}"),
        (_, n, _) => format!("every {n} {unit}s"),
    };
    // An ordinal (“2TU”) is not read by `weekday`, so a monthly rule by weekday stays “every month”.
    match (rule.unit, days.split_last()) {
        (Unit::Week, Some((only, []))) => Some(format!("{every} on {only}")),
        (Unit::Week, Some((last, others))) => {
            Some(format!("{every} on {} and {last}", others.join(", ")))
        }
        _ => Some(every),
    }
}

/// The days between two instances, on average; `None` for a series made of dates only.
pub fn days_between(recurrence: &Recurrence) -> Option<f64> {
    let rule = Rule::of(recurrence)?;
    let each = f64::from(rule.interval);
    let times = rule.days.len().max(1) as f64;
    Some(match rule.unit {
        Unit::Day => each,
        Unit::Week => 7.0 * each / times,
        // “Every Tuesday of the month” is as good as weekly; an ordinal is one a month.
        Unit::Month if rule.days.iter().any(|day| weekday(day).is_some()) => 7.0 * each / times,
        Unit::Month => 30.44 * each / times,
        Unit::Year => 365.25 * each / times,
        Unit::Shorter(_) => 1.0,
    })
}

/// Whether a series is over by an instant, as far as its rule says: by UNTIL, or by COUNT instances at its usual distance.
pub fn ends_before(recurrence: &Recurrence, now: DateTime<Utc>) -> bool {
    if recurrence.endless {
        return false;
    }
    let ends = recurrence
        .rules
        .iter()
        .map(|rule| end_of(recurrence, &rule.to_ascii_uppercase()));
    let ends: Option<Vec<DateTime<Utc>>> = ends.collect();
    ends.is_some_and(|ends| !ends.is_empty() && ends.into_iter().all(|end| end < now))
}

/// Hours as seconds; `None` where they are beyond any calendar.
fn whole_seconds(hours: f64) -> Option<i64> {
    let length = std::time::Duration::try_from_secs_f64(hours * 3600.0).ok()?;
    i64::try_from(length.as_secs()).ok()
}

/// When a rule ends; `None` where it does not say.
fn end_of(recurrence: &Recurrence, rule: &str) -> Option<DateTime<Utc>> {
    let part = |name: &str| {
        rule.split([';', ':'])
            .find_map(|part| part.trim().strip_prefix(name))
    };
    if let Some(until) = part("UNTIL=") {
        let date = NaiveDate::parse_from_str(until.get(..8)?, "%Y%m%d").ok()?;
        // The whole day, wherever it is: a day too late harms nobody.
        return Some((date + Days::new(2)).and_time(NaiveTime::MIN).and_utc());
    }
    let count: u32 = part("COUNT=")?.parse().ok()?;
    let hours = (days_between(recurrence)? * 24.0).ceil();
    let first = recurrence.first.instants(Tz::UTC).0;
    let each = TimeDelta::try_seconds(whole_seconds(hours)?)?;
    first.checked_add_signed(each.checked_mul(i32::try_from(count).ok()?)?)
}

/// `every week`, `every 3 weeks`, `every 10 days`: a number of days as people say it.
pub(crate) fn every(days: f64) -> String {
    let weeks = days / 7.0;
    if days < 1.5 {
        "every day".to_owned()
    } else if days < 6.0 {
        format!("every {days:.0} days")
    } else if weeks < 1.25 {
        "every week".to_owned()
    } else {
        format!("every {weeks:.0} weeks").replace("every 1 weeks", "every week")
    }
}

fn weekday(code: &str) -> Option<&'static str> {
    Some(match code {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        "SU" => "Sunday",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use weekwise_model::Span;

    fn recurrence(rule: &str) -> Recurrence {
        let day = NaiveDate::default();
        let first = Span::AllDay {
            start: day,
            end: day,
        };
        Recurrence {
            rules: vec![rule.to_owned()],
            first,
            endless: true,
        }
    }

    #[test]
    fn a_rule_reads_as_people_say_it() {
        for (rule, said) in [
            ("FREQ=WEEKLY;BYDAY=TU", "every week on Tuesday"),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR",
                "every 2 weeks on Monday, Wednesday and Friday",
            ),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday"),
            ("FREQ=MONTHLY;BYDAY=2TU", "every month"),
            ("freq=daily;interval=3", "every 3 days"),
        ] {
            assert_eq!(cadence(&recurrence(rule)).as_deref(), Some(said));
        }
        assert_eq!(cadence(&recurrence("INTERVAL=2")), None);
    }

    #[test]
    fn a_rule_tells_the_days_between_two() {
        for (rule, days) in [
            ("FREQ=WEEKLY;BYDAY=TU", 7.0),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", 7.0),
            ("FREQ=WEEKLY;INTERVAL=3", 21.0),
            ("FREQ=MONTHLY;BYDAY=2TU", 30.44),
            ("FREQ=DAILY", 1.0),
        ] {
            assert_eq!(days_between(&recurrence(rule)), Some(days), "{rule}");
        }
    }

    #[test]
    fn days_are_said_in_weeks() {
        assert_eq!(every(14.0), "every 2 weeks");
        assert_eq!(every(8.0), "every week");
        assert_eq!(every(35.0), "every 5 weeks");
        assert_eq!(every(1.0), "every day");
    }
}
