//! Every tool, every way to ask it wrongly, and what may happen meanwhile.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;

use rmcp::model::{
    CallToolRequest, ClientRequest, GetPromptRequestParams, ReadResourceRequestParams,
};
use rmcp::service::PeerRequestOptions;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::client::{Assistant, program, request};
use crate::program::{calendar, root, weekwise};

pub const WEEK: &str = "one_week_whose_minutes_are_counted_by_hand.ics";

/// The most bytes of an answer nobody asked more of.
const SHORT: usize = 8_000;

pub fn imported(data: &Path, file: &Path) {
    let output = weekwise()
        .env("WEEKWISE_DATA", data)
        .arg("import")
        .arg(file)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
}

#[test]
fn every_tool_says_that_it_only_reads_and_stays_in_the_house() {
    let assistant = Assistant::of_demo();
    let tools = assistant.tools();
    let names: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    assert_eq!(
        names,
        [
            "report",
            "compare",
            "series",
            "people",
            "plan",
            "explain",
            "questions"
        ]
    );
    for tool in &tools {
        let hints = tool.annotations.as_ref().unwrap();
        assert_eq!(hints.read_only_hint, Some(true), "{}", tool.name);
        assert_eq!(hints.destructive_hint, Some(false), "{}", tool.name);
        assert_eq!(hints.open_world_hint, Some(false), "{}", tool.name);
        let schema = Value::Object(tool.input_schema.as_ref().clone());
        assert_eq!(schema["type"], "object", "{}", tool.name);
        assert_eq!(schema["additionalProperties"], false, "{}", tool.name);
    }
    let all = serde_json::to_string(&tools).unwrap();
    assert!(
        all.len() < 10_000,
        "the list itself is short: {}",
        all.len()
    );
    assert_eq!(assistant.end(), Some(0));
}

#[test]
fn an_answer_says_what_it_is_about_what_limits_it_and_is_short() {
    let assistant = Assistant::of_demo();
    let series = assistant.call("series", json!({}));
    let id = series["series"][0]["event"].as_str().unwrap().to_owned();
    for (tool, arguments) in [
        ("report", json!({})),
        ("compare", json!({})),
        ("series", json!({})),
        ("people", json!({})),
        ("plan", json!({ "weeks": 4 })),
        ("questions", json!({})),
        ("explain", json!({ "event": id })),
    ] {
        let answer = assistant.call(tool, arguments);
        let text = answer.to_string();
        assert!(text.len() <= SHORT, "{tool}: {} bytes", text.len());
        for part in ["calendars", "from", "to", "zone", "profile", "now"] {
            assert!(answer["about"][part].is_string(), "{tool}: {part}: {text}");
        }
        assert!(answer["units"].is_string(), "{tool}: {text}");
        assert!(answer["trust"].is_object(), "{tool}: {text}");
        assert!(
            answer.get("written_by_strangers").is_none(),
            "{tool}: {text}"
        );
        assert!(!text.contains('@'), "{tool}: {text}");
    }
}

#[test]
fn the_figures_are_those_of_the_command_line() {
    let file = calendar(WEEK);
    let output = weekwise()
        .args(["report", "--format", "json", "--week", "2026-W46"])
        .arg(&file)
        .output()
        .unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let assistant = Assistant::of_file(&file, &[]);
    let answer = assistant.call("report", json!({ "period": "2026-W46" }));
    let categories = report["week_mix"]["categories"].as_array().unwrap();
    assert_eq!(categories.len(), 6);
    for (exact, told) in categories.iter().zip(answer["mix"].as_array().unwrap()) {
        assert_eq!(exact["category"], told["category"]);
        let minutes = exact["minutes"].as_f64().unwrap();
        let hours = told["booked_hours"].as_f64().unwrap();
        assert!((hours * 60.0 - minutes).abs() < 0.5, "{exact} {told}");
    }
    let exact = report["hours_to_move"].as_f64().unwrap();
    assert!((answer["hours_to_move"].as_f64().unwrap() - exact).abs() < 0.01);
    assert_eq!(report["period"]["from"], answer["about"]["from"]);
    assert_eq!(report["profile"], answer["about"]["profile"]);
}

