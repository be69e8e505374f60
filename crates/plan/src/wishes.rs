//! Wishes that can be worked with, and what is said about those that cannot be kept.

use std::collections::BTreeMap;

use weekwise_model::{PlanBlock, PlanWishes};

use crate::input::{Hold, PlanInput};
use crate::morning::minutes_since;
use crate::solve::Kitchen;
use crate::words::{capital, count, length};

/// Wishes that can be worked with; what had to give is told.
pub(crate) fn bounded(wishes: &PlanWishes, notes: &mut Vec<String>) -> PlanWishes {
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

/// Wishes that cannot be, with the one to relax first.
pub(crate) fn about(input: &PlanInput, kitchen: &Kitchen, blocks: &[PlanBlock]) -> Vec<String> {
    let wishes = &input.wishes;
    let mut notes = Vec::new();
    for week in 0..input.weeks() {
        let days = kitchen.days(week);
        let workdays = days
            .clone()
            .filter(|&day| kitchen.grids[day].is_workday())
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
        // Meetings are not to blame where not even an empty morning would do.
        let mut ahead = kitchen.grids[days.clone()]
            .iter()
            .filter(|grid| grid.is_morning_ahead())
            .peekable();
        let too_long = wishes.mornings > 0
            && ahead.peek().is_some()
            && !ahead.any(|grid| grid.has_morning_for(wishes));
        if too_long {
            let note = format!(
                "No block of {} fits into a morning between your working hours and lunch: allow shorter blocks first.",
                length(i64::from(wishes.shortest_minutes))
            );
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
        let wanted = count(wishes.mornings as usize, "morning");
        // Nothing can be said for mornings that are over; those that were held count.
        let is_held = |day: usize| {
            let date = kitchen.grids[day].date.to_string();
            let mut blocks = blocks.iter().filter(|block| block.morning);
            blocks.any(|block| block.start.starts_with(&date))
        };
        let held = days.clone().filter(|&day| is_held(day)).count();
        let possible = days
            .clone()
            .filter(|&day| is_held(day) || kitchen.grids[day].is_morning_ahead())
            .count();
        let begun = days
            .clone()
            .any(|day| kitchen.grids[day].has_begun(input.now));
        if (wishes.mornings as usize) > possible && !too_long && begun {
            notes.push(format!(
                "{which} has begun: {possible} of {wanted} can still be protected in it.",
                which = capital(&which)
            ));
            continue;
        }
        if (wishes.mornings as usize) > workdays {
            notes.push(format!(
                "{wanted} are wanted, but {which} has {} to work on: ask for fewer mornings {}.",
                count(workdays, "day"),
                if too_long { "too" } else { "first" }
            ));
            continue;
        }
        if too_long || held >= wishes.mornings as usize {
            continue;
        }
        let why = in_the_way(input, kitchen, days.clone().filter(|&day| !is_held(day)));
        notes.push(format!(
            "{held} of {wanted} could be protected in {which}: {}",
            why.unwrap_or_else(|| {
                "asking for the others costs more than they bring, or your wishes leave no room for them.".to_owned()
            })
        ));
    }
    if input
        .entries
        .iter()
        .any(|e| matches!(&e.claim, Hold::Meeting { .. }))
        && input.entries.iter().all(|e| match &e.claim {
            Hold::Meeting { may, .. } => may.is_empty(),
            _ => true,
        })
        && !wishes.no_changes
    {
        notes.push("No meeting may change as far as the calendar tells; say which may, and the plan can use it.".to_owned());
    }
    notes
}

/// The series that stays and lies in most of these mornings, in words.
fn in_the_way(
    input: &PlanInput,
    kitchen: &Kitchen,
    days: impl Iterator<Item = usize>,
) -> Option<String> {
    let mut series: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let mut personal = 0;
    for day in days.filter(|&day| kitchen.grids[day].is_workday()) {
        let grid = &kitchen.grids[day];
        let Some(morning) = grid.morning else {
            personal += 1;
            continue;
        };
        for entry in &input.entries {
            let stays = match &entry.claim {
                Hold::Meeting { may, .. } => may.is_empty() || input.wishes.no_changes,
                Hold::Busy => true,
                Hold::Errand => input.wishes.no_changes,
                Hold::Focus => false,
            };
            let minutes = minutes_since(grid.origin, (entry.start, entry.end));
            if stays && morning.stretch([minutes]).is_none() {
                let known = series.entry(&entry.uid).or_insert((0, &entry.title));
                known.0 += 1;
            }
        }
    }
    let most = series.values().max_by_key(|(times, _)| *times);
    match most {
        Some((times, title)) if *times >= personal => Some(format!(
            "“{title}” stays and cuts {}. Say that it may change, and the plan can use {}.",
            if *times == 1 {
                "a morning".to_owned()
            } else {
                format!("{times} mornings")
            },
            if *times == 1 { "it" } else { "them" },
        )),
        _ if personal > 0 => Some(format!(
            "{} less than 2.5 h of working time in one piece.",
            if personal == 1 {
                "a morning has".to_owned()
            } else {
                format!("{personal} mornings have")
            }
        )),
        _ => None,
    }
}
