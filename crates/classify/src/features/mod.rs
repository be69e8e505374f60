//! The named features of a scene: what the fitted weights are multiplied with.
//!
//! A feature has a name that says what it is ("by-me", "says guild"), and is seen in a *setting*: alone, two people, my
//! team, other teams… Each has one weight for every setting together and one for each setting alone, so that "review"
//! may mean one thing among my team and another with one person. Names are all that the file of weights knows; numbers
//! are made here and change freely.

mod register;
mod small_print;
mod spoken;

use weekwise_model::{Kind, Shape};

use self::register::{Family, PLAIN, SETTING_TEXTS, STRIDE, Setting, register};
use self::small_print::{is_route, marks, signs, small_print, when};
use self::spoken::speaks;
pub(crate) use self::spoken::{Weighed, holds};
use crate::Classifier;
use crate::circles::Circle;
use crate::day::Role;
use crate::first_names::is_first_name;
use crate::naming::{Naming, parts_of};
use crate::scene::Scene;
use crate::vocabulary::{Entry, Found, Group, Hit, Means, Place, said_of, topics, where_said};
use crate::weights::Situation;
use crate::words::{is_number, looked_at};

/// The names of all features, by their numbers.
pub(crate) fn names() -> &'static [String] {
    &register().names
}

/// Where a feature stands in the title, and what it says there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Told {
    from: usize,
    to: usize,
    says: Says,
}

#[derive(Debug, Clone, Copy)]
enum Says {
    Kind(Kind, Place),
    /// That people meet, or something about the invitation.
    Little,
    Topic(u16),
}

impl Told {
    fn phrase(hit: &Hit, entry: &Entry) -> Self {
        Self {
            from: hit.from,
            to: hit.to,
            says: match entry.means {
                Means::Kind(kind) => Says::Kind(kind, entry.place),
                _ => Says::Little,
            },
        }
    }

    fn topic(found: Found) -> Self {
        Self {
            from: found.from,
            to: found.to,
            says: Says::Topic(found.topic),
        }
    }
}

/// A feature of a scene.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Feature {
    /// Its number for all settings together; the one of its setting is `setting` further.
    number: usize,
    setting: usize,
    /// How much of it there is: 1 for what is simply so.
    pub(crate) amount: f32,
    /// Its family, where it is one of words, and which member.
    family: Option<(Family, usize)>,
    /// Where it stands in the title.
    told: Option<Told>,
}

impl Feature {
    /// Its numbers: for all settings together, and for its own.
    pub(crate) fn numbers(&self) -> [usize; 2] {
        [self.number, self.number + self.setting]
    }

    /// How it is told.
    pub(crate) fn reason(&self, scene: &Scene<'_>) -> Reason {
        if let Some(Told { from, to, says }) = self.told {
            return match says {
                Says::Kind(kind, place) => Reason::Phrase(from, to, kind, place),
                Says::Little | Says::Topic(_) => Reason::Word(from, to),
            };
        }
        match self.family {
            None if self.number == 0 => {
                let text = SETTING_TEXTS.get(self.setting.saturating_sub(1));
                Reason::Plain(text.copied().unwrap_or_default())
            }
            None => {
                let (name, text) = PLAIN.get(self.number / STRIDE).copied().unwrap_or_default();
                // No word of it is known: to a reader that is a topic of its own, and no second reason.
                let is_unknown = name == "no-topic" && scene.names.unknown_topic;
                Reason::Plain(if is_unknown {
                    "the title has a topic of its own"
                } else {
                    text
                })
            }
            Some((Family::Mentions, member)) => Kind::ALL.get(member).map_or(
                Reason::Plain("the description says that people meet"),
                |kind| Reason::Mentions(*kind),
            ),
            Some((Family::Describes, member)) => Reason::Describes(member),
            Some((Family::Tagged, member)) => Reason::Tagged(member),
            Some((Family::About, topic)) => Reason::About(topic),
            Some((Family::Day, role)) => Reason::Day(role),
            Some((Family::Spelt, _)) => Reason::Plain("the title looks like others of its kind"),
            Some((Family::Written, _)) => {
                Reason::Plain("the description looks like others of its kind")
            }
            Some((Family::Stands, _)) => Reason::Plain("where such words are said"),
            Some(_) => Reason::Plain("the words of the title together"),
        }
    }

