//! Fetching one calendar: the page other rooms see. What goes over the wire is in `transfer`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};

use crate::address::Address;
use crate::problem::{FetchError, Problem};
use crate::transfer::{News, Transfer};
use crate::validators::Validators;

/// How often the waiting side looks whether it was cancelled.
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// How long after its time limit a transfer is given up from outside, should it not notice by itself.
const GRACE: Duration = Duration::from_secs(1);

/// The beginning some servers insist on (Outlook answers other programs with 500), then who really asks.
const USER_AGENT: &str = concat!(
    "Mozilla/5.0 (compatible; Weekwise/",
    env!("CARGO_PKG_VERSION"),
    "; +https://github.com/weekwise/weekwise)"
);

// The library logs whole addresses at the level `trace`, so no build may have it, whatever logger is installed one day.
const _: () = assert!(
    log::STATIC_MAX_LEVEL as usize <= log::LevelFilter::Debug as usize,
    "the level `trace` would write secret addresses into the log"
);

/// What one fetch may cost. [`Limits::default`] is meant for everybody; tests take smaller ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The largest calendar, in bytes after unpacking.
    pub bytes: u64,
    /// From the name to a safe connection.
    pub connect: Duration,
    /// The longest silence while waiting for the answer or the next part of it.
    pub silence: Duration,
    /// Everything together, redirects too.
    pub overall: Duration,
    /// How many redirects are followed.
    pub redirects: usize,
}

impl Limits {
    /// 100 MB: twenty years of full weeks are a tenth of it.
    pub const BYTES: u64 = 100_000_000;
    /// 15 seconds.
    pub const CONNECT: Duration = Duration::from_secs(15);
    /// 45 seconds: servers that write the calendar anew for each request think for long.
    pub const SILENCE: Duration = Duration::from_secs(45);
    /// 5 minutes.
    pub const OVERALL: Duration = Duration::from_mins(5);
    /// 5 redirects.
    pub const REDIRECTS: usize = 5;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: Self::BYTES,
            connect: Self::CONNECT,
            silence: Self::SILENCE,
            overall: Self::OVERALL,
            redirects: Self::REDIRECTS,
        }
    }
}

/// What a fetch gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fetched {
    /// The calendar is what it was when the validators were made.
    Unchanged {
        /// The new address, if the old one was given up for good: keep it instead. A secret like the old one.
        moved: Option<Address>,
    },
    /// A calendar, whole.
    New(New),
}

/// A calendar that arrived whole.
#[derive(Clone, PartialEq, Eq)]
pub struct New {
    /// The bytes, unpacked. They hold `BEGIN:VCALENDAR`; everything else is for the reader to judge.
    pub bytes: Vec<u8>,
    /// For the next request. Keep them beside the bytes.
    pub validators: Validators,
    /// Who sent it in the end, after redirects. May be shown.
    pub host: String,
    /// The new address, if the old one was given up for good: keep it instead. A secret like the old one.
    pub moved: Option<Address>,
}

impl std::fmt::Debug for New {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A calendar is private, and long.
        f.debug_struct("New")
            .field("bytes", &self.bytes.len())
            .field("validators", &self.validators)
            .field("host", &self.host)
            .field("moved", &self.moved)
            .finish()
    }
}

/// How far a fetch has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many bytes have arrived, after unpacking.
    pub bytes: u64,
    /// How many there will be, where that is known (not when packed).
    pub total_bytes: Option<u64>,
}

/// Fetches calendars over HTTPS. Cheap to clone; one is enough for all subscriptions, from any thread.
///
/// Certificates are judged by the system, so an authority that a company has added to its computers counts. A proxy is
/// taken from the environment (`HTTPS_PROXY`, `NO_PROXY`). No cookies, no passwords, nothing is remembered.
#[derive(Clone)]
pub struct Fetcher {
    agent: Agent,
    limits: Limits,
}

impl Fetcher {
    /// With the limits meant for everybody.
    pub fn new() -> Self {
        Self::with_limits(Limits::default())
    }

    /// With other limits.
    pub fn with_limits(limits: Limits) -> Self {
        Self::build(limits, RootCerts::PlatformVerifier, true)
    }

    /// For tests against a server of their own: trusts one certificate (DER) and nothing else, and uses no proxy.
    #[doc(hidden)]
    pub fn for_tests(root_der: &[u8], limits: Limits) -> Self {
        let root = Certificate::from_der(root_der).to_owned();
        Self::build(limits, RootCerts::new_with_certs(&[root]), false)
    }

    fn build(limits: Limits, roots: RootCerts, may_use_proxy: bool) -> Self {
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .root_certs(roots)
            .build();
        let mut config = Agent::config_builder()
            .tls_config(tls)
            .https_only(true)
            .http_status_as_error(false)
            // Followed by hand, so that each one is looked at.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(USER_AGENT)
            .accept("text/calendar, text/plain;q=0.5, */*;q=0.1")
            .timeout_connect(Some(limits.connect))
            .timeout_resolve(Some(limits.connect))
            .timeout_recv_response(Some(limits.silence))
            .timeout_per_read(Some(limits.silence))
            // An hour between two requests is too long to keep a connection.
            .max_idle_connections(0);
        if !may_use_proxy {
            config = config.proxy(None);
        }
        Self {
            agent: config.build().new_agent(),
            limits,
        }
    }

    /// Fetches the calendar at an address, unless it is still the one the validators belong to.
    ///
    /// Blocks: at most [`Limits::overall`], and no more than a moment once `is_cancelled` is true. `progress` is called
    /// on this thread. Either a calendar arrived whole or there is an error; errors name the host and what to do, and
    /// nothing of the address.
    pub fn fetch(
        &self,
        address: &Address,
        validators: &Validators,
        is_cancelled: &AtomicBool,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Fetched, FetchError> {
        let deadline = Instant::now() + self.limits.overall;
        let (news, arriving) = mpsc::channel();
        let is_stopped = Arc::new(AtomicBool::new(false));
        let transfer = Transfer {
            agent: self.agent.clone(),
            limits: self.limits,
            validators: validators.clone(),
            deadline,
            is_stopped: Arc::clone(&is_stopped),
            news,
        };
        let start = address.clone();
        // Resolving a name and reading cannot be interrupted, so they wait on a thread of their own that is left behind
        // when somebody cancels. Its own limits end it.
        thread::Builder::new()
            .name("subscription".into())
            .spawn(move || transfer.run(&start))
            .map_err(|_| Problem::NotReached.at(address.host()))?;

        let outcome = loop {
            if is_cancelled.load(Ordering::Relaxed) {
                break Err(Problem::Cancelled.at(address.host()));
            }
            match arriving.recv_timeout(LOOK_EVERY) {
                Ok(News::Received(so_far)) => progress(so_far),
                Ok(News::Ended(outcome)) => break *outcome,
                Err(RecvTimeoutError::Timeout) if Instant::now() < deadline + GRACE => {}
                Err(RecvTimeoutError::Timeout) => break Err(Problem::TimedOut.at(address.host())),
                Err(RecvTimeoutError::Disconnected) => {
                    break Err(Problem::Garbled.at(address.host()));
                }
            }
        };
        is_stopped.store(true, Ordering::Relaxed);
        outcome
    }
}

impl Default for Fetcher {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fetcher")
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
