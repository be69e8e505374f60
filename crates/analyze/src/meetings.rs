//! Every series with what it costs and what is odd about it (section 8 of docs/product.md, *Meetings*). What could be done is
//! advice's to say.

mod forward;
mod oddities;
mod question;

use std::collections::{BTreeMap, HashMap};

use weekwise_model::{MeetingsView, PeriodJson, SeriesCost, SeriesRow, SeriesTotals, Settings};

use crate::book::{
    AnalyzeError, Book, CountedPeriod, Interval, Series, counting_of_all, days_of, hours,
    instant_of, interval_of, minute_of, place,
};
use crate::metrics::{cost_of, focus_cost_minutes};
use crate::recent::RECENT_WEEKS;
use crate::rhythm::cadence;
use crate::trust::gathered_note;
use crate::words;

pub use question::MeetingsQuestion;

pub(crate) use oddities::duplicates;

/// Single events listed at most, the longest first: of a ten years' list nobody reads more.
const SINGLE: usize = 200;

/// Everything the Meetings screen draws.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn meetings(
    counted: &CountedPeriod,
    question: &MeetingsQuestion<'_>,
) -> Result<MeetingsView, AnalyzeError> {
    let (period, settings) = (counted.period(), counted.settings());
    let book = counted.book();
    let mut marks = oddities::marks(&book);
    let next = next(question, settings);
    let (listed, unlisted) = listed(&book);
    let mut is_listed = vec![false; book.ledger.series.len()];
    for (place, ..) in &listed {
        is_listed[*place] = true;
    }
    let costs: HashMap<String, SeriesCost> = cost_of(&book.ledger, |place| is_listed[place])?
        .into_iter()
        .map(|cost| (cost.uid.clone(), cost))
        .collect();
    let lost = focus_cost_minutes(&book.ledger, &book.cuts);
    let mut rows = Vec::with_capacity(listed.len());
    for (place, series, minutes) in listed {
        let known = Known {
            minutes,
            lost: lost.get(place).copied().unwrap_or(0),
            cost: costs.get(&series.uid),
            next: next.get(series.uid.as_str()).copied(),
        };
        let mut row = row(&book, series, question, &known);
        row.marks = marks.remove(&series.uid).unwrap_or_default();
        rows.push(row);
    }
    let unlisted_minutes = unlisted.iter().sum();
    let unlisted = unlisted.len();
    let (from, to) = days_of(&period);
    let forward = forward::forward(question, settings)?;
    let mut notes = Vec::new();
    if book.ledger.claims.is_empty() {
        notes.push("Nothing is booked in this period.".to_owned());
    } else if rows.iter().all(|row| !row.meeting) {
        notes.push("There are only own blocks in this period, and no meetings.".to_owned());
    }
    notes.extend(gathered_note(&book.ledger));
    if unlisted > 0 {
        notes.push(format!(
            "{} of {} together are not listed.",
            words::count(unlisted, "shorter single event", "shorter single events"),
            words::amount(unlisted_minutes)
        ));
    }
    if period.weeks() > RECENT_WEEKS as f64 {
        notes.push(format!(
            "What a change would give back is measured on the last {RECENT_WEEKS} weeks."
        ));
    }
    Ok(MeetingsView {
        period: PeriodJson::from(&period),
        from,
        to,
        totals: totals(&book, &rows),
        series: rows,
        unlisted: place(unlisted),
        unlisted_minutes,
        changes: Vec::new(),
        forward,
        notes,
    })
}

/// A series with its place in [`Ledger::series`] and its minutes.
type Ranked<'b> = (usize, &'b Series, i64);

/// The series that are listed, most minutes first, and the minutes of each single event that is not.
fn listed<'b>(book: &'b Book<'_>) -> (Vec<Ranked<'b>>, Vec<i64>) {
    let (mut listed, mut unlisted, mut single) = (Vec::new(), Vec::new(), 0);
    for (place, series, minutes) in book.series_by_minutes(|_| true) {
        single += usize::from(!series.recurring);
        if series.recurring || single <= SINGLE {
            listed.push((place, series, minutes));
        } else {
            unlisted.push(minutes);
        }
    }
    (listed, unlisted)
}

/// What is known of a series beside its claims.
struct Known<'k> {
    minutes: i64,
    lost: i64,
    cost: Option<&'k SeriesCost>,
    next: Option<Interval>,
}

