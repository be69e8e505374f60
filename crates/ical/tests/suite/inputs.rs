//! What counts as something to read.

use std::fs;
use std::io::Write;

use weekwise_ical::{Expansion, Input, import};

use super::support::{assert_nothing_is_lost, calendar, folder, read};

fn event(uid: &str) -> String {
    calendar(&format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTART:20240101T090000Z\r\nEND:VEVENT\r\n"
    ))
}

fn codes(input: Input) -> (bool, Vec<String>) {
    let imported = import(vec![input]);
    let codes = imported
        .diagnostics()
        .iter()
        .map(|d| d.code.clone())
        .collect();
    (imported.is_empty(), codes)
}

#[test]
fn what_is_no_calendar_says_so() {
    let path = folder("no_calendar");
    assert_eq!(
        codes(Input::Path(path.join("missing.ics"))),
        (true, vec!["cannot-read".into()])
    );
    assert_eq!(
        codes(Input::Path(path.clone())),
        (true, vec!["empty-folder".into()])
    );
    let png = path.join("picture.ics");
    fs::write(&png, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    assert_eq!(
        codes(Input::Path(png)),
        (true, vec!["not-a-calendar".into()])
    );
    for (bytes, code) in [
        ("", "empty-file"),
        (" \r\n", "empty-file"),
        ("<!DOCTYPE html><p>Log in", "not-a-calendar"),
    ] {
        let imported = read(bytes);
        assert!(imported.is_empty());
        assert_eq!(imported.diagnostics()[0].code, code);
    }
    assert!(
        !read(calendar("")).is_empty(),
        "a calendar without events is a calendar"
    );
}

#[test]
fn a_folder_of_single_events_is_one_calendar() {
    let path = folder("vdir/private");
    for uid in ["a", "b", "c"] {
        fs::write(path.join(format!("{uid}.ics")), event(uid)).unwrap();
    }
    fs::write(path.join("displayname"), "Private things\n").unwrap();
    fs::write(path.join("notes.txt"), "not read").unwrap();
    let imported = import(vec![Input::Path(path.parent().unwrap().to_path_buf())]);
    assert_eq!(imported.calendars().len(), 1);
    assert_eq!(imported.calendars()[0].name, "Private things");
    assert_eq!(imported.events().count(), 3);
    assert_eq!(imported.check(&Expansion::default()).files.len(), 3);
    assert_nothing_is_lost(&imported);
}

#[test]
fn a_folder_of_exports_is_several() {
    let path = folder("exports");
    for name in ["Work", "Private"] {
        let named = event(name).replace(
            "VERSION:2.0",
            &format!("VERSION:2.0\r\nX-WR-CALNAME:{name}"),
        );
        fs::write(path.join(format!("{name}.ics")), named).unwrap();
    }
    let imported = import(vec![Input::Path(path)]);
    let names: Vec<&str> = imported
        .calendars()
        .iter()
        .map(|c| c.name.as_str())
        .collect();
    assert_eq!(names, ["Private", "Work"], "in the order of file names");
}

#[test]
fn an_archive_is_read_entry_by_entry() {
    let mut bytes = Vec::new();
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
    for name in [
        "Takeout/Calendar/work.ics",
        "Takeout/archive_browser.html",
        "Takeout/Calendar/home.ics",
    ] {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(event(name).as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    let imported = import(vec![Input::Bytes {
        name: "takeout.zip".into(),
        bytes,
    }]);
    let files: Vec<&str> = imported
        .calendars()
        .iter()
        .map(|c| c.file.as_str())
        .collect();
    assert_eq!(
        files,
        [
            "takeout.zip!Takeout/Calendar/work.ics",
            "takeout.zip!Takeout/Calendar/home.ics"
        ]
    );
    assert_eq!(imported.events().count(), 2);
}

#[test]
fn calendars_of_one_file_are_told_by_their_names() {
    let named = |name: &str, uid: &str| {
        event(uid).replace(
            "VERSION:2.0",
            &format!("VERSION:2.0\r\nX-WR-CALNAME:{name}"),
        )
    };
    let text = format!(
        "{}{}{}{}",
        named("A", "1"),
        named("B", "2"),
        named("A", "3"),
        event("4")
    );
    let imported = read(text);
    let names: Vec<&str> = imported
        .calendars()
        .iter()
        .map(|c| c.name.as_str())
        .collect();
    assert_eq!(names, ["A", "B"]);
    assert_eq!(imported.events().count(), 4);
}
