//! The licences of everything that is in the program, with their texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Result, cargo, npm, root};

/// Something that is in the program, with what it says of its licence.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// Every part with its licence, then each text once with the parts it is of.
pub(crate) fn licences() -> Result<String> {
    let mut parts = crates()?;
    parts.extend(packages()?);
    let mut text = "Weekwise is licensed under MIT or Apache-2.0, as you like.\n\nIt is made of these parts:\n\n".to_owned();
    for part in &parts {
        // `write!` to a String cannot fail.
        let _ = writeln!(text, "{}: {}", part.name, part.licence);
    }
    let mut by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for part in &parts {
        for found in texts_in(&part.folder) {
            by_text.entry(found).or_default().push(&part.name);
        }
    }
    for (found, names) in by_text {
        let line = "-".repeat(72);
        let _ = write!(text, "\n{line}\n{}\n{line}\n\n{found}\n", names.join(", "));
    }
    Ok(text)
}

/// The crates the program is built from.
fn crates() -> Result<BTreeSet<Part>> {
    let tree = cargo(&[
        "tree",
        "--package",
        "weekwise",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}",
    ])
    .output()
    .ok_or("cargo tree does not answer")?;
    let metadata = cargo(&["metadata", "--format-version", "1"])
        .output()
        .ok_or("cargo metadata does not answer")?;
    let folders: BTreeMap<String, PathBuf> = metadata
        .split("\"manifest_path\":\"")
        .skip(1)
        .filter_map(|rest| {
            let folder = Path::new(rest.split('"').next()?).parent()?.to_owned();
            Some((folder.file_name()?.to_string_lossy().into_owned(), folder))
        })
        .collect();
    let part = |line: &str| {
        let (package, licence) = line.split_once('|')?;
        let mut words = package.split_whitespace();
        let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
        // A path behind the version: one of our own.
        let folder = folders.get(&format!("{name}-{version}"))?.clone();
        Some(Part {
            name: format!("{name} {version}"),
            licence: licence.trim_end_matches(" (*)").to_owned(),
            folder,
        })
    };
    Ok(tree.lines().filter_map(part).collect())
}

/// What npm brings into the window: what it needs when it runs, and Svelte, which is compiled into it.
fn packages() -> Result<BTreeSet<Part>> {
    let found = npm("ui", &["ls", "--all", "--omit=dev", "--parseable"])
        .output()
        .ok_or("npm ls does not answer")?;
    let svelte = root().join("ui/node_modules/svelte");
    let folders = found.lines().map(PathBuf::from).chain([svelte]);
    let part = |folder: PathBuf| {
        let manifest = fs::read_to_string(folder.join("package.json")).ok()?;
        let field = |name: &str| {
            let (_, rest) = manifest.split_once(&format!("\"{name}\":"))?;
            rest.split('"').nth(1).map(str::to_owned)
        };
        let (name, version) = (field("name")?, field("version")?);
        (name != "weekwise-ui").then(|| Part {
            name: format!("{name} {version}"),
            licence: field("license").unwrap_or_else(|| "see its text".to_owned()),
            folder,
        })
    };
    Ok(folders.filter_map(part).collect())
}

/// The licence texts that lie in a folder.
fn texts_in(folder: &Path) -> Vec<String> {
    const BEGIN: [&str; 5] = ["licen", "copying", "notice", "unlicense", "copyright"];
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file())
        .filter(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .to_lowercase();
            BEGIN.iter().any(|begin| name.starts_with(begin))
        })
        .collect();
    files.sort();
    files
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .map(|text| text.replace('\r', "").trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}
