//! What deserves a look.

use weekwise_model::{Metrics, Mix, Signal};

use crate::day::Cut;
use crate::ledger::Ledger;
use crate::mix::Parts;
use crate::totals::Totals;

/// Everything signals look at.
pub(crate) struct Seen<'a> {
    pub(crate) ledger: &'a Ledger<'a>,
    pub(crate) totals: &'a Totals,
    pub(crate) cuts: &'a [Cut],
    pub(crate) parts: &'a Parts,
    pub(crate) mix: &'a Mix,
    pub(crate) metrics: &'a Metrics,
}

pub(crate) fn signals(_seen: &Seen<'_>) -> Vec<Signal> {
    Vec::new()
}
