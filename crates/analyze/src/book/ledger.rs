//! The book everything is counted from: who claims which minutes of which day.

use std::sync::Arc;

use chrono::NaiveDate;
use hashbrown::HashMap;
use rayon::prelude::*;
use weekwise_model::{Classified, Counting, Event, Period, Settings, Shape};

use super::claim::{Claim, Series};
use super::counting::{WHOLE_DAYS, counting_of_all, rank};
use super::day::Day;
use super::days::days;
use super::intervals::Interval;
use super::latest::Latest;
use super::minutes::{instant_of, interval_of, minute_of};

/// Below this confidence a category is a guess (product.md section 4).
pub(crate) const UNCERTAIN_BELOW: f64 = 0.6;

/// Everything counted about a period, before anything is added up.
pub(crate) struct Ledger<'a> {
    pub(crate) occurrences: &'a [Classified],
    pub(crate) settings: &'a Settings,
    pub(crate) period: Period,
    /// The period in minutes.
    pub(crate) span: Interval,
    /// Of each occurrence.
    pub(crate) counting: Arc<[Counting]>,
    /// By start, then end, then UID: the order that settles every tie.
    pub(crate) claims: Arc<Vec<Claim>>,
    pub(crate) series: Arc<Vec<Series>>,
    /// Every local day the period touches.
    pub(crate) days: Arc<Vec<Day>>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn new(
        occurrences: &'a [Classified],
        period: Period,
        settings: &'a Settings,
    ) -> Self {
        let counting = counting_of_all(occurrences, settings).into();
        Self::with(occurrences, counting, period, settings)
    }

    /// The same occurrences in another period: what counts does not depend on it.
    pub(crate) fn within(&self, period: Period) -> Self {
        let counting = Arc::clone(&self.counting);
        Self::with(self.occurrences, counting, period, self.settings)
    }

    /// The same under other settings. What counts, and when, is only told anew where it depends on what differs.
    pub(crate) fn under<'b>(&'b self, settings: &'b Settings) -> Ledger<'b> {
        let counts_by = |settings: &'b Settings| {
            let whole_days = settings.count_all_day_work;
            let marks = &settings.marks.sameness;
            (settings.zone, settings.count_tentative, whole_days, marks)
        };
        if counts_by(settings) != counts_by(self.settings) {
            return Ledger::new(self.occurrences, self.period, settings);
        }
        let (occurrences, counting, claims) = (self.occurrences, &self.counting, &self.claims);
        let days = days(occurrences, counting, claims, &self.period, settings);
        Ledger {
            occurrences,
            settings,
            period: self.period,
            span: self.span,
            counting: Arc::clone(counting),
            claims: Arc::clone(claims),
            series: Arc::clone(&self.series),
            days: Arc::new(days),
        }
    }

    fn with(
        occurrences: &'a [Classified],
        counting: Arc<[Counting]>,
        period: Period,
        settings: &'a Settings,
    ) -> Self {
        let span = Self::span_of(&period);
        let mut claims = claims(occurrences, &counting, &period, span);
        let series = series(occurrences, &mut claims);
        let days = days(occurrences, &counting, &claims, &period, settings);
        Self {
            occurrences,
            settings,
            period,
            span,
            counting,
            claims: Arc::new(claims),
            series: Arc::new(series),
            days: Arc::new(days),
        }
    }

    /// The same period with other claims on its days, as far as days are judged: series are those of before.
    pub(crate) fn changed(&self, claims: Vec<Claim>, days: Vec<Day>) -> Self {
        Self {
            occurrences: self.occurrences,
            settings: self.settings,
            period: self.period,
            span: self.span,
            counting: Arc::clone(&self.counting),
            claims: Arc::new(claims),
            series: Arc::clone(&self.series),
            days: Arc::new(days),
        }
    }

    /// A period in minutes.
    pub(crate) fn span_of(period: &Period) -> Interval {
        Interval {
            start: minute_of(period.from),
            end: minute_of(period.to),
        }
    }

    /// The shortest stretch that counts as focus, in minutes.
    pub(crate) fn focus_minutes(&self) -> i64 {
        i64::from(self.settings.focus_minutes).max(1)
    }

    /// The occurrence behind a claim.
    pub(crate) fn classified(&self, claim: &Claim) -> &'a Classified {
        &self.occurrences[claim.index]
    }

    /// The UID behind a claim.
    pub(crate) fn uid(&self, claim: &Claim) -> &'a str {
        &self.classified(claim).occurrence.event.uid
    }

    /// What names a claim's series: its UID, or that of the series it is gathered into.
    pub(crate) fn series_uid(&self, claim: &Claim) -> &'a str {
        self.classified(claim).series_uid()
    }

    /// The local day a minute lies on.
    pub(crate) fn day_of(&self, minute: i64) -> NaiveDate {
        instant_of(minute)
            .with_timezone(&self.period.zone)
            .date_naive()
    }

    /// The places in [`Ledger::days`] that an interval touches.
    pub(crate) fn days_of(&self, span: Interval) -> std::ops::Range<usize> {
        let first = self.days.partition_point(|day| day.span.end <= span.start);
        let last = self.days.partition_point(|day| day.span.start < span.end);
        first..last.max(first)
    }

    /// The meetings among the claims.
    pub(crate) fn meetings(&self) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(|claim| claim.meeting)
    }
}

