//! What the user said: found again by keys, obeyed outright, and learnt from.

use std::sync::Arc;

use chrono_tz::Tz;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use weekwise_model::{Correction, Event, InstanceId, Occurrence, Scope};

use crate::Classifier;
use crate::features::only_meets;
use crate::judgement::has_own_time;
use crate::taught::{Lesson, Taught};
use crate::vocabulary::found_in;
use crate::words::{class_of, is_little, is_number, words};

/// Between the parts of a key.
const PART: char = '\u{1f}';

/// The user's corrections, by what they are about.
#[derive(Debug, Clone, Default)]
pub(crate) struct Corrections {
    occurrences: HashMap<String, Correction>,
    series: HashMap<String, Correction>,
    alike: HashMap<String, Correction>,
    /// Series of which single occurrences are corrected.
    apart: HashSet<String>,
}

impl Corrections {
    fn of(corrections: &[Correction]) -> Self {
        let mut all = Self::default();
        // A later one about the same thing replaces an earlier one.
        for correction in corrections {
            let key = correction.key.clone();
            let table = match correction.scope {
                Scope::Occurrence => {
                    if let Some((uid, _)) = key.split_once(PART) {
                        all.apart.insert(uid.to_owned());
                    }
                    &mut all.occurrences
                }
                Scope::Series => &mut all.series,
                Scope::Alike => &mut all.alike,
            };
            table.insert(key, correction.clone());
        }
        all
    }

    /// The narrowest correction about an event, and about one of its occurrences where one is meant.
    pub(crate) fn about(
        &self,
        event: &Event,
        occurrence: Option<&Occurrence>,
        alike: impl FnOnce() -> String,
    ) -> Option<&Correction> {
        let own = occurrence
            .filter(|_| self.apart.contains(&event.uid))
            .and_then(|o| self.occurrences.get(&occurrence_key(o)));
        own.or_else(|| self.series.get(&event.uid)).or_else(|| {
            if self.alike.is_empty() {
                None
            } else {
                self.alike.get(&alike())
            }
        })
    }

    /// Whether single occurrences of a series are corrected.
    pub(crate) fn tells_apart(&self, uid: &str) -> bool {
        self.apart.contains(uid)
    }

    fn is_empty(&self) -> bool {
        self.occurrences.is_empty() && self.series.is_empty() && self.alike.is_empty()
    }
}

