//! The list as others quote it: the next step is its first, a signal's step the first that lessens the signal's own figure.

use weekwise_analyze::Trial;
use weekwise_model::{
    Advice, AdviceAction, AdviceList, BandEffect, Category, MeetingsView, NextStep, Report,
    SeriesAction, SeriesChange, Signal, words,
};

use crate::choices::of_all_series;
use crate::list;
use crate::scene::{Question, Scene};

/// Hours below which a figure is not lessened.
const FELT: f64 = 0.05;

/// Fills what a report quotes: its next step, and each signal's.
pub fn quote(mut list: AdviceList, report: &mut Report) {
    for advice in &mut list.advice {
        let helped = report
            .signals
            .iter()
            .filter(|signal| lessens(advice, signal));
        let helped: Vec<String> = helped.map(|signal| signal.id.clone()).collect();
        advice.helps = helped;
    }
    for signal in &mut report.signals {
        let step = list
            .advice
            .iter()
            .find(|advice| advice.helps.contains(&signal.id));
        signal.next_step = step.map_or_else(String::new, |advice| advice.text.clone());
        signal.step = step.map(|advice| advice.id.clone());
    }
    report.next_step = list.advice.first().map(|advice| NextStep {
        text: format!("{}.", advice.text),
        gain: advice.gain.clone(),
        evidence: advice.evidence.clone(),
    });
    report.advice = list;
}

/// Fills what Meetings quotes: in each row every change to its series, judged as advice judges it; and the changes to make
/// first, which are those of the list that are about its series, in its order.
pub fn quote_series(trial: Trial<'_>, question: &Question<'_>, view: &mut MeetingsView) {
    let scene = Scene::on(trial, question);
    let mut choices = of_all_series(&scene);
    for row in &mut view.series {
        row.changes = choices.remove(&row.uid).unwrap_or_default();
    }
    let list = list(&scene);
    let named = list.advice.iter().filter_map(|advice| {
        let action = series_action(advice.action)?;
        let uid = advice.uid.as_ref()?;
        let row = view.series.iter_mut().find(|row| row.uid == *uid)?;
        let place = row
            .changes
            .iter()
            .position(|change| change.action == action)?;
        let known = row.changes.remove(place);
        let told = told_as(&scene, advice, known);
        // The same change has the same words and figures in the row of its series, and comes first there.
        row.changes.insert(0, told.clone());
        Some(told)
    });
    view.changes = named.collect();
    if view.changes.is_empty() {
        let nothing = "No change to a series is advised here".to_owned();
        view.notes.extend(
            list.note
                .or(Some(format!("{nothing}.")))
                .filter(|_| !view.series.is_empty()),
        );
    }
}

/// A change as advice tells it.
fn told_as(scene: &Scene<'_>, advice: &Advice, known: SeriesChange) -> SeriesChange {
    let weeks = scene.weeks();
    let effect = &advice.effect;
    SeriesChange {
        id: advice.id.clone(),
        text: format!("{}.", advice.text),
        gain: advice.gain.clone(),
        focus_hours_per_week: effect.focus_hours / weeks,
        hours_to_move_saved: (effect.hours_to_move_before - effect.hours_to_move_after) / weeks,
        social_cost: advice.trouble,
        social_cost_because: advice.because.clone(),
        ..known
    }
}

/// What a change is called among the changes to a series.
fn series_action(action: AdviceAction) -> Option<SeriesAction> {
    Some(match action {
        AdviceAction::Leave | AdviceAction::Document | AdviceAction::Merge => SeriesAction::Drop,
        AdviceAction::Halve | AdviceAction::Delegate => SeriesAction::Halve,
        AdviceAction::Shorten => SeriesAction::Shorten,
        _ => return None,
    })
}

/// Whether a change lessens what a signal is about: its figure, as it is told.
fn lessens(advice: &Advice, signal: &Signal) -> bool {
    let effect = &advice.effect;
    let (name, of) = signal.id.split_once(':').unwrap_or((&signal.id, ""));
    let band = |category: Category| {
        let band = effect.bands.iter().find(|band| band.category == category);
        band.filter(|band| band.gap_hours_before.abs() - band.gap_hours_after.abs() >= FELT)
    };
    // A share that only comes nearer behind its whole per cent is told as it was.
    let nearer = |category: Category| band(category).is_some_and(shows_in_share);
    let nearer_or_shorter = |category: Category| {
        band(category).is_some_and(|band| shows_in_share(band) || shows_in_hours(band))
    };
    let about_it = || {
        let takes =
            advice.action != AdviceAction::Block && advice.action != AdviceAction::OfferSlot;
        takes
            && signal
                .evidence
                .iter()
                .any(|uid| advice.evidence.contains(uid))
    };
    match name {
        "load" => effect.load_before - effect.load_after >= 0.002,
        "meeting-attendee" => {
            effect.load_before > effect.load_after
                && words::percent(effect.load_before) != words::percent(effect.load_after)
        }
        "band" => Category::WORK
            .into_iter()
            .any(|category| category.id() == of && nearer_or_shorter(category)),
        "strategy-drought" => nearer(Category::Strategy),
        "review-drought" | "bottleneck" => nearer(Category::Review),
        "ivory-tower" => nearer(Category::DeepWork) || nearer(Category::Review),
        "lone-wolf" => nearer(Category::OneOnOne) || nearer(Category::CrossTeam),
        "fragments" => effect.focus_hours >= FELT && shows(effect.fragments),
        "prep-debt" => advice.id.starts_with("prepare:"),
        "after-hours" => about_it() && shows(effect.after_hours),
        "conflicts" => about_it() && shows(effect.conflict),
        "overloaded-day" | "overloaded-days" | "back-to-back" | "invasion" | "invasions" => {
            let about = if of.is_empty() { name } else { of };
            effect.lighter.iter().any(|lighter| lighter == about)
        }
        // A stale series is one however seldom it is held.
        "zombies" | "abandoned" | "duplicate-series" => about_it() && ends_series(advice),
        "large-meetings" => about_it() && takes_meeting_time(advice),
        "short-notice" | "consensus-trap" => {
            about_it() && (ends_series(advice) || advice.action == AdviceAction::Decline)
        }
        _ => false,
    }
}

/// Whether the share of a band is told otherwise with the change, or lies elsewhere.
fn shows_in_share(band: &BandEffect) -> bool {
    band.status_before != band.status_after
        || words::percent(band.share_before) != words::percent(band.share_after)
}

/// Whether the hours a band is off are told otherwise with the change.
fn shows_in_hours(band: &BandEffect) -> bool {
    words::hours(band.gap_hours_before.abs()) != words::hours(band.gap_hours_after.abs())
}

/// Whether minutes are fewer with the change, and told so.
fn shows([before, after]: [i64; 2]) -> bool {
    let told = |minutes: i64| words::hours(minutes as f64 / 60.0);
    after < before && told(before) != told(after)
}

/// Whether meetings take less time with the change.
fn takes_meeting_time(advice: &Advice) -> bool {
    advice.effect.load_before > advice.effect.load_after
}

/// Whether a series is there no more with the change.
fn ends_series(advice: &Advice) -> bool {
    matches!(
        advice.action,
        AdviceAction::Leave | AdviceAction::Document | AdviceAction::Merge
    )
}
