//! A plan in the real counting: what each way to plan does to the bands.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use weekwise_analyze::{Change, Interval, Trial, hours_to_move, minute_of};
use weekwise_model::{
    BandStatus, Category, Classified, Mix, Occurrence, Period, PlanAlternative, Span, words,
};
use weekwise_plan::{Alternatives, Draft, Outcome, PlanInput, Unprepared, block_title, plan};

use crate::opened::Counted;
use crate::{EngineError, Opened};

/// Hours by which a gap may grow and still be called the same, as advice has it.
const SAME: f64 = 0.02;
/// Hours below which a change of a figure is not told.
const FELT: f64 = 0.05;

/// The weeks a plan is for, ready to be asked what a way to plan does to them.
pub(crate) struct Planned<'t> {
    trial: &'t Trial<'t>,
    /// The claim of each entry of the plan.
    claims: Vec<Option<usize>>,
    before: Vec<Mix>,
}

impl<'t> Planned<'t> {
    /// `places`: each entry's place among the occurrences.
    pub(crate) fn new(trial: &'t Trial<'t>, places: &[usize]) -> Self {
        let claims = trial.claims().iter().enumerate();
        let known: HashMap<usize, usize> = claims.map(|(at, claim)| (claim.index, at)).collect();
        Self {
            trial,
            claims: places
                .iter()
                .map(|place| known.get(place).copied())
                .collect(),
            before: trial.weeks_with(&Change::default()),
        }
    }

    /// The week mix of each week as the calendar has it.
    pub(crate) fn weeks(&self) -> Vec<Mix> {
        self.before.clone()
    }

    /// Reviews that nothing prepares, by start.
    pub(crate) fn unprepared(&self) -> Vec<Unprepared> {
        let claims = self.trial.unprepared().into_iter();
        let claims = claims.filter_map(|place| self.trial.claims().get(place));
        claims
            .map(|claim| Unprepared {
                title: self
                    .trial
                    .classified(claim)
                    .occurrence
                    .event
                    .summary
                    .clone(),
                start: weekwise_analyze::instant_of(claim.whole.start),
            })
            .collect()
    }

    /// The plan, with what counting finds of it. No way to plan makes the hours to move grow, unless by what the user
    /// placed: where one would, nothing is planned but what takes open focus, which changes no share.
    pub(crate) fn draft(&self, mut input: PlanInput, how: Alternatives) -> Draft {
        let mut draft = plan(&input, how);
        let placed = !input.wishes.locked.is_empty() || !input.wishes.added.is_empty();
        if !placed && self.harms(&draft.outcome) {
            input.cautious = true;
            draft = plan(&input, how);
        }
        let mixes = self.after(&draft.outcome);
        draft.recount(&input, &mixes);
        let ways = std::mem::take(&mut draft.alternatives);
        let outcomes = std::mem::take(&mut draft.outcomes);
        let ways = ways.into_iter().zip(outcomes);
        let kept = ways.filter(|(way, outcome)| {
            placed || way.choice == draft.wishes.choice || !self.harms(outcome)
        });
        (draft.alternatives, draft.outcomes) = kept
            .map(|(way, outcome)| (self.told(way, &outcome), outcome))
            .unzip();
        draft
    }

    /// A way with what it does to the bands.
    fn told(&self, mut way: PlanAlternative, outcome: &Outcome) -> PlanAlternative {
        let after = self.after(outcome);
        let (before, hours) = (hours_of(&self.before), hours_of(&after));
        way.hours_to_move = hours;
        way.leaves = self.leaves(&after);
        if before - hours >= FELT {
            let moved = words::hours(before - hours);
            way.text.push_str(&format!(
                " Takes {} of the {} to move away.",
                moved.trim_end_matches(" h"),
                words::hours(before)
            ));
        } else if before >= FELT {
            way.text
                .push_str(&format!(" {} stay to be moved.", words::hours(hours)));
        }
        if !way.leaves.is_empty() {
            let names: Vec<&str> = way.leaves.iter().map(|c| words::category(*c)).collect();
            way.text
                .push_str(&format!(" It leaves the band of {}.", names.join(" and ")));
        }
        way
    }

    /// Whether it makes the hours to move grow, in the weeks or in all of them together, or pushes a band out.
    fn harms(&self, outcome: &Outcome) -> bool {
        let after = self.after(outcome);
        let all = hours_to_move(&self.trial.effect(&self.change(outcome)).mix);
        hours_of(&after) > hours_of(&self.before) + SAME
            || all > self.trial.hours_to_move() + SAME
            || !self.leaves(&after).is_empty()
    }

