//! Calendars that are not what Weekwise is for: feeds of holidays and absences, notes alone, nobody who works. Each is read
//! to a clear sentence, takes no working hours that are mine, and raises no alarm.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::weekwise;

/// A whole day, or several, shown as programs show them by themselves: free.
fn whole_days(text: &mut String, start: &str, end: &str, title: &str) {
    let uid = text.len();
    let _ = write!(
        text,
        "BEGIN:VEVENT\r\nUID:{uid}@days.example\r\nDTSTAMP:20261001T000000Z\r\nDTSTART;VALUE=DATE:{start}\r\nDTEND;\
         VALUE=DATE:{end}\r\nSUMMARY:{title}\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
    );
}

fn calendar(name: &str, events: &str) -> String {
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nX-WR-CALNAME:{name}\r\n{events}END:VCALENDAR\r\n"
    )
}

/// Two meetings of the week that is looked at, in a calendar of one's own.
fn own() -> String {
    let mut events = String::new();
    for (day, title) in [(3, "Design review"), (5, "Platform sync")] {
        let _ = write!(
            events,
            "BEGIN:VEVENT\r\nUID:{day}@own.example\r\nDTSTAMP:20261001T000000Z\r\nDTSTART:202611{day:02}T100000Z\r\n\
             DTEND:202611{day:02}T110000Z\r\nSUMMARY:{title}\r\nORGANIZER:mailto:ana@example.org\r\nATTENDEE;PARTSTAT=\
             ACCEPTED:mailto:sam@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.org\r\nATTENDEE;PARTSTAT=\
             ACCEPTED:mailto:ben@example.org\r\nEND:VEVENT\r\n"
        );
    }
    calendar("Sam", &events)
}

/// What `report` says of a folder's calendars about a week: as text, and as JSON. Every figure is a number.
fn report(folder: &Path, week: &str) -> (String, Value) {
    let run = |format: &str| {
        let output = weekwise()
            .arg("report")
            .arg(folder)
            .args(["--tz", "Europe/Berlin", "--me", "sam@example.org"])
            .args(["--hours", "09:00-17:00", "--week", week, "--format", format])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{said}");
        assert!(!said.contains("panicked"), "{said}");
        String::from_utf8(output.stdout).unwrap()
    };
    let (text, json) = (run("text"), run("json"));
    assert!(!text.contains("NaN") && !text.contains("inf "), "{text}");
    (text, serde_json::from_str(&json).unwrap())
}

