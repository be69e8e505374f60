use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use weekwise_model::CalendarSettings;

use crate::{Act, Import, Reader, Result, SnapshotKey, StoreError, text};

/// Names a calendar of the library, for ever. (`weekwise_model::CalendarId` numbers the calendars read together, from 0.)
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CalendarKey(pub i64);

/// A calendar of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCalendar {
    /// Its name in the library.
    pub key: CalendarKey,
    /// What the user has set.
    pub settings: CalendarSettings,
    /// The file of the import that holds.
    pub file: String,
    /// What the file calls the calendar.
    pub own_name: Option<String>,
    /// The snapshot that holds.
    pub snapshot: SnapshotKey,
    /// How many events the index has for it.
    pub events: u64,
}

impl Reader {
    /// The calendars, in the order they came.
    pub fn calendars(&self) -> Result<Vec<StoredCalendar>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT c.id, c.name, c.color, c.zone, c.category, c.included, c.file, c.own_name,
                    c.snapshot, s.events
             FROM calendar c JOIN snapshot s ON s.id = c.snapshot
             WHERE c.deleted_at IS NULL ORDER BY c.id",
        )?;
        let mut rows = statement.query([])?;
        let mut calendars = Vec::new();
        while let Some(row) = rows.next()? {
            let category: Option<String> = row.get(4)?;
            calendars.push(StoredCalendar {
                key: CalendarKey(row.get(0)?),
                settings: CalendarSettings {
                    name: row.get(1)?,
                    color: row.get(2)?,
                    zone: row.get(3)?,
                    category: category
                        .map(|word| text::word(word, "a category"))
                        .transpose()?,
                    included: row.get(5)?,
                },
                file: row.get(6)?,
                own_name: row.get(7)?,
                snapshot: SnapshotKey(row.get(8)?),
                events: row.get(9)?,
            });
        }
        Ok(calendars)
    }
}

impl Act<'_> {
    /// Sets what the user can set on a calendar.
    pub fn set_calendar(&self, key: CalendarKey, settings: &CalendarSettings) -> Result<()> {
        let changed = self
            .connection()
            .prepare_cached(
                "UPDATE calendar SET name = ?, color = ?, zone = ?, category = ?, included = ?
                 WHERE id = ? AND deleted_at IS NULL",
            )?
            .execute(params![
                settings.name,
                settings.color,
                settings.zone,
                category_word(settings)?,
                settings.included,
                key.0,
            ])?;
        found(changed)
    }

    /// Removes a calendar. Its snapshots stay, so that this can be undone.
    pub fn remove_calendar(&self, key: CalendarKey) -> Result<()> {
        let changed = self
            .connection()
            .prepare_cached(
                "UPDATE calendar SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
            )?
            .execute(params![text::of_instant(self.now()), key.0])?;
        found(changed)
    }
}

/// A key no calendar has ever had.
pub(crate) fn next_key(connection: &Connection) -> Result<CalendarKey> {
    let last: i64 = connection.query_row(
        "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'calendar'",
        [],
        |row| row.get(0),
    )?;
    Ok(CalendarKey(last + 1))
}

/// Adds a calendar under a new key.
pub(crate) fn add(
    connection: &Connection,
    key: CalendarKey,
    snapshot: SnapshotKey,
    import: &Import<'_>,
    settings: &CalendarSettings,
) -> Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO calendar (id, name, color, zone, category, included, file, own_name,
                                   snapshot)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            key.0,
            settings.name,
            settings.color,
            settings.zone,
            category_word(settings)?,
            settings.included,
            import.file,
            import.own_name,
            snapshot.0,
        ])?;
    Ok(())
}

fn category_word(settings: &CalendarSettings) -> Result<Option<String>> {
    settings
        .category
        .map(|category| text::of_word(category, "a category"))
        .transpose()
}

fn found(changed: usize) -> Result<()> {
    if changed == 0 {
        return Err(StoreError::NoSuch("calendar"));
    }
    Ok(())
}
