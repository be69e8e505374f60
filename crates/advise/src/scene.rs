//! A period as advice looks at it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use std::cell::OnceCell;
use std::collections::BTreeMap;

use weekwise_analyze::{
    AnalyzeError, Change, Claim, DaySaid, Interval, Series, Trial, counting_of_all, ends_before,
    instant_of, minute_of, recent,
};
use weekwise_model::{Category, Classified, Counting, Period, Settings, Shape, words};

use crate::negotiability::Negotiator;

/// With less than this part of the usual working hours left, a week is a week away.
const AWAY: f64 = 0.4;
/// Minutes of a week. An hour that the clocks change within is off by one, which “usually” bears.
const WEEK: i64 = 7 * 24 * 60;
/// How many weeks before a period say what is usual.
const WEEKS_BEFORE: i64 = 8;
/// From this part of the meetings on that hide their people, nobody can be advised about others.
const HIDDEN: f64 = 0.5;

/// Where less than one in so many events of a calendar that hides people is somebody's own, it is nobody's calendar.
const OWN: usize = 10;

/// What is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question<'q> {
    /// The occurrences of the period, and of the half year before it.
    pub occurrences: &'q [Classified],
    /// What is asked about.
    pub period: Period,
    /// What it is counted by.
    pub settings: &'q Settings,
    /// What is over by then cannot be changed; what comes again can.
    pub now: DateTime<Utc>,
}

/// The period counted, and what can be done about whom.
pub(crate) struct Scene<'q> {
    pub(crate) trial: Trial<'q>,
    pub(crate) negotiator: Negotiator<'q>,
    pub(crate) now: DateTime<Utc>,
    /// What signals say about days as they are.
    said: BTreeMap<String, DaySaid>,
    /// The profile whose essentials are kept.
    pub(crate) settings: &'q Settings,
    /// What took time in the weeks before the period.
    before: Vec<Interval>,
    /// Whether enough of the work is done alone, in the period or in the half year before it.
    has_own_blocks: bool,
    /// From when to when others are met: many a proposal asks.
    meetings: OnceCell<Option<(NaiveTime, NaiveTime)>>,
}

impl<'q> Scene<'q> {
    pub(crate) fn of(question: &Question<'q>) -> Result<Self, AnalyzeError> {
        let Question {
            occurrences,
            period,
            settings,
            ..
        } = *question;
        let trial = Trial::of(occurrences, recent(period), settings)?;
        Ok(Self::on(trial, question))
    }

    /// The same of a period that is counted already.
    pub(crate) fn on(trial: Trial<'q>, question: &Question<'q>) -> Self {
        let Question {
            occurrences,
            settings,
            now,
            ..
        } = *question;
        let before = if trial.is_short() {
            before(occurrences, trial.period(), settings)
        } else {
            Vec::new()
        };
        let work =
            |c: &&Classified| !c.occurrence.span.is_all_day() && c.category() != Category::Personal;
        let work = || occurrences.iter().filter(work);
        let own = work().filter(|c| c.shape == Shape::Block).count();
        Self {
            has_own_blocks: own > 0 && own * OWN >= work().count(),
            said: trial.said_of_days(&Change::default()),
            trial,
            negotiator: Negotiator::new(&settings.me, &NO_OVERRIDES, occurrences)
                .among(&settings.marks.colleagues),
            now,
            settings,
            before,
            meetings: OnceCell::new(),
        }
    }

    /// Whether the period is told day by day.
    pub(crate) fn is_short(&self) -> bool {
        self.trial.is_short()
    }

    /// The days that signals say less of with a change, by date; over a long period the names of such signals.
    pub(crate) fn lighter(&self, change: &Change) -> Vec<String> {
        if self.said.is_empty() {
            return Vec::new();
        }
        let after = self.trial.said_of_days(change);
        let less =
            |(name, before): &(&String, &DaySaid)| DaySaid::is_less(before, after.get(*name));
        self.said
            .iter()
            .filter(less)
            .map(|(name, _)| name.clone())
            .collect()
    }

