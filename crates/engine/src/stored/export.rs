use std::io::{Read, Write};

use weekwise_store::LibraryDump;

use crate::stored::StoredLibrary;
use crate::{Clock, EngineError};

impl StoredLibrary {
    /// Writes the whole library as one JSON value, from which [`import_all`](Self::import_all) makes it again.
    pub fn export_all(&self, out: &mut impl Write) -> Result<(), EngineError> {
        let dump = self.store.export_all()?;
        serde_json::to_writer(&mut *out, &dump)
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(out))
            .map_err(EngineError::Write)
    }

    /// Makes the library what an export says. Undo brings back what was there.
    ///
    /// # Errors
    /// [`EngineError::NoExport`] where it is none.
    pub fn import_all(&mut self, from: impl Read, clock: &Clock) -> Result<(), EngineError> {
        let dump: LibraryDump = serde_json::from_reader(from)
            .map_err(|error| EngineError::NoExport(error.to_string()))?;
        self.store
            .act("Restore an exported library", clock.now(), |act| {
                act.import_all(&dump)
            })?;
        Ok(())
    }

    /// Writes the calendars as they were imported, one after the other: a stream of iCalendar objects (RFC 5545 section
    /// 3.4).
    pub fn export_calendars(&self, out: &mut impl Write) -> Result<(), EngineError> {
        for calendar in self.store.calendars()? {
            let bytes = self.store.bytes_of(calendar.snapshot)?;
            out.write_all(&bytes).map_err(EngineError::Write)?;
            if !bytes.ends_with(b"\n") {
                out.write_all(b"\r\n").map_err(EngineError::Write)?;
            }
        }
        Ok(())
    }
}
