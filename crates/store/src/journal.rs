//! What each action changed, so that it can be taken back.
//!
//! Triggers write down every row of the tables below before and after a change: no writing function can forget to, and none
//! needs to know how it is undone. They are made anew for each connection from the columns the tables have, so a new
//! column is covered by itself, and rows written down before it existed still go back.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use crate::{Reader, Result, StoreError, snapshot, text};

/// What the user decides. The other tables hold facts, which undo leaves alone.
pub(crate) const TABLES: [&str; 6] = [
    "calendar",
    "setting",
    "correction",
    "rule",
    "profile",
    "plan",
];

/// How many actions can be taken back.
const DEPTH: i64 = 1_000;

/// An action in the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionLine {
    /// What it was, in words: “Import work.ics”.
    pub label: String,
    /// When it was done.
    pub at: DateTime<Utc>,
}

/// A row as JSON says it.
type Row = serde_json::Map<String, serde_json::Value>;

/// One row's change: its table, the row before, the row after.
type Change = (String, Option<Row>, Option<Row>);

impl Reader {
    /// What [`Store::undo`](crate::Store::undo) would take back.
    pub fn next_undo(&self) -> Result<Option<ActionLine>> {
        Ok(last_done(self.connection())?.map(|(_, line)| line))
    }

    /// What [`Store::redo`](crate::Store::redo) would do again.
    pub fn next_redo(&self) -> Result<Option<ActionLine>> {
        Ok(first_undone(self.connection())?.map(|(_, line)| line))
    }

    /// The last actions that are not taken back, newest first, at most `limit`.
    pub fn history(&self, limit: usize) -> Result<Vec<ActionLine>> {
        let found = self
            .connection()
            .prepare_cached(
                "SELECT label, at FROM action WHERE undone = 0 ORDER BY id DESC LIMIT ?",
            )?
            .query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        found
            .into_iter()
            .map(|(label, at)| {
                let at = text::instant(&at)?;
                Ok(ActionLine { label, at })
            })
            .collect()
    }
}

/// Starts watching the tables on this connection.
pub(crate) fn watch(connection: &Connection) -> Result<()> {
    let mut sql = "CREATE TEMP TABLE acting (action INTEGER NOT NULL);".to_owned();
    for table in TABLES {
        let columns: Vec<String> = columns(connection, table)?
            .into_iter()
            .map(|column| column.name)
            .collect();
        let row = |which: &str| {
            let pairs: Vec<String> = columns
                .iter()
                .map(|column| format!("'{column}', {which}.{column}"))
                .collect();
            format!("json_object({})", pairs.join(", "))
        };
        let differs: Vec<String> = columns
            .iter()
            .map(|column| format!("OLD.{column} IS NOT NEW.{column}"))
            .collect();
        let (old, new) = (row("OLD"), row("NEW"));
        for (verb, when, before, after) in [
            ("INSERT", "TRUE".to_owned(), "NULL", new.as_str()),
            ("UPDATE", differs.join(" OR "), old.as_str(), new.as_str()),
            ("DELETE", "TRUE".to_owned(), old.as_str(), "NULL"),
        ] {
            sql.push_str(&format!(
                "CREATE TEMP TRIGGER watch_{table}_{verb} AFTER {verb} ON main.{table}
                 WHEN EXISTS (SELECT 1 FROM acting) AND ({when}) BEGIN
                     INSERT INTO change (action, place, before, after)
                     SELECT action, '{table}', {before}, {after} FROM acting;
                 END;"
            ));
        }
    }
    Ok(connection.execute_batch(&sql)?)
}

/// Starts an action; what is written from here on is its.
pub(crate) fn begin(connection: &Connection, label: &str, now: DateTime<Utc>) -> Result<i64> {
    connection
        .prepare_cached("INSERT INTO action (label, at) VALUES (?, ?)")?
        .execute(params![label, text::of_instant(now)])?;
    let action = connection.last_insert_rowid();
    connection
        .prepare_cached("INSERT INTO acting (action) VALUES (?)")?
        .execute([action])?;
    Ok(action)
}

/// Ends an action.
pub(crate) fn finish(connection: &Connection, action: i64) -> Result<()> {
    connection
        .prepare_cached("DELETE FROM acting")?
        .execute([])?;
    let changed: bool = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE action = ?)")?
        .query_row([action], |row| row.get(0))?;
    if !changed {
        connection.execute("DELETE FROM action WHERE id = ?", [action])?;
        return Ok(());
    }
    let forgotten = connection
        .prepare_cached("DELETE FROM action WHERE undone = 1")?
        .execute([])?;
    if forgotten > 0 {
        snapshot::forget_unreachable(connection)?;
    }
    connection
        .prepare_cached("DELETE FROM action WHERE id <= ?")?
        .execute([action - DEPTH])?;
    Ok(())
}

