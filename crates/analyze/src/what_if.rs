//! What each change to a series would give back: the menu behind a row of Meetings.
//!
//! Every change is tried for real: the days it touches are counted again without the series (or with it elsewhere), and
//! the sentence tells what came out. Which of them is worth making is advice's to say.

mod candidates;
mod cost;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use weekwise_model::{Category, Period, SeriesChange};

use crate::book::{Interval, hours, hours_to_move};
use crate::trial::{Effect, Trial};
use crate::words;
use candidates::{Candidate, When, of_series};

/// A share that changes by less than this is not mentioned.
const POINT: f64 = 0.005;

/// What a change gives back is told of the last weeks of a long period: that is where it would be made.
pub(crate) const RECENT_WEEKS: i64 = 13;

/// The end of a period, where changes are tried; all of a short one.
pub fn recent(period: Period) -> Period {
    Period {
        from: period.from.max(period.to - TimeDelta::weeks(RECENT_WEEKS)),
        ..period
    }
}

/// Every change to one series, with what it gives back.
pub(crate) fn changes(trial: &Trial<'_>, series: usize) -> Vec<SeriesChange> {
    let told = |candidate: &Candidate| {
        let effect = trial.effect(&candidate.change);
        let weeks = trial.period().weeks();
        let weekly = |minutes: i64| hours(minutes) * candidate.every / weeks;
        let moved = trial.hours_to_move() - hours_to_move(&effect.mix);
        Some(SeriesChange {
            uid: trial.series().get(candidate.series)?.uid.clone(),
            action: candidate.action,
            by_minutes: candidate.by_minutes,
            text: candidate.text.clone(),
            gain: gain(trial, candidate, &effect)
                .unwrap_or_else(|| "No stretch of focus time comes back.".to_owned()),
            focus_hours_per_week: weekly(effect.focus()),
            hours_per_week: weekly(given_back(trial, candidate)),
            hours_to_move_saved: moved * candidate.every / weeks,
            social_cost: candidate.cost.amount,
            social_cost_because: candidate.cost.because.clone(),
        })
    };
    of_series(trial, series).iter().filter_map(told).collect()
}

/// Minutes of the period that a change takes off the claims it is about.
fn given_back(trial: &Trial<'_>, candidate: &Candidate) -> i64 {
    candidate
        .change
        .spans
        .iter()
        .filter_map(|(&place, span)| {
            let before = trial.claims().get(place)?.span.minutes();
            Some(before - span.map_or(0, Interval::minutes))
        })
        .sum()
}

/// `Tuesday gets one stretch of 2 h back; cross-team falls to 29 %.`
fn gain(trial: &Trial<'_>, candidate: &Candidate, effect: &Effect) -> Option<String> {
    let parts: Vec<String> = [
        focus_gain(trial, effect),
        share_change(trial, candidate.category, effect),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() {
        return None;
    }
    let said = parts.join("; ");
    let said = match candidate.when {
        When::Always => said,
        When::WeeksWithout => format!("in a week without it, {said}"),
    };
    Some(format!("{}.", words::capital(&said)))
}

fn focus_gain(trial: &Trial<'_>, effect: &Effect) -> Option<String> {
    if effect.focus() <= 0 {
        return None;
    }
    let gains = effect
        .days
        .iter()
        .filter(|gain| gain.focus > 0 && gain.stretch > 0);
    if trial.is_short() {
        let best = gains.max_by_key(|gain| (gain.focus, std::cmp::Reverse(gain.day)))?;
        let day = words::weekday(trial.days().get(best.day)?.date);
        return Some(format!(
            "{day} gets one stretch of {} back",
            words::length(best.stretch)
        ));
    }
    let mut by_weekday: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for gain in gains {
        let entry = by_weekday
            .entry(words::weekday(trial.days().get(gain.day)?.date))
            .or_default();
        entry.0 += 1;
        entry.1 += gain.focus;
    }
    let (weekday, (times, minutes)) = by_weekday
        .into_iter()
        .max_by_key(|(_, (_, minutes))| *minutes)?;
    let days = if times == 1 {
        format!("one {weekday} gets")
    } else {
        format!("{times} {weekday}s get")
    };
    let each = if times == 1 { "" } else { " each" };
    Some(format!(
        "{days} {} of focus time back{each}",
        words::amount(minutes / times)
    ))
}

fn share_change(trial: &Trial<'_>, category: Category, effect: &Effect) -> Option<String> {
    let (before, after) = (
        trial.mix().of(category)?.share,
        effect.mix.of(category)?.share,
    );
    let verb = match after - before {
        change if change <= -POINT => "falls",
        change if change >= POINT => "rises",
        _ => return None,
    };
    Some(format!(
        "{} {verb} to {}",
        words::category(category),
        words::percent(after)
    ))
}
