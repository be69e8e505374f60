//! Working hours on a journey, counted by hand.

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;
use weekwise_analyze::Analysis;
use weekwise_model::{Category, Classified, Kind, Period, Settings, Stay};

use crate::support::{all_day, focus, meeting, settings, week};

/// Berlin is home; the week from Monday 9 to Friday 13 November 2026 is spent elsewhere.
fn there(zone: &str) -> Settings {
    let mut settings = settings();
    settings.zone = Tz::Europe__Berlin;
    settings.marks.stays = vec![format!("2026-11-09..2026-11-13={zone}").parse().unwrap()];
    settings
}

fn analysis(occurrences: &[Classified], settings: &Settings) -> Analysis {
    Analysis::of(occurrences, week(), settings).unwrap()
}

/// Nine to five in Los Angeles is 18:00 to 02:00 in Berlin: 6 h of a day and 2 h of the next.
///
/// | day | 00–02 | 18–24 | working | booked in it |
/// |---|---|---|---|---|
/// | Mon | – | 6 h | 6 h | stand-up 18:00–19:00 |
/// | Tue | 2 h | 6 h | 8 h | review 23:00–24:00, and 00:00–01:00 of Wednesday |
/// | Wed | 2 h | 6 h | 8 h | see above; a call with Berlin at 10:00–11:00 is after hours (01:00 there) |
/// | Thu | 2 h | 6 h | 8 h | own focus 18:00–20:00 |
/// | Fri | 2 h | 6 h | 8 h | – |
/// | Sat | 2 h | – | 2 h | Friday's last two hours |
///
/// Capacity is 6 + 4 × 8 + 2 = 40 h: the week has its forty hours, only elsewhere. Meetings inside working time: 1 + 1 + 1
/// = 3 h, after hours 1 h. D is 40 h and the call outside, 41 h. Free: Mon 19–24 (5 h), Tue 00–02 and 18–23 (2 + 5 h), Wed
/// 01–02 (1 h, a fragment) and 18–24 (6 h), Thu 00–02 and 20–24 (2 + 4 h), Fri 00–02 and 18–24 (2 + 6 h), Sat 00–02 (2 h):
/// 35 h, 1 h of it fragments, 34 h open focus; with the own block 36 h of focus time.
#[test]
fn a_week_in_los_angeles_has_its_forty_hours() {
    let occurrences = [
        meeting("standup", Category::OtherWork, "2026-11-09 18:00")
            .minutes(60)
            .build(),
        meeting("review", Category::Review, "2026-11-10 23:00")
            .minutes(120)
            .build(),
        meeting("call", Category::CrossTeam, "2026-11-11 10:00")
            .minutes(60)
            .build(),
        focus("focus", "2026-11-12 18:00").minutes(120).build(),
    ];
    let analysis = analysis(&occurrences, &there("America/Los_Angeles"));
    let (mix, metrics) = (analysis.week_mix(), analysis.metrics());
    assert_eq!(metrics.capacity_hours.to_bits(), 40_f64.to_bits());
    assert_eq!(
        (mix.denominator_minutes, mix.fragment_minutes),
        (41 * 60, 60)
    );
    let deep = mix.of(Category::DeepWork).unwrap();
    assert_eq!((deep.minutes, deep.open_focus_minutes), (2 * 60, 34 * 60));
    assert_eq!(mix.of(Category::Review).unwrap().minutes, 2 * 60);
    assert!((metrics.meeting_hours - 3.0).abs() < 1e-9);
    assert!((metrics.after_hours - 1.0).abs() < 1e-9);
    assert!((metrics.focus_time - 36.0).abs() < 1e-9);
    let capacity: Vec<_> = metrics
        .days
        .iter()
        .map(|day| (day.day.day(), day.capacity_hours))
        .collect();
    assert_eq!(
        capacity,
        [
            (9, 6.0),
            (10, 8.0),
            (11, 8.0),
            (12, 8.0),
            (13, 8.0),
            (14, 2.0)
        ]
    );
    // The first three hours there are 18:00 to 21:00 here. On Monday the stand-up takes one of them; nobody asks for the two
    // hours after midnight.
    let mornings: Vec<_> = metrics
        .protected_mornings
        .iter()
        .map(Datelike::day)
        .collect();
    assert_eq!(mornings, [10, 11, 12, 13]);
    assert_eq!(metrics.held_mornings.len(), 1);
}

#[test]
fn a_day_says_whose_hours_it_has() {
    let analysis = analysis(&[], &there("Asia/Tokyo"));
    let days = analysis.days();
    // Nine to five in Tokyo is 01:00 to 09:00 in Berlin.
    let zone = |day: usize| days[day].stay.as_ref().map(|stay| stay.zone.as_str());
    assert_eq!(
        (zone(0), zone(4), zone(5)),
        (Some("Asia/Tokyo"), Some("Asia/Tokyo"), None)
    );
    let range = days[0].working[0];
    assert_eq!(
        (range.start.to_string(), range.end.to_string()),
        ("01:00:00".to_owned(), "09:00:00".to_owned())
    );
    let notes = analysis.trust().notes;
    assert!(
        notes.contains(
            &"Working hours are on the clock of Asia/Tokyo on 9–13 November 2026.".to_owned()
        ),
        "{notes:?}"
    );
}

