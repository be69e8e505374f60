//! What is never offered.

use weekwise_analyze::Effect;
use weekwise_model::{AdviceAction, BandStatus, CategoryShare, Classified, Kind, ProfileId, words};

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
    why_not(scene, proposal, effect).is_none()
}

/// Why a change is not offered, to follow “because”; `None` where it may be.
pub(crate) fn why_not(scene: &Scene<'_>, proposal: &Proposal, effect: &Effect) -> Option<String> {
    let before = &scene.trial.mix().categories;
    let mut bands = before.iter().zip(&effect.mix.categories);
    if let Some((before, after)) = bands.find(|(before, after)| !is_kept(before, after)) {
        let category = words::category(before.category);
        return Some(if before.status == BandStatus::Within {
            format!("{category} would leave its band")
        } else {
            format!(
                "{category} would be further from its band, at {}",
                words::percent(after.share)
            )
        });
    }
    let hours = weekwise_analyze::hours_to_move(&effect.mix);
    if hours > scene.trial.hours_to_move() + 1e-9 {
        return Some("more hours would have to move".to_owned());
    }
    (!is_useful(proposal, effect)).then(|| "no focus time comes back".to_owned())
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

/// Whether the role exists for it: a tech lead's team rituals, an architect's boards, and whatever the profile's band lacks. A
/// week with too much of it is no reason to thin out what one is there for.
pub(crate) fn is_essential(scene: &Scene<'_>, classified: &Classified) -> bool {
    let is_role = |role: ProfileId| scene.settings.profile.id == role.id();
    let is_for_it = is_role(ProfileId::TechLead) && is_ritual(classified)
        || is_role(ProfileId::Architect) && is_board(classified);
    is_for_it || is_lacking(scene, classified)
}

/// Whether there is less of its category than the band asks for.
pub(crate) fn is_lacking(scene: &Scene<'_>, classified: &Classified) -> bool {
    scene.gap(classified.category()) < 0.0
}

/// Whether others bring designs there to be judged.
fn is_board(classified: &Classified) -> bool {
    let kind = classified.classification.kind;
    matches!(
        kind,
        Kind::ArchitectureReview | Kind::DesignReview | Kind::RfcReview
    ) && classified.people > 2
}
