//! A plan in the words of the model.

use weekwise_model::{
    PlanAlternative, PlanArithmetic, PlanBlock, PlanChange, PlanChoice, PlanWishes,
};

use crate::alternative::alternative;
use crate::arithmetic::arithmetic;
use crate::blocks::blocks;
use crate::changes::changes;
use crate::input::{PlanInput, Span};
use crate::solve::{Kitchen, Worth};
use crate::wishes::{about, bounded};

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
    pub spans: Vec<Span>,
    /// What must change, by time.
    pub changes: Vec<PlanChange>,
    /// The same for counting: the entry's place in the input, and from when to when it would be; `None` where it would
    /// not be held with me.
    pub moved: Vec<(usize, Option<Span>)>,
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
    notes.extend(about(input, &kitchen, &blocks));
    let alternatives = match alternatives {
        Alternatives::None => Vec::new(),
        // There is nothing to choose between.
        Alternatives::All if kitchen.grids.iter().all(|grid| !grid.is_open()) => Vec::new(),
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
