use std::collections::BTreeSet;
use std::ops::Deref;

use weekwise_engine::{Clock, Opened, Veil};
use weekwise_model::{HiddenWord, Texts, readable};

/// Calendars, and what stands for everything private in them.
pub(crate) struct Book {
    /// The calendars. What is asked of them is hidden before it is told: see [`Book::veiled`].
    pub(crate) opened: Opened,
    veil: Veil,
    /// Whether titles may be told, in their field.
    pub(crate) titles: bool,
    pub(crate) clock: Clock,
}

/// An answer of the engine without titles, names, places and UIDs. Only a [`Book`] makes one, and what an assistant is told
/// is made of these alone.
pub(crate) struct Veiled<T> {
    answer: T,
    /// What was exchanged for what.
    pub(crate) words: BTreeSet<HiddenWord>,
}

impl Book {
    pub(crate) fn new(opened: Opened, titles: bool, clock: Clock) -> Self {
        let veil = Veil::over_assistants(&opened);
        Self {
            opened,
            veil,
            titles,
            clock,
        }
    }

    /// An answer as it may be told.
    pub(crate) fn veiled<T: Texts>(&self, mut answer: T) -> Veiled<T> {
        let mut words = self.veil.hide(&mut answer);
        words.retain(|hidden| !self.veil.is_address(&hidden.word));
        Veiled {
            answer: readable(answer),
            words,
        }
    }
}

impl<T> Deref for Veiled<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.answer
    }
}
