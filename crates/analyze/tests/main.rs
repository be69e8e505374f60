//! Rules of counting, each under its own name; and a second implementation that counts minute by minute.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod counting;
mod figures;
mod focus;
mod gather;
mod judge;
mod load;
mod meetings;
mod metrics;
mod minute_by_minute;
mod mixes;
mod odd;
mod otherwise;
mod people;
mod signals;
mod snapshot;
mod support;
mod travel;
mod trends;
