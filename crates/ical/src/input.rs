use std::path::PathBuf;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A file (`.ics`, `.ical`, `.ifb`, `.zip`) or a folder of such files.
    Path(PathBuf),
    /// Bytes that did not come from a file: standard input, a download, the demo.
    Bytes {
        /// What diagnostics call it.
        name: String,
        /// An iCalendar stream or a zip archive.
        bytes: Vec<u8>,
    },
}
