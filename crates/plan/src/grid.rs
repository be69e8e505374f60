//! One day and what can be planned on it.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use weekwise_model::{ChangeAction, PlanSlot, PlanWishes};

use crate::cells::{CELL, Cells, Run, cell_down, cell_up, mask_i, midnight};
use crate::input::{Claim, PlanInput, Span, WorkDay};
use crate::morning::{HELD, Minutes, Morning, held, minutes_since, union};
use crate::repair::Applied;
use crate::standing::{Standing, instants, minutes_of};

/// Asking so shortly before a meeting takes more persuading.
const SHORT_NOTICE: TimeDelta = TimeDelta::hours(24);

/// What short notice adds to a social cost.
const SHORT_NOTICE_COST: f64 = 1.0;

/// Whether little time is left to ask.
pub(crate) fn is_soon(start: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    start < now + SHORT_NOTICE
}

/// A meeting something may be done about.
#[derive(Debug, Clone)]
pub(crate) struct Touchable {
    /// Its place in the input.
    pub(crate) entry: usize,
    pub(crate) minutes: Minutes,
    pub(crate) cells: Cells,
    /// With breathing room.
    pub(crate) room: Cells,
    pub(crate) len: u32,
    pub(crate) first: u32,
    pub(crate) may: Vec<(ChangeAction, f64)>,
    /// When shortened: the cells it takes with breathing room and without, and when it ends.
    pub(crate) shortened: Option<(Cells, Cells, DateTime<Utc>)>,
}

/// What can be planned on a day.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) date: NaiveDate,
    pub(crate) origin: DateTime<Utc>,
    /// Working minutes of the whole day, past ones too.
    pub(crate) work_minutes: i64,
    /// When the working time of its working day begins.
    begins: Option<DateTime<Utc>>,
    /// Working time from now on without lunch: where meetings may be moved to.
    pub(crate) open: Cells,
    /// Where blocks may lie, if touchable meetings give way.
    pub(crate) room: Cells,
    /// What cannot give way: meetings, own blocks.
    pub(crate) fixed: Cells,
    pub(crate) touchable: Vec<Touchable>,
    pub(crate) standing: Vec<Standing>,
    /// Cells of locked blocks.
    pub(crate) locked: Cells,
    pub(crate) morning: Option<Morning>,
    /// What cannot give way and is no focus block, as far as it touches the morning.
    in_morning: Vec<Minutes>,
    /// When standing blocks are, in order, not overlapping.
    own: Vec<Minutes>,
    /// Cells of breathing room.
    pub(crate) pad: u32,
    /// Locked blocks that cannot be, and why.
    pub(crate) refused: Vec<(PlanSlot, &'static str)>,
}

impl Grid {
    pub(crate) fn new(input: &PlanInput, day: &WorkDay) -> Self {
        let wishes = &input.wishes;
        let origin = midnight(day.date, input.zone);
        let next = midnight(day.date.succ_opt().unwrap_or(day.date), input.zone);
        let size = cell_up(origin, next).clamp(0, 127);
        let at = |instant: DateTime<Utc>| instant.clamp(origin, next);
        let inside = |from, to| mask_i(cell_up(origin, at(from)), cell_down(origin, at(to)));
        let touching = |from, to| mask_i(cell_down(origin, at(from)), cell_up(origin, at(to)));
        let whole = mask_i(0, size);
        let breathing = TimeDelta::minutes(i64::from(wishes.breathing_minutes));
        let pad = wishes.breathing_minutes.div_ceil(15);

        let work = day
            .work
            .iter()
            .fold(0, |sum, &(from, to)| sum | inside(from, to));
        let past = mask_i(0, cell_up(origin, at(input.now)));
        let mut open = work & !past & whole;
        let wished = wishes.lunch.filter(|_| !day.has_lunch);
        let noon = wished.as_slice();
        for (from, to) in input.whereabouts.on(day.date, |_| noon) {
            open &= !touching(from, to);
        }
        let mut grid = Self {
            date: day.date,
            origin,
            begins: day.begins.and_then(|begins| {
                let (from, _) = day.work.iter().find(|(_, to)| *to > begins)?;
                Some(begins.max(*from))
            }),
            work_minutes: day
                .work
                .iter()
                .map(|(from, to)| (*to - *from).num_minutes())
                .sum(),
            open,
            room: open,
            fixed: 0,
            touchable: Vec::new(),
            standing: Vec::new(),
            locked: 0,
            morning: Morning::of(day, origin),
            in_morning: Vec::new(),
            own: Vec::new(),
            pad,
            refused: Vec::new(),
        };
        let here =
            |start: DateTime<Utc>, end: DateTime<Utc>| start < next && origin < end && start < end;
        let mut meetings: Vec<Span> = Vec::new();
        for (index, entry) in input.entries.iter().enumerate() {
            if !here(entry.start, entry.end) {
                continue;
            }
            let cells = touching(entry.start, entry.end);
            let minutes = minutes_since(origin, (entry.start, entry.end));
            match &entry.claim {
                Claim::Meeting { may, .. } => {
                    meetings.push((entry.start, entry.end));
                    let room = touching(entry.start - breathing, entry.end + breathing);
                    let within =
                        entry.start >= origin && entry.end <= next && entry.start > input.now;
                    if may.is_empty() || wishes.no_changes || !within || cells & open == 0 {
                        grid.fixed |= cells;
                        grid.room &= !room;
                        grid.in_morning.push(minutes);
                    } else {
                        let length = (entry.end - entry.start).num_minutes();
                        // Half, in steps of five minutes.
                        let half = (length / 2 / 5 * 5).max(15);
                        let shortened = (half < length).then(|| {
                            let end = entry.start + TimeDelta::minutes(half);
                            let room = touching(entry.start - breathing, end + breathing);
                            (room, touching(entry.start, end), end)
                        });
                        let more = if is_soon(entry.start, input.now) {
                            SHORT_NOTICE_COST
                        } else {
                            0.0
                        };
                        grid.touchable.push(Touchable {
                            entry: index,
                            minutes,
                            cells,
                            room,
                            len: u32::try_from((length + CELL - 1) / CELL)
                                .unwrap_or(1)
                                .max(1),
                            first: cells.trailing_zeros(),
                            may: may.iter().map(|&(how, cost)| (how, cost + more)).collect(),
                            shortened,
                        });
                    }
                }
                Claim::Focus | Claim::Busy => {
                    grid.fixed |= cells;
                    grid.room &= !cells;
                    if entry.claim == Claim::Busy {
                        grid.in_morning.push(minutes);
                    }
                }
            }
        }
        for entry in input
            .entries
            .iter()
            .filter(|e| e.claim == Claim::Focus && here(e.start, e.end))
        {
            let (start, end) = (at(entry.start), at(entry.end));
            let held: Vec<_> = grid
                .standing
                .iter()
                .map(|s| (s.start, s.end))
                .chain(meetings.iter().copied())
                .collect();
            let minutes = minutes_of(&day.work, start, end, &held);
            if minutes > 0 {
                grid.standing.push(Standing {
                    uid: Some(entry.uid.clone()),
                    start,
                    end,
                    minutes,
                    locked: false,
                });
            }
        }
        for slot in &wishes.dismissed {
            if let Some((from, to)) = instants(slot).filter(|(a, b)| here(*a, *b)) {
                grid.room &= !touching(from, to);
            }
        }
        for slot in wishes.locked.iter().chain(&wishes.added) {
            let Some((from, to)) = instants(slot).filter(|(a, _)| *a >= origin && *a < next) else {
                continue;
            };
            grid.lock(
                slot,
                from,
                to,
                next,
                &day.work,
                input.now,
                touching(from, to),
            );
        }
        let own = grid.standing.iter();
        grid.own = union(own.map(|block| minutes_since(origin, (block.start, block.end))));
        grid
    }

