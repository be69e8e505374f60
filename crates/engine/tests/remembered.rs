//! What an opened calendar remembers of its answers cannot be seen in them.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use weekwise_engine::{Clock, Moment, Opened, PeriodChoice, Said, SettingsChange, Source};
use weekwise_model::{
    Category, Condition, Correction, CorrectionRequest, Grain, IsoWeek, Rule, RuleOutcome, Scope,
    Selection, Test,
};

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// Series over clock changes, in UTC, floating, of whole days, over midnight, moved, cancelled; single events, one without
/// length; and a second calendar with the same meeting in it.
fn calendars() -> Source {
    let mut text = String::new();
    let people = "ORGANIZER:mailto:me@example.org\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\nATTENDEE:mailto:ana@example.org\r\n";
    let events = [
        (
            "daily",
            "DTSTART;TZID=Europe/Berlin:20260302T091500\r\nDURATION:PT15M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\nSUMMARY:Stand-up",
            people,
        ),
        (
            "moved",
            "DTSTART:20260303T140000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\nEXDATE:20260407T140000Z\r\nSUMMARY:Design review",
            people,
        ),
        (
            "moved",
            "RECURRENCE-ID:20261110T140000Z\r\nDTSTART:20261112T070000Z\r\nDURATION:PT2H\r\nSUMMARY:Design review",
            people,
        ),
        (
            "moved",
            "RECURRENCE-ID;RANGE=THISANDFUTURE:20260901T140000Z\r\nDTSTART:20260902T150000Z\r\nDURATION:PT30M\r\nSUMMARY:Design review, short",
            people,
        ),
        (
            "floating",
            "DTSTART:20260105T230000\r\nDURATION:PT3H\r\nRRULE:FREQ=DAILY;INTERVAL=5\r\nSUMMARY:Release",
            "",
        ),
        (
            "focus",
            "DTSTART;TZID=America/New_York:20260309T040000\r\nDURATION:PT2H\r\nRRULE:FREQ=WEEKLY;BYDAY=TU,FR,SA;COUNT=80\r\nSUMMARY:Focus",
            "",
        ),
        (
            "leave",
            "DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261105\r\nSUMMARY:Vacation",
            "",
        ),
        (
            "birthday",
            "DTSTART;VALUE=DATE:20200601\r\nRRULE:FREQ=MONTHLY\r\nSUMMARY:Pay day",
            "",
        ),
        ("point", "DTSTART:20261110T000000Z\r\nSUMMARY:Reminder", ""),
        (
            "single",
            "DTSTART:20261109T100000Z\r\nDURATION:PT1H\r\nSUMMARY:Zephyr",
            people,
        ),
        (
            "other",
            "DTSTART:20260616T100000Z\r\nDURATION:PT45M\r\nSUMMARY:Zephyr again",
            people,
        ),
        (
            "gone",
            "DTSTART:20260310T160000Z\r\nDURATION:PT30M\r\nRRULE:FREQ=WEEKLY\r\nSTATUS:CANCELLED\r\nSUMMARY:Sync",
            people,
        ),
    ];
    for name in ["Work", "Shared"] {
        text.push_str(&format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nX-WR-CALNAME:{name}\r\n"
        ));
        for (uid, lines, people) in events {
            if name == "Work" || uid == "moved" || uid == "single" {
                text.push_str(&format!("BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20260101T080000Z\r\nCREATED:20260101T080000Z\r\n{lines}\r\n{people}END:VEVENT\r\n"));
            }
        }
        text.push_str("END:VCALENDAR\r\n");
    }
    Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    }
}

/// Something the user does.
#[derive(Debug, Clone)]
enum Step {
    Ask(Question),
    Change(SettingsChange),
    Say(u8),
}

/// Something the user asks, from a day on, for so many days.
#[derive(Debug, Clone, Copy)]
struct Question {
    what: u8,
    day: u64,
    days: u64,
}

fn step() -> impl Strategy<Value = Step> {
    let question = (0_u8..11, 0_u64..700, prop_oneof![1_u64..9, 20_u64..400])
        .prop_map(|(what, day, days)| Step::Ask(Question { what, day, days }));
    let zone = prop::sample::select(vec![
        "Europe/Berlin",
        "UTC",
        "America/Sao_Paulo",
        "Pacific/Auckland",
    ]);
    let change = (0_u8..5, zone).prop_map(|(what, zone)| {
        let mut change = SettingsChange::default();
        let one_of = |texts: [&str; 2]| texts[zone.len() % 2].to_owned();
        match what {
            0 => change.zone = Some(zone.to_owned()),
            1 => change.me = Some(vec![one_of(["me@example.org", "ana@example.org"])]),
            2 => change.hours = Some(one_of(["09:00-17:00", "07:00-12:00,13:00-16:00"])),
            3 => change.profile = Some(one_of(["architect", "senior"])),
            _ => change.count_tentative = Some(zone.len().is_multiple_of(2)),
        }
        Step::Change(change)
    });
    prop_oneof![6 => question, 2 => change, 1 => (0_u8..8).prop_map(Step::Say)]
}

fn said(what: u8) -> Said {
    let mut said = Said::default();
    let correction = |scope, key: &str| Correction {
        scope,
        key: key.to_owned(),
        category: Category::Strategy,
        kind: None,
        made_at: clock().now(),
    };
    if what & 1 > 0 {
        said.corrections.push(correction(Scope::Series, "single"));
        said.corrections.push(correction(
            Scope::Occurrence,
            "moved\u{1f}2026-11-10T14:00:00+00:00",
        ));
    }
    if what & 2 > 0 {
        said.rules.push(rule());
    }
    if what & 4 > 0 {
        let stay = "2026-11-16..2026-11-20=Asia/Tokyo".parse().unwrap();
        said.marks.stays.push(stay);
        said.marks.days_off.push("2026-11-12".parse().unwrap());
    }
    said
}

