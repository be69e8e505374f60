//! Wishes that can be worked with, and what is said about those that cannot be kept.

use weekwise_model::{PlanBlock, PlanWishes};

use crate::input::{Claim, PlanInput};
use crate::solve::Kitchen;
use crate::words::{count, length};

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
        if (wishes.mornings as usize) > workdays {
            notes.push(format!(
                "{} are wanted, but {which} has {} to work on: ask for fewer mornings {}.",
                count(wishes.mornings as usize, "morning"),
                count(workdays, "day"),
                if too_long { "too" } else { "first" }
            ));
            continue;
        }
        if too_long {
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