fn folder_of(calendars: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in calendars {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// The holidays of November and December, country by country.
const COUNTRIES: [(&str, &[(&str, &str)]); 10] = [
    (
        "Germany",
        &[("1118", "Buß- und Bettag"), ("1225", "1. Weihnachtstag")],
    ),
    (
        "Austria",
        &[("1208", "Mariä Empfängnis"), ("1225", "Christtag")],
    ),
    ("France", &[("1111", "Armistice 1918"), ("1225", "Noël")]),
    (
        "Spain",
        &[("1208", "Inmaculada Concepción"), ("1225", "Navidad")],
    ),
    (
        "Poland",
        &[
            ("1111", "Święto Niepodległości"),
            ("1225", "Boże Narodzenie"),
        ],
    ),
    (
        "the United States",
        &[
            ("1111", "Veterans Day"),
            ("1126", "Thanksgiving Day"),
            ("1225", "Christmas Day"),
        ],
    ),
    (
        "Japan",
        &[("1103", "Culture Day"), ("1123", "Labor Thanksgiving Day")],
    ),
    ("India", &[("1109", "Diwali"), ("1225", "Christmas")]),
    (
        "Brazil",
        &[
            ("1102", "Finados"),
            ("1120", "Consciência Negra"),
            ("1225", "Natal"),
        ],
    ),
    (
        "Australia",
        &[("1103", "Melbourne Cup"), ("1225", "Christmas Day")],
    ),
];

#[test]
fn holidays_of_ten_countries_take_the_days_of_one() {
    let mut calendars = vec![("own.ics".to_owned(), own())];
    let mut all = String::new();
    for (country, days) in COUNTRIES {
        let mut events = String::new();
        for (date, title) in days {
            let end = date.parse::<u32>().unwrap() + 1;
            whole_days(
                &mut events,
                &format!("2026{date}"),
                &format!("2026{end:04}"),
                title,
            );
        }
        all.push_str(&events);
        calendars.push((
            format!("{country}.ics"),
            calendar(&format!("Holidays in {country}"), &events),
        ));
    }
    let calendars: Vec<(&str, String)> = calendars
        .iter()
        .map(|(name, text)| (name.as_str(), text.clone()))
        .collect();
    let folder = folder_of(&calendars);
    // Culture Day and the Day of the Dead are worked in Berlin; Christmas is one day off, however many feeds have it.
    for (week, hours) in [
        ("2026-W45", 40.0),
        ("2026-W46", 40.0),
        ("2026-W50", 40.0),
        ("2026-W52", 32.0),
    ] {
        let (text, json) = report(folder.path(), week);
        assert_eq!(json["metrics"]["capacity_hours"], hours, "{week}: {text}");
        assert_eq!(json["metrics"]["after_hours"], 0.0, "{week}");
    }
}

#[test]
fn a_feed_of_two_hundred_absent_colleagues_takes_no_hour_of_mine() {
    let names = [
        "Anna", "Ben", "Carla", "David", "Eva", "Felix", "Gita", "Hugo", "Ines", "Jan",
    ];
    let family = [
        "Abel", "Brandt", "Conrad", "Dietz", "Ebert", "Falk", "Gruber", "Haas", "Imhof", "Jahn",
        "Kern", "Lorenz", "Maurer", "Nagel", "Otto", "Pohl", "Reuter", "Sauer", "Thiel", "Ulrich",
    ];
    let words = ["Urlaub", "OOO", "PTO", "krank", "Elternzeit", "vacation"];
    let mut events = String::new();
    for (at, (first, last)) in family
        .iter()
        .flat_map(|last| names.iter().map(move |first| (first, last)))
        .enumerate()
    {
        let title = match at % 3 {
            0 => format!("{first} {last} - {}", words[at % words.len()]),
            1 => format!("{} {first} {last}", words[at % words.len()]),
            _ => format!("{last}\\, {first}: {}", words[at % words.len()]),
        };
        let from = 2 + at % 5;
        whole_days(
            &mut events,
            &format!("202611{from:02}"),
            &format!("202611{:02}", from + 1 + at % 3),
            &title,
        );
    }
    let folder = folder_of(&[
        ("own.ics", own()),
        ("out.ics", calendar("Who's out", &events)),
    ]);
    let (text, json) = report(folder.path(), "2026-W45");
    assert_eq!(json["metrics"]["capacity_hours"], 40.0, "{text}");
    assert_eq!(json["metrics"]["after_hours"], 0.0, "{text}");
    assert_eq!(json["metrics"]["meetings"], 2, "{text}");
    assert!(!text.contains("Overload"), "{text}");
}

#[test]
fn a_calendar_of_notes_alone_is_told_in_a_sentence() {
    let mut events = String::new();
    let notes = [
        "Home office",
        "Sprint 14",
        "Release 2.3",
        "Lea's birthday",
        "Code freeze",
        "Bins out",
        "On-call: Ana",
    ];
    for (at, title) in notes.iter().cycle().take(60).enumerate() {
        let (month, day) = (10 + at / 30, 1 + at % 30);
        whole_days(
            &mut events,
            &format!("2026{month}{day:02}"),
            &format!("2026{month}{:02}", day + 1),
            title,
        );
    }
    let folder = folder_of(&[("notes.ics", calendar("Notes", &events))]);
    let (text, json) = report(folder.path(), "2026-W45");
    assert_eq!(json["metrics"]["capacity_hours"], 40.0, "{text}");
    assert_eq!(json["booked_mix"]["denominator_minutes"], 0);
    assert!(json["signals"].as_array().unwrap().is_empty(), "{text}");
    assert!(
        json["trust"]["notes"]
            .to_string()
            .contains("too little to say"),
        "{text}"
    );
}

#[test]
fn somebody_without_a_working_day_is_told_so() {
    let mut events = String::new();
    whole_days(&mut events, "20260901", "20270301", "Sabbatical (Sam)");
    let leave = events.replace("TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:OOF");
    let folder = folder_of(&[
        ("own.ics", own()),
        ("leave.ics", calendar("Sam away", &leave)),
    ]);
    let (text, json) = report(folder.path(), "2026-W46");
    assert_eq!(json["metrics"]["capacity_hours"], 0.0, "{text}");
    assert_eq!(json["metrics"]["meeting_load"], 0.0, "{text}");
    assert!(json["signals"].as_array().unwrap().is_empty(), "{text}");
    assert!(
        json["trust"]["notes"]
            .to_string()
            .contains("Time off takes all working hours"),
        "{text}"
    );
}
