//! VEVENTs to series: which describe the same thing, which of them count, and what they leave out.

use std::collections::HashMap;
use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{Diagnostic, Event, FileCheck, Outcome, Recurrence};

use crate::limits;
use crate::read::ReadEvent;
use crate::recur::Rule;
use crate::schedule::{Moment, Schedule};

/// A VEVENT that is in the result.
#[derive(Debug)]
pub(crate) struct Entry {
    pub event: Arc<Event>,
    pub schedule: Schedule,
    /// Which file of the import it is in.
    pub file: u32,
}

/// VEVENTs of one calendar that share a UID, as places in the list of entries.
#[derive(Debug, Default)]
pub(crate) struct Series {
    /// Those without RECURRENCE-ID: one, or several that contradict each other.
    pub masters: Vec<u32>,
    /// Those with one.
    pub overrides: Vec<u32>,
}

/// Groups the VEVENTs of an import, `events` being in the order of reading, and tells what was superseded.
pub(crate) fn group(
    events: Vec<ReadEvent>,
    files: &[FileCheck],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, Vec<Series>) {
    let mut groups: Vec<Vec<usize>> = Vec::with_capacity(events.len());
    {
        let mut place: HashMap<(u32, &str), usize> = HashMap::with_capacity(events.len());
        for (index, read) in events.iter().enumerate() {
            let at = *place
                .entry((read.event.calendar.0, &read.event.uid))
                .or_insert_with(|| {
                    groups.push(Vec::new());
                    groups.len() - 1
                });
            groups[at].push(index);
        }
    }
    let mut slots: Vec<Option<ReadEvent>> = events.into_iter().map(Some).collect();
    let mut entries = Vec::with_capacity(slots.len());
    let mut series = Vec::with_capacity(groups.len());
    for group in groups {
        let members: Vec<ReadEvent> = group
            .into_iter()
            .filter_map(|index| slots[index].take())
            .collect();
        let mut told = |read: &ReadEvent, code: &str, problem: &str, remedy: &str, outcome| {
            diagnostics.push(Diagnostic {
                file: files
                    .get(read.file as usize)
                    .map(|f| f.file.clone())
                    .unwrap_or_default(),
                line: read.event.line,
                uid: Some(read.event.uid.clone()),
                code: code.to_owned(),
                problem: problem.to_owned(),
                remedy: remedy.to_owned(),
                outcome,
            });
        };
        let kept = if members.len() == 1 {
            members
        } else {
            decide(members, &mut told)
        };
        series.push(settle(kept, &mut entries));
    }
    (entries, series)
}

/// Which members of a group count.
fn decide(
    members: Vec<ReadEvent>,
    told: &mut dyn FnMut(&ReadEvent, &str, &str, &str, Outcome),
) -> Vec<ReadEvent> {
    let newest = members
        .iter()
        .filter(|m| m.schedule.instance.is_none())
        .map(|m| m.event.sequence)
        .max();
    let mut kept: Vec<ReadEvent> = Vec::with_capacity(members.len());
    // Several descriptions of the same instance meet here, by what they describe.
    let overrides = members.len()
        - members
            .iter()
            .filter(|m| m.schedule.instance.is_none())
            .count();
    let mut masters = 0_usize;
    let mut places: HashMap<Described, usize> = HashMap::with_capacity(members.len());
    for member in members {
        let is_master = member.schedule.instance.is_none();
        if is_master && newest.is_some_and(|newest| member.event.sequence < newest) {
            told(
                &member,
                "superseded",
                "another event with the same UID has a higher SEQUENCE",
                "this older one was left out",
                Outcome::LeftOut,
            );
            continue;
        }
        if is_master && masters > 0 && masters.saturating_mul(overrides) > limits::PAIRS {
            told(
                &member,
                "too-many-duplicates",
                "too many events with the same UID contradict each other",
                "this one was left out",
                Outcome::LeftOut,
            );
            continue;
        }
        match places.get(&described(&member)).copied() {
            None => {
                if is_master && masters > 0 {
                    told(
                        &member,
                        "duplicate-uid",
                        "another event has the same UID and SEQUENCE but starts at another time",
                        "both were kept",
                        Outcome::KeptAsIs,
                    );
                }
                masters += usize::from(is_master);
                places.insert(described(&member), kept.len());
                kept.push(member);
            }
            Some(place) if is_master && contradict(&member, &kept[place]) => {
                told(
                    &member,
                    "duplicate-uid",
                    "another event has the same UID, SEQUENCE and start but says something else",
                    "both were kept",
                    Outcome::KeptAsIs,
                );
                masters += 1;
                kept.push(member);
            }
            Some(place) => {
                let rival = &kept[place];
                let loser = if supersedes(&member, rival) {
                    std::mem::replace(&mut kept[place], member)
                } else {
                    member
                };
                let (code, problem) = if same_content(&loser, &kept[place]) {
                    ("identical-copy", "the event is in the file more than once")
                } else {
                    ("superseded", "a newer version of the event is in the file")
                };
                told(
                    &loser,
                    code,
                    problem,
                    "this copy was left out",
                    Outcome::LeftOut,
                );
            }
        }
    }
    kept
}

