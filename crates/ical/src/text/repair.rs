use std::ops::Range;

use memchr::memchr_iter;

use super::encoding::Decoder;
use super::outline::{Block, is_continuation, is_property, physical_line};
use super::params::{self, Head};
use crate::limits;

/// Which properties of a component are of use. The others are not even unfolded.
pub(super) type Kept = fn(&[u8]) -> bool;

/// The lines of one component, unfolded, decoded and repaired so that a strict parser takes them.
#[derive(Debug, Default)]
pub(crate) struct Slice {
    /// `BEGIN:X`, one property a line, `END:X`; lines end in CRLF.
    pub text: String,
    /// The line in the file of each property.
    pub lines: Vec<u32>,
    /// What was repaired.
    pub repairs: Vec<Repair>,
}

/// One repair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Repair {
    pub line: u32,
    pub code: &'static str,
    pub problem: &'static str,
    pub remedy: &'static str,
}

/// Cuts a component out of a file.
pub(crate) fn slice(bytes: &[u8], blocks: &[Block], decoder: &Decoder<'_>, kept: Kept) -> Slice {
    let mut cutter = Cutter {
        decoder,
        indent: None,
        kept,
        out: Slice::default(),
        scratch: Vec::new(),
        last: Last::Nothing,
        guessed: false,
    };
    cutter.out.text.reserve(512);
    cutter.out.text.push_str("BEGIN:X\r\n");
    for block in blocks {
        let mut line = block.before;
        let mut at = block.span.start;
        cutter.indent = block.indented.then(|| indent(bytes, at));
        for hole in &block.holes {
            line = cutter.stretch(bytes, at..hole.start, line);
            line += newlines(&bytes[hole.clone()]);
            at = hole.end;
        }
        cutter.stretch(bytes, at..block.span.end, line);
    }
    cutter.out.text.push_str("END:X\r\n");
    cutter.out
}

/// How many blanks the first line that has something begins with.
fn indent(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        let (line, next) = physical_line(bytes, at);
        let text = line.trim_ascii_start();
        if !text.is_empty() {
            return line.len() - text.len();
        }
        at = next;
    }
    0
}

/// Where a folded line goes on after blank lines, and how many those are. A few at most: more end a line.
fn continued_after_blanks(bytes: &[u8], mut at: usize) -> Option<(usize, u32)> {
    const MOST: u32 = 4;
    for blank in 1..=MOST {
        if at >= bytes.len() {
            return None;
        }
        let (line, next) = physical_line(bytes, at);
        if !line.is_empty() {
            let goes_on = is_continuation(line) && !line.trim_ascii().is_empty();
            return goes_on.then_some((at, blank));
        }
        at = next;
    }
    None
}

fn newlines(bytes: &[u8]) -> u32 {
    u32::try_from(memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}

/// What a line without a name would go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    /// A text of several lines that is kept.
    Text,
    /// Something that is not kept.
    Dropped,
}

struct Cutter<'a> {
    decoder: &'a Decoder<'a>,
    /// How many blanks stand before the properties, where lines are indented.
    indent: Option<usize>,
    kept: Kept,
    out: Slice,
    scratch: Vec<u8>,
    last: Last,
    guessed: bool,
}

