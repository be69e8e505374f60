//! What is assumed about time and people, as questions: who, where, when, what counts, what open focus holds.

use chrono::NaiveTime;
use rayon::prelude::*;
use weekwise_analyze::{Trial, mix_of};
use weekwise_model::{
    Category, FocusHabit, GuessSource, Introduction, Mix, Question, QuestionKind, QuestionOption,
    QuestionReason, ShareChange, TimeRange, WorkingHours, words,
};

use super::{Ground, effect, hours_a_week, rounded};
use crate::{Opened, SettingsChange};

/// The usual days that are offered where another is guessed.
const USUAL_HOURS: [&str; 4] = ["08:00-17:00", "09:00-17:00", "09:00-18:00", "10:00-18:00"];

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

/// Nothing is different from what the file says.
const AS_IS: &str = "as_is";

/// So many addresses are offered.
const MOST_ADDRESSES: usize = 5;

/// Open focus below so many minutes a week is not asked about.
const LEAST_FOCUS: u32 = 120;

/// What sets less than so many minutes right is not asked.
const LEAST: f64 = 1.0;

/// A question about a setting.
pub(crate) struct SettingQuestion {
    pub(super) id: &'static str,
    kind: QuestionKind,
    text: String,
    short: &'static str,
    about: String,
    because: String,
    options: Vec<SettingOption>,
    /// Makes an option of a name that is not offered.
    other: Option<Box<dyn Fn(&str) -> Option<SettingOption> + Send + Sync>>,
    /// How likely the guess is wrong.
    doubt: f64,
    /// Minutes an answer is expected to set right.
    pub(super) expected: f64,
    /// Minutes it decides about.
    minutes: i64,
}

/// One possible answer.
#[derive(Clone)]
pub(crate) struct SettingOption {
    id: String,
    text: String,
    /// As a sentence of its own.
    pub(super) said: String,
    likely: f64,
    guess: bool,
    pub(super) change: Option<SettingsChange>,
    pub(super) habits: Option<Vec<FocusHabit>>,
    shares: Vec<ShareChange>,
    /// Minutes it divides otherwise.
    pub(super) moved: f64,
}

impl SettingOption {
    fn new(id: impl Into<String>, text: impl Into<String>, said: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            text: text.into(),
            said: said.into(),
            likely: 0.0,
            guess: false,
            change: None,
            habits: None,
            shares: Vec::new(),
            moved: 0.0,
        }
    }

    fn choosing(mut self, change: SettingsChange) -> Self {
        self.change = Some(change);
        self
    }
}

impl SettingQuestion {
    /// The option of a name: one that is offered, or another that can be made of it.
    pub(super) fn option(&self, id: &str) -> Option<SettingOption> {
        let offered = self.options.iter().find(|option| option.id == id);
        offered.cloned().or_else(|| self.other.as_ref()?(id))
    }

    /// As it is asked.
    pub(super) fn question(&self, weeks: u32) -> Question {
        let options: Vec<QuestionOption> = self
            .options
            .iter()
            .map(|option| QuestionOption {
                id: option.id.clone(),
                text: option.text.clone(),
                guess: option.guess,
                likely: Some(option.likely),
                shares: option.shares.clone(),
                then: None,
            })
            .collect();
        let guess = self.options.iter().find(|option| option.guess);
        Question {
            id: self.id.to_owned(),
            kind: self.kind,
            text: self.text.clone(),
            short: self.short.to_owned(),
            about: self.about.clone(),
            doubt: 1.0 - guess.map_or(0.0, |guess| guess.likely),
            minutes: self.minutes,
            expected_minutes: rounded(self.expected),
            hours_a_week: hours_a_week(self.minutes, weeks),
            points: effect::points(&options),
            options,
            because: vec![QuestionReason {
                text: self.because.clone(),
                weight: guess.map_or(0.0, |guess| guess.likely),
            }],
            events: Vec::new(),
            put_off: false,
            holds: None,
        }
    }

    /// With the guess marked, its doubt spread over the others, and what that makes the question worth.
    fn weighed(mut self) -> Self {
        let doubt = self.doubt;
        let others = self.options.len().saturating_sub(1).max(1) as f64;
        for (at, option) in self.options.iter_mut().enumerate() {
            option.guess = at == 0;
            option.likely = if at == 0 { 1.0 - doubt } else { doubt / others };
        }
        let expected = |option: &SettingOption| option.likely * option.moved;
        self.expected = self.options.iter().map(expected).sum();
        let most = self
            .options
            .iter()
            .map(|option| option.moved)
            .fold(0.0, f64::max);
        self.minutes = self.minutes.max(rounded(most));
        self
    }
}

