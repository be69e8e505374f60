//! Reviews as the library keeps them, by week; and the folder their notes are written to.

use std::path::{Path, PathBuf};

use weekwise_model::{EvidenceRequest, IsoWeek, LookBack, ReviewRequest, ReviewView, Stretch};

use crate::review::{Reviews, note_in};
use crate::said::SaidLine;
use crate::stored::StoredLibrary;
use crate::{Clock, EngineError, Opened};

/// The reviews, as one setting of the library.
const REVIEWS: &str = "reviews";
/// The week that was last said to be ready.
const REMINDED: &str = "review reminded";
/// The folder of their notes.
const NOTES: &str = "review notes";

impl StoredLibrary {
    /// What was done in reviews so far.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read.
    pub fn reviews(&self) -> Result<Reviews, EngineError> {
        let kept: Option<Reviews> = self.store.setting(REVIEWS)?;
        Ok(kept.unwrap_or_default())
    }

    /// The lines for the record, by week.
    ///
    /// # Errors
    /// [`EngineError::Library`] where they cannot be read.
    pub(super) fn lines(&self) -> Result<Vec<SaidLine>, EngineError> {
        let reviews = self.reviews()?.into_iter();
        let lines = reviews.filter(|(_, review)| !review.line.trim().is_empty());
        Ok(lines
            .map(|(week, review)| SaidLine {
                week,
                line: review.line.trim().to_owned(),
                quoted: review.quoted,
            })
            .collect())
    }

    /// A week as its review shows it; without a week, the default one.
    ///
    /// # Errors
    /// As [`Opened::review`].
    pub fn review(
        &self,
        opened: &Opened,
        week: Option<IsoWeek>,
        clock: &Clock,
    ) -> Result<ReviewView, EngineError> {
        let former = self.blocks_to_judge()?;
        let mut view = opened.review(week, &self.reviews()?, &former, clock)?;
        let folder = self.note_folder()?;
        view.note = folder.map(|folder| note_in(&folder, view.week).display().to_string());
        Ok(view)
    }

    /// Days looked back on, with what their reviews say.
    ///
    /// # Errors
    /// As [`Opened::look_back`].
    pub fn look_back(
        &self,
        opened: &Opened,
        days: Stretch,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        opened.look_back(days, &self.reviews()?, clock)
    }

    /// The same as it is handed on.
    ///
    /// # Errors
    /// As [`Opened::look_back_to_share`].
    pub fn look_back_to_share(
        &self,
        opened: &Opened,
        request: &EvidenceRequest,
        clock: &Clock,
    ) -> Result<LookBack, EngineError> {
        opened.look_back_to_share(request, &self.reviews()?, clock)
    }

    /// Keeps a step of a review.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn save_review(
        &mut self,
        request: &ReviewRequest,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let mut reviews = self.reviews()?;
        let ReviewRequest { week, review, step } = request;
        let mut review = review.clone();
        review.at = Some(clock.now());
        reviews.insert(*week, review);
        let label = format!("Review of week {}: {}", week.number(), step.label());
        Ok(self.store.act(&label, clock.now(), |act| {
            act.set_setting(REVIEWS, &reviews)
        })?)
    }

    /// Says whether the record of evidence quotes the line of a week’s review.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn quote_line(
        &mut self,
        week: IsoWeek,
        quoted: bool,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let mut reviews = self.reviews()?;
        let Some(review) = reviews.get_mut(&week).filter(|one| one.quoted != quoted) else {
            return Ok(());
        };
        review.quoted = quoted;
        let deed = if quoted { "Quote" } else { "Do not quote" };
        let label = format!("{deed} the line of week {}", week.number());
        Ok(self.store.act(&label, clock.now(), |act| {
            act.set_setting(REVIEWS, &reviews)
        })?)
    }

    /// The week that was last said to be ready.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read.
    pub(crate) fn reminded_of(&self) -> Result<Option<IsoWeek>, EngineError> {
        Ok(self.store.setting(REMINDED)?)
    }

    /// Notes that a week was said to be ready. Undo knows nothing of it.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub(crate) fn note_reminded(&mut self, week: IsoWeek) -> Result<(), EngineError> {
        Ok(self.store.note(REMINDED, &week)?)
    }

    /// The folder notes of reviews are written to; `None` where none was chosen.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be read.
    pub fn note_folder(&self) -> Result<Option<PathBuf>, EngineError> {
        Ok(self.store.setting(NOTES)?)
    }

    /// Chooses the folder notes of reviews are written to; `None` for none.
    ///
    /// # Errors
    /// [`EngineError::Library`] where it cannot be written.
    pub fn set_note_folder(
        &mut self,
        folder: Option<&Path>,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let label = match folder {
            Some(_) => "Write notes of reviews",
            None => "Write no notes of reviews",
        };
        Ok(self
            .store
            .act(label, clock.now(), |act| act.set_setting(NOTES, &folder))?)
    }
}
