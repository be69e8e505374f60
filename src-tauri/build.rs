//! Tells Tauri where its parts are (the manifest is at the root, the sources are not), and keeps what it generates
//! out of the root folder.

use std::error::Error;
use std::fs;
use std::path::Path;

/// Shown where the window's own files were not built yet, so that Rust can be built and tested without Node.
const NOT_BUILT: &str = "<!doctype html><html lang=\"en\"><title>Weekwise</title>\
    <p>The window's files are not built: run <code>npm run build</code> in <code>ui</code>, then build again.</p></html>";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    println!("cargo:rerun-if-changed=ui/dist");
    let page = Path::new("ui/dist/index.html");
    if !page.exists() {
        fs::create_dir_all("ui/dist")?;
        fs::write(page, NOT_BUILT)?;
    }
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("src-tauri/capabilities/**/*.json"),
    )?;
    move_schemas()?;
    Ok(())
}

/// tauri-build writes `gen/schemas` beside the manifest; editors look for it beside the capabilities.
fn move_schemas() -> std::io::Result<()> {
    let (from, to) = (Path::new("gen/schemas"), Path::new("src-tauri/gen/schemas"));
    if !from.exists() {
        return Ok(());
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        fs::rename(entry.path(), to.join(entry.file_name()))?;
    }
    fs::remove_dir_all("gen")
}
