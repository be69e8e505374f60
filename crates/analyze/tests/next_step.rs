//! The one change to make first.

use weekwise_analyze::Analysis;
use weekwise_model::{Category, Classified, Period};

use crate::support::{ZONE, analysis, block, day, meeting, settings};

/// A week in which only Tuesday has room, which “Platform sync” splits.
fn split_tuesday() -> Vec<Classified> {
    let mut events: Vec<Classified> = [9, 11, 12, 13]
        .into_iter()
        .map(|d| {
            let start = format!("2026-11-{d:02} 09:00");
            let workshop = meeting(&format!("workshop{d}"), Category::CrossTeam, &start);
            workshop.minutes(480).build()
        })
        .collect();
    // 9–12:30 and 13:30–17: either side is longer than an hour, so no small move helps.
    events.push(
        block("start", Category::OtherWork, "2026-11-10 09:00")
            .minutes(120)
            .build(),
    );
    events.push(
        block("end", Category::OtherWork, "2026-11-10 15:00")
            .minutes(120)
            .build(),
    );
    events.push(
        meeting("platform", Category::CrossTeam, "2026-11-10 12:30")
            .minutes(60)
            .title("Platform sync")
            .repeats("FREQ=WEEKLY;BYDAY=TU", "2026-10-06 12:30")
            .build(),
    );
    events
}

#[test]
fn a_weekly_series_that_splits_a_day_should_become_fortnightly() {
    let step = analysis(&split_tuesday()).next_step().unwrap();
    assert_eq!(step.text, "Make “Platform sync” fortnightly.");
    assert_eq!(
        step.gain,
        "In a week without it, Tuesday gets one stretch of 4 h back; cross-team falls to 80 %."
    );
    assert_eq!(step.evidence, ["platform"]);
}

#[test]
fn over_several_weeks_every_other_instance_is_left_out_for_real() {
    let series = meeting("platform", Category::CrossTeam, "2026-11-10 12:30")
        .minutes(60)
        .title("Platform sync")
        .repeats("FREQ=WEEKLY;BYDAY=TU", "2026-10-06 12:30");
    let mut events: Vec<Classified> = Vec::new();
    for week in 0..4 {
        events.push(series.days_later(7 * week).build());
        for (uid, start, minutes) in [
            ("start", "2026-11-10 09:00", 120),
            ("end", "2026-11-10 15:00", 120),
            ("morning", "2026-11-11 09:00", 120),
            ("afternoon", "2026-11-11 15:00", 120),
            ("thursday", "2026-11-12 09:00", 480),
            ("friday", "2026-11-13 09:00", 480),
        ] {
            let uid = &format!("{uid}{week}");
            events.push(
                meeting(uid, Category::CrossTeam, start)
                    .minutes(minutes)
                    .days_later(7 * week)
                    .build(),
            );
        }
    }
    let period = Period::of_days(day("2026-11-09"), day("2026-12-07"), ZONE);
    let step = Analysis::of(&events, period, &settings())
        .unwrap()
        .next_step()
        .unwrap();
    assert_eq!(step.text, "Make “Platform sync” fortnightly.");
    assert!(
        step.gain
            .starts_with("2 Tuesdays get 4 h of focus time back each"),
        "{}",
        step.gain
    );
}

#[test]
fn a_small_move_that_joins_two_gaps_is_proposed() {
    let mut events = split_tuesday();
    events.pop();
    events.push(
        meeting("solo", Category::Review, "2026-11-10 12:00")
            .mine()
            .people(3)
            .title("Design chat")
            .build(),
    );
    let step = analysis(&events).next_step().unwrap();
    assert_eq!(step.text, "Move Tuesday's “Design chat” 1 h earlier.");
    assert_eq!(step.gain, "Tuesday gets one stretch of 3 h back.");
}

#[test]
fn nothing_is_proposed_that_pushes_a_category_below_its_band() {
    // One review of 4 h keeps review at 10 %; without it there would be none.
    let review = meeting("review", Category::Review, "2026-11-10 11:00")
        .minutes(240)
        .repeats("FREQ=WEEKLY;BYDAY=TU", "2026-10-06 11:00");
    let step = analysis(&[review.build()]).next_step().unwrap();
    assert!(
        step.text.starts_with("Block 90 min for strategy"),
        "{}",
        step.text
    );
}

#[test]
fn where_nothing_helps_nothing_is_proposed() {
    assert_eq!(
        analysis(&[block("mail", Category::OtherWork, "2026-11-10 09:00").build()]).next_step(),
        None
    );
}

#[test]
fn where_deep_work_is_above_its_band_no_more_of_it_is_asked_for() {
    // One meeting whose hour could move and join two gaps, in a week that is free otherwise.
    let events = [
        meeting("sync", Category::CrossTeam, "2026-11-10 10:00").build(),
        meeting("other", Category::CrossTeam, "2026-11-11 12:00")
            .minutes(300)
            .build(),
        meeting("more", Category::CrossTeam, "2026-11-12 09:00")
            .minutes(120)
            .build(),
    ];
    let step = analysis(&events).next_step().unwrap();
    assert_eq!(
        step.text,
        "Give some deep-work hours to 1:1s: offer a mentoring hour at a fixed time."
    );
    assert!(step.gain.starts_with("Deep work "), "{}", step.gain);
}