#[test]
fn more_is_told_to_who_asks_for_more() {
    let assistant = Assistant::of_demo();
    let few = assistant.call("report", json!({ "period": "last quarter" }));
    let more = assistant.call("report", json!({ "period": "last quarter", "more": true }));
    assert!(few.get("days").is_none());
    assert!(more["days"].as_array().unwrap().len() > 40);
    let plan = assistant.call("plan", json!({ "weeks": 2, "calendar": true }));
    let text = plan["icalendar"].as_str().unwrap();
    assert!(
        text.starts_with("BEGIN:VCALENDAR") && text.contains("BEGIN:VEVENT"),
        "{text}"
    );
}

#[test]
fn an_id_of_one_answer_is_understood_by_the_next_and_tells_nothing() {
    let file = calendar(WEEK);
    let assistant = Assistant::of_file(&file, &[]);
    let series = assistant.call("series", json!({ "period": "2026-W46", "more": true }));
    let lists = ["series", "single_events_and_blocks"];
    let rows = lists
        .iter()
        .flat_map(|list| series[list].as_array().unwrap());
    let ids: Vec<&str> = rows.map(|row| row["event"].as_str().unwrap()).collect();
    assert!(!ids.is_empty());
    for id in ids {
        let explained = assistant.call("explain", json!({ "event": id }));
        assert_eq!(explained["event"]["id"], id);
        assert!(explained["evidence"].is_array());
    }
}

#[test]
fn what_makes_no_sense_is_answered_with_what_would() {
    let assistant = Assistant::of_demo();
    for (tool, arguments, says) in [
        ("report", json!({ "period": "yesterday" }), "2026-W46"),
        (
            "report",
            json!({ "period": "2026-11-15..2026-11-09" }),
            "ends",
        ),
        ("report", json!({ "period": 46 }), "expected a string"),
        ("report", json!({ "week": "2026-W46" }), "the arguments are"),
        ("compare", json!({ "before": "2026-W99" }), "no period"),
        ("series", json!({ "profile": "emperor" }), "emperor"),
        ("series", json!({ "more": "yes" }), "expected a boolean"),
        ("people", json!({ "period": "0001..9999" }), "no period"),
        (
            "people",
            json!({ "period": "0001-01-01..9999-12-31" }),
            "100 years",
        ),
        ("plan", json!({ "weeks": 90 }), "1 to 8"),
        ("plan", json!({ "weeks": -1 }), "u32"),
        ("plan", json!({ "from": "soon" }), "2026-11-16"),
        (
            "plan",
            json!({ "shortest_minutes": 300 }),
            "longer than the longest",
        ),
        ("explain", json!({}), "event"),
        (
            "explain",
            json!({ "event": "Design review" }),
            "twelve hexadecimal digits",
        ),
        (
            "explain",
            json!({ "event": "000000000000" }),
            "no event has the id",
        ),
        (
            "explain",
            json!({ "event": "000000000000", "at": "noon" }),
            "2026-11-09",
        ),
    ] {
        let said = assistant.refused(tool, arguments.clone());
        assert!(said.contains(says), "{tool} {arguments}: {said}");
        assert!(said.len() < 1_000, "{said}");
    }
    let error = assistant
        .called("delete_everything", json!({}))
        .unwrap_err()
        .to_string();
    assert!(error.contains("report, compare"), "{error}");
    // And it goes on.
    assert!(assistant.call("report", json!({})).is_object());
}

#[test]
fn periods_at_the_ends_of_time_are_answered_or_refused() {
    let assistant = Assistant::of_demo();
    for period in [
        "0000-01-01",
        "9999-12-31",
        "2026-W53",
        "1900",
        "2999-Q4",
        "9999",
        "2024-02-29",
    ] {
        for tool in ["report", "series", "people"] {
            let result = assistant.called(tool, json!({ "period": period })).unwrap();
            assert!(!result.content.is_empty(), "{tool} {period}");
        }
    }
}

#[test]
fn definitions_and_weeks_can_be_read() {
    let assistant = Assistant::of_demo();
    let resources = assistant.resources();
    assert!(resources.len() >= 12, "{resources:?}");
    for resource in &resources {
        assert!(
            assistant.read(&resource.uri).len() > 100,
            "{}",
            resource.uri
        );
    }
    let counting = assistant.read("weekwise://definitions/5");
    assert!(counting.contains("Each minute counts once"), "{counting}");
    let note = assistant.read("weekwise://week/2026-W46");
    assert!(note.contains("Deep work") && !note.contains('@'), "{note}");
    let asked = ReadResourceRequestParams::new("file:///etc/passwd");
    let error = assistant
        .wait(assistant.client().read_resource(asked))
        .unwrap_err();
    assert!(
        error.to_string().contains("weekwise://definitions"),
        "{error}"
    );
}

