//! Answering what an answer rests on.

use weekwise_model::{AnswerOutcome, AnswerRequest, Answerer, Library, wall};

use crate::desk::Desk;
use crate::desk::contents::OnDesk;
use crate::stored::put_off_label;
use crate::{Clock, EngineError, Opened, Said};

impl Desk {
    /// Takes answers, all of them as one step. One that makes no sense is refused; the others hold. What is said about the demo
    /// is tried out, and forgotten with it.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is neither the library's nor the demo; those of settings that make no sense.
    pub fn answer(
        &self,
        requests: &[AnswerRequest],
        who: &Answerer,
    ) -> Result<AnswerOutcome, EngineError> {
        let mut contents = self.change();
        let opened = contents.on.opened().ok_or(EngineError::NothingOpen)?;
        let taken = opened.take(requests, who, &self.clock)?;
        let zone = opened.settings().zone;
        if !taken.given.is_empty() {
            if let OnDesk::Library(stored, Some(opened)) = &mut contents.on {
                stored.keep_answers(&taken, &self.clock)?;
                opened.change_settings(&taken.settings)?;
                opened.hear(stored.said()?);
            } else {
                contents.try_out(&self.clock, |_, said| {
                    said.clone_from(&taken.said);
                    Ok(taken.label())
                })?;
            }
        }
        let library = contents.library(&self.clock)?;
        let said = contents
            .on
            .opened()
            .map(Opened::said)
            .cloned()
            .unwrap_or_default();
        Ok(AnswerOutcome {
            library,
            taken: taken
                .given
                .iter()
                .map(|given| given.view(wall(given.made_at, zone), &said))
                .collect(),
            refused: taken.refused,
        })
    }

    /// Takes back all answers of a step, whatever was done since: what was said later about the same stays.
    ///
    /// # Errors
    /// [`EngineError::NoSuchQuestion`] where there is no such step any more; else as for answering.
    pub fn take_back_answers(&self, step: u32) -> Result<Library, EngineError> {
        let mut contents = self.change();
        if let OnDesk::Library(stored, Some(opened)) = &mut contents.on {
            let (_, settings) = stored.take_back_answers(step, &self.clock)?;
            if settings {
                let read = stored.read_all()?;
                drop(contents.on.show_library(read));
            } else {
                opened.hear(stored.said()?);
            }
            return contents.library(&self.clock);
        }
        contents.try_out(&self.clock, |opened, said| {
            let chosen = crate::SettingsChange::default();
            let gone =
                || EngineError::NoSuchQuestion("there is no such answer any more".to_owned());
            let back = Opened::answers_taken_back(opened.said(), &chosen, step);
            let (after, _, label) = back.ok_or_else(gone)?;
            *said = after;
            Ok(label)
        })?;
        contents.library(&self.clock)
    }

    /// Puts a question off: to the end of the list, or for good.
    ///
    /// # Errors
    /// As for answering.
    pub fn put_off_question(&self, id: &str, for_good: bool) -> Result<Library, EngineError> {
        self.say(
            |stored, _: &Opened, clock: &Clock| stored.put_off(id, for_good, clock),
            |_, said: &mut Said| {
                said.answers.put_off(id, for_good);
                Ok(put_off_label(for_good).to_owned())
            },
        )
    }
}
