//! When somebody works, read from when things are: first and last work of each day, days without any, the break at noon.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};
use std::sync::Arc;
use weekwise_model::{
    Calendar, Classified, DayEffect, Event, Kind, Response, Span, TimeRange, WallSpan,
};

/// Fewer events and series tell nothing: each of them may be an exception.
const FEWEST_SERIES: usize = 5;
/// From so many days with work on their hours say something.
const FEWEST_DAYS: usize = 10;
/// From so many weeks a weekday without work says something.
const FEWEST_WEEKS: usize = 4;
/// One day in so many begins earlier, or ends later, than usual.
const OUTLIERS: usize = 10;
/// Usual days begin and end on such minutes.
const STEP: i64 = 30;
/// When a day may begin, in minutes of the wall clock, and how long it may be.
const EARLIEST: i64 = 6 * 60;
const LATEST: i64 = 12 * 60;
const SHORTEST: i64 = 6 * 60;
const LONGEST: i64 = 10 * 60 + 30;
/// So many minutes outside are none.
const GRACE: i64 = 5;
/// Hours of a usual working day, less lunch.
const USUAL_HOURS: f64 = 8.0;
/// What it costs to leave the work of a day outside, to begin and to end an hour away from where most days do, and to be
/// an hour longer or shorter than usual. Chosen on half of the labelled writers.
const OUTSIDE: f64 = 2.5;
const AWAY_FROM_FIRST: f64 = 0.6;
const AWAY_FROM_LAST: f64 = 1.0;
const UNUSUAL_LENGTH: f64 = 6.0;
/// A break at noon on fewer days is none of every day.
const FEWEST_LUNCHES: usize = 4;
/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// What was read; what nothing tells is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Habits {
    /// When a usual day begins and ends.
    pub hours: Option<TimeRange>,
    /// Working days, Monday as 1, in order; where they are not Monday to Friday.
    pub days: Option<Vec<u8>>,
    /// The break at noon.
    pub lunch: Option<TimeRange>,
}

/// Reads habits from occurrences of some weeks, on the clock of `zone`.
pub fn habits(all: &[Classified], zone: Tz) -> Habits {
    let mut days: BTreeMap<NaiveDate, (i64, i64)> = BTreeMap::new();
    let mut lunches: HashMap<(i64, i64), usize> = HashMap::default();
    let mut series: HashSet<&str> = HashSet::default();
    for classified in all {
        let Some((date, from, to)) = wall(classified, zone) else {
            continue;
        };
        if is_lunch(classified, from, to) {
            *lunches.entry((from, to)).or_default() += 1;
        } else if is_work(classified) {
            series.insert(classified.series_uid());
            let day = days.entry(date).or_insert((from, to));
            *day = (day.0.min(from), day.1.max(to));
        }
    }
    if series.len() < FEWEST_SERIES {
        days.clear();
    }
    let lunch = lunches
        .into_iter()
        .max_by_key(|(range, times)| (*times, std::cmp::Reverse(*range)));
    let lunch = lunch
        .filter(|(_, times)| *times >= FEWEST_LUNCHES)
        .map(|(range, _)| range);
    let lunch_minutes = lunch.map_or(0, |(from, to)| to - from);
    Habits {
        hours: hours(&days, lunch_minutes),
        days: weekdays(&days),
        lunch: lunch.and_then(as_range),
    }
}

/// The date, and from when to when on the wall; nothing for whole days, nights and what has no length.
fn wall(classified: &Classified, zone: Tz) -> Option<(NaiveDate, i64, i64)> {
    let Span::Timed { start, end } = classified.occurrence.span else {
        return None;
    };
    let local = |at: DateTime<Utc>| at.with_timezone(&zone);
    let minute = |at: DateTime<Utc>| i64::from(local(at).hour() * 60 + local(at).minute());
    let same_day = local(start).date_naive() == local(end).date_naive();
    (same_day && start < end).then(|| (local(start).date_naive(), minute(start), minute(end)))
}

fn is_lunch(classified: &Classified, from: i64, to: i64) -> bool {
    let noon = 10 * 60 <= from && to <= 16 * 60 && to - from <= 90;
    let named =
        classified.classification.kind == Kind::LunchBreak || classified.day.is_break_at_noon();
    classified.day.effect == DayEffect::Break && noon && named
}

/// Work that I take part in.
fn is_work(classified: &Classified) -> bool {
    classified.day.effect == DayEffect::Work
        && classified.response != Response::Declined
        && classified.category().work_index().is_some()
}

