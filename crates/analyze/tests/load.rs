//! Load, days, chains.

use weekwise_model::{Category, Classified, LoadLevel};

use crate::support::{analysis, block, day, meeting};

fn at(uid: &str, start: &str, minutes: i64) -> Classified {
    meeting(uid, Category::CrossTeam, &format!("2026-11-10 {start}"))
        .minutes(minutes)
        .build()
}

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

#[test]
fn load_is_the_union_of_meetings_inside_working_time_by_capacity() {
    let events = [
        at("a", "08:00", 120),
        at("b", "09:30", 60),
        block("c", Category::OtherWork, "2026-11-10 12:00").build(),
    ];
    let analysis = analysis(&events);
    close(analysis.metrics().meeting_hours, 1.5);
    close(analysis.metrics().meeting_load, 1.5 / 40.0);
    close(analysis.metrics().after_hours, 1.0);
    assert_eq!(analysis.metrics().meetings, 2);
}

#[test]
fn load_levels_begin_at_40_50_and_60_percent() {
    let level = |hours: i64| {
        let events: Vec<Classified> = (9..14)
            .map(|d| {
                meeting(
                    &format!("m{d}"),
                    Category::CrossTeam,
                    &format!("2026-11-{d:02} 09:00"),
                )
                .minutes(hours * 12)
                .build()
            })
            .collect();
        analysis(&events).metrics().load_level
    };
    assert_eq!(level(15), LoadLevel::Fine);
    assert_eq!(level(16), LoadLevel::Watch);
    assert_eq!(level(20), LoadLevel::High);
    assert_eq!(level(24), LoadLevel::Overload);
}

#[test]
fn three_meetings_in_a_row_are_a_chain_and_two_short_ones_are_not() {
    let chains = |events: &[Classified]| analysis(events).metrics().back_to_back.clone();
    assert!(
        chains(&[at("a", "10:00", 60), at("b", "11:05", 55)]).is_empty(),
        "2 h exactly"
    );
    let three = chains(&[
        at("a", "10:00", 15),
        at("b", "10:15", 15),
        at("c", "10:35", 15),
    ]);
    assert_eq!(three[0].uids, ["a", "b", "c"]);
    assert_eq!(three[0].start, "2026-11-10T10:00:00+01:00");
    assert!(!three[0].hard);
    assert!(
        chains(&[
            at("a", "10:00", 15),
            at("b", "10:15", 15),
            at("c", "10:36", 15)
        ])
        .is_empty()
    );
    assert!(
        chains(&[at("a", "10:00", 240)]).is_empty(),
        "one long meeting is no chain"
    );
    let hard = chains(&[at("a", "10:00", 120), at("b", "12:00", 61)]);
    assert!(hard[0].hard);
}

fn because(events: &[Classified]) -> Option<String> {
    let days = analysis(events).metrics().days.clone();
    days.into_iter()
        .find(|d| d.day == day("2026-11-10"))
        .unwrap()
        .overloaded_because
}

#[test]
fn a_day_is_overloaded_by_hours_by_share_or_without_a_gap() {
    assert_eq!(
        because(&[at("a", "09:00", 361)]).as_deref(),
        Some("6 h of meetings")
    );
    assert_eq!(
        because(&[at("a", "09:00", 360)]),
        None,
        "6 h exactly leave two"
    );
    let hourly: Vec<Classified> = [9, 10, 11, 12, 13, 14, 15, 16]
        .iter()
        .map(|h| at(&format!("m{h}"), &format!("{h:02}:00"), 15))
        .collect();
    assert_eq!(
        because(&hourly).as_deref(),
        Some("no gap of an hour before 17:00")
    );
}

#[test]
fn on_a_half_day_three_hours_are_most_of_it() {
    let leave = block("leave", Category::Personal, "2026-11-10 13:00")
        .minutes(240)
        .build();
    let busy = at("a", "09:00", 190);
    assert_eq!(
        because(&[leave, busy]).as_deref(),
        Some("meetings take 79 % of the day, no gap of an hour before 13:00")
    );
}

#[test]
fn days_without_working_hours_have_no_entry_and_days_off_have_no_capacity() {
    let leave = crate::support::all_day(
        "leave",
        weekwise_model::Kind::TimeOff,
        "2026-11-10",
        "2026-11-11",
    );
    let metrics = analysis(&[leave.build()]).metrics().clone();
    assert_eq!(metrics.days.len(), 5);
    close(metrics.days[1].capacity_hours, 0.0);
    assert!(!metrics.days[1].overloaded);
}

#[test]
fn switches_are_changes_of_category_within_a_day() {
    let of = |uid: &str, category, start: &str| meeting(uid, category, start).build();
    let events = [
        of("a", Category::Review, "2026-11-10 09:00"),
        of("b", Category::Review, "2026-11-10 11:00"),
        of("c", Category::Strategy, "2026-11-10 13:00"),
        of("d", Category::Review, "2026-11-10 15:00"),
        of("e", Category::OneOnOne, "2026-11-11 09:00"),
    ];
    assert_eq!(analysis(&events).metrics().switches, 2);
}