#[test]
fn prompts_name_tools_that_are_there() {
    let assistant = Assistant::of_demo();
    let prompts = assistant.prompts();
    let names: Vec<&str> = prompts.iter().map(|prompt| prompt.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "weekly_review",
            "what_should_i_decline",
            "prepare_my_evidence"
        ]
    );
    let tools = assistant.tools();
    for name in names {
        let asked = GetPromptRequestParams::new(name);
        let prompt = assistant
            .wait(assistant.client().get_prompt(asked))
            .unwrap();
        let text = serde_json::to_string(&prompt).unwrap();
        assert!(!text.contains("{period}"), "{text}");
        let named = tools
            .iter()
            .filter(|tool| text.contains(&format!("`{}`", tool.name)));
        assert!(named.count() >= 2, "{text}");
    }
    let asked = GetPromptRequestParams::new("dance");
    let error = assistant
        .wait(assistant.client().get_prompt(asked))
        .unwrap_err();
    assert!(error.to_string().contains("weekly_review"), "{error}");
}

#[test]
fn a_cancelled_call_ends_and_the_next_is_answered() {
    let assistant = Assistant::of_demo();
    let Value::Object(arguments) = json!({ "weeks": 8 }) else {
        unreachable!();
    };
    let error = assistant.wait(async {
        let request =
            ClientRequest::CallToolRequest(CallToolRequest::new(request("plan", arguments)));
        let options = PeerRequestOptions::no_options();
        let handle = assistant
            .client()
            .send_cancellable_request(request, options)
            .await
            .unwrap();
        handle.cancel(Some("the user went home".to_owned())).await
    });
    error.unwrap();
    let answer = assistant.call("report", json!({}));
    assert!(answer["mix"].is_array());
    assert_eq!(assistant.end(), Some(0));
}

