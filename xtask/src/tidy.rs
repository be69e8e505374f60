//! Who imports whom, and texts that hold together. `tests/tidy.rs` checks the habits that need no table.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Result, root};

/// Prints every breach; fails when there is one.
pub(crate) fn tidy() -> Result {
    let breaches = breaches(&root());
    for breach in &breaches {
        println!("{breach}");
    }
    if breaches.is_empty() {
        println!("Tidy");
        return Ok(());
    }
    Err(format!("{} breaches of habit", breaches.len()))
}

/// Which room may import which. Every room may import `model`. Tests may import what they like.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("texts", &[]),
    ("model", &["texts"]),
    ("ical", &[]),
    ("classify", &[]),
    ("analyze", &[]),
    ("advise", &["analyze"]),
    ("ask", &["classify"]),
    ("demo", &[]),
    ("evaluate", &["ical", "classify", "ask"]),
    ("report", &[]),
    ("store", &[]),
    ("plan", &[]),
    ("subscribe", &[]),
    (
        "engine",
        &[
            "ical",
            "classify",
            "analyze",
            "advise",
            "ask",
            "demo",
            "report",
            "store",
            "plan",
            "subscribe",
        ],
    ),
    ("assist", &["engine", "report"]),
    ("cli", &["assist", "engine", "report"]),
];

/// Folders that hold what is made, not what is written.
const MADE: &[&str] = &[
    ".git",
    "target",
    "node_modules",
    "dist",
    "dist-browser",
    "gen",
    "test-results",
    "playwright-report",
];

fn breaches(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for path in files(root) {
        let Ok(bytes) = fs::read(&path) else { continue };
        let name = path
            .strip_prefix(root)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        let Ok(text) = String::from_utf8(bytes) else {
            continue;
        };
        // Git may have given the file the line ends of this system.
        let text = text.replace("\r\n", "\n");
        if let Some(ending) = path.extension().and_then(|e| e.to_str()) {
            spacing(&name, ending, &text, &mut found);
            match ending {
                "rs" => rust(&name, &text, &mut found),
                "toml" if name.ends_with("/Cargo.toml") => manifest(&name, &text, &mut found),
                "md" => links(root, &name, &text, &mut found),
                _ => {}
            }
        }
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        let is_made = MADE.iter().any(|made| entry.file_name() == *made);
        if path.is_dir() && !is_made {
            found.extend(files(&path));
        } else if path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Written text ends in one line end, without blanks before it.
fn spacing(name: &str, ending: &str, text: &str, found: &mut Vec<String>) {
    let written = ["rs", "ts", "svelte", "css", "html", "toml", "yml", "md"];
    let is_generated = text
        .lines()
        .next()
        .is_some_and(|l| l.ends_with("Do not edit."));
    if !written.contains(&ending) || text.is_empty() || is_generated {
        return;
    }
    if !text.ends_with('\n') || text.ends_with("\n\n") {
        found.push(format!("{name}: ends in exactly one line end"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        if line.ends_with([' ', '\t']) {
            found.push(format!("{name}:{number}: no blanks at the end of a line"));
        }
        if line.contains(concat!("/ho", "me/")) || line.contains(concat!("/Us", "ers/")) {
            found.push(format!("{name}:{number}: a path of somebody's machine"));
        }
    }
}

fn rust(name: &str, text: &str, found: &mut Vec<String>) {
    if name.ends_with("src/lib.rs") && !text.trim_start().starts_with("//!") {
        found.push(format!("{name}: a crate opens with what it is for (`//!`)"));
    }
}

/// The room a manifest describes, for crates of the application.
fn room(name: &str) -> Option<&str> {
    name.strip_prefix("crates/")?.strip_suffix("/Cargo.toml")
}

fn manifest(name: &str, text: &str, found: &mut Vec<String>) {
    // Fuzzing needs another toolchain, so its manifest is a workspace of its own, outside the house.
    if name.ends_with("fuzz/Cargo.toml") {
        return;
    }
    if !text.contains("[lints]\nworkspace = true") {
        found.push(format!("{name}: takes the lints of the workspace"));
    }
    let Some(room) = room(name) else { return };
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(of, _)| *of == room) else {
        found.push(format!(
            "{name}: a new room; say in xtask/src/tidy.rs and ARCHITECTURE.md whom it may import"
        ));
        return;
    };
    for dependency in dependencies(text) {
        if let Some(other) = dependency.strip_prefix("weekwise-")
            && other != "model"
            && !allowed.contains(&other)
        {
            found.push(format!("{name}: {room} does not import {other}"));
        }
    }
}

/// Names under `[dependencies]`, not those for tests.
fn dependencies(manifest: &str) -> impl Iterator<Item = &str> {
    let mut is_inside = false;
    manifest.lines().filter_map(move |line| {
        let line = line.trim();
        if line.starts_with('[') {
            is_inside = line == "[dependencies]";
            return None;
        }
        let (name, _) = line.split_once(['=', '.'])?;
        (is_inside && !line.starts_with('#')).then(|| name.trim())
    })
}

/// Links and pictures of our texts lead somewhere.
fn links(root: &Path, name: &str, text: &str, found: &mut Vec<String>) {
    let folder = root.join(name);
    let folder = folder.parent().unwrap_or(root);
    let marks = [("](", ')'), ("src=\"", '"'), ("srcset=\"", '"')];
    for (open, close) in marks {
        for part in text.split(open).skip(1) {
            let Some((target, _)) = part.split_once(close) else {
                continue;
            };
            let target = target.split('#').next().unwrap_or_default();
            let is_elsewhere = target.contains(':') || target.is_empty();
            if !is_elsewhere && !folder.join(target).exists() {
                found.push(format!("{name}: {target} does not exist"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        assert_eq!(breaches(&root()), Vec::<String>::new());
    }

    #[test]
    fn a_room_imports_only_what_it_may() {
        let text = "[dependencies]\nweekwise-engine = { workspace = true }\n\
                    [dev-dependencies]\nweekwise-cli = { workspace = true }\n\
                    [lints]\nworkspace = true\n";
        let mut found = Vec::new();
        manifest("crates/ical/Cargo.toml", text, &mut found);
        assert_eq!(
            found,
            ["crates/ical/Cargo.toml: ical does not import engine"]
        );
    }

    #[test]
    fn a_link_has_to_lead_somewhere() {
        let mut found = Vec::new();
        let text = "[there](ARCHITECTURE.md) [not](nowhere.md) [out](https://weekwise.example)";
        links(&root(), "README.md", text, &mut found);
        assert_eq!(found, ["README.md: nowhere.md does not exist"]);
    }
}
