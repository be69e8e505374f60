//! While titles are hidden, nothing the window is told holds one.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use weekwise_engine::{Clock, Opened, PeriodChoice, Reviews, Said, SettingsChange, Source, Veil};
use weekwise_model::{
    Ask, AskState, AskStep, Category, Condition, CorrectionRequest, EvidenceRequest, Grain, Impact,
    Kind, Marks, NamedPeriod, NextStep, PlanWishes, Priority, Review, Rule, RuleOutcome, Scope,
    Season, Selection, SeriesImpact, TeamName, Test, UnusualWeek,
};

fn demo() -> (Opened, Clock) {
    let clock = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    let change = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        ..SettingsChange::default()
    };
    let mut opened = Opened::read(Source::Demo, &change, &clock).unwrap();
    let view = opened.week(None, &clock).unwrap();
    let uid = view
        .events
        .iter()
        .find(|e| e.recurring)
        .unwrap()
        .row
        .uid
        .clone();
    let people = opened.people(&Selection::default(), &clock).unwrap();
    opened.hear(Said {
        rules: vec![Rule {
            name: "Quarterly secrets".to_owned(),
            enabled: true,
            conditions: vec![
                Condition {
                    negated: false,
                    test: Test::TitleWords {
                        words: "platform sync".to_owned(),
                    },
                },
                Condition {
                    negated: true,
                    test: Test::Organizer {
                        any_of: vec!["boss@example.org".to_owned()],
                    },
                },
            ],
            outcome: RuleOutcome::Category {
                category: Category::CrossTeam,
            },
        }],
        marks: Marks {
            team_names: vec![TeamName {
                team: people.teams[0].id.clone(),
                name: "Quarterly secrets".to_owned(),
            }],
            priorities: vec![Priority {
                name: "Quarterly secrets".to_owned(),
                words: vec!["secrets".to_owned()],
            }],
            impacts: vec![SeriesImpact {
                uid,
                impact: Impact::Low,
            }],
            unusual_weeks: vec![UnusualWeek {
                week: "2026-W44".parse().unwrap(),
                why: "Quarterly secrets".to_owned(),
            }],
            seasons: vec![Season {
                name: "Quarterly secrets".to_owned(),
                from: "2026-09-01".parse().unwrap(),
                to: "2026-10-31".parse().unwrap(),
            }],
            asks: vec![Ask {
                text: "Make “Platform sync” fortnightly".to_owned(),
                note: "Quarterly secrets".to_owned(),
                state: AskState::Asked,
                steps: vec![AskStep {
                    at: "2026-10-01T08:00:00Z".parse().unwrap(),
                    state: AskState::Asked,
                    saw: None,
                    back: false,
                }],
                ..Ask::put_aside("halve:sync".to_owned())
            }],
            ..Marks::default()
        },
        ..Said::default()
    });
    (opened, clock)
}

/// Everything that must not be read, longest first.
fn secrets(opened: &Opened, clock: &Clock) -> Vec<String> {
    let mut secrets: BTreeSet<String> = ["Quarterly secrets", "platform sync", "@"]
        .map(str::to_owned)
        .into();
    let plain = opened.library(clock);
    secrets.extend(plain.calendars.into_iter().map(|calendar| calendar.name));
    let own = |title: &str| {
        let is = |label: &str| label.eq_ignore_ascii_case(title);
        Kind::ALL.iter().any(|kind| is(kind.label()))
            || Category::WORK.iter().any(|c| is(c.label()))
    };
    for week in ["2026-W44", "2026-W45", "2026-W46", "2026-W47"] {
        let view = opened.week(Some(week.parse().unwrap()), clock).unwrap();
        for event in view.events {
            if event.row.summary.contains(' ') && !own(&event.row.summary) {
                secrets.insert(event.row.summary);
            }
            secrets.extend(event.people.into_iter().filter(|name| name.contains(' ')));
            secrets.extend(
                [event.location, event.description]
                    .into_iter()
                    .filter(|text| text.len() > 3),
            );
        }
    }
    secrets.into_iter().collect()
}

/// Every text with the field it stands in, but what the window only asks again with.
fn texts(value: &Value, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => fields
            .iter()
            .for_each(|(key, value)| texts(value, key, found)),
        Value::Array(values) => values.iter().for_each(|value| texts(value, key, found)),
        Value::String(text)
            if ![
                "uid",
                "uids",
                "series",
                "key",
                "evidence",
                "of",
                "zombies",
                "abandoned",
                "id",
            ]
            .contains(&key) =>
        {
            found.push((key.to_owned(), text.clone()));
        }
        _ => {}
    }
}

