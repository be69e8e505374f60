//! Every change worth considering in a period, with its exact effect, who decides and what it costs others; in one order.
//!
//! **The problem.** A figure out of its band, a day full of meetings, a morning in pieces: each asks for something, and
//! what helps one harms another. Advice that contradicts itself is worse than none.
//!
//! **The idea.** One list. Everything that could be changed is *proposed*: blocks in free time, own blocks with another
//! purpose or at another time, series that could be shorter, rarer, a document, or go on without me. Each proposal is
//! *tried*: the period is counted again with it ([`Trial`](weekwise_analyze::Trial)). What pushes a band that holds out of
//! its band, or another further away, is never offered. What is left is *worth* the hours to move that go away, weighted by
//! how far each band is off, and the focus time that comes back, for its trouble; so what only I decide comes before
//! meetings I organize, and those before others'. Everybody quotes this list.
//!
//! ```text
//! occurrences ─ scene ─→ proposals ─ trial ─→ effects ─ never ─→ worth ─→ order ─→ advice ─→ next step, signals' steps
//! ```
//!
//! **What always holds.** No advice raises the hours to move. None pushes a holding band out. The first is the best of
//! all that were tried. In a week away, with next to nothing booked or without people, there is a note instead.
//!
//! There is no clock here and no zone of a machine: both are arguments.

mod asked;
mod choices;
mod drafts;
mod negotiability;
mod never;
mod other_work;
mod own;
mod people;
mod places;
mod proposal;
mod quote;
mod room;
mod scene;
mod series;
#[cfg(test)]
mod tests;
mod told;
mod worth;

pub use asked::pending;
pub use drafts::message_about;
pub use negotiability::{Negotiator, Reading};
pub use quote::{quote, quote_series};
pub use scene::Question;

use std::cmp::Ordering;
use std::collections::BTreeSet;

use weekwise_analyze::{AnalyzeError, Change, Effect, Interval, Trial};
use weekwise_model::{Advice, AdviceAction, AdviceList, Category};

use never::is_allowed;
use proposal::Proposal;
use scene::{Modesty, Scene};
use worth::Worth;

/// More advice than this is no advice.
const MOST: usize = 12;
/// Blocks that begin within this many minutes are of one day.
const SAME_DAY: i64 = 12 * 60;
/// New blocks of one category told at most: the second is another day.
const BLOCKS: usize = 2;
/// Open hours told at most: who fills one up finds another next week, as in a plan.
const OPEN_HOURS: usize = 1;

/// Everything worth changing in a period, the best first.
///
/// # Errors
/// [`AnalyzeError::Frame`] where the frame engine refuses; no calendar can cause it.
pub fn advise(question: &Question<'_>) -> Result<AdviceList, AnalyzeError> {
    Ok(list(&Scene::of(question)?))
}

/// The same of a period that is counted already.
pub fn advise_on(trial: Trial<'_>, question: &Question<'_>) -> AdviceList {
    list(&Scene::on(trial, question))
}

