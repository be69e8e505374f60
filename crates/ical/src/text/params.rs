//! The name and parameters of a content line (RFC 5545 sections 3.1 and 3.2), read with patience.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use memchr::{memchr, memchr2};

/// The parts of a content line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head<'a> {
    /// In upper case.
    pub name: Cow<'a, str>,
    /// The parameters that matter, names in upper case, values without quotes.
    pub params: Vec<(&'static str, Cow<'a, str>)>,
    /// Everything after the colon.
    pub value: Cow<'a, str>,
    /// Whether a parameter was written wrongly.
    pub repaired: bool,
    /// Whether the value was quoted-printable.
    pub decoded: bool,
}

/// The parameters anything is done with.
const KNOWN: [&str; 11] = [
    "TZID", "VALUE", "CN", "PARTSTAT", "ROLE", "CUTYPE", "RANGE", "FMTTYPE", "EMAIL", "ENCODING",
    "CHARSET",
];

/// Reads a content line. `None` where it has no name, or no colon.
pub(super) fn head(line: &str) -> Option<Head<'_>> {
    let end = memchr2(b':', b';', line.as_bytes())?;
    let name = line[..end].trim();
    let valid = !name.is_empty()
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'/'));
    if !valid {
        return None;
    }
    // vCard-like groups (`A.SUMMARY`) and lower case.
    let name = name.rsplit('.').next().unwrap_or(name);
    let name = if name.bytes().any(|b| b.is_ascii_lowercase()) {
        Cow::Owned(name.to_ascii_uppercase())
    } else {
        Cow::Borrowed(name)
    };
    let mut head = Head {
        name,
        params: Vec::new(),
        value: Cow::Borrowed(""),
        repaired: false,
        decoded: false,
    };
    let mut rest = &line[end..];
    while let Some(after) = rest.strip_prefix(';') {
        rest = parameter(after, &mut head)?;
    }
    head.value = Cow::Borrowed(rest.strip_prefix(':')?);
    let param = |name: &str| head.params.iter().find(|(key, _)| *key == name);
    if param("ENCODING").is_some_and(|(_, how)| how.eq_ignore_ascii_case(QUOTED_PRINTABLE)) {
        let charset = param("CHARSET").and_then(|(_, name)| Encoding::for_label(name.as_bytes()));
        let value = quoted_printable(&head.value, charset);
        head.value = Cow::Owned(value);
        head.decoded = true;
    }
    Some(head)
}

const QUOTED_PRINTABLE: &str = "QUOTED-PRINTABLE";

/// Whether a line goes on behind a `=` at its end, as quoted-printable text does.
pub(super) fn has_soft_breaks(line: &[u8]) -> bool {
    // Few lines have parameters, and few of those this one.
    let Some(from) = memchr2(b';', b':', line).filter(|at| line[*at] == b';') else {
        return false;
    };
    let end = memchr(b':', line).unwrap_or(line.len());
    line[from..end]
        .windows(QUOTED_PRINTABLE.len())
        .any(|part| part.eq_ignore_ascii_case(QUOTED_PRINTABLE.as_bytes()))
}

/// Takes one parameter, from after its semicolon; returns what follows it, from the next semicolon or colon.
fn parameter<'a>(text: &'a str, head: &mut Head<'a>) -> Option<&'a str> {
    let end = text.find([';', ':', '='])?;
    let key = text[..end].trim();
    let Some(after) = text[end..].strip_prefix('=') else {
        // A parameter without a value, as vCalendar 1.0 wrote them.
        if key.eq_ignore_ascii_case(QUOTED_PRINTABLE) {
            head.params.push(("ENCODING", Cow::Borrowed(key)));
        } else {
            head.repaired |= !key.is_empty();
        }
        return Some(&text[end..]);
    };
    let known = KNOWN
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(key));
    let (value, rest) = match after.strip_prefix('"') {
        Some(quoted) => quoted_value(quoted, head),
        None => bare_value(after, head),
    }?;
    if let Some(key) = known {
        head.params.push((key, value));
    }
    Some(rest)
}

/// A value in quotes, from after the first.
fn quoted_value<'a>(text: &'a str, head: &mut Head<'a>) -> Option<(Cow<'a, str>, &'a str)> {
    if let Some(end) = text.find('"') {
        let (value, rest) = (&text[..end], &text[end + 1..]);
        let trimmed = rest.trim_start();
        if trimmed.starts_with([';', ':']) {
            head.repaired |= trimmed.len() != rest.len();
            return Some((Cow::Borrowed(value), trimmed));
        }
        if let Some(more) = rest.strip_prefix(",\"") {
            // A list of quoted values; the first is enough for what is done with these.
            let (_, rest) = quoted_value(more, head)?;
            return Some((Cow::Borrowed(value), rest));
        }
        // `CN="A" B:` and `CN="A "the" B":`: the quotes are noise.
        head.repaired = true;
        // Names are short; a far quote belongs to something else.
        let near = &rest[..rest.floor_char_boundary(512)];
        let end = near
            .find("\":")
            .or_else(|| near.find("\";"))
            .map_or_else(|| rest.find([';', ':']), |at| Some(at + 1))?;
        let whole = format!("{value}{}", &rest[..end]);
        return Some((Cow::Owned(whole.replace('"', "")), &rest[end..]));
    }
    // The closing quote is missing.
    head.repaired = true;
    bare_value(text, head)
}

