//! What a change is worth, and the one order of all of them (product.md section 6, *Advice*).

use std::cmp::Ordering;

use weekwise_analyze::{Effect, hours_to_move};
use weekwise_model::{AdviceAction, BandStatus, Category, CategoryShare, Mix};

use crate::proposal::Proposal;
use crate::scene::Scene;

/// Less than this, in hours of a week, is not worth a word: a quarter of an hour.
const WORTH_IT: f64 = 0.25;
/// What an hour of focus time is worth beside an hour to move: it helps, and no band asks for it.
const FOCUS: f64 = 0.25;
/// What a change that is made once is worth beside one that lasts: next week is as it was.
const ONCE: f64 = 0.5;
/// What protecting a free morning is worth: it changes no figure, and it keeps one.
const PROTECTION: f64 = 0.3;

/// Worth and trouble of a change; greater is better.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Worth {
    /// In hours of a week.
    pub(crate) hours: f64,
    /// Worth for its trouble.
    pub(crate) score: f64,
}

impl Worth {
    /// Half of the hours to move that go away and of the hours by which bands come nearer, the latter weighted by how far
    /// each band is off; a quarter of the focus time that comes back, where deep work is not above its band. Divided by one
    /// more than the trouble, and half of it for a change of others’ time that is made once: what only I decide counts in full, a word with my own meeting's people half, and so on.
    pub(crate) fn of(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect) -> Self {
        let focus = effect.focus();
        Self::between(scene, proposal, scene.trial.mix(), &effect.mix, focus)
    }

    /// The same of a change that is made beside another one: from the period with that one in it to the period with both.
    pub(crate) fn beside(
        scene: &Scene<'_>,
        proposal: &Proposal,
        before: &Effect,
        after: &Effect,
    ) -> Self {
        let focus = after.focus() - before.focus();
        Self::between(scene, proposal, &before.mix, &after.mix, focus)
    }

    fn between(
        scene: &Scene<'_>,
        proposal: &Proposal,
        before: &Mix,
        after: &Mix,
        focus: i64,
    ) -> Self {
        let moved = hours_to_move(before) - hours_to_move(after);
        let bands = before.categories.iter().zip(&after.categories);
        let nearer: f64 = bands.map(|(before, after)| nearer(before, after)).sum();
        let above = before.of(Category::DeepWork);
        let above = above.is_some_and(|share| share.status == BandStatus::Over);
        let focus = if above {
            0.0
        } else {
            FOCUS * focus as f64 / 60.0
        };
        let kept =
            if proposal.action == AdviceAction::Block && proposal.category == Category::DeepWork {
                PROTECTION
            } else {
                0.0
            };
        let all = f64::midpoint(moved, nearer) + focus;
        let once = matches!(proposal.action, AdviceAction::Decline)
            || (proposal.action == AdviceAction::Move && proposal.is_about_others());
        let all = if once { all * ONCE } else { all };
        let hours = (all * proposal.every / scene.weeks()).max(0.0)
            + kept * f64::from(u8::from(all > -0.1));
        Self {
            hours,
            score: hours / (1.0 + proposal.trouble),
        }
    }

    pub(crate) fn is_worth_a_word(&self) -> bool {
        self.hours >= WORTH_IT
    }
}

impl Eq for Worth {}

impl PartialOrd for Worth {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Worth {
    fn cmp(&self, other: &Self) -> Ordering {
        let score = self.score.total_cmp(&other.score);
        score.then_with(|| self.hours.total_cmp(&other.hours))
    }
}

/// Hours by which a category comes nearer to its band; one that is off by its whole band counts twice.
fn nearer(before: &CategoryShare, after: &CategoryShare) -> f64 {
    let (Some(low), Some(high)) = (before.low, before.high) else {
        return 0.0;
    };
    let middle = f64::midpoint(low, high).max(0.05);
    let weight = 1.0 + (before.gap_points.abs() / 100.0 / middle).min(1.0);
    weight * (before.gap_hours.abs() - after.gap_hours.abs())
}
