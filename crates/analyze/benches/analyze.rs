//! How long an answer takes: a week of a year's calendar, a year, ten years, thirty.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    missing_docs,
    dead_code,
    reason = "the builders of the tests, of which a benchmark needs a few"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::collections::{BTreeSet, HashMap};
use std::hint::black_box;
use std::sync::Arc;

use chrono::{Days, TimeDelta};
use criterion::{Criterion, criterion_group, criterion_main};
use support::{ZONE, at, block, day, focus, meeting, settings};
use weekwise_analyze::{
    Analysis, CountedPeriod, MeetingsQuestion, PeopleQuestion, TrendsQuestion, evidence, lenses,
    meetings, people, trends,
};
use weekwise_model::{Category, Classified, Grain, IsoWeek, Kind, Period, Span};

/// Twelve occurrences a working day, some of them over each other, for so many weeks from 2026 on. As in a real
/// calendar, the instances of a series share their event.
fn calendar(weeks: i64) -> Vec<Classified> {
    let mut masters = Vec::new();
    for weekday in 0..5_i64 {
        let at = |hour: &str| format!("2026-01-05 {hour}");
        let series = |name: &str, category, hour: &str, minutes| {
            let team = format!("{}{}@example.org", name.len(), weekday);
            meeting(&format!("{name} {weekday}"), category, &at(hour))
                .minutes(minutes)
                .repeats("FREQ=WEEKLY", &at(hour))
                .with(&[
                    "ana@example.org",
                    "ben@example.org",
                    &team,
                    "zoe@vendor.example",
                ])
        };
        let builds = [
            focus(&format!("focus {weekday}"), &at("09:00")).minutes(120),
            series("stand-up", Category::OtherWork, "10:30", 15).kind(Kind::Standup),
            series("sync", Category::CrossTeam, "11:00", 60).people(12),
            series("office hours", Category::CrossTeam, "12:00", 30),
            series("review", Category::Review, "13:00", 45),
            series("one to one", Category::OneOnOne, "13:30", 30)
                .with(&["ana@example.org"])
                .mine(),
            series("mentoring", Category::OneOnOne, "14:00", 30)
                .kind(Kind::Mentoring)
                .with(&["ben@example.org"]),
            series("planning", Category::Strategy, "14:30", 30),
            block(
                &format!("writing {weekday}"),
                Category::Strategy,
                &at("15:00"),
            )
            .minutes(90),
            series("triage", Category::Review, "16:00", 30),
            series("late call", Category::CrossTeam, "17:30", 30),
        ];
        masters.extend(builds.map(|build| build.days_later(weekday).build()));
    }
    let mut all = Vec::new();
    for week in 0..weeks {
        all.extend(masters.iter().map(|master| later(master, 7 * week)));
        for weekday in 0..5 {
            let single = block(
                &format!("single {week} {weekday}"),
                Category::Review,
                "2026-01-05 08:00",
            )
            .minutes(45);
            all.push(single.days_later(7 * week + weekday).build());
        }
    }
    all
}

/// The same event, so many days later by the clock of UTC.
fn later(master: &Classified, days: i64) -> Classified {
    let mut later = master.clone();
    if let Span::Timed { start, end } = &mut later.occurrence.span {
        *start += TimeDelta::days(days);
        *end += TimeDelta::days(days);
    }
    later
}

fn period(weeks: u64) -> Period {
    let from = day("2026-01-05");
    Period::of_days(from, from + Days::new(7 * weeks), ZONE)
}

fn analyze(criterion: &mut Criterion) {
    let settings = settings();
    let year = calendar(52);
    let week = Period::of_week("2026-W40".parse::<IsoWeek>().expect("a week"), ZONE);
    criterion.bench_function("a week over a year's calendar", |bencher| {
        bencher.iter(|| Analysis::of(black_box(&year), week, &settings));
    });
    criterion.bench_function("a year", |bencher| {
        bencher.iter(|| Analysis::of(black_box(&year), period(52), &settings));
    });
    let names = HashMap::new();
    // 31 200 and 100 200 occurrences.
    for (name, weeks) in [("ten years", 520), ("a hundred thousand", 1670)] {
        let all = calendar(i64::try_from(weeks).expect("a few"));
        let period = period(weeks);
        let now = at("2026-06-01 09:00", ZONE);
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        group.bench_function("report", |bencher| {
            bencher.iter(|| Analysis::of(black_box(&all), period, &settings));
        });
        let all = Arc::new(all.clone());
        let count = || CountedPeriod::of(&all, period, &settings).unwrap();
        group.bench_function("counted", |bencher| bencher.iter(count));
        let counted = count();
        for (label, grain) in [("weeks", Grain::Week), ("quarters", Grain::Quarter)] {
            let question = TrendsQuestion {
                grain,
                now: period.to,
                known: None,
                told: None,
                compare: None,
            };
            group.bench_function(format!("trends by {label}"), |bencher| {
                bencher.iter(|| trends(black_box(&counted), &question));
            });
        }
        group.bench_function("meetings", |bencher| {
            let question = MeetingsQuestion {
                now,
                ahead: &[],
                calendars: &names,
            };
            bencher.iter(|| meetings(black_box(&counted), &question));
        });
        group.bench_function("people", |bencher| {
            let question = PeopleQuestion { now, ahead: &[] };
            bencher.iter(|| people(black_box(&counted), &question));
        });
        group.bench_function("lenses", |bencher| {
            bencher.iter(|| lenses(black_box(&counted)));
        });
        group.bench_function("evidence", |bencher| {
            bencher.iter(|| evidence(black_box(&counted), &BTreeSet::new()));
        });
        group.finish();
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = analyze
}
criterion_main!(benches);
