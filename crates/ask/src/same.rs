//! What may be one and the same: two events at the same times, two series of which one begins where the other ends.
//!
//! What surely is one (the same UID in two calendars, a series its program split) is put together without asking.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use rustc_hash::FxHashMap as HashMap;
use weekwise_model::{CalendarId, Classified, SameWhat, Sameness, Span};

use crate::unit::Scene;

/// Of so many events at one time it is not asked which of them are one.
const MOST_AT_ONCE: usize = 4;

/// Two series are asked about where they meet in this part of the shorter one's times.
const TOGETHER: f64 = 0.5;

/// Meetings with less than this part of their people in common are two.
const SAME_PEOPLE: f64 = 0.6;

/// So long after the end of one series the next one may begin.
const LONGEST_GAP: TimeDelta = TimeDelta::days(35);

/// So many of each sort, those with most minutes, are looked at.
const MOST: usize = 12;

/// Titles that are on much that is different.
const SAYS_NOTHING: [&str; 12] = [
    "",
    "busy",
    "private",
    "meeting",
    "call",
    "focus",
    "focus time",
    "lunch",
    "hold",
    "blocked",
    "1:1",
    "termin",
];

/// Two things that may be one.
#[derive(Debug, Clone)]
pub struct SameAsked {
    /// What they may be one of.
    pub what: SameWhat,
    /// The UIDs of their series, in order.
    pub uids: [String; 2],
    /// Their titles, in that order.
    pub titles: [String; 2],
    /// How likely they are one.
    pub likely: f64,
    /// Where they are, by place in [`Scene::occurrences`].
    pub places: Vec<usize>,
    /// Of series that follow one another, where the later one is.
    pub after: Vec<usize>,
    /// How often they meet; 0 of series that follow one another.
    pub times: usize,
    /// Counted minutes they have together.
    pub minutes: i64,
    /// What speaks for their being one.
    pub because: String,
    /// When the second one begins.
    pub begins: DateTime<Utc>,
}

/// How likely two are one, and where both are.
type Met = (f64, Vec<(usize, usize)>);

/// Meetings at the same times that may be the same. `said`: what was said about such pairs.
pub fn twins(scene: &Scene<'_>, said: &[Sameness]) -> Vec<SameAsked> {
    let mut times: HashMap<&str, usize> = HashMap::default();
    let mut at: HashMap<Span, Vec<usize>> = HashMap::default();
    let mut pairs: BTreeMap<(&str, &str), Met> = BTreeMap::new();
    for (place, one) in counted(scene) {
        *times.entry(one.series_uid()).or_default() += 1;
        let others = at.entry(one.occurrence.span).or_default();
        for &earlier in others.iter().take(MOST_AT_ONCE) {
            let Some(other) = scene.occurrences.get(earlier) else {
                continue;
            };
            let Some(likely) = are_twins(other, one) else {
                continue;
            };
            let (a, b) = (other.series_uid(), one.series_uid());
            let (key, pair) = if a < b {
                ((a, b), (earlier, place))
            } else {
                ((b, a), (place, earlier))
            };
            let entry = pairs.entry(key).or_insert((likely, Vec::new()));
            entry.0 = entry.0.min(likely);
            entry.1.push(pair);
        }
        others.push(place);
    }
    let found = pairs.into_iter().filter_map(|((a, b), (likely, pairs))| {
        let fewer = times.get(a)?.min(times.get(b)?);
        let often = pairs.len() as f64 >= TOGETHER * *fewer as f64;
        let (first, second) = *pairs.first()?;
        let places: Vec<usize> = pairs
            .iter()
            .flat_map(|(one, other)| [*one, *other])
            .collect();
        often.then(|| SameAsked {
            what: SameWhat::Meeting,
            uids: [a.to_owned(), b.to_owned()],
            titles: [title(scene, first), title(scene, second)],
            likely,
            minutes: minutes(scene, &places),
            places,
            after: Vec::new(),
            times: pairs.len(),
            because: "they are at the same times, and nothing else tells them apart".to_owned(),
            begins: start(scene, second),
        })
    });
    most_first(found.filter(|asked| !is_said(said, asked)).collect())
}

/// How likely two events at the same time are one meeting; `None` where nothing speaks for it, or it is known.
fn are_twins(one: &Classified, other: &Classified) -> Option<f64> {
    let (a, b) = (&one.occurrence.event, &other.occurrence.event);
    if one.series_uid() == other.series_uid() || a.uid == b.uid {
        return None;
    }
    let (first, second) = (plain(&a.summary), plain(&b.summary));
    let alike = if a.calendar == b.calendar {
        first == second
    } else {
        first != second && (is_part(&first, &second) || is_part(&second, &first))
    };
    if !alike || says_nothing(&first) || says_nothing(&second) {
        return None;
    }
    match in_common(one, other) {
        Some(share) if share < SAME_PEOPLE => None,
        Some(_) => Some(0.85),
        None => Some(0.75),
    }
}

/// A series as far as it is in the scene.
struct Course<'a> {
    uid: &'a str,
    places: Vec<usize>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
}

