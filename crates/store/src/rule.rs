use rusqlite::params;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Act, Reader, Result, text};

impl Reader {
    /// The user's rules, in their order.
    pub fn rules<T: DeserializeOwned>(&self) -> Result<Vec<T>> {
        let found = self
            .connection()
            .prepare_cached("SELECT value FROM rule ORDER BY position")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<String>>>()?;
        found
            .iter()
            .map(|json| text::json(json, "a rule"))
            .collect()
    }
}

impl Act<'_> {
    /// Makes these the user's rules: adding, editing, moving and removing one are all this.
    pub fn replace_rules<T: Serialize>(&self, rules: &[T]) -> Result<()> {
        let mut put = self.connection().prepare_cached(
            "INSERT INTO rule (position, value) VALUES (?, ?)
             ON CONFLICT (position) DO UPDATE SET value = excluded.value",
        )?;
        let mut position: i64 = 0;
        for rule in rules {
            put.execute(params![position, text::of_json(rule, "a rule")?])?;
            position += 1;
        }
        self.connection()
            .prepare_cached("DELETE FROM rule WHERE position >= ?")?
            .execute([position])?;
        Ok(())
    }
}