    /// A minute on the wall clock of the period.
    pub(crate) fn local(&self, minute: i64) -> NaiveDateTime {
        let zone = self.trial.period().zone;
        instant_of(minute).with_timezone(&zone).naive_local()
    }

    /// The period in weeks.
    pub(crate) fn weeks(&self) -> f64 {
        // By its days: the hour that a change of clocks adds or takes makes a week no longer.
        (self.trial.days().len() as f64 / 7.0).max(1.0 / 7.0)
    }

    /// Whether a minute is still to come.
    pub(crate) fn is_ahead(&self, minute: i64) -> bool {
        minute > minute_of(self.now)
    }

    /// Whether nothing of the period is still to come.
    pub(crate) fn is_over(&self) -> bool {
        self.trial.period().to <= self.now
    }

    /// How far a category is outside its band, in hours of the period: negative below, positive above, 0 within.
    pub(crate) fn gap(&self, category: Category) -> f64 {
        self.trial
            .mix()
            .of(category)
            .map_or(0.0, |share| share.gap_hours)
    }

    /// Whether working time of a date has a break around noon that the calendar tells: between 11 and 15 o’clock, with work
    /// before and after it.
    pub(crate) fn has_break(&self, date: NaiveDate) -> bool {
        let at = |minute: i64| self.local(minute).time();
        let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        let day = self.trial.days().iter().find(|day| day.date == date);
        let work = day.map_or(&[][..], |day| &day.work);
        work.windows(2).any(|pair| match pair {
            [before, after] => at(before.end) >= hour(11) && at(after.start) <= hour(15),
            _ => false,
        })
    }

    /// Whether a time of the week is usually free: in most of the weeks before the period in which anything was booked.
    /// Where nothing is known of them, nothing speaks against it.
    pub(crate) fn is_usually_free(&self, span: Interval) -> bool {
        let first = minute_of(self.trial.period().from);
        let shifted = |weeks: i64| Interval {
            start: span.start - weeks * WEEK,
            end: span.end - weeks * WEEK,
        };
        let week = |weeks: i64| Interval {
            start: first - weeks * WEEK,
            end: first - (weeks - 1) * WEEK,
        };
        let any = |span: Interval| self.before.iter().any(|known| known.overlaps(span));
        let known: Vec<i64> = (1..=WEEKS_BEFORE)
            .filter(|weeks| any(week(*weeks)))
            .collect();
        let free = known.iter().filter(|weeks| !any(shifted(**weeks))).count();
        known.is_empty() || free * 2 > known.len()
    }

    /// Whether others are met so early and so late, on a second day too: one meeting at half past seven is no hour of meetings.
    /// When they work no calendar of mine tells otherwise.
    pub(crate) fn is_hour_of_meetings(&self, span: Interval) -> bool {
        let time = |minute: i64| self.local(minute).time();
        self.hours_of_meetings()
            .is_some_and(|(first, last)| first <= time(span.start) && time(span.end) <= last)
    }

    /// From when to when others are met; `None` where nobody is.
    pub(crate) fn hours_of_meetings(&self) -> Option<(NaiveTime, NaiveTime)> {
        *self.meetings.get_or_init(|| self.seek_hours_of_meetings())
    }

    fn seek_hours_of_meetings(&self) -> Option<(NaiveTime, NaiveTime)> {
        let mut by_day: BTreeMap<NaiveDate, (NaiveTime, NaiveTime)> = BTreeMap::new();
        for claim in self.trial.claims().iter().filter(|claim| claim.meeting) {
            let (start, end) = (self.local(claim.whole.start), self.local(claim.whole.end));
            let (start, end, date) = (start.time(), end.time(), start.date());
            let day = by_day.entry(date).or_insert((start, end));
            *day = (day.0.min(start), day.1.max(end));
        }
        let (mut firsts, mut lasts): (Vec<_>, Vec<_>) = by_day.into_values().unzip();
        firsts.sort_unstable();
        lasts.sort_unstable_by(|a, b| b.cmp(a));
        let second = |times: &[NaiveTime]| times.get(1).or(times.first()).copied();
        second(&firsts).zip(second(&lasts))
    }

