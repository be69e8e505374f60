//! Event to category and kind, and the reason.
//!
//! A calendar says what an hour was called and who came; it does not say what the hour was for. This crate infers the
//! purpose, and can always tell why. It looks at an event as a *scene* (the title read as whole words in several
//! languages, the people placed in circles, the time), collects *evidence* (each piece a text, a kind it speaks for,
//! and points), and adds the points up to an answer with a confidence and a runner-up.
//!
//! * `lexicon` holds what phrases mean, as tables grouped by theme: what, why, example. A theme's meaning depends on who
//!   is there, because the purpose decides and the words are only evidence.
//! * `concepts` gathers words that are used alike, without saying what they mean.
//! * `words` and `phrases` read titles: no accents, no case, the longest phrase wins, parts of words say nothing.
//! * `circles` and `acquaintance` learn who my team and my company are from who meets whom; no directory is asked.
//! * `weigh` turns a scene into the lexicon's points, `features` into named features; `weights` says how much each
//!   speaks for each category, fitted offline by `crates/evaluate`. `ledger` adds all of it up to an answer.
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
mod concepts;
mod corrections;
mod features;
mod fitting;
mod judgement;
mod kinds;
mod ledger;
mod lexicon;
mod me;
mod naming;
mod phrase_tree;
mod phrases;
mod rules;
mod scene;
mod tags;
mod taught;
#[expect(dead_code, reason = "the lexicon moves here")]
mod vocabulary;
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
use crate::corrections::Corrections;
use crate::lexicon::When;
use crate::naming::{names_a_team, parts_of};
use crate::phrases::{hits, is_known, read};
use crate::taught::Taught;

pub use fitting::{Traits, feature_names};
pub use judgement::Judgement;
pub use me::guess_me;
pub use rules::RuleMatcher;
pub use weights::{CATEGORY_COUNT, Weights};

/// One theme of the lexicon, to be read by whoever doubts an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// What it is about.
    pub what: &'static str,
    /// Why it belongs where it does.
    pub why: &'static str,
    /// A title it is about.
    pub example: &'static str,
}

/// The themes of the lexicon, in the order of the tables.
pub fn themes() -> impl Iterator<Item = Theme> {
    lexicon::themes().map(|theme| Theme {
        what: theme.what,
        why: theme.why,
        example: theme.example,
    })
}

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
    /// Which category kinds belong to.
    pub(crate) kinds: Arc<KindMapping>,
    /// What the user says is in a calendar where nothing tells.
    pub(crate) by_calendar: HashMap<CalendarId, Category>,
    /// Names of calendars in small letters.
    pub(crate) calendar_names: HashMap<CalendarId, String>,
    /// Parts of the names of everybody in the calendars.
    pub(crate) known_names: HashSet<String>,
    /// Calendars in which some event names its attendees.
    carrying: HashSet<CalendarId>,
    /// Names of calendars that say what is in them.
    pub(crate) telling_calendars: HashMap<CalendarId, String>,
}

/// How many events one thread learns from at a time.
const TOGETHER: usize = 4_096;

/// What some events teach.
#[derive(Default)]
struct Learnt<'a> {
    meetings: Meetings<'a>,
    /// Calendars in which some event names its attendees.
    carrying: HashSet<CalendarId>,
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
            learnt.carrying.insert(event.calendar);
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
        self.carrying.extend(later.carrying);
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
        let learnt: Vec<Learnt<'_>> = events
            .par_chunks(TOGETHER)
            .map(|events| Learnt::of(events, me, &singles))
            .collect();
        let Learnt {
            meetings,
            carrying,
            people,
            counting,
        } = learnt.into_iter().reduce(Learnt::and).unwrap_or_default();
        let my_names = people
            .values()
            .filter(|person| me.is(person))
            .flat_map(|person| parts_of(person))
            .filter(|part| part.len() > 1)
            .collect();
        let known_names = people
            .into_values()
            .flat_map(parts_of)
            .filter(|part| !names_a_team(part) && !is_known(part))
            .collect();
        let circles = meetings.circles(me);
        Self {
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
            carrying,
            telling_calendars: calendars
                .iter()
                .filter(|calendar| tells(&calendar.name))
                .map(|calendar| (calendar.id, calendar.name.clone()))
                .collect(),
        }
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

    /// Whether any event of a calendar names attendees.
    pub(crate) fn carries_attendees(&self, calendar: CalendarId) -> bool {
        self.carrying.contains(&calendar)
    }
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
    let hits = hits(&words);
    let says = |test: &dyn Fn(Kind) -> bool| {
        let always = |sense: &&lexicon::Sense| sense.when == When::Always && sense.points >= 4.0;
        hits.iter().any(|hit| {
            hit.theme
                .means
                .iter()
                .filter(always)
                .any(|sense| test(sense.kind))
        })
    };
    if says(&|kind| kind.category() == Category::CrossTeam) {
        Telling::Across
    } else if says(&|kind| {
        matches!(
            kind,
            Kind::Standup | Kind::TeamPlanning | Kind::Retro | Kind::TeamMeeting
        )
    }) {
        Telling::Ritual
    } else {
        Telling::Nothing
    }
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
    !name.contains('@')
        && hits(&read(name)).iter().any(|hit| {
            hit.theme
                .means
                .iter()
                .all(|sense| tells(sense.kind) || sense.points < 4.0)
        })
}
