//! Who and when, as far as the calendars tell: what is in force before anybody confirmed it, and where it comes from.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use weekwise_classify::{Habits, guess_zone, habits};
use weekwise_ical::Imported;
use weekwise_model::{
    Guess, GuessSource, Introduction, IntroductionAnswer, Settings, TimeRange, WallSpan,
    WorkingHours, instant_at,
};

use crate::{Clock, Opened, SettingsChange};

/// So many weeks of a calendar tell when its owner works.
const WEEKS: i64 = 12;

/// Where the settings in force come from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sources {
    /// What the user said: it is not guessed.
    pub(crate) said: SettingsChange,
    pub(crate) zone: Option<GuessSource>,
    /// What was read from when things are.
    pub(crate) habits: Habits,
    /// Working hours that a line of a calendar states.
    pub(crate) stated: Option<WorkingHours>,
}

impl Sources {
    /// The zone the calendars were written in, where the user has said none.
    pub(crate) fn of_zone(
        said: &SettingsChange,
        imported: &Imported,
        settings: &mut Settings,
    ) -> Self {
        let mut sources = Self {
            said: said.clone(),
            ..Self::default()
        };
        if said.zone.is_none()
            && let Some((zone, stated)) = guess_zone(imported.events(), imported.calendars())
        {
            settings.zone = zone;
            sources.zone = Some(if stated {
                GuessSource::Stated
            } else {
                GuessSource::Events
            });
        }
        sources
    }

    /// What the user said now is no guess any more.
    pub(crate) fn hear(&mut self, change: &SettingsChange) {
        if change.zone.is_some() {
            self.zone = None;
        }
        self.said = self.said.then(change);
    }

    /// The working hours in force where the user has said none.
    fn hours(&self) -> WorkingHours {
        let read = &self.habits;
        let (hours, days) = match &self.stated {
            Some(stated) => (hours_of(stated), days_of(stated)),
            None => (
                read.hours.unwrap_or_else(WorkingHours::usual_day),
                read.days.clone().unwrap_or_else(usual_days),
            ),
        };
        WorkingHours::of(hours, read.lunch, &days)
    }
}

fn usual_days() -> Vec<u8> {
    vec![1, 2, 3, 4, 5]
}

/// From the beginning of the first range of a usual day to the end of its last.
fn hours_of(hours: &WorkingHours) -> TimeRange {
    let mut days = hours.days.iter().filter(|day| !day.is_empty());
    let usual = days
        .next()
        .and_then(|day| Some((day.first()?, day.last()?)));
    usual.map_or_else(WorkingHours::usual_day, |(first, last)| TimeRange {
        start: first.start,
        end: last.end,
    })
}

fn days_of(hours: &WorkingHours) -> Vec<u8> {
    let days = (1_u8..).zip(&hours.days);
    days.filter(|(_, ranges)| !ranges.is_empty())
        .map(|(number, _)| number)
        .collect()
}

/// What lies between the first two ranges of a usual day.
fn lunch_of(hours: &WorkingHours) -> Option<TimeRange> {
    hours.days.iter().find_map(|day| match day.as_slice() {
        [first, second, ..] => Some(TimeRange {
            start: first.end,
            end: second.start,
        }),
        _ => None,
    })
}

/// The questions about hours, days and lunch: one setting.
const ABOUT_HOURS: [&str; 3] = ["hours", "days", "lunch"];

impl Opened {
    /// Reads the working hours from when things are, where the user has said none. The demo says its own.
    pub(crate) fn read_habits(&mut self) {
        if self.demo || self.sources.said.hours.is_some() {
            return;
        }
        let stated = self
            .imported
            .calendars()
            .iter()
            .find_map(|calendar| calendar.stated.hours.clone());
        let (from, to) = self.telling_weeks();
        let (classified, _) = self.classified(from, to);
        self.sources.habits = habits(&classified, self.settings.zone);
        self.sources.stated = stated;
        self.settings.hours = self.sources.hours();
        self.remembered.forget_counted();
    }

