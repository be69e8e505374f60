//! A way to plan, in one line.

use weekwise_model::{Category, PlanAlternative, PlanChoice};

use crate::cells::CELL;
use crate::solve::{Kitchen, Solved};
use crate::words::{amount, count, percent};

pub(crate) fn alternative(
    choice: PlanChoice,
    kitchen: &Kitchen,
    solved: &Solved,
) -> PlanAlternative {
    let weeks = kitchen.asked.len().max(1);
    let standing = kitchen.grids.iter().flat_map(|grid| &grid.standing);
    let total: i64 = (0..weeks).map(|week| kitchen.whole(week)).sum();
    let deep = standing.clone().filter(|block| block.is_focus());
    let minutes: i64 = deep.map(|b| b.minutes).sum::<i64>() + kitchen.new_minutes(solved);
    let blocks = standing.count()
        + kitchen
            .dishes(solved)
            .map(|dish| dish.blocks.len())
            .sum::<usize>()
        + solved.further.len();
    let changes = kitchen.changes(solved);
    let mornings = kitchen.mornings(solved);
    let cost: f64 = kitchen.dishes(solved).map(|dish| dish.cost).sum();
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
        hours_to_move: 0.0,
        leaves: Vec::new(),
        optimal: solved.is_optimal(),
        text: format!(
            "{} of deep work a week protected = {}, {} held{}, {}.",
            amount(a_week),
            percent(share),
            count(mornings, "morning"),
            further(solved),
            if changes == 0 {
                "no meeting changes".to_owned()
            } else {
                format!("{} to ask for", count(changes, "change"))
            }
        ),
    }
}

/// `, 90 min for strategy and 2 reviews prepared`.
fn further(solved: &Solved) -> String {
    let of = |category: Category| {
        solved
            .further
            .iter()
            .filter(move |b| b.category == category)
    };
    let minutes = |category: Category| -> i64 {
        of(category)
            .map(|block| i64::from(block.run.len) * CELL)
            .sum()
    };
    let mut parts = Vec::new();
    let strategy = minutes(Category::Strategy);
    if strategy > 0 {
        parts.push(format!("{} for strategy", amount(strategy)));
    }
    let reviews = of(Category::Review).count();
    if reviews > 0 {
        parts.push(format!("{} prepared", count(reviews, "review")));
    }
    let slots = minutes(Category::OneOnOne);
    if slots > 0 {
        parts.push(format!("{} open for 1:1s", amount(slots)));
    }
    let after: Vec<String> = parts.iter().map(|part| format!(", {part}")).collect();
    after.concat()
}
