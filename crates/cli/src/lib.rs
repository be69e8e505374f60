//! The command line of Weekwise (product.md section 9).
//!
//! Arguments become a question to the engine, and the answer becomes text on standard output; nothing is counted or
//! decided here. Diagnostics and progress go to standard error, so that output can be piped. The exit code says how
//! it went ([`Exit`]).
//!
//! Two programs share this: `weekwise`, which opens the window when no command is given, and the small
//! `weekwise-cli`, which links no web view.

mod arguments;
mod asks;
mod assist;
mod exit;
mod failure;
mod json;
mod library;
mod model;
mod output;
mod papers;
mod plan;
mod questions;
mod review;
mod run;
mod sources;

pub use arguments::{Arguments, Command};
pub use exit::Exit;
pub use run::run;
