//! How often the hours of a day are right: what events do to the day, against what a careful reader says.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use chrono::{DateTime, NaiveDate, TimeZone, Timelike, Utc};
use weekwise_classify::{guess_zone, habits};
use weekwise_model::{Classified, DayEffect, Span, WorkingHours};

use crate::judged::{Read, read};
use crate::person::{FIRST_MONDAY, Person};
use crate::truth::{Minutes, Truth};

/// Minutes of a wall-clock day.
const DAY: usize = 24 * 60;
/// So close a day's hours are right, in minutes.
const RIGHT: i64 = 15;
/// An errand that comes back and lasts no longer takes nothing of the day's capacity: the school run.
const SHORT_ERRAND: i64 = 45;

/// One day of one person.
pub struct Day {
    /// The week, from 1.
    pub week: u64,
    /// Monday as 0.
    pub weekday: u32,
    /// Minutes a careful reader gives it.
    pub truth: i64,
    /// Minutes the product gives it.
    pub found: i64,
}

/// The days of one person.
pub struct Days {
    /// Each day asked about.
    pub days: Vec<Day>,
}

impl Day {
    fn date(&self) -> Option<NaiveDate> {
        let ahead = (self.week - 1) * 7 + u64::from(self.weekday);
        FIRST_MONDAY.checked_add_days(chrono::Days::new(ahead))
    }

    fn is_right(&self) -> bool {
        (self.truth - self.found).abs() <= RIGHT
    }

    /// A working day that is gone.
    fn is_lost(&self) -> bool {
        self.truth > 0 && self.found == 0
    }
}

/// The days of a person under these working hours.
pub fn days(read: &Read, truth: &Truth, hours: &WorkingHours) -> Days {
    days_of(&read.classified(), read.person.zone, truth, hours)
}

/// The days of a person whose events are judged like this.
pub fn days_of(
    classified: &[Classified],
    zone: chrono_tz::Tz,
    truth: &Truth,
    hours: &WorkingHours,
) -> Days {
    let effects: Vec<(DateTime<Utc>, DateTime<Utc>)> = classified
        .iter()
        .filter(|c| matches!(c.day.effect, DayEffect::Off | DayEffect::Break))
        .filter(|c| !is_short_errand(c, zone))
        .map(|c| taken(c, hours, zone))
        .collect();
    let mut days = Vec::new();
    for week in truth.weeks.0..=truth.weeks.1 {
        for weekday in 0..7 {
            let Some(wanted) = truth.minutes(week, weekday) else {
                continue;
            };
            let ahead = (week - 1) * 7 + u64::from(weekday);
            let Some(date) = FIRST_MONDAY.checked_add_days(chrono::Days::new(ahead)) else {
                continue;
            };
            let mut minutes = worked(hours, date);
            for (start, end) in &effects {
                take(&mut minutes, date, zone, *start, *end);
            }
            days.push(Day {
                week,
                weekday,
                truth: wanted,
                found: minutes.iter().map(|on| i64::from(*on)).sum(),
            });
        }
    }
    Days { days }
}

/// What an absence takes: its own time, or the part of its day that it is about.
fn taken(
    one: &Classified,
    hours: &WorkingHours,
    zone: chrono_tz::Tz,
) -> (DateTime<Utc>, DateTime<Utc>) {
    let span = one.occurrence.span;
    let (Some(part), Span::AllDay { start, .. }) = (one.day.part, span) else {
        return span.instants(zone);
    };
    let range = part.of(hours.on(start));
    let at = |time: chrono::NaiveTime| {
        let local = zone.from_local_datetime(&start.and_time(time)).earliest();
        local.map_or_else(|| span.instants(zone).1, |at| at.with_timezone(&Utc))
    };
    (at(range.start), at(range.end))
}

