//! How long each screen waits for its answer once calendars are open: over ten years, over thirty-three.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    missing_docs,
    dead_code,
    reason = "a bench fails loudly and says what it measured; its macros document nothing"
)]

mod support;

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use support::{clock, days, source};
use weekwise_engine::{Moment, Opened, PeriodChoice, SettingsChange};
use weekwise_model::{AnswerRequest, Grain, QuestionKind, Selection};

fn open(years: i32) -> Opened {
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@example.org".to_owned()]),
        ..SettingsChange::default()
    };
    Opened::read(source(years), &berlin, &clock()).unwrap()
}

fn selection(years: i32) -> Selection {
    let (from, to) = days(years);
    Selection {
        from: Some(from),
        to: Some(to),
        ..Selection::default()
    }
}

fn screens(criterion: &mut Criterion) {
    for (name, years) in [("ten years", 10), ("thirty-three years", 33)] {
        let opened = open(years);
        let all = selection(years);
        let (from, to) = days(years);
        let choice = PeriodChoice::Range {
            from: Moment::Day(from),
            to: Moment::Day(to),
        };
        println!(
            "{name}: {} occurrences",
            opened.events(&choice, &clock()).unwrap().len()
        );
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        group.bench_function("the first answer", |bencher| {
            bencher.iter_batched_ref(
                || open(years),
                |opened| opened.trends(&all, Grain::Week, None, &clock()).unwrap(),
                BatchSize::PerIteration,
            );
        });
        group.bench_function("week", |bencher| {
            bencher.iter(|| black_box(&opened).week(None, &clock()).unwrap());
        });
        for (label, grain) in [
            ("trends by week", Grain::Week),
            ("trends by quarter", Grain::Quarter),
        ] {
            group.bench_function(label, |bencher| {
                bencher.iter(|| {
                    black_box(&opened)
                        .trends(&all, grain, None, &clock())
                        .unwrap()
                });
            });
        }
        group.bench_function("meetings", |bencher| {
            bencher.iter(|| black_box(&opened).meetings(&all, &clock()).unwrap());
        });
        group.bench_function("people", |bencher| {
            bencher.iter(|| black_box(&opened).people(&all, &clock()).unwrap());
        });
        group.bench_function("lenses", |bencher| {
            bencher.iter(|| black_box(&opened).lenses(&all, &clock()).unwrap());
        });
        group.bench_function("evidence", |bencher| {
            bencher.iter(|| {
                black_box(&opened)
                    .evidence(&all, &BTreeSet::new(), &clock())
                    .unwrap()
            });
        });
        group.bench_function("report", |bencher| {
            bencher.iter(|| black_box(&opened).report(&choice, &clock()).unwrap());
        });
        group.bench_function("questions", |bencher| {
            bencher.iter(|| black_box(&opened).questions(20, &clock()).unwrap());
        });
        let list = opened.questions(20, &clock()).unwrap();
        let kinds: Vec<QuestionKind> = list.questions.iter().map(|asked| asked.kind).collect();
        println!("{name}: {} questions, the first {kinds:?}", list.open);
        let about_events = list.questions.iter().find(|asked| !asked.events.is_empty());
        if let Some(asked) = about_events {
            let request = AnswerRequest {
                id: asked.id.clone(),
                option: asked.options.last().unwrap().id.clone(),
                except: Vec::new(),
            };
            group.bench_function("what an answer changes", |bencher| {
                bencher.iter(|| {
                    black_box(&opened)
                        .preview_answer(&request, &clock())
                        .unwrap()
                });
            });
        }
        group.finish();
    }
    // What the Meetings screen tells of a year, focus cost of every series among it.
    let opened = open(10);
    let (_, to) = days(1);
    let year = Selection {
        to: Some(to),
        ..selection(1)
    };
    criterion.bench_function("meetings of a year", |bencher| {
        bencher.iter(|| black_box(&opened).meetings(&year, &clock()).unwrap());
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(10);
    targets = screens
}
criterion_main!(benches);
