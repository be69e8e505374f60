//! Numbers and dates as people read them.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, TimeDelta};
use unicode_width::UnicodeWidthStr;
use weekwise_model::words::signed_hours_in_column;
use weekwise_model::{
    BandStatus, CategoryShare, IsoWeek, LoadLevel, Metrics, Mix, Report, visible,
};

pub(crate) use weekwise_model::words::{amount, capital, days, hours, percent};

/// `30–40 %`, or nothing where there is no target.
pub(crate) fn band(share: &CategoryShare) -> String {
    match (share.low, share.high) {
        (Some(low), Some(high)) => format!("{:.0}–{:.0} %", low * 100.0, high * 100.0),
        _ => String::new(),
    }
}

/// `−1.0 h`, `+4.4 h`, `in band`, `no target`; nothing where the mix is not judged.
pub(crate) fn gap(share: &CategoryShare, verdict: Verdict) -> String {
    match share.status {
        _ if matches!(verdict, Verdict::Nothing | Verdict::TooLittle) => String::new(),
        BandStatus::Under | BandStatus::Over => signed_hours_in_column(share.gap_hours),
        BandStatus::Within => "in band".to_owned(),
        BandStatus::Untargeted => "no target".to_owned(),
    }
}

/// What a report says about its mix first of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// There is no time to judge.
    Nothing,
    /// There is time, and next to nothing booked in it.
    TooLittle,
    /// Every category is in its band.
    Settled,
    /// So many hours must move.
    ToMove,
}

impl Verdict {
    pub(crate) fn of(report: &Report) -> Self {
        if report.week_mix.denominator_minutes == 0 {
            Self::Nothing
        } else if report.trust.too_little {
            Self::TooLittle
        } else if report.hours_to_move < 0.05 {
            Self::Settled
        } else {
            Self::ToMove
        }
    }

    /// In words, and what follows them: how much time it is about.
    pub(crate) fn words(self, report: &Report) -> (String, String) {
        let total = amount(report.week_mix.denominator_minutes);
        let booked = amount(report.booked_mix.denominator_minutes);
        match self {
            Self::Nothing => {
                let nothing = "No working time and no events in this period.";
                (nothing.to_owned(), String::new())
            }
            Self::TooLittle => (
                "Too little is booked to judge the mix".to_owned(),
                format!("{booked} of {total} are booked"),
            ),
            Self::Settled => (
                "Every category is in its band".to_owned(),
                format!("{total} booked or free"),
            ),
            Self::ToMove => (
                format!("{} to move", hours(report.hours_to_move)),
                format!("so that every category is in its band · {total} booked or free"),
            ),
        }
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

/// The hours in meetings, and what part of capacity they are. Where a calendar hides which events are meetings, from the least
/// to the most they may be, and no level: `2 h to 30 h`, `5 % to 75 %`.
pub(crate) fn meetings(metrics: &Metrics) -> (String, String, &'static str) {
    let (least, perhaps) = (metrics.meeting_hours, metrics.perhaps_meeting_hours);
    if perhaps <= 0.0 {
        let level = load_level(metrics.load_level);
        return (hours(least), percent(metrics.meeting_load), level);
    }
    let most = (least + perhaps).min(metrics.capacity_hours.max(least));
    let load = if metrics.capacity_hours > 0.0 {
        most / metrics.capacity_hours
    } else {
        0.0
    };
    (
        format!("{} to {}", hours(least), hours(most)),
        format!("{} to {}", percent(metrics.meeting_load), percent(load)),
        "",
    )
}

/// `Week 46 · 9–15 Nov 2026` for a whole week, `November 2026`, `Quarter 4 · 1 Oct – 31 Dec 2026`, `Year 2026`, else
/// the days.
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
    named_days(from.date_naive(), to.date_naive() - TimeDelta::days(1))
}

/// What a stretch of whole days is called, the last one included.
pub(crate) fn named_days(first: NaiveDate, last: NaiveDate) -> String {
    let (week, days) = (IsoWeek::of(first), days(first, last));
    let next = last.succ_opt().unwrap_or(last);
    let whole_months = first.day() == 1 && next.day() == 1;
    let months = (last.year() - first.year()) * 12 + i32::try_from(last.month0()).unwrap_or(0)
        - i32::try_from(first.month0()).unwrap_or(0)
        + 1;
    match months {
        _ if first == week.monday() && last == week.sunday() => {
            format!("Week {} · {days}", week.number())
        }
        1 if whole_months => first.format("%B %Y").to_string(),
        3 if whole_months && first.month0().is_multiple_of(3) => {
            format!("Quarter {} · {days}", first.month0() / 3 + 1)
        }
        12 if whole_months && first.month0() == 0 => format!("Year {}", first.year()),
        _ => days,
    }
}

/// `Of the 30 h booked: Deep work 20 %, Review 5 %.`; nothing where nothing is booked.
pub(crate) fn booked_words(mix: &Mix) -> String {
    if mix.denominator_minutes == 0 {
        return String::new();
    }
    let parts: Vec<String> = mix
        .categories
        .iter()
        .filter(|share| share.minutes > 0)
        .map(|share| format!("{} {}", share.category.label(), percent(share.share)))
        .collect();
    format!(
        "Of the {} booked: {}.",
        amount(mix.denominator_minutes),
        parts.join(", ")
    )
}

/// Text filled up to a width in terminal cells.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text moved to the right end of a width in terminal cells.
pub(crate) fn right(text: &str, width: usize) -> String {
    format!("{}{text}", " ".repeat(width.saturating_sub(text.width())))
}

/// Text as it looks: a title from a calendar must not move the cursor, nor look like another one.
pub(crate) fn tame(text: &str) -> String {
    visible(text).into_owned()
}

/// The longest title a page shows.
const LONGEST_TITLE: usize = 160;

/// A title without control characters, and not endless; `No title` where there is none.
pub(crate) fn shortened(title: &str) -> String {
    let tamed = tame(title);
    let tamed = tamed.trim();
    if tamed.is_empty() {
        "No title".to_owned()
    } else if tamed.chars().count() > LONGEST_TITLE {
        let begin: String = tamed.chars().take(LONGEST_TITLE - 1).collect();
        format!("{}…", begin.trim_end())
    } else {
        tamed.to_owned()
    }
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
    fn whole_weeks_months_quarters_and_years_have_names() {
        let named =
            |first: &str, last: &str| named_days(first.parse().unwrap(), last.parse().unwrap());
        assert_eq!(named("2026-11-09", "2026-11-15"), "Week 46 · 9–15 Nov 2026");
        assert_eq!(named("2026-02-01", "2026-02-28"), "February 2026");
        assert_eq!(
            named("2026-10-01", "2026-12-31"),
            "Quarter 4 · 1 Oct – 31 Dec 2026"
        );
        assert_eq!(named("2026-01-01", "2026-12-31"), "Year 2026");
        assert_eq!(
            named("2026-02-01", "2026-04-30"),
            "1 Feb – 30 Apr 2026",
            "three months, but no quarter"
        );
        assert_eq!(named("2026-11-09", "2026-11-22"), "9–22 Nov 2026");
    }

    #[test]
    fn hours_drop_a_zero_and_titles_lose_their_escapes() {
        assert_eq!(hours(4.04), "4 h");
        assert_eq!(hours(5.26), "5.3 h");
        assert_eq!(tame("a\u{1b}[31mb"), "a [31mb");
    }
}
