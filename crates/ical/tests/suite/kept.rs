//! Calendars that are kept, and what is said of them without reading them again.

use std::collections::BTreeSet;
use std::fs;

use chrono_tz::Tz;
use weekwise_ical::{
    Cancelled, Expansion, ImportOptions, Imported, Input, KeptCalendar, Progress, import,
    import_with,
};
use weekwise_model::{IndexedEvent, InstanceId};

use super::support::{calendar, folder, lines, read, years};

fn kept(inputs: Vec<Input>) -> (Imported, Vec<KeptCalendar>) {
    let options = ImportOptions {
        progress: &Progress::default(),
        keep_bytes: true,
    };
    let mut imported = import_with(inputs, options).unwrap();
    let kept = imported.take_kept(Tz::UTC);
    assert_eq!(imported.take_kept(Tz::UTC), [], "handed out once");
    (imported, kept)
}

/// Reads kept calendars again, each alone: they are what they were.
fn read_again(imported: &Imported, kept: &[KeptCalendar]) {
    assert_eq!(kept.len(), imported.calendars().len());
    let mut before = lines(&years(imported, 2020, 2026, Tz::UTC));
    let mut after = Vec::new();
    for calendar in kept {
        let again = import(vec![Input::Bytes {
            name: calendar.calendar.file.clone(),
            bytes: calendar.bytes.clone(),
        }]);
        assert_eq!(again.calendars().len(), 1, "{}", calendar.calendar.file);
        assert_eq!(again.index(Tz::UTC)[0], calendar.events);
        after.extend(lines(&years(&again, 2020, 2026, Tz::UTC)));
    }
    before.sort();
    after.sort();
    assert_eq!(before, after);
}

fn event(uid: &str, title: &str) -> String {
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20240101T090000Z\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
    )
}

#[test]
fn a_file_is_kept_as_it_came() {
    // UTF-16 in, UTF-16 kept.
    let bytes: Vec<u8> = format!("\u{FEFF}{}", calendar(&event("1", "Köln")))
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let (imported, kept) = kept(vec![Input::Bytes {
        name: "work.ics".into(),
        bytes: bytes.clone(),
    }]);
    assert_eq!(kept[0].bytes, bytes);
    assert_eq!(kept[0].calendar.file, "work.ics");
    assert_eq!(kept[0].own_name, None);
    assert_eq!(kept[0].diagnostics.len(), 1, "odd encoding");
    read_again(&imported, &kept);
}

#[test]
fn a_vdir_is_kept_as_one_calendar() {
    let path = folder("kept_vdir");
    for (name, text) in [
        ("a.ics", calendar(&event("a", "A"))),
        ("b.ics", calendar(&event("b", "B")).trim_end().to_owned()),
        ("c.ics", calendar(&event("c", "C")).replace("\r\n", "\r")),
    ] {
        fs::write(path.join(name), text).unwrap();
    }
    fs::write(path.join("d.ics"), "no calendar").unwrap();
    fs::write(path.join("displayname"), "Private").unwrap();
    let (imported, kept) = kept(vec![Input::Path(path.clone())]);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].own_name.as_deref(), Some("Private"));
    assert_eq!(kept[0].calendar.file, path.to_string_lossy());
    assert_eq!(kept[0].events.len(), 3);
    read_again(&imported, &kept);
}

#[test]
fn calendars_of_one_file_are_kept_apart() {
    let named = |name: &str, body: &str| {
        calendar(body).replace("VERSION:2.0", &format!("X-WR-CALNAME:{name}"))
    };
    let bad = "BEGIN:VEVENT\r\nUID:bad\r\nEND:VEVENT\r\n";
    let text = [
        named("A", &event("1", "one")),
        named("B", &(event("1", "two") + bad)),
        calendar(&event("3", "three")),
        named("A", &event("4", "four")),
    ]
    .concat();
    let (imported, kept) = kept(vec![Input::Bytes {
        name: "all.ics".into(),
        bytes: text.into(),
    }]);
    let names: Vec<_> = kept.iter().map(|k| k.own_name.as_deref()).collect();
    assert_eq!(names, [Some("A"), Some("B")]);
    let titles: Vec<Vec<&str>> = kept
        .iter()
        .map(|k| k.events.iter().map(|e| e.title.as_str()).collect())
        .collect();
    assert_eq!(titles, [vec!["one", "three", "four"], vec!["two"]]);
    assert_eq!(
        (kept[0].diagnostics.len(), kept[1].diagnostics.len()),
        (0, 1)
    );
    read_again(&imported, &kept);
}

#[test]
fn fixtures_are_the_same_when_read_again() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut files = 0;
    for entry in fs::read_dir(fixtures).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "ics") {
            let (imported, kept) = kept(vec![Input::Path(path)]);
            read_again(&imported, &kept);
            files += 1;
        }
    }
    assert!(files > 20);
}

fn index(text: &str) -> Vec<IndexedEvent> {
    let index = read(calendar(text)).index(Tz::Europe__Berlin);
    index.into_iter().flatten().collect()
}

const SERIES: &str = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20240101T090000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=WEEKLY;COUNT=5\r\nSEQUENCE:1\r\nDTSTAMP:20240101T000000Z\r\nSUMMARY:Planning\r\n\
    ATTENDEE;CN=Ann Lee;PARTSTAT=ACCEPTED:mailto:ann@example.org\r\nDESCRIPTION:What next?\r\nEND:VEVENT\r\n";

