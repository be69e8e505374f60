//! Inputs to named bytes: files, folders and archives.

use std::fs;
use std::path::{Path, PathBuf};

use weekwise_model::Diagnostic;

use crate::read::whole_file;
use crate::{Input, archive, limits};

/// One file to read.
pub(crate) struct Source {
    /// What diagnostics call it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Files of one folder carry its path.
    pub folder: Option<PathBuf>,
}

/// Hands on every file of the inputs, one at a time, and tells what cannot be read.
pub(crate) struct Sources<'a> {
    found: &'a mut dyn FnMut(Source),
    /// What could not be read.
    pub diagnostics: Vec<Diagnostic>,
    files: usize,
    bytes: u64,
    full: bool,
}

impl<'a> Sources<'a> {
    pub(crate) fn new(found: &'a mut dyn FnMut(Source)) -> Self {
        Self {
            found,
            diagnostics: Vec::new(),
            files: 0,
            bytes: 0,
            full: false,
        }
    }

    pub(crate) fn visit(&mut self, input: Input) {
        match input {
            Input::Bytes { name, bytes } => self.bytes(name, bytes, None),
            Input::Path(path) => {
                let name = path.to_string_lossy().into_owned();
                match fs::metadata(&path) {
                    Ok(meta) if meta.is_dir() => {
                        let before = self.files;
                        self.folder(&path, 0);
                        if self.files == before {
                            self.left_out(
                                &name,
                                "empty-folder",
                                "the folder has no calendar files (.ics, .ical, .ifb, .zip)",
                            );
                        }
                    }
                    Ok(meta) => self.file(&path, meta.len(), None),
                    Err(error) => self.left_out(&name, "cannot-read", &reason(&error)),
                }
            }
        }
    }

    fn left_out(&mut self, name: &str, code: &str, problem: &str) {
        if self.diagnostics.len() <= limits::FILES {
            self.diagnostics
                .push(whole_file(name, code, problem, "nothing was read from it"));
        }
    }

    /// The calendar files of a folder, in the order of their names.
    fn folder(&mut self, path: &Path, depth: usize) {
        let name = path.to_string_lossy().into_owned();
        if depth > limits::FOLDER_DEPTH {
            self.left_out(&name, "too-deep", "the folder lies too deep");
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                self.left_out(&name, "cannot-read", &reason(&error));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            let hidden = path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            // Links are not followed: they may lead in circles.
            let Ok(meta) = fs::symlink_metadata(&path) else {
                continue;
            };
            if hidden || self.full {
                continue;
            }
            if meta.is_dir() {
                self.folder(&path, depth + 1);
            } else if meta.is_file() && is_calendar_name(&path.to_string_lossy()) {
                let folder = path.parent().map(Path::to_path_buf);
                self.file(&path, meta.len(), folder);
            }
        }
    }

    fn file(&mut self, path: &Path, size: u64, folder: Option<PathBuf>) {
        let name = path.to_string_lossy().into_owned();
        if size > limits::FILE_BYTES {
            self.files += 1;
            self.too_large(&name);
            return;
        }
        match fs::read(path) {
            Ok(bytes) => self.bytes(name, bytes, folder),
            Err(error) => self.left_out(&name, "cannot-read", &reason(&error)),
        }
    }

    fn too_large(&mut self, name: &str) {
        let problem = format!("the file is larger than {} MB", limits::FILE_BYTES >> 20);
        self.left_out(name, "too-large", &problem);
    }

    fn bytes(&mut self, name: String, bytes: Vec<u8>, folder: Option<PathBuf>) {
        if !self.has_room(&name, bytes.len()) {
            return;
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            let mut problems = Vec::new();
            archive::each(bytes, &mut problems, &mut |entry, bytes| {
                let name = format!("{name}!{entry}");
                if self.has_room(&name, bytes.len()) {
                    (self.found)(Source {
                        name,
                        bytes,
                        folder: None,
                    });
                }
            });
            for problem in problems {
                let name = problem
                    .entry
                    .map_or_else(|| name.clone(), |entry| format!("{name}!{entry}"));
                self.left_out(&name, problem.code, &problem.text);
            }
            return;
        }
        if bytes.len() as u64 > limits::FILE_BYTES {
            self.too_large(&name);
            return;
        }
        (self.found)(Source {
            name,
            bytes,
            folder,
        });
    }

    /// Counts a file against the bounds of the import.
    fn has_room(&mut self, name: &str, size: usize) -> bool {
        self.files += 1;
        self.bytes = self.bytes.saturating_add(size as u64);
        if self.files > limits::FILES || self.bytes > limits::IMPORT_BYTES {
            if !self.full {
                self.left_out(name, "too-much", "there are too many files, or they are too large together; this one and the rest were left out");
            }
            self.full = true;
        }
        !self.full
    }
}

/// Whether a file's name ends as a calendar's or an archive's does.
pub(crate) fn is_calendar_name(name: &str) -> bool {
    let ending = name
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    matches!(
        ending.as_str(),
        "ics" | "ical" | "icalendar" | "ifb" | "zip"
    )
}

fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => {
            "the file may not be read: permission denied".to_owned()
        }
        _ => format!("the file cannot be read: {error}"),
    }
}
