//! `cargo xtask screenshots`: the pictures in docs/images, taken from the real window.

use crate::run::build_ui_if_stale;
use crate::setup;
use crate::shell::{Program, Result, application, cargo, root};

/// Rewrites docs/images from the demo calendar.
pub(crate) fn screenshots() -> Result {
    if !cfg!(target_os = "linux") {
        return Err("Screenshots are taken on Linux, in a virtual display.".to_owned());
    }
    setup::everything()?;
    build_ui_if_stale()?;
    cargo(&["build", "--workspace", "--all-targets"]).run()?;
    in_virtual_display("screenshots")?.run()?;
    println!("Written to {}", root().join("docs/images").display());
    Ok(())
}

/// A script of tests/window, in a display of its own.
pub(crate) fn in_virtual_display(script: &str) -> Result<Program> {
    in_display_of("xvfb-run", &[], script)
}

/// The same with a session bus, as every desktop has one: without, each start of a window begins one of its own, which takes a
/// tenth of a second.
pub(crate) fn in_virtual_desktop(script: &str) -> Result<Program> {
    in_display_of("dbus-run-session", &["--", "xvfb-run"], script)
}

fn in_display_of(program: &str, before: &[&str], script: &str) -> Result<Program> {
    let screen = "-screen 0 1600x1000x24";
    let display = ["--auto-servernum", "--server-args", screen];
    let args = [before, &display, &["npm", "run", script]].concat();
    let program = Program::new(program, &args)
        .within(&root().join("tests/window"))
        .with("WEEKWISE_APPLICATION", application("debug")?);
    Ok(program)
}