#[test]
fn the_index_names_events_as_occurrences_do() {
    let changed = "BEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Europe/Berlin:20240108T090000\r\n\
        DTSTART;TZID=Europe/Berlin:20240109T090000\r\nSTATUS:CANCELLED\r\nSUMMARY:Planning\r\nEND:VEVENT\r\n";
    let text = format!("{SERIES}{changed}");
    let rows = index(&text);
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].people, "Ann Lee ann@example.org");
    assert_eq!(
        (rows[0].title.as_str(), rows[0].description.as_str()),
        ("Planning", "What next?")
    );
    assert_eq!((rows[0].cancelled, rows[1].cancelled), (false, true));
    let Expansion { occurrences, .. } =
        years(&read(calendar(&text)), 2024, 2024, Tz::Europe__Berlin);
    let named: BTreeSet<Option<InstanceId>> = occurrences.iter().map(|o| o.recurrence_id).collect();
    assert!(named.contains(&rows[1].recurrence_id));
    let floating = index("BEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240701T090000\r\nEND:VEVENT\r\n");
    assert_eq!(floating[0].start.text(Tz::UTC), "2024-07-01T07:00:00Z");
}

#[test]
fn the_fingerprint_tells_changes_that_matter() {
    let print = |from: &str, to: &str| {
        let changed = SERIES.replace(from, to);
        assert!(from.is_empty() || changed != SERIES);
        index(&changed)[0].fingerprint
    };
    let same = index(SERIES)[0].fingerprint;
    for (from, to) in [
        ("SEQUENCE:1", "SEQUENCE:2"),
        ("DTSTAMP:2024", "DTSTAMP:2025"),
        ("FREQ=WEEKLY;COUNT=5", "COUNT=5;FREQ=WEEKLY"),
        ("DURATION:PT1H", "DTEND;TZID=Europe/Berlin:20240101T100000"),
    ] {
        assert_eq!(print(from, to), same, "{to} is no change");
    }
    for (from, to) in [
        ("COUNT=5", "COUNT=6"),
        ("PT1H", "PT2H"),
        ("PARTSTAT=ACCEPTED", "PARTSTAT=DECLINED"),
        ("SEQUENCE:1", "LOCATION:Room 1"),
        ("SEQUENCE:1", "EXDATE:20240108T080000Z"),
        ("SEQUENCE:1", "EXRULE:FREQ=MONTHLY"),
        ("TZID=Europe/Berlin", "TZID=Africa/Lagos"),
    ] {
        assert_ne!(print(from, to), same, "{to} is a change");
    }
}

#[test]
fn progress_reaches_the_end() {
    let path = folder("progress");
    fs::write(path.join("a.ics"), calendar(&event("a", "A"))).unwrap();
    let body: String = (0..500).map(|n| event(&n.to_string(), "B")).collect();
    fs::write(path.join("b.ics"), calendar(&body)).unwrap();
    let progress = Progress::default();
    let options = ImportOptions {
        progress: &progress,
        keep_bytes: false,
    };
    let imported = import_with(vec![Input::Path(path)], options).unwrap();
    assert_eq!(imported.events().count(), 501);
    assert!(progress.total_bytes() > 30_000);
    assert_eq!(progress.read_bytes(), progress.total_bytes());
}

#[test]
fn a_cancelled_import_leaves_nothing() {
    let progress = Progress::default();
    progress.cancel();
    let options = ImportOptions {
        progress: &progress,
        keep_bytes: true,
    };
    let bytes = calendar(&event("a", "A")).into_bytes();
    let name = "a.ics".to_owned();
    let outcome = import_with(vec![Input::Bytes { name, bytes }], options);
    assert_eq!(outcome.err(), Some(Cancelled));
}

#[test]
fn what_outlook_says_about_a_calendar_is_kept() {
    let text = "BEGIN:VCALENDAR\r\nX-OWNER;CN=\"Ada Okafor\":mailto:Ada@example.org\r\n\
        X-CLIPSTART:20261101T230000Z\r\nX-CLIPEND:20261122T230000Z\r\nX-CALSTART:19990101T000000Z\r\n\
        X-CALEND:20270101T000000Z\r\nX-MS-OLK-WKHRSTART;TZID=\"W. Europe Standard Time\":073000\r\n\
        X-MS-OLK-WKHREND;TZID=\"W. Europe Standard Time\":160000\r\nX-MS-OLK-WKHRDAYS:SU,MO,TU,WE\r\n\
        END:VCALENDAR\r\n";
    let imported = read(text);
    let stated = &imported.calendars()[0].stated;
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let covers = stated.covers.unwrap();
    assert_eq!(
        (covers.from, covers.to),
        (day("2026-11-02"), day("2026-11-22"))
    );
    let hours: weekwise_model::WorkingHours = "Sun-Wed 07:30-16:00".parse().unwrap();
    assert_eq!(stated.hours.as_ref(), Some(&hours));
    assert_eq!(stated.hours_zone.as_deref(), Some("Europe/Berlin"));
    assert_eq!(stated.owner.as_ref().unwrap().address, "ada@example.org");
    assert_eq!(imported.covers(), [Some(covers)]);
}

#[test]
fn a_calendar_that_says_nothing_covers_its_single_events() {
    let event =
        |uid: &str, rest: &str| format!("BEGIN:VEVENT\r\nUID:{uid}\r\n{rest}\r\nEND:VEVENT\r\n");
    let series = event("s", "DTSTART:20200101T090000Z\r\nRRULE:FREQ=DAILY");
    let single = event("a", "DTSTART:20261103T090000Z")
        + &event("b", "DTSTART;VALUE=DATE:20261105\r\nDURATION:P3D");
    let covers = read(calendar(&(series.clone() + &single))).covers();
    let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
    let expected = weekwise_model::Stretch {
        from: day("2026-11-03"),
        to: day("2026-11-07"),
    };
    assert_eq!(covers, [Some(expected)]);
    assert_eq!(read(calendar(&series)).covers(), [None]);
}
