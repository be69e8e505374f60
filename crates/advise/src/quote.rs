//! The list as others quote it: the next step is its first, a signal's step the first that lessens the signal's own figure.

use weekwise_analyze::recent;
use weekwise_model::{
    Advice, AdviceAction, AdviceList, BandEffect, Category, MeetingsView, NextStep, Period, Report,
    SeriesAction, SeriesChange, Signal, words,
};

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

/// Fills what Meetings quotes: the changes to make first are those of the list that are about its series, in its order.
pub fn quote_series(list: &AdviceList, period: &Period, view: &mut MeetingsView) {
    let weeks = recent(*period).weeks().max(1.0 / 7.0);
    let named = list.advice.iter().filter_map(|advice| {
        let action = series_action(advice.action)?;
        let uid = advice.uid.clone()?;
        let row = view.series.iter().find(|row| row.uid == uid)?;
        let known = row.changes.iter().find(|change| change.action == action);
        let effect = &advice.effect;
        Some(SeriesChange {
            uid,
            action,
            by_minutes: known.map_or(0, |change| change.by_minutes),
            text: format!("{}.", advice.text),
            gain: advice.gain.clone(),
            focus_hours_per_week: effect.focus_hours / weeks,
            hours_per_week: known.map_or(0.0, |change| change.hours_per_week),
            hours_to_move_saved: (effect.hours_to_move_before - effect.hours_to_move_after) / weeks,
            social_cost: advice.trouble,
            social_cost_because: advice.because.clone(),
        })
    });
    view.changes = named.collect();
    // The same change has the same words and figures in the row of its series.
    for told in &view.changes {
        let row = view.series.iter_mut().find(|row| row.uid == told.uid);
        let known = row.and_then(|row| row.changes.iter_mut().find(|c| c.action == told.action));
        if let Some(known) = known {
            known.clone_from(told);
        }
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
        "back-to-back" | "overloaded-day" | "overloaded-days" | "zombies" | "abandoned"
        | "large-meetings" | "duplicate-series" | "consensus-trap" | "short-notice"
        | "invasions" => about_it() && takes_meeting_time(advice),
        _ => about_it() && takes_meeting_time(advice) && signal.id.contains(':'),
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

/// Whether meetings take less time with the change, or are no longer where they were.
fn takes_meeting_time(advice: &Advice) -> bool {
    advice.effect.load_before > advice.effect.load_after || advice.action == AdviceAction::Move
}