    /// The kind a phrase in the title is said of.
    pub(crate) fn kind(&self) -> Option<Kind> {
        match (self.family, self.told?.says) {
            (Some((Family::Says, _)), Says::Kind(kind, _)) => Some(kind),
            _ => None,
        }
    }

    /// The topic it is, where it stands in the title.
    pub(crate) fn topic(&self) -> Option<&'static str> {
        match self.told?.says {
            Says::Topic(topic) => topics().get(usize::from(topic)).copied(),
            _ => None,
        }
    }

    /// Whether it only sums up what the words of the title say.
    pub(crate) fn sums_up(&self) -> bool {
        matches!(
            self.family,
            Some((
                Family::Weighs
                    | Family::First
                    | Family::Last
                    | Family::Only
                    | Family::Stands
                    | Family::Spelt,
                _
            ))
        )
    }
}

/// What is told of a feature. Features that are told alike are one reason: most are never put into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reason {
    /// A sentence that names nothing of the event.
    Plain(&'static str),
    /// Words of the title, what they are said of and where.
    Phrase(usize, usize, Kind, Place),
    /// Words of the title.
    Word(usize, usize),
    /// What words of the description are said of.
    Mentions(Kind),
    /// A group the description speaks of.
    Describes(usize),
    /// A group a tag or the calendar's name speaks of.
    Tagged(usize),
    /// A topic of the description or a tag.
    About(usize),
    /// What the title says about the day.
    Day(usize),
}

impl Reason {
    /// The sentence.
    pub(crate) fn text(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Plain(text) => text.to_owned(),
            Self::Phrase(from, to, kind, place) => {
                let written = scene.written_between(from, to);
                format!(
                    "“{written}” is said of {}{}",
                    said_of(kind),
                    where_said(place)
                )
            }
            Self::Word(from, to) => format!("title says “{}”", scene.written_between(from, to)),
            Self::Mentions(kind) => format!("the description has words said of {}", said_of(kind)),
            Self::Describes(group) => {
                format!("the description speaks of {}", Group::told(group))
            }
            Self::Tagged(group) => format!("a tag or the calendar says {}", Group::told(group)),
            Self::About(topic) => {
                let name = topics().get(topic).copied().unwrap_or_default();
                format!("description or tag is about {}", name.replace('-', " "))
            }
            Self::Day(role) => {
                let told = Role::ALL.get(role).map_or("", |(role, _)| role.told());
                format!("the title has a word for {told}")
            }
        }
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
            self.features.push(Feature {
                number: number * STRIDE,
                setting: self.setting,
                amount: 1.0,
                family: None,
                told: None,
            });
        }
    }

    fn add_if(&mut self, holds: bool, name: &'static str) {
        if holds {
            self.add(name);
        }
    }

    /// A member of a family, where there is any of it.
    fn word(&mut self, family: Family, member: usize, amount: f32, told: Option<Told>) {
        if amount != 0.0 {
            self.features.push(Feature {
                number: register().number(family, member) * STRIDE,
                setting: self.setting,
                amount,
                family: Some((family, member)),
                told,
            });
        }
    }
}

