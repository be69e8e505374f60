//! What the mix would be if something were judged otherwise: exactly, because what is different is counted again.
//!
//! Whole settings are counted again whole. Where single occurrences are judged otherwise only the days they touch are:
//! nothing of a day depends on another one.

use std::collections::{BTreeMap, BTreeSet};

use weekwise_model::{Category, Classified, Mix, Period, Settings};

use crate::book::{
    CountedPeriod, Interval, Ledger, Parts, as_is, instant_of, interval_of, nothing,
};
use crate::trial::{Change, Trial, figures_of};

impl CountedPeriod {
    /// The whole period, however long, ready to be asked what would be judged otherwise.
    pub fn whole_trial(&self) -> Trial<'_> {
        Trial::on(self.book())
    }
}

/// The week mix of a period, without anything else. The ranges of its shares are not told.
pub fn mix_of(occurrences: &[Classified], period: Period, settings: &Settings) -> Mix {
    parts_of(occurrences, period, settings).mix(&settings.profile, &[], &[])
}

/// The week mix of a period that is counted already, under other settings.
pub fn mix_under(trial: &Trial<'_>, settings: &Settings) -> Mix {
    let ledger = trial.book.ledger.under(settings);
    parts_in(&ledger).mix(&settings.profile, &[], &[])
}

/// The week mix of a period that is counted already, where some of its occurrences are judged otherwise: each with its place.
/// What recurs on the same days is counted once for each of them.
pub fn mix_where(trial: &Trial<'_>, otherwise: &[(usize, Classified)]) -> Mix {
    if let Some(purposes) = only_categories(trial, otherwise) {
        return recategorized(trial, purposes);
    }
    let ledger = &trial.book.ledger;
    let spans: Vec<Interval> = otherwise
        .iter()
        .filter_map(|(place, after)| {
            let before = ledger.occurrences.get(*place)?;
            let span = |one: &Classified| span_of(one, ledger.settings);
            Some([span(before), span(after)])
        })
        .flatten()
        .collect();
    let days: BTreeSet<usize> = spans
        .iter()
        .flat_map(|span| ledger.days_of(*span))
        .collect();
    let judged: BTreeMap<usize, &Classified> =
        otherwise.iter().map(|(place, one)| (*place, one)).collect();
    let mut parts = trial.book.parts();
    for run in runs(&days) {
        let (Some(first), Some(last)) = (ledger.days.get(run.start), ledger.days.get(run.end - 1))
        else {
            continue;
        };
        let span = Interval {
            start: first.span.start,
            end: last.span.end,
        };
        let here = trial
            .reach()
            .iter()
            .enumerate()
            .filter(|(_, one)| one.overlaps(span));
        let all: Vec<Classified> = here
            .filter_map(|(place, _)| {
                let after = judged.get(&place).copied();
                after.or_else(|| ledger.occurrences.get(place)).cloned()
            })
            .collect();
        let period = Period {
            from: instant_of(span.start),
            to: instant_of(span.end),
            zone: ledger.period.zone,
        };
        for day in trial.days.get(run).unwrap_or_default() {
            parts.add(&day.parts, -1);
        }
        parts.add(&parts_of(&all, period, ledger.settings), 1);
    }
    parts.mix(&ledger.settings.profile, &[], &[])
}

/// Where an occurrence is: whole days where I am.
pub(crate) fn span_of(one: &Classified, settings: &Settings) -> Interval {
    let span = one.occurrence.span;
    if span.is_all_day() {
        interval_of(settings.whereabouts().instants_of(span))
    } else {
        interval_of(span.instants(settings.zone))
    }
}

fn parts_of(occurrences: &[Classified], period: Period, settings: &Settings) -> Parts {
    parts_in(&Ledger::new(occurrences, period, settings))
}

fn parts_in(ledger: &Ledger<'_>) -> Parts {
    let mut parts = nothing();
    for day in ledger.days.iter() {
        let cut = day.cut(&ledger.claims, as_is);
        let figures = figures_of(day, &ledger.claims, &cut, ledger.focus_minutes());
        parts.add(&figures.parts, 1);
    }
    parts
}

/// The new categories of claims, where nothing else is different: from one category of work to another. By their places in
/// [`Trial::claims`].
fn only_categories(
    trial: &Trial<'_>,
    otherwise: &[(usize, Classified)],
) -> Option<BTreeMap<usize, Category>> {
    let ledger = &trial.book.ledger;
    let mut purposes = BTreeMap::new();
    for (index, after) in otherwise {
        let before = ledger.occurrences.get(*index)?;
        after.category().work_index()?;
        before.category().work_index()?;
        if before.day.effect != after.day.effect {
            return None;
        }
        // What does not count now counts no more as something else.
        if let Some(place) = trial.claim_of(*index) {
            if trial.claims().get(place)?.is_of_whole_days() {
                return None;
            }
            purposes.insert(place, after.category());
        }
    }
    Some(purposes)
}

fn recategorized(trial: &Trial<'_>, purposes: BTreeMap<usize, Category>) -> Mix {
    let claims = trial.claims();
    let is_meeting = |place: &usize| claims.get(*place).is_some_and(|claim| claim.meeting);
    if !purposes.keys().all(is_meeting) {
        let change = Change {
            purposes,
            ..Change::default()
        };
        return trial.effect(&change).mix;
    }
    // A meeting claims the same minutes whatever it is for.
    let mut parts = trial.book.parts();
    for (place, category) in purposes {
        let minutes = trial.minutes_of(place);
        let before = claims.get(place).map(|claim| claim.category);
        for (at, sign) in [(before, -1), (category.work_index(), 1)] {
            if let Some(sum) = at.and_then(|at| parts.minutes.get_mut(at)) {
                *sum += sign * minutes;
            }
        }
    }
    parts.mix(&trial.settings().profile, &[], &[])
}

/// Places that follow each other, together.
fn runs(places: &BTreeSet<usize>) -> Vec<std::ops::Range<usize>> {
    let mut runs: Vec<std::ops::Range<usize>> = Vec::new();
    for &place in places {
        match runs.last_mut() {
            Some(run) if run.end == place => run.end += 1,
            _ => runs.push(place..place + 1),
        }
    }
    runs
}
