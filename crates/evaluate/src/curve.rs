//! What corrections change: somebody answers what the review queue asks, most uncertain minutes first.

use std::collections::HashSet;

use chrono::DateTime;
use weekwise_classify::Classifier;
use weekwise_model::{Correction, Scope};

use crate::judged::{CATEGORIES, Read};

/// What is wrong before and after some corrections, of how much.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wrong {
    before: f64,
    after: f64,
    of: f64,
}

/// Errors before and after some corrections, all people together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Curve {
    /// Minutes of whole calendars.
    pub minutes: Wrong,
    /// Events of whole calendars.
    pub events: Wrong,
    /// Events nobody corrected.
    pub rest: Wrong,
    /// How many of those were right and became wrong.
    pub spoilt: usize,
}

impl Wrong {
    fn add(&mut self, other: Self) {
        self.before += other.before;
        self.after += other.after;
        self.of += other.of;
    }
}

/// Corrects `times` lines of each person as the queue asks, and says what became of the errors.
pub fn curve(people: &[Read], classifiers: &[Classifier], times: usize) -> Curve {
    let mut all = Curve::default();
    for (read, classifier) in people.iter().zip(classifiers) {
        let one = of_person(read, classifier, times);
        all.minutes.add(one.minutes);
        all.events.add(one.events);
        all.rest.add(one.rest);
        all.spoilt += one.spoilt;
    }
    all
}

fn of_person(read: &Read, classifier: &Classifier, times: usize) -> Curve {
    let before = read.verdicts(classifier);
    let mut corrections: Vec<Correction> = Vec::new();
    let mut asked: HashSet<usize> = HashSet::new();
    let mut now = classifier.clone();
    for _ in 0..times {
        let verdicts = read.verdicts(&now);
        let next = (0..verdicts.len())
            .filter(|line| !asked.contains(line))
            .map(|line| {
                let minutes = read.lines[line].total() as f64;
                (line, minutes * (1.0 - verdicts[line].confidence))
            })
            .max_by(|a, b| a.1.total_cmp(&b.1));
        let Some((line, uncertain)) = next else { break };
        if uncertain <= 0.0 {
            break;
        }
        asked.insert(line);
        let Some(occurrence) = read.lines[line].occurrences.first() else {
            continue;
        };
        corrections.push(Correction {
            scope: Scope::Alike,
            key: now.correction_key(Scope::Alike, occurrence),
            category: CATEGORIES[read.lines[line].label],
            kind: None,
            made_at: DateTime::UNIX_EPOCH,
        });
        now = classifier
            .clone()
            .with(read.imported.events(), &corrections, &[]);
    }
    let after = read.verdicts(&now);
    let is_wrong = |verdicts: &[crate::judged::Verdict], line: usize| {
        f64::from(u8::from(verdicts[line].label != verdicts[line].said))
    };
    let wrong = |weigh: &dyn Fn(usize) -> f64| {
        let mut sums = Wrong::default();
        for line in 0..after.len() {
            sums.before += weigh(line) * is_wrong(&before, line);
            sums.after += weigh(line) * is_wrong(&after, line);
            sums.of += weigh(line);
        }
        sums
    };
    let minutes = |line: usize| read.lines[line].total() as f64;
    let rest = |line: usize| if asked.contains(&line) { 0.0 } else { 1.0 };
    let spoilt = (0..after.len())
        .filter(|line| !asked.contains(line))
        .filter(|line| {
            before[*line].label == before[*line].said && after[*line].label != after[*line].said
        })
        .count();
    Curve {
        minutes: wrong(&minutes),
        events: wrong(&|_| 1.0),
        rest: wrong(&rest),
        spoilt,
    }
}

impl Curve {
    /// As lines for the terminal.
    pub fn text(&self, times: usize) -> String {
        let line = |what: &str, wrong: Wrong| {
            let share = |part: f64| part / wrong.of.max(1.0);
            format!(
                "  {what:<28}{:.3} before, {:.3} after\n",
                share(wrong.before),
                share(wrong.after)
            )
        };
        format!(
            "after {times} corrections a person, error\n{}{}{}  right before, wrong after   {} events\n",
            line("of minutes", self.minutes),
            line("of events", self.events),
            line("of events nobody corrected", self.rest),
            self.spoilt
        )
    }
}
