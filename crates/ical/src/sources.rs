//! Inputs to named bytes: files, folders and archives.

use std::fs;
use std::path::{Path, PathBuf};

use chrono_tz::Tz;
use weekwise_model::Diagnostic;

use crate::bounded::{self, Behind, Unread, behind, reason};
use crate::read::whole_file;
use crate::{Input, Progress, archive, limits};

/// One file to read.
pub(crate) struct Source {
    /// What diagnostics call it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Files of one folder carry its path.
    pub folder: Option<PathBuf>,
    /// The zone its floating times are meant in, whatever it says.
    pub zone: Option<Tz>,
    /// How many bytes of the progress it counts.
    pub counts: u64,
}

/// Something that was found, not read yet.
enum Found {
    File {
        path: PathBuf,
        size: u64,
        folder: Option<PathBuf>,
    },
    Pipe {
        path: PathBuf,
    },
    Bytes {
        name: String,
        bytes: Vec<u8>,
        zone: Option<Tz>,
    },
}

/// Hands on every file of the inputs, one at a time and those of one folder together, and tells what cannot be read.
pub(crate) fn each(
    inputs: Vec<Input>,
    progress: &Progress,
    read: &mut dyn FnMut(Source),
) -> Vec<Diagnostic> {
    let mut list = List::default();
    for input in inputs {
        list.add(input);
    }
    progress.add_total(list.bytes);
    let mut reading = Reading {
        progress,
        read,
        told: list.told,
        files: 0,
        bytes: 0,
        full: false,
    };
    let mut reached = 0_u64;
    for found in list.found {
        if progress.is_cancelled() {
            break;
        }
        let size = found.size();
        if !reading.full {
            reading.found(found, reached);
        }
        reached = reached.saturating_add(size);
        progress.reached(reached);
    }
    reading.told.list
}

impl Found {
    fn size(&self) -> u64 {
        match self {
            Self::File { size, .. } => *size,
            // Nobody knows.
            Self::Pipe { .. } => 0,
            Self::Bytes { bytes, .. } => bytes.len() as u64,
        }
    }
}

/// What could not be read.
#[derive(Default)]
struct Told {
    list: Vec<Diagnostic>,
}

impl Told {
    fn left_out(&mut self, name: &str, code: &str, problem: &str) {
        if self.list.len() <= limits::FILES {
            self.list
                .push(whole_file(name, code, problem, "nothing was read from it"));
        }
    }
}

/// What there is to read.
#[derive(Default)]
struct List {
    found: Vec<Found>,
    bytes: u64,
    told: Told,
}

impl List {
    fn add(&mut self, input: Input) {
        match input {
            Input::Bytes { name, bytes } => self.push(Found::Bytes {
                name,
                bytes,
                zone: None,
            }),
            Input::Kept { name, bytes, zone } => self.push(Found::Bytes { name, bytes, zone }),
            Input::Path(path) => {
                let name = path.to_string_lossy().into_owned();
                match fs::metadata(&path) {
                    Ok(meta) => self.path(path, &name, &meta),
                    Err(error) => self.told.left_out(&name, "cannot-read", &reason(&error)),
                }
            }
        }
    }

    fn path(&mut self, path: PathBuf, name: &str, meta: &fs::Metadata) {
        match behind(meta) {
            Behind::Folder => {
                let before = (self.found.len(), self.told.list.len());
                self.folder(&path, 0);
                if (self.found.len(), self.told.list.len()) == before {
                    self.told.left_out(
                        name,
                        "empty-folder",
                        "the folder has no calendar files (.ics, .ical, .ifb, .zip)",
                    );
                }
            }
            Behind::File => self.push(Found::File {
                path,
                size: meta.len(),
                folder: None,
            }),
            Behind::Pipe => self.push(Found::Pipe { path }),
            Behind::Device => self.told.left_out(
                name,
                "not-a-file",
                "it is a device or a socket, no file that a calendar is kept in",
            ),
        }
    }

    fn push(&mut self, found: Found) {
        self.bytes = self.bytes.saturating_add(found.size());
        self.found.push(found);
    }

    /// The calendar files of a folder in the order of their names, then those of the folders in it.
    fn folder(&mut self, path: &Path, depth: usize) {
        let name = path.to_string_lossy().into_owned();
        if depth > limits::FOLDER_DEPTH {
            self.told
                .left_out(&name, "too-deep", "the folder lies too deep");
            return;
        }
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                self.told.left_out(&name, "cannot-read", &reason(&error));
                return;
            }
        };
        let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        let mut folders = Vec::new();
        for inside in paths {
            let hidden = inside
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            // One more than may be, so that the bound is seen to be hit.
            if hidden || self.found.len() > limits::FILES {
                continue;
            }
            if self.inside(&inside, path) {
                folders.push(inside);
            }
        }
        for folder in folders {
            self.folder(&folder, depth + 1);
        }
    }
}

