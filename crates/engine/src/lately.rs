use crate::{Clock, Moment, Opened, PeriodChoice};

/// How many weeks are looked at.
const WEEKS: i64 = 52;

impl Opened {
    /// The year up to the end of the default week: what questions, previews and rules look at where
    /// nothing else is asked for. It begins with the first event, where that is later.
    pub fn lately(&self, clock: &Clock) -> PeriodChoice {
        let first_day = self.settings.display.first_day;
        let week = first_day.period(self.default_week(clock), self.settings.zone);
        let day = |at: chrono::DateTime<chrono::Utc>| {
            Moment::Day(at.with_timezone(&self.settings.zone).date_naive())
        };
        let year = week.from - chrono::TimeDelta::weeks(WEEKS - 1);
        let begins = |(first, _)| {
            first_day
                .period(first_day.week_of(first), self.settings.zone)
                .from
        };
        let from = self
            .known_days()
            .map_or(year, begins)
            .clamp(year, week.from);
        PeriodChoice::Range {
            from: day(from),
            to: day(week.to),
        }
    }
}
