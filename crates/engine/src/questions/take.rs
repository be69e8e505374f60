//! Taking answers, and taking them back.

use chrono::{DateTime, Utc};
use weekwise_ask::{Asked, Choice, Unit};
use weekwise_model::{
    AnswerRequest, Answerer, Classified, Correction, DayCorrection, RefusedAnswer,
};

use super::answers::{Answers, GivenAnswer, Wrote};
use super::setting::SettingQuestion;
use crate::{Clock, EngineError, Opened, Said, SettingsChange};

/// What became of some answers: what is said and chosen once they are taken.
pub(crate) struct Taken {
    pub(crate) said: Said,
    /// What of the settings they choose.
    pub(crate) settings: SettingsChange,
    pub(crate) given: Vec<GivenAnswer>,
    pub(crate) refused: Vec<RefusedAnswer>,
}

impl Taken {
    /// What the step is called.
    pub(crate) fn label(&self) -> String {
        let by = self.given.first().map(|given| &given.who);
        let by = match by {
            None | Some(Answerer::Me) => String::new(),
            Some(Answerer::Rule { name }) => format!(" by the rule “{name}”"),
            Some(Answerer::Script) => " by a script".to_owned(),
            Some(Answerer::Assistant { name }) => format!(" by “{name}”"),
        };
        match self.given.as_slice() {
            [only] if by.is_empty() => only.said.clone(),
            given => {
                let count = weekwise_model::words::count(given.len(), "answer", "answers");
                format!("{count}{by}")
            }
        }
    }
}

/// Who answers what, and when.
struct Giving<'a> {
    request: &'a AnswerRequest,
    who: &'a Answerer,
    step: u32,
    at: DateTime<Utc>,
}

impl Opened {
    /// Takes answers in their order; one about what is answered already by one before it settles what is left. Nothing is kept
    /// yet.
    ///
    /// # Errors
    /// [`EngineError::Analyze`] where counting fails. An answer that makes no sense is refused, and is no error.
    pub(crate) fn take(
        &self,
        requests: &[AnswerRequest],
        who: &Answerer,
        clock: &Clock,
    ) -> Result<Taken, EngineError> {
        let period = self.period(&self.lately(clock), clock)?;
        let ground = self.ground(period)?;
        let scene = ground.scene(self);
        let trial = ground.counted.whole_trial();
        let open = weekwise_ask::open(&scene);
        let named = |id: &str| requests.iter().any(|request| request.id == id);
        let about_events = |request: &AnswerRequest| open.named(&request.id).is_some();
        let settings = if requests.iter().all(about_events) {
            Vec::new()
        } else {
            self.setting_questions_named(&ground, &trial, &named)
        };
        let mut taken = Taken {
            said: self.said.clone(),
            settings: SettingsChange::default(),
            given: Vec::new(),
            refused: Vec::new(),
        };
        let step = taken.said.answers.next_step();
        let silenced = &self.said.answers.given;
        for request in requests {
            let giving = Giving {
                request,
                who,
                step,
                at: clock.now(),
            };
            let id = request.id.as_str();
            let answered_before = silenced.iter().any(|given| given.id == id);
            let done = if let Some(asked) = open.named(id) {
                let of = |place: usize| scene.occurrences.get(place);
                let said = |choice| asked.said(choice, &scene);
                answer_events(asked, &giving, &mut taken, of, said)
            } else if let Some(setting) = settings.iter().find(|setting| setting.id == id) {
                self.answer_setting(setting, &giving, &mut taken)
            } else if answered_before {
                Err("this question was answered already; take that answer back to answer it again")
            } else {
                Err(
                    "there is no such question any more: what it asked is settled, or the calendar is another one",
                )
            };
            match done {
                Ok(given) => {
                    let answers = &mut taken.said.answers;
                    answers.later.retain(|later| later != id);
                    answers.never.retain(|never| never != id);
                    answers.given.push(given.clone());
                    taken.given.push(given);
                }
                Err(why) => taken.refused.push(RefusedAnswer {
                    id: request.id.clone(),
                    option: request.option.clone(),
                    why: why.to_owned(),
                }),
            }
        }
        Ok(taken)
    }

