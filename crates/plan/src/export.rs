use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{
    DateTime, Datelike, NaiveTime, SecondsFormat, TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, EventStatus, Property};
use weekwise_model::{BlockOrigin, Category, Occurrence, Plan, Status};

use crate::blocks::title_of;
use crate::input::Span;
use crate::uid::{further_names, is_planned, purpose_of};
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

/// Weeks from the first to the last in which a block is held, 1 for a single one; and those between them in which it is not, by
/// when it would begin.
type Weekly = (usize, Vec<DateTime<Utc>>);

/// One VEVENT to write.
struct Entry<'a> {
    uid: Cow<'a, str>,
    title: &'a str,
    category: Category,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    rule: Weekly,
    because: &'a str,
    /// Every block it stands for.
    held: BTreeSet<Span>,
}

/// The plan's new and locked blocks as an iCalendar file. Kept ones are in the calendar already.
///
/// Each block keeps its UID from export to export. `SEQUENCE` is one more than in `former` where something changed, and
/// a block of `former` that is planned no more is written as cancelled, from `now` on. Blocks that the weeks have at the
/// same time become one series, with the weeks left out that have none.
pub fn export(plan: &Plan, former: &[Former], zone: Tz, now: DateTime<Utc>) -> String {
    let mut before: BTreeMap<&str, Vec<&Former>> = BTreeMap::new();
    for block in former {
        before.entry(&block.uid).or_default().push(block);
    }
    let entries = renamed(entries(plan, zone), &before, now);
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
        let known = before.get(&*entry.uid).map_or(&[][..], Vec::as_slice);
        let held: BTreeSet<_> = known.iter().map(|f| (f.start, f.end)).collect();
        let sequence = known.iter().map(|f| f.sequence).max();
        let same = held == entry.held && known.iter().all(|f| !f.cancelled);
        let sequence = sequence.map_or(0, |last| if same { last } else { last + 1 });
        let mut event = vevent(&entry.uid, (entry.start, entry.end), zone, now, sequence);
        name(&mut event, entry.title, entry.category);
        repeat(&mut event, &entry.rule, zone);
        event.description(&format!(
            "{} Planned with Weekwise: weekwise://plan?block={}",
            entry.because, entry.uid
        ));
        event.status(EventStatus::Confirmed);
        calendar.push(event);
    }
    for (uid, blocks) in before {
        let is_written = entries.iter().any(|entry| entry.uid == uid);
        // A block that a series stands for now is not in the calendar under its own name any more.
        let mut kept = plan.blocks.iter().filter(|b| b.origin == BlockOrigin::Kept);
        if !is_written && !kept.any(|block| block.uid == uid) {
            calendar.extend(taken_back(uid, &blocks, zone, now));
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

/// What is planned no more, from `now` on: what is over was held or was not, and taking it back helps nobody. `None` where
/// nothing of it is ahead.
fn taken_back(uid: &str, blocks: &[&Former], zone: Tz, now: DateTime<Utc>) -> Option<Event> {
    let standing = || blocks.iter().filter(|block| !block.cancelled);
    let ahead = standing().find(|block| block.start >= now)?;
    let sequence = blocks.iter().map(|block| block.sequence).max();
    let sequence = sequence.map_or(1, |last| last + 1);
    let category = purpose_of(uid).unwrap_or(Category::DeepWork);
    let mut over: Vec<Span> = standing()
        .filter(|block| block.start < now)
        .map(|block| (block.start, block.end))
        .collect();
    over.sort_unstable();
    let starts: Vec<DateTime<Utc>> = over.iter().map(|span| span.0).collect();
    let rest = over.first().zip(weekly(&starts, zone));
    let mut event = if let Some((first, rule)) = rest {
        let mut event = vevent(uid, *first, zone, now, sequence);
        repeat(&mut event, &rule, zone);
        event.status(EventStatus::Confirmed);
        event
    } else {
        let mut event = vevent(uid, (ahead.start, ahead.end), zone, now, sequence);
        event.status(EventStatus::Cancelled);
        event
    };
    name(&mut event, title_of(category), category);
    Some(event)
}

/// Its title, and the category by which it is recognised when it comes back.
fn name(event: &mut Event, title: &str, category: Category) {
    event.summary(title);
    event.add_property("CATEGORIES", category.label());
}

/// How often it is held: in `weeks` weeks, but for some.
fn repeat(event: &mut Event, (weeks, except): &Weekly, zone: Tz) {
    if *weeks > 1 {
        event.add_property("RRULE", format!("FREQ=WEEKLY;COUNT={weeks}"));
        for &at in except {
            event.append_multi_property(local("EXDATE", at, zone));
        }
    }
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

/// With names under which nothing is over: what was held this morning keeps its own when the afternoon is planned.
fn renamed<'a>(
    mut entries: Vec<Entry<'a>>,
    before: &BTreeMap<&str, Vec<&Former>>,
    now: DateTime<Utc>,
) -> Vec<Entry<'a>> {
    let is_over = |uid: &str, held: &BTreeSet<Span>| {
        let mut known = before.get(uid).into_iter().flatten();
        known.any(|f| !f.cancelled && f.start < now && !held.contains(&(f.start, f.end)))
    };
    let mut given: BTreeSet<String> = entries.iter().map(|entry| entry.uid.to_string()).collect();
    for entry in &mut entries {
        if !is_over(&entry.uid, &entry.held) {
            continue;
        }
        let mut names = further_names(&entry.uid);
        let name = names.find(|uid| !given.contains(uid) && !is_over(uid, &entry.held));
        if let Some(name) = name {
            given.insert(name.clone());
            entry.uid = Cow::from(name);
        }
    }
    entries
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
            uid: Cow::from(&block.uid),
            title: &block.title,
            category: block.category,
            start,
            end,
            rule: (1, Vec::new()),
            because: &block.because,
            held: BTreeSet::from([(start, end)]),
        });
    }
    let mut entries = Vec::new();
    for mut blocks in at_the_same_time.into_values() {
        blocks.sort_by_key(|entry| entry.start);
        match series(&blocks, zone) {
            Some(rule) => {
                let mut blocks = blocks.into_iter();
                if let Some(mut first) = blocks.next() {
                    first.rule = rule;
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

/// The series that blocks on one weekday at one time are. `None` where they are none: where most weeks between the first and
/// the last have no such block, or one has two.
fn series(blocks: &[Entry<'_>], zone: Tz) -> Option<Weekly> {
    let starts: Vec<DateTime<Utc>> = blocks.iter().map(|entry| entry.start).collect();
    let (weeks, except) = weekly(&starts, zone)?;
    let is_series = weeks > 1 && except.len() * 2 < starts.len();
    is_series.then_some((weeks, except))
}

/// The rule that gives exactly these starts, in their order; `None` where no weekly one does.
fn weekly(starts: &[DateTime<Utc>], zone: Tz) -> Option<Weekly> {
    let wall = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
    let (first, last) = (wall(*starts.first()?), wall(*starts.last()?));
    let held: BTreeSet<_> = starts.iter().map(|start| wall(*start)).collect();
    let every: Vec<_> = std::iter::successors(Some(first), |day| Some(*day + TimeDelta::weeks(1)))
        .take_while(|day| *day <= last)
        .collect();
    let missing: Vec<_> = every.iter().filter(|day| !held.contains(*day)).collect();
    let is_exact = held.len() == starts.len() && every.len() - missing.len() == held.len();
    let except: Option<Vec<_>> = missing
        .into_iter()
        .map(|day| Some(zone.from_local_datetime(day).earliest()?.to_utc()))
        .collect();
    Some((every.len(), except?)).filter(|_| is_exact)
}

/// RFC 3339 with the zone's offset, as answers write instants.
pub(crate) fn rfc3339(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone)
        .to_rfc3339_opts(SecondsFormat::Secs, true)
}
