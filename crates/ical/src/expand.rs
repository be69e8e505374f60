//! Series to occurrences within a window (RFC 5545 sections 3.8.4.4 and 3.8.5).

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

use chrono_tz::Tz;
use rayon::prelude::*;
use weekwise_model::{Event, InstanceId, Occurrence, Span};

use crate::instance_name::instance_id;
use crate::instances::Instances;
use crate::read::uid_as_written;
use crate::recur::Until;
use crate::schedule::{Length, Moment, Schedule};
use crate::series::{Entry, Series};
use crate::time::{self, DAY, Day, Instant, Wall};
use crate::zone::Zone;
use crate::{Imported, limits};

/// What a window cut short.
#[derive(Default)]
pub(crate) struct CutShort {
    /// Series with too many occurrences.
    pub series: Vec<Arc<Event>>,
    /// Whether there were too many altogether.
    pub total: bool,
}

/// The window, and whose clock it is seen from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub from: Instant,
    pub to: Instant,
    pub zone: Tz,
}

/// How many series are expanded before the bounds of the whole are looked at.
const CHUNK: usize = 8_192;

/// How many of them one thread takes at a time.
const TOGETHER: usize = 128;

/// An occurrence with what it is sorted by first: its start and how its UID begins.
type Placed = (Instant, u64, Occurrence);

/// Every occurrence that overlaps `[from, to)`.
pub(crate) fn expand(
    imported: &Imported,
    from: Instant,
    to: Instant,
    zone: Tz,
) -> (Vec<Occurrence>, CutShort) {
    let window = Window { from, to, zone };
    let mut cut = CutShort::default();
    let mut all: Vec<Placed> = Vec::new();
    let mut steps_left = limits::STEPS;
    if from >= to {
        return (Vec::new(), cut);
    }
    for chunk in imported.series.chunks(CHUNK) {
        let room = limits::OCCURRENCES - all.len();
        // In parallel first; where that overruns a bound, again one by one, so that what is cut is always the same.
        let (occurrences, steps) = (AtomicUsize::new(0), AtomicU64::new(0));
        let over = || {
            occurrences.load(Ordering::Relaxed) > room || steps.load(Ordering::Relaxed) > steps_left
        };
        let some = |list: &[Series]| {
            let mut found = Found::default();
            for series in list {
                if over() {
                    break;
                }
                let before = (found.occurrences.len(), found.steps);
                expand_series(imported, series, window, &mut found);
                occurrences.fetch_add(found.occurrences.len() - before.0, Ordering::Relaxed);
                steps.fetch_add(found.steps - before.1, Ordering::Relaxed);
            }
            found
        };
        let found: Vec<Found> = chunk.par_chunks(TOGETHER).map(some).collect();
        if over() {
            for series in chunk {
                if all.len() >= limits::OCCURRENCES || steps_left == 0 {
                    break;
                }
                let mut found = Found::default();
                expand_series(imported, series, window, &mut found);
                steps_left = steps_left.saturating_sub(found.steps);
                cut.series.extend(found.cut);
                let room = limits::OCCURRENCES - all.len();
                all.extend(found.occurrences.into_iter().take(room));
            }
            cut.total = true;
            break;
        }
        steps_left -= steps.load(Ordering::Relaxed);
        for mut found in found {
            cut.series.append(&mut found.cut);
            all.append(&mut found.occurrences);
        }
    }
    all.par_sort_by(|(at, begins, a), (bt, bbegins, b)| {
        (at, begins)
            .cmp(&(bt, bbegins))
            .then_with(|| uid_as_written(&a.event).cmp(uid_as_written(&b.event)))
            .then_with(|| a.event.summary.cmp(&b.event.summary))
            .then_with(|| a.recurrence_id.cmp(&b.recurrence_id))
    });
    let occurrences = all.into_par_iter().map(|(_, _, occurrence)| occurrence);
    (occurrences.collect(), cut)
}

/// What some series give.
#[derive(Default)]
pub(crate) struct Found {
    pub occurrences: Vec<Placed>,
    /// Those with too many occurrences.
    pub cut: Vec<Arc<Event>>,
    pub steps: u64,
}

