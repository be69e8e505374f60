//! Words written without their vowels: “bdgt”, “trng”, “dsgn rvw”.

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

use super::every_phrase;
use super::languages::Languages;
use super::tree::PhraseTree;
use crate::words::{Word, words};

/// Shorter ones may be anything.
const SHORTEST: usize = 3;
/// A word with fewer letters is written in full.
const SHORTEST_WHOLE: usize = 4;
/// Of several words with one skeleton, one must be in so many times as many phrases as any other.
const TELLING: u32 = 3;

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Spells such words out, where the vocabulary does not know them as they are and knows one they must be.
pub(super) fn spell_out(tree: &PhraseTree, words: &mut [Word]) {
    for word in words {
        let text = word.text.as_str();
        let bare = text.len() >= SHORTEST
            && !word.capital
            && text.bytes().all(|b| b.is_ascii_lowercase())
            && !text.contains(is_vowel);
        if bare
            && !tree.has(text)
            && let Some(whole) = skeletons().get(text)
        {
            whole.clone_into(&mut word.text);
        }
    }
}

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

/// Makes them ready.
pub(super) fn prepare() {
    skeletons();
}

fn skeletons() -> &'static HashMap<String, String> {
    static ALL: OnceLock<HashMap<String, String>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut times: HashMap<String, u32> = HashMap::default();
        let english = |languages: Languages| languages.meet(Languages::english());
        for (phrase, _) in every_phrase().filter(|(_, entry)| english(entry.languages)) {
            for word in words(phrase) {
                let whole = word.text.len() >= SHORTEST_WHOLE
                    && word.text.bytes().all(|b| b.is_ascii_lowercase())
                    && word.text.contains(is_vowel);
                if whole {
                    *times.entry(word.text).or_default() += 1;
                }
            }
        }
        let mut best: HashMap<String, (String, u32, u32)> = HashMap::default();
        for (word, times) in times {
            let [bare, tight] = skeletons_of(&word);
            let tight = Some(tight).filter(|tight| *tight != bare);
            for skeleton in std::iter::once(bare).chain(tight) {
                let (whole, most, next) = best
                    .entry(skeleton)
                    .or_insert_with(|| (String::new(), 0, 0));
                if times > *most || times == *most && word < *whole {
                    *next = *most;
                    (*whole, *most) = (word.clone(), times);
                } else {
                    *next = (*next).max(times);
                }
            }
        }
        let telling = best.into_iter().filter(|(bare, (_, most, next))| {
            bare.len() >= SHORTEST && *most >= TELLING * (*next).max(1)
        });
        telling.map(|(bare, (whole, ..))| (bare, whole)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::{skeletons, skeletons_of};

    #[test]
    fn words_without_vowels_are_spelt_out_where_one_word_is_meant() {
        assert_eq!(skeletons_of("training"), ["trnng", "trng"]);
        assert_eq!(skeletons().get("bdgt").map(String::as_str), Some("budget"));
        assert_eq!(skeletons_of("planning"), ["plnnng", "plng"]);
    }
}
