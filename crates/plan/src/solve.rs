//! The weeks of a horizon, and the same weekdays in all of them.

use weekwise_model::{PlanChoice, PlanWishes};

use crate::grid::Grid;
use crate::input::PlanInput;
use crate::master::{Choice, Item, Week};
use crate::menu::{Dish, menu};
use crate::same_weekdays::same_weekdays;
use crate::words::whole;

/// What things are worth, in minutes of focus towards the band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Worth {
    /// A minute beyond the band's low end: but for the most focus, of no use, and taken from others.
    beyond: f64,
    /// A morning held, of those wanted.
    morning: f64,
    /// A minute of a held morning that a new block takes, where mornings are wanted: a whole one beats half of one,
    /// and none is planned for this alone.
    of_morning: f64,
    /// Having one more block, less than 0: one long block beats two short ones.
    block: f64,
    /// One point of social cost.
    trouble: f64,
    /// A change, whatever it costs others.
    change: f64,
}

/// Every day of a horizon with its menu.
pub(crate) struct Kitchen {
    pub(crate) grids: Vec<Grid>,
    pub(crate) menus: Vec<Vec<Dish>>,
}

/// The dishes chosen.
#[derive(Debug, Clone)]
pub(crate) struct Solved {
    /// Each day's dish; `None` where there is nothing to choose.
    pub(crate) dishes: Vec<Option<usize>>,
    pub(crate) value: f64,
    pub(crate) bound: f64,
}

impl Worth {
    pub(crate) fn of(choice: PlanChoice) -> Self {
        let balanced = Self {
            beyond: -0.1,
            morning: 120.0,
            of_morning: 0.05,
            block: -15.0,
            trouble: 30.0,
            change: 0.0,
        };
        match choice {
            PlanChoice::Balanced | PlanChoice::NoChanges => balanced,
            PlanChoice::FewestChanges => Self {
                change: 150.0,
                ..balanced
            },
            PlanChoice::LeastSocialCost => Self {
                trouble: 150.0,
                ..balanced
            },
            PlanChoice::MostFocus => Self {
                beyond: 0.8,
                trouble: 5.0,
                ..balanced
            },
        }
    }

    fn net(self, dish: &Dish) -> f64 {
        self.of_morning * dish.morning.unwrap_or(0) as f64 + self.block * dish.blocks.len() as f64
            - self.trouble * dish.cost
            - self.change * dish.changes.len() as f64
    }
}

impl Solved {
    pub(crate) fn is_optimal(&self) -> bool {
        self.bound - self.value < 1e-6
    }

    /// How much better another plan could be, as a share of this one's worth.
    pub(crate) fn gap(&self) -> f64 {
        if self.is_optimal() {
            0.0
        } else {
            (self.bound - self.value) / self.value.abs().max(1.0)
        }
    }
}

impl Kitchen {
    pub(crate) fn new(input: &PlanInput) -> Self {
        let grids: Vec<Grid> = input.days.iter().map(|day| Grid::new(input, day)).collect();
        let menus = grids.iter().map(|grid| menu(grid, &input.wishes)).collect();
        Self { grids, menus }
    }

    /// The week's working minutes, past days too.
    pub(crate) fn work_minutes(&self, week: usize) -> i64 {
        self.days(week)
            .map(|day| self.grids[day].work_minutes)
            .sum()
    }

    pub(crate) fn days(&self, week: usize) -> std::ops::Range<usize> {
        week * 7..(week * 7 + 7).min(self.grids.len())
    }

    /// Minutes of blocks that stand whatever is planned.
    pub(crate) fn standing_minutes(&self, week: usize) -> i64 {
        let blocks = self.days(week).flat_map(|day| &self.grids[day].standing);
        blocks.map(|block| block.minutes).sum()
    }

    /// The best dish for every day of every week.
    pub(crate) fn solve(
        &self,
        wishes: &PlanWishes,
        low: f64,
        worth: Worth,
        changes: bool,
    ) -> Solved {
        let weeks: Vec<Week> = (0..self.grids.len().div_ceil(7))
            .map(|week| self.week(week, wishes, low, worth, changes))
            .collect();
        let free: Vec<Choice> = weeks.iter().map(Week::solve).collect();
        let choices = if wishes.same_weekdays && weeks.len() > 1 && wishes.mornings > 0 {
            same_weekdays(&weeks, free, wishes.mornings as usize)
        } else {
            free
        };
        let dishes = choices
            .iter()
            .zip(&weeks)
            .flat_map(|(choice, week)| {
                let menus = choice.picks.iter().zip(&week.menus);
                menus.map(|(&pick, menu)| menu.get(pick).map(|item| item.dish))
            })
            .collect();
        Solved {
            dishes,
            value: choices.iter().map(|c| c.value).sum(),
            bound: choices.iter().map(|c| c.bound).sum(),
        }
    }

