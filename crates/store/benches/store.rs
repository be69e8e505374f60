//! How long the user waits for the library: a correction, ten years imported, opening.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench fails loudly and says what it measured; its macros document nothing"
)]

use std::hint::black_box;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use tempfile::TempDir;
use weekwise_model::{Category, InstanceId};
use weekwise_store::{Correction, Import, IndexedEvent, Scope, Store, Target};

/// Ten years of a full calendar.
const EVENTS: i64 = 30_000;

fn now() -> DateTime<Utc> {
    "2026-11-16T09:00:00Z".parse().unwrap()
}

/// As many events as ten years have, every one of them different, and `late` of them an hour later.
fn events(late: i64) -> Vec<IndexedEvent> {
    const WORDS: [&str; 12] = [
        "Design",
        "review",
        "storage",
        "guild",
        "roadmap",
        "sync",
        "platform",
        "incident",
        "planning",
        "migration",
        "quarter",
        "payments",
    ];
    let word = |n: i64| WORDS[usize::try_from(n.unsigned_abs() % 12).unwrap()];
    let person = |n: i64| format!("Person {n} <person{n}@example.org>\n");
    (0..EVENTS)
        .map(|i| IndexedEvent {
            uid: format!("{i:08x}-4b1d-11ef-9d2c@example.org"),
            recurrence_id: None,
            start: InstanceId::Instant(now() + TimeDelta::hours(3 * i + i64::from(i < late))),
            title: format!("{} {} {} #{i}", word(i), word(i / 12), word(i / 144)),
            people: [0, 13, 26, 39].map(|p| person((i * 7 + p) % 300)).concat(),
            description: format!(
                "Agenda: {} and {} for {}. Notes: https://docs.example.org/d/{i:x}",
                word(i / 7),
                word(i / 5),
                word(i / 3)
            ),
            fingerprint: i.unsigned_abs(),
            cancelled: false,
        })
        .collect()
}

/// A file that says what the index says, as calendars do: much the same again and again.
fn file(events: &[IndexedEvent]) -> Vec<u8> {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for event in events {
        text.push_str(&format!(
            "BEGIN:VEVENT\r\nUID:{}\r\nDTSTART:{}\r\nSUMMARY:{}\r\nDESCRIPTION:{}\r\n",
            event.uid,
            event.start.text(chrono_tz::UTC),
            event.title,
            event.description
        ));
        for person in event.people.lines() {
            text.push_str(&format!(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN={person}\r\n"
            ));
        }
        text.push_str("TRANSP:OPAQUE\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n");
    }
    text.push_str("END:VCALENDAR\r\n");
    text.into_bytes()
}

fn open(folder: &Path) -> Store {
    Store::open(folder, now()).unwrap().0
}

fn import(store: &mut Store, events: &[IndexedEvent], bytes: &[u8]) {
    store
        .act("Import", now(), |act| {
            let known = act.calendars()?.first().map(|calendar| calendar.key);
            act.import(&Import {
                target: known.map_or(Target::New, Target::Calendar),
                events,
                ..Import::of_file("work.ics", bytes)
            })
        })
        .unwrap();
}

fn empty() -> (Store, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    (open(folder.path()), folder)
}

fn ten_years(criterion: &mut Criterion) {
    let (before, after) = (events(0), events(500));
    let (old, new) = (file(&before), file(&after));
    let mut group = criterion.benchmark_group("ten years");
    group.sample_size(10);
    group.bench_function("first import", |bencher| {
        bencher.iter_batched_ref(
            empty,
            |(store, _)| import(store, &before, &old),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("import of a newer export", |bencher| {
        let filled = || {
            let (mut store, folder) = empty();
            import(&mut store, &before, &old);
            (store, folder)
        };
        bencher.iter_batched_ref(
            filled,
            |(store, _)| import(store, &after, &new),
            BatchSize::PerIteration,
        );
    });

    let (mut store, folder) = empty();
    import(&mut store, &before, &old);
    import(&mut store, &after, &new);
    group.sample_size(50);
    group.bench_function("undo and redo of an import", |bencher| {
        bencher.iter(|| (store.undo().unwrap(), store.redo().unwrap()));
    });
    group.bench_function("comparison", |bencher| {
        let calendar = store.calendars().unwrap()[0].key;
        let snapshots = store.snapshots(calendar).unwrap();
        bencher.iter(|| store.compare(snapshots[1].key, snapshots[0].key).unwrap());
    });
    group.bench_function("search", |bencher| {
        bencher.iter(|| store.search(black_box("storage review"), 50).unwrap());
    });
    group.bench_function("search of two letters", |bencher| {
        bencher.iter(|| store.search(black_box("qx"), 50).unwrap());
    });
    group.bench_function("reading the file back", |bencher| {
        let snapshot = store.calendars().unwrap()[0].snapshot;
        bencher.iter(|| store.bytes_of(snapshot).unwrap());
    });
    let mut number = 0;
    group.bench_function("correction", |bencher| {
        bencher.iter(|| {
            number += 1;
            let correction = Correction {
                scope: Scope::Series,
                key: number.to_string(),
                category: Category::Review,
                kind: None,
                made_at: now(),
            };
            store
                .act("Correct", now(), |act| act.correct(&correction))
                .unwrap();
        });
    });
    drop(store);
    group.bench_function("opening", |bencher| bencher.iter(|| open(folder.path())));
    let size = folder.path().join("weekwise.db").metadata().unwrap().len();
    println!(
        "two imports of {} MB make a library of {} MB",
        old.len() >> 20,
        size >> 20
    );
    group.finish();
}

criterion_group!(benches, ten_years);
criterion_main!(benches);
