//! One event as the classifier looks at it: its title read, its people placed, its time known or not.

use std::sync::Arc;

use chrono::{Datelike, Timelike, Weekday};
use weekwise_model::{BusyStatus, CalendarUserType, Event, Person, Shape, Span};

use crate::Classifier;
use crate::cadence::per_week;
use crate::circles::Circle;
use crate::day::{Role, is_only_lunch};
use crate::hidden_titles::stands_for_a_title;
use crate::naming::{Names, Naming, names};
use crate::text::Text;
use crate::vocabulary::{Group, Hit, Means, Reads};
use crate::words::looked_at;

/// A break at noon lasts at most so long, in minutes.
const LUNCH_AT_MOST: i64 = 90;

/// How many CATEGORIES of an event are looked at.
pub(crate) const MOST_TAGS: usize = 20;

/// Who is there, as one number. Known or read from the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Company {
    pub(crate) shape: Shape,
    /// Me included.
    pub(crate) people: u32,
    /// Whether the calendar says who.
    pub(crate) known: bool,
}

/// Everything about an event that evidence is made of.
#[derive(Debug, Clone)]
pub(crate) struct Scene<'a> {
    pub(crate) event: &'a Event,
    pub(crate) title: Arc<Text>,
    pub(crate) names: Names,
    pub(crate) company: Company,
    pub(crate) circle: Circle,
    /// A mailing list is invited: nobody knows how many come.
    pub(crate) list: bool,
    /// Its length, where known.
    pub(crate) minutes: Option<i64>,
    pub(crate) all_day: bool,
    /// The local hour it starts at, and whether on a weekend.
    pub(crate) starts: Option<(u32, bool)>,
    /// How often it recurs, where it does.
    pub(crate) per_week: Option<f64>,
    /// Everybody but me.
    pub(crate) others: Vec<&'a Person>,
    /// The beginning of its description.
    pub(crate) about: Arc<Text>,
    /// Whether its calendar names no attendees at all.
    pub(crate) hides: bool,
    /// How many whole days.
    pub(crate) days: i64,
    /// Whether it is on a Friday.
    pub(crate) friday: bool,
}

impl Classifier {
    /// Looks at an event. `span`: the occurrence asked about, where one is.
    pub(crate) fn scene<'a>(&self, event: &'a Event, span: Option<Span>) -> Scene<'a> {
        let written = looked_at(&event.summary);
        let title = Text::of(written, self.spoken);
        let (words, hits) = (&title.words, &title.hits);
        let names = names(written, words, hits, &self.known_names);
        let span = span.or_else(|| event.recurrence.as_ref().map(|r| r.first));
        let all_day = span.is_some_and(Span::is_all_day);
        let others = self.others(event);
        let mut company = self.company(event, &others, hits, names, all_day);
        let is_own = |role: &Role| matches!(role, Role::Lunch | Role::Errand);
        let assumed = company.shape == Shape::Meeting && others.is_empty();
        let break_by_name = assumed
            && event.conference.is_none()
            && span.is_some_and(|span| self.is_at_noon(span))
            && is_only_lunch(written);
        if break_by_name
            || company.shape == Shape::Unknown && title.roles(written).iter().any(is_own)
        {
            // A break is one's own, whoever else may be hidden; what only lunch is said of is one too, although others may
            // say that word of a meal together.
            company.shape = Shape::Block;
        }
        let circle = self.circles.of(&others);
        let starts = span.filter(|s| !s.is_all_day()).map(|s| {
            let local = s.instants(self.zone).0.with_timezone(&self.zone);
            (
                local.hour(),
                matches!(local.weekday(), Weekday::Sat | Weekday::Sun),
            )
        });
        let friday = span.is_some_and(|s| {
            let local = s.instants(self.zone).0.with_timezone(&self.zone);
            local.weekday() == Weekday::Fri
        });
        Scene {
            days: match span {
                Some(Span::AllDay { start, end }) => (end - start).num_days(),
                _ => 0,
            },
            friday,
            about: Text::of(about(&event.description), self.spoken),
            hides: !self.names_people(event.calendar),
            others,
            event,
            names,
            company,
            circle,
            list: event.attendees.iter().any(|a| {
                a.kind == CalendarUserType::Group || a.kind.is_person() && a.person.is_list()
            }) || event.organizer.as_ref().is_some_and(Person::is_list),
            minutes: span
                .filter(|s| !s.is_all_day())
                .map(|s| s.minutes(self.zone)),
            all_day,
            starts,
            per_week: event.recurrence.as_deref().map(per_week),
            title,
        }
    }

    /// Whether something lies where a break at noon does and is no longer than one.
    pub(crate) fn is_at_noon(&self, span: Span) -> bool {
        let start = span.instants(self.zone).0.with_timezone(&self.zone);
        !span.is_all_day()
            && (10..=15).contains(&start.hour())
            && span.minutes(self.zone) <= LUNCH_AT_MOST
    }

    /// Everybody but me. Calendars that organize themselves are nobody.
    pub(crate) fn others<'a>(&self, event: &'a Event) -> Vec<&'a Person> {
        // Without attendees an organizer alone says whose calendar it is, not who comes.
        if event.attendees.is_empty() && self.me.is_unknown() {
            return Vec::new();
        }
        event
            .people()
            .into_iter()
            .filter(|p| !self.me.is(p) && !is_calendar(&p.address))
            .collect()
    }

    fn company(
        &self,
        event: &Event,
        others: &[&Person],
        hits: &[Hit],
        names: Names,
        all_day: bool,
    ) -> Company {
        let meeting = |people: u32, known: bool| Company {
            shape: Shape::Meeting,
            people,
            known,
        };
        if !others.is_empty() {
            let people = u32::try_from(others.len() + 1).unwrap_or(u32::MAX);
            return meeting(people, !event.attendees.is_empty());
        }
        let block = Company {
            shape: Shape::Block,
            people: 1,
            known: true,
        };
        let says = |reads: Reads| hits.iter().any(|hit| hit.reads() == reads);
        let hides = !self.names_people(event.calendar);
        let conference = event.conference.is_some() || has_conference(&event.location);
        // Where nobody is ever named, what words mean alone does not say that nobody is there: a link to join and words
        // for meetings do say that somebody is.
        let meets = says(Reads::Meeting) || says(Reads::Pair);
        let joined = hides && conference && meets;
        let gathers = hides && (conference || meets);
        let alone = says(Reads::Block) && !joined || says(Reads::PerhapsBlock) && !gathers;
        if all_day || alone {
            return Company {
                known: !hides,
                ..block
            };
        }
        let named =
            names.naming == Naming::Two || names.naming == Naming::One && says(Reads::Meeting);
        let pair = says(Reads::Pair) || hides && (named || says(Reads::PerhapsPair));
        if pair {
            return meeting(2, false);
        }
        let perhaps = hides && (says(Reads::Perhaps) || names.naming == Naming::TwoTeams);
        if says(Reads::Meeting) || perhaps || conference {
            return meeting(3, false);
        }
        if hides {
            return Company {
                shape: Shape::Unknown,
                people: 1,
                known: false,
            };
        }
        block
    }
}

