use weekwise_model::Outcome;

use super::notes::Notes;
use crate::schedule::{Length, Moment};
use crate::time;

/// The length from a start to an end.
pub(super) fn length_to(start: &Moment, end: &Moment, line: u32, notes: &mut Notes) -> Length {
    match (start, end) {
        (Moment::Day(first), end) => {
            let mut days = i64::from(end.day()) - i64::from(*first);
            if matches!(end, Moment::At { .. }) {
                notes.add(
                    line,
                    "end-of-other-type",
                    "DTSTART is a date and DTEND has a time",
                    "the day of DTEND was taken",
                    Outcome::Repaired,
                );
                days = days.max(1);
            }
            if days == 0 {
                ends_where_it_starts(line, notes);
                days = 1;
            } else if days < 0 {
                negative(line, notes);
                days = 0;
            }
            Length::Exact(days)
        }
        (Moment::At { zone, .. }, end) => {
            let end = match end {
                Moment::Day(day) => {
                    notes.add(
                        line,
                        "end-of-other-type",
                        "DTSTART has a time and DTEND is a date",
                        "DTEND was taken as the midnight that day starts with",
                        Outcome::Repaired,
                    );
                    Moment::At {
                        wall: time::midnight(*day),
                        zone: zone.clone(),
                    }
                }
                end @ Moment::At { .. } => end.clone(),
            };
            // A length does not depend on the reader's zone unless both are floating, where it cancels out.
            let utc = chrono_tz::Tz::UTC;
            let seconds = end.instant(utc) - start.instant(utc);
            if seconds < 0 {
                negative(line, notes);
            }
            Length::Exact(seconds.max(0))
        }
    }
}

/// The exporter takes the end for the last day, or there is none: every other program shows one day.
pub(super) fn ends_where_it_starts(line: u32, notes: &mut Notes) {
    notes.add(
        line,
        "end-at-start",
        "an all-day event ends on the day it starts, as if its end were its last day",
        "it was read as that one day",
        Outcome::Repaired,
    );
}

pub(super) fn negative(line: u32, notes: &mut Notes) {
    notes.add(
        line,
        "end-before-start",
        "the event ends before it starts",
        "it was read as having no length",
        Outcome::Repaired,
    );
}
