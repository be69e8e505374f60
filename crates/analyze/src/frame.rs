//! The one door to polars: the ledger as data frames, and columns back as plain vectors.
//!
//! Two frames, all of numbers, because titles are nobody's business here:
//!
//! * `shares`: one row per claim and piece of a day that it gets minutes of, with what every grouping asks for: day, claim,
//!   category, runner-up, series, a guess?, mine?, tentative?, minutes;
//! * `pieces`: one row per piece: day, minutes, inside working time?, how many claims, a meeting?

use polars::prelude::*;

use crate::AnalyzeError;
use crate::day::as_is;
use crate::ledger::{Claim, Ledger};
use crate::sweep::sweep;

/// The ledger, ready for polars.
pub(crate) struct Frames {
    /// Columns `day` (place in [`Ledger::days`]), `claim` (place in [`Ledger::claims`]), `category` and `runner_up` (places
    /// in [`Category::WORK`](weekwise_model::Category::WORK)), `series` (place in [`Ledger::series`]), `uncertain`, `mine`,
    /// `tentative`, `minutes`.
    pub(crate) shares: DataFrame,
    /// Columns `day`, `minutes`, `inside`, `claims` (how many), `meeting`.
    pub(crate) pieces: DataFrame,
}

impl Frames {
    pub(crate) fn of(ledger: &Ledger<'_>) -> Result<Self, AnalyzeError> {
        let (mut share_day, mut share_claim, mut share_minutes) = (vec![], vec![], vec![]);
        let (mut day_of, mut minutes, mut inside, mut covering, mut meeting) =
            (vec![], vec![], vec![], vec![], vec![]);
        for (day, number) in ledger.days.iter().zip(0_u32..) {
            sweep(day, &ledger.claims, as_is, |piece| {
                day_of.push(number);
                minutes.push(piece.span.minutes());
                inside.push(piece.inside);
                covering.push(place(piece.covering.len()));
                meeting.push(piece.covering.iter().any(|&c| ledger.claims[c].meeting));
                for &(claim, minutes) in piece.takers {
                    share_day.push(number);
                    share_claim.push(claim);
                    share_minutes.push(minutes);
                }
            });
        }
        let of = |claim: &usize| -> &Claim { &ledger.claims[*claim] };
        Ok(Self {
            shares: df!(
                "day" => share_day,
                "claim" => share_claim.iter().map(|&claim| place(claim)).collect::<Vec<_>>(),
                "category" => share_claim.iter().map(|c| place(of(c).category)).collect::<Vec<_>>(),
                "runner_up" => share_claim.iter().map(|c| of(c).runner_up.map(place)).collect::<Vec<_>>(),
                "series" => share_claim.iter().map(|c| place(of(c).series)).collect::<Vec<_>>(),
                "uncertain" => share_claim.iter().map(|c| of(c).uncertain).collect::<Vec<_>>(),
                "mine" => share_claim.iter().map(|c| of(c).mine).collect::<Vec<_>>(),
                "tentative" => share_claim.iter().map(|c| of(c).tentative).collect::<Vec<_>>(),
                "minutes" => share_minutes,
            )?,
            pieces: df!(
                "day" => day_of,
                "minutes" => minutes,
                "inside" => inside,
                "claims" => covering,
                "meeting" => meeting,
            )?,
        })
    }
}

/// The minutes where a condition holds, as a column of their own. A filter within a group would be run group by group, and
/// ten years have a group for each of thirty thousand claims.
pub(crate) fn minutes_where(condition: Expr, name: &str) -> Expr {
    (col("minutes") * condition.cast(DataType::Int64)).alias(name)
}

/// A place in a vector as a column holds it. No calendar has four thousand million occurrences.
pub(crate) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A column of whole numbers; a missing one reads as 0.
pub(crate) fn whole(frame: &DataFrame, name: &str) -> Result<Vec<i64>, AnalyzeError> {
    let column = frame.column(name)?.cast(&DataType::Int64)?;
    Ok(column
        .i64()?
        .iter()
        .map(Option::unwrap_or_default)
        .collect())
}

/// A column of places in a vector; a missing one reads as the first.
pub(crate) fn places(frame: &DataFrame, name: &str) -> Result<Vec<usize>, AnalyzeError> {
    Ok(whole(frame, name)?
        .into_iter()
        .map(|place| usize::try_from(place).unwrap_or_default())
        .collect())
}

/// A column of decimals; a missing one reads as 0.
pub(crate) fn decimals(frame: &DataFrame, name: &str) -> Result<Vec<f64>, AnalyzeError> {
    let column = frame.column(name)?.cast(&DataType::Float64)?;
    Ok(column
        .f64()?
        .iter()
        .map(Option::unwrap_or_default)
        .collect())
}

/// Sums by a key, spread over the places `0..len`; a place without rows stays 0.
pub(crate) fn spread(
    frame: &DataFrame,
    key: &str,
    name: &str,
    len: usize,
) -> Result<Vec<i64>, AnalyzeError> {
    let mut sums = vec![0; len];
    for (place, value) in places(frame, key)?.into_iter().zip(whole(frame, name)?) {
        if let Some(sum) = sums.get_mut(place) {
            *sum += value;
        }
    }
    Ok(sums)
}
