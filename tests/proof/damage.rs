//! What programs, mail and hands do to files, at random and the same for the same seed.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Numbers without order, the same for the same seed (Marsaglia's xorshift).
pub struct Unordered(u64);

impl Unordered {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end.max(1) as u64).unwrap()
    }
}

/// Where calendars to damage lie: as programs write them, and odd ones.
pub const FOLDERS: [&str; 3] = [
    "crates/ical/tests/fixtures",
    "tests/calendars",
    "tests/cases",
];

/// Larger files only take longer.
const LARGEST: u64 = 48 << 10;

/// The calendars in some folders and those inside, in the order of their names.
pub fn calendars(folders: &[PathBuf]) -> Vec<Vec<u8>> {
    let mut files = Vec::new();
    for folder in folders {
        collect(folder, &mut files);
    }
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is_calendar = path.extension().is_some_and(|end| end == "ics");
        if path.is_dir() {
            collect(&path, files);
        } else if is_calendar && path.metadata().is_ok_and(|found| found.len() <= LARGEST) {
            files.push(path);
        }
    }
}

/// The next damaged one.
pub fn mutant(calendars: &[Vec<u8>], unordered: &mut Unordered) -> Vec<u8> {
    let mut bytes = calendars[unordered.below(calendars.len())].clone();
    for _ in 0..=unordered.below(3) {
        damage(&mut bytes, unordered);
    }
    bytes
}

/// Does to a file what programs, mail and hands do to files.
fn damage(bytes: &mut Vec<u8>, unordered: &mut Unordered) {
    let at = unordered.below(bytes.len());
    match unordered.below(15) {
        0 if at < bytes.len() => bytes[at] ^= 1 << unordered.below(8),
        1 if at + 1 < bytes.len() => bytes.swap(at, at + 1),
        2 => bytes.truncate(at),
        3 => insert(bytes, at, b"\0"),
        4 => insert(bytes, at, b"\r"),
        5 => insert(bytes, at, b"\r\n"),
        6 => insert(bytes, at, b"\xEF\xBB\xBF"),
        7 => insert(bytes, at, &[b'x'; 4_000]),
        8 => {
            let end = (at + unordered.below(120)).min(bytes.len());
            bytes.drain(at..end);
        }
        9 => {
            let end = (at + unordered.below(400)).min(bytes.len());
            let again = bytes.get(at..end).unwrap_or_default().to_vec();
            insert(bytes, at, &again);
        }
        10 => glue(bytes, at),
        11 => indent(bytes, at),
        12 => quote(bytes, at),
        13 => lose_letters(bytes, at, unordered),
        _ => bytes.retain(|b| *b != b'\r'),
    }
}

fn insert(bytes: &mut Vec<u8>, at: usize, what: &[u8]) {
    bytes.splice(at..at, what.iter().copied());
}

/// Takes away the next line end.
fn glue(bytes: &mut Vec<u8>, at: usize) {
    let end = bytes.iter().skip(at).position(|b| *b == b'\n');
    if let Some(end) = end.map(|end| at + end) {
        let begin = if end > 0 && bytes[end - 1] == b'\r' {
            end - 1
        } else {
            end
        };
        bytes.drain(begin..=end);
    }
}

/// Quotes all of it, or what follows, as mails do.
fn quote(bytes: &mut Vec<u8>, at: usize) {
    let from = if at.is_multiple_of(2) { 0 } else { at };
    let first = usize::from(from > 0);
    put_before_lines(bytes, from, first..usize::MAX, b"> ");
}

/// Puts blanks before some of the lines.
fn indent(bytes: &mut Vec<u8>, at: usize) {
    put_before_lines(bytes, at, 1..40, b"  ");
}

/// Puts a mark before lines, counted from some place on; in letters of two bytes where the file is of these.
fn put_before_lines(bytes: &mut Vec<u8>, from: usize, lines: Range<usize>, mark: &[u8]) {
    let empty = |half: usize| {
        bytes
            .iter()
            .skip(half)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (empty(0), empty(1));
    let is_wide = (first + second) * 3 > bytes.len();
    let ends_with_empty = is_wide && second > first;
    let (kept, rest) = bytes.split_at(from);
    let mut marked = kept.to_vec();
    for (number, line) in rest.split_inclusive(|b| *b == b'\n').enumerate() {
        // The line before ends with half a letter then.
        let is_cut = ends_with_empty && number > 0 && line.first() == Some(&0);
        let (end, line) = line.split_at(usize::from(is_cut));
        marked.extend_from_slice(end);
        for letter in mark.iter().filter(|_| lines.contains(&number)) {
            match (is_wide, ends_with_empty) {
                (false, _) => marked.push(*letter),
                (true, true) => marked.extend([*letter, 0]),
                (true, false) => marked.extend([0, *letter]),
            }
        }
        marked.extend_from_slice(line);
    }
    *bytes = marked;
}

/// Takes away a few letters of the next line that begins an event.
fn lose_letters(bytes: &mut Vec<u8>, at: usize, unordered: &mut Unordered) {
    let begin = b"BEGIN:VEVENT";
    let found = bytes.get(at..).unwrap_or_default();
    if let Some(place) = found.windows(begin.len()).position(|part| part == begin) {
        let from = at + place + unordered.below(begin.len());
        let end = (from + 1 + unordered.below(4)).min(bytes.len());
        bytes.drain(from..end);
    }
}
