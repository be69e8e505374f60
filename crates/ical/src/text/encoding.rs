use std::borrow::Cow;
use std::sync::OnceLock;

use chardetng::{EncodingDetector, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};
use memchr::{memchr, memchr_iter, memrchr};

use super::outline::{is_property, physical_line};
use super::wide;

/// How many bytes are looked at to tell which line ends a file has.
const SAMPLE: usize = 1 << 16;

/// How often marks are taken away: once for each answer to an answer.
const QUOTED_AGAIN: usize = 4;

/// The longest mark that a mail puts before the lines it quotes.
const QUOTED_AT_MOST: usize = 16;

/// Bytes that can be cut into lines at LF: no byte order mark, no UTF-16, no lone CR as line end, no quotation marks of a
/// mail. Says what was unusual.
pub(crate) fn normalized<'b>(
    bytes: impl Into<Cow<'b, [u8]>>,
) -> (Cow<'b, [u8]>, Vec<&'static str>) {
    let mut notes = Vec::new();
    let mut bytes = bytes.into();
    if let Some(order) = wide::order_of(&bytes) {
        notes.push("the text is UTF-16");
        bytes = Cow::Owned(wide::narrowed(&bytes, order));
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes = match bytes {
            Cow::Borrowed(text) => Cow::Borrowed(&text[3..]),
            Cow::Owned(mut text) => {
                text.drain(..3);
                Cow::Owned(text)
            }
        };
    }
    if memchr(0, &bytes).is_some() {
        notes.push("the text has NUL characters");
        bytes.to_mut().retain(|byte| *byte != 0);
    }
    if has_cr_lines(&bytes) {
        notes.push("lines end in CR only");
        let bytes = bytes.to_mut();
        for at in 0..bytes.len() {
            if bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                bytes[at] = b'\n';
            }
        }
    } else {
        let ends = lone_line_ends(&bytes);
        if !ends.is_empty() {
            notes.push("some lines end in CR only");
            let bytes = bytes.to_mut();
            for at in ends {
                bytes[at] = b'\n';
            }
        }
    }
    // An answer to an answer is quoted deeper from some line on.
    for deeper in 0..QUOTED_AGAIN {
        let Some(mark) = quotation_mark(&bytes) else {
            break;
        };
        if deeper == 0 {
            notes.push("the lines are quoted, as in a mail");
        }
        bytes = Cow::Owned(without_mark(&bytes, &mark));
    }
    (bytes, notes)
}

/// What stands before the BEGIN lines of a file that was quoted in a mail: `> `, `>> `, `> > `; also where that was indented.
fn quotation_mark(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr_iter(b'>', bytes).find_map(|at| {
        // Looked at from there, for a line may be long and full of them.
        let margin = bytes[..at]
            .iter()
            .rev()
            .take(QUOTED_AT_MOST)
            .take_while(|b| is_blank(**b))
            .count();
        let start = at - margin;
        if start > 0 && bytes[start - 1] != b'\n' {
            return None;
        }
        let line = &bytes[start..];
        let mark = line
            .iter()
            .take(QUOTED_AT_MOST)
            .take_while(|b| **b == b'>' || is_blank(**b))
            .count();
        // Whatever letters behind are wrong: nothing else in a mail begins like that.
        let is_marker = [b"BEGIN:V".as_slice(), b"END:V"].iter().any(|begins| {
            let head = line.get(mark..mark + begins.len());
            head.is_some_and(|head| head.eq_ignore_ascii_case(begins))
        });
        // A text that is folded may have one line that looks so, not two.
        let is_quoted = margin == 0 || has_quoted_neighbour(bytes, start, &line[..mark]);
        (is_marker && is_quoted).then(|| line[..mark].to_vec())
    })
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether the line before or after the one that starts at `start` has the mark too, and a property behind it.
fn has_quoted_neighbour(bytes: &[u8], start: usize, mark: &[u8]) -> bool {
    let is_quoted = |line: &[u8]| {
        line.strip_prefix(mark).is_some_and(|rest| {
            let name = rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric() || **b == b'-');
            let name = name.count();
            name > 2 && matches!(rest.get(name), Some(b':' | b';'))
        })
    };
    let (_, next) = physical_line(bytes, start);
    let before = &bytes[..start.saturating_sub(1)];
    let last = memrchr(b'\n', before).map_or(0, |end| end + 1);
    is_quoted(&bytes[next..]) || start > 0 && is_quoted(&before[last..])
}

/// The lines without the mark where they have it; blank ones have it without the blank behind it.
fn without_mark(bytes: &[u8], mark: &[u8]) -> Vec<u8> {
    let bare = mark.trim_ascii_end();
    let mut plain = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let rest = line.strip_prefix(mark).or_else(|| line.strip_prefix(bare));
        plain.extend_from_slice(rest.unwrap_or(line));
    }
    plain
}

