//! Habits of the repository that no compiler checks.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::root;

/// Lines after which a file is two rooms.
const LONGEST_RUST: usize = 500;
const LONGEST_UI: usize = 250;

fn files(folder: &Path, endings: &[&str], found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if path.is_dir() {
            if ![
                "target",
                "node_modules",
                "dist",
                "dist-browser",
                "gen",
                ".git",
            ]
            .contains(&name.as_str())
            {
                files(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            found.push(path);
        }
    }
}

fn all(endings: &[&str]) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(root(), endings, &mut found);
    found
        .into_iter()
        .filter_map(|path| {
            let text = fs::read_to_string(&path).ok()?;
            Some((path.strip_prefix(root()).unwrap_or(&path).to_owned(), text))
        })
        .collect()
}

#[test]
fn no_file_is_longer_than_it_should_be() {
    let mut long = Vec::new();
    for (path, text) in all(&[".rs", ".ts", ".svelte", ".css"]) {
        let limit = if path.extension().is_some_and(|ending| ending == "rs") {
            LONGEST_RUST
        } else {
            LONGEST_UI
        };
        let generated = path.ends_with("host/types.ts") || path.ends_with("memory/texts.ts");
        if text.lines().count() > limit && !generated {
            long.push(path);
        }
    }
    assert!(long.is_empty(), "these would be clearer as two: {long:?}");
}

#[test]
fn heavy_libraries_stay_in_their_rooms() {
    for (library, home) in [
        ("polars", "crates/analyze"),
        ("rmcp", "crates/assist"),
        ("rusqlite", "crates/store"),
        ("tauri", "src-tauri"),
        ("ureq", "crates/subscribe"),
    ] {
        for (path, text) in all(&["Cargo.toml"]) {
            let here = path.starts_with(home) || path == Path::new("Cargo.toml");
            let uses = text.lines().any(|line| {
                line.starts_with(&format!("{library} ")) || line.starts_with(&format!("{library}."))
            });
            assert!(
                here || !uses,
                "{} depends on {library}, which lives in {home}",
                path.display()
            );
        }
    }
}

#[test]
fn one_file_talks_to_polars() {
    for (path, text) in all(&[".rs"]) {
        let door = path == Path::new("crates/analyze/src/book/frame.rs");
        let uses = text
            .lines()
            .any(|line| line.contains(concat!("polars", "::")));
        assert!(door || !uses, "{} imports polars", path.display());
    }
}

#[test]
fn only_the_host_talks_to_tauri() {
    for (path, text) in all(&[".ts", ".svelte"]) {
        let allowed = path.starts_with("ui/src/host") || !path.starts_with("ui/src");
        assert!(
            allowed || !text.contains("@tauri-apps/"),
            "{} imports Tauri",
            path.display()
        );
    }
}

#[test]
fn nothing_is_left_to_do_in_the_code() {
    let owed = [
        "todo".to_owned() + "!(",
        "unimplemented".to_owned() + "!(",
        "FIX".to_owned() + "ME",
    ];
    for (path, text) in all(&[".rs", ".ts", ".svelte"]) {
        for mark in &owed {
            assert!(
                !text.contains(mark.as_str()),
                "{} contains {mark}",
                path.display()
            );
        }
    }
}

#[test]
fn lock_files_name_no_host() {
    for lock in ["ui/package-lock.json", "tests/window/package-lock.json"] {
        let text = fs::read_to_string(root().join(lock)).unwrap_or_default();
        assert!(
            !text.contains("\"resolved\": \"http"),
            "{lock} names where packages came from"
        );
    }
}
