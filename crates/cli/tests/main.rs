//! The command line, on real papers.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

mod html;
mod papers;
