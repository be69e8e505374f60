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

use rustc_hash::FxHashMap as HashMap;

use crate::words::{Word, class_of, is_little, is_number, words};

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

/// All words of the concepts as a tree.
struct Tree {
    ids: HashMap<String, u32>,
    next: HashMap<(u32, u32), u32>,
    ends: HashMap<u32, Vec<u16>>,
    whole: HashMap<String, Vec<u16>>,
}

/// The concepts in these words, each once, in their order.
pub(crate) fn found_in(words: &[Word]) -> Vec<Found> {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(Tree::of_concepts).found_in(words)
}

impl Tree {
    fn of_concepts() -> Self {
        let mut tree = Self {
            ids: HashMap::default(),
            next: HashMap::default(),
            ends: HashMap::default(),
            whole: HashMap::default(),
        };
        let mut nodes = 0;
        for (number, concept) in (0_u16..).zip(concepts()) {
            for phrase in concept.says.split('|') {
                let spoken = words(phrase);
                if phrase.trim_start().starts_with('=') {
                    if let Some(only) = spoken.into_iter().next() {
                        tree.whole.entry(only.text).or_default().push(number);
                    }
                    continue;
                }
                let mut node = 0;
                for word in spoken
                    .iter()
                    .filter(|w| spoken.len() == 1 || !is_little(&w.text))
                {
                    let fresh = u32::try_from(tree.ids.len()).unwrap_or(u32::MAX);
                    let id = *tree.ids.entry(word.text.clone()).or_insert(fresh);
                    node = *tree.next.entry((node, id)).or_insert_with(|| {
                        nodes += 1;
                        nodes
                    });
                }
                if node != 0 {
                    let ends = tree.ends.entry(node).or_default();
                    if !ends.contains(&number) {
                        ends.push(number);
                    }
                }
            }
        }
        tree
    }

    fn id(&self, word: &str) -> Option<u32> {
        let find = |word: &str| self.ids.get(word).copied();
        find(word).or_else(|| find(&class_of(word))).or_else(|| {
            let singular = word.strip_suffix('s')?;
            (singular.len() > 3).then(|| find(singular)).flatten()
        })
    }

    fn found_in(&self, words: &[Word]) -> Vec<Found> {
        let mut found: Vec<Found> = Vec::new();
        let mut note = |concepts: &[u16], from: usize, to: usize| {
            for concept in concepts {
                if !found.iter().any(|f| f.concept == *concept) {
                    found.push(Found {
                        concept: *concept,
                        from,
                        to,
                    });
                }
            }
        };
        if let [only] = words
            && let Some(concepts) = self.whole.get(&only.text)
        {
            note(concepts, 0, 1);
        }
        let ids: Vec<Option<u32>> = words.iter().map(|w| self.id(&w.text)).collect();
        for from in 0..words.len() {
            let mut node = 0;
            let mut best: Option<(&Vec<u16>, usize)> = None;
            for at in from..words.len() {
                let Some(next) = ids[at].and_then(|id| self.next.get(&(node, id))) else {
                    let skips =
                        node != 0 && (is_little(&words[at].text) || is_number(&words[at].text));
                    if skips {
                        continue;
                    }
                    break;
                };
                node = *next;
                if let Some(concepts) = self.ends.get(&node) {
                    best = Some((concepts, at + 1));
                }
            }
            if let Some((concepts, to)) = best {
                note(concepts, from, to);
            } else if ids[from].is_none() {
                for part in self.parts(&words[from].text) {
                    note(part, from, from + 1);
                }
            }
        }
        found
    }

    /// The concepts of both halves of a compound as German and Dutch build them, where both are known alone.
    fn parts(&self, word: &str) -> Vec<&[u16]> {
        if word.len() < 8 || !word.is_ascii() || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return Vec::new();
        }
        let alone = |part: &str| {
            let id = self.id(part)?;
            let node = self.next.get(&(0, id))?;
            self.ends.get(node).map(Vec::as_slice)
        };
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
