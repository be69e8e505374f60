use weekwise_model::SeriesHours;

use crate::book::{Book, Series, hours, place};

/// A series as the lenses tell it.
pub(super) fn series_hours(book: &Book<'_>, series: &Series, minutes: i64) -> SeriesHours {
    SeriesHours {
        uid: series.uid.clone(),
        summary: series.summary.clone(),
        category: book.category_of(series),
        hours_per_week: hours(minutes) / book.ledger.period.weeks(),
        times: place(series.claims.len()),
    }
}
