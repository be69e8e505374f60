use rusqlite::{OptionalExtension, params};
use weekwise_model::{CalendarSettings, Diagnostic};

use crate::{
    Act, CalendarKey, IndexedEvent, Result, SnapshotComparison, SnapshotKey, StoreError, calendar,
    content, event, snapshot,
};

/// One calendar of a file, to be imported.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// Which calendar of the library it is.
    pub target: Target,
    /// The file as the user gave it.
    pub file: &'a str,
    /// What the file calls the calendar (`NAME`, `X-WR-CALNAME`).
    pub own_name: Option<&'a str>,
    /// The zone the file gives it; the user may change it later.
    pub zone: Option<&'a str>,
    /// The colour the file gives it; the user may change it later.
    pub color: Option<&'a str>,
    /// The bytes as they came.
    pub bytes: &'a [u8],
    /// Its events, for search and comparison.
    pub events: &'a [IndexedEvent],
    /// What was wrong in it.
    pub diagnostics: &'a [Diagnostic],
}

/// Which calendar of the library an imported one is. Whoever imports decides; see `weekwise_model::same_calendar`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Target {
    /// A new one.
    #[default]
    New,
    /// This one.
    Calendar(CalendarKey),
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportOutcome {
    /// The calendar.
    pub calendar: CalendarKey,
    /// The snapshot it points to now.
    pub snapshot: SnapshotKey,
    /// The calendar is new.
    pub created: bool,
    /// The calendar held these very bytes already; nothing was written.
    pub identical: bool,
    /// Events that were not there before.
    pub added: usize,
    /// Events that start at another time.
    pub moved: usize,
    /// Events that are otherwise different.
    pub changed: usize,
    /// Events that are called off.
    pub cancelled: usize,
    /// Events that are not there any more.
    pub removed: usize,
}

impl<'a> Import<'a> {
    /// An import of which only the file is known. The other fields are public.
    pub fn of_file(file: &'a str, bytes: &'a [u8]) -> Self {
        Self {
            target: Target::default(),
            file,
            own_name: None,
            zone: None,
            color: None,
            bytes,
            events: &[],
            diagnostics: &[],
        }
    }
}

impl Act<'_> {
    /// Imports a calendar: keeps its bytes as a snapshot and makes that the one that holds.
    pub fn import(&self, import: &Import<'_>) -> Result<ImportOutcome> {
        let known = match import.target {
            Target::New => None,
            Target::Calendar(key) => Some(key),
        };
        let previous = known.map(|key| self.current(key)).transpose()?;
        let hash = content::hash(import.bytes);
        let connection = self.connection();
        let calendar = match known {
            Some(key) => key,
            None => calendar::next_key(connection)?,
        };
        let snapshot = if let Some(snapshot) = snapshot::with_bytes(connection, calendar, &hash)? {
            snapshot
        } else {
            content::keep(connection, &hash, import.bytes)?;
            let (file, diagnostics) = (import.file, import.diagnostics);
            let added = snapshot::add(connection, calendar, self.now(), file, &hash, diagnostics)?;
            event::index(connection, calendar, added, import.events)?;
            added
        };
        let mut outcome = ImportOutcome {
            calendar,
            snapshot,
            created: known.is_none(),
            identical: previous == Some(snapshot),
            added: 0,
            moved: 0,
            changed: 0,
            cancelled: 0,
            removed: 0,
        };
        match previous {
            None => {
                calendar::add(connection, calendar, snapshot, import, &settings_of(import))?;
                outcome.cancelled = import.events.iter().filter(|e| e.cancelled).count();
                outcome.added = import.events.len() - outcome.cancelled;
            }
            Some(previous) if previous != snapshot => {
                self.connection()
                    .prepare_cached("UPDATE calendar SET snapshot = ?, file = ? WHERE id = ?")?
                    .execute(params![snapshot.0, import.file, calendar.0])?;
                outcome.count(&self.compare(previous, snapshot)?);
            }
            Some(_) => {}
        }
        Ok(outcome)
    }

    /// The snapshot a calendar points to.
    fn current(&self, key: CalendarKey) -> Result<SnapshotKey> {
        self.connection()
            .prepare_cached("SELECT snapshot FROM calendar WHERE id = ? AND deleted_at IS NULL")?
            .query_row([key.0], |row| row.get(0))
            .optional()?
            .map(SnapshotKey)
            .ok_or(StoreError::NoSuch("calendar"))
    }
}

impl ImportOutcome {
    fn count(&mut self, comparison: &SnapshotComparison) {
        self.added = comparison.added.len();
        self.moved = comparison.moved.len();
        self.changed = comparison.changed.len();
        self.cancelled = comparison.cancelled.len();
        self.removed = comparison.removed.len();
    }
}

fn settings_of(import: &Import<'_>) -> CalendarSettings {
    CalendarSettings {
        name: import
            .own_name
            .filter(|name| !name.trim().is_empty())
            .unwrap_or_else(|| stem(import.file))
            .to_owned(),
        color: import.color.map(str::to_owned),
        zone: import.zone.map(str::to_owned),
        category: None,
        included: true,
    }
}

/// A file's name without its path and ending: `takeout.zip!Calendar/work.ics` → `work`.
fn stem(file: &str) -> &str {
    let name = file.rsplit(['/', '\\', '!']).next().unwrap_or(file);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn a_calendar_without_a_name_is_called_after_its_file() {
        assert_eq!(stem("takeout.zip!Calendar/work (1).ics"), "work (1)");
        assert_eq!(stem("C:\\Users\\sam\\.ics"), ".ics");
    }
}
