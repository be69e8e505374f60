//! Everything that could be done about one series, also what is not advised: the choices behind a row of Meetings.
//!
//! Each is tried in the same counting, and told in the words and figures of advice. What advice would never offer says so.

use std::collections::BTreeMap;

use weekwise_analyze::{Change, Claim, Effect, Interval};
use weekwise_model::{AdviceAction, AskState, SeriesAction, SeriesChange, words};

use crate::never::why_not;
use crate::proposal::Proposal;
use crate::scene::{Modesty, Scene};
use crate::series::Meeting;
use crate::told;
use crate::worth::Worth;

/// By how much a series may move.
const SHIFTS: [i64; 4] = [-60, -30, 30, 60];
/// Which part of its instances must find the new time free, in tenths, for a series to move.
const FREE_TENTHS: usize = 8;

/// A change that could be made to a series, advised or not.
pub(crate) struct Choice {
    pub(crate) action: SeriesAction,
    pub(crate) by_minutes: i64,
    pub(crate) proposal: Proposal,
}

/// Every change to every recurring meeting, by the UID of its series; the worthiest first.
pub(crate) fn of_all_series(scene: &Scene<'_>) -> BTreeMap<String, Vec<SeriesChange>> {
    let modest = !Modesty::of(scene).knows_people();
    let all = scene
        .trial
        .series()
        .iter()
        .filter(|series| series.recurring);
    let meetings = all.filter_map(|series| Meeting::new(scene, series));
    meetings
        .map(|meeting| (meeting.uid().to_owned(), told_of(scene, &meeting, modest)))
        .collect()
}

fn told_of(scene: &Scene<'_>, meeting: &Meeting<'_, '_>, modest: bool) -> Vec<SeriesChange> {
    let advised: Vec<String> = if modest || !meeting.may_change() {
        Vec::new()
    } else {
        let proposals = meeting.proposals().into_iter();
        proposals.map(|proposal| proposal.id).collect()
    };
    let mut all: Vec<(bool, Worth, SeriesChange)> = choices(scene, meeting)
        .into_iter()
        .map(|choice| {
            let effect = scene.trial.effect(&choice.proposal.change);
            let worth = Worth::of(scene, &choice.proposal, &effect);
            let not = if modest {
                Some("the calendar does not say who is there".to_owned())
            } else if advised.contains(&choice.proposal.id) {
                why_not(scene, &choice.proposal, &effect).or_else(|| {
                    (!worth.is_worth_a_word()).then(|| "it gives little back".to_owned())
                })
            } else {
                Some(meeting.kept_because())
            };
            (not.is_none(), worth, told(scene, &choice, &effect, not))
        })
        .collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.0, one.1)));
    all.into_iter().map(|(.., change)| change).collect()
}

fn told(scene: &Scene<'_>, choice: &Choice, effect: &Effect, not: Option<String>) -> SeriesChange {
    let advice = told::advice(scene, &choice.proposal, effect);
    let (effect, weeks) = (&advice.effect, scene.weeks());
    let because = match not {
        // What the reason says is not said again.
        Some(reason) if reason.contains(&choice.proposal.because) => format!(
            "not advised, because {reason} · {}",
            told::decides(&choice.proposal)
        ),
        Some(reason) => format!("not advised, because {reason} · {}", advice.because),
        None => advice.because,
    };
    SeriesChange {
        asked: asked(scene, &choice.proposal.id),
        id: choice.proposal.id.clone(),
        uid: choice.proposal.uid.clone().unwrap_or_default(),
        action: choice.action,
        by_minutes: choice.by_minutes,
        text: format!("{}.", advice.text),
        gain: advice.gain,
        focus_hours_per_week: effect.focus_hours / weeks,
        hours_per_week: given_back(scene, &choice.proposal.change) as f64 / 60.0 / weeks,
        hours_to_move_saved: (effect.hours_to_move_before - effect.hours_to_move_after) / weeks,
        social_cost: advice.trouble,
        social_cost_because: because,
    }
}

/// Where a change stands, where it was asked for, with or without a use of its time.
pub(crate) fn asked(scene: &Scene<'_>, id: &str) -> Option<AskState> {
    let mut asks = scene.settings.marks.asks.iter();
    asks.find(|ask| ask.is_of(id)).map(|ask| ask.state)
}

/// Minutes of the period that a change takes off the claims it is about.
fn given_back(scene: &Scene<'_>, change: &Change) -> i64 {
    let spans = change.spans.iter();
    let less = spans.filter_map(|(&place, span)| {
        let before = scene.trial.claims().get(place)?.span.minutes();
        Some(before - span.map_or(0, Interval::minutes))
    });
    less.sum()
}

/// Without it, half as often, shorter, at another time of its day.
fn choices(scene: &Scene<'_>, meeting: &Meeting<'_, '_>) -> Vec<Choice> {
    let one = |action, by_minutes, proposal| Choice {
        action,
        by_minutes,
        proposal,
    };
    let mut all = vec![
        one(SeriesAction::Drop, 0, meeting.without_it()),
        one(SeriesAction::Halve, 0, meeting.half_as_often()),
    ];
    let shorter = meeting.shorter();
    all.extend(shorter.map(|(by, proposal)| one(SeriesAction::Shorten, by, proposal)));
    // In a single week a meeting moves alone.
    if !scene.is_short() {
        let moved = |shift: i64| {
            Some(one(
                SeriesAction::Move,
                shift,
                moved(scene, meeting, shift)?,
            ))
        };
        all.extend(SHIFTS.into_iter().filter_map(moved));
    }
    all
}

/// Every instance that finds the new time free, elsewhere; `None` where too few do.
pub(crate) fn moved(scene: &Scene<'_>, meeting: &Meeting<'_, '_>, shift: i64) -> Option<Proposal> {
    let series = meeting.series();
    let spans = scene.trial.claims_of(series).filter_map(|(place, claim)| {
        let span = Interval {
            start: claim.whole.start + shift,
            end: claim.whole.end + shift,
        };
        is_free(scene, place, claim, span).then_some((place, Some(span)))
    });
    let spans: BTreeMap<usize, Option<Interval>> = spans.collect();
    if spans.len() * 10 < series.claims.len() * FREE_TENTHS {
        return None;
    }
    let side = if shift < 0 { "earlier" } else { "later" };
    let title = words::title(&series.summary);
    let text = format!("Hold {title} {} {side}", words::length(shift.abs()));
    let change = Change {
        spans,
        ..Change::default()
    };
    Some(meeting.proposal(
        &format!("shift:{shift}"),
        AdviceAction::Move,
        text,
        meeting.trouble_of_moving(),
        change,
    ))
}

/// Whether a meeting could be at another time of its day: inside working time, and on no meeting of mine.
fn is_free(scene: &Scene<'_>, at: usize, claim: &Claim, span: Interval) -> bool {
    let days = scene.trial.days_of(claim.span);
    let day = scene.trial.days().get(days.start);
    let Some(day) = day.filter(|_| days.len() == 1) else {
        return false;
    };
    let mut work = day.work.iter();
    let others = day.claims.iter().filter(|&&other| other != at);
    let mut others = others.filter_map(|&other| scene.trial.claims().get(other));
    work.any(|work| work.start <= span.start && span.end <= work.end)
        && others.all(|other| other.focus || !other.span.overlaps(span))
}