impl Scene<'_> {
    /// How many people are told, me included. Lists are not among them: nobody knows who is behind one. A meeting has two
    /// people at least.
    pub(crate) fn people(&self) -> u32 {
        if self.is_alone() || !self.list {
            return self.company.people;
        }
        let is_list = |person: &&&Person| {
            let mut attendees = self.event.attendees.iter();
            let attendee = attendees.find(|a| a.person.address == person.address);
            person.is_list() || attendee.is_some_and(|a| a.kind == CalendarUserType::Group)
        };
        let lists = self.others.iter().filter(is_list).count();
        let lists = u32::try_from(lists).unwrap_or(u32::MAX);
        self.company.people.saturating_sub(lists).max(2)
    }

    /// Whether a word of the title is in none of its known phrases.
    pub(crate) fn is_free(&self, at: usize) -> bool {
        let mut hits = self.title.hits.iter();
        !hits.any(|hit| (hit.from..hit.to).contains(&at))
    }

    /// Nobody but me.
    pub(crate) fn is_alone(&self) -> bool {
        self.company.shape != Shape::Meeting
    }

    /// Exactly two people.
    pub(crate) fn is_pair(&self) -> bool {
        !self.is_alone() && self.company.people == 2 && !self.list && !self.only_organizer()
    }

    /// Three or more; whose people are not known, too, unless it reads as two.
    pub(crate) fn is_group(&self) -> bool {
        !self.is_alone() && !self.is_pair()
    }

    /// Whether the title names what a team does again and again.
    pub(crate) fn is_ritual(&self) -> bool {
        says_ritual(&self.title.hits)
    }

    /// Whether the title says nothing at all, or only that it is private.
    pub(crate) fn is_hidden(&self) -> bool {
        self.title.words.is_empty()
            || self.title.hits.len() == 1 && self.title.hits.iter().any(Hit::hides)
            || stands_for_a_title(&self.title.words)
    }

    /// Whether the file says neither what it is nor who is there: an hour that is busy, and no more.
    pub(crate) fn tells_nothing(&self) -> bool {
        let event = self.event;
        self.company.shape == Shape::Unknown
            && self.is_hidden()
            && self.about.words.is_empty()
            && event.location.is_empty()
            && event.categories.is_empty()
            && event.busy_status != Some(BusyStatus::OutOfOffice)
    }

    /// How a hit is written in the title.
    pub(crate) fn written(&self, hit: &Hit) -> &str {
        self.written_between(hit.from, hit.to)
    }

    /// How some of its words are written in the title.
    pub(crate) fn written_between(&self, from: usize, to: usize) -> &str {
        let (Some(first), Some(last)) = (
            self.title.words.get(from),
            self.title.words.get(to.saturating_sub(1)),
        ) else {
            return "";
        };
        self.event
            .summary
            .get(first.start..last.end)
            .unwrap_or_default()
    }

    fn only_organizer(&self) -> bool {
        self.event.attendees.is_empty() && self.event.organizer.is_some() && self.company.known
    }
}

/// Whether a phrase names what a team does again and again.
pub(crate) fn says_ritual(hits: &[Hit]) -> bool {
    hits.iter().any(|hit| {
        hit.means(|entry| {
            entry.sure > 1
                && matches!(entry.means, Means::Kind(kind) if Group::of(kind) == Group::Ritual)
        })
    })
}

/// As much of a description as says what it is about: its beginning, without what programs add for joining.
fn about(description: &str) -> &str {
    const JUNK: [&str; 6] = [
        "-::~",
        "____",
        "----------",
        "Join the meeting",
        "Microsoft Teams",
        "Dial",
    ];
    let text = looked_at(description);
    let end = JUNK.iter().filter_map(|junk| text.find(junk)).min();
    &text[..end.unwrap_or(text.len())]
}

/// Addresses that stand for a calendar and not for a person.
pub(crate) fn is_calendar(address: &str) -> bool {
    address.ends_with(".calendar.google.com")
}

pub(crate) fn has_conference(location: &str) -> bool {
    let lower = location.to_lowercase();
    [
        "zoom.us/",
        "meet.google.com/",
        "teams.microsoft.com/",
        "webex.com/",
        "microsoft teams",
        "whereby.com/",
        "jitsi",
    ]
    .iter()
    .any(|mark| lower.contains(mark))
}
