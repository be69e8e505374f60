//! The least costly changes that make room for blocks on a day.

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::ChangeAction;

use crate::cells::{Cells, Run, mask, widen};
use crate::grid::{Grid, Touchable};
use crate::morning::{Minutes, held, minutes_since};

/// Most changes a day: a plan that turns a day over is no plan.
pub(crate) const MOST_CHANGES: usize = 2;

/// What moving to another day costs more than moving within it.
pub(crate) const ANOTHER_DAY: f64 = 0.5;

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
    /// Whether it moves to another day of its week; when, is found once all days are chosen.
    pub(crate) leaves: bool,
    /// Its cells before.
    pub(crate) cells: Cells,
    /// Its cells afterwards.
    pub(crate) after: Cells,
}

/// One way to make room for blocks.
#[derive(Debug, Clone)]
pub(crate) struct Repair {
    pub(crate) cost: f64,
    pub(crate) changes: Vec<Applied>,
    /// Minutes of the morning the new blocks hold then; `None` where it is not held, by them or by blocks that stand.
    pub(crate) morning: Option<i64>,
    /// Open cells the meetings asked about take then.
    taken: u32,
    /// Cells by which meetings move.
    moved: u32,
}

/// Every way to make room for blocks that is worth considering: none of them costs as little as another, takes as few
/// cells and holds the morning as well. Of equal ones it is the one that moves meetings least. Empty where nothing
/// makes room.
pub(crate) fn repairs(grid: &Grid, runs: &[Run]) -> Vec<Repair> {
    let blocks = runs.iter().fold(grid.locked, |all, run| all | run.cells());
    let mut touched: Vec<&Touchable> = Vec::new();
    for meeting in &grid.touchable {
        if meeting.room & blocks != 0 {
            if touched.len() == MOST_CHANGES {
                return Vec::new();
            }
            touched.push(meeting);
        }
    }
    let others = grid
        .touchable
        .iter()
        .filter(|m| !touched.iter().any(|t| t.entry == m.entry))
        .fold(grid.fixed, |cells, m| cells | m.cells);
    let mut search = Search {
        grid,
        touched: &touched,
        runs,
        blocks,
        others,
        most: None,
        found: Vec::new(),
    };
    if touched.is_empty() {
        search.serve(&[], 0.0, 0);
        return search.found;
    }
    let gone: Vec<Applied> = touched.iter().map(|meeting| meeting.gone()).collect();
    search.most = search.morning_after(&gone);
    // Where meetings may go: open, nobody there, breathing room from the blocks.
    let free = grid.open & !others & !widen(blocks, grid.pad);
    search.try_from(0, free, 0.0, 0, &mut Vec::new());
    search.found
}

struct Search<'a> {
    grid: &'a Grid,
    touched: &'a [&'a Touchable],
    runs: &'a [Run],
    blocks: Cells,
    /// Cells of everything that is not asked about.
    others: Cells,
    /// What the morning would be if nothing of what is asked about were there.
    most: Option<i64>,
    found: Vec<Repair>,
}

