//! The judge: what an event does to the day it lies on, and why.

use weekwise_model::{
    Category, Classification, DayEffect, DayJudgement, Response, Shape, Span, Status,
};

use super::called_off::called_off;
use super::case::{Case, Shown, shown};
use super::naming::{Naming, naming};
use super::nature::Nature;
use super::part::part;
use super::sums::Sums;
use super::weights as weight;
use super::words::{Role, read, said, without_echoes};
use crate::Classifier;
use crate::scene::{Scene, is_calendar};

/// From this length on an occurrence is no appointment but a state (product.md section 5).
const TWELVE_HOURS: i64 = 12 * 60;
/// From so many days on it matters that no name says whose leave it is.
const LONG_LEAVE: i64 = 29;

impl Classifier {
    /// What an event does to the day, its classification known. `span`: when it is.
    pub(crate) fn day_judgement(
        &self,
        scene: &Scene<'_>,
        span: Span,
        classification: &Classification,
        response: Response,
    ) -> DayJudgement {
        let event = scene.event;
        if event.status == Status::Cancelled {
            return Sums::only(DayEffect::NotHeld, "it was cancelled");
        }
        if response == Response::Declined {
            return Sums::only(DayEffect::NotHeld, "you declined it");
        }
        let shown = shown(scene);
        if let Some(called_off) = called_off(event, shown) {
            return called_off;
        }
        let whole_day = scene.all_day || span.minutes(self.zone) >= TWELVE_HOURS;
        let met = scene.company.shape == Shape::Meeting;
        let plain = classification.category != Category::Personal && shown != Shown::OutOfOffice;
        if !whole_day && plain && (met && shown != Shown::Free) {
            return DayJudgement::work();
        }
        let case = self.case(scene, classification, shown);
        let mut sums = Sums::default();
        if whole_day {
            self.whole_day(&case, &mut sums);
        } else {
            self.timed(&case, span, &mut sums);
        }
        let mut judgement = sums.judgement();
        if whole_day && judgement.effect == DayEffect::Off && span.is_all_day() {
            judgement.part = part(&case);
        }
        judgement
    }

