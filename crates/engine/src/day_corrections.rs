use weekwise_model::{CorrectionRequest, DayCorrection, DayCorrectionRequest};

use crate::{Clock, EngineError, Opened};

impl Opened {
    /// The correction of what an event does to the day that a request means, as it is remembered; `None` where one is
    /// taken back. With it, the key of what it is about.
    ///
    /// # Errors
    /// [`EngineError::NoSuchEvent`] where nothing open is what the request names.
    pub fn day_correction(
        &self,
        request: &DayCorrectionRequest,
        clock: &Clock,
    ) -> Result<(String, Option<DayCorrection>), EngineError> {
        // What is asked about is named as for a correction of the category.
        let named = CorrectionRequest {
            uid: request.uid.clone(),
            recurrence_id: request.recurrence_id.clone(),
            scope: request.scope,
            category: None,
            kind: None,
        };
        let (key, _) = self.correction(&named, clock)?;
        let correction = request.effect.map(|effect| DayCorrection {
            scope: request.scope,
            key: key.clone(),
            effect,
            made_at: clock.now(),
        });
        Ok((key, correction))
    }
}
