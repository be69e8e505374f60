//! Questions asked of small calendars.

use weekwise_engine::{Clock, EngineError, Opened, PeriodChoice, SettingsChange, Source};
use weekwise_model::{BlockOrigin, IsoWeek, NotCounted, PlanBlock, PlanChoice, PlanWishes};

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

fn opened(events: &str) -> Opened {
    let text =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n{events}END:VCALENDAR\r\n");
    let source = Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    };
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    Opened::read(source, &berlin, &clock()).unwrap()
}

fn event(uid: &str, lines: &[&str]) -> String {
    let lines = lines.join("\r\n");
    format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\n{lines}\r\nEND:VEVENT\r\n")
}

const SERIES: [&str; 4] = [
    "DTSTART:20261013T080000Z",
    "DTEND:20261013T090000Z",
    "RRULE:FREQ=WEEKLY",
    "SUMMARY:Design review",
];

#[test]
fn an_old_calendar_opens_on_its_last_week() {
    let old = opened(&event(
        "a",
        &[
            "DTSTART:20130508T100000Z",
            "DTEND:20130508T110000Z",
            "SUMMARY:Then",
        ],
    ));
    let week: IsoWeek = "2013-W19".parse().unwrap();
    assert_eq!(old.library(&clock()).week, Some(week));
    assert_eq!(old.week(None, &clock()).unwrap().events.len(), 1);
}

#[test]
fn a_calendar_of_the_future_opens_on_its_first_week() {
    let future = opened(&event(
        "a",
        &[
            "DTSTART:20270602T100000Z",
            "DTEND:20270602T110000Z",
            "SUMMARY:Soon",
        ],
    ));
    assert_eq!(
        future.library(&clock()).week,
        Some("2027-W22".parse().unwrap())
    );
}

#[test]
fn a_calendar_without_events_shows_this_week_with_all_of_it_free() {
    let empty = opened("");
    let view = empty.week(None, &clock()).unwrap();
    assert_eq!(view.week.to_string(), "2026-W46");
    assert_eq!(view.report.week_mix.denominator_minutes, 40 * 60);
    assert_eq!(
        view.report.week_mix.categories[0].open_focus_minutes,
        40 * 60
    );
    assert_eq!(view.previous_mix, None);
}

#[test]
fn settings_that_make_no_sense_change_nothing() {
    let mut calendar = opened(&event("a", &SERIES));
    let wrong = SettingsChange {
        hours: Some("08:00-10:00".to_owned()),
        zone: Some("Nowhere".to_owned()),
        ..Default::default()
    };
    assert!(matches!(
        calendar.change_settings(&wrong),
        Err(EngineError::Zone(_))
    ));
    assert_eq!(calendar.settings().hours.to_string(), "09:00-17:00");
}

#[test]
fn a_moved_instance_is_explained_by_its_original_start_too() {
    let moved = event(
        "a",
        &[
            "RECURRENCE-ID:20261110T080000Z",
            "DTSTART:20261112T130000Z",
            "DTEND:20261112T140000Z",
            "SUMMARY:Design review, moved",
        ],
    );
    let calendar = opened(&format!("{}{moved}", event("a", &SERIES)));
    let by_original = calendar
        .explain("a", Some("2026-11-10T08:00:00Z".parse().unwrap()), &clock())
        .unwrap();
    let by_day = calendar
        .explain("a", Some("2026-11-12".parse().unwrap()), &clock())
        .unwrap();
    assert_eq!(by_original.event, by_day.event);
    assert_eq!(by_original.event.summary, "Design review, moved");
}

#[test]
fn without_a_time_the_instance_nearest_to_now_is_explained() {
    let calendar = opened(&event("a", &SERIES));
    let explanation = calendar.explain("a", None, &clock()).unwrap();
    assert_eq!(explanation.event.start, "2026-11-10T09:00:00+01:00");
    assert_eq!(explanation.counting, "All of it counts as Review: 1 h.");
    assert!(matches!(
        calendar.explain("b", None, &clock()),
        Err(EngineError::NoSuchEvent(_))
    ));
}

