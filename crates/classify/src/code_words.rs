//! The names this calendar has for teams and projects, learnt from its own titles.
//!
//! A word nobody else knows says something by its company: one that stands in my team's rituals is my team's name, one in
//! other people's is another team's, and a project is about what the other titles with its name are about.

use std::sync::Arc;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use weekwise_model::Event;

use crate::Classifier;
use crate::cadence::per_week;
use crate::circles::Circle;
use crate::features::Weighed;
use crate::first_names::is_first_name;
use crate::scene::{Scene, says_ritual};
use crate::vocabulary::{GROUPS, Hit, Place, hits, read};
use crate::words::{Word, is_little, is_number, looked_at};

/// How many different titles are learnt from.
const MOST_TITLES: usize = 4_000;

/// How often a single event counts against a weekly one.
const ONCE: f64 = 0.15;

/// A name is my team's when it stands in rituals so often a week, and in this share of the most frequent one's.
const OFTEN: f64 = 0.9;
const SHARE: f64 = 0.4;

/// What is known of a code word.
#[derive(Debug, Clone, Default)]
struct Known {
    /// In how many different titles it stands.
    titles: f32,
    /// What they say.
    groups: [f32; GROUPS],
}

/// Names and code words.
#[derive(Debug, Clone, Default)]
pub(crate) struct CodeWords {
    learnt: Arc<Learnt>,
    own: HashSet<String>,
    other: HashSet<String>,
}

/// What titles say, whoever is my team.
#[derive(Debug, Default)]
struct Learnt {
    known: HashMap<String, Known>,
    titles: Vec<Titled>,
}

/// A title with code words that its company says something about.
#[derive(Debug)]
struct Titled {
    event: Arc<Event>,
    codes: HashSet<String>,
    /// How often a week.
    often: f64,
    ritual: bool,
}

/// What the code words of a title say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    /// My team's name is among them.
    pub(crate) own: bool,
    /// Another team's is.
    pub(crate) other: bool,
    /// There is one at all.
    pub(crate) any: bool,
    /// What other titles with them say.
    pub(crate) elsewhere: [f32; GROUPS],
}

impl CodeWords {
    /// Learns from all titles of a classifier whose circles are known.
    pub(crate) fn learn(classifier: &Classifier, events: &[&Arc<Event>]) -> Self {
        Self::told(Arc::new(Learnt::from(classifier, events)), classifier)
    }

    /// The same titles as a classifier with other circles reads them.
    pub(crate) fn with_circles(&self, classifier: &Classifier) -> Self {
        Self::told(Arc::clone(&self.learnt), classifier)
    }

    fn told(learnt: Arc<Learnt>, classifier: &Classifier) -> Self {
        let mut own: HashMap<&String, f64> = HashMap::default();
        let mut other: HashMap<&String, f64> = HashMap::default();
        for title in &learnt.titles {
            let others = classifier.others(&title.event);
            let circle = classifier.circles.of(&others);
            let table = match circle {
                Circle::Own if title.ritual => &mut own,
                Circle::Crossing | Circle::External if others.len() > 1 => &mut other,
                Circle::Unknown if title.ritual && others.is_empty() => &mut own,
                _ => continue,
            };
            for word in &title.codes {
                *table.entry(word).or_default() += title.often;
            }
        }
        let (mut mine, mut theirs) = (HashSet::default(), HashSet::default());
        let most = own.values().copied().fold(0.0, f64::max);
        if most >= OFTEN {
            for (&word, often) in &own {
                let elsewhere = other.get(word).copied().unwrap_or(0.0);
                let is_mine = *often >= SHARE * most && *often > elsewhere;
                let names = if is_mine { &mut mine } else { &mut theirs };
                names.insert(word.clone());
            }
        }
        let of_others = other.into_keys().filter(|word| !mine.contains(*word));
        theirs.extend(of_others.cloned());
        Self {
            own: mine,
            other: theirs,
            learnt,
        }
    }

    /// The places of words in a title that name a team, and whether it is mine.
    pub(crate) fn places(&self, title: &str) -> Vec<(usize, bool)> {
        if self.own.is_empty() && self.other.is_empty() {
            return Vec::new();
        }
        let names = |word: &Word| {
            let own = self.own.contains(&word.text);
            (own || self.other.contains(&word.text)).then_some(own)
        };
        let words = read(looked_at(title)).into_iter().enumerate();
        words
            .filter_map(|(place, word)| Some((place, names(&word)?)))
            .collect()
    }

    /// What the code words of a title say.
    pub(crate) fn named(&self, scene: &Scene<'_>) -> Named {
        let mut named = Named::default();
        let own_title = said(&scene.title.hits);
        let mut of = 0.0;
        let free = free(&scene.title.words, &scene.title.hits);
        for word in free.filter_map(|word| Some((word, self.learnt.known.get(&word.text)?))) {
            let (word, known) = word;
            named.any = true;
            named.own |= self.own.contains(&word.text);
            named.other |= self.other.contains(&word.text);
            let others = known.titles - 1.0;
            if others < 1.0 {
                continue;
            }
            of += 1.0;
            for ((cell, sum), own) in named.elsewhere.iter_mut().zip(known.groups).zip(own_title) {
                *cell += ((sum - own) / others).max(0.0);
            }
        }
        if of > 0.0 {
            named.elsewhere = named.elsewhere.map(|sum| sum / of);
        }
        named
    }
}

impl Learnt {
    fn from(classifier: &Classifier, events: &[&Arc<Event>]) -> Self {
        let mut all = Self::default();
        let mut seen: HashSet<&str> = HashSet::default();
        for &event in events {
            if seen.len() >= MOST_TITLES || !seen.insert(event.summary.as_str()) {
                continue;
            }
            let words = read(&event.summary);
            let hits = hits(&words, classifier.spoken);
            let codes = codes(&words, &hits, classifier);
            if codes.is_empty() {
                continue;
            }
            let said = said(&hits);
            for word in &codes {
                let known = all.known.entry(word.clone()).or_default();
                known.titles += 1.0;
                for (cell, amount) in known.groups.iter_mut().zip(said) {
                    *cell += amount;
                }
            }
            let recurrence = event.recurrence.as_deref();
            all.titles.push(Titled {
                event: Arc::clone(event),
                codes,
                often: recurrence.map_or(ONCE, |r| per_week(r).max(ONCE)),
                ritual: says_ritual(&hits),
            });
        }
        all
    }
}

/// What the phrases of a title say, wherever it is said.
fn said(hits: &[Hit]) -> [f32; GROUPS] {
    let weighed = Weighed::of(hits.iter(), |place| place == Place::Any);
    std::array::from_fn(|group| weighed.amount(group))
}

/// Words in no phrase that may be names of teams or projects.
fn free<'w>(words: &'w [Word], hits: &'w [Hit]) -> impl Iterator<Item = &'w Word> {
    words.iter().enumerate().filter_map(move |(at, word)| {
        let in_hit = hits.iter().any(|hit| (hit.from..hit.to).contains(&at));
        let letters = word.text.chars().any(char::is_alphabetic) && word.text.len() > 1;
        (!in_hit && letters && !is_little(&word.text) && !is_number(&word.text)).then_some(word)
    })
}

fn codes(words: &[Word], hits: &[Hit], classifier: &Classifier) -> HashSet<String> {
    free(words, hits)
        .filter(|word| !is_first_name(&word.text) && !classifier.known_names.contains(&word.text))
        .map(|word| word.text.clone())
        .collect()
}
