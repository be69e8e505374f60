//! A person's events as the iCalendar their exporter would have written: what it leaves out is left out.

use std::fmt::Write as _;

use chrono::{Days, NaiveDateTime, TimeDelta};

use crate::person::{Exporter, FIRST_MONDAY, Invited, Line, Person, When};

/// The whole calendar. The UID of an event is its place among the lines.
pub fn calendar(person: &Person) -> String {
    let mut text = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    let product = match person.exporter {
        Exporter::Google => "-//Google Inc//Google Calendar 70.9054//EN",
        Exporter::Outlook => "-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
        Exporter::Exchange | Exporter::Published | Exporter::Busy => {
            "Microsoft Exchange Server 2010"
        }
        Exporter::Apple | Exporter::Private => "-//Apple Inc.//macOS 14.0//EN",
        Exporter::Plain => "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
    };
    property(&mut text, "PRODID", product);
    property(&mut text, "X-WR-CALNAME", &escaped(&person.calendar));
    property(&mut text, "X-WR-TIMEZONE", person.zone.name());
    for (place, line) in person.lines.iter().enumerate() {
        event(&mut text, person, place, line, None);
        if let Some((week, title)) = line.more.get("late").and_then(|late| {
            let (week, title) = late.split_once(' ')?;
            Some((week.parse::<u64>().ok()?, title))
        }) {
            event(&mut text, person, place, line, Some((week, title)));
        }
    }
    text.push_str("END:VCALENDAR\r\n");
    text
}

/// Writes one VEVENT: a master, or the override of the instance of a week.
fn event(
    text: &mut String,
    person: &Person,
    place: usize,
    line: &Line,
    instead: Option<(u64, &str)>,
) {
    let hides_people = matches!(
        person.exporter,
        Exporter::Published | Exporter::Busy | Exporter::Private
    );
    let microsoft = matches!(
        person.exporter,
        Exporter::Outlook | Exporter::Exchange | Exporter::Published | Exporter::Busy
    );
    let busy_only = person.exporter == Exporter::Busy;
    let get = |key: &str| line.more.get(key).map(String::as_str).unwrap_or_default();
    text.push_str("BEGIN:VEVENT\r\n");
    property(text, "UID", &format!("{place}@labelled.example"));
    property(text, "DTSTAMP", "20261201T080000Z");
    times(text, person, line, instead.map(|(week, _)| week));
    let title = instead.map_or(line.title.as_str(), |(_, title)| title);
    let title = match get("busy") {
        _ if !busy_only => title,
        "oof" => "Away",
        "tentative" => "Tentative",
        "free" => "Free",
        _ => "Busy",
    };
    property(text, "SUMMARY", &escaped(title));
    if !busy_only {
        let link = link(get("link"));
        let mut about = get("about").to_owned();
        if !link.is_empty() && person.exporter == Exporter::Google {
            about = format!("{about}\n-::~:~::~:~:~:~::~:~::-\nJoin with Google Meet: {link}");
            property(text, "X-GOOGLE-CONFERENCE", &link);
        } else if !link.is_empty() && person.exporter == Exporter::Private {
            property(text, "URL", &link);
        } else if !link.is_empty() && person.exporter != Exporter::Published {
            about = format!("{about}\n____\nJoin the meeting: {link}");
        }
        if !about.is_empty() && person.exporter != Exporter::Published {
            property(text, "DESCRIPTION", &escaped(about.trim()));
        }
        for (key, name) in [
            ("where", "LOCATION"),
            ("tags", "CATEGORIES"),
            ("color", "COLOR"),
        ] {
            match get(key) {
                "" => {}
                value if name == "CATEGORIES" => property(text, name, value),
                value => property(text, name, &escaped(value)),
            }
        }
    }
    if get("class") == "private" {
        property(text, "CLASS", "PRIVATE");
    }
    let status = get("status").to_uppercase();
    property(
        text,
        "STATUS",
        if status.is_empty() {
            "CONFIRMED"
        } else {
            &status
        },
    );
    let free = matches!(get("busy"), "free" | "elsewhere");
    property(text, "TRANSP", if free { "TRANSPARENT" } else { "OPAQUE" });
    if microsoft {
        let busy = match get("busy") {
            "free" => "FREE",
            "tentative" => "TENTATIVE",
            "oof" => "OOF",
            "elsewhere" => "WORKINGELSEWHERE",
            _ => "BUSY",
        };
        property(text, "X-MICROSOFT-CDO-BUSYSTATUS", busy);
    }
    if let Ok(days) = get("created").parse::<i64>()
        && !hides_people
    {
        let created = first(line) - TimeDelta::days(days);
        property(
            text,
            "CREATED",
            &created.format("%Y%m%dT%H%M%SZ").to_string(),
        );
    }
    if !hides_people {
        for one in &line.invited {
            attendee(text, person.exporter, one);
        }
        if let Some(one) = &line.organizer {
            property(
                text,
                &format!("ORGANIZER;CN={}", quoted(&one.name)),
                &format!("mailto:{}", one.address),
            );
        }
    }
    text.push_str("END:VEVENT\r\n");
}

