//! How long a plan takes. Wanted: a week of 40 meetings in 50 ms, four weeks in 500 ms, eight in 2 s.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench fails loudly and says what it measured"
)]
#![allow(missing_docs, reason = "criterion writes functions without")]

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use criterion::{Criterion, criterion_group, criterion_main};
use weekwise_model::{Category, ChangeAction, PlanChoice, PlanWishes, Whereabouts};
use weekwise_plan::{Alternatives, Entry, Hold, PlanInput, WorkDay, plan};

/// Weeks with this many meetings each, most of which may change; no two weeks are alike.
fn busy(weeks: u32, meetings: u32, breathing: u32) -> PlanInput {
    let zone = Tz::Europe__Berlin;
    let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    let at = |day: NaiveDate, minute: u32| {
        let wall = day.and_time(NaiveTime::MIN) + TimeDelta::minutes(i64::from(minute));
        zone.from_local_datetime(&wall).unwrap().with_timezone(&Utc)
    };
    let mut state = 12_345_u32;
    let mut random = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let mut days = Vec::new();
    let mut entries = Vec::new();
    for n in 0..weeks * 7 {
        let date = from + Days::new(u64::from(n));
        let work = if n % 7 < 5 {
            vec![(at(date, 540), at(date, 1020))]
        } else {
            Vec::new()
        };
        let begins = work.first().map(|(from, _)| *from);
        days.push(WorkDay {
            date,
            work,
            begins,
            has_lunch: false,
        });
        if n % 7 >= 5 {
            continue;
        }
        for k in 0..meetings / 5 {
            let start = at(date, 540 + random(30) * 15);
            let may = match random(5) {
                0 => vec![],
                1 => vec![(ChangeAction::Move, 1.0)],
                2 => vec![(ChangeAction::Move, 2.0), (ChangeAction::Shorten, 2.0)],
                3 => vec![(ChangeAction::Decline, 1.5), (ChangeAction::Async, 2.0)],
                _ => vec![(ChangeAction::Move, 1.75)],
            };
            entries.push(Entry {
                uid: format!("{n}-{k}"),
                recurrence_id: None,
                title: format!("Meeting {k}"),
                start,
                end: start + TimeDelta::minutes(i64::from(1 + random(3)) * 15 + 15),
                category: Category::OtherWork,
                claim: Hold::Meeting {
                    may,
                    because: String::new(),
                    people: 4,
                    mine: true,
                    elsewhere: Vec::new(),
                },
            });
        }
    }
    let wishes = PlanWishes {
        weeks,
        breathing_minutes: breathing,
        choice: PlanChoice::Balanced,
        ..PlanWishes::default()
    };
    PlanInput {
        now: at(from, 0),
        zone,
        whereabouts: Whereabouts::new(zone, &[]),
        low: 0.3,
        days,
        entries,
        mixes: Vec::new(),
        focus_minutes: 120,
        unprepared: Vec::new(),
        cautious: false,
        wishes,
    }
}

fn plans(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("plan");
    group.sample_size(10);
    for (weeks, meetings, name) in [
        (1, 40, "a week of 40 meetings"),
        (4, 40, "4 weeks of 40 meetings"),
        (8, 40, "8 weeks of 40 meetings"),
        (8, 10, "8 weeks of 10 meetings"),
        (8, 0, "8 empty weeks"),
    ] {
        let input = busy(weeks, meetings, 0);
        let draft = plan(&input, Alternatives::None);
        println!(
            "{name}: proven best {}, at most {:.1} % better",
            draft.optimal,
            draft.gap * 100.0
        );
        group.bench_function(name, |bencher| {
            bencher.iter(|| plan(&input, Alternatives::None));
        });
        group.bench_function(format!("{name}, with alternatives"), |bencher| {
            bencher.iter(|| plan(&input, Alternatives::All));
        });
    }
    group.finish();
}

criterion_group!(benches, plans);
criterion_main!(benches);
