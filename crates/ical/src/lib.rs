//! Bytes to events to occurrences.
//!
//! A calendar export is text that many programs wrote and few wrote right. This crate reads all of it, says about
//! every line it had to bend what it did, and answers one question exactly: *what is on the calendar between these
//! two instants?*
//!
//! ```text
//! inputs ── sources, archive ──▶ files ── text: encoding, outline, repair ──▶ lines
//!   ── icalendar's parser, read: event, timing, people ──▶ VEVENTs
//!   ── series: duplicates, overrides ──▶ series ── expand: recur, zone ──▶ occurrences
//! ```
//!
//! * A file is cut into components by their BEGIN and END lines before anything is parsed, so **a bad line costs at
//!   most its event**. Each component is unfolded on bytes, decoded, repaired and handed to the `icalendar` crate's
//!   parser on its own, several at a time.
//! * **No loss is silent**: a VEVENT is in [`Imported::events`] or a [`Diagnostic`](weekwise_model::Diagnostic) says
//!   that it was left out and why.
//! * Recurrence is wall-clock arithmetic within the asked-for window: a rule without COUNT is entered where the
//!   window begins. Only then do zones turn wall times into instants: in a gap by the offset before it, in a fold
//!   by the first.
//! * Bytes can be kept: [`Imported::take_kept`] hands out each calendar so that reading it again, alone, gives the
//!   same. [`Imported::index`] says what is in it to whoever wants to search or compare without reading.
//! * Every bound against hostile files is a constant of `limits`, and hitting one is a diagnostic.
//!
//! The words are RFC 5545's: a *series* is the VEVENTs that share a UID, its *master* the one without RECURRENCE-ID,
//! an *override* one with it. An *instance* is what the rules give, an *occurrence* what is on the time line after
//! overrides. A *wall* time is what a clock on the wall shows; an *instant* is the same everywhere.
//!
//! ```
//! use chrono::{TimeZone, Utc};
//! use weekwise_ical::{Input, import};
//!
//! let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Berlin:20240101T090000\n\
//!             DURATION:PT1H\nRRULE:FREQ=WEEKLY\nSUMMARY:Planning\nEND:VEVENT\nEND:VCALENDAR\n";
//! let imported = import(vec![Input::Bytes { name: "my.ics".into(), bytes: text.into() }]);
//! let from = Utc.with_ymd_and_hms(2024, 6, 1, 0, 0, 0).unwrap();
//! let to = Utc.with_ymd_and_hms(2024, 7, 1, 0, 0, 0).unwrap();
//! let expansion = imported.expand(from, to, chrono_tz::Tz::UTC);
//! assert_eq!(expansion.occurrences.len(), 4);
//! ```

mod archive;
mod bounded;
mod collected;
mod expand;
mod fingerprint;
mod import;
mod imported;
mod index;
mod input;
mod instance_name;
mod instances;
mod kept;
mod limits;
mod never;
mod progress;
mod read;
mod recur;
mod schedule;
mod series;
mod sources;
mod still_holds;
mod text;
mod time;
mod value;
mod vdir;
mod zone;

/// The largest file that is read, in bytes; more from standard input is refused too.
pub const LARGEST_FILE: u64 = limits::FILE_BYTES;

pub use import::{ImportOptions, import, import_with};
pub use imported::{Expansion, Imported};
pub use input::Input;
pub use kept::KeptCalendar;
pub use progress::{Cancelled, Progress};
pub use read::uid_as_written;
pub use still_holds::{AddedUp, added_up};