/// Series of one calendar that may be parts of one. `said`: what was said about such pairs.
pub fn successors(scene: &Scene<'_>, said: &[Sameness]) -> Vec<SameAsked> {
    let mut by_series: HashMap<&str, Course<'_>> = HashMap::default();
    let mut alike: BTreeMap<(CalendarId, String, i64), BTreeSet<&str>> = BTreeMap::new();
    for (place, one) in counted(scene) {
        if one.recurrence().is_none() {
            continue;
        }
        let at = start(scene, place);
        let uid = one.series_uid();
        let course = by_series.entry(uid).or_insert_with(|| {
            let event = &one.occurrence.event;
            let length = one.occurrence.span.minutes(scene.classifier.zone());
            let likeness = (event.calendar, plain(&event.summary), length);
            alike.entry(likeness).or_default().insert(uid);
            Course {
                uid,
                places: Vec::new(),
                from: at,
                to: at,
            }
        });
        course.places.push(place);
        course.to = course.to.max(at);
    }
    let mut found = Vec::new();
    for ((_, title, _), uids) in alike {
        if says_nothing(&title) {
            continue;
        }
        let mut courses: Vec<&Course<'_>> =
            uids.iter().filter_map(|uid| by_series.get(uid)).collect();
        courses.sort_by_key(|course| (course.from, course.uid));
        let follow = courses.iter().zip(courses.iter().skip(1));
        found.extend(follow.filter_map(|(one, next)| followed(scene, one, next)));
    }
    found.retain(|asked| !is_said(said, asked));
    most_first(found)
}

fn followed(scene: &Scene<'_>, one: &Course<'_>, next: &Course<'_>) -> Option<SameAsked> {
    let (last, first) = (*one.places.last()?, *next.places.first()?);
    if next.from <= one.to || next.from - one.to > LONGEST_GAP {
        return None;
    }
    let (before, after) = (scene.occurrences.get(last)?, scene.occurrences.get(first)?);
    let same = in_common(before, after);
    if same.is_some_and(|share| share < SAME_PEOPLE) {
        return None;
    }
    let places: Vec<usize> = one.places.iter().chain(&next.places).copied().collect();
    Some(SameAsked {
        what: SameWhat::Series,
        uids: [one.uid.to_owned(), next.uid.to_owned()],
        titles: [title(scene, last), title(scene, first)],
        likely: if same.is_some() { 0.85 } else { 0.7 },
        minutes: minutes(scene, &places),
        places,
        after: next.places.clone(),
        times: 0,
        because: match same {
            Some(_) => "the same title, length and people; one begins where the other ends",
            None => "the same title and length; one begins where the other ends",
        }
        .to_owned(),
        begins: next.from,
    })
}

impl SameAsked {
    /// What names the two.
    pub fn key(&self) -> String {
        pair_named(&self.uids)
    }
}

/// What names two series, or events, that may be one.
pub fn pair_named(uids: &[String]) -> String {
    crate::named("same", &uids.join("\u{1f}"))
}

/// Occurrences that count, with a time, by start.
fn counted<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (usize, &'a Classified)> {
    let each = scene.occurrences.iter().zip(scene.minutes).enumerate();
    each.filter(|(_, (one, minutes))| **minutes > 0 && !one.occurrence.span.is_all_day())
        .map(|(place, (one, _))| (place, one))
}

fn start(scene: &Scene<'_>, place: usize) -> DateTime<Utc> {
    let one = scene.occurrences.get(place);
    one.map_or(DateTime::UNIX_EPOCH, |one| {
        one.occurrence.span.instants(scene.classifier.zone()).0
    })
}

fn title(scene: &Scene<'_>, place: usize) -> String {
    let one = scene.occurrences.get(place);
    one.map_or_else(String::new, |one| one.occurrence.event.summary.clone())
}

fn minutes(scene: &Scene<'_>, places: &[usize]) -> i64 {
    let each = places.iter().filter_map(|place| scene.minutes.get(*place));
    each.sum()
}

/// A title in small letters, with one blank between its words.
fn plain(title: &str) -> String {
    let words: Vec<String> = title.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}

fn says_nothing(title: &str) -> bool {
    SAYS_NOTHING.contains(&title)
}

/// Whether all words of one title are in another that has more.
fn is_part(title: &str, longer: &str) -> bool {
    let words = |title: &str| -> BTreeSet<String> {
        let parts = title.split(|c: char| !c.is_alphanumeric());
        parts
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let (short, long) = (words(title), words(longer));
    !short.is_empty() && short.len() <= long.len() && short.is_subset(&long)
}

/// The part of their people that two events have in common; `None` where one of them names nobody.
fn in_common(one: &Classified, other: &Classified) -> Option<f64> {
    let people = |one: &Classified| -> Vec<String> {
        let people = one.occurrence.event.people();
        people
            .into_iter()
            .map(|person| person.address.clone())
            .collect()
    };
    let (a, b) = (people(one), people(other));
    (a.len() > 1 && b.len() > 1).then(|| crate::in_common(&a, &b))
}

fn is_said(said: &[Sameness], asked: &SameAsked) -> bool {
    said.iter().any(|one| one.is_about(asked.what, &asked.uids))
}

fn most_first(mut found: Vec<SameAsked>) -> Vec<SameAsked> {
    found.sort_by(|a, b| b.minutes.cmp(&a.minutes).then_with(|| a.uids.cmp(&b.uids)));
    found.truncate(MOST);
    found
}
