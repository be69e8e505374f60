//! A text read: its words, its phrases and topics, and what its letters look like.
//!
//! Reading is most of what judging an event costs, and calendars say the same again and again: single events of a series
//! that an export has taken apart, descriptions that are copied. So each thread remembers what it has read last.

use std::cell::RefCell;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHasher;

use crate::day::{Role, roles};
use crate::letters;
use crate::vocabulary::{Found, GROUPS, Hit, Languages, found_in, hits, read};
use crate::words::Word;

/// How many words have their letters looked at: of a description the first say what it is about.
const MOST_LETTERED: usize = 40;

/// How many texts a thread remembers.
const REMEMBERED: usize = 2_048;

/// What was read.
#[derive(Debug, Clone)]
pub(crate) struct Text {
    pub(crate) words: Vec<Word>,
    /// The phrases among its words.
    pub(crate) hits: Vec<Hit>,
    /// What it is about.
    pub(crate) topics: Vec<Found>,
    /// How much its letters speak for each group of kinds.
    pub(crate) letters: [f32; GROUPS],
    roles: OnceLock<Vec<Role>>,
}

/// A text that was read, and what it was read as.
struct Remembered {
    text: Box<str>,
    spoken: Languages,
    read: Arc<Text>,
}

thread_local! {
    static MEMORY: RefCell<Vec<Option<Remembered>>> =
        RefCell::new(std::iter::repeat_with(|| None).take(REMEMBERED).collect());
}

impl Text {
    /// Reads a text as somebody does who speaks these languages.
    pub(crate) fn of(text: &str, spoken: Languages) -> Arc<Self> {
        let mut hasher = FxHasher::default();
        text.hash(&mut hasher);
        let place = usize::try_from(hasher.finish() % REMEMBERED as u64).unwrap_or(0);
        MEMORY.with_borrow_mut(|memory| {
            let Some(cell) = memory.get_mut(place) else {
                return Arc::new(Self::read(text, spoken));
            };
            match cell {
                Some(known) if known.spoken == spoken && &*known.text == text => {
                    Arc::clone(&known.read)
                }
                _ => {
                    let read = Arc::new(Self::read(text, spoken));
                    *cell = Some(Remembered {
                        text: text.into(),
                        spoken,
                        read: Arc::clone(&read),
                    });
                    read
                }
            }
        })
    }

    fn read(text: &str, spoken: Languages) -> Self {
        let words = read(text);
        Self {
            hits: hits(&words, spoken),
            topics: found_in(&words),
            letters: score(&words),
            words,
            roles: OnceLock::new(),
        }
    }

    /// The same as if a phrase were not in it.
    pub(crate) fn without(&self, phrase: &Hit) -> Self {
        let mut text = self.clone();
        text.hits.retain(|hit| hit.from != phrase.from);
        let words = text.words.iter_mut();
        words
            .take(phrase.to)
            .skip(phrase.from)
            .for_each(|word| word.text.clear());
        text.letters = score(&text.words);
        text
    }

    /// What it says about the day. `text`: what was read.
    pub(crate) fn roles(&self, text: &str) -> &[Role] {
        self.roles.get_or_init(|| roles(text))
    }
}

/// How much the letters of the first words speak for each group.
fn score(words: &[Word]) -> [f32; GROUPS] {
    letters::score(words.get(..MOST_LETTERED).unwrap_or(words))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Text;
    use crate::vocabulary::Languages;

    #[test]
    fn what_was_read_is_remembered_by_text_and_languages() {
        let first = Text::of("Design review", Languages::ALL);
        let again = Text::of("Design review", Languages::ALL);
        assert!(Arc::ptr_eq(&first, &again));
        let other = Text::of("Design review", Languages::NONE);
        assert!(!Arc::ptr_eq(&first, &other));
    }
}
