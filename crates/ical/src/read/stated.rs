//! What Outlook says about a calendar in its header: the days it exported, the owner and the owner's working hours
//! (MS-OXCICAL sections 2.1.3.1.1.6 to 2.1.3.1.1.19).

use chrono::NaiveTime;
use chrono_tz::Tz;
use icalendar::parser::Property;
use weekwise_model::{Stated, Stretch, TimeRange, WorkingHours};

use super::people;
use super::props::{Props, param};
use crate::time::{self, Instant};
use crate::value;
use crate::zone::Zone;

/// The properties of a header that are read here.
pub(super) fn is_stated_property(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 8] = [
        b"X-CLIPSTART",
        b"X-CLIPEND",
        b"X-CALSTART",
        b"X-CALEND",
        b"X-MS-OLK-WKHRSTART",
        b"X-MS-OLK-WKHREND",
        b"X-MS-OLK-WKHRDAYS",
        b"X-OWNER",
    ];
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// What a header states; `named` knows the zones of its file, `home` is where its days are.
pub(super) fn stated(
    props: &Props<'_>,
    named: impl Fn(&str) -> Option<Zone>,
    home: Option<&Zone>,
) -> Stated {
    let hours_zone = props
        .first("X-MS-OLK-WKHRSTART")
        .and_then(|(property, _)| param(property, "TZID"))
        .and_then(&named);
    let home = home.or(hours_zone.as_ref());
    Stated {
        covers: covers(props, ("X-CLIPSTART", "X-CLIPEND"), home)
            .or_else(|| covers(props, ("X-CALSTART", "X-CALEND"), home)),
        hours: hours(props),
        hours_zone: match hours_zone {
            Some(Zone::Iana(zone)) => Some(zone.name().to_owned()),
            _ => None,
        },
        owner: props
            .first("X-OWNER")
            .and_then(|(property, _)| people::person(property)),
    }
}

/// The days from one property to another. They are instants, most often midnights at home in UTC.
fn covers(props: &Props<'_>, (from, to): (&str, &str), home: Option<&Zone>) -> Option<Stretch> {
    let at = |name: &str| -> Option<Instant> {
        let written = value::date_time(props.text(name)?)?;
        let wall = time::midnight(written.day) + written.second.unwrap_or(0);
        let utc = wall - i64::from(written.offset.unwrap_or(0));
        Some(match (written.offset, home) {
            (Some(_), Some(home)) => home.wall(utc, Tz::UTC),
            (Some(_), None) => utc,
            (None, _) => wall,
        })
    };
    let (from, to) = (at(from)?, at(to)?);
    // The end is not included.
    (from < to).then(|| Stretch {
        from: time::naive_date(time::day_of(from)),
        to: time::naive_date(time::day_of(to - 1)),
    })
}

fn hours(props: &Props<'_>) -> Option<WorkingHours> {
    const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let at = |name| {
        props
            .first(name)
            .and_then(|(property, _)| time_of_day(property))
    };
    let (start, end) = (at("X-MS-OLK-WKHRSTART")?, at("X-MS-OLK-WKHREND")?);
    if start >= end {
        return None;
    }
    let range = vec![TimeRange { start, end }];
    let Some(named) = props.text("X-MS-OLK-WKHRDAYS") else {
        return Some(WorkingHours::weekdays(&range));
    };
    let named: Vec<&str> = named.split(',').map(str::trim).collect();
    let is_named = |day: &str| named.iter().any(|name| name.eq_ignore_ascii_case(day));
    let days = DAYS.map(|day| {
        if is_named(day) {
            range.clone()
        } else {
            Vec::new()
        }
    });
    days.iter()
        .any(|day| !day.is_empty())
        .then_some(WorkingHours { days })
}

/// `080000`.
fn time_of_day(property: &Property<'_>) -> Option<NaiveTime> {
    let text = property.val.as_str().trim();
    let part = |at: usize| text.get(at..at + 2)?.parse::<u32>().ok();
    NaiveTime::from_hms_opt(part(0)?, part(2)?, 0)
}
