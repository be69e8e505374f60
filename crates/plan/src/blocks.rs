//! Every block of a plan: those that stand and those that are new.

use weekwise_model::{BlockOrigin, PlanBlock};

use crate::cells::CELL;
use crate::export::rfc3339;
use crate::input::{PlanInput, Span};
use crate::morning::{Minutes, held, minutes_since};
use crate::solve::{Kitchen, Solved};
use crate::uid::{is_planned, uid_of};

/// The blocks by start, and from when to when those are that are not in the calendar yet.
pub(crate) fn blocks(
    input: &PlanInput,
    kitchen: &Kitchen,
    solved: &Solved,
) -> (Vec<PlanBlock>, Vec<Span>) {
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
        let dish = kitchen.dish(day, solved);
        let stretch = dish.map_or_else(
            || grid.held_morning(&[], &[]),
            |dish| grid.held_morning(&dish.changes, &dish.blocks),
        );
        // A block that holds some of the stretch.
        let holds = |minutes: Minutes| stretch.is_some_and(|stretch| held(stretch, [minutes]) > 0);
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
                    holds(minutes_since(grid.origin, (block.start, block.end))),
                    origin,
                    because.to_owned(),
                ),
            ));
            if block.locked {
                spans.push((block.start, block.end));
            }
        }
        let Some(dish) = dish else {
            continue;
        };
        for run in &dish.blocks {
            let (start, end) = (grid.instant(run.start), grid.instant(run.start + run.len));
            let morning = holds(run.minutes());
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
