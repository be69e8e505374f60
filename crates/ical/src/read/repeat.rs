use icalendar::parser::Property;
use weekwise_model::Outcome;

use super::length::length_to;
use super::notes::Notes;
use super::props::Props;
use super::timing::{Timing, odd_duration};
use crate::limits;
use crate::recur::{Rule, Until};
use crate::schedule::{Length, Moment, Repeat};
use crate::time;
use crate::value;
use crate::zone::Zone;

impl Timing<'_> {
    /// What makes it a series.
    pub(super) fn repeat(
        &self,
        props: &Props<'_>,
        start: &Moment,
        notes: &mut Notes,
    ) -> Option<Repeat> {
        let mut repeat = Repeat::default();
        for (property, line) in props.iter() {
            let name = property.name.as_str();
            let value = property.val.as_str();
            match name {
                "RRULE" | "EXRULE" => {
                    if let Some(rule) = rule(value, start, line, notes) {
                        let (list, written) = if name == "RRULE" {
                            (&mut repeat.rules, &mut repeat.written)
                        } else {
                            (&mut repeat.exception_rules, &mut repeat.written_exceptions)
                        };
                        if list.len() >= limits::RULES {
                            notes.add(
                                line,
                                "too-many-rules",
                                "an event has too many rules",
                                "the rest was passed over",
                                Outcome::Repaired,
                            );
                            continue;
                        }
                        list.push(rule);
                        written.push(value.trim().to_owned());
                    }
                }
                "EXDATE" | "RDATE" => self.dates(property, line, start, &mut repeat, notes),
                _ => {}
            }
        }
        let repeats =
            !repeat.rules.is_empty() || !repeat.dates.is_empty() || !repeat.exceptions.is_empty();
        repeats.then_some(repeat)
    }

    /// The values of an EXDATE or RDATE.
    fn dates(
        &self,
        property: &Property<'_>,
        line: u32,
        start: &Moment,
        repeat: &mut Repeat,
        notes: &mut Notes,
    ) {
        let zone = match start {
            Moment::At { zone, .. } => Some(zone),
            Moment::Day(_) => None,
        };
        let is_exception = property.name == "EXDATE";
        for item in property
            .val
            .as_str()
            .split([',', ';'])
            .map(str::trim)
            .filter(|item| !item.is_empty())
        {
            if repeat.dates.len() + repeat.exceptions.len() >= limits::LIST {
                notes.add(
                    line,
                    "too-many-dates",
                    "a list of dates is too long",
                    "the rest was passed over",
                    Outcome::Repaired,
                );
                return;
            }
            let (first, second) = match item.split_once('/') {
                Some((first, second)) => (first, Some(second)),
                None => (item, None),
            };
            let Some(written) = value::date_time(first) else {
                notes.add(
                    line,
                    "bad-date",
                    "a date in a list cannot be read",
                    "it was passed over",
                    Outcome::Repaired,
                );
                continue;
            };
            let at = self.moment_of(written, property, line, zone, notes);
            other_type(&at, start, is_exception, line, notes);
            if is_exception {
                repeat.exceptions.push(at);
                continue;
            }
            let length = second.and_then(|second| match value::duration(second) {
                Some(value::Duration {
                    days,
                    seconds,
                    clean,
                }) if days >= 0 && seconds >= 0 => {
                    if !clean {
                        odd_duration(line, notes);
                    }
                    Some(Length::Nominal { days, seconds })
                }
                Some(_) => None,
                None => {
                    let end = value::date_time(second)?;
                    let end = self.moment_of(end, property, line, zone, notes);
                    Some(length_to(&at, &end, line, notes))
                }
            });
            repeat.dates.push((at, length));
        }
    }
}

/// Tells of a date in the list of a series with times, and of the reverse. A time in UTC is no odd one there: it is how
/// Exchange writes local midnight.
fn other_type(at: &Moment, start: &Moment, is_exception: bool, line: u32, notes: &mut Notes) {
    let (problem, remedy) = match (at, start) {
        (Moment::Day(_), Moment::At { .. }) if is_exception => (
            "an EXDATE of a series with times is a date",
            "it was taken for the instances of that day",
        ),
        (Moment::Day(_), Moment::At { .. }) => (
            "an RDATE of a series with times is a date",
            "it was taken for that day at the time of the series",
        ),
        (Moment::At { wall, zone }, Moment::Day(_))
            if *zone != Zone::Utc && time::second_of_day(*wall) != 0 =>
        {
            (
                "a date of a series of whole days has a time",
                "its day was taken",
            )
        }
        _ => return,
    };
    notes.add(
        line,
        "date-of-other-type",
        problem,
        remedy,
        Outcome::Repaired,
    );
}

/// A rule, fitted to its start.
fn rule(value: &str, start: &Moment, line: u32, notes: &mut Notes) -> Option<Rule> {
    match Rule::parse(value) {
        Ok((mut rule, problems)) => {
            for problem in problems {
                notes.add(
                    line,
                    "bad-rule-part",
                    &problem,
                    "it was passed over",
                    Outcome::Repaired,
                );
            }
            match (start, rule.until) {
                (Moment::Day(_), Some(Until::Wall(wall))) => {
                    rule.until = Some(Until::Day(time::day_of(wall)));
                }
                (Moment::At { .. }, Some(Until::Day(_))) => notes.add(
                    line,
                    "date-of-other-type",
                    "the UNTIL of a series with times is a date",
                    "all of that day was taken to be in",
                    Outcome::Repaired,
                ),
                _ => {}
            }
            Some(rule)
        }
        Err(problem) => {
            notes.add(
                line,
                "bad-rule",
                &problem,
                "the event was read without this rule",
                Outcome::Repaired,
            );
            None
        }
    }
}
