//! How long reading and expanding take: 1,000, 10,000 and 100,000 events, and ten years of a busy calendar.
//!
//! Lines are linear in the file where the middle and the last bench agree.
#![expect(clippy::unwrap_used, reason = "a bench")]

use std::hint::black_box;

use chrono::{TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use weekwise_ical::{Imported, Input, import};

use calendars::calendar;

mod calendars;

fn read(bytes: &[u8]) -> Imported {
    import(vec![Input::Bytes {
        name: "bench.ics".to_owned(),
        bytes: bytes.to_vec(),
    }])
}

fn benches(c: &mut Criterion) {
    let mut group = c.benchmark_group("import");
    group.sample_size(10);
    for events in [1_000, 10_000, 100_000] {
        let bytes = calendar(events, 2_000);
        group.throughput(Throughput::Bytes(bytes.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(events), &bytes, |b, bytes| {
            b.iter(|| black_box(read(bytes)));
        });
    }
    group.finish();

    // Twelve meetings a working day for ten years.
    let busy = read(&calendar(30_000, 3_650));
    let year = |n: i32| Utc.with_ymd_and_hms(n, 1, 1, 0, 0, 0).unwrap();
    let mut group = c.benchmark_group("expand a busy decade");
    group.sample_size(10);
    group.bench_function("one week", |b| {
        b.iter(|| {
            black_box(busy.expand(
                year(2025),
                year(2025) + TimeDelta::weeks(1),
                Tz::Europe__Berlin,
            ))
        });
    });
    group.bench_function("one year", |b| {
        b.iter(|| black_box(busy.expand(year(2025), year(2026), Tz::Europe__Berlin)));
    });
    group.bench_function("all of it", |b| {
        b.iter(|| black_box(busy.expand(year(2016), year(2026), Tz::Europe__Berlin)));
    });
    group.finish();
}

criterion_group!(import_and_expand, benches);
criterion_main!(import_and_expand);
