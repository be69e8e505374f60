//! A time zone as iCalendar writes it.

use chrono::{DateTime, Datelike, NaiveDate, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, Tz};

/// The VTIMEZONE of a zone, right from the year before `first` to the year after `last` (RFC 5545 section 3.6.5). Each
/// change of clocks is written for itself: no rule is claimed for years nobody planned.
pub(crate) fn vtimezone(zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) -> String {
    let new_year = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        Utc.from_utc_datetime(&day.into())
    };
    let (from, to) = (new_year(first.year() - 1), new_year(last.year() + 2));
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    text.push_str(&observance(zone, from, offset(zone, from)));
    let mut at = from;
    while at < to {
        let next = at + TimeDelta::days(1);
        if offset(zone, at) != offset(zone, next) {
            text.push_str(&observance(zone, change(zone, at, next), offset(zone, at)));
        }
        at = next;
    }
    text + "END:VTIMEZONE\r\n"
}

/// Seconds east of Greenwich.
fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc())
        .fix()
        .local_minus_utc()
}

/// The first instant with the later offset.
fn change(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
    let old = offset(zone, before);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if offset(zone, middle) == old {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

/// The part of a VTIMEZONE that begins at this instant.
fn observance(zone: Tz, at: DateTime<Utc>, before: i32) -> String {
    let local = zone.offset_from_utc_datetime(&at.naive_utc());
    let name = if local.dst_offset().is_zero() {
        "STANDARD"
    } else {
        "DAYLIGHT"
    };
    let start = at.naive_utc() + TimeDelta::seconds(i64::from(before));
    format!(
        "BEGIN:{name}\r\nDTSTART:{}\r\nTZOFFSETFROM:{}\r\nTZOFFSETTO:{}\r\nEND:{name}\r\n",
        start.format("%Y%m%dT%H%M%S"),
        written(before),
        written(offset(zone, at)),
    )
}

fn written(offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let minutes = offset.abs() / 60;
    format!("{sign}{:02}{:02}", minutes / 60, minutes % 60)
}
