//! What is imported is remembered: the library behind the use cases.

use std::path::Path;

use tempfile::TempDir;
use weekwise_engine::{Clock, EngineError, Progress, SettingsChange, Source, StoredLibrary};
use weekwise_model::{CalendarSettings, Category, ImportedCalendar, PlanSlot, PlanWishes, Touch};

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

fn library(folder: &Path) -> StoredLibrary {
    StoredLibrary::open(folder, &clock()).unwrap()
}

/// A calendar file with one event for each line “UID TIME TITLE”.
fn file(events: &[&str]) -> Source {
    named("work.ics", events)
}

fn named(name: &str, events: &[&str]) -> Source {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n".to_owned();
    for event in events {
        let mut parts = event.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (uid, time, title) = (part(), part(), part());
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261112T{time}\r\nDURATION:PT1H\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn import(library: &mut StoredLibrary, source: Source) -> Vec<ImportedCalendar> {
    library
        .import(source, &clock(), &Progress::default())
        .unwrap()
        .calendars
}

/// Start and title of every occurrence.
fn occurrences(library: &StoredLibrary) -> Vec<String> {
    let opened = library.read(&in_berlin()).unwrap();
    let rows = opened
        .events(&opened.everything(&clock()), &clock())
        .unwrap();
    rows.iter()
        .map(|row| format!("{} {}", &row.start[11..16], row.summary))
        .collect()
}

fn in_berlin() -> SettingsChange {
    SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    }
}

#[test]
fn what_was_imported_is_there_after_a_restart() {
    let folder = TempDir::new().unwrap();
    assert!(!StoredLibrary::is_in(folder.path()));
    import(
        &mut library(folder.path()),
        file(&["a 090000Z Stand-up", "b 130000Z Chat"]),
    );
    assert!(StoredLibrary::is_in(folder.path()));
    assert_eq!(
        occurrences(&library(folder.path())),
        ["10:00 Stand-up", "14:00 Chat"]
    );
}

#[test]
fn importing_again_updates_and_says_what_is_different() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let first = import(
        &mut library,
        file(&["a 090000Z Stand-up", "b 130000Z Chat"]),
    );
    assert!(first[0].created);
    let again = import(
        &mut library,
        file(&["a 090000Z Stand-up", "b 130000Z Chat"]),
    );
    assert!(again[0].identical && !again[0].created);
    let later = import(
        &mut library,
        file(&["a 093000Z Stand-up", "b 130000Z Chat", "c 150000Z Review"]),
    );
    assert_eq!(
        (later[0].added, later[0].moved, later[0].removed),
        (1, 1, 0)
    );
    assert_eq!(
        occurrences(&library),
        ["10:30 Stand-up", "14:00 Chat", "16:00 Review"]
    );
    let sources = library.sources().unwrap();
    let snapshots = &sources.calendars[0].snapshots;
    assert_eq!(snapshots.len(), 2);
    let changes = library
        .compare_snapshots(snapshots[1].key, snapshots[0].key)
        .unwrap();
    assert_eq!(changes.moved[0].title, "Stand-up");
}

#[test]
fn an_import_can_be_undone_and_done_again() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    import(&mut library, file(&["a 090000Z Stand-up"]));
    import(&mut library, file(&["a 110000Z Stand-up"]));
    assert_eq!(library.undo().unwrap().as_deref(), Some("Import work.ics"));
    assert_eq!(occurrences(&library), ["10:00 Stand-up"]);
    assert_eq!(library.redo().unwrap().as_deref(), Some("Import work.ics"));
    assert_eq!(occurrences(&library), ["12:00 Stand-up"]);
    library.undo().unwrap();
    library.undo().unwrap();
    let nothing = library.read(&in_berlin());
    assert!(matches!(nothing, Err(EngineError::NothingOpen)));
    assert_eq!(library.undo().unwrap(), None);
}

