//! How figures are written: lengths, hours, shares, counts and days, the same everywhere (product.md section 8, *Figures*).
//!
//! Every sentence and every table of the program writes its figures with these, and the window's own
//! `ui/src/domain/format.ts` is checked against them.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::Category;

/// `45 min`, `1 h`, `1 h 30 min`: a length that people know by the clock, such as that of an event, a block or a gap.
pub fn length(minutes: i64) -> String {
    let sign = if minutes < 0 { "−" } else { "" };
    let size = minutes.unsigned_abs();
    match (size / 60, size % 60) {
        (0, rest) => format!("{sign}{rest} min"),
        (hours, 0) => format!("{sign}{hours} h"),
        (hours, rest) => format!("{sign}{hours} h {rest} min"),
    }
}

/// `45 min`, `2 h`, `5.5 h`: what several lengths add up to, in a sentence; from an hour on to a tenth of one.
pub fn amount(minutes: i64) -> String {
    if minutes.abs() < 60 {
        return length(minutes);
    }
    hours(minutes as f64 / 60.0)
}

/// `2 h`, `5.5 h`, `−0.5 h`: hours in a sentence, to a tenth. What lies in the middle of two tenths goes to the even one.
pub fn hours(hours: f64) -> String {
    let text = hours_in_column(hours);
    text.replace(".0 h", " h")
}

/// `2.0 h`, `5.5 h`: hours among others below each other, with their tenth even where it is 0.
pub fn hours_in_column(hours: f64) -> String {
    let size = format!("{:.1}", hours.abs());
    let sign = if hours < 0.0 && size != "0.0" {
        "−"
    } else {
        ""
    };
    format!("{sign}{size} h")
}

/// `+4.5 h`, `−2 h`, `0 h`: hours that came or went.
pub fn signed_hours(change: f64) -> String {
    signed(change, hours)
}

/// `+4.5 h`, `−2.0 h`, `0.0 h`: the same among others below each other.
pub fn signed_hours_in_column(change: f64) -> String {
    signed(change, hours_in_column)
}

fn signed(change: f64, written: fn(f64) -> String) -> String {
    let text = written(change);
    if change > 0.0 && text != written(0.0) {
        format!("+{text}")
    } else {
        text
    }
}

/// `52 %`: whole per cent; what lies in the middle goes to the even one.
pub fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `1 meeting`, `3 meetings`, `1,200 meetings`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{} {noun}", grouped(number))
}

/// `1,200`: thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `9–15 Nov 2026`, `28 Dec 2026 – 3 Jan 2027`.
pub fn days(first: NaiveDate, last: NaiveDate) -> String {
    let end = last.format("%-d %b %Y");
    if first == last {
        end.to_string()
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{end}", first.day())
    } else if first.year() == last.year() {
        format!("{} – {end}", first.format("%-d %b"))
    } else {
        format!("{} – {end}", first.format("%-d %b %Y"))
    }
}

/// `3, 5 and 8`.
pub fn listed(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `Tuesday`.
pub fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// A title in quotation marks; one that is empty has no name to give.
pub fn title(summary: &str) -> String {
    let summary = summary.trim();
    if summary.is_empty() {
        "an untitled event".to_owned()
    } else {
        format!("“{summary}”")
    }
}

/// A category inside a sentence: `cross-team`.
pub fn category(category: Category) -> &'static str {
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

/// With a capital letter at its start.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// With a small letter at its start, to follow a colon.
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_lowercase);
    // “RFC review” begins with an abbreviation.
    if letters.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn a_length_is_told_by_the_clock_and_a_sum_in_tenths_of_an_hour() {
        assert_eq!(length(90), "1 h 30 min");
        assert_eq!(length(135), "2 h 15 min");
        assert_eq!(length(-30), "−30 min");
        assert_eq!(amount(45), "45 min");
        assert_eq!(amount(135), "2.2 h");
        assert_eq!(amount(120), "2 h");
    }

    #[test]
    fn hours_keep_their_zero_only_below_each_other() {
        assert_eq!(hours(10.0), "10 h");
        assert_eq!(hours_in_column(10.0), "10.0 h");
        assert_eq!(hours(-0.04), "0 h");
        assert_eq!(signed_hours(-3.62), "−3.6 h");
        assert_eq!(signed_hours(0.01), "0 h");
        assert_eq!(signed_hours_in_column(4.4), "+4.4 h");
    }

    #[test]
    fn counts_name_one_and_many_and_keep_thousands_apart() {
        assert_eq!(count(1, "person", "people"), "1 person");
        assert_eq!(count(0, "person", "people"), "0 people");
        assert_eq!(count(1_200, "event", "events"), "1,200 events");
        assert_eq!(count(1_234_567, "event", "events"), "1,234,567 events");
    }

    /// What the window's formatting is checked against: name of its function, what it is given, what it writes.
    fn examples() -> serde_json::Value {
        let minutes = [0, 1, 25, 45, 59, 60, 61, 90, 105, 135, 150, 600, 1445];
        let tenths = [
            0.0, 0.01, 0.04, 0.05, 0.25, 0.75, 1.0, 4.4, 5.26, 6.75, 7.25, 41.0,
        ];
        let shares = [0.0, 0.004, 0.125, 0.284, 0.375, 0.5, 0.999, 1.0];
        let counts = [0, 1, 2, 999, 1_000, 1_200, 1_234_567];
        let signed = tenths.iter().flat_map(|hours| [*hours, -hours]);
        let days = (9..16).filter_map(|day| NaiveDate::from_ymd_opt(2026, 11, day));
        serde_json::json!({
            "length": minutes.map(|minutes| (minutes, length(minutes))),
            "hours": tenths.map(|hours| (hours, hours_in_column(hours))),
            "hoursInText": minutes.map(|minutes| (minutes, amount(minutes))),
            "signedHours": signed.map(|hours| (hours, signed_hours_in_column(hours))).collect::<Vec<_>>(),
            "share": shares.map(|part| (part, percent(part))),
            "count": counts.map(|number| (number, count(number, "event", "events"))),
            "weekdayName": days.map(|day| (day.to_string(), weekday(day))).collect::<Vec<_>>(),
        })
    }

    #[test]
    fn the_window_is_checked_against_these_words() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/domain/words.json");
        let wanted = format!("{:#}\n", examples());
        if std::env::var_os("WEEKWISE_WRITE_TYPES").is_some() {
            std::fs::write(&file, &wanted).unwrap();
        }
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            found.replace('\r', "") == wanted,
            "ui/src/domain/words.json is out of date: run `WEEKWISE_WRITE_TYPES=1 cargo test -p weekwise-model`"
        );
    }
}
