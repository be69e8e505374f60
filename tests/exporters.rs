//! What each exporter's file says about my answer and about people, and what it leaves open (docs/import.md).
//!
//! Every calendar has four events, an hour each: one accepted, one without an answer, one tentative, one that is mine
//! alone. What their rows may say is what the file tells, and no more.

use serde_json::Value;

use crate::program::{calendar, weekwise};

const SAM: &str = "sam@example.org";

/// Calendar, the answers of its four rows by start, hours that are tentative.
const ANSWERS: &[(&str, [&str; 4], f64)] = &[
    (
        "google_export",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    ("google_free_busy", ["unknown"; 4], 0.0),
    // STATUS:TENTATIVE is all that is left of an answer.
    (
        "google_public_address",
        ["unknown", "unknown", "tentative", "unknown"],
        1.0,
    ),
    // The third is organized by me.
    (
        "outlook_desktop",
        ["unknown", "tentative", "accepted", "accepted"],
        1.0,
    ),
    (
        "outlook_link_with_titles",
        ["unknown", "unknown", "tentative", "unknown"],
        1.0,
    ),
    (
        "outlook_link_with_availability",
        ["unknown", "unknown", "tentative", "unknown"],
        1.0,
    ),
    (
        "exchange_over_a_gateway",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    (
        "icloud",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    (
        "caldav_that_omits_the_default",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    (
        "nextcloud",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    (
        "zimbra",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
    (
        "notes",
        ["accepted", "needs_action", "tentative", "accepted"],
        2.0,
    ),
];

fn asked(exporter: &str, command: &[&str]) -> Value {
    let output = weekwise()
        .arg(command[0])
        .arg(calendar(&format!("exporters/{exporter}.ics")))
        .args(&command[1..])
        .args(["--tz", "UTC", "--hours", "09:00-17:00", "--format", "json"])
        .output()
        .unwrap();
    let problems = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{exporter}: {problems}");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn rows(exporter: &str) -> Vec<Value> {
    let command = [
        "events",
        "--from",
        "2026-11-09",
        "--to",
        "2026-11-16",
        "--me",
        SAM,
    ];
    asked(exporter, &command).as_array().unwrap().clone()
}

fn report(exporter: &str) -> Value {
    asked(exporter, &["report", "--week", "2026-W46", "--me", SAM])
}

#[test]
fn an_answer_is_what_the_file_says_and_unknown_where_it_says_nothing() {
    for (exporter, answers, tentative) in ANSWERS {
        let rows = rows(exporter);
        let said: Vec<&str> = rows
            .iter()
            .map(|row| row["response"].as_str().unwrap())
            .collect();
        assert_eq!(said, answers, "{exporter}");
        let counted = rows.iter().all(|row| row["counted"] == true);
        assert!(counted, "{exporter}: every hour counts");
        let hours = report(exporter)["trust"]["tentative_hours"]
            .as_f64()
            .unwrap();
        assert!(
            (hours - tentative).abs() < 1e-9,
            "{exporter}: {hours} h tentative"
        );
    }
}

/// How many people each of the four rows has, me included; where nobody knows, `None`.
const PEOPLE: &[(&str, [Option<u64>; 4])] = &[
    ("google_export", [Some(3), Some(3), Some(3), Some(1)]),
    ("google_free_busy", [None; 4]),
    // “Sam / Ana” reads as two people's.
    ("google_public_address", [None, Some(2), None, None]),
    ("outlook_desktop", [Some(3), Some(3), Some(3), Some(1)]),
    ("outlook_link_with_titles", [None, Some(2), None, None]),
    ("outlook_link_with_availability", [None; 4]),
    ("icloud", [Some(3), Some(3), Some(3), Some(1)]),
];

#[test]
fn people_that_are_not_in_the_file_are_unknown_and_not_nobody() {
    for (exporter, people) in PEOPLE {
        let said: Vec<Option<u64>> = rows(exporter)
            .iter()
            .map(|row| row["people"].as_u64())
            .collect();
        assert_eq!(said, people, "{exporter}");
        let metrics = &report(exporter)["metrics"];
        let hidden = people.contains(&None);
        assert_eq!(metrics["control"].is_null(), hidden, "{exporter}: control");
        assert_eq!(
            metrics["large"].is_null(),
            hidden,
            "{exporter}: large meetings"
        );
    }
}

#[test]
fn busy_hours_without_title_and_people_are_of_no_category_and_tell_no_story() {
    for exporter in ["google_free_busy", "outlook_link_with_availability"] {
        for row in rows(exporter) {
            assert!(row["category"].is_null(), "{exporter}: {row}");
        }
        let report = report(exporter);
        let mix = &report["week_mix"];
        assert_eq!(mix["unknown_minutes"], 240, "{exporter}");
        for share in mix["categories"].as_array().unwrap() {
            let (low, high) = (&share["range_low"], &share["range_high"]);
            assert!(
                high.as_f64() > low.as_f64(),
                "{exporter}: any may have them: {share}"
            );
        }
        assert_eq!(
            report["metrics"]["perhaps_meeting_hours"], 4.0,
            "{exporter}"
        );
        let told = report["signals"].to_string() + &report["trust"]["notes"].to_string();
        assert!(!told.contains("lone-wolf"), "{exporter}: {told}");
        assert!(told.contains("neither what"), "{exporter}: {told}");
    }
}
