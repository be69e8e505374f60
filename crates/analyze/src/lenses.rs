//! The same minutes seen in other ways (section 6 of docs/product.md): what for, with whom, for whose benefit.
//!
//! Each lens sorts every counted minute into exactly one part, so its parts sum to the counted time.

mod priorities;
mod series_hours;

use hashbrown::HashMap;
use weekwise_model::{Category, Impact, Kind, LensPart, LensesView, PeriodJson, QuadrantEntry};

use crate::book::{AnalyzeError, Book, Claim, CountedPeriod, Guests, days_of, ratio};
use crate::meetings::settings_impact;
use crate::people::{home, outside, own_people};

use series_hours::series_hours;

/// UIDs told behind a part.
const EVIDENCE: usize = 12;
/// From this many people on a meeting is for the whole organisation.
const EVERYBODY: u32 = 25;
/// From this many hours a week on a series takes much effort.
const MUCH: f64 = 1.0;

/// The lenses, the quadrant and the written priorities.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn lenses(counted: &CountedPeriod) -> Result<LensesView, AnalyzeError> {
    let (period, settings) = (counted.period(), counted.settings());
    let book = counted.book();
    let guests = Guests::of(&book.ledger);
    let (from, to) = days_of(&period);
    let served = priorities::served(&book);
    let mut notes = Vec::new();
    if book.totals.counted == 0 {
        notes.push("Nothing is booked in this period.".to_owned());
    }
    if settings.marks.priorities.is_empty() {
        notes.push("No priorities are written down yet.".to_owned());
    }
    if settings.marks.impacts.is_empty() {
        notes.push("No series is marked by its impact yet.".to_owned());
    }
    Ok(LensesView {
        period: PeriodJson::from(&period),
        from,
        to,
        counted_minutes: book.totals.counted,
        purpose: lens(&book, PURPOSE, |_, claim| purpose(category(&book, claim))),
        scope: scope(&book, &guests),
        leverage: lens(&book, LEVERAGE, |_, claim| leverage(category(&book, claim))),
        quadrant: quadrant(&book),
        priorities: priorities::told(&book, &served),
        unserved_minutes: priorities::unserved(&book, &served),
        serve_none: priorities::serve_none(&book, &served),
        notes,
    })
}

/// The parts of a lens: a stable name, and the one people read.
type Parts = &'static [(&'static str, &'static str)];

const PURPOSE: Parts = &[
    ("strategy", "Strategy"),
    ("execution", "Execution"),
    ("good_influence", "Good influence"),
    ("other_work", "Other work"),
];

const SCOPE: Parts = &[
    ("alone", "Alone"),
    ("own_team", "Own team"),
    ("other_teams", "Other teams"),
    ("organisation", "Whole organisation"),
    ("outside", "Outside"),
    ("unknown", "Not known"),
];

const LEVERAGE: Parts = &[
    ("helps_others", "Helps others"),
    ("own_output", "Own output"),
    ("other_work", "Other work"),
];

fn category(book: &Book<'_>, claim: &Claim) -> Category {
    book.ledger.classified(claim).category()
}

fn purpose(category: Category) -> &'static str {
    match category {
        Category::Strategy => "strategy",
        Category::DeepWork | Category::CrossTeam => "execution",
        Category::Review | Category::OneOnOne => "good_influence",
        Category::OtherWork | Category::Personal => "other_work",
    }
}

fn leverage(category: Category) -> &'static str {
    match category {
        Category::OneOnOne | Category::Review | Category::CrossTeam | Category::Strategy => {
            "helps_others"
        }
        Category::DeepWork => "own_output",
        Category::OtherWork | Category::Personal => "other_work",
    }
}

/// By who was there: nobody, my team, others of my company, all of it, somebody from outside.
fn scope(book: &Book<'_>, guests: &Guests<'_>) -> Vec<LensPart> {
    let outside = outside(guests, &home(book, guests));
    let own = own_people(book, guests);
    lens(book, SCOPE, |place, claim| {
        let classified = book.ledger.classified(claim);
        let people = guests.at(place);
        let is_outside = |&person: &usize| outside.get(person).is_some_and(Option::is_some);
        let of_team = people.iter().filter(|person| own.contains(person)).count();
        if !claim.meeting {
            "alone"
        } else if classified.classification.kind == Kind::AllHands || classified.people >= EVERYBODY
        {
            "organisation"
        } else if people.is_empty() {
            "unknown"
        } else if people.iter().any(is_outside) {
            "outside"
        } else if of_team * 2 >= people.len() {
            "own_team"
        } else {
            "other_teams"
        }
    })
}

/// Every counted minute in the part that `part_of` names.
fn lens(
    book: &Book<'_>,
    parts: Parts,
    part_of: impl Fn(usize, &Claim) -> &'static str,
) -> Vec<LensPart> {
    let mut sums: Vec<(i64, HashMap<usize, i64>)> = vec![<_>::default(); parts.len()];
    let claims = book.ledger.claims.iter().zip(&book.totals.of_claim);
    for (place, (claim, minutes)) in claims.enumerate() {
        let name = part_of(place, claim);
        let part = parts.iter().position(|(id, _)| *id == name);
        if let Some((sum, of_series)) = part.and_then(|part| sums.get_mut(part)) {
            *sum += minutes;
            *of_series.entry(claim.series).or_default() += minutes;
        }
    }
    parts
        .iter()
        .zip(sums)
        .map(|((id, label), (minutes, of_series))| {
            let mut series: Vec<(i64, usize)> =
                of_series.into_iter().map(|(at, m)| (-m, at)).collect();
            let most = EVIDENCE.min(series.len());
            if most > 0 {
                series.select_nth_unstable(most - 1);
                series.truncate(most);
            }
            series.sort_unstable();
            LensPart {
                id: (*id).to_owned(),
                label: (*label).to_owned(),
                minutes,
                share: ratio(minutes, book.totals.counted),
                evidence: series
                    .into_iter()
                    .take(EVIDENCE)
                    .filter_map(|(_, at)| Some(book.ledger.series.get(at)?.uid.clone()))
                    .collect(),
            }
        })
        .collect()
}

/// Series the user marked, by impact and effort; the most effort first.
fn quadrant(book: &Book<'_>) -> Vec<QuadrantEntry> {
    let settings = book.ledger.settings;
    book.series_by_minutes(|series| settings_impact(settings, &series.uid).is_some())
        .into_iter()
        .filter_map(|(_, series, minutes)| {
            let impact = settings_impact(settings, &series.uid)?;
            let series = series_hours(book, series, minutes);
            let much_effort = series.hours_per_week >= MUCH;
            let name = match (impact, much_effort) {
                (Impact::Low, false) => "Snacking",
                (Impact::Low, true) => "Preening",
                (Impact::High, false) => "Quick win",
                (Impact::High, true) => "Worth it",
            };
            Some(QuadrantEntry {
                series,
                impact,
                much_effort,
                name: name.to_owned(),
            })
        })
        .collect()
}
