//! A plan in the words of the model.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use weekwise_model::{
    BlockOrigin, PlanAlternative, PlanArithmetic, PlanBlock, PlanChange, PlanChoice, PlanWishes,
    Stop,
};

use crate::drafts::Ask;
use crate::export::rfc3339;
use crate::grid::CELL;
use crate::input::{Claim, PlanInput};
use crate::repair::Applied;
use crate::solve::{Kitchen, Solved, Worth};
use crate::stop::relax;
use crate::uid::{is_planned, uid_of};
use crate::words::{count, length, percent};

/// Whether the other ways to plan are worked out too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alternatives {
    /// All of them.
    All,
    /// Only the one asked for.
    None,
}

/// A plan before what it does to the calendar is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The wishes it answers, within their bounds.
    pub wishes: PlanWishes,
    /// Every block, by start.
    pub blocks: Vec<PlanBlock>,
    /// From when to when the blocks are that are not in the calendar yet.
    pub spans: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// What must change, by time.
    pub changes: Vec<PlanChange>,
    /// The same for counting: the entry's place in the input, and from when to when it would be; `None` where it would
    /// not be held with me.
    pub moved: Vec<(usize, Option<(DateTime<Utc>, DateTime<Utc>)>)>,
    /// What it amounts to.
    pub arithmetic: PlanArithmetic,
    /// Whether no better plan exists.
    pub optimal: bool,
    /// How much better another could be.
    pub gap: f64,
    /// The ways to plan, “no changes” first; empty where they were not asked for.
    pub alternatives: Vec<PlanAlternative>,
    /// What keeps the band out of reach.
    pub missing: Option<String>,
    /// What limits the answer.
    pub notes: Vec<String>,
}

/// Plans. Never fails: where nothing can be planned, the answer says why and which wish to relax first.
pub fn plan(input: &PlanInput, alternatives: Alternatives) -> Draft {
    let mut notes = Vec::new();
    let input = &PlanInput {
        wishes: bounded(&input.wishes, &mut notes),
        ..input.clone()
    };
    let wishes = &input.wishes;
    let kitchen = Kitchen::new(input);
    let solve = |choice: PlanChoice| {
        let changes = !wishes.no_changes && choice != PlanChoice::NoChanges;
        kitchen.solve(wishes, input.low, Worth::of(choice), changes)
    };
    let solved = solve(wishes.choice);
    let (blocks, spans) = blocks(input, &kitchen, &solved);
    let (changes, moved) = changes(input, &kitchen, &solved);
    let (arithmetic, missing) = arithmetic(input, &kitchen, &solved, &blocks);
    for (slot, why) in kitchen.grids.iter().flat_map(|grid| &grid.refused) {
        notes.push(format!(
            "The locked block at {} is not in the plan: {why}.",
            slot.start
        ));
    }
    notes.extend(about_wishes(input, &kitchen, &blocks));
    let alternatives = match alternatives {
        Alternatives::None => Vec::new(),
        Alternatives::All => [
            PlanChoice::NoChanges,
            PlanChoice::Balanced,
            PlanChoice::FewestChanges,
            PlanChoice::LeastSocialCost,
            PlanChoice::MostFocus,
        ]
        .into_iter()
        .filter(|choice| !wishes.no_changes || *choice == PlanChoice::NoChanges)
        .map(|choice| {
            alternative(
                choice,
                &kitchen,
                &if choice == wishes.choice {
                    solved.clone()
                } else {
                    solve(choice)
                },
            )
        })
        .collect(),
    };
    Draft {
        blocks,
        spans,
        changes,
        moved,
        arithmetic,
        optimal: solved.is_optimal(),
        gap: solved.gap(),
        alternatives,
        missing,
        notes,
        wishes: wishes.clone(),
    }
}

/// Wishes that can be worked with; what had to give is told.
fn bounded(wishes: &PlanWishes, notes: &mut Vec<String>) -> PlanWishes {
    let mut bounded = wishes.clone();
    bounded.weeks = wishes.weeks.clamp(1, 8);
    // A wish for seven mornings is one for every morning.
    bounded.mornings = wishes.mornings.min(7);
    bounded.shortest_minutes = wishes.shortest_minutes.clamp(30, 480).next_multiple_of(15);
    bounded.longest_minutes = wishes.longest_minutes.clamp(30, 720) / 15 * 15;
    bounded.breathing_minutes = wishes.breathing_minutes.min(120);
    bounded.most_per_day = wishes.most_per_day.min(4);
    if !bounded.bookable_hours.is_finite() || bounded.bookable_hours < 0.0 {
        bounded.bookable_hours = 0.0;
    }
    if bounded.longest_minutes < bounded.shortest_minutes {
        notes.push(format!(
            "The longest block ({}) is shorter than the shortest ({}): blocks of {} were planned.",
            length(i64::from(wishes.longest_minutes)),
            length(i64::from(wishes.shortest_minutes)),
            length(i64::from(bounded.shortest_minutes)),
        ));
        bounded.longest_minutes = bounded.shortest_minutes;
    }
    if bounded.weeks != wishes.weeks {
        notes.push(format!(
            "A plan is for 1 to 8 weeks: {} planned.",
            count(bounded.weeks as usize, "week")
        ));
    }
    bounded
}

