use weekwise_model::{AskRequest, AsksView, Library};

use crate::desk::Desk;
use crate::desk::contents::OnDesk;
use crate::{EngineError, Opened};

/// What was asked for, and what came of it.
impl Desk {
    /// Everything that was asked for.
    ///
    /// # Errors
    /// As [`Opened::asks`](crate::Opened::asks).
    pub fn asks(&self) -> Result<AsksView, EngineError> {
        self.ask(Opened::asks)
    }

    /// Makes an ask of a change, or moves the one made of it.
    ///
    /// # Errors
    /// [`EngineError::NoSuchAdvice`] where there is neither, [`EngineError::NotKept`] where nothing is kept.
    pub fn set_ask(&self, request: &AskRequest) -> Result<Library, EngineError> {
        self.say(
            |stored, opened, clock| stored.set_ask(opened, request, clock),
            |opened, said| {
                let (asks, label) = opened.ask_after(request, &self.clock)?;
                said.marks.asks = asks;
                Ok(label)
            },
        )
    }

    /// Lets the calendars that are shown move what was asked for, as one action of its own. For whoever is alone.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub(super) fn follow_asks(&self) -> Result<(), EngineError> {
        if let OnDesk::Library(stored, Some(opened)) = &mut self.lock_now().on
            && stored.follow_asks(opened, &self.clock)?
        {
            opened.hear(stored.said()?);
        }
        Ok(())
    }
}
