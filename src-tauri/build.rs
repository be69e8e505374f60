//! Tells Tauri where its parts are: the manifest is at the root, the sources are not.
fn main() {
    println!("cargo:rerun-if-changed=src-tauri/capabilities");
    tauri_build::try_build(
        tauri_build::Attributes::new()
            .capabilities_path_pattern("src-tauri/capabilities/**/*.json"),
    )
    .unwrap_or_else(|error| panic!("{error:#}"));
}
