//! When in the week meetings are, how the free time is cut, and which events lie behind a figure.

use weekwise_analyze::{behind, figures};
use weekwise_model::{Behind, Category, Classified, FiguresView, HeatCell, Metric, StretchLength};

use crate::support::{counted, focus, meeting, settings, week};

/// Monday 10–11 and 13:30–14:30, Tuesday 16–18, a focus block on Wednesday 9–12 with a meeting over its last hour.
fn some() -> Vec<Classified> {
    vec![
        meeting("a", Category::CrossTeam, "2026-11-09 10:00").build(),
        meeting("b", Category::CrossTeam, "2026-11-09 13:30").build(),
        meeting("late", Category::Strategy, "2026-11-10 16:00")
            .minutes(120)
            .people(9)
            .build(),
        focus("block", "2026-11-11 09:00")
            .minutes(180)
            .created("2026-11-01 09:00")
            .build(),
        meeting("invades", Category::Review, "2026-11-11 11:00")
            .created("2026-11-10 15:00")
            .build(),
    ]
}

fn view() -> FiguresView {
    figures(&counted(&some(), week(), &settings())).unwrap()
}

fn cell(view: &FiguresView, weekday: u32, hour: u32) -> &HeatCell {
    let mut cells = view.heat.cells.iter();
    cells
        .find(|cell| (cell.weekday, cell.hour) == (weekday, hour))
        .unwrap()
}

#[test]
fn the_heat_map_holds_every_meeting_minute_in_its_hour() {
    let view = view();
    assert_eq!((view.heat.first_hour, view.heat.last_hour), (9, 17));
    assert_eq!(view.heat.last_weekday, 4);
    assert_eq!(view.heat.cells.len(), 5 * 9);
    assert_eq!(cell(&view, 0, 10).meeting_minutes, 60);
    assert_eq!(cell(&view, 0, 13).meeting_minutes, 30);
    assert_eq!(cell(&view, 0, 14).meeting_minutes, 30);
    let late = cell(&view, 1, 17);
    assert_eq!((late.working_minutes, late.meeting_minutes), (0, 60));
    assert!((late.meeting_share - 1.0).abs() < 1e-9);
    let all: i64 = view
        .heat
        .cells
        .iter()
        .map(|cell| cell.meeting_minutes)
        .sum();
    assert_eq!(all, 300, "every minute of a meeting is in one cell");
    let meetings: u32 = view.heat.cells.iter().map(|cell| cell.meetings).sum();
    assert_eq!(meetings, 1 + 2 + 2 + 1);
}

#[test]
fn focus_is_lost_where_a_meeting_is_and_where_it_leaves_a_fragment() {
    let view = view();
    // Monday 9–10 is too short to work in because of the meeting at 10.
    assert_eq!(cell(&view, 0, 9).focus_lost_minutes, 60);
    assert_eq!(cell(&view, 0, 10).focus_lost_minutes, 60);
    // 11–13:30 and 14:30–17 are still long enough.
    assert_eq!(cell(&view, 0, 12).focus_lost_minutes, 0);
    assert_eq!(cell(&view, 0, 15).focus_lost_minutes, 0);
    // Outside working time there is no focus time to lose.
    assert_eq!(cell(&view, 1, 17).focus_lost_minutes, 0);
    let lost: i64 = view
        .heat
        .cells
        .iter()
        .map(|cell| cell.focus_lost_minutes)
        .sum();
    let with = view.metrics.focus_time;
    let nothing: Vec<Classified> = vec![focus("block", "2026-11-11 09:00").minutes(180).build()];
    let without = figures(&counted(&nothing, week(), &settings()))
        .unwrap()
        .metrics
        .focus_time;
    assert!((without - with - lost as f64 / 60.0).abs() < 1e-9);
}

