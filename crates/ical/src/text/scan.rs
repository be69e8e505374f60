//! BEGIN and END lines to components, whatever is missing.

use std::borrow::Cow;
use std::ops::Range;

use super::markers::{marker, markers, unmarked};
use super::outline::{Block, Oddity, Outline, is_continuation, physical_line};
use crate::limits;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Calendar,
    Event,
    Zone,
    Standard,
    Daylight,
    Other,
}

struct Open {
    kind: Kind,
    /// Where it begins: the start of its BEGIN line.
    begins: usize,
    block: Block,
    parts: Vec<(Block, bool)>,
}

/// Finds the components of a file.
pub(super) fn scan(bytes: &[u8], indented: bool) -> Outline {
    let mut scan = Scan {
        bytes,
        out: Outline {
            indented,
            ..Outline::default()
        },
        stack: Vec::new(),
        line: 0,
        loose: 0..0,
        loose_line: 1,
        too_deep: 0,
    };
    scan.run();
    scan.out
}

struct Scan<'a> {
    bytes: &'a [u8],
    out: Outline,
    stack: Vec<Open>,
    /// The number of the current line.
    line: u32,
    /// The lines since the last BEGIN or END, where no component but a VCALENDAR is open.
    loose: Range<usize>,
    loose_line: u32,
    too_deep: usize,
}

