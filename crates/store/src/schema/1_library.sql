-- Says whose file this is: "WkWs". Other programs' databases are told by it and left alone.
PRAGMA application_id = 0x576B5773;

-- Facts, added to and never changed. Undo does not touch them.

-- The imported files, each content once, compressed.
CREATE TABLE content (
    hash BLOB PRIMARY KEY,
    length INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- `calendar` is no foreign key: undoing the first import of a calendar takes the calendar away and keeps this, so that
-- redoing it can bring the calendar back.
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    calendar INTEGER NOT NULL,
    imported_at TEXT NOT NULL,
    file TEXT NOT NULL,
    hash BLOB NOT NULL REFERENCES content (hash),
    events INTEGER NOT NULL,
    diagnostics TEXT NOT NULL,
    UNIQUE (calendar, hash)
) STRICT;
CREATE INDEX snapshot_hash ON snapshot (hash);

-- What the snapshots of a calendar say about its events. Snapshots that say the same share the row, so a calendar that is
-- imported every week grows by what changed.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    calendar INTEGER NOT NULL,
    digest INTEGER NOT NULL,
    uid TEXT NOT NULL,
    recurrence_id TEXT NOT NULL,
    start TEXT NOT NULL,
    title TEXT NOT NULL,
    people TEXT NOT NULL,
    description TEXT NOT NULL,
    fingerprint INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    UNIQUE (calendar, digest)
) STRICT;

-- Which events a snapshot holds. `event` is no foreign key: events go only together with all of their calendar's
-- snapshots, and the check would need an index as large as the table.
CREATE TABLE snapshot_event (
    snapshot INTEGER NOT NULL REFERENCES snapshot (id) ON DELETE CASCADE,
    event INTEGER NOT NULL,
    PRIMARY KEY (snapshot, event)
) STRICT, WITHOUT ROWID;

-- What the user decides. Every change to these is written down in `change`.

CREATE TABLE calendar (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    color TEXT,
    zone TEXT,
    category TEXT,
    included INTEGER NOT NULL,
    file TEXT NOT NULL,
    own_name TEXT,
    snapshot INTEGER NOT NULL REFERENCES snapshot (id),
    deleted_at TEXT
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE correction (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    category TEXT NOT NULL,
    kind TEXT,
    made_at TEXT NOT NULL,
    PRIMARY KEY (scope, key)
) STRICT;

CREATE TABLE rule (
    position INTEGER PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE profile (
    id TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- The way back.

CREATE TABLE action (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One row of one table before and after an action, as JSON; NULL where there was or is none.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES action (id) ON DELETE CASCADE,
    place TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX change_action ON change (action);