    /// The stretch of the morning that blocks hold after these changes: blocks that stand and new ones over `cells`.
    /// `None` where they hold none.
    pub(crate) fn held_morning(&self, changes: &[Applied], blocks: &[Run]) -> Option<Minutes> {
        let morning = self.morning?;
        let new = || blocks.iter().map(|run| run.minutes());
        let standing = || self.standing_minutes(morning.whole());
        // Most sets of blocks are not even near it.
        if held(morning.whole(), new()) + standing() < HELD {
            return None;
        }
        let asked = self.touchable.iter().filter_map(|meeting| {
            match changes.iter().find(|change| change.entry == meeting.entry) {
                None => Some(meeting.minutes),
                Some(change) => change.minutes(meeting, self.origin),
            }
        });
        let stretch = morning.stretch(self.in_morning.iter().copied().chain(asked))?;
        let holds = held(stretch, new()) + self.standing_minutes(stretch);
        (holds >= HELD).then_some(stretch)
    }

    /// Minutes of a stretch that standing blocks hold.
    fn standing_minutes(&self, stretch: Minutes) -> i64 {
        held(stretch, self.own.iter().copied())
    }

    /// Whether a meeting over these cells leaves the whole morning alone.
    pub(crate) fn is_apart_from_morning(&self, cells: Cells) -> bool {
        self.morning.is_none_or(|morning| {
            let (from, to) = morning.whole();
            cells & mask_i(from.div_euclid(CELL), (to + CELL - 1).div_euclid(CELL)) == 0
        })
    }

    /// Whether the morning has not begun.
    pub(crate) fn is_morning_ahead(&self) -> bool {
        self.morning.is_some_and(|morning| {
            let first = u32::try_from(morning.whole().0.div_euclid(CELL)).unwrap_or(127);
            self.open >> first & 1 == 1
        })
    }

    /// Whether a block of the lengths wanted could hold the morning if no meeting were there.
    pub(crate) fn has_morning_for(&self, wishes: &PlanWishes) -> bool {
        let Some(morning) = self.morning else {
            return false;
        };
        let lengths = wishes.shortest_minutes.div_ceil(15).max(1)..=wishes.longest_minutes / 15;
        let needed = HELD.min(i64::from(wishes.longest_minutes));
        (0..100_u32).any(|start| {
            lengths
                .clone()
                .map(|len| Run { start, len })
                .take_while(|run| run.cells() & !self.open == 0)
                .any(|run| held(morning.whole(), [run.minutes()]) >= needed)
        })
    }

    pub(crate) fn instant(&self, cell: u32) -> DateTime<Utc> {
        self.origin + TimeDelta::minutes(i64::from(cell) * CELL)
    }

    /// Whether a working day begins on it that something can still happen on. On a journey a day may have nothing but the
    /// last hours of the day before.
    pub(crate) fn is_workday(&self) -> bool {
        self.begins.is_some() && self.is_open()
    }

    /// Whether some of its working time is over.
    pub(crate) fn has_begun(&self, now: DateTime<Utc>) -> bool {
        self.begins.is_some_and(|begins| begins < now)
    }

    /// Whether anything can still happen on it.
    pub(crate) fn is_open(&self) -> bool {
        self.open != 0
    }
}
