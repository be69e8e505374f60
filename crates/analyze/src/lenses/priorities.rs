//! Written priorities: which time served which.

use hashbrown::HashMap;

use chrono::NaiveDate;
use weekwise_model::{Category, Event, IsoWeek, PriorityView, SeriesHours};

use super::series_hours::series_hours;
use crate::book::{Book, Series, hours, ratio};
use crate::words;

/// Series told for each priority.
const NAMED: usize = 12;

/// Of each claim, the priorities it serves, by their places in the settings. A VEVENT is read once, however often it
/// occurs.
pub(super) fn served(book: &Book<'_>) -> Vec<Vec<usize>> {
    let ledger = &book.ledger;
    let words: Vec<Vec<String>> = ledger
        .settings
        .marks
        .priorities
        .iter()
        .map(|priority| {
            let words = priority.words.iter().map(|word| spaced(word));
            words.filter(|word| !word.trim().is_empty()).collect()
        })
        .collect();
    if words.is_empty() {
        return vec![Vec::new(); ledger.claims.len()];
    }
    let mut known: HashMap<*const Event, Vec<usize>> = HashMap::new();
    ledger
        .claims
        .iter()
        .map(|claim| {
            let event = &ledger.classified(claim).occurrence.event;
            let of_event = || {
                let text = spaced(&format!(
                    "{} {} {}",
                    event.summary,
                    event.description,
                    event.categories.join(" ")
                ));
                let serves =
                    |words: &Vec<String>| words.iter().any(|word| text.contains(word.as_str()));
                (0..words.len())
                    .filter(|&at| words.get(at).is_some_and(serves))
                    .collect()
            };
            known
                .entry(std::sync::Arc::as_ptr(event))
                .or_insert_with(of_event)
                .clone()
        })
        .collect()
}

/// A text in lower case with one space around each word, so that whole words are found.
fn spaced(text: &str) -> String {
    let mut spaced = String::from(" ");
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        spaced.push_str(&word.to_lowercase());
        spaced.push(' ');
    }
    spaced
}

/// Each priority's hours, and its weeks without.
pub(super) fn told(book: &Book<'_>, served: &[Vec<usize>]) -> Vec<PriorityView> {
    let ledger = &book.ledger;
    let priorities = ledger.settings.marks.priorities.iter().enumerate();
    priorities
        .map(|(at, priority)| {
            let mut minutes = 0.0;
            let mut weeks: Vec<IsoWeek> = Vec::new();
            let mut last: Option<NaiveDate> = None;
            let mut by_series: HashMap<usize, i64> = HashMap::new();
            for (place, (claim, serves)) in ledger.claims.iter().zip(served).enumerate() {
                if !serves.contains(&at) {
                    continue;
                }
                let got = book.totals.of_claim.get(place).copied().unwrap_or(0);
                // One that names several is shared among them.
                minutes += got as f64 / serves.len() as f64;
                *by_series.entry(claim.series).or_default() += got;
                let day = book.date_of(claim.span);
                weeks.push(IsoWeek::of(day));
                last = last.max(Some(day));
            }
            let minutes = whole(minutes);
            let weeks_without: Vec<IsoWeek> = worked_weeks(book)
                .into_iter()
                .filter(|week| !weeks.contains(week))
                .collect();
            let mut series: Vec<(i64, &Series)> = by_series
                .into_iter()
                .filter_map(|(series, minutes)| Some((minutes, ledger.series.get(series)?)))
                .collect();
            series.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.uid.cmp(&b.1.uid)));
            PriorityView {
                name: priority.name.clone(),
                words: priority.words.clone(),
                minutes,
                share: ratio(minutes, book.totals.counted),
                text: text(book, minutes, weeks_without.len()),
                weeks_without,
                last,
                series: series
                    .into_iter()
                    .take(NAMED)
                    .map(|(minutes, series)| series_hours(book, series, minutes))
                    .collect(),
            }
        })
        .collect()
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "minutes of a period are far below the limit"
)]
fn whole(minutes: f64) -> i64 {
    minutes.round() as i64
}

/// The weeks of the period with working time, in order.
fn worked_weeks(book: &Book<'_>) -> Vec<IsoWeek> {
    let days = book.ledger.days.iter().filter(|day| !day.work.is_empty());
    let mut weeks: Vec<IsoWeek> = days.map(|day| IsoWeek::of(day.date)).collect();
    weeks.dedup();
    weeks
}

fn text(book: &Book<'_>, minutes: i64, without: usize) -> String {
    let weeks = worked_weeks(book).len();
    let in_weeks = words::count(weeks, "week", "weeks");
    match (minutes, without) {
        (0, _) => format!("No time in {in_weeks}."),
        (_, 0) => format!(
            "{} in {in_weeks}, {} a week; no week without.",
            words::amount(minutes),
            words::hours(hours(minutes) / weeks.max(1) as f64)
        ),
        (_, without) => format!(
            "{} in {in_weeks}; {without} without.",
            words::amount(minutes)
        ),
    }
}

/// Counted minutes that serve no priority.
pub(super) fn unserved(book: &Book<'_>, served: &[Vec<usize>]) -> i64 {
    let claims = book.totals.of_claim.iter().zip(served);
    claims
        .filter(|(_, serves)| serves.is_empty())
        .map(|(minutes, _)| minutes)
        .sum()
}

/// Recurring meetings of which no occurrence serves a priority. 1:1s serve people.
pub(super) fn serve_none(book: &Book<'_>, served: &[Vec<usize>]) -> Vec<SeriesHours> {
    if book.ledger.settings.marks.priorities.is_empty() {
        return Vec::new();
    }
    let none = |series: &Series| {
        let meets = book.claims_of(series).any(|claim| claim.meeting);
        let serves = |&place: &usize| served.get(place).is_some_and(|serves| !serves.is_empty());
        series.recurring
            && meets
            && book.category_of(series) != Category::OneOnOne
            && !series.claims.iter().any(serves)
    };
    book.series_by_minutes(none)
        .into_iter()
        .map(|(_, series, minutes)| series_hours(book, series, minutes))
        .collect()
}
