//! Which lines are meant as BEGIN and END lines, whatever happened to them.

use super::outline::is_property;
use super::stray;

/// A BEGIN or END line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MarkerLine<'a> {
    pub begin: bool,
    /// The component's name as written; of one that is written wrongly, what is meant.
    pub name: &'a [u8],
    /// Where on the line something else follows.
    pub rest: Option<usize>,
    /// Whether blanks stand before it, so that it may go on with the line before.
    pub indented: bool,
    /// Whether it had to be guessed what it is.
    pub guessed: bool,
}

/// The components of RFC 5545 and its kin, so that other text behind `BEGIN:` is seen to be none.
const KNOWN: [&str; 18] = [
    "VCALENDAR",
    "VEVENT",
    "VTODO",
    "VJOURNAL",
    "VFREEBUSY",
    "VTIMEZONE",
    "STANDARD",
    "DAYLIGHT",
    "VALARM",
    "VAVAILABILITY",
    "AVAILABLE",
    "VLOCATION",
    "VRESOURCE",
    "PARTICIPANT",
    "VPOLL",
    "VOTE",
    "VVOTER",
    "VCARD",
];

/// How many letters may be wrong.
const TYPOS: usize = 2;

/// Lines with more letters than this are no marker of an event, however they are written.
const MOST_LETTERS: usize = 13;

/// Whether a component's name is known, in whatever case.
pub(super) fn is_known(name: &[u8]) -> bool {
    KNOWN
        .iter()
        .any(|known| known.as_bytes().eq_ignore_ascii_case(name))
}

/// Whether to look closer at a line. Quick, because all lines are asked.
pub(super) fn may_be_marker(line: &[u8]) -> bool {
    let text = trimmed(line);
    match text.first() {
        Some(b'B' | b'b' | b'E' | b'e') if keyword(text).is_some() => true,
        Some(_) => may_be_meant(line),
        None => false,
    }
}

/// Reads a line as a marker.
pub(super) fn marker(line: &[u8]) -> Option<MarkerLine<'_>> {
    let indented = matches!(line.first(), Some(b' ' | b'\t'));
    let text = trimmed(line);
    let Some((begin, after)) = keyword(text) else {
        return meant(line);
    };
    let at = line.len() - after.len();
    let token = after
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-')
        .count();
    let name = &after[..token];
    let follows = |from: usize| {
        let rest = &line[at + from..];
        let blank = rest
            .iter()
            .all(|b| b.is_ascii_whitespace() || b.is_ascii_control());
        (!blank).then_some(at + from)
    };
    // Text that is folded there stays text: only a whole line is a marker, and only the line after it tells whether one with a
    // letter wrong is.
    let is_whole = follows(token).is_none();
    if indented && !(is_whole && (is_known(name) || is_nearly(name, b"VEVENT", TYPOS))) {
        return None;
    }
    if is_known(name) {
        let (name, rest) = (name, follows(token));
        return Some(MarkerLine {
            begin,
            name,
            rest,
            indented,
            guessed: false,
        });
    }
    // `BEGIN:VEVENTUID:1`, `END:VEVENTBEGIN:VEVENT`.
    let glued = ["VEVENT", "VCALENDAR"].into_iter().find(|known| {
        name.get(..known.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(known.as_bytes()))
    });
    let (name, rest, guessed) = match glued {
        Some(known) => (&name[..known.len()], follows(known.len()), true),
        None if is_nearly(name, b"VEVENT", TYPOS) => (b"VEVENT".as_slice(), follows(token), true),
        None if is_nearly(name, b"VCALENDAR", TYPOS) => {
            (b"VCALENDAR".as_slice(), follows(token), true)
        }
        None => match (cut_short(name, &after[token..]), meant(line)) {
            (Some(at), _) => (b"VEVENT".as_slice(), follows(at), true),
            (None, Some(meant)) => return Some(meant),
            (None, None) => (name, follows(token), false),
        },
    };
    Some(MarkerLine {
        begin,
        name,
        rest,
        indented,
        guessed,
    })
}

/// Where in `VEVEDTSTART` the name of an event ends whose last letters were lost with the line end; `after` is what follows.
fn cut_short(name: &[u8], after: &[u8]) -> Option<usize> {
    if !matches!(after.first(), Some(b':' | b';')) {
        return None;
    }
    let shortest = b"VEVENT".len() - TYPOS;
    (shortest..=b"VEVENT".len() + TYPOS).find(|&at| {
        name.split_at_checked(at).is_some_and(|(name, next)| {
            is_nearly(name, b"VEVENT", TYPOS)
                && (stray::is_of_events(next) || matches!(next, b"BEGIN" | b"END"))
        })
    })
}

/// A line without what may stand before its name: blanks, the byte order mark of a file that was joined to another,
/// control characters.
fn trimmed(line: &[u8]) -> &[u8] {
    let mut text = line;
    loop {
        text = match text {
            [0xEF, 0xBB, 0xBF, rest @ ..] => rest,
            [first, rest @ ..] if *first <= b' ' => rest,
            _ => return text,
        };
    }
}

/// `BEGIN:` or `END:`, and what follows.
fn keyword(text: &[u8]) -> Option<(bool, &[u8])> {
    let rest = |keyword: &[u8]| {
        let head = text.get(..keyword.len())?;
        if !head.eq_ignore_ascii_case(keyword) {
            return None;
        }
        let after = text[keyword.len()..].trim_ascii_start();
        after.strip_prefix(b":").map(<[u8]>::trim_ascii_start)
    };
    match rest(b"BEGIN") {
        Some(after) => Some((true, after)),
        None => rest(b"END").map(|after| (false, after)),
    }
}

