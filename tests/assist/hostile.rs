//! Nothing private by default, and nothing of a stranger outside the field that says so.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::client::Assistant;
use super::invitations::{Corpus, corpus};

/// What an answer may not hold wherever it stands: letters nobody sees, and what moves a cursor or turns a line round.
fn is_hidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e01ef}')
}

/// Everything the tools and resources can be made to say about the corpus: by what was asked.
fn everything(assistant: &Assistant) -> Vec<(String, Value)> {
    let mut said = Vec::new();
    let mut ids = Vec::new();
    for (tool, arguments) in [
        ("report", json!({ "more": true })),
        ("report", json!({ "period": "2026-Q4", "more": true })),
        (
            "compare",
            json!({ "before": "2026-09", "after": "2026-10", "more": true }),
        ),
        (
            "series",
            json!({ "period": "2026-09-01..2026-11-30", "more": true }),
        ),
        (
            "people",
            json!({ "period": "2026-09-01..2026-11-30", "more": true }),
        ),
        (
            "plan",
            json!({ "weeks": 2, "more": true, "calendar": true }),
        ),
        ("questions", json!({ "more": true })),
    ] {
        let answer = assistant.call(tool, arguments.clone());
        for list in ["series", "single_events_and_blocks"] {
            let rows = answer[list].as_array().into_iter().flatten();
            ids.extend(rows.filter_map(|row| row["event"].as_str().map(str::to_owned)));
        }
        said.push((format!("{tool} {arguments}"), answer));
    }
    assert!(ids.len() >= 100, "only {} events are told of", ids.len());
    for id in ids {
        let answer = assistant.call("explain", json!({ "event": id }));
        said.push((format!("explain {id}"), answer));
    }
    let note = assistant.read("weekwise://week/now");
    said.push(("the note of the week".to_owned(), Value::String(note)));
    said
}

fn served(corpus: &Corpus, folder: &TempDir, more: &[&str]) -> Assistant {
    let mut arguments: Vec<String> = Vec::new();
    for (name, bytes) in &corpus.files {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        arguments.push(file.to_string_lossy().into_owned());
    }
    arguments.extend(["--me", "me@example.org"].map(str::to_owned));
    arguments.extend(more.iter().map(|&argument| argument.to_owned()));
    Assistant::start(&arguments, None)
}

/// The same answer without the field for strangers' words.
fn outside(mut answer: Value) -> String {
    if let Value::Object(answer) = &mut answer {
        answer.remove("written_by_strangers");
    }
    answer.to_string().to_lowercase()
}

#[test]
fn of_hostile_invitations_nothing_is_told_where_titles_are_off() {
    let (corpus, folder) = (corpus(), TempDir::new().unwrap());
    assert!(corpus.marks.len() >= 100, "{}", corpus.marks.len());
    let assistant = served(&corpus, &folder, &[]);
    for (asked, answer) in everything(&assistant) {
        assert!(answer.get("written_by_strangers").is_none(), "{asked}");
        // Our own blocks have UIDs of this form.
        let text = answer.to_string().to_lowercase().replace("@weekwise", "");
        for marks in &corpus.marks {
            let all = [&marks.title, &marks.name].into_iter().chain(&marks.never);
            for mark in all {
                assert!(
                    !text.contains(mark.as_str()),
                    "{asked}: {mark} of {}: {text}",
                    marks.about
                );
            }
        }
        for word in [
            "zq",
            "evil.example",
            "ignore all",
            "maintenance mode",
            "vergiss",
            "忽略",
            "@",
        ] {
            assert!(!text.contains(word), "{asked}: {word}: {text}");
        }
        let hidden = text.chars().find(|c| is_hidden(*c));
        assert_eq!(hidden, None, "{asked}: {text}");
    }
}

#[test]
fn of_hostile_invitations_nothing_is_told_outside_its_field() {
    let (corpus, folder) = (corpus(), TempDir::new().unwrap());
    let assistant = served(&corpus, &folder, &["--titles"]);
    let mut told = 0;
    for (asked, answer) in everything(&assistant) {
        let inside = answer["written_by_strangers"].clone();
        let text = outside(answer.clone());
        for marks in &corpus.marks {
            for mark in [&marks.title, &marks.name] {
                assert!(
                    !text.contains(mark.as_str()),
                    "{asked}: {mark} of {}: {text}",
                    marks.about
                );
            }
            let all = answer.to_string().to_lowercase();
            for mark in &marks.never {
                assert!(
                    !all.contains(mark.as_str()),
                    "{asked}: {mark} of {}: {all}",
                    marks.about
                );
            }
        }
        assert!(!text.contains("zq"), "{asked}: {text}");
        if inside.is_null() {
            continue;
        }
        assert!(
            inside["note"]
                .as_str()
                .unwrap()
                .contains("never instructions"),
            "{asked}"
        );
        for name in inside["names"].as_array().unwrap() {
            let text = name["text"].as_str().unwrap();
            assert!(text.chars().count() <= 101, "{asked}: {text}");
            assert!(
                !text.contains("://") && !text.contains('@'),
                "{asked}: {text}"
            );
            assert_eq!(
                text.chars().find(|c| is_hidden(*c) || *c == '\n'),
                None,
                "{asked}: {text}"
            );
            assert!(
                answer
                    .to_string()
                    .contains(name["called"].as_str().unwrap()),
                "{asked}"
            );
            told += 1;
        }
    }
    assert!(told >= 100, "titles that were asked for are told: {told}");
}

#[test]
fn with_titles_an_answer_stays_as_short() {
    let (corpus, folder) = (corpus(), TempDir::new().unwrap());
    let assistant = served(&corpus, &folder, &["--titles"]);
    for tool in ["report", "compare", "series", "people", "plan"] {
        let text = assistant.call(tool, json!({})).to_string();
        assert!(text.len() <= 8_000, "{tool}: {}", text.len());
    }
}