/// Where a CR alone ends a line: what follows looks like a property. Elsewhere it is a character of a text.
fn lone_line_ends(bytes: &[u8]) -> Vec<usize> {
    memchr_iter(b'\r', bytes)
        .filter(|at| match bytes.get(at + 1..) {
            None | Some([] | [b'\n' | b'\r', ..]) => false,
            Some(after) => is_property(after),
        })
        .collect()
}

fn has_cr_lines(bytes: &[u8]) -> bool {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let lone = memchr_iter(b'\r', sample)
        .filter(|at| {
            sample
                .get(at + 1)
                .is_some_and(|next| *next != b'\n' && *next != b'\r')
        })
        .count();
    lone > 1 && lone > memchr_iter(b'\n', sample).count()
}

/// Turns the bytes of a line into text. UTF-8 where it is valid; else the encoding the whole file looks like.
pub(crate) struct Decoder<'a> {
    file: &'a [u8],
    fallback: OnceLock<&'static Encoding>,
}

impl<'a> Decoder<'a> {
    pub(crate) fn new(file: &'a [u8]) -> Self {
        Self {
            file,
            fallback: OnceLock::new(),
        }
    }

    /// The text of an unfolded line, and whether it had to be guessed.
    pub(crate) fn text<'t>(&self, line: &'t [u8]) -> (Cow<'t, str>, bool) {
        match std::str::from_utf8(line) {
            Ok(text) => (Cow::Borrowed(text), false),
            // A line that has proper UTF-8 characters besides the damage is damaged UTF-8.
            Err(_) if is_mostly_utf8(line) => (String::from_utf8_lossy(line), true),
            Err(_) => (self.fallback().decode_without_bom_handling(line).0, true),
        }
    }

    fn fallback(&self) -> &'static Encoding {
        self.fallback.get_or_init(|| {
            let mut detector = EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
            // Only the lines that are not UTF-8 say something.
            let mut rest = self.file;
            while !rest.is_empty() {
                let end = memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
                let (line, after) = rest.split_at(end);
                if !line.is_ascii() && std::str::from_utf8(line).is_err() {
                    detector.feed(line, false);
                }
                rest = after;
            }
            detector.feed(b"", true);
            let guess = detector.guess(None, Utf8Detection::Deny);
            // The single-byte encodings of the West differ little; this one is what calendars mean.
            if guess.is_single_byte() && guess.name().starts_with("ISO-8859-1") {
                WINDOWS_1252
            } else {
                guess
            }
        })
    }
}

fn is_mostly_utf8(line: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in line.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 0 && good >= bad
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_of_exporters() {
        let latin = b"SUMMARY:Gr\xFC\xDFe aus K\xF6ln\n";
        let decoder = Decoder::new(latin);
        assert_eq!(decoder.text(b"SUMMARY:Gr\xFC\xDFe").0, "SUMMARY:Grüße");
        assert_eq!(
            decoder.text("SUMMARY:Grüße".as_bytes()),
            ("SUMMARY:Grüße".into(), false)
        );
        let cut = decoder.text(b"SUMMARY:Gr\xC3\xBC\xC3\x9Fe \xE2\x80");
        assert_eq!(cut, ("SUMMARY:Grüße \u{FFFD}".into(), true));
    }

    #[test]
    fn byte_order_marks_and_line_ends() {
        let utf16: Vec<u8> = "\u{FEFF}BEGIN:VCALENDAR\r\n"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(normalized(utf16).0.as_ref(), b"BEGIN:VCALENDAR\r\n");
        assert_eq!(
            normalized(b"\xEF\xBB\xBFBEGIN:X\n".to_vec()).0.as_ref(),
            b"BEGIN:X\n"
        );
        assert_eq!(
            normalized(b"A:1\rB:2\rC:3\r".to_vec()).0.as_ref(),
            b"A:1\nB:2\nC:3\n"
        );
        assert_eq!(
            normalized(b"A:1\r\nB:2\r\n".to_vec()).0.as_ref(),
            b"A:1\r\nB:2\r\n"
        );
    }

    #[test]
    fn what_a_mail_quotes_is_read_without_its_marks() {
        let plain = |text: &str| String::from_utf8(normalized(text.as_bytes()).0.into_owned());
        for mark in ["> ", ">", ">> ", "> > "] {
            let lines = [
                "BEGIN:VCALENDAR",
                "SUMMARY:a",
                "  long one",
                "",
                "END:VCALENDAR",
            ];
            let quoted: Vec<String> = lines
                .iter()
                .map(|line| format!("{}\n", format!("{mark}{line}").trim_end()))
                .collect();
            let quoted = quoted.concat();
            assert_eq!(plain(&quoted).unwrap(), lines.join("\n") + "\n", "{mark:?}");
        }
        let text = "BEGIN:VEVENT\nDESCRIPTION:she said\n> yes\n";
        assert_eq!(
            plain(text).unwrap(),
            text,
            "only where the calendar is quoted"
        );
    }
}
