//! The claims of a period, added up.

use std::sync::Arc;

use chrono::NaiveDate;
use weekwise_model::{Category, Classified, Period, Settings};

use super::claim::{Claim, Series};
use super::day::{Cut, as_is};
use super::error::AnalyzeError;
use super::intervals::Interval;
use super::ledger::Ledger;
use super::mix::Parts;
use super::totals::{Totals, WORK};

/// The claims of a period, what they add up to, and how each day's working time is cut.
pub(crate) struct Book<'a> {
    pub(crate) ledger: Ledger<'a>,
    pub(crate) totals: Arc<Totals>,
    /// In the order of [`Ledger::days`].
    pub(crate) cuts: Arc<Vec<Cut>>,
}

impl<'a> Book<'a> {
    pub(crate) fn of(
        occurrences: &'a [Classified],
        period: Period,
        settings: &'a Settings,
    ) -> Result<Self, AnalyzeError> {
        Self::open(Ledger::new(occurrences, period, settings))
    }

    /// The same occurrences counted for another period.
    pub(crate) fn within(ledger: &Ledger<'a>, period: Period) -> Result<Self, AnalyzeError> {
        Self::open(ledger.within(period))
    }

    fn open(ledger: Ledger<'a>) -> Result<Self, AnalyzeError> {
        let totals = Totals::of(&ledger)?;
        let cuts = ledger
            .days
            .iter()
            .map(|day| day.cut(&ledger.claims, as_is))
            .collect();
        Ok(Self {
            ledger,
            totals: Arc::new(totals),
            cuts: Arc::new(cuts),
        })
    }

    /// What the week mix is made of.
    pub(crate) fn parts(&self) -> Parts {
        let (mut open_focus, mut fragments) = (0, 0);
        for cut in self.cuts.iter() {
            let (open, rest) = cut.open_and_fragments(self.ledger.focus_minutes());
            open_focus += open;
            fragments += rest;
        }
        Parts {
            denominator: self.totals.sum(|day| day.all),
            minutes: self.totals.of_category.clone(),
            open_focus,
            fragments,
            unknown: self.totals.unknown,
        }
    }

    /// The claims of a series, by start.
    pub(crate) fn claims_of<'s>(&'s self, series: &'s Series) -> impl Iterator<Item = &'s Claim> {
        series
            .claims
            .iter()
            .filter_map(|&place| self.ledger.claims.get(place))
    }

    /// What a series got after conflicts, in minutes.
    pub(crate) fn minutes_of(&self, series: &Series) -> i64 {
        let minutes = |&place: &usize| self.totals.of_claim.get(place).copied().unwrap_or(0);
        series.claims.iter().map(minutes).sum()
    }

    /// Each series with its place in [`Ledger::series`] and its minutes, most first.
    pub(crate) fn series_by_minutes(
        &self,
        wanted: impl Fn(&Series) -> bool,
    ) -> Vec<(usize, &Series, i64)> {
        let mut all: Vec<(usize, &Series, i64)> = self
            .ledger
            .series
            .iter()
            .enumerate()
            .filter(|(_, series)| wanted(series))
            .map(|(place, series)| (place, series, self.minutes_of(series)))
            .collect();
        all.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.uid.cmp(&b.1.uid)));
        all
    }

    /// The category of a series: that of its last occurrence, because people rename series as they change.
    pub(crate) fn category_of(&self, series: &Series) -> Category {
        let last = series.claims.last();
        last.and_then(|&place| self.ledger.claims.get(place))
            .map_or(Category::OtherWork, |claim| {
                self.ledger.classified(claim).category()
            })
    }

    /// The local day a span begins on.
    pub(crate) fn date_of(&self, span: Interval) -> NaiveDate {
        self.ledger.day_of(span.start)
    }
}

/// The first and the last day of a period, the last included.
pub(crate) fn days_of(period: &Period) -> (NaiveDate, NaiveDate) {
    let first = period.from.with_timezone(&period.zone).date_naive();
    (first, period.days().last().unwrap_or(first))
}

/// No minutes.
pub(crate) fn nothing() -> Parts {
    Parts {
        denominator: 0,
        minutes: vec![0; WORK],
        open_focus: 0,
        fragments: 0,
        unknown: 0,
    }
}
