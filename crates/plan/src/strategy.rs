//! Room for strategy beside deep work: a week that lacks it gets a block of 90 min where any day has a place for one.

use weekwise_model::Category;

use crate::further::{STRATEGY, ends};
use crate::grid::Grid;
use crate::master::{Choice, Week};
use crate::menu::Dish;
use crate::solve::{Kitchen, Worth, items};

impl Kitchen {
    /// Where a week lacks strategy and its best choice leaves no place for a block of it, the best choice that does.
    pub(crate) fn leave_room_for_strategy(
        &self,
        week: usize,
        (asked, choice): (&mut Week, &mut Choice),
        worth: Worth,
        changes: bool,
    ) {
        if !self.wants_strategy(week) {
            return;
        }
        let bands = self.asked.get(week);
        let spare = bands.map_or(0.0, |bands| -bands.room(Category::DeepWork).0);
        let has_room = |day: usize, dish: usize| {
            let dish = self.menus[day].get(dish);
            dish.is_some_and(|dish| self.grids[day].has_room_for_strategy(dish, spare))
        };
        let days = self.days(week);
        let first = days.start;
        let mut picked = days.clone().zip(asked.menus.iter().zip(&choice.picks));
        if picked
            .any(|(day, (items, &pick))| items.get(pick).is_some_and(|i| has_room(day, i.dish)))
        {
            return;
        }
        let mut best: Option<(Week, Choice)> = None;
        let mut bound = f64::NEG_INFINITY;
        for day in days.filter(|&day| has_room(day, 0)) {
            let mut kept = asked.clone();
            kept.menus[day - first] = items(&self.menus[day], worth, changes, |place| {
                has_room(day, place)
            });
            let choice = kept.solve();
            bound = bound.max(choice.bound);
            if best
                .as_ref()
                .is_none_or(|(_, known)| choice.value > known.value + 1e-9)
            {
                best = Some((kept, choice));
            }
        }
        if let Some((kept, found)) = best {
            *asked = kept;
            *choice = Choice { bound, ..found };
        }
    }
}

impl Grid {
    /// Whether a block for strategy finds a place beside a dish that takes no more of deep work than its band can spare.
    fn has_room_for_strategy(&self, dish: &Dish, spare: f64) -> bool {
        let is_held = self.is_held_with(dish);
        let mut places = ends(self.room_beside(dish, 0), STRATEGY[1] / 15).into_iter();
        places.any(|run| {
            let span = [run.minutes()];
            let holds = || self.held_morning(&dish.changes, &dish.blocks, &span);
            let deep = || self.deep_change(&dish.changes, &dish.blocks, &span) - dish.deep;
            (!is_held || holds().is_some()) && deep() as f64 >= -spare - 1e-6
        })
    }
}
