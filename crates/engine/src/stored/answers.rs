use weekwise_model::{AnswerRequest, AnswerView, Answerer, Correction, RefusedAnswer, Scope, wall};

use crate::questions::{Answers, Taken};
use crate::stored::{CHOSEN, StoredLibrary};
use crate::{Clock, EngineError, Opened, Said, SettingsChange};

/// Who answered what, as one setting of the library.
const ANSWERS: &str = "answers";

/// What the user noted, as one setting of the library.
const MARKS: &str = "marks";

impl StoredLibrary {
    /// Who answered what so far.
    pub(crate) fn answers(&self) -> Result<Answers, EngineError> {
        Ok(self.store.setting(ANSWERS)?.unwrap_or_default())
    }

    /// Takes answers about what the library holds, as one action. One that makes no sense is refused; the others hold.
    ///
    /// # Errors
    /// [`EngineError::NothingOpen`] where there is nothing in it; those of settings that make no sense.
    pub fn answer(
        &mut self,
        requests: &[AnswerRequest],
        who: &Answerer,
        clock: &Clock,
    ) -> Result<(Vec<AnswerView>, Vec<RefusedAnswer>), EngineError> {
        let opened = self.read(&SettingsChange::default())?;
        let taken = opened.take(requests, who, clock)?;
        self.keep_answers(&taken, clock)?;
        let zone = opened.settings().zone;
        let said = self.said()?;
        let given = taken.given.iter();
        let view = given.map(|given| given.view(wall(given.made_at, zone), &said));
        Ok((view.collect(), taken.refused))
    }

    /// Takes back the latest answer to a question, and those given together with it. Returns what that is called.
    ///
    /// # Errors
    /// [`EngineError::NoSuchQuestion`] where it was not answered.
    pub fn take_back_answer_to(&mut self, id: &str, clock: &Clock) -> Result<String, EngineError> {
        let answers = self.answers()?;
        let given = answers.given.iter().rev().find(|given| given.id == id);
        let unanswered = || EngineError::NoSuchQuestion(format!("{id} was not answered"));
        let step = given.ok_or_else(unanswered)?.step;
        Ok(self.take_back_answers(step, clock)?.0)
    }

    /// Remembers answers, as one action.
    pub(crate) fn keep_answers(&mut self, taken: &Taken, clock: &Clock) -> Result<(), EngineError> {
        if taken.given.is_empty() {
            return Ok(());
        }
        let before = self.chosen()?;
        let chosen = before.then(&taken.settings);
        let chosen = (chosen != before).then_some(chosen);
        self.keep_said(&taken.said, chosen.as_ref(), &taken.label(), clock)
    }

    /// Takes back all answers that were given together, as one action. Returns what that is called, and whether settings are what
    /// they were before.
    pub(crate) fn take_back_answers(
        &mut self,
        step: u32,
        clock: &Clock,
    ) -> Result<(String, bool), EngineError> {
        let said = self.said()?;
        let Some((after, chosen, label)) = Opened::answers_taken_back(&said, &self.chosen()?, step)
        else {
            return Err(EngineError::NoSuchQuestion(
                "there is no such answer any more".to_owned(),
            ));
        };
        self.keep_said(&after, chosen.as_ref(), &label, clock)?;
        Ok((label, chosen.is_some()))
    }

    /// Puts a question off: to the end of the list, or for good.
    pub(crate) fn put_off(
        &mut self,
        id: &str,
        for_good: bool,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let mut answers = self.answers()?;
        answers.put_off(id, for_good);
        let label = put_off_label(for_good);
        Ok(self
            .store
            .act(label, clock.now(), |act| act.set_setting(ANSWERS, &answers))?)
    }

    /// Remembers what of it is different now.
    fn keep_said(
        &mut self,
        said: &Said,
        chosen: Option<&SettingsChange>,
        label: &str,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let before = self.said()?;
        let same = |one: &Correction, scope: Scope, key: &str| one.scope == scope && one.key == key;
        let gone = before.corrections.iter().filter(|old| {
            let mut now = said.corrections.iter();
            !now.any(|one| same(one, old.scope, &old.key))
        });
        let gone: Vec<&Correction> = gone.collect();
        let new = said.corrections.iter();
        let new: Vec<&Correction> = new
            .filter(|one| !before.corrections.contains(one))
            .collect();
        Ok(self.store.act(label, clock.now(), |act| {
            for correction in gone {
                act.remove_correction(correction.scope, &correction.key)?;
            }
            for correction in new {
                act.correct(correction)?;
            }
            if said.marks != before.marks {
                act.set_setting(MARKS, &said.marks)?;
            }
            if let Some(chosen) = chosen {
                act.set_setting(CHOSEN, chosen)?;
            }
            act.set_setting(ANSWERS, &said.answers)
        })?)
    }
}

/// What putting a question off is called.
pub(crate) fn put_off_label(for_good: bool) -> &'static str {
    if for_good {
        "Don't ask a question again"
    } else {
        "Ask a question later"
    }
}
