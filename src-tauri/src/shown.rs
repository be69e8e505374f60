//! What the window is told, with titles and names or without them.

use std::sync::Arc;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};
use weekwise_engine::Veil;

use crate::failure::Failure;

/// An answer on its way to the window. Every command answers with one, so that what is hidden never reaches the web view.
#[derive(Debug, Clone)]
pub(crate) struct Shown<T> {
    answer: T,
    veil: Option<Arc<Veil>>,
}

/// What a command answers.
pub(crate) type Answer<T> = Result<Shown<T>, Failure>;

impl<T> Shown<T> {
    /// `veil`: what is hidden now; `None` where nothing is.
    pub(crate) fn new(answer: T, veil: Option<Arc<Veil>>) -> Self {
        Self { answer, veil }
    }

    /// The same answer as something else.
    pub(crate) fn map<U>(self, to: impl FnOnce(T) -> U) -> Shown<U> {
        Shown {
            answer: to(self.answer),
            veil: self.veil,
        }
    }
}

impl<T: Serialize> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.veil {
            None => self.answer.serialize(serializer),
            Some(veil) => veil
                .hide(&self.answer)
                .map_err(S::Error::custom)?
                .serialize(serializer),
        }
    }
}