fn blocks(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
) -> (Vec<PlanBlock>, Vec<(DateTime<Utc>, DateTime<Utc>)>) {
    let mut blocks = Vec::new();
    let mut spans = Vec::new();
    for (day, grid) in kitchen.grids.iter().enumerate() {
        let mut number = 0;
        let mut next_uid = || {
            loop {
                number += 1;
                let uid = uid_of(grid.date, number);
                let taken = grid.standing.iter().any(|s| s.uid.as_deref() == Some(&uid));
                if !taken {
                    return uid;
                }
            }
        };
        let write = |uid, start, end, minutes, morning, origin, because| PlanBlock {
            uid,
            start: rfc3339(start, input.zone),
            end: rfc3339(end, input.zone),
            minutes,
            morning,
            origin,
            because,
        };
        for block in &grid.standing {
            let (origin, because) = match &block.uid {
                Some(uid) if is_planned(uid) => {
                    (BlockOrigin::Kept, "Planned before, and in your calendar.")
                }
                Some(_) => (
                    BlockOrigin::Kept,
                    "Your own block, in the calendar already.",
                ),
                None => (BlockOrigin::Locked, "You placed it here."),
            };
            let uid = block.uid.clone().unwrap_or_else(&mut next_uid);
            blocks.push((
                block.start,
                write(
                    uid,
                    block.start,
                    block.end,
                    block.minutes,
                    block.morning,
                    origin,
                    because.to_owned(),
                ),
            ));
            if block.locked {
                spans.push((block.start, block.end));
            }
        }
        let Some(dish) = kitchen.dish(day, solved) else {
            continue;
        };
        for run in &dish.blocks {
            let (start, end) = (grid.instant(run.start), grid.instant(run.start + run.len));
            let morning = grid.protects(run.cells());
            let needs = dish
                .changes
                .iter()
                .filter(|c| c.cells & run.cells() != 0)
                .count();
            let what = if morning {
                "Protects the morning"
            } else {
                "Adds focus time towards the band"
            };
            let how = match needs {
                0 => "the time is free".to_owned(),
                1 => "one meeting makes room".to_owned(),
                n => format!("{n} meetings make room"),
            };
            let because = format!("{what}; {how}.");
            let minutes = i64::from(run.len) * CELL;
            blocks.push((
                start,
                write(
                    next_uid(),
                    start,
                    end,
                    minutes,
                    morning,
                    BlockOrigin::New,
                    because,
                ),
            ));
            spans.push((start, end));
        }
    }
    blocks.sort_by(|a, b| (a.0, &a.1.uid).cmp(&(b.0, &b.1.uid)));
    (blocks.into_iter().map(|(_, block)| block).collect(), spans)
}

type Moved = Vec<(usize, Option<(DateTime<Utc>, DateTime<Utc>)>)>;

fn changes(input: &PlanInput, kitchen: &Kitchen, solved: &Solved) -> (Vec<PlanChange>, Moved) {
    let mut all: Vec<(
        DateTime<Utc>,
        PlanChange,
        (usize, Option<(DateTime<Utc>, DateTime<Utc>)>),
    )> = Vec::new();
    for (day, grid) in kitchen.grids.iter().enumerate() {
        let Some(dish) = kitchen.dish(day, solved) else {
            continue;
        };
        for change in &dish.changes {
            let Some(entry) = input.entries.get(change.entry) else {
                continue;
            };
            let room = grid
                .touchable
                .iter()
                .find(|t| t.entry == change.entry)
                .map_or(0, |t| t.room);
            let new: i64 = dish
                .blocks
                .iter()
                .filter(|run| run.cells() & room != 0)
                .map(|run| i64::from(run.len) * CELL)
                .sum();
            let locked: i64 = if grid.locked & room == 0 {
                0
            } else {
                let standing = grid.standing.iter().filter(|s| s.locked);
                standing
                    .filter(|s| s.start < entry.end && entry.start < s.end)
                    .map(|s| s.minutes)
                    .sum()
            };
            let to = change.becomes(entry.start, entry.end);
            all.push((
                entry.start,
                written(input, change, to, new + locked),
                (change.entry, to),
            ));
        }
    }
    all.sort_by(|a, b| (a.0, &a.1.uid).cmp(&(b.0, &b.1.uid)));
    all.into_iter()
        .map(|(_, change, moved)| (change, moved))
        .unzip()
}

