//! The use cases of the window, without a window: nothing open, the library, something beside it; and what is told while
//! titles are hidden.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde::Serialize;
use tempfile::TempDir;
use weekwise_engine::{
    Clock, Desk, EngineError, Fetcher, InMemory, SettingsChange, Source, Subscriptions,
};
use weekwise_model::{
    CalendarSettings, Category, CorrectionRequest, DaysOff, Library, Marks, PlanWishes, Priority,
    Profile, ReviewRequest, ReviewStep, Scope, Stay, Texts,
};

/// A Thursday.
fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

fn new_desk(folder: &Path) -> Desk {
    let subscriptions = Subscriptions::new(Fetcher::new(), Box::new(InMemory::new()));
    Desk::new(clock(), Some(folder.to_owned()), subscriptions)
}

/// A desk as it stands after a start without files.
fn desk(folder: &Path) -> Desk {
    let desk = new_desk(folder);
    desk.open_library(|_| {});
    desk
}

/// A desk that has no place for a library: a file lies there.
fn without_library(folder: &Path) -> Desk {
    let place = folder.join("taken");
    fs::write(&place, "somebody else's").unwrap();
    desk(&place)
}

/// A calendar of weekly events, one for each line “UID TIME TITLE”.
fn work(events: &[&str]) -> Source {
    let mut text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nX-WR-CALNAME:Secret project\r\n"
            .to_owned();
    for event in events {
        let mut parts = event.splitn(3, ' ');
        let mut part = || parts.next().unwrap_or_default();
        let (uid, time, title) = (part(), part(), part());
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261105T{time}\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\nSUMMARY:{title}\r\nORGANIZER:mailto:kim.strange@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:kim.strange@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\nEND:VEVENT\r\n"
        ));
    }
    text.push_str("END:VCALENDAR\r\n");
    Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

const EVENTS: [&str; 2] = ["a 090000Z Wombat sighting", "b 130000Z Chat with Kim"];

fn filled(folder: &Path) -> Desk {
    let desk = desk(folder);
    let library = desk.open(work(&EVENTS)).unwrap();
    assert_eq!(library.imported.unwrap().calendars.len(), 1);
    desk
}

fn titles(desk: &Desk) -> Vec<String> {
    let week = desk.week(None, &[]).unwrap();
    week.events.into_iter().map(|e| e.row.summary).collect()
}

fn code<T>(answer: Result<T, EngineError>) -> &'static str {
    answer.err().unwrap().code()
}

/// An answer as a window gets it.
fn written<T: Serialize + Texts>(desk: &Desk, answer: Result<T, EngineError>) -> String {
    serde_json::to_string(&desk.told(answer).unwrap()).unwrap()
}

fn day_off() -> DaysOff {
    DaysOff {
        days: vec!["2026-11-13".parse().unwrap()],
        off: true,
    }
}

fn correction() -> CorrectionRequest {
    CorrectionRequest {
        uid: "a".to_owned(),
        recurrence_id: None,
        scope: Scope::Series,
        category: Some(Category::Strategy),
        kind: None,
    }
}

fn backup_of(desk: &Desk) -> String {
    desk.back_up().unwrap().name
}

#[test]
fn an_empty_library_is_open_and_keeps_what_needs_no_calendar() {
    let folder = TempDir::new().unwrap();
    let desk = desk(folder.path());
    let library = desk.library().unwrap();
    assert!(library.stored && library.trouble.is_none() && library.week.is_none());
    assert_eq!(code(desk.week(None, &[])), "nothing_open");
    desk.set_days_off(&day_off()).unwrap();
    let profile = Profile {
        id: String::new(),
        name: "Mine".to_owned(),
        ..Profile::default()
    };
    let library = desk.save_profile(profile).unwrap();
    assert!(
        library
            .profiles
            .iter()
            .any(|profile| profile.name == "Mine")
    );
    // What is about events has none to be about.
    assert_eq!(code(desk.correct(&correction())), "not_kept");
    assert!(desk.search("wombat").unwrap().hits.is_empty());
    assert_eq!(
        desk.library().unwrap().undo.unwrap().label,
        "Add the profile Mine"
    );
}

