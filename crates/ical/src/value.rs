//! Values as RFC 5545 section 3.3 writes them, read with patience: exporters add blanks, dashes, colons.

use crate::time::{self, DAY, Day};

/// A DATE or DATE-TIME as written (RFC 5545 sections 3.3.4, 3.3.5), not yet in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    /// The day.
    pub day: Day,
    /// The second of the day, where a time is given. A 24:00 has become 00:00 of the next day.
    pub second: Option<i64>,
    /// What is written after the time: `Z`, or an offset in seconds (ISO 8601).
    pub offset: Option<i32>,
    /// Whether it is written just as RFC 5545 wants it.
    pub clean: bool,
}

/// Reads a DATE or DATE-TIME.
pub(crate) fn date_time(text: &str) -> Option<Written> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '"');
    let bytes = trimmed.as_bytes();
    let mut clean = trimmed.len() == text.len();
    let mut at = 0;
    let year = number(bytes, &mut at, 4)?;
    clean &= !skip(bytes, &mut at, b'-');
    let month = number(bytes, &mut at, 2)?;
    clean &= !skip(bytes, &mut at, b'-');
    let of_month = number(bytes, &mut at, 2)?;
    let in_month = (1..=12).contains(&month)
        && (1..=time::days_in_month(year, month.unsigned_abs())).contains(&of_month);
    if !in_month {
        return None;
    }
    let mut day = time::day(year, month.unsigned_abs(), of_month.unsigned_abs());
    let (mut second, mut offset) = (None, None);
    if at < bytes.len() {
        if !skip(bytes, &mut at, b'T') {
            if !(skip(bytes, &mut at, b't') || skip(bytes, &mut at, b' ')) {
                // A date with a zone mark is neither a date nor a time.
                return None;
            }
            clean = false;
        }
        let hour = number(bytes, &mut at, 2)?;
        clean &= !skip(bytes, &mut at, b':');
        let minute = number(bytes, &mut at, 2)?;
        clean &= !skip(bytes, &mut at, b':');
        let seconds = number(bytes, &mut at, 2).unwrap_or_else(|| {
            clean = false;
            0
        });
        if hour > 24 || minute > 59 || seconds > 60 || (hour == 24 && (minute, seconds) != (0, 0)) {
            return None;
        }
        if hour == 24 {
            day += 1;
            clean = false;
        }
        // A leap second is the second before it (RFC 5545 section 3.3.5).
        second = Some(i64::from(hour % 24 * 3600 + minute * 60 + seconds.min(59)));
        if skip(bytes, &mut at, b'.') {
            clean = false;
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
        }
        let rest = &trimmed[at..];
        match rest {
            "" => {}
            "Z" => offset = Some(0),
            "z" => (offset, clean) = (Some(0), false),
            // What else follows a whole time is noise.
            _ => (offset, clean) = (signed_offset(rest), false),
        }
    }
    Some(Written {
        day,
        second,
        offset,
        clean,
    })
}

fn number(bytes: &[u8], at: &mut usize, digits: usize) -> Option<i32> {
    let part = bytes.get(*at..*at + digits)?;
    let mut value = 0;
    for byte in part {
        if !byte.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i32::from(byte - b'0');
    }
    *at += digits;
    Some(value)
}

fn skip(bytes: &[u8], at: &mut usize, byte: u8) -> bool {
    let there = bytes.get(*at) == Some(&byte);
    *at += usize::from(there);
    there
}

fn signed_offset(rest: &str) -> Option<i32> {
    rest.starts_with(['+', '-'])
        .then(|| utc_offset(rest))
        .flatten()
}

/// Reads a UTC-OFFSET (RFC 5545 section 3.3.14) in seconds east: `+0100`, `-053000`, also `+01:00`, `+1`.
pub(crate) fn utc_offset(text: &str) -> Option<i32> {
    let text = text.trim();
    let (sign, rest) = match text.as_bytes().first()? {
        b'+' => (1, &text[1..]),
        b'-' => (-1, &text[1..]),
        _ => (1, text),
    };
    let digits: String = rest.chars().filter(|c| !matches!(c, ':' | '.')).collect();
    if digits.is_empty() || digits.len() > 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |range: std::ops::Range<usize>| -> i32 {
        digits.get(range).and_then(|d| d.parse().ok()).unwrap_or(0)
    };
    let (hours, minutes, seconds) = match digits.len() {
        1 | 2 => (digits.parse().unwrap_or(0), 0, 0),
        3 => (part(0..1), part(1..3), 0),
        4 => (part(0..2), part(2..4), 0),
        _ => (part(0..2), part(2..4), part(4..6)),
    };
    let total = hours * 3600 + minutes * 60 + seconds;
    (minutes < 60 && seconds < 60 && total < 86_400).then_some(sign * total)
}

/// A DURATION (RFC 5545 section 3.3.6): nominal days and exact seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Duration {
    /// Days and weeks: the same wall-clock time on a later day.
    pub days: i32,
    /// Hours, minutes and seconds: elapsed time.
    pub seconds: i64,
    /// Whether it is written just as RFC 5545 wants it.
    pub clean: bool,
}

