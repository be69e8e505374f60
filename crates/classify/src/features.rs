//! The named features of a scene: what the fitted weights are multiplied with.
//!
//! A feature has a name that says what it is ("organized-by-me"), and is seen in a *setting*: alone, two people, my
//! team, other teams… Each has one weight for every setting together and one for each setting alone, so that "review"
//! may mean one thing among my team and another with one person. Names are all that the file of weights knows; numbers
//! are made here and change freely.

mod small_print;

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;
use weekwise_model::Shape;

use self::small_print::{is_route, marks, small_print, when};
use crate::Classifier;
use crate::circles::Circle;
use crate::concepts::{Found, concept_at, concepts, found_in, only_meets};
use crate::lexicon::{Theme, When, themes};
use crate::naming::{Naming, parts_of};
use crate::phrases::read;
use crate::scene::{MOST_TAGS, Scene};
use crate::words::{is_little, is_number, looked_at};

/// Where a feature is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Setting {
    Alone,
    /// The export names nobody: it may be anything.
    Hidden,
    Pair,
    Own,
    Crossing,
    External,
    Unknown,
}

/// The names of the settings, in their order.
const SETTINGS: [&str; 7] = [
    "alone", "hidden", "pair", "own", "crossing", "external", "unknown",
];

/// How each is told.
const SETTING_TEXTS: [&str; 7] = [
    "nobody else is there",
    "the export says nothing about people",
    "two people",
    "mostly people of your team",
    "mostly people of other teams",
    "everybody else is outside your company",
    "people of whom nothing is known",
];

/// One for all settings together, and one for each.
const STRIDE: usize = SETTINGS.len() + 1;

/// Features that are no words, and how they are told.
const PLAIN: &[(&str, &str)] = &[
    ("setting", "who is there"),
    ("three-people", "three people"),
    ("few-people", "four or five people"),
    ("several-people", "six to eight people"),
    ("many-people", "nine to fifteen people"),
    ("crowd", "more than fifteen people"),
    ("list", "a mailing list is invited"),
    ("room", "a room is booked"),
    ("all-of-team", "nearly all of your team and nobody else"),
    ("most-of-team", "most of your team is there"),
    ("none-of-team", "nobody of your team is there"),
    ("one-of-team", "only one of your team is there"),
    ("some-outside", "some are outside your company"),
    ("all-outside", "everybody else is outside your company"),
    ("stranger", "somebody from outside you hardly ever meet"),
    ("head", "somebody who invites everybody is there"),
    ("heads", "several who invite everybody are there"),
    ("by-head", "organized by somebody who invites everybody"),
    ("by-me", "you organize it"),
    ("by-team", "somebody of your team organizes it"),
    ("by-colleague", "somebody of another team organizes it"),
    ("by-outside", "somebody outside your company organizes it"),
    ("other-of-team", "the other one is of your team"),
    (
        "other-invites-me",
        "the other one invites you alone again and again",
    ),
    (
        "other-invited",
        "you invite the other one alone again and again",
    ),
    ("optional", "you need not come"),
    ("once", "happens once"),
    ("daily", "recurs nearly every day"),
    ("weekly", "recurs weekly"),
    ("fortnightly", "recurs every other week"),
    ("monthly", "recurs monthly"),
    ("ends", "recurs for a while"),
    ("to-15", "15 min or shorter"),
    ("to-30", "up to half an hour"),
    ("to-45", "up to three quarters of an hour"),
    ("to-60", "an hour"),
    ("to-90", "up to an hour and a half"),
    ("to-150", "about two hours"),
    ("long", "longer than two and a half hours"),
    ("all-day", "whole days"),
    ("several-days", "several days"),
    ("early", "early in the day"),
    ("morning", "in the morning"),
    ("noon", "at noon"),
    ("late", "late in the afternoon"),
    ("evening", "in the evening or at night"),
    ("weekend", "on a weekend"),
    ("friday-afternoon", "on Friday afternoon"),
    ("out-of-office", "shown as out of office"),
    ("free", "shown as free"),
    ("tentative", "shown as tentative"),
    ("private", "marked as private"),
    ("conference", "has a link to join"),
    ("place", "has a place"),
    ("document", "links to something to read"),
    ("no-words", "has no title"),
    ("pictures", "the title is only pictures"),
    ("one-word", "the title is one word"),
    ("two-words", "the title is two words"),
    ("few-words", "a short title"),
    ("many-words", "a long title"),
    ("question", "the title asks"),
    ("colon", "the title has a colon"),
    ("number", "the title has a number"),
    ("capitals", "the title has a word in capitals"),
    ("ticket", "the title has a number of a ticket or a document"),
    ("route", "the title names a way from one place to another"),
    ("names-one", "the title names a person"),
    ("names-two", "the title names two people"),
    ("names-two-teams", "the title names two teams"),
    ("names-me", "the title names you"),
    ("names-present", "the title names somebody who is there"),
    ("names-absent", "the title names somebody who is not there"),
    (
        "names-stranger",
        "the title names somebody from outside who is not there",
    ),
    (
        "one-outside-with-topic",
        "one person from outside, and a topic",
    ),
    ("unknown-topic", "the title has a topic of its own"),
    ("no-topic", "the title has no topic"),
    ("hidden-title", "the title is hidden"),
];

