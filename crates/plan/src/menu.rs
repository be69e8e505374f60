//! Every way to plan a day that is worth considering.

use std::collections::BTreeMap;

use weekwise_model::{Category, ChangeAction, PlanWishes};

use crate::asked::Asked;
use crate::cells::{CELL, Run};
use crate::grid::Grid;
use crate::repair::{Applied, Repair, repairs};

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
    /// Minutes of the morning the new blocks hold; `None` where it is not held, by them or by blocks that stand.
    pub(crate) morning: Option<i64>,
    /// Open minutes left for others.
    pub(crate) bookable: i64,
    /// By how many minutes deep work, booked and open, changes.
    pub(crate) deep: i64,
    /// Minutes meetings of a category give up.
    pub(crate) taken: Vec<(Category, i64)>,
    /// What both are worth to the bands of the week, in minutes.
    pub(crate) mix: f64,
    /// Single free cells between other things: time that is of use to nobody.
    slivers: u32,
}

/// How a dish looks from outside: minutes, blocks, whether the morning is held, changes, open minutes.
type Looks = (i64, usize, bool, usize, i64);

/// Every dish of a day worth choosing, “nothing new” first. Two blocks have a cell between them.
///
/// All blocks are tried at every cell, with every way to make room for them. Of the dishes that look the same those are
/// kept that cost less, hold more of the morning or bring the bands nearer; of equal ones the tidiest, and of those the earliest.
///
/// Where deep work has reached the top of its band, and with `cautious`, only what asks nobody and takes open focus.
pub(crate) fn menu(grid: &Grid, wishes: &PlanWishes, asked: &Asked, cautious: bool) -> Vec<Dish> {
    let standing = grid
        .standing
        .iter()
        .filter(|block| block.is_focus())
        .count();
    let standing = u32::try_from(standing).unwrap_or(u32::MAX);
    let mut cook = Cook {
        grid,
        asked,
        protects_only: cautious || asked.is_full(),
        idle: None,
        shortest: wishes.shortest_minutes.div_ceil(15).max(1),
        longest: wishes.longest_minutes / 15,
        most: wishes
            .most_per_day
            .saturating_sub(standing)
            .min(MOST_BLOCKS),
        found: BTreeMap::new(),
    };
    // What a block the user placed asks for is asked for whatever else is planned: on the day itself.
    let mut nothing = repairs(grid, &[]);
    nothing.retain(|repair| repair.changes.iter().all(|change| !change.leaves));
    let Some(least) = nothing.into_iter().min_by(|a, b| a.cost.total_cmp(&b.cost)) else {
        return Vec::new();
    };
    cook.serve(&[], least);
    if grid.room != 0 {
        cook.add(&mut Vec::new(), 0);
    }
    cook.found.into_values().flatten().collect()
}

struct Cook<'a> {
    grid: &'a Grid,
    asked: &'a Asked,
    /// Whether only open focus is given to blocks, and nobody is asked.
    protects_only: bool,
    /// Changes and deep work of the day without a new block.
    idle: Option<(usize, i64)>,
    shortest: u32,
    longest: u32,
    most: u32,
    found: BTreeMap<Looks, Vec<Dish>>,
}

