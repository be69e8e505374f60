//! What limits an answer, as far as counting knows.

use weekwise_model::{Counting, Trust};

use crate::frame::place;
use crate::ledger::Ledger;
use crate::minutes::{hours, ratio};
use crate::totals::Totals;
use crate::words;

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
        .zip(&ledger.counting)
        .filter(|(classified, counting)| {
            matches!(counting, Counting::NotCounted(_))
                && classified
                    .occurrence
                    .span
                    .overlaps(from, to, ledger.period.zone)
        })
        .count();
    let mut notes = Vec::new();
    if totals.is_sparse(denominator) {
        let booked = words::hours(totals.counted);
        notes.push(format!(
            "Only {booked} is booked: too little to say how the time is spent."
        ));
    }
    if uncertain > 0 {
        let hours = words::hours(uncertain);
        notes.push(format!(
            "The category of {hours} is a guess; the ranges show how far that matters."
        ));
    }
    if totals.tentative > 0 {
        let hours = words::hours(totals.tentative);
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
        me_guessed: false,
        notes,
    }
}
