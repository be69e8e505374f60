//! Phrases as a tree of words.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet, FxHasher};

use super::languages::Languages;
use super::{Entry, Means};
use crate::walk::{follow, look_up};
use crate::words::{Word, is_little, words};

/// Phrases, each with its meanings. Words and beginnings of phrases are known by their hashes: sixty thousand phrases are
/// read whenever the program starts.
#[derive(Debug, Default)]
pub(super) struct PhraseTree {
    /// By word: where it is said.
    spoken: HashMap<u64, Spoken>,
    /// What is left of a word without its ending, and the word.
    stems: HashMap<u64, u64>,
    /// Beginnings of phrases.
    begun: HashSet<u64>,
    ends: HashMap<u64, (Languages, Vec<Entry>)>,
    /// Phrases that count only where they are all there is: `out` means away, `rolled out` does not.
    whole: HashMap<u64, Vec<Entry>>,
}

/// A phrase taken apart, ready to be added. This is most of the work, and every phrase can be taken apart by itself.
#[derive(Debug)]
pub(super) struct Phrase {
    entry: Entry,
    /// It counts only where it is all there is: written after `=`.
    whole: bool,
    words: Vec<WordOfPhrase>,
}

#[derive(Debug, Clone, Copy)]
struct WordOfPhrase {
    number: u64,
    /// The hash of its stem, where that is shorter.
    stem: Option<u64>,
}

impl Phrase {
    /// What it means.
    pub(super) fn means(&self) -> Means {
        self.entry.means
    }

    /// Takes a phrase apart.
    pub(super) fn of(phrase: &str, entry: Entry) -> Self {
        let whole = phrase.starts_with('=');
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b' ';
        // Most phrases are written as they are compared.
        let words = if phrase.bytes().all(plain) {
            Self::words_of(phrase.split(' ').filter(|word| !word.is_empty()), whole)
        } else {
            let read = words(phrase);
            Self::words_of(read.iter().map(|word| word.text.as_str()), whole)
        };
        Self {
            entry,
            whole,
            words,
        }
    }

    fn words_of<'w>(
        words: impl Iterator<Item = &'w str> + Clone,
        whole: bool,
    ) -> Vec<WordOfPhrase> {
        // Little words may be left out where enough is left: an “E-team” is no team.
        let enough = !whole && words.clone().filter(|w| !is_little(w)).nth(1).is_some();
        words
            .filter(|word| !enough || !is_little(word))
            .map(|word| WordOfPhrase {
                number: hash(word),
                stem: stem(word).filter(|stem| stem.len() < word.len()).map(hash),
            })
            .collect()
    }
}

/// What is known of a word.
#[derive(Debug, Clone, Copy)]
struct Spoken {
    /// The languages of all phrases it is in.
    languages: Languages,
    /// Whether one of them begins with it: most words of a text begin none.
    begins: bool,
}

/// A word of a text that is in some phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    number: u64,
    begins: bool,
    /// Only its stem is known: so words are declined, in languages that are spoken.
    by_stem: bool,
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

    /// Adds a phrase.
    pub(super) fn add(&mut self, phrase: &Phrase) {
        let entry = phrase.entry;
        if phrase.whole {
            if let Some(only) = phrase.words.first() {
                self.whole.entry(only.number).or_default().push(entry);
            }
            return;
        }
        let mut node = ROOT;
        for word in &phrase.words {
            self.add_word(word, entry.languages, node == ROOT);
            node = after(node, word.number);
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

    fn add_word(&mut self, word: &WordOfPhrase, languages: Languages, begins: bool) {
        if let Some(stem) = word.stem
            && !languages.meet(Languages::english())
        {
            self.stems.entry(stem).or_insert(word.number);
        }
        let known = self.spoken.entry(word.number).or_insert(Spoken {
            languages: Languages::NONE,
            begins: false,
        });
        known.languages = known.languages.and(languages);
        known.begins |= begins;
    }

    /// A word as it is, by its class, without the s of the plural, or by its stem.
    fn known(&self, word: &str) -> Option<Known> {
        self.plainly_known(word).or_else(|| {
            let number = *self.stems.get(&hash(stem(word)?))?;
            Some(Known {
                number,
                begins: self.spoken.get(&number)?.begins,
                by_stem: true,
            })
        })
    }

    fn plainly_known(&self, word: &str) -> Option<Known> {
        look_up(word, |word| {
            let number = hash(word);
            let spoken = self.spoken.get(&number)?;
            Some(Known {
                number,
                begins: spoken.begins,
                by_stem: false,
            })
        })
    }

    /// Whether a word is in any phrase that may stand among others.
    pub(super) fn has(&self, word: &str) -> bool {
        self.plainly_known(word).is_some()
    }

    /// The languages of all phrases a word is in.
    pub(super) fn spoken_in(&self, word: &str) -> Languages {
        let known = self.spoken.get(&hash(word));
        known.map_or(Languages::NONE, |known| known.languages)
    }

    /// The languages in which a word is a phrase of its own.
    pub(super) fn alone_in(&self, word: &str) -> Languages {
        let end = self.ends.get(&after(ROOT, hash(word)));
        end.map_or(Languages::NONE, |(languages, _)| *languages)
    }

    /// What is known of words, for [`Self::longest`].
    pub(super) fn look_up(&self, words: &[Word]) -> Vec<Option<Known>> {
        words.iter().map(|word| self.known(&word.text)).collect()
    }

    /// The same without stems.
    pub(super) fn look_up_plainly(&self, words: &[Word]) -> Vec<Option<Known>> {
        let known = words.iter().map(|word| self.plainly_known(&word.text));
        known.collect()
    }

    /// What a text that consists of this word alone means.
    pub(super) fn whole(&self, word: &str) -> Option<&[Entry]> {
        self.whole.get(&hash(word)).map(Vec::as_slice)
    }

    /// The longest phrase that begins at a word; it ends where a mark sets the next word apart. What is said in a
    /// language that is spoken goes before other languages' words, but for phrases of three words and more: these are no
    /// accident in any language.
    pub(super) fn longest(
        &self,
        words: &[Word],
        known: &[Option<Known>],
        from: usize,
        languages: Languages,
    ) -> Option<Longest<'_>> {
        let begins = |known: &Option<Known>| known.is_some_and(|known| known.begins);
        if !known.get(from).is_some_and(begins) {
            return None;
        }
        let (mut own, mut strange) = (None::<Longest<'_>>, None::<Longest<'_>>);
        let read = words.iter().zip(known).enumerate().skip(from);
        follow(
            read.take_while(|(at, (word, _))| *at == from || !word.apart),
            (ROOT, false),
            |(node, stems), known| {
                let next = after(node, known.number);
                let begun = self.begun.contains(&next);
                begun.then_some((next, stems || known.by_stem))
            },
            |(node, stems), length, to| {
                let Some((spoken, entries)) = self.ends.get(&node) else {
                    return;
                };
                let here = |languages| {
                    Some(Longest {
                        entries,
                        languages,
                        to,
                        length,
                    })
                };
                if spoken.meet(languages) {
                    own = here(languages);
                }
                if !stems {
                    strange = here(Languages::ALL);
                }
            },
        );
        let least = own.as_ref().map_or(0, |own| own.length.max(2));
        strange.filter(|strange| strange.length > least).or(own)
    }
}
