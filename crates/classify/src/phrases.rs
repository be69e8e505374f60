//! Finds the lexicon's phrases in a text, the longest first.

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

use crate::lexicon::{Theme, themes};
use crate::words::{Word, class_of, is_little, is_number, words};

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

/// All phrases of the lexicon as a tree of words.
struct Phrases {
    ids: HashMap<String, u32>,
    next: HashMap<(u32, u32), u32>,
    ends: HashMap<u32, &'static Theme>,
    /// Phrases that count only where they are all there is: `out` means away, `rolled out` does not.
    whole: HashMap<String, &'static Theme>,
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

fn phrases() -> &'static Phrases {
    static PHRASES: OnceLock<Phrases> = OnceLock::new();
    PHRASES.get_or_init(Phrases::of_lexicon)
}

/// Every phrase found in these words; none overlaps another.
pub(crate) fn hits(words: &[Word]) -> Vec<Hit> {
    phrases().hits(words)
}

/// Whether the lexicon knows a word at all, in any phrase.
pub(crate) fn is_known(word: &str) -> bool {
    let phrases = phrases();
    phrases.id(word).is_some() || phrases.whole.contains_key(word)
}

/// The words of a text, with compounds taken apart where the lexicon does not know the whole.
pub(crate) fn read(text: &str) -> Vec<Word> {
    let found = words(text);
    if found.iter().all(|w| w.text.len() < 8) {
        return found;
    }
    let mut parts = Vec::with_capacity(found.len() + 1);
    for word in found {
        match phrases().halves(&word) {
            Some((left, right)) => parts.extend([left, right]),
            None => parts.push(word),
        }
    }
    parts
}

impl Phrases {
    fn of_lexicon() -> Self {
        let mut tree = Self {
            ids: HashMap::default(),
            next: HashMap::default(),
            ends: HashMap::default(),
            whole: HashMap::default(),
        };
        let mut nodes = 1;
        for theme in themes() {
            for phrase in theme.says.split('|') {
                let spoken = words(phrase);
                if phrase.starts_with('=') {
                    if let Some(only) = spoken.into_iter().next() {
                        tree.whole.insert(only.text, theme);
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
                tree.ends.insert(node, theme);
            }
        }
        tree
    }

    /// The number of a word: as it is, by its class, or without the s of the plural.
    fn id(&self, word: &str) -> Option<u32> {
        let find = |word: &str| self.ids.get(word).copied();
        find(word).or_else(|| find(&class_of(word))).or_else(|| {
            let singular = word.strip_suffix('s')?;
            (singular.len() > 3).then(|| find(singular)).flatten()
        })
    }

    fn hits(&self, words: &[Word]) -> Vec<Hit> {
        let ids: Vec<Option<u32>> = words.iter().map(|w| self.id(&w.text)).collect();
        let mut hits = Vec::new();
        if let [only] = words
            && let Some(theme) = self.whole.get(&only.text)
        {
            hits.push(Hit {
                theme,
                from: 0,
                to: 1,
                length: 1,
            });
            return hits;
        }
        let mut from = 0;
        while from < words.len() {
            match self.longest(words, &ids, from) {
                Some(hit) => {
                    from = hit.to;
                    hits.push(hit);
                }
                None => from += 1,
            }
        }
        hits
    }

    fn longest(&self, words: &[Word], ids: &[Option<u32>], from: usize) -> Option<Hit> {
        let mut best = None;
        let (mut node, mut length) = (0, 0);
        for at in from..words.len() {
            let step = ids[at].and_then(|id| self.next.get(&(node, id)));
            let Some(next) = step else {
                // Little words and numbers may stand between: “review of the design”, “sprint 42 planning”.
                let skips =
                    length > 0 && (is_little(&words[at].text) || is_number(&words[at].text));
                if skips {
                    continue;
                }
                break;
            };
            node = *next;
            length += 1;
            if let Some(theme) = self.ends.get(&node) {
                best = Some(Hit {
                    theme,
                    from,
                    to: at + 1,
                    length,
                });
            }
        }
        best
    }

    /// “Architekturreview” as “architektur” and “review”; nothing where the word is known or is no compound.
    fn halves(&self, word: &Word) -> Option<(Word, Word)> {
        if word.text.len() < 8 || self.id(&word.text).is_some() {
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
        let joint = left
            .strip_suffix('s')
            .filter(|plain| self.id(plain).is_some());
        let left = joint.unwrap_or(left);
        if STRICT_HEADS.contains(head) && self.id(left).is_none() {
            return None;
        }
        let part = |text: &str| Word {
            text: text.to_owned(),
            ..word.clone()
        };
        Some((part(left), part(head)))
    }
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
