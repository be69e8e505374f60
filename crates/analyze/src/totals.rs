//! The sums everything else is made of, added up by polars.

use polars::prelude::*;
use weekwise_model::Category;

use crate::AnalyzeError;
use crate::frame::{Frames, place, spread, whole};
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

impl Totals {
    /// Whether so little is booked that the mix would judge an empty calendar, not a week.
    pub(crate) fn is_sparse(&self, denominator: i64) -> bool {
        self.counted * SPARSE < denominator
    }

    pub(crate) fn of(ledger: &Ledger<'_>) -> Result<Self, AnalyzeError> {
        let Frames { shares, pieces } = Frames::of(ledger)?;
        let by_claim = shares
            .lazy()
            .group_by([col("claim")])
            .agg([col("minutes").sum()])
            .sort(["claim"], SortMultipleOptions::default())
            .collect()?;
        let of_claim = spread(&by_claim, "claim", "minutes", ledger.claims.len())?;
        let claims = claims_frame(ledger, &of_claim)?;
        let by_category = claims
            .clone()
            .lazy()
            .group_by([col("category")])
            .agg([
                col("minutes").sum(),
                col("minutes")
                    .filter(col("uncertain"))
                    .sum()
                    .alias("uncertain"),
            ])
            .sort(["category"], SortMultipleOptions::default())
            .collect()?;
        let by_runner_up = claims
            .clone()
            .lazy()
            .filter(col("runner_up").is_not_null())
            .group_by([col("runner_up")])
            .agg([col("minutes").sum()])
            .sort(["runner_up"], SortMultipleOptions::default())
            .collect()?;
        let whole_period = claims
            .lazy()
            .select([
                col("minutes").sum().alias("counted"),
                col("minutes").filter(col("mine")).sum().alias("mine"),
                col("minutes")
                    .filter(col("tentative"))
                    .sum()
                    .alias("tentative"),
            ])
            .collect()?;
        let one =
            |name| Ok::<_, AnalyzeError>(whole(&whole_period, name)?.first().copied().unwrap_or(0));
        Ok(Self {
            of_category: spread(&by_category, "category", "minutes", WORK)?,
            uncertain: spread(&by_category, "category", "uncertain", WORK)?,
            runner_up: spread(&by_runner_up, "runner_up", "minutes", WORK)?,
            days: days(pieces, ledger.days.len())?,
            counted: one("counted")?,
            mine: one("mine")?,
            tentative: one("tentative")?,
            of_claim,
        })
    }

    /// A sum over the days.
    pub(crate) fn sum(&self, field: impl Fn(&DayTotals) -> i64) -> i64 {
        self.days.iter().map(field).sum()
    }
}

fn claims_frame(ledger: &Ledger<'_>, minutes: &[i64]) -> Result<DataFrame, AnalyzeError> {
    let claims = &ledger.claims;
    Ok(df!(
        "minutes" => minutes,
        "category" => claims.iter().map(|c| place(c.category)).collect::<Vec<_>>(),
        "runner_up" => claims.iter().map(|c| c.runner_up.map(place)).collect::<Vec<_>>(),
        "uncertain" => claims.iter().map(|c| c.uncertain).collect::<Vec<_>>(),
        "mine" => claims.iter().map(|c| c.mine).collect::<Vec<_>>(),
        "tentative" => claims.iter().map(|c| c.tentative).collect::<Vec<_>>(),
    )?)
}

fn days(pieces: DataFrame, len: usize) -> Result<Vec<DayTotals>, AnalyzeError> {
    let of = |condition: Expr| col("minutes").filter(condition).sum();
    let inside = || col("inside");
    let meeting = || col("meeting");
    let frame = pieces
        .lazy()
        .group_by([col("day")])
        .agg([
            col("minutes").sum().alias("all"),
            of(inside()).alias("capacity"),
            of(col("claims").gt(lit(0_u32))).alias("booked"),
            of(meeting().and(inside())).alias("meetings"),
            of(meeting().and(inside().not())).alias("after_hours"),
            of(col("claims").gt(lit(1_u32))).alias("conflict"),
        ])
        .sort(["day"], SortMultipleOptions::default())
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
