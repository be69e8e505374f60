//! The choice of one dish from each menu of a week, as an integer programme.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use crate::words::whole;

/// Steps of branch and bound after which the sums are gone through one by one instead: days that are alike make many
/// choices worth the same, which branching is bad at. Steps, not seconds: equal questions have equal answers.
const STEPS: u64 = 150;

/// What a minute is worth above the top of the band: of no use, and taken from others.
pub(crate) const TOO_MUCH: f64 = -0.1;

/// Most sums that are gone through.
const SUMS: usize = 60_000;

/// A dish as the week sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Item {
    /// The dish's place in its menu.
    pub(crate) dish: usize,
    /// Worth apart from minutes and mornings: less than 0 for effort and trouble.
    pub(crate) net: f64,
    pub(crate) minutes: f64,
    pub(crate) blocks: f64,
    pub(crate) bookable: f64,
    /// By how many minutes deep work, booked and open, changes.
    pub(crate) deep: f64,
    pub(crate) morning: bool,
}

/// A week to choose for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Week {
    /// Each day's items; the first is “nothing new”.
    pub(crate) menus: Vec<Vec<Item>>,
    /// Minutes wanted of new blocks.
    pub(crate) target: f64,
    /// Worth of a minute beyond the target.
    pub(crate) beyond: f64,
    /// Minutes of new blocks the band has room for; what is more is worth [`TOO_MUCH`] a minute.
    pub(crate) top: f64,
    /// By how much deep work, booked and open, may change; `None` where that need not be looked at.
    pub(crate) room: Option<(f64, f64)>,
    /// Mornings wanted.
    pub(crate) mornings: f64,
    /// Worth of a morning.
    pub(crate) morning: f64,
    /// Most new blocks.
    pub(crate) most: f64,
    /// Minutes that must stay open.
    pub(crate) bookable: f64,
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Choice {
    /// Each day's place in its items.
    pub(crate) picks: Vec<usize>,
    pub(crate) value: f64,
    /// No choice is worth more than this.
    pub(crate) bound: f64,
}

/// Whether a sum lies in its room.
pub(crate) fn fits(sum: f64, (least, most): (f64, f64)) -> bool {
    sum > least - 1e-6 && sum < most + 1e-6
}

impl Week {
    /// What a choice is worth; `None` where it breaks a wish.
    pub(crate) fn value(&self, picks: &[usize]) -> Option<f64> {
        let items: Vec<&Item> = self
            .menus
            .iter()
            .zip(picks)
            .map(|(menu, &pick)| menu.get(pick))
            .collect::<Option<_>>()?;
        let sum = |of: fn(&Item) -> f64| items.iter().map(|item| of(item)).sum::<f64>();
        let mornings = items.iter().filter(|item| item.morning).count() as f64;
        if sum(|i| i.blocks) > self.most + 1e-6 || sum(|i| i.bookable) < self.bookable - 1e-6 {
            return None;
        }
        if self.room.is_some_and(|room| !fits(sum(|i| i.deep), room)) {
            return None;
        }
        let minutes = sum(|i| i.minutes);
        let top = self.top.max(self.target);
        Some(
            sum(|i| i.net)
                + minutes.min(self.target)
                + self.beyond * (minutes.min(top) - self.target).max(0.0)
                + TOO_MUCH * (minutes - top).max(0.0)
                + self.morning * mornings.min(self.mornings),
        )
    }

    /// The best choice.
    pub(crate) fn solve(&self) -> Choice {
        let choice = self.branch_and_bound();
        if choice.bound - choice.value < 1e-6 {
            return choice;
        }
        match self.by_sums() {
            Some(picks) => {
                let value = self.value(&picks).unwrap_or(choice.value);
                Choice {
                    picks,
                    value,
                    bound: value,
                }
            }
            None => choice,
        }
    }

