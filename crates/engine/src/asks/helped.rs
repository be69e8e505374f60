//! What the weeks before and after a change look like: the same weeks as in the trends, ordinary ones only.

use chrono::{Days, NaiveDate};
use weekwise_model::{Ask, BeforeAfter, Grain, Selection, TrendPeriod, words};

use crate::ordinary::{middle, ordinary};
use crate::{Clock, EngineError, Opened};

/// So many ordinary weeks on each side are compared.
const WEEKS: usize = 4;
/// They are looked for among so many.
const LOOKED_AT: u64 = 10;

impl Opened {
    /// The weeks that lie around the days the asks were agreed on, until now.
    pub(super) fn weeks_around(
        &self,
        asks: &[&Ask],
        clock: &Clock,
    ) -> Result<Vec<TrendPeriod>, EngineError> {
        let days = asks.iter().filter_map(|ask| self.agreed_on(ask));
        let Some(first) = days.min() else {
            return Ok(Vec::new());
        };
        let selection = Selection {
            from: first.checked_sub_days(Days::new(7 * LOOKED_AT)),
            to: Some(clock.today(self.settings.zone).max(first)),
            ..Selection::default()
        };
        Ok(self.trends(&selection, Grain::Week, None, clock)?.periods)
    }
}

/// What they say of a change on this day.
pub(super) fn helped(since: NaiveDate, weeks: &[TrendPeriod]) -> BeforeAfter {
    let ordinary = ordinary(weeks);
    let before: Vec<&TrendPeriod> = {
        let earlier = ordinary.iter().rev().filter(|week| week.to < since);
        earlier.copied().take(WEEKS).collect()
    };
    let later = ordinary.iter().filter(|week| since < week.from);
    let after: Vec<&TrendPeriod> = later.copied().take(WEEKS).collect();
    let needed = WEEKS - after.len();
    let (before, after) = (middle(&before), middle(&after));
    let text = if before.weeks == 0 {
        "no ordinary week before it to compare with".to_owned()
    } else if needed > 0 {
        words::count(needed, "more week needed", "more weeks needed")
    } else {
        format!(
            "{} before: {} focus, since: {}",
            words::count(before.weeks as usize, "week", "weeks"),
            words::hours(before.focus_hours),
            words::hours(after.focus_hours)
        )
    };
    BeforeAfter {
        since,
        before,
        after,
        weeks_needed: u32::try_from(needed).unwrap_or(0),
        text,
    }
}
