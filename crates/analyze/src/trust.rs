//! What limits an answer, as far as counting knows.

use std::collections::HashSet;

use weekwise_model::{Counting, NotCounted, Stay, Trust};

use crate::book::{Claim, Ledger, Totals, hours, intersect, is_time_off, place, ratio, total};
use crate::words;

/// More stays than this in a period are told together.
const LISTED: usize = 2;

/// Booked this many times over, in tenths, a period is told so.
const TWICE_TENTHS: i64 = 15;

/// What is odd about the hours themselves: none at all, all of them off, booked twice over, events too long to count,
/// targets that ask for more than all.
fn about_time(ledger: &Ledger<'_>, totals: &Totals) -> Vec<String> {
    let mut notes = Vec::new();
    let capacity = totals.sum(|day| day.capacity);
    let has_hours = ledger.days.iter().any(|day| day.has_hours);
    if !ledger.days.is_empty() && !has_hours {
        notes.push(
            "There are no working hours in this period, so only booked time counts.".to_owned(),
        );
    } else if has_hours && capacity == 0 {
        notes.push("Time off takes all working hours of this period.".to_owned());
    }
    notes.extend(about_stays(ledger));
    let inside = |claim: &Claim| -> i64 {
        let days = ledger
            .days
            .get(ledger.days_of(claim.span))
            .unwrap_or_default();
        days.iter()
            .map(|day| total(&intersect(&day.work, &[claim.span])))
            .sum()
    };
    let booked: i64 = ledger.claims.iter().map(inside).sum();
    if capacity > 0 && booked * 10 >= capacity * TWICE_TENTHS {
        notes.push(format!(
            "{} are booked in {} of working time; each minute is counted once.",
            words::amount(booked),
            words::amount(capacity)
        ));
    }
    let long = ledger
        .occurrences
        .iter()
        .zip(ledger.counting.iter())
        .filter(|(classified, counting)| {
            let too_long = **counting == Counting::NotCounted(NotCounted::TwelveHoursOrLonger);
            let (from, to) = (ledger.period.from, ledger.period.to);
            let here = classified
                .occurrence
                .span
                .overlaps(from, to, ledger.period.zone);
            too_long && here && !is_time_off(classified, **counting)
        });
    match long.count() {
        0 => {}
        1 => notes.push("1 event lasts 12 hours or longer and is not counted.".to_owned()),
        n => notes.push(format!(
            "{n} events last 12 hours or longer and are not counted."
        )),
    }
    let lows: f64 = ledger
        .settings
        .profile
        .bands
        .iter()
        .map(|band| band.low)
        .sum();
    if lows > 1.0 + f64::EPSILON {
        notes.push(format!(
            "The lower ends of the targets sum to {}: they cannot all be met.",
            words::percent(lows)
        ));
    }
    notes
}

/// Whose clock the working hours are on, where that is not the one at home.
fn about_stays(ledger: &Ledger<'_>) -> Vec<String> {
    let here = |stay: &&Stay| {
        let days = ledger.days.iter();
        stay.tz().is_some() && days.map(|day| day.date).any(|date| stay.contains(date))
    };
    let stays: Vec<&Stay> = ledger.settings.marks.stays.iter().filter(here).collect();
    if stays.len() > LISTED {
        let mut zones: Vec<&str> = stays.iter().map(|stay| stay.zone.as_str()).collect();
        zones.sort_unstable();
        zones.dedup();
        return vec![format!(
            "On {} journeys working hours are on the clock there: {}.",
            stays.len(),
            zones.join(", ")
        )];
    }
    let said = |stay: &Stay| {
        let (zone, days) = (&stay.zone, stay.days_in_words());
        format!("Working hours are on the clock of {zone} on {days}.")
    };
    stays.into_iter().map(said).collect()
}

pub(crate) fn trust(ledger: &Ledger<'_>, totals: &Totals, denominator: i64) -> Trust {
    let claims = &ledger.claims;
    let without = claims
        .iter()
        .filter(|claim| claim.meeting && !ledger.classified(claim).people_known)
        .count();
    let uncertain: i64 = totals.uncertain.iter().sum();
    let (from, to) = (ledger.period.from, ledger.period.to);
    let not_counted = ledger
        .occurrences
        .iter()
        .zip(ledger.counting.iter())
        .filter(|(classified, counting)| {
            matches!(counting, Counting::NotCounted(_))
                && classified
                    .occurrence
                    .span
                    .overlaps(from, to, ledger.period.zone)
        })
        .count();
    let mut notes = Vec::new();
    notes.extend(about_time(ledger, totals));
    notes.extend(gathered_note(ledger));
    let too_little = totals.is_sparse(denominator);
    if too_little {
        let booked = match totals.counted {
            0 => "Nothing".to_owned(),
            minutes => format!("Only {}", words::amount(minutes)),
        };
        notes.push(format!(
            "{booked} is booked: too little to say how the time is spent."
        ));
    }
    if uncertain > 0 {
        let hours = words::amount(uncertain);
        notes.push(format!(
            "The category of {hours} is a guess; the ranges show how far that matters."
        ));
    }
    if totals.tentative > 0 {
        let hours = words::amount(totals.tentative);
        notes.push(format!(
            "{hours} of the counted time is tentative or unanswered."
        ));
    }
    if without > 0 {
        let events = words::count(without, "event reads", "events read");
        let carry = if without == 1 { "carries" } else { "carry" };
        notes.push(format!("{events} like a meeting but {carry} no attendees."));
    }
    let share = |part: usize| ratio(i64::from(place(part)), i64::from(place(claims.len())));
    Trust {
        counted: place(claims.len()),
        not_counted: place(not_counted),
        without_people: share(without),
        tentative_hours: hours(totals.tentative),
        uncertain_hours: hours(uncertain),
        left_out: 0,
        too_little,
        me_guessed: false,
        notes,
    }
}

/// Says how many single events of a period are read as series; `None` where there are none.
pub(crate) fn gathered_note(ledger: &Ledger<'_>) -> Option<String> {
    let (mut series, mut events) = (HashSet::new(), 0);
    for claim in ledger.claims.iter() {
        if ledger.classified(claim).is_written_one_by_one() {
            series.insert(claim.series);
            events += 1;
        }
    }
    (events > 0).then(|| {
        format!(
            "{} of the same title, organizer, people, length and hour {} read as {}: the file repeats nothing by itself.",
            words::count(events, "single event", "single events"),
            if events == 1 { "is" } else { "are" },
            words::count(series.len(), "series", "series"),
        )
    })
}
