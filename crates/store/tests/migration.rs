use std::fs;
use std::path::Path;

use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use weekwise_model::{Category, Kind};
use weekwise_store::{Scope, Store, StoreError};

use crate::helper::{folder, library_file, now, open, second_program};

/// Writes a library as version 1 did, by hand.
pub fn version_1(folder: &Path, events: u32) {
    let mut connection = Connection::open(library_file(folder)).unwrap();
    connection
        .pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))
        .unwrap();
    let transaction = connection.transaction().unwrap();
    transaction
        .execute_batch(include_str!("../src/schema/1_library.sql"))
        .unwrap();
    let bytes = b"BEGIN:VCALENDAR";
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    // Deflate's form for bytes as they are: last block, stored, length, its complement.
    let mut packed = vec![1, 15, 0, !15, !0];
    packed.extend_from_slice(bytes);
    transaction
        .execute(
            "INSERT INTO content VALUES (?, 15, ?)",
            params![hash, packed],
        )
        .unwrap();
    transaction
        .execute(
            "INSERT INTO snapshot VALUES (1, 1, '2026-01-05T08:00:00Z', 'work.ics', ?, ?, '[]')",
            params![hash, events],
        )
        .unwrap();
    for id in 0..events {
        transaction
            .execute(
                "INSERT INTO event VALUES (?1, 1, ?1, ?2, '', '2026-01-06T09:00:00Z', ?3,
                     'Ada Moreau <ada@example.org>', 'Agenda: what we learnt, what we try next', 0, 0)",
                params![id, format!("uid-{id}"), format!("Meeting number {id}")],
            )
            .unwrap();
        transaction
            .execute("INSERT INTO snapshot_event VALUES (1, ?)", [id])
            .unwrap();
    }
    transaction
        .execute_batch(
            r#"INSERT INTO calendar VALUES (1, 'Work', '#336699', 'Europe/Berlin', 'cross_team', 0, 'work.ics', NULL, 1, NULL);
               INSERT INTO setting VALUES ('zone', '"Europe/Berlin"');
               INSERT INTO correction VALUES ('series', 'uid-7', 'review', 'rfc_review', '2026-01-07T08:00:00Z');
               INSERT INTO rule VALUES (0, '{"title":"guild"}');
               INSERT INTO profile VALUES ('mine', '{}');
               INSERT INTO plan VALUES ('2026-W02', '{}');
               INSERT INTO action VALUES (1, 'Set the zone', '2026-01-05T08:00:00Z', 0);
               INSERT INTO change VALUES (1, 1, 'setting', NULL, '{"key":"zone","value":"\"Europe/Berlin\""}');
               PRAGMA user_version = 1;"#,
        )
        .unwrap();
    transaction.commit().unwrap();
}

/// Everything `version_1` wrote is there.
pub fn is_complete(store: &Store, events: usize) {
    let calendar = store.calendars().unwrap().remove(0);
    assert_eq!(calendar.settings.name, "Work");
    assert_eq!(calendar.settings.category, Some(Category::CrossTeam));
    assert!(!calendar.settings.included);
    assert_eq!(
        store.bytes_of(calendar.snapshot).unwrap(),
        b"BEGIN:VCALENDAR"
    );
    assert_eq!(store.events_of(calendar.snapshot).unwrap().len(), events);
    assert_eq!(
        store.setting::<String>("zone").unwrap().unwrap(),
        "Europe/Berlin"
    );
    let correction = store.corrections().unwrap().remove(0);
    assert_eq!(
        (correction.scope, correction.kind),
        (Scope::Series, Some(Kind::RfcReview))
    );
    assert_eq!(store.rules::<serde_json::Value>().unwrap().len(), 1);
    assert_eq!(store.profiles::<serde_json::Value>().unwrap().len(), 1);
    assert_eq!(store.plans::<serde_json::Value>().unwrap().len(), 1);
    let hits = store.search("NUMBER 7", 10_000).unwrap();
    assert!(
        hits.iter().any(|hit| hit.uid == "uid-7"),
        "search works on what is old, too"
    );
}

#[test]
fn an_old_library_is_migrated_after_a_backup() {
    let folder = folder();
    version_1(folder.path(), 50);
    let before = crate::helper::decisions(folder.path());
    let (mut store, report) = Store::open(folder.path(), now()).unwrap();
    assert_eq!(report.migrated_from, Some(1));
    assert!(!report.created);
    is_complete(&store, 50);
    assert_eq!(crate::helper::decisions(folder.path()), before);
    assert!(store.check().unwrap().is_empty());
    // The history came along.
    assert_eq!(store.undo().unwrap().unwrap().label, "Set the zone");
    assert_eq!(store.setting::<String>("zone").unwrap(), None);

    let backup = report.backup.unwrap();
    assert_eq!(
        backup,
        folder.path().join("backups/weekwise-1-20261116T090000Z.db")
    );
    assert_eq!(store.backups(), std::slice::from_ref(&backup));
    drop(store);
    let again = Store::open(folder.path(), now()).unwrap().1;
    assert_eq!((again.migrated_from, again.backup), (None, None));
    // And back, and forth again.
    let (store, report) = weekwise_store::restore(folder.path(), &backup, now()).unwrap();
    assert_eq!(report.migrated_from, Some(1));
    is_complete(&store, 50);
}

#[test]
fn a_library_is_not_migrated_while_an_older_program_has_it_open() {
    let folder = folder();
    drop(open(folder.path()));
    fs::remove_file(library_file(folder.path())).unwrap();
    version_1(folder.path(), 10);
    let older = fs::File::open(folder.path().join("weekwise.lock")).unwrap();
    older.lock_shared().unwrap();
    assert!(matches!(
        Store::open(folder.path(), now()),
        Err(StoreError::InUse)
    ));
    older.unlock().unwrap();
    is_complete(&open(folder.path()), 10);
}

#[test]
fn two_programs_that_come_at_once_migrate_once() {
    let folder = folder();
    version_1(folder.path(), 2_000);
    let programs: Vec<_> = (0..4)
        .map(|_| {
            second_program("other_programs::opens", folder.path(), "")
                .spawn()
                .unwrap()
        })
        .collect();
    for program in programs {
        let out = program.wait_with_output().unwrap();
        assert!(String::from_utf8_lossy(&out.stdout).contains("opened"));
    }
    let store = open(folder.path());
    is_complete(&store, 2_000);
    assert_eq!(store.backups().len(), 1);
}
