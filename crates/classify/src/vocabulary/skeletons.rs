//! Words written without their vowels: “bdgt”, “trng”, “dsgn rvw”.

use super::numbers::{SHORTEST_BARE, hash, is_vowel};
use super::table::Table;
use super::tree::PhraseTree;
use crate::words::Word;

/// By the number of a skeleton: where the word it must be begins in [`SPELT`].
static BARE: Table = Table::of(include_bytes!(concat!(env!("OUT_DIR"), "/bare.bin")), 4);
/// The words, a line each.
static SPELT: &str = include_str!(concat!(env!("OUT_DIR"), "/bare.txt"));

/// Spells such words out, where the vocabulary does not know them as they are and knows one they must be.
pub(super) fn spell_out(tree: &PhraseTree, words: &mut [Word]) {
    for word in words {
        let text = word.text.as_str();
        let bare = text.len() >= SHORTEST_BARE
            && !word.capital
            && text.bytes().all(|b| b.is_ascii_lowercase())
            && !text.contains(is_vowel);
        if bare
            && !tree.has(text)
            && let Some(whole) = spelt(text)
        {
            whole.clone_into(&mut word.text);
        }
    }
}

/// The word that one without vowels must be.
fn spelt(bare: &str) -> Option<&'static str> {
    let begins = usize::try_from(BARE.get(hash(bare))?).ok()?;
    SPELT.get(begins..)?.lines().next()
}

#[cfg(test)]
mod tests {
    use super::spelt;

    #[test]
    fn words_without_vowels_are_spelt_out_where_one_word_is_meant() {
        assert_eq!(spelt("bdgt"), Some("budget"));
        assert_eq!(spelt("trng"), Some("training"));
        assert_eq!(spelt("xqz"), None);
    }
}
