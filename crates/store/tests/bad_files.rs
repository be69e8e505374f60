use std::fs;
use std::path::Path;

use rstest::rstest;
use rusqlite::Connection;
use weekwise_store::{Store, StoreError, delete_all_data, is_library_in, restore, start_anew};

use crate::helper::{event, folder, hours_later, import, library_file, names, now, open};

/// A PNG of one pixel, as far as it matters.
const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89";

/// A library with a calendar in it, and all of it in one file.
fn written(folder: &Path) -> Vec<u8> {
    let mut store = open(folder);
    let events: Vec<_> = (0..2_000)
        .map(|i| {
            event(
                &i.to_string(),
                &format!("Design review {i}"),
                hours_later(i),
            )
        })
        .collect();
    import(&mut store, 1, &events);
    drop(store);
    fs::read(library_file(folder)).unwrap()
}

fn refused(folder: &Path) -> StoreError {
    let file = library_file(folder);
    let before = fs::read(&file).unwrap();
    let error = Store::open(folder, now()).unwrap_err();
    assert_eq!(fs::read(&file).unwrap(), before, "the file is as it was");
    error
}

#[rstest]
#[case::picture(PNG)]
#[case::a_few_bytes(b"SQLite")]
#[case::text(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")]
fn a_file_that_is_no_database_is_left_alone(#[case] bytes: &[u8]) {
    let folder = folder();
    fs::write(library_file(folder.path()), bytes).unwrap();
    let error = refused(folder.path());
    assert!(
        matches!(&error, StoreError::NotALibrary { file } if *file == library_file(folder.path()))
    );
    assert!(error.to_string().contains("left as it is"));
}

#[test]
fn the_database_of_another_program_is_left_alone() {
    let folder = folder();
    let other = Connection::open(library_file(folder.path())).unwrap();
    other
        .execute_batch("CREATE TABLE places (url TEXT); PRAGMA user_version = 77;")
        .unwrap();
    drop(other);
    assert!(matches!(
        refused(folder.path()),
        StoreError::NotALibrary { .. }
    ));
}

#[test]
fn a_library_of_a_newer_version_is_left_alone() {
    let folder = folder();
    written(folder.path());
    let newer = Connection::open(library_file(folder.path())).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let error = refused(folder.path());
    assert!(matches!(
        error,
        StoreError::NewerVersion {
            found: 99,
            known: 2
        }
    ));
    assert!(error.to_string().contains("Update Weekwise"));
}

#[rstest]
#[case::most_of_it(0.9)]
#[case::half(0.5)]
#[case::the_first_page_alone(0.01)]
fn a_truncated_library_is_left_alone(#[case] kept: f64) {
    let folder = folder();
    let bytes = written(folder.path());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small file"
    )]
    let kept = (bytes.len() as f64 * kept) as usize;
    fs::write(library_file(folder.path()), &bytes[..kept]).unwrap();
    let error = refused(folder.path());
    assert!(matches!(&error, StoreError::Damaged { backups, .. } if backups.is_empty()));
    assert!(error.to_string().contains("start a new library"));
}

