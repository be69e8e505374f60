//! The sums everything else is made of, added up by polars.

use polars::prelude::*;
use weekwise_model::Category;

use crate::AnalyzeError;
use crate::frame::{Frames, minutes_where, spread, whole};
use crate::ledger::Ledger;

/// Categories of work.
pub(crate) const WORK: usize = Category::WORK.len();

/// Minutes of a period by claim, category and day; each minute counted once.
#[derive(Debug, Clone, Default)]
pub(crate) struct Totals {
    /// What each claim got after conflicts; in the order of [`Ledger::claims`].
    pub(crate) of_claim: Vec<i64>,
    /// What each category got; in the order of [`Category::WORK`].
    pub(crate) of_category: Vec<i64>,
    /// The part of it whose category is a guess.
    pub(crate) uncertain: Vec<i64>,
    /// What each category would get if every guess were its runner-up.
    pub(crate) runner_up: Vec<i64>,
    /// In the order of [`Ledger::days`].
    pub(crate) days: Vec<DayTotals>,
    /// Counted work time.
    pub(crate) counted: i64,
    /// The part of it that I organize or placed alone.
    pub(crate) mine: i64,
    /// The part of it that is tentative or unanswered.
    pub(crate) tentative: i64,
    /// Who got which minutes of which day, for other groupings: see [`Frames::shares`].
    pub(crate) shares: DataFrame,
}

/// Minutes of one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct DayTotals {
    /// Working time and counted work time together.
    pub(crate) all: i64,
    /// Working time.
    pub(crate) capacity: i64,
    /// Counted work time.
    pub(crate) booked: i64,
    /// Union of meetings inside working time.
    pub(crate) meetings: i64,
    /// Union of meetings outside working time.
    pub(crate) after_hours: i64,
    /// Time with two or more claims.
    pub(crate) conflict: i64,
}

/// Less than this part of the time booked says nothing about how it is spent: one in so many minutes.
const SPARSE: i64 = 10;

/// Whether so little is counted that it says nothing about how the time is spent. Nothing of nothing is sparse too.
pub(crate) fn is_sparse(counted: i64, denominator: i64) -> bool {
    counted == 0 || counted * SPARSE < denominator
}

impl Totals {
    /// Whether so little is booked that the mix would judge an empty calendar, not a week.
    pub(crate) fn is_sparse(&self, denominator: i64) -> bool {
        is_sparse(self.counted, denominator)
    }

    pub(crate) fn of(ledger: &Ledger<'_>) -> Result<Self, AnalyzeError> {
        let Frames { shares, pieces } = Frames::of(ledger)?;
        let rows = shares.clone().lazy().with_columns([
            minutes_where(col("uncertain"), "uncertain_minutes"),
            minutes_where(col("mine"), "mine_minutes"),
            minutes_where(col("tentative"), "tentative_minutes"),
        ]);
        let by = |key: &'static str| rows.clone().group_by([col(key)]);
        let by_claim = by("claim").agg([col("minutes").sum()]).collect()?;
        let by_category = by("category")
            .agg([col("minutes").sum(), col("uncertain_minutes").sum()])
            .collect()?;
        let by_runner_up = by("runner_up")
            .agg([col("minutes").sum()])
            .filter(col("runner_up").is_not_null())
            .collect()?;
        let whole_period = rows
            .select([
                col("minutes").sum(),
                col("mine_minutes").sum(),
                col("tentative_minutes").sum(),
            ])
            .collect()?;
        let one =
            |name| Ok::<_, AnalyzeError>(whole(&whole_period, name)?.first().copied().unwrap_or(0));
        Ok(Self {
            of_claim: spread(&by_claim, "claim", "minutes", ledger.claims.len())?,
            of_category: spread(&by_category, "category", "minutes", WORK)?,
            uncertain: spread(&by_category, "category", "uncertain_minutes", WORK)?,
            runner_up: spread(&by_runner_up, "runner_up", "minutes", WORK)?,
            days: days(pieces, ledger.days.len())?,
            counted: one("minutes")?,
            mine: one("mine_minutes")?,
            tentative: one("tentative_minutes")?,
            shares,
        })
    }

    /// A sum over the days.
    pub(crate) fn sum(&self, field: impl Fn(&DayTotals) -> i64) -> i64 {
        self.days.iter().map(field).sum()
    }
}

fn days(pieces: DataFrame, len: usize) -> Result<Vec<DayTotals>, AnalyzeError> {
    let inside = || col("inside");
    let meeting = || col("meeting");
    let frame = pieces
        .lazy()
        .select([
            col("day"),
            col("minutes").alias("all"),
            minutes_where(inside(), "capacity"),
            minutes_where(col("claims").gt(lit(0_u32)), "booked"),
            minutes_where(meeting().and(inside()), "meetings"),
            minutes_where(meeting().and(inside().not()), "after_hours"),
            minutes_where(col("claims").gt(lit(1_u32)), "conflict"),
        ])
        .group_by([col("day")])
        .agg([all().exclude_cols(["day"]).as_expr().sum()])
        .collect()?;
    let sums = |name| spread(&frame, "day", name, len);
    let (all, capacity, booked) = (sums("all")?, sums("capacity")?, sums("booked")?);
    let (meetings, after_hours, conflict) =
        (sums("meetings")?, sums("after_hours")?, sums("conflict")?);
    Ok((0..len)
        .map(|day| DayTotals {
            all: all[day],
            capacity: capacity[day],
            booked: booked[day],
            meetings: meetings[day],
            after_hours: after_hours[day],
            conflict: conflict[day],
        })
        .collect())
}