    /// Whether a series goes on.
    pub(crate) fn goes_on(&self, claim: &Claim) -> bool {
        let recurrence = self.trial.classified(claim).recurrence();
        recurrence.is_some_and(|recurrence| !ends_before(recurrence, self.now))
    }

    /// The last claim of a series.
    pub(crate) fn last<'s>(&'s self, series: &Series) -> Option<&'s Claim> {
        self.trial.claims().get(*series.claims.last()?)
    }
}

/// What took time in the weeks before a period.
fn before(occurrences: &[Classified], period: Period, settings: &Settings) -> Vec<Interval> {
    let end = minute_of(period.from);
    let start = end - WEEKS_BEFORE * WEEK;
    let counted = counting_of_all(occurrences, settings);
    let counted = occurrences.iter().zip(counted);
    let spans = counted.filter(|(_, counting)| matches!(counting, Counting::Counted { .. }));
    spans
        .map(|(classified, _)| {
            let (from, to) = classified.occurrence.span.instants(period.zone);
            Interval {
                start: minute_of(from),
                end: minute_of(to),
            }
        })
        .filter(|span| span.start < end && start < span.end)
        .collect()
}

/// Nobody has said anything about a series here: corrections of negotiability belong to a plan.
static NO_OVERRIDES: BTreeMap<String, weekwise_model::Touch> = BTreeMap::new();

/// What keeps advice silent, or modest.
pub(crate) enum Modesty {
    /// Nothing does.
    None,
    /// There is hardly any working time.
    Away,
    /// Next to nothing is booked.
    Sparse,
    /// The calendar hides who is there.
    NoPeople,
    /// It hides that, and holds no time that anybody keeps alone: a calendar of meetings, not of a person.
    NobodysOwn,
}

impl Modesty {
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let trial = &scene.trial;
        let usual = usual_minutes(scene);
        let capacity = trial.figures().capacity;
        if capacity == 0 || (capacity as f64) < AWAY * usual as f64 {
            return Self::Away;
        }
        if trial.is_sparse() {
            return Self::Sparse;
        }
        let met = |claim: &&Claim| claim.meeting || claim.perhaps_meeting;
        let meetings = || trial.claims().iter().filter(met);
        let hidden = meetings().filter(|claim| !trial.classified(claim).people_known);
        let all = meetings().count();
        if all > 0 && hidden.count() as f64 >= HIDDEN * all as f64 {
            return if scene.has_own_blocks {
                Self::NoPeople
            } else {
                Self::NobodysOwn
            };
        }
        Self::None
    }

    pub(crate) fn is_silent(&self) -> bool {
        matches!(self, Self::Away | Self::Sparse | Self::NobodysOwn)
    }

    pub(crate) fn knows_people(&self) -> bool {
        matches!(self, Self::None)
    }

    /// Why there is no advice, or only some.
    pub(crate) fn note(&self) -> Option<String> {
        let text = match self {
            Self::None => return None,
            Self::Away => "Most of the working time is time off: there is nothing to change here.",
            Self::Sparse => "Too little is booked to say what to change.",
            Self::NoPeople => {
                "The calendar does not say who is in the meetings: only what you decide alone is advised on."
            }
            Self::NobodysOwn => {
                "The calendar holds meetings without saying who is in them, and no time of your own: it does not tell a week that advice could be about."
            }
        };
        Some(text.to_owned())
    }

    /// Why nothing is advised although something could be.
    pub(crate) fn nothing_good(scene: &Scene<'_>) -> String {
        let hours = scene.trial.hours_to_move();
        if hours < 0.05 {
            return "Every band holds, and no change gives focus time back: leave it as it is."
                .to_owned();
        }
        format!(
            "{} are to be moved, but no single change helps without pushing another band out.",
            words::hours(hours)
        )
    }
}

/// The working hours the settings name for the days of the period, in minutes.
fn usual_minutes(scene: &Scene<'_>) -> i64 {
    let whereabouts = scene.settings.whereabouts();
    let days = scene.trial.days().iter();
    let hours = days.flat_map(|day| whereabouts.on(day.date, |date| scene.settings.hours.on(date)));
    hours
        .map(|(from, to)| minute_of(to) - minute_of(from))
        .sum()
}
