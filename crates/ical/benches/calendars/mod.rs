//! Calendars to measure with.

use std::fmt::Write;

use chrono::TimeDelta;

/// One VEVENT with what exporters write around it.
fn event(text: &mut String, n: usize, start: chrono::NaiveDateTime, rule: &str) {
    let end = start + TimeDelta::minutes(30 + 15 * i64::try_from(n % 5).unwrap());
    let local = |at: chrono::NaiveDateTime| at.format("%Y%m%dT%H%M%S").to_string();
    write!(
        text,
        "BEGIN:VEVENT\r\nUID:{n}@bench\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;TZID=Europe/Berlin:{}\r\n\
         DTEND;TZID=Europe/Berlin:{}\r\n{rule}SUMMARY:Meeting {n}\r\nDESCRIPTION:Agenda\\n1. Status of the project\\, \
         blockers\\n2. Gr\u{f6}\u{df}ere \u{c4}nderun\r\n gen\\nhttps://example.org/{n}\r\nLOCATION:Room {}\r\n",
        local(start),
        local(end),
        n % 40,
    )
    .unwrap();
    for person in 0..n % 4 {
        write!(
            text,
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Person {person}:mailto:p{person}@exampl\r\n e.org\r\n"
        )
        .unwrap();
    }
    text.push_str("STATUS:CONFIRMED\r\nSEQUENCE:0\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nEND:VALARM\r\nEND:VEVENT\r\n");
}

/// So many events spread over so many days from 2016 on, some of them series.
pub fn calendar(events: usize, days: usize) -> Vec<u8> {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\n".to_owned();
    let first = chrono::NaiveDate::from_ymd_opt(2016, 1, 4)
        .unwrap()
        .and_hms_opt(9, 0, 0)
        .unwrap();
    for n in 0..events {
        let start = first
            + TimeDelta::days(i64::try_from(n * 7919 % days).unwrap())
            + TimeDelta::minutes(30 * i64::try_from(n % 16).unwrap());
        let rule = match n % 30 {
            0 => "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20261231T000000Z\r\n",
            10 => "RRULE:FREQ=MONTHLY;BYDAY=-1FR\r\n",
            20 => "RRULE:FREQ=DAILY;COUNT=60\r\n",
            _ => "",
        };
        event(&mut text, n, start, rule);
    }
    text.push_str("END:VCALENDAR\r\n");
    text.into_bytes()
}
