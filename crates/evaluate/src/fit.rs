//! Fits the weights: multinomial logistic regression with a quadratic penalty, by L-BFGS. No chance is involved.

use std::collections::VecDeque;

use weekwise_classify::{CATEGORY_COUNT, Traits, Weights, feature_names};

/// One labelled event.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    /// Its features.
    pub traits: &'a Traits,
    /// The place of its label.
    pub label: usize,
    /// How much it counts.
    pub weight: f64,
}

/// How many steps are remembered.
const MEMORY: usize = 8;

/// When to stop.
const STEPS: usize = 120;

/// How much dearer a weight of one setting is than one of all settings.
const SETTING: f64 = 1.5;

/// The weights that make the labels likeliest. `penalty`: how dear weights are; those of one setting are dearer.
pub fn fit(examples: &[Example<'_>], penalty: f64) -> Weights {
    let features = feature_names().len();
    let mut problem = Problem {
        examples,
        penalties: feature_names()
            .iter()
            .map(|name| penalty * if name.contains('@') { SETTING } else { 1.0 })
            .collect(),
    };
    let found = minimum(&mut problem, vec![0.0; features * CATEGORY_COUNT]);
    let mut weights = Weights::default();
    for (row, values) in weights.rows.iter_mut().zip(found.chunks(CATEGORY_COUNT)) {
        for (cell, value) in row.iter_mut().zip(values) {
            #[expect(clippy::cast_possible_truncation, reason = "a weight needs no more")]
            {
                *cell = *value as f32;
            }
        }
    }
    weights
}

/// The sums before the softmax.
pub fn sums(weights: &Weights, traits: &Traits) -> [f64; CATEGORY_COUNT] {
    let mut sums = [0.0; CATEGORY_COUNT];
    for (number, amount) in &traits.features {
        for (sum, weight) in sums.iter_mut().zip(weights.rows[*number]) {
            *sum += f64::from(weight * amount);
        }
    }
    sums
}

/// Shares that add up to one.
pub fn softmax(sums: &[f64; CATEGORY_COUNT], temperature: f64) -> [f64; CATEGORY_COUNT] {
    let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let odds = sums.map(|s| ((s - most) / temperature).exp());
    let all: f64 = odds.iter().sum();
    odds.map(|o| o / all)
}

struct Problem<'a> {
    examples: &'a [Example<'a>],
    penalties: Vec<f64>,
}

impl Problem<'_> {
    /// Loss and its slope.
    fn at(&mut self, x: &[f64]) -> (f64, Vec<f64>) {
        let mut slope = vec![0.0; x.len()];
        let mut loss = 0.0;
        for example in self.examples {
            let mut sums = [0.0; CATEGORY_COUNT];
            for (number, amount) in &example.traits.features {
                let row = &x[number * CATEGORY_COUNT..(number + 1) * CATEGORY_COUNT];
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += weight * f64::from(*amount);
                }
            }
            let mut shares = softmax(&sums, 1.0);
            loss -= example.weight * shares[example.label].max(1e-12).ln();
            shares[example.label] -= 1.0;
            for (number, amount) in &example.traits.features {
                let row = &mut slope[number * CATEGORY_COUNT..(number + 1) * CATEGORY_COUNT];
                for (cell, share) in row.iter_mut().zip(shares) {
                    *cell += example.weight * share * f64::from(*amount);
                }
            }
        }
        for (place, (value, cell)) in x.iter().zip(slope.iter_mut()).enumerate() {
            let penalty = self.penalties[place / CATEGORY_COUNT];
            loss += 0.5 * penalty * value * value;
            *cell += penalty * value;
        }
        (loss, slope)
    }
}

/// L-BFGS with a halving line search.
fn minimum(problem: &mut Problem<'_>, mut x: Vec<f64>) -> Vec<f64> {
    let (mut loss, mut slope) = problem.at(&x);
    let mut past: VecDeque<(Vec<f64>, Vec<f64>, f64)> = VecDeque::new();
    for _ in 0..STEPS {
        let mut direction: Vec<f64> = slope.iter().map(|g| -g).collect();
        let mut alphas = Vec::with_capacity(past.len());
        for (step, change, rho) in past.iter().rev() {
            let alpha = rho * dot(step, &direction);
            add(&mut direction, change, -alpha);
            alphas.push(alpha);
        }
        if let Some((step, change, _)) = past.back() {
            let scale = dot(step, change) / dot(change, change).max(1e-12);
            for d in &mut direction {
                *d *= scale;
            }
        } else {
            let scale = 1.0 / dot(&slope, &slope).sqrt().max(1.0);
            for d in &mut direction {
                *d *= scale;
            }
        }
        for ((step, change, rho), alpha) in past.iter().zip(alphas.iter().rev()) {
            let beta = rho * dot(change, &direction);
            add(&mut direction, step, alpha - beta);
        }
        let downhill = dot(&direction, &slope);
        let mut length = 1.0;
        let mut next = None;
        for _ in 0..20 {
            let mut there = x.clone();
            add(&mut there, &direction, length);
            let (new_loss, new_slope) = problem.at(&there);
            if new_loss <= loss + 1e-4 * length * downhill {
                next = Some((there, new_loss, new_slope));
                break;
            }
            length *= 0.5;
        }
        let Some((there, new_loss, new_slope)) = next else {
            break;
        };
        let step: Vec<f64> = there.iter().zip(&x).map(|(a, b)| a - b).collect();
        let change: Vec<f64> = new_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
        let curvature = dot(&step, &change);
        if curvature > 1e-10 {
            past.push_back((step, change, 1.0 / curvature));
            if past.len() > MEMORY {
                past.pop_front();
            }
        }
        let gained = loss - new_loss;
        (x, loss, slope) = (there, new_loss, new_slope);
        if gained < 1e-5 * loss.max(1.0) {
            break;
        }
    }
    x
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn add(to: &mut [f64], what: &[f64], times: f64) {
    for (a, b) in to.iter_mut().zip(what) {
        *a += b * times;
    }
}
