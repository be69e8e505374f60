//! What would be if something were changed, found by counting again.
//!
//! Pieces and stretches end with the day, so only the days a change touches are counted again; the rest of the period
//! stands. The sums are plain Rust here and polars in the book, and a test holds them together.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use weekwise_model::{Category, Classified, Mix, Period, Settings};

use crate::book::{
    AnalyzeError, Book, Claim, Cut, Day, DayTotals, Guests, Interval, Parts, Series, as_is,
    hours_to_move, nothing, ratio, sweep,
};
use crate::meetings::duplicates;
use crate::metrics::{protected_morning, unprepared};
use crate::otherwise::span_of;
use crate::signals::{DaySaid, FullDays};

/// Up to this many days a period is told day by day.
const DAY_BY_DAY: usize = 8;

/// A change to a period. Claims are named by their places in [`Trial::claims`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// Where claims would be instead; `None` for one that is gone.
    pub spans: BTreeMap<usize, Option<Interval>>,
    /// What own blocks would be for instead.
    pub purposes: BTreeMap<usize, Category>,
    /// New own blocks.
    pub added: Vec<(Interval, Category)>,
}

impl Change {
    /// Whether anything would be different.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty() && self.purposes.is_empty() && self.added.is_empty()
    }
}

/// A period as it is, ready to be asked what would be.
pub struct Trial<'a> {
    pub(crate) book: Book<'a>,
    mix: Mix,
    pub(crate) days: Vec<DayFigures>,
    before: Figures,
    /// Of each occurrence, its place among the claims.
    claim_of: OnceLock<Vec<Option<usize>>>,
    /// Where each occurrence is.
    reach: OnceLock<Vec<Interval>>,
}

/// What a period adds up to, as far as a change can change it. Minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Figures {
    /// Working time.
    pub capacity: i64,
    /// Union of meetings inside working time.
    pub meetings: i64,
    /// Union of meetings outside it.
    pub after_hours: i64,
    /// Time claimed twice.
    pub conflict: i64,
    /// Free gaps shorter than the focus length.
    pub fragments: i64,
    /// Stretches of at least the focus length.
    pub focus: i64,
    /// Days whose morning is protected.
    pub mornings: u32,
}

/// What a change does.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The week mix with it.
    pub mix: Mix,
    /// The figures with it.
    pub figures: Figures,
    /// Of each day it touches: its place in [`Trial::days`], before and after.
    pub days: Vec<DayEffect>,
}

impl Effect {
    /// Focus minutes gained in the whole period.
    pub fn focus(&self) -> i64 {
        self.days.iter().map(|day| day.focus).sum()
    }
}

/// What a change does to one day. Minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayEffect {
    /// The place in [`Trial::days`].
    pub day: usize,
    /// Focus time gained.
    pub focus: i64,
    /// The longest stretch of the focus length that was not there before.
    pub stretch: i64,
    /// Meetings inside working time less than before.
    pub meetings: i64,
}

/// One day's part of everything.
#[derive(Debug, Clone)]
pub(crate) struct DayFigures {
    pub(crate) parts: Parts,
    totals: DayTotals,
    focus: i64,
    morning: bool,
}

impl Figures {
    /// Meetings ÷ capacity.
    pub fn load(&self) -> f64 {
        ratio(self.meetings, self.capacity)
    }

    fn add(&mut self, day: &DayFigures, sign: i64) {
        self.capacity += sign * day.totals.capacity;
        self.meetings += sign * day.totals.meetings;
        self.after_hours += sign * day.totals.after_hours;
        self.conflict += sign * day.totals.conflict;
        self.fragments += sign * day.parts.fragments;
        self.focus += sign * day.focus;
    }
}

impl<'a> Trial<'a> {
    /// Counts a period as it is.
    ///
    /// # Errors
    /// [`AnalyzeError::Frame`] where the frame engine refuses; no calendar can cause it.
    pub fn of(
        occurrences: &'a [Classified],
        period: Period,
        settings: &'a Settings,
    ) -> Result<Self, AnalyzeError> {
        Ok(Self::on(Book::of(occurrences, period, settings)?))
    }

