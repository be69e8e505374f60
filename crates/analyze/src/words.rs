//! Figures as people read them.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use weekwise_model::{Category, Display};

use crate::book::instant_of;

/// `45 min`, `2 h`, `5.5 h`.
pub(crate) fn hours(minutes: i64) -> String {
    if minutes.abs() < 60 {
        return format!("{minutes} min");
    }
    decimal_hours(minutes as f64 / 60.0)
}

/// `2 h`, `5.5 h`: rounded to a tenth.
pub(crate) fn decimal_hours(hours: f64) -> String {
    let text = format!("{hours:.1}");
    format!("{} h", text.strip_suffix(".0").unwrap_or(&text))
}

/// `52 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `17:00`, on the wall clock of a zone.
pub(crate) fn clock(minute: i64, zone: Tz, display: Display) -> String {
    display.clock(instant_of(minute).with_timezone(&zone).time())
}

/// `Tuesday`.
pub(crate) fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    }
}

/// `3 meetings`, `1 meeting`.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

/// With a capital letter at its start.
pub(crate) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// With a small letter at its start, to follow a colon.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    first.into_iter().flatten().chain(letters).collect()
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
    format!("{} {side}", hours(minutes.abs()))
}

/// `+4.5 h`, `−2 h`.
pub(crate) fn signed_hours(hours: f64) -> String {
    let sign = if hours < 0.0 { "−" } else { "+" };
    format!("{sign}{}", decimal_hours(hours.abs()))
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
