use rusqlite::Connection;

use crate::files::Files;

/// Everything that can be asked of a library. A [`Store`](crate::Store) and, inside an action, an
/// [`Act`](crate::Act) are readers too: inside an action one reads what it has written so far.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
    files: Files,
}

impl Reader {
    pub(crate) fn new(connection: Connection, files: Files) -> Self {
        Self { connection, files }
    }

    pub(crate) fn connection(&self) -> &Connection {
        &self.connection
    }

    pub(crate) fn files(&self) -> &Files {
        &self.files
    }
}