/// Whether a line has the letters of an event's marker, more or less.
fn may_be_meant(line: &[u8]) -> bool {
    // Continuations are text, and longer lines are no markers.
    if line.len() > 3 * MOST_LETTERS || matches!(line.first(), Some(b' ' | b'\t')) {
        return false;
    }
    let (mut v, mut e) = (0, 0);
    for byte in line {
        match byte {
            b'V' => v += 1,
            b'E' => e += 1,
            _ => {}
        }
    }
    v >= 1 && e >= 2
}

/// An event's marker with a few letters wrong, and without or with other characters between them.
fn meant(line: &[u8]) -> Option<MarkerLine<'_>> {
    if !may_be_meant(line) {
        return None;
    }
    let letters: Vec<u8> = line
        .iter()
        .copied()
        .filter(u8::is_ascii_alphanumeric)
        .take(MOST_LETTERS + 1)
        .collect();
    // What stands before it is no property, so nothing is known that it could be.
    let behind = |marker: &[u8]| line.trim_ascii_end().ends_with(marker) && !is_property(line);
    if behind(b"BEGIN:VEVENT") || behind(b"END:VEVENT") {
        return Some(MarkerLine {
            begin: behind(b"BEGIN:VEVENT"),
            name: b"VEVENT",
            rest: None,
            indented: false,
            guessed: true,
        });
    }
    if letters.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let begin = wrong_letters(&letters, b"BEGINVEVENT");
    let end = wrong_letters(&letters, b"ENDVEVENT");
    (begin.min(end) <= TYPOS).then_some(MarkerLine {
        begin: begin < end,
        name: b"VEVENT",
        rest: None,
        indented: false,
        guessed: true,
    })
}

fn is_nearly(name: &[u8], known: &[u8], typos: usize) -> bool {
    name.iter().all(|b| !b.is_ascii_lowercase()) && wrong_letters(name, known) <= typos
}

/// How many letters are wrong, missing, too many, or swapped with their neighbour (the optimal string alignment
/// distance). More than anybody asks about where the lengths are far apart.
fn wrong_letters(a: &[u8], b: &[u8]) -> usize {
    if a.len().abs_diff(b.len()) > TYPOS {
        return usize::MAX;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let swapped =
                (i > 0 && j > 0 && a[i - 1] == *y && b[j - 1] == *x).then(|| before[j - 1] + 1);
            let best = (last[j] + usize::from(x != y))
                .min(last[j + 1] + 1)
                .min(row[j] + 1);
            row.push(swapped.map_or(best, |swapped| swapped.min(best)));
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `+name` begins, `-name` ends; `?` where it was guessed, `…` and what follows on the line.
    fn read(line: &str) -> Option<String> {
        let marker = marker(line.as_bytes())?;
        let sign = if marker.begin { '+' } else { '-' };
        let mut said = format!("{sign}{}", String::from_utf8_lossy(marker.name));
        if marker.guessed {
            said.push('?');
        }
        if let Some(rest) = marker.rest {
            said = format!("{said}…{}", &line[rest..]);
        }
        Some(said)
    }

    #[test]
    fn markers_as_written_in_the_wild() {
        for (line, meaning) in [
            ("BEGIN:VEVENT", "+VEVENT"),
            ("end : VEvent ", "-VEvent"),
            ("BEGIN:VEVENT\0", "+VEVENT"),
            ("\u{FEFF}BEGIN:VCALENDAR", "+VCALENDAR"),
            ("BEGIN:X-THING", "+X-THING"),
            ("BEGIN:VEVENT x", "+VEVENT… x"),
            ("BEGIN:VEVENT\rUID:1", "+VEVENT…\rUID:1"),
            ("BEGIN:VEVENTUID:1", "+VEVENT?…UID:1"),
            ("END:VEVENTBEGIN:VEVENT", "-VEVENT?…BEGIN:VEVENT"),
            ("BEGIN:VEVEDTSTART:20260101", "+VEVENT?…DTSTART:20260101"),
            ("BEGIN:VEVENSUMMARY;X=1:a", "+VEVENT?…SUMMARY;X=1:a"),
            ("END:VEVEBEGIN:VEVENT", "-VEVENT?…BEGIN:VEVENT"),
            ("BEGIN:VEVEMT", "+VEVENT?"),
            ("BEGIN:EVVENT", "+VEVENT?"),
            ("BEGNI:VEVENT", "+VEVENT?"),
            ("BEGINVEVENT", "+VEVENT?"),
            ("BEGIN;VEVENT", "+VEVENT?"),
            ("BEG\0IN:VEV\u{200B}ENT", "+VEVENT?"),
            ("EDN:VEVENT", "-VEVENT?"),
            ("ND:VEVENT", "-VEVENT?"),
            ("  END:VEVENT", "-VEVENT"),
            ("  BEGIN:VEVEMT", "+VEVENT?"),
            ("> BEGIN:VEVENT", "+VEVENT?"),
            ("xEND:VEVENT", "-VEVENT?"),
        ] {
            assert_eq!(read(line).as_deref(), Some(meaning), "{line:?}");
            assert!(may_be_marker(line.as_bytes()), "{line:?}");
        }
    }

    #[test]
    fn what_is_no_marker() {
        for line in [
            "",
            "UID:EVENT",
            "DTEND:20240101T090000Z",
            "DESCRIPTION:BEGIN:VEVENT",
            "  END:VEVENT is what it says",
            "End of event",
            "  BEGIN:VEVEMT is what it says",
            "SUMMARY:EVENT",
            "begin the event",
        ] {
            assert_eq!(read(line), None, "{line:?}");
        }
        assert_eq!(read("BEGIN:VALARM").as_deref(), Some("+VALARM"));
    }
}
