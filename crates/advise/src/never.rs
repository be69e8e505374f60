//! What is never offered.

use weekwise_analyze::Effect;
use weekwise_model::{AdviceAction, BandStatus, CategoryShare, Classified, Kind, ProfileId};

use crate::proposal::Proposal;
use crate::scene::Scene;

/// Hours by which a gap may grow and still be called the same: a minute and a bit, because the whole the bands are parts
/// of changes with the change.
const SAME: f64 = 0.02;
/// From this many people on a time cannot be moved by one of them.
const CROWD: u32 = 9;

/// Whether a change keeps what holds: no hours to move more, no band out that holds, none further away that does not, and
/// none from one side of its band to the other.
pub(crate) fn is_allowed(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect) -> bool {
    let before = &scene.trial.mix().categories;
    let bands = before.iter().zip(&effect.mix.categories);
    let kept = bands
        .into_iter()
        .all(|(before, after)| is_kept(before, after));
    let hours = weekwise_analyze::hours_to_move(&effect.mix);
    kept && hours <= scene.trial.hours_to_move() + 1e-9 && is_useful(proposal, effect)
}

fn is_kept(before: &CategoryShare, after: &CategoryShare) -> bool {
    let grows = after.gap_hours.abs() > before.gap_hours.abs() + SAME;
    match (before.status, after.status) {
        (BandStatus::Untargeted, _) => true,
        (BandStatus::Within, after) => after == BandStatus::Within,
        (BandStatus::Under, BandStatus::Over) | (BandStatus::Over, BandStatus::Under) => false,
        _ => !grows,
    }
}

/// A move that takes focus time away helps nobody.
fn is_useful(proposal: &Proposal, effect: &Effect) -> bool {
    let focus: i64 = effect.days.iter().map(|day| day.focus).sum();
    proposal.action != AdviceAction::Move || focus > 0
}

/// Whether one person can ask for a meeting to be at another time.
pub(crate) fn can_move(classified: &Classified) -> bool {
    classified.people < CROWD && !is_untouchable(classified)
}

/// Whether others depend on a meeting in a way no calendar shows.
pub(crate) fn is_untouchable(classified: &Classified) -> bool {
    matches!(
        classified.classification.kind,
        Kind::Interview
            | Kind::Incident
            | Kind::OnCall
            | Kind::Release
            | Kind::Partner
            | Kind::AllHands
    )
}

/// Whether it is a ritual of my own team.
pub(crate) fn is_ritual(classified: &Classified) -> bool {
    matches!(
        classified.classification.kind,
        Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::Demo | Kind::TeamMeeting
    )
}

/// Whether the role exists for it: a tech lead's team rituals, and whatever the profile's band lacks.
pub(crate) fn is_essential(scene: &Scene<'_>, classified: &Classified) -> bool {
    let leads_a_team = scene.settings.profile.id == ProfileId::TechLead.id();
    (leads_a_team && is_ritual(classified)) || scene.gap(classified.category()) < 0.0
}
