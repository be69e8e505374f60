//! Judging by people the weights have never seen: each person in turn is left out, the rest fitted.

use weekwise_classify::Weights;

use crate::fit::{Example, fit, softmax, sums};
use crate::judged::{Read, Verdict};

/// What was said about each person's lines by weights fitted on all others.
pub struct Crossed {
    /// By person and line.
    pub verdicts: Vec<Vec<Verdict>>,
    /// The mean of minus the logarithm of what was said about the right category.
    pub loss: f64,
    /// By person and line: the sums before the softmax.
    pub sums: Vec<Vec<[f64; weekwise_classify::CATEGORY_COUNT]>>,
}

/// All examples but those of one person.
pub fn examples(people: &[Read], without: Option<usize>) -> Vec<Example<'_>> {
    people
        .iter()
        .enumerate()
        .filter(|(number, _)| Some(*number) != without)
        .flat_map(|(_, read)| &read.lines)
        .map(|line| Example {
            traits: &line.traits,
            label: line.label,
        })
        .collect()
}

/// Leaves each person out in turn.
pub fn cross(people: &[Read], penalty: f64) -> Crossed {
    let numbers: Vec<usize> = (0..people.len()).collect();
    let half = numbers.len().div_ceil(2).max(1);
    let weights: Vec<Weights> = std::thread::scope(|scope| {
        let threads: Vec<_> = numbers
            .chunks(half)
            .map(|numbers| {
                scope.spawn(move || {
                    numbers
                        .iter()
                        .map(|number| fit(&examples(people, Some(*number)), penalty))
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_default())
            .collect()
    });
    let all: Vec<Vec<_>> = people
        .iter()
        .zip(&weights)
        .map(|(read, weights)| {
            read.lines
                .iter()
                .map(|l| sums(weights, &l.traits))
                .collect()
        })
        .collect();
    let mut crossed = Crossed {
        verdicts: Vec::new(),
        loss: 0.0,
        sums: all,
    };
    crossed.say(people, 1.0, |share| share);
    crossed
}

impl Crossed {
    /// States verdicts anew, with another temperature and another reading of the softmax.
    pub fn say(&mut self, people: &[Read], temperature: f64, sureness: impl Fn(f64) -> f64) {
        let mut loss = 0.0;
        let mut events = 0.0;
        self.verdicts = people
            .iter()
            .zip(&self.sums)
            .map(|(read, sums)| {
                read.lines
                    .iter()
                    .zip(sums)
                    .map(|(line, sums)| {
                        let shares = softmax(sums, temperature);
                        let said = (0..shares.len())
                            .max_by(|a, b| shares[*a].total_cmp(&shares[*b]))
                            .unwrap_or(0);
                        loss -= shares[line.label].max(1e-9).ln();
                        events += 1.0;
                        Verdict {
                            label: line.label,
                            said,
                            confidence: sureness(shares[said]).min(0.98),
                        }
                    })
                    .collect()
            })
            .collect();
        self.loss = loss / f64::max(events, 1.0);
    }
}

/// The temperature that makes the labels likeliest.
pub fn temperature(people: &[Read], crossed: &mut Crossed) -> f64 {
    let mut best = (f64::INFINITY, 1.0);
    for step in 10..=50 {
        let temperature = f64::from(step) * 0.05;
        crossed.say(people, temperature, |share| share);
        if crossed.loss < best.0 {
            best = (crossed.loss, temperature);
        }
    }
    crossed.say(people, best.1, |share| share);
    best.1
}

/// How often what the softmax says is right: pooled adjacent violators over groups of equal size, as points to
/// read between.
pub fn sureness(verdicts: &[Vec<Verdict>]) -> Vec<(f64, f64)> {
    const TOGETHER: usize = 60;
    let mut all: Vec<(f64, bool)> = verdicts
        .iter()
        .flatten()
        .map(|v| (v.confidence, v.label == v.said))
        .collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut blocks: Vec<(f64, f64, f64)> = Vec::new();
    for group in all.chunks(TOGETHER) {
        let events = group.len() as f64;
        let said = group.iter().map(|(said, _)| said).sum::<f64>();
        // One more right and one more wrong: nothing is certain.
        let right = group.iter().filter(|(_, right)| *right).count() as f64;
        blocks.push((events, said, right));
        while let [.., (a, _, ar), (b, _, br)] = blocks.as_slice()
            && ar / a > br / b
            && let Some((events, said, right)) = blocks.pop()
            && let Some(last) = blocks.last_mut()
        {
            *last = (last.0 + events, last.1 + said, last.2 + right);
        }
    }
    blocks
        .iter()
        .map(|(events, said, right)| (said / events, (right + 0.5) / (events + 1.0)))
        .collect()
}
