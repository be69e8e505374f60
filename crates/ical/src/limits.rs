//! Bounds, so that no file can hang the app or eat the memory. Every bound that is hit is a diagnostic.
//!
//! They are far above what people's calendars hold (the busiest ten years seen in the wild: 60 MB and 100,000
//! events) and low enough that a hostile file ends within about two seconds and 500 MB.

/// The largest file that is read, in bytes.
pub(crate) const FILE_BYTES: u64 = 128 << 20;

/// The largest sum of all files of one import, in bytes: four of the busiest decades, and not more.
pub(crate) const IMPORT_BYTES: u64 = 256 << 20;

/// The longest property value that is kept, in bytes of its unfolded line. Longer ones are cut.
pub(crate) const LINE_BYTES: usize = 1 << 20;

/// The most VEVENTs that one import keeps.
pub(crate) const EVENTS: usize = 150_000;

/// The most things that the events of one import may list together: people, dates, categories. Twenty for each of
/// the events of the busiest decade.
pub(crate) const ITEMS: usize = 2_000_000;

/// The most files a folder or an archive may bring.
pub(crate) const FILES: usize = 50_000;

/// How deep folders are followed.
pub(crate) const FOLDER_DEPTH: usize = 16;

/// How deep components may nest. RFC 5545 needs 3 (calendar, event, alarm).
pub(crate) const COMPONENT_DEPTH: usize = 32;

/// The largest sum of unpacked bytes of one archive.
pub(crate) const ARCHIVE_BYTES: u64 = 256 << 20;

/// How many times larger than packed an archive entry may be once it is beyond [`ARCHIVE_RATIO_FROM`].
/// Repetitive calendars reach about 30.
pub(crate) const ARCHIVE_RATIO: u64 = 200;

/// Entries up to this many unpacked bytes may have any ratio.
pub(crate) const ARCHIVE_RATIO_FROM: u64 = 1 << 20;

/// The most VCALENDARs that are told apart in one file. A folder of [`FILES`] single events can be one calendar.
pub(crate) const CALENDARS: usize = FILES;

/// The most different VTIMEZONEs of one file.
pub(crate) const TIME_ZONES: usize = 2_000;

/// The most onsets of one VTIMEZONE: 600 years of two changes, and the lists some exporters write.
pub(crate) const ZONE_ONSETS: usize = 4_000;

/// The last year a VTIMEZONE's rules are followed to; afterwards its last offset holds.
pub(crate) const ZONE_LAST_YEAR: i32 = 2200;

/// The most values of one list: RDATE or EXDATE of one event, a BY part of a rule.
pub(crate) const LIST: usize = 20_000;

/// The most categories, and the most RELATED-TOs, of one event.
pub(crate) const CATEGORIES: usize = 100;

/// The most attendees of one event.
pub(crate) const ATTENDEES: usize = 10_000;

/// The most occurrences one series may have in one window: every quarter of an hour for half a year.
pub(crate) const SERIES_OCCURRENCES: usize = 20_000;

/// The most occurrences of one expansion.
pub(crate) const OCCURRENCES: usize = 1_000_000;

/// The most candidates (days and times looked at) one series may cost in one window.
pub(crate) const SERIES_STEPS: u64 = 8_000_000;

/// The most candidates of one expansion.
pub(crate) const STEPS: u64 = 250_000_000;

/// The most diagnostics of merely repaired or kept things for one file; afterwards they are only counted.
/// What is left out is always told.
pub(crate) const DIAGNOSTICS: usize = 5_000;

/// The most RRULEs, and the most EXRULEs, of one event. RFC 5545 wants at most one.
pub(crate) const RULES: usize = 64;

/// The most pairs of masters and overrides that share one UID. A sound series has one master.
pub(crate) const PAIRS: usize = 4_000_000;
