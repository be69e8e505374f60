//! Occurrences to answers: counting, mixes, metrics, signals.
//!
//! **The problem.** A calendar is a pile of claims on the same hours. A meeting lies over a focus block, two meetings
//! want the same half hour, a holiday takes a day away, and the clocks change on Sunday. Adding up lengths
//! counts some minutes twice and others not at all, and then no percentage means anything.
//!
//! **The idea.** Count minutes, not events. Every minute of a period is working time or not, and it is claimed by
//! nobody, by one occurrence or by several. Where several want it, the strongest claim takes it and equals share it, so
//! that every minute counts exactly once. All answers are sums over these minutes:
//!
//! ```text
//! occurrences ─ counting ─→ claims ─ sweep, day by day ─→ pieces ─ polars ─→ sums ─→ mix, metrics
//!                                └─── interval arithmetic ──→ stretches ──→ focus time, gaps
//! ```
//!
//! **The words.** A *claim* is a counted occurrence clipped to the period. A *piece* is a part of a day in which
//! nothing begins or ends. *Working time* is the working hours less time off and personal occurrences. A *stretch*
//! is working time that is free or held by own focus blocks, without a break; one of at least the focus length is
//! *focus time*. Free time in such a stretch is *open focus*, other free time is *fragments*. Stretches end with the
//! local day.
//!
//! **What always holds**, to the minute: booked minutes of the six categories + open focus + fragments = the week
//! mix's denominator = |working time ∪ counted work time|.
//!
//! **Where things are.** [`counting()`] decides what counts; [`Analysis`] answers everything about a period, and a screen
//! each [`trends()`], [`meetings()`], [`people()`], [`figures()`], [`lenses()`] and [`evidence()`]; [`behind()`] names the events
//! behind a figure. All of them are written above the same *book* (`book/`): the claims of a period, what they add up to,
//! and how each day is cut. It knows no answer, and a [`CountedPeriod`] keeps it from one question to the next. Data
//! frames are an inner matter of the book: polars adds up (by category, day, series), plain Rust does the arithmetic of
//! intervals, and no frame leaves this room. There is no clock and no zone of a machine here: both are
//! arguments.

mod analysis;
mod behind;
mod book;
mod evidence;
mod figures;
mod habits;
mod lenses;
mod meetings;
mod metrics;
mod otherwise;
mod people;
mod recent;
mod rhythm;
mod seen;
mod signals;
mod titles;
mod trends;
mod trial;
mod trust;
mod view;
mod words;

pub use analysis::{Analysis, says_too_little, week_mix};
pub use behind::{OccurrenceBehind, behind};
pub use book::{
    AnalyzeError, Claim, CountedPeriod, Cut, Day, FrameError, GatheredSeries, Interval,
    OccurrenceShare, Series, counting, counting_of_all, gathered, hours_to_move, instant_of,
    is_whole_days, minute_of,
};
pub use evidence::evidence;
pub use figures::figures;
pub use habits::habit_shares;
pub use lenses::lenses;
pub use meetings::{MeetingsQuestion, meetings};
pub use otherwise::{mix_of, mix_under, mix_where};
pub use people::{PeopleQuestion, people};
pub use recent::recent;
pub use rhythm::{cadence, days_between, ends_before};
pub use signals::{DaySaid, source_of};
pub use trends::{TrendsQuestion, trends};
pub use trial::{Change, DayEffect, Effect, Figures, Trial};
