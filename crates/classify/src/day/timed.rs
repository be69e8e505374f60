//! What has a time: breaks, errands, part of a day off.

use chrono::{Datelike, Timelike, Weekday};
use weekwise_model::{BREAK_AT_NOON, Category, Class, DayEffect, Kind, Span};

use super::case::{Case, Shown, is_a_leg};
use super::sums::Sums;
use super::weights as weight;
use super::words::Role;
use crate::Classifier;

/// A word of so many letters means many things.
const SHORT_WORD: usize = 3;
/// In a title of so many words each is what it is about.
const SHORT_TITLE: usize = 3;
/// An absence from this length on takes part of the day; a shorter one is a break.
const PART_OF_A_DAY: i64 = 150;

impl Classifier {
    /// What has a time and is shorter than twelve hours.
    pub(super) fn timed(&self, case: &Case<'_>, span: Span, sums: &mut Sums) {
        let zone = self.zone;
        let (start, _) = span.instants(zone);
        let local = start.with_timezone(&zone);
        let minutes = span.minutes(zone);
        let free = case.shown == Shown::Free || case.shown == Shown::Elsewhere;
        if free {
            sums.say(
                DayEffect::Note,
                weight::WORK_BY_ITSELF + weight::FREE,
                "it is shown as free",
            );
        } else {
            sums.say(
                DayEffect::Work,
                weight::WORK_BY_ITSELF,
                "it has a time of its own",
            );
        }
        let others = !case.scene.others.is_empty();
        let kind = case.classification.kind;
        let lunch = case.first_of(&[Role::Lunch]).is_some() || kind == Kind::LunchBreak;
        if lunch && self.is_at_noon(span) && (!others || free) {
            sums.say(DayEffect::Break, weight::LUNCH, BREAK_AT_NOON);
        }
        let (hour, weekday) = (local.hour(), local.weekday());
        let out_of_hours =
            !(7..17).contains(&hour) || matches!(weekday, Weekday::Sat | Weekday::Sun);
        case.say_personal(minutes, (free, out_of_hours), sums);
        if case.say_timed_absence(minutes, sums) {
            case.say_whose(sums);
        }
        let journey = case.first_of(&[Role::Travel, Role::Gathering]);
        let leg = is_a_leg(case.title);
        if case.shown == Shown::OutOfOffice && !others {
            let takes = takes_of(minutes);
            // Who sits in a train for work is out of office too.
            let sure = if journey.is_some() || leg {
                weight::FREE
            } else {
                weight::OUT_OF_OFFICE
            };
            sums.say(takes, sure, "it is shown as out of office");
        }
        if free {
            return;
        }
        if let Some(said) = journey {
            let phrase = case.written(said);
            sums.say(
                DayEffect::Work,
                weight::GATHERING,
                format!("“{phrase}” reads as work elsewhere"),
            );
        }
        if leg {
            sums.say(
                DayEffect::Work,
                weight::GATHERING,
                "it reads as a leg of a journey",
            );
        }
        if case.classification.category != Category::Personal {
            let sure = case.classification.confidence.clamp(0.0, 1.0);
            let text = format!("its category is {}", case.classification.category.label());
            sums.say(DayEffect::Work, weight::CATEGORY * sure, text);
        }
    }
}

/// What an absence of so many minutes takes.
fn takes_of(minutes: i64) -> DayEffect {
    if minutes >= PART_OF_A_DAY {
        DayEffect::Off
    } else {
        DayEffect::Break
    }
}

impl Case<'_> {
    /// Words for time off in what has a time. A bare word says little in the title of half an hour: “Mails after my
    /// vacation”.
    fn say_timed_absence(&self, minutes: i64, sums: &mut Sums) -> bool {
        let Some(said) = self.first_of(&[Role::Half, Role::PartTime, Role::Leave]) else {
            return false;
        };
        let long = minutes >= PART_OF_A_DAY || self.shown == Shown::OutOfOffice;
        // “Reference architecture, phone off”: in a title about work a word that means many things is no absence.
        let away = self.shown == Shown::OutOfOffice
            || self.words.len() < SHORT_TITLE
            || self.classification.category == Category::Personal;
        let sure = match (said.role, said.short, long) {
            (_, true, true) if !away => return false,
            (_, _, true) => weight::LEAVE,
            (Role::Half, false, false) => weight::LEAVE * 0.8,
            (_, false, false) => weight::LEAVE / 3.0,
            (_, true, false) => return false,
        };
        let phrase = self.written(said);
        sums.say(
            takes_of(minutes),
            sure,
            format!("“{phrase}” reads as time off"),
        );
        // Whose it is matters only where it takes something of the day.
        long
    }

    /// Something of one's own in working hours. What is free takes nothing: somebody comes, or something is only to be
    /// remembered.
    fn say_personal(&self, minutes: i64, (free, out_of_hours): (bool, bool), sums: &mut Sums) {
        if free {
            return;
        }
        let classification = self.classification;
        let away = matches!(classification.kind, Kind::TimeOff | Kind::PublicHoliday);
        let takes = if away {
            takes_of(minutes)
        } else {
            DayEffect::Break
        };
        let alone = self.scene.others.is_empty();
        if let Some(said) = self.first_of(&[Role::Errand]).filter(|_| alone) {
            let phrase = self.written(said);
            // “Dentist (back at 11)” is one; in “Desync repro, Spa lap 3” the word is a detail, and three letters behind
            // others are as often a name.
            let short = phrase.chars().count() <= SHORT_WORD;
            let detail = said.from > 0 && (self.words.len() > SHORT_TITLE || short);
            let sure = if detail {
                weight::ERRAND_IN_PASSING
            } else {
                weight::ERRAND
            };
            // What the whole title reads as is more than one of its words.
            let work = match classification.category {
                Category::Personal => 0.0,
                _ => (classification.confidence - 0.5).clamp(0.0, 0.5),
            };
            let sure = sure * (1.0 - work);
            sums.say(
                takes,
                sure,
                format!("“{phrase}” reads as an errand of your own"),
            );
        }
        if classification.category != Category::Personal {
            return;
        }
        let sure = if classification.decided_by.is_some() {
            weight::PERSONAL_TOLD
        } else {
            weight::PERSONAL * (2.0 * classification.confidence.clamp(0.5, 1.0) - 1.0)
        };
        sums.say(takes, sure, "its category is personal");
        if out_of_hours {
            let text = "it is early, late, or at the weekend";
            sums.say(takes, weight::OUT_OF_HOURS, text);
        }
        if alone && self.scene.event.class == Class::Private {
            sums.say(takes, weight::PRIVATE, "it is marked as private");
        }
    }
}