impl Classifier {
    /// The features of a scene.
    pub(crate) fn features(&self, scene: &Scene<'_>) -> Vec<Feature> {
        let mut all = Collecting {
            features: Vec::with_capacity(96),
            setting: 0,
        };
        let found = &scene.title.topics;
        all.setting = setting(scene, found) as usize + 1;
        all.add("setting");
        self.who(scene, &mut all);
        when(scene, &mut all);
        small_print(scene, &mut all);
        self.written(scene, &mut all);
        all.add_if(found.is_empty() && scene.title.hits.is_empty(), "no-topic");
        spoken::title(scene, &mut all);
        let calendar = self.telling_calendars.get(&scene.event.calendar);
        spoken::elsewhere(scene, self.spoken, calendar, &mut all);
        self.code_words(scene, &mut all);
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
        if group && self.circles.team_size() > 0 {
            let most = self.circles.is_most(team);
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

    /// How the title is written, and whom it names.
    fn written(&self, scene: &Scene<'_>, all: &mut Collecting) {
        let title = looked_at(&scene.event.summary);
        let spoken: Vec<&str> = scene
            .title
            .words
            .iter()
            .filter(|word| speaks(word))
            .map(|word| word.text.as_str())
            .collect();
        match (spoken.len(), scene.title.words.is_empty()) {
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
        all.add_if(
            scene.title.words.iter().any(|w| is_number(&w.text)),
            "number",
        );
        all.add_if(scene.is_hidden(), "hidden-title");
        let (capitals, ticket) = marks(title);
        all.add_if(is_route(title), "route");
        all.add_if(capitals, "capitals");
        signs(title, scene, all);
        all.add_if(ticket, "ticket");
        match scene.names.naming {
            Naming::One => all.add("names-one"),
            Naming::Two => all.add("names-two"),
            Naming::TwoTeams => all.add("names-two-teams"),
            Naming::Nobody => {}
        }
        all.add_if(scene.names.unknown_topic, "unknown-topic");
        let in_title = |name: &str| scene.title.words.iter().any(|w| w.text == name);
        all.add_if(self.my_names.iter().any(|n| in_title(n)), "names-me");
        let named = |w: &crate::words::Word| self.known_names.contains(&w.text);
        let somebody = scene.title.words.iter().any(named);
        let present = somebody
            && scene
                .others
                .iter()
                .take(20)
                .any(|p| parts_of(p).any(|part| part.len() > 2 && in_title(&part)));
        all.add_if(present, "names-present");
        if !present {
            let mine = |w: &&crate::words::Word| self.my_names.contains(&w.text);
            let absent = somebody
                && scene
                    .title
                    .words
                    .iter()
                    .filter(|w| named(w))
                    .any(|w| !mine(&w));
            all.add_if(absent, "names-absent");
            let stranger = scene
                .title
                .words
                .iter()
                .any(|w| self.acquaintance.names_stranger(&w.text));
            all.add_if(stranger, "names-stranger");
        }
        let first_name = |word: &str| is_first_name(word) || self.known_names.contains(word);
        let called = (0..scene.title.words.len())
            .filter(|at| scene.is_free(*at) && first_name(&scene.title.words[*at].text))
            .count();
        all.add_if(called > 0, "name-list");
        all.add_if(called > 0 && called == spoken.len(), "only-name");
    }
}

impl Classifier {
    /// What this calendar's own names and code words say.
    fn code_words(&self, scene: &Scene<'_>, all: &mut Collecting) {
        let named = self.code_words.named(scene);
        all.add_if(named.own, "own-name");
        all.add_if(named.other, "other-name");
        if scene.is_ritual() {
            all.add_if(named.own, "ritual-own");
            all.add_if(named.other && !named.own, "ritual-other");
            all.add_if(!named.own && !named.other && !named.any, "ritual-plain");
        }
        for (group, amount) in named.elsewhere.into_iter().enumerate() {
            all.word(Family::Code, group, amount, None);
        }
    }
}

/// Whether a topic says no more than that people meet.
pub(crate) fn only_meets(topic: u16) -> bool {
    topics().get(usize::from(topic)).is_some_and(|name| {
        matches!(
            *name,
            "meeting-word"
                | "one-to-one"
                | "chatting"
                | "holding"
                | "joined-names"
                | "answered"
                | "own-team"
        )
    })
}

/// How much there is to go by.
pub(crate) fn situation(scene: &Scene<'_>, features: &[Feature]) -> Situation {
    let hidden = scene.hides && scene.others.is_empty();
    let told = features
        .iter()
        .any(|feature| matches!(feature.family, Some((Family::Says, _))));
    match (hidden, told) {
        (false, true) => Situation::Told,
        (false, false) => Situation::Untold,
        (true, true) => Situation::HiddenTold,
        (true, false) => Situation::HiddenUntold,
    }
}

/// Whether a title says what for two people meet.
fn has_topic(scene: &Scene<'_>, found: &[Found]) -> bool {
    let topic = |name: &str| {
        found
            .iter()
            .any(|f| topics().get(usize::from(f.topic)) == Some(&name))
    };
    let personal = ["teaching", "chatting", "one-to-one", "growing"]
        .into_iter()
        .any(topic);
    let topic = found.iter().any(|f| !only_meets(f.topic));
    !personal && (scene.names.unknown_topic || topic)
}

fn setting(scene: &Scene<'_>, found: &[Found]) -> Setting {
    let met = scene.company.shape == Shape::Meeting;
    if scene.hides && scene.others.is_empty() {
        Setting::Hidden
    } else if !met {
        Setting::Alone
    } else if scene.is_pair() {
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
