//! How long the user waits for the library: ten years imported, opened, a correction saved.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    dead_code,
    reason = "a bench fails loudly; its macros document nothing"
)]

mod support;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use support::{clock, file, source};
use tempfile::TempDir;
use weekwise_engine::{Opened, Progress, SettingsChange, Source, StoredLibrary};
use weekwise_model::{Category, CorrectionRequest, Scope};

const YEARS: i32 = 10;

fn change() -> SettingsChange {
    SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@example.org".to_owned()]),
        ..SettingsChange::default()
    }
}

fn import(library: &mut StoredLibrary, source: Source) {
    library
        .import(source, &clock(), &Progress::default())
        .unwrap();
}

fn empty() -> (StoredLibrary, TempDir) {
    let folder = TempDir::new().unwrap();
    (
        StoredLibrary::open(folder.path(), &clock()).unwrap(),
        folder,
    )
}

fn correct(library: &mut StoredLibrary, opened: &mut Opened, category: Category) {
    let request = CorrectionRequest {
        scope: Scope::Series,
        uid: "series-2026-4@example.org".to_owned(),
        recurrence_id: None,
        category: Some(category),
        kind: None,
    };
    let (_, correction) = opened.correction(&request, &clock()).unwrap();
    library
        .correct(&correction.unwrap(), "Platform sync", &clock())
        .unwrap();
    opened.hear(library.said().unwrap());
}

fn library(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ten years");
    group.sample_size(10);
    group.bench_function("first import", |bencher| {
        bencher.iter_batched_ref(
            || (empty(), source(YEARS)),
            |((library, _), source)| import(library, source.clone()),
            BatchSize::PerIteration,
        );
    });
    let newer = || Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: file(YEARS, 300),
    };
    group.bench_function("import of a newer export", |bencher| {
        bencher.iter_batched_ref(
            || {
                let (mut library, folder) = empty();
                import(&mut library, source(YEARS));
                (library, folder, newer())
            },
            |(library, _, newer)| import(library, newer.clone()),
            BatchSize::PerIteration,
        );
    });
    let (mut library, folder) = empty();
    import(&mut library, source(YEARS));
    drop(library);
    group.bench_function("open and read", |bencher| {
        bencher.iter(|| {
            let library = StoredLibrary::open(folder.path(), &clock()).unwrap();
            library.read(&change()).unwrap()
        });
    });
    let mut library = StoredLibrary::open(folder.path(), &clock()).unwrap();
    let mut opened = library.read(&change()).unwrap();
    let mut categories = [Category::Review, Category::Strategy].into_iter().cycle();
    group.bench_function("a correction saved", |bencher| {
        bencher.iter(|| correct(&mut library, &mut opened, categories.next().unwrap()));
    });
    group.finish();
}

criterion_group!(benches, library);
criterion_main!(benches);
