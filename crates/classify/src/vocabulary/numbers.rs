//! Words and beginnings of phrases are known by numbers: their hashes.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

/// The hasher counts in machine words, and what the build script writes is read by the program.
const _: () = assert!(
    usize::BITS == 64,
    "the vocabulary is made by and for machines of 64 bits"
);

/// The beginning of all phrases.
pub(crate) const ROOT: u64 = 0;

/// A stem has so many letters at least.
const SHORTEST_STEM: usize = 5;

/// The number of a word.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

/// A beginning of a phrase and its next word.
pub(crate) fn after(begun: u64, word: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (begun, word).hash(&mut hasher);
    hasher.finish()
}

/// A word without its ending: what changes when it is declined. Nothing where too little would be left.
pub(crate) fn stem(word: &str) -> Option<&str> {
    let trimmed = word.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y', 'n', 's', 'm']);
    let least = word.len().saturating_sub(3);
    let mut end = trimmed.len().max(least);
    while !word.is_char_boundary(end) {
        end += 1;
    }
    (end >= SHORTEST_STEM).then(|| &word[..end])
}

/// Shorter words without a vowel may be anything.
pub(crate) const SHORTEST_BARE: usize = 3;

pub(crate) fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}
