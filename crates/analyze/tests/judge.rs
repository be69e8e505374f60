//! A second implementation that shares no code and no idea with the first: arrays of minutes, one entry each.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use weekwise_model::{
    BusyStatus, Category, Classified, DayEffect, Kind, Period, Response, Settings, Shape, Span,
    Status, Transparency,
};

/// Shares of a minute are counted in these: divisible by all numbers up to 16.
pub const MINUTE: i64 = 720_720;

/// What the judge found, in minutes.
#[derive(Debug, Default)]
pub struct Verdict {
    pub denominator: i64,
    pub booked: i64,
    pub open_focus: i64,
    pub fragments: i64,
    pub conflict: i64,
    pub meetings: i64,
    pub after_hours: i64,
    pub capacity: i64,
    pub focus_time: i64,
    /// Of each occurrence, in parts of a minute.
    pub of: Vec<i64>,
    /// Booked and meeting minutes of each day.
    pub days: BTreeMap<NaiveDate, (i64, i64)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Use {
    /// Counted, with this rank.
    Counted(u8),
    TimeOff,
    Personal,
    /// No working time, and no less capacity.
    MadeUp,
    Nothing,
}

fn use_of(c: &Classified, settings: &Settings) -> Use {
    let event = &c.occurrence.event;
    let (start, end) = c.occurrence.span.instants(settings.zone);
    let long = nearest(end) - nearest(start) >= 12 * 60;
    let whole_days = matches!(c.occurrence.span, Span::AllDay { .. });
    let leave = matches!(c.classification.kind, Kind::TimeOff | Kind::PublicHoliday);
    let free = event.transparency == Transparency::Transparent
        || event.busy_status == Some(BusyStatus::Free)
        || event.busy_status == Some(BusyStatus::WorkingElsewhere);
    if event.status == Status::Cancelled || c.response == Response::Declined {
        return Use::Nothing;
    }
    if free {
        return if whole_days && leave {
            Use::TimeOff
        } else {
            Use::Nothing
        };
    }
    if whole_days || long {
        let away = leave || event.busy_status == Some(BusyStatus::OutOfOffice);
        return if away { Use::TimeOff } else { Use::Nothing };
    }
    let promised = event.status == Status::Confirmed
        && event.busy_status != Some(BusyStatus::Tentative)
        && matches!(c.response, Response::Accepted | Response::Unknown);
    if !promised && !settings.count_tentative {
        return Use::Nothing;
    }
    if c.classification.category == Category::Personal {
        let short = nearest(end) - nearest(start) <= 45;
        let noon = c.classification.kind == Kind::LunchBreak || c.day.is_break_at_noon();
        let back = c.recurrence().is_some() && c.day.effect == DayEffect::Break;
        let made_up = short && back && !noon && c.day.decided_by.is_none();
        return if made_up { Use::MadeUp } else { Use::Personal };
    }
    Use::Counted(match (c.shape, promised) {
        (Shape::Meeting | Shape::Unknown, true) => 1,
        (Shape::Meeting, false) => 2,
        (Shape::Block, _) | (Shape::Unknown, false) => 3,
    })
}

#[expect(clippy::cast_possible_truncation, reason = "minutes of a test")]
fn nearest(at: DateTime<Utc>) -> i64 {
    (at.timestamp() as f64 / 60.0 + 0.5).floor() as i64
}

/// Judges a period without the occurrences whose index `without` picks.
pub fn judge(
    all: &[Classified],
    period: &Period,
    settings: &Settings,
    without: impl Fn(usize) -> bool,
) -> Verdict {
    let uses: Vec<Use> = all
        .iter()
        .enumerate()
        .map(|(index, c)| {
            if without(index) {
                Use::Nothing
            } else {
                use_of(c, settings)
            }
        })
        .collect();
    let spans: Vec<(i64, i64)> = all
        .iter()
        .map(|c| {
            let (mut start, mut end) = c.occurrence.span.instants(period.zone);
            // A whole day off is over when it is over at the place where it is taken.
            if let Span::AllDay {
                start: first,
                end: after,
            } = c.occurrence.span
            {
                start = Span::AllDay {
                    start: first,
                    end: first,
                }
                .instants(zone_on(settings, first))
                .0;
                let last = after.pred_opt().unwrap();
                end = Span::AllDay {
                    start: after,
                    end: after,
                }
                .instants(zone_on(settings, last))
                .0;
            }
            (nearest(start), nearest(end))
        })
        .collect();
    let (from, to) = (nearest(period.from), nearest(period.to));
    let mut verdict = Verdict {
        of: vec![0; all.len()],
        ..Verdict::default()
    };
    let mut walls: Vec<(Tz, WorkClocks)> = std::iter::once(period.zone)
        .chain(
            settings
                .marks
                .stays
                .iter()
                .map(|stay| stay.zone.parse().unwrap()),
        )
        .map(|zone| (zone, WorkClocks::default()))
        .collect();
    let mut stretch = Stretch::default();
    // Two days early, so that the clocks know whether work has begun.
    for minute in from - 2 * 24 * 60..to {
        let now = DateTime::from_timestamp(minute * 60, 0).unwrap();
        let date = now.with_timezone(&period.zone).date_naive();
        // Every wall there is shows a date and a time; the one I look at on that date says whether I work.
        let mut working = false;
        for (zone, clocks) in &mut walls {
            let wall = now.with_timezone(zone);
            let there = wall.date_naive();
            let works = clocks.tick(settings, there, wall.hour() * 60 + wall.minute());
            let off = settings.marks.days_off.contains(&there);
            working |= works && !off && zone_on(settings, there) == *zone;
        }
        if minute < from {
            continue;
        }
        let here = |i: &usize| spans[*i].0 <= minute && minute < spans[*i].1;
        let there: Vec<usize> = (0..all.len()).filter(here).collect();
        working &= !there
            .iter()
            .any(|&i| matches!(uses[i], Use::TimeOff | Use::Personal));
        let made_up = working && there.iter().any(|&i| uses[i] == Use::MadeUp);
        working &= !made_up;
        let claims: Vec<(usize, u8)> = there
            .iter()
            .filter_map(|&i| {
                if let Use::Counted(rank) = uses[i] {
                    Some((i, rank))
                } else {
                    None
                }
            })
            .collect();
        let best = claims.iter().map(|(_, rank)| *rank).min();
        let takers: Vec<usize> = claims
            .iter()
            .filter(|(_, rank)| Some(*rank) == best)
            .map(|(i, _)| *i)
            .collect();
        for &taker in &takers {
            verdict.of[taker] += MINUTE / i64::try_from(takers.len()).unwrap();
        }
        let meeting = claims.iter().any(|(i, _)| all[*i].shape == Shape::Meeting);
        let only_focus = claims.iter().all(|(i, _)| {
            all[*i].shape == Shape::Block && all[*i].classification.category == Category::DeepWork
        });
        let booked = !claims.is_empty();
        verdict.denominator += i64::from(working || booked);
        verdict.booked += i64::from(booked);
        verdict.capacity += i64::from(working || made_up);
        verdict.conflict += i64::from(claims.len() > 1);
        verdict.meetings += i64::from(meeting && working);
        verdict.after_hours += i64::from(meeting && !working);
        let day = verdict.days.entry(date).or_default();
        day.0 += i64::from(booked);
        day.1 += i64::from(meeting && working);
        stretch.tick(
            &mut verdict,
            settings,
            date,
            working && only_focus,
            working && !booked,
        );
    }
    stretch.end(&mut verdict, settings);
    verdict
}

/// Whose wall I look at on a date.
fn zone_on(settings: &Settings, date: NaiveDate) -> Tz {
    for stay in &settings.marks.stays {
        if stay.first <= date && date <= stay.last {
            return stay.zone.parse().unwrap();
        }
    }
    settings.zone
}

/// For each range of a day: whether the wall clock has reached its start, and its end.
#[derive(Default)]
struct WorkClocks {
    date: NaiveDate,
    ranges: Vec<(bool, bool)>,
}

impl WorkClocks {
    fn tick(&mut self, settings: &Settings, date: NaiveDate, minute: u32) -> bool {
        let ranges = &settings.hours.days[date.weekday().num_days_from_monday() as usize];
        if date != self.date {
            *self = Self {
                date,
                ranges: vec![(false, false); ranges.len()],
            };
        }
        let seconds = minute * 60;
        let mut working = false;
        for (range, (begun, ended)) in ranges.iter().zip(&mut self.ranges) {
            *begun |= seconds >= range.start.num_seconds_from_midnight();
            *ended |= seconds >= range.end.num_seconds_from_midnight();
            working |= *begun && !*ended;
        }
        working
    }
}

/// The free-or-focus stretch at hand.
#[derive(Default)]
struct Stretch {
    date: NaiveDate,
    minutes: i64,
    free: i64,
}

impl Stretch {
    fn tick(
        &mut self,
        verdict: &mut Verdict,
        settings: &Settings,
        date: NaiveDate,
        usable: bool,
        free: bool,
    ) {
        if !usable || date != self.date {
            self.end(verdict, settings);
            self.date = date;
        }
        self.minutes += i64::from(usable);
        self.free += i64::from(free);
    }

    fn end(&mut self, verdict: &mut Verdict, settings: &Settings) {
        if self.minutes >= i64::from(settings.focus_minutes) {
            verdict.focus_time += self.minutes;
            verdict.open_focus += self.free;
        } else {
            verdict.fragments += self.free;
        }
        (self.minutes, self.free) = (0, 0);
    }
}
