use crate::limits;
use crate::time::{self, Day, Instant, Wall};
use crate::value;

/// FREQ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Frequency {
    Yearly,
    Monthly,
    Weekly,
    Daily,
    Hourly,
    Minutely,
    Secondly,
}

/// UNTIL, the last moment that still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// That whole local day.
    Day(Day),
    /// That wall time, in the zone of DTSTART.
    Wall(Wall),
    /// That instant.
    Instant(Instant),
}

/// An RRULE. Lists are sorted and hold each value once; an empty list is an absent part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rule {
    pub frequency: Frequency,
    pub interval: i64,
    pub count: Option<u64>,
    pub until: Option<Until>,
    pub by_second: Vec<i32>,
    pub by_minute: Vec<i32>,
    pub by_hour: Vec<i32>,
    /// Ordinal (0 for every) and weekday (0 for Monday).
    pub by_day: Vec<(i32, i32)>,
    pub by_month_day: Vec<i32>,
    pub by_year_day: Vec<i32>,
    pub by_week_no: Vec<i32>,
    pub by_month: Vec<i32>,
    pub by_set_pos: Vec<i32>,
    /// WKST, 0 for Monday.
    pub week_start: i32,
}

impl Rule {
    /// Every FREQ, nothing else.
    fn new(frequency: Frequency) -> Self {
        Self {
            frequency,
            interval: 1,
            count: None,
            until: None,
            by_second: Vec::new(),
            by_minute: Vec::new(),
            by_hour: Vec::new(),
            by_day: Vec::new(),
            by_month_day: Vec::new(),
            by_year_day: Vec::new(),
            by_week_no: Vec::new(),
            by_month: Vec::new(),
            by_set_pos: Vec::new(),
            week_start: 0,
        }
    }

    /// Whether it has neither COUNT nor UNTIL.
    pub(crate) fn is_endless(&self) -> bool {
        self.count.is_none() && self.until.is_none()
    }

    /// About how many days its first `count` instances span.
    pub(crate) fn days_of_count(&self, count: u64) -> i32 {
        let days = match self.frequency {
            Frequency::Yearly => 366,
            Frequency::Monthly => 31,
            Frequency::Weekly => 7,
            _ => 1,
        };
        let per_period = self.by_day.len().max(self.by_month_day.len()).max(1) as u64;
        let periods = i64::try_from((count.saturating_sub(1)) / per_period).unwrap_or(i64::MAX);
        let span = periods.saturating_mul(self.interval).saturating_mul(days);
        i32::try_from(span).unwrap_or(i32::MAX / 4)
    }

    /// Whether no BY part is there.
    pub(crate) fn is_plain(&self) -> bool {
        self.by_second.is_empty()
            && self.by_minute.is_empty()
            && self.by_hour.is_empty()
            && self.by_day.is_empty()
            && self.by_month_day.is_empty()
            && self.by_year_day.is_empty()
            && self.by_week_no.is_empty()
            && self.by_month.is_empty()
            && self.by_set_pos.is_empty()
    }

