//! `cargo xtask bundle`: the packages, and a try of the `.deb`.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::run::build_ui_if_stale;
use crate::shell::{
    Program, Result, application, cargo, is_installed, npm, root, target_directory,
};
use crate::{licences, mcpb, package_test};

/// The Tauri command line that is fetched where none is installed.
const TAURI: &str = "@tauri-apps/cli@2.12.5";

/// Builds the packages of this system and tries the `.deb`. `--debug` takes the program as it is built for tests;
/// `--only deb` (or another kind) builds that one alone; `--built` takes the programs that are there.
pub(crate) fn bundle(args: &[String]) -> Result {
    let is_debug = args.iter().any(|arg| arg == "--debug");
    let only = args.iter().position(|arg| arg == "--only");
    let kind = only.map(|at| args.get(at + 1).ok_or("--only takes a kind of package"));
    let kind = kind.transpose()?;
    let profile = if is_debug { "debug" } else { "release" };
    if !args.iter().any(|arg| arg == "--built") {
        build(is_debug)?;
    }
    if kind.is_none_or(|kind| kind == "mcpb") {
        println!("For assistants: {}", mcpb::bundle(profile)?.display());
    }
    if kind.is_some_and(|kind| kind == "mcpb") {
        return Ok(());
    }
    payload(profile)?;

    let mut bundle = vec!["bundle", "--config", "packaging/tauri.package.json"];
    if is_debug {
        bundle.push("--debug");
    }
    if let Some(kind) = kind {
        bundle.extend(["--bundles", kind]);
    }
    tauri(&bundle).run()?;
    let folder = target_directory()?.join(profile).join("bundle");
    println!("\nThe packages are in {}", folder.display());
    if cfg!(target_os = "linux") && kind.is_none_or(|kind| kind == "deb") {
        package_test::test(&newest(&folder.join("deb"), "deb")?)?;
    }
    Ok(())
}

fn build(is_debug: bool) -> Result {
    build_ui_if_stale()?;
    // As the tests build it, so that nothing is built a second time; a release is built by itself anyway.
    let how = if is_debug { "--all-targets" } else { "--bins" };
    let mut build = vec!["build", "--workspace", how];
    if !is_debug {
        build.push("--release");
    }
    cargo(&build).run()
}

/// What goes into the packages beside the program: `target/package`, which `packaging/tauri.package.json` names.
fn payload(profile: &str) -> Result {
    let folder = root().join("target/package");
    let program = application(profile)?;
    let program = program.to_string_lossy();
    let said = |args: &[&str]| {
        let printed = Program::new(&program, args).output();
        printed.ok_or_else(|| format!("“weekwise {}” fails", args.join(" ")))
    };
    let licences = licences::licences()?;
    let copyright =
        [("MIT", "LICENSE-MIT"), ("Apache-2.0", "LICENSE-APACHE")].map(|(name, file)| {
            let text = fs::read_to_string(root().join(file)).unwrap_or_default();
            format!("License: {name}\n\n{text}\n")
        });
    write(&folder.join("weekwise.1"), &said(&["man"])?)?;
    write(
        &folder.join("weekwise.bash"),
        &said(&["completions", "bash"])?,
    )?;
    write(&folder.join("_weekwise"), &said(&["completions", "zsh"])?)?;
    write(
        &folder.join("weekwise.fish"),
        &said(&["completions", "fish"])?,
    )?;
    write(&folder.join("licences.txt"), &licences)?;
    write(
        &folder.join("copyright"),
        &format!(
            "Weekwise: the Weekwise developers. MIT or Apache-2.0, as you like; what it is made of is in licences.txt.\n\n{}",
            copyright.join("\n")
        ),
    )
}

/// Writes a text, in a folder that is made for it.
pub(crate) fn write(file: &Path, text: &str) -> Result {
    let folder = file.parent().unwrap_or(file);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(file, format!("{}\n", text.trim_end())))
        .map_err(|error| format!("{}: {error}", file.display()))
}

/// The Tauri command line: the one that is installed, else one of npm's.
fn tauri(args: &[&str]) -> Program {
    if is_installed("cargo-tauri") {
        return cargo(&[&["tauri"], args].concat());
    }
    let get = ["exec", "--yes", "--package", TAURI, "--", "tauri"];
    npm(".", &[&get, args].concat())
}

/// The newest file of a kind in a folder.
fn newest(folder: &Path, ending: &str) -> Result<PathBuf> {
    let made = |path: &PathBuf| -> Option<SystemTime> { path.metadata().ok()?.modified().ok() };
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == ending))
        .max_by_key(made)
        .ok_or_else(|| format!("there is no .{ending} in {}", folder.display()))
}
