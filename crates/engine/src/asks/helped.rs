//! What the weeks before and after a change look like: the same weeks as in the trends, ordinary ones only.

use chrono::{Days, NaiveDate};
use weekwise_model::{Ask, BeforeAfter, Grain, OrdinaryWeeks, Selection, TrendPeriod, words};

use crate::{Clock, EngineError, Opened};

/// So many ordinary weeks on each side are compared.
const WEEKS: usize = 4;
/// They are looked for among so many.
const LOOKED_AT: u64 = 10;
/// A week with less than this part of a middle week's capacity is a week away.
const AWAY: f64 = 0.5;

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

/// Whole weeks that are over, told whole and not unusual, without weeks away.
fn ordinary(weeks: &[TrendPeriod]) -> Vec<&TrendPeriod> {
    let whole = |week: &&TrendPeriod| {
        let told = !week.partial && !week.series_only && !week.promised;
        told && week.unusual.is_none() && week.capacity_hours > 0.0
    };
    let whole: Vec<&TrendPeriod> = weeks.iter().filter(whole).collect();
    let usual = median(whole.iter().map(|week| week.capacity_hours));
    let at_work = |week: &&TrendPeriod| week.capacity_hours >= usual * AWAY;
    whole.into_iter().filter(at_work).collect()
}

fn middle(weeks: &[&TrendPeriod]) -> OrdinaryWeeks {
    let of = |figure: fn(&TrendPeriod) -> f64| median(weeks.iter().map(|week| figure(week)));
    OrdinaryWeeks {
        weeks: u32::try_from(weeks.len()).unwrap_or(0),
        focus_hours: of(|week| week.focus_minutes as f64 / 60.0),
        load: of(|week| week.meeting_load),
        hours_to_move: of(|week| week.hours_to_move),
    }
}

/// The middle figure; of an even number of them, halfway between the two in the middle. 0 of none.
fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.collect();
    figures.sort_by(f64::total_cmp);
    let half = figures.len() / 2;
    match (figures.get(half), figures.len() % 2) {
        (Some(middle), 1) => *middle,
        (Some(upper), _) => f64::midpoint(figures.get(half - 1).copied().unwrap_or(*upper), *upper),
        (None, _) => 0.0,
    }
}
