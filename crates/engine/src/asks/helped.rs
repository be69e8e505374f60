//! What the weeks before and after a change look like: the same weeks as in the trends, ordinary ones only.

use chrono::{Days, NaiveDate};
use weekwise_model::{Ask, BeforeAfter, Category, Grain, Selection, TrendPeriod, words};

use crate::ordinary::{middle, ordinary};
use crate::{Clock, EngineError, Opened};

/// So many ordinary weeks on each side are compared.
const WEEKS: usize = 4;
/// They are looked for among so many.
const LOOKED_AT: u64 = 10;

impl Opened {
    /// The day of the first block of an exported plan, on the home clock.
    pub(super) fn planned_since(&self) -> Option<NaiveDate> {
        let first = self.said.planned.iter().map(|block| block.start).min()?;
        Some(first.with_timezone(&self.settings.zone).date_naive())
    }

    /// The weeks that lie around the days the asks were agreed on and the first plan, until now.
    pub(super) fn weeks_around(
        &self,
        asks: &[&Ask],
        clock: &Clock,
    ) -> Result<Vec<TrendPeriod>, EngineError> {
        let days = asks.iter().filter_map(|ask| self.agreed_on(ask));
        let days = days.chain(self.planned_since());
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

/// What they say of a change on this day that is about a category.
pub(super) fn helped(
    since: NaiveDate,
    category: Option<Category>,
    weeks: &[TrendPeriod],
) -> BeforeAfter {
    around(since, category, weeks, |told| {
        format!(
            "{} focus, since: {}{}",
            words::hours(told.before.focus_hours),
            words::hours(told.after.focus_hours),
            band(told, ends_of(category, weeks))
        )
    })
}

/// What they say of mornings since this day.
pub(super) fn mornings(since: NaiveDate, weeks: &[TrendPeriod]) -> BeforeAfter {
    around(since, None, weeks, |told| {
        format!(
            "{} a week, since: {}",
            protected(told.before.mornings),
            number(told.after.mornings)
        )
    })
}

/// `1 morning protected`.
fn protected(mornings: f64) -> String {
    let noun = if number(mornings) == "1" {
        "morning protected"
    } else {
        "mornings protected"
    };
    format!("{} {noun}", number(mornings))
}

/// `2`, `2.5`: the middle of two whole numbers is no more than a half.
fn number(figure: f64) -> String {
    format!("{figure:.1}").trim_end_matches(".0").to_owned()
}

/// The ends of a category’s band, as the weeks are compared with it.
fn ends_of(category: Option<Category>, weeks: &[TrendPeriod]) -> Option<(f64, f64)> {
    let share = weeks.last()?.mix.of(category?)?;
    Some((share.low?, share.high?))
}

/// `; cross-team 30 → 19 %, which is in its band`.
fn band(told: &BeforeAfter, ends: Option<(f64, f64)>) -> String {
    let shares = told.before.share.zip(told.after.share);
    let (Some(category), Some((before, after))) = (told.category, shares) else {
        return String::new();
    };
    let holds = |share: f64| ends.is_some_and(|(low, high)| (low..=high).contains(&share));
    let mended = if holds(after) && !holds(before) {
        ", which is in its band"
    } else {
        ""
    };
    let (before, after) = (words::percent(before), words::percent(after));
    let name = words::category(category);
    if before == after {
        return format!("; {name} {after} as before");
    }
    format!(
        "; {name} {} → {after}{mended}",
        before.trim_end_matches(" %")
    )
}

/// The middle weeks on both sides; `compared` says what they were and are, where they can be compared.
fn around(
    since: NaiveDate,
    category: Option<Category>,
    weeks: &[TrendPeriod],
    compared: impl FnOnce(&BeforeAfter) -> String,
) -> BeforeAfter {
    let ordinary = ordinary(weeks);
    let before: Vec<&TrendPeriod> = {
        let earlier = ordinary.iter().rev().filter(|week| week.to < since);
        earlier.copied().take(WEEKS).collect()
    };
    let later = ordinary.iter().filter(|week| since < week.from);
    let after: Vec<&TrendPeriod> = later.copied().take(WEEKS).collect();
    let needed = WEEKS - after.len();
    let (before, after) = (middle(&before, category), middle(&after, category));
    let mut told = BeforeAfter {
        since,
        category,
        before,
        after,
        weeks_needed: u32::try_from(needed).unwrap_or(0),
        text: String::new(),
    };
    told.text = if before.weeks == 0 {
        "no ordinary week before it to compare with".to_owned()
    } else if needed > 0 {
        words::count(needed, "more week needed", "more weeks needed")
    } else {
        let weeks = words::count(before.weeks as usize, "week", "weeks");
        format!("{weeks} before: {}", compared(&told))
    };
    told
}

#[cfg(test)]
mod tests {
    use weekwise_model::OrdinaryWeeks;

    use super::*;

    fn told(before: f64, after: f64) -> BeforeAfter {
        let of = |share| OrdinaryWeeks {
            weeks: 4,
            share: Some(share),
            ..OrdinaryWeeks::default()
        };
        BeforeAfter {
            since: NaiveDate::default(),
            category: Some(Category::CrossTeam),
            before: of(before),
            after: of(after),
            weeks_needed: 0,
            text: String::new(),
        }
    }

    #[test]
    fn the_share_of_the_category_is_told_and_whether_that_mended_its_band() {
        let said = |before, after| band(&told(before, after), Some((0.15, 0.2)));
        assert_eq!(said(0.3, 0.25), "; cross-team 30 → 25 %");
        assert_eq!(
            said(0.3, 0.19),
            "; cross-team 30 → 19 %, which is in its band"
        );
        assert_eq!(said(0.3, 0.301), "; cross-team 30 % as before");
    }
}
