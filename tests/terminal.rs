//! What people read in the terminal, whole.

use crate::program::weekwise;

fn printed(args: &[&str]) -> String {
    let output = weekwise().args(args).output().unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_report_on_the_demo_calendar() {
    insta::assert_snapshot!(printed(&["report", "--demo", "--week", "2026-W46"]));
}

#[test]
fn the_report_as_markdown() {
    insta::assert_snapshot!(printed(&[
        "report", "--demo", "--week", "2026-W46", "--format", "md"
    ]));
}

#[test]
fn a_quarter_looked_back_on() {
    insta::assert_snapshot!(printed(&["review", "--demo", "--quarter", "2026-Q3"]));
}

#[test]
fn a_month_looked_back_on_in_the_terminal() {
    insta::assert_snapshot!(printed(&[
        "review", "--demo", "--month", "2026-10", "--format", "text"
    ]));
}

#[test]
fn a_look_back_is_written_to_a_file_in_every_form() {
    let folder = tempfile::TempDir::new().unwrap();
    for (format, begins) in [
        ("pdf", "%PDF"),
        ("html", "<!doctype html>"),
        ("md", "# How I spent 2026"),
        ("text", "How I spent 2026"),
        ("json", "{\n  \"title\": \"How I spent 2026\""),
    ] {
        let file = folder.path().join(format);
        let name = file.to_str().unwrap();
        let said = printed(&[
            "review", "--demo", "--year", "2026", "--format", format, "-o", name,
        ]);
        assert_eq!(said, "", "{format}");
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with(begins), "{format}");
    }
}

#[test]
fn a_day_of_events_as_a_table() {
    insta::assert_snapshot!(printed(&[
        "events",
        "--demo",
        "--from",
        "2026-11-10",
        "--to",
        "2026-11-11"
    ]));
}

#[test]
fn a_day_of_events_as_csv() {
    insta::assert_snapshot!(printed(&[
        "events",
        "--demo",
        "--from",
        "2026-11-10",
        "--to",
        "2026-11-11",
        "--format",
        "csv"
    ]));
}

#[test]
fn the_same_week_in_another_zone_starts_at_its_own_midnight() {
    let json = printed(&[
        "report",
        "--demo",
        "--week",
        "2026-W46",
        "--tz",
        "America/New_York",
        "--format",
        "json",
    ]);
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(report["period"]["from"], "2026-11-09T00:00:00-05:00");
    assert_eq!(report["demo"], true);
}

#[test]
fn every_shipped_profile_can_be_compared_with() {
    for profile in [
        "staff-plus",
        "tech-lead",
        "architect",
        "solver",
        "right-hand",
        "senior",
        "principal",
    ] {
        let json = printed(&["report", "--demo", "--profile", profile, "--format", "json"]);
        let report: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(report["profile"], profile);
    }
}

#[test]
fn completions_and_the_manual_page_are_printed() {
    assert!(printed(&["completions", "bash"]).contains("weekwise"));
    assert!(printed(&["man"]).contains(".TH weekwise"));
}