/// Numbers of all features by their names.
struct Register {
    names: Vec<String>,
    plain: HashMap<&'static str, usize>,
    concepts: usize,
    about: usize,
    themes: usize,
}

fn register() -> &'static Register {
    static REGISTER: OnceLock<Register> = OnceLock::new();
    REGISTER.get_or_init(|| {
        let mut names = Vec::new();
        let mut add = |name: String| {
            names.extend(
                SETTINGS
                    .iter()
                    .fold(vec![name.clone()], |mut all, setting| {
                        all.push(format!("{name} @{setting}"));
                        all
                    }),
            );
        };
        let mut plain = HashMap::default();
        for (number, (name, _)) in PLAIN.iter().enumerate() {
            plain.insert(*name, number);
            add((*name).to_owned());
        }
        for concept in concepts() {
            add(format!("says {}", concept.name));
        }
        let count = concepts().count();
        for concept in concepts() {
            add(format!("about {}", concept.name));
        }
        for theme in themes() {
            add(format!("means {}", theme.what));
        }
        Register {
            names,
            plain,
            concepts: PLAIN.len(),
            about: PLAIN.len() + count,
            themes: PLAIN.len() + 2 * count,
        }
    })
}

/// The names of all features, by their numbers.
pub(crate) fn names() -> &'static [String] {
    &register().names
}

/// A feature of a scene.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Feature {
    /// Its number for all settings together; the one of its setting is `setting` further.
    number: usize,
    setting: usize,
    /// How much of it there is: 1 for what is simply so.
    pub(crate) amount: f32,
    /// The concept's place in the title, where it is one.
    found: Option<Found>,
}

impl Feature {
    /// Its numbers: for all settings together, and for its own.
    pub(crate) fn numbers(&self) -> [usize; 2] {
        [self.number, self.number + self.setting]
    }

    /// How it is told.
    pub(crate) fn text(&self, scene: &Scene<'_>) -> String {
        if let Some(found) = self.found {
            return format!(
                "title says “{}”",
                scene.written_between(found.from, found.to)
            );
        }
        let register = register();
        let number = self.number / STRIDE;
        if number == 0 {
            let text = SETTING_TEXTS.get(self.setting.saturating_sub(1));
            return text.copied().unwrap_or_default().to_owned();
        }
        if number < register.concepts {
            PLAIN.get(number).map_or("", |(_, text)| text).to_owned()
        } else {
            let of = (number - register.concepts) % (register.about - register.concepts);
            let name = concepts().nth(of).map_or("", |c| c.name);
            format!("description or tag is about {}", name.replace('-', " "))
        }
    }

    /// The concept it is, where it stands in the title.
    pub(crate) fn concept(&self) -> Option<&'static str> {
        let found = self.found?;
        concept_at(found.concept).map(|c| c.name)
    }
}

/// Collects features.
struct Collecting {
    features: Vec<Feature>,
    setting: usize,
}

impl Collecting {
    fn add(&mut self, name: &'static str) {
        if let Some(number) = register().plain.get(name) {
            self.push(*number, 1.0, None);
        }
    }

