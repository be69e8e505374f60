//! What of an earlier import still holds beside a later one of the same calendar (product.md section 3, *adding up*).
//!
//! Most exports hold a part of the calendar only: a week, the last three months. What lies outside the days a file tells
//! of is not its business: an earlier file is still right about it. So the later file is kept together with what it says
//! nothing about, as one stream of iCalendar objects, which is read like any file with several VCALENDARs.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;
use weekwise_model::{Stretch, is_told_of};

use crate::expand::first_and_last_day;
use crate::progress::Share;
use crate::read::{self, Header, ReadEvent};
use crate::schedule::{Moment, Repeat};
use crate::text::{Block, Outline, is_continuation, normalized, outline, physical_line};
use crate::time::{self, Instant};
use crate::{KeptCalendar, Progress, limits};

/// An import with what it says nothing about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedUp {
    /// The later file, and behind it the VEVENTs of the earlier one that still hold, byte for byte but for their line ends
    /// and for series that end where the later file begins.
    pub bytes: Vec<u8>,
    /// How many VEVENTs still hold.
    pub still_holding: usize,
}

/// Adds a later import of a calendar to an earlier one, whose bytes are `earlier`. `None` where nothing of the earlier one
/// holds any more, so that the later one can be kept as it came.
///
/// An event of the earlier one is replaced where the later has it too, and gone where it lies in the days the later one
/// tells of. A series that began before those days and is not in the later file ended where they begin. Importing the same
/// file again gives the same bytes.
pub fn added_up(earlier: &[u8], later: &KeptCalendar) -> Option<AddedUp> {
    let (bytes, _) = normalized(earlier);
    let outline = outline(&bytes);
    let (headers, events) = read_events(&bytes);
    let (_, coming) = read_events(&later.bytes);
    let told = Told::by(&coming, later.covers, &events);
    let blocks: HashMap<u32, &Block> = outline.events.iter().map(|b| (b.line, b)).collect();
    let mut parts: Vec<Part> = Vec::new();
    let mut still_holding = 0;
    for event in &events {
        let last_day = match told.fate(event) {
            Fate::Gone => continue,
            Fate::Holds => None,
            Fate::EndsBefore(day) => day.pred_opt(),
        };
        let (Some(block), Some(header)) =
            (blocks.get(&event.event.line), headers.get(event.header))
        else {
            continue;
        };
        let head = head(&bytes, &outline, header, event.header);
        let place = parts.iter().position(|part| part.head == head);
        let place = place.unwrap_or_else(|| {
            let events = Vec::new();
            parts.push(Part { head, events });
            parts.len() - 1
        });
        let mut lines = lines(&bytes, block);
        if let (Some(last_day), Some(repeat)) = (last_day, &event.schedule.repeat) {
            lines = ended(&lines, repeat, last_day);
        }
        write_component(&mut parts[place].events, "VEVENT", &lines);
        still_holding += 1;
    }
    if parts.is_empty() {
        return None;
    }
    let mut still = Vec::new();
    for Part { mut head, events } in parts {
        head.extend_from_slice(&events);
        write_component(&mut still, "VCALENDAR", &head);
    }
    Some(AddedUp {
        bytes: joined(&later.bytes, still),
        still_holding,
    })
}

/// A VCALENDAR of what still holds: its lines before the events, and the events.
struct Part {
    head: Vec<u8>,
    events: Vec<u8>,
}

/// What becomes of an earlier event.
enum Fate {
    /// The later file has it, or would have it.
    Gone,
    /// The later file says nothing about it.
    Holds,
    /// The later file would have what there is of the series from this day on.
    EndsBefore(NaiveDate),
}

/// What a later file tells of.
struct Told<'a> {
    days: Option<Stretch>,
    /// The UIDs of its series and single events.
    uids: HashSet<&'a str>,
    /// UIDs that several single events have, as some exporters write the instances of a series.
    shared_uids: HashSet<&'a str>,
    /// Its single events and its instances: UID, and start or RECURRENCE-ID.
    instances: HashSet<(&'a str, Instant)>,
}

impl<'a> Told<'a> {
    fn by(coming: &'a [ReadEvent], covers: Option<Stretch>, earlier: &'a [ReadEvent]) -> Self {
        let mut shared_uids = shared_uids(coming);
        shared_uids.extend(self::shared_uids(earlier));
        // Series alone: a file of them tells of all days from the first on.
        let first_day = coming
            .iter()
            .map(|e| first_and_last_day(&e.schedule).0)
            .min();
        let all_later = first_day.map(|day| Stretch {
            from: time::naive_date(day),
            to: NaiveDate::MAX,
        });
        Self {
            days: covers.or(all_later),
            uids: coming
                .iter()
                .filter(|e| e.schedule.instance.is_none())
                .map(|e| e.event.uid.as_str())
                .collect(),
            shared_uids,
            instances: coming
                .iter()
                .map(|e| (e.event.uid.as_str(), name(e)))
                .collect(),
        }
    }

