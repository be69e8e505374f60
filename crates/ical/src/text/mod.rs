//! From bytes to content lines (RFC 5545 section 3.1), whatever wrote them.

mod encoding;
mod kind;
mod marker;
mod markers;
mod outline;
mod params;
mod repair;
mod scan;
mod stray;
mod wide;

pub(crate) use encoding::{Decoder, normalized};
pub(crate) use outline::{Block, Outline, is_continuation, outline, physical_line};
pub(crate) use repair::{Slice, slice};