impl Classifier {
    /// With the user's corrections, oldest first, and rules, in their order (section 4 of docs/product.md). What was
    /// given before is forgotten: undoing a correction is giving the list without it.
    ///
    /// `events`: those [`Classifier::learn`] was given. What is corrected among them is learnt from, so that similar
    /// titles, the same people and the calendar's own words follow.
    #[must_use]
    pub fn with<'a>(
        self,
        events: impl IntoIterator<Item = &'a Arc<Event>>,
        corrections: &[Correction],
        rules: &[weekwise_model::Rule],
    ) -> Self {
        let mut with = self.with_rules(rules);
        with.learn_from(events, corrections);
        with
    }

    fn learn_from<'a>(
        &mut self,
        events: impl IntoIterator<Item = &'a Arc<Event>>,
        corrections: &[Correction],
    ) {
        self.corrections = Arc::new(Corrections::of(corrections));
        self.taught = Arc::new(Taught::default());
        if self.corrections.is_empty() {
            return;
        }
        let mut lessons: Vec<Lesson> = Vec::new();
        let mut seen: HashSet<(Scope, &str)> = HashSet::default();
        let apart: HashMap<&str, &Correction> = self
            .corrections
            .occurrences
            .iter()
            .filter_map(|(key, correction)| Some((key.split_once(PART)?.0, correction)))
            .collect();
        let all = Arc::clone(&self.corrections);
        for event in events {
            let about = all.about(event, None, || self.alike_key(event));
            let Some(correction) = about.or_else(|| apart.get(event.uid.as_str()).copied()) else {
                continue;
            };
            // One lesson for what is said once, however many events it is about.
            if let Some(own) = all
                .series
                .get_key_value(&correction.key)
                .or_else(|| all.alike.get_key_value(&correction.key))
                .or_else(|| all.occurrences.get_key_value(&correction.key))
                && seen.insert((correction.scope, own.0.as_str()))
            {
                let scene = self.scene(event, None);
                lessons.push(Lesson::of(self, &scene, correction));
            }
        }
        // The order of a hash table must not matter.
        lessons.sort_by(|a, b| a.key.cmp(&b.key));
        self.taught = Arc::new(Taught::by(&lessons));
    }

    /// The same with other rules: what corrections taught stays.
    #[must_use]
    pub fn with_rules(mut self, rules: &[weekwise_model::Rule]) -> Self {
        self.rules = Arc::new(rules.iter().map(crate::RuleMatcher::new).collect());
        self
    }

    /// The zone of days and hours.
    pub fn zone(&self) -> Tz {
        self.zone
    }

    /// What a correction of this scope about this occurrence is called.
    pub fn correction_key(&self, scope: Scope, occurrence: &Occurrence) -> String {
        match scope {
            Scope::Occurrence => occurrence_key(occurrence),
            Scope::Series => occurrence.event.uid.clone(),
            Scope::Alike => self.alike_key(&occurrence.event),
        }
    }

    /// Whether a correction is about an occurrence, whatever others say.
    pub fn is_about(&self, correction: &Correction, occurrence: &Occurrence) -> bool {
        self.correction_key(correction.scope, occurrence) == correction.key
    }

    /// What tells occurrences of the same event and length apart: those with the same number share a judgement.
    /// 0 where a series' own time is known, unless single occurrences are corrected or a rule looks at the time.
    pub fn apart(&self, occurrence: &Occurrence) -> i64 {
        use chrono::{Datelike, Timelike};
        let start = || occurrence.span.instants(self.zone).0;
        let uid = &occurrence.event.uid;
        if self.corrections.tells_apart(uid) || self.day_corrections.tells_apart(uid) {
            return start().timestamp();
        }
        let rules_look = || {
            let mut enabled = self.rules.iter().filter(|matcher| matcher.rule.enabled);
            enabled.any(crate::RuleMatcher::looks_at_time)
        };
        if has_own_time(&occurrence.event) && !rules_look() {
            return 0;
        }
        let local = start().with_timezone(&self.zone);
        let day = i64::from(local.weekday().num_days_from_monday());
        1 + day * 86_400 + i64::from(local.num_seconds_from_midnight())
    }

    /// What things alike have in common: the title but for numbers; where that says no more than that people meet,
    /// the people too.
    pub(crate) fn alike_key(&self, event: &Event) -> String {
        let words = words(&event.summary);
        let title: Vec<String> = words
            .iter()
            .filter(|w| !is_number(&w.text) && !is_little(&w.text))
            .map(|w| class_of(&w.text).into_owned())
            .collect();
        let bare = {
            let scene_words = found_in(&words);
            let says = scene_words.iter().any(|f| !only_meets(f.topic));
            title.len() < 2 && !says
                || title.is_empty()
                || !says && title.len() == scene_words.len()
        };
        let mut key = title.join(" ");
        if bare {
            let mut people: Vec<&str> = self
                .others(event)
                .iter()
                .map(|p| p.address.as_str())
                .collect();
            people.sort_unstable();
            if people.is_empty() {
                // Nothing tells what is like it: only its own series is.
                return format!("{}{PART}{key}", event.uid);
            }
            key.push(PART);
            key.push_str(&people.join(","));
        }
        key
    }
}

/// The UID in the key of a single occurrence.
pub(crate) fn uid_of_occurrence_key(key: &str) -> Option<&str> {
    key.split_once(PART).map(|(uid, _)| uid)
}

fn occurrence_key(occurrence: &Occurrence) -> String {
    let id = match occurrence.recurrence_id {
        Some(InstanceId::Instant(at)) => at.to_rfc3339(),
        Some(InstanceId::Date(day)) => day.to_string(),
        None => String::new(),
    };
    format!("{}{PART}{id}", occurrence.event.uid)
}
