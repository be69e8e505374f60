//! Events whose BEGIN or END line nobody recognizes are told by their properties.

use std::ops::Range;

use memchr::{memchr_iter, memmem};

use super::outline::{Block, is_continuation, is_indented_property, physical_line};

/// Properties that only an event has; where one of them stands, a calendar's own lines are over.
const OF_EVENTS: [&[u8]; 14] = [
    b"DTSTART",
    b"DTEND",
    b"DTSTAMP",
    b"UID",
    b"SUMMARY",
    b"RRULE",
    b"LOCATION",
    b"ORGANIZER",
    b"ATTENDEE",
    b"SEQUENCE",
    b"STATUS",
    b"TRANSP",
    b"CLASS",
    b"CREATED",
];

/// So many lines after an indented BEGIN line tell whether it is one.
const LINES_AFTER_BEGIN: usize = 3;

/// Whether a property is an event's by its name.
pub(super) fn is_of_events(name: &[u8]) -> bool {
    OF_EVENTS.contains(&name) || MORE_OF_EVENTS.contains(&name) || name.starts_with(b"X-")
}

/// Whether a line, wherever its blanks are, begins with such a property.
pub(super) fn begins_property_of_events(line: &[u8]) -> bool {
    let text = line.trim_ascii_start();
    let name = text.split(|b| matches!(b, b':' | b';')).next();
    name.is_some_and(|name| name.len() < text.len() && is_of_events(name))
}

/// Whether indented lines go on as an event does: one of the next is a property that only an event has, the first may be
/// damaged.
pub(super) fn go_on_as_event(bytes: &[u8], start: usize) -> bool {
    lines(bytes, start..bytes.len())
        .take(LINES_AFTER_BEGIN)
        .take_while(|(_, line)| is_continuation(line))
        .any(|(_, line)| is_indented_property(line) && begins_property_of_events(line))
}

/// Properties that an event has and that other things have as well.
const MORE_OF_EVENTS: [&[u8]; 12] = [
    b"DESCRIPTION",
    b"DURATION",
    b"RECURRENCE-ID",
    b"LAST-MODIFIED",
    b"CATEGORIES",
    b"PRIORITY",
    b"URL",
    b"EXDATE",
    b"RDATE",
    b"COMMENT",
    b"GEO",
    b"ATTACH",
];

/// What every event has once: where it comes again, another event began.
const ONCE: [&[u8]; 3] = [b"UID", b"DTSTART", b"DTSTAMP"];

/// Where the event in some lines begins, if there is one; one that is `ended` need not say when it is. Lines may be indented: no
/// text of a calendar's own goes on with a property of an event.
pub(super) fn event_in(bytes: &[u8], range: Range<usize>, ended: bool) -> Option<usize> {
    let says = Says::of(lines(bytes, range.clone()));
    let is_event = says.start || ended && says.is_called;
    let begins = |(_, line): &(usize, &[u8])| {
        let text = line.trim_ascii_start();
        OF_EVENTS.iter().any(|name| is_named(text, name))
    };
    let first = lines(bytes, range).find(begins).map(|(at, _)| at);
    first.filter(|_| is_event)
}

/// Where the event in some lines of a time zone begins, if there is one. Time zones have starts and rules too.
pub(super) fn event_in_zone(bytes: &[u8], range: Range<usize>, ended: bool) -> Option<usize> {
    let named = |line: &[u8], name: &[u8]| is_named(line.trim_ascii_start(), name);
    let is_of_zones = |line: &[u8]| named(line, b"DTSTART") || named(line, b"RRULE");
    let is_first = |(_, line): &(usize, &[u8])| {
        !is_of_zones(line) && OF_EVENTS.iter().any(|name| named(line, name))
    };
    let (first, _) = lines(bytes, range.clone()).find(is_first)?;
    if !Says::of(lines(bytes, range.clone())).is_called {
        return None;
    }
    let starts: Vec<usize> = lines(bytes, range)
        .filter(|(_, line)| named(line, b"DTSTART"))
        .map(|(at, _)| at)
        .collect();
    match starts.as_slice() {
        [.., last] if *last > first => Some(first),
        // The first one is the zone's.
        [_, .., last] => Some(*last),
        _ => Some(first).filter(|_| ended),
    }
}

/// What lines say that makes an event of them, whatever blanks stand before them.
#[derive(Debug, Default, Clone, Copy)]
struct Says {
    start: bool,
    /// Whether they have a UID or SUMMARY.
    is_called: bool,
}