    /// The weeks that tell most: those up to the last single events, of which a few may lie far ahead.
    fn telling_weeks(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        let zone = self.settings.zone;
        let mut starts: Vec<DateTime<Utc>> = self
            .imported
            .events()
            .filter(|event| event.recurrence.is_none())
            .filter_map(|event| match event.first {
                WallSpan::Timed {
                    start, zone: own, ..
                } => Some(instant_at(start.date(), start.time(), own.unwrap_or(zone))),
                WallSpan::AllDay { .. } => None,
            })
            .collect();
        starts.sort_unstable();
        let late = starts.get(starts.len() * 9 / 10).copied();
        let first = || {
            let (first, _) = self.known_days()?;
            let first = instant_at(first, chrono::NaiveTime::MIN, zone);
            Some(first + TimeDelta::weeks(WEEKS))
        };
        let to = late.or_else(first).unwrap_or(DateTime::UNIX_EPOCH) + TimeDelta::weeks(1);
        (to - TimeDelta::weeks(WEEKS), to)
    }

    /// The card that asks once: who and when, each with where it comes from (section 8 of docs/product.md).
    pub fn introduction(&self) -> Introduction {
        let settings = &self.settings;
        let said = &self.sources.said;
        let machine = Clock::machine_zone();
        let me = if !settings.me.guessed {
            (GuessSource::Said, "you said so")
        } else if settings.me.addresses.is_empty() {
            (GuessSource::Usual, "the calendar does not tell")
        } else {
            (GuessSource::Events, "the address most events are about")
        };
        let zone = self.about_zone();
        let [hours, days, lunch] = self.about_hours();
        let profile = match said.profile {
            Some(_) => (GuessSource::Said, "you said so"),
            None => (GuessSource::Usual, "what a Staff+ role needs"),
        };
        let guess = |(source, because): (GuessSource, &str)| (source, because.to_owned());
        // Who I am is not asked where the calendar names nobody: there is nothing to say yes to.
        let names_me = !settings.me.addresses.is_empty();
        let mut asks = [zone.0, hours.0]
            .into_iter()
            .chain(names_me.then_some(me.0));
        let differs =
            !self.demo && zone.0 != GuessSource::Said && differ(settings.zone, machine, self);
        Introduction {
            me: told(settings.me.addresses.iter().cloned().collect(), guess(me)),
            zone: told(settings.zone.name().to_owned(), guess(zone)),
            machine_zone: machine.name().to_owned(),
            zone_differs: differs,
            machine_hours: differs.then(|| self.hours_seen_from(machine)),
            hours: told(hours_of(&settings.hours), guess(hours)),
            days: told(days_of(&settings.hours), guess(days)),
            lunch: told(lunch_of(&settings.hours), guess(lunch)),
            profile: told(settings.profile.id.clone(), guess(profile)),
            working_hours: settings.hours.to_string(),
            open: !self.demo && asks.any(|source| source != GuessSource::Said),
        }
    }

    /// The usual working day as a clock of another zone shows it, where the calendar tells most.
    fn hours_seen_from(&self, other: Tz) -> TimeRange {
        let (_, at) = self.telling_weeks();
        let zone = self.settings.zone;
        let day = at.with_timezone(&zone).date_naive();
        let seen = |time| instant_at(day, time, zone).with_timezone(&other).time();
        let hours = hours_of(&self.settings.hours);
        TimeRange {
            start: seen(hours.start),
            end: seen(hours.end),
        }
    }

    /// Where the zone comes from.
    fn about_zone(&self) -> (GuessSource, &'static str) {
        match self.sources.zone {
            Some(GuessSource::Stated) => (GuessSource::Stated, "the calendar says so"),
            Some(source) => (source, "the zone most events were written in"),
            None if self.sources.said.zone.is_some() => (GuessSource::Said, "you said so"),
            None => (GuessSource::Usual, "the zone of this machine"),
        }
    }

