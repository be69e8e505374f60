use weekwise_model::{Behind, EventsBehind, FiguresView, Selection};

use crate::{Clock, EngineError, Opened};

/// Without days to ask about, the last quarter.
const WEEKS: u64 = 13;
/// Events listed at most: of more nobody reads to the end, and the count says how many there are.
const LISTED: usize = 200;

impl Opened {
    /// Every metric of the chosen days, when in the week meetings are, and how the free time is cut.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn figures(
        &self,
        selection: &Selection,
        clock: &Clock,
    ) -> Result<FiguresView, EngineError> {
        let selected = self.selected(selection, WEEKS, clock)?;
        Ok(weekwise_analyze::figures(&selected)?)
    }

    /// The events of the chosen days behind a figure, a cell or a mark, the largest first.
    ///
    /// # Errors
    /// As [`Opened::figures`].
    pub fn behind(
        &self,
        selection: &Selection,
        what: &Behind,
        clock: &Clock,
    ) -> Result<EventsBehind, EngineError> {
        let selected = self.selected(selection, WEEKS, clock)?;
        let found = weekwise_analyze::behind(&selected, what);
        Ok(EventsBehind {
            count: u32::try_from(found.len()).unwrap_or(u32::MAX),
            minutes: found.iter().map(|(_, share)| share.minutes).sum(),
            events: found
                .into_iter()
                .take(LISTED)
                .filter_map(|(index, share)| {
                    let classified = selected.occurrences().get(index)?;
                    Some(self.event_view(classified, share))
                })
                .collect(),
        })
    }
}
