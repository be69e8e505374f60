//! How the weeks change, and what changed them.

use chrono::{DateTime, Days, Utc};
use weekwise_analyze::{TrendsQuestion, trends};
use weekwise_model::{
    Category, Classified, Grain, IsoWeek, Measure, Period, Settings, StepKind, Stretch, TrendsView,
    UnusualWeek,
};

use crate::support::{ZONE, counted, day, focus, meeting, settings};

fn weeks(count: u64) -> Period {
    Period::of_days(
        day("2026-01-05"),
        day("2026-01-05") + Days::new(7 * count),
        ZONE,
    )
}

fn question(period: Period, grain: Grain) -> TrendsQuestion {
    TrendsQuestion {
        grain,
        now: period.to,
        known: None,
        told: None,
        compare: None,
    }
}

fn asked(events: &[Classified], period: Period, grain: Grain, settings: &Settings) -> TrendsView {
    trends(&counted(events, period, settings), &question(period, grain)).unwrap()
}

/// Sixteen weeks with 5 h of cross-team meetings each; from the ninth on, 4.5 h more of them, 3 h of it a new series.
fn broken() -> Vec<Classified> {
    let mut events = Vec::new();
    for week in 0..16_i64 {
        for weekday in 0..5 {
            let alignment = meeting("alignment", Category::CrossTeam, "2026-01-05 09:00");
            events.push(alignment.days_later(7 * week + weekday).build());
        }
        if week >= 8 {
            let platform = meeting("platform", Category::CrossTeam, "2026-01-05 13:00")
                .minutes(180)
                .title("Platform sync")
                .repeats("FREQ=WEEKLY", "2026-03-02 13:00");
            let other = meeting("other", Category::CrossTeam, "2026-01-06 13:00").minutes(90);
            events.push(platform.days_later(7 * week).build());
            events.push(other.days_later(7 * week).build());
        }
    }
    events
}

#[test]
fn a_level_that_changed_for_good_is_told_with_the_series_behind_it() {
    let view = asked(&broken(), weeks(16), Grain::Week, &settings());
    let point = view
        .change_points
        .iter()
        .find(|point| point.measure == Measure::CrossTeam);
    let point = point.unwrap();
    assert_eq!(
        point.text,
        "Cross-team broke in week 10: +4.5 h a week, 3 h of it from “Platform sync”, which is new."
    );
    assert_eq!(point.at, "2026-W10");
    assert_eq!((point.before_periods, point.after_periods), (8, 8));
    assert!((point.before_hours - 5.0).abs() < 1e-9 && (point.after_hours - 9.5).abs() < 1e-9);
    assert_eq!(point.series[0].uid.as_deref(), Some("platform"));
    assert_eq!(point.for_the_worse, Some(true));
}

#[test]
fn one_odd_week_is_no_change_of_level() {
    let mut events: Vec<Classified> = broken()
        .into_iter()
        .filter(|c| c.occurrence.event.uid == "alignment")
        .collect();
    for weekday in 0..5 {
        let workshop = meeting("workshop", Category::CrossTeam, "2026-02-16 13:00").minutes(180);
        events.push(workshop.days_later(weekday).build());
    }
    assert_eq!(
        asked(&events, weeks(16), Grain::Week, &settings()).change_points,
        []
    );
}

#[test]
fn what_swings_every_week_has_no_change_of_level() {
    let mut events = Vec::new();
    for week in 0..20_i64 {
        // 0, 3, 6 h in turn.
        let build =
            meeting("swing", Category::CrossTeam, "2026-01-05 09:00").minutes(180 * (week % 3));
        events.push(build.days_later(7 * week).build());
        events.push(
            meeting("base", Category::OtherWork, "2026-01-06 09:00")
                .minutes(300)
                .days_later(7 * week)
                .build(),
        );
    }
    assert_eq!(
        asked(&events, weeks(20), Grain::Week, &settings()).change_points,
        []
    );
}

#[test]
fn a_week_that_is_not_over_or_not_known_is_partial() {
    let asked = TrendsQuestion {
        now: "2026-01-21T10:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        known: Some((day("2026-01-07"), day("2026-01-22"))),
        told: None,
        ..question(weeks(4), Grain::Week)
    };
    let view = trends(&counted(&broken(), weeks(4), &settings()), &asked).unwrap();
    let partial: Vec<bool> = view.periods.iter().map(|period| period.partial).collect();
    // The calendar begins in the first week, which is whole all the same; the third is running, the fourth to come.
    assert_eq!(partial, [false, false, true, true]);
}

