//! What Weekwise remembers: one SQLite file, with a way back from every change.
//!
//! People import the same calendars again and again for years, correct what the program thinks of them, and change
//! their minds. Three ideas keep that safe:
//!
//! * **The imported bytes are the truth.** Each import is kept as it came, as a [*snapshot*](Snapshot); a
//!   [calendar](StoredCalendar) only points to the snapshot that holds now. Occurrences and categories are not stored at
//!   all: other rooms work them out of the bytes. So importing again updates and cannot duplicate, and undoing an import
//!   moves a pointer back. Beside the bytes lies an [index of the events](IndexedEvent), for search and for saying what
//!   changed between two snapshots.
//! * **A user's action is one transaction.** Everything is written inside [`Store::act`]. It is in the file completely
//!   before `act` returns, or not at all; and what it changed is written down with it, so that [`Store::undo`] and
//!   [`Store::redo`] work after a restart too.
//! * **A file that cannot be read is never written.** A library of a newer version, a damaged one, a file that is no
//!   library: each is its own [`StoreError`], and the ways out ([`restore`], [`start_anew`]) put the old file aside, whole.
//!
//! The clock is an argument. A [`Store`] belongs to one thread at a time; several programs may have the same library
//! open, their actions wait for one another.
//!
//! ```
//! use weekwise_store::{Import, Store};
//!
//! let folder = tempfile::tempdir().unwrap();
//! let now = "2026-11-16T09:00:00Z".parse().unwrap();
//! let (mut store, report) = Store::open(folder.path(), now).unwrap();
//! assert!(report.created);
//!
//! let bytes = b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
//! let outcome = store
//!     .act("Import work.ics", now, |act| act.import(&Import::of_file("work.ics", bytes)))
//!     .unwrap();
//! assert_eq!(store.bytes_of(outcome.snapshot).unwrap(), bytes);
//!
//! store.undo().unwrap();
//! assert!(store.calendars().unwrap().is_empty());
//! assert_eq!(store.next_redo().unwrap().unwrap().label, "Import work.ics");
//! ```

mod act;
mod backup;
mod calendar;
mod check;
mod compare;
mod content;
mod correction;
mod dump;
mod error;
mod event;
mod files;
mod import;
mod journal;
mod keyed;
mod lock;
mod open;
mod plan;
mod private;
mod profile;
mod reader;
mod rescue;
mod rule;
mod schema;
mod search;
mod setting;
mod shown;
mod snapshot;
mod text;
mod whole_file;

pub use act::{Act, Store, Unwritable};
pub use backup::backups_in;
pub use calendar::{CalendarKey, StoredCalendar};
pub use check::is_library_in;
pub use compare::{EventChange, SnapshotComparison};
pub use dump::{Content, DumpedCalendar, DumpedSnapshot, LibraryDump};
pub use error::{Result, StoreError};
pub use event::fingerprint;
pub use import::{Import, ImportOutcome, Target};
pub use journal::ActionLine;
pub use open::OpenReport;
pub use reader::Reader;
pub use rescue::{delete_all_data, restore, start_anew};
pub use search::Hit;
pub use snapshot::{Snapshot, SnapshotKey};
pub use weekwise_model::IndexedEvent;
pub use weekwise_model::{Correction, Scope};
pub use whole_file::{Outgoing, write_whole};
