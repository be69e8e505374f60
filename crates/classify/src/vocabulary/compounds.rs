//! Compounds as German, Dutch and the Nordic languages build them.

use super::languages::Languages;
use super::tree::PhraseTree;
use crate::words::Word;

/// Shorter words are taken whole.
pub(super) const SHORTEST: usize = 8;

/// A second half must have so many letters.
const SHORTEST_HEAD: usize = 4;

/// One of so many letters says what a compound is whatever stands before it.
const TELLING_HEAD: usize = 6;

/// Letters that join two halves.
const JOINTS: [&str; 6] = ["", "s", "es", "n", "en", "e"];

/// “Architekturreview” as “architektur” and “review”; nothing where the word is known or is no compound.
pub(super) fn halves(tree: &PhraseTree, word: &Word) -> Option<(Word, Word)> {
    let text = word.text.as_str();
    if text.len() < SHORTEST || !text.bytes().all(|b| b.is_ascii_lowercase()) || tree.has(text) {
        return None;
    }
    let compounding = Languages::compounding();
    // The longest second half: it says what the whole is.
    for cut in 3..=text.len() - SHORTEST_HEAD {
        let (left, right) = text.split_at(cut);
        let of = tree.alone_in(right).common(compounding);
        if of == Languages::NONE {
            continue;
        }
        let known = |left: &str| left.len() > 2 && tree.spoken_in(left).meet(of);
        let first = JOINTS
            .iter()
            .filter_map(|joint| left.strip_suffix(joint))
            .find(|left| known(left));
        // English has words that end alike: “Preview” is no review of anything.
        let telling =
            right.len() >= TELLING_HEAD && !tree.alone_in(right).meet(Languages::english());
        if let Some(first) = first.or(telling.then_some(left)) {
            let part = |text: &str| Word {
                text: text.to_owned(),
                ..word.clone()
            };
            return Some((part(first), part(right)));
        }
    }
    None
}
