//! The calendar of somebody who has met people for many years: about 3 000 occurrences a year, half of them of series
//! that begin anew every January, the other half single events; some moved, some cancelled; and a second, private
//! calendar.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use weekwise_engine::{Clock, Source};

/// The last year of every calendar; its series have no end.
const LAST: i32 = 2026;
/// Single events a week.
const SINGLE: u64 = 32;
/// Everybody who is ever met.
const PEOPLE: u64 = 150;

/// What repeats: title, rule, weekday from 0, start on the wall clock, minutes, how many others.
const SERIES: &[(&str, &str, u64, &str, i64, u64)] = &[
    ("Stand-up", "WEEKLY;BYDAY=MO,TU,WE,TH,FR", 0, "0930", 15, 6),
    ("Focus", "WEEKLY;BYDAY=MO,WE,FR", 0, "0945", 120, 0),
    ("Team planning", "WEEKLY;INTERVAL=2", 0, "1300", 60, 6),
    ("Retro", "WEEKLY;INTERVAL=2", 4, "1500", 60, 6),
    ("Platform sync", "WEEKLY", 1, "1000", 45, 8),
    ("Payments weekly", "WEEKLY", 2, "1400", 30, 5),
    ("Storage guild", "WEEKLY;INTERVAL=2", 3, "1100", 60, 12),
    ("Leads weekly", "WEEKLY", 3, "1400", 60, 5),
    ("Design review", "WEEKLY", 1, "1500", 60, 5),
    ("Architecture board", "WEEKLY", 3, "1530", 90, 9),
    ("Bug triage", "WEEKLY", 4, "1000", 30, 4),
    ("1:1 Ana", "WEEKLY", 0, "1400", 30, 1),
    ("1:1 Ben", "WEEKLY", 1, "1400", 30, 1),
    ("1:1 Caro", "WEEKLY", 2, "1500", 30, 1),
    ("1:1 Dana", "WEEKLY;INTERVAL=2", 2, "1530", 30, 1),
    ("Mentoring", "WEEKLY;INTERVAL=2", 3, "1300", 45, 1),
    ("Skip-level", "MONTHLY;BYDAY=2TU", 1, "1630", 30, 1),
    ("Technical strategy", "WEEKLY;INTERVAL=2", 4, "1300", 90, 3),
    ("Roadmap", "MONTHLY;BYDAY=1TH", 3, "0930", 90, 7),
    ("All hands", "MONTHLY;BYDAY=-1WE", 2, "1630", 60, 60),
    ("Lunch", "WEEKLY;BYDAY=MO,TU,WE,TH,FR", 0, "1215", 45, 0),
];

/// What happens once.
const TITLES: &[&str] = &[
    "RFC review",
    "Migration of the ledger",
    "Interview",
    "Incident review",
    "Vendor call",
    "Pairing",
    "Read the design doc",
    "Quarter planning",
    "Sync on quotas",
    "Demo",
    "Onboarding",
    "Budget",
    "Threat model",
    "Coffee",
    "Launch check",
];

/// The clock of every bench.
pub fn clock() -> Clock {
    Clock::fixed("2026-11-12T09:20:00Z".parse().unwrap())
}

/// The days a calendar of so many years is asked about: all of them.
pub fn days(years: i32) -> (NaiveDate, NaiveDate) {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    (day(LAST + 1 - years, 1, 1), day(LAST, 12, 31))
}

/// The calendar as a file.
pub fn source(years: i32) -> Source {
    Source::Bytes {
        name: "work.ics".to_owned(),
        bytes: file(years, 0),
    }
}

/// The calendar's bytes; of its last single events, so many are moved by an hour.
pub fn file(years: i32, moved: u64) -> Vec<u8> {
    let mut out = String::from(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nX-WR-CALNAME:Work\r\n",
    );
    let (first, last) = days(years);
    for year in first.year()..=LAST {
        series_of(&mut out, year);
    }
    let mut number: u64 = 0;
    let weeks = u64::try_from((last - first).num_days()).unwrap() / 7;
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    for week in 0..=weeks {
        for nth in 0..SINGLE {
            number += 1;
            let day = monday + Days::new(7 * week + nth % 5);
            let late = u64::from(week * SINGLE + nth + moved > weeks * SINGLE);
            single(&mut out, number, day, 8 + (number * 7) % 10 + late);
        }
    }
    out.push_str("END:VCALENDAR\r\nBEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nX-WR-CALNAME:Private\r\n");
    for year in first.year()..=LAST {
        for month in 1..=12 {
            let day = NaiveDate::from_ymd_opt(year, month, 11).unwrap();
            let what = ["Dentist", "Vacation", "School play"][month as usize % 3];
            event(
                &mut out,
                &format!("private-{year}-{month}"),
                what,
                day,
                "1100",
                60,
                &[],
            );
        }
    }
    out.push_str("END:VCALENDAR\r\n");
    out.into_bytes()
}

