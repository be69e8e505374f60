//! Odd input gets a sensible answer.

use std::collections::{BTreeSet, HashMap};

use weekwise_analyze::{
    Analysis, MeetingsQuestion, PeopleQuestion, TrendsQuestion, evidence, figures, lenses,
    meetings, people, trends,
};
use weekwise_model::{
    BandStatus, Category, Classified, Grain, Kind, Period, Settings, WorkingHours,
};

use crate::support::{ZONE, all_day, analysis, at, block, counted, day, meeting, settings, week};

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

/// Every screen's answer to a calendar: the notes, and the whole as JSON.
fn every_screen(events: &[Classified], settings: &Settings) -> (Vec<String>, String) {
    let period = week();
    let now = period.to;
    let counted = counted(events, period, settings);
    let trends = trends(
        &counted,
        &TrendsQuestion {
            grain: Grain::Week,
            now,
            known: None,
            told: None,
            compare: None,
        },
    )
    .unwrap();
    let calendars = HashMap::new();
    let meetings = meetings(
        &counted,
        &MeetingsQuestion {
            now,
            ahead: events,
            calendars: &calendars,
        },
    )
    .unwrap();
    let question = PeopleQuestion { now, ahead: events };
    let people = people(&counted, &question).unwrap();
    let figures = figures(&counted).unwrap();
    let lenses = lenses(&counted).unwrap();
    let record = evidence(&counted, &BTreeSet::new()).unwrap();
    let report = Analysis::of(events, period, settings).unwrap();
    let notes = [
        trends.notes.clone(),
        meetings.notes.clone(),
        people.notes.clone(),
        figures.notes.clone(),
        lenses.notes.clone(),
        record.notes.clone(),
        report.trust().notes,
    ];
    let all = (&trends, &meetings, &people, &figures, &lenses, &record);
    (notes.concat(), serde_json::to_string(&all).unwrap())
}

#[test]
fn every_screen_has_words_for_odd_calendars() {
    let sync = meeting("sync", Category::CrossTeam, "2026-11-10 10:00");
    let month = meeting("month", Category::OtherWork, "2026-11-01 00:00").minutes(30 * 24 * 60);
    let week_off = all_day("off", Kind::TimeOff, "2026-11-09", "2026-11-14");
    let twice: Vec<Classified> = (9..14)
        .flat_map(|day| {
            let start = format!("2026-11-{day:02} 09:00");
            ["a", "b"].map(|uid| {
                meeting(&format!("{uid}{day}"), Category::Review, &start)
                    .minutes(480)
                    .build()
            })
        })
        .collect();
    let mut greedy = settings();
    greedy
        .profile
        .bands
        .iter_mut()
        .for_each(|band| (band.low, band.high) = (0.4, 0.5));
    for (events, settings, said) in [
        (vec![], settings(), "Nothing is booked in this period."),
        (
            vec![sync.clone().build()],
            no_hours(),
            "There are no working hours in this period, so only booked time counts.",
        ),
        (
            vec![week_off.build()],
            settings(),
            "Time off takes all working hours of this period.",
        ),
        (
            twice,
            settings(),
            "80 h are booked in 40 h of working time; each minute is counted once.",
        ),
        (
            vec![month.build()],
            settings(),
            "1 event lasts 12 hours or longer and is not counted.",
        ),
        (
            vec![sync.build()],
            greedy,
            "The lower ends of the targets sum to 200 %: they cannot all be met.",
        ),
    ] {
        let (notes, all) = every_screen(&events, &settings);
        assert!(notes.iter().any(|note| note == said), "{said}: {notes:?}");
        assert!(!all.contains("NaN"));
    }
}

#[test]
fn a_day_off_that_is_in_no_calendar_has_no_capacity() {
    let mut settings = settings();
    settings.marks.days_off.push(day("2026-11-11"));
    let analysis = Analysis::of(&[], week(), &settings).unwrap();
    assert!((analysis.metrics().capacity_hours - 32.0).abs() < f64::EPSILON);
}
