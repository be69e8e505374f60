//! How the web view paints on Linux. With a graphics card it composes layers there. Without one Mesa emulates a card on the
//! processor, which takes several times as long as painting on the processor at once, and keeps a hundred megabytes: on virtual
//! machines, on servers, over remote desktops.

use std::path::Path;

use tauri::{WebviewWindow, Wry};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt as _, WebViewExt as _};

/// Where Linux lists what draws.
const CARDS: &str = "/dev/dri";

/// Lets a window paint as is best on this machine.
pub(crate) fn suit(window: &WebviewWindow<Wry>) -> tauri::Result<()> {
    if has_card(Path::new(CARDS)) {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether there is a card that draws for any program: one with a render node.
fn has_card(cards: &Path) -> bool {
    let is_one = |name: &str| name.starts_with("renderD");
    let entries = cards.read_dir().into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().into_string().ok())
        .any(|name| is_one(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_one_that_renders() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| std::fs::write(folder.path().join(name), "").unwrap();
        assert!(!has_card(&folder.path().join("nowhere")));
        // A screen of a virtual machine, which draws nothing.
        at("card0");
        assert!(!has_card(folder.path()));
        at("renderD128");
        assert!(has_card(folder.path()));
    }
}
