//! Programs that are killed while they write.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use weekwise_model::Category;
use weekwise_store::{Correction, Import, Scope, Store};

use crate::helper::{calendar_of, event, folder, given, hours_later, now, open, second_program};
use crate::migration;

/// How often a program is killed: 40 times, or as often as `WEEKWISE_KILLS` says.
fn kills() -> u64 {
    std::env::var("WEEKWISE_KILLS")
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(40)
}

/// Numbers without order, the same in every run.
struct Unordered(u64);

impl Unordered {
    fn below(&mut self, end: u64) -> u64 {
        // Marsaglia's xorshift.
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Says on standard output that action `number` is done.
fn confirm(number: u64) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "confirmed {number}").unwrap();
    out.flush().unwrap();
}

/// One action: an import, a correction, a setting and rules that all say `number`.
pub fn act(store: &mut Store, number: u64) {
    let bytes = format!("bytes {number} ").repeat(500);
    let events: Vec<_> = (0..60)
        .map(|i| {
            event(
                &i.to_string(),
                &format!("Event {i} of {number}"),
                hours_later(i),
            )
        })
        .collect();
    store
        .act("Import", now(), |act| {
            act.import(&Import {
                target: calendar_of(act, "work.ics"),
                events: &events,
                ..Import::of_file("work.ics", bytes.as_bytes())
            })?;
            act.correct(&Correction {
                scope: Scope::Series,
                key: number.to_string(),
                category: Category::Review,
                kind: None,
                made_at: now(),
            })?;
            act.replace_rules(&[number, number])?;
            act.set_setting("number", &number)
        })
        .unwrap();
}

/// The number of the last action, after making sure that it and all before it are there completely, and nothing of one
/// after it.
pub fn last_action(store: &Store) -> Option<u64> {
    let last = store.setting::<u64>("number").unwrap()?;
    assert_eq!(store.rules::<u64>().unwrap(), [last, last]);
    let keys: std::collections::BTreeSet<u64> = store
        .corrections()
        .unwrap()
        .iter()
        .map(|correction| correction.key.parse().unwrap())
        .collect();
    assert!(
        keys.iter().copied().eq(0..=last),
        "every correction is there"
    );
    let calendar = &store.calendars().unwrap()[0];
    assert_eq!(
        store.snapshots(calendar.key).unwrap().len() as u64,
        last + 1
    );
    let bytes = store.bytes_of(calendar.snapshot).unwrap();
    assert!(bytes.starts_with(format!("bytes {last} ").as_bytes()));
    let events = store.events_of(calendar.snapshot).unwrap();
    assert_eq!(events.len(), 60);
    assert!(
        events
            .iter()
            .all(|e| e.title.ends_with(&format!(" of {last}")))
    );
    Some(last)
}

/// Runs a program, kills it `delay` after it has confirmed `actions`, however slow the machine is, and returns the last
/// action it confirmed.
fn killed(mut command: Command, actions: u64, delay: Duration) -> Option<u64> {
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (sender, receiver) = mpsc::channel();
    let reader = thread::spawn(move || {
        for line in out.lines() {
            // The test harness may have begun the line.
            if let Some((_, number)) = line.unwrap().rsplit_once("confirmed ") {
                sender.send(number.parse().unwrap()).unwrap();
            }
        }
    });
    // One that ends by itself confirms nothing more.
    let before = receiver
        .iter()
        .take(usize::try_from(actions).unwrap())
        .last();
    thread::sleep(delay);
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    receiver.iter().last().or(before)
}

#[test]
fn killed_while_writing_nothing_confirmed_is_lost() {
    let mut unordered = Unordered(0x5EED);
    let mut place = folder();
    let (mut confirmed_in_all, mut in_between, mut last) = (0, 0, None);
    for round in 0..kills() {
        // Now and then from nothing, so that making a library is interrupted too.
        if round % 8 == 0 {
            place = folder();
            last = None;
        }
        let begins = round % 8 == 0;
        let actions = if begins { 0 } else { 1 + unordered.below(4) };
        let delay = Duration::from_millis(unordered.below(60));
        let program = second_program("crash::writes_until_killed", place.path(), "");
        let confirmed = killed(program, actions, delay).or(last);
        let (mut store, _) = Store::open(place.path(), now()).unwrap();
        assert_eq!(
            store.check().unwrap(),
            Vec::<String>::new(),
            "round {round}"
        );
        let found = last_action(&store);
        assert!(
            found >= confirmed,
            "round {round}: {found:?} is there, {confirmed:?} was confirmed"
        );
        // One may have been written and not confirmed any more.
        assert!(found <= confirmed.map_or(Some(0), |number| Some(number + 1)));
        if let Some(number) = found {
            assert_eq!(store.undo().unwrap().unwrap().label, "Import");
            assert_eq!(
                store.setting::<u64>("number").unwrap(),
                number.checked_sub(1)
            );
            store.redo().unwrap();
            assert_eq!(last_action(&store), found);
        }
        confirmed_in_all += found.map_or(0, |n| n + 1) - last.map_or(0, |n: u64| n + 1);
        in_between += u64::from(found > confirmed);
        last = found;
    }
    println!(
        "killed {} times: {confirmed_in_all} actions written, {in_between} of them not confirmed any more",
        kills()
    );
    assert!(
        confirmed_in_all > kills(),
        "the program was killed before it did anything"
    );
}

#[test]
#[ignore = "the program that the test above kills"]
fn writes_until_killed() {
    let Some((folder, _)) = given() else { return };
    let mut store = open(&folder);
    let first = last_action(&store).map_or(0, |number| number + 1);
    for number in first.. {
        act(&mut store, number);
        confirm(number);
    }
}

#[test]
fn killed_while_migrating_nothing_is_lost() {
    let mut unordered = Unordered(0xD0_0D);
    let old = folder();
    migration::version_1(old.path(), 1_500);
    let started = std::time::Instant::now();
    let whole = folder();
    copy(old.path(), whole.path());
    drop(open(whole.path()));
    let longest = u64::try_from(started.elapsed().as_millis()).unwrap() + 40;
    let (mut before, mut finished) = (0, 0);
    for round in 0..kills() / 2 {
        let place = folder();
        copy(old.path(), place.path());
        let program = second_program("crash::migrates", place.path(), "");
        let confirmed = killed(program, 0, Duration::from_millis(unordered.below(longest)));
        let (store, report) = Store::open(place.path(), now()).unwrap();
        assert_eq!(
            store.check().unwrap(),
            Vec::<String>::new(),
            "round {round}"
        );
        migration::is_complete(&store, 1_500);
        if report.migrated_from.is_some() {
            assert!(
                confirmed.is_none(),
                "a confirmed migration is not done twice"
            );
            before += 1;
        } else {
            finished += 1;
            assert!(!store.backups().is_empty(), "no migration without a backup");
        }
    }
    println!(
        "killed {} times: {before} before and {finished} after the migration",
        kills() / 2
    );
}

#[test]
#[ignore = "the program that the test above kills"]
fn migrates() {
    let Some((folder, _)) = given() else { return };
    let store = open(&folder);
    confirm(0);
    thread::sleep(Duration::from_secs(20));
    drop(store);
}

fn copy(from: &Path, to: &Path) {
    std::fs::copy(from.join("weekwise.db"), to.join("weekwise.db")).unwrap();
}
