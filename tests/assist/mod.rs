//! `weekwise mcp`, as an assistant's program starts it and speaks with it: the real program, a client from the SDK.

mod client;
mod hostile;
mod invitations;
mod questions;
mod review;
mod speed;
mod tools;
