//! Which group of people is my team: each it may be is tried, because it decides which meetings are of other teams.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;
use weekwise_classify::{Classifier, Judgement, TeamBasis, TeamView};
use weekwise_model::{Classified, Occurrence, QuestionEvent, Recurrence};

use crate::order::LEAST_MINUTES;
use crate::unit::Scene;

/// So many groups are offered beside the guess.
const MOST_OTHERS: usize = 3;

/// Groups that have this part of their people in common are one answer.
const SAME: f64 = 0.6;

/// Of the minutes another team would judge otherwise, so many are expected to be right then: an estimate, not measured.
const GAIN: f64 = 0.3;

/// How likely the groups beside the guess are the team, the one met most first; together with [`NONE`] all there is beside it.
const OTHERS: [f64; MOST_OTHERS] = [0.6, 0.2, 0.1];

/// How likely there is no team at all, of what is beside the guess.
const NONE: f64 = 0.1;

/// So many series or events are listed.
const MOST_EVENTS: usize = 12;

/// The question which group is my team.
#[derive(Debug, Clone)]
pub struct TeamAsked {
    /// What may be answered, the guess first; the last one is that none of them is.
    pub options: Vec<TeamOption>,
    /// What tells who it is so far.
    pub basis: TeamBasis,
    /// Minutes that an answer is expected to set right.
    pub expected: f64,
}

/// One group that may be my team.
#[derive(Debug, Clone)]
pub struct TeamOption {
    /// Addresses in order; nobody where there is no team.
    pub people: Vec<String>,
    /// How likely it is.
    pub likely: f64,
    /// Occurrences that would be judged otherwise, with their places in [`Scene::occurrences`].
    pub otherwise: Vec<(usize, Classified)>,
    /// Their counted minutes.
    pub minutes: i64,
}

/// The question, where there is doubt that matters. `learnt`: the classifier as it would be with a team.
pub fn team(
    scene: &Scene<'_>,
    learnt: impl Fn(&[String]) -> Classifier + Sync,
) -> Option<TeamAsked> {
    let (guess, basis) = scene.classifier.team();
    if basis == TeamBasis::Said {
        return None;
    }
    let mut groups: Vec<Vec<String>> = Vec::new();
    for group in scene.classifier.groups() {
        let is_new = |other: &Vec<String>| in_common(other, group) < SAME;
        if is_new(&guess) && groups.iter().all(is_new) && groups.len() < MOST_OTHERS {
            groups.push(group.clone());
        }
    }
    if groups.is_empty() {
        return None;
    }
    let sure = sure(basis);
    let part = |likely: f64| (1.0 - sure) * likely;
    let named: f64 = OTHERS.iter().take(groups.len()).sum::<f64>() + NONE;
    let others = groups.into_iter().zip(OTHERS);
    let mut wanted: Vec<(Vec<String>, f64)> = others
        .map(|(group, likely)| (group, part(likely / named)))
        .collect();
    if guess.is_empty() {
        // Nothing tells: that there is none is what is taken to be true.
        wanted.insert(0, (Vec::new(), sure + part(NONE / named)));
    } else {
        wanted.insert(0, (guess.clone(), sure));
        wanted.push((Vec::new(), part(NONE / named)));
    }
    let with = wanted.par_iter().map(|(people, _)| {
        let is_guess = *people == guess;
        (!is_guess).then(|| learnt(people))
    });
    let with: Vec<Option<Classifier>> = with.collect();
    let options: Vec<TeamOption> = wanted
        .into_iter()
        .zip(otherwise(scene, &with))
        .map(|((people, likely), otherwise)| {
            let minutes = otherwise
                .iter()
                .filter_map(|(place, _)| scene.minutes.get(*place));
            TeamOption {
                minutes: minutes.sum(),
                people,
                likely,
                otherwise,
            }
        })
        .collect();
    let expected = options
        .iter()
        .map(|option| GAIN * option.likely * option.minutes as f64)
        .sum();
    (expected >= LEAST_MINUTES).then_some(TeamAsked {
        options,
        basis,
        expected,
    })
}

/// How likely the guess is right: estimates, not measured. `cargo xtask evaluate` prints how often each basis finds the team.
fn sure(basis: TeamBasis) -> f64 {
    match basis {
        TeamBasis::Said => 1.0,
        TeamBasis::Rituals | TeamBasis::Directory => 0.97,
        TeamBasis::Groups => 0.6,
        TeamBasis::Nothing => 0.3,
    }
}

/// How much of two groups together is in both, 0–1.
pub fn in_common(one: &[String], other: &[String]) -> f64 {
    let one: BTreeSet<&String> = one.iter().collect();
    let other: BTreeSet<&String> = other.iter().collect();
    let both = one.intersection(&other).count();
    both as f64 / (one.len() + other.len() - both).max(1) as f64
}

