//! Event to category and kind, and the reason.
//!
//! A calendar says what an hour was called and who came; it does not say what the hour was for. This crate infers the
//! purpose, and can always tell why. It looks at an event as a *scene* (the title read as whole words in several
//! languages, the people placed in circles, the time), collects *evidence* (each piece a text, a kind it speaks for,
//! and points), and adds the points up to an answer with a confidence and a runner-up.
//!
//! * `vocabulary` holds what phrases mean, as data: a file a language, keyed by kind, where that holds and how sure it is.
//!   The languages of a calendar are guessed from its titles, so that one language's word is not another's.
//! * `words` reads titles: no accents, no case, the longest phrase wins, parts of words say nothing. `letters` scores
//!   what words look like, for those the vocabulary does not know.
//! * `circles` and `acquaintance` learn who my team and my company are from who meets whom; no directory is asked.
//! * `features` turns a scene into named features; `weights` says how much each speaks for each category, fitted offline
//!   by `crates/evaluate`. `findings` adds all of it up to an answer, `weigh` puts it after what the user said.
//! * Before any evidence decide, in this order, the user's `corrections`, the user's `rules`, and a tag such as `#deep`
//!   in the title (`tags`). Corrections also teach (`taught`): this calendar's own words and people get weights.
//!
//! Nothing here is random and nothing reads a clock: the same calendars give the same answers.
//!
//! ```
//! use std::sync::Arc;
//! use chrono_tz::Tz;
//! use weekwise_classify::{Classifier, guess_me};
//! use weekwise_model::{Event, Me};
//!
//! let events: Vec<Arc<Event>> = Vec::new();
//! let me = Me::confirmed(guess_me(&events, &[]));
//! let classifier = Classifier::learn(&events, &me, &[], Tz::Europe__Berlin);
//! # let _ = classifier;
//! ```

mod acquaintance;
mod cadence;
mod circles;
mod code_words;
mod common;
mod corrections;
mod day;
mod features;
mod findings;
mod first_names;
mod fitting;
mod habits;
mod hidden_titles;
mod judgement;
mod kinds;
pub mod letters;
mod me;
mod naming;
mod naming_people;
mod rules;
mod scene;
mod tags;
mod taught;
mod text;
mod together;
mod vocabulary;
mod walk;
mod weigh;
mod weights;
mod words;
mod would_change;

use rayon::prelude::*;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::Arc;

use chrono_tz::Tz;
use weekwise_model::{
    Calendar, CalendarId, Category, Classification, Event, Kind, KindMapping, Me, Person, TitleTag,
};

use crate::acquaintance::{Acquaintance, Counting};
use crate::cadence::per_week;
use crate::circles::{Circles, Meetings};
use crate::code_words::CodeWords;
use crate::corrections::Corrections;
use crate::day::{DayCorrections, Surroundings};
use crate::naming::{names_a_team, parts_of};
use crate::naming_people::calendars_naming_people;
use crate::taught::Taught;
use crate::vocabulary::{Hit, Languages, Means, Place, hits, is_phrase, read};

pub use circles::TeamBasis;
pub use common::{Common, Likeness};
pub use fitting::{Traits, feature_names, lessons_of_letters};
pub use habits::{Habits, guess_zone, habits};
pub use judgement::Judgement;
pub use me::guess_me;
pub use rules::RuleMatcher;
pub use weights::{CATEGORY_COUNT, Situation, Sureness, Weights};

/// What to write in a title for each category, in the order menus show them.
pub fn title_tags() -> Vec<TitleTag> {
    let personal = std::iter::once(Category::Personal);
    Category::WORK
        .into_iter()
        .chain(personal)
        .map(|category| TitleTag {
            category,
            tag: tags::tag_for(category),
        })
        .collect()
}

/// Says what events are, after having learnt from all of them.
#[derive(Debug, Clone)]
pub struct Classifier {
    pub(crate) me: Me,
    pub(crate) zone: Tz,
    pub(crate) circles: Circles,
    pub(crate) acquaintance: Acquaintance,
    /// Parts of my own name.
    pub(crate) my_names: HashSet<String>,
    pub(crate) weights: Arc<Weights>,
    pub(crate) corrections: Arc<Corrections>,
    pub(crate) taught: Arc<Taught>,
    pub(crate) rules: Arc<Vec<RuleMatcher>>,
    /// What days are judged by beside the event itself.
    pub(crate) surroundings: Arc<Surroundings>,
    /// What the user said events do to the day.
    pub(crate) day_corrections: Arc<DayCorrections>,
    /// Which category kinds belong to.
    pub(crate) kinds: Arc<KindMapping>,
    /// What the user says is in a calendar where nothing tells.
    pub(crate) by_calendar: HashMap<CalendarId, Category>,
    /// Names of calendars in small letters.
    pub(crate) calendar_names: HashMap<CalendarId, String>,
    /// This calendar's own names and code words.
    pub(crate) code_words: Arc<CodeWords>,
    /// The languages its titles speak.
    pub(crate) spoken: Languages,
    /// Parts of the names of everybody in the calendars.
    pub(crate) known_names: HashSet<String>,
    /// Calendars that name people where there are any.
    naming_people: HashSet<CalendarId>,
    /// Names of calendars that say what is in them.
    pub(crate) telling_calendars: HashMap<CalendarId, String>,
}

