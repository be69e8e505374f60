use std::path::PathBuf;

/// Where calendars come from.
#[derive(Debug, Clone)]
pub enum Source {
    /// Files, folders and zips, read together.
    Paths(Vec<PathBuf>),
    /// What came through a pipe or another door, with a name to show.
    Bytes {
        /// The name diagnostics use.
        name: String,
        /// The file's content.
        bytes: Vec<u8>,
    },
    /// Both, in order: each entry is a path or bytes.
    Several(Vec<Source>),
    /// The demo calendar.
    Demo,
}
