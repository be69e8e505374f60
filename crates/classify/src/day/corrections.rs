//! What the user said events do to the day: corrections and rules, which decide before any evidence is weighed.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::Arc;

use weekwise_model::{
    Classification, DayCorrection, DayEffect, DayEvidence, DayJudgement, DayRunnerUp, Decision,
    Occurrence, Response, Scope, Span,
};

use crate::Classifier;
use crate::corrections::uid_of_occurrence_key;
use crate::scene::Scene;

/// The weight of what decides outright: more than evidence ever adds up to.
const OUTRIGHT: f64 = 20.0;

/// The user's corrections of the effect, by scope and by what they are about.
#[derive(Debug, Clone, Default)]
pub(crate) struct DayCorrections {
    by_key: HashMap<(Scope, String), DayEffect>,
    /// Series of which single occurrences are corrected.
    apart: HashSet<String>,
    any_alike: bool,
}

impl DayCorrections {
    fn of(corrections: &[DayCorrection]) -> Self {
        let mut all = Self::default();
        // A later one about the same thing replaces an earlier one.
        for correction in corrections {
            let DayCorrection { scope, key, .. } = correction;
            if *scope == Scope::Occurrence
                && let Some(uid) = uid_of_occurrence_key(key)
            {
                all.apart.insert(uid.to_owned());
            }
            all.any_alike |= *scope == Scope::Alike;
            all.by_key.insert((*scope, key.clone()), correction.effect);
        }
        all
    }

    /// Whether single occurrences of a series are corrected.
    pub(crate) fn tells_apart(&self, uid: &str) -> bool {
        self.apart.contains(uid)
    }
}

impl Classifier {
    /// With what the user said events do to the day, oldest first; what was given before is forgotten.
    #[must_use]
    pub fn with_days(mut self, corrections: &[DayCorrection]) -> Self {
        self.day_corrections = Arc::new(DayCorrections::of(corrections));
        self
    }

    /// What an event does to the day: by a correction, by a rule, else by the evidence. `spans`: the occurrence, and when
    /// its series is.
    pub(crate) fn day(
        &self,
        scene: &Scene<'_>,
        (occurrence, span): (&Occurrence, Span),
        classification: &Classification,
        response: Response,
    ) -> DayJudgement {
        let weighed = || self.day_judgement(scene, span, classification, response);
        if let Some((scope, effect)) = self.corrected_day(occurrence) {
            let text = match scope {
                Scope::Occurrence => "you said so about this occurrence",
                Scope::Series => "you said so about this series",
                Scope::Alike => "you said so about everything like it",
            };
            return decided(
                effect,
                text.to_owned(),
                Decision::Correction { scope },
                &weighed(),
            );
        }
        let people = scene.company.people;
        let rule = self.first_day_rule(&occurrence.event, Some(occurrence.span), people);
        if let Some((number, name, effect)) = rule {
            let text = if name.is_empty() {
                format!("your rule {number}")
            } else {
                format!("your rule {number}, “{name}”")
            };
            let decision = Decision::Rule {
                number,
                name: name.to_owned(),
                leaves_out: false,
            };
            return decided(effect, text, decision, &weighed());
        }
        weighed()
    }

    fn corrected_day(&self, occurrence: &Occurrence) -> Option<(Scope, DayEffect)> {
        let said = &self.day_corrections;
        if said.by_key.is_empty() {
            return None;
        }
        let find = |scope: Scope| {
            let skip = scope == Scope::Occurrence && !said.tells_apart(&occurrence.event.uid)
                || scope == Scope::Alike && !said.any_alike;
            if skip {
                return None;
            }
            let key = self.correction_key(scope, occurrence);
            let effect = said.by_key.get(&(scope, key))?;
            Some((scope, *effect))
        };
        find(Scope::Occurrence)
            .or_else(|| find(Scope::Series))
            .or_else(|| find(Scope::Alike))
    }
}

/// What was decided outright; the evidence stays to be read, and says what it would be otherwise.
fn decided(
    effect: DayEffect,
    text: String,
    decision: Decision,
    weighed: &DayJudgement,
) -> DayJudgement {
    let mut because = vec![DayEvidence {
        text,
        effect,
        weight: OUTRIGHT,
    }];
    because.extend(weighed.because.iter().cloned());
    let otherwise = (weighed.effect != effect).then_some(DayRunnerUp {
        effect: weighed.effect,
        confidence: 0.0,
    });
    DayJudgement {
        effect,
        confidence: 1.0,
        because,
        runner_up: otherwise,
        part: weighed.part.filter(|_| effect == weighed.effect),
        decided_by: Some(decision),
    }
}
