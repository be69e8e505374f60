//! The weeks of a horizon, and the same weekdays in all of them.

use std::collections::HashMap;

use weekwise_model::{Category, ChangeAction, PlanChoice, PlanWishes};

use crate::asked::Asked;
use crate::further::Further;
use crate::grid::Grid;
use crate::input::{Hold, PlanInput, Span, Unprepared};
use crate::landing::Landing;
use crate::master::{Choice, Item, TOO_MUCH, Week, fits};
use crate::menu::{Dish, menu};
use crate::same_weekdays::same_weekdays;

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
    /// A minute that a band gains.
    mix: f64,
}

/// How often a week is asked anew because its best plan is not allowed.
const TRIES: usize = 12;

/// Every day of a horizon with its menu.
pub(crate) struct Kitchen {
    /// What each week's bands ask.
    pub(crate) asked: Vec<Asked>,
    pub(crate) grids: Vec<Grid>,
    /// Reviews that nothing prepares.
    pub(crate) unprepared: Vec<Unprepared>,
    /// Whether nothing is planned but what takes open focus.
    pub(crate) cautious: bool,
    /// When people of a meeting are elsewhere, by its place in the input.
    pub(crate) gone: HashMap<usize, Vec<Span>>,
    pub(crate) menus: Vec<Vec<Dish>>,
}

/// The dishes chosen.
#[derive(Debug, Clone)]
pub(crate) struct Solved {
    /// Each day's dish; `None` where there is nothing to choose.
    pub(crate) dishes: Vec<Option<usize>>,
    pub(crate) value: f64,
    pub(crate) bound: f64,
    /// Blocks of something else than deep work; empty until they are asked for.
    pub(crate) further: Vec<Further>,
    /// Where meetings go that move to another day.
    pub(crate) landings: Vec<Landing>,
}

impl Worth {
    pub(crate) fn of(choice: PlanChoice) -> Self {
        let balanced = Self {
            beyond: TOO_MUCH,
            morning: 120.0,
            of_morning: 0.05,
            block: -15.0,
            trouble: 30.0,
            change: 0.0,
            mix: 1.0,
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
            // What it says: the rest only decides between plans of as much focus.
            PlanChoice::MostFocus => Self {
                beyond: 0.8,
                block: balanced.block / 10.0,
                trouble: balanced.trouble / 10.0,
                mix: balanced.mix / 10.0,
                ..balanced
            },
        }
    }

    /// Where no mornings are wished for, what a block takes of one is worth nothing.
    fn within(self, wishes: &PlanWishes) -> Self {
        if wishes.mornings > 0 {
            return self;
        }
        Self {
            of_morning: 0.0,
            ..self
        }
    }

    fn net(self, dish: &Dish) -> f64 {
        self.of_morning * dish.morning.unwrap_or(0) as f64 + self.block * dish.blocks.len() as f64
            - self.trouble * dish.cost
            - self.change * dish.changes.len() as f64
            + self.mix * dish.mix
    }
}