/// How a UID begins, as a number that sorts like it: it tells most apart without their texts being looked up.
fn uid_begins(event: &Event) -> u64 {
    let mut begins = [0; 8];
    for (to, from) in begins.iter_mut().zip(uid_as_written(event).bytes()) {
        *to = from;
    }
    u64::from_be_bytes(begins)
}

impl Found {
    /// A series has too many occurrences. Said once.
    pub(crate) fn cut(&mut self, event: &Arc<Event>) {
        if !self.cut.last().is_some_and(|last| Arc::ptr_eq(last, event)) {
            self.cut.push(Arc::clone(event));
        }
    }

    /// Adds an occurrence where it overlaps the window.
    pub(crate) fn add(
        &mut self,
        event: &Arc<Event>,
        recurrence_id: Option<InstanceId>,
        start: &Moment,
        length: Length,
        window: Window,
    ) {
        let begin = start.instant(window.zone);
        let (end, span) = match start {
            Moment::Day(day) => {
                let last = day
                    .saturating_add(length.days())
                    .clamp(time::DAY_MIN, time::DAY_MAX);
                let end = Moment::Day(last).instant(window.zone);
                let span = Span::AllDay {
                    start: time::naive_date(*day),
                    end: time::naive_date(last),
                };
                (end, span)
            }
            Moment::At { wall, zone } => {
                let end = length.end(*wall, begin, zone, window.zone).max(begin);
                (
                    end,
                    Span::Timed {
                        start: time::utc(begin),
                        end: time::utc(end),
                    },
                )
            }
        };
        let overlaps = if begin == end {
            window.from <= begin && begin < window.to
        } else {
            begin < window.to && window.from < end
        };
        if overlaps {
            self.occurrences.push((
                begin,
                uid_begins(event),
                Occurrence {
                    event: Arc::clone(event),
                    recurrence_id,
                    span,
                },
            ));
        }
    }
}

fn expand_series(imported: &Imported, series: &Series, window: Window, found: &mut Found) {
    let entry = |place: &u32| imported.entries.get(*place as usize);
    // Most series are a single event.
    if let ([master], []) = (series.masters.as_slice(), series.overrides.as_slice())
        && let Some(master) = entry(master)
        && master.schedule.repeat.is_none()
    {
        found.add(
            &master.event,
            None,
            &master.schedule.start,
            master.schedule.length,
            window,
        );
        return;
    }
    let overrides: Vec<&Entry> = series.overrides.iter().filter_map(entry).collect();
    for master in series.masters.iter().filter_map(entry) {
        let home = imported
            .homes
            .get(master.event.calendar.0 as usize)
            .unwrap_or(&Zone::Floating);
        Instances::of(master, &overrides, home, window).collect(found);
    }
    let master = series.masters.first().and_then(entry);
    for changed in overrides {
        let home = imported
            .homes
            .get(changed.event.calendar.0 as usize)
            .unwrap_or(&Zone::Floating);
        let Some(instance) = &changed.schedule.instance else {
            continue;
        };
        let like = master.map_or(&changed.schedule, |master| &master.schedule);
        let id = instance_id(&instance.at, &like.start, home, window.zone);
        found.add(
            &changed.event,
            Some(id),
            &changed.schedule.start,
            changed.schedule.length,
            window,
        );
    }
}

/// The first and the last day of a schedule that are certain; a series without an end counts with its start.
pub(crate) fn first_and_last_day(schedule: &Schedule) -> (Day, Day) {
    let first = schedule.start.day();
    let length = schedule
        .length
        .at_most(matches!(schedule.start, Moment::Day(_)));
    let more = i32::try_from((length.max(1) - 1) / DAY).unwrap_or(0);
    let mut last = first.saturating_add(more);
    if let Some(repeat) = &schedule.repeat {
        for (moment, _) in &repeat.dates {
            last = last.max(moment.day());
        }
        for rule in &repeat.rules {
            let until: Option<Wall> = match rule.until {
                Some(Until::Day(day)) => Some(time::midnight(day)),
                Some(Until::Wall(wall)) => Some(wall),
                Some(Until::Instant(at)) => Some(at),
                None => None,
            };
            if let Some(wall) = until {
                last = last.max(time::day_of(wall));
            } else if let Some(count) = rule.count {
                last = last.max(first.saturating_add(rule.days_of_count(count)));
            }
        }
    }
    (first, last.min(time::DAY_MAX))
}
