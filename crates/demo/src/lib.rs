//! The demo calendar: 26 weeks of a Staff engineer who does not exist, as an iCalendar file.
//!
//! The problem: somebody who opens Weekwise for the first time wants to see what it says before handing over a
//! real calendar. So Sam Okafor of team Ledger lends theirs. It has what real exports have: series with moved and
//! cancelled instances, invitations nobody answered, a meeting that outlived its purpose, focus blocks booked over,
//! leave, a conference, an incident; and a story. Eight healthy weeks, then from week 9 on “Platform sync” and the
//! meetings around a migration pile up until deep work is under its band and cross-team over it.
//!
//! The idea: the weeks hang on the Monday of *today's* week, which is week 23 of the 26. Everything else is a table:
//! who there is ([`people`]), what happens ([`story`]), how it becomes text ([`write`]). The same Monday gives the
//! same text to the byte.
//!
//! ```
//! let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 11).unwrap_or_default();
//! let text = weekwise_demo::calendar(today);
//! assert!(text.starts_with("BEGIN:VCALENDAR\r\n"));
//! assert!(text.contains("SUMMARY:Platform sync\r\n"));
//! ```

mod entry;
mod event;
mod people;
mod story;
mod write;
mod zone;

#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate};
use chrono_tz::Tz;

use write::Writer;

/// How many weeks the demo calendar has.
pub const WEEKS: i64 = 26;

/// Which of them, counted from 1, holds the day it is made for.
pub const TODAYS_WEEK: i64 = 23;

/// The address of the person whose calendar it is.
pub const OWNER: &str = people::SAM.address;

/// Where Sam lives: the zone in which the demo reads as it is meant.
pub const ZONE: Tz = Tz::Europe__Berlin;

/// The demo calendar for somebody who opens it on `today`: an iCalendar file (RFC 5545) as text.
///
/// All days of one week give the same text.
pub fn calendar(today: NaiveDate) -> String {
    let monday = monday_of(today);
    let mut out = Writer::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Weekwise//Demo calendar//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line("METHOD:PUBLISH");
    out.text("X-WR-CALNAME", "Demo: Sam Okafor");
    out.line(&format!("X-WR-TIMEZONE:{}", ZONE.name()));
    zone::definitions(&mut out);
    for entry in story::entries() {
        event::write(&mut out, entry, monday);
    }
    out.line("END:VCALENDAR");
    out.finish()
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    let back = u64::from(day.weekday().num_days_from_monday());
    day.checked_sub_days(Days::new(back)).unwrap_or(day)
}
