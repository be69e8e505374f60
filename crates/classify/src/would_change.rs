//! What would change the answer: found by asking again with one thing different.

use std::sync::Arc;

use weekwise_model::{Category, Classification, Decision, Event, Shape};

use crate::Classifier;
use crate::circles::Circle;
use crate::scene::{Company, Scene};
use crate::tags::{tag_for, tag_of};
use crate::vocabulary::Hit;

/// At most this many sentences.
const MOST: usize = 3;

impl Classifier {
    pub(crate) fn other_answers(&self, event: &Event, given: &Classification) -> Vec<String> {
        let mut sentences = Vec::new();
        let said = match &given.decided_by {
            Some(Decision::Correction { .. }) => Some("your correction"),
            Some(Decision::Rule { .. }) => Some("your rule"),
            _ => None,
        };
        if let Some(said) = said {
            let scene = self.scene(event, None);
            let without = self
                .moved(self.findings(&scene).classification(&scene))
                .category;
            sentences.push(format!("Without {said}, it would be {}.", named(without)));
            return sentences;
        }
        if let Some(tag) = tag_of(&event.summary) {
            sentences.push(format!(
                "Without {} in the title, the other evidence would decide.",
                tag.written
            ));
            return sentences;
        }
        let scene = self.scene(event, None);
        if let Some(sentence) = self.without_title(&scene, given) {
            sentences.push(sentence);
        }
        sentences.extend(self.with_other_people(&scene, given));
        sentences.extend(self.with_other_length(&scene, given));
        let category = given
            .runner_up
            .as_ref()
            .map_or(Category::DeepWork, |r| r.category);
        let wanted = if category == given.category {
            Category::OtherWork
        } else {
            category
        };
        sentences.truncate(MOST - 1);
        sentences.push(format!(
            "With {} in the title, it would be {}.",
            tag_for(wanted),
            named(wanted)
        ));
        sentences
    }

    /// Whether the words in the title made the answer.
    fn without_title(&self, scene: &Scene<'_>, given: &Classification) -> Option<String> {
        let surest = |hit: &&Hit| hit.entries().map(|entry| entry.sure).max();
        let strongest = scene.title.hits.iter().max_by_key(surest)?;
        let written = scene.written(strongest).to_owned();
        let mut silent = scene.clone();
        silent.title = Arc::new(scene.title.without(strongest));
        let answer = self.answer(&silent, None).category;
        (answer != given.category).then(|| {
            format!(
                "Without “{written}” in the title, it would be {}.",
                named(answer)
            )
        })
    }

    fn with_other_people(&self, scene: &Scene<'_>, given: &Classification) -> Vec<String> {
        let company = |people: u32| Company {
            shape: Shape::Meeting,
            people,
            known: true,
        };
        let alone = Company {
            shape: Shape::Block,
            people: 1,
            known: true,
        };
        let changes: &[(Company, Circle, &str)] =
            match (scene.company.shape, scene.company.people, scene.circle) {
                (Shape::Block | Shape::Unknown, ..) => &[(
                    company(2),
                    Circle::Unknown,
                    "If one more person were invited",
                )],
                (Shape::Meeting, 2, _) => &[(
                    company(5),
                    Circle::Crossing,
                    "With several people of other teams",
                )],
                (_, n, Circle::Own) => &[(
                    company(n),
                    Circle::Crossing,
                    "If most of the people were of other teams",
                )],
                (_, n, Circle::Crossing | Circle::Mixed) => &[(
                    company(n),
                    Circle::Own,
                    "If most of the people were of your team",
                )],
                (_, _, Circle::External) => &[(
                    company(5),
                    Circle::Crossing,
                    "If the others were of your company",
                )],
                (_, _, Circle::Unknown) => &[(alone, Circle::Unknown, "If nobody else were there")],
            };
        let mut sentences = Vec::new();
        for (company, circle, said) in changes {
            let mut other = scene.clone();
            other.company = *company;
            other.circle = *circle;
            other.others.clear();
            other.hides = false;
            let answer = self.answer(&other, None).category;
            if answer != given.category {
                sentences.push(format!("{said}, it would be {}.", named(answer)));
            }
        }
        sentences
    }

    fn with_other_length(&self, scene: &Scene<'_>, given: &Classification) -> Option<String> {
        if scene.company.shape == Shape::Meeting || scene.all_day {
            return None;
        }
        // A single event does not know its length: then both may be what would change the answer.
        let lengths = [(30, "Shorter than 45 min"), (90, "From 45 min on")];
        lengths.into_iter().find_map(|(minutes, said)| {
            if scene
                .minutes
                .is_some_and(|now| (now >= 45) == (minutes >= 45))
            {
                return None;
            }
            let mut other = scene.clone();
            other.minutes = Some(minutes);
            let answer = self.answer(&other, None).category;
            (answer != given.category).then(|| format!("{said}, it would be {}.", named(answer)))
        })
    }
}

/// A category inside of a sentence.
fn named(category: Category) -> String {
    match category {
        Category::OneOnOne => category.label().to_owned(),
        other => other.label().to_lowercase(),
    }
}
