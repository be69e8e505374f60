//! Real calendars that nobody here wrote, where they lie beside the project: `WEEKWISE_CALENDARS`, else
//! `../shared/calendars` as seen from the workspace.

use std::collections::HashMap;
use std::path::PathBuf;

use chrono::{DateTime, SecondsFormat};
use chrono_tz::Tz;
use serde_json::Value;
use weekwise_ical::{Input, import, uid_as_written};
use weekwise_model::{Span, Status};

use super::support::assert_nothing_is_lost;

fn calendars() -> Option<PathBuf> {
    let beside = || {
        PathBuf::from(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../../shared/calendars"
        ))
    };
    let folder = std::env::var_os("WEEKWISE_CALENDARS").map_or_else(beside, PathBuf::from);
    if folder.join("expected").is_dir() {
        return Some(folder);
    }
    println!("skipped: {} not found", folder.display());
    None
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// UIDs are compared as the expectations have them: runs of blanks are one.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What one window of one file lacks, or has too much.
fn differences(file: &str, window: &Value, bytes: &[u8]) -> Vec<String> {
    let imported = import(vec![Input::Bytes {
        name: file.to_owned(),
        bytes: bytes.to_vec(),
    }]);
    assert_nothing_is_lost(&imported);
    let instant = |value: &Value| DateTime::parse_from_rfc3339(text(value)).unwrap().to_utc();
    let (from, to) = (instant(&window["start"]), instant(&window["end"]));
    let list = |name: &str| window[name].as_array().cloned().unwrap_or_default();
    let uids: Vec<String> = list("uids").iter().map(|u| squeezed(text(u))).collect();
    let mut skipped: Vec<String> = list("ignored_uids")
        .iter()
        .map(|u| squeezed(text(u)))
        .collect();
    skipped.extend(list("policy").iter().map(|p| squeezed(text(&p["uid"]))));

    let mut got: HashMap<(String, String), usize> = HashMap::new();
    for occurrence in imported.expand(from, to, Tz::UTC).occurrences {
        let (begin, shown) = match occurrence.span {
            Span::Timed { start, .. } => (start, start.to_rfc3339_opts(SecondsFormat::Secs, false)),
            Span::AllDay { start, .. } => (
                start.and_time(chrono::NaiveTime::MIN).and_utc(),
                start.to_string(),
            ),
        };
        let uid = squeezed(uid_as_written(&occurrence.event));
        if begin >= from
            && begin < to
            && occurrence.event.status != Status::Cancelled
            && !skipped.contains(&uid)
        {
            *got.entry((uid, shown.trim_end_matches("+00:00").to_owned()))
                .or_default() += 1;
        }
    }
    let mut wrong = Vec::new();
    for row in list("confirmed") {
        let uid = &uids[usize::try_from(row[0].as_u64().unwrap()).unwrap()];
        let home = text(&row[4]["xwr"]);
        let starts = [text(&row[1]), home].map(|start| start.trim_end_matches('Z').to_owned());
        let hit = starts
            .into_iter()
            .filter(|start| !start.is_empty())
            .find(|start| {
                got.get_mut(&(uid.clone(), start.clone()))
                    .is_some_and(|left| {
                        let is_left = *left > 0;
                        *left -= usize::from(is_left);
                        is_left
                    })
            });
        if hit.is_none() {
            wrong.push(format!("missing {uid} {}", text(&row[1])));
        }
    }
    let cancelled: Vec<(String, String)> = list("cancelled")
        .iter()
        .map(|row| {
            (
                squeezed(text(&row[0])),
                text(&row[1]).trim_end_matches('Z').to_owned(),
            )
        })
        .collect();
    wrong.extend(
        got.into_iter()
            .filter(|(key, left)| *left > 0 && !cancelled.contains(key))
            .map(|(key, _)| format!("extra {key:?}")),
    );
    wrong
}

#[test]
fn every_confirmed_series_of_the_corpus() {
    let Some(folder) = calendars() else { return };
    let mut files = 0;
    let mut wrong = Vec::new();
    let mut paths: Vec<_> = std::fs::read_dir(folder.join("expected"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|p| p.extension().is_some_and(|e| e == "json"))
    {
        let expected: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let file = text(&expected["file"]);
        let bytes = std::fs::read(folder.join("corpus").join(file)).unwrap();
        files += 1;
        for window in expected["windows"].as_array().unwrap() {
            wrong.extend(
                differences(file, window, &bytes)
                    .into_iter()
                    .map(|what| format!("{file}: {what}")),
            );
        }
    }
    println!("{files} files");
    assert!(
        wrong.is_empty(),
        "{} differences:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
