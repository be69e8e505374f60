use std::collections::BTreeMap;

use weekwise_classify::RuleMatcher;
use weekwise_model::{
    Classified, Counting, Decision, Rule, RuleExample, RuleMatches, RuleView, RulesView,
};

use crate::{Clock, EngineError, Opened, PeriodChoice};

/// At most so many examples of what a rule matches.
const EXAMPLES: usize = 20;

impl Opened {
    /// The user's rules, each with what it does in a period (section 4 of docs/product.md).
    pub fn rules(&self, choice: &PeriodChoice, clock: &Clock) -> Result<RulesView, EngineError> {
        let rules = &self.said.rules;
        let rules = (0..rules.len())
            .zip(rules)
            .map(|(place, rule)| {
                let matches = self.matches_among(rules, place, choice, clock)?;
                Ok(RuleView {
                    rule: rule.clone(),
                    matches,
                })
            })
            .collect::<Result<_, EngineError>>()?;
        Ok(RulesView { rules })
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
        self.matches_among(&rules, place, choice, clock)
    }

    /// What the rule at a place matches and decides.
    fn matches_among(
        &self,
        rules: &[Rule],
        place: usize,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<RuleMatches, EngineError> {
        let Some(rule) = rules.get(place) else {
            return Ok(RuleMatches::default());
        };
        let matcher = RuleMatcher::new(rule);
        let mut found = RuleMatches {
            problem: matcher.problem().map(str::to_owned),
            ..RuleMatches::default()
        };
        if found.problem.is_some() {
            return Ok(found);
        }
        let period = self.period(choice, clock)?;
        let corrections = &self.said.corrections;
        let events = || self.imported.events();
        let with = self.classifier.clone().with(events(), corrections, rules);
        let mut others = rules.to_vec();
        others.remove(place);
        let without = self.classifier.clone().with(events(), corrections, &others);
        let (with, _) = self.classified_by(&with, period.from, period.to);
        let (without, _) = self.classified_by(&without, period.from, period.to);
        let counting = weekwise_analyze::counting_of_all(&without, &self.settings);
        let mut examples: BTreeMap<&str, RuleExample> = BTreeMap::new();
        for ((then, now), counting) in with.iter().zip(&without).zip(&counting) {
            if !self.classifier.matches(&matcher, &now.occurrence) {
                continue;
            }
            found.matches += 1;
            let event = &now.occurrence.event;
            examples
                .entry(&event.uid)
                .or_insert_with(|| RuleExample {
                    uid: event.uid.clone(),
                    summary: event.summary.clone(),
                    count: 0,
                    category: now.category(),
                })
                .count += 1;
            if !decides(then, place) {
                continue;
            }
            found.decides += 1;
            let differs = then.category() != now.category()
                || then.classification.kind != now.classification.kind
                || then.classification.is_left_out();
            found.changes += u32::from(differs);
            if matches!(counting, Counting::Counted { .. }) {
                found.minutes += now.occurrence.span.minutes(self.settings.zone);
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
        Ok(found)
    }
}

/// Whether the rule at a place decided.
fn decides(classified: &Classified, place: usize) -> bool {
    matches!(
        classified.classification.decided_by,
        Some(Decision::Rule { number, .. }) if number as usize == place + 1
    )
}