#[test]
fn every_free_stretch_is_in_one_class() {
    let view = view();
    let classes: Vec<(StretchLength, u32)> = view
        .free
        .iter()
        .map(|class| (class.length, class.count))
        .collect();
    // Monday 1 h, 2.5 h, 2.5 h; Tuesday 7 h; Wednesday 5 h; Thursday and Friday 8 h.
    assert_eq!(
        classes,
        [
            (StretchLength::From4Hours, 4),
            (StretchLength::From3Hours, 0),
            (StretchLength::From2Hours, 2),
            (StretchLength::From90Minutes, 0),
            (StretchLength::From1Hour, 1),
            (StretchLength::Shorter, 0),
        ]
    );
    let shape = &view.metrics.shape_of_free_time;
    assert_eq!(
        (shape.from_4_hours, shape.from_2_hours, shape.from_1_hour),
        (4, 2, 1)
    );
    assert_eq!(
        view.free[0].stretches[0].start, "2026-11-13T09:00:00",
        "the latest first"
    );
    let [merge] = view.merges.as_slice() else {
        panic!(
            "one meeting keeps two gaps apart, not {}",
            view.merges.len()
        );
    };
    assert_eq!((merge.uid.as_str(), merge.shift_minutes), ("a", -60));
    assert_eq!((merge.before_minutes, merge.after_minutes), (60, 150));
    assert_eq!(shape.mergeable, 1);
}

fn uids(what: &Behind) -> Vec<String> {
    let events = some();
    let found = behind(&counted(&events, week(), &settings()), what);
    found
        .into_iter()
        .map(|(index, _)| events[index].occurrence.event.uid.clone())
        .collect()
}

#[test]
fn the_events_behind_a_figure_are_those_it_counts() {
    let of = |metric| uids(&Behind::Metric { metric });
    assert_eq!(of(Metric::AfterHours), ["late"]);
    assert_eq!(of(Metric::Large), ["late"]);
    assert_eq!(of(Metric::Long), ["late"]);
    assert_eq!(of(Metric::Invasion), ["invades"]);
    assert_eq!(of(Metric::ShortNotice), ["invades"]);
    assert_eq!(of(Metric::FocusTime), ["block"]);
    assert_eq!(of(Metric::Control), ["block"]);
    assert_eq!(of(Metric::Conflicts), ["block", "invades"]);
    assert_eq!(of(Metric::MeetingLoad).len(), 4);
    assert!(of(Metric::Zombie).is_empty());
    assert_eq!(
        uids(&Behind::Hour {
            weekday: 0,
            hour: 14
        }),
        ["b"]
    );
    assert_eq!(
        uids(&Behind::Category {
            category: Category::Strategy
        }),
        ["late"]
    );
    let series = Behind::Series {
        uids: vec!["a".to_owned()],
    };
    assert_eq!(uids(&series), ["a"]);
}

#[test]
fn every_figure_of_the_report_is_there_by_its_name() {
    let view = view();
    let metrics = serde_json::to_value(&view.metrics).unwrap();
    for name in [
        "meeting_hours",
        "meeting_load",
        "focus_time",
        "fragmented_time",
        "focus_cost",
        "protected_mornings",
        "held_mornings",
        "back_to_back",
        "overloaded_days",
        "after_hours",
        "short_notice",
        "switches",
        "control",
        "invasions",
        "survival",
        "series_cost",
        "large",
        "long",
        "zombies",
        "abandoned",
        "lead_time",
        "shape_of_free_time",
        "prep_debt",
        "volatility",
        "gap_to_band",
        "hours_to_move",
        "conflict_hours",
        "capacity_hours",
    ] {
        assert!(metrics.get(name).is_some(), "no {name}");
    }
    assert!((view.metrics.conflict_hours - 1.0).abs() < 1e-9);
    assert_eq!(view.metrics.gap_to_band.len(), 5);
    let over = view.metrics.gap_to_band.iter().map(|gap| gap.points);
    assert!(over.into_iter().all(|points| points >= 0.0));
}