/// How likely a guess from such a source is wrong: as measured on people who wrote down when they work, rounded.
fn doubt(source: GuessSource) -> f64 {
    match source {
        GuessSource::Said => 0.0,
        GuessSource::Stated => 0.05,
        GuessSource::Events => 0.25,
        GuessSource::Usual => 0.5,
    }
}

impl Opened {
    /// Everything open about settings, each option tried.
    pub(super) fn setting_questions(
        &self,
        ground: &Ground,
        trial: &Trial<'_>,
    ) -> Vec<SettingQuestion> {
        let card = self.introduction();
        let mut all = Vec::new();
        if !self.demo {
            all.extend(self.about_me(&card, trial));
            all.extend(self.about_home(&card, trial));
            all.extend(self.about_hours_of_work(&card));
            all.extend(self.about_what_counts());
        }
        all.extend(self.about_open_focus(ground, trial.mix()));
        let occurrences = ground.counted.occurrences();
        let period = ground.counted.period();
        let try_out = |option: &mut SettingOption| {
            let Some(change) = &option.change else {
                return;
            };
            // Who and where need the calendars read anew: what hangs on them is told when it is asked for.
            if change.me.is_some() || change.zone.is_some() {
                return;
            }
            let changed = change.applied_to(&self.settings, &self.said.profiles);
            let Ok(settings) = changed else { return };
            if settings == self.settings {
                return;
            }
            let mix = mix_of(occurrences, period, &settings);
            option.shares = effect::changes(trial.mix(), &mix);
            option.moved = effect::minutes_moved(trial.mix(), &mix);
        };
        all.iter_mut()
            .flat_map(|question| &mut question.options)
            .collect::<Vec<_>>()
            .into_par_iter()
            .for_each(try_out);
        let weighed = all.into_iter().map(SettingQuestion::weighed);
        weighed
            .filter(|question| question.expected >= LEAST)
            .collect()
    }

    /// Whether a question of this name was answered.
    fn is_answered(&self, id: &str) -> bool {
        self.said.answers.given.iter().any(|given| given.id == id)
    }

    fn about_me(&self, card: &Introduction, trial: &Trial<'_>) -> Option<SettingQuestion> {
        if card.me.source == GuessSource::Said || self.candidates.is_empty() {
            return None;
        }
        let option = |address: &String| {
            let change = SettingsChange {
                me: Some(vec![address.clone()]),
                ..SettingsChange::default()
            };
            // Who is me decides who organizes, who declined, who is met.
            let moved = trial.figures().meetings as f64 / 2.0;
            SettingOption {
                moved: if self.settings.me.addresses.contains(address) {
                    0.0
                } else {
                    moved
                },
                ..SettingOption::new(
                    weekwise_ask::named("address", address),
                    address,
                    format!("I am {address}"),
                )
                .choosing(change)
            }
        };
        let other = |text: &str| {
            let change = SettingsChange {
                me: Some(text.split(',').map(|part| part.trim().to_owned()).collect()),
                ..SettingsChange::default()
            };
            let is_address = text.contains('@');
            is_address
                .then(|| SettingOption::new(text, text, format!("I am {text}")).choosing(change))
        };
        Some(SettingQuestion {
            id: "me",
            kind: QuestionKind::Me,
            text: "Which of these addresses is yours?".to_owned(),
            short: "Who you are",
            about: card.me.value.first().cloned().unwrap_or_default(),
            because: card.me.because.clone(),
            options: self
                .candidates
                .iter()
                .take(MOST_ADDRESSES)
                .map(option)
                .collect(),
            other: Some(Box::new(other)),
            doubt: 0.08,
            expected: 0.0,
            minutes: trial.figures().meetings,
        })
    }

