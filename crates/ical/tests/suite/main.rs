//! What the crate promises, from bytes to occurrences.

mod corpus;
mod fixtures;
mod hostile;
mod inputs;
mod mutation;
mod support;
