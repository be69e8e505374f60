//! What a window is told, with titles and names or without them.

use serde::Serialize;
use weekwise_model::Texts;

use crate::EngineError;
use crate::desk::Desk;

/// An answer on its way to a window, without what is hidden. Only the desk makes one.
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Shown<T>(T);

impl<T> Shown<T> {
    /// The same answer as something else.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Shown<U> {
        Shown(to(self.0))
    }
}

impl Desk {
    /// Whether titles and names are hidden. Known as soon as the library is opened, before it is read.
    pub fn hides_titles(&self) -> bool {
        self.opening.wait_until_known();
        self.lock_now().hides
    }

    /// An answer as a window may be told it now.
    ///
    /// # Errors
    /// The one that is given, without names where those are hidden.
    pub fn told<T: Texts>(&self, answer: Result<T, EngineError>) -> Result<Shown<T>, EngineError> {
        let veil = self.lock().veil();
        match answer {
            Ok(mut answer) => {
                if let Some(veil) = veil {
                    veil.hide(&mut answer);
                }
                Ok(Shown(answer))
            }
            Err(error) if veil.is_some() => Err(error.without_names()),
            Err(error) => Err(error),
        }
    }
}