    /// A period that is counted already.
    pub(crate) fn on(book: Book<'a>) -> Self {
        let focus_minutes = book.ledger.focus_minutes();
        let days = book.ledger.days.iter().zip(book.cuts.iter());
        let days = days.map(|(day, cut)| figures_of(day, &book.ledger.claims, cut, focus_minutes));
        let days: Vec<DayFigures> = days.collect();
        let mut before = Figures::default();
        for day in &days {
            before.add(day, 1);
            before.mornings += u32::from(day.morning);
        }
        let mix = book.parts().mix(&book.ledger.settings.profile, &[], &[]);
        Self {
            book,
            mix,
            days,
            before,
            claim_of: OnceLock::new(),
            reach: OnceLock::new(),
        }
    }

    /// The place among the claims of the occurrence at a place, where it counts.
    pub(crate) fn claim_of(&self, occurrence: usize) -> Option<usize> {
        let all = self.claim_of.get_or_init(|| {
            let mut all = vec![None; self.book.ledger.occurrences.len()];
            for (place, claim) in self.claims().iter().enumerate() {
                if let Some(cell) = all.get_mut(claim.index) {
                    *cell = Some(place);
                }
            }
            all
        });
        all.get(occurrence).copied().flatten()
    }

    /// Where each occurrence is: whole days where I am.
    pub(crate) fn reach(&self) -> &[Interval] {
        self.reach.get_or_init(|| {
            let ledger = &self.book.ledger;
            let all = ledger.occurrences.iter();
            all.map(|one| span_of(one, ledger.settings)).collect()
        })
    }

    /// Whether the period is told day by day.
    pub fn is_short(&self) -> bool {
        self.days().len() <= DAY_BY_DAY
    }

