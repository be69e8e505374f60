//! The changes to make first: the most focus time regained, and the most hours moved into their bands, for the least
//! trouble.
//!
//! Every candidate is tried for real: the days it touches are counted again without it (or with it elsewhere), and
//! the sentence tells what came out. Candidates are series that could be left, shortened, held half as often or at another
//! time, meetings that could move by up to an hour to join two gaps, and large meetings whose notes would do. A
//! change that pushes a category below its band is none, whatever it regains, and focus time regained is worth nothing
//! where deep work is above its band already. Where no such change helps, what the strongest signal asks for comes first.

mod candidates;
mod cost;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use weekwise_model::{BandStatus, Category, NextStep, Period, SeriesChange, Severity, Signal};

use crate::book::{AnalyzeError, Book, Interval, hours};
use crate::seen::Seen;
use crate::what_if::{Effect, WhatIf};
use crate::words;
use candidates::{Candidate, When, candidates, is_short, of_series};

/// Less than this many minutes a week are not worth a word with anybody.
const WORTH_IT: f64 = 15.0;
/// A change in a category above its band is worth this many times as much.
const OVER_BAND: f64 = 1.5;
/// A share that changes by less than this is not mentioned.
const POINT: f64 = 0.005;

/// What a change gives back is told of the last weeks of a long period: that is where it would be made.
pub(crate) const RECENT_WEEKS: i64 = 13;

/// The end of a period, where changes are tried; all of a short one.
pub(crate) fn recent(period: Period) -> Period {
    Period {
        from: period.from.max(period.to - TimeDelta::weeks(RECENT_WEEKS)),
        ..period
    }
}

/// The one change to make first, where one helps.
pub(crate) fn next_step(seen: &Seen<'_>) -> Result<Option<NextStep>, AnalyzeError> {
    let ledger = seen.ledger;
    let recent = recent(ledger.period);
    if recent == ledger.period {
        let what_if = WhatIf::new(ledger, seen.cuts, seen.parts, seen.mix);
        return Ok(best(&what_if));
    }
    let book = Book::within(ledger, recent)?;
    let parts = book.parts();
    let mix = parts.mix(&ledger.settings.profile, &[], &[]);
    Ok(best(&WhatIf::new(&book.ledger, &book.cuts, &parts, &mix)))
}

/// What the strongest signal asks for, where it is more than good to know.
pub(crate) fn of_signals(signals: &[Signal]) -> Option<NextStep> {
    let signal = signals.first()?;
    (signal.severity > Severity::Note).then(|| NextStep {
        text: format!("{}.", signal.next_step),
        gain: format!(
            "{}: {}.",
            signal.subject,
            words::lower_first(signal.text.trim_end_matches('.'))
        ),
        evidence: signal.evidence.clone(),
    })
}

fn best(what_if: &WhatIf<'_>) -> Option<NextStep> {
    let mut best: Option<(f64, Candidate, Effect)> = None;
    for candidate in candidates(what_if) {
        let effect = what_if.effect(&candidate.edits);
        let Some(score) = score(what_if, &candidate, &effect) else {
            continue;
        };
        if best.as_ref().is_none_or(|(best, _, _)| score > *best) {
            best = Some((score, candidate, effect));
        }
    }
    let (_, candidate, effect) = best?;
    Some(NextStep {
        gain: gain(what_if, &candidate, &effect)?,
        text: candidate.text.clone(),
        evidence: vec![what_if.ledger.series.get(candidate.series)?.uid.clone()],
    })
}

/// Every change to one series, with what it gives back; and how much each is worth for its trouble, where it is
/// worth it.
pub(crate) fn changes(what_if: &WhatIf<'_>, series: usize) -> Vec<(SeriesChange, Option<f64>)> {
    let told = |candidate: &Candidate| {
        let effect = what_if.effect(&candidate.edits);
        let weeks = what_if.ledger.period.weeks();
        let weekly = |minutes: i64| hours(minutes) * candidate.every / weeks;
        let change = SeriesChange {
            uid: what_if.ledger.series.get(candidate.series)?.uid.clone(),
            action: candidate.action,
            by_minutes: candidate.by_minutes,
            text: candidate.text.clone(),
            gain: gain(what_if, candidate, &effect)
                .unwrap_or_else(|| "No stretch of focus time comes back.".to_owned()),
            focus_hours_per_week: weekly(effect.focus),
            hours_per_week: weekly(given_back(what_if, candidate)),
            hours_to_move_saved: effect.moved / 60.0 * candidate.every / weeks,
            social_cost: candidate.cost.amount,
            social_cost_because: candidate.cost.because.clone(),
        };
        Some((change, score(what_if, candidate, &effect)))
    };
    of_series(what_if.ledger, series)
        .iter()
        .filter_map(told)
        .collect()
}

/// Minutes of the period that a change takes off the claims it is about.
fn given_back(what_if: &WhatIf<'_>, candidate: &Candidate) -> i64 {
    candidate
        .edits
        .iter()
        .filter_map(|(&place, span)| {
            let before = what_if.ledger.claims.get(place)?.span.minutes();
            Some(before - span.map_or(0, Interval::minutes))
        })
        .sum()
}

/// Minutes a week regained for each unit of trouble; `None` where that is not worth it or does harm.
fn score(what_if: &WhatIf<'_>, candidate: &Candidate, effect: &Effect) -> Option<f64> {
    let status = what_if.mix.of(candidate.category).map(|share| share.status);
    let after = effect.mix.of(candidate.category).map(|share| share.status);
    if candidate.removes() && after == Some(BandStatus::Under) {
        return None;
    }
    let deep_work = what_if.mix.of(Category::DeepWork).map(|share| share.status);
    let focus = if deep_work == Some(BandStatus::Over) {
        0.0
    } else {
        effect.focus as f64
    };
    let weekly = (focus + effect.moved) * candidate.every / what_if.ledger.period.weeks();
    let helps = weekly >= WORTH_IT && effect.focus >= 0;
    let bonus = if candidate.removes() && status == Some(BandStatus::Over) {
        OVER_BAND
    } else {
        1.0
    };
    helps.then_some(weekly * bonus / candidate.cost.amount)
}

/// `Tuesday gets one stretch of 2 h back; cross-team falls to 29 %.`
fn gain(what_if: &WhatIf<'_>, candidate: &Candidate, effect: &Effect) -> Option<String> {
    let parts: Vec<String> = [
        focus_gain(what_if, effect),
        share_change(what_if, candidate.category, effect),
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
    Some(format!("{}.", words::sentence(&said)))
}

fn focus_gain(what_if: &WhatIf<'_>, effect: &Effect) -> Option<String> {
    if effect.focus <= 0 {
        return None;
    }
    let gains = effect
        .days
        .iter()
        .filter(|gain| gain.minutes > 0 && gain.stretch > 0);
    if is_short(what_if.ledger) {
        let best = gains.max_by_key(|gain| (gain.minutes, std::cmp::Reverse(gain.day)))?;
        let day = words::weekday(what_if.ledger.days.get(best.day)?.date);
        return Some(format!(
            "{day} gets one stretch of {} back",
            words::hours(best.stretch)
        ));
    }
    let mut by_weekday: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for gain in gains {
        let entry = by_weekday
            .entry(words::weekday(what_if.ledger.days.get(gain.day)?.date))
            .or_default();
        entry.0 += 1;
        entry.1 += gain.minutes;
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
        words::hours(minutes / times)
    ))
}

fn share_change(what_if: &WhatIf<'_>, category: Category, effect: &Effect) -> Option<String> {
    let (before, after) = (
        what_if.mix.of(category)?.share,
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
