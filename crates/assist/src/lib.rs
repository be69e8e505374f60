//! Tools for assistants: the engine's answers over the Model Context Protocol (docs/assistants.md).
//!
//! Whoever asks an assistant about their week gets an estimate: rules are expanded wrongly, overlaps added up, declined
//! meetings counted. This room lets the assistant ask instead. It is a server over standard input and output, started by
//! `weekwise mcp`; each tool is one question to an [`Opened`](weekwise_engine::Opened), and nothing is counted here.
//!
//! * **Nothing private by default.** Every answer passes the engine's one [`Veil`](weekwise_engine::Veil) before a word of it
//!   is written down ([`Veiled`](veiled::Veiled) is the only thing an answer can be made of): titles, people, calendars are
//!   neutral words, UIDs are marks. Descriptions, places and addresses never leave.
//! * **Strangers write calendars.** An invitation is a text somebody sends into another's calendar, and an assistant reads
//!   it. So sentences never hold a title. Where the user asked for titles, they stand in one field that says what they are
//!   (`written_by_strangers`), cleaned, short, without links.
//! * **Short, and true on its own.** An answer says its period, its profile, its units, what limits it, and the id of each
//!   thing; what does not fit into [`SHORT`](answer::SHORT) is left out and said so.
//! * **As the calendars are now.** The library is not kept open, so that nobody has to end an assistant to restore a backup;
//!   it is read again when it has changed.
//!
//! The server only reads. It knows no network: it speaks with the program that started it.

mod answer;
mod arguments;
mod calendars;
mod days;
mod names;
mod prompts;
mod resources;
mod server;
mod tools;
mod trouble;
mod veiled;

pub use calendars::{Calendars, Wanted};
pub use server::{ServeError, serve};
