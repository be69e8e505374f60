//! Numbers and dates as people read them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};
use unicode_width::UnicodeWidthStr;
use weekwise_model::{BandStatus, CategoryShare, IsoWeek, LoadLevel, Report};

/// `28 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// `5.3 h`, `4 h`.
pub(crate) fn hours(hours: f64) -> String {
    let text = format!("{hours:.1}");
    format!("{} h", text.strip_suffix(".0").unwrap_or(&text))
}

/// Minutes as hours.
pub(crate) fn hours_of(minutes: i64) -> String {
    hours(minutes as f64 / 60.0)
}

/// `30–40 %`, or nothing where there is no target.
pub(crate) fn band(share: &CategoryShare) -> String {
    match (share.low, share.high) {
        (Some(low), Some(high)) => format!("{:.0}–{:.0} %", low * 100.0, high * 100.0),
        _ => String::new(),
    }
}

/// `−1.0 h`, `+4.4 h`, `in band`, `no target`.
pub(crate) fn gap(share: &CategoryShare) -> String {
    match share.status {
        BandStatus::Under => format!("−{:.1} h", share.gap_hours.abs()),
        BandStatus::Over => format!("+{:.1} h", share.gap_hours.abs()),
        BandStatus::Within => "in band".to_owned(),
        BandStatus::Untargeted => "no target".to_owned(),
    }
}

/// How a load is called, to follow a number; empty when it is fine.
pub(crate) fn load_level(level: LoadLevel) -> &'static str {
    match level {
        LoadLevel::Fine => "",
        LoadLevel::Watch => "watch",
        LoadLevel::High => "high",
        LoadLevel::Overload => "overload",
    }
}

/// `Week 46 · 9–15 Nov 2026` for a whole week, else `1 Oct – 31 Dec 2026`.
pub(crate) fn title(report: &Report) -> String {
    let at = |text: &str| DateTime::parse_from_rfc3339(text).ok();
    let (Some(from), Some(to)) = (at(&report.period.from), at(&report.period.to)) else {
        return format!("{} – {}", report.period.from, report.period.to);
    };
    let midnight = |at: DateTime<FixedOffset>| at.time() == chrono::NaiveTime::MIN;
    if !midnight(from) || !midnight(to) {
        return format!(
            "{} – {}",
            from.format("%-d %b %Y %H:%M"),
            to.format("%-d %b %Y %H:%M")
        );
    }
    let (first, last) = (from.date_naive(), to.date_naive() - TimeDelta::days(1));
    let week = IsoWeek::of(first);
    let days = days(first, last);
    if first == week.monday() && last == week.sunday() {
        format!("Week {} · {days}", week.number())
    } else {
        days
    }
}

/// `9–15 Nov 2026`, `28 Dec 2026 – 3 Jan 2027`.
pub(crate) fn days(first: NaiveDate, last: NaiveDate) -> String {
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

/// Text filled up to a width in terminal cells.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text moved to the right end of a width in terminal cells.
pub(crate) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text without control characters: a title from a calendar must not move the cursor.
pub(crate) fn tame(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_name_the_month_and_year_only_as_often_as_needed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(days(day("2026-11-09"), day("2026-11-15")), "9–15 Nov 2026");
        assert_eq!(
            days(day("2026-11-30"), day("2026-12-06")),
            "30 Nov – 6 Dec 2026"
        );
        assert_eq!(
            days(day("2026-12-28"), day("2027-01-03")),
            "28 Dec 2026 – 3 Jan 2027"
        );
    }

    #[test]
    fn hours_drop_a_zero_and_titles_lose_their_escapes() {
        assert_eq!(hours(4.04), "4 h");
        assert_eq!(hours(5.26), "5.3 h");
        assert_eq!(tame("a\u{1b}[31mb"), "a [31mb");
    }
}
