//! What would follow from an answer beside what it says, because the classifier learns from it.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use weekwise_analyze::mix_of;
use weekwise_model::{
    AnswerPreview, AnswerRequest, Answerer, Category, CategoryChange, Classified, Counting, Period,
    Settings,
};

use super::effect;
use super::take::Taken;
use crate::opened::{learnt, settled};
use crate::remembered::Judgements;
use crate::{Clock, EngineError, Opened};

/// What begins so long before a period may reach into it: a sabbatical.
const BEFORE: TimeDelta = TimeDelta::weeks(9);

impl Opened {
    /// What an answer would change, with everything that follows from it, before it is given.
    ///
    /// # Errors
    /// [`EngineError::NoSuchQuestion`] where the question or the option is none.
    pub fn preview_answer(
        &self,
        request: &AnswerRequest,
        clock: &Clock,
    ) -> Result<AnswerPreview, EngineError> {
        let taken = self.take(std::slice::from_ref(request), &Answerer::Me, clock)?;
        if let Some(refused) = taken.refused.first() {
            return Err(EngineError::NoSuchQuestion(refused.why.clone()));
        }
        let period = self.period(&self.lately(clock), clock)?;
        let (settings, after) = self.as_answered(&taken, period)?;
        let (before, _) = self.classified(period.from - BEFORE, period.to);
        let (mix_before, mix) = rayon::join(
            || mix_of(&before, period, &self.settings),
            || mix_of(&after, period, &settings),
        );
        Ok(AnswerPreview {
            follow: self.following(&taken, &before, &after, period),
            shares: effect::changes(&mix_before, &mix),
        })
    }

    /// The settings and the occurrences as they would be, those that may reach into the period too.
    fn as_answered(
        &self,
        taken: &Taken,
        period: Period,
    ) -> Result<(Settings, Vec<Classified>), EngineError> {
        let change = &taken.settings;
        let mut settings = change.applied_to(&self.settings, &taken.said.profiles)?;
        settings.marks.clone_from(&taken.said.marks);
        let team = |settings: &Settings| settings.marks.colleagues.team.clone();
        let anew = settings.me != self.settings.me
            || settings.zone != self.settings.zone
            || team(&settings) != team(&self.settings);
        let (from, to) = (period.from - BEFORE, period.to);
        if anew {
            let classifier = learnt(&self.imported, &settings, &taken.said);
            let occurrences = self.imported.expand(from, to, settings.zone).occurrences;
            let judged = self.judged_by(&classifier, &occurrences, &mut Judgements::new());
            return Ok((settings, settled(&classifier, judged)));
        }
        let said = &taken.said;
        let mut classifier = self
            .classifier
            .clone()
            .with_days(&said.marks.day_corrections);
        if said.corrections != self.said.corrections {
            classifier = classifier.with(self.imported.events(), &said.corrections, &said.rules);
        }
        Ok((settings, self.classified_by(&classifier, from, to)))
    }

    /// The events an answer says nothing about, and that change their category.
    fn following(
        &self,
        taken: &Taken,
        before: &[Classified],
        after: &[Classified],
        period: Period,
    ) -> Vec<CategoryChange> {
        let zone = self.settings.zone;
        if before.len() != after.len() {
            return Vec::new();
        }
        let mut found: BTreeMap<(&str, Category, Category), CategoryChange> = BTreeMap::new();
        let counting = weekwise_analyze::counting_of_all(before, &self.settings);
        let written = taken
            .given
            .iter()
            .flat_map(|given| &given.wrote.corrections);
        for ((one, then), counting) in before.iter().zip(after).zip(counting) {
            let (from, to) = (one.category(), then.category());
            let inside = one.occurrence.span.overlaps(period.from, period.to, zone);
            if from == to || !inside || !matches!(counting, Counting::Counted { .. }) {
                continue;
            }
            if written
                .clone()
                .any(|said| self.classifier.is_about(said, &one.occurrence))
            {
                continue;
            }
            let event = &one.occurrence.event;
            let change = found
                .entry((&event.uid, from, to))
                .or_insert_with(|| CategoryChange::none_of(event, (from, to), false));
            change.add(one.occurrence.span.minutes(zone));
        }
        let mut changes: Vec<CategoryChange> = found.into_values().collect();
        changes.sort_by(|a, b| b.minutes.cmp(&a.minutes).then_with(|| a.uid.cmp(&b.uid)));
        changes
    }
}