impl Scan<'_> {
    fn run(&mut self) {
        let (markers, lines) = markers(self.bytes, self.out.indented);
        for found in markers {
            let start = found.start as usize;
            let (line, mut at) = physical_line(self.bytes, start);
            let Some((begin, name)) = marker(unmarked(line, self.out.indented)) else {
                continue;
            };
            self.line = found.line;
            let first_line = self.line;
            // Nearly all files have it in one line and in capitals.
            let mut name = Cow::Borrowed(name);
            while !self.out.indented && is_continuation(self.bytes.get(at..).unwrap_or_default()) {
                let (more, next) = physical_line(self.bytes, at);
                name.to_mut().extend(more[1..].iter().take(64));
                self.line = self.line.saturating_add(1);
                at = next;
            }
            if name.iter().any(u8::is_ascii_lowercase) {
                name.to_mut().make_ascii_uppercase();
            }
            let name = name.trim_ascii();
            if begin {
                self.begin(name, start, at, first_line);
            } else {
                self.end(name, start, at, first_line);
            }
            self.loose = at..at;
            self.loose_line = self.line.saturating_add(1);
        }
        self.line = lines;
        self.end_of_file();
    }

    fn oddity(&mut self, line: u32, code: &'static str, problem: String, remedy: &'static str) {
        if self.out.oddities.len() < limits::DIAGNOSTICS {
            self.out.oddities.push(Oddity {
                line,
                code,
                problem,
                remedy,
            });
        }
    }

    /// Keeps the lines since the last marker as part of the calendar's header.
    fn keep_loose(&mut self, end: usize) {
        let at_calendar = self
            .stack
            .last()
            .is_none_or(|open| open.kind == Kind::Calendar);
        if at_calendar && self.loose.start < end && self.out.headers.len() < 2 * limits::CALENDARS {
            let calendar = self.out.calendars.len().saturating_sub(1);
            self.out.headers.push(Block {
                span: self.loose.start..end,
                holes: Vec::new(),
                line: self.loose_line.saturating_sub(1),
                calendar,
            });
        }
    }

    fn begin(&mut self, name: &[u8], start: usize, body: usize, line: u32) {
        let kind = match name {
            b"VCALENDAR" => Kind::Calendar,
            b"VEVENT" => Kind::Event,
            b"VTIMEZONE" => Kind::Zone,
            b"STANDARD" => Kind::Standard,
            b"DAYLIGHT" => Kind::Daylight,
            _ => Kind::Other,
        };
        self.keep_loose(start);
        // These stand beside each other, so one that begins inside another tells of a missing END.
        let keep = match kind {
            Kind::Calendar => 0,
            Kind::Event | Kind::Zone => self
                .stack
                .iter()
                .take_while(|open| open.kind == Kind::Calendar)
                .count(),
            Kind::Standard | Kind::Daylight => self
                .stack
                .iter()
                .rposition(|open| open.kind == Kind::Zone)
                .map_or(self.stack.len(), |at| at + 1),
            Kind::Other if name.starts_with(b"V") && name != b"VALARM" && name != b"VLOCATION" => {
                let inside_event = self.stack.iter().any(|open| open.kind == Kind::Event);
                let known = matches!(name, b"VTODO" | b"VJOURNAL" | b"VFREEBUSY");
                if inside_event && known {
                    self.stack
                        .iter()
                        .take_while(|open| open.kind == Kind::Calendar)
                        .count()
                } else {
                    self.stack.len()
                }
            }
            Kind::Other => self.stack.len(),
        };
        self.close_down_to(keep, start, line);
        if self.stack.len() >= limits::COMPONENT_DEPTH {
            if self.too_deep == 0 {
                let problem = format!("components nest more than {} deep", limits::COMPONENT_DEPTH);
                self.oddity(
                    line,
                    "nested-too-deep",
                    problem,
                    "the deeper ones were passed over",
                );
            }
            self.too_deep += 1;
            return;
        }
        match name {
            b"VCALENDAR" if self.out.calendars.len() < limits::CALENDARS => {
                self.out.calendars.push((start, line));
            }
            b"VFREEBUSY" => self.out.free_busy += 1,
            b"VTODO" | b"VJOURNAL" => self.out.tasks += 1,
            _ => {}
        }
        self.stack.push(Open {
            kind,
            begins: start,
            block: Block {
                span: body..body,
                holes: Vec::new(),
                line,
                calendar: self.out.calendars.len().saturating_sub(1),
            },
            parts: Vec::new(),
        });
    }

    fn end(&mut self, name: &[u8], start: usize, next: usize, line: u32) {
        let kind = match name {
            b"VCALENDAR" => Kind::Calendar,
            b"VEVENT" => Kind::Event,
            b"VTIMEZONE" => Kind::Zone,
            b"STANDARD" => Kind::Standard,
            b"DAYLIGHT" => Kind::Daylight,
            _ => Kind::Other,
        };
        if self.too_deep > 0 && kind == Kind::Other {
            self.too_deep -= 1;
            return;
        }
        if let Some(at) = self.stack.iter().rposition(|open| open.kind == kind) {
            // An END of something small inside an event closes no event.
            let crosses =
                kind == Kind::Other && self.stack[at + 1..].iter().any(|o| o.kind == Kind::Event);
            if !crosses {
                self.keep_loose(start);
                self.close_down_to(at + 1, start, line);
                self.close(start, next);
                return;
            }
        }
        let at_calendar = self
            .stack
            .last()
            .is_none_or(|open| open.kind == Kind::Calendar);
        if kind == Kind::Event && at_calendar && self.loose_has_event(start) {
            let block = Block {
                span: self.loose.start..start,
                holes: Vec::new(),
                line: self.loose_line,
                calendar: self.out.calendars.len().saturating_sub(1),
            };
            self.oddity(
                self.loose_line,
                "missing-begin",
                "an event has no BEGIN:VEVENT".to_owned(),
                "it was read as an event all the same",
            );
            self.add_event(block);
            return;
        }
        self.keep_loose(start);
        self.oddity(
            line,
            "stray-end",
            "an END line ends nothing that was begun".to_owned(),
            "the line was passed over",
        );
    }

    fn loose_has_event(&self, end: usize) -> bool {
        self.loose.start < end && has_line(&self.bytes[self.loose.start..end], b"DTSTART")
    }

    /// Closes what is open beyond the first `keep`, whose END lines are missing.
    fn close_down_to(&mut self, keep: usize, at: usize, line: u32) {
        while self.stack.len() > keep {
            if let Some(open) = self.stack.last() {
                let what = match open.kind {
                    Kind::Calendar => "a VCALENDAR",
                    Kind::Event => "an event",
                    Kind::Zone | Kind::Standard | Kind::Daylight => "a time zone",
                    Kind::Other => "a component",
                };
                let begun = open.block.line;
                self.oddity(
                    begun,
                    "missing-end",
                    format!("{what} has no END line before line {line}"),
                    "it was taken to end there",
                );
            }
            self.close(at, at);
        }
    }

    /// Closes the innermost component, whose END line starts at `end`.
    fn close(&mut self, end: usize, next: usize) {
        let Some(mut open) = self.stack.pop() else {
            return;
        };
        open.block.span.end = end.max(open.block.span.start);
        if let Some(outer) = self.stack.last_mut() {
            if outer.kind != Kind::Calendar {
                outer.block.holes.push(open.begins..next);
            }
            if outer.kind == Kind::Zone && matches!(open.kind, Kind::Standard | Kind::Daylight) {
                outer.parts.push((open.block, open.kind == Kind::Daylight));
                return;
            }
        }
        match open.kind {
            Kind::Event => self.add_event(open.block),
            Kind::Zone if self.out.zones.len() < limits::CALENDARS => {
                self.out.zones.push((open.block, open.parts));
            }
            Kind::Other => self.out.others += 1,
            _ => {}
        }
    }

    fn add_event(&mut self, block: Block) {
        if self.out.events.len() < limits::EVENTS {
            self.out.events.push(block);
        } else {
            self.out.too_many.get_or_insert((0, block.line)).0 += 1;
        }
    }

    fn end_of_file(&mut self) {
        let end = self.bytes.len();
        self.keep_loose(end);
        let line = self.line;
        self.close_down_to(0, end, line);
    }
}

/// Whether one of the lines begins with a property name.
fn has_line(bytes: &[u8], name: &[u8]) -> bool {
    let mut at = 0;
    while at < bytes.len() {
        let (line, next) = physical_line(bytes, at);
        if line
            .get(..name.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(name))
        {
            return true;
        }
        at = next;
    }
    false
}
