//! One file: from its bytes to its VEVENTs.

mod conference;
mod event;
mod file;
mod header;
mod people;
mod props;
mod timing;
mod words;
mod zones;

pub use event::uid_as_written;
pub(crate) use file::{FileRead, ReadEvent, read, whole_file};
pub(crate) use header::Header;
