//! Which week is meant where nobody says.

use chrono::{DateTime, TimeDelta, Utc};
use weekwise_model::{IsoWeek, Period};

use crate::{Clock, Opened};

/// How far ahead of now a series without end is followed when the nearest week with events is looked for.
const AHEAD: TimeDelta = TimeDelta::weeks(104);

impl Opened {
    /// This week where it has events of more than whole days, else the nearest earlier week that has, else the
    /// nearest later one.
    pub(crate) fn default_week(&self, clock: &Clock) -> IsoWeek {
        let first_day = self.settings.display.first_day;
        let this = first_day.week_of(clock.today(self.settings.zone));
        self.remembered
            .default_week(this, || self.default_week_of(this))
    }

    /// When what does not last whole days begins between two instants.
    fn starts(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> impl Iterator<Item = DateTime<Utc>> {
        let zone = self.settings.zone;
        let occurrences = self.expansion(from, to).occurrences;
        occurrences
            .into_iter()
            .filter(|o| !o.span.is_all_day())
            .map(move |o| o.span.instants(zone).0)
    }

    /// Whether anything begins in a week that does not last whole days.
    pub(crate) fn has_timed(&self, week: IsoWeek) -> bool {
        let period = self
            .settings
            .display
            .first_day
            .period(week, self.settings.zone);
        self.starts(period.from, period.to).next().is_some()
    }

    fn default_week_of(&self, this: IsoWeek) -> IsoWeek {
        let zone = self.settings.zone;
        let first_day = self.settings.display.first_day;
        let starts = |from, to| self.starts(from, to);
        if self.has_timed(this) {
            return this;
        }
        let now = first_day.period(this, zone);
        let Some((first, last)) = self.known_days() else {
            return this;
        };
        let week = |at: DateTime<Utc>| first_day.week_of(at.with_timezone(&zone).date_naive());
        let bounds = Period::of_days(first, last.succ_opt().unwrap_or(last), zone);
        // Backwards in growing steps: the last events of an old calendar are found without expanding all of it.
        let mut to = now.from.min(bounds.to);
        let mut step = TimeDelta::weeks(13);
        while to > bounds.from {
            let from = to - step;
            if let Some(at) = starts(from, to).filter(|at| *at < now.from).max() {
                return week(at);
            }
            (to, step) = (from, step * 4);
        }
        let ahead = bounds.to.min(now.to + AHEAD).max(now.to);
        starts(now.to, ahead).min().map_or(this, week)
    }
}