impl Cutter<'_> {
    /// Reads the lines of a stretch; `line` is the number of the line before it. Returns the number of its last.
    fn stretch(&mut self, bytes: &[u8], range: Range<usize>, mut line: u32) -> u32 {
        let Some(bytes) = bytes.get(..range.end) else {
            return line;
        };
        let mut at = range.start;
        while at < bytes.len() {
            let (first, mut next) = physical_line(bytes, at);
            line = line.saturating_add(1);
            let number = line;
            let mut first = first;
            if self.indent.is_some() {
                first = first.trim_ascii_start();
            }
            // Names are decided on before anything is copied.
            let wanted = self.is_wanted(first);
            let has_soft_breaks = params::has_soft_breaks(first);
            let mut folded = false;
            let mut ends_softly = has_soft_breaks && first.ends_with(b"=");
            while next < bytes.len() {
                let (more, after) = physical_line(bytes, next);
                if ends_softly && !self.is_next_property(more) {
                    if !folded {
                        self.scratch.clear();
                        self.scratch.extend_from_slice(first);
                        folded = true;
                    }
                    if self.scratch.len() <= limits::LINE_BYTES {
                        self.scratch.pop();
                        self.scratch
                            .extend_from_slice(more.strip_prefix(b" ").unwrap_or(more));
                    }
                    ends_softly = more.ends_with(b"=");
                    line = line.saturating_add(1);
                    next = after;
                    continue;
                }
                // A stray blank line does not end a folded one, if that goes on afterwards.
                if more.is_empty() && !first.is_empty() && self.indent.is_none() {
                    let Some((ahead, blank)) = continued_after_blanks(bytes, after) else {
                        break;
                    };
                    line = line.saturating_add(blank);
                    next = ahead;
                    continue;
                }
                let Some(text) = self.continuation(more) else {
                    break;
                };
                if wanted {
                    if !folded {
                        self.scratch.clear();
                        self.scratch.extend_from_slice(first);
                        folded = true;
                    }
                    if self.scratch.len() <= limits::LINE_BYTES {
                        self.scratch.extend_from_slice(text);
                    }
                }
                ends_softly = has_soft_breaks && more.ends_with(b"=");
                line = line.saturating_add(1);
                next = after;
            }
            at = next;
            if !wanted {
                self.last = Last::Dropped;
            } else if folded {
                let scratch = std::mem::take(&mut self.scratch);
                self.line(&scratch, number);
                self.scratch = scratch;
            } else {
                self.line(first, number);
            }
        }
        line
    }

    /// What a line adds to the one before it, if it goes on with that: what is behind one blank, where lines are indented
    /// behind one more than properties have.
    fn continuation<'b>(&self, line: &'b [u8]) -> Option<&'b [u8]> {
        if !is_continuation(line) {
            return None;
        }
        let Some(indent) = self.indent else {
            return line.get(1..);
        };
        let text = line.trim_ascii_start();
        let deeper = line.len() - text.len() > indent && !text.is_empty();
        (deeper && !is_property(text)).then(|| line.get(indent + 1..))?
    }

    /// Whether a line begins a property of an event or a component, so that no text before it goes on there.
    fn is_next_property(&self, line: &[u8]) -> bool {
        let name = line.split(|b| matches!(b, b':' | b';')).next();
        let name = name.filter(|name| name.len() < line.len());
        name.is_some_and(|name| {
            matches!(name, b"BEGIN" | b"END") || (is_property(line) && (self.kept)(name))
        })
    }

    /// Whether a line's property is kept, or may be something that needs repair.
    fn is_wanted(&self, line: &[u8]) -> bool {
        let end = line
            .iter()
            .position(|b| !(b.is_ascii_alphanumeric() || *b == b'-'));
        match end.map(|end| (end, line[end])) {
            Some((end @ 1.., b':' | b';')) => (self.kept)(&line[..end]),
            _ => !line.is_empty(),
        }
    }

    fn repair(
        &mut self,
        line: u32,
        code: &'static str,
        problem: &'static str,
        remedy: &'static str,
    ) {
        if self.out.repairs.len() < limits::DIAGNOSTICS {
            self.out.repairs.push(Repair {
                line,
                code,
                problem,
                remedy,
            });
        }
    }

    fn line(&mut self, bytes: &[u8], number: u32) {
        let mut bytes = bytes;
        if bytes.len() > limits::LINE_BYTES {
            bytes = &bytes[..limits::LINE_BYTES];
            self.repair(
                number,
                "line-too-long",
                "a line is longer than a megabyte",
                "it was cut there",
            );
        }
        let (text, guessed) = self.decoder.text(bytes);
        if guessed && !self.guessed {
            self.guessed = true;
            self.repair(
                number,
                "not-utf-8",
                "the text is not UTF-8",
                "its encoding was guessed",
            );
        }
        let text = text.as_ref();
        if text.trim().is_empty() {
            return;
        }
        match params::head(text) {
            Some(head) if (self.kept)(head.name.as_bytes()) => self.property(&head, number),
            Some(_) => self.last = Last::Dropped,
            None => self.nameless(text, number),
        }
    }

    /// A property: name, the parameters that matter, value.
    fn property(&mut self, head: &Head<'_>, number: u32) {
        if head.repaired {
            self.repair(
                number,
                "bad-parameter",
                "a parameter is not written as RFC 5545 wants it",
                "it was read as it seems to be meant",
            );
        }
        if head.decoded {
            self.repair(
                number,
                "quoted-printable",
                "a text is quoted-printable, as vCalendar 1.0 wrote it",
                "it was decoded",
            );
        }
        let out = &mut self.out.text;
        out.push_str(&head.name);
        for (key, value) in &head.params {
            if value.trim().is_empty() {
                continue;
            }
            out.push(';');
            out.push_str(key);
            out.push_str("=\"");
            out.extend(value.chars().filter(|c| *c != '"' && !c.is_control()));
            out.push('"');
        }
        out.push(':');
        push_value(out, &head.value);
        out.push_str("\r\n");
        self.out.lines.push(number);
        self.last = match head.name.as_ref() {
            "DESCRIPTION" | "COMMENT" | "X-ALT-DESC" => Last::Text,
            _ => Last::Nothing,
        };
    }

    /// A line that is no property: most often text that was not folded.
    fn nameless(&mut self, text: &str, number: u32) {
        match self.last {
            Last::Text => {
                let out = &mut self.out.text;
                out.truncate(out.len() - 2);
                out.push_str("\\n");
                push_value(out, &text.replace('\\', "\\\\"));
                out.push_str("\r\n");
                self.repair(
                    number,
                    "unfolded-text",
                    "a line of text is not folded",
                    "it was added to the text before it",
                );
            }
            Last::Dropped | Last::Nothing => self.repair(
                number,
                "bad-line",
                "a line is no property (no name and colon)",
                "the line was passed over",
            ),
        }
    }
}

/// A value without the control characters that a parser stumbles over.
fn push_value(out: &mut String, value: &str) {
    if value.bytes().any(|b| b < b' ' && b != b'\t') {
        out.extend(value.chars().filter(|c| *c >= ' ' || *c == '\t'));
    } else if value.contains("\\\"") {
        push_without_escaped_quotes(out, value);
    } else {
        out.push_str(value);
    }
}

/// RFC 5545 has no escape for quotes, yet some write `\\"`. An escaped backslash before a quote is not one.
fn push_without_escaped_quotes(out: &mut String, value: &str) {
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('"') => out.push('"'),
            Some(escaped) => out.extend(['\\', escaped]),
            None => out.push('\\'),
        }
    }
}
