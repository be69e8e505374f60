//! The local days of a period: when I work on each, and who wants its time.

use weekwise_model::{
    Classified, Counting, DayEffect, Kind, NotCounted, Period, Settings, Span, Whereabouts,
};

use super::claim::Claim;
use super::counting::is_time_off;
use super::day::Day;
use super::intervals::{Interval, around, intersect, subtract, total, union};
use super::minutes::{interval_of, minute_of};

/// Every local day of a period, with its working time and its claims.
pub(crate) fn days(
    occurrences: &[Classified],
    counting: &[Counting],
    claims: &[Claim],
    period: &Period,
    settings: &Settings,
) -> Vec<Day> {
    let whereabouts = settings.whereabouts();
    let mut absent = Absences::of(occurrences, counting, &whereabouts, settings);
    let ways = travel(occurrences, counting, claims, period);
    absent.personal = union([absent.personal, ways].concat());
    let personal = union([absent.personal.clone(), absent.made_up.clone()].concat());
    let all = interval_of((period.from, period.to));
    if all.is_empty() {
        return Vec::new();
    }
    let mut days: Vec<Day> = period
        .days()
        .filter_map(|date| {
            let next = date.succ_opt()?;
            let whole = Interval {
                start: minute_of(period.midnight(date)),
                end: minute_of(period.midnight(next)),
            };
            let span = whole.overlap(all)?;
            let worked = whereabouts.working_on(date, settings);
            let hours = worked.hours.into_iter().map(interval_of);
            let hours = union(hours.filter_map(|range| range.overlap(span)).collect());
            let scheduled = subtract(&hours, around(&absent.time_off, span));
            let work = subtract(&scheduled, around(&personal, span));
            let errands = intersect(&scheduled, around(&absent.made_up, span));
            let made_up = total(&subtract(&errands, around(&absent.personal, span)));
            Some(Day {
                date,
                span,
                has_hours: worked.named,
                begins: worked.begins.map(minute_of),
                scheduled,
                work,
                made_up,
                claims: Vec::new(),
            })
        })
        .collect();
    for (place, claim) in claims.iter().enumerate() {
        let first = days.partition_point(|day| day.span.end <= claim.span.start);
        for day in days.iter_mut().skip(first) {
            if day.span.start >= claim.span.end {
                break;
            }
            day.claims.push(place);
        }
    }
    days
}

/// The way to what counts, as far as nothing else wants that time: nobody works or plans there.
fn travel(
    occurrences: &[Classified],
    counting: &[Counting],
    claims: &[Claim],
    period: &Period,
) -> Vec<Interval> {
    let way = |(classified, counting): (&Classified, &Counting)| {
        let minutes = i64::from(classified.occurrence.event.travel_minutes);
        let counted = matches!(counting, Counting::Counted { .. });
        let timed = !classified.occurrence.span.is_all_day();
        (minutes > 0 && counted && timed).then(|| {
            let start = minute_of(classified.occurrence.span.instants(period.zone).0);
            Interval {
                start: start - minutes,
                end: start,
            }
        })
    };
    let ways: Vec<Interval> = occurrences.iter().zip(counting).filter_map(way).collect();
    if ways.is_empty() {
        return ways;
    }
    let claimed = union(claims.iter().map(|claim| claim.whole).collect());
    subtract(&union(ways), &claimed)
}

/// An errand that comes back and lasts no longer is made up for on its day: the school run.
const SHORT_ERRAND: i64 = 45;

/// What takes working hours away, as sets of minutes. Whole days off are days where the user is.
struct Absences {
    time_off: Vec<Interval>,
    /// Personal occurrences that would count if they were work.
    personal: Vec<Interval>,
    /// Those of them whose time is made up for.
    made_up: Vec<Interval>,
}

impl Absences {
    fn of(
        occurrences: &[Classified],
        counting: &[Counting],
        whereabouts: &Whereabouts,
        settings: &Settings,
    ) -> Self {
        let (mut time_off, mut personal, mut made_up) = (Vec::new(), Vec::new(), Vec::new());
        for (classified, &counting) in occurrences.iter().zip(counting) {
            let span = || interval_of(whereabouts.instants_of(classified.occurrence.span));
            if counting == Counting::NotCounted(NotCounted::Personal) {
                if is_made_up(classified) && span().minutes() <= SHORT_ERRAND {
                    made_up.push(span());
                } else {
                    personal.push(span());
                }
            } else if is_time_off(classified, counting) {
                time_off.extend(
                    part_of(classified, whereabouts, settings).unwrap_or_else(|| vec![span()]),
                );
            }
        }
        Self {
            time_off: union(time_off),
            personal: union(personal),
            made_up: union(made_up),
        }
    }
}

/// The hours of time off that takes only a part of its day.
fn part_of(
    classified: &Classified,
    whereabouts: &Whereabouts,
    settings: &Settings,
) -> Option<Vec<Interval>> {
    let Span::AllDay { start, .. } = classified.occurrence.span else {
        return None;
    };
    let taken = [classified.day.part?.of(settings.hours.on(start))];
    let on_the_date = |date| if date == start { &taken[..] } else { &[] };
    let taken = whereabouts.on(start, on_the_date).into_iter();
    Some(taken.map(interval_of).collect())
}

/// Whether it is something of one's own that comes back, and neither the break at noon nor called a break by the user.
fn is_made_up(classified: &Classified) -> bool {
    let day = &classified.day;
    day.effect == DayEffect::Break
        && day.decided_by.is_none()
        && classified.recurrence().is_some()
        && !day.is_break_at_noon()
        && classified.classification.kind != Kind::LunchBreak
}