    /// Day after day, the best way to every sum there is; `None` where there are too many sums.
    fn by_sums(&self) -> Option<Vec<usize>> {
        let quarters = |minutes: f64| whole(minutes / 15.0);
        let mut sums: BTreeMap<[i64; 5], (f64, Vec<usize>)> =
            BTreeMap::from([([0; 5], (0.0, Vec::new()))]);
        for menu in &self.menus {
            let mut next: BTreeMap<[i64; 5], (f64, Vec<usize>)> = BTreeMap::new();
            for ([minutes, blocks, bookable, mornings, deep], (net, picks)) in &sums {
                for (pick, item) in menu.iter().enumerate() {
                    let sum = [
                        minutes + quarters(item.minutes),
                        blocks + whole(item.blocks),
                        bookable + quarters(item.bookable),
                        mornings + i64::from(item.morning),
                        // Only where it is looked at: otherwise sums that differ in it alone are the same.
                        deep + self.room.map_or(0, |_| whole(item.deep)),
                    ];
                    let net = net + item.net;
                    if sum[1] as f64 <= self.most + 1e-6
                        && next.get(&sum).is_none_or(|(best, _)| net > best + 1e-9)
                    {
                        let mut picks = picks.clone();
                        picks.push(pick);
                        next.insert(sum, (net, picks));
                    }
                }
            }
            sums = next;
            if sums.len() > SUMS {
                return None;
            }
        }
        let mut best: Option<(f64, Vec<usize>)> = None;
        for (_, picks) in sums.into_values() {
            if let Some(value) = self.value(&picks)
                && best.as_ref().is_none_or(|(most, _)| value > most + 1e-9)
            {
                best = Some((value, picks));
            }
        }
        best.map(|(_, picks)| picks)
    }

