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

mod drafts;
mod mark;
mod negotiability;
mod never;
mod own;
mod people;
mod places;
mod proposal;
mod quote;
mod room;
mod scene;
mod series;
mod told;
mod worth;

pub use negotiability::{Negotiator, Reading};
pub use quote::{quote, quote_series};
pub use scene::Question;

use std::collections::BTreeSet;

use weekwise_analyze::{AnalyzeError, Interval};
use weekwise_model::{Advice, AdviceList, Category};

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

/// Everything worth changing in a period, the best first.
///
/// # Errors
/// [`AnalyzeError::Frame`] where the frame engine refuses; no calendar can cause it.
pub fn advise(question: &Question<'_>) -> Result<AdviceList, AnalyzeError> {
    let scene = Scene::of(question)?;
    let modesty = Modesty::of(&scene);
    if modesty.is_silent() {
        return Ok(AdviceList {
            advice: Vec::new(),
            note: modesty.note(),
        });
    }
    let mut proposals = room::blocks(&scene);
    proposals.extend(own::blocks(&scene));
    if modesty.knows_people() {
        proposals.extend(series::changes(&scene));
        proposals.extend(people::once(&scene));
    }
    // What the user does not want to hear again, whatever its time would be used for.
    proposals.retain(|proposal| !question.settings.marks.refuses(&proposal.id));
    let used: Vec<Proposal> = proposals
        .iter()
        .flat_map(|proposal| room::used(&scene, proposal))
        .collect();
    proposals.extend(used);
    let mut tried: Vec<(Worth, Proposal, weekwise_analyze::Effect)> = Vec::new();
    for proposal in proposals {
        let effect = scene.trial.effect(&proposal.change);
        if !is_allowed(&scene, &proposal, &effect) {
            continue;
        }
        let worth = Worth::of(&scene, &proposal, &effect);
        if worth.is_worth_a_word() {
            tried.push((worth, proposal, effect));
        }
    }
    tried.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    let mut advice: Vec<Advice> = Vec::new();
    let mut taken = Taken::default();
    for (_, proposal, effect) in &tried {
        if advice.len() < MOST && taken.takes(proposal) {
            advice.push(told::advice(&scene, proposal, effect));
        }
    }
    let nothing = advice.is_empty().then(|| Modesty::nothing_good(&scene));
    Ok(AdviceList {
        note: modesty.note().or(nothing),
        advice,
    })
}

/// What is on the list already, so that the next is about something else.
#[derive(Default)]
struct Taken {
    events: BTreeSet<String>,
    blocks: Vec<(Interval, Category)>,
}

impl Taken {
    /// Takes a proposal; false where it is about an event, a stretch of time or a day's block that is taken.
    fn takes(&mut self, proposal: &Proposal) -> bool {
        let added = &proposal.change.added;
        let known = proposal
            .uid
            .as_ref()
            .is_some_and(|uid| self.events.contains(uid));
        let overlaps = added
            .iter()
            .any(|(span, _)| self.blocks.iter().any(|(taken, _)| taken.overlaps(*span)));
        let is_new = |(span, category): &(Interval, Category)| {
            let same = self.blocks.iter().filter(|(_, of)| of == category);
            let near = |taken: &Interval| (taken.start - span.start).abs() < SAME_DAY;
            same.clone().count() < BLOCKS && !same.map(|(taken, _)| taken).any(near)
        };
        let new_block = proposal.uid.is_none();
        if known || overlaps || (new_block && !added.iter().all(is_new)) {
            return false;
        }
        self.events.extend(proposal.uid.clone());
        self.blocks.extend(added.iter().copied());
        true
    }
}
