//! The fetcher against a server of our own: real sockets, real TLS, answers no decent server would give.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

mod conditional;
mod loopback;
mod refusals;
mod server;
mod silence;
mod transfers;
