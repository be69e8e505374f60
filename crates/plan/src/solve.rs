//! The weeks of a horizon, and the same weekdays in all of them.

use weekwise_model::{PlanChoice, PlanWishes};

use crate::grid::Grid;
use crate::input::PlanInput;
use crate::master::{Choice, Item, Week};
use crate::menu::{Dish, menu};

/// What things are worth, in minutes of focus towards the band.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Worth {
    /// A minute beyond the band's low end.
    beyond: f64,
    /// A morning protected, of those wanted.
    morning: f64,
    /// Having one more block, less than 0: one long block beats two short ones.
    block: f64,
    /// One point of social cost.
    trouble: f64,
    /// A change, whatever it costs others.
    change: f64,
}

/// A morning on a weekday that is not one of the pattern's.
const OFF_PATTERN: f64 = 45.0;

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
            beyond: 0.0,
            morning: 120.0,
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
        self.block * dish.blocks.len() as f64
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
        let menus: Vec<Vec<Item>> = days
            .clone()
            .map(|day| items(&self.menus[day], worth, changes))
            .collect();
        let grids = &self.grids[days];
        // Mornings that are over cannot be planned any more, but those that were kept count.
        let over = grids
            .iter()
            .filter(|grid| !grid.is_open() && grid.standing.iter().any(|block| block.morning))
            .count();
        let standing: usize = grids.iter().map(|grid| grid.standing.len()).sum();
        let idle: f64 = menus
            .iter()
            .filter_map(|menu| menu.first())
            .map(|item| item.bookable)
            .sum();
        let target = low * self.work_minutes(week) as f64 - self.standing_minutes(week) as f64;
        Week {
            target: target.max(0.0),
            beyond: worth.beyond,
            mornings: (f64::from(wishes.mornings) - over as f64).max(0.0),
            morning: worth.morning,
            most: (f64::from(wishes.most_per_week) - standing as f64).max(0.0),
            // Where less is open than wished for, at least nothing more is taken.
            bookable: (wishes.bookable_hours * 60.0).min(idle),
            menus,
        }
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
            morning: dish.morning,
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
                || a.morning > b.morning)
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

/// The best choices where mornings off a common pattern of weekdays are worth less, over all patterns.
fn same_weekdays(weeks: &[Week], free: Vec<Choice>, mornings: usize) -> Vec<Choice> {
    let on = |week: &Week, choice: &Choice| -> Vec<usize> {
        let picked = week.menus.iter().zip(&choice.picks).enumerate();
        picked
            .filter(|(_, (menu, pick))| menu.get(**pick).is_some_and(|item| item.morning))
            .map(|(day, _)| day)
            .collect()
    };
    let mut used: Vec<usize> = weeks
        .iter()
        .zip(&free)
        .flat_map(|(w, c)| on(w, c))
        .collect();
    used.sort_unstable();
    used.dedup();
    if used.len() <= mornings {
        // They agree already, and no pattern can be worth more than none.
        return free;
    }
    let possible: Vec<usize> = (0..7)
        .filter(|&day| {
            let menus = weeks.iter().filter_map(|week| week.menus.get(day));
            menus.flatten().any(|item| item.morning)
        })
        .collect();
    let mut best: Option<(f64, Vec<Choice>)> = None;
    let mut proven = true;
    for pattern in patterns(&possible, mornings) {
        let mut choices: Vec<Choice> = Vec::with_capacity(weeks.len());
        for (index, week) in weeks.iter().enumerate() {
            // Without a morning off the pattern the free choice is worth as much as before, and it is the best.
            if on(week, &free[index])
                .iter()
                .all(|day| pattern.contains(day))
            {
                choices.push(free[index].clone());
                continue;
            }
            // The same week again, as calendars have it.
            if let Some(same) = weeks[..index].iter().position(|w| w == week) {
                choices.push(choices[same].clone());
                continue;
            }
            choices.push(off_pattern(week, &pattern).solve());
        }
        let value: f64 = choices.iter().map(|choice| choice.value).sum();
        proven &= choices
            .iter()
            .all(|choice| choice.bound - choice.value < 1e-6);
        if best.as_ref().is_none_or(|(most, _)| value > most + 1e-6) {
            best = Some((value, choices));
        }
    }
    let Some((_, mut choices)) = best else {
        return free;
    };
    if !proven {
        // Another pattern might have been better: only what holds without any pattern is known to hold.
        for (choice, free) in choices.iter_mut().zip(&free) {
            choice.bound = free.bound.max(choice.value);
        }
    }
    choices
}

fn off_pattern(week: &Week, pattern: &[usize]) -> Week {
    let mut week = week.clone();
    for (day, menu) in week.menus.iter_mut().enumerate() {
        if !pattern.contains(&day) {
            for item in menu.iter_mut().filter(|item| item.morning) {
                item.net -= OFF_PATTERN;
            }
        }
    }
    week
}

/// Every choice of `size` of these days, in order.
fn patterns(days: &[usize], size: usize) -> Vec<Vec<usize>> {
    if size == 0 || days.len() < size {
        return vec![if size == 0 { Vec::new() } else { days.to_vec() }];
    }
    let mut all = Vec::new();
    for (place, &first) in days.iter().enumerate() {
        for mut rest in patterns(&days[place + 1..], size - 1) {
            if rest.len() == size - 1 {
                rest.insert(0, first);
                all.push(rest);
            }
        }
    }
    all
}
