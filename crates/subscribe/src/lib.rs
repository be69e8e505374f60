//! Calendars that are fetched: opt-in subscriptions.
//!
//! Nothing here runs unless somebody adds a subscription (section 3 of docs/product.md). Then three things have to go
//! right, and each has its own page:
//!
//! * **The address is a secret.** Whoever has the link of a calendar reads the calendar. So an [`Address`] never shows
//!   more than its host, no error of this room repeats what came from outside, and the link is kept by [`Secrets`]: in
//!   the keyring of the system, never in the library or a log (section 10). Where there is no keyring, it is remembered
//!   until the program ends, and that is said. The level `trace` is taken out of the `log` of every build, because the
//!   library below writes addresses there.
//! * **A server is a stranger.** The [`Fetcher`] speaks HTTPS only, follows few redirects and none to `http`, bounds
//!   time and size after unpacking, and gives a calendar that arrived whole or none at all. What went wrong is a
//!   [`Problem`], in words that say what to do about it.
//! * **Asking costs others something.** Unchanged calendars are not sent again ([`Validators`]), and when to ask is a
//!   pure function of what happened before ([`Schedule`], [`History`]): about hourly, later after failures.
//!
//! One thing that is no subscription is asked from here too, because no other room can open a connection: a program on this
//! computer, a model its user runs ([`Loopback`]). It is asked only where the user says so, and its address leads nowhere else.
//!
//! No clock is read and nothing is stored here, apart from the keyring. `now` and chance are arguments.
//!
//! ```no_run
//! use std::sync::atomic::AtomicBool;
//! use weekwise_subscribe::{Address, Fetched, Fetcher, History, Schedule, Secrets, SystemKeyring, Validators};
//!
//! let address: Address = "webcal://calendar.example/private-5f3a/basic.ics".parse()?;
//! assert_eq!(address.to_string(), "calendar.example/…");
//! let secrets = SystemKeyring::new();
//! if let Err(error) = secrets.keep("subscription-7", &address) {
//!     println!("{error}"); // not stored: there is no keyring; the subscription works until the app closes
//! }
//!
//! let mut history = History::default();
//! let now = "2026-11-16T09:00:00Z".parse()?;
//! if Schedule::default().is_due(&history, 0.5, now) {
//!     let is_cancelled = AtomicBool::new(false);
//!     match Fetcher::new().fetch(&address, &Validators::default(), &is_cancelled, &mut |_| {}) {
//!         Ok(Fetched::Unchanged { .. }) => history.succeed(None, now),
//!         Ok(Fetched::New(new)) => {
//!             println!("{} bytes from {}", new.bytes.len(), new.host);
//!             history.succeed(None, now);
//!         }
//!         Err(error) => {
//!             println!("{error}");
//!             history.fail(&error.problem, now);
//!         }
//!     }
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod content;
mod diagnose;
mod fetch;
mod keyring;
mod loopback;
mod problem;
mod provider;
mod schedule;
mod secrets;
mod transfer;
mod validators;

pub use address::{Address, AddressError, LONGEST_ADDRESS_BYTES};
pub use fetch::{Fetched, Fetcher, Limits, New, Progress};
pub use keyring::SystemKeyring;
pub use loopback::{Loopback, LoopbackAddress, LoopbackError, NotHere, Patience};
pub use problem::{Cause, CertificateFault, FetchError, Problem, RetryAfter};
pub use provider::Provider;
pub use schedule::{Failures, History, Schedule};
pub use secrets::{InMemory, KeyringFault, SecretError, Secrets};
pub use validators::Validators;
