use std::process::Child;

use weekwise_store::{Store, StoreError, restore, start_anew};

use crate::helper::{folder, given, now, open, second_program};

#[test]
#[ignore = "a second program for other tests"]
fn opens() {
    let Some((folder, _)) = given() else { return };
    match Store::open(&folder, now()) {
        Ok((mut store, _)) => {
            let number = store.setting::<u64>("number").unwrap();
            let written = store.act("Set", now(), |act| act.set_setting("a", "b"));
            println!("opened {:?}, {number:?}; {written:?}", store.unwritable());
        }
        Err(error) => println!("refused: {error:?}: {error}"),
    }
}

#[test]
#[ignore = "a second program for other tests"]
fn writes() {
    let Some((folder, name)) = given() else {
        return;
    };
    let mut store = open(&folder);
    for number in 0..60 {
        store
            .act("Set", now(), |act| {
                // Read, then write: nothing may come in between.
                let count = act.setting::<u32>("count")?.unwrap_or_default();
                act.set_setting("count", &(count + 1))?;
                act.set_setting(&format!("{name} {number}"), &count)
            })
            .unwrap();
    }
    println!("done");
}

fn all_done(programs: Vec<Child>) {
    for program in programs {
        let out = program.wait_with_output().unwrap();
        assert!(String::from_utf8_lossy(&out.stdout).contains("done"));
    }
}

#[test]
fn two_programs_write_at_once() {
    let folder = folder();
    let start = |name| {
        second_program("other_programs::writes", folder.path(), name)
            .spawn()
            .unwrap()
    };
    // Not even the folder's library exists when they start.
    all_done(vec![start("one"), start("two"), start("three")]);
    let mut store = open(folder.path());
    assert_eq!(
        store.setting::<u32>("count").unwrap(),
        Some(180),
        "no action overwrote another"
    );
    assert!(store.check().unwrap().is_empty());
    for left in (0..180).rev() {
        store.undo().unwrap().unwrap();
        let expected = (left > 0).then_some(left);
        assert_eq!(store.setting::<u32>("count").unwrap(), expected);
    }
}

#[test]
fn what_one_window_did_the_other_can_undo() {
    let folder = folder();
    let mut one = open(folder.path());
    let mut two = open(folder.path());
    one.act("Set", now(), |act| act.set_setting("a", "b"))
        .unwrap();
    assert_eq!(two.setting::<String>("a").unwrap().unwrap(), "b");
    assert_eq!(two.undo().unwrap().unwrap().label, "Set");
    assert_eq!(one.setting::<String>("a").unwrap(), None);
}

#[test]
fn the_file_is_not_exchanged_under_a_program_that_has_it_open() {
    let folder = folder();
    let store = open(folder.path());
    let backup = store.back_up(now()).unwrap();
    assert!(matches!(
        restore(folder.path(), &backup, now()),
        Err(StoreError::InUse)
    ));
    assert!(matches!(
        start_anew(folder.path(), now()),
        Err(StoreError::InUse)
    ));
    drop(store);
    assert!(restore(folder.path(), &backup, now()).is_ok());
}