#[test]
fn no_answer_holds_a_title_a_name_or_a_place() {
    let (opened, clock) = demo();
    let veil = Veil::over(&opened);
    let secrets = secrets(&opened, &clock);
    assert!(secrets.len() > 60, "{}", secrets.len());
    let mut hidden = 0;
    let mut look = |what: &str, answer: Value, plain: Value| {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        texts(&plain, "", &mut before);
        texts(&answer, "", &mut after);
        assert_eq!(before.len(), after.len(), "{what} keeps its form");
        for (key, text) in &after {
            for secret in &secrets {
                assert!(
                    !text.contains(secret.as_str()),
                    "{what}, {key}: “{text}” tells “{secret}”"
                );
            }
        }
        hidden += before.iter().zip(&after).filter(|(a, b)| a != b).count();
    };
    macro_rules! look {
        ($what:literal, $answer:expr) => {{
            let mut answer = $answer;
            let plain = to_value(&answer);
            veil.hide(&mut answer);
            look($what, to_value(&answer), plain);
        }};
    }
    let all = Selection::default();
    look!("library", opened.library(&clock));
    for week in ["2026-W44", "2026-W45", "2026-W46", "2026-W47"] {
        look!(
            "week",
            opened.week(Some(week.parse().unwrap()), &clock).unwrap()
        );
    }
    for grain in [Grain::Week, Grain::Quarter] {
        look!("trends", opened.trends(&all, grain, None, &clock).unwrap());
    }
    look!("meetings", opened.meetings(&all, &clock).unwrap());
    look!("figures", opened.figures(&all, &clock).unwrap());
    look!("people", opened.people(&all, &clock).unwrap());
    look!("lenses", opened.lenses(&all, &clock).unwrap());
    let evidence = opened.evidence(&all, &BTreeSet::new(), &clock).unwrap();
    let every = evidence
        .sections
        .iter()
        .flat_map(|s| s.items.iter().map(|i| i.uid.clone()))
        .collect();
    look!("evidence", opened.evidence(&all, &every, &clock).unwrap());
    let year: NamedPeriod = "2026".parse().unwrap();
    look!(
        "look back",
        opened.look_back(year.days(), &reviews(), &clock).unwrap()
    );
    look!(
        "plan",
        opened
            .plan(
                &PlanWishes {
                    weeks: 2,
                    ..PlanWishes::default()
                },
                true,
                &clock
            )
            .unwrap()
    );
    let lately = opened.lately(&clock);
    let list = opened.questions(20, &clock).unwrap();
    let asked = list.questions.iter().find_map(|one| one.events.first());
    let request = CorrectionRequest {
        uid: asked.unwrap().uid.clone(),
        recurrence_id: None,
        scope: Scope::Alike,
        category: Some(Category::Strategy),
        kind: None,
    };
    look!("questions", list);
    look!(
        "preview",
        opened
            .preview_correction(&request, &lately, &clock)
            .unwrap()
    );
    look!("rules", opened.rules(&lately, &clock).unwrap());
    look!("marks", opened.said().marks.clone());
    assert!(hidden > 2_000, "{hidden}");
}

/// A review with a line.
fn reviews() -> Reviews {
    let review = Review {
        line: "Quarterly secrets".to_owned(),
        ..Review::default()
    };
    [("2026-W44".parse().unwrap(), review)].into()
}

fn to_value(answer: &impl Serialize) -> Value {
    serde_json::to_value(answer).unwrap()
}

#[test]
fn figures_times_and_what_is_asked_again_with_stay() {
    let (opened, clock) = demo();
    let view = opened.week(None, &clock).unwrap();
    let plain = to_value(&view);
    let mut hidden = view;
    Veil::over(&opened).hide(&mut hidden);
    let hidden = to_value(&hidden);
    assert_eq!(hidden["report"]["week_mix"], plain["report"]["week_mix"]);
    assert_eq!(hidden["profile"], plain["profile"]);
    for (event, was) in hidden["events"]
        .as_array()
        .unwrap()
        .iter()
        .zip(plain["events"].as_array().unwrap())
    {
        for field in ["key", "start", "end", "minutes", "shape"] {
            assert_eq!(event[field], was[field]);
        }
        for field in ["uid", "recurrence_id", "category", "kind", "response"] {
            assert_eq!(event["row"][field], was["row"][field]);
        }
        let title = was["row"]["summary"].as_str().unwrap();
        let is_ours = Kind::ALL.iter().any(|kind| kind.label() == title);
        assert_eq!(event["row"]["summary"] == title, is_ours, "{title}");
    }
}

