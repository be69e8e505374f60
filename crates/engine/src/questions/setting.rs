//! What is assumed about time and people, as questions: who, where, when, what counts, what open focus holds.

mod hours;

use rayon::prelude::*;
use weekwise_analyze::{Trial, mix_of};
use weekwise_model::{
    Category, FocusHabit, GuessSource, Introduction, Mix, Question, QuestionKind, QuestionOption,
    QuestionReason, ShareChange, words,
};

use super::setting_words::{habits_in_words, habits_named, habits_of};
use super::{Ground, effect, hours_a_week, rounded};
use crate::{Opened, SettingsChange};

/// So many addresses are offered.
const MOST_ADDRESSES: usize = 5;

/// Open focus below so many minutes a week is not asked about.
const LEAST_FOCUS: u32 = 120;

/// What sets less than so many minutes right is not asked.
const LEAST: f64 = 1.0;

/// Makes an option of what was written, where it is one.
type Other = Box<dyn Fn(&str) -> Option<SettingOption> + Send + Sync>;

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
    other: Option<Other>,
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

/// How likely a guess from such a source is wrong: an estimate, not measured yet.
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
            all.extend(Self::about_home(&card, trial));
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

    fn about_home(card: &Introduction, trial: &Trial<'_>) -> Option<SettingQuestion> {
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
        let weeks = ground.counted.period().days().count() as f64 / 7.0;
        let open = mix.of(Category::DeepWork)?.open_focus_minutes;
        let a_week = u32::try_from(rounded(open as f64 / weeks.max(1.0))).unwrap_or(0);
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
                moved: f64::from(moved) * weeks,
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