/// What is on Fridays is no work.
fn rule() -> Rule {
    Rule {
        name: "Fridays".to_owned(),
        enabled: true,
        conditions: vec![Condition {
            negated: false,
            test: Test::Starts {
                weekdays: vec![5],
                from: None,
                before: None,
            },
        }],
        outcome: RuleOutcome::Category {
            category: Category::OtherWork,
        },
    }
}

fn told<T: serde::Serialize, E: std::fmt::Debug>(answer: Result<T, E>) -> String {
    serde_json::to_string(&answer.map_err(|error| format!("{error:?}"))).unwrap()
}

fn answer(opened: &Opened, question: Question) -> String {
    let clock = clock();
    let first = NaiveDate::from_ymd_opt(2025, 10, 1).unwrap() + Days::new(question.day);
    let last = first + Days::new(question.days);
    let selection = Selection {
        from: Some(first),
        to: Some(last),
        ..Selection::default()
    };
    let choice = PeriodChoice::Range {
        from: Moment::Day(first),
        to: Moment::Day(last),
    };
    match question.what {
        0 => told(opened.week(Some(IsoWeek::of(first)), &clock)),
        1 => told(opened.week(None, &clock)),
        2 => told(opened.trends(&selection, Grain::Week, None, &clock)),
        3 => told(opened.meetings(&selection, &clock)),
        4 => told(opened.people(&Selection::default(), &clock)),
        5 => told(opened.evidence(&selection, &BTreeSet::from(["single".to_owned()]), &clock)),
        6 => told(opened.report(&choice, &clock)),
        7 => told(opened.questions(5, &clock)),
        8 => told(
            opened
                .events(&choice, &clock)
                .map(|rows| rows.iter().collect::<Vec<_>>()),
        ),
        9 => told(opened.preview_rule(&rule(), 0, false, &choice, &clock)),
        _ => {
            let request = CorrectionRequest {
                scope: Scope::Alike,
                uid: "single".to_owned(),
                recurrence_id: None,
                category: Some(Category::Review),
                kind: None,
            };
            told(opened.preview_correction(&request, &choice, &clock))
        }
    }
}

fn open() -> Opened {
    let berlin = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@example.org".to_owned()]),
        ..SettingsChange::default()
    };
    Opened::read(calendars(), &berlin, &clock()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whoever_was_asked_before_answers_like_somebody_asked_for_the_first_time(
        steps in prop::collection::vec(step(), 1..24)
    ) {
        let mut opened = open();
        let mut done: Vec<&Step> = Vec::new();
        for step in &steps {
            match step {
                Step::Change(change) => opened.change_settings(change).unwrap(),
                Step::Say(what) => opened.hear(said(*what)),
                Step::Ask(question) => {
                    let mut fresh = open();
                    for before in &done {
                        match before {
                            Step::Change(change) => fresh.change_settings(change).unwrap(),
                            Step::Say(what) => fresh.hear(said(*what)),
                            Step::Ask(_) => {}
                        }
                    }
                    prop_assert_eq!(answer(&opened, *question), answer(&fresh, *question), "{:?}", question);
                }
            }
            done.push(step);
        }
    }
}

#[test]
fn several_threads_may_ask_at_once() {
    let opened = open();
    let alone = open();
    let questions: Vec<Question> = (0..22)
        .map(|n| Question {
            what: n % 11,
            day: u64::from(n) * 31,
            days: 5 + u64::from(n) * 17,
        })
        .collect();
    let expected: Vec<String> = questions
        .iter()
        .map(|question| answer(&alone, *question))
        .collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for (question, expected) in questions.iter().zip(&expected) {
                    assert_eq!(answer(&opened, *question), *expected, "{question:?}");
                }
            });
        }
    });
}

#[test]
fn a_window_in_which_something_was_left_out_is_no_part_of_another() {
    // Every minute: more than a series may have in a year, not in a week.
    let text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20260101T000000Z\r\nDURATION:PT1M\r\nRRULE:FREQ=MINUTELY\r\nSUMMARY:Tick\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let open = || {
        let source = Source::Bytes {
            name: "ticks.ics".to_owned(),
            bytes: text.into(),
        };
        let utc = SettingsChange {
            zone: Some("UTC".to_owned()),
            ..SettingsChange::default()
        };
        Opened::read(source, &utc, &clock()).unwrap()
    };
    let opened = open();
    let events = |opened: &Opened, from: &str, to: &str| {
        let choice = PeriodChoice::Range {
            from: from.parse().unwrap(),
            to: to.parse().unwrap(),
        };
        let rows = opened.events(&choice, &clock()).unwrap();
        (rows.len(), rows.diagnostics().len())
    };
    for (from, to) in [
        ("2026-11-02", "2026-11-09"),
        ("2026-01-01", "2026-11-09"),
        ("2026-10-05", "2026-10-12"),
        ("2026-11-09", "2026-11-16"),
    ] {
        assert_eq!(
            events(&opened, from, to),
            events(&open(), from, to),
            "{from}"
        );
    }
    assert_eq!(events(&opened, "2026-01-01", "2026-11-09").1, 1);
}
