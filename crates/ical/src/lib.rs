//! Bytes to events to occurrences.

mod import;
mod input;

pub use import::{Expansion, Imported, import};
pub use input::Input;
