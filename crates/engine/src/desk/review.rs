use std::path::{Path, PathBuf};

use weekwise_model::{
    EvidenceRequest, IsoWeek, Library, LookBack, ReviewRequest, ReviewView, Stretch,
};

use crate::EngineError;
use crate::desk::Desk;
use crate::desk::contents::OnDesk;

/// The review of a week, and of longer.
impl Desk {
    /// A week as its review shows it; without a week, the default one.
    ///
    /// # Errors
    /// As [`Opened::review`](crate::Opened::review).
    pub fn review(&self, week: Option<IsoWeek>) -> Result<ReviewView, EngineError> {
        match &self.lock().on {
            OnDesk::Library(stored, Some(opened)) => stored.review(opened, week, &self.clock),
            shown => {
                let opened = shown.opened().ok_or(EngineError::NothingOpen)?;
                opened.review(week, &opened.said().tried_reviews, &[], &self.clock)
            }
        }
    }

    /// A month, a quarter or a year looked back on.
    ///
    /// # Errors
    /// As [`Opened::look_back`](crate::Opened::look_back).
    pub fn look_back(&self, days: Stretch) -> Result<LookBack, EngineError> {
        match &self.lock().on {
            OnDesk::Library(stored, Some(opened)) => stored.look_back(opened, days, &self.clock),
            shown => {
                let opened = shown.opened().ok_or(EngineError::NothingOpen)?;
                opened.look_back(days, &opened.said().tried_reviews, &self.clock)
            }
        }
    }

    /// The same as it is handed on.
    ///
    /// # Errors
    /// As [`Opened::look_back_to_share`](crate::Opened::look_back_to_share).
    pub fn look_back_to_share(&self, request: &EvidenceRequest) -> Result<LookBack, EngineError> {
        match &self.lock().on {
            OnDesk::Library(stored, Some(opened)) => {
                stored.look_back_to_share(opened, request, &self.clock)
            }
            shown => {
                let opened = shown.opened().ok_or(EngineError::NothingOpen)?;
                opened.look_back_to_share(request, &opened.said().tried_reviews, &self.clock)
            }
        }
    }

    /// Keeps a step of a review. One of the demo is tried out, and forgotten with it.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is neither the library's nor the demo.
    pub fn save_review(&self, request: &ReviewRequest) -> Result<Library, EngineError> {
        self.say(
            |stored, _, clock| stored.save_review(request, clock),
            |_, said| {
                let ReviewRequest { week, review, step } = request;
                said.tried_reviews.insert(*week, review.clone());
                Ok(format!(
                    "Review of week {}: {}",
                    week.number(),
                    step.label()
                ))
            },
        )
    }

    /// Says whether the record of evidence quotes the line of a week’s review.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is not the library's.
    pub fn quote_line(&self, week: IsoWeek, quoted: bool) -> Result<Library, EngineError> {
        self.say(
            |stored, _, clock| stored.quote_line(week, quoted, clock),
            |_, _| Err(EngineError::NotKept),
        )
    }

    /// Chooses the folder notes of reviews are written to.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where what is open is not the library's.
    pub fn set_note_folder(&self, folder: Option<&Path>) -> Result<Library, EngineError> {
        self.say(
            |stored, _, clock| stored.set_note_folder(folder, clock),
            |_, _| Err(EngineError::NotKept),
        )
    }

    /// Writes what `note` makes of a review into the chosen folder; says where. What somebody added below its marker stays.
    ///
    /// # Errors
    /// [`EngineError::NotKept`] where no folder was chosen, [`EngineError::Write`] where it cannot be written.
    pub fn write_review_note(
        &self,
        week: IsoWeek,
        note: impl FnOnce(&ReviewView) -> String,
    ) -> Result<PathBuf, EngineError> {
        let (view, folder) = {
            let contents = self.lock();
            let OnDesk::Library(stored, Some(opened)) = &contents.on else {
                return Err(EngineError::NotKept);
            };
            let folder = stored.note_folder()?.ok_or(EngineError::NotKept)?;
            (stored.review(opened, Some(week), &self.clock)?, folder)
        };
        crate::review::write_note(&note(&view), week, &folder)
    }
}
