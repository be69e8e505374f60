//! One file: from its bytes to its VEVENTs.

mod conference;
mod event;
mod file;
mod header;
mod length;
mod notes;
mod people;
mod props;
mod reader;
mod repeat;
mod stated;
mod timing;
mod words;
mod zones;

pub use event::uid_as_written;
pub(crate) use file::{FileRead, ReadEvent, read};
pub(crate) use header::Header;
pub(crate) use notes::whole_file;
