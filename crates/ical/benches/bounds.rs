//! What files made to harm cost: each is read and expanded over a century in a process of its own, which must end
//! within 2 seconds and 500 MB (section 3 of docs/product.md).
//!
//! `cargo bench -p weekwise-ical --bench bounds` prints time and peak memory (the memory on Linux) and fails where one
//! is above.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "a bench"
)]

use std::process::Command;
use std::time::Instant;

use chrono::{TimeZone, Utc};
use weekwise_ical::{Input, import};

const SECONDS: f64 = 2.0;
const MEGABYTES: u64 = 500;

/// The largest file that is read.
const LARGEST: usize = 128 << 20;

type Made = fn() -> String;

const CASES: &[(&str, Made)] = &[
    ("one series of every second", || {
        events(1, "DTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\n")
    }),
    ("100,000 series of every second", || {
        events(
            100_000,
            "DTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\n",
        )
    }),
    ("100,000 series of every minute on Mondays", || {
        events(
            100_000,
            "DTSTART:20000101T000000Z\r\nRRULE:FREQ=MINUTELY;BYDAY=MO\r\n",
        )
    }),
    ("400,000 days without end", || {
        events(400_000, "DTSTART:20000101T000000Z\r\nRRULE:FREQ=DAILY\r\n")
    }),
    ("1,000 rules that give nothing", || {
        events(
            1_000,
            "DTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30\r\n",
        )
    }),
    ("an endless line", || {
        events(
            1,
            &format!(
                "DTSTART:20240101\r\nDESCRIPTION:{}\r\n",
                "x".repeat(LARGEST - 1_000)
            ),
        )
    }),
    ("an endless folded line", || {
        events(
            1,
            &format!(
                "DTSTART:20240101\r\nDESCRIPTION:{}\r\n",
                "x\r\n ".repeat(LARGEST / 4 - 1_000)
            ),
        )
    }),
    ("empty lines", || {
        format!("BEGIN:VCALENDAR\n{}", "\n".repeat(LARGEST - 1_000))
    }),
    ("events that begin", || repeated("BEGIN:VEVENT\n")),
    ("calendars that begin", || repeated("BEGIN:VCALENDAR\n")),
    ("named calendars", || {
        repeated("BEGIN:VCALENDAR\nNAME:a\nBEGIN:VEVENT\nDTSTART:20240101\nEND:VEVENT\n")
    }),
    ("zones that begin", || repeated("BEGIN:VTIMEZONE\nTZID:a\n")),
    ("components that nest", || {
        format!("BEGIN:VCALENDAR\n{}", repeated("BEGIN:X\n"))
    }),
    ("small events", || {
        repeated("BEGIN:VEVENT\nDTSTART:20240101\nEND:VEVENT\n")
    }),
    ("lists of dates", || {
        let dates = "20240101,".repeat(20_000);
        events(
            LARGEST / 180_100,
            &format!("DTSTART:20240101\r\nRDATE:{dates}\r\n"),
        )
    }),
    ("lists of categories", || {
        let list = "a,".repeat(500_000);
        events(
            LARGEST / 1_000_100,
            &format!("DTSTART:20240101\r\nCATEGORIES:{list}\r\n"),
        )
    }),
    ("many short lists of categories", || {
        let list = "a,".repeat(100);
        events(
            LARGEST / 300,
            &format!("DTSTART:20240101\r\nCATEGORIES:{list}\r\n"),
        )
    }),
    ("lists of people", || {
        let list = "ATTENDEE:a\r\n".repeat(10_000);
        events(LARGEST / 120_100, &format!("DTSTART:20240101\r\n{list}"))
    }),
    ("bad lines", || {
        events(
            LARGEST / 600,
            &format!(
                "DTSTART:20240101\r\n{}",
                "SEQUENCE:x\r\nnonsense\r\n".repeat(20)
            ),
        )
    }),
    ("events of one UID", || {
        let text = "BEGIN:VEVENT\nUID:1\nSUMMARY:";
        (0..400_000)
            .map(|n| format!("{text}{n}\nDTSTART:20240101\nRRULE:FREQ=DAILY;COUNT=2\nEND:VEVENT\n"))
            .collect()
    }),
];

fn repeated(text: &str) -> String {
    text.repeat((LARGEST - 1_000) / text.len())
}

fn events(count: usize, body: &str) -> String {
    let mut text = "BEGIN:VCALENDAR\r\n".to_owned();
    for n in 0..count {
        text.push_str(&format!("BEGIN:VEVENT\r\nUID:{n}\r\n"));
        text.push_str(body);
        text.push_str("END:VEVENT\r\n");
    }
    text.truncate(LARGEST);
    text
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(case) = arguments.iter().position(|a| a == "--case") {
        run(arguments[case + 1].parse().unwrap());
        return;
    }
    let program = std::env::current_exe().unwrap();
    let wanted = arguments.iter().skip(1).find(|a| !a.starts_with('-'));
    let mut above = 0;
    for (number, (name, _)) in CASES.iter().enumerate() {
        if wanted.is_some_and(|wanted| !name.contains(wanted.as_str())) {
            continue;
        }
        let output = Command::new(&program)
            .args(["--case", &number.to_string()])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let mut numbers = text.split_whitespace();
        let seconds: f64 = numbers.next().map_or(f64::INFINITY, |n| n.parse().unwrap());
        let megabytes: u64 = numbers.next().map_or(u64::MAX, |n| n.parse().unwrap());
        let told: String = numbers.collect::<Vec<_>>().join(" ");
        let is_above = seconds > SECONDS || megabytes > MEGABYTES;
        above += usize::from(is_above);
        let mark = if is_above { "ABOVE" } else { "" };
        println!("{name:45} {seconds:6.2} s {megabytes:5} MB {mark:6}{told}");
    }
    assert_eq!(above, 0, "above the bounds");
}

/// Reads and expands a case and prints what that took.
fn run(case: usize) {
    let bytes = (CASES[case].1)().into_bytes();
    // The text that was repeated is gone; what counts is the file and what is made of it.
    let begun = Instant::now();
    let imported = import(vec![Input::Bytes {
        name: "hostile.ics".to_owned(),
        bytes,
    }]);
    let year = |year| Utc.with_ymd_and_hms(year, 1, 1, 0, 0, 0).unwrap();
    let expansion = imported.expand(year(1950), year(2050), chrono_tz::Tz::UTC);
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{seconds} {} {} events, {} occurrences, {} problems",
        peak_megabytes(),
        imported.events().count(),
        expansion.occurrences.len(),
        imported.diagnostics().len() + expansion.diagnostics.len()
    );
    std::process::exit(0);
}

/// The most memory this process has had; 0 where the system does not say.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1));
    kilobytes.map_or(0, |n| n.parse::<u64>().unwrap_or(0) / 1024)
}
