//! Which series began in a period, which ended, and which go on without me.
//!
//! A series is said to have begun or ended only where the export tells the other side too: the weeks before its first time, or
//! after its last, long enough for one that is merely rare to show.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use weekwise_analyze::{
    CountedPeriod, MeetingsQuestion, counting_of_all, days_between, ends_before,
};
use weekwise_model::{
    Classified, Counting, LookBack, LookBackSeries, Recurrence, SeriesRow, Stretch, words,
};

use crate::asks::is_without_me;
use crate::opened::HISTORY;
use crate::{Clock, EngineError, Opened};

/// So many weeks have to be told on the other side at least…
const OTHER_SIDE: f64 = 28.0;
/// …and so many of a series' own turns.
const TURNS: f64 = 2.0;
/// How far after the period a series is followed.
const AHEAD: TimeDelta = TimeDelta::weeks(26);
/// Held less often it is no series yet, whatever its rule says.
const FEWEST: u32 = 2;
/// What is over within so many days is an occasion, such as the days of a release.
const OCCASION: i64 = 14;
/// So many of each are told.
const MOST: usize = 8;

/// From when to when a series was held with me.
struct Life<'c> {
    first: DateTime<Utc>,
    last: DateTime<Utc>,
    recurrence: Option<&'c Recurrence>,
    /// Times it was held without me, by start.
    without_me: Vec<DateTime<Utc>>,
}

/// What became of a series in a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Began,
    Ended,
    Left,
}

impl Opened {
    /// Fills in what began, what ended, and what goes on without me.
    pub(super) fn tell_series(
        &self,
        answer: &mut LookBack,
        counted: &CountedPeriod,
        ticked: &BTreeSet<String>,
        clock: &Clock,
    ) -> Result<(), EngineError> {
        let Some(told) = answer.told else {
            return Ok(());
        };
        let period = counted.period();
        let (from, to) = (period.from - HISTORY, period.to.max(clock.now()) + AHEAD);
        let (all, _) = self.classified(from, to);
        let lives = self.lives(&all);
        let question = MeetingsQuestion {
            now: clock.now(),
            ahead: &[],
            calendars: &HashMap::new(),
        };
        let rows = weekwise_analyze::meetings(counted, &question)?.series;
        let around = self.told_around(clock);
        let mut unsure = 0;
        for row in rows.iter().filter(|row| row.recurring) {
            let Some(life) = lives.get(row.uid.as_str()) else {
                continue;
            };
            if (life.last - life.first).num_days() < OCCASION {
                continue;
            }
            let (fates, sure) = self.fates(life, told, around, clock);
            unsure += usize::from(!sure && row.times >= FEWEST);
            for fate in fates {
                let series = self.told_series(row, life, fate, told, ticked);
                match fate {
                    Fate::Began if row.times >= FEWEST => answer.began.push(series),
                    Fate::Began => {}
                    Fate::Ended => answer.ended.push(series),
                    Fate::Left => answer.left.push(series),
                }
            }
        }
        answer.series_text = text(&answer.began, &answer.ended, unsure > 0);
        for list in [&mut answer.began, &mut answer.ended, &mut answer.left] {
            list.sort_by(|a, b| {
                let order = b.hours_per_week.total_cmp(&a.hours_per_week);
                order.then_with(|| (a.day, &a.uid).cmp(&(b.day, &b.uid)))
            });
            list.truncate(MOST);
        }
        if unsure > 0 {
            let (they, them) = match unsure {
                1 => ("it", "it"),
                _ => ("they", "them"),
            };
            answer.notes.push(format!(
                "Of {} it cannot be said whether {they} began or ended: the export tells too little of the weeks around {them}.",
                words::count(unsure, "series", "series")
            ));
        }
        Ok(())
    }

    /// The days outside which the export tells nothing of a series' beginning and end.
    fn told_around(&self, clock: &Clock) -> Stretch {
        let today = clock.today(self.settings.zone);
        let known = self.told().or_else(|| {
            let (from, to) = self.known_days()?;
            Some(Stretch { from, to })
        });
        let known = known.unwrap_or(Stretch {
            from: today,
            to: today,
        });
        Stretch {
            to: known.to.min(today),
            ..known
        }
    }