fn first(line: &Line) -> NaiveDateTime {
    match line.when {
        When::At(at, _) => at,
        When::Day(day, _) => day.and_time(chrono::NaiveTime::MIN),
    }
}

/// DTSTART, DTEND and what repeats. An override lies where its week's instance lies.
fn times(text: &mut String, person: &Person, line: &Line, week: Option<u64>) {
    let zone = person.zone.name();
    let moved = |at: NaiveDateTime| match week {
        None => at,
        Some(week) => {
            let weekday = (at.date() - FIRST_MONDAY).num_days().rem_euclid(7);
            let ahead = (week.saturating_sub(1)) * 7 + u64::try_from(weekday).unwrap_or(0);
            FIRST_MONDAY
                .checked_add_days(Days::new(ahead))
                .map_or(at, |day| day.and_time(at.time()))
        }
    };
    match line.when {
        When::At(at, minutes) => {
            let at = moved(at);
            let zoned = |at: NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
            property(text, &format!("DTSTART;TZID={zone}"), &zoned(at));
            property(
                text,
                &format!("DTEND;TZID={zone}"),
                &zoned(at + TimeDelta::minutes(minutes)),
            );
            if week.is_some() {
                property(text, &format!("RECURRENCE-ID;TZID={zone}"), &zoned(at));
            }
        }
        When::Day(day, days) => {
            let end = day.checked_add_days(Days::new(days)).unwrap_or(day);
            property(
                text,
                "DTSTART;VALUE=DATE",
                &day.format("%Y%m%d").to_string(),
            );
            property(text, "DTEND;VALUE=DATE", &end.format("%Y%m%d").to_string());
        }
    }
    if let (Some(rule), None) = (&line.rule, week) {
        let count = line
            .times
            .map_or(String::new(), |times| format!(";COUNT={times}"));
        property(text, "RRULE", &format!("{rule}{count}"));
    }
}

fn attendee(text: &mut String, exporter: Exporter, one: &Invited) {
    let mut name = String::from("ATTENDEE");
    if exporter != Exporter::Outlook || one.kind == "ROOM" {
        let _ = write!(name, ";CUTYPE={}", one.kind);
    }
    let role = if one.optional {
        "OPT-PARTICIPANT"
    } else {
        "REQ-PARTICIPANT"
    };
    let _ = write!(name, ";ROLE={role}");
    if exporter != Exporter::Outlook {
        let _ = write!(name, ";PARTSTAT={}", one.answer);
    }
    let called = if one.name.is_empty() {
        &one.address
    } else {
        &one.name
    };
    let _ = write!(name, ";CN={}", quoted(called));
    property(text, &name, &format!("mailto:{}", one.address));
}

fn link(word: &str) -> String {
    match word {
        "meet" => "https://meet.google.com/abc-defg-hij".to_owned(),
        "zoom" => "https://us02web.zoom.us/j/81234567890".to_owned(),
        "teams" => "https://teams.microsoft.com/l/meetup-join/19%3ameeting".to_owned(),
        other => other.to_owned(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "'"))
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace('\n', "\\n")
}

/// A content line, folded as RFC 5545 asks.
fn property(text: &mut String, name: &str, value: &str) {
    let line = format!("{name}:{value}");
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 74 {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}
