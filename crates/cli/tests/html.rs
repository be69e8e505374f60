//! The report as a page: complete in itself, and calendar text stays text.

use weekwise_engine::{Clock, Opened, PeriodChoice, SettingsChange, Source};
use weekwise_report::report_html;

fn page_of(source: Source) -> String {
    let clock = Clock::fixed("2026-11-12T10:00:00Z".parse().unwrap());
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    let opened = Opened::read(source, &berlin, &clock).unwrap();
    let report = opened.report(&PeriodChoice::Default, &clock).unwrap();
    report_html(&report, "Staff+").unwrap()
}

#[test]
fn the_page_needs_nothing_from_outside_and_runs_nothing() {
    let page = page_of(Source::Demo);
    for foreign in [
        "<script",
        "http:",
        "https:",
        "src=",
        "@import",
        "javascript:",
        "<link",
    ] {
        assert!(!page.contains(foreign), "{foreign}");
    }
    assert!(page.starts_with("<!doctype html>"));
    assert!(page.contains("prefers-color-scheme: dark") && page.contains("@media print"));
    assert!(page.contains("Week 46 · 9–15 Nov 2026") && page.contains("to move"));
}

#[test]
fn every_category_has_a_bar_that_says_itself_in_words() {
    let page = page_of(Source::Demo);
    for label in [
        "Deep work",
        "1:1s &amp; mentoring",
        "Cross-team",
        "Review",
        "Strategy",
        "Other work",
    ] {
        assert!(page.contains(&format!("aria-label=\"{label}: ")), "{label}");
    }
    assert_eq!(page.matches("role=\"img\"").count(), 6);
    // Other work has no band.
    assert_eq!(page.matches("fill=\"var(--band)\"").count(), 5);
    assert!(!page.contains("NaN"));
}

#[test]
fn a_title_that_looks_like_a_tag_stays_a_title() {
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20261109T080000Z\r\nDTEND:20261109T100000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:<script>alert(1)</script> sync\r\nORGANIZER:mailto:a@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:b@example.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let page = page_of(Source::Bytes {
        name: "t.ics".to_owned(),
        bytes: text.as_bytes().to_vec(),
    });
    assert!(!page.contains("<script"), "{page}");
    assert!(page.contains("&lt;script&gt;"));
}
