//! What a plan promises.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

mod another_day;
mod answers;
mod exact;
mod mix;
mod never;
#[expect(
    dead_code,
    reason = "the tests of advice build their calendars with it too"
)]
mod people;
mod recognise;
mod round_trip;
mod world;
