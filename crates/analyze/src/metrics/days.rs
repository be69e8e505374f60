//! What each day carries.

use weekwise_model::{DayMetrics, LoadLevel};

use crate::book::{Cut, Day, DayTotals, Ledger, Totals, hours, ratio};
use crate::words;

/// Above this many minutes of meetings a day is overloaded…
const MUCH: i64 = 6 * 60;
/// …or above this part of its working time…
const MOST: f64 = 0.75;
/// …or without a free-or-focus stretch of this many minutes.
pub(crate) const GAP: i64 = 60;
/// A day with less working time than this may well have no gap of an hour.
const SHORT_DAY: i64 = 120;

/// What a meeting load amounts to.
pub(crate) fn load_level(load: f64) -> LoadLevel {
    match load {
        load if load >= 0.6 => LoadLevel::Overload,
        load if load >= 0.5 => LoadLevel::High,
        load if load >= 0.4 => LoadLevel::Watch,
        _ => LoadLevel::Fine,
    }
}

/// One entry for each day the settings name working hours for, also where time off takes all of them.
pub(super) fn days(ledger: &Ledger<'_>, totals: &Totals, cuts: &[Cut]) -> Vec<DayMetrics> {
    ledger
        .days
        .iter()
        .zip(&totals.days)
        .zip(cuts)
        .filter(|((day, _), _)| day.has_hours)
        .map(|((day, totals), cut)| {
            let because = overloaded_because(ledger, day, totals, cut);
            DayMetrics {
                day: day.date,
                capacity_hours: hours(totals.capacity),
                booked_hours: hours(totals.booked),
                meeting_hours: hours(totals.meetings),
                longest_stretch_minutes: cut.longest_stretch(),
                overloaded: because.is_some(),
                overloaded_because: because,
            }
        })
        .collect()
}

/// Why a day is overloaded, in words: too much of it in meetings, and no gap between them. A day that only has the last
/// hours of a working day that began before it, on a journey, is none to judge.
pub(crate) fn overloaded_because(
    ledger: &Ledger<'_>,
    day: &Day,
    totals: &DayTotals,
    cut: &Cut,
) -> Option<String> {
    let meetings = totals.meetings;
    if meetings == 0 || day.begins.is_none() {
        return None;
    }
    let part = ratio(meetings, totals.capacity);
    let much = if meetings > MUCH {
        Some(format!("{} of meetings", words::amount(meetings)))
    } else if part > MOST {
        Some(format!("meetings take {} of the day", words::percent(part)))
    } else {
        None
    };
    let no_gap = (totals.capacity >= SHORT_DAY && cut.longest_stretch() < GAP).then(|| {
        let end = day.work.last().map_or(day.span.end, |part| part.end);
        format!(
            "no gap of an hour before {}",
            words::clock(end, ledger.period.zone, ledger.settings.display)
        )
    });
    let reasons: Vec<String> = [much, no_gap].into_iter().flatten().collect();
    (!reasons.is_empty()).then(|| reasons.join(", "))
}

/// Changes of category in the sequence of each day's claims. A claim belongs to the day it starts on.
pub(super) fn switches(ledger: &Ledger<'_>) -> u32 {
    let mut switches = 0;
    let mut last = None;
    for claim in ledger.claims.iter() {
        let now = (ledger.days_of(claim.span).start, claim.category);
        if last.is_some_and(|(day, category)| day == now.0 && category != now.1) {
            switches += 1;
        }
        last = Some(now);
    }
    switches
}