impl Cook<'_> {
    /// Dishes with one more block, which starts at `from` or later.
    fn add(&mut self, blocks: &mut Vec<Run>, from: u32) {
        if u32::try_from(blocks.len()).unwrap_or(u32::MAX) >= self.most {
            return;
        }
        for start in (from..127).filter(|start| self.grid.room >> start & 1 == 1) {
            for len in self.shortest..=self.longest {
                let run = Run { start, len };
                if start + len > 127 || run.cells() & !self.grid.room != 0 {
                    break;
                }
                blocks.push(run);
                let repairs = repairs(self.grid, blocks);
                // More cells never touch fewer meetings: what has no repair now has none with a longer block.
                let is_possible = !repairs.is_empty();
                for repair in repairs {
                    self.serve(blocks, repair);
                }
                if is_possible {
                    self.add(blocks, start + len + 1);
                }
                blocks.pop();
                if !is_possible {
                    break;
                }
            }
        }
    }

    fn serve(&mut self, blocks: &[Run], repair: Repair) {
        let (grid, changes) = (self.grid, repair.changes);
        let meetings = grid.touchable.iter().fold(grid.fixed, |all, meeting| {
            let change = changes.iter().find(|change| change.entry == meeting.entry);
            all | change.map_or(meeting.cells, |change| change.after)
        });
        let cells = blocks
            .iter()
            .fold(grid.locked, |all, run| all | run.cells());
        let left = grid.open & !meetings & !cells;
        let deep = grid.deep_change(&changes, blocks, &[]);
        let (asks, idle) = *self.idle.get_or_insert((changes.len(), deep));
        if self.protects_only && (changes.len() > asks || deep != idle) {
            return;
        }
        let taken = self.taken(&changes);
        let nearer = |(category, minutes): &(Category, i64)| {
            self.asked.minute(*category) * (*minutes as f64).min(self.asked.gap(*category))
        };
        let mix = self.asked.deep_minute() * deep as f64 + taken.iter().map(nearer).sum::<f64>();
        let dish = Dish {
            deep,
            mix,
            taken,
            cost: repair.cost,
            minutes: i64::from(blocks.iter().map(|run| run.len).sum::<u32>()) * CELL,
            morning: repair.morning,
            // What moves to another day takes its time there.
            bookable: i64::from(left.count_ones()) * CELL - self.leaving(&changes),
            slivers: (left & !(left << 1) & !(left >> 1)).count_ones(),
            blocks: blocks.to_vec(),
            changes,
        };
        let looks = (
            dish.minutes,
            blocks.len(),
            dish.morning.is_some(),
            dish.changes.len(),
            dish.bookable,
        );
        let alike = self.found.entry(looks).or_default();
        if alike.iter().any(|known| known.is_as_good_as(&dish)) {
            return;
        }
        alike.retain(|known| !dish.is_as_good_as(known));
        alike.push(dish);
    }

    /// Minutes of meetings that move to another day.
    fn leaving(&self, changes: &[Applied]) -> i64 {
        let leaves = |entry: usize| changes.iter().any(|c| c.leaves && c.entry == entry);
        let leaving = self.grid.touchable.iter().filter(|m| leaves(m.entry));
        leaving.map(|meeting| i64::from(meeting.len) * CELL).sum()
    }

    /// What meetings give up, by category.
    fn taken(&self, changes: &[Applied]) -> Vec<(Category, i64)> {
        let mut all: Vec<(Category, i64)> = Vec::new();
        for change in changes
            .iter()
            .filter(|change| change.action != ChangeAction::Move)
        {
            let mut touchable = self.grid.touchable.iter();
            let Some(meeting) = touchable.find(|meeting| meeting.entry == change.entry) else {
                continue;
            };
            let (from, to) = meeting.minutes;
            let left = change.minutes(meeting, self.grid.origin);
            let given = to - from - left.map_or(0, |(from, to)| to - from);
            match all
                .iter_mut()
                .find(|(category, _)| *category == meeting.category)
            {
                Some((_, minutes)) => *minutes += given,
                None => all.push((meeting.category, given)),
            }
        }
        all
    }
}

impl Dish {
    /// Whether nothing speaks for the other one, which looks the same.
    fn is_as_good_as(&self, other: &Self) -> bool {
        let cheaper = self.cost < other.cost - 1e-9;
        let nearer = self.mix > other.mix + 1e-9;
        let better = cheaper || nearer || self.morning > other.morning;
        self.cost < other.cost + 1e-9
            && self.mix > other.mix - 1e-9
            && self.morning >= other.morning
            && (better || (self.slivers, &self.blocks) <= (other.slivers, &other.blocks))
    }
}
