//! What a plan amounts to, and what keeps the band out of reach.

use std::collections::BTreeMap;

use weekwise_model::{PlanArithmetic, PlanBlock, Stop};

use crate::input::PlanInput;
use crate::solve::{Kitchen, Solved};
use crate::stop::relax;
use crate::words::{amount, capital, count, length, percent};

/// The sums a week, and in words what is missing to the band.
pub(crate) fn arithmetic(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
    blocks: &[PlanBlock],
) -> (PlanArithmetic, Option<String>) {
    let wishes = &input.wishes;
    let weeks = i64::try_from(input.weeks().max(1)).unwrap_or(1);
    let total: i64 = (0..input.weeks())
        .map(|week| kitchen.work_minutes(week))
        .sum();
    let sum = |wanted: &dyn Fn(&&PlanBlock) -> bool| -> i64 {
        blocks.iter().filter(wanted).map(|b| b.minutes).sum()
    };
    let (mornings, all) = (sum(&|b| b.morning), sum(&|_| true));
    let share = |minutes: i64| {
        if total > 0 {
            minutes as f64 / total as f64
        } else {
            0.0
        }
    };
    // The target of each week for itself: one week's plenty is no other week's focus.
    let short: i64 = (0..input.weeks())
        .map(|week| kitchen.missing(week, solved, input.low))
        .sum();
    let mut answer = PlanArithmetic {
        week_minutes: total / weeks,
        morning_minutes: mornings / weeks,
        block_minutes: all / weeks,
        morning_share: share(mornings),
        share: share(all),
        low: input.low,
        missing_minutes: short / weeks,
        ..PlanArithmetic::default()
    };
    let shortest = i64::from(wishes.shortest_minutes.max(15));
    answer.further_blocks =
        u32::try_from((answer.missing_minutes + shortest - 1) / shortest).unwrap_or(0);
    answer.sentences = sentences(&answer, blocks, weeks);
    if kitchen.grids.iter().all(|grid| !grid.is_open()) {
        let (stop, text) = if input
            .days
            .iter()
            .flat_map(|day| &day.work)
            .any(|(_, to)| *to > input.now)
            || total == 0
        {
            (
                Stop::NoWorkingTime,
                "There is no working time to plan in: all of it is time off or outside your working hours.",
            )
        } else {
            (
                Stop::Past,
                "Every working hour asked about is over: plan from today or later.",
            )
        };
        answer.stopped_by = Some(stop);
        answer.relax = Some(text.to_owned());
        return (answer, Some(text.to_owned()));
    }
    if answer.missing_minutes < 8 {
        return (answer, None);
    }
    let missing = amount(answer.missing_minutes);
    let low = percent(input.low);
    let have = kitchen.new_minutes(solved);
    let text = if let Some(found) = relax(input, have, kitchen.changes(solved), short) {
        answer.stopped_by = Some(found.stop);
        let gain = amount(found.gain / weeks);
        answer.relax = Some(format!("{}: it brings {gain} a week.", found.text));
        format!(
            "{missing} a week of the {low} are not protected. {}: it brings {gain} a week.",
            found.text
        )
    } else {
        answer.stopped_by = Some(Stop::Meetings);
        let text = "Meetings that stay leave no room, and no single wish is in the way: look at which of them may change.";
        answer.relax = Some(text.to_owned());
        format!("{missing} a week of the {low} are not protected. {text}")
    };
    (answer, Some(text))
}

fn sentences(answer: &PlanArithmetic, blocks: &[PlanBlock], weeks: i64) -> Vec<String> {
    let mut all = Vec::new();
    // Two blocks can hold one morning.
    let mut days: BTreeMap<&str, i64> = BTreeMap::new();
    for block in blocks.iter().filter(|b| b.morning) {
        *days
            .entry(block.start.get(..10).unwrap_or_default())
            .or_default() += block.minutes;
    }
    let mut lengths: BTreeMap<i64, usize> = BTreeMap::new();
    for minutes in days.into_values() {
        *lengths.entry(minutes).or_default() += 1;
    }
    let (in_all, on_average) = if weeks > 1 {
        (format!(" in {weeks} weeks"), " a week".to_owned())
    } else {
        (String::new(), String::new())
    };
    let mornings: Vec<String> = lengths
        .iter()
        .rev()
        .map(|(minutes, times)| format!("{times} × {}", length(*minutes)))
        .collect();
    if mornings.is_empty() {
        all.push("No morning is protected.".to_owned());
    } else {
        all.push(format!(
            "Mornings{in_all}: {} = {} of working time.",
            mornings.join(" + "),
            percent(answer.morning_share)
        ));
    }
    if answer.block_minutes > answer.morning_minutes {
        all.push(format!(
            "All blocks together: {}{on_average} = {}.",
            amount(answer.block_minutes),
            percent(answer.share)
        ));
    }
    if answer.week_minutes == 0 {
        return Vec::new();
    }
    if answer.missing_minutes < 8 {
        all.push(format!(
            "That protects the {} deep work needs at least.",
            percent(answer.low)
        ));
    } else if answer.share >= answer.low {
        all.push(format!(
            "Some weeks stay below {}: what one has over fills no gap of another.",
            percent(answer.low)
        ));
    } else {
        let shortest = answer.missing_minutes / i64::from(answer.further_blocks.max(1));
        all.push(format!(
            "{} of about {} more a week would protect {}.",
            capital(&count(answer.further_blocks as usize, "block")),
            length((shortest + 14) / 15 * 15),
            percent(answer.low)
        ));
    }
    all
}
