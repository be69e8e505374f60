//! Weeks nobody plans for: the report says in words what is odd about them, and every figure stays a number.

use std::fs;

use serde_json::Value;

use crate::program::weekwise;

fn event(uid: &str, start: &str, end: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:Platform \
         sync {uid}\r\nORGANIZER:mailto:ana@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:sam@example.org\r\nATTENDEE;\
         PARTSTAT=ACCEPTED:mailto:ben@example.org\r\nEND:VEVENT\r\n"
    )
}

/// What `report` says of some events: as text, and as JSON.
fn report(events: &str, period: &[&str]) -> (String, Value) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("week.ics");
    let calendar =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n{events}END:VCALENDAR\r\n");
    fs::write(&file, calendar).unwrap();
    let run = |format: &str| {
        let output = weekwise()
            .arg("report")
            .arg(&file)
            .args(["--tz", "UTC", "--me", "sam@example.org", "--format", format])
            .args(period)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let (text, json) = (run("text"), run("json"));
    assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
    (text, serde_json::from_str(&json).unwrap())
}

/// The week that is looked at.
const WEEK: [&str; 2] = ["--week", "2026-W46"];

fn notes(report: &Value) -> String {
    report["trust"]["notes"].to_string()
}

/// A meeting on another week, so that the calendar is not empty.
fn elsewhere() -> String {
    event("other", "20261005T100000Z", "20261005T110000Z")
}

#[test]
fn a_week_without_events_is_free_and_says_that_it_tells_little() {
    let (text, json) = report(&elsewhere(), &WEEK);
    assert_eq!(json["metrics"]["meetings"], 0);
    assert_eq!(json["metrics"]["focus_time"], 40.0);
    assert!(json["signals"].as_array().unwrap().is_empty(), "{json}");
    assert!(
        notes(&json).contains("too little to say"),
        "{}",
        notes(&json)
    );
    assert!(text.contains("too little to say"), "{text}");
}

#[test]
fn a_mix_of_next_to_nothing_is_shown_and_not_judged() {
    let three = event("a", "20261109T100000Z", "20261109T130000Z");
    let four = event("b", "20261110T100000Z", "20261110T140000Z");
    let (text, json) = report(&three, &WEEK);
    assert_eq!(json["trust"]["too_little"], true);
    let headline = "Too little is booked to judge the mix · 3 h of 40 h are booked";
    assert!(text.contains(headline), "{text}");
    let gaps = |text: &str| text.contains("in band") || text.contains("−6.0 h");
    assert!(!gaps(&text) && !text.contains("to move"), "{text}");
    // From a tenth on it is.
    let (text, json) = report(&four, &WEEK);
    assert_eq!(json["trust"]["too_little"], false);
    assert!(gaps(&text) && text.contains("to move"), "{text}");
}

#[test]
fn without_working_hours_only_booked_time_counts() {
    let weekend = event("saturday", "20261114T100000Z", "20261114T120000Z");
    let (_, json) = report(&weekend, &["--from", "2026-11-14", "--to", "2026-11-16"]);
    assert_eq!(json["metrics"]["capacity_hours"], 0.0);
    assert_eq!(json["metrics"]["meeting_load"], 0.0);
    assert_eq!(json["metrics"]["after_hours"], 2.0);
    assert!(
        notes(&json).contains("no working hours in this period"),
        "{}",
        notes(&json)
    );
}

#[test]
fn a_week_booked_twice_over_is_told_so_and_counts_each_minute_once() {
    let events: String = (9..14)
        .flat_map(|day| {
            let at = |hour: u32| format!("202611{day:02}T{hour:02}0000Z");
            ["a", "b"].map(|uid| event(&format!("{uid}{day}"), &at(9), &at(17)))
        })
        .collect();
    let (text, json) = report(&events, &WEEK);
    assert_eq!(json["metrics"]["meeting_load"], 1.0);
    assert_eq!(json["metrics"]["load_level"], "overload");
    assert_eq!(json["metrics"]["conflict_hours"], 40.0);
    assert_eq!(
        json["metrics"]["overloaded_days"].as_array().unwrap().len(),
        5
    );
    assert!(
        notes(&json).contains("80 h are booked in 40 h"),
        "{}",
        notes(&json)
    );
    assert!(text.contains("80 h are booked in 40 h"), "{text}");
}

#[test]
fn one_event_of_thirty_days_is_no_meeting() {
    let month = event("month", "20261101T000000Z", "20261201T000000Z");
    let (_, json) = report(&(month + &elsewhere()), &WEEK);
    assert_eq!(json["metrics"]["meetings"], 0);
    assert_eq!(json["metrics"]["capacity_hours"], 40.0);
    assert!(
        notes(&json).contains("12 hours or longer"),
        "{}",
        notes(&json)
    );
}
