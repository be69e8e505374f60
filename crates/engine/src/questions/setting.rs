//! What is assumed about time and people, as questions: who, where, when, what counts, what open focus holds.

mod colleagues;
mod covers;
mod focus;
mod hours;
mod same;

use rayon::prelude::*;
use weekwise_analyze::{Trial, mix_under};
use weekwise_model::{
    FocusHabit, GuessSource, Introduction, Question, QuestionEvent, QuestionKind, QuestionOption,
    QuestionReason, ShareChange,
};

use super::noted::Noted;
use super::{Ground, effect, hours_a_week, rounded};
use crate::{Opened, SettingsChange};

/// So many addresses are offered.
const MOST_ADDRESSES: usize = 5;

/// What hangs on who and where is known once the calendars are read by it.
const READ_ANEW: &str = "all is read anew";

/// What sets less than so many minutes right is not asked.
const LEAST: f64 = 1.0;

/// Makes an option of what was written, where it is one.
type Other = Box<dyn Fn(&str) -> Option<SettingOption> + Send + Sync>;

/// A question about a setting.
pub(crate) struct SettingQuestion {
    pub(super) id: String,
    kind: QuestionKind,
    text: String,
    short: String,
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
    /// What it decides about in a week, in minutes, where that is told of every week and not only of those with events.
    minutes_a_week: Option<u32>,
    /// Where it decides about something that stands beside the mix: how much its minutes count in the order.
    pub(super) beside: Option<f64>,
    /// What it is about, most minutes first; where an answer may leave some out, with whom each is.
    events: Vec<(QuestionEvent, Option<String>)>,
    /// Whether it says itself how likely each option is, and what an answer is expected to set right.
    weighed: bool,
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
    pub(super) noted: Option<Noted>,
    /// What happens then, where no share says it.
    then: Option<String>,
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
            noted: None,
            then: None,
            shares: Vec::new(),
            moved: 0.0,
        }
    }

    fn choosing(mut self, change: SettingsChange) -> Self {
        self.change = Some(change);
        self
    }

    fn noting(mut self, noted: Noted) -> Self {
        self.noted = Some(noted);
        self
    }
}

impl SettingQuestion {
    /// A question that says nothing yet.
    fn of(id: impl Into<String>, kind: QuestionKind) -> Self {
        Self {
            id: id.into(),
            kind,
            text: String::new(),
            short: String::new(),
            about: String::new(),
            because: String::new(),
            options: Vec::new(),
            other: None,
            doubt: 0.0,
            expected: 0.0,
            minutes: 0,
            minutes_a_week: None,
            beside: None,
            events: Vec::new(),
            weighed: false,
        }
    }

    /// The option of a name: one that is offered, or another that can be made of it.
    pub(super) fn option(&self, id: &str) -> Option<SettingOption> {
        let offered = self.options.iter().find(|option| option.id == id);
        offered.cloned().or_else(|| self.other.as_ref()?(id))
    }