#[test]
fn what_the_user_sets_on_a_calendar_holds() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    // A floating time: the calendar's zone decides when that is.
    let key = import(&mut library, file(&["a 090000 Stand-up"]))[0].key;
    assert_eq!(occurrences(&library), ["09:00 Stand-up"]);
    let settings = CalendarSettings {
        name: "Team".to_owned(),
        color: None,
        zone: Some("America/New_York".to_owned()),
        category: None,
        included: true,
    };
    library.set_calendar(key, &settings, &clock()).unwrap();
    assert_eq!(occurrences(&library), ["15:00 Stand-up"]);
    let opened = library.read(&in_berlin()).unwrap();
    let names = opened.library(&clock()).calendars;
    assert_eq!(
        names
            .iter()
            .map(|calendar| calendar.name.as_str())
            .collect::<Vec<_>>(),
        ["Team"]
    );
    let off = CalendarSettings {
        included: false,
        ..settings
    };
    library.set_calendar(key, &off, &clock()).unwrap();
    assert!(matches!(
        library.read(&in_berlin()),
        Err(EngineError::NothingOpen)
    ));
    assert_eq!(library.undo().unwrap().as_deref(), Some("Leave out “Team”"));
    let wrong = CalendarSettings {
        zone: Some("Mars/Olympus".to_owned()),
        ..off
    };
    assert!(matches!(
        library.set_calendar(key, &wrong, &clock()),
        Err(EngineError::Zone(_))
    ));
}

#[test]
fn two_files_of_one_name_are_two_calendars() {
    let folder = TempDir::new().unwrap();
    let files = TempDir::new().unwrap();
    let mut paths = Vec::new();
    for (team, uid) in [("blue", "a"), ("green", "b")] {
        let path = files.path().join(team).join("team.ics");
        std::fs::create_dir(path.parent().unwrap()).unwrap();
        let Source::Bytes { bytes, .. } = file(&[&format!("{uid} 090000Z Weekly {team}")]) else {
            unreachable!()
        };
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let mut library = library(folder.path());
    let both = || Source::Paths(paths.clone());
    assert_eq!(import(&mut library, both()).len(), 2);
    // And again they are the same two.
    let again = import(&mut library, both());
    assert!(again.iter().all(|calendar| calendar.identical), "{again:?}");
    assert_eq!(library.sources().unwrap().calendars.len(), 2);
}

#[test]
fn a_cancelled_import_leaves_the_library_as_it_was() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    import(&mut library, file(&["a 090000Z Stand-up"]));
    let progress = Progress::default();
    progress.cancel();
    let cancelled = library.import(file(&["a 110000Z Stand-up"]), &clock(), &progress);
    assert!(matches!(cancelled, Err(EngineError::Cancelled)));
    assert_eq!(occurrences(&library), ["10:00 Stand-up"]);
    assert_eq!(library.sources().unwrap().history.len(), 1);
}

#[test]
fn a_file_that_is_no_calendar_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let letter = Source::Bytes {
        name: "letter.txt".to_owned(),
        bytes: b"Dear Sam".to_vec(),
    };
    let refused = library.import(letter, &clock(), &Progress::default());
    assert!(matches!(refused, Err(EngineError::NothingRead { .. })));
    assert!(library.sources().unwrap().history.is_empty());
}

#[test]
fn settings_are_remembered_and_can_be_undone() {
    let folder = TempDir::new().unwrap();
    let change = SettingsChange {
        hours: Some("08:00-16:00".to_owned()),
        profile: Some("architect".to_owned()),
        ..SettingsChange::default()
    };
    {
        let mut library = library(folder.path());
        import(&mut library, file(&["a 090000Z Stand-up"]));
        library.choose(&change, &clock()).unwrap();
    }
    let mut library = library(folder.path());
    let opened = library.read(&SettingsChange::default()).unwrap();
    assert_eq!(opened.settings().profile.name, "Architect");
    assert_eq!(
        library.undo().unwrap().as_deref(),
        Some("Change the settings")
    );
    let opened = library.read(&SettingsChange::default()).unwrap();
    assert_eq!(opened.settings().profile.name, "Staff+");
    let nonsense = SettingsChange {
        hours: Some("17:00-09:00".to_owned()),
        ..SettingsChange::default()
    };
    assert!(library.choose(&nonsense, &clock()).is_err());
}

