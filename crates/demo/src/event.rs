//! An [`Entry`] as VEVENTs: the series, and one more for each instance that differs.

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime, NaiveTime, Weekday};

use crate::entry::{Answer, Booked, Entry, Length, Repeat, Shows, What};
use crate::people::{EVERYBODY, Person, SAM};
use crate::story::Away;
use crate::write::Writer;
use crate::{TODAYS_WEEK, WEEKS, story};

/// Writes an entry of the story whose 23rd week begins on `todays_monday`.
pub(crate) fn write(out: &mut Writer, entry: &Entry, todays_monday: NaiveDate) {
    let event = Event {
        entry,
        todays_monday,
    };
    let changes = event.changes();
    event.write_series(out, &changes);
    for (start, what) in &changes {
        event.write_instance(out, *start, *what);
    }
}

struct Event<'a> {
    entry: &'a Entry,
    todays_monday: NaiveDate,
}

/// What one VEVENT says, where instances can differ from their series.
struct Particulars {
    title: String,
    start: NaiveDateTime,
    recurrence_id: Option<NaiveDateTime>,
    answer: Answer,
    status: &'static str,
    sequence: usize,
}

impl Event<'_> {
    fn date(&self, week: i64, day: Weekday) -> NaiveDate {
        let days = (week - TODAYS_WEEK) * 7 + i64::from(day.num_days_from_monday());
        self.todays_monday + Duration::days(days)
    }

    fn start(&self, week: i64, day: Weekday) -> NaiveDateTime {
        let (hour, minute) = self.entry.at;
        self.date(week, day).and_time(time(hour, minute))
    }

    /// Weeks and days of the story on which a weekly series takes place.
    fn instances(&self) -> Vec<(i64, Weekday)> {
        let entry = self.entry;
        let (every, last, days): (i64, i64, &[Weekday]) = match &entry.repeat {
            Repeat::Once | Repeat::LastThursdays => return Vec::new(),
            Repeat::Weekly { every, last } => {
                (i64::from(*every), last.unwrap_or(WEEKS), &[entry.day])
            }
            Repeat::Workdays { last } => (1, *last, WORKDAYS),
        };
        (entry.week.max(1)..=last)
            .filter(|week| (week - entry.week) % every == 0)
            .flat_map(|week| days.iter().map(move |day| (week, *day)))
            .collect()
    }

    /// What happened to which instance: as the table says, or because Sam was away.
    fn changes(&self) -> Vec<(NaiveDateTime, What)> {
        let written = |week, day| {
            let change = self
                .entry
                .changes
                .iter()
                .find(|c| c.week == week && c.day.is_none_or(|d| d == day));
            change.map(|c| c.what)
        };
        self.instances()
            .into_iter()
            .filter_map(|(week, day)| {
                let what = written(week, day).or_else(|| self.while_away(week, day))?;
                Some((self.start(week, day), what))
            })
            .collect()
    }

    fn while_away(&self, week: i64, day: Weekday) -> Option<What> {
        let away = story::away(week, day)?;
        let entry = self.entry;
        if matches!(entry.length, Length::Days(_)) || entry.answer == Answer::Declined {
            return None;
        }
        let mine = entry.by.is_none_or(|by| by == SAM);
        Some(match away {
            Away::Holiday => What::Removed,
            Away::Leave | Away::Conference if mine => What::Removed,
            Away::Leave | Away::Conference if entry.with.is_empty() => What::Cancelled,
            Away::Leave | Away::Conference => What::Declined,
        })
    }

    fn write_series(&self, out: &mut Writer, changes: &[(NaiveDateTime, What)]) {
        let entry = self.entry;
        let start = self.start(entry.week, entry.day);
        let particulars = Particulars {
            title: title_on(entry.title, start.date()),
            start,
            recurrence_id: None,
            answer: entry.answer,
            status: if entry.shows == Shows::Tentative {
                "TENTATIVE"
            } else {
                "CONFIRMED"
            },
            sequence: 0,
        };
        out.line("BEGIN:VEVENT");
        self.write_particulars(out, &particulars);
        if let Some(rule) = self.rule() {
            out.line(&format!("RRULE:{rule}"));
        }
        for (start, what) in changes {
            if matches!(what, What::Removed) {
                out.line(&format!("EXDATE{}", self.local(*start)));
            }
        }
        out.line("END:VEVENT");
    }

    fn write_instance(&self, out: &mut Writer, original: NaiveDateTime, what: What) {
        let entry = self.entry;
        let mut particulars = Particulars {
            title: title_on(entry.title, original.date()),
            start: original,
            recurrence_id: Some(original),
            answer: entry.answer,
            status: "CONFIRMED",
            sequence: 1,
        };
        match what {
            What::Removed => return,
            What::Cancelled => particulars.status = "CANCELLED",
            What::Declined => {
                particulars.answer = Answer::Declined;
                particulars.sequence = 0;
            }
            What::Moved(day, hour, minute) => {
                let monday = crate::monday_of(original.date());
                let date = monday + Days::new(u64::from(day.num_days_from_monday()));
                particulars.start = date.and_time(time(hour, minute));
            }
            What::Renamed(title) => particulars.title = title_on(title, original.date()),
        }
        out.line("BEGIN:VEVENT");
        self.write_particulars(out, &particulars);
        out.line("END:VEVENT");
    }

    fn write_particulars(&self, out: &mut Writer, its: &Particulars) {
        let entry = self.entry;
        out.line(&format!("UID:{}@demo.weekwise.example", entry.id));
        // The file is “exported” on the Monday of today's week.
        let stamp = self.todays_monday.and_time(time(6, 0));
        out.line(&format!("DTSTAMP:{}Z", compact(stamp)));
        if let Some(original) = its.recurrence_id {
            out.line(&format!("RECURRENCE-ID{}", self.local(original)));
        }
        out.line(&format!("DTSTART{}", self.local(its.start)));
        let end = match entry.length {
            Length::Minutes(minutes) => its.start + Duration::minutes(minutes),
            Length::Days(days) => its.start + Days::new(days),
        };
        out.line(&format!("DTEND{}", self.local(end)));
        let created = self.created();
        out.line(&format!("CREATED:{}Z", compact(created)));
        let modified = match its.recurrence_id {
            Some(original) => entry.zone.instant(original).naive_utc() - Duration::hours(20),
            None => created,
        };
        out.line(&format!(
            "LAST-MODIFIED:{}Z",
            compact(modified.max(created))
        ));
        out.line(&format!("SEQUENCE:{}", its.sequence));
        out.line(&format!("STATUS:{}", its.status));
        out.text("SUMMARY", &its.title);
        if !entry.text.is_empty() {
            out.text("DESCRIPTION", entry.text);
        }
        self.write_where(out);
        self.write_people(out, its.answer);
        self.write_busyness(out);
    }

    fn write_where(&self, out: &mut Writer) {
        let entry = self.entry;
        if let Some(room) = entry.room {
            out.text("LOCATION", room.name);
        }
        if entry.by.is_some() && !entry.with.contains(&EVERYBODY) {
            out.line(&format!(
                "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Video call:https://meet.harborline.example/{}",
                entry.id
            ));
        }
    }

    fn write_people(&self, out: &mut Writer, answer: Answer) {
        let entry = self.entry;
        let Some(by) = entry.by else { return };
        out.line(&format!(
            "ORGANIZER;CN={}:mailto:{}",
            parameter(by.name),
            by.address
        ));
        let small = entry.with.len() < 8;
        attendee(out, by, "ACCEPTED", "CHAIR");
        if by != SAM {
            attendee(out, SAM, partstat(answer), "REQ-PARTICIPANT");
        }
        for person in entry.with {
            // People answer small meetings, and let large ones lie.
            let answer = match variety(&[entry.id, person.address]) % 10 {
                _ if small => "ACCEPTED",
                0..=5 => "ACCEPTED",
                6 | 7 => "NEEDS-ACTION",
                8 => "TENTATIVE",
                _ => "DECLINED",
            };
            let optional =
                entry.with.len() > 10 && variety(&[person.address, entry.id]).is_multiple_of(4);
            let role = if optional {
                "OPT-PARTICIPANT"
            } else {
                "REQ-PARTICIPANT"
            };
            attendee(out, *person, answer, role);
        }
        if let Some(room) = entry.room {
            attendee(out, room, "ACCEPTED", "NON-PARTICIPANT");
        }
    }

    fn write_busyness(&self, out: &mut Writer) {
        let (transparency, busy, class) = match self.entry.shows {
            Shows::Busy => ("OPAQUE", "BUSY", "PUBLIC"),
            Shows::Free => ("TRANSPARENT", "FREE", "PUBLIC"),
            Shows::Tentative => ("OPAQUE", "TENTATIVE", "PUBLIC"),
            Shows::OutOfOffice => ("OPAQUE", "OOF", "PUBLIC"),
            Shows::Private => ("OPAQUE", "BUSY", "PRIVATE"),
        };
        out.line(&format!("TRANSP:{transparency}"));
        out.line(&format!("X-MICROSOFT-CDO-BUSYSTATUS:{busy}"));
        out.line(&format!("CLASS:{class}"));
    }

    fn rule(&self) -> Option<String> {
        let entry = self.entry;
        let until = |week, day| {
            let last = entry.zone.instant(self.start(week, day)).naive_utc();
            format!(";UNTIL={}Z", compact(last))
        };
        match entry.repeat {
            Repeat::Once => None,
            Repeat::Weekly { every, last } => {
                let interval = if every == 1 {
                    String::new()
                } else {
                    format!(";INTERVAL={every}")
                };
                let until = last.map_or_else(String::new, |last| until(last, entry.day));
                let day = short(entry.day);
                Some(format!("FREQ=WEEKLY{until}{interval};BYDAY={day}"))
            }
            Repeat::Workdays { last } => {
                let until = until(last, Weekday::Fri);
                Some(format!("FREQ=WEEKLY{until};BYDAY=MO,TU,WE,TH,FR"))
            }
            Repeat::LastThursdays => Some("FREQ=MONTHLY;BYDAY=-1TH".to_owned()),
        }
    }

    /// When it was put into the calendar, in UTC.
    fn created(&self) -> NaiveDateTime {
        let entry = self.entry;
        let start = self.start(entry.week, entry.day);
        match entry.booked {
            Booked::DaysBefore(days) => {
                let minute = variety(&[entry.id]) % (9 * 60);
                let date = start.date() - Days::new(days);
                date.and_time(time(7, 30)) + Duration::minutes(i64::from(minute))
            }
            Booked::MinutesBefore(minutes) => {
                entry.zone.instant(start).naive_utc() - Duration::minutes(minutes)
            }
        }
    }

    /// A time of this entry with its parameters: `;TZID=Europe/Berlin:20261109T090000`.
    fn local(&self, at: NaiveDateTime) -> String {
        match self.entry.length {
            Length::Days(_) => format!(";VALUE=DATE:{}", at.format("%Y%m%d")),
            Length::Minutes(_) => format!(";TZID={}:{}", self.entry.zone.name(), compact(at)),
        }
    }
}

