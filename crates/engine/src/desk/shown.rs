//! What a window is told, with titles and names or without them.

use std::sync::Arc;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use crate::desk::Desk;
use crate::{EngineError, Veil};

/// An answer on its way to a window: what is hidden is gone once it is written down.
#[derive(Debug, Clone)]
pub struct Shown<T> {
    answer: T,
    veil: Option<Arc<Veil>>,
}

impl<T> Shown<T> {
    /// The same answer as something else.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Shown<U> {
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

impl Desk {
    /// Whether titles and names are hidden.
    pub fn hides_titles(&self) -> bool {
        self.lock().hides
    }

    /// An answer as a window may be told it now.
    ///
    /// # Errors
    /// The one that is given, without names where those are hidden.
    pub fn told<T>(&self, answer: Result<T, EngineError>) -> Result<Shown<T>, EngineError> {
        let veil = self.lock().veil();
        match answer {
            Ok(answer) => Ok(Shown { answer, veil }),
            Err(error) if veil.is_some() => Err(error.without_names()),
            Err(error) => Err(error),
        }
    }
}