    fn add_if(&mut self, holds: bool, name: &'static str) {
        if holds {
            self.add(name);
        }
    }

    fn push(&mut self, number: usize, amount: f32, found: Option<Found>) {
        self.features.push(Feature {
            number: number * STRIDE,
            setting: self.setting,
            amount,
            found,
        });
    }
}

impl Classifier {
    /// The features of a scene.
    pub(crate) fn features(&self, scene: &Scene<'_>) -> Vec<Feature> {
        let mut all = Collecting {
            features: Vec::with_capacity(32),
            setting: 0,
        };
        let found = found_in(&scene.words);
        all.setting = setting(scene, &found) as usize + 1;
        all.add("setting");
        self.who(scene, &mut all);
        when(scene, &mut all);
        small_print(scene, &mut all);
        self.title(scene, found, &mut all);
        all.features
    }

    fn who(&self, scene: &Scene<'_>, all: &mut Collecting) {
        let others = &scene.others;
        match scene.company.people {
            3 if scene.company.known => all.add("three-people"),
            4..=5 => all.add("few-people"),
            6..=8 => all.add("several-people"),
            9..=15 => all.add("many-people"),
            16.. => all.add("crowd"),
            _ => {}
        }
        all.add_if(scene.list, "list");
        let room = scene.event.attendees.iter().any(|a| !a.kind.is_person());
        all.add_if(room, "room");
        if others.is_empty() {
            return;
        }
        let team = others.iter().filter(|p| self.circles.is_team(p)).count();
        let outside = others.iter().filter(|p| self.circles.is_outside(p)).count();
        let group = others.len() > 1;
        let of_team = self.circles.team_size();
        if group && of_team > 0 {
            let most = team * 10 >= of_team * 6;
            all.add_if(most && team == others.len(), "all-of-team");
            all.add_if(most, "most-of-team");
            all.add_if(team == 0, "none-of-team");
            all.add_if(team == 1, "one-of-team");
        }
        all.add_if(outside > 0 && outside < others.len(), "some-outside");
        all.add_if(outside == others.len(), "all-outside");
        let people = &self.acquaintance;
        all.add_if(others.iter().any(|p| people.is_stranger(p)), "stranger");
        let heads = others.iter().filter(|p| people.is_head(p)).count();
        all.add_if(heads > 0, "head");
        all.add_if(heads > 1, "heads");
        if let Some(organizer) = &scene.event.organizer {
            if self.me.is(organizer) {
                all.add("by-me");
            } else {
                all.add_if(people.is_head(organizer), "by-head");
                if self.circles.is_team(organizer) {
                    all.add("by-team");
                } else if self.circles.is_outside(organizer) {
                    all.add("by-outside");
                } else {
                    all.add("by-colleague");
                }
            }
        }
        if let [other] = others.as_slice() {
            all.add_if(self.circles.is_team(other), "other-of-team");
            all.add_if(people.invites_me(other), "other-invites-me");
            all.add_if(people.is_invited(other), "other-invited");
        }
        let optional = scene.event.my_role(&self.me) == Some(weekwise_model::Role::Optional);
        all.add_if(optional, "optional");
    }