/// A title as it reads on a day.
fn title_on(title: &str, day: NaiveDate) -> String {
    let quarter = (day.month0() / 3 + 1) % 4 + 1;
    title.replace("{quarter}", &format!("Q{quarter}"))
}

const WORKDAYS: &[Weekday] = &[
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
];

fn attendee(out: &mut Writer, person: Person, answer: &str, role: &str) {
    let kind = person.kind.unwrap_or("INDIVIDUAL");
    out.line(&format!(
        "ATTENDEE;CUTYPE={kind};ROLE={role};PARTSTAT={answer};CN={}:mailto:{}",
        parameter(person.name),
        person.address
    ));
}

fn partstat(answer: Answer) -> &'static str {
    match answer {
        Answer::Accepted => "ACCEPTED",
        Answer::Tentative => "TENTATIVE",
        Answer::Declined => "DECLINED",
        Answer::Unanswered => "NEEDS-ACTION",
    }
}

/// A parameter value, quoted where it must be. The tables have no quotation marks.
fn parameter(value: &str) -> String {
    if value.contains([',', ';', ':']) {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default()
}

fn compact(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn short(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

/// A number that differs from text to text and never changes (FNV-1a): for what looks accidental.
fn variety(parts: &[&str]) -> u32 {
    parts
        .iter()
        .flat_map(|part| part.bytes())
        .fold(0x811c_9dc5, |hash: u32, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
}
