use std::ops::Range;

use memchr::memchr;

use super::scan::scan;

/// A stretch of a file's bytes: a component without the components inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// Its bytes, from the line after BEGIN to the line of END.
    pub span: Range<usize>,
    /// Stretches inside that belong to nested components.
    pub holes: Vec<Range<usize>>,
    /// The line of its BEGIN, from 1.
    pub line: u32,
    /// The number of the line before its first byte.
    pub before: u32,
    /// Whether its lines are indented, so that a leading blank is no continuation.
    pub indented: bool,
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

/// Whether a line is a property by its look: a name in capitals, then a colon or a semicolon.
pub(crate) fn is_property(line: &[u8]) -> bool {
    let name = line
        .iter()
        .take_while(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || **b == b'-')
        .count();
    name > 2 && matches!(line.get(name), Some(b':' | b';'))
}

/// Whether a line has a blank before what is a property by its look. After a BEGIN line, which nothing goes on, that is
/// indentation.
pub(crate) fn is_indented_property(line: &[u8]) -> bool {
    is_continuation(line) && is_property(line.trim_ascii_start())
}

/// Finds the components of a file.
pub(crate) fn outline(bytes: &[u8]) -> Outline {
    scan(bytes)
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
