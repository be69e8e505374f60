//! Evidence about the day, added up.

use weekwise_model::{DayEffect, DayEvidence, DayJudgement, DayRunnerUp};

/// Below this a day is not given away: where evidence disagrees it stays a working day.
const SURE_ENOUGH_FOR_OFF: f64 = 0.65;
/// More certain than this nothing is that was only read.
const SUREST: f64 = 0.98;

/// What was said for each effect.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums {
    evidence: Vec<DayEvidence>,
}

impl Sums {
    /// Something that leaves no doubt.
    pub(crate) fn only(effect: DayEffect, text: &str) -> DayJudgement {
        DayJudgement {
            because: vec![DayEvidence {
                text: text.to_owned(),
                effect,
                weight: 1.0,
            }],
            ..DayJudgement::certain(effect)
        }
    }

    /// What was said before, to say more.
    pub(crate) fn again(judgement: &DayJudgement) -> Self {
        Self {
            evidence: judgement.because.clone(),
        }
    }

    pub(crate) fn say(&mut self, effect: DayEffect, weight: f64, text: impl Into<String>) {
        let text = text.into();
        self.evidence.push(DayEvidence {
            text,
            effect,
            weight,
        });
    }

    fn sum(&self, effect: DayEffect) -> Option<f64> {
        let mut of = self
            .evidence
            .iter()
            .filter(|e| e.effect == effect)
            .peekable();
        of.peek()?;
        Some(of.map(|e| e.weight).sum())
    }

    /// The judgement: the likeliest effect. Time off must be rather sure, else the next likely one is taken.
    pub(crate) fn judgement(mut self) -> DayJudgement {
        let mut sums: Vec<(DayEffect, f64)> = DayEffect::ALL
            .into_iter()
            .filter_map(|effect| Some((effect, self.sum(effect)?)))
            .collect();
        if sums.is_empty() {
            return DayJudgement::work();
        }
        sums.sort_by(|a, b| b.1.total_cmp(&a.1));
        let all: f64 = sums.iter().map(|(_, sum)| sum.exp()).sum();
        let share = |sum: f64| (sum.exp() / all).min(SUREST);
        let doubtful = matches!(sums.as_slice(), [(DayEffect::Off, sum), _, ..] if share(*sum) < SURE_ENOUGH_FOR_OFF);
        if doubtful {
            sums.swap(0, 1);
        }
        let (effect, sum) = sums[0];
        let runner_up = sums.get(1).map(|(effect, sum)| DayRunnerUp {
            effect: *effect,
            confidence: share(*sum),
        });
        self.evidence.sort_by(|a, b| {
            let against = |e: &DayEvidence| e.effect != effect;
            against(a)
                .cmp(&against(b))
                .then(b.weight.total_cmp(&a.weight))
        });
        DayJudgement {
            effect,
            confidence: share(sum),
            because: self.evidence,
            runner_up,
            part: None,
            decided_by: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_evidence_disagrees_the_day_stays_a_working_day() {
        let mut sums = Sums::default();
        sums.say(DayEffect::Off, 3.0, "a word for leave");
        sums.say(DayEffect::Note, 2.9, "somebody's name");
        let judgement = sums.judgement();
        assert_eq!(judgement.effect, DayEffect::Note);
        assert!(judgement.confidence < 0.6);
        assert_eq!(judgement.runner_up.unwrap().effect, DayEffect::Off);
        assert_eq!(judgement.because[0].effect, DayEffect::Note);
    }

    #[test]
    fn nothing_said_is_work() {
        assert_eq!(Sums::default().judgement().effect, DayEffect::Work);
    }
}