/// Whether it is the school run or its like; the break at noon is none, nor what was said to be a break.
fn is_short_errand(one: &Classified, zone: chrono_tz::Tz) -> bool {
    one.day.effect == DayEffect::Break
        && one.day.is_guess()
        && !one.day.is_break_at_noon()
        && one.recurrence().is_some()
        && one.occurrence.span.minutes(zone) <= SHORT_ERRAND
}

/// Minutes of these working hours that lie within a span.
pub fn minutes_within(hours: &WorkingHours, zone: chrono_tz::Tz, span: Span) -> i64 {
    let (start, end) = span.instants(zone);
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let days = day(start).iter_days().take_while(|date| *date <= day(end));
    let on = |date| {
        let whole = worked(hours, date);
        let mut left = whole;
        take(&mut left, date, zone, start, end);
        let minutes = |day: [bool; DAY]| day.iter().map(|on| i64::from(*on)).sum::<i64>();
        minutes(whole) - minutes(left)
    };
    days.map(on).sum()
}

fn worked(hours: &WorkingHours, date: NaiveDate) -> [bool; DAY] {
    let mut minutes = [false; DAY];
    for range in hours.on(date) {
        let at = |time: chrono::NaiveTime| (time.hour() * 60 + time.minute()) as usize;
        minutes[at(range.start)..at(range.end)].fill(true);
    }
    minutes
}

fn take(
    minutes: &mut [bool; DAY],
    date: NaiveDate,
    zone: chrono_tz::Tz,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
) {
    let midnight = |date: NaiveDate| {
        let local = zone.from_local_datetime(&date.and_time(chrono::NaiveTime::MIN));
        local.earliest().map(|at| at.with_timezone(&Utc))
    };
    let next = date.checked_add_days(chrono::Days::new(1)).unwrap_or(date);
    let (Some(first), Some(last)) = (midnight(date), midnight(next)) else {
        return;
    };
    if end <= first || last <= start {
        return;
    }
    let wall = |at: DateTime<Utc>| {
        let local = at.with_timezone(&zone);
        if local.date_naive() > date {
            DAY
        } else {
            (local.hour() * 60 + local.minute()) as usize
        }
    };
    let from = if start <= first { 0 } else { wall(start) };
    let to = if end >= last { DAY } else { wall(end) };
    if from < to {
        minutes[from..to].fill(false);
    }
}

/// Working hours as the truth has them.
pub fn told(truth: &Truth) -> Result<WorkingHours> {
    let text = |(from, to): Minutes| {
        format!(
            "{:02}:{:02}-{:02}:{:02}",
            from / 60,
            from % 60,
            to / 60,
            to % 60
        )
    };
    let (from, to) = truth.hours;
    let ranges = match truth.lunch {
        Some((begin, end)) => format!("{},{}", text((from, begin)), text((end, to))),
        None => text((from, to)),
    };
    let mut hours: WorkingHours = ranges.parse()?;
    let ranges = hours.days[0].clone();
    for (day, of_day) in (0..).zip(&mut hours.days) {
        *of_day = if truth.days.contains(&day) {
            ranges.clone()
        } else {
            Vec::new()
        };
    }
    Ok(hours)
}

/// Working hours as the product reads them from the file alone.
fn guessed(read: &Read) -> WorkingHours {
    let found = habits(&read.classified(), read.person.zone);
    WorkingHours::of(
        found.hours.unwrap_or_else(WorkingHours::usual_day),
        found.lunch,
        &found.days.unwrap_or_else(|| vec![1, 2, 3, 4, 5]),
    )
}