impl List {
    /// Adds what lies in a folder, if it is called as calendars are. Whether it is a folder itself.
    fn inside(&mut self, inside: &Path, folder: &Path) -> bool {
        let name = inside.to_string_lossy();
        let is_link = fs::symlink_metadata(inside).is_ok_and(|meta| meta.is_symlink());
        let meta = match fs::metadata(inside) {
            Ok(meta) => meta,
            Err(error) => {
                if is_calendar_name(&name) {
                    self.told.left_out(&name, "cannot-read", &reason(&error));
                }
                return false;
            }
        };
        match behind(&meta) {
            // Such links may lead in circles.
            Behind::Folder if is_link => {
                let problem = "it is a link to a folder, and those are not followed";
                self.told.left_out(&name, "link-to-folder", problem);
            }
            Behind::Folder => return true,
            _ if !is_calendar_name(&name) => {}
            Behind::File => self.push(Found::File {
                path: inside.to_path_buf(),
                size: meta.len(),
                folder: Some(folder.to_path_buf()),
            }),
            Behind::Pipe | Behind::Device => self.told.left_out(
                &name,
                "not-a-file",
                "it is a pipe or a device, no file that a calendar is kept in",
            ),
        }
        false
    }
}

/// Reads what was found, within the bounds of an import.
struct Reading<'a> {
    progress: &'a Progress,
    read: &'a mut dyn FnMut(Source),
    told: Told,
    files: usize,
    bytes: u64,
    full: bool,
}

impl Reading<'_> {
    fn found(&mut self, found: Found, reached: u64) {
        let (path, read, folder) = match found {
            Found::Bytes { name, bytes, zone } => {
                self.bytes(name, bytes, None, zone, reached);
                return;
            }
            Found::File { path, size, folder } => {
                let read = bounded::file(&path, size);
                (path, read, folder)
            }
            Found::Pipe { path } => {
                let read = bounded::pipe(&path, self.progress);
                (path, read, None)
            }
        };
        let name = path.to_string_lossy().into_owned();
        match read {
            Ok(bytes) => self.bytes(name, bytes, folder, None, reached),
            Err(Unread::TooLarge) => {
                self.files += 1;
                self.too_large(&name);
            }
            Err(Unread::Because(problem)) => self.told.left_out(&name, "cannot-read", &problem),
        }
    }

    fn bytes(
        &mut self,
        name: String,
        bytes: Vec<u8>,
        folder: Option<PathBuf>,
        zone: Option<Tz>,
        reached: u64,
    ) {
        if !self.has_room(&name, bytes.len()) {
            return;
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            self.archive(&name, bytes, reached);
            return;
        }
        if bytes.len() as u64 > limits::FILE_BYTES {
            self.too_large(&name);
            return;
        }
        (self.read)(Source {
            name,
            counts: bytes.len() as u64,
            bytes,
            folder,
            zone,
        });
    }

    fn archive(&mut self, name: &str, bytes: Vec<u8>, mut reached: u64) {
        let mut problems = Vec::new();
        archive::each(bytes, &mut problems, &mut |entry, packed, bytes| {
            let name = format!("{name}!{entry}");
            if !self.progress.is_cancelled() && self.has_room(&name, bytes.len()) {
                (self.read)(Source {
                    name,
                    bytes,
                    folder: None,
                    zone: None,
                    counts: packed,
                });
            }
            reached = reached.saturating_add(packed);
            self.progress.reached(reached);
        });
        for problem in problems {
            let name = problem
                .entry
                .map_or_else(|| name.to_owned(), |entry| format!("{name}!{entry}"));
            self.told.left_out(&name, problem.code, &problem.text);
        }
    }

    fn too_large(&mut self, name: &str) {
        let problem = format!("the file is larger than {} MB", limits::FILE_BYTES >> 20);
        self.told.left_out(name, "too-large", &problem);
    }

    /// Counts a file against the bounds of the import.
    fn has_room(&mut self, name: &str, size: usize) -> bool {
        self.files += 1;
        self.bytes = self.bytes.saturating_add(size as u64);
        if self.files > limits::FILES || self.bytes > limits::IMPORT_BYTES {
            if !self.full {
                self.told.left_out(name, "too-much", "there are too many files, or they are too large together; this one and the rest were left out");
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