fn written(
    input: &PlanInput,
    change: &Applied,
    to: Option<(DateTime<Utc>, DateTime<Utc>)>,
    gain: i64,
) -> PlanChange {
    let entry = &input.entries[change.entry];
    let (because, mine) = match &entry.claim {
        Claim::Meeting { because, mine, .. } => (because.as_str(), *mine),
        _ => ("", true),
    };
    let drafts = Ask {
        title: &entry.title,
        start: entry.start,
        to,
        action: change.action,
        mine,
        zone: input.zone,
    }
    .drafts();
    PlanChange {
        uid: entry.uid.clone(),
        recurrence_id: entry.recurrence_id.clone(),
        title: entry.title.clone(),
        action: change.action,
        from: rfc3339(entry.start, input.zone),
        from_end: rfc3339(entry.end, input.zone),
        to: to.map(|(start, _)| rfc3339(start, input.zone)),
        to_end: to.map(|(_, end)| rfc3339(end, input.zone)),
        cost: (change.cost * 100.0).round() / 100.0,
        gain_minutes: gain,
        because: format!(
            "{because} It makes room for {} of focus time.",
            length(gain)
        ),
        draft: drafts.plain.clone(),
        drafts,
    }
}

fn arithmetic(
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
    let missing = length(answer.missing_minutes);
    let low = percent(input.low);
    let text = if let Some(found) = relax(input, kitchen.new_minutes(solved)) {
        answer.stopped_by = Some(found.stop);
        let gain = length(found.gain / weeks);
        answer.relax = Some(format!("{}: it brings {gain} a week.", found.text));
        format!(
            "{missing} a week are missing to {low}. {}: it brings {gain} a week.",
            found.text
        )
    } else {
        answer.stopped_by = Some(Stop::Meetings);
        let text = "The meetings that stay leave no room, and no single wish in the way: look at which of them may change.";
        answer.relax = Some(text.to_owned());
        format!("{missing} a week are missing to {low}. {text}")
    };
    (answer, Some(text))
}

fn sentences(answer: &PlanArithmetic, blocks: &[PlanBlock], weeks: i64) -> Vec<String> {
    let mut all = Vec::new();
    let mut lengths: BTreeMap<i64, usize> = BTreeMap::new();
    for block in blocks.iter().filter(|b| b.morning) {
        *lengths.entry(block.minutes).or_default() += 1;
    }
    let on_average = if weeks > 1 {
        format!(" a week, over {weeks} weeks")
    } else {
        String::new()
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
            "Mornings: {} = {} of working time.",
            mornings.join(" + "),
            percent(answer.morning_share)
        ));
    }
    if answer.block_minutes > answer.morning_minutes {
        all.push(format!(
            "All blocks together: {}{on_average} = {}.",
            length(answer.block_minutes),
            percent(answer.share)
        ));
    }
    if answer.missing_minutes < 8 {
        all.push(format!(
            "That reaches the {} deep work needs at least.",
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

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Wishes that cannot be, with the one to relax first.
fn about_wishes(input: &PlanInput, kitchen: &Kitchen, blocks: &[PlanBlock]) -> Vec<String> {
    let wishes = &input.wishes;
    let mut notes = Vec::new();
    for week in 0..input.weeks() {
        let days = kitchen.days(week);
        let workdays = days
            .clone()
            .filter(|&day| kitchen.grids[day].is_open())
            .count();
        if workdays == 0 {
            continue;
        }
        let Some(monday) = input.days.get(days.start) else {
            continue;
        };
        let which = if input.weeks() > 1 {
            format!("the week of {}", monday.date)
        } else {
            "this week".to_owned()
        };
        if (wishes.mornings as usize) > workdays {
            notes.push(format!(
                "{} are wanted, but {which} has {} to work on: ask for fewer mornings first.",
                count(wishes.mornings as usize, "morning"),
                count(workdays, "day")
            ));
            continue;
        }
        let on = |block: &&PlanBlock| {
            days.clone().any(|day| {
                block
                    .start
                    .starts_with(&kitchen.grids[day].date.to_string())
            })
        };
        let held = blocks.iter().filter(on).filter(|b| b.morning).count();
        if held < wishes.mornings as usize {
            notes.push(format!(
                "{} of {} could be protected in {which}: the others are held by meetings that stay, or cost more than they bring.",
                held,
                count(wishes.mornings as usize, "morning")
            ));
        }
    }
    if input
        .entries
        .iter()
        .any(|e| matches!(&e.claim, Claim::Meeting { .. }))
        && input.entries.iter().all(|e| match &e.claim {
            Claim::Meeting { may, .. } => may.is_empty(),
            _ => true,
        })
        && !wishes.no_changes
    {
        notes.push("No meeting may change as far as the calendar tells; say which may, and the plan can use it.".to_owned());
    }
    notes
}

fn alternative(choice: PlanChoice, kitchen: &Kitchen, solved: &Solved) -> PlanAlternative {
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
    let mornings = dishes.iter().filter(|dish| dish.morning).count();
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
            length(a_week),
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

impl Kitchen {
    pub(crate) fn dish(&self, day: usize, solved: &Solved) -> Option<&crate::menu::Dish> {
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

    /// Minutes of a week that are missing to its target.
    fn missing(&self, week: usize, solved: &Solved, low: f64) -> i64 {
        let new: i64 = self
            .days(week)
            .filter_map(|day| self.dish(day, solved))
            .map(|dish| dish.minutes)
            .sum();
        let target = (low * self.work_minutes(week) as f64).ceil() as i64;
        (target - self.standing_minutes(week) - new).max(0)
    }
}
