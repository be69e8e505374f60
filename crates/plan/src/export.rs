use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Datelike, NaiveTime, SecondsFormat, Timelike, Utc, Weekday};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, EventStatus, Property};
use weekwise_model::{BlockOrigin, Occurrence, Plan, Status};

use crate::uid::is_planned;
use crate::zone::vtimezone;

/// A block as an earlier export has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// Its UID.
    pub uid: String,
    /// Its first instant.
    pub start: DateTime<Utc>,
    /// The first instant after it.
    pub end: DateTime<Utc>,
    /// `SEQUENCE`.
    pub sequence: u32,
    /// Whether it was called off.
    pub cancelled: bool,
}

/// The planned blocks among occurrences read from an earlier export.
pub fn former<'a>(occurrences: impl IntoIterator<Item = &'a Occurrence>, zone: Tz) -> Vec<Former> {
    occurrences
        .into_iter()
        .filter(|occurrence| is_planned(&occurrence.event.uid))
        .map(|occurrence| {
            let (start, end) = occurrence.span.instants(zone);
            Former {
                uid: occurrence.event.uid.clone(),
                start,
                end,
                sequence: occurrence.event.sequence,
                cancelled: occurrence.event.status == Status::Cancelled,
            }
        })
        .collect()
}

/// One VEVENT to write.
struct Entry<'a> {
    uid: &'a str,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    /// Weeks it is held in; 1 for a single block.
    weeks: usize,
    because: &'a str,
    /// Every block it stands for.
    held: BTreeSet<(DateTime<Utc>, DateTime<Utc>)>,
}

/// The plan's new and locked blocks as an iCalendar file. Kept ones are in the calendar already.
///
/// Each block keeps its UID from export to export. `SEQUENCE` is one more than in `former` where something changed, and
/// a block of `former` that is planned no more is written as cancelled, from `now` on. Blocks that every week of the
/// plan has at the same time become one series.
pub fn export(plan: &Plan, former: &[Former], zone: Tz, now: DateTime<Utc>) -> String {
    let entries = entries(plan, zone);
    let mut before: BTreeMap<&str, Vec<&Former>> = BTreeMap::new();
    for block in former {
        before.entry(&block.uid).or_default().push(block);
    }
    let mut calendar = Calendar::empty();
    for (name, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//Weekwise//Plan//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        calendar.append_property(Property::new(name, value).done());
    }
    calendar.name("Deep work");
    for entry in &entries {
        let known = before.get(entry.uid).map_or(&[][..], Vec::as_slice);
        let held: BTreeSet<_> = known.iter().map(|f| (f.start, f.end)).collect();
        let sequence = known.iter().map(|f| f.sequence).max();
        let same = held == entry.held && known.iter().all(|f| !f.cancelled);
        let sequence = sequence.map_or(0, |last| if same { last } else { last + 1 });
        let mut event = vevent(entry.uid, entry.start, entry.end, zone, now, sequence);
        if entry.weeks > 1 {
            event.add_property("RRULE", format!("FREQ=WEEKLY;COUNT={}", entry.weeks));
        }
        event.description(&format!(
            "{} Planned with Weekwise: weekwise://plan?block={}",
            entry.because, entry.uid
        ));
        event.status(EventStatus::Confirmed);
        calendar.push(event);
    }
    for (uid, blocks) in before {
        let gone = !entries.iter().any(|entry| entry.uid == uid);
        // What is over was held or was not; taking it back helps nobody.
        let ahead = blocks
            .iter()
            .find(|block| block.start >= now && !block.cancelled);
        let kept = plan.blocks.iter().any(|block| block.uid == uid);
        if let Some(block) = ahead.filter(|_| gone && !kept) {
            let mut event = vevent(uid, block.start, block.end, zone, now, block.sequence + 1);
            event.status(EventStatus::Cancelled);
            calendar.push(event);
        }
    }
    let text = calendar.to_string();
    let instants = entries
        .iter()
        .flat_map(|e| &e.held)
        .map(|(start, _)| *start);
    let all: Vec<DateTime<Utc>> = instants.chain(former.iter().map(|f| f.start)).collect();
    match (all.iter().min(), all.iter().max()) {
        (Some(&first), Some(&last)) if zone != Tz::UTC => text.replacen(
            "BEGIN:VEVENT",
            &(vtimezone(zone, first, last) + "BEGIN:VEVENT"),
            1,
        ),
        _ => text,
    }
}

fn vevent(
    uid: &str,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    zone: Tz,
    now: DateTime<Utc>,
    sequence: u32,
) -> Event {
    let mut event = Event::with_uid(uid);
    event.summary("Deep work");
    event.timestamp(now);
    event.add_property("LAST-MODIFIED", now.format("%Y%m%dT%H%M%SZ").to_string());
    event.append_property(local("DTSTART", start, zone));
    event.append_property(local("DTEND", end, zone));
    event.add_property("SEQUENCE", sequence.to_string());
    event.add_property("TRANSP", "OPAQUE");
    event.add_property("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
    event.add_property("CATEGORIES", "Deep work");
    event.add_property("URL", format!("weekwise://plan?block={uid}"));
    event
}

fn local(name: &str, at: DateTime<Utc>, zone: Tz) -> Property {
    if zone == Tz::UTC {
        return Property::new(name, at.format("%Y%m%dT%H%M%SZ").to_string()).done();
    }
    let wall = at.with_timezone(&zone).format("%Y%m%dT%H%M%S").to_string();
    Property::new(name, wall)
        .add_parameter("TZID", zone.name())
        .done()
}

fn entries(plan: &Plan, zone: Tz) -> Vec<Entry<'_>> {
    let read = |text: &str| {
        DateTime::parse_from_rfc3339(text)
            .ok()
            .map(|at| at.with_timezone(&Utc))
    };
    let mut at_the_same_time: BTreeMap<(u32, NaiveTime, i64), Vec<Entry<'_>>> = BTreeMap::new();
    for block in plan.blocks.iter().filter(|b| b.origin != BlockOrigin::Kept) {
        let (Some(start), Some(end)) = (read(&block.start), read(&block.end)) else {
            continue;
        };
        let wall = start.with_timezone(&zone);
        // Where the clocks go back the same wall time is there twice; a rule cannot tell the two apart.
        let key = (
            wall.weekday().days_since(Weekday::Mon),
            wall.time().with_nanosecond(0).unwrap_or_default(),
            block.minutes,
        );
        at_the_same_time.entry(key).or_default().push(Entry {
            uid: &block.uid,
            start,
            end,
            weeks: 1,
            because: &block.because,
            held: BTreeSet::from([(start, end)]),
        });
    }
    let weeks = usize::try_from(plan.wishes.weeks).unwrap_or(1);
    let mut entries = Vec::new();
    for blocks in at_the_same_time.into_values() {
        let day = |entry: &Entry<'_>| entry.start.with_timezone(&zone).date_naive();
        let is_weekly = blocks.windows(2).all(|pair| match pair {
            [one, other] => (day(other) - day(one)).num_days() == 7,
            _ => true,
        });
        let mut blocks = blocks.into_iter();
        if weeks > 1 && blocks.len() == weeks && is_weekly {
            if let Some(mut first) = blocks.next() {
                first.weeks = weeks;
                first.held.extend(blocks.flat_map(|entry| entry.held));
                entries.push(first);
            }
        } else {
            entries.extend(blocks);
        }
    }
    entries.sort_by_key(|entry| entry.start);
    entries
}

/// RFC 3339 with the zone's offset, as answers write instants.
pub(crate) fn rfc3339(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
