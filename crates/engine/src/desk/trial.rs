use weekwise_model::{Action, Correction, CorrectionRequest, DayCorrectionRequest, wall};

use crate::desk::contents::{Contents, OnDesk};
use crate::stored::{correction_label, day_label};
use crate::{Clock, EngineError, Opened, Said};

/// What is tried out on the demo: it has its whole effect, can be taken back, and is forgotten with it.
#[derive(Default)]
pub(super) struct Trial {
    done: Vec<Step>,
    undone: Vec<Step>,
}

struct Step {
    action: Action,
    before: Said,
    after: Said,
}

impl Trial {
    fn note(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }

    /// What can be taken back.
    pub(super) fn undo(&self) -> Option<Action> {
        self.done.last().map(|step| step.action.clone())
    }

    /// What can be done again.
    pub(super) fn redo(&self) -> Option<Action> {
        self.undone.last().map(|step| step.action.clone())
    }

    /// What was said before the last step, which is taken back.
    pub(super) fn back(&mut self) -> Option<Said> {
        let step = self.done.pop()?;
        let before = step.before.clone();
        self.undone.push(step);
        Some(before)
    }

    /// What is said once the step that was taken back last is done again.
    pub(super) fn forth(&mut self) -> Option<Said> {
        let step = self.undone.pop()?;
        let after = step.after.clone();
        self.done.push(step);
        Some(after)
    }
}

impl Contents {
    /// Tries out what the user says about the demo; `say` changes what was said, and calls it by a name.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where something else is open, or nothing, and those of `say`.
    pub(super) fn try_out(
        &mut self,
        clock: &Clock,
        say: impl FnOnce(&Opened, &mut Said) -> Result<String, EngineError>,
    ) -> Result<(), EngineError> {
        // One's own calendar is not for playing: what would be lost is refused.
        let opened = self.on.opened_mut().filter(|opened| opened.is_demo());
        let opened = opened.ok_or(EngineError::NotKept)?;
        let before = opened.said().clone();
        let mut after = before.clone();
        let label = say(opened, &mut after)?;
        let at = wall(clock.now(), opened.settings().zone);
        opened.hear(after.clone());
        self.trial.note(Step {
            action: Action { label, at },
            before,
            after,
        });
        Ok(())
    }

    /// Takes back what was tried out last, or does it again. False where nothing was tried out on what is shown.
    pub(super) fn step_trial(&mut self, way: fn(&mut Trial) -> Option<Said>) -> bool {
        if matches!(self.on, OnDesk::Library(..)) {
            return false;
        }
        let Some(said) = way(&mut self.trial) else {
            return false;
        };
        if let Some(opened) = self.on.opened_mut() {
            opened.hear(said);
        }
        true
    }
}

/// Says what an event really is, in the place of what was said before about the same, or takes that back.
pub(super) fn correct(
    opened: &Opened,
    said: &mut Said,
    request: &CorrectionRequest,
    clock: &Clock,
) -> Result<String, EngineError> {
    let about = opened.title_of(&request.uid);
    let (key, correction) = opened.correction(request, clock)?;
    let label = correction_label(correction.as_ref(), &about);
    let is_about_it = |other: &Correction| other.scope == request.scope && other.key == key;
    said.corrections.retain(|other| !is_about_it(other));
    said.corrections.extend(correction);
    Ok(label)
}

/// Says of what is tried out what an event does to the day, or takes that back. Returns what an undo would name.
pub(super) fn correct_day(
    opened: &Opened,
    said: &mut Said,
    request: &DayCorrectionRequest,
    clock: &Clock,
) -> Result<String, EngineError> {
    let about = opened.title_of(&request.uid);
    let (key, correction) = opened.day_correction(request, clock)?;
    let label = day_label(correction.as_ref(), &about);
    said.marks.correct_day((request.scope, &key), correction);
    Ok(label)
}
