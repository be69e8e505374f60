//! Focus time, fragments, mornings, invasions, the shape of free time.

use std::sync::Arc;

use weekwise_model::{Category, Classified, Event};

use crate::support::{analysis, block, day, focus, meeting};

fn close(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

/// Tuesday's meetings from–to, on the hour or half hour.
fn tuesday(spans: &[(&str, i64)]) -> Vec<Classified> {
    let build = |(start, minutes): &(&str, i64)| {
        meeting(start, Category::CrossTeam, &format!("2026-11-10 {start}"))
            .minutes(*minutes)
            .build()
    };
    spans.iter().map(build).collect()
}

#[test]
fn free_gaps_are_told_by_length() {
    // Gaps of 15, 45, 90 and 150 min; the last is no fragment.
    let events = tuesday(&[("09:15", 45), ("10:45", 15), ("12:30", 120)]);
    let metrics = analysis(&events).metrics().clone();
    close(metrics.fragmented_time.under_30, 0.25);
    close(metrics.fragmented_time.from_30_to_59, 0.75);
    close(metrics.fragmented_time.from_60_to_119, 1.5);
    close(metrics.fragmented_time.total, 2.5);
    close(metrics.focus_time, 4.0 * 8.0 + 2.5);
}

#[test]
fn the_way_to_a_meeting_is_no_time_to_work_in() {
    let with_way = |minutes: u32, start: &str| {
        let mut classified = meeting("away", Category::CrossTeam, start).build();
        let mut event = Event::clone(&classified.occurrence.event);
        event.travel_minutes = minutes;
        classified.occurrence.event = Arc::new(event);
        classified
    };
    let of = |events: &[Classified]| {
        let metrics = analysis(events).metrics().clone();
        (metrics.capacity_hours, metrics.focus_time)
    };
    // Free 9–12 and 13–17 around it, less 45 min before it.
    let (capacity, focus) = of(&[with_way(45, "2026-11-10 12:00")]);
    close(capacity, 40.0 - 0.75);
    close(focus, 32.0 + 2.25 + 4.0);
    // What another meeting takes anyway it does not take again.
    let other = meeting("other", Category::Review, "2026-11-10 11:00").build();
    let (capacity, _) = of(&[other, with_way(45, "2026-11-10 12:00")]);
    close(capacity, 40.0);
    // Before work begins it takes nothing either.
    let (capacity, _) = of(&[with_way(45, "2026-11-10 09:00")]);
    close(capacity, 40.0);
}

#[test]
fn a_morning_is_protected_by_150_minutes_of_its_first_three_hours() {
    let protected = |start: &str| {
        let events = tuesday(&[(start, 60)]);
        analysis(&events)
            .metrics()
            .protected_mornings
            .contains(&day("2026-11-10"))
    };
    assert!(protected("11:30"));
    assert!(!protected("11:15"));
}

#[test]
fn a_protected_morning_is_held_by_a_focus_block() {
    let analysis = analysis(&[focus("focus", "2026-11-10 09:30").minutes(120).build()]);
    assert_eq!(analysis.metrics().protected_mornings.len(), 5);
    assert_eq!(analysis.metrics().held_mornings, [day("2026-11-10")]);
}

#[test]
fn a_series_costs_the_focus_time_it_destroys_not_its_length() {
    let middle = |uid: &str, start: &str| {
        meeting(uid, Category::CrossTeam, start)
            .minutes(30)
            .repeats("FREQ=WEEKLY", "2026-11-03 10:45")
            .build()
    };
    // Tuesday 9–13 is cut into 1 h 45 and 1 h 45 by half an hour; 13–17 is taken.
    let mut events = tuesday(&[("13:00", 240)]);
    events.push(middle("splitter", "2026-11-10 10:45"));
    let analysis = analysis(&events);
    let cost = &analysis.metrics().focus_cost;
    assert_eq!(cost.len(), 1, "only series have a focus cost");
    close(cost[0].hours_per_week, 4.0);
}

#[test]
fn a_meeting_made_after_the_block_it_overlaps_invades_it() {
    let focus = focus("focus", "2026-11-10 09:00")
        .minutes(180)
        .created("2026-11-01 08:00");
    let before = meeting("before", Category::Review, "2026-11-10 09:00")
        .minutes(30)
        .created("2026-10-01 08:00");
    let after =
        meeting("after", Category::CrossTeam, "2026-11-10 10:00").created("2026-11-05 08:00");
    let analysis = analysis(&[focus.build(), before.build(), after.build()]);
    assert_eq!(analysis.metrics().invasions, 1);
    close(analysis.metrics().survival.unwrap(), 2.0 / 3.0);
}

#[test]
fn without_booked_focus_nothing_survives_or_falls() {
    let admin = block("mail", Category::OtherWork, "2026-11-10 09:00");
    assert_eq!(analysis(&[admin.build()]).metrics().survival, None);
}

#[test]
fn free_stretches_are_counted_by_length() {
    // Tuesday: 9–10, 11–12:30, 13–17; the other days whole.
    let events = tuesday(&[("10:00", 60), ("12:30", 30)]);
    let shape = analysis(&events).metrics().shape_of_free_time.clone();
    assert_eq!(
        (shape.from_4_hours, shape.from_90_minutes, shape.from_1_hour),
        (5, 1, 1)
    );
    assert_eq!(
        (shape.from_3_hours, shape.from_2_hours, shape.shorter),
        (0, 0, 0)
    );
}

#[test]
fn gaps_merge_where_the_meeting_between_them_moves_by_an_hour_at_most() {
    let merge = |events: &[Classified]| analysis(events).metrics().shape_of_free_time.mergeable;
    assert_eq!(merge(&tuesday(&[("10:00", 60)])), 1, "moves to 9:00");
    assert_eq!(
        merge(&tuesday(&[("10:15", 60)])),
        0,
        "75 min on one side, more on the other"
    );
    assert_eq!(
        merge(&tuesday(&[("10:00", 30), ("10:30", 30)])),
        0,
        "two meetings lie between"
    );
}
