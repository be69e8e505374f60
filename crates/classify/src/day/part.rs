//! Which part of a day an absence takes that is written on the whole day: “Half day”, “PTO (pm)”, “Halvdag, stänger 12”.
//!
//! A title that says only that it is half a day leaves open which one. It is taken for the second, as most people go earlier
//! rather than come later.

use std::sync::OnceLock;

use chrono::NaiveTime;
use weekwise_model::DayPart;

use super::case::Case;
use super::words::Role;
use crate::words::{Word, words};

/// In a title of more words than this, “morning” need not be about the absence.
const SHORT_TITLE: usize = 6;
/// Hours outside of these are no part of a working day.
const HOURS: std::ops::RangeInclusive<u32> = 6..=20;
/// A number below this is an hour of the afternoon where nothing else is said: nobody goes home at three in the morning.
const AFTERNOON: u32 = 6;

/// What a phrase of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    First,
    Second,
    Late,
    From,
    Until,
    Noon,
}

/// What titles say about parts of days: phrases as words, longest first.
fn table() -> &'static [(Vec<String>, Says)] {
    static TABLE: OnceLock<Vec<(Vec<String>, Says)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("../../days/parts.tsv").lines();
        let lines = lines.filter(|line| !line.starts_with('#'));
        let mut all: Vec<(Vec<String>, Says)> = lines
            .filter_map(|line| {
                let (says, phrases) = line.split_once('\t')?;
                let says = match says {
                    "first" => Says::First,
                    "second" => Says::Second,
                    "late" => Says::Late,
                    "from" => Says::From,
                    "until" => Says::Until,
                    "noon" => Says::Noon,
                    _ => return None,
                };
                Some(phrases.split('|').map(move |phrase| (phrase, says)))
            })
            .flatten()
            .map(|(phrase, says)| {
                let words = words(phrase).into_iter();
                (words.map(|word| word.text).collect(), says)
            })
            .collect();
        all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        all
    })
}

/// The part of the day that the title means, where it means one.
pub(super) fn part(case: &Case<'_>) -> Option<DayPart> {
    if case.scene.days != 1 {
        return None;
    }
    let half = case.says(Role::Half);
    let found = phrases(&case.words);
    // “am” is “on” in German: “Urlaub am Freitag”.
    let in_the_morning = case.words.last().is_some_and(|word| word.text == "am");
    let says = |what: Says| {
        what == Says::First && in_the_morning || found.iter().any(|(_, _, says)| *says == what)
    };
    if let Some((time, before)) = time(case.title, &case.words, &found, half) {
        let until = before == Some(Says::Until);
        return if says(Says::Late) || (until && !half) {
            Some(DayPart::Until(time))
        } else if half || before == Some(Says::From) {
            Some(DayPart::From(time))
        } else {
            None
        };
    }
    let told = half || case.words.len() <= SHORT_TITLE;
    match (says(Says::First), says(Says::Second)) {
        (true, false) if told => Some(DayPart::FirstHalf),
        (false, true) if told => Some(DayPart::SecondHalf),
        _ if half && says(Says::Late) => Some(DayPart::FirstHalf),
        _ if half => Some(DayPart::SecondHalf),
        _ => None,
    }
}

/// Every phrase of the table in a title: its first word, the one after its last, what it says. None overlaps another.
fn phrases(title: &[Word]) -> Vec<(usize, usize, Says)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < title.len() {
        let here = |phrase: &[String]| {
            let words = title[at..].iter().map(|word| word.text.as_str());
            words
                .take(phrase.len())
                .eq(phrase.iter().map(String::as_str))
        };
        if let Some((phrase, says)) = table().iter().find(|(phrase, _)| here(phrase)) {
            found.push((at, at + phrase.len(), *says));
            at += phrase.len();
        } else {
            at += 1;
        }
    }
    found
}

