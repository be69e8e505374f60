use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use weekwise_ical::{Expansion, Imported, Input, import};
use weekwise_model::{Outcome, Span, Status};

/// Reads one text.
pub fn read(text: impl Into<Vec<u8>>) -> Imported {
    import(vec![Input::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into(),
    }])
}

/// A calendar around the lines of components.
pub fn calendar(body: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{body}END:VCALENDAR\r\n")
}

/// The first instant of a day, in UTC.
pub fn utc(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(year, month, day, 0, 0, 0).unwrap()
}

/// A folder of this test alone, empty.
pub fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Everything of two years.
pub fn years(imported: &Imported, first: i32, last: i32, zone: Tz) -> Expansion {
    imported.expand(utc(first, 1, 1), utc(last + 1, 1, 1), zone)
}

/// Occurrences as lines: `start/end summary`, with a status where it is not confirmed.
pub fn lines(expansion: &Expansion) -> Vec<String> {
    expansion
        .occurrences
        .iter()
        .map(|o| {
            let span = match o.span {
                Span::Timed { start, end } => format!(
                    "{}/{}",
                    start.to_rfc3339_opts(SecondsFormat::Secs, true),
                    end.to_rfc3339_opts(SecondsFormat::Secs, true)
                ),
                Span::AllDay { start, end } => format!("{start}/{end}"),
            };
            let status = match o.event.status {
                Status::Confirmed => "",
                Status::Tentative => " (tentative)",
                Status::Cancelled => " (cancelled)",
            };
            format!("{span} {}{status}", o.event.summary)
        })
        .collect()
}

/// A VEVENT of the file is in the result, or a diagnostic says that it is not.
pub fn assert_nothing_is_lost(imported: &Imported) {
    let report = imported.check(&Expansion::default());
    let found: usize = report.files.iter().map(|f| f.events).sum();
    let left_out: usize = report.files.iter().map(|f| f.left_out).sum();
    assert_eq!(
        found,
        imported.events().count() + left_out,
        "found = kept + left out"
    );
    let told = report
        .diagnostics
        .iter()
        .filter(|d| d.outcome == Outcome::LeftOut && d.line > 0)
        .count();
    assert_eq!(
        told, left_out,
        "each left-out event is told: {:#?}",
        report.diagnostics
    );
    for d in &report.diagnostics {
        assert!(
            !d.file.is_empty() && !d.problem.is_empty() && !d.remedy.is_empty(),
            "{d:?}"
        );
    }
}
