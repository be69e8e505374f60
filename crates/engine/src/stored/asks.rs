//! What was asked for, as the library keeps it: among what no calendar tells.

use weekwise_model::{Ask, AskRequest, Marks};

use crate::stored::StoredLibrary;
use crate::{Clock, EngineError, Opened};

impl StoredLibrary {
    /// Makes an ask of a change, or moves the one made of it. A plan’s is looked up by the wishes of the request, else by those
    /// that are kept.
    ///
    /// # Errors
    /// [`EngineError::NoSuchAdvice`] where there is neither, [`EngineError::Library`] where it cannot be written.
    pub fn set_ask(
        &mut self,
        opened: &Opened,
        request: &AskRequest,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let wishes = match &request.wishes {
            Some(wishes) => Some(wishes.clone()),
            None => self.plan_wishes(clock)?,
        };
        let request = AskRequest {
            wishes,
            ..request.clone()
        };
        let (asks, label) = opened.ask_after(&request, clock)?;
        self.keep_asks(asks, &label, clock)
    }

    /// Lets what the calendars show move the asks, as one action that can be taken back. Says whether it moved any.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn follow_asks(&mut self, opened: &Opened, clock: &Clock) -> Result<bool, EngineError> {
        let Some(asks) = opened.followed(clock) else {
            return Ok(false);
        };
        self.keep_asks(asks, "Asks: what the calendar shows", clock)?;
        Ok(true)
    }

    /// The same for who has not read the library: it is read only where there is something to follow.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read or written.
    pub fn follow_asks_of_all(&mut self, clock: &Clock) -> Result<bool, EngineError> {
        if !self.marks()?.asks.iter().any(Ask::is_followed) {
            return Ok(false);
        }
        match self.read_all()? {
            Some(opened) => self.follow_asks(&opened, clock),
            None => Ok(false),
        }
    }

    fn keep_asks(&mut self, asks: Vec<Ask>, label: &str, clock: &Clock) -> Result<(), EngineError> {
        let marks = Marks {
            asks,
            ..self.marks()?
        };
        self.keep_marks(&marks, label, clock)
    }
}