    /// Reads an RRULE value: the rule and what had to be passed over in it, or why there is none.
    pub(crate) fn parse(text: &str) -> Result<(Self, Vec<String>), String> {
        let text = text.trim().trim_end_matches(';');
        // `RRULE:RRULE:FREQ=…` is written by some.
        let text = text.strip_prefix("RRULE:").unwrap_or(text);
        let mut parts = Vec::new();
        let mut problems = Vec::new();
        // `FREQ=DAILY\\;COUNT=10`: escaped as if it were text.
        let text = text.replace('\\', "");
        for part in text.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            match part.split_once('=') {
                Some((name, value)) => {
                    parts.push((name.trim().to_ascii_uppercase(), value.trim()));
                }
                None => problems.push("a rule part without a value".to_owned()),
            }
        }
        let Some((_, freq)) = parts.iter().find(|(name, _)| name == "FREQ") else {
            return Err("the rule has no FREQ".to_owned());
        };
        let frequency = match freq.to_ascii_uppercase().as_str() {
            "YEARLY" => Frequency::Yearly,
            "MONTHLY" => Frequency::Monthly,
            "WEEKLY" => Frequency::Weekly,
            "DAILY" => Frequency::Daily,
            "HOURLY" => Frequency::Hourly,
            "MINUTELY" => Frequency::Minutely,
            "SECONDLY" => Frequency::Secondly,
            _ => return Err("the rule's FREQ is none of RFC 5545".to_owned()),
        };
        let foreign = |(name, value): &(String, &str)| {
            name == "RSCALE" && !value.eq_ignore_ascii_case("GREGORIAN")
        };
        if parts.iter().any(foreign) {
            return Err("the rule counts in another calendar than the Gregorian one".to_owned());
        }
        let mut rule = Self::new(frequency);
        for (name, value) in &parts {
            if !rule.set(name, value) {
                problems.push(format!(
                    "the rule part {name} has a value that makes no sense"
                ));
            }
        }
        rule.tidy();
        Ok((rule, problems))
    }

    /// Takes one part. False where some of its value makes no sense; the rest is taken.
    fn set(&mut self, name: &str, value: &str) -> bool {
        match name {
            "FREQ" | "RSCALE" => true,
            "INTERVAL" => match value::integer(value) {
                Some(interval @ 1..) => {
                    self.interval = interval.min(1 << 40);
                    true
                }
                _ => false,
            },
            "COUNT" => {
                let count = value::integer(value);
                // Without the COUNT it was meant to have, a rule would never end: its first instance is certain.
                self.count = Some(count.map_or(1, |n| n.max(1)).unsigned_abs());
                count.is_some_and(|n| n > 0)
            }
            "UNTIL" => match until(value) {
                Some(until) => {
                    self.until = Some(until);
                    true
                }
                None => false,
            },
            "BYSECOND" => list(value, 0, 60, false, &mut self.by_second),
            "BYMINUTE" => list(value, 0, 59, false, &mut self.by_minute),
            "BYHOUR" => list(value, 0, 23, false, &mut self.by_hour),
            "BYDAY" => days(value, &mut self.by_day),
            "BYMONTHDAY" => list(value, 1, 31, true, &mut self.by_month_day),
            "BYYEARDAY" => list(value, 1, 366, true, &mut self.by_year_day),
            "BYWEEKNO" => list(value, 1, 53, true, &mut self.by_week_no),
            "BYMONTH" => list(value, 1, 12, false, &mut self.by_month),
            "BYSETPOS" => list(value, 1, i32::MAX, true, &mut self.by_set_pos),
            "WKST" => match weekday(value) {
                Some(day) => {
                    self.week_start = day;
                    true
                }
                None => false,
            },
            "SKIP" => value.eq_ignore_ascii_case("OMIT"),
            _ => name.starts_with("X-"),
        }
    }

    fn tidy(&mut self) {
        // A leap second is the second before it.
        self.by_second.iter_mut().for_each(|s| *s = (*s).min(59));
        for part in [
            &mut self.by_second,
            &mut self.by_minute,
            &mut self.by_hour,
            &mut self.by_month_day,
            &mut self.by_year_day,
            &mut self.by_week_no,
            &mut self.by_month,
            &mut self.by_set_pos,
        ] {
            part.sort_unstable();
            part.dedup();
        }
        self.by_day.sort_unstable();
        self.by_day.dedup();
        // An ordinal means something within a month or a year only (RFC 5545 section 3.3.10); elsewhere the
        // weekday is what is left of it.
        if self.frequency > Frequency::Monthly || !self.by_week_no.is_empty() {
            self.by_day.iter_mut().for_each(|(nth, _)| *nth = 0);
            self.by_day.sort_unstable();
            self.by_day.dedup();
        }
    }
}

