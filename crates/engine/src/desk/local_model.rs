//! A model on this computer that answers questions, where the user switched that on.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use weekwise_model::{AnswerOutcome, AnswerRequest, Answerer, LocalModel, ModelProposal};
use weekwise_subscribe::{Loopback, LoopbackAddress, Patience};

use crate::desk::Desk;
use crate::{EngineError, MODEL_QUESTIONS, Opened, ask_model};

impl Desk {
    /// Puts the questions about events to the model of the settings. Nothing is kept; the desk answers meanwhile. `heard` is told
    /// how many questions are through, of how many; once `is_cancelled`, no further batch is sent.
    ///
    /// # Errors
    /// [`EngineError::ModelOff`] where it is not switched on, [`EngineError::Model`] where its address leads elsewhere. What goes
    /// wrong with the model is no error: the proposal says it.
    pub fn ask_local_model(
        &self,
        is_cancelled: &AtomicBool,
        heard: &mut dyn FnMut(usize, usize),
    ) -> Result<ModelProposal, EngineError> {
        let model = self.local_model()?;
        let address: LoopbackAddress = model.address.parse()?;
        let list = self.ask(|opened, clock| opened.questions(MODEL_QUESTIONS, clock))?;
        let loopback = Loopback::new(address, Patience::default());
        let told = ask_model(
            &list,
            &model.name,
            &mut |question| loopback.ask(question),
            &mut |through, of| {
                heard(through, of);
                if is_cancelled.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            },
        );
        Ok(told.proposal(&list, &model.name))
    }

    /// Takes answers of the model of the settings, under its name and as one step.
    ///
    /// # Errors
    /// As [`Desk::answer`], and [`EngineError::ModelOff`] where it was switched off meanwhile.
    pub fn answer_by_local_model(
        &self,
        requests: &[AnswerRequest],
    ) -> Result<AnswerOutcome, EngineError> {
        let name = self.local_model()?.name;
        self.answer(requests, &Answerer::Assistant { name })
    }

    /// The model that may be asked.
    fn local_model(&self) -> Result<LocalModel, EngineError> {
        let chosen = |opened: &Opened| opened.settings().local_model.clone();
        let model = self.ask(|opened, _| Ok(chosen(opened)))?;
        model.on.then_some(model).ok_or(EngineError::ModelOff)
    }
}