impl Search<'_> {
    fn serve(&mut self, changes: &[Applied], cost: f64, moved: u32) {
        let new = Repair {
            cost,
            changes: changes.to_vec(),
            morning: self.morning_after(changes),
            taken: self.taken(changes),
            moved,
        };
        if self.found.iter().any(|known| known.is_as_good_as(&new)) {
            return;
        }
        self.found.retain(|known| !new.is_as_good_as(known));
        self.found.push(new);
    }

    fn morning_after(&self, changes: &[Applied]) -> Option<i64> {
        let stretch = self.grid.held_morning(changes, self.runs, &[])?;
        Some(held(stretch, self.runs.iter().map(|run| run.minutes())))
    }

    fn taken(&self, changes: &[Applied]) -> u32 {
        let after = changes.iter().fold(0, |all: Cells, c| all | c.after);
        (after & self.grid.open & !self.others).count_ones()
    }

    /// Whether a way that is known already is as good as whatever these changes can become.
    fn is_beaten(&self, changes: &[Applied], cost: f64, moved: u32) -> bool {
        let rest = self.touched.get(changes.len()..).unwrap_or_default();
        let least = |of: fn(&Touchable) -> f64| rest.iter().map(|meeting| of(meeting)).sum::<f64>();
        let cost = cost + least(Touchable::least_cost);
        let cells: u32 = rest.iter().map(|meeting| meeting.least_cells()).sum();
        let taken = self.taken(changes) + cells;
        self.found.iter().any(|known| {
            known.cost < cost + 1e-9
                && known.taken <= taken
                && known.morning >= self.most
                && (known.cost < cost - 1e-9 || known.taken < taken || known.moved <= moved)
        })
    }

    fn try_from(
        &mut self,
        place: usize,
        free: Cells,
        cost: f64,
        moved: u32,
        made: &mut Vec<Applied>,
    ) {
        if self.is_beaten(made, cost, moved) {
            return;
        }
        let Some(meeting) = self.touched.get(place) else {
            self.serve(&made.clone(), cost, moved);
            return;
        };
        // A meeting that gives way leaves its time to nobody else: it is not gone before it is asked about.
        let not_theirs = self
            .touched
            .iter()
            .filter(|t| t.entry != meeting.entry)
            .fold(free, |cells, t| cells & !t.cells);
        let is_last = place + 1 == self.touched.len();
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
                leaves: false,
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
                    // Moved within the morning or out of it, nearest first: for the last meeting, two places say all.
                    if meeting.may_leave {
                        let cost = price + ANOTHER_DAY;
                        let away = Applied {
                            leaves: true,
                            cost,
                            ..applied
                        };
                        go(self, away, 0, 0);
                    }
                    let mut served = (false, false);
                    let there = not_theirs & !meeting.elsewhere;
                    for (shift, start) in nearest(meeting.first, meeting.len, there) {
                        let after = mask(start, start + meeting.len);
                        let apart = self.grid.is_apart_from_morning(after);
                        if is_last {
                            if served.0 && (served.1 || !apart) {
                                continue;
                            }
                            served = (true, served.1 || apart);
                        }
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
                        if is_last && served.1 {
                            break;
                        }
                    }
                }
            }
        }
    }
}

impl Repair {
    /// Whether nothing speaks for the other one.
    fn is_as_good_as(&self, other: &Self) -> bool {
        let as_cheap = self.cost < other.cost + 1e-9;
        let cheaper = self.cost < other.cost - 1e-9;
        as_cheap
            && self.taken <= other.taken
            && self.morning >= other.morning
            && (cheaper
                || self.taken < other.taken
                || self.morning > other.morning
                || self.moved <= other.moved)
    }
}

impl Touchable {
    fn least_cost(&self) -> f64 {
        let costs = self.may.iter().map(|(_, cost)| *cost);
        costs.fold(f64::INFINITY, f64::min)
    }

    /// The fewest cells it can take.
    fn least_cells(&self) -> u32 {
        let moves = |(action, _): &(ChangeAction, f64)| *action == ChangeAction::Move;
        if self.may.iter().all(moves) && !self.may_leave {
            self.len
        } else {
            0
        }
    }

    /// As if it were not there.
    fn gone(&self) -> Applied {
        Applied {
            entry: self.entry,
            action: ChangeAction::Decline,
            cost: 0.0,
            start: None,
            end: None,
            leaves: false,
            cells: self.cells,
            after: 0,
        }
    }
}

/// Every start at which a stretch of this length is free, nearest to `first` first, later before earlier.
pub(crate) fn nearest(first: u32, len: u32, free: Cells) -> impl Iterator<Item = (u32, u32)> {
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
    /// Cells the meeting takes afterwards with breathing room.
    pub(crate) fn room(&self, meeting: &Touchable, pad: u32) -> Cells {
        match (self.action, meeting.shortened) {
            (ChangeAction::Shorten, Some((room, ..))) => room,
            _ => widen(self.after, pad),
        }
    }

    /// When the meeting would be, in minutes of its day; `None` where it would not be held with me.
    pub(crate) fn minutes(&self, meeting: &Touchable, origin: DateTime<Utc>) -> Option<Minutes> {
        let (from, to) = meeting.minutes;
        let since = |at: DateTime<Utc>| minutes_since(origin, (at, at)).0;
        match self.action {
            ChangeAction::Async | ChangeAction::Decline => None,
            ChangeAction::Shorten => Some((from, self.end.map_or(to, since))),
            ChangeAction::Move if self.leaves => None,
            ChangeAction::Move => {
                let start = self.start.map_or(from, since);
                Some((start, start + to - from))
            }
        }
    }

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
