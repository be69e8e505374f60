use std::collections::HashMap;

use rusqlite::{Connection, Row, params};
use sha2::{Digest, Sha256};
use weekwise_model::{IndexedEvent, InstanceId};

use crate::{Act, CalendarKey, Reader, Result, SnapshotKey, snapshot, text};

/// A number that stands for some texts: the same today and in ten years, and different where one of them differs.
pub fn fingerprint<'t>(parts: impl IntoIterator<Item = &'t str>) -> u64 {
    let mut hasher = Sha256::new();
    for part in parts {
        // With its length, so that “ab”, “c” is not “a”, “bc”.
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let hash: [u8; 32] = hasher.finalize().into();
    hash.iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Stands for the whole row.
fn digest(event: &IndexedEvent) -> i64 {
    let number = fingerprint([
        event.uid.as_str(),
        &recurrence_text(event.recurrence_id),
        &text::of_instance(event.start),
        &event.title,
        &event.people,
        &event.description,
        &event.fingerprint.to_string(),
        if event.cancelled { "cancelled" } else { "" },
    ]);
    number.cast_signed()
}

impl Reader {
    /// The index of a snapshot, by UID and recurrence id.
    pub fn events_of(&self, snapshot: SnapshotKey) -> Result<Vec<IndexedEvent>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT uid, recurrence_id, start, title, people, description, fingerprint, cancelled
             FROM snapshot_event JOIN event ON event.id = event
             WHERE snapshot = ? ORDER BY uid, recurrence_id, event.id",
        )?;
        let mut rows = statement.query([snapshot.0])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(IndexedEvent {
                uid: row.get(0)?,
                recurrence_id: recurrence(row, 1)?,
                start: start(row, 2)?,
                title: row.get(3)?,
                people: row.get(4)?,
                description: row.get(5)?,
                fingerprint: row.get::<_, i64>(6)?.cast_unsigned(),
                cancelled: row.get(7)?,
            });
        }
        Ok(events)
    }
}

impl Act<'_> {
    /// Replaces the index of a snapshot: for a caller that has learnt to read its bytes better. Nothing to undo: the
    /// index follows from the bytes.
    pub fn reindex(&self, snapshot: SnapshotKey, events: &[IndexedEvent]) -> Result<()> {
        let calendar = snapshot::calendar_of(self.connection(), snapshot)?;
        self.connection()
            .prepare_cached("DELETE FROM snapshot_event WHERE snapshot = ?")?
            .execute([snapshot.0])?;
        index(self.connection(), calendar, snapshot, events)?;
        forget(
            self.connection(),
            &format!(
                "calendar = {} AND id NOT IN (SELECT event FROM snapshot_event)",
                calendar.0
            ),
        )
    }
}

/// Writes the index of a snapshot. Events that an earlier one of the calendar had just so are not written again.
pub(crate) fn index(
    connection: &Connection,
    calendar: CalendarKey,
    snapshot: SnapshotKey,
    events: &[IndexedEvent],
) -> Result<()> {
    let mut known: HashMap<i64, i64> = connection
        .prepare_cached("SELECT digest, id FROM event WHERE calendar = ?")?
        .query_map([calendar.0], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let first_new: i64 =
        connection.query_row("SELECT coalesce(max(id), 0) + 1 FROM event", [], |row| {
            row.get(0)
        })?;
    let mut add = connection.prepare_cached(
        "INSERT INTO event (calendar, digest, uid, recurrence_id, start, title, people, description,
                            fingerprint, cancelled)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    let mut ids = Vec::with_capacity(events.len());
    for event in events {
        let digest = digest(event);
        if let Some(id) = known.get(&digest) {
            ids.push(*id);
            continue;
        }
        add.execute(params![
            calendar.0,
            digest,
            event.uid,
            recurrence_text(event.recurrence_id),
            text::of_instance(event.start),
            event.title,
            event.people,
            event.description,
            event.fingerprint.cast_signed(),
            event.cancelled,
        ])?;
        let id = connection.last_insert_rowid();
        known.insert(digest, id);
        ids.push(id);
    }
    drop(add);
    // Those from `first_new` on: SQLite numbers upwards.
    connection
        .prepare_cached(
            "INSERT INTO event_text (rowid, title, people, description)
             SELECT id, title, people, description FROM event WHERE id >= ?",
        )?
        .execute([first_new])?;
    // In the table's order, which is appending.
    ids.sort_unstable();
    ids.dedup();
    let mut hold =
        connection.prepare_cached("INSERT INTO snapshot_event (snapshot, event) VALUES (?, ?)")?;
    for id in &ids {
        hold.execute([snapshot.0, *id])?;
    }
    connection
        .prepare_cached("UPDATE snapshot SET events = ? WHERE id = ?")?
        .execute(params![ids.len(), snapshot.0])?;
    Ok(())
}

/// Removes events, `condition` says which, and what search knows of them.
pub(crate) fn forget(connection: &Connection, condition: &str) -> Result<()> {
    Ok(connection.execute_batch(&format!(
        "INSERT INTO event_text (event_text, rowid, title, people, description)
         SELECT 'delete', id, title, people, description FROM event WHERE {condition};
         DELETE FROM event WHERE {condition};"
    ))?)
}

/// The recurrence id as stored; empty for none, so that the key has no NULL in it.
fn recurrence_text(id: Option<InstanceId>) -> String {
    id.map(text::of_instance).unwrap_or_default()
}

pub(crate) fn recurrence(row: &Row<'_>, column: usize) -> Result<Option<InstanceId>> {
    match row
        .get_ref(column)?
        .as_str()
        .map_err(rusqlite::Error::from)?
    {
        "" => Ok(None),
        id => text::instance(id).map(Some),
    }
}

pub(crate) fn start(row: &Row<'_>, column: usize) -> Result<InstanceId> {
    text::instance(
        row.get_ref(column)?
            .as_str()
            .map_err(rusqlite::Error::from)?,
    )
}