/// The usual first and last minute: of all days between plausible hours the one that leaves least work outside, begins
/// and ends near the first and last work of most days, and is about as long as working days are.
fn hours(days: &BTreeMap<NaiveDate, (i64, i64)>, lunch: i64) -> Option<TimeRange> {
    if days.len() < FEWEST_DAYS {
        return None;
    }
    let mut first: Vec<i64> = days.values().map(|(from, _)| *from).collect();
    let mut last: Vec<i64> = days.values().map(|(_, to)| *to).collect();
    first.sort_unstable();
    last.sort_unstable();
    let apart = days.len() / OUTLIERS;
    let (begins, ends) = (*first.get(apart)?, *last.get(last.len() - 1 - apart)?);
    let part = |of: usize| of as f64 / days.len() as f64;
    let cost = |from: i64, to: i64| {
        let early = part(first.partition_point(|at| *at < from - GRACE));
        let late = part(last.len() - last.partition_point(|at| *at <= to + GRACE));
        let apart = |a: i64, b: i64| (a - b).abs() as f64 / 60.0;
        let net = (to - from - lunch) as f64 / 60.0;
        OUTSIDE * (early + late)
            + AWAY_FROM_FIRST * apart(from, begins)
            + AWAY_FROM_LAST * apart(to, ends)
            + UNUSUAL_LENGTH * (net - USUAL_HOURS).abs()
    };
    let steps = |from: i64, to: i64| (from / STEP..=to / STEP).map(|step| step * STEP);
    let plausible = steps(EARLIEST, LATEST).flat_map(|from| {
        let ends = steps(from + SHORTEST, from + LONGEST);
        ends.map(move |to| (from, to))
    });
    let best = plausible.min_by(|a, b| cost(a.0, a.1).total_cmp(&cost(b.0, b.1)))?;
    as_range(best)
}

/// Which weekdays are worked, where that is not Monday to Friday.
fn weekdays(days: &BTreeMap<NaiveDate, (i64, i64)>) -> Option<Vec<u8>> {
    let mut weeks: Vec<_> = days.keys().map(NaiveDate::iso_week).collect();
    weeks.dedup();
    if weeks.len() < FEWEST_WEEKS {
        return None;
    }
    let mut times = [0_usize; 7];
    for date in days.keys() {
        if let Some(times) = times.get_mut(date.weekday().num_days_from_monday() as usize) {
            *times += 1;
        }
    }
    // A weekday is worked where something happens on it now and then; at the weekend in most weeks.
    let usual = |day: usize| {
        if day < 5 {
            weeks.len() / 8
        } else {
            weeks.len() / 2
        }
    };
    let worked: Vec<u8> = (1_u8..)
        .zip(times.iter().enumerate())
        .filter(|(_, (day, times))| **times > usual(*day))
        .map(|(number, _)| number)
        .collect();
    (worked != [1, 2, 3, 4, 5] && worked.len() >= 2).then_some(worked)
}

fn as_range((from, to): (i64, i64)) -> Option<TimeRange> {
    let at = |minute: i64| {
        let minute = u32::try_from(minute.min(DAY - 1)).ok()?;
        NaiveTime::from_hms_opt(minute / 60, minute % 60, 0)
    };
    Some(TimeRange {
        start: at(from)?,
        end: at(to)?,
    })
}

/// The zone the calendars were written in, and whether a line of theirs states it (`X-WR-TIMEZONE`); else it is the zone
/// most events were written in. `None` where neither tells.
pub fn guess_zone<'a>(
    events: impl IntoIterator<Item = &'a Arc<Event>>,
    calendars: &[Calendar],
) -> Option<(Tz, bool)> {
    let mut in_zone: HashMap<Tz, usize> = HashMap::default();
    let mut of_calendar: HashMap<_, usize> = HashMap::default();
    for event in events {
        if let WallSpan::Timed { zone, .. } = event.first {
            *of_calendar.entry(event.calendar).or_default() += 1;
            if let Some(zone) = zone {
                *in_zone.entry(zone).or_default() += 1;
            }
        }
    }
    // What a calendar says counts for all that is in it. UTC is said by exporters that know no better.
    let stated = calendars.iter().filter_map(|calendar| {
        let zone: Tz = calendar.zone.as_deref()?.parse().ok()?;
        let times = of_calendar.get(&calendar.id).copied().unwrap_or(0);
        (!is_nowhere(zone)).then_some((zone, times))
    });
    if let Some((zone, _)) =
        stated.max_by_key(|(zone, times)| (*times, std::cmp::Reverse(zone.name())))
    {
        return Some((zone, true));
    }
    let written: usize = in_zone.values().sum();
    let most = in_zone
        .into_iter()
        .max_by_key(|(zone, times)| (*times, std::cmp::Reverse(zone.name())));
    most.filter(|(zone, times)| !is_nowhere(*zone) && times * 2 > written)
        .map(|(zone, _)| (zone, false))
}

/// Zones nobody lives in.
fn is_nowhere(zone: Tz) -> bool {
    let name = zone.name();
    name.starts_with("Etc/")
        || matches!(
            name,
            "UTC" | "GMT" | "Zulu" | "UCT" | "Universal" | "Greenwich"
        )
}
