//! The metrics of product.md section 5, one family a file.

mod chains;
mod days;
mod focus;
mod invasion;
mod notice;
mod preparation;
mod series;
mod stale;

use std::collections::HashSet;

use weekwise_model::{ConflictMetrics, GapToBand, Metrics, Mix, Volatility};

pub(crate) use chains::{Chain, chains};
pub(crate) use days::{GAP, load_level, overloaded_because};
pub(crate) use focus::{mergeable, mornings, protected_morning};
pub(crate) use invasion::{BookedFocus, Invasion, booked_focus, invasions, survival};
pub(crate) use notice::{is_short, lead};
pub(crate) use preparation::unprepared;
pub(crate) use series::{cost_of, focus_cost_minutes};
pub(crate) use stale::{abandoned, stale};

use crate::book::{
    AnalyzeError, Claim, Cut, Ledger, Totals, hours, hours_to_move, intersect, overlapping, place,
    ratio, total,
};

/// From this many people on a meeting is large.
pub(crate) const LARGE: u32 = 9;
/// Above this many minutes a meeting is long.
pub(crate) const LONG: i64 = 60;

/// Every metric; `volatility` comes from the weeks before, which trends cut. `cuts` is how each day's working time is cut, in the order of [`Ledger::days`].
pub(crate) fn metrics(
    ledger: &Ledger<'_>,
    totals: &Totals,
    cuts: &[Cut],
    mix: &Mix,
    volatility: Vec<Volatility>,
) -> Result<Metrics, AnalyzeError> {
    let capacity = totals.sum(|day| day.capacity);
    let meeting = totals.sum(|day| day.meetings);
    let load = ratio(meeting, capacity);
    let count = |wanted: &dyn Fn(&Claim) -> bool| {
        place(ledger.meetings().filter(|claim| wanted(claim)).count())
    };
    let (protected_mornings, held_mornings) = mornings(ledger, cuts);
    let (invasions, survival) = survival(ledger);
    let days = days::days(ledger, totals, cuts);
    let (zombies, abandoned) = (stale::zombies(ledger), abandoned(ledger));
    let (series_cost, lead_time) = (series::cost(ledger)?, notice::lead_time(ledger)?);
    Ok(Metrics {
        capacity_hours: hours(capacity),
        meeting_hours: hours(meeting),
        meeting_load: load,
        load_level: load_level(load),
        perhaps_meeting_hours: hours(perhaps_meetings(ledger)),
        meetings: count(&|_| true),
        focus_time: hours(
            cuts.iter()
                .map(|cut| cut.focus_time(ledger.focus_minutes()))
                .sum(),
        ),
        fragmented_time: focus::fragmented(cuts, ledger.focus_minutes()),
        conflicts: conflicts(ledger, totals),
        conflict_hours: hours(totals.sum(|day| day.conflict)),
        protected_mornings: protected_mornings.into_iter().map(|(day, _)| day).collect(),
        held_mornings,
        back_to_back: chains::back_to_back(ledger),
        overloaded_days: days
            .iter()
            .filter(|day| day.overloaded)
            .map(|day| day.day)
            .collect(),
        days,
        after_hours: hours(totals.sum(|day| day.after_hours)),
        short_notice: count(&|claim| is_short(ledger, claim)),
        switches: days::switches(ledger),
        control: control(totals),
        invasions,
        survival,
        focus_cost: series::focus_cost(ledger, cuts),
        series_cost,
        large: large(ledger),
        long: count(&|claim| claim.whole.minutes() > LONG),
        zombies,
        abandoned,
        lead_time,
        shape_of_free_time: focus::shape(ledger, cuts),
        prep_debt: preparation::debt(ledger),
        volatility,
        gap_to_band: gap_to_band(mix),
        hours_to_move: hours_to_move(mix),
    })
}

/// The part of counted time that I organize or placed alone, of that of which it is known who did; where that is most of it.
fn control(totals: &Totals) -> Option<f64> {
    (totals.organizer_known * 2 >= totals.counted)
        .then(|| ratio(totals.mine, totals.organizer_known))
}

/// How many meetings are large; where it is known of most of them, and of what may be one, who was there.
fn large(ledger: &Ledger<'_>) -> Option<u32> {
    let met = || {
        let claims = ledger.claims.iter();
        claims.filter(|claim| claim.meeting || claim.perhaps_meeting)
    };
    let told = |claim: &&Claim| ledger.classified(claim).people_told().is_some();
    let (all, told) = (met().count(), met().filter(told).count());
    let large = |claim: &&Claim| ledger.classified(claim).people >= LARGE;
    (told * 2 >= all).then(|| place(ledger.meetings().filter(large).count()))
}

/// Working minutes of what may be a meeting, each once.
fn perhaps_meetings(ledger: &Ledger<'_>) -> i64 {
    let days = ledger.days.iter();
    days.map(|day| {
        let perhaps = day.covered(&ledger.claims, |_, claim| claim.perhaps_meeting);
        total(&intersect(&day.work, &perhaps))
    })
    .sum()
}

/// How far each category with a target is from its band, whichever side it is on.
fn gap_to_band(mix: &Mix) -> Vec<GapToBand> {
    let targeted = mix.categories.iter().filter(|share| share.low.is_some());
    targeted
        .map(|share| GapToBand {
            category: share.category,
            points: share.gap_points.abs(),
            hours: share.gap_hours.abs(),
        })
        .collect()
}

fn conflicts(ledger: &Ledger<'_>, totals: &Totals) -> ConflictMetrics {
    let overlapping = overlapping(ledger);
    let mut seen = HashSet::new();
    let mut uids: Vec<String> = Vec::new();
    for (claim, overlaps) in ledger.claims.iter().zip(&overlapping) {
        let uid = ledger.uid(claim);
        if *overlaps && seen.insert(uid) {
            uids.push(uid.to_owned());
        }
    }
    ConflictMetrics {
        hours: hours(totals.sum(|day| day.conflict)),
        uids,
    }
}
