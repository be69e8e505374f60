//! Who is met how (section 8 of docs/product.md, *People*). Meetings and days are named as the problem, never a person.

mod companies;
mod mentoring;
mod one_on_ones;
mod question;
mod teams;
mod zones;

use std::collections::BTreeSet;

use weekwise_model::{PeopleView, PeriodJson};

use crate::book::{AnalyzeError, CountedPeriod, Guests, Ledger, days_of, place};
use crate::metrics::LARGE;

pub(crate) use companies::{home, outside};
use one_on_ones::one_on_ones;
pub use question::PeopleQuestion;

pub(crate) use mentoring::{is_mentoring, mentoring};
pub(crate) use one_on_ones::drifting;
pub(crate) use teams::{own_people, teams};

/// Everything the People screen draws.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn people(
    counted: &CountedPeriod,
    question: &PeopleQuestion<'_>,
) -> Result<PeopleView, AnalyzeError> {
    let (period, settings) = (counted.period(), counted.settings());
    let book = counted.book();
    let guests = Guests::of(&book.ledger);
    let teams = teams(&book, &guests);
    let (from, to) = days_of(&period);
    let hidden = book
        .ledger
        .meetings()
        .filter(|claim| !book.ledger.classified(claim).people_known)
        .count();
    let mut notes = Vec::new();
    if settings.me.is_unknown() {
        notes.push("The calendar does not tell who “me” is, so I am one of the people.".to_owned());
    }
    if guests.people.is_empty() {
        notes.push("No meeting of this period names its people.".to_owned());
    } else if hidden > 0 {
        let meetings = crate::words::count(hidden, "meeting hides", "meetings hide");
        notes.push(format!(
            "{meetings} who is there; they are in no figure of this page."
        ));
    }
    Ok(PeopleView {
        period: PeriodJson::from(&period),
        from,
        to,
        met: met(&book.ledger, &guests),
        one_on_ones: one_on_ones(&book, &guests, question),
        mentoring: mentoring(&book, &guests),
        bridges: teams::bridges(&book, &guests, &teams),
        teams: teams.iter().map(|team| team.told(&book, &guests)).collect(),
        companies: companies::companies(&book, &guests),
        time_zones: zones::fairness(&book, &guests),
        notes,
    })
}

/// How many people are in meetings that are not large: among many, people are not met.
fn met(ledger: &Ledger<'_>, guests: &Guests<'_>) -> u32 {
    let claims = ledger.claims.iter().enumerate();
    let small =
        claims.filter(|(_, claim)| claim.meeting && ledger.classified(claim).people < LARGE);
    let people: BTreeSet<usize> = small
        .flat_map(|(at, _)| guests.at(at).iter().copied())
        .collect();
    place(people.len())
}
