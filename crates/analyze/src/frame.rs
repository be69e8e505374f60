//! The one door to polars: the ledger as data frames, and columns back as plain vectors.
//!
//! Three frames, all of numbers, because titles are nobody's business here:
//!
//! * `shares`: one row per piece of a day and claim that gets minutes of it: day, claim, minutes;
//! * `pieces`: one row per piece: day, minutes, inside working time?, how many claims, a meeting?, tentative?;
//! * `claims`: one row per counted occurrence: category, runner-up, series, length, people, notice…

use polars::prelude::*;

use crate::AnalyzeError;
use crate::ledger::Ledger;
use crate::sweep::sweep;

/// The ledger, ready for polars.
pub(crate) struct Frames {
    /// Columns `day` (place in [`Ledger::days`]), `claim` (place in [`Ledger::claims`]), `minutes`.
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
            sweep(
                day,
                &ledger.claims,
                |_| true,
                |piece| {
                    day_of.push(number);
                    minutes.push(piece.span.minutes());
                    inside.push(piece.inside);
                    covering.push(place(piece.covering.len()));
                    meeting.push(piece.covering.iter().any(|&c| ledger.claims[c].meeting));
                    for &(claim, minutes) in piece.takers {
                        share_day.push(number);
                        share_claim.push(place(claim));
                        share_minutes.push(minutes);
                    }
                },
            );
        }
        Ok(Self {
            shares: df!("day" => share_day, "claim" => share_claim, "minutes" => share_minutes)?,
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
    for (place, value) in whole(frame, key)?.into_iter().zip(whole(frame, name)?) {
        if let Some(sum) = usize::try_from(place)
            .ok()
            .and_then(|place| sums.get_mut(place))
        {
            *sum += value;
        }
    }
    Ok(sums)
}