/// How many titles tell which languages a calendar speaks.
const MOST_TITLES: usize = 3_000;

/// How many events one thread learns from at a time.
const TOGETHER: usize = 4_096;

/// What some events teach.
#[derive(Default)]
struct Learnt<'a> {
    meetings: Meetings<'a>,
    /// By address.
    people: HashMap<&'a str, &'a Person>,
    counting: Counting<'a>,
}

impl<'a> Learnt<'a> {
    /// `singles`: how many single events share a title.
    fn of(events: &[&'a Arc<Event>], me: &Me, singles: &HashMap<&str, u32>) -> Self {
        let mut learnt = Self::default();
        let mut told: HashMap<&str, Telling> = HashMap::default();
        for event in events.iter().filter(|event| !event.attendees.is_empty()) {
            for attendee in event.attendees.iter().filter(|a| a.kind.is_person()) {
                learnt
                    .people
                    .entry(attendee.person.address.as_str())
                    .or_insert(&attendee.person);
            }
            let title = event.summary.as_str();
            let mut telling = *told.entry(title).or_insert_with(|| telling(title));
            // Whatever it is called: what is nearly every day is the team's.
            let daily = event
                .recurrence
                .as_deref()
                .is_some_and(|r| per_week(r) >= 2.5);
            if daily && telling == Telling::Nothing {
                telling = Telling::Ritual;
            }
            let times = singles.get(title).copied().unwrap_or(0);
            learnt.meetings.add(event, me, telling, times);
            learnt.counting.add(event, me);
        }
        learnt
    }

    /// With what later events teach.
    fn and(mut self, later: Self) -> Self {
        for (address, person) in later.people {
            self.people.entry(address).or_insert(person);
        }
        self.meetings = self.meetings.and(later.meetings);
        self.counting = self.counting.and(later.counting);
        self
    }
}

impl Classifier {
    /// Learns from all events of the calendars: who is of my team and of my company, what people are called, which
    /// calendars name attendees at all.
    pub fn learn<'a>(
        events: impl IntoIterator<Item = &'a Arc<Event>>,
        me: &Me,
        calendars: &[Calendar],
        zone: Tz,
    ) -> Self {
        let events: Vec<&Arc<Event>> = events.into_iter().collect();
        let mut singles: HashMap<&str, u32> = HashMap::default();
        for event in events.iter().filter(|e| e.recurrence.is_none()) {
            *singles.entry(event.summary.as_str()).or_default() += 1;
        }
        let spoken = Languages::of(events.iter().take(MOST_TITLES).map(|e| e.summary.as_str()));
        let learnt: Vec<Learnt<'_>> = events
            .par_chunks(TOGETHER)
            .map(|events| Learnt::of(events, me, &singles))
            .collect();
        let Learnt {
            meetings,
            people,
            counting,
        } = learnt.into_iter().reduce(Learnt::and).unwrap_or_default();
        let my_names: HashSet<String> = people
            .values()
            .filter(|person| me.is(person))
            .flat_map(|person| parts_of(person))
            .filter(|part| part.len() > 1)
            .collect();
        let known_names: HashSet<String> = people
            .into_values()
            .flat_map(parts_of)
            .filter(|part| !names_a_team(part) && !is_phrase(part))
            .collect();
        let circles = meetings.circles(me);
        let surroundings = Surroundings::of(&events, calendars, me, &my_names, &known_names, zone);
        let mut classifier = Self {
            code_words: Arc::default(),
            surroundings: Arc::new(surroundings),
            day_corrections: Arc::default(),
            me: me.clone(),
            zone,
            acquaintance: counting.done(&circles),
            circles,
            my_names,
            weights: Weights::built_in(),
            corrections: Arc::default(),
            taught: Arc::default(),
            rules: Arc::default(),
            kinds: Arc::default(),
            by_calendar: calendars
                .iter()
                .filter_map(|calendar| Some((calendar.id, calendar.category?)))
                .collect(),
            calendar_names: calendars
                .iter()
                .map(|calendar| (calendar.id, calendar.name.trim().to_lowercase()))
                .collect(),
            known_names,
            naming_people: calendars_naming_people(&events, me, spoken),
            spoken,
            telling_calendars: calendars
                .iter()
                .filter(|calendar| tells(&calendar.name))
                .map(|calendar| (calendar.id, calendar.name.clone()))
                .collect(),
        };
        classifier.code_words = Arc::new(CodeWords::learn(&classifier, &events));
        classifier
    }

