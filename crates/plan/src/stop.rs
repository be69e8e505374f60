//! What keeps a plan from the band, found by asking what would be if one wish were relaxed.

use weekwise_model::{PlanChoice, PlanWishes, Stop};

use crate::input::PlanInput;
use crate::solve::{Kitchen, Worth};
use crate::words::{count, length};

/// The wish to relax first: the one whose relaxation brings most of what is missing, and of those that bring as much
/// the first.
pub(crate) struct Relax {
    pub(crate) stop: Stop,
    /// Minutes of blocks it would bring, in the whole horizon.
    pub(crate) gain: i64,
    /// In the imperative.
    pub(crate) text: String,
    /// What it asks of others then, where it asks more than before: ` and asks for 1 more change`.
    pub(crate) asks: String,
}

/// Tries each wish in turn. `have` are the minutes of new blocks the plan has, `asked` its changes, `short` the minutes
/// that are missing.
pub(crate) fn relax(input: &PlanInput, have: i64, asked: usize, short: i64) -> Option<Relax> {
    let mut best: Option<Relax> = None;
    for (stop, relaxed, text) in relaxed(&input.wishes) {
        // Each week for itself: the pattern of weekdays keeps nothing from the band.
        let wishes = PlanWishes {
            same_weekdays: false,
            ..relaxed
        };
        let changes = !wishes.no_changes && wishes.choice != PlanChoice::NoChanges;
        let input = PlanInput {
            wishes,
            ..input.clone()
        };
        let kitchen = Kitchen::new(&input);
        let worth = Worth::of(input.wishes.choice);
        let solved = kitchen.solve(&input.wishes, input.low, worth, changes);
        let gain = kitchen.new_minutes(&solved) - have;
        if gain < 15
            || best
                .as_ref()
                .is_some_and(|known| gain.min(short) <= known.gain.min(short))
        {
            continue;
        }
        let more = kitchen.changes(&solved).saturating_sub(asked);
        let what = if asked == 0 { "change" } else { "more change" };
        let asks = if more > 0 {
            format!(" and asks for {}", count(more, what))
        } else {
            String::new()
        };
        best = Some(Relax {
            stop,
            gain,
            text,
            asks,
        });
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
    let keeps_meetings = wishes.no_changes || wishes.choice == PlanChoice::NoChanges;
    if keeps_meetings {
        let relaxed = PlanWishes {
            no_changes: false,
            choice: PlanChoice::Balanced,
            ..wishes.clone()
        };
        offer(Stop::NoChanges, relaxed, "Let meetings change".to_owned());
    }
    if wishes.choice != PlanChoice::MostFocus {
        let relaxed = PlanWishes {
            no_changes: false,
            choice: PlanChoice::MostFocus,
            ..wishes.clone()
        };
        offer(Stop::Choice, relaxed, "Plan for “Most focus”".to_owned());
    }
    all
}