/// An event of a length, and what a team makes of it. The last part tells classifiers apart that were taught differently.
type Seen = ((usize, i64), TeamView, usize);

/// What classifiers with another team put into another category; nothing where there is none. Each VEVENT is judged once for
/// each length and for each thing a team can make of it: most of them know nobody of most teams.
fn otherwise(scene: &Scene<'_>, with: &[Option<Classifier>]) -> Vec<Vec<(usize, Classified)>> {
    let before = scene.classifier;
    let key = |one: &Occurrence| {
        let event = Arc::as_ptr(&one.event).addr();
        (event, one.span.minutes(before.zone()))
    };
    let asked: Vec<(usize, &Classified, (usize, i64))> = {
        let each = scene.occurrences.iter().zip(scene.minutes).enumerate();
        each.filter(|(_, (one, minutes))| {
            **minutes > 0 && one.people > 1 && one.classification.decided_by.is_none()
        })
        .map(|(place, (one, _))| (place, one, key(&one.occurrence)))
        .collect()
    };
    let mut first: HashMap<(usize, i64), &Classified> = HashMap::default();
    for (_, one, key) in &asked {
        first.entry(*key).or_insert(one);
    }
    let seen = |number: usize, classifier: &Classifier| -> HashMap<(usize, i64), Seen> {
        let taught = if classifier.was_taught_like(before) {
            0
        } else {
            number + 1
        };
        let each = first.par_iter().filter_map(|(key, one)| {
            let event = &one.occurrence.event;
            let view = classifier.team_view(event);
            let is_new = taught > 0 || view != before.team_view(event);
            is_new.then_some((*key, (*key, view, taught)))
        });
        each.collect::<Vec<_>>().into_iter().collect()
    };
    let seen: Vec<HashMap<(usize, i64), Seen>> = with
        .iter()
        .enumerate()
        .map(|(number, classifier)| {
            let classifier = classifier.as_ref();
            classifier.map_or_else(HashMap::default, |classifier| seen(number, classifier))
        })
        .collect();
    let mut new: HashMap<&Seen, (&Classifier, &Classified)> = HashMap::default();
    for (classifier, seen) in with.iter().zip(&seen) {
        for seen in seen.values() {
            if let (Some(classifier), Some(one)) = (classifier, first.get(&seen.0)) {
                new.entry(seen).or_insert((classifier, one));
            }
        }
    }
    let judged: HashMap<&Seen, Judgement> = new
        .into_par_iter()
        .map(|(seen, (classifier, one))| (seen, classifier.judge(&one.occurrence)))
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    let of = |seen: &HashMap<(usize, i64), Seen>| {
        let each = asked.iter().filter_map(|(place, one, key)| {
            let judged = judged.get(seen.get(key)?)?;
            (judged.classification.category != one.category()).then(|| {
                let gathered = one.gathered.clone();
                let other = Classified {
                    gathered,
                    ..judged.on(one.occurrence.clone())
                };
                (*place, other)
            })
        });
        each.collect()
    };
    seen.iter().map(of).collect()
}

impl TeamAsked {
    /// What its answer decides about: every occurrence another answer than the guess judges otherwise.
    pub fn places(&self) -> BTreeSet<usize> {
        let all = self.options.iter().flat_map(|option| &option.otherwise);
        all.map(|(place, _)| *place).collect()
    }
}

/// The series and single events at some places, most minutes first. `cadence` says how a series repeats; `instance` names one.
pub fn events_at(
    scene: &Scene<'_>,
    places: impl IntoIterator<Item = usize>,
    cadence: impl Fn(&Recurrence) -> Option<String>,
    instance: impl Fn(&Classified) -> Option<String>,
) -> Vec<QuestionEvent> {
    let mut by_series: HashMap<&str, (usize, u32, i64)> = HashMap::default();
    for place in places {
        if let (Some(one), Some(minutes)) = (scene.occurrences.get(place), scene.minutes.get(place))
        {
            let entry = by_series.entry(one.series_uid()).or_insert((place, 0, 0));
            entry.0 = entry.0.max(place);
            entry.1 += 1;
            entry.2 += minutes;
        }
    }
    let mut series: Vec<(usize, u32, i64)> = by_series.into_values().collect();
    series.sort_by(|a, b| b.2.cmp(&a.2).then(a.0.cmp(&b.0)));
    let event = |(place, times, minutes): (usize, u32, i64)| {
        let one = scene.occurrences.get(place)?;
        Some(QuestionEvent {
            uid: one.occurrence.event.uid.clone(),
            recurrence_id: instance(one),
            summary: one.occurrence.event.summary.clone(),
            cadence: one.recurrence().and_then(&cadence),
            times,
            minutes,
            category: one.category(),
            confidence: one.classification.confidence,
        })
    };
    series
        .into_iter()
        .take(MOST_EVENTS)
        .filter_map(event)
        .collect()
}
