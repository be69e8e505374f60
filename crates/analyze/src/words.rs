//! What sentences about a calendar are made of, beside the words every room shares.

use chrono::NaiveDate;
use chrono_tz::Tz;
use weekwise_model::{Category, Display};

pub(crate) use weekwise_model::words::{
    amount, capital, count, hours, length, percent, signed_hours, weekday,
};

use crate::book::instant_of;

/// `17:00`, on the wall clock of a zone.
pub(crate) fn clock(minute: i64, zone: Tz, display: Display) -> String {
    display.clock(instant_of(minute).with_timezone(&zone).time())
}

/// A title in quotation marks; one that is empty has no name to give.
pub(crate) fn title(summary: &str) -> String {
    let summary = summary.trim();
    if summary.is_empty() {
        "an untitled event".to_owned()
    } else {
        format!("“{summary}”")
    }
}

/// A category inside a sentence.
pub(crate) fn category(category: Category) -> &'static str {
    match category {
        Category::DeepWork => "deep work",
        Category::OneOnOne => "1:1s",
        Category::CrossTeam => "cross-team",
        Category::Review => "review",
        Category::Strategy => "strategy",
        Category::OtherWork => "other work",
        Category::Personal => "personal time",
    }
}

/// `30 min earlier`, `1 h later`.
pub(crate) fn shift(minutes: i64) -> String {
    let side = if minutes < 0 { "earlier" } else { "later" };
    format!("{} {side}", length(minutes.abs()))
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
