//! What is wrong with which file is said in words, with the exit code the manual promises; nothing panics.

use std::fs;

use crate::program::{calendar, weekwise};

/// Exit code and what standard error says of `report` on a file with this content.
fn report_on(name: &str, content: &[u8]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    fs::write(&file, content).unwrap();
    let output = weekwise().arg("report").arg(&file).output().unwrap();
    (
        output.status.code().unwrap(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

#[test]
fn an_empty_file_is_named() {
    let (code, message) = report_on("nothing.ics", b"");
    assert_eq!(code, 3);
    assert!(
        message.contains("nothing.ics") && message.contains("empty"),
        "{message}"
    );
}

#[test]
fn a_picture_with_a_calendars_name_is_recognised() {
    let (code, message) = report_on(
        "week.ics",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0",
    );
    assert_eq!(code, 3);
    assert!(message.contains("week.ics"), "{message}");
    assert!(!message.contains("panicked"), "{message}");
}

#[test]
fn a_missing_file_is_named() {
    let output = weekwise()
        .args(["report", "no/such/calendar.ics"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no/such/calendar.ics"));
}

#[test]
fn a_folder_without_calendars_is_named() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notes.txt"), "nothing here").unwrap();
    let output = weekwise()
        .arg("report")
        .arg(folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3));
    let name = folder
        .path()
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    assert!(String::from_utf8_lossy(&output.stderr).contains(&name));
}

#[test]
fn a_file_cut_in_the_middle_gives_what_was_whole_and_says_what_was_lost() {
    let whole = fs::read(calendar("one_week_whose_minutes_are_counted_by_hand.ics")).unwrap();
    // Inside a start time, so that the event it belongs to has none.
    let text = String::from_utf8(whole.clone()).unwrap();
    let at = text.find("DTSTART;TZID=Europe/Berlin:20261112").unwrap() + 20;
    let (code, message) = report_on("cut.ics", &whole[..at]);
    assert_eq!(code, 1, "{message}");
    assert!(message.contains("cut.ics:"), "{message}");
}

#[test]
fn arguments_that_make_no_sense_are_refused_with_code_2() {
    let demo = |args: &[&str]| {
        let output = weekwise()
            .args(["report", "--demo"])
            .args(args)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8_lossy(&output.stderr).into_owned(),
        )
    };
    for (args, says) in [
        (&["--week", "2026-99"][..], "2026-W46"),
        (&["--week", "2027-W53"], "2026-W46"),
        (&["--tz", "Mars/Olympus"], "Mars/Olympus"),
        (&["--hours", "nine-five"], "09:00-17:00"),
        (&["--stay", "Tokyo"], "2026-11-16..2026-11-20=Asia/Tokyo"),
        (&["--stay", "2026-11-16=Asia/Edo"], "Asia/Edo"),
        (
            &[
                "--stay",
                "2026-11-16..2026-11-20=Asia/Tokyo",
                "--stay",
                "2026-11-20=Asia/Seoul",
            ],
            "you are in Asia/Tokyo",
        ),
        (&["--profile", "wizard"], "tech-lead"),
        (
            &["--from", "2026-11-16", "--to", "2026-11-09"],
            "ends before it starts",
        ),
        (&["--format", "pdf2"], "json"),
    ] {
        let (code, message) = demo(args);
        assert_eq!(code, Some(2), "{args:?}: {message}");
        assert!(message.contains(says), "{args:?}: {message}");
    }
    let output = weekwise().arg("report").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "no files and no --demo");
}

#[test]
fn without_a_display_the_window_says_why_it_does_not_open() {
    let output = weekwise()
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    if cfg!(target_os = "linux") {
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("no display"));
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let shell = format!(
        "'{}' events --demo --from 2026-06-01 --to 2026-12-01 --format json | head -c 10",
        env!("CARGO_BIN_EXE_weekwise")
    );
    if cfg!(unix) {
        let output = std::process::Command::new("sh")
            .args(["-c", &shell])
            .output()
            .unwrap();
        assert!(output.status.success());
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}
