//! Which word one without its vowels must be.

use std::collections::BTreeMap;

use crate::files::{Line, languages_of};
use crate::numbers::{SHORTEST_BARE, hash, is_vowel};
use crate::words::words;

/// A word with fewer letters is written in full.
const SHORTEST_WHOLE: usize = 4;
/// Of several words with one skeleton, one must be in so many times as many phrases as any other.
const TELLING: u32 = 3;

/// What is left of a word without its vowels, but for a first one, and the same with repeated letters once: “trnng” and
/// “trng”.
fn skeletons_of(word: &str) -> [String; 2] {
    let kept = word
        .char_indices()
        .filter(|(at, c)| *at == 0 || !is_vowel(*c));
    let bare: String = kept.map(|(_, c)| c).collect();
    let mut tight = String::with_capacity(bare.len());
    for c in bare.chars() {
        if !tight.ends_with(c) {
            tight.push(c);
        }
    }
    [bare, tight]
}

/// Every skeleton that must be one word: its number with where that word begins in the text, a line each.
pub(crate) fn all(lines: &[Line]) -> (Vec<(u64, u64)>, String) {
    let english = |line: &&Line| languages_of(line.file) & languages_of(1) != 0;
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    for phrase in lines
        .iter()
        .filter(english)
        .flat_map(|line| line.phrases.split('|'))
    {
        for word in words(phrase) {
            let whole = word.text.len() >= SHORTEST_WHOLE
                && word.text.bytes().all(|b| b.is_ascii_lowercase())
                && word.text.contains(is_vowel);
            if whole {
                *times.entry(word.text).or_default() += 1;
            }
        }
    }
    let mut best: BTreeMap<String, (&str, u32, u32)> = BTreeMap::new();
    for (word, times) in &times {
        let [bare, tight] = skeletons_of(word);
        let tight = Some(tight).filter(|tight| *tight != bare);
        for skeleton in std::iter::once(bare).chain(tight) {
            let (whole, most, next) = best.entry(skeleton).or_insert(("", 0, 0));
            if times > most || times == most && word.as_str() < *whole {
                *next = *most;
                (*whole, *most) = (word, *times);
            } else {
                *next = (*next).max(*times);
            }
        }
    }
    let telling = best.into_iter().filter(|(bare, (_, most, next))| {
        bare.len() >= SHORTEST_BARE && *most >= TELLING * (*next).max(1)
    });
    let mut text = String::new();
    let table = telling.map(|(bare, (whole, ..))| {
        let begins = text.len() as u64;
        text.push_str(whole);
        text.push('\n');
        (hash(&bare), begins)
    });
    (table.collect(), text)
}
