//! Ordinary weeks: those that say what a usual week is like (product.md section 6, *Asks*).

use weekwise_model::{Category, OrdinaryWeeks, TrendPeriod};

/// A week with less than this part of a middle week's capacity is a week away.
const AWAY: f64 = 0.5;

/// Weeks that are over, told whole and not unusual, without weeks away.
pub(crate) fn ordinary(weeks: &[TrendPeriod]) -> Vec<&TrendPeriod> {
    let usual = usual_capacity(weeks);
    let at_work = |week: &&TrendPeriod| is_whole(week) && !is_away(week, usual);
    weeks.iter().filter(at_work).collect()
}

/// The capacity of a middle week, in hours.
pub(crate) fn usual_capacity(weeks: &[TrendPeriod]) -> f64 {
    let whole = weeks.iter().filter(|week| is_whole(week));
    median(whole.map(|week| week.capacity_hours))
}

/// Whether a week has so little working time, beside the `usual` hours of one, that it says nothing.
pub(crate) fn is_away(week: &TrendPeriod, usual: f64) -> bool {
    week.capacity_hours <= 0.0 || week.capacity_hours < usual * AWAY
}

fn is_whole(week: &TrendPeriod) -> bool {
    let told = !week.partial && !week.series_only && !week.promised;
    told && week.unusual.is_none() && week.capacity_hours > 0.0
}

/// The middle one of some weeks, figure by figure; with the share of a category where one is meant.
pub(crate) fn middle(weeks: &[&TrendPeriod], category: Option<Category>) -> OrdinaryWeeks {
    let of = |figure: fn(&TrendPeriod) -> f64| median(weeks.iter().map(|week| figure(week)));
    OrdinaryWeeks {
        weeks: u32::try_from(weeks.len()).unwrap_or(0),
        focus_hours: of(|week| week.focus_minutes as f64 / 60.0),
        load: of(|week| week.meeting_load),
        hours_to_move: of(|week| week.hours_to_move),
        share: category.map(|category| {
            let shares = weeks.iter().filter_map(|week| week.mix.of(category));
            median(shares.map(|share| share.share))
        }),
        mornings: of(|week| f64::from(week.mornings)),
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