    fn about_home(&self, card: &Introduction, trial: &Trial<'_>) -> Option<SettingQuestion> {
        if card.zone.source == GuessSource::Said {
            return None;
        }
        let option = |zone: &str| {
            let change = SettingsChange {
                zone: Some(zone.to_owned()),
                ..SettingsChange::default()
            };
            SettingOption::new(zone, zone, format!("My clock is that of {zone}")).choosing(change)
        };
        let differs = card.zone_differs;
        let capacity = trial.figures().capacity;
        let mut options = vec![option(&card.zone.value)];
        if differs {
            options.push(SettingOption {
                moved: capacity as f64 / 2.0,
                ..option(&card.machine_zone)
            });
        }
        let other = move |text: &str| {
            crate::settings::zone_named(text)
                .ok()
                .map(|zone| option(zone.name()))
        };
        Some(SettingQuestion {
            id: "zone",
            kind: QuestionKind::Zone,
            text: "Whose clock do you work by?".to_owned(),
            short: "Your time zone",
            about: card.zone.value.clone(),
            because: card.zone.because.clone(),
            options,
            other: Some(Box::new(other)),
            doubt: if differs { 0.3 } else { 0.02 },
            expected: 0.0,
            minutes: capacity,
        })
    }

    /// Hours, days and lunch: one setting that is asked about in three questions.
    fn about_hours_of_work(&self, card: &Introduction) -> Vec<SettingQuestion> {
        let asked = ["hours", "days", "lunch"];
        let given = self.said.answers.given.iter().rev();
        let mut given = given.filter(|given| asked.contains(&given.id.as_str()));
        let by_answers = given.next().is_some_and(|given| {
            let wrote = given.wrote.settings.as_ref();
            wrote.is_some_and(|(wrote, _)| wrote.hours == self.sources.said.hours)
        });
        let is_open = |id: &str, source: GuessSource| {
            !self.is_answered(id) && (by_answers || source != GuessSource::Said)
        };
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
            let others = USUAL_HOURS.iter().filter_map(|text| range(text));
            let others = others.filter(|other| *other != hours);
            let options = std::iter::once(hours).chain(others).map(&option).collect();
            all.push(SettingQuestion {
                id: "hours",
                kind: QuestionKind::Hours,
                text: format!("Is {} your usual working day?", in_words(hours)),
                short: "Your working hours",
                about: card.hours.because.clone(),
                because: card.hours.because.clone(),
                options,
                other: Some(Box::new(move |text| range(text).map(&option))),
                doubt: doubt(card.hours.source),
                expected: 0.0,
                minutes: 0,
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
                id: "days",
                kind: QuestionKind::Days,
                text: format!("Do you work {}?", days_in_words(days)),
                short: "Your working days",
                about: card.days.because.clone(),
                because: card.days.because.clone(),
                options,
                other: Some(Box::new(move |text| {
                    days_of(text).map(|days| option(&days))
                })),
                doubt: doubt(card.days.source) / 3.0,
                expected: 0.0,
                minutes: 0,
            });
        }
        if is_open("lunch", card.lunch.source) {
            all.push(about_lunch(card, hours, days, said_to_be));
        }
        all
    }

    fn about_what_counts(&self) -> Vec<SettingQuestion> {
        let said = &self.sources.said;
        let two = |yes: SettingOption, no: SettingOption, counts: bool| {
            if counts { vec![yes, no] } else { vec![no, yes] }
        };
        let tentative = |count| SettingsChange {
            count_tentative: Some(count),
            ..SettingsChange::default()
        };
        let whole_days = |count| SettingsChange {
            count_all_day_work: Some(count),
            ..SettingsChange::default()
        };
        let mut all = Vec::new();
        if said.count_tentative.is_none() {
            let yes = SettingOption::new("count", "Yes, they count", "Tentative hours count");
            let no = SettingOption::new(
                "leave_out",
                "No, leave them out",
                "Tentative hours do not count",
            );
            all.push(SettingQuestion {
                id: "tentative",
                kind: QuestionKind::Tentative,
                text: "Do tentative and unanswered meetings count?".to_owned(),
                short: "Tentative hours",
                about: "no answer of yours in the calendar".to_owned(),
                because: "they count until you say otherwise".to_owned(),
                options: two(
                    yes.choosing(tentative(true)),
                    no.choosing(tentative(false)),
                    self.settings.count_tentative,
                ),
                other: None,
                doubt: 0.25,
                expected: 0.0,
                minutes: 0,
            });
        }
        if said.count_all_day_work.is_none() {
            let yes =
                SettingOption::new("count", "Yes, they are worked", "Whole days of work count");
            let no = SettingOption::new(
                "leave_out",
                "No, leave them out",
                "Whole days of work do not count",
            );
            all.push(SettingQuestion {
                id: "whole_days",
                kind: QuestionKind::WholeDays,
                text: "Do whole days of work count, an offsite or a conference?".to_owned(),
                short: "Whole days of work",
                about: "they take the hours nothing else claims".to_owned(),
                because: "they are shown as busy".to_owned(),
                options: two(
                    yes.choosing(whole_days(true)),
                    no.choosing(whole_days(false)),
                    self.settings.count_all_day_work,
                ),
                other: None,
                doubt: 0.15,
                expected: 0.0,
                minutes: 0,
            });
        }
        all
    }

    fn about_open_focus(&self, ground: &Ground, mix: &Mix) -> Option<SettingQuestion> {
        if self.is_answered("focus") || !self.settings.marks.focus_habits.is_empty() {
            return None;
        }
        let weeks = super::weeks_of(ground, ground.counted.period());
        let open = mix.of(Category::DeepWork)?.open_focus_minutes;
        let a_week = u32::try_from(open / i64::from(weeks)).unwrap_or(0);
        if a_week < LEAST_FOCUS {
            return None;
        }
        // A sixth of it, to half hours: where nothing tells, any figure is only a place to begin.
        let part = (a_week / 6).div_ceil(30) * 30;
        let habit = |category| FocusHabit {
            category,
            minutes_a_week: part,
        };
        let (review, other) = (habit(Category::Review), habit(Category::OtherWork));
        let option = move |habits: Vec<FocusHabit>| {
            let text = habits_in_words(&habits);
            let moved: u32 = habits.iter().map(|habit| habit.minutes_a_week).sum();
            SettingOption {
                moved: f64::from(moved) * f64::from(weeks),
                shares: Vec::new(),
                habits: Some(habits.clone()),
                ..SettingOption::new(
                    habits_named(&habits),
                    words::capital(&text),
                    format!("Open focus holds {text}"),
                )
            }
        };
        Some(SettingQuestion {
            id: "focus",
            kind: QuestionKind::OpenFocus,
            text: format!(
                "You have {} of open focus a week: what does it hold?",
                words::amount(i64::from(a_week))
            ),
            short: "What open focus holds",
            about: format!(
                "{} free in long stretches",
                words::amount(i64::from(a_week))
            ),
            because: "no calendar shows what is done between two meetings".to_owned(),
            options: vec![
                option(Vec::new()),
                option(vec![review]),
                option(vec![other]),
                option(vec![review, other]),
            ],
            other: Some(Box::new(move |text| habits_of(text).map(option))),
            doubt: 0.4,
            expected: 0.0,
            minutes: open,
        })
    }
}