#[test]
fn a_day_off_there_is_off_from_its_midnight_to_the_next_there() {
    let off = all_day("off", Kind::TimeOff, "2026-11-11", "2026-11-12").build();
    let wednesday = analysis(&[off], &there("America/Los_Angeles"));
    let mut marked = there("America/Los_Angeles");
    marked.marks.days_off.push("2026-11-11".parse().unwrap());
    for found in [&wednesday, &analysis(&[], &marked)] {
        let capacity: Vec<_> = found
            .metrics()
            .days
            .iter()
            .map(|day| (day.day.day(), day.capacity_hours))
            .collect();
        // Tuesday's last two hours stay Wednesday's; Wednesday's own, the last two on Thursday, are gone.
        assert_eq!(
            capacity,
            [
                (9, 6.0),
                (10, 8.0),
                (11, 2.0),
                (12, 6.0),
                (13, 8.0),
                (14, 2.0)
            ]
        );
    }
}

#[test]
fn the_end_of_a_working_day_is_no_day_to_judge() {
    let nights = ["2026-11-10 00:00", "2026-11-14 00:00"];
    let late = nights.map(|start| {
        let uid = format!("late {start}");
        meeting(&uid, Category::Review, start).minutes(120).build()
    });
    let analysis = analysis(&late, &there("America/Los_Angeles"));
    // Saturday holds Friday's last two hours, all of them in a meeting.
    let saturday = &analysis.days()[5];
    assert!((saturday.meeting_hours - 2.0).abs() < 1e-9 && !saturday.overloaded);
    // Tuesday has six more hours after those, and its morning with them.
    assert!(!analysis.days()[1].overloaded);
    let mornings = &analysis.metrics().protected_mornings;
    assert_eq!(mornings.len(), 5);
}

#[test]
fn many_journeys_are_told_in_one_line() {
    let mut settings = there("Asia/Tokyo");
    settings.marks.stays = [
        "2026-11-09=Asia/Tokyo",
        "2026-11-11=Asia/Seoul",
        "2026-11-13=Asia/Tokyo",
    ]
    .map(|stay| stay.parse().unwrap())
    .to_vec();
    let notes = analysis(&[], &settings).trust().notes;
    let told = "On 3 journeys working hours are on the clock there: Asia/Seoul, Asia/Tokyo.";
    assert!(notes.iter().any(|note| note == told), "{notes:?}");
}

#[test]
fn a_zone_with_the_same_clock_changes_no_figure() {
    let occurrences = [meeting("a", Category::Review, "2026-11-10 10:00")
        .minutes(90)
        .build()];
    let mut home = there("Europe/Paris");
    let paris = analysis(&occurrences, &home);
    home.marks.stays.clear();
    let berlin = analysis(&occurrences, &home);
    assert_eq!(paris.week_mix(), berlin.week_mix());
    assert_eq!(paris.metrics(), berlin.metrics());
}

proptest! {
    /// Three weeks there, the second of them counted: as many minutes as the hours name, but for what a change of clocks
    /// there adds or takes, and no minute twice.
    #[test]
    fn a_week_inside_a_stay_has_the_hours_of_a_week(
        home in proptest::sample::select(vec![Tz::Europe__Berlin, Tz::Asia__Tokyo, Tz::America__New_York, Tz::Pacific__Auckland]),
        place in proptest::sample::select(vec![Tz::America__Los_Angeles, Tz::Asia__Kathmandu, Tz::Pacific__Kiritimati, Tz::Pacific__Pago_Pago, Tz::Europe__Berlin]),
        hours in proptest::sample::select(vec!["09:00-17:00", "09:00-12:00,13:00-17:30", "00:00-24:00", "22:00-24:00"]),
        monday in proptest::sample::select(vec!["2026-03-23", "2026-10-19", "2026-11-09", "2026-03-02"]),
    ) {
        let monday: NaiveDate = monday.parse().unwrap();
        let mut settings = Settings { zone: home, hours: hours.parse().unwrap(), ..settings() };
        settings.marks.stays = vec![Stay {
            first: monday - TimeDelta::weeks(1),
            last: monday + TimeDelta::days(13),
            zone: place.name().to_owned(),
        }];
        // From midnight there to midnight there: whole days of the place, in whatever pieces home sees them.
        let there = Period::of_days(monday, monday + TimeDelta::days(7), place);
        let analysis = Analysis::of(&[], Period { zone: home, ..there }, &settings).unwrap();
        let minute = |time: chrono::NaiveTime| chrono::Timelike::num_seconds_from_midnight(&time).div_ceil(60);
        let named: u32 = settings.hours.on_weekday(Weekday::Mon).iter().map(|r| minute(r.end) - minute(r.start)).sum();
        // No zone changes its clocks from Monday to Friday.
        let capacity = analysis.metrics().capacity_hours;
        prop_assert!((capacity * 60.0 - f64::from(named) * 5.0).abs() < 1e-6);
        let days: f64 = analysis.metrics().days.iter().map(|day| day.capacity_hours).sum();
        prop_assert!((days - capacity).abs() < 1e-9);
    }
}