#[test]
fn without_a_library_calendars_are_read_and_nothing_is_kept() {
    let folder = TempDir::new().unwrap();
    let desk = without_library(folder.path());
    let library = desk.library().unwrap();
    assert!(!library.stored && library.trouble.is_some());
    assert_eq!(code(desk.sources()), "nothing_open");

    let library = desk.open(work(&EVENTS)).unwrap();
    assert!(!library.stored && library.trouble.is_some());
    assert_eq!(titles(&desk).len(), 2);
    for refused in [
        desk.correct(&correction()),
        desk.set_days_off(&day_off()),
        desk.set_marks(&Marks::default()),
        desk.save_plan(&PlanWishes::default(), "Lock"),
    ] {
        assert_eq!(code(refused), "not_kept");
    }
    assert_eq!(code(desk.undo()), "nothing_open");
    assert!(desk.plan(&PlanWishes::default()).is_ok());
    assert!(desk.plan_wishes().unwrap().is_none());

    // Settings hold for as long as the desk stands, also for what is opened next.
    let hours = SettingsChange {
        focus_minutes: Some(90),
        ..SettingsChange::default()
    };
    desk.change_settings(&hours).unwrap();
    let library = desk.open(Source::Demo).unwrap();
    assert!(library.demo && library.settings.focus_minutes == 90);
    assert!(desk.close().unwrap().week.is_none());
}

#[test]
fn the_demo_lies_beside_the_library_and_leaves_it_alone() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let wishes = PlanWishes {
        weeks: 2,
        ..PlanWishes::default()
    };
    desk.save_plan(&wishes, "Weeks").unwrap();

    let library = desk.open(Source::Demo).unwrap();
    assert!(library.demo && !library.stored);
    assert_eq!(code(desk.set_days_off(&day_off())), "not_kept");
    assert!(desk.search("wombat").unwrap().hits.is_empty());
    assert!(desk.plan_wishes().unwrap().is_none());
    // Its settings are nobody's.
    let focus = |minutes| SettingsChange {
        focus_minutes: Some(minutes),
        ..SettingsChange::default()
    };
    desk.change_settings(&focus(240)).unwrap();
    // The library can be changed meanwhile, and the demo stays.
    let key = desk.sources().unwrap().calendars[0].key;
    assert!(desk.remove_calendar(key).unwrap().demo);
    assert!(desk.undo().unwrap().demo);

    let library = desk.close().unwrap();
    assert!(library.stored && !library.demo);
    assert_ne!(library.settings.focus_minutes, 240);
    assert_eq!(titles(&desk), ["Wombat sighting", "Chat with Kim"]);
    assert_eq!(desk.search("wombat").unwrap().hits.len(), 1);
    assert_eq!(desk.plan_wishes().unwrap().unwrap().weeks, 2);
}

#[test]
fn corrections_are_tried_out_on_the_demo_taken_back_and_forgotten_with_it() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    desk.open(Source::Demo).unwrap();
    let first = |desk: &Desk| desk.week(None, &[]).unwrap().events[0].row.clone();
    let before = first(&desk);
    let request = CorrectionRequest {
        uid: before.uid.clone(),
        recurrence_id: None,
        scope: Scope::Series,
        category: Some(Category::Strategy),
        kind: None,
    };
    assert_ne!(before.category, Some(Category::Strategy));

    let library = desk.correct(&request).unwrap();
    assert!(library.demo && !library.stored && library.undo.is_some());
    assert_eq!(first(&desk).category, Some(Category::Strategy));
    let library = desk.undo().unwrap();
    assert!(library.undo.is_none() && library.redo.is_some());
    assert_eq!(first(&desk).category, before.category);
    desk.redo().unwrap();
    assert_eq!(first(&desk).category, Some(Category::Strategy));

    // What is open is what is searched.
    let hits = desk.search("stand-up").unwrap().hits;
    assert!(hits[0].times > 1 && hits[0].minutes > 0 && !hits[0].people.is_empty());

    // Nothing of it is in the library, nor in the demo when it is opened again.
    let library = desk.close().unwrap();
    assert!(library.stored && library.redo.is_none());
    assert_eq!(titles(&desk), ["Wombat sighting", "Chat with Kim"]);
    desk.open(Source::Demo).unwrap();
    assert_eq!(first(&desk).category, before.category);
}

#[test]
fn a_review_of_the_demo_is_tried_out_taken_back_and_forgotten_with_it() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    desk.open(Source::Demo).unwrap();
    let view = desk.review(None).unwrap();
    let mut review = view.review.clone();
    review.line = "What mattered".to_owned();
    let request = ReviewRequest {
        week: view.week,
        review,
        step: ReviewStep::Line,
    };
    assert!(desk.save_review(&request).unwrap().undo.is_some());
    let line = |desk: &Desk| desk.review(Some(view.week)).unwrap().review.line;
    assert_eq!(line(&desk), "What mattered");
    desk.undo().unwrap();
    assert_eq!(line(&desk), "");
    desk.redo().unwrap();
    desk.close().unwrap();
    assert_eq!(line(&desk), "", "the library has none");
    desk.open(Source::Demo).unwrap();
    assert_eq!(line(&desk), "");
}

