use std::collections::{BTreeMap, HashMap};

use chrono::TimeDelta;
use weekwise_analyze::counting_of_all;
use weekwise_classify::{Classifier, RuleMatcher};
use weekwise_model::{
    Classified, Counting, Decision, Period, Rule, RuleExample, RuleMatches, RuleView, RulesView,
};

use crate::remembered::{Judgements, place_of};
use crate::{Clock, EngineError, Opened, PeriodChoice};

/// At most so many examples of what a rule matches.
const EXAMPLES: usize = 20;

impl Opened {
    /// The user's rules, each with what it does in a period (section 4 of docs/product.md).
    pub fn rules(&self, choice: &PeriodChoice, clock: &Clock) -> Result<RulesView, EngineError> {
        let period = self.period(choice, clock)?;
        let rules = &self.said.rules;
        let rules = rules.iter().enumerate().map(|(place, rule)| RuleView {
            rule: rule.clone(),
            matches: self.matches_among(rules, place, period),
        });
        Ok(RulesView {
            rules: rules.collect(),
        })
    }

    /// What a draft would match at a place in the order, from 0, before it is saved. `replaces`: the rule that stands
    /// there now is the same one.
    pub fn preview_rule(
        &self,
        draft: &Rule,
        place: usize,
        replaces: bool,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<RuleMatches, EngineError> {
        let mut rules = self.said.rules.clone();
        let place = place.min(rules.len());
        if replaces && place < rules.len() {
            rules.remove(place);
        }
        rules.insert(place, draft.clone());
        Ok(self.matches_among(&rules, place, self.period(choice, clock)?))
    }

    /// What the rule at a place matches and decides.
    fn matches_among(&self, rules: &[Rule], place: usize, period: Period) -> RuleMatches {
        let Some(rule) = rules.get(place) else {
            return RuleMatches::default();
        };
        let matcher = RuleMatcher::new(rule);
        let mut found = RuleMatches {
            problem: matcher.problem().map(str::to_owned),
            ..RuleMatches::default()
        };
        if found.problem.is_some() {
            return found;
        }
        let (now, _) = self.classified(period.from, period.to);
        let matching = matching(&self.classifier, &matcher, &now);
        let mut others = rules.to_vec();
        others.remove(place);
        // Where neither this rule nor any other has a say, nothing can differ from what is said now.
        let touched: Vec<usize> = (0..now.len())
            .filter(|&at| matching[at] || is_by_rule(&now[at]))
            .collect();
        let with = self.judged_again(&now, &touched, rules);
        let without = self.judged_again(&now, &touched, &others);
        let counting = counting_of_all(&without, &self.settings);
        let mut examples: BTreeMap<&str, RuleExample> = BTreeMap::new();
        for at in (0..now.len()).filter(|&at| matching[at]) {
            let (then, before) = (&with[at], &without[at]);
            found.matches += 1;
            let event = &before.occurrence.event;
            examples
                .entry(&event.uid)
                .or_insert_with(|| RuleExample {
                    uid: event.uid.clone(),
                    summary: event.summary.clone(),
                    count: 0,
                    category: before.category(),
                })
                .count += 1;
            if !is_decided_by(then, place) {
                continue;
            }
            found.decides += 1;
            let differs = then.category() != before.category()
                || then.classification.kind != before.classification.kind
                || then.classification.is_left_out() != before.classification.is_left_out()
                || then.day.effect != before.day.effect;
            found.changes += u32::from(differs);
            if matches!(counting[at], Counting::Counted { .. }) {
                found.minutes += before.occurrence.span.minutes(self.settings.zone);
            }
        }
        let mut examples: Vec<RuleExample> = examples.into_values().collect();
        examples.sort_by(|a, b| {
            b.count
                .cmp(&a.count)
                .then_with(|| a.summary.cmp(&b.summary))
        });
        examples.truncate(EXAMPLES);
        found.examples = examples;
        found
    }

    /// The same occurrences, those at some places judged with other rules.
    fn judged_again(
        &self,
        now: &[Classified],
        places: &[usize],
        rules: &[Rule],
    ) -> Vec<Classified> {
        let mut then = now.to_vec();
        if *rules == *self.said.rules {
            return then;
        }
        let classifier = self.classifier.clone().with_rules(rules);
        let occurrences: Vec<_> = places
            .iter()
            .map(|&at| now[at].occurrence.clone())
            .collect();
        let judged = self.judged_by(&classifier, &occurrences, &mut Judgements::new());
        for (&at, classified) in places.iter().zip(judged) {
            then[at] = classified;
        }
        classifier.settle(&mut then, places.iter().copied());
        then
    }
}

/// Of each occurrence, whether a rule's conditions hold for it; asked once for all that are alike.
fn matching(classifier: &Classifier, rule: &RuleMatcher, all: &[Classified]) -> Vec<bool> {
    let mut known: HashMap<(usize, TimeDelta, i64), bool> = HashMap::new();
    all.iter()
        .map(|classified| {
            let occurrence = &classified.occurrence;
            let (start, end) = occurrence.span.instants(classifier.zone());
            let time = if rule.looks_at_time() {
                start.timestamp()
            } else {
                0
            };
            *known
                .entry((place_of(&occurrence.event), end - start, time))
                .or_insert_with(|| classifier.matches(rule, classified))
        })
        .collect()
}

/// What decided outright about an occurrence: about its category, and about its effect on the day.
fn decisions(classified: &Classified) -> impl Iterator<Item = &Decision> {
    let category = &classified.classification.decided_by;
    category.iter().chain(&classified.day.decided_by)
}

/// Whether the rule at a place decided.
fn is_decided_by(classified: &Classified, place: usize) -> bool {
    decisions(classified)
        .any(|by| matches!(by, Decision::Rule { number, .. } if *number as usize == place + 1))
}

/// Whether any rule decided.
fn is_by_rule(classified: &Classified) -> bool {
    decisions(classified).any(|by| matches!(by, Decision::Rule { .. }))
}
