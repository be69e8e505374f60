//! Which questions are asked, and in which order.

use rustc_hash::FxHashSet as HashSet;
use weekwise_model::QuestionKind;

use crate::group::{Asked, candidates};
use crate::unit::{Scene, units};

/// Less than so many minutes set right is not worth a question.
pub(crate) const LEAST_MINUTES: f64 = 10.0;

/// Less than this part of all minutes neither.
const LEAST_SHARE: f64 = 0.0005;

/// Everything open about some events.
#[derive(Debug, Clone)]
pub struct Open {
    /// Everything that could be asked, in no order.
    all: Vec<Asked>,
    /// Counted minutes, and those of working time that days rest on.
    pub minutes: i64,
    /// Of them, how many are expected to be right.
    pub sure_minutes: f64,
}

/// What is open.
pub fn open(scene: &Scene<'_>) -> Open {
    let units = units(scene);
    let each = || scene.occurrences.iter();
    let counted = each().zip(scene.minutes).map(|(one, minutes)| {
        let judged = &one.classification;
        (*minutes, judged.confidence, judged.decided_by.is_some())
    });
    let days = each().zip(scene.day_minutes).map(|(one, minutes)| {
        let judged = &one.day;
        (*minutes, judged.confidence, judged.decided_by.is_some())
    });
    let sure = |(minutes, confidence, decided): (i64, f64, bool)| {
        minutes as f64 * if decided { 1.0 } else { confidence }
    };
    Open {
        minutes: scene.minutes.iter().chain(scene.day_minutes).sum(),
        sure_minutes: counted.chain(days).map(sure).sum(),
        all: candidates(scene, &units),
    }
}

/// What tells units apart in the list: the category of one and what it does to the day are two things.
fn settles(asked: &Asked) -> impl Iterator<Item = (bool, &str)> {
    let day = asked.kind == QuestionKind::Day;
    asked.units.iter().map(move |unit| (day, unit.key.as_str()))
}

impl Open {
    /// Everything that could be asked, in no order.
    pub fn all(&self) -> &[Asked] {
        &self.all
    }

    /// The question of this name.
    pub fn named(&self, id: &str) -> Option<&Asked> {
        self.all.iter().find(|asked| asked.id == id)
    }

    /// The questions worth asking, the worthiest first, at most `most`; with each the minutes it is expected to set right after
    /// those before it. `silenced` ones are left out.
    pub fn in_order(&self, most: usize, silenced: impl Fn(&Asked) -> bool) -> Vec<(&Asked, f64)> {
        let least = LEAST_MINUTES.max(self.minutes as f64 * LEAST_SHARE);
        let mut left: Vec<&Asked> = self.all.iter().filter(|asked| !silenced(asked)).collect();
        left.retain(|asked| asked.worth.per_answer() >= least);
        left.sort_by(|a, b| {
            let by_worth = b.worth.per_answer().total_cmp(&a.worth.per_answer());
            by_worth.then_with(|| a.id.cmp(&b.id))
        });
        let mut settled: HashSet<(bool, &str)> = HashSet::default();
        let mut chosen: Vec<(&Asked, f64)> = Vec::new();
        while chosen.len() < most {
            // What is worth less than the best by itself need not be looked at: others only lessen it.
            let mut best: Option<(usize, f64)> = None;
            for (place, asked) in left.iter().enumerate() {
                if best.is_some_and(|(_, worth)| worth >= asked.worth.per_answer()) {
                    break;
                }
                let worth = asked.worth.per_answer() * share_left(asked, &settled);
                if best.is_none_or(|(_, most)| worth > most) {
                    best = Some((place, worth));
                }
            }
            let Some((place, worth)) = best.filter(|(_, worth)| *worth >= least) else {
                break;
            };
            let asked = left.remove(place);
            settled.extend(settles(asked));
            chosen.push((asked, worth * asked.worth.answers));
        }
        chosen
    }
}

/// Which part of what a question would set right is still open.
fn share_left(asked: &Asked, settled: &HashSet<(bool, &str)>) -> f64 {
    if settled.is_empty() {
        return 1.0;
    }
    let all: f64 = asked.gains.iter().sum();
    let gains = settles(asked).zip(&asked.gains);
    let open = gains.filter(|(unit, _)| !settled.contains(unit));
    let open: f64 = open.map(|(_, gain)| gain).sum();
    if all > 0.0 { open / all } else { 0.0 }
}
