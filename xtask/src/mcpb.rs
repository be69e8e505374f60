//! `cargo xtask bundle --only mcpb`: the server for assistants as one file to install (docs/assistants.md): a zip with a
//! manifest, the small program without a window, and what it is made of.

use std::fs;
use std::path::{Path, PathBuf};

use crate::licences;
use crate::shell::{Result, root, target_directory};
use crate::zip::Zip;

/// Makes the bundle of this system from the program that was built; says where it is.
pub(crate) fn bundle(profile: &str) -> Result<PathBuf> {
    let folder = target_directory()?.join(profile);
    let ending = std::env::consts::EXE_SUFFIX;
    let program = read(&folder.join(format!("weekwise-cli{ending}")))?;
    let version = version()?;
    let manifest = text(&root().join("packaging/assistant/manifest.json"))?
        .replace("\"VERSION\"", &format!("\"{version}\""))
        .replace("\"PLATFORM\"", &format!("\"{}\"", platform()?));
    let mut zip = Zip::default();
    zip.file("manifest.json", manifest.as_bytes(), false)?;
    zip.file(
        "icon.png",
        &read(&root().join("src-tauri/icons/icon.png"))?,
        false,
    )?;
    zip.file(&format!("server/weekwise-cli{ending}"), &program, true)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        zip.file(name, &read(&root().join(name))?, false)?;
    }
    zip.file("licences.txt", licences::licences()?.as_bytes(), false)?;
    let made = folder.join("bundle/mcpb");
    fs::create_dir_all(&made).map_err(|error| format!("{}: {error}", made.display()))?;
    let arch = std::env::consts::ARCH;
    let file = made.join(format!("weekwise-{version}-{}-{arch}.mcpb", platform()?));
    fs::write(&file, zip.finished()?).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// This system as the manifest calls it.
fn platform() -> Result<&'static str> {
    match std::env::consts::OS {
        "linux" => Ok("linux"),
        "macos" => Ok("darwin"),
        "windows" => Ok("win32"),
        other => Err(format!("the format has no name for {other}")),
    }
}

/// The version all crates share.
fn version() -> Result<String> {
    let manifest = text(&root().join("Cargo.toml"))?;
    let line = manifest
        .lines()
        .find_map(|line| line.strip_prefix("version = "));
    line.map(|version| version.trim_matches('"').to_owned())
        .ok_or_else(|| "Cargo.toml says no version".to_owned())
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
