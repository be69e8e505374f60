use weekwise_analyze::PeopleQuestion;
use weekwise_model::{PeopleView, Selection};

use crate::{Clock, EngineError, Opened};

/// Without days to ask about, the last half year: what repeats every month shows only there.
const WEEKS: u64 = 26;

impl Opened {
    /// Who is met how: 1:1s, mentoring, teams, companies, time zones.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn people(&self, selection: &Selection, clock: &Clock) -> Result<PeopleView, EngineError> {
        let selected = self.selected(selection, WEEKS, clock)?;
        let ahead = self.ahead(selection, clock);
        let question = PeopleQuestion {
            now: clock.now(),
            ahead: &ahead,
        };
        Ok(weekwise_analyze::people(&selected, &question)?)
    }
}