fn list(scene: &Scene<'_>) -> AdviceList {
    let modesty = Modesty::of(scene);
    if modesty.is_silent() {
        return AdviceList {
            advice: Vec::new(),
            note: modesty.note(),
        };
    }
    let mut tried = tried(scene, proposals(scene, &modesty));
    tried.sort_by(Tried::order);
    let mut advice: Vec<Advice> = Vec::new();
    let mut taken = Taken::default();
    // The best is at the end.
    tried.reverse();
    while let Some(mut best) = tried.pop().filter(|_| advice.len() < MOST) {
        if !taken.takes(scene, &best.proposal) {
            continue;
        }
        // What a second block of a category brings is what it brings beside the first.
        if !best.beside_others
            && let Some(worth) = taken.worth_beside(scene, &best.proposal)
        {
            best.beside_others = true;
            best.worth = worth;
            if worth.is_worth_a_word() {
                // Worse ones first.
                let at = tried.partition_point(|other| other.order(&best).is_gt());
                tried.insert(at, best);
            }
            continue;
        }
        let mut told = told::advice(scene, &best.proposal, &best.effect);
        told.effect.lighter = scene.lighter(&best.proposal.change);
        advice.push(told);
        taken.take(scene, best.proposal);
    }
    let nothing = advice.is_empty().then(|| Modesty::nothing_good(scene));
    let notes = [
        modesty.note().or(nothing),
        other_work::passed_over(scene, &advice),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    AdviceList {
        note: (!notes.is_empty()).then(|| notes.join(" ")),
        advice,
    }
}

fn proposals(scene: &Scene<'_>, modesty: &Modesty) -> Vec<Proposal> {
    let mut proposals = room::blocks(scene);
    proposals.extend(own::blocks(scene));
    if modesty.knows_people() {
        proposals.extend(series::changes(scene));
        proposals.extend(people::once(scene));
    }
    // What was asked for is followed up, and what is not wanted is not told again, whatever its time would be used for.
    proposals.retain(|proposal| !scene.settings.marks.has_asked(&proposal.id));
    let used: Vec<Proposal> = proposals
        .iter()
        .flat_map(|proposal| room::used(scene, proposal))
        .collect();
    proposals.extend(used);
    proposals
}

/// A proposal that may be offered, with what it does and what that is worth.
struct Tried {
    worth: Worth,
    proposal: Proposal,
    effect: Effect,
    /// Whether its worth is what it brings beside what is on the list already.
    beside_others: bool,
}

impl Tried {
    /// The best first.
    fn order(&self, other: &Self) -> Ordering {
        let worth = other.worth.cmp(&self.worth);
        worth.then_with(|| self.proposal.id.cmp(&other.proposal.id))
    }
}

fn tried(scene: &Scene<'_>, proposals: Vec<Proposal>) -> Vec<Tried> {
    let tried = proposals.into_iter().filter_map(|proposal| {
        let effect = scene.trial.effect(&proposal.change);
        if !is_allowed(scene, &proposal, &effect) {
            return None;
        }
        let worth = Worth::of(scene, &proposal, &effect);
        worth.is_worth_a_word().then_some(Tried {
            worth,
            proposal,
            effect,
            beside_others: false,
        })
    });
    tried.collect()
}

/// What is on the list already, so that the next is about something else.
#[derive(Default)]
struct Taken {
    events: BTreeSet<String>,
    blocks: Vec<(Interval, Category)>,
    /// Where something would be moved to.
    places: Vec<Interval>,
}

impl Taken {
    /// Whether a proposal is about something else: no event, no stretch of time and no day's block that is taken.
    fn takes(&self, scene: &Scene<'_>, proposal: &Proposal) -> bool {
        let added = &proposal.change.added;
        let known = proposal
            .uid
            .as_ref()
            .is_some_and(|uid| self.events.contains(uid));
        let is_taken = |span: Interval| {
            let mut blocks = self.blocks.iter().map(|(block, _)| block);
            blocks.any(|block| block.overlaps(span))
                || self.places.iter().any(|place| place.overlaps(span))
        };
        let mut wanted = added.iter().map(|(span, _)| *span);
        let overlaps = wanted.any(is_taken) || moved_to(scene, proposal).any(is_taken);
        let is_new = |(span, category): &(Interval, Category)| {
            let same = self.blocks.iter().filter(|(_, of)| of == category);
            let near = |taken: &Interval| (taken.start - span.start).abs() < SAME_DAY;
            let most = match proposal.action {
                AdviceAction::OfferSlot => OPEN_HOURS,
                _ => BLOCKS,
            };
            same.clone().count() < most && !same.map(|(taken, _)| taken).any(near)
        };
        let new_block = proposal.uid.is_none();
        !(known || overlaps || (new_block && !added.iter().all(is_new)))
    }

    fn take(&mut self, scene: &Scene<'_>, proposal: Proposal) {
        self.places.extend(moved_to(scene, &proposal));
        self.events.extend(proposal.uid);
        self.blocks.extend(proposal.change.added);
    }

    /// What a proposal is worth beside the blocks of its category that are on the list; `None` where there are none.
    fn worth_beside(&self, scene: &Scene<'_>, proposal: &Proposal) -> Option<Worth> {
        let adds = |of: Category| {
            proposal
                .change
                .added
                .iter()
                .any(|(_, category)| *category == of)
        };
        let first = self.blocks.iter().filter(|(_, category)| adds(*category));
        let first = Change {
            added: first.copied().collect(),
            ..Change::default()
        };
        if first.is_empty() {
            return None;
        }
        let mut both = proposal.change.clone();
        both.added.extend(first.added.iter().copied());
        let (before, after) = (scene.trial.effect(&first), scene.trial.effect(&both));
        Some(Worth::beside(scene, proposal, &before, &after))
    }
}

/// Where a proposal puts what has another place now; what only becomes shorter stays where it is.
fn moved_to(scene: &Scene<'_>, proposal: &Proposal) -> impl Iterator<Item = Interval> {
    let claims = scene.trial.claims();
    let spans = proposal.change.spans.iter();
    spans.filter_map(move |(&place, to)| {
        let (claim, to) = (claims.get(place)?, (*to)?);
        let stays = claim.span.start <= to.start && to.end <= claim.span.end;
        (!stays).then_some(to)
    })
}