    /// Every series of some occurrences, from when to when it was held with me.
    fn lives<'c>(&self, all: &'c [Classified]) -> HashMap<&'c str, Life<'c>> {
        let zone = self.settings.zone;
        let counting = counting_of_all(all, &self.settings);
        let mut lives: HashMap<&str, Life<'_>> = HashMap::new();
        let mut without: HashMap<&str, Vec<DateTime<Utc>>> = HashMap::new();
        for (classified, counting) in all.iter().zip(counting) {
            let uid = classified.series_uid();
            let start = classified.occurrence.span.instants(zone).0;
            if is_without_me(classified, counting) {
                without.entry(uid).or_default().push(start);
                continue;
            }
            if !matches!(counting, Counting::Counted { .. }) {
                continue;
            }
            let recurrence = classified.recurrence();
            let life = lives.entry(uid).or_insert(Life {
                first: start,
                last: start,
                recurrence,
                without_me: Vec::new(),
            });
            life.first = life.first.min(start);
            life.last = life.last.max(start);
            life.recurrence = recurrence.or(life.recurrence);
        }
        for life in lives.values_mut() {
            // Its rule may have begun before the half year that is looked at.
            let rule = life.recurrence.map(|rule| rule.first.instants(zone).0);
            life.first = rule.map_or(life.first, |first| life.first.min(first));
        }
        for (uid, starts) in without {
            if let Some(life) = lives.get_mut(uid) {
                life.without_me = starts;
            }
        }
        lives
    }

    /// What became of a series in the days that are told; and whether that is all there is to say of it.
    fn fates(
        &self,
        life: &Life<'_>,
        told: Stretch,
        around: Stretch,
        clock: &Clock,
    ) -> (Vec<Fate>, bool) {
        let (first, last) = (self.local(life.first), self.local(life.last));
        let turn = life.recurrence.and_then(days_between).unwrap_or(7.0);
        let needed = OTHER_SIDE.max(turn * TURNS);
        let far = |from: NaiveDate, to: NaiveDate| (to - from).num_days() as f64 >= needed;
        let inside = |day: NaiveDate| told.from <= day && day <= told.to;
        let (mut fates, mut sure) = (Vec::new(), true);
        if inside(first) {
            if far(around.from, first) {
                fates.push(Fate::Began);
            } else {
                sure = false;
            }
        }
        if inside(last) {
            let by_rule = life
                .recurrence
                .is_some_and(|rule| ends_before(rule, clock.now()));
            let later = life.without_me.iter().filter(|start| **start > life.last);
            if later.count() >= FEWEST as usize {
                fates.push(Fate::Left);
            } else if by_rule || far(last, around.to) {
                fates.push(Fate::Ended);
            } else {
                sure = false;
            }
        }
        (fates, sure)
    }

    fn local(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.settings.zone).date_naive()
    }

    fn told_series(
        &self,
        row: &SeriesRow,
        life: &Life<'_>,
        fate: Fate,
        told: Stretch,
        ticked: &BTreeSet<String>,
    ) -> LookBackSeries {
        let (first, last) = (self.local(life.first), self.local(life.last));
        // Hours a week of the weeks in which it ran, and not of all the others too.
        let ran = (last.min(told.to) - first.max(told.from)).num_days() + 1;
        let weeks = (ran as f64 / 7.0).max(1.0);
        let shown = ticked.contains(&row.uid);
        LookBackSeries {
            uid: row.uid.clone(),
            title: if shown {
                row.summary.clone()
            } else {
                row.kind.label().to_owned()
            },
            ticked: shown,
            category: row.category,
            day: if fate == Fate::Began { first } else { last },
            times: row.times,
            hours_per_week: row.minutes as f64 / 60.0 / weeks,
        }
    }
}

/// `4 series began, +3.5 h a week while they ran; 2 ended, −1 h a week.`
fn text(began: &[LookBackSeries], ended: &[LookBackSeries], unsure: bool) -> String {
    if began.is_empty() && ended.is_empty() {
        let none = if unsure {
            "No series is known to have begun or ended."
        } else {
            "No series began or ended."
        };
        return none.to_owned();
    }
    let hours = |all: &[LookBackSeries], sign: f64| {
        if all.is_empty() {
            return String::new();
        }
        let sum: f64 = all.iter().map(|one| one.hours_per_week).sum();
        format!(", {} a week", words::signed_hours(sign * sum))
    };
    let first = match began.len() {
        0 => "No series".to_owned(),
        n => words::count(n, "series", "series"),
    };
    let second = match ended.len() {
        0 => "none".to_owned(),
        n => n.to_string(),
    };
    let listed = if began.len().max(ended.len()) > MOST {
        format!(" The {MOST} with most hours are listed.")
    } else {
        String::new()
    };
    format!(
        "{first} began{}; {second} ended{}.{listed}",
        hours(began, 1.0),
        hours(ended, -1.0)
    )
}
