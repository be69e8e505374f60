use chrono::{DateTime, Utc};
use weekwise_model::{BusyStatus, Class, Event, Outcome, Status, Transparency};

use super::notes::Notes;
use super::props::{Props, param};
use super::{conference, people, words};
use crate::fingerprint::Fingerprint;
use crate::limits;
use crate::schedule::Schedule;
use crate::text::Slice;
use crate::time;
use crate::value;

/// The properties of a VEVENT that anything is done with.
pub(super) fn is_event_property(name: &[u8]) -> bool {
    const NAMES: [&str; 35] = [
        "UID",
        "DTSTART",
        "DTEND",
        "DURATION",
        "SUMMARY",
        "DESCRIPTION",
        "LOCATION",
        "STATUS",
        "TRANSP",
        "CLASS",
        "ORGANIZER",
        "ATTENDEE",
        "CATEGORIES",
        "CREATED",
        "LAST-MODIFIED",
        "DTSTAMP",
        "SEQUENCE",
        "URL",
        "COLOR",
        "RELATED-TO",
        "RRULE",
        "RDATE",
        "EXDATE",
        "EXRULE",
        "RECURRENCE-ID",
        "CONFERENCE",
        "X-GOOGLE-CONFERENCE",
        "X-ALT-DESC",
        "X-MICROSOFT-CDO-BUSYSTATUS",
        "X-MICROSOFT-CDO-INTENDEDSTATUS",
        "X-MICROSOFT-SKYPETEAMSMEETINGURL",
        "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
        "X-MICROSOFT-ONLINEMEETINGCONFLINK",
        "X-ZOOM-MEETING-URL",
        "X-APPLE-TRAVEL-DURATION",
    ];
    // Lengths first: most lines are decided by it.
    NAMES
        .iter()
        .any(|known| known.len() == name.len() && known.as_bytes().eq_ignore_ascii_case(name))
}

/// Those of them that an event has once, or a few times.
pub(super) fn is_single_property(name: &[u8]) -> bool {
    const LISTS: [&[u8]; 5] = [
        b"ATTENDEE",
        b"CATEGORIES",
        b"RELATED-TO",
        b"RDATE",
        b"EXDATE",
    ];
    is_event_property(name) && !LISTS.iter().any(|list| list.eq_ignore_ascii_case(name))
}

/// What a VEVENT says, `schedule` being when it is.
pub(super) fn event(
    props: &Props<'_>,
    schedule: &Schedule,
    slice: &Slice,
    line: u32,
    notes: &mut Notes,
) -> Event {
    let mut event = Event {
        line,
        first: schedule.first_on_its_clock(),
        recurrence: schedule.recurrence(),
        ..Event::empty()
    };
    let mut html = None;
    let mut stamp = None;
    let mut intended = None;
    for (property, at) in props.iter() {
        let value = property.val.as_str().trim();
        if value.is_empty() {
            continue;
        }
        // Where a property comes twice, the first counts.
        match property.name.as_str() {
            "UID" => first(&mut event.uid, value),
            "SUMMARY" => first(&mut event.summary, value),
            "DESCRIPTION" if event.description.is_empty() => {
                event.description = words::without_html(value).into_owned();
            }
            "X-ALT-DESC" => html = html.or(Some(property)),
            "LOCATION" => first(&mut event.location, value),
            "STATUS" => match value.to_ascii_uppercase().as_str() {
                "CANCELLED" | "CANCELED" => event.status = Status::Cancelled,
                "TENTATIVE" | "NEEDS-ACTION" => event.status = Status::Tentative,
                _ => {}
            },
            "TRANSP" if value.eq_ignore_ascii_case("TRANSPARENT") => {
                event.transparency = Transparency::Transparent;
            }
            "CLASS" => match value.to_ascii_uppercase().as_str() {
                "PUBLIC" => {}
                "CONFIDENTIAL" => event.class = Class::Confidential,
                // RFC 5545 section 3.8.1.3: what is not known is private.
                _ => event.class = Class::Private,
            },
            "ORGANIZER" if event.organizer.is_none() => event.organizer = people::person(property),
            "ATTENDEE" => {
                if event.attendees.len() < limits::ATTENDEES {
                    event.attendees.extend(people::attendee(property));
                } else if event.attendees.len() == limits::ATTENDEES {
                    notes.add(
                        at,
                        "too-many-attendees",
                        "an event has too many attendees",
                        "the rest was passed over",
                        Outcome::Repaired,
                    );
                }
            }
            "CATEGORIES" => {
                let room = limits::CATEGORIES.saturating_sub(event.categories.len());
                event.categories.extend(words::text_list(value, room));
            }
            "CREATED" => event.created = event.created.or_else(|| instant(value)),
            "LAST-MODIFIED" => event.last_modified = event.last_modified.or_else(|| instant(value)),
            "DTSTAMP" => stamp = stamp.or_else(|| instant(value)),
            "SEQUENCE" => match value::integer(value) {
                Some(n) if n >= 0 => event.sequence = u32::try_from(n).unwrap_or(u32::MAX),
                _ => notes.add(
                    at,
                    "bad-sequence",
                    "SEQUENCE is not a number",
                    "it was read as 0",
                    Outcome::Repaired,
                ),
            },
            "URL" => event.url = event.url.or_else(|| Some(value.to_owned())),
            "COLOR" => event.color = event.color.or_else(|| Some(value.to_owned())),
            "RELATED-TO" if event.related_to.len() < limits::CATEGORIES => {
                event.related_to.push(value.to_owned());
            }
            "X-MICROSOFT-CDO-BUSYSTATUS" => {
                event.busy_status = busy_status(value).or(event.busy_status);
            }
            "X-MICROSOFT-CDO-INTENDEDSTATUS" => intended = busy_status(value).or(intended),
            "X-APPLE-TRAVEL-DURATION" => event.travel_minutes = travel(value, at, notes),
            _ => {}
        }
    }
    // Only HTML says so; plain text in X-ALT-DESC repeats DESCRIPTION.
    if event.description.is_empty()
        && let Some(html) = html
        && param(html, "FMTTYPE").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"))
    {
        event.description = words::without_html(html.val.as_str()).into_owned();
    }
    event.busy_status = event.busy_status.or(intended);
    event.last_modified = event.last_modified.or(stamp);
    event.conference = conference::link(
        props,
        [
            event.location.as_str(),
            event.url.as_deref().unwrap_or_default(),
            event.description.as_str(),
        ],
    );
    if event.uid.is_empty() {
        event.uid = made_uid(slice);
        notes.add(
            line,
            "no-uid",
            "an event has no UID",
            "one was made of its content, which stays the same at the next import",
            Outcome::Repaired,
        );
    }
    event
}

