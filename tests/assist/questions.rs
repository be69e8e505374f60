//! Questions an assistant reads, and answers where it is let.

use serde_json::json;
use tempfile::TempDir;

use super::client::Assistant;
use super::tools::{WEEK, imported};
use crate::program::{calendar, weekwise};

#[test]
fn questions_are_told_and_answered_only_where_that_is_allowed() {
    let data = TempDir::new().unwrap();
    imported(data.path(), &calendar(WEEK));
    let reader = Assistant::start(&[] as &[&str], Some(data.path()));
    assert!(reader.tools().iter().all(|tool| tool.name != "answer"));
    let refused = reader.called("answer", json!({ "answers": [] }));
    assert!(
        refused
            .unwrap_err()
            .to_string()
            .contains("there is no tool")
    );

    let assistant = Assistant::start(&["--answers"], Some(data.path()));
    let tools = assistant.tools();
    let answer = tools.iter().find(|tool| tool.name == "answer").unwrap();
    let hints = answer.annotations.as_ref().unwrap();
    assert_eq!(hints.read_only_hint, Some(false));
    assert_eq!(hints.destructive_hint, Some(false));
    assert_eq!(hints.open_world_hint, Some(false));

    let list = assistant.call("questions", json!({}));
    let questions = list["questions"].as_array().unwrap();
    assert!(
        questions.iter().all(|question| question["about"] != "me"),
        "{list}"
    );
    let question = questions
        .iter()
        .find(|question| question["options"].as_array().unwrap().len() > 1)
        .unwrap();
    let (id, option) = (&question["id"], &question["options"][0]["id"]);
    let one = json!({ "question": id, "option": option });
    let taken = assistant.call("answer", json!({ "answers": [one] }));
    assert_eq!(taken["taken"][0]["question"], *id, "{taken}");
    assert!(taken["way_back"].is_string());
    // Whoever reads meanwhile sees it, and the user takes it back.
    let after = reader.call("questions", json!({ "more": true }));
    let asked = after["questions"].as_array().unwrap();
    assert!(
        asked.iter().all(|question| question["id"] != *id),
        "{after}"
    );
    let mut undo = weekwise();
    let undone = undo
        .env("WEEKWISE_DATA", data.path())
        .arg("undo")
        .output()
        .unwrap();
    assert!(undone.status.success(), "{undone:?}");
    let again = assistant.call("questions", json!({ "more": true }));
    let asked = again["questions"].as_array().unwrap();
    assert!(
        asked.iter().any(|question| question["id"] == *id),
        "{again}"
    );
}

#[test]
fn answers_that_make_no_sense_are_refused_and_the_others_hold() {
    let data = TempDir::new().unwrap();
    imported(data.path(), &calendar(WEEK));
    let assistant = Assistant::start(&["--answers"], Some(data.path()));
    for (arguments, says) in [
        (json!({ "answers": [] }), "1 to 100"),
        (json!({ "answer": "a" }), "answers"),
        (
            json!({ "answers": [{ "question": "x", "option": "y", "except": ["000000000000"] }] }),
            "no event has the id",
        ),
    ] {
        let said = assistant.refused("answer", arguments.clone());
        assert!(said.contains(says), "{arguments}: {said}");
    }
    let list = assistant.call("questions", json!({}));
    let question = &list["questions"][0];
    let good = json!({ "question": question["id"], "option": question["options"][0]["id"] });
    let bad = json!({ "question": "gone\u{202e}", "option": "deep_work" });
    let told = assistant.call("answer", json!({ "answers": [good, bad] }));
    assert_eq!(told["taken"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(told["refused"].as_array().unwrap().len(), 1, "{told}");
    assert!(!told.to_string().contains('\u{202e}'), "{told}");
}

#[test]
fn a_setting_nobody_filled_in_is_no_file() {
    let data = TempDir::new().unwrap();
    imported(data.path(), &calendar(WEEK));
    let assistant = Assistant::start(&[""], Some(data.path()));
    let answer = assistant.call("report", json!({ "period": "2026-W46" }));
    assert_eq!(answer["about"]["calendars"], "the user's library");
}
