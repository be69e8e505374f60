use weekwise_model::{Category, InstanceId};
use weekwise_store::{EventChange, Import, StoreError, Target};

use crate::helper::{at, event, folder, hours_later, import, now, open};

fn uids(changes: &[EventChange]) -> Vec<&str> {
    changes.iter().map(|change| change.uid.as_str()).collect()
}

#[test]
fn importing_an_identical_file_adds_nothing() {
    let folder = folder();
    let mut store = open(folder.path());
    let events = [event("1", "Design review", hours_later(1))];
    let first = import(&mut store, 1, &events);
    let second = import(&mut store, 1, &events);
    assert!(first.created && !first.identical);
    assert!(second.identical && !second.created);
    assert_eq!(
        (second.calendar, second.snapshot),
        (first.calendar, first.snapshot)
    );
    assert_eq!(store.snapshots(first.calendar).unwrap().len(), 1);
    // Nothing happened, so there is nothing more to undo.
    store.undo().unwrap();
    assert_eq!(store.next_undo().unwrap(), None);
}

#[test]
fn importing_again_updates_and_never_duplicates() {
    let folder = folder();
    let mut store = open(folder.path());
    import(
        &mut store,
        1,
        &[
            event("kept", "Guild", hours_later(1)),
            event("moved", "1:1", hours_later(2)),
            event("renamed", "Sync", hours_later(3)),
            event("off", "Planning", hours_later(4)),
            event("gone", "Lunch", hours_later(5)),
        ],
    );
    let mut off = event("off", "Planning", hours_later(4));
    off.cancelled = true;
    let outcome = import(
        &mut store,
        2,
        &[
            event("kept", "Guild", hours_later(1)),
            event("moved", "1:1", hours_later(20)),
            event("renamed", "Platform sync", hours_later(3)),
            off,
            event("new", "Retro", hours_later(6)),
        ],
    );
    let counts = [
        outcome.added,
        outcome.moved,
        outcome.changed,
        outcome.cancelled,
        outcome.removed,
    ];
    assert_eq!(counts, [1; 5]);
    assert_eq!(store.calendars().unwrap().len(), 1);
    assert_eq!(store.calendars().unwrap()[0].events, 5);

    let snapshots = store.snapshots(outcome.calendar).unwrap();
    let comparison = store.compare(snapshots[1].key, snapshots[0].key).unwrap();
    assert_eq!(uids(&comparison.added), ["new"]);
    assert_eq!(uids(&comparison.moved), ["moved"]);
    assert_eq!(comparison.moved[0].before, Some(hours_later(2)));
    assert_eq!(comparison.moved[0].after, Some(hours_later(20)));
    assert_eq!(uids(&comparison.changed), ["renamed"]);
    assert_eq!(comparison.changed[0].title, "Platform sync");
    assert_eq!(uids(&comparison.cancelled), ["off"]);
    assert_eq!(uids(&comparison.removed), ["gone"]);
    // The other way round, what was called off is on again.
    let back = store.compare(snapshots[0].key, snapshots[1].key).unwrap();
    assert_eq!(uids(&back.added), ["gone", "off"]);
    assert_eq!(uids(&back.removed), ["new"]);
}

#[test]
fn an_instance_is_compared_with_its_series() {
    let folder = folder();
    let mut store = open(folder.path());
    let series = event("weekly", "Guild", at("2026-11-02T10:00:00Z"));
    let instance = |recurrence_id: &str, start: &str| {
        let mut instance = event("weekly", "Guild", at(start));
        instance.recurrence_id = Some(at(recurrence_id));
        instance
    };
    let moved = instance("2026-11-09T10:00:00Z", "2026-11-10T14:00:00Z");
    let mut off = instance("2026-11-16T10:00:00Z", "2026-11-16T10:00:00Z");
    off.cancelled = true;
    let mut renamed = instance("2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z");
    renamed.title = "Guild: storage".to_owned();

    let plain = import(&mut store, 1, std::slice::from_ref(&series));
    let with = import(&mut store, 2, &[series, moved, off, renamed]);
    let comparison = store.compare(plain.snapshot, with.snapshot).unwrap();
    assert!(comparison.added.is_empty(), "an override is no new event");
    assert_eq!(comparison.moved[0].before, Some(at("2026-11-09T10:00:00Z")));
    assert_eq!(comparison.moved[0].after, Some(at("2026-11-10T14:00:00Z")));
    assert_eq!(
        comparison.cancelled[0].recurrence_id,
        Some(at("2026-11-16T10:00:00Z"))
    );
    assert_eq!(comparison.changed[0].title, "Guild: storage");
    let back = store.compare(with.snapshot, plain.snapshot).unwrap();
    assert!(back.removed.is_empty(), "the series still says when it is");
    assert_eq!(back.moved[0].after, Some(at("2026-11-09T10:00:00Z")));
}

