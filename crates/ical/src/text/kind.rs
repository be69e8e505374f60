//! What a component is, by its name.

use super::marker;

/// A component's kind, as far as it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Calendar,
    Event,
    Zone,
    Standard,
    Daylight,
    /// Another one of RFC 5545 and its kin.
    Other,
    /// One that nobody knows.
    Unknown,
}

impl Kind {
    /// The kind a component of that name is, in capitals.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"VCALENDAR" => Self::Calendar,
            b"VEVENT" => Self::Event,
            b"VTIMEZONE" => Self::Zone,
            b"STANDARD" => Self::Standard,
            b"DAYLIGHT" => Self::Daylight,
            _ if marker::is_known(name) => Self::Other,
            _ => Self::Unknown,
        }
    }

    /// Whether it is neither a calendar, an event nor part of a time zone.
    pub(super) fn is_other(self) -> bool {
        matches!(self, Self::Other | Self::Unknown)
    }

    /// Whether it is a time zone or one of its parts.
    pub(super) fn is_of_zone(self) -> bool {
        matches!(self, Self::Zone | Self::Standard | Self::Daylight)
    }

    /// What one is called that does not end.
    pub(super) fn called(self) -> &'static str {
        match self {
            Self::Calendar => "a VCALENDAR",
            Self::Event => "an event",
            Self::Zone | Self::Standard | Self::Daylight => "a time zone",
            Self::Other | Self::Unknown => "a component",
        }
    }
}