#[test]
fn an_export_makes_the_same_library_again() {
    let (from, to) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let mut first = library(from.path());
    import(&mut first, file(&["a 090000Z Stand-up", "b 130000Z Chat"]));
    import(&mut first, named("home.ics", &["c 180000Z Choir"]));
    let mut json = Vec::new();
    first.export_all(&mut json).unwrap();
    let mut second = library(to.path());
    second.import_all(json.as_slice(), &clock()).unwrap();
    assert_eq!(occurrences(&second), occurrences(&first));
    let mut ics = Vec::new();
    second.export_calendars(&mut ics).unwrap();
    assert_eq!(
        String::from_utf8(ics)
            .unwrap()
            .matches("BEGIN:VEVENT")
            .count(),
        3
    );
    let refused = second.import_all(b"{}".as_slice(), &clock());
    assert!(matches!(refused, Err(EngineError::NoExport(_))));
}

#[test]
fn a_series_is_found_where_it_is_now() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let series = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:s\r\nDTSTART:20200106T090000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:Architecture board\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let source = Source::Bytes {
        name: "board.ics".to_owned(),
        bytes: series.into(),
    };
    import(&mut library, source);
    let opened = library.read(&in_berlin()).unwrap();
    let found = library.search("archit", &opened, &clock()).unwrap();
    assert_eq!((found.found, found.minutes), (1, 52 * 60));
    let hits = found.hits;
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].week.to_string(), "2026-W46");
    assert_eq!(hits[0].calendar, "board");
    // Once a week in the half years around now.
    assert_eq!((hits[0].times, hits[0].minutes), (52, 52 * 60));
}

#[test]
fn what_is_no_library_is_left_alone_and_told() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("weekwise.db"), "not a database at all").unwrap();
    let error = StoredLibrary::open(folder.path(), &clock()).unwrap_err();
    let trouble = StoredLibrary::trouble(folder.path(), &error);
    assert_eq!(trouble.kind, weekwise_model::TroubleKind::NotALibrary);
    let anew = StoredLibrary::start_anew(folder.path(), &clock()).unwrap();
    assert!(anew.sources().unwrap().calendars.is_empty());
    let kept = std::fs::read_dir(folder.path().join("put-aside")).unwrap();
    assert_eq!(kept.count(), 1);
}

#[test]
fn all_data_can_be_deleted() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    import(&mut library, file(&["a 090000Z Stand-up"]));
    library.back_up(&clock()).unwrap();
    library.delete_all_data().unwrap();
    assert!(!StoredLibrary::is_in(folder.path()));
}

#[test]
fn a_calendar_of_one_kind_says_what_is_in_it_where_nothing_else_does() {
    let folder = TempDir::new().unwrap();
    let mut library = library(folder.path());
    let source = named("busy.ics", &["a 090000Z Busy", "b 130000Z Design review"]);
    let key = import(&mut library, source)[0].key;
    let categories = |library: &StoredLibrary| {
        let opened = library.read(&in_berlin()).unwrap();
        let rows = opened
            .events(&opened.everything(&clock()), &clock())
            .unwrap();
        rows.iter().map(|row| row.category).collect::<Vec<_>>()
    };
    let before = categories(&library);
    let settings = CalendarSettings {
        name: "Busy".to_owned(),
        color: None,
        zone: None,
        category: Some(Category::Strategy),
        included: true,
    };
    library.set_calendar(key, &settings, &clock()).unwrap();
    assert_eq!(before[0], None, "nothing says what it is");
    assert_eq!(categories(&library), [Some(Category::Strategy), before[1]]);
}