/// Figures about the days of everybody in some folders who has lines of truth; `show` lists what is wrong.
pub fn report(folders: &[&Path], show: bool) -> Result<String> {
    let mut text = String::from(
        "days right within a quarter of an hour / days, whole days lost, hours wrong; with hours told, with hours guessed\n",
    );
    let mut all = [Vec::new(), Vec::new()];
    for folder in folders {
        let mut of_folder = [Vec::new(), Vec::new()];
        for (read, truth) in people(folder)? {
            let hours = [told(&truth)?, guessed(&read)];
            let zone = guess_zone(read.imported.events(), read.imported.calendars());
            let mut line = format!("  {:<26}", read.person.name);
            if show {
                let found = days(&read, &truth, &hours[0]);
                found.mistakes(&read, &mut text);
            }
            for (hours, kept) in hours.iter().zip(&mut of_folder) {
                let found = days(&read, &truth, hours);
                let _ = write!(line, "  {}", figures(&found.days));
                kept.extend(found.days);
            }
            let right_zone = zone.is_some_and(|(zone, _)| zone == read.person.zone);
            let _ = writeln!(
                text,
                "{line}  {} {}",
                hours[1],
                if right_zone { "" } else { "zone wrong" }
            );
        }
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        let _ = writeln!(
            text,
            "{name:<28}  {}  {}",
            figures(&of_folder[0]),
            figures(&of_folder[1])
        );
        for (kept, more) in all.iter_mut().zip(of_folder) {
            kept.extend(more);
        }
    }
    let _ = writeln!(
        text,
        "{:<28}  {}  {}",
        "all",
        figures(&all[0]),
        figures(&all[1])
    );
    Ok(text)
}

fn people(folder: &Path) -> Result<Vec<(Read, Truth)>> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let person = Person::read(&name, &std::fs::read_to_string(&file)?)?;
        if let Some(truth) = person.truth.clone() {
            found.push((read(person)?, truth));
        }
    }
    Ok(found)
}

fn figures(days: &[Day]) -> String {
    let right = days.iter().filter(|day| day.is_right()).count();
    let lost = days.iter().filter(|day| day.is_lost()).count();
    let wrong: i64 = days.iter().map(|day| (day.truth - day.found).abs()).sum();
    let share = 100.0 * right as f64 / days.len().max(1) as f64;
    format!(
        "{right:>3}/{:<3} {share:>5.1} % {lost:>2} lost {:>6.2} h",
        days.len(),
        wrong as f64 / 60.0
    )
}

impl Days {
    /// Minutes that a careful reader gives all of them, and those by which they are off.
    pub fn sums(&self) -> (i64, i64) {
        let off = |day: &Day| (day.truth - day.found).abs();
        let truth = self.days.iter().map(|day| day.truth);
        (truth.sum(), self.days.iter().map(off).sum())
    }

    /// Lists the days that are wrong, with what lies on them and what was said about it.
    fn mistakes(&self, read: &Read, text: &mut String) {
        const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let zone = read.person.zone;
        let all = read.classified();
        for day in self.days.iter().filter(|day| !day.is_right()) {
            let name = NAMES[day.weekday as usize % 7];
            let (found, truth) = (day.found as f64 / 60.0, day.truth as f64 / 60.0);
            let _ = writeln!(text, "    {} {name}: {found:.2} for {truth:.2}", day.week);
            let Some(date) = day.date() else { continue };
            for classified in &all {
                let (start, end) = classified.occurrence.span.instants(zone);
                let local = |at: DateTime<Utc>| at.with_timezone(&zone);
                let on = local(start).date_naive() <= date
                    && local(end - chrono::TimeDelta::seconds(1)).date_naive() >= date;
                let plain =
                    classified.day.effect == DayEffect::Work && classified.day.because.is_empty();
                if !on || plain {
                    continue;
                }
                let _ = writeln!(
                    text,
                    "        {:?} {:.2} “{}” {}–{}: {}",
                    classified.day.effect,
                    classified.day.confidence,
                    classified.occurrence.event.summary,
                    local(start).format("%H:%M"),
                    local(end).format("%H:%M"),
                    classified
                        .day
                        .because
                        .iter()
                        .map(|e| format!("{} {:.1} {}", e.effect.id(), e.weight, e.text))
                        .collect::<Vec<_>>()
                        .join("; ")
                );
            }
        }
    }
}