#[test]
fn what_is_said_is_heard_at_once_kept_and_can_be_taken_back() {
    let folder = TempDir::new().unwrap();
    let first = filled(folder.path());
    let category = |desk: &Desk| desk.week(None, &[]).unwrap().events[0].row.category;
    let before = category(&first);
    assert_ne!(before, Some(Category::Strategy));
    first.correct(&correction()).unwrap();
    assert_eq!(category(&first), Some(Category::Strategy));
    first.undo().unwrap();
    assert_eq!(category(&first), before);
    first.redo().unwrap();
    assert_eq!(category(&first), Some(Category::Strategy));
    let stay: Stay = "2026-11-16..2026-11-20=Asia/Tokyo".parse().unwrap();
    first.add_stay(&stay).unwrap();
    drop(first);

    let again = desk(folder.path());
    assert_eq!(category(&again), Some(Category::Strategy));
    let library = again.remove_stay(stay.first).unwrap();
    assert!(library.settings.marks.stays.is_empty());
    let taken_back = CorrectionRequest {
        category: None,
        ..correction()
    };
    again.correct(&taken_back).unwrap();
    assert_eq!(category(&again), before);
}

#[test]
fn a_change_that_makes_no_sense_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let before = desk.library().unwrap();
    let nonsense = SettingsChange {
        zone: Some("UTC".to_owned()),
        focus_minutes: Some(5),
        ..SettingsChange::default()
    };
    assert_eq!(code(desk.change_settings(&nonsense)), "bad_settings");
    let unreadable = Source::Bytes {
        name: "poem.ics".to_owned(),
        bytes: b"Shall I compare thee".to_vec(),
    };
    assert_eq!(code(desk.open(unreadable)), "nothing_read");
    assert_eq!(code(desk.remove_calendar(99)), "library");
    assert_eq!(desk.library().unwrap().settings, before.settings);
    assert_eq!(desk.library().unwrap().undo, before.undo);
}

