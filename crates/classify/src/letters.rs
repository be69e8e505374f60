//! What words look like: a scorer over pieces of words, for those the vocabulary does not know as they stand.
//!
//! It is fitted by `crates/evaluate` on the vocabulary alone, never on a labelled title: for each phrase it learns which
//! group of kinds its pieces (three to five letters, whole words, pairs of words) speak for. A piece's row of weights lies at
//! its hash in `letters.bin`, one byte a group; pieces that meet in one place share it.

use crate::words::{Word, is_number};

/// Groups of kinds; the last is for what says nothing.
pub use crate::vocabulary::GROUPS as OUTCOMES;

/// How many places there are for pieces.
pub const PLACES: usize = 1 << 15;

/// A byte of the file is a weight in steps of this size.
pub const STEP: f32 = 1.0 / 32.0;

static WEIGHTS: &[u8] = include_bytes!("letters.bin");

/// How much letters speak for each outcome, around nought; all nought where there are none.
pub(crate) fn score(words: &[Word]) -> [f32; OUTCOMES] {
    let places = pieces(words.iter().map(|word| word.text.as_str()));
    let mut sums = [0.0_f32; OUTCOMES];
    if places.is_empty() {
        return sums;
    }
    for place in &places {
        let row = WEIGHTS.get(place * OUTCOMES..(place + 1) * OUTCOMES);
        for (sum, weight) in sums.iter_mut().zip(row.unwrap_or_default()) {
            *sum += f32::from(i8::from_ne_bytes([*weight])) * STEP;
        }
    }
    // As in the fit: a text counts the same however long it is.
    let length = (places.len() as f32).sqrt();
    let mean = sums.iter().sum::<f32>() / OUTCOMES as f32;
    sums.map(|sum| ((sum - mean) / length).clamp(-4.0, 4.0))
}

/// The places of the pieces of these words, numbers left out.
pub fn pieces<'a>(words: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut places = Vec::with_capacity(64);
    let mut before: Option<&str> = None;
    for word in words.filter(|word| !is_number(word)) {
        places.push(place(&[b"=", word.as_bytes()]));
        if let Some(before) = before {
            places.push(place(&[before.as_bytes(), b" ", word.as_bytes()]));
        }
        before = Some(word);
        let marked: Vec<u8> = [b"_", word.as_bytes(), b"_"].concat();
        for length in 3..=5 {
            places.extend(marked.windows(length).map(|piece| place(&[piece])));
        }
    }
    places
}

/// Where a piece's weights lie: FNV-1a, folded.
fn place(parts: &[&[u8]]) -> usize {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in parts.iter().flat_map(|part| part.iter()) {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    usize::try_from((hash ^ (hash >> 32)) % PLACES as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{OUTCOMES, PLACES, WEIGHTS, pieces, score};
    use crate::words::words;

    #[test]
    fn there_is_a_row_for_every_place() {
        assert_eq!(WEIGHTS.len(), OUTCOMES * PLACES);
    }

    #[test]
    fn what_is_spelt_alike_is_scored_alike() {
        let review = |text: &str| {
            let sums = score(&words(text));
            (0..OUTCOMES).max_by(|a, b| sums[*a].total_cmp(&sums[*b]))
        };
        assert_eq!(
            review("Entwurfsbegutachtungen"),
            review("Entwurfsbegutachtung")
        );
        assert!(score(&words("42")).iter().all(|sum| *sum == 0.0));
        assert!(pieces(["alpha"].into_iter()).len() > 5);
    }
}