/// Reads a DURATION: also `P1H` without its T, `PT1.5H`, `PT1D`, blanks and small letters.
pub(crate) fn duration(text: &str) -> Option<Duration> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let mut clean = plain == text;
    let (sign, rest) = match plain.as_bytes().first()? {
        b'-' => (-1, &plain[1..]),
        b'+' => (1, &plain[1..]),
        _ => (1, plain.as_str()),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut days, mut seconds, mut in_time, mut any) = (0_i64, 0_i64, false, false);
    let mut number: Option<i64> = None;
    // Of `1.5`, how many tenths and the like the digits behind the point are.
    let mut parts: Option<(i64, i64)> = None;
    for c in rest.chars() {
        match c {
            '0'..='9' => {
                let digit = i64::from(u32::from(c) - u32::from('0'));
                match &mut parts {
                    None => {
                        number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
                    }
                    Some((part, of)) if *of < 1_000_000 => {
                        *part = *part * 10 + digit;
                        *of *= 10;
                    }
                    Some(_) => {}
                }
            }
            '.' | ',' if number.is_some() && parts.is_none() => {
                parts = Some((0, 1));
                clean = false;
            }
            'T' if !in_time && number.is_none() => in_time = true,
            unit => {
                let n = number.take()?;
                any = true;
                let (length, is_of_time) = match unit {
                    'W' => (7 * DAY, false),
                    'D' => (DAY, false),
                    'H' => (3600, true),
                    // `P15M` is read as minutes: RFC 5545 has no months.
                    'M' => (60, true),
                    'S' => (1, true),
                    _ => return None,
                };
                clean &= is_of_time == in_time;
                let (part, of) = parts.take().unwrap_or((0, 1));
                let more = part * length / of;
                if is_of_time {
                    seconds = seconds.checked_add(n.checked_mul(length)?)?;
                } else {
                    days = days.checked_add(n.checked_mul(length / DAY)?)?;
                }
                seconds = seconds.checked_add(more)?;
            }
        }
    }
    // Longer than the years that can be written is nonsense.
    if number.is_some() || !any || days > 4_000_000 || seconds > 4_000_000 * DAY {
        return None;
    }
    Some(Duration {
        days: sign * i32::try_from(days).ok()?,
        seconds: i64::from(sign) * seconds,
        clean,
    })
}

/// Reads an integer (RFC 5545 section 3.3.8) such as SEQUENCE; blanks and decimals are forgiven.
pub(crate) fn integer(text: &str) -> Option<i64> {
    let text = text.trim();
    let whole = text.split('.').next().unwrap_or(text);
    whole.strip_prefix('+').unwrap_or(whole).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(text: &str) -> Option<(i32, Option<i64>, Option<i32>, bool)> {
        date_time(text).map(|w| (w.day, w.second, w.offset, w.clean))
    }

    #[test]
    fn dates_and_times_as_written_in_the_wild() {
        let day = time::day(2024, 2, 29);
        assert_eq!(stamp("20240229"), Some((day, None, None, true)));
        assert_eq!(
            stamp("20240229T093000"),
            Some((day, Some(34_200), None, true))
        );
        assert_eq!(
            stamp("20240229T093000Z"),
            Some((day, Some(34_200), Some(0), true))
        );
        assert_eq!(
            stamp("2024-02-29T09:30:00+01:00"),
            Some((day, Some(34_200), Some(3600), false))
        );
        assert_eq!(
            stamp("20240229T0930"),
            Some((day, Some(34_200), None, false))
        );
        assert_eq!(
            stamp("20240229T240000"),
            Some((day + 1, Some(0), None, false))
        );
        assert_eq!(stamp("20230229"), None, "no leap year");
        assert_eq!(
            stamp("20240229T093000T"),
            Some((day, Some(34_200), None, false))
        );
        assert_eq!(stamp("20240229Z"), None);
        assert_eq!(stamp("20240229T250000"), None);
        assert_eq!(stamp("00000000"), None);
        assert_eq!(stamp(""), None);
        assert_eq!(stamp("2024é229"), None);
    }

    #[test]
    fn durations() {
        let of = |text| duration(text).map(|d| (d.days, d.seconds));
        assert_eq!(of("PT1H30M"), Some((0, 5400)));
        assert_eq!(of("P1DT2H"), Some((1, 7200)));
        assert_eq!(of("P2W"), Some((14, 0)));
        assert_eq!(of("-PT15M"), Some((0, -900)));
        assert_eq!(of("PT0S"), Some((0, 0)));
        assert_eq!(of("P"), None);
        assert_eq!(of("PT99999999999999999999S"), None);
        assert_eq!(of("1H"), None);
    }

    #[test]
    fn durations_as_written_in_the_wild() {
        let of = |text| duration(text).map(|d| (d.days, d.seconds, d.clean));
        assert_eq!(of("PT1H"), Some((0, 3600, true)));
        assert_eq!(of("P1DT2H"), Some((1, 7200, true)));
        assert_eq!(of("P1H"), Some((0, 3600, false)), "the T is missing");
        assert_eq!(of("P1H30M"), Some((0, 5400, false)));
        assert_eq!(of("P1D2H"), Some((1, 7200, false)));
        assert_eq!(of("PT1D"), Some((1, 0, false)), "a day is no time");
        assert_eq!(of("PT1.5H"), Some((0, 5400, false)));
        assert_eq!(of("PT0,25H"), Some((0, 900, false)));
        assert_eq!(of("pt 45 m"), Some((0, 2700, false)));
        assert_eq!(of("PT1.H"), Some((0, 3600, false)));
        assert_eq!(of("PT1..5H"), None);
        assert_eq!(of("PT.5H"), None);
        assert_eq!(of("PT1H30"), None, "thirty of what?");
    }

    #[test]
    fn offsets() {
        assert_eq!(utc_offset("+0100"), Some(3600));
        assert_eq!(utc_offset("-05:30"), Some(-19_800));
        assert_eq!(utc_offset("+1"), Some(3600));
        assert_eq!(utc_offset("-003212"), Some(-1932));
        assert_eq!(utc_offset("east"), None);
    }
}