#[test]
fn bytes_and_index_come_back_as_they_were() {
    let folder = folder();
    let mut store = open(folder.path());
    let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
    let mut day = event(
        "day",
        "Offsite \u{0} in Zürich 🏔",
        InstanceId::Date("2026-11-20".parse().unwrap()),
    );
    day.fingerprint = u64::MAX;
    day.description = "line\r\nline".to_owned();
    let events = [day, event("z", "", at("2026-11-16T09:00:00.123456Z"))];
    let import = Import {
        events: &events,
        ..Import::of_file("work.ics", &bytes)
    };
    let outcome = store
        .act("Import", now(), |act| act.import(&import))
        .unwrap();
    drop(store);
    let store = open(folder.path());
    assert_eq!(store.bytes_of(outcome.snapshot).unwrap(), bytes);
    assert_eq!(store.events_of(outcome.snapshot).unwrap(), events);
    assert!(store.check().unwrap().is_empty());
}

#[test]
fn whoever_imports_says_which_calendar_it_is() {
    let folder = folder();
    let mut store = open(folder.path());
    let mut add = |file: &str, target| {
        let import = Import {
            target,
            ..Import::of_file(file, file.as_bytes())
        };
        store
            .act("Import", now(), |act| act.import(&import))
            .unwrap()
    };
    let first = add("work.ics", Target::New);
    let second = add("work.ics", Target::New);
    assert!(second.created && second.calendar != first.calendar);
    let third = add("strange.ics", Target::Calendar(first.calendar));
    assert!(!third.created && third.calendar == first.calendar);
    let gone = Import {
        target: Target::Calendar(weekwise_store::CalendarKey(99)),
        ..Import::of_file("work.ics", b"")
    };
    let refused = store.act("Import", now(), |act| act.import(&gone));
    assert!(matches!(refused, Err(StoreError::NoSuch("calendar"))));
}

#[test]
fn an_earlier_import_can_hold_again() {
    let folder = folder();
    let mut store = open(folder.path());
    let first = import(&mut store, 1, &[event("1", "Guild", hours_later(1))]);
    let second = import(&mut store, 2, &[event("1", "Guild", hours_later(2))]);
    store
        .act("Go back", now(), |act| {
            act.use_snapshot(first.calendar, first.snapshot)
        })
        .unwrap();
    assert_eq!(store.calendars().unwrap()[0].snapshot, first.snapshot);
    // Importing the newer file once more finds its snapshot instead of adding one.
    let again = import(&mut store, 2, &[event("1", "Guild", hours_later(2))]);
    assert_eq!((again.snapshot, again.moved), (second.snapshot, 1));
    assert_eq!(store.snapshots(first.calendar).unwrap().len(), 2);
}

#[test]
fn a_calendar_has_settings_and_can_be_removed() {
    let folder = folder();
    let mut store = open(folder.path());
    let outcome = import(&mut store, 1, &[event("1", "Guild", hours_later(1))]);
    let mut settings = store.calendars().unwrap().remove(0).settings;
    assert_eq!((settings.name.as_str(), settings.included), ("work", true));
    settings.name = "Work".to_owned();
    settings.color = Some("#336699".to_owned());
    settings.zone = Some("Europe/Berlin".to_owned());
    settings.category = Some(Category::CrossTeam);
    settings.included = false;
    store
        .act("Edit Work", now(), |act| {
            act.set_calendar(outcome.calendar, &settings)
        })
        .unwrap();
    assert_eq!(store.calendars().unwrap()[0].settings, settings);
    // The user's settings survive the next import.
    import(&mut store, 2, &[]);
    assert_eq!(store.calendars().unwrap()[0].settings, settings);

    store
        .act("Remove Work", now(), |act| {
            act.remove_calendar(outcome.calendar)
        })
        .unwrap();
    assert!(store.calendars().unwrap().is_empty());
    let gone = store.act("", now(), |act| act.remove_calendar(outcome.calendar));
    assert!(matches!(gone, Err(StoreError::NoSuch("calendar"))));
    assert!(
        import(&mut store, 2, &[]).created,
        "a removed calendar is not imported into"
    );
}

#[test]
fn a_stopped_import_leaves_the_library_as_it_was() {
    let folder = folder();
    let mut store = open(folder.path());
    let stopped = store.act("Import", now(), |act| {
        act.import(&Import::of_file("work.ics", b"bytes"))?;
        assert_eq!(
            act.calendars()?.len(),
            1,
            "an action sees what it has written"
        );
        Err::<(), _>(StoreError::Cancelled)
    });
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    assert!(store.calendars().unwrap().is_empty());
    assert_eq!(store.next_undo().unwrap(), None);
}

#[test]
fn an_index_can_be_made_anew() {
    let folder = folder();
    let mut store = open(folder.path());
    let outcome = import(&mut store, 1, &[event("1", "Guidl", hours_later(1))]);
    let better = [
        event("1", "Guild", hours_later(1)),
        event("2", "Retro", hours_later(2)),
    ];
    store
        .act("", now(), |act| act.reindex(outcome.snapshot, &better))
        .unwrap();
    assert_eq!(store.events_of(outcome.snapshot).unwrap(), better);
    assert!(store.search("guidl", 9).unwrap().is_empty());
    assert_eq!(store.search("guild", 9).unwrap().len(), 1);
    assert_eq!(store.next_undo().unwrap().unwrap().label, "Import work.ics");
}
