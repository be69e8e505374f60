//! Every week of calendars, searched for advice that contradicts itself.

use std::path::PathBuf;

use crate::shell::{Result, cargo};

/// Prints the contradictions in every week of the demo and of the calendars named, each by itself; in a folder, of each
/// calendar in it.
pub(crate) fn contradictions(named: &[String]) -> Result {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in named.iter().map(PathBuf::from) {
        let path = std::fs::canonicalize(&path).unwrap_or(path);
        match std::fs::read_dir(&path) {
            Ok(entries) => files.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => files.push(path),
        }
    }
    files.sort();
    let joined = std::env::join_paths(&files).map_err(|error| error.to_string())?;
    let test = [
        "test",
        "--workspace",
        "--test",
        "weekwise",
        "contradicts_itself",
        "--",
        "--nocapture",
    ];
    cargo(&test).with("WEEKWISE_CALENDARS", joined).run()
}