    fn case<'s>(
        &'s self,
        scene: &'s Scene<'s>,
        classification: &'s Classification,
        shown: Shown,
    ) -> Case<'s> {
        let event = scene.event;
        let title = event.summary.as_str();
        let words = read(title);
        let said = without_echoes(title, &words, said(&words));
        let day = &self.surroundings;
        let mut naming = naming(title, &words, &said, &day.my_names, &self.known_names);
        let organizer = event
            .organizer
            .as_ref()
            .filter(|person| !is_calendar(&person.address));
        let guests = !scene.others.is_empty();
        let sent_by_others =
            organizer.is_some_and(|person| !self.me.is(person)) && !self.me.is_unknown();
        // “Urlop Bartek” in Bartosz's calendar, and it takes his time: he is called so.
        let takes_time = !matches!(shown, Shown::Free | Shown::Elsewhere);
        if let Naming::Likely(name) = &naming
            && takes_time
            && !sent_by_others
            && day.my_names.iter().any(|mine| begin_alike(mine, name))
        {
            naming = Naming::Nobody;
        }
        Case {
            scene,
            classification,
            title,
            said,
            naming,
            shown,
            nature: day.nature(event.calendar),
            sent_by_others,
            sent_by_me: guests && organizer.is_some_and(|person| self.me.is(person)),
            words,
        }
    }

    /// Whole days: leave, holidays, notes, work on site.
    fn whole_day(&self, case: &Case<'_>, sums: &mut Sums) {
        sums.say(
            DayEffect::Note,
            weight::NOTE_BY_ITSELF,
            "it lasts whole days",
        );
        case.say_how_shown(sums);
        case.say_words_of_notes(sums);
        let absence = say_absence(case, sums) || case.say_description(sums);
        let holiday = self.say_holiday(case, absence, sums);
        case.say_work(sums, absence || holiday);
        if absence {
            case.say_whose(sums);
        }
        case.say_category(sums, absence || holiday);
    }

    /// Public holidays, of here and of elsewhere, and closed houses. Whether there is one.
    fn say_holiday(&self, case: &Case<'_>, absence: bool, sums: &mut Sums) -> bool {
        let named = case.first_of(&[Role::Named]);
        let any = case.first_of(&[Role::Holiday]);
        let closed = case.first_of(&[Role::Closed]);
        let feed = match case.nature {
            Nature::Holidays(countries) => Some(countries),
            _ => None,
        };
        let Some(said) = named.or(any).or(closed) else {
            return feed.is_some_and(|countries| self.say_feed(case, countries, sums));
        };
        let phrase = case.written(said);
        let here = self.surroundings.country;
        let mut of: Vec<&str> = case.countries();
        if of.is_empty()
            && let Some(named) = named
        {
            of = named
                .countries
                .iter()
                .flat_map(|list| list.split(','))
                .collect();
        }
        if let Some(countries) = feed.filter(|countries| !countries.is_empty() && named.is_none()) {
            of.extend(countries.iter().copied());
        }
        // “Easter leave” says one thing twice.
        let sure = |sure: f64| if absence { weight::SAID_TWICE } else { sure };
        let elsewhere =
            !of.is_empty() && !of.contains(&"*") && here.is_some_and(|here| !of.contains(&here));
        if elsewhere {
            sums.say(
                DayEffect::Note,
                weight::HOLIDAY_ELSEWHERE,
                format!("“{phrase}” is no holiday where you are"),
            );
        } else if named.is_some() && (here.is_some() || of.contains(&"*")) {
            sums.say(
                DayEffect::Off,
                sure(weight::HOLIDAY_HERE),
                format!("“{phrase}” is a public holiday here"),
            );
        } else if named.is_some() || any.is_some() {
            sums.say(
                DayEffect::Off,
                sure(weight::HOLIDAY),
                format!("“{phrase}” reads as a public holiday"),
            );
        } else {
            sums.say(
                DayEffect::Off,
                sure(weight::CLOSED),
                format!("“{phrase}” reads as closed"),
            );
        }
        let only = case.first_of(&[Role::Only, Role::Open]);
        let abbreviation = case.abbreviation();
        if let Some(only) = only.filter(|_| {
            said.role != Role::Closed || abbreviation.is_some() || case.says(Role::Open)
        }) {
            let only = case.written(only);
            sums.say(
                DayEffect::Note,
                weight::NOT_FOR_ME,
                format!("“{only}” says that others are meant"),
            );
        } else if let Some(place) = abbreviation {
            sums.say(
                DayEffect::Note,
                weight::NOT_FOR_ME,
                format!("“{place}” reads as another place"),
            );
        }
        true
    }

    /// A day of a holiday calendar whose title no table knows.
    fn say_feed(&self, case: &Case<'_>, countries: &[&'static str], sums: &mut Sums) -> bool {
        let mut of = case.countries();
        if of.is_empty() {
            of.extend(countries.iter().copied());
        }
        let here = self.surroundings.country;
        if of.is_empty() || here.is_none_or(|here| of.contains(&here)) && of.len() == 1 {
            let sure = if of.is_empty() {
                weight::FREE
            } else {
                weight::HOLIDAY
            };
            sums.say(
                DayEffect::Off,
                sure,
                "it stands in a calendar of public holidays",
            );
            return true;
        }
        sums.say(
            DayEffect::Note,
            weight::FEED,
            "it stands in a calendar of other countries' holidays",
        );
        true
    }
}

/// Whether two names begin with the same four letters.
fn begin_alike(a: &str, b: &str) -> bool {
    const SAME: usize = 4;
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() >= SAME
}

/// Words for somebody's absence. Whether there is one.
fn say_absence(case: &Case<'_>, sums: &mut Sums) -> bool {
    let Some(said) = case.first_of(&[Role::PartTime, Role::Half, Role::Leave]) else {
        return false;
    };
    let text = match said.role {
        Role::PartTime => "reads as a day without work",
        Role::Half => "reads as part of a day off",
        _ => "reads as leave",
    };
    let phrase = case.written(said);
    sums.say(DayEffect::Off, weight::LEAVE, format!("“{phrase}” {text}"));
    if case.scene.days >= LONG_LEAVE && case.naming == Naming::Nobody {
        sums.say(DayEffect::Note, weight::LONG, "it lasts very long");
    }
    true
}