fn series_of(out: &mut String, year: i32) {
    for (place, &(title, rule, weekday, start, minutes, others)) in (0_u64..).zip(SERIES) {
        let january = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let back = u64::from(january.weekday().num_days_from_monday());
        // The Monday in or before the new year's week, so that years join without a gap.
        let day = january - Days::new(back) + Days::new(7 + weekday);
        let uid = format!("series-{year}-{place}@example.org");
        let ends = if year == LAST {
            String::new()
        } else {
            format!(";UNTIL={}0107T000000Z", year + 1)
        };
        let more = [
            format!("RRULE:FREQ={rule}{ends}"),
            format!("CREATED:{}1215T100000Z", year - 1),
        ];
        let mut lines: Vec<String> = more.to_vec();
        lines.extend(attendees(
            u64::try_from(year).unwrap() * 31 + place * 17,
            others,
        ));
        event(out, &uid, title, day, start, minutes, &lines);
        // A few of a weekly meeting's instances are elsewhere or cancelled.
        if rule == "WEEKLY" {
            for week in [9, 21, 33] {
                let at = day + Days::new(7 * week);
                let mut lines = vec![format!(
                    "RECURRENCE-ID;TZID=Europe/Berlin:{}T{start}00",
                    at.format("%Y%m%d")
                )];
                lines.extend(attendees(place * 17, others));
                if week == 21 {
                    lines.push("STATUS:CANCELLED".to_owned());
                }
                event(out, &uid, title, at + Days::new(1), start, minutes, &lines);
            }
        }
    }
}

fn single(out: &mut String, number: u64, day: NaiveDate, hour: u64) {
    let title = TITLES[usize::try_from(number * 11 % 15).unwrap()];
    let others = [0, 1, 2, 4, 7][usize::try_from(number % 5).unwrap()];
    let created = day - TimeDelta::days(i64::try_from(number % 9).unwrap());
    let mut lines = vec![format!("CREATED:{}T063000Z", created.format("%Y%m%d"))];
    lines.extend(attendees(number, others));
    let start = format!(
        "{hour:02}{}",
        ["00", "30"][usize::try_from(number % 2).unwrap()]
    );
    let minutes = [30, 45, 60][usize::try_from(number % 3).unwrap()];
    event(
        out,
        &format!("single-{number}@example.org"),
        &format!("{title} {}", number % 400),
        day,
        &start,
        minutes,
        &lines,
    );
}

/// Me and some others, always the same for a number.
fn attendees(seed: u64, others: u64) -> Vec<String> {
    if others == 0 {
        return Vec::new();
    }
    let organizer = if seed.is_multiple_of(3) {
        "me@example.org".to_owned()
    } else {
        address(seed)
    };
    let mut lines = vec![
        format!("ORGANIZER:mailto:{organizer}"),
        "ATTENDEE;CN=Me;PARTSTAT=ACCEPTED:mailto:me@example.org".to_owned(),
    ];
    for other in 0..others {
        let person = (seed + other * 13) % PEOPLE;
        lines.push(format!(
            "ATTENDEE;CN=Person {person};PARTSTAT=ACCEPTED:mailto:{}",
            address(person)
        ));
    }
    lines
}

fn address(person: u64) -> String {
    let person = person % PEOPLE;
    let domain = if person.is_multiple_of(10) {
        "vendor.example"
    } else {
        "example.org"
    };
    format!("person{person}@{domain}")
}

fn event(
    out: &mut String,
    uid: &str,
    title: &str,
    day: NaiveDate,
    start: &str,
    minutes: i64,
    lines: &[String],
) {
    let day = day.format("%Y%m%d");
    out.push_str(&format!(
        "BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:20261101T080000Z\r\nDTSTART;TZID=Europe/Berlin:{day}T{start}00\r\nDURATION:PT{minutes}M\r\nSUMMARY:{title}\r\n"
    ));
    for line in lines {
        out.push_str(line);
        out.push_str("\r\n");
    }
    out.push_str("END:VEVENT\r\n");
}

/// An instant of the bench's clock, for what wants one.
pub fn now() -> DateTime<Utc> {
    clock().now()
}