/// A value without quotes. A colon in it (`TZID=(UTC+01:00) Berlin:2024…`) is told from the one that ends it by what
/// follows.
fn bare_value<'a>(text: &'a str, head: &mut Head<'a>) -> Option<(Cow<'a, str>, &'a str)> {
    let end = text.find([';', ':'])?;
    let mut end = end;
    match head.name.as_ref() {
        "DTSTART" | "DTEND" | "RECURRENCE-ID" | "EXDATE" | "RDATE" | "DUE" => {
            let bytes = text.as_bytes();
            let is_date = |at: usize| {
                let value = text[at + 1..].trim_start().as_bytes();
                value.len() >= 8 && value[..4].iter().all(u8::is_ascii_digit)
            };
            if bytes[end] == b':' && !is_date(end) {
                let better = text
                    .char_indices()
                    .filter(|(_, c)| *c == ':')
                    .map(|(at, _)| at)
                    .find(|at| is_date(*at));
                if let Some(better) = better {
                    head.repaired = true;
                    // Parameters after the odd value would be swallowed by it.
                    end = text[end..better].find(';').map_or(better, |at| end + at);
                }
            }
        }
        "ATTENDEE" | "ORGANIZER" => {
            let is_address = |rest: &str| {
                let scheme = rest.find(|c: char| !c.is_ascii_alphanumeric());
                rest.starts_with('/') || scheme.is_some_and(|at| rest[at..].starts_with(':'))
            };
            let rest = &text[end + 1..];
            if text.as_bytes()[end] == b':' && !is_address(rest) {
                let lower = text.to_ascii_lowercase();
                if let Some(better) = lower.rfind(":mailto:").filter(|at| *at > end) {
                    head.repaired = true;
                    end = text[end..better].find(';').map_or(better, |at| end + at);
                }
            }
        }
        _ => {}
    }
    let value = &text[..end];
    Some((
        Cow::Borrowed(value.trim().trim_end_matches('"')),
        &text[end..],
    ))
}

/// Quoted-printable (vCalendar 1.0; RFC 2045 section 6.7), in the character set it says, else in UTF-8. Backslashes and line
/// breaks become those of iCalendar.
fn quoted_printable(text: &str, charset: Option<&'static Encoding>) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let hex = |b: u8| {
            char::from(b)
                .to_digit(16)
                .and_then(|d| u8::try_from(d).ok())
        };
        rest = after;
        match (byte, after) {
            (b'=', [high, low, tail @ ..]) if hex(*high).is_some() && hex(*low).is_some() => {
                let decoded = hex(*high).unwrap_or(0) * 16 + hex(*low).unwrap_or(0);
                match decoded {
                    b'\n' => bytes.extend_from_slice(b"\\n"),
                    b'\r' => {}
                    b'\\' => bytes.extend_from_slice(b"\\\\"),
                    other => bytes.push(other),
                }
                rest = tail;
            }
            // A soft line break at the end, with nothing behind it.
            (b'=', []) => {}
            _ => bytes.push(*byte),
        }
    }
    if let Some(charset) = charset.filter(|charset| *charset != UTF_8) {
        return charset.decode_without_bom_handling(&bytes).0.into_owned();
    }
    String::from_utf8(bytes)
        .unwrap_or_else(|bad| WINDOWS_1252.decode(bad.as_bytes()).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (Vec<(&str, String)>, String) {
        let head = head(line).unwrap();
        let params = head
            .params
            .into_iter()
            .map(|(k, v)| (k, v.into_owned()))
            .collect();
        (params, head.value.into_owned())
    }

    #[test]
    fn colons_in_unquoted_parameters() {
        let (params, value) = parts("DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20240101T090000");
        assert_eq!(
            params,
            [("TZID", "(UTC+01:00) Amsterdam, Berlin".to_owned())]
        );
        assert_eq!(value, "20240101T090000");
        let (params, value) = parts("ATTENDEE;CN=Team: A;ROLE=CHAIR:mailto:a@example.org");
        assert_eq!(
            params,
            [("CN", "Team: A".to_owned()), ("ROLE", "CHAIR".to_owned())]
        );
        assert_eq!(value, "mailto:a@example.org");
    }

    #[test]
    fn quotes_in_odd_places() {
        let (params, value) = parts("ATTENDEE;CN=\"Ada \"the\" Lovelace\":mailto:ada@example.org");
        assert_eq!(params, [("CN", "Ada the Lovelace".to_owned())]);
        assert_eq!(value, "mailto:ada@example.org");
        let (params, value) = parts("DTSTART;TZID=\"Europe/Berlin:20240101T090000");
        assert_eq!(params, [("TZID", "Europe/Berlin".to_owned())]);
        assert_eq!(value, "20240101T090000");
        assert_eq!(parts("DTSTART;VALUE=DATE:20240101").1, "20240101");
    }

    #[test]
    fn no_name_or_no_colon() {
        assert_eq!(head("just some words: more"), None);
        assert_eq!(head("DTSTART;TZID=X"), None);
        assert_eq!(head(": value"), None);
    }

    #[test]
    fn quoted_printable_of_old_phones() {
        let (_, value) =
            parts("SUMMARY;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gr=C3=BC=C3=9Fe=0D=0Aan alle");
        assert_eq!(value, "Grüße\\nan alle");
        let (_, value) = parts("SUMMARY;QUOTED-PRINTABLE:50=25 =3D half=");
        assert_eq!(value, "50% = half", "the parameter without its name");
        let (_, value) = parts("SUMMARY;ENCODING=quoted-printable;CHARSET=ISO-8859-2:P=F8=EDkaz");
        assert_eq!(value, "Příkaz");
        assert!(has_soft_breaks(b"SUMMARY;ENCODING=QUOTED-PRINTABLE:Gr="));
        assert!(!has_soft_breaks(b"SUMMARY:QUOTED-PRINTABLE; how="));
    }
}
