use serde::{Deserialize, Serialize};

use crate::Category;

/// Names one calendar among those read together: its place in the order of reading, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarId(pub u32);

/// One source of events: a VCALENDAR stream in a file, a file inside a zip, or a subscribed address.
///
/// Several VCALENDAR objects in one file are one calendar unless they carry different names
/// (`X-WR-CALNAME`, RFC 7986 `NAME`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// Its number among the calendars read together.
    pub id: CalendarId,
    /// What people call it: RFC 7986 `NAME`, else `X-WR-CALNAME`, else the file's name without its ending.
    pub name: String,
    /// The file as the user gave it, or the path inside a zip after a `!`: `takeout.zip!work.ics`.
    pub file: String,
    /// IANA name of the zone its floating times are meant in (`X-WR-TIMEZONE`), where the file says so.
    pub zone: Option<String>,
    /// RFC 7986 `COLOR` or `X-APPLE-CALENDAR-COLOR`, as written.
    pub color: Option<String>,
    /// Which program wrote it (`PRODID`), as written.
    pub product: Option<String>,
    /// What its user says the events are that nothing else tells anything about.
    pub category: Option<Category>,
}

/// A calendar to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarName {
    /// Its number among the calendars read together.
    pub id: CalendarId,
    /// What people call it.
    pub name: String,
}
