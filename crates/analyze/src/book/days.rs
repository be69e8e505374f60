//! The local days of a period: when I work on each, and who wants its time.

use weekwise_model::{Classified, Counting, NotCounted, Period, Settings, Whereabouts};

use super::claim::Claim;
use super::counting::is_time_off;
use super::day::Day;
use super::intervals::{Interval, around, subtract, union};
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
    let (time_off, mut personal) = absences(occurrences, counting, &whereabouts);
    personal.extend(travel(occurrences, counting, claims, period));
    let personal = union(personal);
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
            let scheduled = subtract(&hours, around(&time_off, span));
            let work = subtract(&scheduled, around(&personal, span));
            Some(Day {
                date,
                span,
                has_hours: worked.named,
                begins: worked.begins.map(minute_of),
                scheduled,
                work,
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

/// Time off, and personal occurrences that would count if they were work: two sets. Whole days off are days where the
/// user is.
fn absences(
    occurrences: &[Classified],
    counting: &[Counting],
    whereabouts: &Whereabouts,
) -> (Vec<Interval>, Vec<Interval>) {
    let (mut time_off, mut personal) = (Vec::new(), Vec::new());
    for (classified, &counting) in occurrences.iter().zip(counting) {
        let span = || interval_of(whereabouts.instants_of(classified.occurrence.span));
        if counting == Counting::NotCounted(NotCounted::Personal) {
            personal.push(span());
        } else if is_time_off(classified, counting) {
            time_off.push(span());
        }
    }
    (union(time_off), union(personal))
}
