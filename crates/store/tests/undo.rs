use proptest::collection::vec;
use proptest::prelude::*;
use weekwise_model::Category;
use weekwise_store::{Correction, Import, Result, Scope, Store};

use crate::helper::{
    calendar_of, decisions, event, folder, hours_later, import, library_file, now, open,
};

/// Something a user does.
#[derive(Debug, Clone)]
enum Doing {
    Import { file: u8, version: u8 },
    Correct { key: u8, category: usize },
    Uncorrect { key: u8 },
    Rules(Vec<u8>),
    Set { key: u8, value: String },
    Unset { key: u8 },
    Profile { id: u8, keep: bool },
    Plan { id: u8, keep: bool },
    Rename { which: usize, name: String },
    Remove { which: usize },
    GoBack { which: usize },
    Several(Vec<Doing>),
    UndoAndForget,
}

fn simple() -> impl Strategy<Value = Doing> {
    prop_oneof![
        (0..3u8, 0..4u8).prop_map(|(file, version)| Doing::Import { file, version }),
        (0..4u8, 0..6usize).prop_map(|(key, category)| Doing::Correct { key, category }),
        (0..4u8).prop_map(|key| Doing::Uncorrect { key }),
        vec(any::<u8>(), 0..4).prop_map(Doing::Rules),
        (0..3u8, ".{0,8}").prop_map(|(key, value)| Doing::Set { key, value }),
        (0..3u8).prop_map(|key| Doing::Unset { key }),
        (0..2u8, any::<bool>()).prop_map(|(id, keep)| Doing::Profile { id, keep }),
        (0..2u8, any::<bool>()).prop_map(|(id, keep)| Doing::Plan { id, keep }),
        (0..3usize, ".{0,8}").prop_map(|(which, name)| Doing::Rename { which, name }),
        (0..3usize).prop_map(|which| Doing::Remove { which }),
        (0..3usize).prop_map(|which| Doing::GoBack { which }),
    ]
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        6 => simple(),
        1 => vec(simple(), 1..4).prop_map(Doing::Several),
        1 => Just(Doing::UndoAndForget),
    ]
}

fn do_it(act: &weekwise_store::Act<'_>, doing: &Doing) -> Result<()> {
    let calendars = act.calendars()?;
    let calendar = |which: usize| calendars.get(which);
    match doing {
        Doing::Import { file, version } => {
            let name = format!("calendar {file}.ics");
            let bytes = format!("{file} {version}");
            let events = [event(
                &format!("{file}"),
                &bytes,
                hours_later(i64::from(*version)),
            )];
            act.import(&Import {
                target: calendar_of(act, &name),
                events: &events,
                ..Import::of_file(&name, bytes.as_bytes())
            })?;
        }
        Doing::Correct { key, category } => act.correct(&Correction {
            scope: Scope::Alike,
            key: key.to_string(),
            category: Category::WORK[*category],
            kind: None,
            made_at: now(),
        })?,
        Doing::Uncorrect { key } => act.remove_correction(Scope::Alike, &key.to_string())?,
        Doing::Rules(rules) => act.replace_rules(rules)?,
        Doing::Set { key, value } => act.set_setting(&key.to_string(), value)?,
        Doing::Unset { key } => act.remove_setting(&key.to_string())?,
        Doing::Profile { id, keep: true } => act.save_profile(&id.to_string(), "profile")?,
        Doing::Profile { id, .. } => act.remove_profile(&id.to_string())?,
        Doing::Plan { id, keep: true } => act.save_plan(&id.to_string(), "plan")?,
        Doing::Plan { id, .. } => act.remove_plan(&id.to_string())?,
        Doing::Rename { which, name } => {
            if let Some(calendar) = calendar(*which) {
                let mut settings = calendar.settings.clone();
                settings.name.clone_from(name);
                act.set_calendar(calendar.key, &settings)?;
            }
        }
        Doing::Remove { which } => {
            if let Some(calendar) = calendar(*which) {
                act.remove_calendar(calendar.key)?;
            }
        }
        Doing::GoBack { which } => {
            if let Some(calendar) = calendar(*which) {
                let oldest = act.snapshots(calendar.key)?.pop().unwrap();
                act.use_snapshot(calendar.key, oldest.key)?;
            }
        }
        Doing::Several(several) => {
            for one in several {
                do_it(act, one)?;
            }
        }
        Doing::UndoAndForget => {}
    }
    Ok(())
}

