//! What must change for a plan, with the words to ask for it.

use chrono::{DateTime, Utc};
use weekwise_model::{Drafts, PlanChange, mark, once_id};

use crate::cells::CELL;
use crate::drafts::Ask;
use crate::export::rfc3339;
use crate::grid::is_soon;
use crate::input::{Hold, PlanInput, Span};
use crate::repair::Applied;
use crate::solve::{Kitchen, Solved};
use crate::words::amount;

/// An entry's place in the input, and from when to when it would be; `None` where it would not be held with me.
type Moved = (usize, Option<Span>);

/// The changes by time, for people and for counting.
pub(crate) fn changes(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
) -> (Vec<PlanChange>, Vec<Moved>) {
    let mut all: Vec<(DateTime<Utc>, PlanChange, Moved)> = Vec::new();
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
            let to = match solved
                .landings
                .iter()
                .find(|l| change.leaves && l.entry == change.entry)
            {
                Some(landing) => {
                    let start = kitchen.grids[landing.day].instant(landing.run.start);
                    Some((start, start + (entry.end - entry.start)))
                }
                None => change.becomes(entry.start, entry.end),
            };
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

fn written(input: &PlanInput, change: &Applied, to: Option<Span>, gain: i64) -> PlanChange {
    let entry = &input.entries[change.entry];
    let (because, mine) = match &entry.claim {
        Hold::Meeting { because, mine, .. } => (because.as_str(), *mine),
        _ => ("It is your own block: nobody has to be asked.", true),
    };
    let asks = matches!(entry.claim, Hold::Meeting { .. });
    let ask = Ask {
        title: &entry.title,
        start: entry.start,
        to,
        action: change.action,
        mine,
        zone: input.zone,
    };
    // Nobody has to be told about an own block.
    let drafts = if asks {
        ask.drafts()
    } else {
        Drafts::default()
    };
    let instance = entry.recurrence_id.as_deref().unwrap_or_default();
    let id = if asks {
        once_id(change.action, &entry.uid, instance)
    } else {
        format!("move:{}", mark(&entry.uid))
    };
    PlanChange {
        id,
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
            "{because}{} It makes room for {} of focus time.",
            if asks && is_soon(entry.start, input.now) {
                " It is less than a day away, which makes asking harder."
            } else {
                ""
            },
            amount(gain)
        ),
        draft: drafts.plain.clone(),
        drafts,
    }
}
