use weekwise_model::CheckReport;

use crate::{Clock, EngineError, Opened, PeriodChoice};

impl Opened {
    /// What each file held, what was repaired and what was left out, and how many occurrences lie in a period
    /// (without a choice: the twelve months up to the end of the default week).
    pub fn check(&self, choice: &PeriodChoice, clock: &Clock) -> Result<CheckReport, EngineError> {
        let zone = self.settings.zone;
        let mut period = choice.period(zone, self.settings.display.first_day, || {
            self.default_week(clock)
        })?;
        if *choice == PeriodChoice::Default {
            period.from = period.to - chrono::TimeDelta::days(365);
        }
        Ok(self.imported.check(&self.expansion(period.from, period.to)))
    }
}