/// Everything that holds can be read.
fn all_is_there(store: &Store) {
    for calendar in store.calendars().unwrap() {
        assert!(!store.bytes_of(calendar.snapshot).unwrap().is_empty());
        assert_eq!(store.events_of(calendar.snapshot).unwrap().len(), 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn everything_can_be_undone_and_redone(
        doings in vec(doing(), 1..25),
        reopen in any::<bool>(),
    ) {
        let folder = folder();
        let mut store = open(folder.path());
        let mut states = vec![decisions(folder.path())];
        let mut labels = vec![];
        for (number, doing) in doings.iter().enumerate() {
            if matches!(doing, Doing::UndoAndForget) {
                // What comes after cannot be redone past; what is here must be as it was before.
                if store.undo().unwrap().is_some() {
                    states.pop();
                    labels.pop();
                }
                continue;
            }
            let label = number.to_string();
            store.act(&label, now(), |act| do_it(act, doing)).unwrap();
            if store.next_undo().unwrap().is_some_and(|line| line.label == label) {
                states.push(decisions(folder.path()));
                labels.push(label);
            } else {
                prop_assert_eq!(states.last().unwrap(), &decisions(folder.path()));
            }
        }
        for (state, label) in states.iter().zip(&labels).rev() {
            if reopen {
                drop(store);
                store = open(folder.path());
            }
            prop_assert_eq!(&store.undo().unwrap().unwrap().label, label);
            prop_assert_eq!(state, &decisions(folder.path()));
            all_is_there(&store);
        }
        prop_assert_eq!(store.undo().unwrap(), None);
        for (state, label) in states.iter().skip(1).zip(&labels) {
            prop_assert_eq!(&store.redo().unwrap().unwrap().label, label);
            prop_assert_eq!(state, &decisions(folder.path()));
            all_is_there(&store);
        }
        prop_assert!(store.check().unwrap().is_empty());
    }
}

#[test]
fn what_was_imported_by_mistake_is_forgotten_with_its_redo() {
    let folder = folder();
    let mut store = open(folder.path());
    let outcome = import(
        &mut store,
        1,
        &[event("1", "Private diagnosis", hours_later(1))],
    );
    store.undo().unwrap();
    assert_eq!(
        store.snapshots(outcome.calendar).unwrap().len(),
        1,
        "it can be redone"
    );
    store
        .act("Set", now(), |act| act.set_setting("a", "b"))
        .unwrap();
    assert_eq!(store.next_redo().unwrap(), None);
    assert!(store.snapshots(outcome.calendar).unwrap().is_empty());
    let connection = rusqlite::Connection::open(library_file(folder.path())).unwrap();
    for table in ["event", "content", "snapshot", "snapshot_event"] {
        let sql = format!("SELECT count(*) FROM {table}");
        let rows: u32 = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 0, "{table}");
    }
}

#[test]
fn what_failed_or_did_nothing_does_not_end_redoing() {
    let folder = folder();
    let mut store = open(folder.path());
    store
        .act("Set", now(), |act| act.set_setting("a", "b"))
        .unwrap();
    store.undo().unwrap();
    store
        .act("Nothing", now(), |act| act.remove_setting("c"))
        .unwrap();
    let failed = store.act("Fail", now(), |act| {
        act.set_setting("d", "e")?;
        Err::<(), _>(weekwise_store::StoreError::Cancelled)
    });
    assert!(failed.is_err());
    assert_eq!(store.redo().unwrap().unwrap().label, "Set");
    assert_eq!(store.setting::<String>("a").unwrap().unwrap(), "b");
}

#[test]
fn the_last_thousand_actions_can_be_undone() {
    let folder = folder();
    let mut store = open(folder.path());
    for number in 0..1_005 {
        store
            .act("Count", now(), |act| act.set_setting("n", &number))
            .unwrap();
    }
    let mut undone = 0;
    while store.undo().unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 1_000);
    assert_eq!(store.setting::<u32>("n").unwrap(), Some(4));
}
