use std::collections::BTreeMap;

use weekwise_classify::Classifier;
use weekwise_model::{
    Category, CategoryChange, Classified, Correction, CorrectionPreview, CorrectionRequest,
    Counting, Occurrence, Scope,
};

use crate::{Clock, EngineError, Opened, PeriodChoice};

impl Opened {
    /// The correction a request means, as it is remembered; `None` where one is taken back. With it, the key of what it
    /// is about.
    ///
    /// # Errors
    /// [`EngineError::NoSuchEvent`] where nothing open is what the request names.
    pub fn correction(
        &self,
        request: &CorrectionRequest,
        clock: &Clock,
    ) -> Result<(String, Option<Correction>), EngineError> {
        let occurrence = self.requested(request, clock)?;
        let key = self.classifier.correction_key(request.scope, &occurrence);
        let correction = request.category.map(|category| Correction {
            scope: request.scope,
            key: key.clone(),
            // A kind that was chosen where it stands now goes along when it is put elsewhere.
            category: match request.kind {
                Some(kind) if self.settings.kinds.category(kind) == category => kind.category(),
                _ => category,
            },
            kind: request.kind,
            made_at: clock.now(),
        });
        Ok((key, correction))
    }

    /// What a correction would change in a period, before it is saved (section 4 of docs/product.md).
    pub fn preview_correction(
        &self,
        request: &CorrectionRequest,
        choice: &PeriodChoice,
        clock: &Clock,
    ) -> Result<CorrectionPreview, EngineError> {
        let (key, correction) = self.correction(request, clock)?;
        let mut corrections = self.said.corrections.clone();
        corrections.retain(|c| !(c.scope == request.scope && c.key == key));
        corrections.extend(correction.clone());
        let then =
            self.classifier
                .clone()
                .with(self.imported.events(), &corrections, &self.said.rules);
        let covers = |occurrence: &Occurrence| {
            self.classifier.correction_key(request.scope, occurrence) == key
        };
        let differences = self.differences(choice, clock, &then, &covers)?;
        Ok(CorrectionPreview {
            correction,
            covers: differences.covers,
            others: differences
                .changes
                .iter()
                .filter(|change| !change.covered)
                .map(|change| change.count)
                .sum(),
            minutes: differences
                .changes
                .iter()
                .map(|change| change.minutes)
                .sum(),
            changes: differences.changes,
        })
    }

    /// What another classifier would say differently in a period.
    fn differences(
        &self,
        choice: &PeriodChoice,
        clock: &Clock,
        then: &Classifier,
        covers: &dyn Fn(&Occurrence) -> bool,
    ) -> Result<Differences, EngineError> {
        let period = self.period(choice, clock)?;
        let (now, _) = self.classified(period.from, period.to);
        let later = self.classified_by(then, period.from, period.to);
        let counting = weekwise_analyze::counting_of_all(&now, &self.settings);
        let counting_later = weekwise_analyze::counting_of_all(&later, &self.settings);
        let mut found: BTreeMap<(String, Category, Category, bool), CategoryChange> =
            BTreeMap::new();
        let mut covered_count = 0;
        for (place, (before, after)) in now.iter().zip(&later).enumerate() {
            let covered = covers(&before.occurrence);
            covered_count += u32::from(covered);
            let (from, to) = (before.category(), after.category());
            if from == to {
                continue;
            }
            let counts =
                |all: &[Counting]| matches!(all.get(place), Some(Counting::Counted { .. }));
            let minutes = if counts(&counting) || counts(&counting_later) {
                length(before, self.settings.zone)
            } else {
                0
            };
            let event = &before.occurrence.event;
            let change = found
                .entry((event.uid.clone(), from, to, covered))
                .or_insert_with(|| CategoryChange::none_of(event, (from, to), covered));
            change.add(minutes);
        }
        let mut changes: Vec<CategoryChange> = found.into_values().collect();
        changes.sort_by(|a, b| {
            b.minutes
                .cmp(&a.minutes)
                .then_with(|| b.count.cmp(&a.count))
                .then_with(|| a.summary.cmp(&b.summary))
        });
        Ok(Differences {
            covers: covered_count,
            changes,
        })
    }

    /// The occurrence a request names; of a series, without an instance, the one nearest to now.
    fn requested(
        &self,
        request: &CorrectionRequest,
        clock: &Clock,
    ) -> Result<Occurrence, EngineError> {
        let nearest = self.nearest_instance(&request.uid, clock)?;
        let (Scope::Occurrence, Some(id)) = (request.scope, &request.recurrence_id) else {
            return Ok(nearest);
        };
        let at = id.parse().map_err(|_| EngineError::NoSuchInstance {
            uid: request.uid.clone(),
            at: id.clone(),
        })?;
        self.instance_at(&request.uid, at)
    }
}

/// What differs.
struct Differences {
    covers: u32,
    changes: Vec<CategoryChange>,
}

fn length(classified: &Classified, zone: chrono_tz::Tz) -> i64 {
    classified.occurrence.span.minutes(zone)
}
