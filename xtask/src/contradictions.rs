//! Every week of calendars, searched for advice that contradicts itself.

use std::path::{Path, PathBuf};

use crate::shell::{Result, cargo};

/// Where labelled people are written as calendars.
const WRITTEN: &str = "target/labelled-calendars";

/// Prints the contradictions in every week of the demo and of the calendars named, each by itself; in a folder, of each
/// calendar in it. Labelled people (`.txt`) are read as the calendars their exporters would have written.
pub(crate) fn contradictions(named: &[String]) -> Result {
    let mut files: Vec<PathBuf> = Vec::new();
    for path in named.iter().map(PathBuf::from) {
        collect(&std::fs::canonicalize(&path).unwrap_or(path), &mut files);
    }
    files.sort();
    let is_labelled = |file: &PathBuf| file.extension().is_some_and(|kind| kind == "txt");
    let (labelled, mut calendars): (Vec<PathBuf>, Vec<PathBuf>) =
        files.into_iter().partition(is_labelled);
    if !labelled.is_empty() {
        let into = std::env::current_dir()
            .map_err(|error| error.to_string())?
            .join(WRITTEN);
        let into = into.to_string_lossy().into_owned();
        let names: Vec<String> = labelled
            .iter()
            .map(|file| file.to_string_lossy().into_owned())
            .collect();
        let mut write = vec![
            "run",
            "-q",
            "-p",
            "weekwise-evaluate",
            "--",
            "--write",
            &into,
        ];
        write.extend(names.iter().map(String::as_str));
        cargo(&write).run()?;
        collect(Path::new(&into), &mut calendars);
    }
    let joined = std::env::join_paths(&calendars).map_err(|error| error.to_string())?;
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

/// The files at a path; of a folder those in it. Those that stay unread by everybody are left alone.
fn collect(path: &Path, files: &mut Vec<PathBuf>) {
    if path.ends_with("unread") {
        return;
    }
    let Ok(entries) = std::fs::read_dir(path) else {
        files.push(path.to_owned());
        return;
    };
    for entry in entries.flatten().map(|entry| entry.path()) {
        if entry.is_dir()
            || entry
                .extension()
                .is_some_and(|kind| kind == "txt" || kind == "ics")
        {
            collect(&entry, files);
        }
    }
}
