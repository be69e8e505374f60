//! What speaks for which kind: the title first, then people, recurrence, length, and the small print.

mod circumstance;
mod title;

use weekwise_model::{BusyStatus, Category, Class, Classification, Kind, Shape};

use crate::Classifier;
use crate::ledger::Ledger;
use crate::lexicon::{Reads, When};
use crate::phrases::{hits, read};
use crate::scene::Scene;
use crate::tags::{Tag, tag_of};
use crate::weigh::circumstance::{people, time};
use crate::weigh::title::title;

/// How much a phrase says outside of the title, against the same phrase inside.
const IN_CATEGORIES: f64 = 0.5;
const IN_CALENDAR_NAME: f64 = 0.6;
const IN_DESCRIPTION: f64 = 0.2;

/// How much of a description is read: what it is about stands at its beginning, then come dial-in numbers.
const DESCRIPTION_BYTES: usize = 160;

impl Classifier {
    /// The answer for a scene.
    pub(crate) fn answer(&self, scene: &Scene<'_>) -> Classification {
        let mut ledger = Ledger::default();
        title(scene, &mut ledger);
        people(scene, &mut ledger);
        time(scene, &mut ledger);
        self.small_print(scene, &mut ledger);
        let answer = ledger.classification();
        match tag_of(&scene.event.summary) {
            Some(tag) => tagged(&tag, &ledger, answer),
            None => answer,
        }
    }

    /// Description, links, CATEGORIES, calendar name, busy status, class.
    fn small_print(&self, scene: &Scene<'_>, ledger: &mut Ledger) {
        let event = scene.event;
        match event.busy_status {
            Some(BusyStatus::OutOfOffice) if scene.company.shape == Shape::Block => {
                ledger.add("shown as out of office", Kind::TimeOff, 4.5);
            }
            Some(BusyStatus::OutOfOffice) => {
                ledger.add("shown as out of office", Kind::TimeOff, 0.8);
            }
            _ => {}
        }
        if event.class != Class::Public && scene.holds(When::Alone) {
            ledger.add("marked as private", Kind::Private, 0.8);
        }
        for category in &event.categories {
            Self::elsewhere(scene, category, "category tag", IN_CATEGORIES, ledger);
        }
        if let Some(name) = self.telling_calendars.get(&event.calendar) {
            Self::elsewhere(scene, name, "calendar", IN_CALENDAR_NAME, ledger);
        }
        if !event.description.is_empty() {
            let start = beginning(&event.description);
            Self::elsewhere(scene, start, "description mentions", IN_DESCRIPTION, ledger);
        }
        links(scene, ledger);
    }

    /// What phrases outside of the title say.
    fn elsewhere(scene: &Scene<'_>, text: &str, place: &str, factor: f64, ledger: &mut Ledger) {
        let words = read(text);
        let mut left = 2;
        for hit in hits(&words) {
            let generic = matches!(hit.theme.reads, Reads::Before) || hit.theme.means.len() > 6;
            if generic || left == 0 {
                continue;
            }
            left -= 1;
            let written = words.get(hit.from).zip(words.get(hit.to.saturating_sub(1)));
            let written = written
                .and_then(|(a, b)| text.get(a.start..b.end))
                .unwrap_or_default();
            for sense in scene.senses(hit.theme) {
                ledger.add(
                    format!("{place} “{written}”"),
                    sense.kind,
                    factor * sense.points,
                );
            }
        }
    }
}

/// The first characters of a text.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(DESCRIPTION_BYTES);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Links to what the time is about.
fn links(scene: &Scene<'_>, ledger: &mut Ledger) {
    let event = scene.event;
    let text = [
        event.description.as_str(),
        event.url.as_deref().unwrap_or_default(),
        &event.location,
    ];
    if !text.iter().any(|t| t.contains("://")) {
        return;
    }
    let has = |marks: &[&str]| {
        text.iter()
            .any(|t| marks.iter().any(|mark| t.contains(mark)))
    };
    if has(&[
        "/pull/",
        "/merge_requests/",
        "/pull-requests/",
        "/pullrequest/",
    ]) {
        ledger.add("links to a pull request", Kind::CodeReview, 1.5);
    }
    if has(&["/rfcs/", "/rfc/", "/adr/", "/adrs/"]) {
        ledger.add("links to a proposal", Kind::RfcReview, 1.2);
    }
    if has(&[
        "docs.google.com/document",
        ".notion.site/",
        "/wiki/",
        "sharepoint.com/",
    ]) {
        let kind = if scene.holds(When::Alone) {
            Kind::Writing
        } else {
            Kind::DesignReview
        };
        ledger.add("links to a document", kind, 0.4);
    }
}

/// A tag decides outright. The rest of the evidence only chooses among the kinds of its category.
fn tagged(tag: &Tag, ledger: &Ledger, answer: Classification) -> Classification {
    let text = format!("the title is tagged {}", tag.written);
    let mut decided = ledger.clone();
    decided
        .entries
        .retain(|e| e.kind.category() == tag.category);
    let kind = tag.kind.unwrap_or_else(|| {
        let found = decided.classification();
        if found.category == tag.category && !decided.entries.is_empty() {
            found.kind
        } else {
            usual(tag.category)
        }
    });
    decided.entries.retain(|e| !e.text.is_empty());
    let mut because = vec![weekwise_model::Evidence {
        text,
        category: tag.category,
        weight: 20.0,
    }];
    if !decided.entries.is_empty() {
        because.extend(decided.classification().because);
    }
    let runner_up = if answer.category == tag.category {
        answer.runner_up
    } else {
        Some(weekwise_model::RunnerUp {
            category: answer.category,
            kind: answer.kind,
            confidence: 0.01,
        })
    };
    Classification {
        category: tag.category,
        kind,
        confidence: 0.99,
        because,
        runner_up: runner_up.map(|r| weekwise_model::RunnerUp {
            confidence: r.confidence.min(0.01),
            ..r
        }),
        decided_by: Some(weekwise_model::Decision::Tag {
            written: tag.written.clone(),
        }),
    }
}

/// The kind of a category where nothing says more.
fn usual(category: Category) -> Kind {
    match category {
        Category::DeepWork => Kind::Focus,
        Category::OneOnOne => Kind::OneOnOne,
        Category::CrossTeam => Kind::CrossTeamSync,
        Category::Review => Kind::DesignReview,
        Category::Strategy => Kind::Strategy,
        Category::OtherWork => Kind::Other,
        Category::Personal => Kind::Private,
    }
}