    /// Where hours, days and lunch come from.
    fn about_hours(&self) -> [(GuessSource, &'static str); 3] {
        let said = (GuessSource::Said, "you said so");
        let read = self.hours_as_read();
        if self.sources.said.hours.is_none() {
            return read;
        }
        if !self.hours_are_answers() {
            return [said; 3];
        }
        // What an answer to one of the questions wrote down about the others is as it was read.
        let mut read = read.into_iter();
        ABOUT_HOURS.map(|id| {
            let read = read.next().unwrap_or(said);
            if self.is_answered(id) { said } else { read }
        })
    }

    /// Whether the hours in force are what answers to questions made of them, and not what was written as a whole.
    fn hours_are_answers(&self) -> bool {
        let given = self.said.answers.given.iter().rev();
        let mut given = given.filter(|given| ABOUT_HOURS.contains(&given.id.as_str()));
        given.next().is_some_and(|given| {
            let wrote = given.wrote.settings.as_ref();
            wrote.is_some_and(|(wrote, _)| wrote.hours == self.sources.said.hours)
        })
    }

    /// What the calendars say of hours, days and lunch.
    fn hours_as_read(&self) -> [(GuessSource, &'static str); 3] {
        let read = &self.sources.habits;
        let stated = self.sources.stated.is_some();
        let says = (GuessSource::Stated, "the calendar says so");
        let usual = |text| (GuessSource::Usual, text);
        let hours = match &read.hours {
            _ if stated => says,
            Some(_) => (
                GuessSource::Events,
                "the first and the last work of most days",
            ),
            None => usual("nothing tells"),
        };
        let days = match &read.days {
            _ if stated => says,
            Some(_) => (GuessSource::Events, "the days that have any work"),
            None => usual("the usual week"),
        };
        let lunch = match &read.lunch {
            Some(_) => (GuessSource::Events, "your own break at noon"),
            None => usual("none stands in the calendar"),
        };
        [hours, days, lunch]
    }

    /// What was guessed about time, one sentence each, to be told with every answer.
    pub(crate) fn notes_about_guesses(&self) -> Vec<String> {
        let is_read =
            |source: GuessSource| matches!(source, GuessSource::Stated | GuessSource::Events);
        let mut notes = Vec::new();
        let (zone, (source, why)) = (self.settings.zone, self.about_zone());
        if is_read(source) && zone != Clock::machine_zone() {
            notes.push(format!("Times are those of {}: {why}.", zone.name()));
        }
        let mut read = self.about_hours().into_iter();
        if let Some((_, why)) = read.find(|(source, _)| is_read(*source)) {
            notes.push(format!(
                "Working hours were read from the calendar: {} ({why}).",
                self.settings.hours
            ));
        }
        notes
    }
}

fn told<T>(value: T, (source, because): (GuessSource, String)) -> Guess<T> {
    Guess {
        value,
        source,
        because,
    }
}

/// Whether clocks of two zones differ where the calendar tells most.
fn differ(one: Tz, other: Tz, opened: &Opened) -> bool {
    if one == other {
        return false;
    }
    let (_, at) = opened.telling_weeks();
    let wall = |zone: Tz| at.with_timezone(&zone).naive_local();
    wall(one) != wall(other)
}

impl SettingsChange {
    /// What the user confirms on the card. `asked` is what stood on it: hours that were left as they are stay as they are,
    /// also where days differ, which the card does not show.
    pub fn confirmed(answer: &IntroductionAnswer, asked: &Introduction) -> Self {
        let left = answer.hours == asked.hours.value
            && answer.days == asked.days.value
            && answer.lunch == asked.lunch.value;
        let hours = if left {
            asked.working_hours.clone()
        } else {
            WorkingHours::of(answer.hours, answer.lunch, &answer.days).to_string()
        };
        Self {
            me: Some(answer.me.clone()),
            zone: Some(answer.zone.clone()),
            hours: Some(hours),
            profile: Some(answer.profile.clone()),
            ..Self::default()
        }
    }
}
