//! One fixture for each odd thing: what it means, and what is said about it.

use chrono_tz::Tz;
use weekwise_model::WallSpan;

use super::expected::FIXTURES;
use super::support::{assert_nothing_is_lost, calendar, lines, read, years};

#[test]
fn every_fixture_is_read_as_meant() {
    let mut wrong = Vec::new();
    for fixture in FIXTURES {
        let path = format!(
            "{}/tests/fixtures/{}.ics",
            env!("CARGO_MANIFEST_DIR"),
            fixture.name
        );
        let imported = read(std::fs::read(path).unwrap());
        assert_nothing_is_lost(&imported);
        let expansion = years(&imported, fixture.years.0, fixture.years.1, fixture.zone);
        let codes: Vec<&str> = imported
            .diagnostics()
            .iter()
            .map(|d| d.code.as_str())
            .collect();
        let lines = lines(&expansion);
        if lines != fixture.occurrences || codes != fixture.codes {
            wrong.push(format!(
                "{}:\n  {lines:#?}\n  expected {:#?}\n  {:#?}",
                fixture.name,
                fixture.occurrences,
                imported.diagnostics()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fixture_has_its_expectation() {
    let folder = format!("{}/tests/fixtures", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    let known: Vec<&str> = FIXTURES.iter().map(|fixture| fixture.name).collect();
    assert_eq!(names, known);
}

#[test]
fn an_event_knows_its_first_time_on_its_own_clock() {
    let first = |lines: &str| {
        let text = format!("BEGIN:VEVENT\r\nUID:1\r\n{lines}\r\nEND:VEVENT\r\n");
        let imported = read(calendar(&text));
        let first = imported.events().next().unwrap().first;
        let zone = match first {
            WallSpan::Timed { zone, .. } => zone.map_or("none", Tz::name),
            WallSpan::AllDay { .. } => "days",
        };
        format!("{} {} min, {zone}", first.start(), first.minutes())
    };
    let nine = "2024-07-01 09:00:00 60 min";
    assert_eq!(
        first(
            "DTSTART;TZID=Europe/Berlin:20240701T090000\r\nDTEND;TZID=Europe/London:20240701T090000"
        ),
        format!("{nine}, Europe/Berlin")
    );
    assert_eq!(
        first("DTSTART:20240701T090000Z\r\nDURATION:PT1H"),
        format!("{nine}, UTC")
    );
    assert_eq!(
        first("DTSTART:20240701T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY"),
        format!("{nine}, none")
    );
    assert_eq!(
        first("DTSTART;VALUE=DATE:20240701\r\nDTEND;VALUE=DATE:20240703"),
        "2024-07-01 00:00:00 2880 min, days"
    );
}
