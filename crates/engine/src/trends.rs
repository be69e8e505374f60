use weekwise_analyze::{CountedPeriod, TrendsQuestion};
use weekwise_model::{Grain, Period, Selection, Stretch, TrendsView};

use crate::opened::HISTORY;
use crate::{Clock, EngineError, Opened};

/// Weeks that are shown where the asker names no first day: half a year of weeks, two years of months, three of
/// quarters.
fn default_weeks(grain: Grain) -> u64 {
    match grain {
        Grain::Week => 26,
        Grain::Month => 104,
        Grain::Quarter => 156,
    }
}

impl Opened {
    /// How the weeks, months or quarters change, and what changed them; and what is different between two stretches
    /// of days (last ones included), without which the last two whole periods are compared.
    ///
    /// # Errors
    /// [`EngineError::Period`] for days the wrong way round, [`EngineError::Profile`] for a profile nobody knows.
    pub fn trends(
        &self,
        selection: &Selection,
        grain: Grain,
        compare: Option<[Stretch; 2]>,
        clock: &Clock,
    ) -> Result<TrendsView, EngineError> {
        let mut selected = self.selected(selection, default_weeks(grain), clock)?;
        let period = selected.period();
        let outside = |stretch: Period| stretch.from < period.from || period.to < stretch.to;
        for Stretch { from, to } in compare.into_iter().flatten() {
            if from > to {
                return Err(EngineError::Period(
                    "a stretch to compare ends before it starts".to_owned(),
                ));
            }
            let next = to.succ_opt().unwrap_or(to);
            let stretch = Period::of_days(from, next, period.zone);
            if outside(stretch) {
                let from = stretch.from.min(period.from) - HISTORY;
                let to = stretch.to.max(period.to);
                let occurrences = self.of_calendars(selection, from, to);
                let settings = self.settings_of(selection)?;
                selected = CountedPeriod::of(&occurrences, period, &settings)?;
            }
        }
        let question = TrendsQuestion {
            grain,
            now: clock.now(),
            known: self.known_days(),
            told: self.told(),
            compare,
        };
        Ok(weekwise_analyze::trends(&selected, &question)?)
    }
}
