//! Phrases as a tree of words.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet, FxHasher};

use super::Entry;
use super::languages::Languages;
use crate::walk::{follow, look_up};
use crate::words::{Word, is_little, words};

/// Phrases, each with its meanings. Words and beginnings of phrases are known by their hashes: sixty thousand phrases are
/// read whenever the program starts.
#[derive(Debug, Default)]
pub(super) struct PhraseTree {
    /// By word: the languages of all phrases it is in.
    spoken: HashMap<u64, Languages>,
    /// What is left of a word without its ending, and the word.
    stems: HashMap<u64, u64>,
    /// Beginnings of phrases.
    begun: HashSet<u64>,
    ends: HashMap<u64, (Languages, Vec<Entry>)>,
    /// Phrases that count only where they are all there is: `out` means away, `rolled out` does not.
    whole: HashMap<u64, Vec<Entry>>,
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    word.hash(&mut hasher);
    hasher.finish()
}

/// A beginning of a phrase and its next word.
fn after(begun: u64, word: u64) -> u64 {
    let mut hasher = FxHasher::default();
    (begun, word).hash(&mut hasher);
    hasher.finish()
}

/// The longest phrase that begins at a word.
#[derive(Debug)]
pub(super) struct Longest<'t> {
    /// All it means, in any language; never empty.
    pub(super) entries: &'t [Entry],
    /// The languages it was looked up in.
    pub(super) languages: Languages,
    /// The word after its last.
    pub(super) to: usize,
    /// Of how many words the phrase consists, those that may stand between left out.
    pub(super) length: usize,
}

/// The beginning of all phrases.
const ROOT: u64 = 0;

/// A stem has so many letters at least.
const SHORTEST_STEM: usize = 5;

/// A word without its ending: what changes when it is declined. Nothing where too little would be left.
fn stem(word: &str) -> Option<&str> {
    let trimmed = word.trim_end_matches(['a', 'e', 'i', 'o', 'u', 'y', 'n', 's', 'm']);
    let least = word.len().saturating_sub(3);
    let mut end = trimmed.len().max(least);
    while !word.is_char_boundary(end) {
        end += 1;
    }
    (end >= SHORTEST_STEM).then(|| &word[..end])
}

impl PhraseTree {
    /// With room for so many phrases.
    pub(super) fn with_capacity(phrases: usize) -> Self {
        let mut tree = Self::default();
        tree.spoken.reserve(phrases / 2);
        tree.stems.reserve(phrases / 3);
        tree.begun.reserve(2 * phrases);
        tree.ends.reserve(phrases);
        tree
    }

    /// Adds a phrase; one after `=` must be all there is.
    pub(super) fn add(&mut self, phrase: &str, entry: Entry) {
        let spoken = words(phrase);
        if phrase.starts_with('=') {
            if let Some(only) = spoken.first() {
                self.whole.entry(hash(&only.text)).or_default().push(entry);
            }
            return;
        }
        let mut node = ROOT;
        // Little words may be left out where enough is left: an “E-team” is no team.
        let enough = spoken.iter().filter(|w| !is_little(&w.text)).count() > 1;
        for word in spoken.iter().filter(|w| !enough || !is_little(&w.text)) {
            node = after(node, self.number(&word.text, entry.languages));
            self.begun.insert(node);
        }
        if node != ROOT {
            let (languages, entries) = self
                .ends
                .entry(node)
                .or_insert((Languages::NONE, Vec::new()));
            *languages = languages.and(entry.languages);
            if !entries.contains(&entry) {
                entries.push(entry);
            }
        }
    }

    fn number(&mut self, word: &str, languages: Languages) -> u64 {
        let number = hash(word);
        if let Some(stem) = stem(word)
            && stem.len() < word.len()
            && !languages.meet(Languages::english())
        {
            self.stems.entry(hash(stem)).or_insert(number);
        }
        let known = self.spoken.entry(number).or_insert(Languages::NONE);
        *known = known.and(languages);
        number
    }

    /// The number of a word: as it is, by its class, without the s of the plural, or by its stem.
    fn id(&self, word: &str) -> Option<u64> {
        self.plain_id(word)
            .or_else(|| self.stems.get(&hash(stem(word)?)).copied())
    }

    fn plain_id(&self, word: &str) -> Option<u64> {
        look_up(word, |word| {
            let number = hash(word);
            self.spoken.contains_key(&number).then_some(number)
        })
    }

    /// Whether a word is in any phrase that may stand among others.
    pub(super) fn has(&self, word: &str) -> bool {
        self.plain_id(word).is_some()
    }

    /// The languages of all phrases a word is in.
    pub(super) fn spoken_in(&self, word: &str) -> Languages {
        let known = self.spoken.get(&hash(word));
        known.copied().unwrap_or(Languages::NONE)
    }

    /// The languages in which a word is a phrase of its own.
    pub(super) fn alone_in(&self, word: &str) -> Languages {
        let end = self.ends.get(&after(ROOT, hash(word)));
        end.map_or(Languages::NONE, |(languages, _)| *languages)
    }

    /// The numbers of words, for [`Self::longest`].
    pub(super) fn ids(&self, words: &[Word]) -> Vec<Option<u64>> {
        words.iter().map(|word| self.id(&word.text)).collect()
    }

    /// The same for languages that are not known to be spoken: only words as they are.
    pub(super) fn plain_ids(&self, words: &[Word]) -> Vec<Option<u64>> {
        words.iter().map(|word| self.plain_id(&word.text)).collect()
    }

    /// What a text that consists of this word alone means.
    pub(super) fn whole(&self, word: &str) -> Option<&[Entry]> {
        self.whole.get(&hash(word)).map(Vec::as_slice)
    }

    /// The longest phrase of these languages that begins at a word; it ends where a mark sets the next word apart.
    pub(super) fn longest(
        &self,
        words: &[Word],
        ids: &[Option<u64>],
        from: usize,
        languages: Languages,
    ) -> Option<Longest<'_>> {
        let mut best = None;
        let read = words.iter().zip(ids).enumerate().skip(from);
        follow(
            read.take_while(|(at, (word, _))| *at == from || !word.apart),
            ROOT,
            |node, id| Some(after(node, id)).filter(|next| self.begun.contains(next)),
            |node, length, to| {
                if let Some((spoken, entries)) = self.ends.get(&node)
                    && spoken.meet(languages)
                {
                    best = Some(Longest {
                        entries,
                        languages,
                        to,
                        length,
                    });
                }
            },
        );
        best
    }
}
