//! One day and what can be planned on it.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use weekwise_model::{ChangeAction, PlanSlot, PlanWishes};

use crate::cells::{
    CELL, Cells, Run, cell_down, cell_up, first_bits, instant_at, longest_run, mask_i, midnight,
};
use crate::input::{Claim, PlanInput, Span, WorkDay};
use crate::standing::{Standing, instants, minutes_of};

/// Working cells of a morning: three hours.
const MORNING: u32 = 12;

/// Cells of a morning in one piece that protect it: 150 minutes.
const PROTECTED: u32 = 10;

/// A meeting something may be done about.
#[derive(Debug, Clone)]
pub(crate) struct Touchable {
    /// Its place in the input.
    pub(crate) entry: usize,
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
    morning: Cells,
    protected: u32,
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
        if let Some(lunch) = wishes.lunch {
            let wall = |time: NaiveTime| instant_at(day.date, time, input.zone);
            open &= !touching(wall(lunch.start), wall(lunch.end));
        }
        let mut grid = Self {
            date: day.date,
            origin,
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
            morning: first_bits(work, MORNING),
            protected: PROTECTED
                .min(wishes.longest_minutes / 15)
                .min(work.count_ones().min(MORNING))
                .max(1),
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
            match &entry.claim {
                Claim::Meeting { may, .. } => {
                    meetings.push((entry.start, entry.end));
                    let room = touching(entry.start - breathing, entry.end + breathing);
                    let within =
                        entry.start >= origin && entry.end <= next && entry.start > input.now;
                    if may.is_empty() || wishes.no_changes || !within || cells & open == 0 {
                        grid.fixed |= cells;
                        grid.room &= !room;
                    } else {
                        let length = (entry.end - entry.start).num_minutes();
                        // Half, in steps of five minutes.
                        let half = (length / 2 / 5 * 5).max(15);
                        let shortened = (half < length).then(|| {
                            let end = entry.start + TimeDelta::minutes(half);
                            let room = touching(entry.start - breathing, end + breathing);
                            (room, touching(entry.start, end), end)
                        });
                        grid.touchable.push(Touchable {
                            entry: index,
                            cells,
                            room,
                            len: u32::try_from((length + CELL - 1) / CELL)
                                .unwrap_or(1)
                                .max(1),
                            first: cells.trailing_zeros(),
                            may: may.clone(),
                            shortened,
                        });
                    }
                }
                Claim::Focus | Claim::Busy => {
                    grid.fixed |= cells;
                    grid.room &= !cells;
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
                let morning = grid.protects(
                    inside(start, end) & !held.iter().fold(0, |m, &(a, b)| m | touching(a, b)),
                );
                grid.standing.push(Standing {
                    uid: Some(entry.uid.clone()),
                    start,
                    end,
                    minutes,
                    morning,
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
        grid
    }

    /// Whether a block over these cells, in one piece, protects the morning.
    pub(crate) fn protects(&self, cells: Cells) -> bool {
        self.morning != 0 && longest_run(cells & self.morning) >= self.protected
    }

    /// Whether the morning has not begun.
    pub(crate) fn is_morning_ahead(&self) -> bool {
        self.open & first_bits(self.morning, 1) != 0
    }

    /// Whether a block of the lengths wanted could protect the morning if no meeting were there.
    pub(crate) fn has_morning_for(&self, wishes: &PlanWishes) -> bool {
        let lengths = wishes.shortest_minutes.div_ceil(15).max(1)..=wishes.longest_minutes / 15;
        (0..100).any(|start| {
            lengths
                .clone()
                .map(|len| Run { start, len }.cells())
                .take_while(|cells| cells & !self.open == 0)
                .any(|cells| self.protects(cells))
        })
    }

    pub(crate) fn instant(&self, cell: u32) -> DateTime<Utc> {
        self.origin + TimeDelta::minutes(i64::from(cell) * CELL)
    }

    /// Whether anything can still happen on it.
    pub(crate) fn is_open(&self) -> bool {
        self.open != 0
    }
}
