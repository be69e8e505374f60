use std::sync::Arc;

use chrono_tz::Tz;
use rayon::prelude::*;
use weekwise_model::{Diagnostic, Event, Outcome};

use super::event::{event, is_event_property};
use super::header::{self, Header};
use super::props::Props;
use super::timing::{NoTime, Timing};
use super::zones;
use crate::limits;
use crate::progress::Share;
use crate::schedule::Schedule;
use crate::text::{Block, Decoder, Outline, normalized, outline, slice};
use crate::zone::{Zone, Zones};

/// What was read from one file.
#[derive(Debug, Default)]
pub(crate) struct FileRead {
    /// Its VCALENDARs, at least one where it is a calendar file at all.
    pub headers: Vec<Header>,
    /// Its readable VEVENTs.
    pub events: Vec<ReadEvent>,
    /// VEVENTs it has, readable or not.
    pub found: usize,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Repairs beyond those told.
    pub untold: usize,
}

/// A readable VEVENT.
#[derive(Debug)]
pub(crate) struct ReadEvent {
    /// What it says. Nobody else has it until all is read; it is made here, where many are made at once.
    pub event: Arc<Event>,
    /// When it is.
    pub schedule: Schedule,
    /// Which VCALENDAR of the file it is in.
    pub header: usize,
    /// Which file of the import it is in.
    pub file: u32,
}

/// Problems of one component.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    pub(super) list: Vec<Note>,
}

#[derive(Debug)]
pub(super) struct Note {
    line: u32,
    code: &'static str,
    problem: String,
    remedy: &'static str,
    outcome: Outcome,
}

impl Notes {
    pub(super) fn add(
        &mut self,
        line: u32,
        code: &'static str,
        problem: &str,
        remedy: &'static str,
        outcome: Outcome,
    ) {
        // A list of a thousand odd dates is one problem.
        let told = self
            .list
            .last()
            .is_some_and(|note| note.line == line && note.code == code);
        if !told && self.list.len() < limits::DIAGNOSTICS {
            self.list.push(Note {
                line,
                code,
                problem: problem.to_owned(),
                remedy,
                outcome,
            });
        }
    }
}

/// Files from this size on are freed by another thread.
const FREED_ASIDE: usize = 4 << 20;

/// Reads one calendar file; its floating times in `zone`, where the user says so.
pub(crate) fn read(file: &str, bytes: Vec<u8>, zone: Option<Tz>, share: Share<'_>) -> FileRead {
    let mut read = FileRead::default();
    if bytes.iter().all(u8::is_ascii_whitespace) {
        read.diagnostics.push(whole_file(
            file,
            "empty-file",
            "the file is empty",
            "nothing was read from it",
        ));
        return read;
    }
    let (bytes, note) = normalized(bytes);
    let outline = outline(&bytes);
    if outline.calendars.is_empty()
        && outline.events.is_empty()
        && outline.others == 0
        && outline.zones.is_empty()
    {
        read.diagnostics.push(whole_file(
            file,
            "not-a-calendar",
            not_a_calendar(&bytes),
            "nothing was read from it",
        ));
        return read;
    }
    let mut told = Teller {
        file,
        read: &mut read,
        budget: limits::DIAGNOSTICS,
    };
    if let Some(note) = note {
        told.tell(
            0,
            None,
            "odd-encoding",
            note.to_owned(),
            "it was converted",
            Outcome::Repaired,
        );
    }
    if outline.calendars.is_empty() {
        let problem = "there is no BEGIN:VCALENDAR".to_owned();
        told.tell(
            0,
            None,
            "no-vcalendar",
            problem,
            "the events were read all the same",
            Outcome::Repaired,
        );
    }
    if outline.free_busy > 0 {
        let problem = format!(
            "{} VFREEBUSY components hold busy times, not events",
            outline.free_busy
        );
        told.tell(
            0,
            None,
            "free-busy",
            problem,
            "they were left out",
            Outcome::LeftOut,
        );
    }
    if outline.tasks > 0 {
        let problem = format!("{} to-dos or journal entries are no events", outline.tasks);
        told.tell(
            0,
            None,
            "no-event",
            problem,
            "they were passed over",
            Outcome::KeptAsIs,
        );
    }
    for oddity in &outline.oddities {
        told.tell(
            oddity.line,
            None,
            oddity.code,
            oddity.problem.clone(),
            oddity.remedy,
            Outcome::Repaired,
        );
    }
    let decoder = Decoder::new(&bytes);
    let mut notes = Notes::default();
    let zones = zones::zones(&bytes, &outline, &decoder, &mut notes);
    told.notes(notes, None);
    let mut headers = header::headers(&bytes, &outline, &decoder, &zones);
    if let Some(zone) = zone {
        for header in &mut headers {
            header.floats_in(zone);
        }
    }
    for header in &headers {
        if let (Some(name), None) = (&header.zone_name, &header.zone) {
            let shown: String = name.chars().take(80).collect();
            let problem = format!("X-WR-TIMEZONE names an unknown zone, \"{shown}\"");
            told.tell(
                0,
                None,
                "unknown-time-zone",
                problem,
                "times without a zone are the reader's",
                Outcome::KeptAsIs,
            );
        }
    }
    let reader = Reader {
        bytes: &bytes,
        outline: &outline,
        decoder: &decoder,
        zones: &zones,
        headers: &headers,
        share,
    };
    // One after the other where threads would cost more than they bring.
    let results: Vec<EventRead> = if outline.events.len() < 64 {
        outline
            .events
            .iter()
            .map(|block| reader.event(block))
            .collect()
    } else {
        outline
            .events
            .par_iter()
            .with_min_len(32)
            .map(|block| reader.event(block))
            .collect()
    };
    let mut events = Vec::with_capacity(results.len());
    for result in results {
        match result.event {
            Ok(event) => {
                told.notes(result.notes, Some(&event.event.uid));
                events.push(event);
            }
            Err(uid) => told.notes(result.notes, uid.as_deref()),
        }
    }
    let beyond = outline.too_many.map_or(0, |(count, line)| {
        let problem = format!("the file has more than {} events", limits::EVENTS);
        told.left_out(line, None, "too-many-events", problem);
        count
    });
    read.found = outline.events.len() + beyond;
    read.events = events;
    read.headers = headers;
    if bytes.len() > FREED_ASIDE {
        // Giving many pages back takes a while, and nobody has to wait for it.
        rayon::spawn(move || drop(bytes));
    }
    read
}