    fn week(
        &self,
        week: usize,
        wishes: &PlanWishes,
        low: f64,
        worth: Worth,
        changes: bool,
    ) -> Week {
        let days = self.days(week);
        let worth = if wishes.mornings == 0 {
            Worth {
                of_morning: 0.0,
                ..worth
            }
        } else {
            worth
        };
        let menus: Vec<Vec<Item>> = days
            .clone()
            .map(|day| items(&self.menus[day], worth, changes))
            .collect();
        let standing: usize = self.grids[days]
            .iter()
            .map(|grid| grid.standing.len())
            .sum();
        let idle: f64 = menus
            .iter()
            .filter_map(|menu| menu.first())
            .map(|item| item.bookable)
            .sum();
        let target = low * self.work_minutes(week) as f64 - self.standing_minutes(week) as f64;
        Week {
            target: target.max(0.0),
            beyond: worth.beyond,
            mornings: f64::from(wishes.mornings),
            morning: worth.morning,
            most: (f64::from(wishes.most_per_week) - standing as f64).max(0.0),
            // Where less is open than wished for, at least nothing more is taken.
            bookable: (wishes.bookable_hours * 60.0).min(idle),
            menus,
        }
    }

    pub(crate) fn dish(&self, day: usize, solved: &Solved) -> Option<&Dish> {
        let place = (*solved.dishes.get(day)?)?;
        self.menus.get(day)?.get(place)
    }

    /// Minutes of new blocks.
    pub(crate) fn new_minutes(&self, solved: &Solved) -> i64 {
        (0..self.grids.len())
            .filter_map(|day| self.dish(day, solved))
            .map(|dish| dish.minutes)
            .sum()
    }

    /// Meetings that must change.
    pub(crate) fn changes(&self, solved: &Solved) -> usize {
        (0..self.grids.len())
            .filter_map(|day| self.dish(day, solved))
            .map(|dish| dish.changes.len())
            .sum()
    }

    /// Minutes of a week that are missing to its target.
    pub(crate) fn missing(&self, week: usize, solved: &Solved, low: f64) -> i64 {
        let new: i64 = self
            .days(week)
            .filter_map(|day| self.dish(day, solved))
            .map(|dish| dish.minutes)
            .sum();
        let target = whole((low * self.work_minutes(week) as f64).ceil());
        (target - self.standing_minutes(week) - new).max(0)
    }
}

/// A menu as the week sees it, without what another dish beats in every respect.
fn items(menu: &[Dish], worth: Worth, changes: bool) -> Vec<Item> {
    let all: Vec<Item> = menu
        .iter()
        .enumerate()
        .filter(|(place, dish)| changes || *place == 0 || dish.changes.is_empty())
        .map(|(place, dish)| Item {
            dish: place,
            net: worth.net(dish),
            minutes: dish.minutes as f64,
            blocks: dish.blocks.len() as f64,
            bookable: dish.bookable as f64,
            morning: dish.morning.is_some(),
        })
        .collect();
    let beats = |a: &Item, b: &Item| {
        a.net >= b.net
            && a.minutes >= b.minutes
            && a.blocks <= b.blocks
            && a.bookable >= b.bookable
            && a.morning >= b.morning
            && (a.dish < b.dish
                || a.net > b.net
                || a.minutes > b.minutes
                || a.blocks < b.blocks
                || a.bookable > b.bookable
                || (a.morning && !b.morning))
    };
    let mut kept: Vec<Item> = all
        .iter()
        .filter(|item| item.dish == 0 || !all.iter().any(|other| beats(other, item)))
        .copied()
        .collect();
    if kept.is_empty() {
        // A day nothing can be said about: nothing is planned on it.
        kept.push(Item {
            dish: usize::MAX,
            net: 0.0,
            minutes: 0.0,
            blocks: 0.0,
            bookable: 0.0,
            morning: false,
        });
    }
    kept
}
