//! Files made to harm end soon, within bounds, and say so.

use std::io::Write;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono_tz::Tz;
use weekwise_ical::Imported;
use weekwise_model::{Diagnostic, Event};

use super::support::{calendar, read, utc};

/// What is not over by then hangs. How long things take is no matter of tests, which run beside others on slow machines:
/// `cargo bench -p weekwise-ical --bench bounds` measures it.
const HANGS: Duration = Duration::from_mins(5);

/// Bytes of a large thing; a debug build gets less of it.
const LARGE: usize = if cfg!(debug_assertions) {
    2 << 20
} else {
    32 << 20
};

fn event(lines: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\n"
    ))
}

/// Reads, expands a century and returns the codes of what was told.
fn codes_of(text: Vec<u8>) -> (Imported, Vec<String>) {
    let begun = Instant::now();
    let imported = read(text);
    let expansion = imported.expand(utc(1950, 1, 1), utc(2050, 1, 1), Tz::UTC);
    assert!(begun.elapsed() < HANGS, "took {:?}", begun.elapsed());
    let code = |d: &Diagnostic| d.code.clone();
    let mut codes: Vec<String> = imported.diagnostics().iter().map(code).collect();
    codes.extend(expansion.diagnostics.iter().map(code));
    (imported, codes)
}

fn codes(text: impl Into<Vec<u8>>) -> Vec<String> {
    codes_of(text.into()).1
}

#[test]
fn seconds_without_end() {
    assert_eq!(
        codes(event("DTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY")),
        ["series-too-long"]
    );
    let many: String = (0..3000)
        .map(|n| format!("BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:20000101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n"))
        .collect();
    assert!(codes(calendar(&many)).contains(&"too-many-occurrences".to_owned()));
}

#[test]
fn rules_that_never_give_anything() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=MINUTELY;BYSETPOS=500;COUNT=5",
        "FREQ=YEARLY;BYWEEKNO=53;BYYEARDAY=100;COUNT=3",
        "FREQ=SECONDLY;INTERVAL=99999999999;COUNT=999999999",
        "FREQ=DAILY;INTERVAL=9223372036854775807",
        "FREQ=HOURLY;INTERVAL=9223372036854775807;BYDAY=MO",
        "FREQ=MONTHLY;INTERVAL=9223372036854775807;BYDAY=MO",
        "FREQ=WEEKLY;INTERVAL=9223372036854775807;BYDAY=MO",
        "FREQ=YEARLY;INTERVAL=9223372036854775807;BYDAY=MO",
        "FREQ=YEARLY;BYSETPOS=-2147483648",
    ] {
        codes(event(&format!("DTSTART:00010101T000000Z\r\nRRULE:{rule}")));
        codes(event(&format!(
            "DTSTART;VALUE=DATE:00000101\r\nRRULE:{rule}"
        )));
        codes(event(&format!(
            "DTSTART:99991231T235959\r\nDURATION:P3000000D\r\nRRULE:{rule}"
        )));
    }
}

#[test]
fn spans_of_centuries_and_full_lists() {
    codes(event(
        "DTSTART:19000101T000000Z\r\nDTEND:99991231T000000Z\r\nRRULE:FREQ=DAILY",
    ));
    let hours: Vec<String> = (0..24).map(|n| n.to_string()).collect();
    let minutes: Vec<String> = (0..60).map(|n| n.to_string()).collect();
    let (hours, minutes) = (hours.join(","), minutes.join(","));
    let rule = format!(
        "RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE;BYHOUR={hours};BYMINUTE={minutes};BYSECOND={minutes};BYSETPOS=1,-1"
    );
    codes(event(&format!("DTSTART:20000101T000000Z\r\n{rule}")));
    let dates: Vec<String> = (0..60_000)
        .map(|n| format!("20240101T{:02}{:02}{:02}Z", n / 3600, n / 60 % 60, n % 60))
        .collect();
    let text = event(&format!(
        "DTSTART:20240101T000000Z\r\nRDATE:{}\r\nEXDATE:{}",
        dates.join(","),
        dates.join(",")
    ));
    assert!(codes(text).contains(&"too-many-dates".to_owned()));
}

#[test]
fn endless_lines_and_deep_nesting() {
    let long = event(&format!(
        "DTSTART:20240101T000000Z\r\nDESCRIPTION:{}",
        "x".repeat(LARGE)
    ));
    assert_eq!(codes(long), ["line-too-long"]);
    let folded = event(&format!(
        "DTSTART:20240101T000000Z\r\nDESCRIPTION:{}",
        "x\r\n ".repeat(LARGE / 2)
    ));
    assert_eq!(codes(folded), ["line-too-long"]);
    codes(vec![b'x'; LARGE]);
    codes("BEGIN:VEVENT\n".repeat(LARGE >> 6));
    assert!(
        codes(format!(
            "BEGIN:VCALENDAR\n{}",
            "BEGIN:X\n".repeat(LARGE >> 6)
        ))
        .contains(&"nested-too-deep".to_owned())
    );
    codes("END:VEVENT\n".repeat(LARGE >> 6));
    codes(format!("BEGIN:VCALENDAR\n{}", "\n".repeat(LARGE)));
    codes(event(&format!(
        "DTSTART:20240101T000000Z\r\nDESCRIPTION:{}",
        "<a ".repeat(300_000)
    )));
    codes(event(&format!(
        "DTSTART:20240101T000000Z\r\nDESCRIPTION:<p>{}",
        "<style>".repeat(100_000)
    )));
    codes(event(&format!(
        "DTSTART:20240101T000000Z\r\nDESCRIPTION:{}",
        "https://".repeat(100_000)
    )));
    codes(event(&format!(
        "DTSTART;{}:20240101T000000Z",
        "A=\"b\";".repeat(100_000)
    )));
    codes(event(&format!(
        "DTSTART;TZID={}:20240101T000000",
        ":".repeat(100_000)
    )));
}

