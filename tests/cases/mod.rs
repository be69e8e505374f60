//! Calendars made after what people complain about elsewhere: imports that lose things, weeks counted wrongly, plans over
//! what is not free. Each is checked with the real program.
//!
//! `cases.json` says for each what the complaint is, what is right and why, and how that is checked: commands, and what is
//! expected of their answers. A case that is known not to be right yet says so (`not_yet`, with the reason), and fails once it
//! is right, so that the remark goes.

mod judge;

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::Value;

use crate::cases::judge::{Answer, Expect, Saved};
use crate::program::{root, weekwise};

/// When a case takes place that says nothing.
const NOW: &str = "2026-11-30T12:00:00Z";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: String,
    file: String,
    /// What people complain about.
    #[serde(rename = "complaint")]
    _complaint: String,
    /// What is right, and where that is said.
    #[serde(rename = "right")]
    _right: String,
    now: Option<String>,
    not_yet: Option<String>,
    check: Vec<Step>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Step {
    /// Arguments. `{file}` is the case's calendar, `{dir}` the folder of all, `{tmp}` a folder of this run, which holds the library.
    cmd: Vec<String>,
    expect: Vec<Expect>,
}

fn folder() -> PathBuf {
    root().join("tests/cases")
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(folder().join("cases.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// What is not as expected of a case.
fn problems(case: &Case) -> Vec<String> {
    let place = tempfile::tempdir().unwrap();
    let mut saved = Saved::default();
    let mut found = Vec::new();
    for (number, step) in case.check.iter().enumerate() {
        let answer = run(case, step, place.path());
        let wrong = step
            .expect
            .iter()
            .filter_map(|expect| expect.problem(&answer, &mut saved));
        found.extend(wrong.map(|what| format!("{}, step {}: {what}", case.id, number + 1)));
    }
    found
}

fn run(case: &Case, step: &Step, place: &Path) -> Answer {
    let fill = |argument: &String| {
        argument
            .replace("{file}", &folder().join(&case.file).display().to_string())
            .replace("{dir}", &folder().display().to_string())
            .replace("{tmp}", &place.display().to_string())
    };
    let output = weekwise()
        .args(step.cmd.iter().map(fill))
        .env("TZ", "UTC")
        .env("WEEKWISE_DATA", place.join("data"))
        .env("WEEKWISE_NOW", case.now.as_deref().unwrap_or(NOW))
        .current_dir(place)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    Answer {
        json: serde_json::from_str(&said).unwrap_or(Value::Null),
        text: said + &String::from_utf8_lossy(&output.stderr),
        code: output.status.code().unwrap_or(-1),
    }
}

#[test]
fn complaints_of_others_are_none_here() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = problems(&case);
        match (&case.not_yet, found.is_empty()) {
            (None, _) => wrong.extend(found),
            (Some(_), true) => wrong.push(format!("{}: is right now, so not_yet goes", case.id)),
            (Some(why), false) => println!("{} is not right yet: {why}", case.id),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_calendar_of_the_folder_is_a_case() {
    let cases = cases();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let is_used = cases.iter().any(|case| case.file == name);
        let is_calendar = path.extension().is_some_and(|end| end == "ics");
        assert!(is_used || !is_calendar, "{name} is no case");
    }
}
