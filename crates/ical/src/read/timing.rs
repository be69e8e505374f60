use icalendar::parser::Property;
use weekwise_model::Outcome;

use super::notes::Notes;
use super::props::{Props, param};
use crate::limits;
use crate::recur::{Rule, Until};
use crate::schedule::{Instance, Length, Moment, Repeat, Schedule};
use crate::time::{self, DAY};
use crate::value::{self, Written};
use crate::zone::{Zone, Zones};

/// What the times of a calendar are read with.
pub(super) struct Timing<'a> {
    /// The zones of its file.
    pub zones: &'a Zones,
    /// Which VCALENDAR of the file it is.
    pub calendar: usize,
    /// What times without a zone are meant in: X-WR-TIMEZONE, else the reader's zone.
    pub floating: Zone,
}

/// Why a VEVENT has no time.
pub(super) enum NoTime {
    /// There is no DTSTART.
    Missing,
    /// There is one that nobody can read.
    Unreadable,
    /// It describes one instance, and nobody can read which.
    UnknownInstance,
}

impl Timing<'_> {
    /// When a VEVENT is.
    pub(super) fn schedule(
        &self,
        props: &Props<'_>,
        notes: &mut Notes,
    ) -> Result<Schedule, NoTime> {
        let instance = match props.first("RECURRENCE-ID") {
            None => None,
            Some((property, line)) => {
                let at = self
                    .moment(property, line, None, notes)
                    .ok_or(NoTime::UnknownInstance)?;
                let range = param(property, "RANGE");
                let and_future = range.is_some_and(|r| r.eq_ignore_ascii_case("THISANDFUTURE"));
                Some(Box::new(Instance { at, and_future }))
            }
        };
        let start = self.start(props, instance.as_deref(), notes)?;
        let length = self.length(props, &start, notes);
        let repeat = self.repeat(props, &start, notes);
        // An instance takes the zone of its own start where it says none, as DTEND does.
        let instance = instance.map(|mut instance| {
            if let (Moment::At { zone, .. }, Moment::At { zone: own, .. }) =
                (&mut instance.at, &start)
                && *zone == Zone::Floating
            {
                *zone = own.clone();
            }
            instance
        });
        Ok(Schedule {
            start,
            length,
            instance,
            repeat: repeat.map(Box::new),
        })
    }

    fn start(
        &self,
        props: &Props<'_>,
        instance: Option<&Instance>,
        notes: &mut Notes,
    ) -> Result<Moment, NoTime> {
        let mut unreadable = None;
        for (property, line) in props.all("DTSTART") {
            if let Some(start) = self.moment(property, line, None, notes) {
                return Ok(start);
            }
            unreadable.get_or_insert(line);
        }
        let known = unreadable
            .or(props.iter().next().map(|(_, line)| line))
            .unwrap_or(0);
        // A cancelled instance is sometimes told by its RECURRENCE-ID alone.
        if let Some(instance) = instance {
            notes.add(
                known,
                "no-start",
                "an instance has no readable DTSTART",
                "its RECURRENCE-ID was taken as its start",
                Outcome::Repaired,
            );
            return Ok(instance.at.clone());
        }
        // An end and a duration make a start as well.
        let end = props
            .first("DTEND")
            .and_then(|(p, line)| self.moment(p, line, None, notes));
        let duration = props
            .first("DURATION")
            .and_then(|(p, _)| value::duration(p.val.as_str()));
        if let (Some(Moment::At { wall, zone }), Some(duration)) = (end, duration) {
            notes.add(
                known,
                "no-start",
                "an event has no readable DTSTART",
                "its start was worked out from DTEND and DURATION",
                Outcome::Repaired,
            );
            let wall = wall - i64::from(duration.days) * DAY - duration.seconds;
            return Ok(Moment::At { wall, zone });
        }
        Err(if unreadable.is_some() {
            NoTime::Unreadable
        } else {
            NoTime::Missing
        })
    }

    /// The DATE or DATE-TIME of a property. Floating time takes `zone` where one is given.
    fn moment(
        &self,
        property: &Property<'_>,
        line: u32,
        zone: Option<&Zone>,
        notes: &mut Notes,
    ) -> Option<Moment> {
        let written = value::date_time(property.val.as_str())?;
        Some(self.moment_of(written, property, line, zone, notes))
    }

    fn moment_of(
        &self,
        written: Written,
        property: &Property<'_>,
        line: u32,
        zone: Option<&Zone>,
        notes: &mut Notes,
    ) -> Moment {
        if !written.clean {
            notes.add(
                line,
                "odd-date",
                "a date is not written as RFC 5545 wants it",
                "it was read as it seems to be meant",
                Outcome::Repaired,
            );
        }
        let says_date = param(property, "VALUE").is_some_and(|v| v.eq_ignore_ascii_case("DATE"));
        let second = match written.second {
            None => return Moment::Day(written.day),
            Some(0) if says_date => return Moment::Day(written.day),
            Some(second) => second,
        };
        let wall = time::midnight(written.day) + second;
        let tzid = param(property, "TZID");
        let zone = match (written.offset, tzid) {
            (Some(0), _) => Zone::Utc,
            (Some(offset), _) => Zone::Fixed(offset),
            (None, Some(tzid)) => self.zones.zone(self.calendar, tzid).unwrap_or_else(|| {
                let shown: String = tzid.chars().take(80).collect();
                notes.add(
                    line,
                    "unknown-time-zone",
                    &format!("the time zone \"{shown}\" is unknown and not defined in the file"),
                    "its times were read as local times of the reader",
                    Outcome::KeptAsIs,
                );
                Zone::Floating
            }),
            (None, None) => zone.unwrap_or(&self.floating).clone(),
        };
        Moment::At { wall, zone }
    }

    fn length(&self, props: &Props<'_>, start: &Moment, notes: &mut Notes) -> Length {
        if let Some((property, line)) = props.first("DTEND") {
            let zone = match start {
                Moment::At { zone, .. } => Some(zone),
                Moment::Day(_) => None,
            };
            if let Some(end) = self.moment(property, line, zone, notes) {
                return length_to(start, &end, line, notes);
            }
            if !property.val.as_str().trim().is_empty() || props.first("DURATION").is_none() {
                notes.add(
                    line,
                    "bad-end",
                    "DTEND is not a date",
                    "the event was read as having none",
                    Outcome::Repaired,
                );
            }
        }
        if let Some((property, line)) = props.first("DURATION") {
            match value::duration(property.val.as_str()) {
                Some(duration) if duration.days < 0 || duration.seconds < 0 => {
                    negative(line, notes);
                    return Length::Exact(0);
                }
                Some(value::Duration { days, seconds }) => {
                    let length = Length::Nominal { days, seconds };
                    return match start {
                        Moment::Day(_) => Length::Exact(i64::from(length.days())),
                        Moment::At { .. } => length,
                    };
                }
                None => notes.add(
                    line,
                    "bad-duration",
                    "DURATION is not a duration",
                    "the event was read as having none",
                    Outcome::Repaired,
                ),
            }
        }
        // RFC 5545 section 3.6.1: a date without an end is that day, a date-time without one has no length.
        Length::Exact(i64::from(matches!(start, Moment::Day(_))))
    }

    fn repeat(&self, props: &Props<'_>, start: &Moment, notes: &mut Notes) -> Option<Repeat> {
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
            if is_exception {
                repeat.exceptions.push(at);
                continue;
            }
            let length = second.and_then(|second| match value::duration(second) {
                Some(value::Duration { days, seconds }) if days >= 0 && seconds >= 0 => {
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
            if let (Moment::Day(_), Some(Until::Wall(wall))) = (start, rule.until) {
                rule.until = Some(Until::Day(time::day_of(wall)));
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

/// The length from a start to an end.
fn length_to(start: &Moment, end: &Moment, line: u32, notes: &mut Notes) -> Length {
    match (start, end) {
        (Moment::Day(first), end) => {
            let mut days = i64::from(end.day()) - i64::from(*first);
            if matches!(end, Moment::At { .. }) {
                notes.add(
                    line,
                    "end-of-other-type",
                    "DTSTART is a date and DTEND has a time",
                    "the day of DTEND was taken",
                    Outcome::Repaired,
                );
                days = days.max(1);
            }
            if days == 0 {
                notes.add(
                    line,
                    "end-at-start",
                    "an all-day event ends on the day it starts, which is not after it",
                    "it was read as having no length",
                    Outcome::KeptAsIs,
                );
            } else if days < 0 {
                negative(line, notes);
                days = 0;
            }
            Length::Exact(days)
        }
        (Moment::At { zone, .. }, end) => {
            let end = match end {
                Moment::Day(day) => {
                    notes.add(
                        line,
                        "end-of-other-type",
                        "DTSTART has a time and DTEND is a date",
                        "DTEND was taken as the midnight that day starts with",
                        Outcome::Repaired,
                    );
                    Moment::At {
                        wall: time::midnight(*day),
                        zone: zone.clone(),
                    }
                }
                end @ Moment::At { .. } => end.clone(),
            };
            // A length does not depend on the reader's zone unless both are floating, where it cancels out.
            let utc = chrono_tz::Tz::UTC;
            let seconds = end.instant(utc) - start.instant(utc);
            if seconds < 0 {
                negative(line, notes);
            }
            Length::Exact(seconds.max(0))
        }
    }
}

fn negative(line: u32, notes: &mut Notes) {
    notes.add(
        line,
        "end-before-start",
        "the event ends before it starts",
        "it was read as having no length",
        Outcome::Repaired,
    );
}
