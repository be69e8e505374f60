//! The forward book: how much of the coming weeks is already promised.

use chrono::Days;
use weekwise_model::{BandBreak, Category, ForwardBook, ForwardWeek, Grain, Period, Settings};

use super::question::MeetingsQuestion;
use crate::book::{AnalyzeError, Book, hours, ratio};
use crate::trends::{Bucket, buckets};
use crate::words;

/// How many weeks it holds.
const WEEKS: u64 = 8;
/// Less than this many hours beside a band are rounding.
const ROUNDING: f64 = 0.05;

/// The next eight weeks, this one first.
pub(super) fn forward(
    question: &MeetingsQuestion<'_>,
    settings: &Settings,
) -> Result<ForwardBook, AnalyzeError> {
    let zone = settings.zone;
    let today = question.now.with_timezone(&zone).date_naive();
    let first_day = settings.display.first_day;
    let first = first_day.of(first_day.week_of(today));
    let period = Period::of_days(first, first + Days::new(7 * WEEKS), zone);
    let book = Book::of(question.ahead, period, settings)?;
    let weeks: Vec<ForwardWeek> = buckets(&book, Grain::Week)?
        .iter()
        .map(|bucket| week(&book, bucket))
        .collect();
    let first_break = weeks.iter().find_map(|week| week.breaks.first().cloned());
    Ok(ForwardBook { weeks, first_break })
}

fn week(book: &Book<'_>, bucket: &Bucket) -> ForwardWeek {
    let parts = &bucket.sums.parts;
    let promised: i64 = parts.minutes.iter().sum();
    ForwardWeek {
        week: book.ledger.settings.display.first_day.week_of(bucket.from),
        from: bucket.from,
        to: bucket.to,
        capacity_hours: hours(bucket.sums.capacity),
        promised_hours: hours(promised),
        promised_share: ratio(promised, parts.denominator),
        mix: bucket.mix(book),
        breaks: breaks(book, bucket),
    }
}

/// The bands that cannot hold whatever fills the free time, the greatest break first: above its high end is a category
/// that is promised too much already, below its low end one that all the free time could not lift.
fn breaks(book: &Book<'_>, bucket: &Bucket) -> Vec<BandBreak> {
    let parts = &bucket.sums.parts;
    let week = book.ledger.settings.display.first_day.week_of(bucket.from);
    let all = hours(parts.denominator);
    let free = hours(parts.open_focus + parts.fragments);
    let mut breaks: Vec<BandBreak> = Category::TARGETED
        .into_iter()
        .filter_map(|category| {
            let band = book.ledger.settings.profile.band(category)?;
            let booked = hours(*parts.minutes.get(category.work_index()?)?);
            let (over, under) = (booked - band.high * all, band.low * all - booked - free);
            let name = words::category(category);
            let (hours, text) = if over > ROUNDING {
                let text = format!("{name} is promised {} above its band", words::hours(over));
                (over, text)
            } else if under > ROUNDING {
                let text = format!(
                    "{name} misses its band by {} even with all the time still free",
                    words::hours(under)
                );
                (-under, text)
            } else {
                return None;
            };
            Some(BandBreak {
                week,
                category,
                hours,
                text: format!("{}: {text}.", bucket.label),
            })
        })
        .collect();
    breaks.sort_by(|a, b| b.hours.abs().total_cmp(&a.hours.abs()));
    breaks
}
