//! The book: a period counted once, for every answer about it.
//!
//! From below to above, and nothing here knows an answer:
//!
//! | file | what stands in it |
//! |---|---|
//! | `intervals`, `minutes`, `numbers` | arithmetic |
//! | `frame` | the only door to polars |
//! | `counting`, `gather` | what counts, and what is one series |
//! | `claim`, `day`, `days`, `latest`, `ledger` | who wants which minutes of which day |
//! | `sweep`, `totals`, `mix` | who gets them, and what they add up to |
//! | `guests`, `share` | who was there, and what each occurrence got |
//! | `book`, `counted_period` | all of it, to be asked |

#[expect(
    clippy::module_inception,
    reason = "the book itself, beside what it is made of"
)]
mod book;
mod claim;
mod counted_period;
mod counting;
mod day;
mod days;
mod error;
mod frame;
mod gather;
mod guests;
mod intervals;
mod joined;
mod latest;
mod ledger;
mod minutes;
mod mix;
mod numbers;
mod share;
mod split;
mod sweep;
mod totals;

pub use claim::{Claim, Series};
pub use counted_period::CountedPeriod;
pub use counting::{counting, counting_of_all, is_whole_days};
pub use day::{Cut, Day};
pub use error::AnalyzeError;
pub use frame::FrameError;
pub use gather::{GatheredSeries, gathered};
pub use intervals::Interval;
pub use minutes::{instant_of, minute_of};
pub use mix::hours_to_move;
pub use share::OccurrenceShare;

pub(crate) use book::{Book, days_of, nothing};
pub(crate) use counting::is_time_off;
pub(crate) use day::as_is;
pub(crate) use frame::{Fold, Table};
pub(crate) use guests::{Guests, in_both, likeness};
pub(crate) use intervals::{around, intersect, subtract, total, union};
pub(crate) use ledger::Ledger;
pub(crate) use minutes::{hours, interval_of, minute_at_wall, ratio};
pub(crate) use mix::Parts;
pub(crate) use numbers::{median, place};
pub(crate) use share::{overlapping, shares};
pub(crate) use sweep::sweep;
pub(crate) use totals::{DayTotals, Totals, WORK, is_sparse};
