//! What the user is asked, and what is told before something is said: it has to be what happens.

use std::collections::BTreeMap;

use weekwise_engine::{Clock, Opened, PeriodChoice, Said, SettingsChange, Source};
use weekwise_model::{
    Category, Condition, CorrectionRequest, EventRow, Kind, Question, Rule, RuleOutcome, Scope,
    Test,
};

fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

const PEOPLE: [&str; 5] = ["ana", "ben", "caro", "dan", "eve"];

fn event(uid: &str, start: &str, minutes: u32, title: &str, more: &str) -> String {
    let people = PEOPLE
        .map(|name| format!("ATTENDEE;PARTSTAT=ACCEPTED:mailto:{name}@example.org\r\n"))
        .concat();
    format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:{start}\r\nDURATION:PT{minutes}M\r\nSUMMARY:{title}\r\n{more}ORGANIZER:mailto:ana@example.org\r\n{people}ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org\r\nEND:VEVENT\r\n"
    )
}

/// Code names nobody can guess, and titles that say what they are.
fn opened() -> Opened {
    let weekly = "RRULE:FREQ=WEEKLY;COUNT=6\r\n";
    let events = [
        event("short", "20261109T090000Z", 30, "Wombat", ""),
        event("long", "20261006T140000Z", 90, "Quokka", weekly),
        event("middle", "20261007T100000Z", 30, "Numbat", weekly),
        event("middle-too", "20261102T100000Z", 60, "Numbat 2", ""),
        event("known", "20261008T130000Z", 60, "Design review", weekly),
        event("standup", "20261005T083000Z", 15, "Stand-up", weekly),
        event(
            "gone",
            "20261105T150000Z",
            600,
            "Dingo",
            "STATUS:CANCELLED\r\n",
        ),
    ];
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\n{}END:VCALENDAR\r\n",
        events.concat()
    );
    let source = Source::Bytes {
        name: "test.ics".to_owned(),
        bytes: text.into_bytes(),
    };
    let change = SettingsChange {
        zone: Some("Europe/Berlin".to_owned()),
        me: Some(vec!["me@example.org".to_owned()]),
        ..SettingsChange::default()
    };
    Opened::read(source, &change, &clock()).unwrap()
}

fn rows(opened: &Opened, choice: &PeriodChoice) -> Vec<EventRow> {
    opened.events(choice, &clock()).unwrap().iter().collect()
}

fn minutes_of(row: &EventRow) -> i64 {
    let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap();
    (at(&row.end) - at(&row.start)).num_minutes()
}

/// The questions about events, each with the minutes of every title it is about.
fn asked(opened: &Opened) -> Vec<BTreeMap<String, i64>> {
    let list = opened.questions(usize::MAX, &clock()).unwrap();
    let about = |question: &Question| {
        let events = question.events.iter();
        let titles = events.map(|event| (event.summary.clone(), event.minutes));
        titles.collect::<BTreeMap<_, _>>()
    };
    let all = list.questions.iter().map(about);
    all.filter(|titles| !titles.is_empty()).collect()
}

#[test]
fn the_longest_of_what_is_equally_unclear_is_asked_first() {
    let asked = asked(&opened());
    let first = |title: &str| {
        let about =
            |titles: &BTreeMap<String, i64>| titles.keys().any(|one| one.starts_with(title));
        asked.iter().position(about)
    };
    let (quokka, numbat) = (first("Quokka").unwrap(), first("Numbat").unwrap());
    assert!(quokka <= numbat, "{asked:?}");
    assert!(
        first("Wombat").is_none_or(|wombat| numbat <= wombat),
        "{asked:?}"
    );
    // Those that are alike are one question, and what is cancelled is none.
    let minutes: i64 = asked[numbat]
        .iter()
        .filter(|(title, _)| title.starts_with("Numbat"))
        .map(|(_, minutes)| minutes)
        .sum();
    assert_eq!(minutes, 240);
    assert_eq!(asked[quokka]["Quokka"], 540);
    assert_eq!(first("Dingo"), None);
}

#[test]
fn what_was_answered_is_not_asked_again() {
    let mut opened = opened();
    let is_asked = |opened: &Opened| {
        asked(opened)
            .iter()
            .any(|titles| titles.contains_key("Quokka"))
    };
    assert!(is_asked(&opened));
    let (_, correction) = opened
        .correction(&request("long", Scope::Series), &clock())
        .unwrap();
    opened.hear(Said {
        corrections: correction.into_iter().collect(),
        ..Said::default()
    });
    assert!(!is_asked(&opened));
}

fn request(uid: &str, scope: Scope) -> CorrectionRequest {
    CorrectionRequest {
        uid: uid.to_owned(),
        recurrence_id: (uid == "long" && scope == Scope::Occurrence)
            .then(|| "2026-10-13T14:00:00Z".to_owned()),
        scope,
        category: Some(Category::Strategy),
        kind: None,
    }
}

