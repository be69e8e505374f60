//! One week small enough to count on paper, through the whole program.
//!
//! Monday: focus 9–11, a cross-team meeting 13–14. Tuesday: a 1:1 10–11 and a design review 10:30–11:30, so half
//! an hour is claimed twice and shared. Wednesday: leave. Thursday: a declined meeting. Friday: strategy 16–18, an
//! hour of it after hours, and a cancelled guild.

use serde_json::Value;

use crate::program::{calendar, weekwise};

const WEEK: &str = "one_week_whose_minutes_are_counted_by_hand.ics";

fn report(extra: &[&str]) -> Value {
    let output = weekwise()
        .arg("report")
        .arg(calendar(WEEK))
        .args([
            "--week",
            "2026-W46",
            "--tz",
            "Europe/Berlin",
            "--me",
            "sam@example.org",
            "--format",
            "json",
        ])
        .args(extra)
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

fn minutes(report: &Value, category: &str, field: &str) -> i64 {
    let categories = report["week_mix"]["categories"].as_array().unwrap();
    categories
        .iter()
        .find(|c| c["category"] == category)
        .unwrap()[field]
        .as_i64()
        .unwrap()
}

#[test]
fn every_minute_is_where_paper_puts_it() {
    let report = report(&[]);
    // Four days of eight hours, and one hour of counted work after hours.
    assert_eq!(report["week_mix"]["denominator_minutes"], 4 * 480 + 60);
    assert_eq!(minutes(&report, "deep_work", "minutes"), 120);
    // Mon 11–13 and 14–17, Tue 11:30–17, Thu 9–17, Fri 9–16.
    assert_eq!(
        minutes(&report, "deep_work", "open_focus_minutes"),
        120 + 180 + 330 + 480 + 420
    );
    // The half hour both claim is shared.
    assert_eq!(minutes(&report, "one_on_one", "minutes"), 45);
    assert_eq!(minutes(&report, "review", "minutes"), 45);
    assert_eq!(minutes(&report, "cross_team", "minutes"), 60);
    assert_eq!(minutes(&report, "strategy", "minutes"), 120);
    assert_eq!(minutes(&report, "other_work", "minutes"), 0);
    // Tue 9–10.
    assert_eq!(report["week_mix"]["fragment_minutes"], 60);
}

#[test]
fn load_conflicts_and_after_hours_agree_with_paper() {
    let report = report(&[]);
    let metrics = &report["metrics"];
    assert_eq!(metrics["capacity_hours"], 32.0);
    // One hour on Monday, an hour and a half on Tuesday, one hour on Friday inside working time.
    assert_eq!(metrics["meeting_hours"], 3.5);
    assert_eq!(metrics["conflicts"]["hours"], 0.5);
    assert_eq!(metrics["after_hours"], 1.0);
    assert_eq!(
        report["booked_mix"]["denominator_minutes"],
        120 + 60 + 90 + 120
    );
}

#[test]
fn lunch_is_no_working_time() {
    let report = report(&["--hours", "09:00-12:00,13:00-17:00"]);
    assert_eq!(report["metrics"]["capacity_hours"], 28.0);
    assert_eq!(report["week_mix"]["denominator_minutes"], 4 * 420 + 60);
}

#[test]
fn a_stay_has_the_hours_there() {
    // Tuesday and Wednesday are spent in Los Angeles: nine to five there is 18:00 to 02:00 here. Tuesday has 6 h, and the
    // other two lie on Wednesday, whose own hours are taken by leave; Thursday is nine to five at home again.
    let report = report(&["--stay", "2026-11-10..2026-11-11=America/Los_Angeles"]);
    let capacity = |day: &str| {
        let days = report["metrics"]["days"].as_array().unwrap();
        let found = days.iter().find(|entry| entry["day"] == day);
        found.map_or(0.0, |entry| entry["capacity_hours"].as_f64().unwrap())
    };
    assert!((capacity("2026-11-09") - 8.0).abs() < 1e-9);
    assert!((capacity("2026-11-10") - 6.0).abs() < 1e-9);
    assert!((capacity("2026-11-11") - 2.0).abs() < 1e-9);
    assert!((capacity("2026-11-12") - 8.0).abs() < 1e-9);
    let notes = report["trust"]["notes"].to_string();
    assert!(
        notes.contains("America/Los_Angeles on 10–11 November 2026"),
        "{notes}"
    );
}

#[test]
fn events_lists_the_declined_and_the_cancelled_with_the_reason() {
    let output = weekwise()
        .arg("events")
        .arg(calendar(WEEK))
        .args([
            "--from",
            "2026-11-09",
            "--to",
            "2026-11-16",
            "--tz",
            "Europe/Berlin",
        ])
        .args(["--me", "sam@example.org", "--format", "json"])
        .output()
        .unwrap();
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 8);
    let reason = |uid: &str| {
        rows.iter().find(|row| row["uid"] == uid).unwrap()["not_counted_because"].clone()
    };
    assert_eq!(reason("declined@week"), "declined");
    assert_eq!(reason("cancelled@week"), "cancelled");
    assert_eq!(reason("leave@week"), "all_day");
    assert_eq!(reason("focus@week"), Value::Null);
    let first = &rows[0];
    assert_eq!(first["start"], "2026-11-09T09:00:00+01:00");
    assert_eq!(first["people"], 1);
}