impl Solved {
    /// The dishes of these choices.
    fn of(choices: &[Choice], weeks: &[Week]) -> Self {
        let dishes = choices.iter().zip(weeks).flat_map(|(choice, week)| {
            let menus = choice.picks.iter().zip(&week.menus);
            menus.map(|(&pick, menu)| menu.get(pick).map(|item| item.dish))
        });
        Self {
            dishes: dishes.collect(),
            value: choices.iter().map(|c| c.value).sum(),
            bound: choices.iter().map(|c| c.bound).sum(),
            further: Vec::new(),
            landings: Vec::new(),
        }
    }

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
        let known = |week: usize| input.mixes.get(week).map(|mix| Asked::of(mix, input.low));
        let unknown = Asked::unknown(0, 0, input.low);
        let mut asked: Vec<Asked> = (0..input.weeks())
            .map(|week| known(week).unwrap_or_else(|| unknown.clone()))
            .collect();
        let of_day = |asked: &[Asked], day: usize| asked.get(day / 7).unwrap_or(&unknown).clone();
        let days = input.days.iter().enumerate();
        let grids: Vec<Grid> = days
            .map(|(day, work)| Grid::new(input, work, &of_day(&asked, day)))
            .collect();
        for (week, asked) in asked.iter_mut().enumerate().filter(|(_, a)| !a.is_known()) {
            let days = &grids[week * 7..(week * 7 + 7).min(grids.len())];
            let work = days.iter().map(|grid| grid.work_minutes).sum();
            let blocks = days.iter().flat_map(|grid| &grid.standing);
            let blocks = blocks.filter(|b| b.is_focus() && !b.locked);
            *asked = Asked::unknown(work, blocks.map(|b| b.minutes).sum(), input.low);
        }
        let gone = input
            .entries
            .iter()
            .enumerate()
            .filter_map(|(place, entry)| match &entry.claim {
                Hold::Meeting { elsewhere, .. } if !elsewhere.is_empty() => {
                    Some((place, elsewhere.clone()))
                }
                _ => None,
            });
        let mut kitchen = Self {
            gone: gone.collect(),
            asked,
            grids,
            unprepared: input.unprepared.clone(),
            cautious: input.cautious,
            menus: Vec::new(),
        };
        kitchen.look_at_other_days();
        let grids = kitchen.grids.iter().enumerate();
        kitchen.menus = grids
            .map(|(day, grid)| {
                let asked = of_day(&kitchen.asked, day);
                menu(grid, &input.wishes, &asked, input.cautious)
            })
            .collect();
        kitchen
    }

    /// Notes which meetings could be on another day of their week.
    fn look_at_other_days(&mut self) {
        let places = (0..self.grids.len()).flat_map(|day| {
            let meetings = self.grids[day].touchable.iter().enumerate();
            let moves = meetings.filter(|(_, meeting)| {
                let mut may = meeting.may.iter();
                may.any(|(how, _)| *how == ChangeAction::Move) && self.has_another_day(day, meeting)
            });
            moves
                .map(move |(place, _)| (day, place))
                .collect::<Vec<_>>()
        });
        for (day, place) in places.collect::<Vec<_>>() {
            self.grids[day].touchable[place].may_leave = true;
        }
    }

    /// What shares of the week are parts of, in minutes.
    pub(crate) fn whole(&self, week: usize) -> i64 {
        self.asked.get(week).map_or(0, |asked| asked.whole)
    }

    pub(crate) fn days(&self, week: usize) -> std::ops::Range<usize> {
        week * 7..(week * 7 + 7).min(self.grids.len())
    }

    /// Booked minutes of deep work before anything new is planned: the calendar's, and blocks the user placed.
    pub(crate) fn booked(&self, week: usize) -> i64 {
        let blocks = self.days(week).flat_map(|day| &self.grids[day].standing);
        let placed = blocks.filter(|block| block.locked && block.is_focus());
        let placed: i64 = placed.map(|block| block.minutes).sum();
        self.asked.get(week).map_or(0, |asked| asked.booked) + placed
    }

    /// The best dish for every day of every week.
    pub(crate) fn solve(
        &self,
        wishes: &PlanWishes,
        low: f64,
        worth: Worth,
        changes: bool,
    ) -> Solved {
        let mut weeks: Vec<Week> = (0..self.grids.len().div_ceil(7))
            .map(|week| self.week(week, wishes, low, worth, changes))
            .collect();
        let mut free: Vec<Choice> = weeks.iter().map(Week::solve).collect();
        for (week, (asked, choice)) in weeks.iter_mut().zip(&mut free).enumerate() {
            self.leave_room_for_strategy(week, (asked, choice), worth.within(wishes), changes);
        }
        let bound: f64 = free.iter().map(|choice| choice.bound).sum();
        let mut choices = agreed(wishes, &weeks, free);
        // Only where the best plan would push a band out, or a meeting finds no other day, is that forbidden: elsewhere
        // nothing has to be looked at.
        let mut bounded = false;
        let mut solved = Solved::of(&choices, &weeks);
        for _ in 0..TRIES {
            let restricted: Vec<bool> = (0..weeks.len())
                .map(|week| {
                    let pushes = self.restrict(week, &mut weeks[week], &choices[week]);
                    pushes || self.keep_on_its_day(week, &mut weeks[week], &solved)
                })
                .collect();
            if !restricted.contains(&true) {
                break;
            }
            bounded = true;
            let free = weeks.iter().map(Week::solve).collect();
            choices = agreed(wishes, &weeks, free);
            solved = Solved::of(&choices, &weeks);
        }
        if bounded {
            // Dishes that looked worse may be better within the bounds: only what holds without them is known.
            solved.bound = bound.max(solved.value);
        }
        let landings = (0..weeks.len()).filter_map(|week| self.landings(week, &solved).ok());
        solved.landings = landings.flatten().collect();
        solved
    }

    /// Forbids a meeting that finds no other day to leave its own; whether there is one.
    fn keep_on_its_day(&self, week: usize, asked: &mut Week, solved: &Solved) -> bool {
        let Err(entry) = self.landings(week, solved) else {
            return false;
        };
        let menus = &self.menus[self.days(week)];
        for (items, menu) in asked.menus.iter_mut().zip(menus) {
            items.retain(|item| {
                let changes = menu
                    .get(item.dish)
                    .into_iter()
                    .flat_map(|dish| &dish.changes);
                item.dish == 0 || !changes.into_iter().any(|c| c.leaves && c.entry == entry)
            });
        }
        true
    }

    /// Forbids what pushes a band of the week out, where the choice does; whether it did.
    fn restrict(&self, week: usize, asked: &mut Week, choice: &Choice) -> bool {
        let Some(bands) = self.asked.get(week).filter(|asked| asked.is_known()) else {
            return false;
        };
        let menus = &self.menus[self.days(week)];
        let dishes = || {
            let picked = asked.menus.iter().zip(&choice.picks).zip(menus);
            picked.filter_map(|((items, &pick), menu)| menu.get(items.get(pick)?.dish))
        };
        let idle: f64 = menus
            .iter()
            .filter_map(|menu| menu.first())
            .map(|d| d.deep as f64)
            .sum();
        let (least, most) = bands.room(Category::DeepWork);
        // What the user placed is the user's to answer for.
        let room = (least.min(idle), most.max(idle));
        let deep: f64 = dishes().map(|dish| dish.deep as f64).sum();
        let is_out = asked.room.is_none() && !fits(deep, room);
        let too_little: Vec<Category> = Category::TARGETED
            .into_iter()
            .filter(|&category| {
                let given = dishes().flat_map(|dish| &dish.taken);
                let given = given.filter(|(of, _)| *of == category);
                let given: i64 = given.map(|(_, minutes)| minutes).sum();
                given > 0 && -(given as f64) < bands.room(category).0 - 1e-6
            })
            .collect();
        if is_out {
            asked.room = Some(room);
        }
        for (items, menu) in asked.menus.iter_mut().zip(menus) {
            let takes = |item: &Item| {
                let dish = menu.get(item.dish).filter(|_| item.dish > 0);
                dish.is_some_and(|dish| dish.taken.iter().any(|(of, _)| too_little.contains(of)))
            };
            items.retain(|item| !takes(item));
        }
        is_out || !too_little.is_empty()
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
        let worth = worth.within(wishes);
        let menus: Vec<Vec<Item>> = days
            .clone()
            .map(|day| items(&self.menus[day], worth, changes, |_| true))
            .collect();
        let standing = self.grids[days].iter().flat_map(|grid| &grid.standing);
        let standing = standing.filter(|block| block.is_focus()).count();
        let idle: f64 = menus
            .iter()
            .filter_map(|menu| menu.first())
            .map(|item| item.bookable)
            .sum();
        let booked = self.booked(week) as f64;
        let target = low * self.whole(week) as f64 - booked;
        let top = self.asked.get(week).map_or(f64::INFINITY, Asked::top) - booked;
        Week {
            target: target.max(0.0),
            beyond: worth.beyond,
            top: top.max(0.0),
            room: None,
            mornings: f64::from(wishes.mornings),
            morning: worth.morning,
            most: (f64::from(wishes.most_per_week) - standing as f64).max(0.0),
            // Where less is open than wished for, at least nothing more is taken.
            bookable: (wishes.bookable_hours * 60.0 + self.kept_for_others(week)).min(idle),
            menus,
        }
    }

    pub(crate) fn dish(&self, day: usize, solved: &Solved) -> Option<&Dish> {
        let place = (*solved.dishes.get(day)?)?;
        self.menus.get(day)?.get(place)
    }

    /// What was chosen for each day that has a choice.
    pub(crate) fn dishes(&self, solved: &Solved) -> impl Iterator<Item = &Dish> {
        (0..self.grids.len()).filter_map(|day| self.dish(day, solved))
    }

    /// Minutes of new blocks.
    pub(crate) fn new_minutes(&self, solved: &Solved) -> i64 {
        self.dishes(solved).map(|dish| dish.minutes).sum()
    }

    /// Mornings held by new blocks.
    pub(crate) fn mornings(&self, solved: &Solved) -> usize {
        let held = self.dishes(solved).filter(|dish| dish.morning.is_some());
        held.count()
    }

    /// Meetings that must change.
    pub(crate) fn changes(&self, solved: &Solved) -> usize {
        self.dishes(solved).map(|dish| dish.changes.len()).sum()
    }

    /// By how many minutes the deep work of a week, booked and open, changes.
    pub(crate) fn deep_change(&self, week: usize, solved: &Solved) -> i64 {
        let dishes = self.days(week).filter_map(|day| {
            let dish = self.dish(day, solved)?;
            let further = solved.further.iter().filter(|block| block.day == day);
            let landed = solved.landings.iter().filter(|landing| landing.day == day);
            let landed = landed.map(|landing| landing.run.minutes());
            let spans: Vec<_> = further
                .map(|block| block.run.minutes())
                .chain(landed)
                .collect();
            if spans.is_empty() {
                return Some(dish.deep);
            }
            let grid = self.grids.get(day)?;
            Some(grid.deep_change(&dish.changes, &dish.blocks, &spans))
        });
        dishes.sum()
    }

    /// Minutes of new blocks of a week.
    pub(crate) fn new_in(&self, week: usize, solved: &Solved) -> i64 {
        let dishes = self.days(week).filter_map(|day| self.dish(day, solved));
        dishes.map(|dish| dish.minutes).sum()
    }
}

/// The choices with the same weekdays in each week, where that is wished for.
fn agreed(wishes: &PlanWishes, weeks: &[Week], free: Vec<Choice>) -> Vec<Choice> {
    if wishes.same_weekdays && weeks.len() > 1 && wishes.mornings > 0 {
        same_weekdays(weeks, free, wishes.mornings as usize)
    } else {
        free
    }
}

/// A menu as the week sees it, without what another dish beats in every respect; of the dishes at `wanted` places.
pub(crate) fn items(
    menu: &[Dish],
    worth: Worth,
    changes: bool,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Item> {
    // What a block the user placed asks for is asked for whatever else is planned.
    let asked = menu.first().map_or(0, |dish| dish.changes.len());
    let all: Vec<Item> = menu
        .iter()
        .enumerate()
        .filter(|(_, dish)| changes || dish.changes.len() <= asked)
        .filter(|(place, _)| *place == 0 || wanted(*place))
        .map(|(place, dish)| Item {
            dish: place,
            net: worth.net(dish),
            minutes: dish.minutes as f64,
            blocks: dish.blocks.len() as f64,
            bookable: dish.bookable as f64,
            deep: dish.deep as f64,
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
            deep: 0.0,
            morning: false,
        });
    }
    kept
}
