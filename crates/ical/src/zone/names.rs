use std::collections::HashMap;
use std::sync::OnceLock;

use chrono_tz::Tz;
use strum::IntoEnumIterator;
use windows_timezones::WindowsTimezone;

use super::Zone;
use crate::value;

/// What a zone's name was understood as.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Named {
    /// A name of the IANA database, letter for letter.
    Exact(Zone),
    /// Something else that means a zone: a Windows name, a path that ends in an IANA name, an offset.
    Meant(Zone),
}

/// The zone a name means by itself, without the VTIMEZONEs of its file.
pub(crate) fn zone_named(name: &str) -> Option<Named> {
    if let Ok(zone) = name.parse::<Tz>() {
        return Some(Named::Exact(iana(zone)));
    }
    let name = unquoted(name);
    if name.is_empty() || name.len() > 200 {
        return None;
    }
    if let Ok(zone) = Tz::from_str_insensitive(name) {
        return Some(Named::Exact(iana(zone)));
    }
    let meant = windows(name)
        .or_else(|| from_path(name))
        .or_else(|| offset(name))
        .or_else(|| misspelt(name))?;
    Some(Named::Meant(meant))
}

fn iana(zone: Tz) -> Zone {
    if zone == Tz::UTC || zone == Tz::Etc__UTC {
        Zone::Utc
    } else {
        Zone::Iana(zone)
    }
}

/// A TZID without the quotes, blanks and backslashes exporters wrap it in.
pub(super) fn unquoted(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '\\' | ';'))
}

/// Windows' own names (`W. Europe Standard Time`) and what its dialogs show (`(UTC+01:00) Amsterdam, Berlin, …`).
fn windows(name: &str) -> Option<Zone> {
    let tables = windows_names();
    let key = letters(name);
    let id = tables.names.get(&key).or_else(|| {
        // `(UTC+01:00) Amsterdam…` once was `(GMT+01.00) Amsterdam…`: the cities tell.
        let cities = letters(name.split_once(')').map_or(name, |(_, cities)| cities));
        tables.cities.get(&cities)
    })?;
    id.parse().ok().map(iana)
}

/// The end of a path such as `/freeassociation.sourceforge.net/Tzfile/Europe/Berlin` or `tzone://Microsoft/Utc`.
fn from_path(name: &str) -> Option<Zone> {
    let starts: Vec<usize> = name
        .char_indices()
        .filter(|(_, c)| *c == '/')
        .map(|(at, _)| at + 1)
        .collect();
    // The longest end first: `America/Argentina/Salta` before `Salta`. IANA names have at most three parts.
    let candidates = starts.iter().skip(starts.len().saturating_sub(3));
    candidates.map(|start| &name[*start..]).find_map(|end| {
        let zone = Tz::from_str_insensitive(end).ok().map(iana);
        zone.or_else(|| windows(end))
    })
}

/// A name that says its offset: `UTC+02:00`, `GMT-0500`, `+0100`, `(UTC+03:00) Somewhere`.
fn offset(name: &str) -> Option<Zone> {
    let name = name.trim_start_matches('(');
    let upper = name.to_ascii_uppercase();
    let rest = upper
        .strip_prefix("UTC")
        .or_else(|| upper.strip_prefix("GMT"))
        .unwrap_or(&upper)
        .trim_start();
    if !rest.starts_with(['+', '-']) {
        return None;
    }
    let number: String = rest
        .chars()
        .enumerate()
        .take_while(|(at, c)| *at == 0 || c.is_ascii_digit() || matches!(c, ':' | '.'))
        .map(|(_, c)| c)
        .collect();
    // `GMT-05.00/-04.00` says two.
    if rest[number.len()..].starts_with(|c: char| !matches!(c, ' ' | ')')) {
        return None;
    }
    let seconds = value::utc_offset(&number)?;
    // No clock on Earth is further from UTC than 14 hours.
    (seconds.abs() <= 14 * 3600).then_some(match seconds {
        0 => Zone::Utc,
        _ => Zone::Fixed(seconds),
    })
}

