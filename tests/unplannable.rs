//! Weeks that cannot be planned as wished: each has an answer in words, and names the wish to relax first.

use std::fmt::Write as _;

use crate::program::weekwise;

/// What `plan` prints about a calendar of these events, lines with `;` between them.
fn planned(events: &[&str], arguments: &[&str]) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n");
    for (number, event) in events.iter().enumerate() {
        let lines = event.replace(' ', "\r\n");
        let _ = write!(
            text,
            "BEGIN:VEVENT\r\nUID:{number}\r\nDTSTAMP:20261101T080000Z\r\n{lines}\r\nEND:VEVENT\r\n"
        );
    }
    text.push_str("END:VCALENDAR\r\n");
    let assert = weekwise()
        .args(["plan", "-", "--quiet"])
        .args(arguments)
        .args(if arguments.contains(&"--from") {
            &[][..]
        } else {
            &["--from", "2026-11-16"]
        })
        .write_stdin(text)
        .assert()
        .success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

#[track_caller]
fn assert_says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "“{word}” is missing in:\n{text}");
    }
}

const FULL: &str =
    "DTSTART;TZID=Europe/Berlin:20261116T090000 DURATION:PT8H RRULE:FREQ=DAILY SUMMARY:Sync";

#[test]
fn a_week_without_a_free_hour() {
    let others = "ORGANIZER:mailto:b@example.com ATTENDEE:mailto:b@example.com ATTENDEE:mailto:c@example.com ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.com";
    let text = planned(&[&format!("{FULL} {others}")], &["--me", "me@example.com"]);
    assert_says(
        &text,
        &[
            "needs at least. Meetings that stay leave no room",
            "look at which of them may change",
            "“Sync” stays and cuts 5 mornings. Say that it may change",
            "No meeting may change as far as the calendar tells",
        ],
    );
}

#[test]
fn a_calendar_that_names_nobody() {
    let text = planned(&[FULL], &[]);
    assert_says(
        &text,
        &[
            "No meeting may change as far as the calendar tells",
            "say which may",
        ],
    );
}

#[test]
fn five_long_mornings_in_a_short_week() {
    let off = "DTSTART;VALUE=DATE:20261119 DTEND;VALUE=DATE:20261121 SUMMARY:Vacation X-MICROSOFT-CDO-BUSYSTATUS:OOF";
    let wishes = ["--mornings", "5", "--shortest", "240", "--longest", "240"];
    assert_says(
        &planned(&[off], &wishes),
        &[
            "No block of 4 h fits into a morning between your working hours and lunch: allow shorter blocks first.",
            "5 mornings are wanted, but this week has 3 days to work on: ask for fewer mornings too.",
        ],
    );
}

#[test]
fn weeks_that_are_over_and_a_week_of_leave() {
    let event = "DTSTART;TZID=Europe/Berlin:20261116T090000 DURATION:PT1H SUMMARY:Sync";
    let past = planned(&[event], &["--from", "2026-10-05"]);
    assert_says(
        &past,
        &["Every working hour asked about is over: plan from today or later."],
    );
    let leave = "DTSTART;VALUE=DATE:20261116 DTEND;VALUE=DATE:20261121 SUMMARY:Vacation X-MICROSOFT-CDO-BUSYSTATUS:OOF";
    let leave = planned(&[leave], &[]);
    assert_says(
        &leave,
        &[
            "There is no working time to plan in",
            "Nothing could be planned.",
        ],
    );
    for text in [past, leave] {
        assert!(
            !text.contains("That protects") && !text.contains("No better plan"),
            "{text}"
        );
    }
}
