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
    let mut steps = [0_i32; OUTCOMES];
    let mut pieces = 0_u32;
    each_piece(words.iter().map(|word| word.text.as_str()), |place| {
        pieces += 1;
        let row = WEIGHTS
            .get(place * OUTCOMES..)
            .and_then(<[u8]>::first_chunk::<OUTCOMES>);
        if let Some(row) = row {
            for (sum, weight) in steps.iter_mut().zip(row) {
                *sum += i32::from(i8::from_ne_bytes([*weight]));
            }
        }
    });
    if pieces == 0 {
        return [0.0; OUTCOMES];
    }
    // As in the fit: a text counts the same however long it is.
    let length = (pieces as f32).sqrt();
    let mean = steps.iter().sum::<i32>() as f32 / OUTCOMES as f32;
    steps.map(|sum| ((sum as f32 - mean) * STEP / length).clamp(-4.0, 4.0))
}

/// The places of the pieces of these words, numbers left out.
pub fn pieces<'a>(words: impl Iterator<Item = &'a str>) -> Vec<usize> {
    let mut places = Vec::with_capacity(64);
    each_piece(words, |place| places.push(place));
    places
}

/// Tells the place of each piece of these words, numbers left out.
fn each_piece<'a>(words: impl Iterator<Item = &'a str>, mut tell: impl FnMut(usize)) {
    let mut before: Option<&str> = None;
    for word in words.filter(|word| !is_number(word)) {
        let text = word.as_bytes();
        tell(place(hashed(hashed(BEGINNING, b"="), text)));
        if let Some(before) = before {
            let pair = hashed(hashed(BEGINNING, before.as_bytes()), b" ");
            tell(place(hashed(pair, text)));
        }
        before = Some(word);
        // The word between two marks, and of it each three, four and five bytes in a row.
        let end = text.len() + 2;
        let at = |place: usize| match place.checked_sub(1) {
            Some(place) => text.get(place).copied().unwrap_or(b'_'),
            None => b'_',
        };
        for from in 0..end.saturating_sub(SHORTEST - 1) {
            let mut hash = BEGINNING;
            for (length, to) in (1..=LONGEST).zip(from..end) {
                hash = hashed(hash, &[at(to)]);
                if length >= SHORTEST {
                    tell(place(hash));
                }
            }
        }
    }
}

/// How many bytes a piece of a word has.
const SHORTEST: usize = 3;
const LONGEST: usize = 5;

/// Where FNV-1a begins.
const BEGINNING: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, gone on with.
fn hashed(hash: u64, bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(hash, step)
}

/// Where the weights of a piece with this hash lie.
fn place(hash: u64) -> usize {
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