/// The first time of day in a title, and what stands before it: “ab 12:00”, “until 1pm”, “from noon”. A bare number is one only
/// where it follows such a word, or where the title is about half a day.
fn time(
    title: &str,
    words: &[Word],
    found: &[(usize, usize, Says)],
    half: bool,
) -> Option<(NaiveTime, Option<Says>)> {
    (0..words.len()).find_map(|at| {
        let before = found.iter().find(|(_, after, _)| *after == at);
        let before = before.map(|(.., says)| *says);
        let leads = matches!(before, Some(Says::From | Says::Until));
        let noon = found
            .iter()
            .any(|(from, _, says)| *from == at && *says == Says::Noon);
        let time = if noon && leads {
            NaiveTime::from_hms_opt(12, 0, 0)
        } else {
            written(title, words, at)
                .filter(|(_, clear)| *clear || leads || half)
                .map(|(time, _)| time)
        };
        time.map(|time| (time, before))
    })
}

/// The time of day that begins at a word, and whether it can be nothing else: `12:30`, `12h`, `1pm`, `13 Uhr`; unclear is `12`.
fn written(title: &str, words: &[Word], at: usize) -> Option<(NaiveTime, bool)> {
    /// What stands behind a number that is an hour.
    const HOUR: &[&str] = &["h", "uhr", "u", "hs", "hrs", "hr", "oclock", "時", "시"];
    let word = words.get(at)?;
    let digits = word.text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = word.text.split_at(digits);
    let hour: u32 = number.parse().ok().filter(|_| digits <= 2)?;
    let next = words.get(at + 1);
    let between = next.and_then(|next| title.get(word.end..next.start));
    let minutes = next
        .filter(|next| next.text.len() == 2 && between == Some(":"))
        .and_then(|next| next.text.parse::<u32>().ok());
    // “12.10.” is a date, “4.2” a version, and “8-15h” says when somebody is there.
    let joins = |mark: char| matches!(mark, '.' | '-' | '–' | '/' | ',' | '#');
    let follows = title[..word.start].chars().next_back().is_some_and(joins);
    let leads = between.is_some_and(|between| !between.is_empty() && between.chars().all(joins));
    if minutes.is_none() && (follows || leads) {
        return None;
    }
    let mark = match (behind, minutes) {
        ("", Some(_)) => words.get(at + 2).map(|word| word.text.as_str()),
        ("", None) => next.map(|word| word.text.as_str()),
        _ => Some(behind),
    };
    let is_pm = mark == Some("pm");
    let clear = minutes.is_some()
        || is_pm
        || mark == Some("am")
        || mark.is_some_and(|mark| HOUR.contains(&mark));
    if !behind.is_empty() && !clear {
        return None;
    }
    let afternoon = hour < 12 && (is_pm || mark != Some("am") && hour < AFTERNOON);
    let hour = if afternoon { hour + 12 } else { hour };
    let time = NaiveTime::from_hms_opt(hour, minutes.unwrap_or(0), 0)?;
    HOURS.contains(&hour).then_some((time, clear))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(title: &str, half: bool) -> Option<(String, Option<Says>)> {
        let words = super::super::words::read(title);
        let found = phrases(&words);
        let (time, before) = time(title, &words, &found, half)?;
        Some((time.format("%H:%M").to_string(), before))
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        let from = |time: &str| Some((time.to_owned(), Some(Says::From)));
        assert_eq!(of("Knabenschiessen (ab 12:00 zu)", false), from("12:00"));
        assert_eq!(of("frei ab 13 Uhr", false), from("13:00"));
        assert_eq!(of("off from 1pm", false), from("13:00"));
        assert_eq!(of("off from noon", false), from("12:00"));
        assert_eq!(of("leaving at 3", false), from("15:00"));
        assert_eq!(of("dès 14h", false), from("14:00"));
        let until = Some(("11:30".to_owned(), Some(Says::Until)));
        assert_eq!(of("OOO until 11:30", false), until);
        assert_eq!(
            of("Halvdag, studion stänger 12", true),
            Some(("12:00".to_owned(), None))
        );
    }

    #[test]
    fn dates_counts_and_spans_are_no_times() {
        assert_eq!(of("Urlaub ab 12.10.", false), None);
        assert_eq!(of("PTO day 3 of 5", false), None);
        assert_eq!(of("Viernes intensivo 8-15h", false), None);
        assert_eq!(of("Release 4.2", true), None);
    }

    #[test]
    fn the_table_says_one_thing_of_a_phrase() {
        for (at, (phrase, _)) in table().iter().enumerate() {
            assert!(!phrase.is_empty());
            let again = table()[..at].iter().any(|(before, _)| before == phrase);
            assert!(!again, "{phrase:?}");
        }
    }
}
