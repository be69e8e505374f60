//! What sentences about a calendar are made of, beside the words every room shares.

use chrono::NaiveDate;
use chrono_tz::Tz;
use weekwise_model::Display;

pub(crate) use weekwise_model::words::{
    amount, capital, category, count, hours, length, percent, signed_hours, title, weekday,
};

use crate::book::instant_of;

/// `17:00`, on the wall clock of a zone.
pub(crate) fn clock(minute: i64, zone: Tz, display: Display) -> String {
    display.clock(instant_of(minute).with_timezone(&zone).time())
}

/// `1 Oct 2026 – 31 Oct 2026`.
pub(crate) fn days(from: NaiveDate, to: NaiveDate) -> String {
    let day = |day: NaiveDate| day.format("%-d %b %Y").to_string();
    if from == to {
        day(from)
    } else {
        format!("{} – {}", day(from), day(to))
    }
}
