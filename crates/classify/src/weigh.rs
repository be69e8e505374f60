//! What speaks for which kind: the title first, then people, recurrence, length, and the small print.

mod circumstance;
mod title;

use weekwise_model::{
    BusyStatus, Category, Class, Classification, Decision, Evidence, Kind, Occurrence, RuleOutcome,
    RunnerUp, Scope, Shape,
};

use crate::Classifier;
use crate::ledger::{Ledger, hinted};
use crate::lexicon::{Reads, When};
use crate::naming::Naming;
use crate::phrases::{hits, read};
use crate::scene::{MOST_TAGS, Scene};
use crate::tags::{Tag, tag_of};
use crate::weigh::circumstance::{people, time};
use crate::weigh::title::title;
use crate::weights::CATEGORY_COUNT;
use crate::words::Word;

/// The weight of what decides outright: more than evidence ever adds up to.
const OUTRIGHT: f64 = 20.0;

/// How sure it is what an event is of which only its calendar tells.
const DEFAULTED: f64 = 0.7;

/// How much a phrase says outside of the title, against the same phrase inside.
const IN_CATEGORIES: f64 = 0.5;
const IN_CALENDAR_NAME: f64 = 0.6;
const IN_DESCRIPTION: f64 = 0.2;

/// How much of a description is read: what it is about stands at its beginning, then come dial-in numbers.
const DESCRIPTION_BYTES: usize = 160;

impl Classifier {
    /// The answer for a scene, in the order of section 4 of docs/product.md: corrections, rules, a tag, the evidence.
    pub(crate) fn answer(
        &self,
        scene: &Scene<'_>,
        occurrence: Option<&Occurrence>,
    ) -> Classification {
        let event = scene.event;
        let ledger = self.ledger(scene);
        let alike = || self.alike_key(event);
        if let Some(correction) = self.corrections.about(event, occurrence, alike) {
            let scope = correction.scope;
            let text = match scope {
                Scope::Occurrence => "you said so about this occurrence",
                Scope::Series => "you said so about this series",
                Scope::Alike => "you said so about everything like it",
            };
            let to = self.place(correction.category, correction.kind);
            let decision = Decision::Correction { scope };
            return self.with_next_moved(decided(&ledger, scene, to, decision, text.to_owned()));
        }
        let span = occurrence.map(|o| o.span);
        if let Some((number, rule, outcome)) = self.first_rule(event, span, scene.company.people) {
            let without = ledger.classification(scene);
            let to = match outcome {
                RuleOutcome::Category { category } => (category, None),
                RuleOutcome::Kind { kind } => self.place(kind.category(), Some(kind)),
                RuleOutcome::LeaveOut => {
                    let without = self.moved(without);
                    (without.category, Some(without.kind))
                }
            };
            let called = if rule.name.is_empty() {
                format!("your rule {number}")
            } else {
                format!("your rule {number}, “{}”", rule.name)
            };
            let decision = Decision::Rule {
                number,
                name: rule.name.clone(),
                leaves_out: outcome == RuleOutcome::LeaveOut,
            };
            return self.with_next_moved(decided(&ledger, scene, to, decision, called));
        }
        if let Some(tag) = tag_of(&event.summary) {
            return self.with_next_moved(self.tagged(&tag, &ledger, scene));
        }
        let guess = ledger.classification(scene);
        match self.by_calendar.get(&event.calendar) {
            Some(category) if ledger.silent => {
                self.with_next_moved(by_default(&ledger, scene, *category, &guess))
            }
            _ => self.moved(guess),
        }
    }

    /// A tag decides outright. The rest of the evidence only chooses among the kinds of its category.
    fn tagged(&self, tag: &Tag, ledger: &Ledger, scene: &Scene<'_>) -> Classification {
        let decision = Decision::Tag {
            written: tag.written.clone(),
        };
        let text = format!("the title is tagged {}", tag.written);
        let to = self.place(tag.category, tag.kind);
        decided(ledger, scene, to, decision, text)
    }