/// A sentence as a report says it.
fn hidden(veil: &Veil, text: &str) -> String {
    let mut step = NextStep {
        text: text.to_owned(),
        gain: String::new(),
        evidence: Vec::new(),
    };
    veil.hide(&mut step);
    step.text
}

#[test]
fn the_same_title_has_the_same_word_alone_in_a_sentence_and_on_paper() {
    let (opened, clock) = demo();
    let veil = Veil::over(&opened);
    let view = opened.week(None, &clock).unwrap();
    let row = view
        .events
        .into_iter()
        .find(|e| e.row.summary.contains(' '))
        .unwrap()
        .row;
    let title = row.summary.clone();
    let alone = Veil::over_papers(&opened).row(row).summary;
    assert_ne!(alone, title);
    assert_eq!(
        hidden(&veil, &format!("Make “{title}” shorter.")),
        format!("Make “{alone}” shorter.")
    );
    assert_eq!(
        hidden(&veil, "Deep work is 3 h short of “Review”."),
        "Deep work is 3 h short of “Review”."
    );
    assert_eq!(hidden(&veil, "“Nobody knows this” is new"), "“…” is new");
    assert_eq!(hidden(&veil, &title), alone);
}

#[test]
fn what_the_program_calls_something_stays_readable() {
    let clock = Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap());
    // As after an exported plan was imported: calendar, file and event are called what a category is.
    let plan = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nX-WR-CALNAME:Deep work\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:20261112T090000Z\r\nDURATION:PT2H\r\nSUMMARY:Deep work\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    let source = Source::Bytes {
        name: "Work".to_owned(),
        bytes: plan.as_bytes().to_vec(),
    };
    let opened = Opened::read(source, &SettingsChange::default(), &clock).unwrap();
    let veil = Veil::over(&opened);
    for ours in [
        "Deep work is 3 h short.",
        "Work on Friday ends late.",
        "“Deep work” costs 2 h.",
    ] {
        assert_eq!(hidden(&veil, ours), ours);
    }
    let mut view = opened.week(None, &clock).unwrap();
    let plain = view.clone();
    veil.hide(&mut view);
    assert_eq!(view.report, plain.report);
    let row = &view.events[0].row;
    assert_eq!(
        (row.summary.as_str(), row.calendar.as_str()),
        ("Deep work", "Deep work")
    );
    let mut library = opened.library(&clock);
    veil.hide(&mut library);
    assert_eq!(library.calendars[0].name, "Deep work");
    assert_eq!(library.files, ["Calendar 1"]);
}

#[test]
fn a_team_that_was_found_is_named_by_no_word_of_a_title() {
    let (opened, clock) = demo();
    let mut people = opened.people(&Selection::default(), &clock).unwrap();
    let found: Vec<String> = people
        .teams
        .iter()
        .map(|team| team.suggested_name.clone())
        .collect();
    assert!(found.len() > 2);
    // As it is said where a team is met in one meeting only.
    people.notes.extend(
        found
            .iter()
            .map(|name| format!("It is the only one with {name}.")),
    );
    Veil::over(&opened).hide(&mut people);
    let told = serde_json::to_string(&people).unwrap();
    for name in found {
        assert!(!told.contains(&name), "{name}");
    }
}

#[test]
fn a_record_that_is_handed_on_names_no_uid_whose_title_it_does_not_show() {
    let (opened, clock) = demo();
    let request = |ticked: BTreeSet<String>| EvidenceRequest {
        from: "2026-10-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        ticked,
        names: false,
    };
    let told = |ticked| {
        let report = opened.evidence_to_share(&request(ticked), &clock).unwrap();
        serde_json::to_string(&report).unwrap()
    };
    let own = opened.own_evidence(&Selection::default(), &clock).unwrap();
    let uids: BTreeSet<String> = own
        .sections
        .iter()
        .flat_map(|section| section.items.iter().map(|item| item.uid.clone()))
        .collect();
    assert!(uids.len() > 5);
    let without = told(BTreeSet::new());
    for uid in &uids {
        assert!(!without.contains(uid), "{uid}");
    }
    let one = uids.first().unwrap().clone();
    let with = told([one.clone()].into());
    assert!(with.contains(&one));
    assert!(uids.iter().skip(1).all(|uid| !with.contains(uid)));
}

#[test]
fn a_report_that_is_handed_on_names_no_uid() {
    let (opened, clock) = demo();
    let report = opened
        .redacted_report(&PeriodChoice::Default, &clock)
        .unwrap();
    let told = serde_json::to_string(&report).unwrap();
    let rows = opened.events(&PeriodChoice::Default, &clock).unwrap();
    for row in rows.iter() {
        assert!(!told.contains(&row.uid), "{}", row.uid);
    }
}