fn about_lunch(
    card: &Introduction,
    hours: TimeRange,
    days: &[u8],
    said_to_be: impl Fn(TimeRange, &[u8], Option<TimeRange>) -> SettingsChange + Send + Sync + 'static,
) -> SettingQuestion {
    let days = days.to_vec();
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
        id: "lunch",
        kind: QuestionKind::Lunch,
        text: match lunch {
            Some(lunch) => format!("Is lunch {} every day?", in_words(lunch)),
            None => "When is your lunch?".to_owned(),
        },
        short: "Your lunch",
        about: card.lunch.because.clone(),
        because: card.lunch.because.clone(),
        options,
        other: Some(Box::new(move |text| match text {
            NONE => Some(option(None)),
            text => range(text)
                .filter(|range| hours.start < range.start && range.end < hours.end)
                .map(|range| option(Some(range))),
        })),
        doubt: doubt(card.lunch.source),
        expected: 0.0,
        minutes: 0,
    }
}

/// `09:00-17:00`.
fn named(range: TimeRange) -> String {
    format!(
        "{}-{}",
        range.start.format("%H:%M"),
        range.end.format("%H:%M")
    )
}

/// `9:00–17:00`.
fn in_words(range: TimeRange) -> String {
    format!(
        "{}–{}",
        range.start.format("%-H:%M"),
        range.end.format("%-H:%M")
    )
}

fn range(text: &str) -> Option<TimeRange> {
    let (start, end) = text.split_once('-')?;
    let time = |text: &str| NaiveTime::parse_from_str(text.trim(), "%H:%M").ok();
    let range = TimeRange {
        start: time(start)?,
        end: time(end)?,
    };
    (range.start < range.end).then_some(range)
}

