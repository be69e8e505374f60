//! A whole weekly review, as an assistant plays it with the prompt of that name.

use rmcp::model::GetPromptRequestParams;
use serde_json::{Value, json};

use super::client::Assistant;

/// One number of an answer.
fn figure(answer: &Value, path: &[&str]) -> f64 {
    let found = path.iter().fold(answer, |value, part| &value[*part]);
    found
        .as_f64()
        .unwrap_or_else(|| panic!("{path:?} is no number in {answer}"))
}

#[test]
fn a_weekly_review_is_played_through_the_tools() {
    let assistant = Assistant::of_demo();
    // The user picks the prompt, the assistant reads what it asks for.
    let mut given = serde_json::Map::new();
    given.insert("period".to_owned(), json!("2026-W46"));
    let asked = GetPromptRequestParams::new("weekly_review").with_arguments(given);
    let prompt = assistant
        .wait(assistant.client().get_prompt(asked))
        .unwrap();
    assert!(serde_json::to_string(&prompt).unwrap().contains("2026-W46"));

    // 1. What the week went to.
    let report = assistant.call("report", json!({ "period": "2026-W46" }));
    let parts = report["mix"].as_array().unwrap();
    let booked: f64 = parts
        .iter()
        .map(|part| figure(part, &["booked_hours"]) + figure(part, &["open_focus_hours"]))
        .sum();
    let all = booked + figure(&report, &["free_in_fragments_hours"]);
    assert!(
        (all - figure(&report, &["all_hours"])).abs() < 0.1,
        "the parts make the whole: {all} {report}"
    );
    assert!(figure(&report, &["hours_to_move"]) > 0.0);
    let first = &report["advice"][0];
    assert!(
        first["do"].is_string() && first["takes_off_hours_to_move"].is_string(),
        "{report}"
    );

    // 2. What changed.
    let compared = assistant.call(
        "compare",
        json!({ "before": "2026-W45", "after": "2026-W46" }),
    );
    let changes: f64 = compared["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| figure(step, &["change_hours"]))
        .sum();
    let weeks = ["2026-W45", "2026-W46"].map(|week| {
        figure(
            &assistant.call("report", json!({ "period": week })),
            &["all_hours"],
        )
    });
    assert!(
        (changes - (weeks[1] - weeks[0])).abs() < 0.15,
        "the steps are the difference: {changes} {weeks:?}"
    );
    assert!(compared["greatest_change"].is_string());

    // 3. What is behind a signal.
    let signal = &report["signals"][0];
    assert!(signal["text"].is_string(), "{report}");
    let behind = report["signals"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|signal| signal["events"][0].as_str());
    let explained = assistant.call("explain", json!({ "event": behind.unwrap() }));
    assert!(explained["event"]["called"].is_string() && explained["counting"].is_string());

    // 4. What the week to come could look like; the advice is the same one everywhere.
    let plan = assistant.call("plan", json!({ "from": "2026-11-16" }));
    let blocks = plan["blocks"].as_array().unwrap();
    assert!(!blocks.is_empty(), "{plan}");
    let change = |path: &[&str]| {
        let of = |side| figure(&plan, &[&[side], path].concat());
        of("after") - of("before")
    };
    let deep = |side: &str| {
        let mut mix = plan[side]["mix"].as_array().unwrap().iter();
        mix.find(|band| band["category"] == "deep_work").unwrap()["status"].clone()
    };
    // Open time is given to what the week lacks only as far as deep work has more than its band, and never below it.
    if deep("before") == "over" {
        assert!(deep("after") != "under", "{plan}");
        assert!(change(&["hours_to_move"]) < -0.01, "{plan}");
    } else {
        assert!(change(&["focus_hours"]) >= -0.01, "{plan}");
    }
    assert!(change(&["hours_to_move"]) <= 0.01, "{plan}");
    assert!(change(&["held_mornings"]) >= 0.0, "{plan}");
    let held = blocks.iter().filter(|b| b["protects_a_morning"] == true);
    let mornings: std::collections::BTreeSet<_> = held
        .map(|block| block["start"].as_str().unwrap()[..10].to_owned())
        .collect();
    assert!(
        (figure(&plan, &["after", "held_mornings"]) - mornings.len() as f64).abs() < 0.01,
        "the mornings its blocks protect are those that are held: {plan}"
    );
    let step = report["signals"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|s| s["advice"].as_str());
    if let Some(id) = step {
        let known = report["advice"]
            .as_array()
            .unwrap()
            .iter()
            .any(|advice| advice["id"] == id);
        assert!(known || report["left_out"]["advice"].is_u64(), "{id}");
    }

    // 5. Whom it touches.
    let people = assistant.call("people", json!({}));
    assert!(
        !people["one_on_ones"].as_array().unwrap().is_empty(),
        "{people}"
    );
    let series = assistant.call("series", json!({}));
    assert!(!series["series"].as_array().unwrap().is_empty(), "{series}");
    assert_eq!(assistant.end(), Some(0));
}

#[test]
fn series_name_the_cheapest_changes() {
    let assistant = Assistant::of_demo();
    let series = assistant.call("series", json!({}));
    assert!(
        !series["cheapest_changes"].as_array().unwrap().is_empty(),
        "{series}"
    );
    assert_eq!(assistant.end(), Some(0));
}

/// Prints one answer of each tool on the demo: `cargo test --workspace --test weekwise one_answer -- --ignored --nocapture`.
#[test]
#[ignore = "prints what people may want to read"]
fn one_answer_of_each_tool() {
    let assistant = Assistant::of_demo();
    let series = assistant.call("series", json!({}));
    let id = series["series"][0]["event"].clone();
    for (tool, arguments) in [
        ("report", json!({})),
        ("compare", json!({})),
        ("series", json!({})),
        ("people", json!({})),
        ("plan", json!({})),
        ("questions", json!({})),
        ("explain", json!({ "event": id })),
    ] {
        let answer = assistant.call(tool, arguments.clone());
        println!(
            "\n## {tool} {arguments}: {} bytes\n{answer:#}",
            answer.to_string().len()
        );
    }
}
