use std::sync::Arc;

use weekwise_model::{Classified, Counting, Period, Settings};

use super::book::Book;
use super::claim::{Claim, Series};
use super::day::{Cut, Day};
use super::error::AnalyzeError;
use super::ledger::Ledger;
use super::share::{OccurrenceShare, shares};
use super::totals::Totals;
use crate::recent::recent;
use crate::trial::Trial;

/// A period counted once, to be asked many questions: what Trends, Meetings, People, the lenses and the evidence report
/// have in common. It is cheap to clone, and answers about it do not count again.
#[derive(Clone)]
pub struct CountedPeriod {
    occurrences: Arc<Vec<Classified>>,
    settings: Arc<Settings>,
    period: Period,
    counting: Arc<[Counting]>,
    claims: Arc<Vec<Claim>>,
    series: Arc<Vec<Series>>,
    days: Arc<Vec<Day>>,
    totals: Arc<Totals>,
    cuts: Arc<Vec<Cut>>,
}

impl CountedPeriod {
    /// Counts a period. `occurrences` are those of the period and of the half year before it, which tells the story of a
    /// series and adds no minute.
    ///
    /// # Errors
    /// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
    pub fn of(
        occurrences: &Arc<Vec<Classified>>,
        period: Period,
        settings: &Settings,
    ) -> Result<Self, AnalyzeError> {
        let book = Book::of(occurrences, period, settings)?;
        let ledger = &book.ledger;
        Ok(Self {
            period,
            counting: Arc::clone(&ledger.counting),
            claims: Arc::clone(&ledger.claims),
            series: Arc::clone(&ledger.series),
            days: Arc::clone(&ledger.days),
            totals: Arc::clone(&book.totals),
            cuts: Arc::clone(&book.cuts),
            settings: Arc::new(settings.clone()),
            occurrences: Arc::clone(occurrences),
        })
    }

    /// The period.
    pub fn period(&self) -> Period {
        self.period
    }

    /// The settings it was counted by.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What it was counted from.
    pub fn occurrences(&self) -> &[Classified] {
        &self.occurrences
    }

    /// What each of [`CountedPeriod::occurrences`] got of the period.
    pub fn shares(&self) -> Vec<OccurrenceShare> {
        let book = self.book();
        shares(&book.ledger, &book.totals)
    }

    /// The end of it that changes are tried on, ready to be asked what would be; all of a short one, without counting again.
    ///
    /// # Errors
    /// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
    pub fn trial(&self) -> Result<Trial<'_>, AnalyzeError> {
        let (book, recent) = (self.book(), recent(self.period));
        if recent == self.period {
            return Ok(Trial::on(book));
        }
        Ok(Trial::on(Book::within(&book.ledger, recent)?))
    }

    pub(crate) fn book(&self) -> Book<'_> {
        Book {
            ledger: Ledger {
                occurrences: &self.occurrences,
                settings: &self.settings,
                period: self.period,
                span: Ledger::span_of(&self.period),
                counting: Arc::clone(&self.counting),
                claims: Arc::clone(&self.claims),
                series: Arc::clone(&self.series),
                days: Arc::clone(&self.days),
            },
            totals: Arc::clone(&self.totals),
            cuts: Arc::clone(&self.cuts),
        }
    }
}
