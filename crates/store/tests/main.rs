//! What the library promises, put to the test: on real files, with programs that are killed in the middle of writing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails loudly, and says what it skipped"
)]

mod bad_files;
mod corrections;
mod crash;
mod disk;
mod dump;
mod helper;
mod imports;
mod migration;
mod other_programs;
mod searching;
mod undo;
