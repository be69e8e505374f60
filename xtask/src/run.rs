//! `cargo xtask run`: build what is out of date, then open the window.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::setup::{self, modified};
use crate::shell::{Program, Result, application, cargo, has_display, npm, root};

/// Builds and starts the application.
pub(crate) fn run(args: &[String]) -> Result {
    let release = args.iter().any(|arg| arg == "--release");
    // Files are named from where the person is, programs run in the root.
    let files = args
        .iter()
        .filter(|arg| *arg != "--release")
        .map(|file| std::path::absolute(file).map(|path| path.to_string_lossy().into_owned()))
        .collect::<std::io::Result<Vec<_>>>()
        .map_err(|e| e.to_string())?;
    let files: Vec<&str> = files.iter().map(String::as_str).collect();

    setup::to_build()?;
    build_ui_if_stale()?;
    if release {
        cargo(&["build", "--release"]).run()?;
    } else {
        cargo(&["build"]).run()?;
    }
    let profile = if release { "release" } else { "debug" };
    let application = application(profile)?;
    let application = application.to_string_lossy();
    if has_display() {
        return Program::new(&application, &files).run();
    }
    println!(
        "No display: neither DISPLAY nor WAYLAND_DISPLAY is set; here is the report instead\n"
    );
    let mut report = vec!["report"];
    if files.is_empty() {
        report.push("--demo");
    } else {
        report.extend(files);
    }
    Program::new(&application, &report).run()
}

/// `npm run build`, where a source is newer than what was built.
pub(crate) fn build_ui_if_stale() -> Result {
    let ui = root().join("ui");
    let built = modified(&ui.join("dist/index.html"));
    let sources = ["src", "public", "index.html", "package-lock.json"]
        .iter()
        .filter_map(|name| newest(&ui.join(name)))
        .max();
    if built.is_some() && sources <= built {
        return Ok(());
    }
    npm("ui", &["run", "build"]).run()
}

/// When anything at or under a path was last changed.
fn newest(path: &Path) -> Option<SystemTime> {
    if !path.is_dir() {
        return modified(path);
    }
    fs::read_dir(path)
        .ok()?
        .flatten()
        .filter_map(|entry| newest(&entry.path()))
        .max()
}
