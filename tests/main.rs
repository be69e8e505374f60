//! What crosses rooms: the real program on real files, the window's fixtures, the habits of the repository.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test fails loudly, and says what it skipped"
)]

mod arguments;
mod ask_model;
mod assist;
mod bad_input;
mod cases;
mod contradictions;
mod counted_by_hand;
mod exporters;
mod fixtures;
mod library;
mod odd_calendars;
mod odd_weeks;
mod peers;
mod program;
mod proof;
mod real_calendars;
mod terminal;
mod tidy;
mod unplannable;
