//! Running other programs, and where things are.

use std::fmt::Write as _;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What went wrong, in words for the person at the terminal.
pub(crate) type Result<T = ()> = std::result::Result<T, String>;

/// The repository.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Where cargo builds. This program was built there too, in `debug`.
pub(crate) fn target_directory() -> Result<PathBuf> {
    let me = std::env::current_exe().map_err(|e| format!("Where am I? {e}"))?;
    me.parent()
        .and_then(Path::parent)
        .map(Path::to_owned)
        .ok_or_else(|| "Where is the target directory?".to_owned())
}

/// The application as built by cargo.
pub(crate) fn application(profile: &str) -> Result<PathBuf> {
    let name = if cfg!(windows) {
        "weekwise.exe"
    } else {
        "weekwise"
    };
    Ok(target_directory()?.join(profile).join(name))
}

/// Whether a window can be opened.
pub(crate) fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// cargo, the one this program was started with.
pub(crate) fn cargo(args: &[&str]) -> Program {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    Program::new(&cargo, args)
}

/// npm, in a folder of the repository.
pub(crate) fn npm(folder: &str, args: &[&str]) -> Program {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    Program::new(npm, args).within(&root().join(folder))
}

/// Whether a program of this name can be started from here.
pub(crate) fn is_installed(name: &str) -> bool {
    let endings: &[&str] = if cfg!(windows) {
        &["exe", "cmd", "bat"]
    } else {
        &[""]
    };
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| {
        endings
            .iter()
            .any(|ending| folder.join(name).with_extension(ending).is_file())
    })
}

/// A program to start.
pub(crate) struct Program {
    command: Command,
    words: String,
}

impl Program {
    /// A program by name or path, in the root of the repository.
    pub(crate) fn new(program: &str, args: &[&str]) -> Self {
        let mut command = Command::new(program);
        command.args(args).current_dir(root());
        let name = Path::new(program)
            .file_stem()
            .map_or_else(|| program.into(), |stem| stem.to_string_lossy());
        let mut words = name.into_owned();
        for arg in args {
            // `write!` to a String cannot fail.
            let _ = if arg.contains(' ') {
                write!(words, " '{arg}'")
            } else {
                write!(words, " {arg}")
            };
        }
        Self { command, words }
    }

    /// Somewhere else than in the root.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With an environment variable.
    pub(crate) fn with(mut self, name: &str, value: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Starts it, shows what it says, and waits.
    pub(crate) fn run(mut self) -> Result {
        println!("$ {}", self.words);
        let status = self.command.stdin(Stdio::null()).status();
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("“{}” failed ({status})", self.words)),
            Err(e) if e.kind() == ErrorKind::NotFound => {
                Err(format!("“{}”: no such program", self.words))
            }
            Err(e) => Err(format!("“{}”: {e}", self.words)),
        }
    }

    /// Starts it silently and says whether it succeeded.
    pub(crate) fn succeeds(mut self) -> bool {
        self.command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// What it prints, where it succeeds.
    pub(crate) fn output(mut self) -> Option<String> {
        let output = self.command.stdin(Stdio::null()).output().ok()?;
        output
            .status
            .success()
            .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}
