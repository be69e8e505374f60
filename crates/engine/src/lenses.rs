use weekwise_model::{LensesView, Selection};

use crate::{Clock, EngineError, Opened};

/// Without days to ask about, the last quarter.
const WEEKS: u64 = 13;

impl Opened {
    /// The same minutes by purpose, scope and leverage, and what the written priorities got.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn lenses(&self, selection: &Selection, clock: &Clock) -> Result<LensesView, EngineError> {
        let selected = self.selected(selection, WEEKS, clock)?;
        Ok(weekwise_analyze::lenses(&selected)?)
    }
}
