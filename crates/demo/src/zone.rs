//! The two zones of the story, with their VTIMEZONEs.

use chrono::{DateTime, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use crate::write::Writer;

/// Where an entry's wall clock hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    /// Sam's own.
    Berlin,
    /// Settlements' office.
    NewYork,
}

impl Zone {
    /// The IANA name.
    pub(crate) fn name(self) -> &'static str {
        self.tz().name()
    }

    /// The instant a wall clock of this zone shows `local`. The story has nothing at the hours clocks change.
    pub(crate) fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.tz()
            .from_local_datetime(&local)
            .earliest()
            .map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
    }

    fn tz(self) -> Tz {
        match self {
            Self::Berlin => Tz::Europe__Berlin,
            Self::NewYork => Tz::America__New_York,
        }
    }
}

/// The VTIMEZONE components.
pub(crate) fn definitions(out: &mut Writer) {
    for line in BERLIN.lines().chain(NEW_YORK.lines()) {
        out.line(line);
    }
}

const BERLIN: &str = "\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE";

const NEW_YORK: &str = "\
BEGIN:VTIMEZONE
TZID:America/New_York
BEGIN:DAYLIGHT
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
TZNAME:EDT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
TZNAME:EST
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
END:STANDARD
END:VTIMEZONE";
