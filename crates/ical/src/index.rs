//! What can be looked up without reading the bytes again: one row a VEVENT.

use std::sync::Arc;

use chrono_tz::Tz;
use rayon::prelude::*;
use weekwise_model::{Event, IndexedEvent, InstanceId, Status};

use crate::Imported;
use crate::fingerprint::Fingerprint;
use crate::instance_name::{instance_id, number};
use crate::schedule::{Length, Moment, Repeat, Schedule};
use crate::series::{Entry, Series};
use crate::time;
use crate::zone::Zone;

impl Imported {
    /// One row for each VEVENT, by calendar: the rows of [`CalendarId`](weekwise_model::CalendarId) 0 first. Floating
    /// starts are read in `zone`.
    ///
    /// Within a calendar UID and RECURRENCE-ID name a row, but for masters that contradict each other
    /// (`duplicate-uid`).
    pub fn index(&self, zone: Tz) -> Vec<Vec<IndexedEvent>> {
        let found: Vec<(usize, Vec<IndexedEvent>)> = self
            .series
            .par_iter()
            .with_min_len(64)
            .map(|series| rows(self, series, zone))
            .collect();
        let mut index = vec![Vec::new(); self.calendars().len()];
        for (calendar, rows) in found {
            if let Some(list) = index.get_mut(calendar) {
                list.extend(rows);
            }
        }
        index
    }

    /// The same, after which nothing is left of the events.
    pub(crate) fn drained_index(&mut self, zone: Tz) -> Vec<Vec<IndexedEvent>> {
        let mut index = vec![Vec::new(); self.calendars().len()];
        let nothing = Arc::new(Event::empty());
        let all = std::mem::take(&mut self.series);
        for some in all.chunks(AT_A_TIME) {
            let row = |series: &Series| rows(self, series, zone);
            let found: Vec<_> = some.par_iter().with_min_len(64).map(row).collect();
            for (calendar, rows) in found {
                if let Some(list) = index.get_mut(calendar) {
                    list.extend(rows);
                }
            }
            for place in some
                .iter()
                .flat_map(|s| s.masters.iter().chain(&s.overrides))
            {
                if let Some(entry) = self.entries.get_mut(*place as usize) {
                    entry.event = Arc::clone(&nothing);
                }
            }
        }
        index
    }
}

/// So many series are looked up before their memory is given back.
const AT_A_TIME: usize = 4_096;

/// The rows of a series, and its calendar.
fn rows(imported: &Imported, series: &Series, zone: Tz) -> (usize, Vec<IndexedEvent>) {
    let entry = |place: &u32| imported.entries.get(*place as usize);
    let master = series.masters.first().and_then(entry);
    let places = series.masters.iter().chain(&series.overrides);
    let mut rows = Vec::with_capacity(series.masters.len() + series.overrides.len());
    let mut calendar = 0;
    for entry in places.filter_map(entry) {
        calendar = entry.event.calendar.0 as usize;
        let home = imported.homes.get(calendar).unwrap_or(&Zone::Floating);
        rows.push(row(entry, master, home, zone));
    }
    (calendar, rows)
}

fn row(entry: &Entry, master: Option<&Entry>, home: &Zone, zone: Tz) -> IndexedEvent {
    let Entry {
        event, schedule, ..
    } = entry;
    let recurrence_id = schedule.instance.as_ref().map(|instance| {
        let like = master.map_or(schedule, |master| &master.schedule);
        instance_id(&instance.at, &like.start, home, zone)
    });
    let start = match &schedule.start {
        Moment::Day(day) => InstanceId::Date(time::naive_date(*day)),
        at @ Moment::At { .. } => InstanceId::Instant(time::utc(at.instant(zone))),
    };
    IndexedEvent {
        uid: event.uid.clone(),
        recurrence_id,
        start,
        title: event.summary.clone(),
        people: people(event),
        description: event.description.clone(),
        fingerprint: fingerprint(event, schedule, home),
        cancelled: event.status == Status::Cancelled,
    }
}

fn people(event: &Event) -> String {
    let lines = event.people().into_iter().map(|person| match &person.name {
        Some(name) if *name != person.address => format!("{name} {}", person.address),
        _ => person.address.clone(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Everything a change of which is worth telling, apart from what the row says itself. What exports renew although
/// nothing changed (stamps, SEQUENCE, the order of lists) is not in it.
fn fingerprint(event: &Event, schedule: &Schedule, home: &Zone) -> u64 {
    let mut print = Fingerprint::new();
    match schedule.length {
        Length::Exact(length)
        | Length::Nominal {
            days: 0,
            seconds: length,
        } => print.number(length),
        Length::Nominal { days, seconds } => {
            print.text("nominal");
            print.number(i64::from(days));
            print.number(seconds);
        }
    }
    if schedule.instance.as_ref().is_some_and(|i| i.and_future) {
        print.text("and future");
    }
    if let Some(repeat) = &schedule.repeat {
        repetition(&mut print, repeat, &schedule.start, home);
    }
    print.text(&event.location);
    print.number(match event.status {
        Status::Confirmed => 0,
        Status::Tentative => 1,
        Status::Cancelled => 2,
    });
    print.text(&format!(
        "{:?} {:?} {:?}",
        event.transparency, event.busy_status, event.class
    ));
    for link in [&event.url, &event.conference] {
        print.text(link.as_deref().unwrap_or_default());
    }
    print.text(event.organizer.as_ref().map_or("", |o| &o.address));
    let answers = event.attendees.iter().map(|attendee| {
        format!(
            "{} {:?} {:?}",
            attendee.person.address, attendee.response, attendee.role
        )
    });
    sorted(&mut print, answers.collect());
    sorted(&mut print, event.categories.clone());
    print.finish()
}

/// How it repeats.
fn repetition(print: &mut Fingerprint, repeat: &Repeat, start: &Moment, home: &Zone) {
    // The clock the rule goes by: of single events only the instant matters.
    match start {
        Moment::Day(_) => print.text("days"),
        Moment::At { zone, .. } => match zone {
            Zone::Iana(zone) => print.text(zone.name()),
            Zone::Fixed(offset) => print.number(i64::from(*offset)),
            Zone::Utc => print.text("UTC"),
            Zone::Floating => print.text("floating"),
            Zone::Custom(_) => print.text("custom"),
        },
    }
    for rules in [&repeat.written, &repeat.written_exceptions] {
        print.number(i64::try_from(rules.len()).unwrap_or(i64::MAX));
        for rule in rules {
            let parts = rule.split(';').map(|part| part.trim().to_ascii_uppercase());
            sorted(print, parts.filter(|part| !part.is_empty()).collect());
        }
    }
    let name = |moment: &Moment| number(moment, start, home, Tz::UTC);
    let mut exceptions: Vec<i64> = repeat.exceptions.iter().map(name).collect();
    let mut dates: Vec<i64> = repeat
        .dates
        .iter()
        .map(|(moment, _)| name(moment))
        .collect();
    for list in [&mut exceptions, &mut dates] {
        list.sort_unstable();
        list.dedup();
        print.number(i64::try_from(list.len()).unwrap_or(i64::MAX));
        for number in list {
            print.number(*number);
        }
    }
}

fn sorted(print: &mut Fingerprint, mut texts: Vec<String>) {
    texts.sort_unstable();
    print.number(i64::try_from(texts.len()).unwrap_or(i64::MAX));
    for text in &texts {
        print.text(text);
    }
}
