//! How the weeks change (section 8 of docs/product.md, *Trends*).

mod buckets;
mod change_points;
mod measures;
mod question;
mod volatility;
mod waterfall;

use chrono::{Days, NaiveDate};
use weekwise_model::{
    FirstDay, Grain, Period, PeriodJson, Settings, TrendPeriod, TrendsView, Volatility,
};

use crate::book::{
    AnalyzeError, Book, CountedPeriod, Ledger, hours, hours_to_move, median, minute_of, ratio,
};
use crate::metrics::load_level;
use crate::words;

pub use question::TrendsQuestion;

pub(crate) use buckets::{Bucket, buckets};

use volatility::volatility;

/// Everything the Trends screen draws. The occurrences that were counted cover the stretches to compare too.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn trends(
    counted: &CountedPeriod,
    question: &TrendsQuestion,
) -> Result<TrendsView, AnalyzeError> {
    let book = counted.book();
    let settings = counted.settings();
    let parts = buckets(&book, question.grain)?;
    let periods: Vec<TrendPeriod> = parts
        .iter()
        .map(|bucket| trend_period(&book, bucket, question))
        .collect();
    let usable = usable(&parts, &periods);
    let mut notes: Vec<String> = told_note(question, &periods).into_iter().collect();
    if usable.len() < change_points::FEWEST {
        let usable = match usable.len() {
            0 => "There is no whole, usual period".to_owned(),
            n => format!(
                "Only {}",
                words::count(n, "whole, usual period", "whole, usual periods")
            ),
        };
        notes.push(format!(
            "{usable}: too little to tell where a level changed."
        ));
    }
    if !periods.iter().any(|p| p.mix.denominator_minutes > 0) {
        notes.push(
            "Nothing is booked, and there are no working hours: there is no trend.".to_owned(),
        );
    } else if book.ledger.claims.is_empty() {
        notes.push("Nothing is booked in this period.".to_owned());
    }
    let weeks = if question.grain == Grain::Week {
        usable.iter().map(|&at| parts[at].clone()).collect()
    } else {
        usual_weeks(&book, question)?
    };
    Ok(TrendsView {
        period: PeriodJson::from(&counted.period()),
        grain: question.grain,
        profile: settings.profile.clone(),
        change_points: change_points::change_points(&book, question.grain, &parts, &usable)?,
        waterfall: waterfall::waterfall(&book.ledger, question, &periods)?,
        volatility: volatility(&weeks),
        told: question.told,
        periods,
        notes,
    })
}

fn trend_period(book: &Book<'_>, bucket: &Bucket, question: &TrendsQuestion) -> TrendPeriod {
    let sums = &bucket.sums;
    let mix = bucket.mix(book);
    let load = ratio(sums.meeting_minutes, sums.capacity);
    TrendPeriod {
        id: bucket.id.clone(),
        label: bucket.label.clone(),
        from: bucket.from,
        to: bucket.to,
        partial: is_partial(book, bucket, question),
        series_only: is_series_only(bucket, question),
        promised: is_promised(book, bucket, question),
        unusual: unusual(bucket, book.ledger.settings),
        capacity_hours: hours(sums.capacity),
        meeting_hours: hours(sums.meeting_minutes),
        meeting_load: load,
        load_level: load_level(load),
        focus_minutes: sums.focus,
        fragmented_minutes: sums.parts.fragments,
        after_hours_minutes: sums.after_hours,
        survival: (sums.booked_focus > 0)
            .then(|| ratio(sums.booked_focus - sums.taken_focus, sums.booked_focus)),
        hours_to_move: hours_to_move(&mix),
        mornings: sums.mornings,
        meetings: u32::try_from(sums.meetings).unwrap_or(u32::MAX),
        mix,
    }
}

fn is_partial(book: &Book<'_>, bucket: &Bucket, question: &TrendsQuestion) -> bool {
    let first_day = book.ledger.settings.display.first_day;
    let next = bucket.to.succ_opt().unwrap_or(bucket.to);
    let over = minute_of(book.ledger.period.midnight(next)) <= minute_of(question.now);
    let known = question.known.is_none_or(|(first, last)| {
        first
            <= bucket
                .from
                .max(first_weekday(bucket.from, first, first_day))
            && bucket.from <= last
    });
    !(bucket.whole && over && known) || reaches_beyond(bucket, question)
}