#[test]
fn what_was_planned_with_is_there_after_a_restart_and_can_be_taken_back() {
    let folder = TempDir::new().unwrap();
    let slot = |start: &str, end: &str| PlanSlot {
        start: start.to_owned(),
        end: end.to_owned(),
        category: None,
    };
    let ahead = slot("2026-11-17T13:00:00+01:00", "2026-11-17T15:00:00+01:00");
    let over = slot("2026-11-10T13:00:00+01:00", "2026-11-10T15:00:00+01:00");
    let mut wishes = PlanWishes {
        mornings: 2,
        locked: vec![over, ahead.clone()],
        ..PlanWishes::default()
    };
    wishes.overrides.insert("a".to_owned(), Touch::MayMove);
    let mut stored = library(folder.path());
    assert_eq!(stored.plan_wishes(&clock()).unwrap(), None);
    stored
        .save_plan_wishes(&wishes, "Lock block", &clock())
        .unwrap();
    drop(stored);
    let mut stored = library(folder.path());
    let kept = stored.plan_wishes(&clock()).unwrap().unwrap();
    // What is over is not planned any more.
    assert_eq!(kept.locked, [ahead]);
    assert_eq!((kept.mornings, &kept.overrides), (2, &wishes.overrides));
    let undo = stored.library(None, &clock()).unwrap().undo.unwrap();
    assert_eq!(undo.label, "Plan: Lock block");
    stored.undo().unwrap();
    assert_eq!(stored.plan_wishes(&clock()).unwrap(), None);
    stored.redo().unwrap();
    assert!(stored.plan_wishes(&clock()).unwrap().is_some());
}

#[test]
fn what_was_kept_of_an_exported_plan_is_told_once_the_calendar_is_imported_again() {
    let folder = TempDir::new().unwrap();
    let at = |text: &str| Clock::fixed(text.parse().unwrap());
    let (sunday, later) = (at("2026-11-15T18:00:00Z"), at("2026-11-23T08:00:00Z"));
    let mut stored = library(folder.path());
    import(&mut stored, file(&["a 100000 Lunch with Jo"]));
    let opened = stored.read(&in_berlin()).unwrap();
    let plan = opened.plan(&PlanWishes::default(), false, &sunday).unwrap();
    let text = stored
        .export_plan(&opened, &plan, Vec::new(), &sunday)
        .unwrap();
    stored.note_export(&opened, &text, &sunday).unwrap();
    let planned = plan.blocks.len();
    assert!(planned >= 3);
    // A week later, before the calendar comes again, nobody knows.
    assert!(stored.blocks_to_judge().unwrap().is_empty());

    // It comes with all blocks but the last, and a meeting over the first.
    let last = text.rfind("BEGIN:VEVENT").unwrap();
    let first = text.find("DTSTART;TZID").unwrap();
    let start = text[first..].lines().next().unwrap();
    let meeting = format!(
        "BEGIN:VEVENT\r\nUID:over\r\nDTSTAMP:20261116T080000Z\r\n{start}\r\nDURATION:PT30M\r\nSUMMARY:Sync\r\nORGANIZER:mailto:b@example.com\r\nATTENDEE:mailto:b@example.com\r\nATTENDEE:mailto:c@example.com\r\nEND:VEVENT\r\n"
    );
    let again = Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: format!("{}{meeting}END:VCALENDAR\r\n", &text[..last]).into_bytes(),
    };
    stored.import(again, &later, &Progress::default()).unwrap();
    let judged = stored.blocks_to_judge().unwrap();
    assert_eq!(judged.len(), planned);
    let opened = stored.read(&in_berlin()).unwrap();
    let next = opened
        .plan_after(&PlanWishes::default(), false, &judged, &later)
        .unwrap();
    let week = &next.kept[0];
    assert_eq!(week.week, "2026-W47".parse().unwrap());
    assert_eq!((week.invaded, week.gone, week.moved), (1, 1, 0));
    assert_eq!(week.kept as usize, planned - 2);

    // Exported again: what is over stays remembered, and no number goes back.
    let text = stored
        .export_plan(&opened, &next, Vec::new(), &later)
        .unwrap();
    stored.note_export(&opened, &text, &later).unwrap();
    assert_eq!(stored.blocks_to_judge().unwrap().len(), planned);
}