    /// With whom some of its events are, by their UIDs; `None` where one of them is no event an answer may leave out.
    pub(super) fn with_whom(&self, uids: &[String]) -> Option<Vec<&str>> {
        let whom = |uid: &String| {
            let mut events = self.events.iter();
            let (_, whom) = events.find(|(event, _)| event.uid == *uid)?;
            whom.as_deref()
        };
        uids.iter().map(whom).collect()
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
                then: option.then.clone(),
            })
            .collect();
        let guess = self.options.iter().find(|option| option.guess);
        Question {
            id: self.id.clone(),
            kind: self.kind,
            text: self.text.clone(),
            short: self.short.clone(),
            about: self.about.clone(),
            doubt: 1.0 - guess.map_or(0.0, |guess| guess.likely),
            minutes: self.minutes,
            expected_minutes: rounded(self.expected),
            hours_a_week: self.minutes_a_week.map_or_else(
                || hours_a_week(self.minutes, weeks),
                |minutes| f64::from(minutes) / 60.0,
            ),
            points: effect::points(&options),
            options,
            because: vec![QuestionReason {
                text: self.because.clone(),
                weight: guess.map_or(0.0, |guess| guess.likely),
            }],
            events: self.events.iter().map(|(event, _)| event.clone()).collect(),
            excepts: self.events.len() > 1 && self.events.iter().all(|(_, whom)| whom.is_some()),
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
            if !self.weighed {
                option.likely = if at == 0 { 1.0 - doubt } else { doubt / others };
            }
        }
        let expected = |option: &SettingOption| option.likely * option.moved;
        if !self.weighed {
            self.expected = self.options.iter().map(expected).sum();
        }
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
        self.setting_questions_named(ground, trial, &|_| true)
    }

    /// Those of these names only: trying options is most of what they cost.
    pub(super) fn setting_questions_named(
        &self,
        ground: &Ground,
        trial: &Trial<'_>,
        wanted: &(dyn Fn(&str) -> bool + Sync),
    ) -> Vec<SettingQuestion> {
        let card = self.introduction();
        let mut all = Vec::new();
        if !self.demo {
            all.extend(self.about_me(&card, trial));
            all.extend(Self::about_home(&card, trial));
            all.extend(self.about_hours_of_work(&card));
            all.extend(self.about_what_counts());
            all.extend(self.about_covers(ground));
        }
        all.extend(self.about_open_focus(ground, trial.mix()));
        all.extend(self.about_colleagues(ground, trial, wanted));
        all.extend(self.about_sameness(ground, trial, wanted));
        all.retain(|question| wanted(&question.id));
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
            let mix = mix_under(trial, &settings);
            option.shares = effect::changes(trial.mix(), &mix);
            option.moved = effect::minutes_moved(trial.mix(), &mix);
            if option.shares.is_empty() && option.then.is_none() {
                option.then = Some("moves nothing".to_owned());
            }
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
    pub(crate) fn is_answered(&self, id: &str) -> bool {
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
            let is_me = self.settings.me.addresses.contains(address);
            SettingOption {
                moved: if is_me { 0.0 } else { moved },
                then: (!is_me).then(|| READ_ANEW.to_owned()),
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
            text: "Which of these addresses is yours?".to_owned(),
            short: "Who you are".to_owned(),
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
            minutes: trial.figures().meetings,
            ..SettingQuestion::of("me", QuestionKind::Me)
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
                then: Some(READ_ANEW.to_owned()),
                ..option(&card.machine_zone)
            });
        }
        let other = move |text: &str| {
            crate::settings::zone_named(text)
                .ok()
                .map(|zone| option(zone.name()))
        };
        Some(SettingQuestion {
            text: "Whose clock do you work by?".to_owned(),
            short: "Your time zone".to_owned(),
            about: card.zone.value.clone(),
            because: card.zone.because.clone(),
            options,
            other: Some(Box::new(other)),
            doubt: if differs { 0.3 } else { 0.02 },
            minutes: capacity,
            ..SettingQuestion::of("zone", QuestionKind::Zone)
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
                text: "Do tentative and unanswered meetings count?".to_owned(),
                short: "Tentative hours".to_owned(),
                about: "no answer of yours in the calendar".to_owned(),
                because: "they count until you say otherwise".to_owned(),
                options: two(
                    yes.choosing(tentative(true)),
                    no.choosing(tentative(false)),
                    self.settings.count_tentative,
                ),
                other: None,
                doubt: 0.25,
                ..SettingQuestion::of("tentative", QuestionKind::Tentative)
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
                text: "Do whole days of work count, an offsite or a conference?".to_owned(),
                short: "Whole days of work".to_owned(),
                about: "they take the hours nothing else claims".to_owned(),
                because: "they are shown as busy".to_owned(),
                options: two(
                    yes.choosing(whole_days(true)),
                    no.choosing(whole_days(false)),
                    self.settings.count_all_day_work,
                ),
                other: None,
                doubt: 0.15,
                ..SettingQuestion::of("whole_days", QuestionKind::WholeDays)
            });
        }
        all
    }
}