struct Reader<'a> {
    bytes: &'a [u8],
    outline: &'a Outline,
    decoder: &'a Decoder<'a>,
    zones: &'a Zones,
    headers: &'a [Header],
    share: Share<'a>,
}

struct EventRead {
    /// The event, or the UID of one that could not be read.
    event: Result<ReadEvent, Option<String>>,
    notes: Notes,
}

impl Reader<'_> {
    fn event(&self, block: &Block) -> EventRead {
        let mut notes = Notes::default();
        if self.share.is_cancelled() {
            // Nobody will look at it.
            return EventRead {
                event: Err(None),
                notes,
            };
        }
        self.share.advance(block.span.len());
        let lines = slice(
            self.bytes,
            std::slice::from_ref(block),
            self.outline.indented,
            self.decoder,
            is_event_property,
        );
        for repair in &lines.repairs {
            notes.add(
                repair.line,
                repair.code,
                repair.problem,
                repair.remedy,
                Outcome::Repaired,
            );
        }
        let (props, refused) = Props::of(&lines);
        for line in refused {
            notes.add(
                line,
                "bad-line",
                "a line cannot be taken apart",
                "the line was passed over",
                Outcome::Repaired,
            );
        }
        let header = self.headers.get(block.calendar);
        let timing = Timing {
            zones: self.zones,
            calendar: block.calendar,
            floating: header
                .and_then(|h| h.zone.clone())
                .unwrap_or(Zone::Floating),
        };
        let event = match timing.schedule(&props, &mut notes) {
            Ok(schedule) => Ok(ReadEvent {
                event: Arc::new(event(&props, &schedule, &lines, block.line, &mut notes)),
                schedule,
                header: block.calendar,
                file: 0,
            }),
            Err(why) => {
                let problem = match why {
                    NoTime::Missing => "the event has no DTSTART",
                    NoTime::Unreadable => "the event's DTSTART is not a date",
                    NoTime::UnknownInstance => "the event's RECURRENCE-ID is not a date",
                };
                notes.add(
                    block.line,
                    "no-start",
                    problem,
                    "the event was left out",
                    Outcome::LeftOut,
                );
                Err(props.text("UID").map(str::to_owned))
            }
        };
        EventRead { event, notes }
    }
}

/// Writes diagnostics of a file.
struct Teller<'a> {
    file: &'a str,
    read: &'a mut FileRead,
    budget: usize,
}

impl Teller<'_> {
    fn tell(
        &mut self,
        line: u32,
        uid: Option<&str>,
        code: &str,
        problem: String,
        remedy: &str,
        outcome: Outcome,
    ) {
        // What is left out is always told; of the rest, a bounded number.
        if outcome != Outcome::LeftOut {
            if self.budget == 0 {
                self.read.untold += 1;
                return;
            }
            self.budget -= 1;
        }
        self.read.diagnostics.push(Diagnostic {
            file: self.file.to_owned(),
            line,
            uid: uid.map(str::to_owned),
            code: code.to_owned(),
            problem,
            remedy: remedy.to_owned(),
            outcome,
        });
    }

    fn left_out(&mut self, line: u32, uid: Option<&str>, code: &str, problem: String) {
        self.tell(
            line,
            uid,
            code,
            problem,
            "what is beyond was left out",
            Outcome::LeftOut,
        );
    }

    fn notes(&mut self, notes: Notes, uid: Option<&str>) {
        for note in notes.list {
            self.tell(
                note.line,
                uid,
                note.code,
                note.problem,
                note.remedy,
                note.outcome,
            );
        }
    }
}

/// A problem of a whole file, which is left out.
pub(crate) fn whole_file(file: &str, code: &str, problem: &str, remedy: &str) -> Diagnostic {
    Diagnostic {
        file: file.to_owned(),
        line: 0,
        uid: None,
        code: code.to_owned(),
        problem: problem.to_owned(),
        remedy: remedy.to_owned(),
        outcome: Outcome::LeftOut,
    }
}

fn not_a_calendar(bytes: &[u8]) -> &'static str {
    let head = bytes.trim_ascii_start();
    let starts = |with: &[u8]| {
        head.get(..with.len())
            .is_some_and(|h| h.eq_ignore_ascii_case(with))
    };
    if starts(b"\x89PNG") || starts(b"\xFF\xD8\xFF") || starts(b"GIF8") {
        "the file is a picture, not a calendar"
    } else if starts(b"%PDF") {
        "the file is a PDF, not a calendar"
    } else if starts(b"<!doctype") || starts(b"<html") {
        "the file is a web page, not a calendar; the address it came from may need a log-in"
    } else if starts(b"BEGIN:VCARD") {
        "the file holds contacts, not a calendar"
    } else {
        "the file is no calendar: it has no BEGIN:VCALENDAR"
    }
}
