use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::files::Files;
use crate::open::unchanging;
use crate::schema::{APPLICATION, VERSION};
use crate::{Reader, Result, StoreError, backup, content};

/// What every SQLite file starts with.
const MARK: &[u8; 16] = b"SQLite format 3\0";

/// More findings than this say nothing new.
const FINDINGS: usize = 20;

/// Whether there is something in the library's place in `folder`: a library, or what was one. Opening an empty place makes
/// a new library; whoever only wants to look asks here first.
pub fn is_library_in(folder: &Path) -> bool {
    let files = Files::in_folder(folder);
    // What was one is told by opening it.
    files.ready().exists() || is_there(&files).unwrap_or(true)
}

/// Looks at the library's file without SQLite, which would take an empty file for a new database and throw away a log it
/// does not know. `true` where there is something to open.
pub(crate) fn is_there(files: &Files) -> Result<bool> {
    let length = |path: &Path| path.metadata().map_or(0, |found| found.len());
    let library = files.library();
    if length(&library) == 0 {
        // A new library is never left empty with a log or a backup beside it.
        if length(&files.log()) > 0 {
            return Err(StoreError::damaged("the library is empty but has a log"));
        }
        if library.exists() && !backup::list(files).is_empty() {
            return Err(StoreError::damaged("the library is empty"));
        }
        return Ok(false);
    }
    has_mark(&library)?;
    Ok(true)
}

/// Makes sure that a file starts as every SQLite file does.
pub(crate) fn has_mark(file: &Path) -> Result<()> {
    let mut start = [0; MARK.len()];
    let read = File::open(file)?.read_exact(&mut start);
    if read.is_err() || &start != MARK {
        return Err(StoreError::NotALibrary {
            file: file.to_owned(),
        });
    }
    Ok(())
}

/// Makes sure that a file nobody writes is a library this program can open. Only looks.
pub(crate) fn library(file: &Path) -> Result<()> {
    has_mark(file)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(unchanging(file), flags)?;
    if version(&connection, file)? == 0 {
        return Err(StoreError::NotALibrary {
            file: file.to_owned(),
        });
    }
    structure(&connection)
}

/// The version of an opened database, 0 for one without anything in it.
pub(crate) fn version(connection: &Connection, file: &Path) -> Result<i64> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    let version = number("PRAGMA user_version")?;
    if number("PRAGMA application_id")? != APPLICATION {
        // Killed while it was being made: a database, but nothing in it yet.
        if version == 0 && number("SELECT count(*) FROM sqlite_schema")? == 0 {
            return Ok(0);
        }
        return Err(StoreError::NotALibrary {
            file: file.to_owned(),
        });
    }
    if version > VERSION {
        return Err(StoreError::NewerVersion {
            found: version,
            known: VERSION,
        });
    }
    Ok(version)
}

/// Checks the structure of all tables but two: the imported files, which are large and checked by their hash whenever
/// one is read, and the search index, which can be built anew.
pub(crate) fn structure(connection: &Connection) -> Result<()> {
    let mut tables = connection.prepare(
        "SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name <> 'content' AND name NOT LIKE 'event\\_text%' ESCAPE '\\'",
    )?;
    let names = tables
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    let mut details = Vec::new();
    for name in names {
        details.extend(findings(
            connection,
            &format!("PRAGMA quick_check('{name}')"),
        )?);
    }
    if details.is_empty() {
        Ok(())
    } else {
        details.truncate(FINDINGS);
        Err(StoreError::Damaged {
            details,
            backups: Vec::new(),
        })
    }
}

fn findings(connection: &Connection, pragma: &str) -> Result<Vec<String>> {
    let lines = connection
        .prepare(pragma)?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

impl Reader {
    /// Checks everything, every imported file's bytes too; takes seconds in a large library. What is returned was found
    /// wrong.
    pub fn check(&self) -> Result<Vec<String>> {
        let mut details = findings(self.connection(), "PRAGMA integrity_check")?;
        details.extend(findings(self.connection(), "PRAGMA foreign_key_check")?);
        // Against the events' texts; the pragma only looks at the search index itself.
        let searchable = self.connection().execute(
            "INSERT INTO event_text (event_text, rank) VALUES ('integrity-check', 1)",
            [],
        );
        // Its form is a change, although it changes nothing: what can only be read cannot be asked.
        let is_writable = !self.connection().is_readonly("main")?;
        if let (Err(error), true) = (searchable, is_writable) {
            details.push(error.to_string());
        }
        let hashes = self
            .connection()
            .prepare("SELECT hash FROM content")?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<Vec<Vec<u8>>>>()?;
        for hash in hashes {
            if content::read(self.connection(), &hash).is_err() {
                details.push("an imported file cannot be read back".to_owned());
            }
        }
        Ok(details)
    }
}
