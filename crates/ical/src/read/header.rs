use std::time::Duration;

use chrono_tz::Tz;
use weekwise_model::Stated;

use super::props::Props;
use super::stated::{is_stated_property, stated};
use crate::text::{Decoder, Outline, slice};
use crate::zone::{Zone, Zones};

/// What a VCALENDAR says about itself.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Header {
    /// Where it begins in the normalized bytes.
    pub begins: usize,
    /// Its first line.
    pub line: u32,
    /// RFC 7986 NAME, else X-WR-CALNAME.
    pub name: Option<String>,
    /// X-WR-TIMEZONE, as written.
    pub zone_name: Option<String>,
    /// The zone that names.
    pub zone: Option<Zone>,
    /// The zone its whole days are at home in: that one, else that of the file's only VTIMEZONE.
    pub home: Option<Zone>,
    /// COLOR or X-APPLE-CALENDAR-COLOR.
    pub color: Option<String>,
    /// PRODID.
    pub product: Option<String>,
    /// RFC 7986 REFRESH-INTERVAL, else X-PUBLISHED-TTL.
    pub refresh: Option<Duration>,
    /// What else it says.
    pub stated: Stated,
}

impl Header {
    /// Reads floating times in this zone, whatever the file says.
    pub(super) fn floats_in(&mut self, zone: Tz) {
        self.zone = Some(Zone::Iana(zone));
        self.home = Some(Zone::Iana(zone));
        self.zone_name = Some(zone.name().to_owned());
    }
}

/// Reads the headers of a file's VCALENDARs, one each.
pub(super) fn headers(
    bytes: &[u8],
    outline: &Outline,
    decoder: &Decoder<'_>,
    zones: &Zones,
) -> Vec<Header> {
    // Their lines come in the order of the calendars.
    let mut left = outline.headers.as_slice();
    (0..outline.calendars.len().max(1))
        .map(|number| {
            let own = left.partition_point(|block| block.calendar <= number);
            let (blocks, later) = left.split_at(own);
            left = later;
            let lines = slice(bytes, blocks, decoder, is_header_property);
            let (props, _) = Props::of(&lines);
            let text = |name| props.text(name).map(str::to_owned);
            let interval = |name| props.text(name).and_then(interval);
            let zone_name = text("X-WR-TIMEZONE");
            let zone = zone_name
                .as_deref()
                .and_then(|name| zones.zone(number, name));
            let (begins, line) = outline.calendars.get(number).copied().unwrap_or((0, 1));
            let home = zone.clone().or_else(|| zones.only(number));
            Header {
                begins,
                line,
                stated: stated(&props, |tzid| zones.zone(number, tzid), home.as_ref()),
                home,
                zone,
                name: text("NAME").or_else(|| text("X-WR-CALNAME")),
                zone_name,
                color: text("COLOR").or_else(|| text("X-APPLE-CALENDAR-COLOR")),
                product: text("PRODID"),
                refresh: interval("REFRESH-INTERVAL").or_else(|| interval("X-PUBLISHED-TTL")),
            }
        })
        .collect()
}

/// A length that is no moment and does not lie in the past.
fn interval(text: &str) -> Option<Duration> {
    let length = crate::value::duration(text)?;
    let seconds = i64::from(length.days).checked_mul(24 * 60 * 60)?;
    let seconds = u64::try_from(seconds.checked_add(length.seconds)?).ok()?;
    (seconds > 0).then(|| Duration::from_secs(seconds))
}

fn is_header_property(name: &[u8]) -> bool {
    const NAMES: [&[u8]; 8] = [
        b"NAME",
        b"X-WR-CALNAME",
        b"X-WR-TIMEZONE",
        b"COLOR",
        b"X-APPLE-CALENDAR-COLOR",
        b"PRODID",
        b"REFRESH-INTERVAL",
        b"X-PUBLISHED-TTL",
    ];
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)) || is_stated_property(name)
}
