//! Events that were searched for, with what tells them apart: who is in them, why they were found, how often they are.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;
use weekwise_model::{Event, InstanceId, LineHit, SearchHit, SearchHits, Status};

use crate::stored::start_in_words;
use crate::{Clock, Opened};

/// How far from now a series is looked at.
const NEAR: TimeDelta = TimeDelta::weeks(26);

/// How many events a search counts, and how many of them it shows.
pub(crate) const FOUND: usize = 1000;
const HITS: usize = 50;

/// How many lines of reviews are listed.
const LINES: usize = 10;

/// How many people a hit names.
const PEOPLE: usize = 4;

/// How many letters of a description stand before and after what was looked for.
const AROUND: usize = 40;

/// An event that was found, as far as the finder knows it.
pub(crate) struct Found {
    pub(crate) uid: String,
    pub(crate) title: String,
    /// The name of its calendar.
    pub(crate) calendar: String,
    pub(crate) start: InstanceId,
    /// Whether it is one instance of a series.
    pub(crate) is_instance: bool,
    pub(crate) cancelled: bool,
}

/// A series in the half years around now.
struct Near {
    /// The start of the instance nearest to now.
    start: DateTime<Utc>,
    times: usize,
    minutes: i64,
}

impl Opened {
    /// What is open beside the library, in the half years around now: every word in title, people or description; those
    /// in the title first, then the latest.
    pub(crate) fn search(&self, text: &str, clock: &Clock) -> SearchHits {
        let words = words_of(text);
        if words.is_empty() {
            return SearchHits::default();
        }
        let now = clock.now();
        let mut seen = HashSet::new();
        let mut matching = Vec::new();
        for occurrence in self.expansion(now - NEAR, now + NEAR).occurrences {
            let event = &occurrence.event;
            if !seen.insert(event.uid.clone()) || !holds_all(&all_texts(event), &words) {
                continue;
            }
            let (start, _) = occurrence.span.instants(self.settings.zone);
            let beyond_title = !holds_all(&event.summary.to_lowercase(), &words);
            let found = Found {
                uid: event.uid.clone(),
                title: event.summary.clone(),
                calendar: self.calendar_name(event).to_owned(),
                start: InstanceId::Instant(start),
                is_instance: false,
                cancelled: event.status == Status::Cancelled,
            };
            matching.push((beyond_title, Reverse(start), found));
        }
        matching.sort_by_key(|(beyond_title, start, _)| (*beyond_title, *start));
        let found = matching.into_iter().take(FOUND).map(|(_, _, found)| found);
        self.hits(&found.collect::<Vec<_>>(), text, clock)
    }

    /// What was found, with all that tells it apart.
    pub(crate) fn hits(&self, found: &[Found], text: &str, clock: &Clock) -> SearchHits {
        let zone = self.settings.zone;
        let words = words_of(text);
        let near = self.near(clock.now());
        let all: HashSet<&str> = found.iter().map(|hit| hit.uid.as_str()).collect();
        let minutes = all.iter().filter_map(|uid| near.get(*uid));
        let minutes = minutes.map(|series| series.minutes).sum();
        let count = found.len();
        let found = found.get(..HITS).unwrap_or(found);
        let uids: HashSet<&str> = found.iter().map(|hit| hit.uid.as_str()).collect();
        let events = self.imported.events();
        let wanted: HashMap<&str, &Event> = events
            .map(|event| (event.uid.as_str(), event.as_ref()))
            .filter(|(uid, _)| uids.contains(uid))
            .collect();
        let hits = found
            .iter()
            .map(|hit| {
                let around = near.get(&hit.uid);
                let day = match (around, hit.start) {
                    (Some(series), _) if !hit.is_instance => {
                        series.start.with_timezone(&zone).date_naive()
                    }
                    (_, InstanceId::Instant(at)) => at.with_timezone(&zone).date_naive(),
                    (_, InstanceId::Date(day)) => day,
                };
                let event = wanted.get(hit.uid.as_str());
                let mut people = event.map_or_else(Vec::new, |event| self.names(event));
                people.truncate(PEOPLE);
                SearchHit {
                    uid: hit.uid.clone(),
                    title: hit.title.clone(),
                    calendar: hit.calendar.clone(),
                    start: start_in_words(hit.start, zone),
                    week: self.settings.display.first_day.week_of(day),
                    cancelled: hit.cancelled,
                    people,
                    excerpt: event.and_then(|event| excerpt(event, &words)),
                    times: around.map_or(1, |series| series.times),
                    minutes: around.map_or(0, |series| series.minutes),
                }
            })
            .collect();
        SearchHits {
            hits,
            found: count,
            minutes,
            lines: self.line_hits(text),
        }
    }

