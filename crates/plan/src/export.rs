use std::collections::{BTreeMap, BTreeSet};

use chrono::{
    DateTime, Datelike, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, EventStatus, Property};
use weekwise_model::{BlockOrigin, Category, Occurrence, Plan, Status};

use crate::blocks::title_of;
use crate::input::Span;
use crate::uid::{is_planned, purpose_of};
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
    title: &'a str,
    category: Category,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    /// Weeks from the first to the last it is held in; 1 for a single block.
    weeks: usize,
    /// Weeks between them it is not held in, by when it would begin.
    except: Vec<DateTime<Utc>>,
    because: &'a str,
    /// Every block it stands for.
    held: BTreeSet<(DateTime<Utc>, DateTime<Utc>)>,
}

/// The plan's new and locked blocks as an iCalendar file. Kept ones are in the calendar already.
///
/// Each block keeps its UID from export to export. `SEQUENCE` is one more than in `former` where something changed, and
/// a block of `former` that is planned no more is written as cancelled, from `now` on. Blocks that the weeks have at the
/// same time become one series, with the weeks left out that have none.
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
    calendar.name("Weekwise");
    for entry in &entries {
        let known = before.get(entry.uid).map_or(&[][..], Vec::as_slice);
        let held: BTreeSet<_> = known.iter().map(|f| (f.start, f.end)).collect();
        let sequence = known.iter().map(|f| f.sequence).max();
        let same = held == entry.held && known.iter().all(|f| !f.cancelled);
        let sequence = sequence.map_or(0, |last| if same { last } else { last + 1 });
        let mut event = vevent(entry.uid, (entry.start, entry.end), zone, now, sequence);
        name(&mut event, entry.title, entry.category);
        if entry.weeks > 1 {
            event.add_property("RRULE", format!("FREQ=WEEKLY;COUNT={}", entry.weeks));
            for &at in &entry.except {
                event.append_multi_property(local("EXDATE", at, zone));
            }
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
            let mut event = vevent(uid, (block.start, block.end), zone, now, block.sequence + 1);
            let category = purpose_of(uid).unwrap_or(Category::DeepWork);
            name(&mut event, title_of(category), category);
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

/// Its title, and the category by which it is recognised when it comes back.
fn name(event: &mut Event, title: &str, category: Category) {
    event.summary(title);
    event.add_property("CATEGORIES", category.label());
}

fn vevent(uid: &str, (start, end): Span, zone: Tz, now: DateTime<Utc>, sequence: u32) -> Event {
    let mut event = Event::with_uid(uid);
    event.timestamp(now);
    event.add_property("LAST-MODIFIED", now.format("%Y%m%dT%H%M%SZ").to_string());
    event.append_property(local("DTSTART", start, zone));
    event.append_property(local("DTEND", end, zone));
    event.add_property("SEQUENCE", sequence.to_string());
    event.add_property("TRANSP", "OPAQUE");
    event.add_property("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
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
    let mut at_the_same_time: BTreeMap<(u32, NaiveTime, i64, &str), Vec<Entry<'_>>> =
        BTreeMap::new();
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
            block.title.as_str(),
        );
        at_the_same_time.entry(key).or_default().push(Entry {
            uid: &block.uid,
            title: &block.title,
            category: block.category,
            start,
            end,
            weeks: 1,
            except: Vec::new(),
            because: &block.because,
            held: BTreeSet::from([(start, end)]),
        });
    }
    let mut entries = Vec::new();
    for mut blocks in at_the_same_time.into_values() {
        blocks.sort_by_key(|entry| entry.start);
        match series(&blocks, zone) {
            Some((weeks, except)) => {
                let mut blocks = blocks.into_iter();
                if let Some(mut first) = blocks.next() {
                    (first.weeks, first.except) = (weeks, except);
                    first.held.extend(blocks.flat_map(|entry| entry.held));
                    entries.push(first);
                }
            }
            None => entries.extend(blocks),
        }
    }
    entries.sort_by_key(|entry| entry.start);
    entries
}

/// In how many weeks blocks on one weekday at one time would be held as a series, and when it is left out. `None` where
/// they are none: where most weeks between the first and the last have no such block, or one has two.
fn series(blocks: &[Entry<'_>], zone: Tz) -> Option<(usize, Vec<DateTime<Utc>>)> {
    let wall = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let (first, last) = (wall(blocks.first()?.start), wall(blocks.last()?.start));
    let held: BTreeSet<_> = blocks.iter().map(|entry| wall(entry.start)).collect();
    let every: Vec<_> = std::iter::successors(Some(first), |day| Some(*day + TimeDelta::weeks(1)))
        .take_while(|day| *day <= last)
        .collect();
    let missing: Vec<_> = every.iter().filter(|day| !held.contains(*day)).collect();
    let is_series = held.len() == blocks.len()
        && every.len() > 1
        && every.len() - missing.len() == held.len()
        && missing.len() * 2 < held.len();
    let except: Option<Vec<_>> = missing
        .into_iter()
        .map(|day| Some(zone.from_local_datetime(day).earliest()?.to_utc()))
        .collect();
    Some((every.len(), except?)).filter(|_| is_series)
}

/// RFC 3339 with the zone's offset, as answers write instants.
pub(crate) fn rfc3339(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
