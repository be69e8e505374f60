//! The one change to make first: the most focus time regained, and the most hours moved into their bands, for the least
//! trouble.
//!
//! Every candidate is tried for real: the days it touches are counted again without it (or with it elsewhere), and
//! the sentence tells what came out. Candidates are series that could meet half as often, meetings that could move by up
//! to an hour to join two gaps, and large meetings whose notes would do. A change that pushes a category below
//! its band is none, whatever it regains.

mod candidates;

use std::collections::BTreeMap;

use weekwise_model::{BandStatus, Category, NextStep};

use crate::signals::Seen;
use crate::what_if::{Effect, effect};
use crate::words;
use candidates::{Candidate, When, candidates};

/// Less than this many minutes a week are not worth a word with anybody.
const WORTH_IT: f64 = 15.0;
/// A change in a category above its band is worth this many times as much.
const OVER_BAND: f64 = 1.5;
/// A share that changes by less than this is not mentioned.
const POINT: f64 = 0.005;

pub(crate) fn next_step(seen: &Seen<'_>) -> Option<NextStep> {
    let mut best: Option<(f64, Candidate, Effect)> = None;
    for candidate in candidates(seen) {
        let effect = effect(seen, &candidate.change());
        let Some(score) = score(seen, &candidate, &effect) else {
            continue;
        };
        if best.as_ref().is_none_or(|(best, _, _)| score > *best) {
            best = Some((score, candidate, effect));
        }
    }
    let (_, candidate, effect) = best?;
    Some(NextStep {
        gain: gain(seen, &candidate, &effect)?,
        text: candidate.text.clone(),
        evidence: vec![seen.ledger.series.get(candidate.series)?.uid.clone()],
    })
}

/// Minutes a week regained for each unit of trouble; `None` where that is not worth it or does harm.
fn score(seen: &Seen<'_>, candidate: &Candidate, effect: &Effect) -> Option<f64> {
    let status = seen.status(candidate.category);
    let after = effect.mix.of(candidate.category).map(|share| share.status);
    if candidate.removes && after == Some(BandStatus::Under) {
        return None;
    }
    let weekly =
        (effect.focus as f64 + effect.moved) * candidate.every / seen.ledger.period.weeks();
    let helps = weekly >= WORTH_IT && effect.focus >= 0;
    let bonus = if candidate.removes && status == BandStatus::Over {
        OVER_BAND
    } else {
        1.0
    };
    helps.then_some(weekly * bonus / candidate.trouble)
}

/// `Tuesday gets one stretch of 2 h back; cross-team falls to 29 %.`
fn gain(seen: &Seen<'_>, candidate: &Candidate, effect: &Effect) -> Option<String> {
    let parts: Vec<String> = [
        focus_gain(seen, effect),
        share_change(seen, candidate.category, effect),
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

fn focus_gain(seen: &Seen<'_>, effect: &Effect) -> Option<String> {
    if effect.focus <= 0 {
        return None;
    }
    let gains = effect
        .days
        .iter()
        .filter(|gain| gain.minutes > 0 && gain.stretch > 0);
    if seen.is_short() {
        let best = gains.max_by_key(|gain| (gain.minutes, std::cmp::Reverse(gain.day)))?;
        let day = words::weekday(seen.ledger.days.get(best.day)?.date);
        return Some(format!(
            "{day} gets one stretch of {} back",
            words::hours(best.stretch)
        ));
    }
    let mut by_weekday: BTreeMap<&str, (i64, i64)> = BTreeMap::new();
    for gain in gains {
        let entry = by_weekday
            .entry(words::weekday(seen.ledger.days.get(gain.day)?.date))
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

fn share_change(seen: &Seen<'_>, category: Category, effect: &Effect) -> Option<String> {
    let (before, after) = (seen.share(category)?.share, effect.mix.of(category)?.share);
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