    /// The lines of reviews in which every word occurs, in any case and with or without accents; the latest week first.
    fn line_hits(&self, text: &str) -> Vec<LineHit> {
        let words: Vec<String> = text.split_whitespace().map(plain).collect();
        let first_day = self.settings.display.first_day;
        let lines = self.said.lines.iter().rev();
        let found = lines.filter(|said| !words.is_empty() && holds_all(&plain(&said.line), &words));
        found
            .take(LINES)
            .map(|said| LineHit {
                week: said.week,
                from: first_day.of(said.week),
                to: first_day.last_of(said.week),
                line: said.line.clone(),
            })
            .collect()
    }

    /// By UID, what is in the half years around `now`.
    fn near(&self, now: DateTime<Utc>) -> HashMap<String, Near> {
        let mut near: HashMap<String, Near> = HashMap::new();
        for occurrence in self.expansion(now - NEAR, now + NEAR).occurrences {
            let (start, end) = occurrence.span.instants(self.settings.zone);
            let minutes = (end - start).num_minutes();
            let known = near.entry(occurrence.event.uid.clone()).or_insert(Near {
                start,
                times: 0,
                minutes: 0,
            });
            known.times += 1;
            known.minutes += minutes;
            if (start - now).abs() < (known.start - now).abs() {
                known.start = start;
            }
        }
        near
    }
}

/// Lower case and without accents, as the index of events compares.
fn plain(text: &str) -> String {
    let letters = text.nfd().filter(|letter| !is_combining_mark(*letter));
    letters.collect::<String>().to_lowercase()
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

fn holds_all(text: &str, words: &[String]) -> bool {
    words.iter().all(|word| text.contains(word.as_str()))
}

fn all_texts(event: &Event) -> String {
    let mut all = event.summary.to_lowercase();
    for person in event.people() {
        all.push(' ');
        all.push_str(&person.name.as_deref().unwrap_or_default().to_lowercase());
        all.push(' ');
        all.push_str(&person.address.to_lowercase());
    }
    all.push(' ');
    all.push_str(&event.description.to_lowercase());
    all
}

/// What the description says around the first word that the title lacks; `None` where the title has them all, or the
/// description none.
fn excerpt(event: &Event, words: &[String]) -> Option<String> {
    let title = event.summary.to_lowercase();
    let missing = words.iter().filter(|word| !title.contains(word.as_str()));
    let letters: Vec<char> = event.description.chars().collect();
    // Letter by letter, so that a place in the one text is the same place in the other.
    let lower: Vec<char> = letters
        .iter()
        .map(|letter| letter.to_lowercase().next().unwrap_or(*letter))
        .collect();
    let at = missing.filter_map(|word| place_of(&lower, word)).min()?;
    let (from, to) = (
        at.saturating_sub(AROUND),
        (at + 2 * AROUND).min(letters.len()),
    );
    let inside: String = letters.get(from..to)?.iter().collect();
    let inside = inside.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = if from > 0 { "…" } else { "" };
    let after = if to < letters.len() { "…" } else { "" };
    Some(format!("{before}{inside}{after}"))
}

fn place_of(letters: &[char], word: &str) -> Option<usize> {
    let word: Vec<char> = word.chars().collect();
    if word.is_empty() {
        return None;
    }
    letters.windows(word.len()).position(|piece| piece == word)
}
