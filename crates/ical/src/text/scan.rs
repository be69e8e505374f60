//! BEGIN and END lines to components, whatever is missing.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr_iter;

use super::kind::Kind;
use super::marker::{self, MarkerLine, marker};
use super::markers::markers;
use super::outline::{
    Block, Oddity, Outline, is_continuation, is_indented_property, physical_line,
};
use super::stray;
use crate::limits;

struct Open {
    kind: Kind,
    /// Whether blanks stand before its BEGIN line.
    indented: bool,
    /// Whether it is somebody's own (`X-…`).
    experimental: bool,
    /// Where it begins: the start of its BEGIN line.
    begins: usize,
    block: Block,
    parts: Vec<(Block, bool)>,
}

/// Finds the components of a file.
pub(super) fn scan(bytes: &[u8]) -> Outline {
    let mut scan = Scan {
        bytes,
        out: Outline::default(),
        stack: Vec::new(),
        line: 0,
        loose: 0..0,
        loose_line: 1,
        too_deep: 0,
    };
    scan.run();
    scan.out
}

/// A BEGIN line.
struct Begun {
    /// Where it starts.
    start: usize,
    /// Where what is in the component starts.
    body: usize,
    /// Its number.
    line: u32,
    /// The number of the line before `body`.
    before: u32,
    /// Whether blanks stand before it.
    indented: bool,
}