const DAYS: [(&str, &str); 7] = [
    ("mon", "Monday"),
    ("tue", "Tuesday"),
    ("wed", "Wednesday"),
    ("thu", "Thursday"),
    ("fri", "Friday"),
    ("sat", "Saturday"),
    ("sun", "Sunday"),
];

/// `mon,tue,thu`.
fn days_named(days: &[u8]) -> String {
    let names = (1_u8..)
        .zip(DAYS)
        .filter(|(number, _)| days.contains(number));
    names
        .map(|(_, (name, _))| name)
        .collect::<Vec<_>>()
        .join(",")
}

/// `Monday to Thursday`, `Monday, Tuesday and Thursday`.
fn days_in_words(days: &[u8]) -> String {
    let names = (1_u8..)
        .zip(DAYS)
        .filter(|(number, _)| days.contains(number));
    let (numbers, names): (Vec<u8>, Vec<&str>) =
        names.map(|(number, (_, name))| (number, name)).unzip();
    let run = numbers
        .windows(2)
        .all(|pair| matches!(pair, [one, next] if one + 1 == *next));
    match names.as_slice() {
        [] => "on no day".to_owned(),
        [only] => (*only).to_owned(),
        [first, .., last] if run && names.len() > 2 => format!("{first} to {last}"),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn days_of(text: &str) -> Option<Vec<u8>> {
    let number = |name: &str| {
        let place = DAYS
            .iter()
            .position(|(short, _)| *short == name.trim().to_lowercase())?;
        u8::try_from(place + 1).ok()
    };
    let mut days: Vec<u8> = text.split(',').map(number).collect::<Option<_>>()?;
    days.sort_unstable();
    days.dedup();
    Some(days)
}

/// `review:2,other_work:1.5`: categories with hours a week.
fn habits_named(habits: &[FocusHabit]) -> String {
    if habits.is_empty() {
        return AS_IS.to_owned();
    }
    let named = habits.iter().map(|habit| {
        format!(
            "{}:{}",
            habit.category.id(),
            f64::from(habit.minutes_a_week) / 60.0
        )
    });
    named.collect::<Vec<_>>().join(",")
}

fn habits_in_words(habits: &[FocusHabit]) -> String {
    if habits.is_empty() {
        return "what the calendar says: deep work".to_owned();
    }
    let told = habits.iter().map(|habit| {
        let minutes = words::amount(i64::from(habit.minutes_a_week));
        format!("{minutes} of {} a week", words::category(habit.category))
    });
    told.collect::<Vec<_>>().join(", ")
}

fn habits_of(text: &str) -> Option<Vec<FocusHabit>> {
    if text == AS_IS {
        return Some(Vec::new());
    }
    let habit = |part: &str| {
        let (category, hours) = part.split_once(':')?;
        let mut work = Category::WORK.into_iter();
        let category =
            work.find(|one| one.id() == category.trim() && *one != Category::DeepWork)?;
        let hours: f64 = hours.trim().parse().ok()?;
        (0.0..=60.0).contains(&hours).then(|| FocusHabit {
            category,
            minutes_a_week: u32::try_from(rounded(hours * 60.0)).unwrap_or(0),
        })
    };
    text.split(',').map(habit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_named_and_read_alike() {
        assert_eq!(days_of("thu,Mon , tue"), Some(vec![1, 2, 4]));
        assert_eq!(days_named(&[1, 2, 4]), "mon,tue,thu");
        assert_eq!(days_in_words(&[1, 2, 3, 4]), "Monday to Thursday");
        assert_eq!(days_in_words(&[1, 2, 4]), "Monday, Tuesday and Thursday");
        assert_eq!(days_of("mon,someday"), None);
    }

    #[test]
    fn habits_are_named_and_read_alike() {
        let habits = habits_of("review:2,other_work:1.5").unwrap();
        assert_eq!(habits_named(&habits), "review:2,other_work:1.5");
        assert_eq!(habits_of("deep_work:2"), None);
        assert_eq!(habits_of("review:-1"), None);
        assert_eq!(habits_of(AS_IS), Some(Vec::new()));
    }

    #[test]
    fn a_range_that_ends_before_it_starts_is_none() {
        assert_eq!(range("17:00-09:00"), None);
        assert_eq!(
            range("9:00-17:30").map(in_words),
            Some("9:00–17:30".to_owned())
        );
    }
}