    /// All evidence about a scene.
    pub(crate) fn ledger(&self, scene: &Scene<'_>) -> Ledger {
        let mut ledger = Ledger::new(&self.weights);
        title(scene, &mut ledger);
        people(scene, &mut ledger);
        time(scene, &mut ledger);
        self.small_print(scene, &mut ledger);
        self.weigh_features(scene, &mut ledger);
        ledger
    }

    /// What the fitted weights add.
    pub(crate) fn weigh_features(&self, scene: &Scene<'_>, ledger: &mut Ledger) {
        let features = self.features(scene);
        ledger.silent = scene.is_hidden()
            || scene.hits.is_empty()
                && scene.names.naming == Naming::Nobody
                && features.iter().all(|f| f.concept().is_none());
        self.taught.tell(scene, &features, ledger);
        for feature in features {
            let mut row = [0.0_f64; CATEGORY_COUNT];
            for number in feature.numbers() {
                let Some(weights) = self.weights.rows.get(number) else {
                    continue;
                };
                for (cell, weight) in row.iter_mut().zip(weights) {
                    *cell += f64::from(weight * feature.amount);
                }
            }
            if let Some(hint) = feature.concept().and_then(hinted) {
                ledger.hints.push(hint);
            }
            if row.iter().any(|w| w.abs() > 0.001) {
                ledger.features.push((feature, row));
            }
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
        for category in event.categories.iter().take(MOST_TAGS) {
            Self::elsewhere(scene, category, "category tag", IN_CATEGORIES, ledger);
        }
        if let Some(name) = self.telling_calendars.get(&event.calendar) {
            Self::elsewhere(scene, name, "calendar", IN_CALENDAR_NAME, ledger);
        }
        if !event.description.is_empty() {
            let start = beginning(&event.description);
            let words = &scene.about;
            let place = "description mentions";
            Self::spoken(scene, (start, words), place, IN_DESCRIPTION, ledger);
        }
        links(scene, ledger);
    }

    /// What phrases outside of the title say.
    fn elsewhere(scene: &Scene<'_>, text: &str, place: &str, factor: f64, ledger: &mut Ledger) {
        Self::spoken(scene, (text, &read(text)), place, factor, ledger);
    }

    /// What phrases among these words of a text say.
    fn spoken(
        scene: &Scene<'_>,
        (text, words): (&str, &[Word]),
        place: &str,
        factor: f64,
        ledger: &mut Ledger,
    ) {
        let mut left = 2;
        for hit in hits(words) {
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
pub(crate) fn beginning(text: &str) -> &str {
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

/// What is decided outright; the evidence only chooses the kind where none was said.
pub(crate) fn decided(
    ledger: &Ledger,
    scene: &Scene<'_>,
    (category, kind): (Category, Option<Kind>),
    decision: Decision,
    text: String,
) -> Classification {
    let without = ledger.classification(scene);
    let mut because = vec![Evidence {
        text,
        category,
        weight: OUTRIGHT,
    }];
    because.extend(ledger.evidence(category, scene));
    because.retain(|e| e.weight > 0.1);
    let (next, next_kind) = if without.category == category {
        without
            .runner_up
            .map_or((category, without.kind), |r| (r.category, r.kind))
    } else {
        (without.category, without.kind)
    };
    Classification {
        category,
        kind: kind.unwrap_or_else(|| ledger.kind(category, scene)),
        confidence: 0.99,
        because,
        runner_up: (next != category).then_some(RunnerUp {
            category: next,
            kind: next_kind,
            confidence: 0.01,
        }),
        decided_by: Some(decision),
    }
}

/// What an event is of which nothing tells, in a calendar whose user says what is in it.
fn by_default(
    ledger: &Ledger,
    scene: &Scene<'_>,
    category: Category,
    guess: &Classification,
) -> Classification {
    Classification {
        category,
        kind: ledger.kind(category, scene),
        confidence: DEFAULTED,
        because: vec![Evidence {
            text: "nothing else tells, and you said what this calendar is for".to_owned(),
            category,
            weight: 1.0,
        }],
        runner_up: (guess.category != category).then_some(RunnerUp {
            category: guess.category,
            kind: guess.kind,
            confidence: 1.0 - DEFAULTED,
        }),
        decided_by: None,
    }
}