#[test]
fn rows_of_a_period_hold_what_does_not_count_as_well() {
    let free = event(
        "b",
        &[
            "DTSTART:20261112T080000Z",
            "DURATION:PT1H",
            "TRANSP:TRANSPARENT",
            "SUMMARY:Maybe",
        ],
    );
    let calendar = opened(&format!("{}{free}", event("a", &SERIES)));
    let rows = calendar
        .events(&PeriodChoice::Week("2026-W46".parse().unwrap()), &clock())
        .unwrap();
    let reasons: Vec<Option<NotCounted>> = rows.iter().map(|row| row.not_counted_because).collect();
    assert_eq!(reasons, [None, Some(NotCounted::Free)]);
}

#[test]
fn nothing_readable_is_an_error_that_names_the_file() {
    let source = Source::Bytes {
        name: "picture.ics".to_owned(),
        bytes: vec![0x89, b'P', b'N', b'G', 0, 1, 2],
    };
    let Err(error) = Opened::read(source, &SettingsChange::default(), &clock()) else {
        panic!("read a picture")
    };
    assert_eq!(error.code(), "nothing_read");
    assert!(error.to_string().contains("picture.ics"));
}

#[test]
fn at_the_weekend_the_next_week_is_planned() {
    let sunday = Clock::fixed("2026-11-15T12:00:00Z".parse().unwrap());
    let opened = opened(&event("a", &SERIES));
    let wishes = PlanWishes::default();
    let plan = opened.plan(&wishes, false, &sunday).unwrap();
    assert!(!plan.blocks.is_empty());
    assert!(
        plan.blocks
            .iter()
            .all(|block| block.start.as_str() > "2026-11-16")
    );
}

#[test]
fn a_series_written_one_by_one_is_one_series_and_its_events_lie_behind_it() {
    let events: String = (0..6)
        .map(|week| {
            let day =
                chrono::NaiveDate::from_ymd_opt(2026, 10, 6).unwrap() + chrono::Days::new(7 * week);
            let start = format!("DTSTART;TZID=Europe/Berlin:{}T100000", day.format("%Y%m%d"));
            let lines = [start.as_str(), "DURATION:PT1H", "SUMMARY:Platform sync"];
            event(&format!("sync-{week}"), &lines)
        })
        .collect();
    let opened = opened(&events);
    let all = weekwise_model::Selection {
        from: "2026-10-05".parse().ok(),
        to: "2026-11-15".parse().ok(),
        ..weekwise_model::Selection::default()
    };
    let view = opened.meetings(&all, &clock()).unwrap();
    let [row] = view.series.as_slice() else {
        panic!("one series, not {}", view.series.len());
    };
    assert_eq!(
        (row.uid.as_str(), row.times, row.gathered),
        ("sync-0", 6, 6)
    );
    let what = weekwise_model::Behind::Series {
        uids: vec![row.uid.clone()],
    };
    let behind = opened.behind(&all, &what, &clock()).unwrap();
    assert_eq!((behind.count, behind.minutes), (6, 360));
    assert!(behind.events.iter().all(|event| event.recurring));
}

#[test]
fn a_week_can_be_of_some_calendars_only() {
    let opened = opened(&event("a", &SERIES));
    let week: IsoWeek = "2026-W46".parse().unwrap();
    let shown = |calendars: &[u32]| {
        let calendars: Vec<_> = calendars
            .iter()
            .map(|id| weekwise_model::CalendarId(*id))
            .collect();
        let view = opened.week_of(Some(week), &calendars, &clock()).unwrap();
        view.events.len()
    };
    assert_eq!((shown(&[]), shown(&[0]), shown(&[7])), (1, 1, 0));
}

#[test]
fn a_plan_and_the_report_after_it_count_the_same_mornings() {
    let choices = [
        PlanChoice::NoChanges,
        PlanChoice::Balanced,
        PlanChoice::MostFocus,
    ];
    for (week, choice) in (0..6).zip(choices.into_iter().cycle()) {
        let now = "2026-10-05T05:00:00Z"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .unwrap();
        let clock = Clock::fixed(now + chrono::TimeDelta::weeks(week));
        // Two of the weeks are spent elsewhere: evenings and nights, and early mornings, in Berlin.
        let there = match week {
            1 => vec![
                "2026-10-12..2026-10-16=America/Los_Angeles"
                    .parse()
                    .unwrap(),
            ],
            4 => vec!["2026-11-02..2026-11-05=Asia/Tokyo".parse().unwrap()],
            _ => Vec::new(),
        };
        let change = SettingsChange {
            stays: Some(there),
            ..SettingsChange::default()
        };
        let demo = Opened::read(Source::Demo, &change, &clock).unwrap();
        let wishes = PlanWishes {
            choice,
            ..PlanWishes::default()
        };
        let plan = demo.plan(&wishes, false, &clock).unwrap();
        let mut mornings: Vec<&str> = plan
            .blocks
            .iter()
            .filter(|block| block.morning)
            .map(|block| &block.start[..10])
            .collect();
        mornings.dedup();
        let held = &plan.after.metrics.held_mornings;
        assert_eq!(
            mornings,
            held.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "{choice:?}, week {week}"
        );
    }
}

