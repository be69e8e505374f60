//! Tables of a key and a JSON value.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Result, text};

/// Such a table.
#[derive(Clone, Copy)]
pub(crate) struct Keyed {
    pub(crate) table: &'static str,
    pub(crate) key: &'static str,
    /// What one value is, for errors.
    pub(crate) what: &'static str,
}

impl Keyed {
    pub(crate) fn get<T: DeserializeOwned>(
        self,
        connection: &Connection,
        key: &str,
    ) -> Result<Option<T>> {
        let Self {
            table, key: column, ..
        } = self;
        let json: Option<String> = connection
            .prepare_cached(&format!("SELECT value FROM {table} WHERE {column} = ?"))?
            .query_row([key], |row| row.get(0))
            .optional()?;
        json.map(|json| text::json(&json, self.what)).transpose()
    }

    pub(crate) fn all<T: DeserializeOwned>(
        self,
        connection: &Connection,
    ) -> Result<BTreeMap<String, T>> {
        let Self {
            table, key: column, ..
        } = self;
        let found = connection
            .prepare_cached(&format!("SELECT {column}, value FROM {table}"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<Vec<(String, String)>>>()?;
        found
            .into_iter()
            .map(|(key, json)| Ok((key, text::json(&json, self.what)?)))
            .collect()
    }

    pub(crate) fn set<T: Serialize + ?Sized>(
        self,
        connection: &Connection,
        key: &str,
        value: &T,
    ) -> Result<()> {
        let Self {
            table, key: column, ..
        } = self;
        connection
            .prepare_cached(&format!(
                "INSERT INTO {table} ({column}, value) VALUES (?, ?)
                 ON CONFLICT ({column}) DO UPDATE SET value = excluded.value"
            ))?
            .execute([key, &text::of_json(value, self.what)?])?;
        Ok(())
    }

    pub(crate) fn remove(self, connection: &Connection, key: &str) -> Result<()> {
        let Self {
            table, key: column, ..
        } = self;
        connection
            .prepare_cached(&format!("DELETE FROM {table} WHERE {column} = ?"))?
            .execute([key])?;
        Ok(())
    }

    /// Makes the table hold these and nothing else.
    pub(crate) fn replace(
        self,
        connection: &Connection,
        values: &BTreeMap<String, serde_json::Value>,
    ) -> Result<()> {
        for key in self.all::<serde_json::Value>(connection)?.keys() {
            if !values.contains_key(key) {
                self.remove(connection, key)?;
            }
        }
        for (key, value) in values {
            self.set(connection, key, value)?;
        }
        Ok(())
    }
}