    fn answer_setting(
        &self,
        setting: &SettingQuestion,
        giving: &Giving<'_>,
        taken: &mut Taken,
    ) -> Result<GivenAnswer, &'static str> {
        let option = setting
            .option(&giving.request.option)
            .ok_or("the question has no such option")?;
        let except = setting
            .with_whom(&giving.request.except)
            .ok_or("an exception names an event the question is not about")?;
        let mut wrote = Wrote::default();
        if let Some(noted) = &option.noted {
            let noted = noted.without(&except);
            let before = noted.note(&mut taken.said.marks);
            wrote.noted = Some((noted, before));
        }
        if let Some(change) = &option.change {
            let before = self.sources.said.then(&taken.settings);
            taken.settings = taken.settings.then(change);
            wrote.settings = Some((change.clone(), before));
        }
        if let Some(habits) = &option.habits {
            let before = std::mem::replace(&mut taken.said.marks.focus_habits, habits.clone());
            wrote.habits = Some((habits.clone(), before));
        }
        Ok(GivenAnswer {
            id: setting.id.clone(),
            option: giving.request.option.clone(),
            said: option.said.clone(),
            who: giving.who.clone(),
            made_at: giving.at,
            step: giving.step,
            minutes: super::rounded(option.moved),
            wrote,
        })
    }

    /// What is said once the answers of a step are taken back, and what is chosen then where that is something else.
    pub(crate) fn answers_taken_back(
        said: &Said,
        chosen: &SettingsChange,
        step: u32,
    ) -> Option<(Said, Option<SettingsChange>, String)> {
        let (back, stay): (Vec<GivenAnswer>, Vec<GivenAnswer>) = said
            .answers
            .given
            .iter()
            .cloned()
            .partition(|given| given.step == step);
        let label = match back.as_slice() {
            [] => return None,
            [only] => format!("Take back: {}", only.said),
            several => format!("Take back {} answers", several.len()),
        };
        let mut after = said.clone();
        let mut settings: Option<SettingsChange> = None;
        for given in back.iter().rev() {
            let now = settings.as_ref().unwrap_or(chosen).clone();
            settings = given.take_back(&mut after, &now).or(settings);
        }
        after.answers.given = stay;
        Some((after, settings, label))
    }
}

impl Answers {
    /// Puts a question off: to the end of the list, or for good.
    pub(crate) fn put_off(&mut self, id: &str, for_good: bool) {
        self.later.retain(|later| later != id);
        self.never.retain(|never| never != id);
        let list = if for_good {
            &mut self.never
        } else {
            &mut self.later
        };
        list.push(id.to_owned());
    }
}

fn answer_events<'o>(
    asked: &Asked,
    giving: &Giving<'_>,
    taken: &mut Taken,
    occurrence: impl Fn(usize) -> Option<&'o Classified>,
    said: impl Fn(Choice) -> String,
) -> Result<GivenAnswer, &'static str> {
    let choice = asked
        .choice(&giving.request.option)
        .ok_or("the question has no such option")?;
    let except = &giving.request.except;
    let is_of_it = |uid: &String| asked.units.iter().any(|unit| unit.uids.contains(uid));
    if !except.iter().all(is_of_it) {
        return Err("an exception names an event the question is not about");
    }
    // What an answer of the same step said about the same stays: the first one holds.
    let said_now = |scope_key: &str| {
        let in_step = taken.given.iter();
        in_step
            .flat_map(|given| &given.wrote.corrections)
            .any(|one| one.key == scope_key)
    };
    let wanted =
        |unit: &Unit| !unit.uids.iter().any(|uid| except.contains(uid)) && !said_now(&unit.key);
    let corrections = asked.corrections(choice, giving.at, wanted);
    let days = asked.day_corrections(choice, giving.at, wanted);
    let minutes = asked
        .units
        .iter()
        .filter(|unit| wanted(unit))
        .map(|unit| match choice {
            Choice::Category(category) => {
                let differs = |place: &&usize| {
                    occurrence(**place).is_some_and(|one| one.category() != category)
                };
                let differs = unit.places.iter().filter(differs).count();
                unit.minutes * i64::try_from(differs).unwrap_or(0)
                    / i64::try_from(unit.places.len().max(1)).unwrap_or(1)
            }
            Choice::Effect(effect) => {
                let first = unit.places.first().and_then(|place| occurrence(*place));
                first
                    .filter(|one| one.day.effect != effect)
                    .map_or(0, |_| unit.day_minutes)
            }
            Choice::Differ => 0,
        })
        .sum();
    let now = &mut taken.said;
    let mut wrote = Wrote::default();
    for correction in corrections {
        let same = |one: &Correction| one.scope == correction.scope && one.key == correction.key;
        wrote
            .instead_of
            .extend(now.corrections.iter().find(|one| same(one)).cloned());
        now.corrections.retain(|one| !same(one));
        now.corrections.push(correction.clone());
        wrote.corrections.push(correction);
    }
    for correction in days {
        let same =
            |one: &&DayCorrection| one.scope == correction.scope && one.key == correction.key;
        let before = now.marks.day_corrections.iter().find(same).cloned();
        wrote.days_instead_of.extend(before);
        let named = (correction.scope, correction.key.clone());
        now.marks
            .correct_day((named.0, &named.1), Some(correction.clone()));
        wrote.days.push(correction);
    }
    Ok(GivenAnswer {
        id: asked.id.clone(),
        option: giving.request.option.clone(),
        said: said(choice),
        who: giving.who.clone(),
        made_at: giving.at,
        step: giving.step,
        minutes,
        wrote,
    })
}
