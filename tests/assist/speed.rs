//! How long an assistant waits. The figures of docs/assistants.md are of an optimised build: `cargo test --release …`.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::client::Assistant;

/// Ten years of a full calendar: series that begin anew each year, and single events.
fn ten_years() -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Work\r\n");
    let people = |n: usize, count: usize| {
        (0..count).fold(String::new(), |all, k| {
            all + &format!(
                "ATTENDEE;PARTSTAT=ACCEPTED:mailto:p{}@example.org\r\n",
                (n + k) % 150
            )
        })
    };
    for year in 2017..=2026 {
        for series in 0..18_usize {
            let (hour, minutes) = (8 + series % 9, [30, 45, 60][series % 3]);
            let day = 2 + series % 5;
            write!(
                out,
                "BEGIN:VEVENT\r\nUID:s{year}-{series}@example.org\r\nDTSTART;TZID=Europe/Berlin:{year}01{day:02}T{hour:02}0000\r\n\
                 DURATION:PT{minutes}M\r\nRRULE:FREQ=WEEKLY;UNTIL={year}1231T000000Z\r\nSUMMARY:Weekly sync {series}\r\n\
                 ORGANIZER:mailto:p{series}@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\n{}END:VEVENT\r\n",
                people(series, 1 + series % 8)
            )
            .unwrap();
        }
        for single in 0..1_500_usize {
            let (month, day, hour) = (1 + single % 12, 1 + single / 12 % 28, 8 + single % 9);
            write!(
                out,
                "BEGIN:VEVENT\r\nUID:e{year}-{single}@example.org\r\nDTSTART;TZID=Europe/Berlin:{year}{month:02}{day:02}T{hour:02}3000\r\n\
                 DURATION:PT45M\r\nSUMMARY:RFC {single} review\r\nORGANIZER:mailto:p{}@example.org\r\n\
                 ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\n{}END:VEVENT\r\n",
                single % 150,
                people(single, 3)
            )
            .unwrap();
        }
    }
    out + "END:VCALENDAR\r\n"
}

/// Prints figures: `cargo test --workspace --test weekwise how_long -- --ignored --nocapture`.
#[test]
#[ignore = "measures"]
fn how_long_an_assistant_waits() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("work.ics");
    std::fs::write(&file, ten_years()).unwrap();
    let begun = Instant::now();
    let hello = Assistant::of_demo();
    println!("start to the end of hello: {:?}", begun.elapsed());
    drop(hello);
    for (tool, arguments) in [
        ("report", json!({})),
        ("compare", json!({})),
        ("series", json!({})),
        ("people", json!({})),
        ("plan", json!({})),
        ("questions", json!({})),
    ] {
        let begun = Instant::now();
        let assistant = Assistant::of_file(&file, &["--me", "me@example.org"]);
        assistant.call(tool, arguments.clone());
        let cold = begun.elapsed();
        let mut warm: Vec<Duration> = (0..5)
            .map(|_| {
                let begun = Instant::now();
                assistant.call(tool, arguments.clone());
                begun.elapsed()
            })
            .collect();
        warm.sort();
        println!("{tool}: cold {cold:?} (with the start), warm {:?}", warm[2]);
    }
}
