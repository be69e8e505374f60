//! What was worked out once and is asked for again: the screens ask about the same weeks over and over.
//!
//! Occurrences are expanded and judged for a window; a question about a part of it takes its part. A window that does
//! not reach is widened to hold the new question too, and some weeks more on that side, because whoever turns a page
//! turns the next one as well. Judgements are kept from one window to the next. Nothing of this can be seen in an
//! answer: every part is what that window alone would give. A window in which a bound left something out is never
//! cut and never widened, because its parts might hold more.
//!
//! What depends on what:
//!
//! | forgotten | where this changes |
//! |---|---|
//! | occurrences, the default week | the zone |
//! | what they were judged to be | the zone, me, corrections, rules |
//! | what was counted, for a report or for the screens | any of these, and any other setting |

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use chrono::{DateTime, NaiveDate, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use weekwise_analyze::CountedPeriod;
use weekwise_classify::Judgement;
use weekwise_ical::Expansion;
use weekwise_model::{
    CalendarId, Classified, Diagnostic, Event, IsoWeek, Occurrence, Period, Stretch,
};

use crate::opened::Counted;

/// How far a window is widened beyond the question that did not fit into it.
const FARTHER: TimeDelta = TimeDelta::weeks(26);

/// How many windows, and how many counted periods, are kept beside the widest one.
const KEPT: usize = 8;

/// What makes occurrences share a judgement: the VEVENT (by its place in memory, where it stays), the length,
/// [`Classifier::apart`](weekwise_classify::Classifier::apart).
pub(crate) type Alike = (usize, Option<TimeDelta>, i64);

/// A period, and the calendars it was counted of; of all where none is named.
type Asked = (Period, Vec<CalendarId>);

/// The same against the bands of a profile, by its name.
pub(crate) type Scope = (Period, Vec<CalendarId>, String);

/// Answers to the latest questions, the latest at the end.
struct Latest<Question, Answer>(Vec<(Question, Answer)>);

impl<Question: PartialEq, Answer: Clone> Latest<Question, Answer> {
    /// What was answered; from now on it is the latest.
    fn find(&mut self, is_it: impl Fn(&Question) -> bool) -> Option<Answer> {
        let place = self.0.iter().position(|(asked, _)| is_it(asked))?;
        let found = self.0.remove(place);
        let answer = found.1.clone();
        self.0.push(found);
        Some(answer)
    }

    fn keep(&mut self, question: Question, answer: Answer) {
        if self.0.len() >= KEPT {
            self.0.remove(0);
        }
        self.0.push((question, answer));
    }
}

impl<Question, Answer> Default for Latest<Question, Answer> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// The judgements made so far.
pub(crate) type Judgements = HashMap<Alike, Judgement>;

/// What an [`Opened`](crate::Opened) remembers of its own answers. May be asked from several threads.
#[derive(Default)]
pub(crate) struct Remembered {
    inner: Mutex<Inner>,
    days: OnceLock<Option<(NaiveDate, NaiveDate)>>,
    /// What the calendars tell all of: as read, and only as far as files state it.
    told: [OnceLock<Option<Stretch>>; 2],
}

#[derive(Default)]
struct Inner {
    /// The widest window so far.
    expanded: Option<Arc<Expanded>>,
    /// What was said about the occurrences of the widest window.
    judged: Option<Arc<Vec<Classified>>>,
    judgements: Arc<Judgements>,
    /// A bound left something out of a window: from then on each window is worked out by itself.
    bounded: bool,
    /// The windows asked for last.
    asked: Latest<(DateTime<Utc>, DateTime<Utc>), Window>,
    /// The periods reported about last.
    counted: Latest<Asked, Arc<Counted>>,
    /// The periods screens asked about last.
    periods: Latest<Scope, CountedPeriod>,
    /// The default week of a week.
    default_week: Option<(IsoWeek, IsoWeek)>,
}

/// The classified occurrences of a window.
#[derive(Clone)]
pub(crate) struct Window {
    pub(crate) from: DateTime<Utc>,
    pub(crate) to: DateTime<Utc>,
    /// By start.
    pub(crate) classified: Arc<Vec<Classified>>,
    /// What a bound of the expansion left out.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// The occurrences of a window.
pub(crate) struct Expanded {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    zone: Tz,
    pub(crate) expansion: Expansion,
    /// Of each occurrence, the last instant that it or an earlier one reaches.
    reach: Vec<DateTime<Utc>>,
}

impl Expanded {
    pub(crate) fn new(
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        zone: Tz,
        expansion: Expansion,
    ) -> Self {
        let mut furthest = DateTime::<Utc>::MIN_UTC;
        let ends = expansion.occurrences.iter().map(|occurrence| {
            furthest = furthest.max(occurrence.span.instants(zone).1);
            furthest
        });
        Self {
            reach: ends.collect(),
            from,
            to,
            zone,
            expansion,
        }
    }

    fn is_bounded(&self) -> bool {
        !self.expansion.diagnostics.is_empty()
    }

    /// Whether a window can be cut from this one.
    fn holds(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> bool {
        !self.is_bounded() && self.from <= from && to <= self.to
    }

    /// The places of the occurrences that overlap a part of the window.
    pub(crate) fn places(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> impl Iterator<Item = usize> {
        // The expansion looks at whole seconds.
        let (from, to) = (whole_second(from), whole_second(to));
        let all = &self.expansion.occurrences;
        let start = |occurrence: &Occurrence| occurrence.span.instants(self.zone).0;
        let first = self.reach.partition_point(|reach| *reach < from);
        let last = all.partition_point(|occurrence| start(occurrence) < to);
        (first..last.max(first)).filter(move |&place| {
            all.get(place)
                .is_some_and(|occurrence| occurrence.span.overlaps(from, to, self.zone))
        })
    }
}

fn whole_second(at: DateTime<Utc>) -> DateTime<Utc> {
    at.with_nanosecond(0).unwrap_or(at)
}

/// The name of a VEVENT in [`Alike`].
pub(crate) fn place_of(event: &Arc<Event>) -> usize {
    Arc::as_ptr(event).addr()
}

impl Remembered {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        // Whoever panicked while holding it had nothing half done: entries are put in whole.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The zone is another one.
    pub(crate) fn forget_all(&mut self) {
        *self.lock() = Inner::default();
    }

    /// What occurrences are judged to be has changed; when they are has not.
    pub(crate) fn forget_judgements(&mut self) {
        let mut inner = self.lock();
        inner.judged = None;
        inner.judgements = Arc::default();
        inner.asked = Latest::default();
        inner.counted = Latest::default();
        inner.periods = Latest::default();
    }

    /// How they are counted has changed.
    pub(crate) fn forget_counted(&mut self) {
        let mut inner = self.lock();
        inner.counted = Latest::default();
        inner.periods = Latest::default();
    }

    /// The first and the last day of the calendars, worked out once.
    pub(crate) fn days(
        &self,
        days: impl FnOnce() -> Option<(NaiveDate, NaiveDate)>,
    ) -> Option<(NaiveDate, NaiveDate)> {
        *self.days.get_or_init(days)
    }

    /// The days the calendars tell all of, worked out once.
    pub(crate) fn told(
        &self,
        stated_only: bool,
        told: impl FnOnce() -> Option<Stretch>,
    ) -> Option<Stretch> {
        let [read, stated] = &self.told;
        let known = if stated_only { stated } else { read };
        *known.get_or_init(told)
    }

    /// The default week of a week, worked out once.
    pub(crate) fn default_week(&self, this: IsoWeek, find: impl FnOnce() -> IsoWeek) -> IsoWeek {
        let known = self.lock().default_week.filter(|(of, _)| *of == this);
        if let Some((_, week)) = known {
            return week;
        }
        let week = find();
        self.lock().default_week = Some((this, week));
        week
    }

    /// A window that was expanded already and holds all of `[from, to)`.
    pub(crate) fn expanded(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Option<Arc<Expanded>> {
        let inner = self.lock();
        inner.expanded.clone().filter(|known| known.holds(from, to))
    }

    /// The occurrences of a window that holds `[from, to)`: a known one, else one that `expand` gives.
    pub(crate) fn expand(
        &self,
        (from, to): (DateTime<Utc>, DateTime<Utc>),
        zone: Tz,
        expand: impl Fn(DateTime<Utc>, DateTime<Utc>) -> Expansion,
    ) -> Arc<Expanded> {
        let (known, bounded) = {
            let inner = self.lock();
            (inner.expanded.clone(), inner.bounded)
        };
        if let Some(known) = known.as_ref().filter(|known| known.holds(from, to)) {
            return Arc::clone(known);
        }
        let new = |from, to| Expanded::new(from, to, zone, expand(from, to));
        if let (Some(known), false) = (&known, bounded) {
            let begin = if from < known.from {
                from - FARTHER
            } else {
                known.from
            };
            let end = if to > known.to {
                to + FARTHER
            } else {
                known.to
            };
            let wider = Arc::new(new(begin, end));
            if !wider.is_bounded() {
                let mut inner = self.lock();
                inner.expanded = Some(Arc::clone(&wider));
                inner.judged = None;
                return wider;
            }
            self.lock().bounded = true;
        }
        let exact = Arc::new(new(from, to));
        let mut inner = self.lock();
        if exact.is_bounded() {
            inner.bounded = true;
        } else if inner.expanded.is_none() {
            inner.expanded = Some(Arc::clone(&exact));
            inner.judged = None;
        }
        exact
    }

    /// A window that was asked for before.
    pub(crate) fn window(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Option<Window> {
        self.lock().asked.find(|asked| *asked == (from, to))
    }

    /// What was said about the occurrences of an expanded window; `judge` says it where nothing was.
    pub(crate) fn judged(
        &self,
        expanded: &Arc<Expanded>,
        judge: impl FnOnce(&mut Judgements) -> Vec<Classified>,
    ) -> Arc<Vec<Classified>> {
        let mut judgements = {
            let inner = self.lock();
            let is_widest = inner
                .expanded
                .as_ref()
                .is_some_and(|widest| Arc::ptr_eq(widest, expanded));
            if let Some(judged) = inner.judged.as_ref().filter(|_| is_widest) {
                return Arc::clone(judged);
            }
            Arc::clone(&inner.judgements)
        };
        let judged = Arc::new(judge(Arc::make_mut(&mut judgements)));
        let mut inner = self.lock();
        let is_widest = inner
            .expanded
            .as_ref()
            .is_some_and(|widest| Arc::ptr_eq(widest, expanded));
        inner.judgements = judgements;
        if is_widest {
            inner.judged = Some(Arc::clone(&judged));
        }
        judged
    }

    /// Keeps a window that was asked for.
    pub(crate) fn keep_window(&self, window: Window) {
        self.lock().asked.keep((window.from, window.to), window);
    }

    /// A period that was counted before, of these calendars.
    pub(crate) fn counted(&self, period: Period, calendars: &[CalendarId]) -> Option<Arc<Counted>> {
        let is_it = |asked: &Asked| asked.0 == period && asked.1 == calendars;
        self.lock().counted.find(is_it)
    }

    /// Keeps a counted period.
    pub(crate) fn keep_counted(
        &self,
        period: Period,
        calendars: &[CalendarId],
        counted: &Arc<Counted>,
    ) {
        let asked = (period, calendars.to_vec());
        self.lock().counted.keep(asked, Arc::clone(counted));
    }

    /// A period that a screen asked about before.
    pub(crate) fn counted_period(&self, scope: &Scope) -> Option<CountedPeriod> {
        self.lock().periods.find(|asked| asked == scope)
    }

    /// Keeps a period that a screen asks about.
    pub(crate) fn keep_counted_period(&self, scope: Scope, counted: &CountedPeriod) {
        self.lock().periods.keep(scope, counted.clone());
    }
}