impl Begun {
    /// Where the line after it starts.
    fn next_line(&self, bytes: &[u8]) -> usize {
        if self.before == self.line.saturating_sub(1) {
            physical_line(bytes, self.body).1
        } else {
            self.body
        }
    }
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
        let (markers, lines) = markers(self.bytes);
        for found in markers {
            self.line = found.line;
            let (line, next) = physical_line(self.bytes, found.start as usize);
            self.marker(line, found.start as usize, next);
        }
        self.line = lines;
        self.end_of_file();
    }

    /// Takes a line that may be a marker; it starts at `start`, and the line after it at `next`.
    fn marker(&mut self, line: &[u8], start: usize, mut next: usize) {
        let Some(found) = marker(line) else {
            return;
        };
        if found.indented && !self.is_indentation(&found, next) {
            return;
        }
        let first_line = self.line;
        // Nearly all files have it in one line and in capitals.
        let mut name = Cow::Borrowed(found.name);
        let may_be_folded = found.rest.is_none() && !marker::is_known(found.name);
        while let Some((more, after)) = may_be_folded.then(|| physical_line(self.bytes, next)) {
            if !is_continuation(more) || is_indented_property(more) {
                break;
            }
            name.to_mut().extend(more.trim_ascii().iter().take(64));
            self.line = self.line.saturating_add(1);
            next = after;
        }
        if name.iter().any(u8::is_ascii_lowercase) {
            name.to_mut().make_ascii_uppercase();
        }
        let rest = found.rest.map(|rest| (&line[rest..], start + rest));
        let inner = rest.filter(|(text, _)| marker(text).is_some());
        if found.guessed || rest.is_some() && inner.is_none() {
            self.oddity(
                first_line,
                "odd-marker",
                "a BEGIN or END line is not written as RFC 5545 wants it".to_owned(),
                "it was read as it seems to be meant",
            );
        }
        // What else stands on the line of a BEGIN is the component's.
        let body = match rest {
            Some((_, at)) if found.begin && inner.is_none() => at,
            _ => next,
        };
        let before = if body == next {
            self.line
        } else {
            self.line.saturating_sub(1)
        };
        if found.begin {
            let begun = Begun {
                start,
                body,
                line: first_line,
                before,
                indented: found.indented,
            };
            self.begin(name.trim_ascii(), &begun);
        } else {
            self.end(name.trim_ascii(), start, next, first_line);
        }
        self.loose = body..body;
        self.loose_line = before.saturating_add(1);
        if let Some((text, at)) = inner {
            self.marker(text, at, next);
        }
    }

    /// Whether a marker with blanks before it is one, and not a part of the text before it: where lines are indented, or
    /// where no text can be that it goes on with.
    fn is_indentation(&self, found: &MarkerLine<'_>, next: usize) -> bool {
        let innermost = self.stack.last();
        if found.begin {
            let (first, _) = physical_line(self.bytes, next);
            let at_calendar = innermost.is_none_or(|open| open.kind == Kind::Calendar);
            return !found.guessed && (at_calendar || is_indented_property(first))
                || stray::go_on_as_event(self.bytes, next);
        }
        let is_outside = !self.stack.iter().any(|open| open.kind == Kind::Event);
        found.name == b"VEVENT" && is_outside
            || innermost.is_some_and(|open| open.indented || open.block.indented)
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

    /// Keeps the lines since the last marker as part of the calendar's header, and what is an event there as an event:
    /// nobody could read its BEGIN line. `ended`: by an END line of its own.
    fn keep_loose(&mut self, end: usize, ended: bool) {
        if self.loose.start >= end {
            return;
        }
        let innermost = self.stack.last().map(|open| open.kind);
        if innermost.is_some_and(Kind::is_of_zone) {
            // No time zone says what an event does: where one does, the zone was over.
            let before = self.loose.clone();
            let Some(begins) = stray::event_in_zone(self.bytes, before.start..end, ended) else {
                return;
            };
            self.loose.start = begins;
            let passed = memchr_iter(b'\n', &self.bytes[before.start..begins]).count();
            self.loose_line += u32::try_from(passed).unwrap_or(0);
            let outer = self.stack.iter().take_while(|open| !open.kind.is_of_zone());
            self.close_down_to(outer.count(), begins, self.loose_line);
        } else if innermost.is_some_and(|kind| kind != Kind::Calendar) {
            return;
        }
        let loose = std::mem::replace(&mut self.loose, end..end);
        let event = stray::event_in(self.bytes, loose.start..end, ended);
        let header = self.loose_block(loose.start..event.unwrap_or(end), loose.start);
        if !header.span.is_empty() && self.out.headers.len() < 2 * limits::CALENDARS {
            self.out.headers.push(header);
        }
        let Some(begins) = event else {
            return;
        };
        for piece in stray::pieces(self.bytes, self.loose_block(begins..end, loose.start)) {
            self.oddity(
                piece.line,
                "missing-begin",
                "an event has no BEGIN:VEVENT".to_owned(),
                "it was taken for an event",
            );
            self.add_event(piece);
        }
    }

    /// Lines since the last marker, which is followed by the byte at `loose`.
    fn loose_block(&self, span: Range<usize>, loose: usize) -> Block {
        let passed = memchr_iter(b'\n', &self.bytes[loose..span.start]).count();
        let line = self.loose_line + u32::try_from(passed).unwrap_or(0);
        let (first, _) = physical_line(self.bytes, span.start);
        Block {
            line,
            before: line.saturating_sub(1),
            indented: is_indented_property(first),
            span,
            holes: Vec::new(),
            calendar: self.out.calendars.len().saturating_sub(1),
        }
    }

    fn begin(&mut self, name: &[u8], begun: &Begun) {
        let kind = Kind::of(name);
        let (start, line) = (begun.start, begun.line);
        self.keep_loose(start, false);
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
            Kind::Other | Kind::Unknown => self.stack.len(),
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
        let (first, _) = physical_line(self.bytes, begun.next_line(self.bytes));
        self.stack.push(Open {
            kind,
            indented: begun.indented,
            experimental: name.starts_with(b"X-"),
            begins: start,
            block: Block {
                span: begun.body..begun.body,
                holes: Vec::new(),
                line,
                before: begun.before,
                indented: is_indented_property(first) || begun.indented && is_continuation(first),
                calendar: self.out.calendars.len().saturating_sub(1),
            },
            parts: Vec::new(),
        });
    }

    fn end(&mut self, name: &[u8], start: usize, next: usize, line: u32) {
        let kind = Kind::of(name);
        if self.too_deep > 0 && kind.is_other() {
            self.too_deep -= 1;
            return;
        }
        if kind == Kind::Event && self.end_unknown(start) {
            return;
        }
        let is_its = |open: &Open| open.kind == kind || open.kind.is_other() && kind.is_other();
        if let Some(at) = self.stack.iter().rposition(is_its) {
            // An END of something small inside an event closes no event.
            let crosses =
                kind.is_other() && self.stack[at + 1..].iter().any(|o| o.kind == Kind::Event);
            if !crosses {
                self.keep_loose(start, false);
                // A time zone that had an event in it is closed already.
                if self.stack.len() > at {
                    self.close_down_to(at + 1, start, line);
                    self.close(start, next);
                }
                return;
            }
        }
        let events = self.out.events.len();
        self.keep_loose(start, kind == Kind::Event);
        if kind == Kind::Event && self.out.events.len() > events {
            return;
        }
        self.oddity(
            line,
            "stray-end",
            "an END line ends nothing that was begun".to_owned(),
            "the line was passed over",
        );
    }

    /// Ends an event whose name in its BEGIN line nobody knows, where the innermost component is one; not what somebody put
    /// into an event.
    fn end_unknown(&mut self, end: usize) -> bool {
        let Some((innermost, outer)) = self.stack.split_last() else {
            return false;
        };
        if innermost.kind != Kind::Unknown || innermost.experimental {
            return false;
        }
        let up_to = |open: &Open, end: usize| Block {
            span: open.block.span.start..end.max(open.block.span.start),
            ..open.block.clone()
        };
        let event = up_to(innermost, end);
        let is_event = match outer.last() {
            // What is in an event belongs to it, but for a whole one in a whole one.
            Some(outer) if outer.kind == Kind::Event => {
                let outer = up_to(outer, innermost.begins);
                stray::is_event(self.bytes, &outer, false)
                    && stray::is_event(self.bytes, &event, false)
            }
            Some(outer) if outer.kind.is_other() => false,
            _ => stray::is_event(self.bytes, &event, true),
        };
        if !is_event {
            return false;
        }
        let begins = innermost.begins;
        let keep = outer.iter().take_while(|o| o.kind == Kind::Calendar);
        let keep = keep.count();
        self.stack.pop();
        self.close_down_to(keep, begins, event.line);
        self.add_odd_event(event);
        true
    }

    /// Closes what is open beyond the first `keep`, whose END lines are missing.
    fn close_down_to(&mut self, keep: usize, at: usize, line: u32) {
        while self.stack.len() > keep {
            if let Some(open) = self.stack.last() {
                let what = open.kind.called();
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

    /// Adds an event; it may be several, with neither an END nor a BEGIN line between them.
    fn add_events(&mut self, block: Block) {
        if !stray::may_be_several(self.bytes, &block) {
            self.add_event(block);
            return;
        }
        for (number, piece) in stray::pieces(self.bytes, block).into_iter().enumerate() {
            if number > 0 {
                self.oddity(
                    piece.line,
                    "missing-begin",
                    "an event has no BEGIN:VEVENT, and the one before no END:VEVENT".to_owned(),
                    "it was told by its UID and DTSTART",
                );
            }
            self.add_event(piece);
        }
    }

    /// Reads a component as an event that calls itself otherwise.
    fn add_if_event(&mut self, block: Block) {
        if stray::is_event(self.bytes, &block, false) {
            self.add_odd_event(block);
        } else {
            self.out.others += 1;
        }
    }

    fn add_odd_event(&mut self, block: Block) {
        self.oddity(
            block.line,
            "odd-component",
            "a component that nobody knows has what an event has".to_owned(),
            "it was taken for an event",
        );
        self.add_event(block);
    }

    /// Closes the innermost component, whose END line starts at `end`.
    fn close(&mut self, end: usize, next: usize) {
        let Some(mut open) = self.stack.pop() else {
            return;
        };
        open.block.span.end = end.max(open.block.span.start);
        if let Some(outer) = self.stack.last_mut() {
            // What nobody knows, and does not end, is no reason to lose what follows in it.
            let unended = open.kind == Kind::Unknown && end == next;
            if outer.kind != Kind::Calendar && !unended {
                outer.block.holes.push(open.begins..next);
            }
            if outer.kind == Kind::Zone && matches!(open.kind, Kind::Standard | Kind::Daylight) {
                outer.parts.push((open.block, open.kind == Kind::Daylight));
                return;
            }
        }
        let at_calendar = self
            .stack
            .last()
            .is_none_or(|outer| outer.kind == Kind::Calendar);
        match open.kind {
            Kind::Event => self.add_events(open.block),
            // One of somebody's own that ends is what it says.
            Kind::Unknown if at_calendar && (!open.experimental || end == next) => {
                self.add_if_event(open.block);
            }
            Kind::Zone if self.out.zones.len() < limits::CALENDARS => {
                self.out.zones.push((open.block, open.parts));
            }
            Kind::Other | Kind::Unknown => self.out.others += 1,
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
        self.keep_loose(end, false);
        let line = self.line;
        self.close_down_to(0, end, line);
    }
}
