//! Every way to plan a day that is worth considering.

use std::collections::BTreeMap;

use weekwise_model::PlanWishes;

use crate::cells::{CELL, Cells, Run};
use crate::grid::Grid;
use crate::repair::{Applied, repair};

/// Most blocks a day that are ever looked at.
const MOST_BLOCKS: u32 = 4;

/// One way to plan a day.
#[derive(Debug, Clone)]
pub(crate) struct Dish {
    /// New blocks, by start.
    pub(crate) blocks: Vec<Run>,
    /// What must change for them.
    pub(crate) changes: Vec<Applied>,
    /// Their social cost together.
    pub(crate) cost: f64,
    /// Minutes of new blocks.
    pub(crate) minutes: i64,
    /// Whether a block, new or standing, protects the morning.
    pub(crate) morning: bool,
    /// Open minutes left for others.
    pub(crate) bookable: i64,
}

/// How a dish looks from outside: of two that look the same, the cheaper one is enough.
type Looks = (usize, i64, bool, usize, i64);

/// Every dish of a day, “nothing new” first. Two blocks have a cell between them.
///
/// A block may start wherever room begins: after what is fixed, after a meeting that could give way, after another
/// block, or with room for moved meetings before it. Any other start can be shifted back to one of these without
/// touching more meetings or losing a minute, so none is lost.
pub(crate) fn menu(grid: &Grid, wishes: &PlanWishes) -> Vec<Dish> {
    let Some((cost, changes)) = repair(grid, grid.locked) else {
        return Vec::new();
    };
    let standing = u32::try_from(grid.standing.len()).unwrap_or(u32::MAX);
    let mut cook = Cook {
        grid,
        shortest: wishes.shortest_minutes.div_ceil(15).max(1),
        longest: wishes.longest_minutes / 15,
        most: wishes
            .most_per_day
            .saturating_sub(standing)
            .min(MOST_BLOCKS),
        offsets: offsets(grid),
        is_morning: grid.standing.iter().any(|block| block.morning),
        found: BTreeMap::new(),
    };
    cook.serve(&[], 0, cook.is_morning, cost, changes);
    if grid.room != 0 {
        cook.add(&mut Vec::new(), 0, 0, cook.is_morning);
    }
    cook.found.into_values().collect()
}

struct Cook<'a> {
    grid: &'a Grid,
    shortest: u32,
    longest: u32,
    most: u32,
    offsets: Vec<u32>,
    is_morning: bool,
    found: BTreeMap<Looks, Dish>,
}

impl Cook<'_> {
    /// Dishes with one more block, which starts at `from` or later.
    fn add(&mut self, blocks: &mut Vec<Run>, cells: Cells, from: u32, morning: bool) {
        if u32::try_from(blocks.len()).unwrap_or(u32::MAX) >= self.most {
            return;
        }
        for start in self.starts(from) {
            for len in self.shortest..=self.longest {
                let run = Run { start, len };
                if start + len > 127 || run.cells() & !self.grid.room != 0 {
                    break;
                }
                let all = cells | run.cells();
                // More cells never touch fewer meetings: what has no repair now has none with a longer block.
                let Some((cost, changes)) = repair(self.grid, all | self.grid.locked) else {
                    break;
                };
                let morning = morning || self.grid.protects(run.cells());
                blocks.push(run);
                self.serve(blocks, all, morning, cost, changes);
                self.add(blocks, all, start + len + 1, morning);
                blocks.pop();
            }
        }
    }

    fn serve(
        &mut self,
        blocks: &[Run],
        cells: Cells,
        morning: bool,
        cost: f64,
        changes: Vec<Applied>,
    ) {
        let grid = self.grid;
        let meetings = grid.touchable.iter().fold(grid.fixed, |all, meeting| {
            let change = changes.iter().find(|change| change.entry == meeting.entry);
            all | change.map_or(meeting.cells, |change| change.after)
        });
        let left = (grid.open & !meetings & !cells & !grid.locked).count_ones();
        let bookable = i64::from(left) * CELL;
        let minutes = i64::from(blocks.iter().map(|run| run.len).sum::<u32>()) * CELL;
        let looks = (blocks.len(), minutes, morning, changes.len(), bookable);
        let earlier = |dish: &Dish| dish.blocks.as_slice() <= blocks;
        if let Some(known) = self.found.get(&looks)
            && (known.cost < cost - 1e-9 || ((known.cost - cost).abs() < 1e-9 && earlier(known)))
        {
            return;
        }
        self.found.insert(
            looks,
            Dish {
                blocks: blocks.to_vec(),
                changes,
                cost,
                minutes,
                morning,
                bookable,
            },
        );
    }

    fn starts(&self, from: u32) -> Vec<u32> {
        let room = self.grid.room;
        let begins = room & !(room << 1);
        let mut bases: Vec<u32> = (0..128).filter(|cell| begins >> cell & 1 == 1).collect();
        for meeting in &self.grid.touchable {
            let shortened = meeting.shortened.map_or(0, |(room, ..)| room);
            bases.extend([meeting.room, shortened].map(|cells| 128 - cells.leading_zeros()));
        }
        bases.push(from);
        let mut starts: Vec<u32> = bases
            .iter()
            .flat_map(|base| self.offsets.iter().map(move |offset| base + offset))
            .filter(|&start| start >= from && start < 127 && room >> start & 1 == 1)
            .collect();
        starts.sort_unstable();
        starts.dedup();
        starts
    }
}

/// Room before a block for up to two moved meetings.
fn offsets(grid: &Grid) -> Vec<u32> {
    let mut offsets = vec![0];
    for _ in 0..crate::repair::MOST_CHANGES {
        let more: Vec<u32> = offsets
            .iter()
            .flat_map(|&before| grid.touchable.iter().map(move |m| before + m.len))
            .collect();
        offsets.extend(more);
        offsets.sort_unstable();
        offsets.dedup();
    }
    let mut padded: Vec<u32> = offsets
        .iter()
        .flat_map(|&offset| [offset, offset + grid.pad, offset + 2 * grid.pad])
        .filter(|offset| *offset < 64)
        .collect();
    padded.sort_unstable();
    padded.dedup();
    padded
}
