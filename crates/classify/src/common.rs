//! What an event has in common with others: by what one question may be asked about all of them.

use weekwise_model::{Classified, Kind, Occurrence, Shape};

use crate::Classifier;
use crate::naming::Naming;
use crate::scene::Scene;
use crate::words::{class_of, is_little, is_number};

/// How many people a meeting may have for it to be asked about by who is there.
const MOST_PEOPLE: usize = 12;

/// Something several events share.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Common {
    /// A word of the title, without case, accents and numbers.
    Word(String),
    /// The title is one person's name and nothing else.
    OneName,
    /// The title names two people.
    TwoNames,
    /// The title names two teams.
    TwoTeams,
    /// The title is empty, or says no more than that the time is taken.
    Silent,
    /// The same people are there: their addresses in order.
    People(Vec<String>),
    /// The address of who organizes it, who is not me.
    Organizer(String),
    /// A tag of its CATEGORIES, in small letters.
    Tag(String),
    /// It is read as the same kind, and in the same way as mine alone (`true`) or shared.
    Read(Kind, bool),
}

/// What names an event among those alike, and what it shares with others that are not.
#[derive(Debug, Clone)]
pub struct Likeness {
    /// The key of a correction of everything like it.
    pub key: String,
    /// What it shares, nothing twice.
    pub common: Vec<Common>,
}

impl Classifier {
    /// What an occurrence has in common with others. It is the same for every occurrence of its VEVENT.
    pub fn likeness(&self, classified: &Classified) -> Likeness {
        let Occurrence { event, span, .. } = &classified.occurrence;
        let scene = self.scene(event, Some(*span));
        let mut common = of_title(&scene);
        let mut people: Vec<String> = scene.others.iter().map(|p| p.address.clone()).collect();
        if (2..=MOST_PEOPLE).contains(&people.len()) {
            people.sort_unstable();
            common.push(Common::People(people));
        }
        if let Some(organizer) = &event.organizer
            && !self.me.is(organizer)
            && !event.attendees.is_empty()
        {
            common.push(Common::Organizer(organizer.address.clone()));
        }
        let tags = event.categories.iter().take(crate::scene::MOST_TAGS);
        common.extend(tags.map(|tag| Common::Tag(tag.trim().to_lowercase())));
        let kind = classified.classification.kind;
        common.push(Common::Read(kind, classified.shape == Shape::Block));
        common.sort_unstable();
        common.dedup();
        Likeness {
            key: self.alike_key(event),
            common,
        }
    }
}

fn of_title(scene: &Scene<'_>) -> Vec<Common> {
    let mut common = Vec::new();
    match scene.names.naming {
        Naming::One if !scene.names.unknown_topic => common.push(Common::OneName),
        Naming::Two => common.push(Common::TwoNames),
        Naming::TwoTeams => common.push(Common::TwoTeams),
        Naming::One | Naming::Nobody => {}
    }
    let mut words = 0;
    for word in &scene.title.words {
        let text = &word.text;
        let speaks = text.chars().any(char::is_alphabetic) && text.chars().count() > 1;
        if speaks && !is_number(text) && !is_little(text) {
            common.push(Common::Word(class_of(text).into_owned()));
            words += 1;
        }
    }
    if words == 0 {
        common.push(Common::Silent);
    }
    common
}