    /// The categories whose band a week leaves, or comes further away from.
    fn leaves(&self, after: &[Mix]) -> Vec<Category> {
        let leaves = |category: &Category| {
            let mut weeks = self.before.iter().zip(after);
            weeks.any(|(before, after)| {
                let (Some(was), Some(is)) = (before.of(*category), after.of(*category)) else {
                    return false;
                };
                let grows = is.gap_hours.abs() > was.gap_hours.abs() + SAME;
                was.status != BandStatus::Untargeted && grows
            })
        };
        Category::TARGETED.into_iter().filter(leaves).collect()
    }

    fn after(&self, outcome: &Outcome) -> Vec<Mix> {
        self.trial.weeks_with(&self.change(outcome))
    }

    /// A way to plan as counting is asked about it.
    fn change(&self, outcome: &Outcome) -> Change {
        let interval = |(start, end): (DateTime<Utc>, DateTime<Utc>)| Interval {
            start: minute_of(start),
            end: minute_of(end),
        };
        let moved = outcome.moved.iter().filter_map(|(entry, to)| {
            let place = (*self.claims.get(*entry)?)?;
            Some((place, to.map(interval)))
        });
        let added = outcome.blocks.iter();
        Change {
            spans: moved.collect(),
            added: added
                .map(|(span, category)| (interval(*span), *category))
                .collect(),
            ..Change::default()
        }
    }
}

/// Hours to move of all weeks, each for itself, as a week's average.
fn hours_of(weeks: &[Mix]) -> f64 {
    weeks.iter().map(hours_to_move).sum::<f64>() / weeks.len().max(1) as f64
}

impl Opened {
    /// The period with the plan in it.
    pub(crate) fn counted_after(
        &self,
        counted: &Counted,
        draft: &Draft,
        places: &[usize],
        period: Period,
    ) -> Result<Counted, EngineError> {
        let mut classified = counted.classified.to_vec();
        let mut gone = Vec::new();
        for (entry, to) in &draft.outcome.moved {
            let Some(&place) = places.get(*entry) else {
                continue;
            };
            match (to, classified.get_mut(place)) {
                (Some((start, end)), Some(there)) => {
                    there.occurrence.span = Span::Timed {
                        start: *start,
                        end: *end,
                    };
                }
                _ => gone.push(place),
            }
        }
        gone.sort_unstable();
        for place in gone.into_iter().rev() {
            if place < classified.len() {
                classified.remove(place);
            }
        }
        for (number, (span, category)) in draft.outcome.blocks.iter().enumerate() {
            classified.push(self.block(number, *span, *category));
        }
        classified.sort_by_key(|c| c.occurrence.span.instants(period.zone).0);
        let diagnostics = counted.diagnostics.clone();
        Counted::of(Arc::new(classified), period, &self.settings, diagnostics)
    }

    /// A planned block as if it were in the calendar, recognised as one that was exported and comes back.
    fn block(
        &self,
        number: usize,
        (start, end): (DateTime<Utc>, DateTime<Utc>),
        category: Category,
    ) -> Classified {
        let event = weekwise_model::Event {
            uid: format!("planned-{number}@weekwise"),
            summary: block_title(category).to_owned(),
            categories: vec![category.label().to_owned()],
            ..weekwise_model::Event::empty()
        };
        let occurrence = Occurrence {
            event: Arc::new(event),
            recurrence_id: None,
            span: Span::Timed { start, end },
        };
        self.classifier.judge(&occurrence).on(occurrence)
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use weekwise_model::Category;

    use crate::{Clock, Opened, SettingsChange, Source};

    #[test]
    fn what_is_planned_is_recognised_when_it_comes_back() {
        let now = "2026-11-12T09:20:00Z".parse().expect("an instant");
        let clock = Clock::fixed(now);
        let opened = Opened::read(Source::Demo, &SettingsChange::default(), &clock);
        let opened = opened.expect("the demo opens");
        for category in [
            Category::DeepWork,
            Category::Strategy,
            Category::Review,
            Category::OneOnOne,
        ] {
            let block = opened.block(0, (now, now + TimeDelta::minutes(90)), category);
            assert_eq!(block.category(), category);
            assert_eq!(block.is_focus_block(), category == Category::DeepWork);
        }
    }
}
