//! How long an answer takes: a week of a year's calendar, a year, ten years.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    dead_code,
    reason = "the builders of the tests, of which a benchmark needs a few"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::hint::black_box;

use chrono::Days;
use criterion::{Criterion, criterion_group, criterion_main};
use support::{ZONE, block, day, focus, meeting, settings};
use weekwise_analyze::Analysis;
use weekwise_model::{Category, Classified, IsoWeek, Period};

/// Thirty series a week, some of them over each other, for so many weeks from 2026 on.
fn calendar(weeks: i64) -> Vec<Classified> {
    let mut all = Vec::new();
    for week in 0..weeks {
        for weekday in 0..5_i64 {
            let later = 7 * week + weekday;
            let at = |hour: &str| format!("2026-01-05 {hour}");
            let series = |name: &str, category, hour: &str, minutes| {
                let uid = format!("{name} {weekday}");
                meeting(&uid, category, &at(hour))
                    .minutes(minutes)
                    .repeats("FREQ=WEEKLY", &at(hour))
            };
            let builds = [
                focus(&format!("focus {weekday}"), &at("09:00")).minutes(120),
                series("stand-up", Category::OtherWork, "10:30", 15),
                series("sync", Category::CrossTeam, "11:00", 60).people(12),
                series("review", Category::Review, "13:00", 45),
                series("one to one", Category::OneOnOne, "13:30", 30)
                    .people(2)
                    .mine(),
                block(
                    &format!("single {week} {weekday}"),
                    Category::Strategy,
                    &at("15:00"),
                )
                .minutes(90),
            ];
            all.extend(builds.map(|build| build.days_later(later).build()));
        }
    }
    all
}

fn analyze(criterion: &mut Criterion) {
    let settings = settings();
    let year = calendar(52);
    let week = Period::of_week("2026-W40".parse::<IsoWeek>().expect("a week"), ZONE);
    criterion.bench_function("a week over a year's calendar", |bencher| {
        bencher.iter(|| Analysis::of(black_box(&year), week, &settings));
    });
    let from = day("2026-01-05");
    let period = |weeks: u64| Period::of_days(from, from + Days::new(7 * weeks), ZONE);
    criterion.bench_function("a year", |bencher| {
        bencher.iter(|| Analysis::of(black_box(&year), period(52), &settings));
    });
    let decade = calendar(520);
    criterion.bench_function("ten years", |bencher| {
        bencher.iter(|| Analysis::of(black_box(&decade), period(520), &settings));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = analyze
}
criterion_main!(benches);
