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

#[test]
fn an_archive_in_an_archive_is_said() {
    let zipped = |name: &str, content: &[u8]| {
        let mut bytes = Vec::new();
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(&mut bytes));
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content).unwrap();
        writer.finish().unwrap();
        bytes
    };
    let outer = zipped("inner.zip", &zipped("work.ics", event("1").as_bytes()));
    let imported = import(vec![Input::Bytes {
        name: "outer.zip".into(),
        bytes: outer,
    }]);
    let told = &imported.diagnostics()[0];
    assert_eq!(
        (told.code.as_str(), told.file.as_str()),
        ("nested-archive", "outer.zip!inner.zip")
    );
}

#[test]
fn an_event_is_read_all_the_same_only_where_one_is() {
    let remedy = |text: &str| {
        let imported = read(text);
        let told = imported.diagnostics().iter();
        let told: Vec<_> = told.filter(|d| d.code == "no-vcalendar").collect();
        (imported.events().count(), told[0].remedy.clone())
    };
    let (events, said) = remedy("BEGIN:VEVENT\nUID:1\nDTSTART:20240101\nEND:VEVENT\n");
    assert_eq!((events, said.contains("all the same")), (1, true));
    assert!(!said.contains("none"), "{said}");
    let (events, said) = remedy("BEGIN:VEVENT\nUID:1\nDTSTART:soon\nEND:VEVENT\n");
    assert_eq!((events, said.contains("none could be read")), (0, true));
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::process::Command;
    use std::time::{Duration, Instant};

    use super::{codes, event};
    use crate::support::folder;
    use weekwise_ical::{Input, import};

    fn pipe(at: &Path) {
        assert!(Command::new("mkfifo").arg(at).status().unwrap().success());
    }

    #[test]
    fn links_in_a_folder_are_followed_to_files_and_said_where_they_lead_to_folders() {
        let path = folder("links");
        let elsewhere = folder("links_lead_here");
        fs::write(elsewhere.join("work.ics"), event("1")).unwrap();
        symlink(elsewhere.join("work.ics"), path.join("work.ics")).unwrap();
        symlink(&elsewhere, path.join("folder")).unwrap();
        symlink(path.join("nowhere.ics"), path.join("broken.ics")).unwrap();
        let imported = import(vec![Input::Path(path)]);
        assert_eq!(imported.events().count(), 1);
        let mut told: Vec<&str> = imported
            .diagnostics()
            .iter()
            .map(|d| d.code.as_str())
            .collect();
        told.sort_unstable();
        assert_eq!(told, ["cannot-read", "link-to-folder"]);
    }

    #[test]
    fn what_never_ends_and_what_never_begins_is_refused_at_once() {
        let path = folder("endless");
        let unwritten = path.join("unwritten.ics");
        pipe(&unwritten);
        for (path, code) in [
            (Path::new("/dev/zero"), "not-a-file"),
            (&unwritten, "cannot-read"),
        ] {
            let begun = Instant::now();
            let told = codes(Input::Path(path.to_path_buf()));
            assert_eq!(told, (true, vec![code.to_owned()]), "{}", path.display());
            assert!(begun.elapsed() < Duration::from_secs(5));
        }
        let told = codes(Input::Path(path));
        assert_eq!(told, (true, vec!["not-a-file".to_owned()]), "in a folder");
    }

    #[test]
    fn a_pipe_that_somebody_writes_into_is_read_to_its_end() {
        let path = folder("pipes").join("late.ics");
        pipe(&path);
        let writer = std::thread::spawn({
            let path = path.clone();
            move || {
                std::thread::sleep(Duration::from_millis(200));
                fs::write(path, event("1")).unwrap();
            }
        });
        let imported = import(vec![Input::Path(path)]);
        writer.join().unwrap();
        assert_eq!(imported.events().count(), 1);
    }
}
