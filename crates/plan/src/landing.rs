//! Where meetings go that move to another day of their week.
//!
//! A landing takes nothing from anybody: it lies in working time that is free and in no stretch long enough to focus in, at
//! an hour at which nobody of the meeting is known to be elsewhere. So it costs the plan nothing, and the choice of the days
//! stays the best there is as long as every meeting that leaves its day finds one.

use crate::cells::{Cells, Run, mask, widen};
use crate::grid::Touchable;
use crate::morning::Minutes;
use crate::repair::nearest;
use crate::solve::{Kitchen, Solved};

/// A meeting and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Landing {
    /// The meeting's place in the input.
    pub(crate) entry: usize,
    /// The day it goes to.
    pub(crate) day: usize,
    pub(crate) run: Run,
}

/// A meeting that leaves its day.
struct Leaving {
    day: usize,
    entry: usize,
    len: u32,
    first: u32,
}

/// Places looked at for one meeting at most.
const PLACES: usize = 24;

impl Kitchen {
    /// Whether a meeting of a day finds a place on another day of its week, as the calendar has them.
    pub(crate) fn has_another_day(&self, day: usize, meeting: &Touchable) -> bool {
        let week = self.days(day / 7);
        week.filter(|&other| other != day).any(|other| {
            let grid = &self.grids[other];
            let taken = grid
                .touchable
                .iter()
                .fold(grid.fixed, |all, m| all | m.cells);
            let free = grid.open & !taken & !grid.locked & !self.elsewhere(other, meeting.entry);
            let lands =
                |run: Run| grid.deep_change(&[], &[], &[run.minutes()]) == grid.idle_change();
            places(meeting.first, meeting.len, free).any(lands)
        })
    }

    /// A place for each meeting of a week that leaves its day; the meeting that finds none where there is one.
    pub(crate) fn landings(&self, week: usize, solved: &Solved) -> Result<Vec<Landing>, usize> {
        let mut leaving = Vec::new();
        for day in self.days(week) {
            let changes = self
                .dish(day, solved)
                .into_iter()
                .flat_map(|dish| &dish.changes);
            for change in changes.filter(|change| change.leaves) {
                let mut meetings = self.grids[day].touchable.iter();
                if let Some(meeting) = meetings.find(|meeting| meeting.entry == change.entry) {
                    leaving.push(Leaving {
                        day,
                        entry: meeting.entry,
                        len: meeting.len,
                        first: meeting.first,
                    });
                }
            }
        }
        let mut made = Vec::new();
        let mut furthest = 0;
        if self.land(solved, &leaving, &mut made, &mut furthest) {
            return Ok(made);
        }
        leaving
            .get(furthest)
            .map_or(Ok(made), |leaving| Err(leaving.entry))
    }

    /// Tries every place of each meeting in turn.
    fn land(
        &self,
        solved: &Solved,
        leaving: &[Leaving],
        made: &mut Vec<Landing>,
        furthest: &mut usize,
    ) -> bool {
        let Some(meeting) = leaving.get(made.len()) else {
            return true;
        };
        *furthest = (*furthest).max(made.len());
        let mut days: Vec<usize> = self.days(meeting.day / 7).collect();
        days.retain(|day| *day != meeting.day);
        days.sort_by_key(|day| day.abs_diff(meeting.day));
        for day in days {
            for run in self.free_places(day, meeting, solved, made) {
                made.push(Landing {
                    entry: meeting.entry,
                    day,
                    run,
                });
                if self.land(solved, leaving, made, furthest) {
                    return true;
                }
                made.pop();
            }
        }
        false
    }

    /// Places on a day beside its dish that take no focus time, the nearest hour first.
    fn free_places(
        &self,
        day: usize,
        meeting: &Leaving,
        solved: &Solved,
        made: &[Landing],
    ) -> Vec<Run> {
        let (Some(grid), Some(dish)) = (self.grids.get(day), self.dish(day, solved)) else {
            return Vec::new();
        };
        let landed: Vec<Run> = made
            .iter()
            .filter(|l| l.day == day)
            .map(|l| l.run)
            .collect();
        let taken = landed.iter().fold(0, |all, run| all | run.cells());
        let blocks = dish
            .blocks
            .iter()
            .fold(grid.locked, |all, run| all | run.cells());
        let free = grid.free_beside(dish)
            & !taken
            & !widen(blocks, grid.pad)
            & !self.elsewhere(day, meeting.entry);
        let before: Vec<Minutes> = landed.iter().map(|run| run.minutes()).collect();
        let deep = grid.deep_change(&dish.changes, &dish.blocks, &before);
        let lands = |run: &Run| {
            let spans: Vec<Minutes> = before.iter().copied().chain([run.minutes()]).collect();
            grid.deep_change(&dish.changes, &dish.blocks, &spans) == deep
        };
        let morning = grid.is_held_with(dish);
        places(meeting.first, meeting.len, free)
            .filter(lands)
            .filter(|run| !morning || grid.is_apart_from_morning(run.cells()))
            .take(PLACES)
            .collect()
    }

    /// Cells of a day in which people of a meeting are elsewhere.
    fn elsewhere(&self, day: usize, entry: usize) -> Cells {
        let Some(grid) = self.grids.get(day) else {
            return 0;
        };
        let gone = self.gone.get(&entry).map_or(&[][..], Vec::as_slice);
        gone.iter().fold(0, |all, &span| all | grid.touching(span))
    }
}

/// Starts of a free stretch of a length, at the same hour first.
fn places(first: u32, len: u32, free: Cells) -> impl Iterator<Item = Run> {
    let same = mask(first, first + len);
    let here = (same & !free == 0).then_some(first);
    let others = nearest(first, len, free).map(|(_, start)| start);
    here.into_iter()
        .chain(others)
        .map(move |start| Run { start, len })
}
