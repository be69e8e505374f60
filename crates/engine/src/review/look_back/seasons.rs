//! Seasons: days the user named, each beside the whole.

use weekwise_analyze::{CountedPeriod, says_too_little, week_mix};
use weekwise_model::{LookBackSeason, Mix, Stretch};

use super::weeks::Weeks;
use crate::{Clock, EngineError, Opened};

impl Opened {
    /// The seasons that lie in some days or reach into them, each with the mix of those of its days that are told.
    pub(super) fn seasons(
        &self,
        days: Stretch,
        told: Stretch,
        weeks: &Weeks,
        counted: &CountedPeriod,
        clock: &Clock,
    ) -> Result<Vec<LookBackSeason>, EngineError> {
        let marked = self.settings.marks.seasons.iter();
        let inside = marked.filter(|season| season.from <= days.to && days.from <= season.to);
        let mut seasons = Vec::new();
        for season in inside.filter(|season| season.from <= season.to) {
            let part = Stretch {
                from: season.from.max(told.from),
                to: season.to.min(told.to),
            };
            let part = (part.from <= part.to).then_some(part);
            let mix = match part {
                Some(part) => self.mix_of(part, counted, clock)?,
                None => None,
            };
            seasons.push(LookBackSeason {
                name: season.name.clone(),
                from: season.from,
                to: season.to,
                told: part,
                middle: part
                    .filter(|_| mix.is_some())
                    .and_then(|part| weeks.middle_within(part)),
                mix,
            });
        }
        seasons.sort_by(|a, b| {
            let order = (a.from, a.to).cmp(&(b.from, b.to));
            order.then_with(|| a.name.cmp(&b.name))
        });
        Ok(seasons)
    }

    fn mix_of(
        &self,
        days: Stretch,
        counted: &CountedPeriod,
        clock: &Clock,
    ) -> Result<Option<Mix>, EngineError> {
        let period = self.until_now(days, clock);
        let mix = week_mix(counted.occurrences(), period, counted.settings())?;
        Ok(mix.filter(|mix| !says_too_little(mix)))
    }
}