#[test]
fn beyond_what_the_export_tells_there_are_series_only_and_no_changes() {
    let told = Stretch {
        from: day("2026-03-23"),
        to: day("2026-04-12"),
    };
    let period = weeks(20);
    let asked = TrendsQuestion {
        now: "2026-05-06T10:00:00Z".parse::<DateTime<Utc>>().unwrap(),
        told: Some(told),
        ..question(period, Grain::Week)
    };
    let view = trends(&counted(&broken(), period, &settings()), &asked).unwrap();
    let series_only = view.periods.iter().filter(|period| period.series_only);
    assert_eq!(series_only.count(), 17);
    assert!(view.change_points.is_empty(), "{:?}", view.change_points);
    assert!(
        view.notes
            .iter()
            .any(|note| note.contains("only series are known"))
    );
    let promised: Vec<bool> = view.periods.iter().map(|period| period.promised).collect();
    assert_eq!(promised.iter().filter(|promised| **promised).count(), 2);
    assert_eq!(view.told, Some(told));
}

#[test]
fn months_and_quarters_are_cut_by_the_calendar() {
    let period = Period::of_days(day("2026-01-15"), day("2026-05-01"), ZONE);
    let months = asked(&broken(), period, Grain::Month, &settings());
    let ids: Vec<&str> = months.periods.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids, ["2026-01", "2026-02", "2026-03", "2026-04"]);
    assert_eq!(months.periods[0].from, day("2026-01-01"));
    assert!(months.periods[0].partial && !months.periods[1].partial);
    let quarters = asked(&broken(), period, Grain::Quarter, &settings());
    let labels: Vec<&str> = quarters.periods.iter().map(|p| p.label.as_str()).collect();
    assert_eq!(labels, ["Q1 2026", "Q2 2026"]);
}

#[test]
fn an_unusual_week_is_marked_and_not_compared() {
    let mut settings = settings();
    let week: IsoWeek = "2026-W10".parse().unwrap();
    settings.marks.unusual_weeks.push(UnusualWeek {
        week,
        why: "Conference".to_owned(),
    });
    let view = asked(&broken(), weeks(16), Grain::Week, &settings);
    let marked = view.periods.iter().find(|p| p.id == "2026-W10").unwrap();
    assert_eq!(marked.unusual.as_deref(), Some("Conference"));
    let point = view
        .change_points
        .iter()
        .find(|p| p.measure == Measure::CrossTeam)
        .unwrap();
    assert_eq!(point.at, "2026-W11");
}

#[test]
fn a_waterfall_names_what_changed_to_the_minute() {
    let asked = TrendsQuestion {
        compare: Some(
            [("2026-02-23", "2026-03-01"), ("2026-03-02", "2026-03-08")].map(|(from, to)| {
                Stretch {
                    from: day(from),
                    to: day(to),
                }
            }),
        ),
        ..question(weeks(16), Grain::Week)
    };
    let waterfall = trends(&counted(&broken(), weeks(16), &settings()), &asked)
        .unwrap()
        .waterfall
        .unwrap();
    assert_eq!(
        waterfall.text,
        "Cross-team +4.5 h from Week 9 to Week 10, 3 h of it from “Platform sync”."
    );
    let cross_team = waterfall
        .steps
        .iter()
        .find(|step| step.category == Some(Category::CrossTeam))
        .unwrap();
    assert_eq!(
        (cross_team.before_minutes, cross_team.after_minutes),
        (300, 570)
    );
    let all: i64 = waterfall.steps.iter().map(|step| step.change_minutes).sum();
    assert_eq!(
        all,
        waterfall.after.denominator_minutes - waterfall.before.denominator_minutes
    );
    let open = waterfall
        .steps
        .iter()
        .find(|step| step.kind == StepKind::OpenFocus)
        .unwrap();
    // Monday's afternoon is gone but for an hour; Tuesday keeps 9–13 less the meeting and 14:30–17.
    assert_eq!(open.change_minutes, -(180 + 60) - 90);
}

#[test]
fn volatility_is_the_swing_around_the_mean() {
    let mut events = Vec::new();
    for week in 0..12_i64 {
        let hours = if week % 2 == 0 { 4 } else { 8 };
        events.push(
            meeting("swing", Category::CrossTeam, "2026-01-05 09:00")
                .minutes(60 * hours)
                .days_later(7 * week)
                .build(),
        );
        events.push(
            focus("focus", "2026-01-06 09:00")
                .minutes(240)
                .days_later(7 * week)
                .build(),
        );
    }
    let view = asked(&events, weeks(12), Grain::Week, &settings());
    let cross_team = view
        .volatility
        .iter()
        .find(|v| v.measure == Measure::CrossTeam)
        .unwrap();
    assert_eq!(cross_team.weeks, 12);
    assert!((cross_team.mean_hours - 6.0).abs() < 1e-9);
    // A standard deviation of 2 around 6.
    assert!((cross_team.volatility.unwrap() - 1.0 / 3.0).abs() < 1e-9);
    let strategy = view
        .volatility
        .iter()
        .find(|v| v.measure == Measure::Strategy)
        .unwrap();
    assert_eq!(strategy.volatility, None, "of nothing, nothing swings");
}

#[test]
fn without_events_there_is_a_sentence_instead_of_a_trend() {
    let view = asked(&[], weeks(4), Grain::Week, &settings());
    assert_eq!(view.periods.len(), 4);
    assert_eq!(view.notes.len(), 2, "{:?}", view.notes);
    assert!(view.notes[1].contains("Nothing is booked"));
}
