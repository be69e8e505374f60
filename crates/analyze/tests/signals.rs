//! Signals and their words.

use weekwise_analyze::Analysis;
use weekwise_model::{Category, Classified, Kind, Period, Severity, Signal, Status};

use crate::support::{ZONE, analysis, day, focus, meeting, settings};

fn at(uid: &str, category: Category, start: &str, minutes: i64) -> Classified {
    meeting(uid, category, &format!("2026-11-{start}"))
        .minutes(minutes)
        .build()
}

fn find(events: &[Classified], id: &str) -> Option<Signal> {
    analysis(events)
        .signals()
        .into_iter()
        .find(|signal| signal.id == id)
}

#[test]
fn a_full_day_is_told_in_one_line() {
    let mut events: Vec<Classified> = (9..14)
        .map(|h| {
            at(
                &format!("m{h}"),
                Category::CrossTeam,
                &format!("10 {h:02}:00"),
                60,
            )
        })
        .collect();
    events.push(at("late", Category::Review, "10 14:30", 60));
    events.push(at("later", Category::Review, "10 16:00", 60));
    let signal = find(&events, "overloaded-day:2026-11-10").unwrap();
    assert_eq!(signal.subject, "Tuesday");
    assert_eq!(signal.severity, Severity::Alarm);
    assert_eq!(
        signal.text,
        "5 h back to back, 7 h of meetings, no gap of an hour before 17:00"
    );
    assert_eq!(signal.evidence.len(), 7);
}

#[test]
fn a_meeting_over_a_focus_block_is_named() {
    let block = focus("focus", "2026-11-11 09:00")
        .minutes(180)
        .created("2026-11-01 09:00")
        .build();
    let call = meeting("call", Category::CrossTeam, "2026-11-11 10:30")
        .minutes(30)
        .title("Quick pricing call")
        .created("2026-11-10 09:00")
        .build();
    let signal = find(&[block, call], "invasion:2026-11-11").unwrap();
    assert_eq!(signal.subject, "Wednesday");
    assert_eq!(
        signal.text,
        "“Quick pricing call” was booked over a focus block"
    );
    assert_eq!(signal.evidence, ["call", "focus"]);
}

#[test]
fn load_is_judged_against_the_bands_first() {
    // 50 % in meetings, all of it where the bands want it.
    let wanted = [
        (Category::OneOnOne, 8 * 60),
        (Category::CrossTeam, 8 * 60),
        (Category::Review, 4 * 60),
    ];
    let on_target: Vec<Classified> = wanted
        .into_iter()
        .zip(9..)
        .map(|((category, minutes), d)| {
            at(category.id(), category, &format!("{d:02} 09:00"), minutes)
        })
        .collect();
    // Deep work is above its band here, so hold some of it with strategy and other work.
    let mut on_target = on_target;
    on_target.push(at("plan", Category::Strategy, "12 09:00", 4 * 60));
    on_target.push(
        crate::support::block("mail", Category::OtherWork, "2026-11-12 13:00")
            .minutes(120)
            .build(),
    );
    let load = find(&on_target, "load").unwrap();
    assert_eq!(
        (load.subject.as_str(), load.severity),
        ("Load 60 %", Severity::Watch)
    );
    let crowded: Vec<Classified> = (9..14)
        .map(|d| {
            at(
                &format!("m{d}"),
                Category::CrossTeam,
                &format!("{d:02} 09:00"),
                288,
            )
        })
        .collect();
    assert_eq!(find(&crowded, "load").unwrap().severity, Severity::Alarm);
}

#[test]
fn a_drought_takes_the_place_of_its_band() {
    let old = meeting("roadmap", Category::Strategy, "2026-10-20 10:00")
        .minutes(120)
        .build();
    let events = [old, at("sync", Category::CrossTeam, "10 10:00", 300)];
    let signal = find(&events, "strategy-drought").unwrap();
    assert_eq!(
        signal.text,
        "No strategy of 1 h 30 min or more; the last was 3 weeks before"
    );
    assert_eq!(signal.evidence, ["roadmap"]);
    assert!(find(&events, "band:strategy").is_none());
}

#[test]
fn patterns_take_the_place_of_the_bands_they_explain() {
    let reviews: Vec<Classified> = (9..14)
        .map(|d| {
            meeting(
                &format!("r{d}"),
                Category::Review,
                &format!("2026-11-{d:02} 09:00"),
            )
            .minutes(120)
            .mine()
            .build()
        })
        .collect();
    assert!(
        find(&reviews, "bottleneck")
            .unwrap()
            .text
            .starts_with("Review takes 25 % of the week, 100 %")
    );
    assert!(find(&reviews, "band:review").is_none());
}

#[test]
fn incidents_without_strategy_are_firefighting() {
    let fire = meeting("fire", Category::OtherWork, "2026-11-10 09:00")
        .kind(Kind::Incident)
        .minutes(300);
    assert!(find(&[fire.clone().build()], "firefighting").is_some());
    let plan = at("plan", Category::Strategy, "11 09:00", 60);
    assert!(find(&[fire.build(), plan], "firefighting").is_none());
}

#[test]
fn a_series_often_cancelled_is_named_with_its_count() {
    let weeks = 0..8;
    let history: Vec<Classified> = weeks
        .map(|week| {
            let instance = meeting("guild", Category::CrossTeam, "2026-11-10 10:00")
                .repeats("FREQ=WEEKLY", "2026-09-08 10:00")
                .days_later(-7 * week);
            if week % 2 == 1 {
                instance.status(Status::Cancelled)
            } else {
                instance
            }
            .build()
        })
        .collect();
    let signal = find(&history, "zombies").unwrap();
    assert_eq!(signal.text, "“guild” was cancelled 4 of its last 8 times");
    assert_eq!(signal.severity, Severity::Watch);
}

#[test]
fn a_quarter_adds_its_days_up() {
    let events: Vec<Classified> = (0..13)
        .flat_map(|week| {
            (9..16).map(move |h| {
                meeting(
                    &format!("m{h}"),
                    Category::CrossTeam,
                    &format!("2026-09-01 {h:02}:00"),
                )
                .days_later(7 * week)
                .build()
            })
        })
        .collect();
    let period = Period::of_days(day("2026-08-31"), day("2026-11-30"), ZONE);
    let signals = Analysis::of(&events, period, &settings())
        .unwrap()
        .signals();
    let days = signals.iter().find(|s| s.id == "overloaded-days").unwrap();
    assert_eq!(
        days.text,
        "13 of 65 working days are overloaded, most often Tuesdays (13)"
    );
    assert!(signals.iter().all(|s| !s.id.starts_with("overloaded-day:")));
}

#[test]
fn alarms_come_first() {
    let events: Vec<Classified> = (9..17)
        .map(|h| {
            at(
                &format!("m{h}"),
                Category::CrossTeam,
                &format!("10 {h:02}:00"),
                60,
            )
        })
        .collect();
    let severities: Vec<Severity> = analysis(&events)
        .signals()
        .iter()
        .map(|s| s.severity)
        .collect();
    let mut sorted = severities.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(severities, sorted);
}
