//! A way to plan, in one line.

use weekwise_model::{PlanAlternative, PlanChoice};

use crate::solve::{Kitchen, Solved};
use crate::words::{amount, count, percent};

pub(crate) fn alternative(
    choice: PlanChoice,
    kitchen: &Kitchen,
    solved: &Solved,
) -> PlanAlternative {
    let weeks = kitchen.grids.len().div_ceil(7).max(1);
    let dishes: Vec<_> = (0..kitchen.grids.len())
        .filter_map(|day| kitchen.dish(day, solved))
        .collect();
    let standing = kitchen.grids.iter().flat_map(|grid| &grid.standing);
    let total: i64 = (0..weeks).map(|week| kitchen.work_minutes(week)).sum();
    let minutes: i64 =
        standing.clone().map(|b| b.minutes).sum::<i64>() + kitchen.new_minutes(solved);
    let blocks = standing.count() + dishes.iter().map(|dish| dish.blocks.len()).sum::<usize>();
    let changes: usize = dishes.iter().map(|dish| dish.changes.len()).sum();
    let mornings = dishes.iter().filter(|dish| dish.morning.is_some()).count();
    let cost: f64 = dishes.iter().map(|dish| dish.cost).sum();
    let share = if total > 0 {
        minutes as f64 / total as f64
    } else {
        0.0
    };
    let a_week = minutes / i64::try_from(weeks).unwrap_or(1);
    let title = match choice {
        PlanChoice::Balanced => "Balanced",
        PlanChoice::NoChanges => "No changes",
        PlanChoice::FewestChanges => "Fewest changes",
        PlanChoice::LeastSocialCost => "Least social cost",
        PlanChoice::MostFocus => "Most focus",
    };
    let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    PlanAlternative {
        choice,
        title: title.to_owned(),
        blocks: small(blocks),
        mornings: small(mornings),
        block_minutes: a_week,
        share,
        changes: small(changes),
        social_cost: (cost * 100.0).round() / 100.0,
        optimal: solved.is_optimal(),
        text: format!(
            "{} a week = {}, {} protected, {}.",
            amount(a_week),
            percent(share),
            count(mornings, "morning"),
            if changes == 0 {
                "no meeting changes".to_owned()
            } else {
                format!("{} to ask for", count(changes, "change"))
            }
        ),
    }
}
