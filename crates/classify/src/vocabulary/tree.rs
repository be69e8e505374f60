//! Phrases as a tree of words, in tables that are made when the program is built.

use super::Entry;
use super::languages::Languages;
use super::lists::{Listed, list};
use super::numbers::{ROOT, after, hash, stem};
use super::table::Table;
use crate::walk::{follow, look_up};
use crate::words::Word;

/// Phrases, each with its meanings.
#[derive(Debug)]
pub(super) struct PhraseTree {
    /// By word: where it is said, and whether a phrase begins with it.
    spoken: Table,
    /// What is left of a word without its ending, and the word.
    stems: Table,
    /// Beginnings of phrases, and the number of what they mean where they are whole.
    nodes: Table,
    /// Phrases that count only where they are all there is: `out` means away, `rolled out` does not.
    whole: Table,
}

macro_rules! tree {
    ($name:literal) => {
        PhraseTree {
            spoken: tree!($name, "spoken", 8),
            stems: tree!($name, "stems", 8),
            nodes: tree!($name, "nodes", 4),
            whole: tree!($name, "whole", 4),
        }
    };
    ($name:literal, $table:literal, $value:literal) => {
        Table::of(
            include_bytes!(concat!(env!("OUT_DIR"), "/", $name, ".", $table, ".bin")),
            $value,
        )
    };
}

/// The phrases that mean something.
pub(super) static PHRASES: PhraseTree = tree!("phrases");
/// Those of topics.
pub(super) static TOPICS: PhraseTree = tree!("topics");

/// A word of a text that is in some phrase.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    number: u64,
    begins: bool,
    /// Only its stem is known: so words are declined, in languages that are spoken.
    by_stem: bool,
}

/// The longest phrase that begins at a word.
#[derive(Debug)]
pub(super) struct Longest {
    /// All it means, in any language; never empty.
    pub(super) entries: &'static [Entry],
    /// The languages it was looked up in.
    pub(super) languages: Languages,
    /// The word after its last.
    pub(super) to: usize,
    /// Of how many words the phrase consists, those that may stand between left out.
    pub(super) length: usize,
}

impl PhraseTree {
    /// A word as it is, by its class, without the s of the plural, or by its stem.
    fn known(&self, word: &str) -> Option<Known> {
        self.plainly_known(word).or_else(|| {
            let number = self.stems.get(hash(stem(word)?))?;
            Some(Known {
                number,
                begins: begins(self.spoken.get(number)?),
                by_stem: true,
            })
        })
    }

    fn plainly_known(&self, word: &str) -> Option<Known> {
        look_up(word, |word| {
            let number = hash(word);
            Some(Known {
                number,
                begins: begins(self.spoken.get(number)?),
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
        let known = self.spoken.get(hash(word));
        known.map_or(Languages::NONE, Languages::of_bits)
    }

    /// The languages in which a word is a phrase of its own.
    pub(super) fn alone_in(&self, word: &str) -> Languages {
        self.end(after(ROOT, hash(word)))
            .map_or(Languages::NONE, |end| end.languages)
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
    pub(super) fn whole(&self, word: &str) -> Option<&'static [Entry]> {
        list(self.whole.get(hash(word))?).map(|listed| listed.entries.as_slice())
    }

    /// What a phrase means that ends here; `None` where none does.
    fn end(&self, node: u64) -> Option<&'static Listed> {
        list(self.nodes.get(node)?)
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
    ) -> Option<Longest> {
        let begins = |known: &Option<Known>| known.is_some_and(|known| known.begins);
        if !known.get(from).is_some_and(begins) {
            return None;
        }
        let (mut own, mut strange) = (None::<Longest>, None::<Longest>);
        let read = words.iter().zip(known).enumerate().skip(from);
        follow(
            read.take_while(|(at, (word, _))| *at == from || !word.apart),
            (ROOT, false),
            |(node, stems), known| {
                let next = after(node, known.number);
                self.nodes.get(next)?;
                Some((next, stems || known.by_stem))
            },
            |(node, stems), length, to| {
                let Some(end) = self.end(node) else {
                    return;
                };
                let here = |languages| {
                    Some(Longest {
                        entries: &end.entries,
                        languages,
                        to,
                        length,
                    })
                };
                if end.languages.meet(languages) {
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

/// Whether a phrase begins with a word, of which this is known.
fn begins(spoken: u64) -> bool {
    spoken >> 63 == 1
}