    fn fate(&self, event: &ReadEvent) -> Fate {
        let uid = event.event.uid.as_str();
        let (first, last) = first_and_last_day(&event.schedule);
        let (first, last) = (time::naive_date(first), time::naive_date(last));
        if repeats(event) {
            let is_endless = event.event.recurrence.as_ref().is_some_and(|r| r.endless);
            return match self.days {
                _ if self.uids.contains(uid) => Fate::Gone,
                None => Fate::Holds,
                Some(days) if !is_endless && last < days.from || days.to < first => Fate::Holds,
                Some(days) if first < days.from => Fate::EndsBefore(days.from),
                Some(_) => Fate::Gone,
            };
        }
        let slot = event.schedule.instance.as_ref().map(|instance| {
            let day = time::naive_date(instance.at.day());
            is_told_of(self.days, day, day)
        });
        let is_replaced = match slot {
            None if self.shared_uids.contains(uid) => self.instances.contains(&(uid, name(event))),
            None => self.uids.contains(uid),
            Some(_) => self.instances.contains(&(uid, name(event))),
        };
        if is_replaced || slot == Some(true) || is_told_of(self.days, first, last) {
            Fate::Gone
        } else {
            Fate::Holds
        }
    }
}

fn repeats(event: &ReadEvent) -> bool {
    let repeat = event.schedule.repeat.as_deref();
    repeat.is_some_and(Repeat::makes_a_series) && event.schedule.instance.is_none()
}

/// What tells an instance from the others of its UID.
fn name(event: &ReadEvent) -> Instant {
    let instance = event.schedule.instance.as_ref();
    let moment: &Moment = instance.map_or(&event.schedule.start, |instance| &instance.at);
    moment.instant(Tz::UTC)
}

fn shared_uids(events: &[ReadEvent]) -> HashSet<&str> {
    let mut seen = HashSet::new();
    events
        .iter()
        .filter(|event| event.schedule.instance.is_none() && !repeats(event))
        .map(|event| event.event.uid.as_str())
        .filter(|uid| !seen.insert(*uid))
        .collect()
}

fn read_events(bytes: &[u8]) -> (Vec<Header>, Vec<ReadEvent>) {
    let progress = Progress::default();
    let share = Share::new(&progress, 0, bytes.len());
    let mut items = limits::ITEMS;
    let read = read::read("", bytes, None, &mut items, share);
    (read.headers, read.events)
}

/// What the events of a VCALENDAR need to be read as they were: its zones, and who wrote it.
fn head(bytes: &[u8], outline: &Outline, header: &Header, number: usize) -> Vec<u8> {
    let mut head = b"VERSION:2.0\r\n".to_vec();
    for (name, text) in [
        ("PRODID", &header.product),
        ("X-WR-TIMEZONE", &header.zone_name),
    ] {
        if let Some(text) = text {
            let text: String = text.chars().filter(|c| !c.is_control()).collect();
            head.extend_from_slice(format!("{name}:{text}\r\n").as_bytes());
        }
    }
    for (zone, _) in outline
        .zones
        .iter()
        .filter(|(zone, _)| zone.calendar == number)
    {
        let lines = lines(bytes, zone);
        write_component(&mut head, "VTIMEZONE", &lines);
    }
    head
}

fn write_component(to: &mut Vec<u8>, name: &str, lines: &[u8]) {
    to.extend_from_slice(format!("BEGIN:{name}\r\n").as_bytes());
    to.extend_from_slice(lines);
    to.extend_from_slice(format!("END:{name}\r\n").as_bytes());
}

/// A component's lines as RFC 5545 ends them, without the blanks where they are indented.
fn lines(bytes: &[u8], block: &Block) -> Vec<u8> {
    let raw = bytes.get(block.span.clone()).unwrap_or_default();
    let mut lines = Vec::with_capacity(raw.len() + 16);
    let mut at = 0;
    while at < raw.len() {
        let (line, next) = physical_line(raw, at);
        at = next;
        let line = if block.indented {
            line.trim_ascii_start()
        } else {
            line
        };
        if !line.is_empty() {
            lines.extend_from_slice(line);
            lines.extend_from_slice(b"\r\n");
        }
    }
    lines
}

/// The lines of a series whose last day is `last_day`. A date as UNTIL includes that day on the series' own clock.
fn ended(lines: &[u8], repeat: &Repeat, last_day: NaiveDate) -> Vec<u8> {
    let mut ended = Vec::with_capacity(lines.len() + 32);
    for rule in &repeat.written {
        let parts = rule.split(';').filter(|part| {
            let name = part.split('=').next().unwrap_or_default().trim();
            !part.trim().is_empty()
                && !["COUNT", "UNTIL"]
                    .iter()
                    .any(|end| end.eq_ignore_ascii_case(name))
        });
        let kept: Vec<&str> = parts.collect();
        let until = last_day.format("%Y%m%d");
        ended.extend_from_slice(format!("RRULE:{};UNTIL={until}\r\n", kept.join(";")).as_bytes());
    }
    let (mut at, mut is_rule) = (0, false);
    while at < lines.len() {
        let (line, next) = physical_line(lines, at);
        if !is_continuation(line) {
            let name = line
                .split(|b| matches!(b, b':' | b';'))
                .next()
                .unwrap_or_default();
            is_rule = name.trim_ascii().eq_ignore_ascii_case(b"RRULE");
        }
        if !is_rule {
            ended.extend_from_slice(&lines[at..next]);
        }
        at = next;
    }
    ended
}

/// One stream of both.
fn joined(later: &[u8], mut still: Vec<u8>) -> Vec<u8> {
    let mut bytes = normalized(later).0.into_owned();
    if !bytes.ends_with(b"\n") {
        bytes.extend_from_slice(b"\r\n");
    }
    bytes.append(&mut still);
    bytes
}
