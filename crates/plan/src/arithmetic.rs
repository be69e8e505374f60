//! What a plan amounts to, and what keeps the band out of reach.

use std::collections::BTreeMap;

use chrono::Days;
use weekwise_model::{Category, IsoWeek, Mix, PlanArithmetic, PlanBlock, PlanWeek, Stop};

use crate::input::PlanInput;
use crate::solve::{Kitchen, Solved};
use crate::stop::relax;
use crate::words::{amount, capital, count, length, percent};

/// Less than this, in minutes, is not missing.
const FELT: i64 = 8;

/// The sums a week, and in words what is missing to the band.
pub(crate) fn arithmetic(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
    blocks: &[PlanBlock],
) -> (PlanArithmetic, Option<String>) {
    let weeks: Vec<PlanWeek> = (0..input.weeks())
        .map(|week| week_of(input, kitchen, solved, week))
        .collect();
    let mut answer = PlanArithmetic {
        morning_minutes: sum_of(blocks, true),
        block_minutes: sum_of(blocks, false),
        low: input.low,
        ..PlanArithmetic::default()
    };
    add_up(&mut answer, weeks);
    if kitchen.grids.iter().all(|grid| !grid.is_open()) {
        let is_ahead = |(_, to): &(_, _)| *to > input.now;
        let any_ahead = input.days.iter().flat_map(|day| &day.work).any(is_ahead);
        let (stop, text) = if any_ahead || answer.week_minutes == 0 {
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
    } else if answer.missing_minutes >= FELT {
        let weeks = i64::try_from(input.weeks().max(1)).unwrap_or(1);
        let short = answer.weeks.iter().map(|week| week.missing_minutes).sum();
        let have = kitchen.new_minutes(solved);
        if let Some(found) = relax(input, have, kitchen.changes(solved), short) {
            answer.stopped_by = Some(found.stop);
            let gain = amount(found.gain / weeks);
            let (text, asks) = (found.text, found.asks);
            answer.relax = Some(format!("{text}: it brings {gain} a week{asks}."));
        } else {
            answer.stopped_by = Some(Stop::Meetings);
            let text = "Meetings that stay leave no room, and no single wish is in the way: look at which of them may change.";
            answer.relax = Some(text.to_owned());
        }
    }
    let missing = told(input, &mut answer, blocks);
    (answer, missing)
}

/// The same with the deep work of each week as counting finds it.
pub(crate) fn recounted(
    input: &PlanInput,
    answer: &mut PlanArithmetic,
    blocks: &[PlanBlock],
    mixes: &[Mix],
) -> Option<String> {
    let weeks = answer.weeks.iter().zip(mixes).map(|(week, mix)| {
        let deep = mix.of(Category::DeepWork);
        let protected = deep.map_or(0, |share| share.minutes);
        let open = deep.map_or(0, |share| share.open_focus_minutes);
        planned(
            week.week,
            mix.denominator_minutes,
            (protected, open),
            answer.low,
        )
    });
    let weeks: Vec<PlanWeek> = weeks.collect();
    // They were divided by the weeks before.
    answer.morning_minutes = sum_of(blocks, true);
    answer.block_minutes = sum_of(blocks, false);
    add_up(answer, weeks);
    told(input, answer, blocks)
}

fn sum_of(blocks: &[PlanBlock], mornings: bool) -> i64 {
    let deep = blocks.iter().filter(|b| b.category == Category::DeepWork);
    deep.filter(|b| !mornings || b.morning)
        .map(|b| b.minutes)
        .sum()
}

fn week_of(input: &PlanInput, kitchen: &Kitchen, solved: &Solved, week: usize) -> PlanWeek {
    let protected = kitchen.booked(week) + kitchen.new_in(week, solved);
    let asked = kitchen.asked.get(week);
    let open = asked.filter(|asked| asked.is_known()).map_or(0, |asked| {
        asked.booked + asked.open + kitchen.deep_change(week, solved) - protected
    });
    let monday = input
        .days
        .get(week * 7)
        .map(|day| day.date)
        .unwrap_or_default();
    let middle = monday.checked_add_days(Days::new(3)).unwrap_or(monday);
    let week_name = IsoWeek::of(middle);
    planned(
        week_name,
        kitchen.whole(week),
        (protected, open.max(0)),
        input.low,
    )
}

/// One week in figures and in a sentence.
fn planned(week: IsoWeek, whole: i64, (protected, open): (i64, i64), low: f64) -> PlanWeek {
    let share = if whole > 0 {
        (protected + open) as f64 / whole as f64
    } else {
        0.0
    };
    let wanted = crate::words::whole((low * whole as f64 - 1e-6).ceil());
    let missing = (wanted - protected - open).max(0);
    let number = week.number();
    let held = if open > 0 {
        format!("{} protected and {} open", amount(protected), amount(open))
    } else {
        format!("{} protected", amount(protected))
    };
    let is = if open > 0 || protected != 60 {
        "are"
    } else {
        "is"
    };
    let held = format!("{held} {is} {}", percent(share));
    let text = if whole == 0 {
        format!("Week {number} has no working time.")
    } else if missing >= FELT {
        format!("Week {number} lacks {}: {held}.", amount(missing))
    } else {
        format!("Week {number}: {held}.")
    };
    PlanWeek {
        week,
        week_minutes: whole,
        protected_minutes: protected,
        open_minutes: open,
        share,
        missing_minutes: missing,
        text,
    }
}

/// Sums of the weeks as a week's average.
fn add_up(answer: &mut PlanArithmetic, weeks: Vec<PlanWeek>) {
    let count = i64::try_from(weeks.len().max(1)).unwrap_or(1);
    let sum = |of: fn(&PlanWeek) -> i64| weeks.iter().map(of).sum::<i64>();
    let total = sum(|week| week.week_minutes);
    let share = |minutes: i64| {
        if total > 0 {
            minutes as f64 / total as f64
        } else {
            0.0
        }
    };
    answer.morning_share = share(answer.morning_minutes);
    answer.share = share(answer.block_minutes);
    answer.deep_share = share(sum(|week| week.protected_minutes + week.open_minutes));
    answer.week_minutes = total / count;
    answer.morning_minutes /= count;
    answer.block_minutes /= count;
    answer.open_minutes = sum(|week| week.open_minutes) / count;
    answer.missing_minutes = sum(|week| week.missing_minutes) / count;
    answer.weeks = weeks;
}

/// The sentences, and what is missing.
fn told(input: &PlanInput, answer: &mut PlanArithmetic, blocks: &[PlanBlock]) -> Option<String> {
    let shortest = i64::from(input.wishes.shortest_minutes.max(15));
    let further = (answer.missing_minutes + shortest - 1) / shortest;
    answer.further_blocks = u32::try_from(further).unwrap_or(0);
    answer.sentences = sentences(answer, blocks);
    let over = matches!(answer.stopped_by, Some(Stop::Past | Stop::NoWorkingTime));
    if over {
        answer.relax.clone()
    } else if answer.missing_minutes >= FELT {
        let relax = answer.relax.clone().unwrap_or_default();
        Some(format!("{} {relax}", lacking(answer)).trim().to_owned())
    } else {
        (answer.stopped_by, answer.relax) = (None, None);
        None
    }
}

/// `Week 50 lacks 2 h and week 51 1.5 h of the 30 % deep work needs at least.`
fn lacking(answer: &PlanArithmetic) -> String {
    let lack = answer
        .weeks
        .iter()
        .filter(|week| week.missing_minutes >= FELT);
    let each: Vec<String> = lack
        .enumerate()
        .map(|(place, week)| {
            let (number, missing) = (week.week.number(), amount(week.missing_minutes));
            if place == 0 {
                format!("Week {number} lacks {missing}")
            } else {
                format!("week {number} {missing}")
            }
        })
        .collect();
    let all = match each.as_slice() {
        [] => format!("A week lacks {}", amount(answer.missing_minutes)),
        [one] => one.clone(),
        [some @ .., last] => format!("{} and {last}", some.join(", ")),
    };
    format!(
        "{all} of the {} deep work needs at least.",
        percent(answer.low)
    )
}

fn sentences(answer: &PlanArithmetic, blocks: &[PlanBlock]) -> Vec<String> {
    let weeks = answer.weeks.len();
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
            "All blocks of deep work together: {}{on_average} = {}.",
            amount(answer.block_minutes),
            percent(answer.share)
        ));
    }
    if answer.week_minutes == 0 {
        return Vec::new();
    }
    if answer.open_minutes > 0 {
        all.push(format!(
            "With {}{on_average} that stay open, deep work has {}.",
            amount(answer.open_minutes),
            percent(answer.deep_share)
        ));
    }
    if answer.missing_minutes < FELT {
        all.push(format!(
            "That reaches the {} deep work needs at least.",
            percent(answer.low)
        ));
    } else if answer.deep_share >= answer.low {
        all.push(format!(
            "Some weeks stay below {}: what one has over fills no gap of another.",
            percent(answer.low)
        ));
    } else {
        let shortest = answer.missing_minutes / i64::from(answer.further_blocks.max(1));
        all.push(format!(
            "{} of about {} more a week would reach {}.",
            capital(&count(answer.further_blocks as usize, "block")),
            length((shortest + 14) / 15 * 15),
            percent(answer.low)
        ));
    }
    all
}
