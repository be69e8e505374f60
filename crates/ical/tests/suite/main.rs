//! What the crate promises, from bytes to occurrences.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::format_collect,
    reason = "helpers of tests are tests too"
)]

mod corpus;
#[path = "../../../../tests/proof/damage.rs"]
mod damage;
mod expected;
mod fixtures;
mod hostile;
mod inputs;
mod kept;
mod lookalike;
mod mutants;
mod mutation;
mod still_holds;
mod support;
#[path = "../../../../tests/proof/visible.rs"]
mod visible;