/// What a member describes: the instance of its RECURRENCE-ID, or the series that starts at its DTSTART.
#[derive(PartialEq, Eq, Hash)]
struct Described {
    is_master: bool,
    is_day: bool,
    at: i64,
}

fn described(read: &ReadEvent) -> Described {
    let (is_master, moment) = match &read.schedule.instance {
        Some(instance) => (false, &instance.at),
        None => (true, &read.schedule.start),
    };
    Described {
        is_master,
        is_day: matches!(moment, Moment::Day(_)),
        at: moment.instant(Tz::UTC),
    }
}

/// Whether `a` replaces `b`: a higher SEQUENCE, else the newer stamp. Of equals the first stays.
fn supersedes(a: &ReadEvent, b: &ReadEvent) -> bool {
    let rank = |read: &ReadEvent| (read.event.sequence, read.event.last_modified);
    rank(a) > rank(b)
}

/// Whether two masters with the same start are no versions of each other: nothing tells which is newer, and they
/// differ in what people see.
fn contradict(a: &ReadEvent, b: &ReadEvent) -> bool {
    let undated = a.event.last_modified == b.event.last_modified
        || a.event.last_modified.is_none()
        || b.event.last_modified.is_none();
    undated && (a.schedule != b.schedule || a.event.summary != b.event.summary)
}

fn same_content(a: &ReadEvent, b: &ReadEvent) -> bool {
    a.schedule == b.schedule
        && a.event.summary == b.event.summary
        && a.event.description == b.event.description
        && a.event.location == b.event.location
        && a.event.status == b.event.status
        && a.event.attendees == b.event.attendees
}

/// Gives the members what they need to know of each other and files them.
fn settle(members: Vec<ReadEvent>, entries: &mut Vec<Entry>) -> Series {
    let recurrence = members.iter().find_map(|m| {
        m.schedule
            .instance
            .is_none()
            .then(|| recurrence(m))
            .flatten()
    });
    let mut series = Series::default();
    for mut member in members {
        let place = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        if member.schedule.instance.is_some() {
            member.event.recurrence.clone_from(&recurrence);
            series.overrides.push(place);
        } else {
            member.event.recurrence = if series.masters.is_empty() {
                recurrence.clone()
            } else {
                self::recurrence(&member)
            };
            series.masters.push(place);
        }
        entries.push(Entry {
            event: Arc::new(member.event),
            schedule: member.schedule,
            file: member.file,
        });
    }
    series
}

/// How a master repeats, in the words of later stages.
fn recurrence(master: &ReadEvent) -> Option<Arc<Recurrence>> {
    let schedule = &master.schedule;
    let repeat = schedule
        .repeat
        .as_deref()
        .filter(|repeat| repeat.makes_a_series())?;
    Some(Arc::new(Recurrence {
        rules: repeat.written.clone(),
        first: schedule.first(),
        endless: repeat.rules.iter().any(Rule::is_endless),
    }))
}