/// Whether the export does not tell all of a period.
fn reaches_beyond(bucket: &Bucket, question: &TrendsQuestion) -> bool {
    let told = question.told;
    told.is_some_and(|told| bucket.from < told.from || told.to < bucket.to)
}

/// Whether the export tells nothing of a period but its series.
fn is_series_only(bucket: &Bucket, question: &TrendsQuestion) -> bool {
    let told = question.told;
    told.is_some_and(|told| bucket.to < told.from || told.to < bucket.from)
}

fn is_promised(book: &Book<'_>, bucket: &Bucket, question: &TrendsQuestion) -> bool {
    minute_of(book.ledger.period.midnight(bucket.from)) > minute_of(question.now)
}

/// Says that the export tells only part of what is shown.
fn told_note(question: &TrendsQuestion, periods: &[TrendPeriod]) -> Option<String> {
    let told = question.told?;
    let past = |period: &&TrendPeriod| period.series_only && !period.promised;
    periods.iter().find(past)?;
    Some(format!(
        "The export tells of {}; beyond, only series are known, so nothing is compared or claimed there.",
        words::days(told.from, told.to)
    ))
}

/// A calendar whose first event is in the week begins with the week.
fn first_weekday(from: NaiveDate, first: NaiveDate, first_day: FirstDay) -> NaiveDate {
    if first_day.week_of(from) == first_day.week_of(first) {
        first
    } else {
        from
    }
}

fn unusual(bucket: &Bucket, settings: &Settings) -> Option<String> {
    let first_day = settings.display.first_day;
    let marked: Vec<_> = settings
        .marks
        .unusual_weeks
        .iter()
        .filter(|mark| {
            bucket.from <= first_day.last_of(mark.week) && first_day.of(mark.week) <= bucket.to
        })
        .collect();
    match marked.as_slice() {
        [] => None,
        [only]
            if bucket.from == first_day.of(only.week)
                && bucket.to == first_day.last_of(only.week) =>
        {
            let why = only.why.trim();
            Some(if why.is_empty() { "Unusual" } else { why }.to_owned())
        }
        several => Some(words::count(several.len(), "unusual week", "unusual weeks")),
    }
}

/// A period with less than this part of the usual capacity says little about how the time is spent.
const SHORT: f64 = 0.6;

/// Places of the periods that can be compared: whole, usual, booked enough to tell, and with about the usual capacity.
fn usable(buckets: &[Bucket], periods: &[TrendPeriod]) -> Vec<usize> {
    let whole: Vec<usize> = (0..buckets.len())
        .filter(|&at| !periods[at].partial && !buckets[at].is_sparse())
        .filter(|&at| periods[at].unusual.is_none() || buckets[at].days.len() > 7)
        .collect();
    let usual = median(whole.iter().map(|&at| periods[at].capacity_hours).collect());
    whole
        .into_iter()
        .filter(|&at| periods[at].capacity_hours >= usual * SHORT)
        .collect()
}

/// The whole, usual weeks of a book.
fn usual_weeks(book: &Book<'_>, question: &TrendsQuestion) -> Result<Vec<Bucket>, AnalyzeError> {
    let weeks = buckets(book, Grain::Week)?;
    let periods: Vec<TrendPeriod> = weeks
        .iter()
        .map(|bucket| trend_period(book, bucket, question))
        .collect();
    let usable = usable(&weeks, &periods);
    Ok(usable.into_iter().map(|at| weeks[at].clone()).collect())
}

/// How much each measure swings over the last 12 whole weeks up to a period's end.
pub(crate) fn recent_volatility(ledger: &Ledger<'_>) -> Result<Vec<Volatility>, AnalyzeError> {
    let period = &ledger.period;
    let first_day = ledger.settings.display.first_day;
    let end = first_day.of(first_day.week_of(period.to.with_timezone(&period.zone).date_naive()));
    let start = end - Days::new(7 * volatility::WEEKS);
    let weeks = Period::of_days(start, end, period.zone);
    let book = Book::within(ledger, weeks)?;
    let question = TrendsQuestion {
        grain: Grain::Week,
        now: weeks.to,
        known: None,
        told: None,
        compare: None,
    };
    Ok(volatility(&usual_weeks(&book, &question)?))
}
