//! What keeps a plan from the band, found by asking what would be if one wish were relaxed.

use weekwise_model::{PlanChoice, PlanWishes, Stop};

use crate::input::PlanInput;
use crate::solve::{Kitchen, Worth};
use crate::words::length;

/// The wish to relax first: the one whose relaxation brings most minutes.
pub(crate) struct Relax {
    pub(crate) stop: Stop,
    /// Minutes of blocks it would bring, in the whole horizon.
    pub(crate) gain: i64,
    /// In the imperative.
    pub(crate) text: String,
}

/// Tries each wish in turn. `have` are the minutes of new blocks the plan has.
pub(crate) fn relax(input: &PlanInput, have: i64) -> Option<Relax> {
    let wishes = &input.wishes;
    let mut best: Option<Relax> = None;
    for (stop, relaxed, text) in relaxed(wishes) {
        // Each week for itself: the pattern of weekdays keeps nothing from the band.
        let relaxed = PlanWishes {
            same_weekdays: false,
            ..relaxed
        };
        let changes = !relaxed.no_changes;
        let input = PlanInput {
            wishes: relaxed,
            ..input.clone()
        };
        let kitchen = Kitchen::new(&input);
        let solved = kitchen.solve(
            &input.wishes,
            input.low,
            Worth::of(PlanChoice::Balanced),
            changes,
        );
        let gain = kitchen.new_minutes(&solved) - have;
        if gain >= 15 && best.as_ref().is_none_or(|known| gain > known.gain) {
            best = Some(Relax { stop, gain, text });
        }
    }
    best
}

fn relaxed(wishes: &PlanWishes) -> Vec<(Stop, PlanWishes, String)> {
    let mut all = Vec::new();
    let mut offer = |stop, relaxed: PlanWishes, text: String| all.push((stop, relaxed, text));
    let shorter = wishes.shortest_minutes.saturating_sub(30).max(60);
    if wishes.bookable_hours > 0.0 {
        let hours = (wishes.bookable_hours - 2.0).max(0.0);
        let relaxed = PlanWishes {
            bookable_hours: hours,
            ..wishes.clone()
        };
        offer(
            Stop::Bookable,
            relaxed,
            format!(
                "Leave {hours} h a week bookable instead of {}",
                wishes.bookable_hours
            ),
        );
    }
    if shorter < wishes.shortest_minutes {
        let relaxed = PlanWishes {
            shortest_minutes: shorter,
            ..wishes.clone()
        };
        offer(
            Stop::Shortest,
            relaxed,
            format!("Allow blocks of {}", length(i64::from(shorter))),
        );
    }
    let more = wishes.most_per_day + 1;
    let relaxed = PlanWishes {
        most_per_day: more,
        ..wishes.clone()
    };
    offer(
        Stop::MostPerDay,
        relaxed,
        format!("Allow {more} blocks a day"),
    );
    let more = wishes.most_per_week + 2;
    let relaxed = PlanWishes {
        most_per_week: more,
        ..wishes.clone()
    };
    offer(
        Stop::MostPerWeek,
        relaxed,
        format!("Allow {more} blocks a week"),
    );
    let longer = wishes.longest_minutes + 60;
    let relaxed = PlanWishes {
        longest_minutes: longer,
        ..wishes.clone()
    };
    offer(
        Stop::Longest,
        relaxed,
        format!("Allow blocks of {}", length(i64::from(longer))),
    );
    if wishes.breathing_minutes > 0 {
        let relaxed = PlanWishes {
            breathing_minutes: 0,
            ..wishes.clone()
        };
        offer(
            Stop::Breathing,
            relaxed,
            "Do without breathing room around meetings".to_owned(),
        );
    }
    if wishes.no_changes || wishes.choice == PlanChoice::NoChanges {
        let relaxed = PlanWishes {
            no_changes: false,
            choice: PlanChoice::Balanced,
            ..wishes.clone()
        };
        offer(Stop::NoChanges, relaxed, "Let meetings change".to_owned());
    }
    all
}
