use icalendar::parser::Property;
use weekwise_model::Outcome;

use super::length::{ends_where_it_starts, length_to, negative};
use super::notes::Notes;
use super::props::{Props, param};
use crate::schedule::{Instance, Length, Moment, Schedule};
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

    pub(super) fn moment_of(
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
        let Some(second) = written.second else {
            return Moment::Day(written.day);
        };
        if says_date {
            let remedy = if second == 0 {
                "it was read as that day"
            } else {
                "it was read as that time"
            };
            notes.add(
                line,
                "odd-date",
                "a value is said to be a date and has a time",
                remedy,
                Outcome::Repaired,
            );
            if second == 0 {
                return Moment::Day(written.day);
            }
        }
        let wall = time::midnight(written.day) + second;
        let tzid = param(property, "TZID");
        if written.offset == Some(0) && tzid.is_some_and(|tzid| !names_utc(tzid)) {
            notes.add(
                line,
                "utc-with-zone",
                "a time in UTC names a time zone as well",
                "it was read as a time in UTC",
                Outcome::Repaired,
            );
        }
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
                Some(duration) => return length_of(duration, start, line, notes),
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
}

/// Whether a zone is UTC by its name, so that a `Z` behind the time says the same.
fn names_utc(tzid: &str) -> bool {
    let name = tzid.to_ascii_uppercase();
    name == "Z" || name.contains("UTC") || name.contains("GMT")
}

/// The length that a DURATION gives to what starts at `start`.
fn length_of(duration: value::Duration, start: &Moment, line: u32, notes: &mut Notes) -> Length {
    let value::Duration {
        days,
        seconds,
        clean,
    } = duration;
    if !clean {
        odd_duration(line, notes);
    }
    let length = Length::Nominal { days, seconds };
    match (start, length.days()) {
        (Moment::At { .. }, _) => length,
        (Moment::Day(_), 0) => {
            ends_where_it_starts(line, notes);
            Length::Exact(1)
        }
        (Moment::Day(_), days) => Length::Exact(i64::from(days)),
    }
}

/// A DURATION was read although it is not written as one.
pub(super) fn odd_duration(line: u32, notes: &mut Notes) {
    notes.add(
        line,
        "odd-duration",
        "a duration is not written as RFC 5545 wants it",
        "it was read as it seems to be meant",
        Outcome::Repaired,
    );
}
