//! Odd input gets a sensible answer.

use weekwise_analyze::Analysis;
use weekwise_model::{BandStatus, Category, Classified, Period, Settings, WorkingHours};

use crate::support::{ZONE, analysis, at, block, meeting, settings, week};

fn no_hours() -> Settings {
    Settings {
        hours: WorkingHours::weekdays(&[]),
        ..settings()
    }
}

#[test]
fn a_week_without_events_is_open_focus() {
    let analysis = analysis(&[]);
    let deep = analysis.week_mix().of(Category::DeepWork).unwrap();
    assert_eq!((deep.minutes, deep.open_focus_minutes), (0, 40 * 60));
    assert_eq!(analysis.booked_mix().denominator_minutes, 0);
    assert!(
        analysis.signals().is_empty(),
        "an empty calendar says nothing about how time is spent"
    );
    assert_eq!(analysis.next_step(), None);
    assert_eq!(analysis.days().len(), 7);
}

#[test]
fn without_working_hours_only_booked_time_counts() {
    let events = [meeting("sync", Category::CrossTeam, "2026-11-10 10:00").build()];
    let analysis = Analysis::of(&events, week(), &no_hours()).unwrap();
    assert_eq!(analysis.week_mix().denominator_minutes, 60);
    assert!(analysis.metrics().meeting_load.abs() < f64::EPSILON);
    assert!((analysis.metrics().after_hours - 1.0).abs() < f64::EPSILON);
    assert!(analysis.metrics().days.is_empty());
}

#[test]
fn without_hours_and_events_nothing_is_missing() {
    let analysis = Analysis::of(&[], week(), &no_hours()).unwrap();
    assert_eq!(analysis.week_mix().denominator_minutes, 0);
    assert!(analysis.hours_to_move().abs() < f64::EPSILON);
}

#[test]
fn a_week_booked_twice_over_counts_once() {
    let twice: Vec<Classified> = (9..14)
        .flat_map(|day| {
            let start = format!("2026-11-{day:02} 09:00");
            let one = meeting(&format!("a{day}"), Category::CrossTeam, &start)
                .minutes(480)
                .build();
            let other = meeting(&format!("b{day}"), Category::Review, &start)
                .minutes(480)
                .build();
            [one, other]
        })
        .collect();
    let analysis = analysis(&twice);
    assert_eq!(analysis.week_mix().denominator_minutes, 40 * 60);
    assert_eq!(
        analysis.week_mix().of(Category::Review).unwrap().minutes,
        20 * 60
    );
    assert!((analysis.metrics().meeting_load - 1.0).abs() < f64::EPSILON);
    assert!((analysis.metrics().conflicts.hours - 40.0).abs() < f64::EPSILON);
}

#[test]
fn an_event_of_thirty_days_is_no_meeting() {
    let events = [meeting("on call", Category::OtherWork, "2026-11-01 00:00")
        .minutes(30 * 24 * 60)
        .build()];
    assert_eq!(analysis(&events).booked_mix().denominator_minutes, 0);
}

#[test]
fn a_period_without_length_has_no_minutes() {
    let events = [meeting("sync", Category::CrossTeam, "2026-11-10 10:00").build()];
    let from = at("2026-11-10 10:30", ZONE);
    for to in [from, at("2026-11-09 10:30", ZONE)] {
        let analysis = Analysis::of(
            &events,
            Period {
                from,
                to,
                zone: ZONE,
            },
            &settings(),
        )
        .unwrap();
        assert_eq!(analysis.week_mix().denominator_minutes, 0);
        assert!(analysis.days().is_empty());
        assert!(analysis.signals().is_empty());
        assert_eq!(analysis.share_of(0).minutes, 0);
    }
}

#[test]
fn an_index_beyond_the_slice_got_nothing() {
    assert_eq!(analysis(&[]).share_of(7).minutes, 0);
}

#[test]
fn a_hundred_events_at_once_share_an_hour_to_the_minute() {
    let events: Vec<Classified> = (0..100)
        .map(|n| block(&format!("b{n}"), Category::OtherWork, "2026-11-10 10:00").build())
        .collect();
    let analysis = analysis(&events);
    assert_eq!(analysis.booked_mix().denominator_minutes, 60);
    let given: Vec<i64> = (0..100).map(|i| analysis.share_of(i).minutes).collect();
    assert_eq!(given.iter().sum::<i64>(), 60);
    assert!(given.iter().all(|minutes| (0..=1).contains(minutes)));
}

#[test]
fn a_profile_without_bands_has_no_gaps() {
    let mut settings = settings();
    settings.profile.bands.clear();
    let events = [meeting("sync", Category::CrossTeam, "2026-11-10 10:00").build()];
    let analysis = Analysis::of(&events, week(), &settings).unwrap();
    assert!(
        analysis
            .week_mix()
            .categories
            .iter()
            .all(|c| c.status == BandStatus::Untargeted)
    );
    assert!(analysis.hours_to_move().abs() < f64::EPSILON);
}
