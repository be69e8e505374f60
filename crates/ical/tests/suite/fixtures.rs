//! One fixture for each odd thing: what it means, and what is said about it.

use chrono_tz::Tz;
use weekwise_model::WallSpan;

use super::support::{assert_nothing_is_lost, calendar, lines, read, years};

struct Fixture {
    name: &'static str,
    years: (i32, i32),
    zone: Tz,
    /// The occurrences of those years.
    occurrences: &'static [&'static str],
    /// The codes of the diagnostics.
    codes: &'static [&'static str],
}

const FIXTURES: &[Fixture] = &[
    Fixture {
        name: "all_day_until_as_local_midnight_in_utc",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-05-06/2024-05-07 Off", "2024-05-08/2024-05-09 Off"],
        codes: &[],
    },
    Fixture {
        name: "cancelled_override",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T09:00:00Z/2024-01-01T10:00:00Z Sync",
            "2024-01-02T09:00:00Z/2024-01-02T10:00:00Z Sync (cancelled)",
            "2024-01-03T09:00:00Z/2024-01-03T10:00:00Z Sync",
        ],
        codes: &[],
    },
    Fixture {
        name: "copies_collapse_and_sequence_wins",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-02T09:00:00Z/2024-01-02T09:00:00Z New"],
        codes: &["superseded", "identical-copy"],
    },
    Fixture {
        name: "cr_only_line_ends",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Mac",
            "2024-01-02T09:00:00Z/2024-01-02T09:00:00Z Old",
        ],
        codes: &["odd-encoding"],
    },
    Fixture {
        name: "customized_time_zone",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T03:15:00Z/2024-01-01T03:45:00Z Kathmandu"],
        codes: &[],
    },
    Fixture {
        name: "daily_across_a_gap_and_a_fold",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-03-30T01:30:00Z/2024-03-30T02:00:00Z Gap",
            "2024-03-31T01:30:00Z/2024-03-31T02:00:00Z Gap",
            "2024-04-01T00:30:00Z/2024-04-01T01:00:00Z Gap",
            "2024-10-26T00:30:00Z/2024-10-26T01:00:00Z Fold",
            "2024-10-27T00:30:00Z/2024-10-27T01:00:00Z Fold",
            "2024-10-28T01:30:00Z/2024-10-28T02:00:00Z Fold",
        ],
        codes: &[],
    },
    Fixture {
        name: "dtstart_that_its_rule_does_not_give",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-03T09:00:00Z/2024-01-03T09:00:00Z W",
            "2024-01-08T09:00:00Z/2024-01-08T09:00:00Z W",
            "2024-01-15T09:00:00Z/2024-01-15T09:00:00Z W",
        ],
        codes: &[],
    },
    Fixture {
        name: "duration_of_a_day_across_a_clock_change",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-03-30T11:00:00Z/2024-03-31T10:00:00Z Nominal",
            "2024-03-30T11:00:00Z/2024-03-31T11:00:00Z Exact",
        ],
        codes: &[],
    },
    Fixture {
        name: "end_before_start_and_end_of_other_type",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-02T09:00:00Z/2024-01-02T09:00:00Z Backwards",
            "2024-01-03T09:00:00Z/2024-01-04T00:00:00Z Until midnight",
            "2024-01-04T08:00:00Z/2024-01-04T09:00:00Z Floating end",
        ],
        codes: &["end-before-start", "end-of-other-type"],
    },
    Fixture {
        name: "exdate_as_date_in_a_timed_series",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T22:30:00Z/2024-01-01T23:30:00Z Late",
            "2024-01-03T22:30:00Z/2024-01-03T23:30:00Z Late",
        ],
        codes: &[],
    },
    Fixture {
        name: "exdate_in_another_zone_and_several_on_a_line",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T08:00:00Z/2024-01-01T09:00:00Z One"],
        codes: &[],
    },
    Fixture {
        name: "floating_in_a_calendar_with_a_zone",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-07-01T00:00:00Z/2024-07-01T01:00:00Z Home"],
        codes: &[],
    },
    Fixture {
        name: "folded_inside_a_utf8_character",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Grüße"],
        codes: &[],
    },
    Fixture {
        name: "google_stub_with_until_before_dtstart",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-09T09:00:00Z/2024-01-09T10:00:00Z Still there"],
        codes: &[],
    },
    Fixture {
        name: "indented_lines",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Indented"],
        codes: &[],
    },
    Fixture {
        name: "latin_1_text",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Büro für Übersicht"],
        codes: &["not-utf-8"],
    },
    Fixture {
        name: "leap_day_every_year",
        years: (2024, 2028),
        zone: Tz::UTC,
        occurrences: &["2024-02-29/2024-03-01 Leap", "2028-02-29/2028-03-01 Leap"],
        codes: &[],
    },
    Fixture {
        name: "lower_case_names",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T08:00:00Z/2024-01-01T08:00:00Z lower"],
        codes: &[],
    },
    Fixture {
        name: "missing_end_of_an_event",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Open",
            "2024-01-02T09:00:00Z/2024-01-02T09:00:00Z Next",
        ],
        codes: &["missing-end"],
    },
    Fixture {
        name: "missing_uid_and_missing_start",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T09:00:00Z/2024-01-01T09:00:00Z No name"],
        codes: &["no-uid", "no-start", "no-start"],
    },
    Fixture {
        name: "multi_day_all_day_across_a_clock_change",
        years: (2024, 2024),
        zone: Tz::Europe__Berlin,
        occurrences: &["2024-03-30/2024-04-02 Trip"],
        codes: &[],
    },
    Fixture {
        name: "override_moved_out_of_its_series_and_zone",
        years: (2025, 2025),
        zone: Tz::UTC,
        occurrences: &["2025-12-24T14:00:00Z/2025-12-24T16:00:00Z Moved"],
        codes: &[],
    },
    Fixture {
        name: "override_without_a_master",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-08T10:00:00Z/2024-01-08T11:00:00Z Busy"],
        codes: &[],
    },
    Fixture {
        name: "rdate_periods",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T09:00:00Z/2024-01-01T10:00:00Z Extra",
            "2024-01-05T09:00:00Z/2024-01-05T11:00:00Z Extra",
            "2024-01-06T09:00:00Z/2024-01-06T09:30:00Z Extra",
            "2024-01-07T09:00:00Z/2024-01-07T10:00:00Z Extra",
        ],
        codes: &[],
    },
    Fixture {
        name: "same_zone_name_in_two_calendars",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T07:00:00Z/2024-01-01T07:00:00Z east",
            "2024-01-02T12:00:00Z/2024-01-02T12:00:00Z west",
        ],
        codes: &[],
    },
    Fixture {
        name: "several_calendars_and_stray_blank_lines",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-01T09:00:00Z/2024-01-01T09:00:00Z folded on",
            "2024-01-02T09:00:00Z/2024-01-02T09:00:00Z B",
        ],
        codes: &[],
    },
    Fixture {
        name: "this_and_future_moves_the_rest",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-03-25T08:00:00Z/2024-03-25T09:00:00Z Early",
            "2024-04-01T12:00:00Z/2024-04-01T12:30:00Z Late",
            "2024-04-08T12:00:00Z/2024-04-08T12:30:00Z Late",
        ],
        codes: &[],
    },
    Fixture {
        name: "unknown_zone_is_the_readers",
        years: (2024, 2024),
        zone: Tz::Europe__Berlin,
        occurrences: &["2024-01-01T08:00:00Z/2024-01-01T08:00:00Z Shire"],
        codes: &["unknown-time-zone"],
    },
    Fixture {
        name: "unquoted_parameter_with_a_colon",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-07-01T07:00:00Z/2024-07-01T07:00:00Z Colon"],
        codes: &["bad-parameter"],
    },
    Fixture {
        name: "until_as_date_includes_that_day",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-01-02T03:00:00Z/2024-01-02T03:00:00Z Night",
            "2024-01-03T03:00:00Z/2024-01-03T03:00:00Z Night",
        ],
        codes: &[],
    },
    Fixture {
        name: "utf_16_with_byte_order_mark",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &["2024-01-01T09:00:00Z/2024-01-01T09:00:00Z Zażółć"],
        codes: &["odd-encoding"],
    },
    Fixture {
        name: "windows_zone_misspelt_and_quoted",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-07-01T07:00:00Z/2024-07-01T07:00:00Z Berlin",
            "2024-07-02T09:00:00Z/2024-07-02T09:00:00Z Utc",
            "2024-07-03T07:00:00Z/2024-07-03T07:00:00Z Path",
        ],
        codes: &["bad-parameter"],
    },
    Fixture {
        name: "zone_with_its_own_rules",
        years: (2024, 2024),
        zone: Tz::UTC,
        occurrences: &[
            "2024-04-01T07:00:00Z/2024-04-01T07:00:00Z Shift",
            "2024-04-08T06:00:00Z/2024-04-08T06:00:00Z Shift",
        ],
        codes: &[],
    },
];

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
