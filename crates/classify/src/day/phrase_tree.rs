//! Phrases as a tree of words.

use rustc_hash::FxHashMap as HashMap;

use crate::walk::{follow, look_up};
use crate::words::{Word, is_little, words};

/// Phrases, each with the things it speaks for.
#[derive(Debug)]
pub(crate) struct PhraseTree<T> {
    ids: HashMap<String, u32>,
    next: HashMap<(u32, u32), u32>,
    ends: HashMap<u32, Vec<T>>,
}

/// The longest phrase that begins at a word.
#[derive(Debug)]
pub(crate) struct Longest<'t, T> {
    /// What it speaks for, in the order it was told; never empty.
    pub(crate) speaks_for: &'t [T],
    /// The word after its last.
    pub(crate) to: usize,
}

/// The node no phrase ends at.
const ROOT: u32 = 0;

impl<T: Copy> PhraseTree<T> {
    /// The phrases of each thing, divided by `|`.
    pub(crate) fn of(things: impl Iterator<Item = (T, &'static str)>) -> Self {
        let mut tree = Self {
            ids: HashMap::default(),
            next: HashMap::default(),
            ends: HashMap::default(),
        };
        for (thing, says) in things {
            for phrase in says.split('|') {
                tree.add(phrase, thing);
            }
        }
        tree
    }

    fn add(&mut self, phrase: &str, thing: T) {
        let spoken = words(phrase);
        let mut node = ROOT;
        let alone = spoken.len() == 1;
        for word in spoken.into_iter().filter(|w| alone || !is_little(&w.text)) {
            let fresh = count(self.ids.len());
            let id = *self.ids.entry(word.text).or_insert(fresh);
            let fresh = count(self.next.len() + 1);
            node = *self.next.entry((node, id)).or_insert(fresh);
        }
        if node != ROOT {
            self.ends.entry(node).or_default().push(thing);
        }
    }

    /// The number of a word: as it is, by its class, or without the s of the plural.
    fn id(&self, word: &str) -> Option<u32> {
        look_up(word, |word| self.ids.get(word).copied())
    }

    /// The numbers of words, for [`Self::longest`].
    pub(crate) fn ids(&self, words: &[Word]) -> Vec<Option<u32>> {
        words.iter().map(|word| self.id(&word.text)).collect()
    }

    /// The longest phrase that begins at a word.
    pub(crate) fn longest(
        &self,
        words: &[Word],
        ids: &[Option<u32>],
        from: usize,
    ) -> Option<Longest<'_, T>> {
        let mut best = None;
        follow(
            words.iter().zip(ids).enumerate().skip(from),
            ROOT,
            |node, id| self.next.get(&(node, id)).copied(),
            |node, _, to| {
                if let Some(speaks_for) = self.ends.get(&node) {
                    best = Some(Longest { speaks_for, to });
                }
            },
        );
        best
    }
}

/// More words or branches than fit into 32 bits cannot be written down.
fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
