use weekwise_advise::{Question, quote_series};
use weekwise_analyze::MeetingsQuestion;
use weekwise_model::{MeetingsView, Selection};

use crate::{Clock, EngineError, Opened};

/// Without days to ask about, the last quarter.
const WEEKS: u64 = 13;

impl Opened {
    /// Every series with what it costs and what could be done about it, and how much of the coming weeks is
    /// promised.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn meetings(
        &self,
        selection: &Selection,
        clock: &Clock,
    ) -> Result<MeetingsView, EngineError> {
        let selected = self.selected(selection, WEEKS, clock)?;
        let (ahead, calendars) = (self.ahead(selection, clock), self.calendar_names());
        let question = MeetingsQuestion {
            now: clock.now(),
            ahead: &ahead,
            calendars: &calendars,
        };
        let mut view = weekwise_analyze::meetings(&selected, &question)?;
        let question = Question {
            occurrences: selected.occurrences(),
            period: selected.period(),
            settings: selected.settings(),
            now: clock.now(),
        };
        quote_series(selected.trial()?, &question, &mut view);
        Ok(view)
    }
}
