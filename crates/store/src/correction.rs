use rusqlite::params;
use weekwise_model::{Correction, Scope};

use crate::{Act, Reader, Result, text};

impl Reader {
    /// The corrections, oldest first.
    pub fn corrections(&self) -> Result<Vec<Correction>> {
        let mut statement = self.connection().prepare_cached(
            "SELECT scope, key, category, kind, made_at FROM correction ORDER BY made_at, scope, key",
        )?;
        let mut rows = statement.query([])?;
        let mut corrections = Vec::new();
        while let Some(row) = rows.next()? {
            let kind: Option<String> = row.get(3)?;
            corrections.push(Correction {
                scope: text::word(row.get(0)?, "a correction")?,
                key: row.get(1)?,
                category: text::word(row.get(2)?, "a correction")?,
                kind: kind
                    .map(|word| text::word(word, "a correction"))
                    .transpose()?,
                made_at: text::instant(&row.get::<_, String>(4)?)?,
            });
        }
        Ok(corrections)
    }
}

impl Act<'_> {
    /// Notes a correction, over the one of the same scope and key where there is one.
    pub fn correct(&self, correction: &Correction) -> Result<()> {
        let kind = correction
            .kind
            .map(|kind| text::of_word(kind, "a correction"));
        self.connection()
            .prepare_cached(
                "INSERT INTO correction (scope, key, category, kind, made_at)
                 VALUES (?, ?, ?, ?, ?)
                 ON CONFLICT (scope, key) DO UPDATE SET
                     category = excluded.category, kind = excluded.kind, made_at = excluded.made_at",
            )?
            .execute(params![
                text::of_word(correction.scope, "a correction")?,
                correction.key,
                text::of_word(correction.category, "a correction")?,
                kind.transpose()?,
                text::of_instant(correction.made_at),
            ])?;
        Ok(())
    }

    /// Removes a correction.
    pub fn remove_correction(&self, scope: Scope, key: &str) -> Result<()> {
        self.connection()
            .prepare_cached("DELETE FROM correction WHERE scope = ? AND key = ?")?
            .execute(params![text::of_word(scope, "a correction")?, key])?;
        Ok(())
    }
}
