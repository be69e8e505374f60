//! Which lines are meant as BEGIN and END lines, whatever happened to them.

use memchr::memmem;

use super::outline::{is_continuation, is_property};
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
    let text = trimmed(line);
    let Some((begin, after)) = keyword(text) else {
        return meant(line);
    };
    let indented = is_continuation(line);
    let (name, rest, mut guessed) = named(line, begin, after);
    // Only the line after it tells whether it begins something.
    guessed |= indented && !is_known(name);
    let found = MarkerLine {
        begin,
        name,
        rest,
        indented,
        guessed,
    };
    if indented && !is_marker_in_margin(line, &found) {
        return meant(line);
    }
    Some(found)
}

/// The component a marker names behind its keyword, where on the line something else follows, and whether it was guessed.
fn named<'a>(line: &'a [u8], begin: bool, after: &'a [u8]) -> (&'a [u8], Option<usize>, bool) {
    let at = line.len() - after.len();
    // `END:VTIMEZONEBEGIN:VEVENT`: the name ends where the next marker begins.
    let next = [b"BEGIN:".as_slice(), b"END:"]
        .iter()
        .filter_map(|keyword| memmem::find(after, keyword))
        .filter(|at| *at > 0)
        .min();
    let token = after
        .iter()
        .take(next.unwrap_or(after.len()))
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
    if is_known(name) {
        return (name, follows(token), next == Some(token));
    }
    // `BEGIN:VEVENTUID:1`, `END:VEVENTBEGIN:VEVENT`.
    let glued = ["VEVENT", "VCALENDAR"].into_iter().find(|known| {
        name.get(..known.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(known.as_bytes()))
    });
    match glued {
        Some(known) => (&name[..known.len()], follows(known.len()), true),
        None if is_nearly(name, b"VEVENT", TYPOS) => (b"VEVENT", follows(token), true),
        None if is_nearly(name, b"VCALENDAR", TYPOS) => (b"VCALENDAR", follows(token), true),
        None => match (cut_short(name, &after[token..]), meant(line)) {
            (Some(at), _) => (b"VEVENT", follows(at), true),
            // `END:VEVENess-2@example.org`: nothing follows an END that could be meant otherwise.
            (None, None) if !begin && head_of_event(name).is_some() => {
                (b"VEVENT", head_of_event(name).and_then(follows), true)
            }
            (None, Some(meant)) => (meant.name, meant.rest, true),
            (None, None) => (name, follows(token), false),
        },
    }
}

/// How many capitals at the start of a name are an event's, more or less.
fn head_of_event(name: &[u8]) -> Option<usize> {
    let capitals = name.iter().take_while(|b| b.is_ascii_uppercase()).count();
    let longest = capitals.min(b"VEVENT".len() + TYPOS);
    (b"VEVENT".len() - TYPOS..=longest)
        .rev()
        .find(|end| is_nearly(&name[..*end], b"VEVENT", TYPOS))
}

/// Whether a marker with blanks before it can be one. Text that is folded there stays text: only a whole line is a marker, or
/// an event's with a property of events behind; and only the line after it tells whether one with a letter wrong is.
fn is_marker_in_margin(line: &[u8], found: &MarkerLine<'_>) -> bool {
    let is_event = found.name.eq_ignore_ascii_case(b"VEVENT");
    match found.rest.and_then(|rest| line.get(rest..)) {
        None => is_event || is_known(found.name) || found.begin && is_in_capitals(found.name),
        Some(rest) => is_event && stray::begins_property_of_events(rest),
    }
}

fn is_in_capitals(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(u8::is_ascii_uppercase)
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
    let line = trimmed(line);
    // Longer lines are no markers.
    if line.len() > 3 * MOST_LETTERS {
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
    let indented = is_continuation(line);
    let behind = |marker: &[u8]| {
        let text = line.trim_ascii_end();
        // `RRUBEGIN:VEVENT`: of a property the marker's own colon would be the first.
        let colon = text.len().saturating_sub(b":VEVENT".len());
        let is_value = text.iter().position(|b| matches!(b, b':' | b';')) != Some(colon);
        text.ends_with(marker) && !indented && !(is_value && is_property(line))
    };
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
        indented,
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
            ("END:VTIMEZONEBEGIN:VEVENT", "-VTIMEZONE?…BEGIN:VEVENT"),
            ("END:VEVENess-2@example.org", "-VEVENT?…ess-2@example.org"),
            ("RRUBEGIN:VEVENT", "+VEVENT?"),
            ("  BEGIN:VEV", "+VEV?"),
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
            ("  BEGIVEVENT", "+VEVENT?"),
            ("  BEGI:VEVENT", "+VEVENT?"),
            ("  BEGIN:VEVEM\u{FEFF}NT", "+VEVENT?"),
            ("  BEGIN:VEVENT  UID:2", "+VEVENT…  UID:2"),
            ("  BEGIN:VEVEN UID:3", "+VEVENT?… UID:3"),
            ("\tBEGIN:VEVENTUID:4", "+VEVENT?…UID:4"),
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
            "SUMMARY:xBEGIN:VEVENT",
            "begin the event",
        ] {
            assert_eq!(read(line), None, "{line:?}");
        }
        assert_eq!(read("BEGIN:VALARM").as_deref(), Some("+VALARM"));
    }
}