fn row(
    book: &Book<'_>,
    series: &Series,
    question: &MeetingsQuestion<'_>,
    known: &Known<'_>,
) -> SeriesRow {
    let ledger = &book.ledger;
    let weeks = ledger.period.weeks();
    let last = book.claims_of(series).last();
    let classified = last.map(|claim| ledger.classified(claim));
    let event = classified.map(|classified| &classified.occurrence.event);
    let classification = classified.map(|classified| &classified.classification);
    let wall = |minute: i64| weekwise_model::wall(instant_of(minute), ledger.period.zone);
    let impact = settings_impact(ledger.settings, &series.uid);
    SeriesRow {
        uid: series.uid.clone(),
        summary: event.map_or_else(|| series.summary.clone(), |event| event.summary.clone()),
        calendar: event
            .and_then(|event| question.calendars.get(&event.calendar))
            .cloned()
            .unwrap_or_default(),
        category: book.category_of(series),
        kind: classification.map_or(weekwise_model::Kind::Other, |found| found.kind),
        meeting: book.claims_of(series).any(|claim| claim.meeting),
        recurring: series.recurring,
        cadence: classified.and_then(|classified| classified.recurrence().and_then(cadence)),
        times: place(series.claims.len()),
        minutes: known.minutes,
        hours_per_week: hours(known.minutes) / weeks,
        people_hours_per_month: known
            .cost
            .and_then(|cost| cost.people_hours_per_month)
            .unwrap_or(0.0),
        people: known.cost.and_then(|cost| cost.people).unwrap_or(1),
        people_known: classified.is_none_or(|classified| classified.people_told().is_some()),
        mine: last.is_some_and(|claim| claim.mine),
        focus_cost: hours(known.lost) / weeks,
        changes: Vec::new(),
        marks: Vec::new(),
        next: known.next.map(|span| wall(span.start)),
        last: last.map(|claim| wall(claim.whole.start)),
        impact,
        gathered: classified
            .filter(|classified| classified.is_written_one_by_one())
            .and_then(|classified| classified.gathered.as_ref())
            .map_or(0, |gathered| gathered.events),
    }
}

pub(crate) fn settings_impact(settings: &Settings, uid: &str) -> Option<weekwise_model::Impact> {
    let marks = settings.marks.impacts.iter();
    marks
        .rev()
        .find(|mark| mark.uid == uid)
        .map(|mark| mark.impact)
}

/// The first counted occurrence of each UID from now on.
fn next<'q>(question: &MeetingsQuestion<'q>, settings: &Settings) -> BTreeMap<&'q str, Interval> {
    let now = minute_of(question.now);
    let counting = counting_of_all(question.ahead, settings);
    let mut next: BTreeMap<&str, Interval> = BTreeMap::new();
    for (classified, counting) in question.ahead.iter().zip(counting) {
        let span = interval_of(classified.occurrence.span.instants(settings.zone));
        if span.start < now || !matches!(counting, weekwise_model::Counting::Counted { .. }) {
            continue;
        }
        let entry = next.entry(classified.series_uid()).or_insert(span);
        *entry = span.min(*entry);
    }
    next
}

fn totals(book: &Book<'_>, rows: &[SeriesRow]) -> SeriesTotals {
    let ledger = &book.ledger;
    let recurring = |row: &&SeriesRow| row.meeting && row.recurring;
    let weekly = |minutes: i64| hours(minutes) / ledger.period.weeks();
    let meeting_minutes = |recurring: bool| -> i64 {
        let claims = ledger.claims.iter().zip(&book.totals.of_claim);
        claims
            .filter(|(claim, _)| claim.meeting)
            .filter(|(claim, _)| {
                let series = ledger.series.get(claim.series);
                series.is_some_and(|series| series.recurring) == recurring
            })
            .map(|(_, minutes)| minutes)
            .sum()
    };
    SeriesTotals {
        recurring: place(rows.iter().filter(recurring).count()),
        recurring_hours_per_week: weekly(meeting_minutes(true)),
        single_hours_per_week: weekly(meeting_minutes(false)),
        people_hours_per_month: rows.iter().map(|row| row.people_hours_per_month).sum(),
        focus_cost: weekly(without_recurring(book)),
    }
}

/// Focus minutes without any recurring meeting − focus minutes as they are.
fn without_recurring(book: &Book<'_>) -> i64 {
    let ledger = &book.ledger;
    let focus_minutes = ledger.focus_minutes();
    let mut scratch = Vec::new();
    let days = ledger.days.iter().zip(book.cuts.iter());
    days.map(|(day, cut)| {
        let without = day.focus_time(&ledger.claims, focus_minutes, &mut scratch, |_, claim| {
            let series = ledger.series.get(claim.series);
            let gone = claim.meeting && series.is_some_and(|series| series.recurring);
            (!gone).then_some(claim.span)
        });
        without - cut.focus_time(focus_minutes)
    })
    .sum()
}
