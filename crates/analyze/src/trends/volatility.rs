//! How much measures swing from week to week.

use weekwise_model::Volatility;

use super::buckets::Bucket;
use super::measures::{MEASURES, weekly};
use crate::book::place;

/// How many weeks it is told of (section 5 of docs/product.md).
pub(super) const WEEKS: u64 = 12;
/// Fewer tell nothing.
const FEWEST: usize = 4;

/// Standard deviation ÷ mean of every measure over the last 12 of some weeks.
pub(super) fn volatility(weeks: &[Bucket]) -> Vec<Volatility> {
    let wanted = usize::try_from(WEEKS).unwrap_or(usize::MAX);
    let last = weeks
        .get(weeks.len().saturating_sub(wanted)..)
        .unwrap_or_default();
    MEASURES
        .into_iter()
        .map(|measure| {
            let values: Vec<f64> = last.iter().map(|week| weekly(week, measure)).collect();
            let count = values.len().max(1) as f64;
            let mean = values.iter().sum::<f64>() / count;
            let square = values
                .iter()
                .map(|value| (value - mean).powi(2))
                .sum::<f64>()
                / count;
            let tells = values.len() >= FEWEST && mean > 0.0;
            Volatility {
                measure,
                mean_hours: mean,
                volatility: tells.then(|| square.sqrt() / mean),
                weeks: place(values.len()),
            }
        })
        .collect()
}
