//! Phrases taken apart.

use crate::numbers::{hash, stem};
use crate::words::{is_little, words};

/// A phrase as it is compared.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// It counts only where it is all there is: written after `=`.
    pub(crate) whole: bool,
    pub(crate) words: Vec<WordOfPhrase>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct WordOfPhrase {
    pub(crate) number: u64,
    /// The number of its stem, where that is shorter.
    pub(crate) stem: Option<u64>,
}

impl Phrase {
    /// Takes a phrase apart.
    pub(crate) fn of(phrase: &str) -> Self {
        let whole = phrase.starts_with('=');
        let read = words(phrase);
        // Little words may be left out where enough is left: an “E-team” is no team.
        let telling = read.iter().filter(|word| !is_little(&word.text));
        let enough = !whole && telling.count() > 1;
        let kept = read
            .iter()
            .map(|word| word.text.as_str())
            .filter(|word| !enough || !is_little(word));
        let words = kept.map(|word| WordOfPhrase {
            number: hash(word),
            stem: stem(word).filter(|stem| stem.len() < word.len()).map(hash),
        });
        Self {
            whole,
            words: words.collect(),
        }
    }
}