    fn title(&self, scene: &Scene<'_>, found: Vec<Found>, all: &mut Collecting) {
        let title = looked_at(&scene.event.summary);
        let spoken: Vec<&str> = scene
            .words
            .iter()
            .map(|w| w.text.as_str())
            .filter(|w| !is_little(w) && w.chars().any(char::is_alphabetic))
            .collect();
        match (spoken.len(), scene.words.is_empty()) {
            (0, true) => all.add("no-words"),
            (0, false) => all.add("pictures"),
            (1, _) => all.add("one-word"),
            (2, _) => all.add("two-words"),
            (3..=4, _) => all.add("few-words"),
            (7.., _) => all.add("many-words"),
            _ => {}
        }
        all.add_if(title.contains('?'), "question");
        all.add_if(title.contains(": "), "colon");
        all.add_if(scene.words.iter().any(|w| is_number(&w.text)), "number");
        all.add_if(scene.is_hidden(), "hidden-title");
        let (capitals, ticket) = marks(title);
        all.add_if(is_route(title), "route");
        all.add_if(capitals, "capitals");
        all.add_if(ticket, "ticket");
        match scene.names.naming {
            Naming::One => all.add("names-one"),
            Naming::Two => all.add("names-two"),
            Naming::TwoTeams => all.add("names-two-teams"),
            Naming::Nobody => {}
        }
        all.add_if(scene.names.unknown_topic, "unknown-topic");
        let in_title = |name: &str| scene.words.iter().any(|w| w.text == name);
        all.add_if(self.my_names.iter().any(|n| in_title(n)), "names-me");
        let named = |w: &crate::words::Word| self.known_names.contains(&w.text);
        let somebody = scene.words.iter().any(named);
        let present = somebody
            && scene
                .others
                .iter()
                .take(20)
                .any(|p| parts_of(p).any(|part| part.len() > 2 && in_title(&part)));
        all.add_if(present, "names-present");
        if !present {
            let mine = |w: &&crate::words::Word| self.my_names.contains(&w.text);
            let absent = somebody && scene.words.iter().filter(|w| named(w)).any(|w| !mine(&w));
            all.add_if(absent, "names-absent");
            let stranger = scene
                .words
                .iter()
                .any(|w| self.acquaintance.names_stranger(&w.text));
            all.add_if(stranger, "names-stranger");
        }
        all.add_if(found.is_empty() && scene.hits.is_empty(), "no-topic");
        let register = register();
        for found in found {
            let number = register.concepts + usize::from(found.concept);
            all.push(number, 1.0, Some(found));
        }
        for hit in &scene.hits {
            let found = Found {
                concept: u16::MAX,
                from: hit.from,
                to: hit.to,
            };
            all.push(register.themes + theme_number(hit.theme), 1.0, Some(found));
        }
        let mut told: Vec<u16> = found_in(&scene.about).iter().map(|f| f.concept).collect();
        let calendar = self.telling_calendars.get(&scene.event.calendar);
        for text in scene
            .event
            .categories
            .iter()
            .take(MOST_TAGS)
            .chain(calendar)
        {
            told.extend(found_in(&read(text)).iter().map(|f| f.concept));
        }
        told.sort_unstable();
        told.dedup();
        for concept in told {
            all.push(register.about + usize::from(concept), 1.0, None);
        }
    }
}

/// The place of a theme among all.
fn theme_number(theme: &'static Theme) -> usize {
    static NUMBERS: OnceLock<HashMap<&'static str, usize>> = OnceLock::new();
    NUMBERS
        .get_or_init(|| themes().enumerate().map(|(n, t)| (t.what, n)).collect())
        .get(theme.what)
        .copied()
        .unwrap_or(0)
}

/// Whether a title says what for two people meet.
fn has_topic(scene: &Scene<'_>, found: &[Found]) -> bool {
    let concept = |name: &str| {
        found
            .iter()
            .any(|f| concept_at(f.concept).is_some_and(|c| c.name == name))
    };
    let personal = ["teaching", "chatting", "one-to-one", "growing"]
        .into_iter()
        .any(concept);
    let topic = found.iter().any(|f| !only_meets(f.concept));
    !personal && (scene.names.unknown_topic || topic)
}

fn setting(scene: &Scene<'_>, found: &[Found]) -> Setting {
    let met = scene.company.shape == Shape::Meeting;
    if scene.hides && scene.others.is_empty() {
        Setting::Hidden
    } else if !met {
        Setting::Alone
    } else if scene.holds(When::Pair) {
        // With somebody from outside a topic is the partner's, not the two people's.
        if scene.circle == Circle::External && has_topic(scene, found) {
            Setting::External
        } else {
            Setting::Pair
        }
    } else {
        match scene.circle {
            Circle::Own => Setting::Own,
            Circle::Mixed | Circle::Crossing => Setting::Crossing,
            Circle::External => Setting::External,
            // Whoever is no known team is of another until the calendar tells.
            Circle::Unknown if scene.company.known => Setting::Crossing,
            Circle::Unknown => Setting::Unknown,
        }
    }
}