    /// The settings it was counted by.
    pub fn settings(&self) -> &'a Settings {
        self.book.ledger.settings
    }

    /// The period.
    pub fn period(&self) -> Period {
        self.book.ledger.period
    }

    /// The week mix as it is.
    pub fn mix(&self) -> &Mix {
        &self.mix
    }

    /// The figures as they are.
    pub fn figures(&self) -> Figures {
        self.before
    }

    /// Every counted occurrence that reaches into the period, by start.
    pub fn claims(&self) -> &[Claim] {
        &self.book.ledger.claims
    }

    /// Every series and single event among them.
    pub fn series(&self) -> &[Series] {
        &self.book.ledger.series
    }

    /// Every local day the period touches.
    pub fn days(&self) -> &[Day] {
        &self.book.ledger.days
    }

    /// How each day's working time is cut, in the order of [`Trial::days`].
    pub fn cuts(&self) -> &[Cut] {
        &self.book.cuts
    }

    /// The occurrence behind a claim.
    pub fn classified(&self, claim: &Claim) -> &'a Classified {
        self.book.ledger.classified(claim)
    }

    /// The claims of a series, by start, with their places.
    pub fn claims_of(&self, series: &Series) -> impl Iterator<Item = (usize, &Claim)> {
        let claims = self.claims();
        let places: Vec<usize> = series.claims.clone();
        places
            .into_iter()
            .filter_map(move |place| Some((place, claims.get(place)?)))
    }

    /// What a claim got after conflicts, in minutes.
    pub fn minutes_of(&self, place: usize) -> i64 {
        let minutes = self.book.totals.of_claim.get(place);
        minutes.copied().unwrap_or(0)
    }

    /// Whether so little is booked that the mix is not judged.
    pub fn is_sparse(&self) -> bool {
        self.book.totals.is_sparse(self.mix.denominator_minutes)
    }

    /// The places in [`Trial::days`] that an interval touches.
    pub fn days_of(&self, span: Interval) -> std::ops::Range<usize> {
        self.book.ledger.days_of(span)
    }

    /// The shortest stretch that counts as focus, in minutes.
    pub fn focus_minutes(&self) -> i64 {
        self.book.ledger.focus_minutes()
    }

    /// The least hours that must change category so that every band holds, as it is.
    pub fn hours_to_move(&self) -> f64 {
        hours_to_move(&self.mix)
    }

    /// The places of reviews that nothing prepares, by start.
    pub fn unprepared(&self) -> Vec<usize> {
        let lacking = unprepared(&self.book.ledger);
        let indices: BTreeSet<usize> = lacking.into_iter().map(|claim| claim.index).collect();
        let claims = self.claims().iter().enumerate();
        claims
            .filter(|(_, claim)| indices.contains(&claim.index))
            .map(|(place, _)| place)
            .collect()
    }

    /// Pairs of series of the same people about the same: the places of the one with fewer minutes and of the other.
    pub fn duplicates(&self) -> Vec<(usize, usize)> {
        let ledger = &self.book.ledger;
        let place = |uid: &str| ledger.series.iter().position(|series| series.uid == uid);
        duplicates(ledger, &Guests::of_recurring(ledger))
            .into_iter()
            .filter_map(|pair| Some((place(&pair.series.uid)?, place(&pair.of.uid)?)))
            .collect()
    }

    /// What a change does.
    pub fn effect(&self, change: &Change) -> Effect {
        let ledger = &self.book.ledger;
        let focus_minutes = ledger.focus_minutes();
        let mut parts = self.book.parts();
        let mut figures = self.before;
        let mut days = Vec::new();
        for at in self.affected(change) {
            let (Some(day), Some(was), Some(cut)) =
                (ledger.days.get(at), self.days.get(at), self.cuts().get(at))
            else {
                continue;
            };
            let (changed, claims) = with(day, &ledger.claims, change);
            let after_cut = changed.cut(&claims, as_is);
            let now = figures_of(&changed, &claims, &after_cut, focus_minutes);
            parts.add(&was.parts, -1);
            parts.add(&now.parts, 1);
            figures.add(was, -1);
            figures.add(&now, 1);
            figures.mornings =
                (figures.mornings + u32::from(now.morning)).saturating_sub(u32::from(was.morning));
            let new = |stretch: &Interval| !cut.stretches.contains(stretch);
            let stretches = after_cut.focus(focus_minutes).filter(new);
            days.push(DayEffect {
                day: at,
                focus: now.focus - was.focus,
                stretch: stretches.map(Interval::minutes).max().unwrap_or(0),
                meetings: was.totals.meetings - now.totals.meetings,
            });
        }
        Effect {
            mix: parts.mix(&ledger.settings.profile, &[], &[]),
            figures,
            days,
        }
    }

    /// The week mix of every seven days from the first on, with a change.
    pub fn weeks_with(&self, change: &Change) -> Vec<Mix> {
        let ledger = &self.book.ledger;
        let affected = self.affected(change);
        let parts = |at: usize| {
            let (day, was) = (ledger.days.get(at)?, self.days.get(at)?);
            if !affected.contains(&at) {
                return Some(was.parts.clone());
            }
            let (changed, claims) = with(day, &ledger.claims, change);
            let cut = changed.cut(&claims, as_is);
            Some(figures_of(&changed, &claims, &cut, ledger.focus_minutes()).parts)
        };
        let places: Vec<usize> = (0..self.days.len()).collect();
        let weeks = places.chunks(7).map(|days| {
            let mut sum = nothing();
            for part in days.iter().filter_map(|&at| parts(at)) {
                sum.add(&part, 1);
            }
            sum.mix(&ledger.settings.profile, &[], &[])
        });
        weeks.collect()
    }

    /// What signals say about days with a change, by date; over a long period by what the signal is called.
    pub fn said_of_days(&self, change: &Change) -> BTreeMap<String, DaySaid> {
        let ledger = &self.book.ledger;
        let affected = self.affected(change);
        let mut claims: Vec<Claim> = (0..ledger.claims.len())
            .filter_map(|place| placed(&ledger.claims, place, change))
            .collect();
        let added = change.added.iter();
        claims.extend(added.filter_map(|&(span, category)| Claim::block(span, category)));
        claims.sort_by_key(|claim| claim.span);
        let (mut days, mut totals, mut cuts) = (Vec::new(), Vec::new(), Vec::new());
        for (at, day) in ledger.days.iter().enumerate() {
            let (Some(was), Some(cut)) = (self.days.get(at), self.cuts().get(at)) else {
                continue;
            };
            let places = claims.iter().enumerate();
            let here = places.filter(|(_, claim)| claim.span.overlaps(day.span));
            let day = Day {
                claims: here.map(|(place, _)| place).collect(),
                ..day.clone()
            };
            if affected.contains(&at) {
                let cut = day.cut(&claims, as_is);
                totals.push(figures_of(&day, &claims, &cut, ledger.focus_minutes()).totals);
                cuts.push(cut);
            } else {
                totals.push(was.totals);
                cuts.push(cut.clone());
            }
            days.push(day);
        }
        let changed = ledger.changed(claims, days);
        FullDays::new(&changed, &totals, &cuts).said(self.is_short())
    }

    fn affected(&self, change: &Change) -> BTreeSet<usize> {
        let ledger = &self.book.ledger;
        let span_of = |place: &usize| ledger.claims.get(*place).map(|claim| claim.span);
        let changed = change.spans.keys().chain(change.purposes.keys());
        let before = changed.filter_map(span_of);
        let after = change.spans.values().flatten().copied();
        let added = change.added.iter().map(|(span, _)| *span);
        let spans = before.chain(after).chain(added);
        spans.flat_map(|span| ledger.days_of(span)).collect()
    }
}

