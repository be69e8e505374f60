//! VEVENTs to series: which describe the same thing, which of them count, and what they leave out.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;

use chrono_tz::Tz;
use hashbrown::{HashTable, hash_table};
use rayon::prelude::*;
use weekwise_model::{Diagnostic, Event, FileCheck, Outcome};

use crate::limits;
use crate::never;
use crate::read::ReadEvent;
use crate::schedule::{Moment, Schedule};
use crate::zone::Zone;

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
    homes: &[Zone],
    diagnostics: &mut Vec<Diagnostic>,
) -> (Vec<Entry>, Vec<Series>) {
    let groups = Groups::of(&events);
    let mut slots: Vec<Option<ReadEvent>> = events.into_iter().map(Some).collect();
    let mut entries = Vec::with_capacity(slots.len());
    let mut series = Vec::with_capacity(groups.ends.len());
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
    for (first, last) in &groups.ends {
        if first == last {
            let mut alone = slots.get_mut(*first as usize).and_then(Option::take);
            let found = alone.as_mut_slice();
            master_by_its_rule(found, &mut told);
            let alone = alone.filter(|alone| !never::tell(alone, homes, &mut told));
            series.push(settle(alone, &mut entries));
            continue;
        }
        let mut members = Vec::new();
        let mut next = *first;
        while let Some(member) = slots.get_mut(next as usize).and_then(Option::take) {
            members.push(member);
            next = groups.next.get(next as usize).copied().unwrap_or(NONE);
        }
        master_by_its_rule(&mut members, &mut told);
        let mut kept = decide(members, &mut told);
        // An EXDATE beside the version of that instance takes nothing away.
        if kept.iter().all(|member| member.schedule.instance.is_none()) {
            kept.retain(|member| !never::tell(member, homes, &mut told));
        }
        tell_dates_of_instances(&kept, &mut told);
        series.push(settle(kept, &mut entries));
    }
    (entries, series)
}

/// Tells what was odd about an event: code, problem, what was done.
pub(crate) type Told<'t> = dyn FnMut(&ReadEvent, &str, &str, &str, Outcome) + 't;

/// Of events of one UID without a master, the one that has a rule is the series, although it calls itself an instance:
/// Outlook writes a copied series like that. Beside a master an instance stays one, and so do several that describe
/// different instances: each of them only repeats the rule of a series that is elsewhere.
fn master_by_its_rule(members: &mut [ReadEvent], told: &mut Told<'_>) {
    let has_rule = |read: &ReadEvent| {
        let repeat = read.schedule.repeat.as_deref();
        // Bedework names the other dates of a series on each of its instances; only a rule makes one a series.
        read.schedule.instance.is_some() && repeat.is_some_and(|repeat| !repeat.rules.is_empty())
    };
    let Some(first) = members.iter().find(|member| has_rule(member)) else {
        return;
    };
    let instance = described(first);
    let has_master = members.iter().any(|m| m.schedule.instance.is_none());
    let mut others = members.iter().filter(|member| has_rule(member));
    let is_series = !has_master && others.all(|member| described(member) == instance);
    for member in members.iter_mut().filter(|member| has_rule(member)) {
        if !is_series {
            told(
                member,
                "instance-with-rule",
                "an instance of a series has a rule of its own",
                "it was read as that one instance",
                Outcome::KeptAsIs,
            );
            continue;
        }
        told(
            member,
            "instance-with-rule",
            "an event calls itself an instance of a series that is not in the file, and repeats",
            "it was read as the series",
            Outcome::Repaired,
        );
        member.schedule.instance = None;
        // Nobody else has it yet, so nothing is copied.
        Arc::make_mut(&mut member.event).recurrence = member.schedule.recurrence();
    }
}

/// Tells of instances that a date names although their series has times.
fn tell_dates_of_instances(members: &[ReadEvent], told: &mut Told<'_>) {
    let is_timed = |m: &ReadEvent| {
        m.schedule.instance.is_none() && matches!(m.schedule.start, Moment::At { .. })
    };
    if !members.iter().any(is_timed) {
        return;
    }
    for member in members {
        let instance = member.schedule.instance.as_deref();
        if instance.is_some_and(|instance| matches!(instance.at, Moment::Day(_))) {
            told(
                member,
                "date-of-other-type",
                "the RECURRENCE-ID of a series with times is a date",
                "it was taken for the instance of that day",
                Outcome::Repaired,
            );
        }
    }
}

/// No place in a list.
const NONE: u32 = u32::MAX;

/// Which VEVENTs of a list have the same calendar and UID.
struct Groups {
    /// The first and the last of each group, in the order of the first.
    ends: Vec<(u32, u32)>,
    /// The next of the same group.
    next: Vec<u32>,
}

impl Groups {
    fn of(events: &[ReadEvent]) -> Self {
        // Files choose their UIDs, so they must not be able to choose what those are hashed to.
        let state = RandomState::new();
        let key = |read: &ReadEvent| (read.event.calendar.0, state.hash_one(&read.event.uid));
        let keys: Vec<(u32, u64)> = events.par_iter().with_min_len(1_024).map(key).collect();
        let mut table: HashTable<u32> = HashTable::with_capacity(events.len());
        let mut ends: Vec<(u32, u32)> = Vec::with_capacity(events.len());
        let mut next = vec![NONE; events.len()];
        for (place, (key, read)) in (0_u32..).zip(keys.iter().zip(events)) {
            let same = |group: &u32| {
                let first = ends[*group as usize].0 as usize;
                keys[first] == *key && events[first].event.uid == read.event.uid
            };
            let hash_of = |group: &u32| keys[ends[*group as usize].0 as usize].1;
            match table.entry(key.1, same, hash_of) {
                hash_table::Entry::Occupied(known) => {
                    let last = &mut ends[*known.get() as usize].1;
                    next[*last as usize] = place;
                    *last = place;
                }
                hash_table::Entry::Vacant(new) => {
                    new.insert(u32::try_from(ends.len()).unwrap_or(NONE));
                    ends.push((place, place));
                }
            }
        }
        Self { ends, next }
    }
}

/// Which members of a group count.
fn decide(members: Vec<ReadEvent>, told: &mut Told<'_>) -> Vec<ReadEvent> {
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
fn settle(members: impl IntoIterator<Item = ReadEvent>, entries: &mut Vec<Entry>) -> Series {
    let mut series = Series::default();
    let before = entries.len();
    for member in members {
        let place = u32::try_from(entries.len()).unwrap_or(NONE);
        if member.schedule.instance.is_some() {
            series.overrides.push(place);
        } else {
            series.masters.push(place);
        }
        entries.push(Entry {
            event: member.event,
            schedule: member.schedule,
            file: member.file,
        });
    }
    let filed = entries.get_mut(before..).unwrap_or_default();
    if !series.overrides.is_empty()
        && let Some(recurrence) = filed.iter().find_map(|e| e.event.recurrence.clone())
    {
        for changed in filed.iter_mut().filter(|e| e.schedule.instance.is_some()) {
            // Nobody else has it yet, so nothing is copied.
            Arc::make_mut(&mut changed.event).recurrence = Some(Arc::clone(&recurrence));
        }
    }
    series
}
