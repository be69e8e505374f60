use weekwise_model::Category;
use weekwise_store::{Correction, Import, LibraryDump, Scope, Store};

use crate::helper::{decisions, event, folder, hours_later, import, now, open};

fn fill(store: &mut Store) {
    import(store, 1, &[event("1", "Guild", hours_later(1))]);
    import(
        store,
        2,
        &[
            event("1", "Guild", hours_later(2)),
            event("2", "Retro", hours_later(3)),
        ],
    );
    store
        .act("Fill", now(), |act| {
            act.import(&Import::of_file("latin.ics", b"SUMMARY:Caf\xE9\xFF"))?;
            act.set_setting("zone", "Europe/Berlin")?;
            act.correct(&Correction {
                scope: Scope::Alike,
                key: "guild".to_owned(),
                category: Category::CrossTeam,
                kind: None,
                made_at: now(),
            })?;
            act.replace_rules(&["first", "second"])?;
            act.save_profile("mine", "bands")?;
            act.save_plan("W47", "blocks")
        })
        .unwrap();
    store
        .act("Go back", now(), |act| {
            let calendar = act.calendars()?[0].key;
            act.use_snapshot(calendar, act.snapshots(calendar)?[1].key)
        })
        .unwrap();
}

#[test]
fn an_exported_library_is_restored_elsewhere() {
    let (here, there) = (folder(), folder());
    let mut store = open(here.path());
    fill(&mut store);
    let json = serde_json::to_string(&store.export_all().unwrap()).unwrap();
    let dump: LibraryDump = serde_json::from_str(&json).unwrap();

    let mut other = open(there.path());
    other
        .act("Restore", now(), |act| act.import_all(&dump))
        .unwrap();
    assert_eq!(other.export_all().unwrap(), dump);
    assert_eq!(dump.calendars.len(), 2);
    let latin = other.calendars().unwrap().remove(1);
    assert_eq!(
        other.bytes_of(latin.snapshot).unwrap(),
        b"SUMMARY:Caf\xE9\xFF"
    );
    assert_eq!(other.search("guild", 9).unwrap().len(), 1);
}

#[test]
fn restoring_over_a_library_can_be_undone() {
    let (here, there) = (folder(), folder());
    let mut store = open(here.path());
    fill(&mut store);
    let dump = store.export_all().unwrap();
    let mut other = open(there.path());
    import(&mut other, 7, &[event("mine", "Mine", hours_later(1))]);
    other
        .act("Settings", now(), |act| {
            act.set_setting("other", "value")?;
            act.replace_rules(&["a", "b", "c"])
        })
        .unwrap();
    let before = decisions(there.path());
    let keys = other
        .act("Restore", now(), |act| act.import_all(&dump))
        .unwrap();
    assert_eq!(keys.len(), 2);
    assert_eq!(other.calendars().unwrap().len(), 2);
    assert_eq!(other.setting::<String>("other").unwrap(), None);
    other.undo().unwrap();
    assert_eq!(decisions(there.path()), before);
    other.redo().unwrap();
    let mut restored = other.export_all().unwrap();
    for (calendar, original) in restored.calendars.iter_mut().zip(&dump.calendars) {
        assert_eq!(keys[&original.key], calendar.key);
        calendar.key = original.key;
    }
    assert_eq!(restored, dump);
}

#[test]
fn an_export_of_a_newer_version_is_refused() {
    let folder = folder();
    let mut store = open(folder.path());
    fill(&mut store);
    let mut dump = store.export_all().unwrap();
    dump.format = 2;
    let before = decisions(folder.path());
    assert!(
        store
            .act("Restore", now(), |act| act.import_all(&dump))
            .is_err()
    );
    assert_eq!(decisions(folder.path()), before);
}
