use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{Diagnostic, Event, Outcome};

use super::header::{self, Header};
use super::notes::{Notes, Teller, whole_file};
use super::reader::Reader;
use super::zones;
use crate::limits;
use crate::progress::Share;
use crate::schedule::Schedule;
use crate::text::{Decoder, normalized, outline};

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

/// Reads one calendar file; its floating times in `zone`, where the user says so.
///
/// `items_left` is what is left of [`limits::ITEMS`].
pub(crate) fn read(
    file: &str,
    bytes: &[u8],
    zone: Option<Tz>,
    items_left: &mut usize,
    share: Share<'_>,
) -> FileRead {
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
    let (bytes, odd) = normalized(bytes);
    let outline = outline(&bytes);
    if outline.calendars.is_empty() && outline.events.is_empty() {
        read.diagnostics.push(whole_file(
            file,
            "not-a-calendar",
            not_a_calendar(&bytes),
            "nothing was read from it",
        ));
        return read;
    }
    let is_headless = outline.calendars.is_empty();
    let mut told = Teller::new(file, &mut read);
    for what in odd {
        told.tell(
            0,
            None,
            "odd-encoding",
            what.to_owned(),
            "it was converted",
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
    let events = reader.events(&mut told, items_left);
    if is_headless {
        let problem = "there is no BEGIN:VCALENDAR".to_owned();
        let remedy = if events.is_empty() {
            "events were looked for all the same, and none could be read"
        } else {
            "the events were read all the same"
        };
        told.tell(0, None, "no-vcalendar", problem, remedy, Outcome::Repaired);
    }
    let beyond = outline.too_many.map_or(0, |(count, line)| {
        let problem = format!("the file has more than {} events", limits::EVENTS);
        told.left_out(line, None, "too-many-events", problem);
        count
    });
    read.found = outline.events.len() + beyond;
    read.events = events;
    read.headers = headers;
    read
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
