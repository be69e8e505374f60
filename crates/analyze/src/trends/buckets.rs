//! A long period cut into weeks, months or quarters, each summed up.
//!
//! A bucket is made of whole days of the book, and every minute lies on one day: so the buckets add up to the period,
//! whatever their length.

use std::ops::Range;

use chrono::{Datelike, Days, Months, NaiveDate};
use weekwise_model::{Display, FirstDay, Grain, Mix};

use crate::book::{
    AnalyzeError, Book, DayTotals, Fold, Parts, Table, is_sparse, minute_of, nothing, place,
};
use crate::metrics::{BookedFocus, booked_focus, invasions, protected_morning};

/// One week, month or quarter, or the part of it that lies in the book.
#[derive(Debug, Clone)]
pub(crate) struct Bucket {
    /// `2026-W46`, `2026-11`, `2026-Q4`.
    pub(crate) id: String,
    /// `Week 46` (`9 Nov` where weeks are not called by their numbers), `Nov 2026`, `Q4 2026`.
    pub(crate) label: String,
    /// The first day of all of it.
    pub(crate) from: NaiveDate,
    /// The last day of all of it.
    pub(crate) to: NaiveDate,
    /// Places in [`Ledger::days`](crate::book::Ledger::days).
    pub(crate) days: Range<usize>,
    /// Whether the book holds all of its days.
    pub(crate) whole: bool,
    pub(crate) sums: Sums,
}

/// What a bucket adds up to, in minutes.
#[derive(Debug, Clone)]
pub(crate) struct Sums {
    pub(crate) parts: Parts,
    uncertain: Vec<i64>,
    runner_up: Vec<i64>,
    pub(crate) capacity: i64,
    pub(crate) meeting_minutes: i64,
    pub(crate) after_hours: i64,
    pub(crate) focus: i64,
    pub(crate) booked_focus: i64,
    pub(crate) taken_focus: i64,
    /// Days whose morning is protected.
    pub(crate) mornings: u32,
    /// How many meetings begin in it (those running when the period begins are of the first).
    pub(crate) meetings: i64,
}

impl Bucket {
    /// Its length in weeks, as far as the book holds it.
    pub(crate) fn weeks(&self) -> f64 {
        self.days.len() as f64 / 7.0
    }

    pub(crate) fn mix(&self, book: &Book<'_>) -> Mix {
        let profile = &book.ledger.settings.profile;
        let Sums {
            parts,
            uncertain,
            runner_up,
            ..
        } = &self.sums;
        parts.mix(profile, uncertain, runner_up)
    }

    /// Whether so little is booked that it tells nothing about how the time is spent.
    pub(crate) fn is_sparse(&self) -> bool {
        let parts = &self.sums.parts;
        is_sparse(parts.minutes.iter().sum(), parts.denominator)
    }
}

/// The day a bucket begins on, and the first day after it.
fn bounds(day: NaiveDate, grain: Grain, first_day: FirstDay) -> (NaiveDate, NaiveDate) {
    let first_of = |month: u32| day.with_day(1).and_then(|first| first.with_month(month));
    let (from, to) = match grain {
        Grain::Week => {
            let week = first_day.week_of(day);
            return (first_day.of(week), first_day.of(week.next()));
        }
        Grain::Month => (first_of(day.month()), 1),
        Grain::Quarter => (first_of((day.month() - 1) / 3 * 3 + 1), 3),
    };
    let from = from.unwrap_or(day);
    (from, from + Months::new(to))
}

fn names(from: NaiveDate, grain: Grain, display: Display) -> (String, String) {
    match grain {
        Grain::Week => {
            let week = display.first_day.week_of(from);
            let label = if display.week_numbers {
                format!("Week {}", week.number())
            } else {
                from.format("%-d %b").to_string()
            };
            (week.to_string(), label)
        }
        Grain::Month => (
            from.format("%Y-%m").to_string(),
            from.format("%b %Y").to_string(),
        ),
        Grain::Quarter => {
            let quarter = (from.month() - 1) / 3 + 1;
            (
                format!("{}-Q{quarter}", from.year()),
                format!("Q{quarter} {}", from.year()),
            )
        }
    }
}

