//! What speaks for which kind: the title first, then people, recurrence, length, and the small print.

use weekwise_model::{BusyStatus, Category, Class, Classification, Kind, Shape};

use crate::Classifier;
use crate::cadence::in_words;
use crate::circles::Circle;
use crate::ledger::Ledger;
use crate::lexicon::{Reads, When};
use crate::naming::Naming;
use crate::phrases::{hits, read};
use crate::scene::Scene;
use crate::tags::{Tag, tag_of};

/// How much a phrase says outside of the title, against the same phrase inside.
const IN_CATEGORIES: f64 = 0.5;
const IN_CALENDAR_NAME: f64 = 0.6;
const IN_DESCRIPTION: f64 = 0.2;

/// How much of a description is read: what it is about stands at its beginning, then come dial-in numbers.
const DESCRIPTION_BYTES: usize = 160;

impl Classifier {
    /// The answer for a scene.
    pub(crate) fn judge(&self, scene: &Scene<'_>) -> Classification {
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

/// How much a pictogram says where there are words too: then it is mostly decoration.
const PICTOGRAM_BESIDE_WORDS: f64 = 0.5;

fn is_pictogram(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
}

fn title(scene: &Scene<'_>, ledger: &mut Ledger) {
    let alone = scene.holds(When::Alone);
    let mut preparing = None;
    for hit in &scene.hits {
        let text = format!("title says “{}”", scene.written(hit));
        if hit.theme.reads == Reads::Before {
            preparing = Some(text);
            continue;
        }
        // A phrase is surer than a word.
        let longer = match hit.length {
            1 if scene.hits.len() > 1 && is_pictogram(scene.written(hit)) => PICTOGRAM_BESIDE_WORDS,
            1 => 1.0,
            _ => 1.1,
        };
        for sense in scene.senses(hit.theme) {
            let kind = if alone {
                done_alone(sense.kind)
            } else {
                sense.kind
            };
            ledger.add_title(text.clone(), kind, sense.points * longer);
        }
    }
    if alone {
        object_decides(ledger);
        making_is_no_review(scene, ledger);
    }
    looking_back(scene, ledger);
    across_teams(ledger);
    if let Some(text) = preparing {
        prepare(scene, ledger, &text);
    }
}

/// What a meeting's kind becomes where nobody else is there: one reads and prepares (rule 7).
fn done_alone(kind: Kind) -> Kind {
    match kind {
        Kind::DesignReview | Kind::ArchitectureReview | Kind::ReadinessReview => {
            Kind::ReviewPreparation
        }
        Kind::Strategy | Kind::Leadership => Kind::StrategyPreparation,
        other => other,
    }
}

/// Writing a strategy is strategy: the object decides over the verb (rule 7).
fn object_decides(ledger: &mut Ledger) {
    if ledger.title_strength(Category::Strategy) >= 4.0 {
        weaken(ledger, Category::DeepWork);
    }
}

/// Finishing a pull request or writing an RFC is making it, not judging it.
fn making_is_no_review(scene: &Scene<'_>, ledger: &mut Ledger) {
    let makes = ledger.title_strength(Category::DeepWork) >= 4.0;
    let judges = scene.hits.iter().any(|hit| {
        hit.theme.what == "Reading" || scene.written(hit).to_lowercase().contains("review")
    });
    if makes && !judges {
        weaken(ledger, Category::Review);
    }
}

/// A retro on an outage, or its analysis, looks back on an incident: a review (rule 6).
fn looking_back(scene: &Scene<'_>, ledger: &mut Ledger) {
    let incident = ledger.entries.iter().any(|e| e.kind == Kind::Incident);
    let back = ledger
        .entries
        .iter()
        .any(|e| e.kind == Kind::Retro || e.kind.category() == Category::Review)
        || scene.words.iter().any(|w| {
            matches!(
                w.text.as_str(),
                "pm" | "analysis" | "learnings" | "debrief" | "analyse"
            )
        });
    if incident && back {
        weaken(ledger, Category::OtherWork);
        ledger.add_title(
            "looks back on an incident".to_owned(),
            Kind::PostMortem,
            5.5,
        );
    }
}

/// A ritual whose title says that several teams take part is coordination (rule 1).
fn across_teams(ledger: &mut Ledger) {
    if ledger.title_strength(Category::CrossTeam) < 4.0 {
        return;
    }
    for entry in &mut ledger.entries {
        let ritual = [
            Kind::Standup,
            Kind::TeamPlanning,
            Kind::Retro,
            Kind::Demo,
            Kind::TeamMeeting,
        ];
        if ritual.contains(&entry.kind) {
            entry.points *= 0.4;
        }
    }
}

/// Takes most of the weight from a category's words.
fn weaken(ledger: &mut Ledger, category: Category) {
    for entry in ledger
        .entries
        .iter_mut()
        .filter(|e| e.kind.category() == category)
    {
        entry.points *= 0.4;
    }
}

/// Preparation goes with what it prepares when that is strategy or review, else it is deep work (rule 7).
fn prepare(scene: &Scene<'_>, ledger: &mut Ledger, text: &str) {
    let strategy = ledger.title_strength(Category::Strategy);
    let review = ledger.title_strength(Category::Review);
    let alone = scene.holds(When::Alone);
    if strategy >= 2.0 && strategy >= review {
        ledger.add_title(
            text.to_owned(),
            Kind::StrategyPreparation,
            if alone { 6.5 } else { 2.0 },
        );
    } else if review >= 2.0 {
        ledger.add_title(
            text.to_owned(),
            Kind::ReviewPreparation,
            if alone { 12.0 } else { 2.0 },
        );
    } else if alone {
        // What it prepares is named, but the time goes into preparing it.
        for entry in &mut ledger.entries {
            if entry.kind.category() != Category::Personal {
                entry.points *= 0.3;
            }
        }
        ledger.add_title(text.to_owned(), Kind::Preparation, 5.0);
    } else {
        ledger.add_title(text.to_owned(), Kind::Preparation, 1.0);
    }
}

/// Who is there.
fn people(scene: &Scene<'_>, ledger: &mut Ledger) {
    let count = scene.company.people;
    let topic = has_topic(scene);
    if scene.holds(When::Pair) {
        let external = scene.circle == Circle::External;
        match scene.names.naming {
            Naming::One | Naming::Two if !topic => {
                ledger.add(
                    "two people, and the title only names them",
                    Kind::OneOnOne,
                    3.5,
                );
            }
            _ if scene.is_hidden() => {
                ledger.add("two people, and the title is hidden", Kind::OneOnOne, 2.0);
            }
            _ if !topic && !scene.names.unknown_topic => {
                ledger.add(
                    "two people, no topic",
                    Kind::OneOnOne,
                    if external { 1.5 } else { 2.5 },
                );
            }
            _ => ledger.add(
                "two people",
                Kind::OneOnOne,
                if external || topic { 0.8 } else { 2.0 },
            ),
        }
        if external {
            ledger.add(
                "the other person is outside your company",
                Kind::Partner,
                1.5,
            );
        }
        return;
    }
    if scene.holds(When::Alone) {
        return;
    }
    if scene.names.naming == Naming::TwoTeams {
        ledger.add("the title names two teams", Kind::CrossTeamSync, 3.0);
    } else if scene.names.naming == Naming::Two && scene.circle != Circle::Own {
        ledger.add("the title names two sides", Kind::CrossTeamSync, 1.5);
    }
    let others = count.saturating_sub(1);
    match scene.circle {
        Circle::Own => ledger.add(
            format!("you meet most of these {others} people in rituals: your team"),
            Kind::TeamMeeting,
            if topic { 1.2 } else { 2.2 },
        ),
        Circle::Crossing => {
            ledger.add(
                "most of the people are not of your team",
                Kind::CrossTeamSync,
                if topic { 1.5 } else { 2.4 },
            );
        }
        Circle::Mixed => {
            ledger.add(
                "people of your team and of others",
                Kind::CrossTeamSync,
                1.6,
            );
            ledger.add("people of your team and of others", Kind::TeamMeeting, 0.8);
        }
        Circle::External => {
            ledger.add("everybody else is outside your company", Kind::Partner, 2.8);
        }
        Circle::Unknown if scene.company.known => {
            ledger.add(format!("{count} people"), Kind::CrossTeamSync, 1.1);
            ledger.add(format!("{count} people"), Kind::TeamMeeting, 0.6);
        }
        Circle::Unknown => {
            ledger.add(
                "reads as a meeting, people not known",
                Kind::CrossTeamSync,
                0.5,
            );
            ledger.add(
                "reads as a meeting, people not known",
                Kind::TeamMeeting,
                0.5,
            );
        }
    }
    if scene.list {
        ledger.add("a mailing list is invited", Kind::AllHands, 0.6);
    }
    if count >= 40 {
        ledger.add(format!("{count} people"), Kind::AllHands, 2.5);
    }
}

/// Whether the title says what it is about, not only that people meet.
fn has_topic(scene: &Scene<'_>) -> bool {
    scene.hits.iter().any(|hit| {
        // Titles that only say that people meet have a sense for every circle.
        let only_meets = hit.theme.means.len() > 6
            || matches!(hit.theme.reads, Reads::Pair | Reads::PerhapsPair);
        !only_meets && hit.theme.what != "Busy"
    })
}

/// When, how long, how often.
fn time(scene: &Scene<'_>, ledger: &mut Ledger) {
    if let Some(per_week) = scene.per_week {
        let text = format!("recurs {}", in_words(per_week));
        if scene.holds(When::Pair) && per_week >= 0.2 {
            ledger.add(text, Kind::OneOnOne, 0.6);
        } else if scene.holds(When::Own) && per_week >= 0.2 {
            ledger.add(
                text,
                if per_week >= 3.0 {
                    Kind::Standup
                } else {
                    Kind::TeamMeeting
                },
                0.6,
            );
        } else if scene.holds(When::Group) && scene.circle == Circle::Unknown && per_week >= 3.0 {
            ledger.add(text, Kind::Standup, 1.4);
        } else if scene.holds(When::Group) && scene.circle == Circle::Unknown && per_week >= 0.4 {
            ledger.add(text, Kind::TeamMeeting, 0.7);
        } else if scene.holds(When::Alone) && per_week < 0.05 && scene.all_day {
            ledger.add(text, Kind::Private, 1.5);
        }
    }
    if scene.holds(When::Alone) {
        block(scene, ledger);
    }
}

/// A block goes by its object; without one that is known, by its length and hour (rule 7).
fn block(scene: &Scene<'_>, ledger: &mut Ledger) {
    if scene.is_hidden() {
        ledger.add(
            "nobody else, and the title is hidden",
            Kind::Placeholder,
            1.2,
        );
    } else if scene.all_day {
        ledger.add("a whole day", Kind::Other, 0.6);
    } else {
        match scene.minutes {
            Some(minutes) if minutes >= 45 => {
                ledger.add(
                    format!("a block of {}", length_in_words(minutes)),
                    Kind::Focus,
                    2.0,
                );
            }
            Some(minutes) => ledger.add(format!("a block of only {minutes} min"), Kind::Other, 1.5),
            None => ledger.add("nobody else is there", Kind::Focus, 1.6),
        }
    }
    let Some((hour, weekend)) = scene.starts else {
        return;
    };
    if scene.hits.is_empty() && (weekend || !(6..20).contains(&hour)) {
        let text = if weekend {
            "alone, on a weekend"
        } else {
            "alone, early or late in the day"
        };
        ledger.add(text, Kind::Private, 1.6);
    }
}

fn length_in_words(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
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
