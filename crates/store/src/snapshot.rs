use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};
use weekwise_model::Diagnostic;

use crate::content::{self, Hash};
use crate::{Act, CalendarKey, Reader, Result, StoreError, backup, event, text};

/// Names a snapshot, for ever.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SnapshotKey(pub i64);

/// A calendar as one import brought it. Never changed afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// Its name in the library.
    pub key: SnapshotKey,
    /// The calendar it is of.
    pub calendar: CalendarKey,
    /// When these bytes were first imported.
    pub imported_at: DateTime<Utc>,
    /// The file they came in.
    pub file: String,
    /// How many events the index has for it.
    pub events: u64,
}

impl Reader {
    /// The snapshots of a calendar, newest first.
    pub fn snapshots(&self, calendar: CalendarKey) -> Result<Vec<Snapshot>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT id, imported_at, file, events FROM snapshot WHERE calendar = ? ORDER BY id DESC",
        )?;
        let mut rows = statement.query([calendar.0])?;
        let mut snapshots = Vec::new();
        while let Some(row) = rows.next()? {
            snapshots.push(Snapshot {
                key: SnapshotKey(row.get(0)?),
                calendar,
                imported_at: text::instant(
                    row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?,
                )?,
                file: row.get(2)?,
                events: row.get(3)?,
            });
        }
        Ok(snapshots)
    }

    /// The imported file, byte for byte.
    pub fn bytes_of(&self, snapshot: SnapshotKey) -> Result<Vec<u8>> {
        let hash: Vec<u8> = field(self.connection(), snapshot, "hash")?;
        let files = self.files();
        content::read(self.connection(), &hash)
            .map_err(|error| error.about(&files.library(), || backup::list(files)))
    }

    /// What was wrong in the file when it was imported.
    pub fn diagnostics_of(&self, snapshot: SnapshotKey) -> Result<Vec<Diagnostic>> {
        let json: String = field(self.connection(), snapshot, "diagnostics")?;
        text::json(&json, "the diagnostics of an import")
    }
}

impl Act<'_> {
    /// Makes an earlier (or later) snapshot of a calendar the one that holds.
    pub fn use_snapshot(&self, calendar: CalendarKey, snapshot: SnapshotKey) -> Result<()> {
        let changed = self
            .connection()
            .prepare_cached(
                "UPDATE calendar SET snapshot = s.id, file = s.file FROM snapshot s
                 WHERE calendar.id = ?1 AND s.id = ?2 AND s.calendar = ?1",
            )?
            .execute([calendar.0, snapshot.0])?;
        if changed == 0 {
            return Err(StoreError::NoSuch("snapshot"));
        }
        Ok(())
    }
}

/// The snapshot of a calendar with these bytes.
pub(crate) fn with_bytes(
    connection: &Connection,
    calendar: CalendarKey,
    hash: &Hash,
) -> Result<Option<SnapshotKey>> {
    Ok(connection
        .prepare_cached("SELECT id FROM snapshot WHERE calendar = ? AND hash = ?")?
        .query_row(params![calendar.0, hash], |row| row.get(0))
        .optional()?
        .map(SnapshotKey))
}

/// Adds a snapshot whose content is kept already.
pub(crate) fn add(
    connection: &Connection,
    calendar: CalendarKey,
    imported_at: DateTime<Utc>,
    file: &str,
    hash: &Hash,
    diagnostics: &[Diagnostic],
) -> Result<SnapshotKey> {
    connection
        .prepare_cached(
            "INSERT INTO snapshot (calendar, imported_at, file, hash, events, diagnostics)
             VALUES (?, ?, ?, ?, 0, ?)",
        )?
        .execute(params![
            calendar.0,
            text::of_instant(imported_at),
            file,
            hash,
            text::of_json(diagnostics, "the diagnostics of an import")?,
        ])?;
    Ok(SnapshotKey(connection.last_insert_rowid()))
}

/// The calendar a snapshot is of.
pub(crate) fn calendar_of(connection: &Connection, snapshot: SnapshotKey) -> Result<CalendarKey> {
    field(connection, snapshot, "calendar").map(CalendarKey)
}

/// Removes the snapshots of calendars whose first import was taken back and can no longer be redone: nobody can ask for
/// them any more, and what was imported by mistake should not stay on the disk.
pub(crate) fn forget_unreachable(connection: &Connection) -> Result<()> {
    event::forget(connection, "calendar NOT IN (SELECT id FROM calendar)")?;
    Ok(connection.execute_batch(
        "DELETE FROM snapshot WHERE calendar NOT IN (SELECT id FROM calendar);
         DELETE FROM content WHERE hash NOT IN (SELECT hash FROM snapshot);",
    )?)
}

fn field<T: rusqlite::types::FromSql>(
    connection: &Connection,
    snapshot: SnapshotKey,
    column: &str,
) -> Result<T> {
    connection
        .prepare_cached(&format!("SELECT {column} FROM snapshot WHERE id = ?"))?
        .query_row([snapshot.0], |row| row.get(0))
        .optional()?
        .ok_or(StoreError::NoSuch("snapshot"))
}
