//! Which country a clock belongs to, and which countries a title names.

use std::sync::OnceLock;

use chrono_tz::Tz;
use rustc_hash::FxHashMap;

use crate::words::{Word, words};

/// Code, zones, names in titles.
const TABLE: &str = include_str!("../../days/countries.tsv");

struct Countries {
    by_zone: FxHashMap<&'static str, &'static str>,
    /// By the words of a name, joined by blanks.
    by_name: FxHashMap<String, &'static str>,
    codes: FxHashMap<String, &'static str>,
}

fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        let mut all = Countries {
            by_zone: FxHashMap::default(),
            by_name: FxHashMap::default(),
            codes: FxHashMap::default(),
        };
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(code), Some(zones)) = (columns.next(), columns.next()) else {
                continue;
            };
            for zone in zones.split(' ') {
                all.by_zone.entry(zone).or_insert(code);
            }
            let names = columns.next().unwrap_or_default();
            if !names.is_empty() {
                all.codes.insert(code.to_lowercase(), code);
            }
            for name in names.split('|') {
                let name = joined(&words(name));
                // Two letters are a code, and codes are written in capitals.
                if name.chars().count() > 2 {
                    all.by_name.insert(name, code);
                }
            }
        }
        // What everybody writes.
        all.codes.insert("uk".to_owned(), "GB");
        all.codes.insert("usa".to_owned(), "US");
        all
    })
}

fn joined(words: &[Word]) -> String {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    texts.join(" ")
}

/// The country of a zone's clock, as its code; `None` for UTC and its like.
pub(crate) fn country_of(zone: Tz) -> Option<&'static str> {
    countries().by_zone.get(zone.name()).copied()
}

/// The countries a text names, as codes: “Holidays in Germany”, “Labor Day (US)”. Codes count only in capitals.
pub(crate) fn countries_in(text: &str, words: &[Word]) -> Vec<&'static str> {
    let known = countries();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let pair = words.get(at..at + 2).map(joined);
        let named = known.by_name.get(&word.text);
        let named = named.or_else(|| known.by_name.get(&pair?));
        let written = text.get(word.start..word.end).unwrap_or_default();
        let in_capitals = written.len() <= 3 && written.chars().all(char::is_uppercase);
        let coded = in_capitals.then(|| known.codes.get(&word.text)).flatten();
        found.extend(named.or(coded).copied());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_and_names_lead_to_countries() {
        assert_eq!(country_of(Tz::Europe__Berlin), Some("DE"));
        assert_eq!(country_of(Tz::Asia__Kolkata), Some("IN"));
        assert_eq!(country_of(Tz::UTC), None);
        let of = |text: &str| countries_in(text, &words(text));
        assert_eq!(of("Holidays in Germany"), ["DE"]);
        assert_eq!(of("Labor Day (US)"), ["US"]);
        assert_eq!(of("Join us"), [""; 0]);
        assert_eq!(of("Public holidays in South Africa"), ["ZA"]);
    }
}