    /// With the team the user names (nobody where there is none) instead of the one that was learnt; what names teams have in
    /// titles is told anew.
    #[must_use]
    pub fn with_team(mut self, team: &[String]) -> Self {
        self.circles = self.circles.with_team(team);
        self.code_words = Arc::new(self.code_words.with_circles(&self));
        self
    }

    /// What my team makes of a VEVENT: two classifiers that differ in nothing but the team judge one alike where this is the same.
    pub fn team_view(&self, event: &Event) -> TeamView {
        let others = self.others(event);
        let organizer = event.organizer.as_ref();
        TeamView {
            people: self.circles.view(&others),
            by_team: organizer.is_some_and(|person| self.circles.is_team(person)),
            names: self.code_words.places(&event.summary),
        }
    }

    /// Whether corrections teach both the same.
    pub fn was_taught_like(&self, other: &Self) -> bool {
        self.taught == other.taught
    }

    /// The addresses of my team, in order, and what tells that they are.
    pub fn team(&self) -> (Vec<String>, TeamBasis) {
        self.circles.my_team()
    }

    /// Whether somebody invites lists and crowds, as heads of something do.
    pub fn invites_many(&self, person: &Person) -> bool {
        self.acquaintance.is_head(person)
    }

    /// Groups of people that are met together, the one met most first; addresses in order. My team may be any of them.
    pub fn groups(&self) -> &[Vec<String>] {
        self.circles.groups()
    }

    /// Category, kind, confidence, evidence and runner-up of one VEVENT, whenever it is.
    ///
    /// A single event does not know its own length; [`Classifier::judge`] does.
    pub fn classify(&self, event: &Event) -> Classification {
        self.answer(&self.scene(event, None), None)
    }

    /// What would change the answer, in words: at most three short sentences.
    pub fn would_change(&self, event: &Event, classification: &Classification) -> Vec<String> {
        self.other_answers(event, classification)
    }

    /// Whether a calendar names people where there are any.
    pub(crate) fn names_people(&self, calendar: CalendarId) -> bool {
        self.naming_people.contains(&calendar)
    }
}

/// What a team makes of a VEVENT.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct TeamView {
    people: circles::PeopleView,
    by_team: bool,
    /// The places of words in the title that name a team, and whether it is mine.
    names: Vec<(usize, bool)>,
}

/// What a title says about the team, while it is learnt who that is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Telling {
    /// It names one of the own team's rituals.
    Ritual,
    /// It names a meeting of several teams: whoever comes need not be of mine.
    Across,
    /// Nothing.
    Nothing,
}

fn telling(title: &str) -> Telling {
    let words = read(title);
    let hits = hits(&words, Languages::ALL);
    let says = |test: &dyn Fn(Kind) -> bool| {
        hits.iter().any(|hit| {
            hit.means(|entry| match entry.means {
                Means::Kind(kind) => entry.sure == 3 && entry.place == Place::Any && test(kind),
                _ => false,
            })
        })
    };
    if says(&|kind| kind.category() == Category::CrossTeam) {
        Telling::Across
    } else if says(&is_ritual) {
        Telling::Ritual
    } else {
        Telling::Nothing
    }
}

/// Whether a kind is what the own team does again and again.
pub(crate) fn is_ritual(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::TeamMeeting
    )
}

/// Whether a calendar's name says what its events are: “Personal”, “Interviews”, “Holidays in Germany”.
fn tells(name: &str) -> bool {
    let tells = |kind: Kind| {
        kind.category() == Category::Personal
            || matches!(
                kind,
                Kind::Interview | Kind::OnCall | Kind::Travel | Kind::Focus
            )
    };
    let surely = |hit: &Hit| {
        hit.means(
            |entry| matches!(entry.means, Means::Kind(kind) if entry.sure == 3 && tells(kind)),
        )
    };
    !name.contains('@') && hits(&read(name), Languages::ALL).iter().any(surely)
}