fn claims(
    occurrences: &[Classified],
    counting: &[Counting],
    period: &Period,
    span: Interval,
) -> Vec<Claim> {
    let claim = |(index, (classified, counting)): (usize, (&Classified, &Counting))| {
        let Counting::Counted { tentative } = *counting else {
            return None;
        };
        let category = classified.category().work_index()?;
        let whole = interval_of(classified.occurrence.span.instants(period.zone));
        let inside = whole.overlap(span)?;
        let classification = &classified.classification;
        let confidence = classification.confidence;
        let uncertain = confidence.is_nan() || confidence < UNCERTAIN_BELOW;
        let runner_up = classification.runner_up.as_ref();
        let rank = rank(classified, tentative, period.zone);
        Some(Claim {
            index,
            whole,
            span: inside,
            rank,
            category,
            runner_up: runner_up
                .filter(|_| uncertain)
                .and_then(|runner_up| runner_up.category.work_index())
                .filter(|runner_up| *runner_up != category),
            uncertain,
            // Three days at an offsite are no meeting of three days: what is met there has times of its own.
            meeting: classified.shape == Shape::Meeting && rank < WHOLE_DAYS,
            perhaps_meeting: classified.shape == Shape::Unknown && rank < WHOLE_DAYS,
            unknown: classification.is_unknown(),
            focus: classified.is_focus_block(),
            mine: classified.mine,
            organizer_known: classified.organizer_known,
            tentative,
            series: 0,
        })
    };
    let both = occurrences.par_iter().zip(counting);
    let mut claims: Vec<Claim> = both.enumerate().filter_map(claim).collect();
    claims.sort_by(|a, b| {
        let uid = |claim: &Claim| &occurrences[claim.index].occurrence.event.uid;
        let same_time = || uid(a).cmp(uid(b)).then(a.index.cmp(&b.index));
        a.whole.cmp(&b.whole).then_with(same_time)
    });
    claims
}

fn series(occurrences: &[Classified], claims: &mut [Claim]) -> Vec<Series> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    // All occurrences of a VEVENT are of one series: its UID is looked up once.
    let mut known: HashMap<*const Event, Option<usize>> = HashMap::new();
    let mut all: Vec<Series> = Vec::new();
    for (place, claim) in claims.iter_mut().enumerate() {
        let classified = &occurrences[claim.index];
        let occurrence = &classified.occurrence;
        let event = &occurrence.event;
        let find = || {
            let uid = classified.series_uid();
            let series = *places.entry(uid).or_insert_with(|| {
                all.push(Series {
                    uid: uid.to_owned(),
                    summary: event.summary.clone(),
                    recurring: false,
                    claims: Vec::new(),
                });
                all.len() - 1
            });
            Some(series)
        };
        let Some(series) = *known.entry(Arc::as_ptr(event)).or_insert_with(find) else {
            continue;
        };
        claim.series = series;
        let entry = &mut all[series];
        // An export that writes instances one by one has no rule, but it repeats the UID.
        entry.recurring |= classified.recurrence().is_some()
            || occurrence.recurrence_id.is_some()
            || !entry.claims.is_empty();
        entry.claims.push(place);
    }
    let mut latest: Vec<Latest<'_>> = vec![Latest::default(); all.len()];
    for classified in occurrences {
        let event = &classified.occurrence.event;
        let find = || places.get(classified.series_uid()).copied();
        let series = *known.entry(Arc::as_ptr(event)).or_insert_with(find);
        if let Some(titles) = series.and_then(|series| latest.get_mut(series)) {
            titles.note(&event.summary);
        }
    }
    for (series, titles) in all.iter_mut().zip(latest) {
        if let Some(title) = titles.usual().filter(|title| *title != series.summary) {
            title.clone_into(&mut series.summary);
        }
    }
    all
}
