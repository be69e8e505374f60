//! Single meetings that are still to come: once without me, or at another time.

use weekwise_analyze::{Change, Claim};
use weekwise_model::{AdviceAction, ChangeAction, Classified, Decides, Role, once_id, words};

use crate::drafts::{Asked, drafts};

use crate::never::{can_move, is_essential, is_ritual, is_untouchable};
use crate::places::{ends, free};
use crate::proposal::Proposal;
use crate::room::{clock, same_day, weekday};
use crate::scene::Scene;

/// From this many people on nobody is missed.
const LARGE: u32 = 9;
/// Most people that are asked to find another time.
const FEW: u32 = 4;

/// Everything that can be done once about the meetings of a week.
pub(crate) fn once(scene: &Scene<'_>) -> Vec<Proposal> {
    if !scene.is_short() || scene.is_over() {
        return Vec::new();
    }
    let ahead = scene.trial.claims().iter().enumerate();
    let ahead = ahead.filter(|(_, claim)| claim.meeting && scene.is_ahead(claim.span.start));
    ahead
        .flat_map(|(place, claim)| {
            let classified = scene.trial.classified(claim);
            let mut all: Vec<Proposal> = declined(scene, place, claim, classified)
                .into_iter()
                .collect();
            all.extend(moved(scene, place, claim, classified));
            all
        })
        .collect()
}

fn proposal(
    scene: &Scene<'_>,
    classified: &Classified,
    action: AdviceAction,
    text: String,
    change: Change,
) -> Proposal {
    let event = &classified.occurrence.event;
    let people = words::count(classified.people as usize, "person", "people");
    let instance = classified.occurrence.recurrence_id;
    let instance = instance.map_or_else(String::new, |id| id.text(scene.trial.period().zone));
    let way = match action {
        AdviceAction::Move => ChangeAction::Move,
        _ => ChangeAction::Decline,
    };
    Proposal {
        id: once_id(way, &event.uid, &instance),
        action,
        text,
        category: classified.category(),
        uid: Some(classified.series_uid().to_owned()),
        decides: if classified.mine {
            Decides::AsOrganizer
        } else {
            Decides::Others
        },
        because: people,
        people: classified.people,
        trouble: 1.0,
        every: 1.0,
        change,
        drafts: Some(drafts(action, Asked::Once, &event.summary, classified.mine)),
    }
}

/// Once without me: where I am optional, have not promised, or am one of many.
fn declined(
    scene: &Scene<'_>,
    place: usize,
    claim: &Claim,
    classified: &Classified,
) -> Option<Proposal> {
    if classified.mine
        || is_untouchable(classified)
        || is_essential(scene, classified)
        || is_ritual(classified)
    {
        return None;
    }
    let (may, _) = scene.negotiator.may(classified, claim.tentative);
    let (_, cost) = may
        .into_iter()
        .find(|(action, _)| *action == ChangeAction::Decline)?;
    let role = classified.occurrence.event.my_role(&scene.settings.me);
    let optional = matches!(role, Some(Role::Optional | Role::NonParticipant));
    let why = if optional {
        "you are optional"
    } else if classified.people >= LARGE {
        "the notes may be enough"
    } else {
        "not promised yet"
    };
    let change = Change {
        spans: [(place, None)].into(),
        ..Change::default()
    };
    let day = weekday(scene, claim.span);
    let text = format!(
        "Stay away from {day}’s {}",
        words::title(&classified.occurrence.event.summary)
    );
    let all = proposal(scene, classified, AdviceAction::Decline, text, change);
    Some(Proposal {
        because: format!("{}, {why}", all.because),
        decides: if optional { Decides::Me } else { all.decides },
        trouble: cost,
        ..all
    })
}

/// In another gap of its week, where few have to agree.
fn moved(scene: &Scene<'_>, place: usize, claim: &Claim, classified: &Classified) -> Vec<Proposal> {
    let (may, _) = scene.negotiator.may(classified, claim.tentative);
    let cost = may
        .into_iter()
        .find(|(action, _)| *action == ChangeAction::Move);
    let Some((_, cost)) = cost.filter(|_| can_move(classified) && classified.people <= FEW) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for day in 0..scene.trial.days().len() {
        let Some(cut) = scene.trial.cuts().get(day) else {
            continue;
        };
        let gaps = free(scene, day).into_iter();
        let gaps = gaps.filter(|gap| !cut.is_open_focus(*gap, scene.trial.focus_minutes()));
        let spans = gaps.flat_map(|gap| ends(scene, gap, claim.span.minutes()));
        for span in spans.filter(|span| scene.is_hour_of_meetings(*span)) {
            let when = if same_day(scene, span.start, claim.span.start) {
                clock(scene, span)
            } else {
                format!("{}, {}", weekday(scene, span), clock(scene, span))
            };
            let from = weekday(scene, claim.span);
            let text = format!(
                "Move {from}’s {} to {when}",
                words::title(&classified.occurrence.event.summary)
            );
            let change = Change {
                spans: [(place, Some(span))].into(),
                ..Change::default()
            };
            let all_of_it = proposal(scene, classified, AdviceAction::Move, text, change);
            all.push(Proposal {
                trouble: cost,
                ..all_of_it
            });
        }
    }
    all
}
