use chrono::NaiveDate;
use weekwise_model::{
    Classified, Counting, DayView, Metrics, Mix, NotCounted, Period, Settings, Signal, Trust,
    WorkingDay,
};

use crate::book::{
    AnalyzeError, Book, CountedPeriod, OccurrenceShare, Parts, hours_to_move, is_sparse, shares,
};
use crate::seen::Seen;

/// Everything counted about one period, ready to be asked.
///
/// Instants are read to the nearest minute; days and weekdays are those of the period's zone, working hours those of where
/// I am ([`Whereabouts`](weekwise_model::Whereabouts)); minutes are elapsed minutes, so the day the clocks change has an hour more or less.
#[derive(Debug, Clone)]
pub struct Analysis {
    week_mix: Mix,
    booked_mix: Mix,
    metrics: Metrics,
    signals: Vec<Signal>,
    trust: Trust,
    days: Vec<DayView>,
    working_days: Vec<(NaiveDate, WorkingDay)>,
    shares: Vec<OccurrenceShare>,
}

impl Analysis {
    /// Counts a period.
    ///
    /// `occurrences` may reach beyond the period: they are clipped to it. Those before it tell the story of a series
    /// (how many of its last 8 instances were cancelled, whether a review was prepared) and add no
    /// minute. A period without length, or one that ends before it begins, has no minutes and no days.
    ///
    /// # Errors
    /// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
    pub fn of(
        occurrences: &[Classified],
        period: Period,
        settings: &Settings,
    ) -> Result<Self, AnalyzeError> {
        Self::of_book(Book::of(occurrences, period, settings)?)
    }

    /// The same of a period that is counted already.
    ///
    /// # Errors
    /// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
    pub fn of_counted(counted: &CountedPeriod) -> Result<Self, AnalyzeError> {
        Self::of_book(counted.book())
    }

    fn of_book(book: Book<'_>) -> Result<Self, AnalyzeError> {
        let parts = book.parts();
        let Book {
            ledger,
            totals,
            cuts,
        } = book;
        let settings = ledger.settings;
        let profile = &settings.profile;
        let week_mix = parts.mix(profile, &totals.uncertain, &totals.runner_up);
        let booked_mix = parts
            .booked()
            .mix(profile, &totals.uncertain, &totals.runner_up);
        let volatility = crate::trends::recent_volatility(&ledger)?;
        let metrics = crate::metrics::metrics(&ledger, &totals, &cuts, &week_mix, volatility)?;
        let seen = Seen {
            ledger: &ledger,
            totals: &totals,
            cuts: &cuts,
            parts: &parts,
            mix: &week_mix,
            metrics: &metrics,
        };
        let signals = crate::signals::signals(&seen);
        Ok(Self {
            trust: crate::trust::trust(&ledger, &totals, week_mix.denominator_minutes),
            days: crate::view::days(&ledger, &totals, &cuts),
            working_days: crate::view::working_days(&ledger),
            shares: shares(&ledger, &totals),
            week_mix,
            booked_mix,
            metrics,
            signals,
        })
    }

    /// The mix targets are compared with: of |working time ∪ counted work time|, in minutes.
    pub fn week_mix(&self) -> &Mix {
        &self.week_mix
    }

    /// The mix of counted work time alone, without gaps.
    pub fn booked_mix(&self) -> &Mix {
        &self.booked_mix
    }

    /// The least hours that must change category so that every band of the week mix holds; other work and fragments
    /// may give and take. Exactly max(total surplus, total deficit), which the source proves.
    pub fn hours_to_move(&self) -> f64 {
        hours_to_move(&self.week_mix)
    }

    /// Every metric of product.md section 5.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// What deserves a look, most important first; at most eight.
    pub fn signals(&self) -> Vec<Signal> {
        self.signals.clone()
    }

    /// What limits the answer, as far as counting knows. What the import left out and who “me” is is not known here.
    pub fn trust(&self) -> Trust {
        self.trust.clone()
    }

    /// Every local day of the period, on the wall clock of its zone (`YYYY-MM-DDTHH:MM:SS`).
    pub fn days(&self) -> Vec<DayView> {
        self.days.clone()
    }

    /// When I work on every local day of the period: working hours less time off and personal occurrences.
    pub fn working_days(&self) -> &[(NaiveDate, WorkingDay)] {
        &self.working_days
    }

    /// What the occurrence at an index of the slice given to [`Analysis::of`] got. An index beyond it got nothing.
    pub fn share_of(&self, index: usize) -> OccurrenceShare {
        let nothing = OccurrenceShare {
            minutes: 0,
            conflict: false,
            counting: Counting::NotCounted(NotCounted::NoLength),
        };
        self.shares.get(index).copied().unwrap_or(nothing)
    }
}

/// The week mix of a period alone, for comparison with another; `None` where nothing is booked in it.
///
/// # Errors
/// [`AnalyzeError::Frame`] where polars refuses; no calendar can cause it.
pub fn week_mix(
    occurrences: &[Classified],
    period: Period,
    settings: &Settings,
) -> Result<Option<Mix>, AnalyzeError> {
    let book = Book::of(occurrences, period, settings)?;
    let totals = &book.totals;
    let mix = |parts: &Parts| parts.mix(&settings.profile, &totals.uncertain, &totals.runner_up);
    Ok((totals.counted > 0).then(|| mix(&book.parts())))
}

/// Whether so little is booked in a mix that it says nothing about how the time is spent.
pub fn says_too_little(mix: &Mix) -> bool {
    let booked = mix.categories.iter().map(|share| share.minutes).sum();
    is_sparse(booked, mix.denominator_minutes)
}
