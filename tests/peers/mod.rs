//! Other implementations as judges: over generated calendars, wherever two of the three agree, Weekwise agrees too.
//!
//! They are Python's recurring-ical-events, ical.js and libical, looked for in `WEEKWISE_PEERS`, else in
//! `target/peers` (`cargo xtask peers` puts them there); where they are missing the test says so.

mod generated;
mod plans;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::program::{root, weekwise};

const FROM: &str = "2026-01-01T00:00:00Z";
const TO: &str = "2028-01-01T00:00:00Z";

/// Calendars to generate; each has [`generated::SERIES`] series.
const CALENDARS: u64 = 12;

/// The starts of each series, as UTC instants or days.
type Starts = BTreeMap<String, BTreeSet<String>>;

struct Peer {
    name: &'static str,
    command: Vec<PathBuf>,
}

/// Where the judges are, if anywhere.
fn home() -> PathBuf {
    std::env::var_os("WEEKWISE_PEERS").map_or_else(|| root().join("target/peers"), PathBuf::from)
}

fn peers() -> Vec<Peer> {
    let home = home();
    let oracle = home.join("oracle");
    let all = [
        (
            "recurring-ical-events",
            vec![home.join("venv/bin/python"), oracle.join("oracle_py.py")],
        ),
        (
            "ical.js",
            vec![PathBuf::from("node"), oracle.join("oracle_icaljs.mjs")],
        ),
        ("libical", vec![oracle.join("oracle_libical")]),
    ];
    let there = |part: &PathBuf| part == Path::new("node") || part.exists();
    let found: Vec<Peer> = all
        .into_iter()
        .filter(|(_, command)| command.iter().all(there))
        .map(|(name, command)| Peer { name, command })
        .collect();
    if found.len() < 3 {
        let names: Vec<&str> = found.iter().map(|peer| peer.name).collect();
        println!(
            "skipped: three judges are needed, {} has {names:?}",
            home.display()
        );
        return Vec::new();
    }
    found
}

fn starts(rows: &[Value]) -> Starts {
    let mut starts = Starts::new();
    for row in rows {
        let (Some(uid), Some(start)) = (row["uid"].as_str(), row["start"].as_str()) else {
            continue;
        };
        starts
            .entry(uid.to_owned())
            .or_default()
            .insert(in_utc(start));
    }
    starts
}

/// Every judge writes UTC; Weekwise writes the offset it was asked for, which is UTC's.
fn in_utc(start: &str) -> String {
    start.replace("+00:00", "Z")
}

fn starts_of_peer(peer: &Peer, file: &Path) -> Starts {
    let (program, arguments) = peer.command.split_first().unwrap();
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args([FROM, TO])
        .output()
        .unwrap();
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap_or_default();
    starts(
        answer["windows"][0]["occ"]
            .as_array()
            .map_or(&[], Vec::as_slice),
    )
}

fn starts_of_weekwise(file: &Path) -> Starts {
    let output = weekwise()
        .arg("events")
        .arg(file)
        .args([
            "--from", FROM, "--to", TO, "--tz", "UTC", "--format", "json", "--quiet",
        ])
        .output()
        .unwrap();
    let rows: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    // The judges select by start, Weekwise by overlap.
    let rows: Vec<Value> = rows
        .into_iter()
        .filter(|row| row["start"].as_str().unwrap() >= &FROM[..10])
        .collect();
    starts(&rows)
}

#[test]
fn weekwise_agrees_wherever_two_of_three_agree() {
    let peers = peers();
    if peers.is_empty() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (mut compared, mut wrong) = (0_u64, Vec::new());
    for seed in 0..CALENDARS {
        let file = folder.path().join(format!("{seed}.ics"));
        let calendar = generated::calendar(seed);
        std::fs::write(&file, &calendar.text).unwrap();
        let judges: Vec<Starts> = peers
            .iter()
            .map(|peer| starts_of_peer(peer, &file))
            .collect();
        let ours = starts_of_weekwise(&file);
        let none = BTreeSet::new();
        for (uid, rule) in &calendar.series {
            let said: Vec<&BTreeSet<String>> = judges
                .iter()
                .map(|judge| judge.get(uid).unwrap_or(&none))
                .collect();
            let agreed = said
                .iter()
                .find(|one| said.iter().filter(|other| other == one).count() >= 2);
            let Some(agreed) = agreed else { continue };
            compared += 1;
            let ours = ours.get(uid).unwrap_or(&none);
            if ours != *agreed {
                let missing: Vec<_> = agreed.difference(ours).take(3).collect();
                let extra: Vec<_> = ours.difference(agreed).take(3).collect();
                wrong.push(format!(
                    "seed {seed} {uid}: {rule}\n  missing {missing:?} extra {extra:?}"
                ));
            }
        }
    }
    println!("{compared} series compared with their judges");
    assert!(
        wrong.is_empty(),
        "{} of {compared} differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(
        compared > CALENDARS * generated::SERIES / 2,
        "the judges agree on too little: {compared}"
    );
}