#[test]
fn on_a_journey_blocks_lie_in_the_working_hours_there() {
    let clock = Clock::fixed("2026-11-13T12:00:00Z".parse().unwrap());
    for zone in ["America/Los_Angeles", "Asia/Tokyo", "Asia/Kolkata"] {
        let stay = format!("2026-11-16..2026-11-20={zone}").parse().unwrap();
        let change = SettingsChange {
            stays: Some(vec![stay]),
            ..SettingsChange::default()
        };
        let opened = Opened::read(Source::Demo, &change, &clock).unwrap();
        let wishes = PlanWishes {
            from: Some("2026-11-16".parse().unwrap()),
            weeks: 2,
            ..PlanWishes::default()
        };
        let plan = opened.plan(&wishes, false, &clock).unwrap();
        let away = |block: &&PlanBlock| block.start.as_str() < "2026-11-21T04";
        assert!(plan.blocks.iter().filter(away).count() > 1, "{zone}");
        for block in &plan.blocks {
            let tz: chrono_tz::Tz = if away(&block) {
                zone.parse().unwrap()
            } else {
                chrono_tz::Europe::Berlin
            };
            let clock_there = |text: &str| {
                let at = chrono::DateTime::parse_from_rfc3339(text).unwrap();
                at.with_timezone(&tz).format("%H:%M").to_string()
            };
            let (from, to) = (clock_there(&block.start), clock_there(&block.end));
            assert!(
                "09:00" <= from.as_str() && to.as_str() <= "17:00",
                "{zone}: {from}–{to}"
            );
            let new = block.origin == BlockOrigin::New;
            assert!(
                !new || to.as_str() <= "12:00" || from.as_str() >= "13:00",
                "{zone}: {from}–{to}"
            );
        }
    }
}

/// An export of three weeks: a review that has been held for two years, and what happened in those weeks.
fn three_weeks() -> Opened {
    let mut events = event(
        "review",
        &[
            "DTSTART:20241008T080000Z",
            "DTEND:20241008T093000Z",
            "RRULE:FREQ=WEEKLY",
            "SUMMARY:Design review",
        ],
    );
    for day in [19, 20, 21, 22, 23, 26, 27, 28, 29, 30] {
        let (start, end) = (
            format!("DTSTART:202610{day}T120000Z"),
            format!("DTEND:202610{day}T130000Z"),
        );
        events += &event(&format!("single{day}"), &[&start, &end, "SUMMARY:Pairing"]);
    }
    opened(&events)
}

#[test]
fn an_export_of_weeks_claims_nothing_of_the_years_its_series_run() {
    let opened = three_weeks();
    let quarter = weekwise_model::Selection {
        from: "2026-07-01".parse().ok(),
        to: "2026-11-08".parse().ok(),
        ..weekwise_model::Selection::default()
    };
    let trends = opened
        .trends(&quarter, weekwise_model::Grain::Week, None, &clock())
        .unwrap();
    assert!(trends.periods.first().unwrap().series_only);
    assert!(trends.change_points.is_empty());
    let week_of = |day: &str| {
        let week = IsoWeek::of(day.parse().unwrap());
        opened.week(Some(week), &clock()).unwrap()
    };
    assert_eq!(week_of("2026-07-01").told, trends.told);
    assert!(trends.told.is_some() && week_of("2026-10-21").told.is_none());
    let evidence = opened
        .evidence(&quarter, &std::collections::BTreeSet::new(), &clock())
        .unwrap();
    assert!(
        evidence
            .notes
            .iter()
            .any(|note| note.contains("tells only part")),
        "{:?}",
        evidence.notes
    );
    let text = serde_json::to_string(&evidence).unwrap();
    assert!(
        !text.contains("19 reviews") && !text.contains("18 reviews"),
        "{text}"
    );
}
