use rusqlite::{Row, params_from_iter};
use serde::Serialize;
use weekwise_model::InstanceId;

use crate::{CalendarKey, Reader, Result, event};

/// The index knows pieces of this many letters.
const SHORTEST_INDEXED: usize = 3;

/// An event that was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// The calendar it is in.
    pub calendar: CalendarKey,
    /// Its UID.
    pub uid: String,
    /// Which instance, where a version of one instance was found.
    pub recurrence_id: Option<InstanceId>,
    /// When it starts.
    pub start: InstanceId,
    /// Its title.
    pub title: String,
    /// Whether it is called off.
    pub cancelled: bool,
}

impl Reader {
    /// The events in whose title, people or description every word of `text` occurs, in any case, as a whole word or
    /// inside one. Best first: in the title before in the people before in the description, then latest first. Looks in
    /// what the calendars say now, not in earlier snapshots.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<Hit>> {
        let text: String = text
            .chars()
            .filter(|c| !c.is_control() || c.is_whitespace())
            .collect();
        let is_indexed = |word: &&str| word.chars().count() >= SHORTEST_INDEXED;
        let (indexed, short): (Vec<&str>, Vec<&str>) =
            text.split_whitespace().partition(is_indexed);
        if indexed.is_empty() && short.is_empty() {
            return Ok(Vec::new());
        }
        // Quoted, a word has no meaning to the search language.
        let quoted: Vec<String> = indexed
            .iter()
            .map(|word| format!("\"{}\"", word.replace('"', "\"\"")))
            .collect();
        let (from, order) = if indexed.is_empty() {
            ("event", "event.start DESC")
        } else {
            (
                "event_text JOIN event ON event.id = event_text.rowid AND event_text MATCH ?",
                "bm25(event_text, 10, 5, 1), event.start DESC",
            )
        };
        let sql = format!(
            "SELECT event.calendar, event.uid, event.recurrence_id, event.start, event.title,
                    event.cancelled, event.people, event.description
             FROM {from}
             JOIN calendar ON calendar.id = event.calendar AND calendar.deleted_at IS NULL
             JOIN snapshot_event held ON held.snapshot = calendar.snapshot AND held.event = event.id
             ORDER BY {order}, event.id"
        );
        let mut statement = self.connection().prepare_cached(&sql)?;
        let query = (!quoted.is_empty()).then(|| quoted.join(" AND "));
        let mut rows = statement.query(params_from_iter(query))?;
        // SQLite's LIKE knows the case of ASCII letters only.
        let short: Vec<String> = short.iter().map(|word| word.to_lowercase()).collect();
        let mut hits = Vec::new();
        while hits.len() < limit
            && let Some(row) = rows.next()?
        {
            if short.is_empty() || holds(row, &short)? {
                hits.push(Hit {
                    calendar: CalendarKey(row.get(0)?),
                    uid: row.get(1)?,
                    recurrence_id: event::recurrence(row, 2)?,
                    start: event::start(row, 3)?,
                    title: row.get(4)?,
                    cancelled: row.get(5)?,
                });
            }
        }
        Ok(hits)
    }
}

/// Whether every one of the lower-case words occurs in the row's texts.
fn holds(row: &Row<'_>, words: &[String]) -> Result<bool> {
    let mut texts = Vec::with_capacity(3);
    for column in ["title", "people", "description"] {
        let text = row
            .get_ref(column)?
            .as_str()
            .map_err(rusqlite::Error::from)?;
        texts.push(text.to_lowercase());
    }
    Ok(words
        .iter()
        .all(|word| texts.iter().any(|text| text.contains(word))))
}
