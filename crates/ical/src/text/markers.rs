//! Where the BEGIN and END lines of a file are.

use rayon::prelude::*;

use super::marker::may_be_marker;
use super::outline::physical_line;

/// A line that may be a BEGIN or END line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    /// Where it starts. Files are smaller than 4 GB.
    pub start: u32,
    /// Its number, from 1.
    pub line: u32,
}

/// Files from this size on are searched in parts at once.
const PART: usize = 1 << 20;

/// The BEGIN and END lines of a file in order, and how many lines it has.
pub(super) fn markers(bytes: &[u8]) -> (Vec<Marker>, u32) {
    let mut parts = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        // Parts end where lines do.
        let end = physical_line(bytes, (start + PART).min(bytes.len())).1;
        parts.push(start..end);
        start = end;
    }
    let found: Vec<(Vec<Marker>, u32)> = if parts.len() < 2 {
        parts.into_iter().map(|part| of_part(bytes, part)).collect()
    } else {
        parts
            .into_par_iter()
            .map(|part| of_part(bytes, part))
            .collect()
    };
    let mut all = Vec::with_capacity(found.iter().map(|(markers, _)| markers.len()).sum());
    let mut before = 0_u32;
    for (markers, lines) in found {
        all.extend(markers.into_iter().map(|marker| Marker {
            line: marker.line.saturating_add(before),
            ..marker
        }));
        before = before.saturating_add(lines);
    }
    (all, before)
}

/// The markers of a part, their lines counted from its start, and how many lines it has.
fn of_part(bytes: &[u8], part: std::ops::Range<usize>) -> (Vec<Marker>, u32) {
    let (mut at, end) = (part.start, part.end);
    let bytes = &bytes[..end];
    let mut found = Vec::new();
    let mut number = 0_u32;
    while at < end {
        let start = at;
        // Files may be full of empty lines.
        if bytes[start] == b'\n' {
            at += 1;
            number = number.saturating_add(1);
            continue;
        }
        let (line, next) = physical_line(bytes, start);
        at = next;
        number = number.saturating_add(1);
        if may_be_marker(line) {
            found.push(Marker {
                start: u32::try_from(start).unwrap_or(u32::MAX),
                line: number,
            });
        }
    }
    (found, number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_change_nothing() {
        let mut text = String::new();
        for n in 0..60_000 {
            text.push_str(&format!(
                "BEGIN:VEVENT\r\nUID:{n}\r\nSUMMARY:é\r\n more\r\nEND:VEVENT\n"
            ));
        }
        let bytes = text.as_bytes();
        assert!(bytes.len() > 3 * PART);
        let (markers, lines) = markers(bytes);
        assert_eq!((markers.clone(), lines), of_part(bytes, 0..bytes.len()));
        assert_eq!((markers.len(), lines), (120_000, 300_000));
    }
}
