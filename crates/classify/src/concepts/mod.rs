//! What words are about, without saying yet what that means: the named features of the fitted weights.
//!
//! A theme of the `lexicon` says what a phrase means; a concept only gathers words that are used alike ("finish",
//! "implement", "repair" are *making*), in seven languages. What a concept speaks for, and among whom, is fitted from
//! the labelled calendars and kept in `weights.tsv`. A word may belong to several concepts, and concepts may overlap
//! in a title: "review the budget" is *judging* and *money*.

mod doing;
mod gathering;
mod living;
mod objects;

use std::sync::OnceLock;

use crate::phrase_tree::PhraseTree;
use crate::words::Word;

/// Words that are used alike.
#[derive(Debug)]
pub(crate) struct Concept {
    /// Its name among the features.
    pub(crate) name: &'static str,
    /// The words, by `|`; written as in the lexicon.
    pub(crate) says: &'static str,
}

const fn concept(name: &'static str, says: &'static str) -> Concept {
    Concept { name, says }
}

/// Every concept, in the order of its number.
pub(crate) fn concepts() -> impl Iterator<Item = &'static Concept> {
    [
        doing::CONCEPTS,
        objects::CONCEPTS,
        gathering::CONCEPTS,
        living::CONCEPTS,
    ]
    .into_iter()
    .flatten()
}

/// A concept found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Its number.
    pub(crate) concept: u16,
    /// The first of its words.
    pub(crate) from: usize,
    /// The word after its last.
    pub(crate) to: usize,
}

/// A concept by its number.
pub(crate) fn concept_at(number: u16) -> Option<&'static Concept> {
    static ALL: OnceLock<Vec<&'static Concept>> = OnceLock::new();
    ALL.get_or_init(|| concepts().collect())
        .get(usize::from(number))
        .copied()
}

/// Whether a concept says no more than that people meet.
pub(crate) fn only_meets(concept: u16) -> bool {
    concept_at(concept).is_some_and(|concept| {
        matches!(
            concept.name,
            "meeting-word"
                | "one-to-one"
                | "chatting"
                | "holding"
                | "joined-names"
                | "answered"
                | "own-team"
        )
    })
}

fn tree() -> &'static PhraseTree<u16> {
    static TREE: OnceLock<PhraseTree<u16>> = OnceLock::new();
    TREE.get_or_init(|| PhraseTree::of((0..).zip(concepts().map(|concept| concept.says))))
}

/// The concepts in these words, each once, in their order.
pub(crate) fn found_in(words: &[Word]) -> Vec<Found> {
    let tree = tree();
    let mut found: Vec<Found> = Vec::new();
    let mut note = |concepts: &[u16], from: usize, to: usize| {
        for &concept in concepts {
            if !found.iter().any(|f| f.concept == concept) {
                found.push(Found { concept, from, to });
            }
        }
    };
    if let [only] = words {
        note(tree.whole(&only.text), 0, 1);
    }
    let ids = tree.ids(words);
    for (from, word) in words.iter().enumerate() {
        if let Some(longest) = tree.longest(words, &ids, from) {
            note(longest.speaks_for, from, longest.to);
        } else if !tree.has(&word.text) {
            for part in parts(&word.text) {
                note(part, from, from + 1);
            }
        }
    }
    found
}

/// The concepts of both halves of a compound as German and Dutch build them, where both are known alone.
fn parts(word: &str) -> Vec<&'static [u16]> {
    if word.len() < 8 || !word.is_ascii() || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Vec::new();
    }
    let alone = |part: &str| Some(tree().alone(part)).filter(|concepts| !concepts.is_empty());
    // The longest second half: it says what the whole is.
    for cut in 3..=word.len().saturating_sub(4) {
        let (left, right) = word.split_at(cut);
        let Some(last) = alone(right) else { continue };
        let left = ["", "s", "es", "n", "en"]
            .iter()
            .filter_map(|joint| left.strip_suffix(joint))
            .filter(|left| left.len() > 2)
            .find_map(alone);
        if let Some(first) = left {
            return vec![first, last];
        }
        if right.len() >= 6 && COMPOUND_HEADS.contains(&right) {
            return vec![last];
        }
    }
    Vec::new()
}

/// Second halves that say what a compound is whatever stands before them.
const COMPOUND_HEADS: &[&str] = &[
    "besprechung",
    "termin",
    "treffen",
    "sitzung",
    "runde",
    "planung",
    "abstimmung",
    "schulung",
    "gesprach",
    "prufung",
    "freigabe",
    "abnahme",
    "strategie",
    "architektur",
    "overleg",
    "bespreking",
    "vergadering",
    "gesprek",
    "planning",
    "workshop",
    "feier",
    "vorbereitung",
    "voorbereiding",
    "interview",
    "retrospektive",
    "migration",
    "analyse",
    "arzttermin",
    "abgabe",
    "kreis",
    "gremium",
    "ausschuss",
    "fahrt",
    "reise",
    "afspraak",
    "borrel",
    "cursus",
    "training",
    "dienst",
    "bereitschaft",
    "meeting",
    "review",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{concepts, found_in};
    use crate::phrases::read;

    fn names(title: &str) -> HashSet<&'static str> {
        let all: Vec<&'static str> = concepts().map(|c| c.name).collect();
        found_in(&read(title))
            .iter()
            .map(|f| all[usize::from(f.concept)])
            .collect()
    }

    #[test]
    fn names_are_names_and_stand_once() {
        let mut seen = HashSet::new();
        for concept in concepts() {
            let plain = |c: char| c.is_ascii_lowercase() || c == '-';
            assert!(concept.name.chars().all(plain), "{}", concept.name);
            assert!(seen.insert(concept.name), "{} stands twice", concept.name);
        }
    }

    #[test]
    fn concepts_overlap_and_compounds_are_taken_apart() {
        assert!(names("Review the budget").is_superset(&HashSet::from(["judging", "money"])));
        assert!(names("Budgetabstimmung").contains("money"));
        assert!(names("Brisket").is_empty());
    }
}
