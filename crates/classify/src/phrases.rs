//! Finds the lexicon's phrases in a text, the longest first.

use std::sync::OnceLock;

use crate::lexicon::{Theme, themes};
use crate::phrase_tree::PhraseTree;
use crate::words::{Word, words};

/// Where a phrase of a theme stands in a text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hit {
    /// What was said.
    pub(crate) theme: &'static Theme,
    /// The first of its words, as an index into the text's words.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
    /// Of how many words the phrase consists.
    pub(crate) length: usize,
}

/// Second halves of compounds as German and Dutch build them.
const HEADS: &[&str] = &[
    "review",
    "planung",
    "planning",
    "runde",
    "besprechung",
    "meeting",
    "gesprach",
    "termin",
    "treffen",
    "sitzung",
    "workshop",
    "strategie",
    "freigabe",
    "abnahme",
    "prufung",
    "urlaub",
    "feier",
    "essen",
    "sync",
    "board",
    "retro",
    "retrospektive",
    "refinement",
    "architektur",
    "roadmap",
    "interview",
    "schulung",
    "training",
    "abstimmung",
    "overleg",
    "gesprek",
    "konzept",
    "vorbereitung",
    "voorbereiding",
    "dokumentation",
    "entwicklung",
    "migration",
    "projekt",
    "vision",
];

/// Compounds whose first half must be a known word too, because English has words that end alike.
const STRICT_HEADS: &[&str] = &[
    "review", "board", "vision", "meeting", "training", "essen", "planning", "feier",
];

fn phrases() -> &'static PhraseTree<&'static Theme> {
    static PHRASES: OnceLock<PhraseTree<&'static Theme>> = OnceLock::new();
    PHRASES.get_or_init(|| PhraseTree::of(themes().map(|theme| (theme, theme.says))))
}

/// Every phrase found in these words; none overlaps another.
pub(crate) fn hits(words: &[Word]) -> Vec<Hit> {
    let tree = phrases();
    if let [only] = words
        && let Some(theme) = tree.whole(&only.text).last()
    {
        return vec![Hit {
            theme,
            from: 0,
            to: 1,
            length: 1,
        }];
    }
    let ids = tree.ids(words);
    let mut hits = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let longest = tree.longest(words, &ids, from);
        // The last one to claim a phrase has it.
        let claimed = longest.and_then(|found| Some((*found.speaks_for.last()?, found)));
        let Some((theme, found)) = claimed else {
            from += 1;
            continue;
        };
        hits.push(Hit {
            theme,
            from,
            to: found.to,
            length: found.length,
        });
        from = found.to;
    }
    hits
}

/// Whether the lexicon knows a word at all, in any phrase.
pub(crate) fn is_known(word: &str) -> bool {
    phrases().has(word) || !phrases().whole(word).is_empty()
}

/// The words of a text, with compounds taken apart where the lexicon does not know the whole.
pub(crate) fn read(text: &str) -> Vec<Word> {
    let found = words(text);
    if found.iter().all(|w| w.text.len() < 8) {
        return found;
    }
    let mut parts = Vec::with_capacity(found.len() + 1);
    for word in found {
        match halves(&word) {
            Some((left, right)) => parts.extend([left, right]),
            None => parts.push(word),
        }
    }
    parts
}

/// “Architekturreview” as “architektur” and “review”; nothing where the word is known or is no compound.
fn halves(word: &Word) -> Option<(Word, Word)> {
    let known = |text: &str| phrases().has(text);
    if word.text.len() < 8 || known(&word.text) {
        return None;
    }
    let head = HEADS
        .iter()
        .filter(|head| word.text.ends_with(**head))
        .max_by_key(|head| head.len())?;
    let left = &word.text[..word.text.len() - head.len()];
    if left.chars().count() < 3 {
        return None;
    }
    let joint = left.strip_suffix('s').filter(|plain| known(plain));
    let left = joint.unwrap_or(left);
    if STRICT_HEADS.contains(head) && !known(left) {
        return None;
    }
    let part = |text: &str| Word {
        text: text.to_owned(),
        ..word.clone()
    };
    Some((part(left), part(head)))
}

#[cfg(test)]
mod tests {
    use super::{hits, read};

    fn said(title: &str) -> Vec<&'static str> {
        hits(&read(title))
            .into_iter()
            .map(|hit| hit.theme.what)
            .collect()
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(said("Sprint 42 review"), ["Sprint reviews"]);
        assert_eq!(
            said("Review of the design"),
            ["Design documents, looked at together"]
        );
        assert_eq!(said("Performance review"), ["Reviews of people"]);
    }

    #[test]
    fn parts_of_words_say_nothing() {
        for title in [
            "Unreviewed",
            "Stratford",
            "Codecademy",
            "Retrofit",
            "Preview",
            "Interviewee",
            "Reportage",
        ] {
            assert_eq!(said(title), [""; 0], "{title}");
        }
    }

    #[test]
    fn compounds_are_taken_apart() {
        assert_eq!(
            said("Designreviews"),
            ["Design documents, looked at together"]
        );
        assert_eq!(
            said("Projektabstimmung").last(),
            Some(&"Meetings that say only that they are one")
        );
    }
}
