//! Other implementations of iCalendar, as judges for the tests: Python's, Mozilla's and libical.
//!
//! Their drivers lie beside this repository where somebody put them (`WEEKWISE_PEERS_SOURCE`, else
//! `../shared/peers`); they are copied to `target/peers` and set up there. Without them the tests that ask them say
//! so and pass, so nothing here is an error.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{Program, root};

/// Sets the judges up, where their drivers are; says what became of it.
pub(crate) fn peers() {
    let source = std::env::var_os("WEEKWISE_PEERS_SOURCE")
        .map_or_else(|| root().join("../shared/peers"), PathBuf::from);
    let home = root().join("target/peers");
    let ready = home.join("ready");
    if ready.exists() {
        return;
    }
    if !source.join("setup.sh").is_file() {
        println!(
            "No other implementations to compare with at {}.",
            source.display()
        );
        return;
    }
    println!("Setting up other implementations to compare with");
    let done = copy(&source, &home)
        .map_err(|error| error.to_string())
        .and_then(|()| Program::new("bash", &["setup.sh"]).within(&home).run())
        .and_then(|()| fs::write(&ready, "").map_err(|error| error.to_string()));
    if let Err(problem) = done {
        println!("They could not be set up, so nothing is compared with them: {problem}");
    }
}

/// Copies a folder; what is copied can be written to, whatever the original allows.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::write(&target, fs::read(entry.path())?)?;
        }
    }
    Ok(())
}
