//! Recurrence rules (RFC 5545 section 3.3.10) on wall-clock time.
//!
//! A rule is a sequence of periods (years, months, … seconds), each giving a set of wall times from which BYSETPOS
//! picks. Walking starts at the window where the rule has no COUNT, so a daily stand-up of ten years costs what
//! its visible weeks cost.

mod day_set;
mod parts;
mod periods;
mod rule;
#[cfg(test)]
mod tests;
mod walk;

pub(crate) use rule::{Rule, Until};
pub(crate) use walk::{Bounds, each};
