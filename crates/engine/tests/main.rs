//! The use cases, through their public door.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails loudly")]

mod adding_up;
mod answers;
mod asking;
mod asks;
mod choices;
mod colleagues;
mod desk;
mod followed;
mod introduction;
mod library;
mod look_back;
mod questions;
mod remembered;
mod sameness;
mod saying;
mod subscriptions;
mod veil;
