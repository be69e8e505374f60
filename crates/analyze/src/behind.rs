//! Which events a figure, a cell or a mark rests on.

use std::collections::HashSet;

use chrono::{Datelike, Timelike};
use weekwise_model::{Behind, Metric};

use crate::book::{
    Book, Claim, CountedPeriod, Interval, Ledger, OccurrenceShare, instant_of, intersect,
    overlapping, shares, total,
};
use crate::metrics::{
    LARGE, LONG, abandoned, chains, focus_cost_minutes, invasions, is_short, lead, mornings,
    overloaded_because, stale, unprepared,
};

/// An occurrence behind a figure: its place in the slice that was asked about, and what it got of the period.
pub type OccurrenceBehind = (usize, OccurrenceShare);

/// The counted occurrences behind something, the largest first; of equals the latest first.
pub fn behind(counted: &CountedPeriod, what: &Behind) -> Vec<OccurrenceBehind> {
    let book = counted.book();
    let wanted = wanted(&book, what);
    let shares = shares(&book.ledger, &book.totals);
    let mut found: Vec<(i64, OccurrenceBehind)> = book
        .ledger
        .claims
        .iter()
        .zip(wanted)
        .filter(|(_, wanted)| *wanted)
        .filter_map(|(claim, _)| {
            let share = shares.get(claim.index).copied()?;
            Some((claim.span.start, (claim.index, share)))
        })
        .collect();
    found.sort_by_key(|(start, (_, share))| (-share.minutes, -start));
    found.into_iter().map(|(_, found)| found).collect()
}

/// Of each claim, whether it is meant.
fn wanted(book: &Book<'_>, what: &Behind) -> Vec<bool> {
    let ledger = &book.ledger;
    let each = |wanted: &dyn Fn(&Claim) -> bool| ledger.claims.iter().map(wanted).collect();
    match what {
        Behind::Everything => each(&|_| true),
        Behind::Hour { weekday, hour } => {
            each(&|claim| claim.meeting && reaches_into(ledger, claim, *weekday, *hour))
        }
        Behind::Category { category } => {
            each(&|claim| ledger.classified(claim).category() == *category)
        }
        Behind::Series { uids } => {
            let uids: HashSet<&str> = uids.iter().map(String::as_str).collect();
            each(&|claim| uids.contains(ledger.series_uid(claim)))
        }
        Behind::Metric { metric } => of_metric(book, *metric),
    }
}

/// Whether a claim reaches into an hour of a weekday on the wall clock.
fn reaches_into(ledger: &Ledger<'_>, claim: &Claim, weekday: u32, hour: u32) -> bool {
    let mut at = claim.span.start;
    while at < claim.span.end {
        let local = instant_of(at).with_timezone(&ledger.period.zone);
        if local.hour() == hour && local.weekday().num_days_from_monday() == weekday {
            return true;
        }
        at += 60 - i64::from(local.minute());
    }
    false
}

fn of_metric(book: &Book<'_>, metric: Metric) -> Vec<bool> {
    let ledger = &book.ledger;
    let each = |wanted: &dyn Fn(&Claim) -> bool| ledger.claims.iter().map(wanted).collect();
    let at = |places: Vec<usize>| {
        let mut flags = vec![false; ledger.claims.len()];
        for place in places {
            if let Some(flag) = flags.get_mut(place) {
                *flag = true;
            }
        }
        flags
    };
    let recurring = |claim: &Claim| {
        let series = ledger.series.get(claim.series);
        claim.meeting && series.is_some_and(|series| series.recurring)
    };
    let of_series = |uids: HashSet<String>| {
        each(&|claim| claim.meeting && uids.contains(ledger.series_uid(claim)))
    };
    match metric {
        Metric::MeetingLoad => each(&|claim| claim.meeting && inside(ledger, claim) > 0),
        Metric::FocusTime | Metric::Survival => each(&|claim| claim.focus),
        Metric::FocusCost => {
            let lost = focus_cost_minutes(ledger, &book.cuts);
            each(&|claim| recurring(claim) && lost.get(claim.series).is_some_and(|lost| *lost > 0))
        }
        Metric::ProtectedMorning => {
            let held = held(book);
            each(&|claim| claim.focus && held.iter().any(|morning| morning.overlaps(claim.span)))
        }
        Metric::BackToBack => at(chains(ledger)
            .into_iter()
            .flat_map(|chain| chain.claims)
            .collect()),
        Metric::OverloadedDay => {
            let days: Vec<Interval> = ledger
                .days
                .iter()
                .zip(&book.totals.days)
                .zip(book.cuts.iter())
                .filter(|((day, totals), cut)| {
                    overloaded_because(ledger, day, totals, cut).is_some()
                })
                .map(|((day, _), _)| day.span)
                .collect();
            each(&|claim| claim.meeting && !intersect(&days, &[claim.span]).is_empty())
        }
        Metric::AfterHours => {
            each(&|claim| claim.meeting && inside(ledger, claim) < claim.span.minutes())
        }
        Metric::ShortNotice => each(&|claim| claim.meeting && is_short(ledger, claim)),
        Metric::LeadTime => each(&|claim| claim.meeting && lead(ledger, claim).is_some()),
        Metric::Switches => each(&|_| true),
        Metric::Control => each(&|claim| claim.mine),
        Metric::Invasion => at(invasions(ledger)
            .into_iter()
            .map(|invasion| invasion.meeting)
            .collect()),
        Metric::SeriesCost => each(&recurring),
        Metric::Large => each(&|claim| claim.meeting && ledger.classified(claim).people >= LARGE),
        Metric::Long => each(&|claim| claim.meeting && claim.whole.minutes() > LONG),
        Metric::Zombie => of_series(stale(ledger).iter().map(|s| s.uid.to_owned()).collect()),
        Metric::Abandoned => of_series(abandoned(ledger).into_iter().collect()),
        Metric::PrepDebt => {
            let lacking: HashSet<usize> =
                unprepared(ledger).iter().map(|claim| claim.index).collect();
            each(&|claim| lacking.contains(&claim.index))
        }
        Metric::Conflicts => overlapping(ledger),
    }
}

/// The part of a claim that lies inside working time, in minutes.
pub(crate) fn inside(ledger: &Ledger<'_>, claim: &Claim) -> i64 {
    let days = ledger.days.get(ledger.days_of(claim.span));
    let days = days.unwrap_or_default().iter();
    days.map(|day| total(&intersect(&day.work, &[day.part_of(claim)])))
        .sum()
}

/// The protected stretches of the mornings that own blocks hold.
fn held(book: &Book<'_>) -> Vec<Interval> {
    let (protected, held) = mornings(&book.ledger, &book.cuts);
    let held: HashSet<_> = held.into_iter().collect();
    protected
        .into_iter()
        .filter(|(day, _)| held.contains(day))
        .map(|(_, stretch)| stretch)
        .collect()
}
