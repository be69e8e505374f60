//! What a plan promises.

mod answers;
mod exact;
mod never;
mod round_trip;
mod world;