    /// The best choice that branch and bound finds in its steps.
    fn branch_and_bound(&self) -> Choice {
        let nothing = vec![0; self.menus.len()];
        let idle = Choice {
            value: self.value(&nothing).unwrap_or(0.0),
            bound: f64::INFINITY,
            picks: nothing,
        };
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let picked: Vec<Vec<Variable>> = self
            .menus
            .iter()
            .map(|menu| {
                menu.iter()
                    .map(|item| problem.add_binary_var(item.net))
                    .collect()
            })
            .collect();
        let wanted = problem.add_var(1.0, (0.0, self.target));
        let top = (self.top - self.target).max(0.0);
        let beyond = problem.add_var(self.beyond, (0.0, top));
        let too_much = problem.add_var(TOO_MUCH, (0.0, f64::INFINITY));
        let mornings = problem.add_var(self.morning, (0.0, self.mornings));
        let sum = |of: fn(&Item) -> f64| -> Vec<(Variable, f64)> {
            let items = self.menus.iter().flatten();
            picked
                .iter()
                .flatten()
                .copied()
                .zip(items.map(of))
                .filter(|(_, factor)| *factor != 0.0)
                .collect()
        };
        for day in &picked {
            let one: Vec<(Variable, f64)> = day.iter().map(|&v| (v, 1.0)).collect();
            problem.add_constraint(one, ComparisonOp::Eq, 1.0);
        }
        let mut minutes = sum(|i| i.minutes);
        minutes.extend([(wanted, -1.0), (beyond, -1.0), (too_much, -1.0)]);
        problem.add_constraint(minutes, ComparisonOp::Eq, 0.0);
        let mut held = sum(|i| f64::from(u8::from(i.morning)));
        held.push((mornings, -1.0));
        problem.add_constraint(held, ComparisonOp::Ge, 0.0);
        problem.add_constraint(sum(|i| i.blocks), ComparisonOp::Le, self.most);
        problem.add_constraint(sum(|i| i.bookable), ComparisonOp::Ge, self.bookable);
        if let Some((least, most)) = self.room {
            let deep = sum(|i| i.deep);
            problem.add_constraint(deep.clone(), ComparisonOp::Ge, least);
            problem.add_constraint(deep, ComparisonOp::Le, most);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(STEPS);
        let Some(solution) = problem
            .solve_with(options)
            .ok()
            .and_then(|o| o.into_solution().ok())
        else {
            return idle;
        };
        let picks: Vec<usize> = picked
            .iter()
            .map(|day| {
                day.iter()
                    .position(|&v| solution.var_value_raw(v) > 0.5)
                    .unwrap_or(0)
            })
            .collect();
        let Some(value) = self.value(&picks) else {
            return idle;
        };
        let proven = solution.termination_reason() == microlp::TerminationReason::ProvenOptimal;
        let bound = if proven {
            value
        } else {
            solution
                .stats()
                .best_bound
                .unwrap_or(f64::INFINITY)
                .max(value)
        };
        if idle.value > value {
            Choice { bound, ..idle }
        } else {
            Choice {
                picks,
                value,
                bound,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Day after day, the best worth of every state the sums can be in.
    fn by_states(week: &Week) -> f64 {
        let start = (0, 0, 0, 0, 0);
        let mut states: BTreeMap<(i64, i64, i64, i64, i64), f64> = BTreeMap::from([(start, 0.0)]);
        for menu in &week.menus {
            let mut next = BTreeMap::new();
            for (&(minutes, blocks, bookable, mornings, deep), &net) in &states {
                for item in menu {
                    let state = (
                        minutes + whole(item.minutes),
                        blocks + whole(item.blocks),
                        bookable + whole(item.bookable),
                        mornings + i64::from(item.morning),
                        deep + whole(item.deep),
                    );
                    let best: &mut f64 = next.entry(state).or_insert(f64::NEG_INFINITY);
                    *best = best.max(net + item.net);
                }
            }
            states = next;
        }
        states
            .into_iter()
            .filter(|((_, blocks, bookable, _, deep), _)| {
                *blocks as f64 <= week.most
                    && *bookable as f64 >= week.bookable
                    && week.room.is_none_or(|room| fits(*deep as f64, room))
            })
            .map(|((minutes, _, _, mornings, _), net)| {
                let minutes = minutes as f64;
                let top = week.top.max(week.target);
                net + minutes.min(week.target)
                    + week.beyond * (minutes.min(top) - week.target).max(0.0)
                    + TOO_MUCH * (minutes - top).max(0.0)
                    + week.morning * (mornings as f64).min(week.mornings)
            })
            .fold(f64::NEG_INFINITY, f64::max)
    }

    fn week() -> impl Strategy<Value = Week> {
        let item = (
            0_u32..17,
            0_u32..4,
            0_u32..20,
            any::<bool>(),
            0_u32..40,
            -4_i32..9,
        )
            .prop_map(|(minutes, blocks, bookable, morning, net, deep)| Item {
                deep: f64::from(deep) * 15.0,
                dish: 0,
                net: -f64::from(net) * 5.0,
                minutes: f64::from(minutes) * 15.0,
                blocks: f64::from(blocks),
                bookable: f64::from(bookable) * 15.0,
                morning,
            });
        let idle = Item {
            dish: 0,
            net: 0.0,
            minutes: 0.0,
            blocks: 0.0,
            bookable: 400.0,
            deep: 0.0,
            morning: false,
        };
        let menu = proptest::collection::vec(item, 0..9).prop_map(move |mut menu| {
            menu.insert(0, idle);
            menu
        });
        (
            proptest::collection::vec(menu, 1..6),
            0_u32..60,
            0_u32..4,
            0_u32..8,
            0_u32..130,
            any::<bool>(),
            (0_u32..60, proptest::option::of(0_u32..12)),
        )
            .prop_map(
                |(menus, target, mornings, most, bookable, beyond, (top, room))| Week {
                    top: f64::from(top) * 15.0,
                    room: room.map(|most| (0.0, f64::from(most) * 15.0)),
                    bookable: (f64::from(bookable) * 15.0).min(400.0 * menus.len() as f64),
                    menus,
                    target: f64::from(target) * 15.0,
                    beyond: if beyond { 0.8 } else { TOO_MUCH },
                    mornings: f64::from(mornings),
                    morning: 120.0,
                    most: f64::from(most),
                },
            )
    }

    proptest! {
        #[test]
        fn the_programme_finds_what_a_table_of_states_finds(week in week()) {
            let choice = week.solve();
            prop_assert_eq!(Some(choice.value), week.value(&choice.picks));
            let best = by_states(&week);
            prop_assert!((choice.value - best).abs() < 1e-6, "{} is not {}", choice.value, best);
            prop_assert!((choice.bound - best).abs() < 1e-6);
        }
    }
}
