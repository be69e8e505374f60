//! The library on the command line: what is imported once is there without files, and everything has a way back.

use std::path::Path;
use std::process::Output;

use tempfile::TempDir;

use crate::program::{calendar, weekwise};

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const WEEK: &str = "one_week_whose_minutes_are_counted_by_hand.ics";

fn run(data: &Path, arguments: &[&str]) -> Output {
    let mut command = weekwise();
    command.env("WEEKWISE_DATA", data).args(arguments);
    command.output().unwrap()
}

fn imported(data: &Path) {
    let file = calendar(WEEK);
    let output = run(data, &["import", &file.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("new calendar"), "{}", out(&output));
}

#[test]
fn without_files_a_command_reads_the_library() {
    let data = TempDir::new().unwrap();
    imported(data.path());
    let file = calendar(WEEK);
    let (from_file, from_library) = (
        run(
            data.path(),
            &["report", &file.to_string_lossy(), "--format", "json"],
        ),
        run(data.path(), &["report", "--format", "json"]),
    );
    assert_eq!(from_library.status.code(), Some(0));
    assert_eq!(out(&from_library), out(&from_file));
}

#[test]
fn where_there_is_no_library_none_is_made_by_asking() {
    let data = TempDir::new().unwrap();
    let output = run(data.path(), &["report"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("weekwise import"), "{}", err(&output));
    assert_eq!(data.path().read_dir().unwrap().count(), 0);
}

#[test]
fn an_argument_says_where_the_library_lies() {
    let (data, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    imported(other.path());
    let folder = other.path().to_string_lossy().into_owned();
    let output = run(data.path(), &["report", "--data", &folder]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
}

#[test]
fn the_library_may_be_named_before_the_command() {
    let (data, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let folder = other.path().to_string_lossy().into_owned();
    let file = calendar(WEEK).to_string_lossy().into_owned();
    let output = run(data.path(), &["--data", &folder, "import", &file]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let report = run(data.path(), &["--data", &folder, "report"]);
    assert_eq!(report.status.code(), Some(0), "{}", err(&report));
    assert_eq!(data.path().read_dir().unwrap().count(), 0);
}

#[test]
fn a_damaged_library_is_restored_from_a_backup() {
    let data = TempDir::new().unwrap();
    imported(data.path());
    // Opening it for the second time is the occasion for a backup.
    let report = run(data.path(), &["report", "--format", "json"]);
    let backups = run(data.path(), &["backups", "--format", "json"]);
    let backups: serde_json::Value = serde_json::from_slice(&backups.stdout).unwrap();
    let name = backups[0]["name"].as_str().unwrap();
    let library = data.path().join("weekwise.db");
    for damage in ["this was never a database", ""] {
        std::fs::write(&library, damage).unwrap();
        let refused = run(data.path(), &["report"]);
        assert_eq!(refused.status.code(), Some(2), "{}", err(&refused));
        assert!(
            err(&refused).contains("weekwise restore --backup"),
            "{}",
            err(&refused)
        );
        let restored = run(data.path(), &["restore", "--backup", name]);
        assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
        let again = run(data.path(), &["report", "--format", "json"]);
        assert_eq!(out(&again), out(&report));
    }
    // Without a name it is the newest; one that is not there is said so.
    assert_eq!(
        run(data.path(), &["restore", "--backup"]).status.code(),
        Some(0)
    );
    let missing = run(
        data.path(),
        &["restore", "--backup", "weekwise-2-19990101T000000Z.db"],
    );
    assert_eq!(missing.status.code(), Some(2));
    assert!(
        err(&missing).contains("no such backup"),
        "{}",
        err(&missing)
    );
    let none = TempDir::new().unwrap();
    let backups = run(none.path(), &["backups"]);
    assert!(out(&backups).contains("no backup"), "{}", out(&backups));
    assert_eq!(
        run(none.path(), &["restore", "--backup"]).status.code(),
        Some(2)
    );
    assert_eq!(none.path().read_dir().unwrap().count(), 0);
}

#[test]
fn importing_again_changes_nothing_and_undo_takes_the_first_back() {
    let data = TempDir::new().unwrap();
    imported(data.path());
    let file = calendar(WEEK);
    let again = run(data.path(), &["import", &file.to_string_lossy()]);
    assert!(out(&again).contains("nothing new"), "{}", out(&again));
    let undone = run(data.path(), &["undo"]);
    assert_eq!(out(&undone), format!("Undid: Import {WEEK}\n"));
    let empty = run(data.path(), &["report"]);
    assert_eq!(empty.status.code(), Some(3));
    let redone = run(data.path(), &["redo"]);
    assert_eq!(out(&redone), format!("Did again: Import {WEEK}\n"));
    assert_eq!(run(data.path(), &["report"]).status.code(), Some(0));
    assert_eq!(
        out(&run(data.path(), &["redo"])),
        "There is nothing to do again.\n"
    );
}

#[test]
fn an_export_is_restored_elsewhere() {
    let (data, other) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    imported(data.path());
    let export = data.path().join("export.json");
    let export = export.to_string_lossy();
    let output = run(data.path(), &["export", "--output", &export]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let restored = run(other.path(), &["restore", &export]);
    assert_eq!(restored.status.code(), Some(0), "{}", err(&restored));
    let events = [
        "events",
        "--from",
        "2026-11-02",
        "--to",
        "2026-11-30",
        "--format",
        "csv",
    ];
    assert_eq!(
        out(&run(other.path(), &events)),
        out(&run(data.path(), &events))
    );
    let ics = run(other.path(), &["export", "--format", "ics"]);
    assert_eq!(ics.stdout, std::fs::read(calendar(WEEK)).unwrap());
    let csv = run(other.path(), &["export", "--format", "csv"]);
    assert_eq!(out(&csv).lines().count(), 1 + 8, "{}", out(&csv));
}

#[test]
fn what_is_no_export_leaves_the_library_as_it_is() {
    let data = TempDir::new().unwrap();
    let letter = data.path().join("letter.txt");
    std::fs::write(&letter, "Dear Sam").unwrap();
    let library = data.path().join("library");
    imported(&library);
    let refused = run(&library, &["restore", &letter.to_string_lossy()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(err(&refused).contains("no export"), "{}", err(&refused));
    assert_eq!(run(&library, &["report"]).status.code(), Some(0));
    // A name that was mistyped makes no library.
    let nothing = data.path().join("nothing");
    let mistyped = run(&nothing, &["restore", "not-there.json"]);
    assert_ne!(mistyped.status.code(), Some(0));
    assert!(!nothing.exists());
}

#[test]
fn a_library_that_cannot_be_read_is_told_and_left_alone() {
    let data = TempDir::new().unwrap();
    let file = data.path().join("weekwise.db");
    std::fs::write(&file, "this was never a database").unwrap();
    for command in [vec!["report"], vec!["undo"], vec!["export"]] {
        let output = run(data.path(), &command);
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(
            err(&output).contains("not a Weekwise library"),
            "{}",
            err(&output)
        );
    }
    assert_eq!(
        std::fs::read_to_string(&file).unwrap(),
        "this was never a database"
    );
}
