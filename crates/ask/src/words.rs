//! Questions in words. A title stands between quotation marks.

use weekwise_classify::Common;
use weekwise_model::{
    Category, Classified, DayEffect, QuestionEvent, QuestionKind, QuestionReason, Recurrence, words,
};

use crate::group::{Asked, Choice};
use crate::unit::{Scene, Unit};

/// So many titles are named in a question.
const MOST_NAMED: usize = 4;

/// So many reasons are told.
const MOST_REASONS: usize = 6;

/// What an event does to the day, as an answer says it.
pub fn effect_text(effect: DayEffect) -> &'static str {
    match effect {
        DayEffect::Work => "I work then",
        DayEffect::Break => "a break: its minutes are not worked",
        DayEffect::Off => "I am off",
        DayEffect::Note => "a note, it takes nothing",
        DayEffect::NotHeld => "it does not take place",
    }
}

impl Asked {
    /// The question in one sentence.
    pub fn text(&self, scene: &Scene<'_>) -> String {
        let titles = self.titles(scene);
        match (&self.common, self.kind) {
            (None, QuestionKind::Day) => format!("{titles}: what does it do to the day?"),
            (None, _) => format!("{titles}: what is it?"),
            (Some(Common::Word(_)), _) => {
                let word = self.word(scene);
                match self.guess() {
                    Some(Choice::Category(category)) => {
                        let category = words::category(category);
                        format!("Titles with “{word}”: are these all {category}?")
                    }
                    _ => format!("Titles with “{word}”: what are these?"),
                }
            }
            (Some(Common::OneName | Common::TwoNames), _) => match self.guess() {
                Some(Choice::Category(Category::OneOnOne)) => format!("{titles}: are these 1:1s?"),
                _ => format!("{titles}: what are these?"),
            },
            (Some(_), _) => match self.guess() {
                Some(Choice::Category(category)) => {
                    format!("{titles}: are these all {}?", words::category(category))
                }
                _ => format!("{titles}: what are these?"),
            },
        }
    }

    /// The same in a few words, for a list.
    pub fn short(&self, scene: &Scene<'_>) -> String {
        let subject = self.subject(scene);
        match self.kind {
            QuestionKind::Day => format!("{subject}: your day"),
            _ => subject,
        }
    }

    /// What it is about.
    fn subject(&self, scene: &Scene<'_>) -> String {
        match &self.common {
            Some(Common::Word(_)) => format!("“{}”", self.word(scene)),
            _ => self.titles(scene),
        }
    }

    /// What its events are, in a few words.
    pub fn about(&self, scene: &Scene<'_>) -> String {
        let times: usize = self.units.iter().map(|unit| unit.places.len()).sum();
        let times = words::count(times, "event", "events");
        let sorts = self.units.len();
        match &self.common {
            None => match self.units.first().and_then(|unit| unit.shown(scene)) {
                Some(one) if one.people > 1 => format!("{times}, {} people", one.people),
                _ => times,
            },
            Some(common) => format!("{sorts} titles, {times}: {}", shared(common)),
        }
    }

    fn guess(&self) -> Option<Choice> {
        self.choices.first().map(|(choice, _)| *choice)
    }

    /// The titles it is about, as many as one reads.
    fn titles(&self, scene: &Scene<'_>) -> String {
        let titles = self.units.iter().filter_map(|unit| unit.shown(scene));
        let titles: Vec<String> = titles
            .map(|one| words::title(&one.occurrence.event.summary))
            .collect();
        let left = titles.len().saturating_sub(MOST_NAMED);
        let (named, last) = match titles.as_slice() {
            [only] => return only.clone(),
            _ if left > 0 => (
                titles.get(..MOST_NAMED).unwrap_or_default(),
                format!("{left} more"),
            ),
            [first @ .., last] => (first, last.clone()),
            [] => return String::new(),
        };
        format!("{} and {last}", named.join(", "))
    }

    /// The word its titles share, as the first of them writes it.
    fn word(&self, scene: &Scene<'_>) -> String {
        let Some(Common::Word(word)) = &self.common else {
            return String::new();
        };
        let titles = self.units.iter().filter_map(|unit| unit.shown(scene));
        let written = titles.flat_map(|one| one.occurrence.event.summary.split_whitespace());
        let strip = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        let mut written = written.map(strip);
        let is_it = |text: &String| text.to_lowercase() == *word;
        written.find(is_it).unwrap_or_else(|| word.clone())
    }

