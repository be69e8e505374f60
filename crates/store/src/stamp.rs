//! Whether a library is still what somebody read.

use std::path::Path;
use std::time::SystemTime;

use crate::files::Files;

/// How the library's files look from outside: how long they are and when they were last written. Two that are the same say
/// that nothing was done in between; whoever holds answers of a library that is not open asks this before giving them again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stamp([Option<(u64, SystemTime)>; 2]);

impl Stamp {
    /// How the library in `folder` looks now. Only looks; taken *before* the library is read, a change that comes meanwhile
    /// is noticed the next time.
    pub fn of(folder: &Path) -> Self {
        let files = Files::in_folder(folder);
        // What was confirmed last may be in the log alone.
        Self([files.library(), files.log()].map(|path| {
            // A log that is empty says no more than one that is not there.
            let found = path.metadata().ok().filter(|found| found.len() > 0)?;
            Some((found.len(), found.modified().ok()?))
        }))
    }
}
