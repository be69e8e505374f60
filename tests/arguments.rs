//! What the program says to arguments that make no sense, and to readers that have seen enough.

use std::io::Read as _;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::program::weekwise;

/// The exit code, and what standard error says.
fn refused(arguments: &[&str]) -> (Option<i32>, String) {
    let output = weekwise().args(arguments).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), said)
}

#[test]
fn a_wrong_argument_says_what_is_wrong() {
    for (arguments, reason) in [
        (vec!["reprot"], "did you mean `report`?"),
        (vec!["zzz"], "neither a command nor a file “zzz”"),
        (vec!["work.ics", "report"], "`weekwise report FILES`"),
        (vec!["--frobnicate"], "unexpected argument '--frobnicate'"),
        (vec!["report", "--hours", "9"], "a range needs a “-”"),
        (vec!["restore"], "required"),
        (
            vec!["review", "--demo", "--month", "2026-Q3"],
            "a month is written 2026-10",
        ),
        (
            vec!["review", "--demo", "--year", "26"],
            "a year 2026, not “26”",
        ),
        (
            vec!["review", "--demo", "--year", "2026", "--week", "2026-W46"],
            "cannot be used with",
        ),
        (
            vec!["review", "--demo", "--format", "html"],
            "of --month, --quarter or --year",
        ),
        (
            vec!["restore", "a.json", "--backup", "b"],
            "cannot be used with",
        ),
    ] {
        let (code, said) = refused(&arguments);
        assert_eq!(code, Some(2), "{arguments:?}: {said}");
        assert!(said.contains(reason), "{arguments:?}: {said}");
        assert!(said.lines().count() <= 8, "not the whole help: {said}");
    }
}

#[test]
fn hours_without_quotation_marks_are_hours() {
    let said = |arguments: &[&str]| {
        let all = [&["report", "--demo", "--format", "json"], arguments].concat();
        let output = weekwise().args(&all).output().unwrap();
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {error}");
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        report["metrics"]["capacity_hours"].as_f64().unwrap()
    };
    let quoted = said(&["--hours", "8-12 13-16"]);
    assert!((said(&["--hours", "8-12", "13-16"]) - quoted).abs() < 1e-9);
    assert!((said(&["--hours=8-12", "13-16"]) - quoted).abs() < 1e-9);
    assert!((said(&["--hours", "8-12"]) - quoted).abs() > 1.0);
    // What is no range is a calendar as before.
    let (code, error) = refused(&["report", "--hours", "8-12", "work.ics"]);
    assert_eq!(code, Some(3), "{error}");
    assert!(error.contains("work.ics"), "{error}");
}

#[test]
fn a_problem_is_said_once() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("letter.ics");
    std::fs::write(&file, "Dear Sam").unwrap();
    let file = file.to_string_lossy();
    for command in ["report", "events", "check", "import", "plan"] {
        let mut arguments = vec![command, &file, &file, &file];
        if command == "events" {
            arguments.extend(["--from", "2026-11-09", "--to", "2026-11-16"]);
        }
        let mut program = weekwise();
        program.env("WEEKWISE_DATA", folder.path().join("library"));
        let output = program.args(&arguments).output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.matches("letter.ics").count(), 1, "{command}: {said}");
    }
}

#[test]
fn who_has_read_enough_is_no_failure() {
    let data = TempDir::new().unwrap();
    let file = data.path().join("work.ics");
    let event = |n: usize| {
        let day = 1 + n % 28;
        format!(
            "BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:Event {n}\r\nDTSTART:202611{day:02}T090000Z\r\nDTEND:202611{day:02}T093000Z\r\nEND:VEVENT\r\n"
        )
    };
    let events: String = (0..4_000).map(event).collect();
    std::fs::write(
        &file,
        format!("BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n"),
    )
    .unwrap();
    let library = data.path().join("library");
    let mut import = weekwise();
    import
        .env("WEEKWISE_DATA", &library)
        .arg("import")
        .arg(&file);
    assert!(import.output().unwrap().status.success());
    for format in ["json", "ics", "csv", "parquet"] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_weekwise"))
            .env("WEEKWISE_DATA", &library)
            .args(["export", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = [0; 4];
        let mut out = program.stdout.take().unwrap();
        out.read_exact(&mut first).unwrap();
        drop(out);
        let output = program.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            (output.status.code(), said.as_str()),
            (Some(0), ""),
            "{format}"
        );
    }
}
