//! Fits the scorer of letters on the vocabulary: a softmax over hashed pieces of words, gone through a few times.

use weekwise_classify::lessons_of_letters;
use weekwise_classify::letters::{OUTCOMES, PLACES, STEP, pieces};

/// How often the vocabulary is gone through.
const ROUNDS: usize = 3;

/// How far a lesson moves a weight at first.
const RATE: f32 = 0.06;

/// How much of a weight each round takes away.
const DECAY: f32 = 0.06;

/// The file `letters.bin`: for each place a byte for each outcome.
pub fn fitted() -> Vec<u8> {
    let lessons: Vec<(Vec<usize>, usize, f32)> = lessons_of_letters()
        .map(|(words, outcome, sure)| (pieces(words.iter().map(String::as_str)), outcome, sure))
        .filter(|(pieces, ..)| !pieces.is_empty())
        .collect();
    let mut weights = vec![[0.0_f32; OUTCOMES]; PLACES];
    let mut seen = vec![[1e-6_f32; OUTCOMES]; PLACES];
    for round in 0..ROUNDS {
        // Lessons stand by language and meaning: they are gone through in strides, so that neighbours come apart.
        let stride = 7_919 + 2 * round;
        for turn in 0..lessons.len() {
            let (pieces, outcome, sure) = &lessons[turn * stride % lessons.len()];
            lesson(&mut weights, &mut seen, pieces, *outcome, *sure);
        }
        for cell in weights.iter_mut().flatten() {
            *cell *= 1.0 - DECAY;
        }
    }
    weights
        .iter()
        .flatten()
        .map(|weight| {
            #[expect(clippy::cast_possible_truncation, reason = "a byte holds what is kept")]
            let steps = (weight / STEP).round().clamp(-127.0, 127.0) as i8;
            steps.to_ne_bytes()[0]
        })
        .collect()
}

/// One step downhill, each weight at its own pace (Duchi, Hazan, Singer 2011).
fn lesson(
    weights: &mut [[f32; OUTCOMES]],
    seen: &mut [[f32; OUTCOMES]],
    pieces: &[usize],
    outcome: usize,
    sure: f32,
) {
    let share = 1.0 / (pieces.len() as f32).sqrt();
    let mut sums = [0.0_f32; OUTCOMES];
    for place in pieces {
        for (sum, weight) in sums.iter_mut().zip(weights[*place]) {
            *sum += weight * share;
        }
    }
    let most = sums.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let odds = sums.map(|sum| (sum - most).exp());
    let all: f32 = odds.iter().sum();
    let mut slopes = odds.map(|odds| sure * share * odds / all);
    slopes[outcome] -= sure * share;
    for place in pieces {
        for ((weight, seen), slope) in weights[*place]
            .iter_mut()
            .zip(&mut seen[*place])
            .zip(slopes)
        {
            *seen += slope * slope;
            *weight -= RATE * slope / seen.sqrt();
        }
    }
}
