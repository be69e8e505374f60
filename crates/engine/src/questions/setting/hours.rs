//! When I work, as three questions about one setting.

use chrono::TimeDelta;
use weekwise_model::{GuessSource, Introduction, QuestionKind, TimeRange, WorkingHours, words};

use super::{SettingOption, SettingQuestion, doubt};
use crate::questions::setting_words::{days_in_words, days_named, days_of, in_words, named, range};
use crate::{Opened, SettingsChange};

/// The usual days that are offered where another is guessed.
const USUAL_HOURS: [&str; 4] = ["08:00-17:00", "09:00-17:00", "09:00-18:00", "10:00-18:00"];

/// So many working days are offered.
const OFFERED: usize = 7;

/// The usual lunches.
const USUAL_LUNCH: [&str; 4] = ["12:00-13:00", "12:00-12:30", "12:30-13:00", "13:00-14:00"];

/// The usual weeks.
const USUAL_DAYS: [&[u8]; 4] = [
    &[1, 2, 3, 4, 5],
    &[1, 2, 3, 4],
    &[2, 3, 4, 5],
    &[1, 2, 4, 5],
];

/// No lunch is kept.
const NONE: &str = "none";

impl Opened {
    /// Hours, days and lunch: one setting that is asked about in three questions.
    pub(super) fn about_hours_of_work(&self, card: &Introduction) -> Vec<SettingQuestion> {
        let is_open =
            |id: &str, source: GuessSource| !self.is_answered(id) && source != GuessSource::Said;
        let (hours, days, lunch) = (card.hours.value, &card.days.value, card.lunch.value);
        let said_to_be = |hours: TimeRange, days: &[u8], lunch: Option<TimeRange>| SettingsChange {
            hours: Some(WorkingHours::of(hours, lunch, days).to_string()),
            ..SettingsChange::default()
        };
        let mut all = Vec::new();
        if is_open("hours", card.hours.source) {
            let days = days.clone();
            let option = move |hours: TimeRange| {
                let text = in_words(hours);
                SettingOption::new(named(hours), &text, format!("My day is {text}"))
                    .choosing(said_to_be(hours, &days, lunch))
            };
            let usual = USUAL_HOURS.iter().filter_map(|text| range(text));
            let mut offered = vec![hours];
            for other in beside(hours).into_iter().chain(usual) {
                if offered.len() < OFFERED && !offered.contains(&other) {
                    offered.push(other);
                }
            }
            let options = offered.into_iter().map(&option).collect();
            all.push(SettingQuestion {
                text: format!("Is {} your usual working day?", in_words(hours)),
                short: "Your working hours".to_owned(),
                about: card.hours.because.clone(),
                because: card.hours.because.clone(),
                options,
                other: Some(Box::new(move |text| range(text).map(&option))),
                doubt: doubt(card.hours.source),
                ..SettingQuestion::of("hours", QuestionKind::Hours)
            });
        }
        if is_open("days", card.days.source) {
            let option = move |days: &[u8]| {
                let text = days_in_words(days);
                SettingOption::new(days_named(days), &text, format!("I work {text}"))
                    .choosing(said_to_be(hours, days, lunch))
            };
            let others = USUAL_DAYS.iter().filter(|other| **other != days.as_slice());
            let options = std::iter::once(days.as_slice())
                .chain(others.copied())
                .map(option)
                .collect();
            all.push(SettingQuestion {
                text: format!("Do you work {}?", days_in_words(days)),
                short: "Your working days".to_owned(),
                about: card.days.because.clone(),
                because: card.days.because.clone(),
                options,
                other: Some(Box::new(move |text| {
                    days_of(text).map(|days| option(&days))
                })),
                doubt: doubt(card.days.source) / 3.0,
                ..SettingQuestion::of("days", QuestionKind::Days)
            });
        }
        if is_open("lunch", card.lunch.source) {
            let lunch_doubt = doubt(card.lunch.source);
            all.push(about_lunch(card, hours, lunch_doubt, said_to_be));
        }
        all
    }
}

/// The days that begin or end half an hour earlier or later: what is read is seldom further off.
fn beside(hours: TimeRange) -> Vec<TimeRange> {
    let half = TimeDelta::minutes(30);
    let moved = |start: TimeDelta, end: TimeDelta| {
        let (start, before) = hours.start.overflowing_add_signed(start);
        let (end, after) = hours.end.overflowing_add_signed(end);
        (before == 0 && after == 0 && start < end).then_some(TimeRange { start, end })
    };
    let none = TimeDelta::zero();
    [(none, -half), (none, half), (half, none), (-half, none)]
        .into_iter()
        .filter_map(|(start, end)| moved(start, end))
        .collect()
}

fn about_lunch(
    card: &Introduction,
    hours: TimeRange,
    doubt: f64,
    said_to_be: impl Fn(TimeRange, &[u8], Option<TimeRange>) -> SettingsChange + Send + Sync + 'static,
) -> SettingQuestion {
    let days = card.days.value.clone();
    let lunch = card.lunch.value;
    let option = move |lunch: Option<TimeRange>| {
        let (name, text) = match lunch {
            Some(lunch) => (named(lunch), in_words(lunch)),
            None => (NONE.to_owned(), "none that is kept".to_owned()),
        };
        SettingOption::new(name, words::capital(&text), format!("Lunch is {text}"))
            .choosing(said_to_be(hours, &days, lunch))
    };
    let fits = |range: &TimeRange| hours.start < range.start && range.end < hours.end;
    let others = USUAL_LUNCH
        .iter()
        .filter_map(|text| range(text))
        .filter(fits);
    let others = std::iter::once(None).chain(others.map(Some));
    let others = others.filter(|other| *other != lunch);
    let options = std::iter::once(lunch).chain(others).map(&option).collect();
    SettingQuestion {
        text: match lunch {
            Some(lunch) => format!("Is lunch {} every day?", in_words(lunch)),
            None => "When is your lunch?".to_owned(),
        },
        short: "Your lunch".to_owned(),
        about: card.lunch.because.clone(),
        because: card.lunch.because.clone(),
        options,
        other: Some(Box::new(move |text| match text {
            NONE => Some(option(None)),
            text => range(text)
                .filter(|range| hours.start < range.start && range.end < hours.end)
                .map(|range| option(Some(range))),
        })),
        doubt,
        ..SettingQuestion::of("lunch", QuestionKind::Lunch)
    }
}
