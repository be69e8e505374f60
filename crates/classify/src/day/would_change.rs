//! What would change the effect on the day, tried out: the same event shown otherwise, or with a name in its title.

use weekwise_model::{
    BusyStatus, DayEffect, DayJudgement, Decision, Event, Occurrence, Transparency,
};

use crate::Classifier;

/// Surer than this of a plain hour of work, nothing is tried.
const SURE: f64 = 0.9;

impl Classifier {
    /// What would change what an occurrence does to the day, in words: at most three short sentences.
    pub fn day_would_change(&self, occurrence: &Occurrence, day: &DayJudgement) -> Vec<String> {
        match day.decided_by {
            Some(Decision::Correction { .. }) => {
                return vec![
                    "Taking the correction back would make it what the evidence says.".to_owned(),
                ];
            }
            Some(_) => {
                return vec!["Changing the rule, or an earlier rule, would change it.".to_owned()];
            }
            None => {}
        }
        let plain = day.effect == DayEffect::Work
            && !occurrence.span.is_all_day()
            && day.confidence >= SURE;
        if plain || day.effect == DayEffect::NotHeld {
            return Vec::new();
        }
        let event = &occurrence.event;
        let with = |vary: &dyn Fn(&mut Event)| {
            let mut varied = occurrence.clone();
            let mut event = event.as_ref().clone();
            vary(&mut event);
            varied.event = std::sync::Arc::new(event);
            self.judge(&varied).day.effect
        };
        let shown = |busy: BusyStatus, transparency: Transparency| {
            move |event: &mut Event| {
                event.busy_status = Some(busy);
                event.transparency = transparency;
            }
        };
        let tries: [(&str, DayEffect); 4] = [
            (
                "Shown as out of office",
                with(&shown(BusyStatus::OutOfOffice, Transparency::Opaque)),
            ),
            (
                "Shown as busy",
                with(&shown(BusyStatus::Busy, Transparency::Opaque)),
            ),
            (
                "Shown as free",
                with(&shown(BusyStatus::Free, Transparency::Transparent)),
            ),
            (
                "With a colleague's name in its title",
                with(&|event| event.summary.push_str(" (Thomas)")),
            ),
        ];
        let differs = tries
            .into_iter()
            .filter(|(_, effect)| *effect != day.effect);
        differs
            .take(3)
            .map(|(what, effect)| format!("{what} it would be {}.", effect.label()))
            .collect()
    }
}