/// The buckets of a book, in order and without gaps.
pub(crate) fn buckets(book: &Book<'_>, grain: Grain) -> Result<Vec<Bucket>, AnalyzeError> {
    let days = &book.ledger.days;
    let display = book.ledger.settings.display;
    let mut ranges: Vec<(NaiveDate, NaiveDate, Range<usize>)> = Vec::new();
    for (at, day) in days.iter().enumerate() {
        match ranges.last_mut() {
            Some((_, next, range)) if day.date < *next => range.end = at + 1,
            _ => {
                let (from, next) = bounds(day.date, grain, display.first_day);
                ranges.push((from, next, at..at + 1));
            }
        }
    }
    let sums = sums(book, &ranges)?;
    Ok(ranges
        .into_iter()
        .zip(sums)
        .map(|((from, next, days), sums)| {
            let to = next - Days::new(1);
            let (id, label) = names(from, grain, display);
            let held = |at: usize| book.ledger.days.get(at).map(|day| day.date);
            Bucket {
                id,
                label,
                from,
                to,
                whole: held(days.start) == Some(from)
                    && held(days.end.saturating_sub(1)) == Some(to)
                    && reaches_the_ends(book, &days),
                days,
                sums,
            }
        })
        .collect())
}

/// Whether the days at both ends of a range are held from midnight to midnight.
fn reaches_the_ends(book: &Book<'_>, range: &Range<usize>) -> bool {
    let period = &book.ledger.period;
    let held = book.ledger.days.get(range.clone()).unwrap_or_default();
    let begins = held
        .first()
        .is_some_and(|day| day.span.start == minute_of(period.midnight(day.date)));
    let ends = held.last().is_some_and(|day| {
        let next = period.midnight(day.date + Days::new(1));
        day.span.end == minute_of(next)
    });
    begins && ends
}

/// Of each share of the book, which bucket its day is in.
pub(crate) fn bucket_of_day<'r>(
    len: usize,
    ranges: impl Iterator<Item = &'r Range<usize>>,
) -> Vec<Option<u32>> {
    let mut of_day = vec![None; len];
    for (bucket, range) in ranges.enumerate() {
        if let Some(days) = of_day.get_mut(range.clone()) {
            days.fill(Some(place(bucket)));
        }
    }
    of_day
}

/// The shares of a book with the column `bucket`; it is missing in rows of no bucket.
pub(crate) fn shares_by(book: &Book<'_>, of_day: &[Option<u32>]) -> Result<Table, AnalyzeError> {
    let shares = &book.totals.shares;
    let days = shares.places("day")?.into_iter();
    let bucket = days.map(|day| of_day.get(day).copied().flatten());
    Ok(shares.with("bucket", bucket.collect())?)
}

fn sums(
    book: &Book<'_>,
    ranges: &[(NaiveDate, NaiveDate, Range<usize>)],
) -> Result<Vec<Sums>, AnalyzeError> {
    let len = ranges.len();
    let of_day = bucket_of_day(book.ledger.days.len(), ranges.iter().map(|(.., days)| days));
    let shares = shares_by(book, &of_day)?;
    let minutes = ("minutes", Fold::Sum("minutes"));
    let uncertain = ("uncertain", Fold::SumWhere("minutes", "uncertain"));
    let unknown = ("unknown", Fold::SumWhere("minutes", "unknown"));
    let by_category = shares.grouped(&["bucket", "category"], &[minutes, uncertain, unknown])?;
    let by_runner_up = shares.grouped(&["bucket", "runner_up"], &[minutes])?;
    let category = by_bucket(&by_category, "category", "minutes", len)?;
    let uncertain = by_bucket(&by_category, "category", "uncertain", len)?;
    let unknown = by_bucket(&by_category, "category", "unknown", len)?;
    let runner_up = by_bucket(&by_runner_up, "runner_up", "minutes", len)?;
    let days = DaySums::of(book);
    let of_shares = category
        .into_iter()
        .zip(uncertain)
        .zip(runner_up)
        .zip(unknown);
    Ok(ranges
        .iter()
        .zip(of_shares)
        .map(
            |((.., range), (((minutes, uncertain), runner_up), unknown))| {
                let mut sums = days.sums(range, minutes, uncertain, runner_up);
                sums.parts.unknown = unknown.into_iter().sum();
                sums
            },
        )
        .collect())
}