fn until(value: &str) -> Option<Until> {
    // `UNTIL=TZID=…:20240101T…` and `UNTIL=VALUE=DATE:…` have been seen.
    let value = value
        .rsplit(':')
        .next()
        .filter(|v| v.len() >= 8)
        .unwrap_or(value);
    let written = value::date_time(value).or_else(|| day_after_all(value))?;
    let midnight = time::midnight(written.day);
    Some(match (written.second, written.offset) {
        (None, _) => Until::Day(written.day),
        (Some(second), None) => Until::Wall(midnight + second),
        (Some(second), Some(offset)) => Until::Instant(midnight + second - i64::from(offset)),
    })
}

/// An UNTIL on a day its month does not have (`20230229`): the month's last.
fn day_after_all(value: &str) -> Option<value::Written> {
    let digits = value.get(..8)?;
    let day_of_month: i32 = digits.get(6..)?.parse().ok()?;
    if !(29..=31).contains(&day_of_month) {
        return None;
    }
    (28..day_of_month).rev().find_map(|earlier| {
        let moved = format!("{}{earlier}{}", &digits[..6], value.get(8..)?);
        value::date_time(&moved)
    })
}

/// Takes the numbers of a list that lie in `least..=most` (negative too where `signed`).
fn list(value: &str, least: i32, most: i32, signed: bool, into: &mut Vec<i32>) -> bool {
    let mut good = true;
    for item in value.split(',').map(str::trim) {
        match item.strip_prefix('+').unwrap_or(item).parse::<i32>() {
            Ok(n) if (least..=most).contains(&n) => into.push(n),
            Ok(n) if signed && n < 0 && n != i32::MIN && (least..=most).contains(&-n) => {
                into.push(n);
            }
            _ => good = false,
        }
        if into.len() > limits::LIST {
            return false;
        }
    }
    good
}

fn weekday(code: &str) -> Option<i32> {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    days.into_iter()
        .zip(0..)
        .find_map(|(day, n)| day.eq_ignore_ascii_case(code).then_some(n))
}

fn days(value: &str, into: &mut Vec<(i32, i32)>) -> bool {
    let mut good = true;
    for item in value
        .split([',', ' '])
        .map(str::trim)
        .filter(|i| !i.is_empty())
    {
        let at = item.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(0);
        let (ordinal, code) = item.split_at(at);
        let ordinal = ordinal.trim();
        let nth = match ordinal.strip_prefix('+').unwrap_or(ordinal) {
            "" => Some(0),
            digits => digits
                .parse::<i32>()
                .ok()
                .filter(|n| (-53..=53).contains(n)),
        };
        match (nth, weekday(code.trim())) {
            (Some(nth), Some(day)) => into.push((nth, day)),
            _ => good = false,
        }
        if into.len() > limits::LIST {
            return false;
        }
    }
    good
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_read_whatever_their_case_and_blanks() {
        let (rule, problems) =
            Rule::parse("freq=weekly; interval=2;BYDAY=MO, we;WKST=SU;").unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(
            (rule.frequency, rule.interval, rule.week_start),
            (Frequency::Weekly, 2, 6)
        );
        assert_eq!(rule.by_day, [(0, 0), (0, 2)]);
    }

    #[test]
    fn nonsense_costs_only_itself() {
        let (rule, problems) =
            Rule::parse("FREQ=MONTHLY;BYMONTHDAY=1,40,-1;COUNT=0;FOO=1").unwrap();
        assert_eq!(rule.by_month_day, [-1, 1]);
        assert_eq!(rule.count, Some(1));
        assert_eq!(problems.len(), 3);
        assert!(Rule::parse("FREQ=FORTNIGHTLY").is_err());
        assert!(Rule::parse("").is_err());
    }

    #[test]
    fn until_on_a_day_that_does_not_exist_is_the_months_last() {
        let (rule, _) = Rule::parse("FREQ=DAILY;UNTIL=20230229T120000Z").unwrap();
        let noon = time::midnight(time::day(2023, 2, 28)) + 43_200;
        assert_eq!(rule.until, Some(Until::Instant(noon)));
    }
}