#[test]
fn a_zone_that_changes_every_second() {
    let zone = "BEGIN:VTIMEZONE\r\nTZID:Custom\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0000\r\n\
                TZOFFSETTO:+0100\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:16010101T000001\r\n\
                TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nRRULE:FREQ=SECONDLY\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";
    let text = calendar(&format!(
        "{}BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Custom:20240101T000000\r\nEND:VEVENT\r\n",
        zone.repeat(50)
    ));
    assert!(codes(text).contains(&"time-zone-too-long".to_owned()));
}

#[test]
fn many_events_with_one_uid() {
    let many: String = (0..20_000)
        .map(|n| format!("BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID:20240101T{:02}{:02}{:02}Z\r\nDTSTART:20240101T000000Z\r\nEND:VEVENT\r\n", n / 3600, n / 60 % 60, n % 60))
        .collect();
    let master = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240101T000000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n";
    codes(calendar(&format!("{master}{many}")));
    // Masters that all differ, each meeting all overrides.
    let masters: String = (0..20_000)
        .map(|n| format!("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{n}\r\nDTSTART:20240101T000000Z\r\nRRULE:FREQ=DAILY;COUNT=2\r\nEND:VEVENT\r\n"))
        .collect();
    codes(calendar(&format!("{masters}{many}")));
}

#[test]
fn archives_made_to_harm() {
    let deflated = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    let mut bytes = Vec::new();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    writer.start_file("bomb.ics", deflated).unwrap();
    let zeros = vec![b'\n'; 1 << 20];
    for _ in 0..64 {
        writer.write_all(&zeros).unwrap();
    }
    writer.start_file("../../escape.ics", deflated).unwrap();
    writer.write_all(calendar("").as_bytes()).unwrap();
    writer.start_file("good.ics", deflated).unwrap();
    writer
        .write_all(event("DTSTART:20240101T000000Z").as_bytes())
        .unwrap();
    writer.finish().unwrap();
    let (imported, codes) = codes_of(bytes.clone());
    assert!(codes.contains(&"zip-bomb".to_owned()), "{codes:?}");
    assert!(codes.contains(&"bad-path".to_owned()), "{codes:?}");
    assert_eq!(imported.events().count(), 1, "the good entry is read");
    // Damaged in any place.
    for at in (0..bytes.len()).step_by(977) {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x55;
        read(damaged);
    }
}

#[test]
fn lists_without_end() {
    let lists = format!(
        "DTSTART:20240101T000000Z\r\nCATEGORIES:{}\r\n{}",
        "a,".repeat(400_000),
        "RELATED-TO:a\r\n".repeat(50_000)
    );
    let (imported, _) = codes_of(event(&lists).into());
    let listed = |e: &Arc<Event>| (e.categories.len(), e.related_to.len());
    assert_eq!(
        imported.events().map(listed).collect::<Vec<_>>(),
        [(100, 100)]
    );
}

#[test]
fn calendars_without_number() {
    let (imported, _) = codes_of("BEGIN:VCALENDAR\n".repeat(LARGE >> 4).into());
    assert_eq!(imported.calendars().len(), 1);
    let named = |n: usize| {
        format!("BEGIN:VCALENDAR\nNAME:{n}\nBEGIN:VEVENT\nUID:{n}\nDTSTART:20240101\nEND:VEVENT\n")
    };
    let text: String = (0..51_000).map(named).collect();
    let (imported, _) = codes_of(text.into());
    assert_eq!(imported.events().count(), 51_000, "no event is lost");
    assert_eq!(imported.calendars().len(), 50_000);
    // As many calendars, each with its own definition of the same zone.
    let zone = "BEGIN:VTIMEZONE\nTZID:Here\nBEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETFROM:+0100\n\
                TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n";
    let local = |n: usize| {
        format!(
            "BEGIN:VCALENDAR\n{zone}BEGIN:VEVENT\nUID:{n}\nDTSTART;TZID=Here:20240101T100000\nEND:VEVENT\n"
        )
    };
    let text: String = (0..2_500).map(local).collect();
    let (imported, codes) = codes_of(text.into());
    assert!(!codes.contains(&"unknown-time-zone".to_owned()));
    let nine = imported.index(Tz::UTC)[0]
        .iter()
        .all(|e| e.start.text(Tz::UTC) == "2024-01-01T09:00:00Z");
    assert!(nine, "in each its own");
}
