//! A plan in the words of the model.

use std::cell::RefCell;
use std::collections::BTreeMap;

use weekwise_model::{
    Category, Mix, PlanAlternative, PlanArithmetic, PlanBlock, PlanChange, PlanChoice, PlanWishes,
    RefusedBlock,
};

use crate::alternative::alternative;
use crate::arithmetic::{arithmetic, recounted};
use crate::blocks::blocks;
use crate::changes::changes;
use crate::input::{PlanInput, Span};
use crate::solve::{Kitchen, Solved, Worth};
use crate::wishes::{about, bounded};

/// Whether the other ways to plan are worked out too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alternatives {
    /// All of them.
    All,
    /// Only the one asked for.
    None,
}

/// A way to plan as counting sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// From when to when the blocks are that are not in the calendar yet, and what they are for.
    pub blocks: Vec<(Span, Category)>,
    /// The place in the input of each entry that changes, and from when to when it would be; `None` where it would not be
    /// held with me.
    pub moved: Vec<(usize, Option<Span>)>,
}

impl Draft {
    /// Tells the deep work of each week as counting finds it with the plan: one figure for it everywhere.
    pub fn recount(&mut self, input: &PlanInput, mixes: &[Mix]) {
        self.missing = recounted(input, &mut self.arithmetic, &self.blocks, mixes);
    }
}

/// A plan before what it does to the calendar is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The wishes it answers, within their bounds.
    pub wishes: PlanWishes,
    /// Every block, by start.
    pub blocks: Vec<PlanBlock>,
    /// What must change, by time.
    pub changes: Vec<PlanChange>,
    /// The same for counting.
    pub outcome: Outcome,
    /// What it amounts to.
    pub arithmetic: PlanArithmetic,
    /// Whether no better plan exists.
    pub optimal: bool,
    /// How much better another could be.
    pub gap: f64,
    /// The ways to plan, “no changes” first; empty where they were not asked for.
    pub alternatives: Vec<PlanAlternative>,
    /// What each of them does, in their order.
    pub outcomes: Vec<Outcome>,
    /// Blocks the user placed that cannot be.
    pub refused: Vec<RefusedBlock>,
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
    // A way is sought once, also where the one with the most focus is compared with it.
    let known: RefCell<BTreeMap<PlanChoice, Solved>> = RefCell::default();
    let way = |choice: PlanChoice| {
        let mut known = known.borrow_mut();
        let seek = || {
            let changes = !wishes.no_changes && choice != PlanChoice::NoChanges;
            kitchen.solve(wishes, input.low, Worth::of(choice), changes)
        };
        known.entry(choice).or_insert_with(seek).clone()
    };
    let solve = |choice: PlanChoice| {
        let mut solved = way(choice);
        if choice == PlanChoice::MostFocus && !solved.is_optimal() {
            let others = WAYS.into_iter().filter(|other| *other != choice);
            solved = with_more_focus(&kitchen, solved, others.map(&way));
        }
        solved.further = kitchen.further(&solved, wishes.bookable_hours);
        solved
    };
    let outcome = |solved: &Solved| Outcome {
        blocks: blocks(input, &kitchen, solved).1,
        moved: changes(input, &kitchen, solved).1,
    };
    let solved = solve(wishes.choice);
    let (blocks, _) = blocks(input, &kitchen, &solved);
    let (changes, _) = changes(input, &kitchen, &solved);
    let (arithmetic, missing) = arithmetic(input, &kitchen, &solved, &blocks);
    let refused: Vec<RefusedBlock> = kitchen
        .grids
        .iter()
        .flat_map(|grid| &grid.refused)
        .map(|(slot, because)| RefusedBlock {
            slot: slot.clone(),
            because: because.clone(),
        })
        .collect();
    for RefusedBlock { slot, because } in &refused {
        notes.push(format!(
            "The locked block at {} is not in the plan: {because}.",
            slot.start
        ));
    }
    notes.extend(about(input, &kitchen, &blocks));
    let ways: Vec<PlanChoice> = match alternatives {
        Alternatives::None => Vec::new(),
        // There is nothing to choose between.
        Alternatives::All if kitchen.grids.iter().all(|grid| !grid.is_open()) => Vec::new(),
        Alternatives::All => WAYS
            .into_iter()
            .filter(|choice| !wishes.no_changes || *choice == PlanChoice::NoChanges)
            .collect(),
    };
    let ways = ways.into_iter().map(|choice| {
        let way = if choice == wishes.choice {
            solved.clone()
        } else {
            solve(choice)
        };
        (alternative(choice, &kitchen, &way), outcome(&way))
    });
    let (alternatives, outcomes) = ways.unzip();
    Draft {
        outcome: outcome(&solved),
        blocks,
        changes,
        arithmetic,
        optimal: solved.is_optimal(),
        gap: solved.gap(),
        alternatives,
        outcomes,
        refused,
        missing,
        notes,
        wishes: wishes.clone(),
    }
}

/// The way with the most focus that was found: where a week's best is not allowed, what another way found may have more. How
/// much better one could be stays as it was.
fn with_more_focus(kitchen: &Kitchen, own: Solved, others: impl Iterator<Item = Solved>) -> Solved {
    let (value, bound) = (own.value, own.bound);
    let most = others.fold(own, |most, other| {
        let more = kitchen.new_minutes(&other) > kitchen.new_minutes(&most);
        let as_many_mornings = kitchen.mornings(&other) >= kitchen.mornings(&most);
        if more && as_many_mornings {
            other
        } else {
            most
        }
    });
    Solved {
        value,
        bound,
        ..most
    }
}

/// The ways to plan, in the order they are told.
const WAYS: [PlanChoice; 5] = [
    PlanChoice::NoChanges,
    PlanChoice::Balanced,
    PlanChoice::FewestChanges,
    PlanChoice::LeastSocialCost,
    PlanChoice::MostFocus,
];
