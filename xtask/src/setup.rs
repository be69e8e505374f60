//! What building and testing need: packages of the system, packages of npm.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::shell::{Program, Result, is_installed, npm, root};

/// Something the system has to bring, and the Debian package it is in.
struct Need {
    package: &'static str,
    check: Check,
}

enum Check {
    /// A program on the path.
    Program(&'static str),
    /// A library pkg-config knows.
    Library(&'static str),
    /// A file or a folder.
    Path(&'static str),
    /// A library of the system's Python: what `gi` calls it, and its version.
    Python(&'static str, &'static str),
}

const TO_BUILD: &[Need] = &[
    need("build-essential", Check::Program("cc")),
    need("pkg-config", Check::Program("pkg-config")),
    need("libwebkit2gtk-4.1-dev", Check::Library("webkit2gtk-4.1")),
    need("libgtk-3-dev", Check::Library("gtk+-3.0")),
    need("librsvg2-dev", Check::Library("librsvg-2.0")),
    // For the keyring of the desktop.
    need("libdbus-1-dev", Check::Library("dbus-1")),
];

const TO_TEST: &[Need] = &[
    need("webkit2gtk-driver", Check::Program("WebKitWebDriver")),
    need("xvfb", Check::Program("Xvfb")),
    need("xauth", Check::Program("xauth")),
    need("xdotool", Check::Program("xdotool")),
    need("dbus-x11", Check::Program("dbus-launch")),
    need("chromium", Check::Program("chromium")),
    need(
        "fonts-dejavu-core",
        Check::Path("/usr/share/fonts/truetype/dejavu"),
    ),
    // What is read aloud in the window is asked for as screen readers ask, on a bus of its own.
    need("dbus", Check::Program("dbus-daemon")),
    need(
        "at-spi2-core",
        Check::Path("/usr/share/dbus-1/services/org.a11y.Bus.service"),
    ),
    need("python3-gi", Check::Python("GLib", "2.0")),
    need("gir1.2-atspi-2.0", Check::Python("Atspi", "2.0")),
];

const fn need(package: &'static str, check: Check) -> Need {
    Need { package, check }
}

impl Need {
    fn is_met(&self) -> bool {
        match self.check {
            Check::Program(name) => is_installed(name),
            Check::Library(name) => Program::new("pkg-config", &["--exists", name]).succeeds(),
            Check::Path(path) => Path::new(path).exists(),
            Check::Python(name, version) => {
                let asked = format!("import gi; gi.require_version({name:?}, {version:?})");
                // Another Python on the path does not have the system's libraries.
                Program::new("/usr/bin/python3", &["-c", &asked]).succeeds()
            }
        }
    }
}

/// For building, running and testing.
pub(crate) fn everything() -> Result {
    system(&[TO_BUILD, TO_TEST])?;
    node()?;
    packages("ui")?;
    if cfg!(target_os = "linux") {
        packages("tests/window")?;
    }
    Ok(())
}

/// For building and running.
pub(crate) fn to_build() -> Result {
    system(&[TO_BUILD])?;
    node()?;
    packages("ui")
}

fn system(needs: &[&[Need]]) -> Result {
    if !cfg!(target_os = "linux") {
        // macOS brings a web view, Windows 10 and 11 do too.
        return Ok(());
    }
    let missing: Vec<&str> = needs
        .iter()
        .flat_map(|needs| needs.iter())
        .filter(|need| !need.is_met())
        .map(|need| need.package)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    if !is_installed("apt-get") {
        return Err(format!(
            "Missing on this system; here is what Debian calls the packages: {list}\n\
             https://v2.tauri.app/start/prerequisites/ has the names for other systems."
        ));
    }
    println!("Installing: {list}");
    apt(&["update"])?;
    let mut install = vec!["install", "--yes", "--no-install-recommends"];
    install.extend(&missing);
    apt(&install)
}

fn apt(args: &[&str]) -> Result {
    let is_root = Program::new("id", &["-u"]).output().as_deref() == Some("0");
    let program = if is_root {
        Program::new("apt-get", args)
    } else {
        let mut sudo = vec!["--preserve-env=DEBIAN_FRONTEND", "apt-get"];
        sudo.extend(args);
        Program::new("sudo", &sudo)
    };
    program.with("DEBIAN_FRONTEND", "noninteractive").run()
}

fn node() -> Result {
    let Some(version) = Program::new("node", &["--version"]).output() else {
        return Err("Node is missing: install version 20.19 or newer, with npm.".to_owned());
    };
    let mut numbers = version
        .trim_start_matches('v')
        .split('.')
        .map_while(|n| n.parse::<u32>().ok());
    let (major, minor) = (
        numbers.next().unwrap_or_default(),
        numbers.next().unwrap_or_default(),
    );
    if (major, minor) < (20, 19) {
        return Err(format!("Node is {version}; 20.19 or newer is needed."));
    }
    Ok(())
}

/// `npm ci`, where the lock file is newer than what is installed.
fn packages(folder: &str) -> Result {
    let folder_path = root().join(folder);
    let lock = modified(&folder_path.join("package-lock.json"));
    let installed = modified(&folder_path.join("node_modules/.package-lock.json"));
    if installed.is_some() && lock <= installed {
        return Ok(());
    }
    npm(folder, &["ci", "--no-audit", "--no-fund"]).run()
}

/// When a file was last changed, where there is one.
pub(crate) fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|m| m.modified()).ok()
}
