//! Phrases as a tree of words.

use rustc_hash::FxHashMap as HashMap;

use super::Entry;
use super::languages::Languages;
use crate::words::{Word, class_of, is_little, is_number, words};

/// Phrases, each with its meanings.
#[derive(Debug, Default)]
pub(super) struct PhraseTree {
    ids: HashMap<String, u32>,
    /// What is left of a word without its ending, where no other word leaves the same.
    stems: HashMap<String, u32>,
    /// By the words' numbers: the languages of all phrases they are in.
    spoken: Vec<Languages>,
    next: HashMap<(u32, u32), u32>,
    ends: HashMap<u32, (Languages, Vec<Entry>)>,
    /// Phrases that count only where they are all there is: `out` means away, `rolled out` does not.
    whole: HashMap<String, Vec<Entry>>,
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

/// How many little words and numbers may stand inside of one phrase: what is looked at from each word on is bounded.
const MOST_BETWEEN: usize = 6;

/// The node no phrase ends at.
const ROOT: u32 = 0;

/// A stem has so many letters at least.
const SHORTEST_STEM: usize = 5;

/// More words or branches than fit into 32 bits cannot be written down.
fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

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
    /// Adds a phrase; one after `=` must be all there is.
    pub(super) fn add(&mut self, phrase: &str, entry: Entry) {
        let spoken = words(phrase);
        if phrase.starts_with('=') {
            if let Some(only) = spoken.into_iter().next() {
                self.whole.entry(only.text).or_default().push(entry);
            }
            return;
        }
        let mut node = ROOT;
        // Little words may be left out where enough is left: an “E-team” is no team.
        let enough = spoken.iter().filter(|w| !is_little(&w.text)).count() > 1;
        for word in spoken
            .into_iter()
            .filter(|w| !enough || !is_little(&w.text))
        {
            let id = self.number(word.text, entry.languages);
            let fresh = count(self.next.len() + 1);
            node = *self.next.entry((node, id)).or_insert(fresh);
        }
        if node != ROOT {
            let (languages, entries) = self
                .ends
                .entry(node)
                .or_insert((Languages::NONE, Vec::new()));
            *languages = languages.and(entry.languages);
            entries.push(entry);
        }
    }

    fn number(&mut self, word: String, languages: Languages) -> u32 {
        let fresh = count(self.ids.len());
        if let Some(stem) = stem(&word)
            && stem.len() < word.len()
            && !languages.meet(Languages::english())
            && !self.stems.contains_key(stem)
        {
            let known = self.ids.get(&word).copied();
            self.stems.insert(stem.to_owned(), known.unwrap_or(fresh));
        }
        let id = *self.ids.entry(word).or_insert(fresh);
        if id == fresh {
            self.spoken.push(languages);
        } else if let Some(known) = self.spoken.get_mut(id as usize) {
            *known = known.and(languages);
        }
        id
    }

    /// The number of a word: as it is, by its class, without the s of the plural, or by its stem.
    fn id(&self, word: &str) -> Option<u32> {
        self.plain_id(word)
            .or_else(|| self.stems.get(stem(word)?).copied())
    }

    fn plain_id(&self, word: &str) -> Option<u32> {
        let find = |word: &str| self.ids.get(word).copied();
        find(word).or_else(|| find(&class_of(word))).or_else(|| {
            let singular = word.strip_suffix('s')?;
            (singular.len() > 3).then(|| find(singular)).flatten()
        })
    }

    /// Whether a word is in any phrase that may stand among others.
    pub(super) fn has(&self, word: &str) -> bool {
        self.plain_id(word).is_some()
    }

    /// The languages of all phrases a word is in.
    pub(super) fn spoken_in(&self, word: &str) -> Languages {
        let id = self
            .ids
            .get(word)
            .and_then(|id| self.spoken.get(*id as usize));
        id.copied().unwrap_or(Languages::NONE)
    }

    /// The languages in which a word is a phrase of its own.
    pub(super) fn alone_in(&self, word: &str) -> Languages {
        let node = self
            .ids
            .get(word)
            .and_then(|id| self.next.get(&(ROOT, *id)));
        let end = node.and_then(|node| self.ends.get(node));
        end.map_or(Languages::NONE, |(languages, _)| *languages)
    }

    /// The numbers of words, for [`Self::longest`].
    pub(super) fn ids(&self, words: &[Word]) -> Vec<Option<u32>> {
        words.iter().map(|word| self.id(&word.text)).collect()
    }

    /// The same for languages that are not known to be spoken: only words as they are.
    pub(super) fn plain_ids(&self, words: &[Word]) -> Vec<Option<u32>> {
        words.iter().map(|word| self.plain_id(&word.text)).collect()
    }

    /// What a text that consists of this word alone means.
    pub(super) fn whole(&self, word: &str) -> Option<&[Entry]> {
        self.whole.get(word).map(Vec::as_slice)
    }

    /// The longest phrase of these languages that begins at a word. Little words and numbers may stand within it:
    /// “review of the design”, “sprint 42 planning”.
    pub(super) fn longest(
        &self,
        words: &[Word],
        ids: &[Option<u32>],
        from: usize,
        languages: Languages,
    ) -> Option<Longest<'_>> {
        let mut best = None;
        let (mut node, mut length, mut between) = (ROOT, 0, 0);
        for (at, (word, id)) in words.iter().zip(ids).enumerate().skip(from) {
            if word.apart && at > from {
                break;
            }
            let Some(next) = id.and_then(|id| self.next.get(&(node, id))) else {
                if length > 0
                    && between < MOST_BETWEEN
                    && (is_little(&word.text) || is_number(&word.text))
                {
                    between += 1;
                    continue;
                }
                break;
            };
            node = *next;
            length += 1;
            if let Some((spoken, entries)) = self.ends.get(&node)
                && spoken.meet(languages)
            {
                best = Some(Longest {
                    entries,
                    languages,
                    to: at + 1,
                    length,
                });
            }
        }
        best
    }
}
