use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use weekwise_model::{Classified, IsoWeek, KeptWeek, Shape, Status};

use crate::export::Former;
use crate::uid::is_planned;

/// What became of a planned block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is where it was planned, and nothing lies over it.
    Kept,
    /// It is elsewhere.
    Moved,
    /// A meeting lies over it.
    Invaded,
    /// It is not in the calendar any more.
    Gone,
}

/// A planned block and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Recognised {
    /// As it was planned.
    pub planned: Former,
    /// Its fate.
    pub fate: Fate,
    /// Minutes of it that no meeting took, where it was planned or where it is now.
    pub kept_minutes: i64,
}

/// What became of planned blocks in a calendar that comes back. `counted` is what takes time in it.
pub fn recognise(planned: &[Former], counted: &[&Classified], zone: Tz) -> Vec<Recognised> {
    let span = |c: &Classified| c.occurrence.span.instants(zone);
    let meetings: Vec<(DateTime<Utc>, DateTime<Utc>)> = {
        // Where the calendar hides people, an open hour for 1:1s reads as one: what was planned invades nothing.
        let meetings = counted
            .iter()
            .filter(|c| c.shape == Shape::Meeting && !is_planned(&c.occurrence.event.uid));
        let mut spans: Vec<_> = meetings.map(|c| span(c)).collect();
        spans.sort_unstable();
        spans
    };
    planned
        .iter()
        .filter(|block| !block.cancelled)
        .map(|block| {
            let same: Vec<_> = counted
                .iter()
                .filter(|c| {
                    c.occurrence.event.uid == block.uid
                        && c.occurrence.event.status != Status::Cancelled
                })
                .map(|c| span(c))
                .collect();
            // Some calendars give what they import names of their own.
            let is_known = counted.iter().any(|c| c.occurrence.event.uid == block.uid);
            let same = if is_known {
                same
            } else {
                let own = counted.iter().filter(|c| c.shape == Shape::Block);
                own.map(|c| span(c))
                    .filter(|span| *span == (block.start, block.end))
                    .collect()
            };
            // The instance of a series that is nearest to where it was planned.
            let found = same
                .iter()
                .min_by_key(|(start, _)| (*start - block.start).abs());
            let (fate, kept_minutes) = match found {
                Some(&(start, end)) if (start - block.start).num_days().abs() < 4 => {
                    let taken = overlap(&meetings, start, end);
                    let fate = if taken > 0 {
                        Fate::Invaded
                    } else if (start, end) == (block.start, block.end) {
                        Fate::Kept
                    } else {
                        Fate::Moved
                    };
                    (fate, (end - start).num_minutes() - taken)
                }
                _ => (Fate::Gone, 0),
            };
            Recognised {
                planned: block.clone(),
                fate,
                kept_minutes,
            }
        })
        .collect()
}

/// Planned against kept, week by week, of blocks that are over.
pub fn kept_weeks(recognised: &[Recognised], zone: Tz, now: DateTime<Utc>) -> Vec<KeptWeek> {
    let mut weeks: BTreeMap<IsoWeek, KeptWeek> = BTreeMap::new();
    for block in recognised.iter().filter(|block| block.planned.end <= now) {
        let week = IsoWeek::of(block.planned.start.with_timezone(&zone).date_naive());
        let entry = weeks.entry(week).or_insert(KeptWeek {
            week,
            planned_minutes: 0,
            kept_minutes: 0,
            kept: 0,
            moved: 0,
            invaded: 0,
            gone: 0,
        });
        let planned = (block.planned.end - block.planned.start).num_minutes();
        entry.planned_minutes += planned;
        entry.kept_minutes += block.kept_minutes.min(planned);
        match block.fate {
            Fate::Kept => entry.kept += 1,
            Fate::Moved => entry.moved += 1,
            Fate::Invaded => entry.invaded += 1,
            Fate::Gone => entry.gone += 1,
        }
    }
    weeks.into_values().collect()
}

/// Minutes of a stretch that lie under meetings in order of their start.
fn overlap(
    meetings: &[(DateTime<Utc>, DateTime<Utc>)],
    start: DateTime<Utc>,
    end: DateTime<Utc>,
) -> i64 {
    let (mut at, mut minutes) = (start, 0);
    for &(from, to) in meetings {
        let (from, to) = (from.max(at), to.min(end));
        if from < to {
            minutes += (to - from).num_minutes();
            at = to;
        }
    }
    minutes
}
