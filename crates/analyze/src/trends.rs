//! How the weeks change (section 8 of docs/product.md, *Trends*).

mod change_points;
mod volatility;
mod waterfall;

use chrono::{DateTime, Days, NaiveDate, Utc};
use weekwise_model::{
    Category, FirstDay, Grain, Measure, Period, PeriodJson, Settings, Stretch, TrendPeriod,
    TrendsView, Volatility,
};

use crate::AnalyzeError;
use crate::CountedPeriod;
use crate::book::Book;
use crate::buckets::{Bucket, buckets};
use crate::ledger::Ledger;
use crate::metrics::load_level;
use crate::minutes::{hours, minute_of, ratio};
use crate::mix::hours_to_move;
use crate::words;

use volatility::volatility;

/// What is asked about the trends.
#[derive(Debug, Clone, Copy)]
pub struct TrendsQuestion {
    /// How it is cut.
    pub grain: Grain,
    /// Periods that are not over by then are partial.
    pub now: DateTime<Utc>,
    /// The first and the last day the calendars know of: a period that reaches beyond is partial.
    pub known: Option<(NaiveDate, NaiveDate)>,
    /// The two stretches of days (last ones included) whose difference is asked for; without them, the last two whole periods.
    pub compare: Option<[Stretch; 2]>,
}

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
    let mut notes = Vec::new();
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
    !(bucket.whole && over && known)
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
        compare: None,
    };
    Ok(volatility(&usual_weeks(&book, &question)?))
}

/// Every measure, in the order answers list them.
pub(crate) const MEASURES: [Measure; 10] = [
    Measure::DeepWork,
    Measure::OneOnOne,
    Measure::CrossTeam,
    Measure::Review,
    Measure::Strategy,
    Measure::OtherWork,
    Measure::MeetingHours,
    Measure::FocusTime,
    Measure::FragmentedTime,
    Measure::AfterHours,
];

/// The category a measure is about.
pub(crate) fn category_of(measure: Measure) -> Option<Category> {
    Some(match measure {
        Measure::DeepWork => Category::DeepWork,
        Measure::OneOnOne => Category::OneOnOne,
        Measure::CrossTeam => Category::CrossTeam,
        Measure::Review => Category::Review,
        Measure::Strategy => Category::Strategy,
        Measure::OtherWork => Category::OtherWork,
        Measure::MeetingHours
        | Measure::FocusTime
        | Measure::FragmentedTime
        | Measure::AfterHours => return None,
    })
}

/// A measure of one bucket, in hours a week.
pub(crate) fn weekly(bucket: &Bucket, measure: Measure) -> f64 {
    let sums = &bucket.sums;
    let minutes = match measure {
        Measure::MeetingHours => sums.meeting_minutes,
        Measure::FocusTime => sums.focus,
        Measure::FragmentedTime => sums.parts.fragments,
        Measure::AfterHours => sums.after_hours,
        category => {
            let index = category_of(category).and_then(Category::work_index);
            let booked = index.and_then(|index| sums.parts.minutes.get(index));
            let open = if category == Measure::DeepWork {
                sums.parts.open_focus
            } else {
                0
            };
            booked.copied().unwrap_or(0) + open
        }
    };
    hours(minutes) / bucket.weeks().max(1.0 / 7.0)
}

/// The middle of some values; 0 of none.
pub(crate) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle), values.get(middle.wrapping_sub(1))) {
        (Some(upper), Some(lower)) if values.len().is_multiple_of(2) => {
            f64::midpoint(*lower, *upper)
        }
        (Some(middle), _) => *middle,
        _ => 0.0,
    }
}