#[test]
fn a_setting_nobody_knows_is_refused() {
    let told = |text| serde_json::from_str::<SettingsChange>(text);
    assert_eq!(
        told(r#"{"zone":"UTC"}"#).unwrap().zone.as_deref(),
        Some("UTC")
    );
    assert!(told(r#"{"zoen":"UTC"}"#).is_err());
    // Stays are marks of the library, and no setting of the window's.
    assert!(told(r#"{"stays":[]}"#).is_err());
}

#[test]
fn a_copy_that_cannot_be_restored_leaves_the_library_open() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let good = backup_of(&desk);
    let bad = folder.path().join("backups/bad.db");
    fs::write(&bad, "no library").unwrap();
    for name in ["bad.db", "no such copy.db"] {
        assert_eq!(code(desk.restore_backup(name)), "library", "{name}");
        let library = desk.library().unwrap();
        assert!(library.stored && library.trouble.is_none(), "{name}");
        assert_eq!(titles(&desk).len(), 2, "{name}");
    }

    let key = desk.sources().unwrap().calendars[0].key;
    desk.remove_calendar(key).unwrap();
    assert_eq!(code(desk.week(None, &[])), "nothing_open");
    desk.restore_backup(&good).unwrap();
    assert_eq!(titles(&desk).len(), 2);
}

#[test]
fn where_there_is_trouble_a_failed_attempt_still_tells_it() {
    let folder = TempDir::new().unwrap();
    drop(filled(folder.path()));
    fs::write(folder.path().join("weekwise.db"), "scribbled over").unwrap();
    let desk = desk(folder.path());
    assert!(desk.library().unwrap().trouble.is_some());
    assert_eq!(code(desk.restore_backup("none.db")), "library");
    assert!(desk.library().unwrap().trouble.is_some());
    let library = desk.start_anew().unwrap();
    assert!(library.stored && library.trouble.is_none() && library.week.is_none());
}

#[test]
fn a_library_is_exported_and_comes_back() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let file = folder.path().join("export.json");
    desk.ask_library(|stored, _| stored.export_all(&mut fs::File::create(&file).unwrap()))
        .unwrap();
    assert!(desk.delete_all_data().unwrap().week.is_none());
    assert_eq!(
        code(desk.import_library(&folder.path().join("none"))),
        "library"
    );
    let library = desk.import_library(&file).unwrap();
    assert!(library.stored && library.events == 2);
    assert_eq!(titles(&desk).len(), 2);
}

#[test]
fn an_exported_plan_is_remembered_where_it_was_written() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let file = folder.path().join("deep-work.ics");
    let wishes = PlanWishes::default();
    let full = || std::io::Error::from(std::io::ErrorKind::StorageFull);
    let failed = desk.export_plan(&wishes, &file, |_| Err(EngineError::Write(full())));
    assert_eq!(code(failed), "internal");
    let exported = || {
        desk.ask_library(|stored, _| stored.exported_blocks())
            .unwrap()
    };
    assert!(exported().is_empty());

    let mut written = String::new();
    let keep = |text: &str| {
        text.clone_into(&mut written);
        Ok(())
    };
    desk.export_plan(&wishes, &file, keep).unwrap();
    assert!(written.contains("BEGIN:VEVENT"));
    assert_eq!(exported().len(), written.matches("BEGIN:VEVENT").count());
}

#[test]
fn while_titles_are_hidden_nothing_leaves_with_one_and_nothing_neutral_is_kept() {
    let folder = TempDir::new().unwrap();
    let first = filled(folder.path());
    first.hide_titles(true).unwrap();
    drop(first);

    // Also after a restart.
    let desk = desk(folder.path());
    assert!(desk.library().unwrap().hides_titles);
    for answer in [
        written(&desk, desk.week(None, &[])),
        written(&desk, desk.library()),
        written(&desk, desk.sources()),
        written(&desk, desk.search("wombat")),
    ] {
        for secret in ["Wombat", "Kim", "kim.strange", "Secret project"] {
            assert!(!answer.contains(secret), "{secret} in {answer}");
        }
    }

    let settings = CalendarSettings {
        name: "Calendar 1".to_owned(),
        ..desk.sources().unwrap().calendars[0].settings.clone()
    };
    let key = desk.sources().unwrap().calendars[0].key;
    let marks = Marks {
        priorities: vec![Priority {
            name: "Priority 1".to_owned(),
            words: vec!["Hidden".to_owned()],
        }],
        ..Marks::default()
    };
    let me = SettingsChange {
        me: Some(vec!["Person 1".to_owned()]),
        ..SettingsChange::default()
    };
    for refused in [
        desk.set_calendar(key, &settings),
        desk.set_marks(&marks),
        desk.save_rules(&[]),
        desk.change_settings(&me),
    ] {
        assert_eq!(code(refused), "hidden");
    }
    // What holds no name can be changed.
    desk.correct(&correction()).unwrap();
    desk.set_days_off(&day_off()).unwrap();
    // Undo brings back a correction, never the titles.
    assert!(desk.undo().unwrap().hides_titles);
    assert!(!desk.hide_titles(false).unwrap().hides_titles);
    assert!(written(&desk, desk.week(None, &[])).contains("Wombat sighting"));
}

#[test]
fn errors_name_nothing_while_titles_are_hidden() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    let unreadable = || Source::Bytes {
        name: "secret.ics".to_owned(),
        bytes: b"no calendar".to_vec(),
    };
    let told = |error: EngineError| format!("{error} {:?}", error.diagnostics());
    let open = || desk.told(desk.open(unreadable())).err().unwrap();
    let explain = || {
        let asked = desk.ask(|opened, clock| opened.explain("secret-uid", None, clock));
        desk.told(asked).err().unwrap()
    };
    assert!(told(open()).contains("secret") && told(explain()).contains("secret"));
    desk.hide_titles(true).unwrap();
    assert!(!told(open()).contains("secret") && !told(explain()).contains("secret"));
}

#[test]
fn an_address_that_is_none_is_no_subscription() {
    let folder = TempDir::new().unwrap();
    let desk = filled(folder.path());
    assert_eq!(code(desk.subscribe("not an address")), "subscription");
    assert!(desk.sources().unwrap().subscriptions.is_empty());
    assert!(desk.due_subscriptions(0.0).unwrap().is_empty());
    assert!(!desk.refresh("17", &AtomicBool::new(false)).unwrap());
    assert!(matches!(
        desk.unsubscribe("17"),
        Ok(Library { stored: true, .. })
    ));
}
