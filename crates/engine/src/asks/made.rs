//! Making an ask of an advice, and moving it.

use weekwise_model::{Ask, AskRequest, AskState, AskStep, IsoWeek};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// The asks after a step of the user's, and what an undo would call it. `week`: the one whose advice is meant.
    ///
    /// # Errors
    /// [`EngineError::NoSuchAdvice`] where neither an ask nor the advice of that week has this id.
    pub(crate) fn ask_after(
        &self,
        request: &AskRequest,
        clock: &Clock,
    ) -> Result<(Vec<Ask>, String), EngineError> {
        let mut asks = self.settings.marks.asks.clone();
        if !asks.iter().any(|ask| ask.id == request.id) {
            asks.push(self.new_ask(&request.id, request.week, clock)?);
        }
        let of_it = asks.iter_mut().find(|ask| ask.id == request.id);
        let ask = of_it.ok_or(EngineError::NoSuchAdvice)?;
        let is_step = ask.steps.is_empty() || ask.state != request.state;
        ask.state = request.state;
        ask.until = request.until.filter(|_| request.state == AskState::OnTrial);
        if let Some(note) = &request.note {
            ask.note.clone_from(note);
        }
        if is_step {
            ask.steps.push(AskStep {
                at: clock.now(),
                state: request.state,
                saw: None,
                back: false,
            });
        }
        let label = format!("“{}” is {}", ask.text, request.state.label());
        Ok((asks, label))
    }

    fn new_ask(&self, id: &str, week: Option<IsoWeek>, clock: &Clock) -> Result<Ask, EngineError> {
        let view = self.week(week, clock)?;
        let found = view
            .report
            .advice
            .advice
            .into_iter()
            .find(|one| one.id == id);
        let advice = found.ok_or(EngineError::NoSuchAdvice)?;
        // What is done once shows nothing in the weeks ahead.
        let series = advice
            .uid
            .as_deref()
            .map(|uid| self.shape_ahead(uid, clock))
            .filter(|shape| shape.times > 0);
        Ok(Ask {
            action: Some(advice.action),
            uid: advice.uid,
            text: advice.text,
            series,
            ..Ask::put_aside(advice.id)
        })
    }
}