/// A claim with a change; `None` for one that is gone.
fn placed(all: &[Claim], place: usize, change: &Change) -> Option<Claim> {
    let mut claim = all.get(place)?.clone();
    if let Some(span) = change.spans.get(&place) {
        claim.span = (*span)?;
    }
    if let Some(&category) = change.purposes.get(&place) {
        claim.category = category.work_index()?;
        // A meeting is never a block that holds focus.
        claim.focus = category == Category::DeepWork && !claim.meeting;
        claim.unknown = false;
    }
    Some(claim)
}

/// A day with a change in it, and its claims.
fn with(day: &Day, all: &[Claim], change: &Change) -> (Day, Vec<Claim>) {
    let placed = |place: usize| -> Option<Claim> {
        let claim = placed(all, place, change)?;
        claim.span.overlap(day.span).map(|_| claim)
    };
    let from_elsewhere = change
        .spans
        .keys()
        .filter(|place| !day.claims.contains(place));
    let places = day.claims.iter().chain(from_elsewhere);
    let mut claims: Vec<Claim> = places.filter_map(|&place| placed(place)).collect();
    let added = change.added.iter();
    claims.extend(added.filter_map(|&(span, category)| Claim::block(span, category)));
    claims.retain(|claim| claim.span.overlaps(day.span));
    claims.sort_by_key(|claim| claim.span);
    let changed = Day {
        claims: (0..claims.len()).collect(),
        ..day.clone()
    };
    (changed, claims)
}

pub(crate) fn figures_of(day: &Day, claims: &[Claim], cut: &Cut, focus_minutes: i64) -> DayFigures {
    let (open_focus, fragments) = cut.open_and_fragments(focus_minutes);
    let mut parts = Parts {
        open_focus,
        fragments,
        ..nothing()
    };
    let mut totals = DayTotals::before(day);
    sweep(day, claims, as_is, |piece| {
        let minutes = piece.span.minutes();
        let meeting = |&at: &usize| claims.get(at).is_some_and(|claim| claim.meeting);
        let meets = piece.covering.iter().any(meeting);
        totals.add(minutes, piece.inside, piece.covering.len(), meets);
        parts.denominator += minutes;
        for &(at, minutes) in piece.takers {
            let Some(claim) = claims.get(at) else {
                continue;
            };
            if let Some(sum) = parts.minutes.get_mut(claim.category) {
                *sum += minutes;
            }
            parts.unknown += if claim.unknown { minutes } else { 0 };
        }
    });
    DayFigures {
        parts,
        totals,
        focus: cut.focus_time(focus_minutes),
        morning: protected_morning(day, cut).is_some(),
    }
}