/// How many occurrences of each series go from which category to which.
fn changes(before: &[EventRow], after: &[EventRow]) -> BTreeMap<(String, Category, Category), u32> {
    let mut changes = BTreeMap::new();
    for (before, after) in before.iter().zip(after) {
        assert_eq!((&before.uid, &before.start), (&after.uid, &after.start));
        if let (Some(from), Some(to)) = (before.category, after.category)
            && from != to
        {
            let change = (before.uid.clone(), from, to);
            *changes.entry(change).or_insert(0) += 1;
        }
    }
    changes
}

#[test]
fn a_correction_changes_what_its_preview_said() {
    for (uid, scope, covers) in [
        ("long", Scope::Occurrence, 1),
        ("long", Scope::Series, 6),
        ("middle", Scope::Alike, 7),
        ("known", Scope::Series, 6),
    ] {
        let mut opened = opened();
        let choice = opened.lately(&clock());
        let before = rows(&opened, &choice);
        let preview = opened
            .preview_correction(&request(uid, scope), &choice, &clock())
            .unwrap();
        assert_eq!(preview.covers, covers, "{uid} {scope:?}");
        opened.hear(Said {
            corrections: preview.correction.clone().into_iter().collect(),
            ..Said::default()
        });
        let after = rows(&opened, &choice);
        let mut told = BTreeMap::new();
        for change in &preview.changes {
            *told
                .entry((change.uid.clone(), change.from, change.to))
                .or_insert(0) += change.count;
        }
        assert_eq!(told, changes(&before, &after), "{uid} {scope:?}");
        let minutes: i64 = before
            .iter()
            .zip(&after)
            .filter(|(before, after)| {
                before.category != after.category && (before.counted || after.counted)
            })
            .map(|(before, _)| minutes_of(before))
            .sum();
        assert_eq!(preview.minutes, minutes, "{uid} {scope:?}");
        let others: u32 = preview
            .changes
            .iter()
            .filter(|change| !change.covered)
            .map(|change| change.count)
            .sum();
        assert_eq!(preview.others, others);
        // Taking it back gives what was there before.
        let back = CorrectionRequest {
            category: None,
            ..request(uid, scope)
        };
        let preview = opened.preview_correction(&back, &choice, &clock()).unwrap();
        assert_eq!(preview.correction, None);
        opened.hear(Said::default());
        assert_eq!(rows(&opened, &choice), before);
    }
}

fn rule(name: &str, test: Test, outcome: RuleOutcome) -> Rule {
    Rule {
        name: name.to_owned(),
        enabled: true,
        conditions: vec![Condition {
            negated: false,
            test,
        }],
        outcome,
    }
}

fn titled(words: &str, outcome: RuleOutcome) -> Rule {
    rule(
        words,
        Test::TitleWords {
            words: words.to_owned(),
        },
        outcome,
    )
}

#[test]
fn a_rule_does_what_its_preview_said() {
    let strategy = RuleOutcome::Category {
        category: Category::Strategy,
    };
    let before_nine = Test::Starts {
        weekdays: vec![1, 2],
        from: None,
        before: Some("10:00:00".parse().unwrap()),
    };
    let drafts = [
        titled("quokka", strategy),
        titled("numbat", RuleOutcome::LeaveOut),
        titled(
            "design review",
            RuleOutcome::Kind {
                kind: Kind::DesignReview,
            },
        ),
        rule("early", before_nine, RuleOutcome::LeaveOut),
        rule(
            "all",
            Test::People {
                least: Some(2),
                most: None,
            },
            strategy,
        ),
        titled("nothing at all", strategy),
    ];
    let standing = [
        titled("numbat", strategy),
        titled("stand-up", RuleOutcome::LeaveOut),
    ];
    for draft in &drafts {
        for place in 0..=standing.len() {
            for replaces in [false, true] {
                let mut opened = opened();
                opened.hear(Said {
                    rules: standing.to_vec(),
                    ..Said::default()
                });
                let choice = opened.lately(&clock());
                let preview = opened
                    .preview_rule(draft, place, replaces, &choice, &clock())
                    .unwrap();
                // Without it: those that stand, but for the one it replaces.
                let mut others = standing.to_vec();
                if replaces && place < others.len() {
                    others.remove(place);
                }
                opened.hear(Said {
                    rules: others.clone(),
                    ..Said::default()
                });
                let before = rows(&opened, &choice);
                others.insert(place.min(others.len()), draft.clone());
                opened.hear(Said {
                    rules: others,
                    ..Said::default()
                });
                let after = rows(&opened, &choice);
                let changed = before.iter().zip(&after).filter(|(before, after)| {
                    (before.category, before.kind, before.not_counted_because)
                        != (after.category, after.kind, after.not_counted_because)
                });
                assert_eq!(
                    preview.changes as usize,
                    changed.count(),
                    "{} {place} {replaces}",
                    draft.name
                );
                // Saved, it says the same of itself.
                let view = opened.rules(&choice, &clock()).unwrap();
                assert_eq!(
                    view.rules[place.min(view.rules.len() - 1)].matches,
                    preview,
                    "{}",
                    draft.name
                );
            }
        }
    }
}
