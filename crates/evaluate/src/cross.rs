//! Judging by writers the weights have never seen: each writer in turn is left out, the rest fitted.

use std::collections::BTreeMap;

use weekwise_classify::{CATEGORY_COUNT, Situation, Sureness, Weights};

use crate::fit::{Example, fit, softmax, sums};
use crate::judged::Read;

/// How many situations there are.
pub const SITUATIONS: usize = Situation::ALL.len();

/// How much a copy without people counts: it is no second fact.
const MASKED: f64 = 1.0;

/// From so many people on a writer's further ones add little: habits repeat.
const PEOPLE: f64 = 8.0;

/// What was said about each person's lines by weights fitted on all other writers.
pub struct Crossed {
    /// By writer: the weights that have not seen any of theirs.
    pub weights: BTreeMap<String, Weights>,
    /// The mean of minus the logarithm of what was said about the right category, at the best temperature.
    pub loss: f64,
    /// By person and line: the sums before the softmax.
    pub sums: Vec<Vec<[f64; CATEGORY_COUNT]>>,
}

/// All examples but those of one writer.
pub fn examples<'a>(people: &'a [Read], without: Option<&str>) -> Vec<Example<'a>> {
    let mut of_writer: BTreeMap<&str, f64> = BTreeMap::new();
    for read in people {
        *of_writer.entry(&read.writer).or_default() += 1.0;
    }
    let mut all = Vec::new();
    for read in people.iter().filter(|read| without != Some(&read.writer)) {
        let share = (PEOPLE / of_writer[read.writer.as_str()]).min(1.0);
        for (number, line) in read.lines.iter().enumerate() {
            all.push(Example {
                traits: &line.traits,
                label: line.label,
                weight: share,
            });
            if let Some(traits) = read.masked.get(number) {
                all.push(Example {
                    traits,
                    label: line.label,
                    weight: share * MASKED,
                });
            }
        }
    }
    all
}

/// Leaves each writer out in turn.
pub fn cross(people: &[Read], penalty: f64) -> Crossed {
    let mut writers: Vec<String> = people.iter().map(|read| read.writer.clone()).collect();
    writers.sort();
    writers.dedup();
    let half = writers.len().div_ceil(2).max(1);
    let weights: BTreeMap<String, Weights> = std::thread::scope(|scope| {
        let threads: Vec<_> = writers
            .chunks(half)
            .map(|writers| {
                scope.spawn(move || {
                    let fitted = |writer: &String| fit(&examples(people, Some(writer)), penalty);
                    let all = writers
                        .iter()
                        .map(|writer| (writer.clone(), fitted(writer)));
                    all.collect::<Vec<_>>()
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
        .map(|read| {
            let weights = &weights[&read.writer];
            let lines = read.lines.iter();
            lines.map(|line| sums(weights, &line.traits)).collect()
        })
        .collect();
    let mut crossed = Crossed {
        weights,
        loss: 0.0,
        sums: all,
    };
    crossed.loss = crossed.at(people, temperature(people, &crossed));
    crossed
}

impl Crossed {
    /// The loss at a temperature.
    fn at(&self, people: &[Read], temperature: f64) -> f64 {
        let mut loss = 0.0;
        let mut events = 0.0;
        for (read, sums) in people.iter().zip(&self.sums) {
            for (line, sums) in read.lines.iter().zip(sums) {
                loss -= softmax(sums, temperature)[line.label].max(1e-9).ln();
                events += 1.0;
            }
        }
        loss / f64::max(events, 1.0)
    }

    /// What the softmax says about each line's answer, and whether that is right, by situation.
    pub fn said(&self, people: &[Read], temperature: f64) -> [Vec<(f64, bool)>; SITUATIONS] {
        let mut all: [Vec<(f64, bool)>; SITUATIONS] = Default::default();
        for (read, sums) in people.iter().zip(&self.sums) {
            for (line, sums) in read.lines.iter().zip(sums) {
                let shares = softmax(sums, temperature);
                let said = (0..shares.len())
                    .max_by(|a, b| shares[*a].total_cmp(&shares[*b]))
                    .unwrap_or(0);
                all[line.traits.situation as usize].push((shares[said], said == line.label));
            }
        }
        all
    }
}

/// The temperature that makes the labels likeliest.
pub fn temperature(people: &[Read], crossed: &Crossed) -> f64 {
    let mut best = (f64::INFINITY, 1.0);
    for step in 10..=50 {
        let temperature = f64::from(step) * 0.05;
        let loss = crossed.at(people, temperature);
        if loss < best.0 {
            best = (loss, temperature);
        }
    }
    best.1
}

/// How often what the softmax says is right: pooled adjacent violators over groups of equal size, as points to
/// read between.
pub fn sureness(mut all: Vec<(f64, bool)>) -> Sureness {
    const TOGETHER: usize = 120;
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut blocks: Vec<(f64, f64, f64)> = Vec::new();
    for group in all.chunks(TOGETHER) {
        let events = group.len() as f64;
        let said = group.iter().map(|(said, _)| said).sum::<f64>();
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
    // One more right and one more wrong: nothing is certain.
    blocks
        .iter()
        .map(|(events, said, right)| (said / events, (right + 0.5) / (events + 1.0)))
        .collect()
}