impl Says {
    fn of<'a>(lines: impl Iterator<Item = (usize, &'a [u8])>) -> Self {
        lines.fold(Self::default(), |says, (_, line)| {
            let text = line.trim_ascii_start();
            Self {
                start: says.start || is_named(text, b"DTSTART"),
                is_called: says.is_called || is_named(text, b"UID") || is_named(text, b"SUMMARY"),
            }
        })
    }
}

/// Whether a component nobody knows is an event by what it says itself; one that is `ended` as one need not say when it is.
pub(super) fn is_event(bytes: &[u8], block: &Block, ended: bool) -> bool {
    // Quoted as in a mail from some line on it is still one, if only to be told of as left out.
    let says = Says::of(own_lines(bytes, block).map(|(at, line)| (at, without_quotation(line))));
    says.is_called && (says.start || ended)
}

/// A line without the marks of a mail that quotes it.
fn without_quotation(line: &[u8]) -> &[u8] {
    let text = line.trim_ascii_start();
    let marks = text.iter().take_while(|b| matches!(b, b'>' | b' ')).count();
    if text.first() == Some(&b'>') {
        text.get(marks..).unwrap_or_default()
    } else {
        text
    }
}

/// Whether to look closer whether a block is several events. Quick, because all are asked.
pub(super) fn may_be_several(bytes: &[u8], block: &Block) -> bool {
    let text = bytes.get(block.span.clone()).unwrap_or_default();
    memmem::find_iter(text, b"DTSTART").nth(1).is_some()
}

/// The events of a block: where a property that an event has once comes a second time, the next
/// one began.
pub(super) fn pieces(bytes: &[u8], block: Block) -> Vec<Block> {
    let mut cuts = Vec::new();
    let mut seen = [false; ONCE.len()];
    let mut times = [0_usize; ONCE.len()];
    for (at, line) in own_lines(bytes, &block) {
        let Some(which) = ONCE.iter().position(|name| is_named(line, name)) else {
            continue;
        };
        times[which] += 1;
        if seen[which] {
            seen = [false; ONCE.len()];
            cuts.push(at);
        }
        seen[which] = true;
    }
    // Notes may hold a line that looks like one of them; both are an event's.
    if times[0] < 2 || times[1] < 2 {
        return vec![block];
    }
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut rest = block;
    for cut in cuts {
        let newlines = memchr_iter(b'\n', &bytes[rest.span.start..cut]).count();
        let before = rest.before + u32::try_from(newlines).unwrap_or(0);
        let (inside, later): (Vec<_>, Vec<_>) = rest
            .holes
            .iter()
            .cloned()
            .partition(|hole| hole.start < cut);
        let (first, _) = physical_line(bytes, cut);
        let later = Block {
            span: cut..rest.span.end,
            holes: later,
            line: before.saturating_add(1),
            before,
            indented: is_indented_property(first),
            ..rest
        };
        pieces.push(Block {
            span: rest.span.start..cut,
            holes: inside,
            ..rest
        });
        rest = later;
    }
    pieces.push(rest);
    pieces
}

/// The physical lines of a block that belong to no component inside it, blanks before them taken away: lines may be indented
/// from some line on.
fn own_lines<'a>(bytes: &'a [u8], block: &'a Block) -> impl Iterator<Item = (usize, &'a [u8])> {
    let begins = std::iter::once(block.span.start).chain(block.holes.iter().map(|hole| hole.end));
    let ends = block
        .holes
        .iter()
        .map(|hole| hole.start)
        .chain([block.span.end]);
    begins
        .zip(ends)
        .flat_map(move |(begin, end)| lines(bytes, begin..end))
        .map(|(at, line)| (at, line.trim_ascii_start()))
}

fn lines(bytes: &[u8], range: Range<usize>) -> impl Iterator<Item = (usize, &[u8])> {
    let bytes = bytes.get(..range.end).unwrap_or_default();
    let mut at = range.start;
    std::iter::from_fn(move || {
        if at >= bytes.len() {
            return None;
        }
        let start = at;
        let (line, next) = physical_line(bytes, start);
        at = next;
        Some((start, line))
    })
}

fn is_named(line: &[u8], name: &[u8]) -> bool {
    line.get(..name.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(name))
        && matches!(line.get(name.len()), Some(b':' | b';'))
}