#[test]
fn overwritten_pages_are_found() {
    let folder = folder();
    let mut bytes = written(folder.path());
    // Not the header, not the pages of the search index at the end, which can be built anew.
    let connection = Connection::open(library_file(folder.path())).unwrap();
    let root: usize = connection
        .query_row(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'event'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    drop(connection);
    bytes[(root - 1) * 4096..root * 4096].fill(0x5A);
    fs::write(library_file(folder.path()), &bytes).unwrap();
    let StoreError::Damaged { details, .. } = refused(folder.path()) else {
        panic!("the damage was not seen");
    };
    assert!(!details.is_empty());
}

#[test]
fn flipped_bytes_inside_an_import_are_damage_that_a_backup_mends() {
    let folder = folder();
    let mut store = open(folder.path());
    let bytes: Vec<u8> = (0..60_000_u32)
        .flat_map(|n| n.wrapping_mul(n).to_le_bytes())
        .collect();
    let import = weekwise_store::Import::of_file("work.ics", &bytes);
    let kept = store
        .act("Import", now(), |act| act.import(&import))
        .unwrap();
    let backup = store.back_up(now()).unwrap();
    drop(store);
    let connection = Connection::open(library_file(folder.path())).unwrap();
    // In the middle of the compressed bytes, where no structure of the database is.
    connection
        .execute(
            "UPDATE content SET packed = CAST(substr(packed, 1, 9000) || x'5A5A5A5A' || substr(packed, 9005) AS BLOB)",
            [],
        )
        .unwrap();
    drop(connection);
    let store = open(folder.path());
    let error = store.bytes_of(kept.snapshot).unwrap_err();
    assert!(
        matches!(&error, StoreError::Damaged { backups, .. } if *backups == [backup.clone()]),
        "{error:?}"
    );
    assert!(error.to_string().contains("Restore a backup"), "{error}");
    drop(store);
    let (store, _) = restore(folder.path(), &backup, now()).unwrap();
    assert_eq!(store.bytes_of(kept.snapshot).unwrap(), bytes);
}

#[test]
fn half_a_backup_is_swept_away_by_a_later_one() {
    let folder = folder();
    let store = open(folder.path());
    store.back_up(now()).unwrap();
    let half = folder
        .path()
        .join("backups/weekwise-2-20261113T100000Z.part");
    fs::write(&half, "half").unwrap();
    store.back_up(now() - chrono::TimeDelta::days(2)).unwrap();
    assert!(half.exists(), "it may still be growing");
    store.back_up(now()).unwrap();
    assert!(!half.exists());
}

#[test]
fn an_empty_file_is_damage_only_where_there_was_a_library() {
    let folder = folder();
    fs::write(library_file(folder.path()), "").unwrap();
    assert!(!is_library_in(folder.path()));
    let (store, report) = Store::open(folder.path(), now()).unwrap();
    assert!(report.created);
    let backup = store.back_up(now()).unwrap();
    drop(store);
    fs::write(library_file(folder.path()), "").unwrap();
    assert!(is_library_in(folder.path()), "one asks for it, and is told");
    let error = refused(folder.path());
    assert!(matches!(&error, StoreError::Damaged { backups, .. } if *backups == [backup]));
    assert!(error.to_string().contains("Restore a backup"));
}

#[test]
fn a_damaged_library_is_restored_from_its_backup() {
    let folder = folder();
    let mut store = open(folder.path());
    let outcome = import(&mut store, 1, &[event("1", "Guild", hours_later(1))]);
    store.back_up(now()).unwrap();
    import(&mut store, 2, &[]);
    drop(store);
    fs::write(library_file(folder.path()), PNG).unwrap();

    let backups = fs::read_dir(folder.path().join("backups")).unwrap();
    let backup = backups.flatten().next().unwrap().path();
    let (mut store, report) = restore(folder.path(), &backup, now()).unwrap();
    assert!(!report.created);
    assert_eq!(store.bytes_of(outcome.snapshot).unwrap(), b"version 1");
    assert_eq!(store.snapshots(outcome.calendar).unwrap().len(), 1);
    assert!(store.check().unwrap().is_empty());
    assert_eq!(store.undo().unwrap().unwrap().label, "Import work.ics");
    let aside = folder
        .path()
        .join("put-aside")
        .join("weekwise-20261116T090000Z.db");
    assert_eq!(fs::read(aside).unwrap(), PNG, "nothing is thrown away");
}

#[rstest]
#[case::picture(PNG)]
#[case::damaged(b"SQLite format 3\0 and then nothing that makes sense")]
fn a_bad_backup_is_refused_before_anything_is_touched(#[case] bytes: &[u8]) {
    let folder = folder();
    let before = written(folder.path());
    let backup = folder.path().join("backup.db");
    fs::write(&backup, bytes).unwrap();
    let error = restore(folder.path(), &backup, now()).unwrap_err();
    assert!(matches!(&error, StoreError::BadBackup { good, .. } if good.is_empty()));
    let said = error.to_string();
    assert!(
        said.contains("backup.db") && said.contains("no other backup"),
        "{said}"
    );
    assert_eq!(fs::read(library_file(folder.path())).unwrap(), before);
    assert_eq!(fs::read(&backup).unwrap(), bytes);
    assert_eq!(
        names(folder.path()),
        ["backup.db", "weekwise.db", "weekwise.lock"]
    );
    let missing = restore(folder.path(), Path::new("nowhere.db"), now());
    assert!(matches!(missing, Err(StoreError::NoSuch("backup"))));
}

#[test]
fn whoever_picks_a_bad_backup_hears_which_ones_are_good() {
    let folder = folder();
    let before = written(folder.path());
    let good = open(folder.path()).back_up(now()).unwrap();
    let backups = folder.path().join("backups");
    let bad = [
        "weekwise-4-20261101T090000Z.db",
        "weekwise-4-20261102T090000Z.db",
    ];
    for name in bad {
        fs::write(backups.join(name), PNG).unwrap();
    }
    let error = restore(folder.path(), &backups.join(bad[1]), now()).unwrap_err();
    let StoreError::BadBackup {
        backup,
        good: found,
        ..
    } = &error
    else {
        panic!("{error}");
    };
    assert_eq!(
        (backup, found),
        (&backups.join(bad[1]), &vec![good.clone()])
    );
    let said = error.to_string();
    let name = good.file_name().unwrap().to_str().unwrap();
    assert!(said.contains(bad[1]) && said.ends_with(name), "{said}");
    assert!(
        !said.contains("data folder") && !said.contains(bad[0]),
        "{said}"
    );
    assert_eq!(
        fs::read(library_file(folder.path())).unwrap(),
        before,
        "untouched"
    );
}

#[test]
fn starting_anew_puts_the_old_library_aside_whole() {
    let folder = folder();
    // A log that is not worked in yet: the library of a killed program.
    let mut store = open(folder.path());
    import(&mut store, 1, &[event("1", "Guild", hours_later(1))]);
    let copy = tempfile::tempdir().unwrap();
    for name in ["weekwise.db", "weekwise.db-wal"] {
        fs::copy(folder.path().join(name), copy.path().join(name)).unwrap();
    }
    drop(store);

    for expected in 1..=2 {
        let (store, report) = start_anew(copy.path(), now()).unwrap();
        assert!(report.created);
        assert!(store.calendars().unwrap().is_empty());
        drop(store);
        let aside = names(&copy.path().join("put-aside"));
        assert_eq!(
            aside
                .iter()
                .filter(|name| name.ends_with("Z.db") || name.ends_with("-2.db"))
                .count(),
            expected
        );
    }
    // Restored from there, nothing is missing: what the log held neither.
    let aside = copy.path().join("put-aside/weekwise-20261116T090000Z.db");
    let (store, _) = restore(folder.path(), &aside, now()).unwrap();
    let snapshot = store.calendars().unwrap()[0].snapshot;
    assert_eq!(store.bytes_of(snapshot).unwrap(), b"version 1");
}

#[test]
fn an_interrupted_exchange_leaves_one_of_the_two_libraries() {
    let folder = folder();
    let mut store = open(folder.path());
    import(&mut store, 1, &[event("1", "Guild", hours_later(1))]);
    let backup = store.back_up(now()).unwrap();
    import(&mut store, 2, &[]);
    drop(store);
    let (library, ready) = (
        library_file(folder.path()),
        folder.path().join("weekwise.db.ready"),
    );
    let snapshots = || {
        assert!(is_library_in(folder.path()));
        let store = open(folder.path());
        assert!(store.check().unwrap().is_empty());
        let calendar = store.calendars().unwrap()[0].key;
        store.snapshots(calendar).unwrap().len()
    };
    // Before the old one was taken away it stays.
    fs::copy(&backup, &ready).unwrap();
    assert_eq!((snapshots(), ready.exists()), (2, false));
    // Afterwards the new one comes, whatever is left of the old one.
    fs::copy(&backup, &ready).unwrap();
    fs::remove_file(&library).unwrap();
    fs::write(folder.path().join("weekwise.db-wal"), "of the old one").unwrap();
    assert_eq!((snapshots(), ready.exists()), (1, false));
}

#[test]
fn five_backups_are_kept() {
    let folder = folder();
    let store = open(folder.path());
    for day in 0..8 {
        store.back_up(now() + chrono::TimeDelta::days(day)).unwrap();
    }
    let backups = store.backups();
    assert_eq!(backups.len(), 5);
    assert!(backups[0].ends_with("weekwise-2-20261123T090000Z.db"));
    assert!(backups[4].ends_with("weekwise-2-20261119T090000Z.db"));
}

#[test]
fn deleting_all_data_leaves_nothing_but_what_is_not_ours() {
    let outer = folder();
    let folder = outer.path().join("weekwise");
    let store = open(&folder);
    assert!(matches!(delete_all_data(&folder), Err(StoreError::InUse)));
    assert!(library_file(&folder).exists());
    store.back_up(now()).unwrap();
    drop(store);
    drop(start_anew(&folder, now()).unwrap());
    fs::write(folder.join("notes.txt"), "mine").unwrap();
    delete_all_data(&folder).unwrap();
    assert_eq!(names(&folder), ["notes.txt"]);
    fs::remove_file(folder.join("notes.txt")).unwrap();
    drop(open(&folder));
    delete_all_data(&folder).unwrap();
    assert!(!folder.exists());
    delete_all_data(&folder).unwrap();
}
