use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr;

use super::markers::{marker, unmarked};
use crate::limits;

/// A stretch of a file's bytes: a component without the components inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its bytes, from the line after BEGIN to the line of END.
    pub span: Range<usize>,
    /// Stretches inside that belong to nested components.
    pub holes: Vec<Range<usize>>,
    /// The line of its BEGIN, from 1.
    pub line: u32,
    /// Which VCALENDAR of the file it is in, from 0.
    pub calendar: usize,
}

/// What was odd about the structure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Oddity {
    pub line: u32,
    pub code: &'static str,
    pub problem: String,
    pub remedy: &'static str,
}

/// The components of a file, found by their BEGIN and END lines.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// The VEVENTs.
    pub events: Vec<Block>,
    /// The VTIMEZONEs, each followed by its STANDARD and DAYLIGHT parts.
    pub zones: Vec<(Block, Vec<(Block, bool)>)>,
    /// The lines of VCALENDARs that are in no other component.
    pub headers: Vec<Block>,
    /// Where the VCALENDARs begin: their first byte and their line.
    pub calendars: Vec<(usize, u32)>,
    /// What was odd.
    pub oddities: Vec<Oddity>,
    /// VEVENTs beyond the bound, and the line of the first.
    pub too_many: Option<(usize, u32)>,
    /// Other components.
    pub others: usize,
    /// VFREEBUSYs among them.
    pub free_busy: usize,
    /// VTODOs and VJOURNALs among them.
    pub tasks: usize,
    /// Whether lines are indented, so that a leading blank is no continuation.
    pub indented: bool,
}

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

/// One physical line without its end: where it starts, its bytes, and where the next starts.
pub(crate) fn physical_line(bytes: &[u8], start: usize) -> (&[u8], usize) {
    let end = memchr(b'\n', &bytes[start..]).map_or(bytes.len(), |at| start + at);
    let mut line = &bytes[start..end];
    while let [head @ .., b'\r'] = line {
        line = head;
    }
    (line, (end + 1).min(bytes.len()))
}

/// Whether a physical line continues the one before it.
pub(crate) fn is_continuation(line: &[u8]) -> bool {
    matches!(line.first(), Some(b' ' | b'\t'))
}

/// Finds the components of a file.
pub(crate) fn outline(bytes: &[u8]) -> Outline {
    let mut scan = Scan {
        bytes,
        out: Outline {
            indented: is_indented(bytes),
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

/// Some tools indent what is inside a component. Then the line after `BEGIN:VCALENDAR` has a blank before its name.
fn is_indented(bytes: &[u8]) -> bool {
    let mut at = 0;
    let mut after_begin = false;
    while at < bytes.len() {
        let (line, next) = physical_line(bytes, at);
        if after_begin && !line.trim_ascii().is_empty() {
            let text = line.trim_ascii_start();
            let name = text
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
                .count();
            return is_continuation(line)
                && name > 3
                && matches!(text.get(name), Some(b':' | b';'));
        }
        after_begin |= line.trim_ascii().eq_ignore_ascii_case(b"BEGIN:VCALENDAR");
        at = next;
        if at > 1 << 16 {
            break;
        }
    }
    false
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
        let (markers, lines) = super::markers::markers(self.bytes, self.out.indented);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn events(text: &str) -> Vec<(String, u32)> {
        let out = outline(text.as_bytes());
        out.events
            .into_iter()
            .map(|b| (text[b.span].to_owned(), b.line))
            .collect()
    }

    #[test]
    fn nested_components_are_holes() {
        let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nUID:a\nEND:VALARM\nEND:VEVENT\nEND:VCALENDAR\n";
        let out = outline(text.as_bytes());
        assert_eq!(out.events.len(), 1);
        assert_eq!(
            &text[out.events[0].holes[0].clone()],
            "BEGIN:VALARM\nUID:a\nEND:VALARM\n"
        );
        assert!(out.oddities.is_empty());
    }

    #[test]
    fn missing_ends_cost_nothing() {
        let text =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\n";
        assert_eq!(events(text).len(), 2);
        assert_eq!(
            outline(text.as_bytes()).oddities.len(),
            3,
            "alarm, event, calendar"
        );
    }

    #[test]
    fn a_missing_begin_is_seen_by_the_end() {
        let text = "BEGIN:VCALENDAR\nUID:1\nDTSTART:20240101\nEND:VEVENT\nEND:VCALENDAR\n";
        assert_eq!(events(text), [("UID:1\nDTSTART:20240101\n".to_owned(), 2)]);
    }

    #[test]
    fn folded_markers_and_any_case() {
        assert_eq!(
            events("begin:vcalendar\nbegin:ve\n vent\nUID:1\nEnd:VEvent\n")[0].0,
            "UID:1\n"
        );
    }

    #[test]
    fn deep_nesting_ends() {
        let text = "BEGIN:X\n".repeat(100_000);
        assert_eq!(outline(text.as_bytes()).events.len(), 0);
    }
}
