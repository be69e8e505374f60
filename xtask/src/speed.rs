//! `cargo xtask speed`: what one waits for, measured in the real window.

use crate::run::build_ui_if_stale;
use crate::screenshots::in_virtual_desktop;
use crate::setup;
use crate::shell::{Result, application, cargo};

/// Measures, and prints a line for each figure. With `--release` the program is built as it is shipped, and a figure over its
/// limit is a failure; without, what is measured is the program of the tests, which is several times slower.
pub(crate) fn speed(args: &[String]) -> Result {
    if !cfg!(target_os = "linux") {
        return Err("Speed is measured on Linux, on a virtual desktop.".to_owned());
    }
    let is_release = match args {
        [] => false,
        [only] if only == "--release" => true,
        _ => return Err("speed takes --release and nothing else".to_owned()),
    };
    setup::everything()?;
    build_ui_if_stale()?;
    if is_release {
        cargo(&["build", "--workspace", "--bin", "weekwise", "--release"]).run()?;
        in_virtual_desktop("speed")?
            .with("WEEKWISE_APPLICATION", application("release")?)
            .with("WEEKWISE_STRICT", "1")
            .run()
    } else {
        cargo(&["build", "--workspace", "--all-targets"]).run()?;
        in_virtual_desktop("speed")?.run()
    }
}
