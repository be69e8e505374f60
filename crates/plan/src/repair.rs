//! The least costly changes that make room for blocks on a day.

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::ChangeAction;

use crate::cells::{Cells, mask, widen};
use crate::grid::{Grid, Touchable};

/// Most changes a day: a plan that turns a day over is no plan.
pub(crate) const MOST_CHANGES: usize = 2;

/// One change to a touchable meeting of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Applied {
    /// The meeting's place in the input.
    pub(crate) entry: usize,
    pub(crate) action: ChangeAction,
    pub(crate) cost: f64,
    /// When it would start; the present start but for a move.
    pub(crate) start: Option<DateTime<Utc>>,
    /// When it would end, for a shortened one.
    pub(crate) end: Option<DateTime<Utc>>,
    /// Its cells before.
    pub(crate) cells: Cells,
    /// Its cells afterwards.
    pub(crate) after: Cells,
}

/// The changes that make room for blocks on these cells at the least cost, and of equal ones those that move meetings
/// least. `None` where nothing does.
pub(crate) fn repair(grid: &Grid, blocks: Cells) -> Option<(f64, Vec<Applied>)> {
    let mut touched: Vec<&Touchable> = Vec::new();
    for meeting in &grid.touchable {
        if meeting.room & blocks != 0 {
            if touched.len() == MOST_CHANGES {
                return None;
            }
            touched.push(meeting);
        }
    }
    if touched.is_empty() {
        return Some((0.0, Vec::new()));
    }
    let others = grid
        .touchable
        .iter()
        .filter(|m| !touched.iter().any(|t| t.entry == m.entry))
        .fold(grid.fixed, |cells, m| cells | m.cells);
    // Where meetings may go: open, nobody there, breathing room from the blocks.
    let free = grid.open & !others & !widen(blocks, grid.pad);
    let mut search = Search {
        grid,
        touched: &touched,
        blocks,
        best: None,
    };
    search.try_from(0, free, 0.0, 0, &mut Vec::new());
    search.best.map(|(cost, _, changes)| (cost, changes))
}

struct Search<'a> {
    grid: &'a Grid,
    touched: &'a [&'a Touchable],
    blocks: Cells,
    /// Cost, cells moved, changes.
    best: Option<(f64, u32, Vec<Applied>)>,
}

impl Search<'_> {
    fn try_from(
        &mut self,
        place: usize,
        free: Cells,
        cost: f64,
        moved: u32,
        made: &mut Vec<Applied>,
    ) {
        if let Some((best, least, _)) = &self.best
            && (cost > *best || ((cost - *best).abs() < 1e-9 && moved >= *least))
        {
            return;
        }
        let Some(meeting) = self.touched.get(place) else {
            self.best = Some((cost, moved, made.clone()));
            return;
        };
        // A meeting that gives way leaves its time to nobody else: it is not gone before it is asked about.
        let not_theirs = self
            .touched
            .iter()
            .filter(|t| t.entry != meeting.entry)
            .fold(free, |cells, t| cells & !t.cells);
        let mut go = |search: &mut Self, applied: Applied, taken: Cells, shift: u32| {
            made.push(applied);
            search.try_from(
                place + 1,
                free & !taken,
                cost + applied.cost,
                moved + shift,
                made,
            );
            made.pop();
        };
        for &(action, price) in &meeting.may {
            let applied = Applied {
                entry: meeting.entry,
                action,
                cost: price,
                start: None,
                end: None,
                cells: meeting.cells,
                after: 0,
            };
            match action {
                ChangeAction::Async | ChangeAction::Decline => {
                    go(self, applied, 0, 0);
                }
                ChangeAction::Shorten => {
                    if let Some((room, after, end)) = meeting.shortened
                        && room & self.blocks == 0
                    {
                        // What it gives up stays its own in this plan.
                        let end = Some(end);
                        go(
                            self,
                            Applied {
                                end,
                                after,
                                ..applied
                            },
                            meeting.cells,
                            0,
                        );
                    }
                }
                ChangeAction::Move => {
                    for (shift, start) in nearest(meeting.first, meeting.len, not_theirs) {
                        let after = mask(start, start + meeting.len);
                        let start = Some(self.grid.instant(start));
                        go(
                            self,
                            Applied {
                                start,
                                after,
                                ..applied
                            },
                            after,
                            shift,
                        );
                    }
                }
            }
        }
    }
}

/// Every start at which a stretch of this length is free, nearest to `first` first, later before earlier.
fn nearest(first: u32, len: u32, free: Cells) -> impl Iterator<Item = (u32, u32)> {
    // Bit i is set where cells i to i + len are all free.
    let mut starts = free;
    for step in 1..len.min(128) {
        starts &= free >> step;
    }
    if len > 100 {
        starts = 0;
    }
    (1..128_u32).flat_map(move |shift| {
        let later = first.checked_add(shift).filter(|at| *at < 128);
        let earlier = first.checked_sub(shift);
        [later, earlier]
            .into_iter()
            .flatten()
            .filter(move |at| starts >> at & 1 == 1)
            .map(move |at| (shift, at))
    })
}

impl Applied {
    /// From when to when the meeting would be; `None` where it would not be held with me.
    pub(crate) fn becomes(
        &self,
        start: DateTime<Utc>,
        end: DateTime<Utc>,
    ) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        match self.action {
            ChangeAction::Async | ChangeAction::Decline => None,
            ChangeAction::Shorten => Some((start, self.end.unwrap_or(end))),
            ChangeAction::Move => {
                let to = self.start.unwrap_or(start);
                Some((to, to + TimeDelta::seconds((end - start).num_seconds())))
            }
        }
    }
}
