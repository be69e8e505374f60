use serde::{Deserialize, Serialize};

use crate::{Category, Person, Stretch, Texts, WorkingHours};

/// Names one calendar among those read together: its place in the order of reading, from 0.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Texts,
)]
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
    /// What else its file says about itself.
    pub stated: Stated,
}

/// What some files say about the calendar they hold and about whose it is (MS-OXCICAL sections 2.1.3.1.1.6 to 19).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// The days that were exported: `X-CLIPSTART` to `X-CLIPEND`, else `X-CALSTART` to `X-CALEND`, in the calendar's zone.
    pub covers: Option<Stretch>,
    /// The owner's working hours: `X-MS-OLK-WKHRSTART`, `-WKHREND` and `-WKHRDAYS`, on the wall clock of
    /// [`hours_zone`](Self::hours_zone).
    pub hours: Option<WorkingHours>,
    /// IANA name of the zone those hours are in, where it is known.
    pub hours_zone: Option<String>,
    /// Whose calendar it is: `X-OWNER`.
    pub owner: Option<Person>,
}

/// A calendar to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Texts)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CalendarName {
    /// Its number among the calendars read together.
    pub id: CalendarId,
    /// What people call it.
    #[text(calendar)]
    pub name: String,
}