/// What each day of a book adds to its bucket, beside the shares of its claims.
struct DaySums<'b> {
    book: &'b Book<'b>,
    booked_focus: Vec<BookedFocus>,
    /// How many meetings begin on each day.
    begin: Vec<i64>,
}

impl<'b> DaySums<'b> {
    fn of(book: &'b Book<'b>) -> Self {
        let ledger = &book.ledger;
        let mut begin = vec![0_i64; ledger.days.len()];
        for claim in ledger.meetings() {
            if let Some(day) = begin.get_mut(ledger.days_of(claim.span).start) {
                *day += 1;
            }
        }
        Self {
            book,
            booked_focus: booked_focus(ledger, &invasions(ledger)),
            begin,
        }
    }

    /// The days of a range added up, beside what its claims got.
    fn sums(
        &self,
        range: &Range<usize>,
        minutes: Vec<i64>,
        uncertain: Vec<i64>,
        runner_up: Vec<i64>,
    ) -> Sums {
        let Book {
            ledger,
            totals,
            cuts,
        } = self.book;
        let focus_minutes = ledger.focus_minutes();
        let totals = totals.days.get(range.clone()).unwrap_or_default();
        let sum = |field: fn(&DayTotals) -> i64| totals.iter().map(field).sum();
        let cuts = cuts.get(range.clone()).unwrap_or_default();
        let (mut open_focus, mut fragments) = (0, 0);
        for cut in cuts {
            let (open, rest) = cut.open_and_fragments(focus_minutes);
            open_focus += open;
            fragments += rest;
        }
        let days = ledger.days.get(range.clone()).unwrap_or_default();
        let mornings = days.iter().zip(cuts);
        let mornings = mornings.filter(|(day, cut)| protected_morning(day, cut).is_some());
        let booked = self.booked_focus.get(range.clone()).unwrap_or_default();
        let begin = self.begin.get(range.clone()).unwrap_or_default();
        Sums {
            parts: Parts {
                denominator: sum(|day| day.all),
                minutes,
                open_focus,
                fragments,
                unknown: 0,
            },
            uncertain,
            runner_up,
            capacity: sum(|day| day.capacity),
            meeting_minutes: sum(|day| day.meetings),
            after_hours: sum(|day| day.after_hours),
            focus: cuts.iter().map(|cut| cut.focus_time(focus_minutes)).sum(),
            booked_focus: booked.iter().map(|day| day.booked).sum(),
            taken_focus: booked.iter().map(|day| day.taken).sum(),
            mornings: place(mornings.count()),
            meetings: begin.iter().sum(),
        }
    }
}

/// Minutes by bucket and category.
fn by_bucket(
    grouped: &Table,
    key: &str,
    name: &str,
    len: usize,
) -> Result<Vec<Vec<i64>>, AnalyzeError> {
    let mut sums = vec![nothing().minutes; len];
    let cells = grouped
        .places("bucket")?
        .into_iter()
        .zip(grouped.places(key)?);
    for ((bucket, category), minutes) in cells.zip(grouped.whole(name)?) {
        if let Some(cell) = sums.get_mut(bucket).and_then(|row| row.get_mut(category)) {
            *cell += minutes;
        }
    }
    Ok(sums)
}
