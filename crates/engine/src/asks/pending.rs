//! What a period would be if everything that was asked for came true.

use chrono::TimeDelta;
use weekwise_advise::{Question, pending};
use weekwise_model::{Ask, PendingAsks, Period};

use crate::opened::Counted;
use crate::{Clock, EngineError, Opened};

/// A period that ended longer ago is history: what is asked for now does not change it.
const LATELY: TimeDelta = TimeDelta::days(14);

impl Opened {
    /// What a period would be with all that was asked for and is not in the calendar yet; `None` where nothing of it changes the
    /// period.
    pub(crate) fn pending(
        &self,
        period: &Period,
        counted: &Counted,
        clock: &Clock,
    ) -> Result<Option<PendingAsks>, EngineError> {
        let asks = &self.settings.marks.asks;
        let awaited: Vec<&Ask> = asks.iter().filter(|ask| ask.is_awaited()).collect();
        if awaited.is_empty() || period.to + LATELY < clock.now() {
            return Ok(None);
        }
        let is_held = |ask: &&Ask| {
            let uid = ask.uid.as_deref();
            uid.is_none_or(|uid| self.events_named(uid).next().is_some())
        };
        let (held, unknown): (Vec<&Ask>, Vec<&Ask>) = awaited.into_iter().partition(is_held);
        let question = Question {
            occurrences: &counted.classified,
            period: *period,
            settings: &self.settings,
            now: clock.now(),
        };
        Ok(pending(
            counted.period.trial()?,
            &question,
            &held,
            unknown.len(),
        ))
    }
}