/// A Windows name with a letter or two wrong, where only one name is that near.
fn misspelt(name: &str) -> Option<Zone> {
    const NEAR: usize = 2;
    let key = letters(name);
    if key.len() < 12 || key.len() > 60 {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    let mut unique = false;
    for (candidate, id) in windows_names().names.iter().map(|(name, id)| (name, *id)) {
        if candidate.len().abs_diff(key.len()) > NEAR {
            continue;
        }
        let distance = edits(candidate.as_bytes(), key.as_bytes());
        match best {
            Some((least, _)) if distance > least => {}
            Some((least, known)) if distance == least => unique &= known == id,
            _ => (best, unique) = (Some((distance, id)), true),
        }
    }
    let (distance, id) = best?;
    (distance <= NEAR && unique)
        .then(|| id.parse().ok().map(iana))
        .flatten()
}

struct WindowsNames {
    /// Names and whole descriptions.
    names: HashMap<String, &'static str>,
    /// The cities of descriptions.
    cities: HashMap<String, &'static str>,
}

fn windows_names() -> &'static WindowsNames {
    static NAMES: OnceLock<WindowsNames> = OnceLock::new();
    NAMES.get_or_init(|| {
        let (mut names, mut cities) = (HashMap::new(), HashMap::new());
        for zone in WindowsTimezone::iter() {
            let id = zone.tzdb_id();
            names.insert(letters(zone.name()), id);
            names.insert(letters(zone.description()), id);
            if let Some((_, of)) = zone.description().split_once(')') {
                cities.entry(letters(of)).or_insert(id);
            }
        }
        WindowsNames { names, cities }
    })
}

/// Lower-case letters, digits and signs only: what is left of a name when punctuation is unreliable.
fn letters(name: &str) -> String {
    let mut key: String = name
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '+' | '-'))
        .flat_map(char::to_lowercase)
        .collect();
    // Summer names and old spellings of the same zone.
    for (from, to) in [
        ("daylighttime", "standardtime"),
        ("summertime", "standardtime"),
    ] {
        if let Some(stem) = key.strip_suffix(from) {
            key = format!("{stem}{to}");
        }
    }
    key
}

/// Levenshtein distance.
fn edits(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_seen_in_exports() {
        let berlin = Zone::Iana(Tz::Europe__Berlin);
        assert_eq!(
            zone_named("Europe/Berlin"),
            Some(Named::Exact(berlin.clone()))
        );
        assert_eq!(
            zone_named("europe/berlin"),
            Some(Named::Exact(berlin.clone()))
        );
        for name in [
            "W. Europe Standard Time",
            "\"W. Europe Standard Time\"",
            "W.Europe Standard Time",
            "W. Europe Standart Time",
            "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
            "(GMT+01.00) Amsterdam / Berlin / Bern / Rome / Stockholm / Vienna",
            "/freeassociation.sourceforge.net/Tzfile/Europe/Berlin",
            "/mozilla.org/20050126_1/Europe/Berlin",
        ] {
            assert_eq!(
                zone_named(name),
                Some(Named::Meant(berlin.clone())),
                "{name}"
            );
        }
        assert_eq!(
            zone_named("tzone://Microsoft/Utc"),
            Some(Named::Meant(Zone::Utc))
        );
        assert_eq!(
            zone_named("UTC+02:00"),
            Some(Named::Meant(Zone::Fixed(7200)))
        );
        assert_eq!(
            zone_named("GMT-0500"),
            Some(Named::Meant(Zone::Fixed(-18_000)))
        );
        assert_eq!(
            zone_named("/citadel.org/20210210_1/America/Argentina/Salta"),
            Some(Named::Meant(Zone::Iana(Tz::America__Argentina__Salta)))
        );
    }

    #[test]
    fn a_name_that_could_be_two_is_none() {
        assert_eq!(zone_named("X. Europe Standard Time"), None);
        assert_eq!(zone_named("Customized Time Zone"), None);
        assert_eq!(zone_named("GMT-05.00/-04.00"), None);
        assert_eq!(zone_named(""), None);
    }
}
