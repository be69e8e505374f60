//! What advice promises.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]
#![allow(
    dead_code,
    reason = "the builders are those of the rooms advice is made from; not all are needed here"
)]

mod list;
mod meetings;
mod negotiability;
#[path = "../../plan/tests/people.rs"]
mod people;
mod promises;
#[path = "../../analyze/tests/support/mod.rs"]
mod support;