    /// An answer as a sentence: `“CAB” is review`.
    pub fn said(&self, choice: Choice, scene: &Scene<'_>) -> String {
        let about = self.subject(scene);
        let verb = if self.units.len() > 1 && !matches!(self.common, Some(Common::Word(_))) {
            "are"
        } else {
            "is"
        };
        match choice {
            Choice::Category(category) => format!("{about} {verb} {}", words::category(category)),
            Choice::Effect(effect) => format!("{about} {verb} {}", effect.label()),
            Choice::Differ => format!("{about}: not all the same"),
        }
    }

    /// A choice in words.
    pub fn option(&self, choice: Choice) -> String {
        match choice {
            Choice::Category(category) if self.units.len() == 1 => {
                words::capital(words::category(category))
            }
            Choice::Category(category) if Some(choice) == self.guess() => {
                format!("Yes, all {}", words::category(category))
            }
            Choice::Category(category) => format!("All {}", words::category(category)),
            Choice::Effect(effect) => words::capital(effect_text(effect)),
            Choice::Differ => "Not the same: one by one".to_owned(),
        }
    }
}

/// What units share, to follow a colon.
fn shared(common: &Common) -> String {
    match common {
        Common::Word(_) => "they share a word".to_owned(),
        Common::OneName => "named by one person".to_owned(),
        Common::TwoNames => "named by two people".to_owned(),
        Common::TwoTeams => "named by two teams".to_owned(),
        Common::Silent => "the title says nothing".to_owned(),
        Common::People(people) => format!("the same {} people", people.len() + 1),
        Common::Organizer(_) => "the same organizer".to_owned(),
        Common::Tag(_) => "the same tag".to_owned(),
        Common::Read(kind, _) => format!("read as {}", words::lower_first(kind.label())),
    }
}

/// What the guess rests on, strongest first; what speaks for something else counts against it.
pub fn reasons(asked: &Asked, scene: &Scene<'_>) -> Vec<QuestionReason> {
    let Some(one) = asked.units.first().and_then(|unit| unit.shown(scene)) else {
        return Vec::new();
    };
    let told = |text: &str, weight: f64| QuestionReason {
        text: text.to_owned(),
        weight,
    };
    let mut reasons: Vec<QuestionReason> = match asked.guess() {
        Some(Choice::Effect(effect)) => one
            .day
            .because
            .iter()
            .map(|because| {
                let sign = if because.effect == effect { 1.0 } else { -1.0 };
                told(&because.text, sign * because.weight)
            })
            .collect(),
        Some(Choice::Category(category)) => one
            .classification
            .because
            .iter()
            .map(|because| {
                let sign = if because.category == category {
                    1.0
                } else {
                    -1.0
                };
                told(&because.text, sign * because.weight)
            })
            .collect(),
        _ => Vec::new(),
    };
    if let Some(common) = &asked.common {
        reasons.insert(0, told(&shared(common), asked.worth.same));
    }
    reasons.truncate(MOST_REASONS);
    reasons
}

/// The events it is about. `cadence` says how a series repeats; `instance` names one.
pub fn events(
    asked: &Asked,
    scene: &Scene<'_>,
    cadence: impl Fn(&Recurrence) -> Option<String>,
    instance: impl Fn(&Classified) -> Option<String>,
) -> Vec<QuestionEvent> {
    let event = |unit: &Unit| {
        let one = unit.shown(scene)?;
        let event = &one.occurrence.event;
        Some(QuestionEvent {
            uid: event.uid.clone(),
            recurrence_id: instance(one),
            summary: event.summary.clone(),
            cadence: one.recurrence().and_then(&cadence),
            times: u32::try_from(unit.places.len()).unwrap_or(u32::MAX),
            minutes: match asked.kind {
                QuestionKind::Day => unit.day_minutes,
                _ => unit.minutes,
            },
            category: one.category(),
            confidence: match asked.kind {
                QuestionKind::Day => one.day.confidence,
                _ => one.classification.confidence,
            },
        })
    };
    asked.units.iter().filter_map(event).collect()
}