/// Minutes of travel. A day and longer is a journey of its own and no way to a meeting.
fn travel(value: &str, line: u32, notes: &mut Notes) -> u32 {
    let minutes = value::duration(value).and_then(|duration| {
        let minutes = i64::from(duration.days) * 24 * 60 + duration.seconds / 60;
        u32::try_from(minutes).ok()
    });
    match minutes {
        Some(minutes) if minutes < 24 * 60 => minutes,
        _ => {
            notes.add(
                line,
                "bad-travel",
                "the travel time is not a duration of less than a day",
                "it was passed over",
                Outcome::Repaired,
            );
            0
        }
    }
}

fn first(into: &mut String, value: &str) {
    if into.is_empty() {
        value.clone_into(into);
    }
}

fn instant(value: &str) -> Option<DateTime<Utc>> {
    let written = value::date_time(value)?;
    let wall = time::midnight(written.day) + written.second.unwrap_or(0);
    Some(time::utc(wall - i64::from(written.offset.unwrap_or(0))))
}

fn busy_status(value: &str) -> Option<BusyStatus> {
    match value.to_ascii_uppercase().as_str() {
        "FREE" => Some(BusyStatus::Free),
        "TENTATIVE" => Some(BusyStatus::Tentative),
        "BUSY" => Some(BusyStatus::Busy),
        "OOF" => Some(BusyStatus::OutOfOffice),
        "WORKINGELSEWHERE" => Some(BusyStatus::WorkingElsewhere),
        _ => None,
    }
}

/// What a UID made here ends in.
const MADE: &str = "@made.weekwise";

/// The UID as the file has it: empty where it has none and [`Event::uid`] was made of the event's content.
pub fn uid_as_written(event: &Event) -> &str {
    if event.uid.ends_with(MADE) {
        ""
    } else {
        &event.uid
    }
}

/// A UID of what the event says, without the stamps that every export renews.
fn made_uid(slice: &Slice) -> String {
    let mut print = Fingerprint::new();
    for line in slice.text.split("\r\n") {
        if line.starts_with("DTSTAMP")
            || line.starts_with("LAST-MODIFIED")
            || line.starts_with("CREATED")
        {
            continue;
        }
        print.bytes(line.bytes().chain([b'\n']));
    }
    format!("{:016x}{MADE}", print.finish())
}
