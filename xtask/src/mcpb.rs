//! `cargo xtask bundle --only mcpb`: the server for assistants as one file to install (docs/assistants.md): a zip with a
//! manifest, the small program without a window, and what it is made of. The format's own packer makes it, and refuses a manifest
//! that is none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::write;
use crate::licences;
use crate::shell::{Result, npm, root, target_directory};

/// The packer, which is fetched.
const PACKER: &str = "@anthropic-ai/mcpb@2.1.2";

/// Makes the bundle of this system from the program that was built; says where it is.
pub(crate) fn bundle(profile: &str) -> Result<PathBuf> {
    let folder = target_directory()?.join(profile);
    let ending = std::env::consts::EXE_SUFFIX;
    let version = version()?;
    let manifest = text(&root().join("packaging/assistant/manifest.json"))?
        .replace("\"VERSION\"", &format!("\"{version}\""))
        .replace("\"PLATFORM\"", &format!("\"{}\"", platform()?));
    let packed = folder.join("bundle/mcpb");
    let content = packed.join("content");
    let _ = fs::remove_dir_all(&content);
    write(&content.join("manifest.json"), &manifest)?;
    copy(
        &root().join("src-tauri/icons/icon.png"),
        &content.join("icon.png"),
    )?;
    // With its permission to run.
    let server = content.join(format!("server/weekwise-cli{ending}"));
    copy(&folder.join(format!("weekwise-cli{ending}")), &server)?;
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(&root().join(name), &content.join(name))?;
    }
    write(&content.join("licences.txt"), &licences::licences()?)?;
    let arch = std::env::consts::ARCH;
    let file = packed.join(format!("weekwise-{version}-{}-{arch}.mcpb", platform()?));
    let (from, to) = (content.to_string_lossy(), file.to_string_lossy());
    let pack = [
        "exec",
        "--yes",
        "--package",
        PACKER,
        "--",
        "mcpb",
        "pack",
        &from,
        &to,
    ];
    npm(".", &pack).run()?;
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

fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to.parent().unwrap_or(to))
        .and_then(|()| fs::copy(from, to))
        .map(|_| ())
        .map_err(|error| format!("{}: {error}", from.display()))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
