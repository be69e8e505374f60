//! The answer for an event: what the user said first, then the evidence.

use weekwise_model::{
    Category, Classification, Decision, Evidence, Kind, Occurrence, RuleOutcome, RunnerUp, Scope,
};

use crate::Classifier;
use crate::features::{holds, situation};
use crate::findings::{Findings, hinted};
use crate::naming::Naming;
use crate::scene::Scene;
use crate::tags::{Tag, planned, tag_of};
use crate::vocabulary::{Means, Place};
use crate::weights::CATEGORY_COUNT;

/// The weight of what decides outright: more than evidence ever adds up to.
const OUTRIGHT: f64 = 20.0;

/// How sure it is what an event is of which only its calendar tells.
const DEFAULTED: f64 = 0.7;

impl Classifier {
    /// The answer for a scene, in the order of section 4 of docs/product.md: corrections, rules, a tag, the evidence.
    pub(crate) fn answer(
        &self,
        scene: &Scene<'_>,
        occurrence: Option<&Occurrence>,
    ) -> Classification {
        let event = scene.event;
        let findings = self.findings(scene);
        let alike = || self.alike_key(event);
        if let Some(correction) = self.corrections.about(event, occurrence, alike) {
            let scope = correction.scope;
            let text = match scope {
                Scope::Occurrence => "you said so about this occurrence",
                Scope::Series => "you said so about this series",
                Scope::Alike => "you said so about everything like it",
            };
            let to = self.place(correction.category, correction.kind);
            let decision = Decision::Correction { scope };
            return self.with_next_moved(decided(&findings, scene, to, decision, text.to_owned()));
        }
        let span = occurrence.map(|o| o.span);
        if let Some((number, rule, outcome)) = self.first_rule(event, span, scene.company.people) {
            let without = findings.classification(scene);
            let to = match outcome {
                RuleOutcome::Category { category } => (category, None),
                RuleOutcome::Kind { kind } => self.place(kind.category(), Some(kind)),
                RuleOutcome::LeaveOut | RuleOutcome::Effect { .. } => {
                    let without = self.moved(without);
                    (without.category, Some(without.kind))
                }
            };
            let called = if rule.name.is_empty() {
                format!("your rule {number}")
            } else {
                format!("your rule {number}, “{}”", rule.name)
            };
            let decision = Decision::Rule {
                number,
                name: rule.name.clone(),
                leaves_out: outcome == RuleOutcome::LeaveOut,
            };
            return self.with_next_moved(decided(&findings, scene, to, decision, called));
        }
        if let Some(tag) = tag_of(&event.summary) {
            let text = format!("the title is tagged {}", tag.written);
            return self.with_next_moved(self.tagged(&tag, text, &findings, scene));
        }
        if let Some(tag) = planned(event) {
            let text = format!("it was planned here as {}", tag.written);
            return self.with_next_moved(self.tagged(&tag, text, &findings, scene));
        }
        let guess = findings.classification(scene);
        match self.by_calendar.get(&event.calendar) {
            Some(category) if findings.silent => {
                self.with_next_moved(by_default(&findings, scene, *category, &guess))
            }
            None if scene.tells_nothing() && findings.taught.is_empty() => {
                Classification::unknown()
            }
            _ => self.moved(guess),
        }
    }

    /// A tag decides outright. The rest of the evidence only chooses among the kinds of its category.
    fn tagged(
        &self,
        tag: &Tag,
        text: String,
        findings: &Findings,
        scene: &Scene<'_>,
    ) -> Classification {
        let decision = Decision::Tag {
            written: tag.written.clone(),
        };
        let to = self.place(tag.category, tag.kind);
        decided(findings, scene, to, decision, text)
    }

    /// All evidence about a scene.
    pub(crate) fn findings(&self, scene: &Scene<'_>) -> Findings {
        let mut findings = Findings::new(&self.weights);
        let features = self.features(scene);
        findings.silent = scene.is_hidden()
            || scene.title.hits.is_empty()
                && scene.names.naming == Naming::Nobody
                && features.iter().all(|f| f.topic().is_none());
        findings.hidden = scene.is_hidden();
        findings.situation = situation(scene, &features);
        self.taught.tell(scene, &features, &mut findings);
        findings.kinds = kinds(scene);
        findings.features.reserve(features.len());
        for feature in features {
            let mut row = [0.0_f64; CATEGORY_COUNT];
            for number in feature.numbers() {
                let Some(weights) = self.weights.rows.get(number) else {
                    continue;
                };
                for (cell, weight) in row.iter_mut().zip(weights) {
                    *cell += f64::from(weight * feature.amount);
                }
            }
            findings.hints.extend(feature.topic().and_then(hinted));
            if row.iter().any(|w| w.abs() > 0.001) {
                findings.features.push((feature, row));
            }
        }
        findings
    }
}

/// The kinds that phrases of the title are said of: each phrase's kinds share what it says, by how many say so.
fn kinds(scene: &Scene<'_>) -> Vec<(Kind, f32)> {
    let mut all = Vec::new();
    for hit in &scene.title.hits {
        for entry in hit.entries() {
            let here = match entry.place {
                Place::Alone => scene.is_alone(),
                Place::Pair => scene.is_pair(),
                place => holds(place, scene),
            };
            if let (true, Means::Kind(kind)) = (here, entry.means) {
                // Longer phrases and those for just this place are surer.
                let place = if entry.place == Place::Any { 1.0 } else { 1.3 };
                let length = 0.8 + 0.2 * hit.length as f32;
                all.push((kind, f32::from(entry.sure) * place * length));
            }
        }
    }
    all
}

/// What is decided outright; the evidence only chooses the kind where none was said.
pub(crate) fn decided(
    findings: &Findings,
    scene: &Scene<'_>,
    (category, kind): (Category, Option<Kind>),
    decision: Decision,
    text: String,
) -> Classification {
    let without = findings.classification(scene);
    let mut because = vec![Evidence {
        text,
        category,
        weight: OUTRIGHT,
    }];
    because.extend(findings.evidence(category, scene));
    because.retain(|e| e.weight > 0.1);
    let (next, next_kind) = if without.category == category {
        without
            .runner_up
            .map_or((category, without.kind), |r| (r.category, r.kind))
    } else {
        (without.category, without.kind)
    };
    Classification {
        category,
        kind: kind.unwrap_or_else(|| findings.kind(category, scene)),
        confidence: 0.99,
        because,
        runner_up: (next != category).then_some(RunnerUp {
            category: next,
            kind: next_kind,
            confidence: 0.01,
        }),
        decided_by: Some(decision),
    }
}

/// What an event is of which nothing tells, in a calendar whose user says what is in it.
fn by_default(
    findings: &Findings,
    scene: &Scene<'_>,
    category: Category,
    guess: &Classification,
) -> Classification {
    Classification {
        category,
        kind: findings.kind(category, scene),
        confidence: DEFAULTED,
        because: vec![Evidence {
            text: "nothing else tells, and you said what this calendar is for".to_owned(),
            category,
            weight: 1.0,
        }],
        runner_up: (guess.category != category).then_some(RunnerUp {
            category: guess.category,
            kind: guess.kind,
            confidence: 1.0 - DEFAULTED,
        }),
        decided_by: None,
    }
}