#[test]
fn two_assistants_ask_at_once() {
    let data = TempDir::new().unwrap();
    imported(data.path(), &calendar(WEEK));
    let none: [&str; 0] = [];
    let both = [
        Assistant::start(&none, Some(data.path())),
        Assistant::start(&none, Some(data.path())),
    ];
    let week = json!({ "period": "2026-W46" });
    let answers = both.each_ref().map(|assistant| {
        // Three questions of one client at once.
        assistant.wait(async {
            let client = assistant.client();
            let ask = |tool: &str| {
                let arguments = week.as_object().unwrap().clone();
                client.call_tool(request(tool, arguments))
            };
            let (report, series, people) =
                tokio::join!(ask("report"), ask("series"), ask("people"));
            [report, series, people].map(|result| result.unwrap().structured_content.unwrap())
        })
    });
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn a_library_that_changes_is_read_again() {
    let data = TempDir::new().unwrap();
    let none: [&str; 0] = [];
    let assistant = Assistant::start(&none, Some(data.path()));
    let said = assistant.refused("report", json!({}));
    assert!(said.contains("weekwise import"), "{said}");
    assert_eq!(
        data.path().read_dir().unwrap().count(),
        0,
        "asking makes no library"
    );
    imported(data.path(), &calendar(WEEK));
    let week = json!({ "period": "2026-W46" });
    let before = assistant.call("report", week.clone());
    assert_eq!(before, assistant.call("report", week.clone()));
    let other = data.path().join("other.ics");
    std::fs::write(
        &other,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Other\r\nBEGIN:VEVENT\r\nUID:late\r\n\
         DTSTART:20261111T170000Z\r\nDURATION:PT2H\r\nSUMMARY:Strategy offsite\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    .unwrap();
    imported(data.path(), &other);
    let after = assistant.call("report", week.clone());
    assert_ne!(before["all_hours"], after["all_hours"], "{after}");
    // The server holds nothing open, so that the library can be replaced meanwhile.
    let undone = weekwise()
        .env("WEEKWISE_DATA", data.path())
        .arg("undo")
        .output()
        .unwrap();
    assert!(undone.status.success(), "{undone:?}");
    let back = assistant.call("report", week);
    assert_eq!(before["mix"], back["mix"]);
    assert_eq!(before["trust"], back["trust"]);
}

#[test]
fn an_event_that_is_gone_is_said_to_be_gone() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("work.ics");
    std::fs::copy(calendar(WEEK), &file).unwrap();
    let assistant = Assistant::of_file(&file, &[]);
    let series = assistant.call("series", json!({ "period": "2026-W46", "more": true }));
    let id = series["single_events_and_blocks"][0]["event"].clone();
    assert!(id.is_string(), "{series}");
    std::fs::write(
        &file,
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:only\r\nDTSTART:20261111T090000Z\r\nDURATION:PT1H\r\n\
         SUMMARY:Focus\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    .unwrap();
    let said = assistant.refused("explain", json!({ "event": id }));
    assert!(said.contains("not in the calendar any more"), "{said}");
    std::fs::remove_file(&file).unwrap();
    let said = assistant.refused("report", json!({}));
    assert!(
        said.contains("nothing could be read") && !said.contains("work.ics"),
        "{said}"
    );
}

#[test]
fn a_server_that_cannot_answer_does_not_start() {
    for (arguments, code, says) in [
        (vec!["nowhere.ics"], 3, "there is no file nowhere.ics"),
        (vec!["-"], 2, "give files instead"),
        (vec!["--demo", "work.ics"], 2, "cannot be used with"),
    ] {
        let output = program(&arguments, None).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        assert!(said.contains(says), "{arguments:?}: {said}");
        assert!(
            output.stdout.is_empty(),
            "standard output is for the protocol"
        );
    }
}

#[test]
fn lines_that_are_no_protocol_hurt_nobody() {
    let mut child = program(&["--demo"], None).spawn().unwrap();
    let mut to = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let hello = json!({
        "jsonrpc": "2.0", "id": 1, "method": "initialize",
        "params": {
            "protocolVersion": "2025-06-18", "capabilities": {},
            "clientInfo": { "name": "by hand", "version": "0" },
        },
    });
    writeln!(to, "{hello}").unwrap();
    let answer: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
    assert_eq!(answer["result"]["protocolVersion"], "2025-06-18");
    assert_eq!(answer["result"]["serverInfo"]["name"], "weekwise");
    writeln!(
        to,
        "{}",
        json!({ "jsonrpc": "2.0", "method": "notifications/initialized" })
    )
    .unwrap();
    let noise = "x".repeat(200_000);
    for line in [
        "",
        "{",
        "null",
        "[]",
        "{\"jsonrpc\":\"2.0\"}",
        "\u{feff}{}",
        &noise,
    ] {
        writeln!(to, "{line}").unwrap();
    }
    writeln!(
        to,
        "{}",
        json!({ "jsonrpc": "2.0", "id": 7, "method": "tools/list" })
    )
    .unwrap();
    let found = lines.by_ref().map(|line| line.unwrap()).find_map(|line| {
        let answer: Value = serde_json::from_str(&line).unwrap();
        (answer["id"] == 7).then_some(answer)
    });
    assert!(found.unwrap()["result"]["tools"].is_array());
    drop(to);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn the_bundle_for_assistants_names_the_tools_there_are() {
    let manifest =
        std::fs::read_to_string(root().join("packaging/assistant/manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let named = manifest["tools"].as_array().unwrap().iter();
    let named: Vec<&str> = named.map(|tool| tool["name"].as_str().unwrap()).collect();
    let tools = Assistant::of_demo().tools();
    let there: Vec<&str> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    assert_eq!(named, there);
}

#[test]
#[cfg(target_os = "linux")]
fn the_server_opens_no_connection() {
    let assistant = Assistant::of_demo();
    for tool in ["report", "compare", "series", "people", "plan", "questions"] {
        assistant.call(tool, json!({}));
        let folder = format!("/proc/{}/fd", assistant.process());
        for open in std::fs::read_dir(folder).unwrap() {
            let Ok(leads) = std::fs::read_link(open.unwrap().path()) else {
                continue;
            };
            let leads = leads.to_string_lossy().into_owned();
            assert!(!leads.starts_with("socket:"), "{tool}: {leads}");
        }
    }
}
