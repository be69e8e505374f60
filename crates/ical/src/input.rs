use std::path::PathBuf;

use chrono_tz::Tz;

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
    /// A calendar that was kept ([`KeptCalendar::bytes`](crate::KeptCalendar::bytes)), read again as its user wants it.
    Kept {
        /// What diagnostics call it.
        name: String,
        /// An iCalendar stream.
        bytes: Vec<u8>,
        /// The zone its floating times are meant in, where that is another than the file says.
        zone: Option<Tz>,
    },
}