/// Puts every row the last action changed back to what it was.
pub(crate) fn undo(connection: &Connection) -> Result<Option<ActionLine>> {
    let Some((action, line)) = last_done(connection)? else {
        return Ok(None);
    };
    for (table, before, after) in changes(connection, action)?.into_iter().rev() {
        put(connection, &table, before.as_ref(), after.as_ref())?;
    }
    mark(connection, action, true)?;
    Ok(Some(line))
}

/// Puts every row the action changed to what it made of it.
pub(crate) fn redo(connection: &Connection) -> Result<Option<ActionLine>> {
    let Some((action, line)) = first_undone(connection)? else {
        return Ok(None);
    };
    for (table, before, after) in changes(connection, action)? {
        put(connection, &table, after.as_ref(), before.as_ref())?;
    }
    mark(connection, action, false)?;
    Ok(Some(line))
}

fn last_done(connection: &Connection) -> Result<Option<(i64, ActionLine)>> {
    line(
        connection,
        "SELECT id, label, at FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1",
    )
}

fn first_undone(connection: &Connection) -> Result<Option<(i64, ActionLine)>> {
    line(
        connection,
        "SELECT id, label, at FROM action WHERE undone = 1 ORDER BY id LIMIT 1",
    )
}

fn line(connection: &Connection, sql: &str) -> Result<Option<(i64, ActionLine)>> {
    let found: Option<(i64, String, String)> = connection
        .prepare_cached(sql)?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    found
        .map(|(id, label, at)| {
            let at = text::instant(&at)?;
            Ok((id, ActionLine { label, at }))
        })
        .transpose()
}

fn mark(connection: &Connection, action: i64, undone: bool) -> Result<()> {
    connection.execute(
        "UPDATE action SET undone = ? WHERE id = ?",
        params![undone, action],
    )?;
    Ok(())
}

/// The changes of an action in their order.
fn changes(connection: &Connection, action: i64) -> Result<Vec<Change>> {
    let mut statement = connection
        .prepare_cached("SELECT place, before, after FROM change WHERE action = ? ORDER BY id")?;
    let found = statement
        .query_map([action], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<rusqlite::Result<Vec<(String, Option<String>, Option<String>)>>>()?;
    let row = |json: Option<String>| {
        json.map(|json| text::json(&json, "the history"))
            .transpose()
    };
    found
        .into_iter()
        .map(|(table, before, after)| Ok((table, row(before)?, row(after)?)))
        .collect()
}

/// Makes a row what `wanted` says; removes it, known by `present`, where nothing is wanted.
fn put(
    connection: &Connection,
    table: &str,
    wanted: Option<&Row>,
    present: Option<&Row>,
) -> Result<()> {
    if !TABLES.contains(&table) {
        return Err(StoreError::Unreadable("the history"));
    }
    let columns = columns(connection, table)?;
    let keys: Vec<&str> = columns
        .iter()
        .filter(|column| column.key)
        .map(|column| column.name.as_str())
        .collect();
    let value = |row: &Row, column: &str| sql_value(row.get(column));
    match (wanted, present) {
        (Some(row), _) => {
            let names: Vec<&str> = columns
                .iter()
                .map(|column| column.name.as_str())
                .filter(|name| row.contains_key(*name))
                .collect();
            let set: Vec<String> = names
                .iter()
                .map(|name| format!("{name} = excluded.{name}"))
                .collect();
            let sql = format!(
                "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT ({}) DO UPDATE SET {}",
                names.join(", "),
                vec!["?"; names.len()].join(", "),
                keys.join(", "),
                set.join(", "),
            );
            let values = names.iter().map(|name| value(row, name));
            connection
                .prepare_cached(&sql)?
                .execute(params_from_iter(values.collect::<Result<Vec<Value>>>()?))?;
        }
        (None, Some(row)) => {
            let sql = format!("DELETE FROM {table} WHERE {} = ?", keys.join(" = ? AND "));
            let values = keys.iter().map(|name| value(row, name));
            connection
                .prepare_cached(&sql)?
                .execute(params_from_iter(values.collect::<Result<Vec<Value>>>()?))?;
        }
        (None, None) => {}
    }
    Ok(())
}

fn sql_value(value: Option<&serde_json::Value>) -> Result<Value> {
    match value {
        None | Some(serde_json::Value::Null) => Ok(Value::Null),
        Some(serde_json::Value::String(text)) => Ok(Value::Text(text.clone())),
        Some(number) => number
            .as_i64()
            .map(Value::Integer)
            .ok_or(StoreError::Unreadable("the history")),
    }
}

struct Column {
    name: String,
    key: bool,
}

fn columns(connection: &Connection, table: &str) -> Result<Vec<Column>> {
    let found = connection
        .prepare_cached("SELECT name, pk > 0 FROM pragma_table_info(?)")?
        .query_map([table], |row| {
            Ok(Column {
                name: row.get(0)?,
                key: row.get(1)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<Column>>>()?;
    Ok(found)
}
