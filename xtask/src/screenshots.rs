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
    let screen = "-screen 0 1600x1000x24";
    let args = [
        "--auto-servernum",
        "--server-args",
        screen,
        "npm",
        "run",
        script,
    ];
    let program = Program::new("xvfb-run", &args)
        .within(&root().join("tests/window"))
        .with("WEEKWISE_APPLICATION", application("debug")?);
    Ok(program)
}
